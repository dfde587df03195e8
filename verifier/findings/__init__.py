"""From contradictions to what the editor reads: codes, plain English, working, fingerprints."""

from verifier.findings.codes import CODES, Code, code_named, known_codes
from verifier.findings.contradictions import told
from verifier.findings.fingerprint import with_fingerprints
from verifier.findings.model import Evidence, Finding, Severity
from verifier.findings.phrases import phrase, place
from verifier.findings.rules import NO_RULES, Rules

__all__ = [
    "CODES",
    "NO_RULES",
    "Code",
    "Evidence",
    "Finding",
    "Rules",
    "Severity",
    "code_named",
    "known_codes",
    "phrase",
    "place",
    "told",
    "with_fingerprints",
]
