"""What the page shows, worked out beforehand, so that its templates only lay it out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from verifier.draft import Draft
from verifier.findings import CODES, Severity
from verifier.report.marks import Block, Mark, blocks
from verifier.report.model import DismissedModel
from verifier.report.phrasing import count, printable, shortened
from verifier.report.readings import Counted, counted
from verifier.report.voices import Voice, voices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.report.model import FindingModel, Report, SpanModel

_LONGEST_QUOTE = 110
_CLAIMS_UNFOLDED = 40
_SHORTEST_BAR = 4  # of 100: below that nobody sees it

# The ruler beside a draft that does not fit on a screen: its 1000 units are the draft's length, a tick is 4
# high, and the graver the finding the wider its tick (where it starts, how wide it is).
_LONG = 400  # words
_RULER = 996
_TICKS = {"error": (0, 12), "warning": (3, 9), "notice": (6, 6)}

_FOLDERS = re.compile(r"^.*[/\\](?=.)")
_RELATIONS = {
    "same_fact": "one fact, stated twice",
    "part_of": "a part and its whole",
    "sum": "parts and their total",
    "share": "a share of a whole",
    "shares_of_one": "shares of one whole",
    "change": "a rise or fall",
    "order": "a ranking",
    "age": "an age",
    "duration": "a stretch of time",
    "sequence": "an order of events",
    "difference": "a difference",
    "average": "an average",
    "ratio": "a ratio",
    "conversion": "a conversion",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a finding rests on: where it is, its words, and who says them.

    `piece` is the number of the piece that it starts with, among the pieces of its finding, from 0.
    """

    place: str
    quote: str
    voice: Voice | None
    piece: int


