"""From figures and relations to the contradictions among them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from verifier.consistency.ranges import Ranges
from verifier.consistency.witness import has_witness
from verifier.relations import KINDS
from verifier.relations.corners import impossible
from verifier.relations.model import Constraint, Relation, Values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from verifier.consistency.smallest import Judge
    from verifier.figures.model import Figure, Interval


class Strength(StrEnum):
    """Under which reading of the figures the statements contradict each other."""

    GENEROUS = "generous"  # whatever rounding and looseness allow
    WRITTEN = "written"  # as printed, but rounding or looseness could save them


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A set of constraints that cannot all hold, of which every member is needed."""

    constraints: tuple[Constraint, ...]
    strength: Strength

    @property
    def relations(self) -> tuple[Relation, ...]:
        """The relations that it rests on, each once, in order."""
        return tuple(
            {constraint.relation.id: constraint.relation for constraint in self.constraints}.values()
        )

    @property
    def figures(self) -> tuple[str, ...]:
        """The ids of the figures that it rests on, each once."""
        return tuple(
            dict.fromkeys(figure for constraint in self.constraints for figure in constraint.figures)
        )


def prove(figures: Iterable[Figure], relations: Iterable[Relation]) -> tuple[Contradiction, ...]:
    """All contradictions among the relations, each once, in a fixed order.

    First those that hold even in the generous reading, then those that hold only as written. When a set
    has been found, its members are set aside and the rest is judged again, until it is consistent.

    Args:
        figures: the figures of the draft.
        relations: relations over them, with distinct ids.
    """
    by_id = {figure.id: figure for figure in figures}
    relations = tuple(relations)
    spent: set[tuple[str, tuple[str, ...], str]] = set()
    found: list[Contradiction] = []
    for strength in Strength:
        values = Values(by_id, generous=strength is Strength.GENEROUS)
        constraints = [
            constraint
            for relation in relations
            for constraint in KINDS[relation.kind].constraints(relation, values)
            if _key(constraint) not in spent
        ]
        if not constraints:
            continue
        box = {figure: values.interval(figure) for figure in by_id}
        for members in _contradictions(constraints, box):
            spent.update(_key(constraint) for constraint in members)
            found.append(Contradiction(members, strength))
    return tuple(found)


def _key(constraint: Constraint) -> tuple[str, tuple[str, ...], str]:
    return constraint.relation.id, constraint.figures, constraint.code


def _contradictions(
    constraints: Sequence[Constraint], box: Mapping[str, Interval]
) -> Iterable[tuple[Constraint, ...]]:
    rest = []
    for constraint in constraints:
        if impossible(constraint, box.get):
            yield (constraint,)
        else:
            rest.append(constraint)
    for component in _components(rest):
        if len(component) > 1 and not has_witness(component, box):
            yield from _joint(component, box)


def _joint(
    constraints: Sequence[Constraint], box: Mapping[str, Interval]
) -> Iterable[tuple[Constraint, ...]]:
    """Contradictions that take several constraints."""
    system: Judge
    if Ranges.can_judge(constraints):
        system = Ranges(constraints, box)
    else:
        # Loaded only here: most drafts never need the solver, and importing it takes 0.1 s.
        from verifier.consistency.solver import System  # noqa: PLC0415

        system = System(constraints, box)
    members = list(range(len(constraints)))
    while (core := system.smallest_contradiction(members)) is not None:
        yield tuple(constraints[index] for index in core)
        members = [index for index in members if index not in core]


def _components(constraints: Sequence[Constraint]) -> list[list[Constraint]]:
    """Constraints that share no variable cannot contradict each other: judge them apart."""
    parent: dict[str, str] = {}

    def root(variable: str) -> str:
        while parent.setdefault(variable, variable) != variable:
            parent[variable] = variable = parent[parent[variable]]
        return variable

    for constraint in constraints:
        names = [name for linear in constraint.linear for name, _ in linear.terms]
        for name in names[1:]:
            parent[root(name)] = root(names[0])
    groups: dict[str, list[Constraint]] = {}
    for constraint in constraints:
        groups.setdefault(root(constraint.linear[0].terms[0][0]), []).append(constraint)
    return list(groups.values())
