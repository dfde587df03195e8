"""Whether other figures near by fit better: a relation that does not hold proves nothing where one beside it does."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from verifier.figures.model import Hedge, Kind
from verifier.relations import KINDS
from verifier.relations.corners import impossible
from verifier.relations.model import Values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure
    from verifier.relations.model import Relation

# The kinds whose figures a pattern may pick wrongly from a list: in each one figure follows from the others.
_EXCHANGED = frozenset(("sum", "difference", "share", "average"))
# How far apart the figures may stand for all between them to be looked at, in sentences.
_NEAR = 4
# A list may begin so many sentences before: "Acme lost £9m. Bell lost £2m and Carr £1m, for a combined £12m".
_BACK = 2
# A list is seldom longer, and among more figures some come to a total by chance: the nearest are looked at.
_LONGEST, _MOST = 6, 9
# A figure has to be known to an eighth of itself.
_SHARP = 8
# A slip seldom makes a part three times as large as a small whole, what is read wrongly often is; where numbers
# are large, a scale word may have slipped.
_SLIP, _FEW = 3, 100
# "382 of its 372 drones": no other figure can be what "of" points to.
_DIRECTLY_OF = re.compile(r"[^,;:.()|–—]{0,60}\bof\s[^,;:.()|–—]{0,60}", re.DOTALL)


def without_rivals(
    draft: Draft, figures: Sequence[Figure], relations: Iterable[Relation]
) -> Iterator[Relation]:
    """The relations, but for those that do not hold while other figures of their sentences fit the same words.

    Args:
        draft: the draft.
        figures: its figures, in order.
        relations: what the rules have read.
    """
    by_id = {figure.id: figure for figure in figures}
    for relation in relations:
        if _holds(relation, by_id) or not _has_rival(draft, figures, relation, by_id):
            yield relation


def _holds(relation: Relation, by_id: Mapping[str, Figure]) -> bool:
    """Whether the figures as printed may meet each demand of the relation, taken by itself."""
    if relation.kind not in _EXCHANGED and relation.kind not in ("part_of", "shares_of_one"):
        return True
    values = Values(by_id, generous=False)
    demands = KINDS[relation.kind].constraints(relation, values)
    return not any(impossible(demand, values.interval) for demand in demands)


def _has_rival(
    draft: Draft, figures: Sequence[Figure], relation: Relation, by_id: Mapping[str, Figure]
) -> bool:
    chosen = [by_id[figure] for figure in relation.figures]
    near = _in_reach(draft, figures, chosen, back=_BACK if relation.kind == "sum" else 0)
    if relation.kind == "part_of":
        return _another_whole(draft, near, by_id[relation.one("part")], by_id[relation.one("whole")])
    if relation.kind == "shares_of_one":
        return relation.complete and _shares_of_all(near, chosen)
    if relation.kind == "sum" and _another_sum(near, chosen):
        return True
    return any(_holds(other, by_id) for other in _exchanged(relation, near, by_id))


def _in_reach(
    draft: Draft, figures: Sequence[Figure], chosen: Sequence[Figure], *, back: int
) -> list[Figure]:
    """All figures of the sentences from the first of the chosen, or so many before it, to the last.

    If that is far, of their own sentences alone.
    """
    numbers = {_number(draft, figure) for figure in chosen}
    first, last = min(numbers), max(numbers)
    if last - first < _NEAR:
        numbers = set(range(first - back, last + 1))
    return [figure for figure in figures if _number(draft, figure) in numbers]


def _number(draft: Draft, figure: Figure) -> int:
    sentence = draft.sentence_at(figure.span.start)
    return -1 if sentence is None else sentence.number


def _alike(one: Figure, other: Figure) -> bool:
    """Whether the one may stand in the other's place; "her 20th goal" tells how many there are."""
    if {one.kind, other.kind} == {Kind.COUNT, Kind.ORDINAL}:
        return True
    return one.kind is other.kind and (one.kind is Kind.COUNT or one.unit == other.unit)


def _another_whole(draft: Draft, near: Sequence[Figure], part: Figure, whole: Figure) -> bool:
    """Whether the words do not name the whole for sure, and it is far too small, or another is large enough."""
    first, last = sorted((part.span, whole.span))
    if part.span.start < whole.span.start and _DIRECTLY_OF.fullmatch(draft.text, first.end, last.start):
        return False
    low, most = part.written.low, whole.written.high
    if (
        low is not None
        and most is not None
        and whole.kind is Kind.COUNT
        and most < _FEW
        and low > most * _SLIP
    ):
        return True
    return low is not None and any(
        _alike(figure, whole)
        and figure not in (part, whole)
        and figure.hedge not in (Hedge.VAGUE, Hedge.BETWEEN)
        and (figure.written.low or 0) >= low
        for figure in near
    )


def _rough(figure: Figure) -> bool:
    """Whether the figure allows so much that it would fit by chance."""
    low, high = figure.written.low, figure.written.high
    return low is None or high is None or (high - low) * _SHARP > max(high, -high)


def _exchanged(relation: Relation, near: Sequence[Figure], by_id: Mapping[str, Figure]) -> Iterator[Relation]:
    """The relation with one of its figures exchanged for another."""
    for role, members in relation.roles:
        for place, member in enumerate(members):
            for figure in near:
                if figure.id in relation.figures or not _alike(figure, by_id[member]) or _rough(figure):
                    continue
                others = (*members[:place], figure.id, *members[place + 1 :])
                roles = tuple((name, others if name == role else ids) for name, ids in relation.roles)
                yield replace(relation, roles=roles, partial=False)


def _another_sum(near: Sequence[Figure], chosen: Sequence[Figure]) -> bool:
    """Whether one figure is the sum of others, among them two of the chosen: the list was longer, or another."""
    pool = [figure for figure in near if _alike(figure, chosen[0]) and not _rough(figure)]
    if len(pool) > _MOST:
        starts = [figure.span.start for figure in chosen]
        pool.sort(key=lambda figure: min(abs(figure.span.start - start) for start in starts))
        del pool[_MOST:]
    for total in pool:
        parts = [figure for figure in pool if figure is not total]
        for length in range(2, min(_LONGEST, len(parts)) + 1):
            for some in combinations(parts, length):
                own = sum(figure in chosen for figure in (*some, total))
                if 1 < own <= length and _come_to(some, total):
                    return True
    return False


def _come_to(parts: Sequence[Figure], total: Figure) -> bool:
    low = sum(part.written.low or 0 for part in parts)
    high = sum(part.written.high or part.written.low or 0 for part in parts)
    ends = total.written
    return (ends.high is None or low <= ends.high) and (ends.low is None or high >= ends.low)


def _shares_of_all(near: Sequence[Figure], chosen: Sequence[Figure]) -> bool:
    """Whether the shares come to one with others of their sentences."""
    pool = [figure for figure in near if figure.kind is chosen[0].kind and figure not in chosen]
    whole = 100 if chosen[0].kind is Kind.PERCENT else 1
    if len(pool) > _MOST:
        return True
    return any(
        sum((figure.written.low or 0) for figure in (*chosen, *more))
        <= whole
        <= sum((figure.written.high or figure.written.low or 0) for figure in (*chosen, *more))
        for length in range(1, len(pool) + 1)
        for more in combinations(pool, length)
    )