@dataclass(frozen=True, slots=True)
class Card:
    """A finding.

    Attributes:
        number: its number on the page, from 1.
        finding: the finding.
        working: the arithmetic; "" for a notice that has none.
        places: what it rests on.
        voices: the keys of the voices that it concerns.
        meaning: what such a finding means.
        advice: what to do about it.
    """

    number: int
    finding: FindingModel
    working: str
    places: tuple[Place, ...]
    voices: tuple[str, ...]
    meaning: str
    advice: str

    @property
    def ref(self) -> str:
        """What stands behind its places in the draft: "E1", "W2", "N3"."""
        return f"{self.finding.severity[0].upper()}{self.number}"

    @property
    def decided(self) -> str:
        """When and why it was dismissed: "Dismissed 2025-06-01: two people"; "" if it was not."""
        decision = self.finding
        return f"Dismissed {decision.at}: {decision.why}" if isinstance(decision, DismissedModel) else ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A finding's place on the ruler, in the ruler's units; hidden where the finding is dismissed."""

    number: int
    hidden: bool
    severity: str
    x: int
    width: int
    y: int


class View:
    """All that the page shows of a report and its draft."""

    def __init__(self, report: Report, text: str) -> None:
        self.report = report
        self.draft = Draft.parse(text, report.draft.name)
        # Numbered as in every other form of the report; what is dismissed comes after what is not.
        self.findings: tuple[FindingModel, ...] = (*report.findings, *report.dismissed)

    @property
    def title(self) -> str:
        """What to call the draft."""
        return printable(self.report.draft.name or "Draft")

    @property
    def folder(self) -> str:
        """The part of the draft's name before the file's own, if it is a path."""
        return self.title.removesuffix(self.file)

    @property
    def file(self) -> str:
        """The draft's name, without the folders of a path."""
        return _FOLDERS.sub("", self.title)

    @property
    def severities(self) -> tuple[tuple[str, int], ...]:
        """How many findings of each severity there are, dismissed or not, the gravest first."""
        return _counts(self.findings)

    @property
    def outcome(self) -> str:
        """The outcome in numbers: "1 error, 2 notices"."""
        counts = _counts(self.report.findings)
        return ", ".join(count(number, name) for name, number in counts if number) or self.verdict

    @property
    def verdict(self) -> str:
        """The outcome in a few words."""
        if self.report.errors:
            return f"{count(len(self.report.errors), 'error')} proved"
        if self.report.warnings:
            return f"{count(len(self.report.warnings), 'warning')}, nothing proved"
        return "No contradictions found" if self.clean else "Nothing left that is not dismissed"

    @property
    def clean(self) -> bool:
        """Whether nothing contradicts itself, and nothing that does is dismissed."""
        return all(finding.severity == "notice" for finding in self.findings)

    @property
    def sense(self) -> str:
        """What that outcome means."""
        if self.report.errors:
            return "However the figures were rounded, these statements cannot all be true."
        if self.report.warnings:
            return "It does not fit as written, but rounding or loose wording could explain it."
        return ""

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """The sources, and last the draft's own voice."""
        return tuple(voices(self.report, self._place))

    @cached_property
    def voice_of(self) -> dict[int, Voice]:
        """Who makes each claim, by the claim's number."""
        return {told.number: voice for voice in self.voices for told in voice.claims}

    @cached_property
    def concerned(self) -> tuple[Voice, ...]:
        """The voices that findings concern."""
        keys = {key for card in self.cards for key in card.voices}
        return tuple(voice for voice in self.voices if voice.key in keys)

    @cached_property
    def tagged(self) -> bool:
        """Whether any claim of the draft carries a source's tag."""
        return any(voice.tag for voice in self.voice_of.values())

    @property
    def claims_shown(self) -> bool:
        """Whether the claims are few enough to be listed unfolded."""
        return len(self.report.claims) <= _CLAIMS_UNFOLDED

    def share(self, voice: Voice) -> int:
        """How many of a hundred parts of a bar a voice's figures take; the longest bar takes all."""
        most = max(other.figures for other in self.voices)
        return max(_SHORTEST_BAR, round(100 * voice.figures / most)) if voice.figures else 0

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The findings."""
        numbers = {claim.id: number for number, claim in enumerate(self.report.claims, 1)}
        return tuple(self._card(number, finding, numbers) for number, finding in enumerate(self.findings, 1))

    @property
    def codes(self) -> tuple[tuple[str, int], ...]:
        """The codes of the findings and how often each stands there, in order."""
        return tuple(Counter(finding.code for finding in self.findings).items())

    @property
    def unread(self) -> tuple[Card, ...]:
        """The findings that say what was not read."""
        return tuple(card for card in self.cards if card.finding.code == "passage-unread")

    @cached_property
    def figures(self) -> tuple[Counted, ...]:
        """The figures, in the order of the draft."""
        return tuple(counted(self.report, self._place))

    @property
    def relations(self) -> tuple[tuple[str, int], ...]:
        """What sorts of relations between figures were tried, and how many of each, the most first."""
        kinds = Counter(relation.kind for relation in self.report.relations)
        return tuple((_RELATIONS.get(kind, kind.replace("_", " ")), n) for kind, n in kinds.most_common())

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The draft with its marks."""
        findings = (
            Mark(evidence.start, evidence.end, number)
            for number, finding in enumerate(self.findings, 1)
            for evidence in finding.evidence
        )
        claims = (_mark(claim.span, number) for number, claim in enumerate(self.report.claims, 1))
        figures = (_mark(figure.span, number) for number, figure in enumerate(self.report.figures, 1))
        return tuple(blocks(self.draft, findings, claims, figures))

    @cached_property
    def ticks(self) -> tuple[Tick, ...]:
        """Where the findings stand in a draft that is too long to be seen at once."""
        if self.report.draft.words < _LONG:
            return ()
        length, left = len(self.draft.text), len(self.report.findings)
        return tuple(
            Tick(number, number > left, severity, *_TICKS[severity], evidence.start * _RULER // length)
            for number, finding in enumerate(self.findings, 1)
            for evidence in finding.evidence
            for severity in (finding.severity,)
        )

    def gravest(self, findings: Sequence[int]) -> str:
        """The gravest severity among findings that are not dismissed; "" for none."""
        left = len(self.report.findings)
        severities = {self.findings[number - 1].severity for number in findings if number <= left}
        return next((name for name in _TICKS if name in severities), "")

    def hue(self, claims: Sequence[int]) -> int:
        """The colour of a place that claims cover: that of who makes the innermost."""
        voice = self.voice_of.get(claims[-1]) if claims else None
        return voice.hue if voice else 0

    def tags(self, claims: Sequence[int]) -> str:
        """The tags of those who make the claims."""
        speakers = filter(None, map(self.voice_of.get, claims))
        return " ".join(dict.fromkeys(voice.tag for voice in speakers if voice.tag))

    @cached_property
    def _piece_starts(self) -> defaultdict[int, list[int]]:
        """For each finding, where its pieces start."""
        starts: defaultdict[int, list[int]] = defaultdict(list)
        at = 0
        for block in self.blocks:
            at += len(block.gap)
            for piece in block.pieces:
                for number in piece.findings:
                    starts[number].append(at)
                at += len(piece.text)
        return starts

    def _card(self, number: int, finding: FindingModel, claims: dict[str, int]) -> Card:
        places = tuple(
            Place(
                self._place(evidence),
                shortened(evidence.quote, _LONGEST_QUOTE),
                self.voice_of.get(claims.get(evidence.claim or "", 0)),
                bisect_left(self._piece_starts[number], evidence.start),
            )
            for evidence in finding.evidence
        )
        code = CODES.get(finding.code)
        # A notice is no contradiction: there is nothing to work out, only something to know.
        works = finding.severity != "notice" or finding.relations
        return Card(
            number,
            finding,
            finding.working if works else "",
            places,
            tuple(dict.fromkeys(found.voice.key for found in places if found.voice)),
            code.meaning if code else "",
            code.advice if code else "",
        )

    def _place(self, span: SpanModel) -> str:
        """Where a span stands, short enough for a margin: "¶ 2"."""
        starts, names = self._paragraphs
        index = bisect_right(starts, span.start) - 1
        return names[index] if index >= 0 else ""

    @cached_property
    def _paragraphs(self) -> tuple[list[int], list[str]]:
        """Where the paragraphs start, and what they are called."""
        names = [
            "headline" if block.number is None else f"¶ {block.number}"
            for block in self.blocks
            if block.pieces
        ]
        return [paragraph.start for paragraph in self.draft.paragraphs], names


def _counts(findings: Sequence[FindingModel]) -> tuple[tuple[str, int], ...]:
    severities: Counter[str] = Counter(finding.severity for finding in findings)
    return tuple((severity.value, severities[severity.value]) for severity in Severity)


def _mark(span: SpanModel, number: int) -> Mark:
    return Mark(span.start, span.end, number)
