"""Money: signs, codes and names, before and after."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from verifier.figures import Exact, Figure, Kind

Marked = Callable[[str], list[Figure]]

M = 10**6


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("It cost [£581m].", "GBP", 580_500_000, 581_500_000),
        ("It cost [$1.13bn].", "USD", 1125 * M, 1135 * M),
        ("It cost [A$458.4m].", "AUD", 458_350_000, 458_450_000),
        ("It cost [US$5].", "USD", Fraction(9, 2), Fraction(11, 2)),
        ("It cost [C$2 million].", "CAD", 3 * M // 2, 5 * M // 2),
        ("It cost [HK$10.50].", "HKD", Fraction(2099, 200), Fraction(2101, 200)),
        ("It cost [100 trillion won].", "KRW", 995 * 10**11, 1005 * 10**11),
        ("It cost [a billion dollars].", "USD", 500 * M, 1500 * M),
        ("It cost [20m euros].", "EUR", 19_500_000, 20_500_000),
        ("It cost [745bn Indian rupees].", "INR", 744_500 * M, 745_500 * M),
        ("It cost [500 US dollars].", "USD", Fraction(999, 2), Fraction(1001, 2)),
        ("It cost [5 million Swiss francs].", "CHF", 4_500_000, 5_500_000),
        ("It cost [Rs 500].", "INR", Fraction(999, 2), Fraction(1001, 2)),
        ("It cost [EUR 20].", "EUR", Fraction(39, 2), Fraction(41, 2)),
        ("It cost [10p].", "GBP", Fraction(19, 200), Fraction(21, 200)),
        ("It cost [20 pence].", "GBP", Fraction(39, 200), Fraction(41, 200)),
        ("It cost [three million pounds].", "GBP", 2_500_000, 3_500_000),
        ("A loss of [-£5m].", "GBP", -5_500_000, -4_500_000),
        ("It cost [$3 bn].", "USD", 2_500 * M, 3_500 * M),
    ],
)
def test_money(marked: Marked, text: str, unit: str | None, low: Exact, high: Exact | None) -> None:
    (figure,) = marked(text)
    assert figure.kind is Kind.MONEY
    assert (figure.unit, figure.written.low, figure.written.high) == (unit, low, high)


def test_cents_are_those_of_the_other_money_in_the_draft(marked: Marked) -> None:
    assert [figure.unit for figure in marked("It rose [5 cents] to [€2.10].")] == ["EUR", "EUR"]
    assert [figure.unit for figure in marked("It rose [5 cents].")] == [None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She lost [20 pounds] in weight.", Kind.MEASURE),
        ("It cost [£5], or [20 pounds] a month.", Kind.MONEY),
        ("Of the games they played, [two] won prizes.", Kind.COUNT),
    ],
)
def test_pounds_and_won_need_a_second_sign(marked: Marked, text: str, kind: Kind) -> None:
    assert marked(text)[-1].kind is kind


def test_shared_names_have_no_code(marked: Marked) -> None:
    assert marked("It cost [500 francs].")[0].unit is None
