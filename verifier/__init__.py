"""verifier: the spell-checker for facts in news drafts.

>>> from verifier import verify
>>> report = verify("Out of the 472 drones launched, 482 were intercepted.", engine="offline")
>>> [(finding.code, finding.working) for finding in report.findings]
[('part-exceeds-whole', '482 were intercepted > 472 drones launched')]
"""

from verifier.checker import Verifier, averify, verify
from verifier.errors import (
    AnswerError,
    ConfigurationError,
    InputError,
    InternalError,
    ProviderError,
    VerifierError,
)
from verifier.report import Report
from verifier.settings import Settings
from verifier.version import __version__

__all__ = [
    "AnswerError",
    "ConfigurationError",
    "InputError",
    "InternalError",
    "ProviderError",
    "Report",
    "Settings",
    "Verifier",
    "VerifierError",
    "__version__",
    "averify",
    "verify",
]
