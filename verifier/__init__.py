"""verifier: the spell-checker for facts in news drafts.

>>> from verifier import verify
>>> report = verify("Out of the 472 drones launched, 482 were intercepted.", engine="offline")
>>> [(finding.code, finding.working) for finding in report.findings]
[('part-exceeds-whole', '482 were intercepted > 472 drones launched')]
"""

from importlib import import_module
from typing import TYPE_CHECKING

from verifier.version import __version__

if TYPE_CHECKING:
    from verifier.checker import Verifier, averify, verify
    from verifier.decisions import Decisions
    from verifier.errors import (
        AnswerError,
        ConfigurationError,
        InputError,
        InternalError,
        ProviderError,
        VerifierError,
    )
    from verifier.many import Outcome
    from verifier.reading import DraftFile, read_draft
    from verifier.report import Report
    from verifier.settings import Price, Settings

# Names are loaded when they are first asked for (PEP 562): a tool that merely imports the package, or
# asks for its version, does not wait for the pipeline.
_HOMES = {
    "AnswerError": "verifier.errors",
    "ConfigurationError": "verifier.errors",
    "Decisions": "verifier.decisions",
    "DraftFile": "verifier.reading",
    "InputError": "verifier.errors",
    "InternalError": "verifier.errors",
    "Outcome": "verifier.many",
    "Price": "verifier.settings",
    "ProviderError": "verifier.errors",
    "Report": "verifier.report",
    "Settings": "verifier.settings",
    "Verifier": "verifier.checker",
    "VerifierError": "verifier.errors",
    "averify": "verifier.checker",
    "read_draft": "verifier.reading",
    "verify": "verifier.checker",
}

__all__ = [
    "AnswerError",
    "ConfigurationError",
    "Decisions",
    "DraftFile",
    "InputError",
    "InternalError",
    "Outcome",
    "Price",
    "ProviderError",
    "Report",
    "Settings",
    "Verifier",
    "VerifierError",
    "__version__",
    "averify",
    "read_draft",
    "verify",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
