"""How long after one date another lies: "It opened in 1997 … six years later, in 2003".

The length may stand with the second date, or the second date elsewhere: "out in America on 9 November, and
in Britain two days later … on 9 November in America and 11 November in Britain". What has come to pass so
long after a date ("34 years later none have paid") is not later than the years that the draft looks ahead to.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.figures.calendar_names import MONTHS
from verifier.figures.model import Hedge, Kind
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import DatePoint, Figure

_LATER = re.compile(r"\s(?:later|afterwards|on|after that)\b(?!\s(?:said|told|this|that|the same))")
_BESIDE = re.compile(
    r"\s(?:later|afterwards|after that),?\s(?:-\s|–\s)?(?:(?:in|on)\s)?(?:the\s|early\s|late\s)?"
)
_WHEN = re.compile(
    r"\b(?:in|on|during)\s(?:the\s|early\s|late\s|mid-?|the (?:spring|summer|autumn|fall|winter|end|start) of\s)?$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|is to|are to|is due|are due|due to|set to|scheduled|expected to|plans? to|going to)\b[^.;:!?]*?"
    r"\b(?:in|by|until|on|from|for)\s(?:the\s|early\s|late\s|mid-?)?$"
)
# A year of the past may follow words that look ahead: "will have 27, down from 38 in 2010".
_BACK_AGAIN = re.compile(
    r"\b(?:from|than|as|that|those|what|when|who|how|like|since|today|now|ago|last|before|compared|and|but|or)\b|,"
)
_UP_TO_NOW = re.compile(r"\s(?:later|on|afterwards),?\s[^.;:!?,]{0,60}?\b(?:have|has|still|is|are)\b")
_OFFERS = re.compile(r"\s(?:will|offers|promises|could|should|may)\b")
_PAST = re.compile(r"\b(?:was|were|had|did|\w+ed|won|lost|left|became|said|took|went|fell|rose)\b")
_BROKEN = re.compile(r"[.;:!?]\s|\b(?:while|whereas)\b")
_HYPOTHETICAL = re.compile(r"\b(?:will|would|could|should|may|might|[Ii]f|[Ee]ach|[Ee]very|[Uu]ntil)\b")
_UNITS = frozenset(("day", "week", "month", "year", "decade", "fortnight"))
_ROUGH = frozenset((Hedge.VAGUE, Hedge.BETWEEN))


def later(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`duration` for the lengths of a draft that lie between two of its dates."""
    for index, length in enumerate(figures):
        if length.kind is not Kind.DURATION or length.unit not in _UNITS or length.hedge in _ROUGH:
            continue
        if not _LATER.match(draft.text, length.span.end):
            continue
        here = draft.sentence_at(length.span.start)
        start = _anchor(draft, figures, index, here)
        if here is None or start is None:
            continue
        end = _beside(draft, figures, index)
        if end is not None:
            if _exact(start, end):
                yield _relation(length, start, end, "so much later, on this date")
            continue
        if any(f.kind is Kind.DATE and here.span.covers(f.span) for f in figures[index + 1 : index + 4]):
            continue
        if _HYPOTHETICAL.search(draft.text, here.span.start, here.span.end):
            continue
        yield from _elsewhere(draft, figures, length, start)
        yield from _by_now(draft, figures, length, start)


def _relation(length: Figure, start: Figure, end: Figure, rule: str, *, partial: bool = False) -> Relation:
    return Relation(
        "duration",
        (("length", (length.id,)), ("start", (start.id,)), ("end", (end.id,))),
        partial=partial,
        proposed_by=("offline",),
        rule=rule,
    )


