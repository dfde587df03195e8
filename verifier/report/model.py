"""The report as data. Its JSON is a versioned contract: see `schema_version` and `verifier schema`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from verifier.errors import InputError

if TYPE_CHECKING:
    from verifier.decisions import Decisions

SCHEMA_VERSION: Final = "1.0"


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SpanModel(_Value):
    """Words of the draft: code points ``[start, end)`` of its text, and the words themselves."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str


class SourceSpanModel(_Value):
    """A place in a draft's file: code points ``[start, end)`` of the file as it was decoded."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class EvidenceModel(SpanModel):
    """A place that a finding rests on, with the figure and the claim that stand there.

    `source_span` is where the words stand in the source of an HTML or Markdown file, with whatever markup
    lies between the first and the last of them; null for other drafts.
    """

    figure: str | None
    claim: str | None
    source_span: SourceSpanModel | None = None


class FindingModel(_Value):
    """One thing for the editor to look at."""

    fingerprint: str
    code: str
    severity: Literal["error", "warning", "notice"]
    message: str
    working: str
    question: str
    evidence: tuple[EvidenceModel, ...] = Field(min_length=1)
    relations: tuple[str, ...]


class DismissedModel(FindingModel):
    """A finding that an editor has dismissed: why, and on which day ("2025-06-01")."""

    why: str
    at: str


class AttributionModel(_Value):
    """Who says so; `source` is null where the draft itself does."""

    source: str | None
    mention: SpanModel | None
    cue: SpanModel | None
    manner: Literal["direct", "indirect", "mixed", "own_voice"]


class ClaimModel(_Value):
    """One checkable statement, and which reader read it: the patterns step in where a model fails."""

    id: str
    span: SpanModel
    statement: str
    label: str
    figures: tuple[str, ...]
    attribution: AttributionModel
    proposed_by: Literal["offline", "model"]


class SourceModel(_Value):
    """One speaker or document, whatever it is called in the draft."""

    id: str
    name: str
    kind: Literal["official", "person", "organisation", "document", "media", "anonymous", "unnamed"]
    mentions: tuple[SpanModel, ...]
    claims: tuple[str, ...]


class FigureModel(_Value):
    """One stated number, date or duration; `low` and `high` as written, null where there is no bound."""

    id: str
    span: SpanModel
    low: int | float | None
    high: int | float | None
    unit: str | None
    kind: str
    hedge: str
    date: str | None


class RelationModel(_Value):
    """How figures hang together, and who proposed it."""

    id: str
    kind: str
    roles: dict[str, tuple[str, ...]]
    direction: Literal["up", "down"] | None
    proposed_by: tuple[Literal["offline", "model"], ...]


class CoverageModel(_Value):
    """What became of the figures."""

    figures: int
    claimed: int
    no_claim: tuple[str, ...]
    unaccounted: tuple[str, ...]


class UsageModel(_Value):
    """What the check took. `seconds` is the one value that differs between equal runs.

    `calls` counts retries too; `cost` is in the currency of the price that was set, null without one.
    """

    calls: int = 0
    retries: int = 0
    cached: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = None
    seconds: float = 0.0


class SummaryModel(_Value):
    """Counts; what is dismissed is not among them."""

    errors: int
    warnings: int
    notices: int
    claims: int
    sources: int
    figures: int


class DraftModel(_Value):
    """Which text was checked."""

    name: str | None
    sha256: str
    characters: int
    words: int


class VerifierModel(_Value):
    """What checked it."""

    version: str
    engine: Literal["offline", "model"]
    model: str | None
    prompts: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Known:
    """The text that a report is about, if it knows it.

    No part of what the report says: not in its JSON nor in its repr, and reports that say the same are equal
    whether they know it or not.
    """

    text: str | None = field(default=None, compare=False, repr=False)


class Report(_Value):
    """What `verify` returns. ``report.model_dump_json()`` is the contract."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    verifier: VerifierModel
    draft: DraftModel
    summary: SummaryModel
    findings: tuple[FindingModel, ...]
    claims: tuple[ClaimModel, ...]
    sources: tuple[SourceModel, ...]
    figures: tuple[FigureModel, ...]
    relations: tuple[RelationModel, ...]
    coverage: CoverageModel
    usage: UsageModel
    complete: bool
    problems: tuple[str, ...]
    dismissed: tuple[DismissedModel, ...] = ()

    _draft: _Known = PrivateAttr(default_factory=_Known)

    def __repr__(self) -> str:
        """One line; all of it is in `model_dump_json`."""
        # `asyncio.run` makes the repr of its result when it puts the signal handlers back: a full one cost
        # half of the model engine's overhead.
        counts = self.summary
        return (
            f"<Report of {self.draft.name or 'a draft'}: {counts.errors} errors, {counts.warnings} warnings, "
            f"{counts.notices} notices, {counts.claims} claims>"
        )

    __str__ = __repr__

    @property
    def errors(self) -> tuple[FindingModel, ...]:
        """The findings that are proved."""
        return self._of("error")

    @property
    def warnings(self) -> tuple[FindingModel, ...]:
        """The findings that do not fit as written, or in words."""
        return self._of("warning")

    @property
    def notices(self) -> tuple[FindingModel, ...]:
        """The findings that are merely good to know."""
        return self._of("notice")

    def without(self, decisions: Decisions) -> Self:
        """The same report with what an editor has dismissed moved from `findings` to `dismissed`.

        A decision about no finding of this report, such as one whose sentences have changed, does nothing.

        Args:
            decisions: what was decided, from ``Decisions.read("draft.decisions.json")``.
        """
        made = {decision.fingerprint: decision for decision in decisions.decisions}
        left = tuple(finding for finding in self.findings if finding.fingerprint not in made)
        moved = tuple(
            DismissedModel(**dict(finding), why=decision.why, at=decision.at)
            for finding in self.findings
            if (decision := made.get(finding.fingerprint))
        )
        severities = [finding.severity for finding in left]
        counts = {
            "errors": severities.count("error"),
            "warnings": severities.count("warning"),
            "notices": severities.count("notice"),
        }
        changed = {
            "findings": left,
            "dismissed": (*self.dismissed, *moved),
            "summary": self.summary.model_copy(update=counts),
        }
        return self.model_copy(update=changed)

    def with_draft(self, text: str) -> Self:
        """The same report, which knows the text of its draft; `verify` returns such a one.

        Raises:
            InputError: the text is not that of the draft that the report is about.
        """
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != self.draft.sha256:
            raise InputError(
                f"{self.draft.name or 'the draft'}: this is not the text that the report is about (it has "
                "another SHA-256 than draft.sha256); pass the text exactly as it was checked"
            )
        copy = self.model_copy()
        copy._draft = _Known(text)  # noqa: SLF001 - of the same class
        return copy

    def to_html(self, draft: str | None = None) -> str:
        """The report as one page that needs no network: the draft with its marks, and the findings.

        Args:
            draft: the text of the draft, for a report that was loaded from its JSON; a report from `verify`
                knows it.

        Raises:
            InputError: the text is neither given nor known, or is not that of the report's draft.
        """
        # Imported here: who checks without asking for a page does not wait for the template engine.
        from verifier.report.html import to_html  # noqa: PLC0415

        return to_html(self, self._text(draft, "to_html"))

    def questions(self, draft: str | None = None) -> str:
        """The questions to the reporter as a mail: a subject, and one numbered question for each finding.

        Args:
            draft: the text of the draft, for a report that was loaded from its JSON.

        Raises:
            InputError: the text is neither given nor known, or is not that of the report's draft.
        """
        from verifier.report.questions import questions  # noqa: PLC0415 - as above

        return questions([(self, self._text(draft, "questions"))])

    def _repr_html_(self) -> str | None:
        """The page in a frame of its own, for notebooks; None, and so the repr, where the text is unknown."""
        if self._draft.text is None:
            return None
        from verifier.report.html import frame  # noqa: PLC0415

        return frame(self, self._draft.text)

    def _text(self, draft: str | None, method: str) -> str:
        """The text that is given, once it is proved to be the draft's, or the one that is known."""
        known = self._draft if draft is None else self.with_draft(draft)._draft  # noqa: SLF001 - same class
        if known.text is None:
            raise InputError(
                f"{self.draft.name or 'the draft'}: a report loaded from JSON does not hold its draft's "
                f"text; pass it, as in report.{method}(draft=text)"
            )
        return known.text

    def _of(self, severity: str) -> tuple[FindingModel, ...]:
        return tuple(finding for finding in self.findings if finding.severity == severity)
