"""Fractions, factors and ratios."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from builders import scanned

from verifier.figures import Exact, Figure, Kind

Marked = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[half] of them", Fraction(1, 2)),
        ("more than [a third] of them", Fraction(1, 3)),
        ("[two-thirds] of them", Fraction(2, 3)),
        ("[three-quarters] of them", Fraction(3, 4)),
        ("[a quarter] of them", Fraction(1, 4)),
        ("[one-fifth] of them", Fraction(1, 5)),
        ("[two in five] of them", Fraction(2, 5)),
        ("[one in 10] of them", Fraction(1, 10)),
        ("[nine out of ten] of them", Fraction(9, 10)),
        ("[one in every 20] of them", Fraction(1, 20)),
        ("sell [seven of every ten] pumps", Fraction(7, 10)),
        ("fell by [a fifth].", Fraction(1, 5)),
    ],
)
def test_fractions(marked: Marked, text: str, value: Fraction) -> None:
    (figure,) = marked(text)
    assert figure.kind is Kind.FRACTION
    assert figure.written.holds(value)
    assert figure.generous.holds(value + min(Fraction(1, 60), value / 10))
    assert not figure.generous.holds(value / 2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("prices [doubled]", 2),
        ("prices [halved]", Fraction(1, 2)),
        ("prices [tripled]", 3),
        ("[twice] as many", 2),
        ("[three times] the size", 3),
        ("[half as much again] as", Fraction(3, 2)),
        ("[a third as many again] came", Fraction(4, 3)),
        ("a [fourfold] rise", 4),
        ("a [ten-fold] rise", 10),
        ("will [double] output", 2),
        ("that [doubles] the fee", 2),
        ("Hill [doubles] Lowe’s share", 2),
        ("the fee [trebles]", 3),
        ("[double] the rate", 2),
        ("Support for Hill [Double] That of Lowe in Leeds", 2),
    ],
)
def test_factors(marked: Marked, text: str, value: Exact) -> None:
    (figure,) = marked(text)
    assert figure.kind is Kind.MULTIPLE
    assert figure.written.holds(value)


@pytest.mark.parametrize(
    ("text", "holds", "fails"),
    [
        ("it more than [halved]", Fraction(4, 10), Fraction(6, 10)),
        ("it nearly [halved]", Fraction(55, 100), Fraction(44, 100)),
        ("it less than [halved]", Fraction(6, 10), Fraction(4, 10)),
        ("it more than [doubled]", Fraction(22, 10), Fraction(18, 10)),
        ("it nearly [doubled]", Fraction(19, 10), Fraction(22, 10)),
    ],
)
def test_what_more_than_halves_comes_to_less_than_half(
    marked: Marked, text: str, holds: Fraction, fails: Fraction
) -> None:
    (figure,) = marked(text)
    assert figure.written.holds(holds)
    assert not figure.written.holds(fails)


@pytest.mark.parametrize(
    "text",
    [
        "backed [1:1] by",
        "a [three to one] vote",
        "a [10-to-1] chance",
        "[50-50] chance",
        "by nearly [3-1], they",
        "more than [2-1] in",
    ],
)
def test_ratios(marked: Marked, text: str) -> None:
    assert marked(text)[0].kind is Kind.RATIO


@pytest.mark.parametrize(
    "text",
    [
        "a double gold medallist", "double-decker buses", "the doubles final", "in the second half", "at half-time",
        "a fly-half", "the quarter-final", "doubled down on it", "double standards", "half-brother",
        "the mixed doubles that Hill won", "she plays doubles to relax", "Wimbledon doubles. The crowd left",
    ],
)  # fmt: skip
def test_neither_shares_nor_factors(marked: Marked, text: str) -> None:
    assert marked(text) == []


def test_times_that_count(marked: Marked) -> None:
    (figure,) = marked("won it [three] times")
    assert (figure.kind, figure.unit) == (Kind.COUNT, "times")


@pytest.mark.parametrize("text", ["31/0", "31/000", "31/\u0660", "31/\u0660\u0660", "31/\u06f0"])
def test_nothing_is_a_share_of_nothing(text: str) -> None:
    """Noughts of other scripts are noughts, too."""
    _, figures = scanned(text)
    assert all(figure.kind not in (Kind.FRACTION, Kind.RATIO) for figure in figures)
