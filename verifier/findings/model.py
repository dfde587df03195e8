"""What the editor reads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.draft import Span


class Severity(StrEnum):
    """How sure a finding is, in falling order."""

    ERROR = "error"  # proved: cannot all be true
    WARNING = "warning"  # does not fit as written, or a contradiction in words that a model proposes
    NOTICE = "notice"  # an editor would want to know

    @property
    def rank(self) -> int:
        """0 for errors, 1 for warnings, 2 for notices."""
        return tuple(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in the draft that a finding rests on; `figure` and `claim` are ids where it has them."""

    span: Span
    figure: str | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing for the editor to look at.

    Attributes:
        code: a key of `verifier.findings.CODES`.
        severity: how sure it is.
        message: plain English, naming every place.
        working: the arithmetic or the words that show it.
        question: what to ask the reporter.
        evidence: at least one place; for a contradiction all that make it one.
        relations: ids of the relations it rests on.
        fingerprint: stays the same while the sentences it rests on do, whatever changes elsewhere.
    """

    code: str
    severity: Severity
    message: str
    working: str
    question: str
    evidence: tuple[Evidence, ...]
    relations: tuple[str, ...] = ()
    fingerprint: str = ""

    @property
    def rank(self) -> tuple[int, Span, str]:
        """Its place in a report: the gravest first, then in the order of the draft."""
        return self.severity.rank, self.evidence[0].span, self.code
