"""Contradictions: found, smallest, in a fixed order, and only where there are any."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from builders import figure, relation
from hypothesis import example, given, settings
from hypothesis import strategies as st

from verifier.consistency import Strength, prove
from verifier.consistency.ranges import Ranges
from verifier.consistency.solver import System
from verifier.consistency.witness import has_witness
from verifier.figures.model import Exact, Interval, Kind
from verifier.relations import KINDS
from verifier.relations.model import Constraint, Linear, Relation, Values

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from verifier.figures.model import Figure


def numbered(relations: Iterable[Relation]) -> list[Relation]:
    return [replace(r, id=f"R{n}") for n, r in enumerate(relations, 1)]


Row = tuple[dict[str, Exact], Exact]


def _eliminated(name: str, high: Row, low: Row) -> Row:
    """Two rows that bound a variable from both sides, added so that it falls out."""
    a, b = 1 / Fraction(high[0][name]), -1 / Fraction(low[0][name])
    terms: dict[str, Exact] = {}
    for side, scale in ((high[0], a), (low[0], b)):
        for key, factor in side.items():
            terms[key] = terms.get(key, 0) + factor * scale
    return {key: factor for key, factor in terms.items() if factor}, high[1] * a + low[1] * b


def _tightest(rows: list[Row]) -> list[Row]:
    """Of rows alike but for their bound, the tightest: without this the rows square at every step."""
    best: dict[tuple[tuple[str, Fraction], ...], Exact] = {}
    for terms, bound in rows:
        size = abs(Fraction(next(iter(terms.values())))) if terms else Fraction(1)
        key = tuple(sorted((name, Fraction(factor) / size) for name, factor in terms.items()))
        scaled = Fraction(bound) / size
        best[key] = min(best.get(key, scaled), scaled)
    return [(dict(key), bound) for key, bound in best.items()]


def satisfiable(constraints: Iterable[Constraint], box: dict[str, Interval]) -> bool:
    """Fourier-Motzkin elimination: exact, and nothing like a solver."""
    rows: list[tuple[dict[str, Exact], Exact]] = []
    for constraint in constraints:
        rows += [(dict(linear.terms), linear.bound) for linear in constraint.linear]
    for name, interval in box.items():
        if interval.high is not None:
            rows.append(({name: 1}, interval.high))
        if interval.low is not None:
            rows.append(({name: -1}, -interval.low))
    for name in box:
        upper = [r for r in rows if r[0].get(name, 0) > 0]
        lower = [r for r in rows if r[0].get(name, 0) < 0]
        kept = [r for r in rows if not r[0].get(name, 0)]
        rows = _tightest([*kept, *(_eliminated(name, high, low) for high in upper for low in lower)])
    return all(bound >= 0 for terms, bound in rows if not terms)


KINDS_OF_SYSTEM = st.sampled_from(("part_of", "same_fact", "order", "sum", "difference"))


@st.composite
def systems(draw: st.DrawFn) -> tuple[list[Figure], list[Relation]]:
    count = draw(st.integers(3, 5))
    figures = []
    for number in range(1, count + 1):
        low = draw(st.integers(0, 12))
        figures.append(
            figure(f"F{number}", low, low + draw(st.integers(0, 4)), slack=draw(st.integers(0, 1)))
        )
    stated = []
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(KINDS_OF_SYSTEM)
        ids = draw(st.permutations([f.id for f in figures]))
        if kind == "same_fact":
            stated.append(relation(kind, figures=" ".join(ids[: draw(st.integers(2, 3))])))
        elif kind == "sum":
            stated.append(relation(kind, parts=f"{ids[0]} {ids[1]}", total=ids[2]))
        else:
            roles = list(KINDS[kind].roles)
            named = tuple((role, (place,)) for role, place in zip(roles, ids, strict=False))
            stated.append(Relation(kind, named, proposed_by=("offline",)))
    return figures, numbered(stated)


def box_of(figures: Sequence[Figure], strength: Strength) -> dict[str, Interval]:
    return {f.id: f.generous if strength is Strength.GENEROUS else f.written for f in figures}


@settings(max_examples=100, deadline=None)
@given(systems())
def test_every_set_is_contradictory_and_none_of_its_members_idle(
    system: tuple[list[Figure], list[Relation]],
) -> None:
    figures, relations = system
    for contradiction in prove(figures, relations):
        box = box_of(figures, contradiction.strength)
        members = contradiction.constraints
        assert not satisfiable(members, box)
        for left_out in range(len(members)):
            assert satisfiable(members[:left_out] + members[left_out + 1 :], box)


# A rounder number asks no more of the others in the generous reading than as written.
ROUNDER = (
    [figure("F1", 1), figure("F2", 11), figure("F3", 8, 12)],
    [relation("sum", parts="F1 F2", total="F3"), relation("same_fact", figures="F2 F3")],
)


@settings(max_examples=100, deadline=None)
@example(ROUNDER)
@given(systems())
def test_silent_exactly_where_all_can_hold(system: tuple[list[Figure], list[Relation]]) -> None:
    figures, relations = system
    values = Values({f.id: f for f in figures}, generous=False)
    constraints = [c for r in relations for c in KINDS[r.kind].constraints(r, values)]
    found = prove(figures, relations)
    assert (not found) == satisfiable(constraints, box_of(figures, Strength.WRITTEN))


@given(st.lists(st.integers(1, 500), min_size=2, max_size=5), st.integers(1, 50))
def test_planted_truth_is_silent_and_a_planted_slip_is_the_whole_set(parts: list[int], slip: int) -> None:
    figures = [figure(f"F{n}", value) for n, value in enumerate(parts, 1)]
    total = f"F{len(parts) + 1}"
    names = " ".join(f.id for f in figures)
    stated = numbered(
        [relation("sum", parts=names, total=total)]
        + [relation("part_of", part=f.id, whole=total) for f in figures]
    )
    assert not prove([*figures, figure(total, sum(parts))], stated)
    (found,) = prove([*figures, figure(total, sum(parts) + slip)], stated)
    assert [r.kind for r in found.relations] == ["sum"]
    assert set(found.figures) == {*(f.id for f in figures), total}


def test_contradictions_over_several_statements() -> None:
    # 120, 85 and 60 make up those who went; 41 of 300 stayed; 265 + 41 is 306.
    figures = [
        figure("F1", 120),
        figure("F2", 85),
        figure("F3", 60),
        figure("F4", 0, 1000),
        figure("F5", 300),
        figure("F6", 41),
    ]
    stated = numbered(
        [
            relation("sum", parts="F1 F2 F3", total="F4"),
            relation("difference", minuend="F5", subtrahend="F6", result="F4"),
        ]
    )
    (found,) = prove(figures, stated)
    assert [r.id for r in found.relations] == ["R1", "R2"]
    assert found.strength is Strength.GENEROUS


def test_what_rounding_can_save_is_weaker() -> None:
    figures = [figure("F1", 2000, slack=50), figure("F2", 1980)]
    (found,) = prove(figures, numbered([relation("part_of", part="F1", whole="F2")]))
    assert found.strength is Strength.WRITTEN


def test_one_fact_in_rounder_numbers_is_no_contradiction() -> None:
    fact = numbered([relation("same_fact", figures="F1 F2")])
    assert prove([figure("F1", 2000, slack=50), figure("F2", 1980)], fact) == ()
    assert prove([figure("F1", 1980), figure("F2", 2000, slack=50)], fact) == ()
    (found,) = prove([figure("F1", 1970, slack=15), figure("F2", 1980)], fact)
    assert found.strength is Strength.WRITTEN, "neither is the rounder"
    (found,) = prove([figure("F1", 2000, slack=50), figure("F2", 2080)], fact)
    assert found.strength is Strength.GENEROUS, "rounding does not reach so far"


def test_ranks_that_differ_are_no_proof() -> None:
    ranks = [figure("F1", 3, kind=Kind.ORDINAL), figure("F2", 4, kind=Kind.ORDINAL)]
    (found,) = prove(ranks, numbered([relation("same_fact", figures="F1 F2")]))
    assert found.strength is Strength.WRITTEN


def test_two_slips_are_two_contradictions_in_order() -> None:
    figures = [figure("F1", 5), figure("F2", 3), figure("F3", 9), figure("F4", 7)]
    stated = numbered(
        [relation("part_of", part="F1", whole="F2"), relation("part_of", part="F3", whole="F4")]
    )
    assert [c.relations[0].id for c in prove(figures, stated)] == ["R1", "R2"]


def test_no_relations_no_contradiction() -> None:
    assert prove([figure("F1", 1)], []) == ()


def band(low: int, high: int, factor: int = 1, variable: str = "F1") -> Constraint:
    linear = (Linear(((variable, factor),), high), Linear(((variable, -factor),), -low))
    return Constraint(relation("order", greater="F1", less="F2"), "order-contradicted", ("F1",), linear)


def test_witness() -> None:
    assert has_witness([band(5, 7)], {"F1": Interval(4, 8)})
    assert has_witness([band(5, 7)], {"F1": Interval(0, 8)})  # 4, in the middle, is none, and 5 is
    assert not has_witness([band(5, 7)], {"F1": Interval(0, 4)})
    assert has_witness([band(5, 7)], {})  # a shared rate is no figure: the demands on it bound it
    assert not has_witness([band(5, 7), band(8, 9)], {})


@pytest.mark.parametrize(
    ("excess", "expected"),
    [
        pytest.param(-2, True, id="the middles do"),
        pytest.param(-4, True, id="one of the two is moved"),
        pytest.param(-6, True, id="both are moved"),
        pytest.param(-9, False, id="as far as they may be"),
    ],
)
def test_a_witness_near_the_middle(excess: int, expected: bool) -> None:
    difference = Linear((("F1", 1), ("F2", -1)), excess)
    stated = Constraint(
        relation("order", greater="F2", less="F1"), "order-contradicted", ("F1", "F2"), (difference,)
    )
    box = {"F1": Interval(0, 4), "F2": Interval(2, 8)}
    assert has_witness([stated], box) is expected


BANDS = st.builds(
    lambda low, size, factor, variable: band(low, low + size, factor, variable),
    st.integers(-6, 6),
    st.integers(0, 5),
    st.sampled_from((-2, -1, 1, 3)),
    st.sampled_from(("F1", "F2", "a rate")),
)


@given(st.lists(BANDS, min_size=1, max_size=6))
def test_ranges_judge_as_the_solver_does(constraints: list[Constraint]) -> None:
    box = {"F1": Interval(-3, 5), "F2": Interval(0, None)}
    members = range(len(constraints))
    assert Ranges.can_judge(constraints)
    by_range = Ranges(constraints, box).smallest_contradiction(members)
    assert by_range == System(constraints, box).smallest_contradiction(members)


def test_what_relates_two_variables_is_left_to_the_solver() -> None:
    both = Linear((("F1", 1), ("F2", -1)), 0)
    stated = Constraint(
        relation("order", greater="F2", less="F1"), "order-contradicted", ("F1", "F2"), (both,)
    )
    assert not Ranges.can_judge([band(1, 2), stated])


def test_drafts_may_be_judged_in_several_threads() -> None:
    figures = [figure("F1", 300), figure("F2", 120), figure("F3", 85), figure("F4", 60), figure("F5", 41)]
    figures.append(figure("F6", 0, 1000))
    stated = numbered(
        [
            relation("sum", parts="F2 F3 F4", total="F6"),
            relation("difference", minuend="F1", subtrahend="F5", result="F6"),
        ]
    )
    alone = [found.constraints for found in prove(figures, stated)]
    assert alone
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda _: prove(figures, stated), range(200)))
    assert all([found.constraints for found in each] == alone for each in together)
