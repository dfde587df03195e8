"""A sum taken up by a definite one: "a $168m settlement deal … under the terms of the $186m settlement".

"The $186m settlement" is one that the draft has spoken of. Where its sum stands nowhere else, it is the only
other one of like size, if a weightier word stands near both. The same goes for a term ("the two-year ban"),
a share ("its 18% stake") and a compound with a count ("the 99-county tour").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.headlines import may_be
from verifier.extraction.offline.relations.restated import Stated, alike, of_size, where_stated
from verifier.extraction.offline.relations.rule import noun
from verifier.figures.model import Hedge, Kind
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure

_DEFINITE = re.compile(r"\b(?:the|this|that|those|these|its|his|her|their)\s$", re.IGNORECASE)
_SHARED = {Kind.MONEY: 1, Kind.DURATION: 1, Kind.PERCENT: 2, Kind.COUNT: 1}
"""How many weightier words have to stand near both: none near two compounds ("a 99-county tour … the 99-county
goal")."""
# Heads of what comes up once: "the $50m mark", "the three-month period".
_PASSING = frozenset(
    "mark barrier level period high low peak average run spell streak rise fall increase drop growth profit loss gain "
    "lead margin rate decline jump surge point time year old day month week minute second hour".split()
)
_NO_GROUPS = frozenset(("point", "time", "person", "minute", "vote"))
_REACH = 40
_MOST = 12


def sums_taken_up(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for a definite sum, term, share or compound, and the earlier one that it takes up.

    Args:
        draft: the draft.
        figures: its figures, in order.
    """
    groups: dict[tuple[Kind, str], list[Figure]] = {}
    definite = set()
    for figure in figures:
        unit = noun(figure) if figure.kind is Kind.COUNT else figure.unit
        if figure.kind not in _SHARED or unit is None or unit in _NO_GROUPS or figure.written.low is None:
            continue
        if figure.hedge in (Hedge.VAGUE, Hedge.BETWEEN):
            continue
        earlier = groups.setdefault((figure.kind, unit), [])
        if earlier and _DEFINITE.search(draft.text, max(0, figure.span.start - 8), figure.span.start):
            definite.add((figure.kind, unit))
        earlier.append(figure)
    for unit_of in definite:
        if len(groups[unit_of]) <= _MOST:
            yield from _taken_up(where_stated(draft, figures, groups[unit_of]))


def _taken_up(stated: Sequence[Stated]) -> Iterator[Relation]:
    for index, other in enumerate(stated):
        if not _takes_up(other):
            continue
        one = _antecedent(other, stated[:index], stated)
        if one is not None:
            roles = (("figures", (one.figure.id, other.figure.id)),)
            yield Relation("same_fact", roles, proposed_by=("offline",), rule="a sum, taken up")


def _takes_up(other: Stated) -> bool:
    """Whether a figure describes a noun that is known: "the $168m settlement"."""
    if other.figure.hedge is not Hedge.EXACT or not _DEFINITE.search(other.before[-8:]) or other.aside:
        return False
    if other.figure.kind is Kind.COUNT and not other.compound:
        return False
    return bool(other.heads) and _PASSING.isdisjoint(other.heads)


def _antecedent(other: Stated, earlier: Sequence[Stated], stated: Sequence[Stated]) -> Stated | None:
    """The one earlier figure of like size, or the last of the same value."""
    far = [one for one in earlier if 0 < other.sentence.number - one.sentence.number <= _REACH]
    equal = [one for one in far if one.figure.written == other.figure.written]
    if equal:
        found = equal[-1]
    elif any(one is not other and may_be(one.figure, other.figure) for one in stated):
        return None
    else:
        near = [one for one in far if of_size(one.figure, other.figure)]
        if not near or len({one.figure.written for one in near}) > 1:
            return None
        found = near[0]
    if (
        found.aside
        or found.apart != other.apart
        or (found.years and other.years and found.years.isdisjoint(other.years))
    ):
        return None
    compounds = found.compound and other.compound
    return found if compounds or alike(found, other) >= _SHARED[other.figure.kind] else None
