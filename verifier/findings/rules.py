"""A house's rules for findings: which to leave out, and how grave to call the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from verifier.errors import ConfigurationError
from verifier.findings.codes import code_named, known_codes
from verifier.findings.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from verifier.draft import Draft
    from verifier.findings.model import Finding

ABOUT_NAMES = frozenset(("name-varies", "role-varies", "source-not-introduced"))
"""The findings that `never_flag` leaves out where they are about one of its names."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A house's rules.

    Attributes:
        ignore: codes of findings to leave out.
        severities: codes, and the severity that their findings get. Never an error: that word says that
            the arithmetic proves it, and no setting makes a proof.
        never_flag: names that no finding of `ABOUT_NAMES` is to be about, whether in capitals or not.
    """

    ignore: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    never_flag: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        ignore: Iterable[str] = (),
        severities: Mapping[str, str] | None = None,
        never: Iterable[str] = (),
    ) -> Rules:
        """The rules as they stand in settings.

        Raises:
            ConfigurationError: there is no such code, or a severity cannot be given to it.
        """
        graded = {code_named(code).name: _severity(code, to) for code, to in (severities or {}).items()}
        return cls(known_codes(ignore), graded, tuple(name for name in never if name.strip()))

    def applied(self, draft: Draft, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings that the rules leave, the gravest first and then in the order of the draft."""
        shut = self._occurrences(draft)
        kept = (
            replace(finding, severity=self.severities.get(finding.code, finding.severity))
            for finding in findings
            if finding.code not in self.ignore
            and not (shut and finding.code in ABOUT_NAMES and _meets(finding, shut))
        )
        return tuple(sorted(kept, key=lambda finding: finding.rank))

    def _occurrences(self, draft: Draft) -> tuple[tuple[int, int], ...]:
        """Where the names stand in the draft."""
        if not self.never_flag:
            return ()
        names = "|".join(r"\s+".join(map(re.escape, name.split())) for name in self.never_flag)
        found = re.finditer(rf"(?<!\w)(?:{names})(?!\w)", draft.text, re.IGNORECASE)
        return tuple(match.span() for match in found)


NO_RULES = Rules()


def _meets(finding: Finding, places: tuple[tuple[int, int], ...]) -> bool:
    spans = [evidence.span for evidence in finding.evidence]
    return any(span.start < end and start < span.end for span in spans for start, end in places)


def _severity(code: str, severity: str) -> Severity:
    if severity == Severity.ERROR:
        raise ConfigurationError(
            f"{code} = 'error': expected 'warning' or 'notice'; an error is what the arithmetic proves, and "
            "no setting makes a proof (--fail-on warning makes warnings fail)"
        )
    try:
        return Severity(severity)
    except ValueError:
        raise ConfigurationError(f"{code} = {severity!r}: expected 'warning' or 'notice'") from None
