"""Whether another figure in reach fits a step or a factor that the figures read do not.

"With rises of £14 and £5, the bill goes from £80 to £94": where what was read is off, and would hold with
another figure of the same words in the place of one of its own, a wrong figure was read, not a wrong one printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.figures.model import Kind
from verifier.relations.model import Direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Exact, Figure
    from verifier.relations.model import Relation

_Span = tuple["Exact", "Exact"]
_REACH = 200
# "Over 11,000 fewer" has no upper end.
_ENDLESS = 10**40
_ROLES = {"change": ("from", "to", "by"), "ratio": ("to", "of", "factor")}


def unrivalled(relations: Iterable[Relation], masked: Masked) -> Iterator[Relation]:
    """The relations, without the steps and factors that only fit with another figure of the text."""
    by_id: dict[str, Figure] = {}
    for relation in relations:
        roles = _ROLES.get(relation.kind)
        if roles is not None:
            by_id = by_id or {figure.id: figure for figure in masked.figures.values()}
            named = [by_id[relation.one(role)] for role in roles if relation.role(role)]
            if named and _is_rivalled(named, tuple(by_id.values()), relation.direction):
                continue
        yield relation


def _is_rivalled(named: Sequence[Figure], figures: Sequence[Figure], way: Direction | None) -> bool:
    others = [f for f in figures if f not in named and any(_is_near(f, one) for one in named)]
    if len(named) == len(("from", "to")):
        return _is_nearer(named, others, way)
    return _has_rival(named, others, way)


def _is_near(figure: Figure, other: Figure) -> bool:
    return other.span.start - _REACH <= figure.span.start and figure.span.end <= other.span.end + _REACH


def _is_nearer(ends: Sequence[Figure], others: Sequence[Figure], way: Direction | None) -> bool:
    """Whether two ends go the wrong way, and an amount that stands before both would go the right one.

    "Some 40% of firms mean to raise prices by 5%, up from 30%": it is the firms that are more. And "126 wolves
    in 19 packs, up from 108": the wolves.
    """
    before, after = ends
    if after.span.start > before.span.start or not _contradicts(after, before, way):
        return False
    return any(
        other.kind is after.kind
        and (other.unit == after.unit or (before.kind is Kind.COUNT and before.unit is None))
        and other.span.start < after.span.start
        and not _contradicts(other, before, way)
        for other in others
    )


def _contradicts(after: Figure, before: Figure, way: Direction | None) -> bool:
    """Whether the first is surely on the wrong side of the second."""
    if way is None:
        return False
    one, other = _span(after, strictly=True), _span(before, strictly=True)
    return one[1] < other[0] if way is Direction.UP else other[1] < one[0]


def _has_rival(named: Sequence[Figure], others: Sequence[Figure], way: Direction | None) -> bool:
    """Whether the three do not fit, and would with another figure of its kind in the place of one."""
    if _fits(named, way, strictly=True):
        return False
    for place, figure in enumerate(named):
        for other in others:
            if other.generous.low is None or other.generous.high is None:
                continue
            if not _may_replace(other, figure):
                continue
            if _fits((*named[:place], other, *named[place + 1 :]), way, strictly=True):
                return True
    return False


def _may_replace(other: Figure, figure: Figure) -> bool:
    """Whether the words may speak of the one as of the other: of two of a unit, or two counts.

    "Stocks grew by 2.7m barrels to 460m, twice the 1.4m forecast": a bare number may be of any measure.
    """
    if other.kind is figure.kind:
        return other.unit == figure.unit or figure.kind is Kind.COUNT
    return figure.kind is Kind.COUNT and other.kind is Kind.MEASURE


def _fits(named: Sequence[Figure], way: Direction | None, *, strictly: bool = False) -> bool:
    """Whether the second may be that much more or less, as the word says, or so many times as much, as the first."""
    before, _, size = named
    first, second, by = (_span(figure, strictly=strictly) for figure in named)
    if (way is Direction.UP and second[1] <= first[0]) or (way is Direction.DOWN and first[1] <= second[0]):
        return False
    if size.kind in (Kind.MULTIPLE, Kind.RATIO):
        return by[0] * first[0] <= second[1] and second[0] <= by[1] * first[1]
    least = max(0, second[0] - first[1], first[0] - second[1])
    most = max(second[1] - first[0], first[1] - second[0])
    if size.kind is Kind.PERCENT and before.kind is not Kind.PERCENT:
        return least * 100 <= by[1] * first[1] and by[0] * first[0] <= most * 100
    if size.kind is Kind.FRACTION:
        as_step = least <= by[1] * first[1] and by[0] * first[0] <= most
        return as_step or (by[0] * first[0] <= second[1] and second[0] <= by[1] * first[1])
    return least <= by[1] and by[0] <= most


def _span(figure: Figure, *, strictly: bool) -> _Span:
    """The ends of what a figure may stand for, as written or as it may be meant."""
    values = figure.written if strictly else figure.generous
    low: Exact = 0 if values.low is None else values.low
    high: Exact = _ENDLESS if values.high is None else values.high
    return low, high