def _anchor(draft: Draft, figures: Sequence[Figure], index: int, here: Sentence | None) -> Figure | None:
    """The one date that "later" counts from: the last of its sentence, or the only one of the sentence before."""
    if here is None:
        return None
    before = [f for f in figures[max(0, index - 4) : index] if f.kind in (Kind.DATE, Kind.RELATIVE_DATE)]
    inside = [f for f in before if here.span.covers(f.span)]
    if inside:
        found = inside[-1:]
    else:
        found = [f for f in before if (s := draft.sentence_at(f.span.start)) and s.number == here.number - 1]
    if any(
        f.kind is Kind.DURATION and f.span.start > found[-1].span.start
        for f in figures[max(0, index - 4) : index]
        if found
    ):
        return None  # "In 1997 and, within two years, …; five years later": it counts from those two years.
    if len(found) != 1 or found[0].kind is not Kind.DATE or found[0].date is None or found[0].date.end:
        return None
    if not _WHEN.search(draft.text, max(0, found[0].span.start - 40), found[0].span.start):
        return None
    return found[0]


def _beside(draft: Draft, figures: Sequence[Figure], index: int) -> Figure | None:
    """The date that the length leads to, where it stands beside it: "two weeks later, on 11 December"."""
    if index + 1 < len(figures):
        after = figures[index + 1]
        if after.kind is Kind.DATE and _BESIDE.fullmatch(
            draft.text, figures[index].span.end, after.span.start
        ):
            return after
    return None


def _exact(start: Figure, end: Figure) -> bool:
    a, b = start.date, end.date
    if a is None or b is None or a.end or b.end:
        return False
    return (a.year is None) == (b.year is None)


def _elsewhere(draft: Draft, figures: Sequence[Figure], length: Figure, start: Figure) -> Iterator[Relation]:
    """The same first date in another sentence, with one other date after it."""
    here = draft.sentence_at(start.span.start)
    if length.unit == "year" or start.date is None or start.date.day is None:
        return
    for index, again in enumerate(figures[:-1]):
        other = figures[index + 1]
        sentence = draft.sentence_at(again.span.start)
        if again.date != start.date or sentence is here or sentence is None or other.kind is not Kind.DATE:
            continue
        if not sentence.span.covers(other.span) or not _exact(start, other) or not _same_month(again, other):
            continue
        if re.search(
            r"\b(?:to|until|before|after|from|between)\b", draft.text[again.span.end : other.span.start]
        ):
            continue
        if _names(draft, start, length) & _names(draft, again, other):
            yield _relation(length, again, other, "so much later, on a date given elsewhere")


def _same_month(one: Figure, other: Figure) -> bool:
    return one.date is not None and other.date is not None and one.date.month == other.date.month


_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_NEAR = 40


def _names(draft: Draft, first: Figure, second: Figure) -> set[str]:
    """The names that stand with the second of two figures: between the two, and right after it."""
    sentence = draft.sentence_at(second.span.start)
    end = min(sentence.span.end if sentence else second.span.end, second.span.end + _NEAR)
    return {name for name in _NAME.findall(draft.text, first.span.end, end) if name.lower() not in MONTHS}


def _by_now(draft: Draft, figures: Sequence[Figure], length: Figure, start: Figure) -> Iterator[Relation]:
    """What came so long after a year has come by the first year that the draft looks ahead to."""
    if start.date is None or start.date.year is None or length.unit not in ("year", "decade"):
        return
    if not _UP_TO_NOW.match(draft.text, length.span.end):
        return  # "and closed ten years later": all of it may be long ago
    dates = [f for f in figures if f.kind is Kind.DATE]
    last = max(dates, key=_year)
    if last is not start and any(f is not start and _looks_ahead(draft, f) for f in dates):
        yield _relation(length, start, last, "so much later, by now", partial=True)


def _year(figure: Figure) -> int:
    return (figure.date.year if figure.date else None) or 0


def _looks_ahead(draft: Draft, figure: Figure) -> bool:
    """Whether the year is one that the draft speaks of as to come, or as having come at last."""
    point: DatePoint | None = figure.date
    sentence = draft.sentence_at(figure.span.start)
    if point is None or point.year is None or point.end is not None or sentence is None:
        return False
    before = _BROKEN.split(draft.text[sentence.span.start : figure.span.start])[-1]
    found = _AHEAD.search(before)
    if found is not None:
        return _PAST.search(found[0]) is None and _BACK_AGAIN.search(found[0]) is None
    opens = not before.strip(" \n\"“‘'")
    return opens and _OFFERS.match(draft.text, figure.span.end) is not None
