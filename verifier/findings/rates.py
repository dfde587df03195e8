"""The rate that the rest of a draft goes by, beside two sums that no rate makes one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from verifier.figures.model import Kind
from verifier.relations import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from verifier.consistency import Contradiction
    from verifier.relations.model import Names, Relation, Wording


def fair_pair(
    group: Sequence[Contradiction],
    contradictions: Iterable[Contradiction],
    relations: Iterable[Relation],
    names: Names,
) -> Relation | None:
    """Another pair of sums in the two currencies of a pair that is absurd by itself.

    Returns:
        The conversion nearest to it in the draft that is in no contradiction; None if the group is
        about anything else, or if the draft has no other such pair.
    """
    if len(group) != 1 or len(group[0].constraints) != 1:
        return None
    absurd = group[0].constraints[0].relation
    units = _currencies(absurd, names)
    if units is None:
        return None
    refuted = {relation.id for found in contradictions for relation in found.relations}
    others = [
        relation
        for relation in relations
        if relation.id not in refuted and not relation.partial and _currencies(relation, names) == units
    ]
    return min(others, key=lambda relation: (_distance(relation, absurd, names), relation.id), default=None)


def with_pair(wording: Wording, pair: Relation, names: Names) -> Wording:
    """The wording, with the pair of sums that the draft has elsewhere."""
    states = KINDS[pair.kind].states(pair, names)
    one, other = (names[figure].short for figure in pair.figures)
    return replace(
        wording,
        message=f"{wording.message} Elsewhere {states}.",
        working=f"{wording.working}; elsewhere {one} = {other}",
    )


def _currencies(relation: Relation, names: Names) -> frozenset[str] | None:
    if relation.kind != "conversion":
        return None
    figures = [names[figure].figure for figure in relation.figures]
    units = frozenset(figure.unit for figure in figures if figure.unit and figure.kind is Kind.MONEY)
    return units if len(units) == len(figures) else None


def _distance(one: Relation, other: Relation, names: Names) -> int:
    start, end = (names[relation.figures[0]].figure.span.start for relation in (one, other))
    return abs(start - end)
