"""Rises and falls over a distance: "profits drop 33%" in the lead, "from €698m to €537m" in the body.

A *move* says how far a quantity went, its *ends* are given elsewhere. The two are brought together where
the draft leaves no choice: one quantity, one way, one period, and one pair of ends that fits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.changes import MOVED, NOUN_MOVED
from verifier.extraction.offline.relations.rule import Rule, mask, noun
from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations.model import Direction, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from verifier.draft import Draft
    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Figure

_QUANTITIES: Mapping[str, str] = {
    "profit": r"profits?|earnings|net income",
    "sales": r"sales|revenues?|turnover",
    "loss": r"loss|losses",
    "export": r"exports",
    "import": r"imports",
    "deficit": r"deficit|shortfall|trade gap|gap",
    "surplus": r"surplus",
    "output": r"output|production",
    "debt": r"debts?|borrowings?",
    "unemployment": r"unemployment|jobless",
    "index": r"index|confidence|sentiment",
    "dividend": r"dividend",
    "order": r"orders",
    "waiting": r"waiting",
    "crime": r"crimes?|offences|thefts|burglaries|robberies",
    "spending": r"spending|expenditure",
    "visitor": r"visitors|tourists|attendances?",
    "passenger": r"passengers?",
    "application": r"applications|applicants",
    "subscriber": r"subscribers|subscriptions",
    "shipment": r"shipments|deliveries",
    "turnout": r"turnout",
    "budget": r"budget",
    "death": r"deaths|fatalities",
    "audience": r"audiences?|viewers|ratings",
}
QUANTITY = late("|".join(rf"\b(?P<{key}>{words})\b" for key, words in _QUANTITIES.items()), re.IGNORECASE)
"""What rises and falls; the group that matches names it, whatever its word."""
_ANY_QUANTITY = late(rf"\b(?:{'|'.join(_QUANTITIES.values())})\b")
"""One of them, in lower case: much faster where it is enough to know that there is one."""
_SIZES = frozenset({Kind.PERCENT, Kind.POINTS, Kind.MONEY, Kind.COUNT})
# What makes one quantity of several of its name; "net income" is what is left of profits.
_SORTS = late(
    r"\b(pre-?tax|operating|gross|underlying|net|core|retail|wholesale|online|industrial|domestic|foreign|like-for-like|"
    r"budget|trade|current account|manufacturing|same-store|per share|advertising)\b",
    re.IGNORECASE,
)
_MONTHS = late(r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")
# A quarter's figure and a year's, or one that does not say, are not taken together.
_PART_YEAR = late(
    r"\b(?:quarter\w*|half|interim|(?:six|nine|three|four|10|11|<u\d+>)[ -]?(?:months?)?|months|monthly|weekly|week)\b",
    re.IGNORECASE,
)
_WHOLE_YEAR = late(r"\b(?:annual|full[- ]year|yearly|whole year|for the year)\b", re.IGNORECASE)
_UNSURE = late(
    r"\b(?:forecast\w*|expect\w*|could|(?-i:may)|might|would|should|will|predict\w*|target\w*|project\w*|estimat\w*|if|"
    r"constant|adjusted|excluding|stripping|like-for-like|real terms|underlying|seasonally|shares|stock)\b",
    re.IGNORECASE,
)
# "Exports of cars" are not all exports.
_OF_ONE_KIND = late(
    r"\b(?:exports|imports|sales|shipments|output|production|deliveries|orders) (?:of|to|from) (?!the year|the firm|the company|<)[a-z]+",
    re.IGNORECASE,
)
_FIGURES = late(r"<[^dyu]\d+>|[,;:|]")
_MASK = late(r"<[dyu](\d+)>")
_NAME = late(r"\b[A-Z][\w’'-]*[a-z]\w*\b")
_NO_NAMES = frozenset(
    "The There It Its This That These In At On A An But And He She They We As For After While However Last Mr Ms Mrs Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September "
    "October November December".split()
)
_NEAR = r"(?:[^<>,;:|]|<[dyu]\d+>){0,45}"
_HEDGED = r"(?:(?:by|about|around|some|nearly|almost|just|over|under|more than|a|an|only|roughly)\s+){0,4}"
_BY = r"<(?P<by>[pmc]\d+)>"
_POINTS = r"<(?P<by>[cq]\d+)>(?:-|\s)?(?:percentage[ -])?(?:points?)?"
_AS_VERB = late(rf"{MOVED}\s+{_HEDGED}{_BY}(?P<tail>[^|]{{0,45}})", re.IGNORECASE)
_AS_NOUN = late(
    rf"(?:{_BY}|{_POINTS.replace('by', 'points')})\s+{NOUN_MOVED}\s+in\s+(?P<head>{_NEAR})",
    re.IGNORECASE,
)
_NOUN_OF = late(rf"\b{NOUN_MOVED}\s+of\s+{_HEDGED}{_BY}\s+in\s+(?P<head>{_NEAR})", re.IGNORECASE)
_HAS_ENDS = late(r"\b(?:from|against|compared with|compared to)\s+(?:[\w’'-]+\s+){0,3}<[pmce]", re.IGNORECASE)
_TO = late(r"\bto\s+(?:[\w’'-]+\s+){0,3}<([pmce])(\d+)>")
_ONCE = late(r"^\s*(?:per|a|each|every|of|year-on-year|below|above|more|less)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Said:
    """What is moved, as far as the words tell: the quantity, which of several, when, and whose."""

    quantity: str
    sorts: frozenset[str]
    part: bool
    year: bool
    months: frozenset[str]
    names: frozenset[str]
    sentence: int

    def may_be(self, other: _Said) -> bool:
        """Whether nothing tells the two apart."""
        return (
            self.quantity == other.quantity
            and (not self.sorts or not other.sorts or self.sorts == other.sorts)
            and self.part == other.part
            and (self.names == other.names or bool(self.names & other.names))
            and (self.months <= other.months or other.months <= self.months)
        )


def _other_times(match: re.Match[str], masked: Masked) -> bool:
    """Whether the two sentences name different times, or speak of different quantities."""
    when, then = (masked.figures[match[group][2:-1]].span.quote for group in ("_when", "_then"))
    if when.casefold() != then.casefold():
        return True
    to, start = (masked.figures[match[group][1:]] for group in ("to", "start"))
    if to.kind is Kind.COUNT:
        return noun(to) is None or noun(to) != noun(start)
    head = re.split(r"[<>|]", match.string[max(0, match.start() - _BEFORE) : match.start()])[-1]
    named = [{m.lastgroup for m in QUANTITY.finditer(words)} for words in (head, match["_said"])]
    return len(named[0]) != 1 or named[0] != named[1]


_BEFORE = 70
_ANYTHING = r"[^~]{0,1500}?"
_THEN = r"\|\s*(?:In\s+|For\s+)?(?:the whole of\s+)?(?P<_then><[yd]\d+>),?\s+(?P<_said>[^<>|]{0,60}?)"
_WAS = r"\b(?:(?:had\s+)?(?:stood\s+at|been|totalled|totaled|reached|come\s+to|amounted\s+to)|was|were|came\s+to)\s+"

DRAFT_RULES = (
    Rule(
        "this, up so much from then; what it was then, further on",
        "change",
        rf"{{to:m}}(?: \([^()|]*\))?,?\s+(?:which\s+(?:is|was)\s+)?(?:(?P<up>up|a rise of|an increase of)|(?P<down>down|a fall of|a drop of))\s+{{hedge}}{{by:p}}\s+(?:from|on|over|compared with)\s+"
        rf"(?P<_when><[yd]\d+>){_ANYTHING}{_THEN}{_WAS}{{hedge}}{{start:m}}",
        ("up <p", "down <p", "of <p", "up by <p", "down by <p"),
        hits=(
            "The deficit was $55bn (£29bn), up 9% from September. Analysts sighed. In September the overall gap had stood at $50.5bn.",
        ),
        misses=(
            "The deficit was $55bn, up 9% from September. Analysts sighed. In August the overall gap had stood at $50.5bn.",
            "The deficit was $55bn, up 9% from September. Analysts sighed. In September the surplus had stood at $50.5bn.",
        ),
        unless=_other_times,
    ),
    Rule(
        "so many; that is so much more than then; how many then, further on",
        "change",
        rf"{{to:c}}\s+[^<>|]*\|(?:[^<>|]*\|)?\s*(?:It|That|This|The figure|The total)\s+(?:is|was|represents|represented|marks|marked|amounts to|meant|means)\s+(?:an?\s+){NOUN_MOVED}\s+of\s+{{hedge}}{{by:p}}\s+(?:on|from|over|compared\s+with)\s+"
        rf"(?P<_when><[yd]\d+>){_ANYTHING}\|\s*(?:In\s+)?(?P<_then><[yd]\d+>),?\s+{{hedge}}{{start:c}}",
        ("of <p",),
        needs=(("| it ", "| that ", "| this ", "| the figure ", "| the total "),),
        hits=(
            "Some 133m messages were sent. It represents an increase of 20% on last year's figures. People like them. Last year, 111m messages were sent.",
        ),
        misses=(
            "Some 133m messages were sent. It represents an increase of 20% on last year's figures. Last year, 111m calls were made.",
        ),
        unless=_other_times,
    ),
)


def distant_moves(draft: Draft, figures: Sequence[Figure], found: Iterable[Relation]) -> Iterator[Relation]:
    """`change` from ends and a size that stand in different sentences.

    Args:
        draft: the draft.
        figures: its figures, in order.
        found: the relations already read; its changes that give no size have the ends.
    """
    by_id = {figure.id: figure for figure in figures}
    changes = [r for r in found if r.kind == "change" and r.direction is not None]
    ends = [(r, said) for r in changes if (said := _said_of(draft, by_id, r)) is not None]
    if not ends:
        return
    used = {figure for r in changes for figure in r.role("by")}
    moves = [move for move in _moves(draft, figures) if move[0].id not in used]
    for figure, direction, said, to in moves:
        fitting = [r for r, other in ends if said.may_be(other) and said.sentence != other.sentence]
        if len(fitting) != 1 or fitting[0].direction is not direction:
            continue
        if to is not None and to.written != by_id[fitting[0].one("to")].written:
            continue
        rivals = [
            f for f, way, other, _ in moves if other.may_be(said) and way is direction and f is not figure
        ]
        if any(f.written != figure.written for f in rivals):
            continue
        yield from _brought_together(figure, fitting[0], by_id)


def _brought_together(by: Figure, ends: Relation, by_id: Mapping[str, Figure]) -> Iterator[Relation]:
    """The change by that size, where the ends come with none."""
    if not ends.role("by") and _one_measure(by, by_id[ends.one("to")]):
        roles = (("from", ends.role("from")), ("to", ends.role("to")), ("by", (by.id,)))
        yield Relation(
            "change",
            roles,
            ends.direction,
            proposed_by=("offline",),
            rule="a move, and its ends elsewhere",
            said=ends.said,
        )


def _one_measure(by: Figure, end: Figure) -> bool:
    """Whether the size is a share of the ends, or in points or money like them."""
    if by.hedge in (Hedge.VAGUE, Hedge.BETWEEN):
        return False
    if by.kind is Kind.PERCENT:
        return end.kind is not Kind.PERCENT
    if by.kind is Kind.POINTS:
        return end.kind is Kind.PERCENT
    if by.kind is Kind.COUNT and by.unit in ("point", "points"):
        return end.kind is Kind.COUNT or end.kind is Kind.PERCENT
    return by.kind is end.kind and (by.kind is not Kind.MONEY or by.unit == end.unit)


def _said_of(draft: Draft, by_id: Mapping[str, Figure], relation: Relation) -> _Said | None:
    """What the ends are ends of: the quantity named last before the first of them."""
    at = min(by_id[f].span.start for f in relation.figures)
    sentence = draft.sentence_at(at)
    if sentence is None:
        return None
    start = sentence.span.start
    quote = sentence.span.quote
    near = quote[max(0, at - start - 90) : at - start + 60]
    return None if _UNSURE.search(near) else _said(near, quote, sentence.number)


def _said(near: str, quote: str, number: int) -> _Said | None:
    found = {match.lastgroup for match in QUANTITY.finditer(near) if match.lastgroup is not None}
    if len(found) != 1 or _OF_ONE_KIND.search(near):
        return None
    (quantity,) = found
    sorts = frozenset(match[1].casefold() for match in _SORTS.finditer(near))
    if quantity == "profit":
        sorts -= {"net"}
    part, year = _PART_YEAR.search(near) is not None, _WHOLE_YEAR.search(near) is not None
    names = frozenset(re.sub(r"[’']s?$", "", name) for name in _NAME.findall(quote)) - _NO_NAMES
    return _Said(quantity, sorts, part, year, frozenset(_MONTHS.findall(near)), names, number)


def _moves(
    draft: Draft, figures: Sequence[Figure]
) -> Iterator[tuple[Figure, Direction, _Said, Figure | None]]:
    """Every size of a rise or fall that stands without its ends, with what it is said of."""
    at = 0
    for sentence in draft.sentences:
        here: list[Figure] = []
        while at < len(figures) and figures[at].span.start < sentence.span.end:
            here.append(figures[at])
            at += 1
        if not any(figure.kind in _SIZES for figure in here):
            continue
        if not _ANY_QUANTITY.search(sentence.span.quote.casefold()):
            continue
        masked = mask(draft, [sentence], here)
        for match in (
            *_AS_VERB.finditer(masked.text),
            *_AS_NOUN.finditer(masked.text),
            *_NOUN_OF.finditer(masked.text),
        ):
            size = _size(match, masked)
            tail = match.groupdict().get("tail") or ""
            head = (
                ""
                if match.groupdict().get("head")
                else _FIGURES.split(masked.text[: match.start()])[-1][-_BEFORE:]
            )
            words = head + masked.text[match.start() : match.end() - len(tail)]
            if _UNSURE.search(words):
                continue
            said = _said(_unmasked(words + tail, masked), sentence.span.quote, sentence.number)
            if size is not None and said is not None:
                reached = _TO.search(tail)
                to = masked.figures[reached[2]] if reached else None
                yield size, Direction.UP if match["up"] else Direction.DOWN, said, to


def _unmasked(text: str, masked: Masked) -> str:
    """The words of a stretch with its dates and stretches of time as printed."""
    return _MASK.sub(lambda m: masked.figures[m[1]].span.quote, text)


def _size(match: re.Match[str], masked: Masked) -> Figure | None:
    groups = match.groupdict()
    name = groups.get("by") or groups.get("points")
    if name is None:
        return None
    tail = groups.get("tail") or ""
    if _ONCE.search(tail) or _HAS_ENDS.search(masked.text[match.end() - len(tail) :]):
        return None
    return masked.figures[name[1:]]
