"""How long after one date another lies, which stands beside it: "It opened in 1997 … six years later, in 2003"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import Figure

_LATER = late(r"\s(?:later|afterwards|on|after that)\b(?!\s(?:said|told|this|that|the same))")
_BESIDE = late(r"\s(?:later|afterwards|after that),?\s(?:-\s|–\s)?(?:(?:in|on)\s)?(?:the\s|early\s|late\s)?")
_WHEN = late(
    r"\b(?:in|on|during)\s(?:the\s|early\s|late\s|mid-?|the (?:spring|summer|autumn|fall|winter|end|start) of\s)?$",
    re.IGNORECASE,
)
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
        if start is None:
            continue
        end = _beside(draft, figures, index)
        if end is not None and _exact(start, end):
            yield Relation(
                "duration",
                (("length", (length.id,)), ("start", (start.id,)), ("end", (end.id,))),
                proposed_by=("offline",),
                rule="so much later, on this date",
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
