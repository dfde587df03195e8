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
_ROLES = {"change": ("from", "to", "by"), "ratio": ("to", "of", "factor")}


def unrivalled(relations: Iterable[Relation], masked: Masked) -> Iterator[Relation]:
    """The relations, without the steps and factors that only fit with another figure of the text."""
    by_id = {figure.id: figure for figure in masked.figures.values()}
    for relation in relations:
        roles = _ROLES.get(relation.kind, ())
        named = [by_id[relation.one(role)] for role in roles if relation.role(role)]
        if len(named) < 3 or not _has_rival(named, tuple(by_id.values()), relation.direction):  # noqa: PLR2004
            yield relation


def _has_rival(named: Sequence[Figure], others: Sequence[Figure], way: Direction | None) -> bool:
    """Whether the three do not fit, and would with another figure of its kind in the place of one."""
    if _fits(named, way):
        return False
    for place, figure in enumerate(named):
        for other in others:
            if other in named or other.kind is not figure.kind or other.unit != figure.unit:
                continue
            if _fits((*named[:place], other, *named[place + 1 :]), way):
                return True
    return False


def _fits(named: Sequence[Figure], way: Direction | None) -> bool:
    """Whether the second may be that much more or less, as the word says, or so many times as much, as the first."""
    before, _, size = named
    spans = [_span(figure) for figure in named]
    if spans[0] is None or spans[1] is None or spans[2] is None:
        return True
    first, second, by = spans[0], spans[1], spans[2]
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


def _span(figure: Figure) -> _Span | None:
    low, high = figure.generous.low, figure.generous.high
    return None if low is None or high is None else (low, high)
