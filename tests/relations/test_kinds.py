"""Every kind of relation: what it demands, what it refuses, how it reads."""

from __future__ import annotations

import inspect
from dataclasses import replace
from fractions import Fraction

import pytest
from builders import figure, percent, relation, scanned

from verifier.consistency import prove
from verifier.draft import Span
from verifier.figures.model import UNBOUNDED, DatePoint, Figure, Hedge, Interval, Kind
from verifier.findings import CODES
from verifier.relations import KINDS
from verifier.relations.model import Direction, Named, Relation, Values

UP, DOWN = Direction.UP, Direction.DOWN
HEADINGS = ("What it says:", "Why it matters:", "Example:", "Not flagged:")


def money(name: str, value: int) -> Figure:
    return figure(name, value, kind=Kind.MONEY, unit="GBP")


def measure(name: str, value: int, unit: str) -> Figure:
    half = Fraction(1, 2)
    return figure(name, value - half, value + half, kind=Kind.MEASURE, unit=unit)


def fraction(name: str, value: Fraction) -> Figure:
    return figure(name, value, kind=Kind.FRACTION)


def multiple(name: str, value: int) -> Figure:
    return figure(name, value, kind=Kind.MULTIPLE)


def date(name: str, year: int | None, month: int | None = None, day: int | None = None) -> Figure:
    point = DatePoint(year, month, day)
    place = int(name[1:]) * 10
    quote = f"{day or ''} {month or ''} {year or ''}".strip()
    span = Span(place, place + len(quote), quote)
    return Figure(name, span, Kind.DATE, UNBOUNDED, UNBOUNDED, date=point)


def stretch(name: str, value: int, unit: str) -> Figure:
    half = Fraction(1, 2)
    return figure(name, value - half, value + half, kind=Kind.DURATION, unit=unit, slack=half)


def more_than(name: str, value: int) -> Figure:
    above = Interval(value, None)
    return replace(figure(name, value), written=above, generous=above, hedge=Hedge.MORE_THAN)


def age(name: str, value: int) -> Figure:
    return figure(name, value, kind=Kind.AGE, unit="year")


CASES = [
    # id, relation, figures, code expected (None: silent)
    (
        "part within whole",
        relation("part_of", part="F1", whole="F2"),
        [figure("F1", 382), figure("F2", 472)],
        None,
    ),
    (
        "part equals whole",
        relation("part_of", part="F1", whole="F2"),
        [figure("F1", 472), figure("F2", 472)],
        None,
    ),
    (
        "part over whole",
        relation("part_of", part="F1", whole="F2"),
        [figure("F1", 482), figure("F2", 472)],
        "part-exceeds-whole",
    ),
    (
        "about saves a part",
        relation("part_of", part="F1", whole="F2"),
        [figure("F1", 482), figure("F2", 450, 500)],
        None,
    ),
    ("same value", relation("same_fact", figures="F1 F2"), [figure("F1", 472), figure("F2", 472)], None),
    (
        "about 500 and 472",
        relation("same_fact", figures="F1 F2"),
        [figure("F1", 450, 550), figure("F2", 472)],
        None,
    ),
    (
        "more than 200 and more than 300",
        relation("same_fact", figures="F1 F2"),
        [more_than("F1", 200), more_than("F2", 300)],
        "same-fact-differs",
    ),
    (
        "more than 200 and more than 220",
        relation("same_fact", figures="F1 F2"),
        [more_than("F1", 200), more_than("F2", 220)],
        None,
    ),
    (
        "more than 200 and 300",
        relation("same_fact", figures="F1 F2"),
        [more_than("F1", 200), figure("F2", 300)],
        None,
    ),
    (
        "472 and 427",
        relation("same_fact", figures="F1 F2"),
        [figure("F1", 472), figure("F2", 427)],
        "same-fact-differs",
    ),
    (
        "one of three differs",
        relation("same_fact", figures="F1 F2 F3"),
        [figure("F1", 5), figure("F2", 5), figure("F3", 6)],
        "same-fact-differs",
    ),
    (
        "parts come to total",
        relation("sum", parts="F1 F2", total="F3"),
        [figure("F1", 382), figure("F2", 90), figure("F3", 472)],
        None,
    ),
    (
        "parts fall short",
        relation("sum", parts="F1 F2", total="F3"),
        [figure("F1", 382), figure("F2", 80), figure("F3", 472)],
        "parts-do-not-add-up",
    ),
    (
        "rounded parts",
        relation("sum", parts="F1 F2", total="F3"),
        [figure("F1", 33, 34), figure("F2", 66, 67), figure("F3", 100)],
        None,
    ),
    (
        "difference fits",
        relation("difference", minuend="F1", subtrahend="F2", result="F3"),
        [money("F1", 375), money("F2", 25), money("F3", 350)],
        None,
    ),
    (
        "difference off",
        relation("difference", minuend="F1", subtrahend="F2", result="F3"),
        [money("F1", 375), money("F2", 25), money("F3", 330)],
        "change-mismatch",
    ),
    (
        "share fits",
        relation("share", share="F1", part="F2", whole="F3"),
        [percent("F1", 81), figure("F2", 382), figure("F3", 472)],
        None,
    ),
    (
        "share off",
        relation("share", share="F1", part="F2", whole="F3"),
        [percent("F1", 91), figure("F2", 382), figure("F3", 472)],
        "share-mismatch",
    ),
    (
        "a step up to 10, a quarter of what it was before",
        relation("share", share="F1", part="F2", whole="F3", direction=UP),
        [percent("F1", 25), figure("F2", 200), figure("F3", 1000)],
        None,
    ),
    (
        "a step up, a fifth of what it led to",
        relation("share", share="F1", part="F2", whole="F3", direction=UP),
        [percent("F1", 20), figure("F2", 200), figure("F3", 1000)],
        "share-mismatch",
    ),
    (
        "a step down to 800, a fifth of what it was before",
        relation("share", share="F1", part="F2", whole="F3", direction=DOWN),
        [percent("F1", 20), figure("F2", 200), figure("F3", 800)],
        None,
    ),
    (
        "a step down, a quarter of what it led to",
        relation("share", share="F1", part="F2", whole="F3", direction=DOWN),
        [percent("F1", 25), figure("F2", 200), figure("F3", 800)],
        "share-mismatch",
    ),
    (
        "percentages that make up a fraction",
        relation("sum", parts="F1 F2", total="F3"),
        [
            percent("F1", 16),
            percent("F2", 26),
            figure("F3", Fraction(2, 5), Fraction(45, 100), kind=Kind.FRACTION),
        ],
        None,
    ),
    (
        "percentages that make up more than a fraction",
        relation("sum", parts="F1 F2", total="F3"),
        [
            percent("F1", 16),
            percent("F2", 36),
            figure("F3", Fraction(2, 5), Fraction(45, 100), kind=Kind.FRACTION),
        ],
        "parts-do-not-add-up",
    ),
    (
        "a third of 1,000",
        relation("share", share="F1", part="F2", whole="F3"),
        [
            figure("F1", Fraction(32, 100), Fraction(35, 100), kind=Kind.FRACTION),
            figure("F2", 334),
            figure("F3", 1000),
        ],
        None,
    ),
    (
        "half is not a third",
        relation("share", share="F1", part="F2", whole="F3"),
        [fraction("F1", Fraction(1, 2)), figure("F2", 334), figure("F3", 1000)],
        "share-mismatch",
    ),
    (
        "shares of one",
        relation("shares_of_one", shares="F1 F2 F3", complete=True),
        [percent("F1", 30), percent("F2", 27), percent("F3", 43)],
        None,
    ),
    (
        "shares off by rounding",
        relation("shares_of_one", shares="F1 F2 F3", complete=True),
        [percent("F1", 33), percent("F2", 33), percent("F3", 33)],
        None,
    ),
    (
        "shares that come to 110",
        relation("shares_of_one", shares="F1 F2 F3", complete=True),
        [percent("F1", 30), percent("F2", 27), percent("F3", 53)],
        "parts-do-not-add-up",
    ),
    (
        "shares over the whole",
        relation("shares_of_one", shares="F1 F2"),
        [percent("F1", 60), percent("F2", 50)],
        "shares-exceed-whole",
    ),
    (
        "shares that leave a rest",
        relation("shares_of_one", shares="F1 F2"),
        [percent("F1", 40), percent("F2", 30)],
        None,
    ),
    (
        "rise fits",
        relation("change", from_="F1", to="F2", by="F3", direction=UP),
        [figure("F1", 200), figure("F2", 300), percent("F3", 50)],
        None,
    ),
    (
        "rise off",
        relation("change", from_="F1", to="F2", by="F3", direction=UP),
        [figure("F1", 200), figure("F2", 300), percent("F3", 40)],
        "change-mismatch",
    ),
    (
        "fall fits",
        relation("change", from_="F1", to="F2", by="F3", direction=DOWN),
        [money("F1", 698), money("F2", 537), percent("F3", 23)],
        None,
    ),
    (
        "fall off",
        relation("change", from_="F1", to="F2", by="F3", direction=DOWN),
        [money("F1", 698), money("F2", 537), percent("F3", 33)],
        "change-mismatch",
    ),
    (
        "rise by an amount",
        relation("change", from_="F1", to="F2", by="F3", direction=UP),
        [money("F1", 10), money("F2", 12), money("F3", 2)],
        None,
    ),
    (
        "rise by a wrong amount",
        relation("change", from_="F1", to="F2", by="F3", direction=UP),
        [money("F1", 10), money("F2", 12), money("F3", 3)],
        "change-mismatch",
    ),
    (
        "points",
        relation("change", from_="F1", to="F2", by="F3", direction=DOWN),
        [percent("F1", 52), percent("F2", 48), figure("F3", 4, kind=Kind.POINTS)],
        None,
    ),
    (
        "points off",
        relation("change", from_="F1", to="F2", by="F3", direction=DOWN),
        [percent("F1", 55), percent("F2", 48), figure("F3", 4, kind=Kind.POINTS)],
        "change-mismatch",
    ),
    (
        "doubled",
        relation("change", from_="F1", to="F2", by="F3", direction=UP),
        [figure("F1", 17), figure("F2", 34), multiple("F3", 2)],
        None,
    ),
    (
        "up, but lower",
        relation("change", from_="F1", to="F2", direction=UP),
        [figure("F1", 450), figure("F2", 400)],
        "direction-mismatch",
    ),
    (
        "down and lower",
        relation("change", from_="F1", to="F2", direction=DOWN),
        [figure("F1", 450), figure("F2", 400)],
        None,
    ),
    (
        "twice",
        relation("ratio", of="F1", to="F2", factor="F3"),
        [money("F1", 968), money("F2", 484), multiple("F3", 2)],
        None,
    ),
    (
        "not three times",
        relation("ratio", of="F1", to="F2", factor="F3"),
        [money("F1", 968), money("F2", 515), multiple("F3", 3)],
        "ratio-mismatch",
    ),
    (
        "one amount in two units",
        relation("conversion", figures="F1 F2"),
        [measure("F1", 26, "mile"), measure("F2", 42, "km")],
        None,
    ),
    (
        "divided, not multiplied",
        relation("conversion", figures="F1 F2"),
        [measure("F1", 6, "km"), measure("F2", 10, "mile")],
        "conversion-mismatch",
    ),
    (
        "a temperature",
        relation("conversion", figures="F1 F2"),
        [measure("F1", 40, "°C"), measure("F2", 104, "°F")],
        None,
    ),
    (
        "a difference of temperatures",
        relation("conversion", figures="F1 F2"),
        [measure("F1", 5, "°C"), measure("F2", 9, "°F")],
        None,
    ),
    (
        "a wrong temperature",
        relation("conversion", figures="F1 F2"),
        [measure("F1", 40, "°C"), measure("F2", 84, "°F")],
        "conversion-mismatch",
    ),
    (
        "pounds and dollars",
        relation("conversion", figures="F1 F2"),
        [money("F1", 1000), figure("F2", 1900, kind=Kind.MONEY, unit="USD")],
        None,
    ),
    (
        "pounds and ten times the dollars",
        relation("conversion", figures="F1 F2"),
        [money("F1", 1000), figure("F2", 19000, kind=Kind.MONEY, unit="USD")],
        "conversion-mismatch",
    ),
    (
        "most of them, 55%",
        relation("conversion", figures="F1 F2"),
        [figure("F1", Fraction(1, 2), 1, kind=Kind.FRACTION), percent("F2", 55)],
        None,
    ),
    (
        "most of them, 45%",
        relation("conversion", figures="F1 F2"),
        [figure("F1", Fraction(1, 2), 1, kind=Kind.FRACTION), percent("F2", 45)],
        "conversion-mismatch",
    ),
    (
        "average fits",
        relation("average", mean="F1", total="F2", count="F3"),
        [money("F1", 200), money("F2", 10000), figure("F3", 50)],
        None,
    ),
    (
        "average off",
        relation("average", mean="F1", total="F2", count="F3"),
        [money("F1", 20), money("F2", 10000), figure("F3", 50)],
        "average-mismatch",
    ),
    ("in order", relation("order", greater="F1", less="F2"), [money("F1", 900), money("F2", 800)], None),
    (
        "out of order",
        relation("order", greater="F1", less="F2"),
        [money("F1", 800), money("F2", 900)],
        "order-contradicted",
    ),
    (
        "one date twice",
        relation("same_fact", figures="F1 F2"),
        [date("F1", None, 3, 16), date("F2", None, 3, 16)],
        None,
    ),
    (
        "a month and a day of it",
        relation("same_fact", figures="F1 F2"),
        [date("F1", None, 3), date("F2", None, 3, 24)],
        None,
    ),
    (
        "two dates for one event",
        relation("same_fact", figures="F1 F2"),
        [date("F1", None, 3, 26), date("F2", None, 3, 16)],
        "same-fact-differs",
    ),
    (
        "two ages",
        relation("same_fact", figures="F1 F2"),
        [age("F1", 34), age("F2", 43)],
        "same-fact-differs",
    ),
    (
        "six years from 1997 to 2003",
        relation("duration", length="F1", start="F2", end="F3"),
        [stretch("F1", 6, "year"), date("F2", 1997), date("F3", 2003)],
        None,
    ),
    (
        "both years counted",
        relation("duration", length="F1", start="F2", end="F3"),
        [stretch("F1", 7, "year"), date("F2", 1997), date("F3", 2003)],
        None,
    ),
    (
        "nine years from 1997 to 2003",
        relation("duration", length="F1", start="F2", end="F3"),
        [stretch("F1", 9, "year"), date("F2", 1997), date("F3", 2003)],
        "duration-mismatch",
    ),
    (
        "both days counted",
        relation("duration", length="F1", start="F2", end="F3"),
        [stretch("F1", 10, "day"), date("F2", None, 5, 3), date("F3", None, 5, 12)],
        None,
    ),
    (
        "four days too many",
        relation("duration", length="F1", start="F2", end="F3"),
        [stretch("F1", 13, "day"), date("F2", None, 5, 3), date("F3", None, 5, 12)],
        "duration-mismatch",
    ),
    (
        "three months to the day",
        relation("duration", length="F1", start="F2", end="F3"),
        [stretch("F1", 3, "month"), date("F2", 2004, 3, 1), date("F3", 2004, 6, 1)],
        None,
    ),
    (
        "eight months called three",
        relation("duration", length="F1", start="F2", end="F3"),
        [stretch("F1", 3, "month"), date("F2", 2004, 3, 1), date("F3", 2004, 11, 1)],
        "duration-mismatch",
    ),
    (
        "so long after, and the end is only a bound",
        replace(relation("duration", length="F1", start="F2", end="F3"), partial=True),
        [stretch("F1", 14, "year"), date("F2", 1970), date("F3", 2005)],
        None,
    ),
    (
        "so long after, and past the bound",
        replace(relation("duration", length="F1", start="F2", end="F3"), partial=True),
        [stretch("F1", 34, "year"), date("F2", 1990), date("F3", 2005)],
        "duration-mismatch",
    ),
    (
        "two pairs of two times",
        replace(relation("conversion", figures="F1 F2"), partial=True),
        [money("F1", 1000), figure("F2", 1100, kind=Kind.MONEY, unit="USD")],
        None,
    ),
    (
        "a pair of another time, at no rate at all",
        replace(relation("conversion", figures="F1 F2"), partial=True),
        [money("F1", 1000), figure("F2", 19000, kind=Kind.MONEY, unit="USD")],
        "conversion-mismatch",
    ),
    (
        "American gallons",
        relation("conversion", figures="F1 F2"),
        [measure("F1", 1000, "gallon"), measure("F2", 3785, "litre")],
        None,
    ),
    (
        "imperial gallons",
        relation("conversion", figures="F1 F2"),
        [measure("F1", 1000, "gallon"), measure("F2", 4546, "litre")],
        None,
    ),
    (
        "no gallons",
        relation("conversion", figures="F1 F2"),
        [measure("F1", 1000, "gallon"), measure("F2", 2640, "litre")],
        "conversion-mismatch",
    ),
    (
        "more than 13 million, and 20 million",
        relation("same_fact", figures="F1 F2"),
        [
            replace(
                figure("F1", 13),
                written=Interval(13, None),
                generous=Interval(13, None),
                hedge=Hedge.MORE_THAN,
            ),
            figure("F2", 20),
        ],
        None,
    ),
    (
        "more than 13 million, and 13 billion",
        relation("same_fact", figures="F1 F2"),
        [
            replace(
                figure("F1", 13),
                written=Interval(13, None),
                generous=Interval(13, None),
                hedge=Hedge.MORE_THAN,
            ),
            figure("F2", 13000),
        ],
        "same-fact-differs",
    ),
    (
        "up to 13 billion, and 13 million",
        relation("same_fact", figures="F1 F2"),
        [
            replace(
                figure("F1", 13000),
                written=Interval(None, 13000),
                generous=Interval(None, 13000),
                hedge=Hedge.AT_MOST,
            ),
            figure("F2", 13),
        ],
        "same-fact-differs",
    ),
    (
        "of age",
        relation("age", age="F1", born="F2", at="F3"),
        [age("F1", 28), date("F2", 1942), date("F3", 1970)],
        None,
    ),
    (
        "before the birthday",
        relation("age", age="F1", born="F2", at="F3"),
        [age("F1", 27), date("F2", 1942, 11, 3), date("F3", 1970)],
        None,
    ),
    (
        "after the birthday",
        relation("age", age="F1", born="F2", at="F3"),
        [age("F1", 27), date("F2", 1942, 5, 3), date("F3", 1970, 6, 5)],
        "age-mismatch",
    ),
    (
        "born in another year",
        relation("age", age="F1", born="F2", at="F3"),
        [age("F1", 28), date("F2", 1924), date("F3", 1970)],
        "age-mismatch",
    ),
    (
        "one after the other",
        relation("sequence", earlier="F1", later="F2"),
        [date("F1", None, 1, 20), date("F2", None, 2, 1)],
        None,
    ),
    (
        "in one year",
        relation("sequence", earlier="F1", later="F2"),
        [date("F1", 2004), date("F2", 2004, 3)],
        None,
    ),
    (
        "the later one first",
        relation("sequence", earlier="F1", later="F2"),
        [date("F1", None, 1, 20), date("F2", None, 1, 1)],
        "sequence-contradicted",
    ),
    (
        "the year may have turned",
        relation("sequence", earlier="F1", later="F2"),
        [date("F1", None, 9), date("F2", None, 1, 3)],
        None,
    ),
    (
        "the year cannot have turned where it is given",
        relation("sequence", earlier="F1", later="F2"),
        [date("F1", 2004, 9), date("F2", 2004, 1, 3)],
        "sequence-contradicted",
    ),
    (
        "the later year first",
        relation("sequence", earlier="F1", later="F2"),
        [date("F1", 2004), date("F2", 2003)],
        "sequence-contradicted",
    ),
]


@pytest.mark.parametrize(("stated", "figures", "code"), [pytest.param(*row[1:], id=row[0]) for row in CASES])
def test_judged(stated: Relation, figures: list[Figure], code: str | None) -> None:
    by_id = {f.id: f for f in figures}
    assert KINDS[stated.kind].fits(stated, by_id) is None
    found = prove(figures, [stated])
    assert {c.constraints[0].code for c in found} == ({code} if code else set())


@pytest.mark.parametrize("kind", KINDS)
def test_has_cases_that_flag_and_cases_that_do_not(kind: str) -> None:
    codes = [row[3] for row in CASES if row[1].kind == kind]
    assert any(code is None for code in codes)
    assert any(code is not None for code in codes)


@pytest.mark.parametrize("kind", KINDS)
def test_documented(kind: str) -> None:
    page = inspect.getdoc(type(KINDS[kind])) or ""
    places = [page.find(heading) for heading in HEADINGS]
    assert places == sorted(places)
    assert -1 not in places
    assert KINDS[kind].code in CODES


@pytest.mark.parametrize(
    ("stated", "figures"), [pytest.param(row[1], row[2], id=row[0]) for row in CASES if row[3]]
)
def test_wording_names_every_place_and_shows_the_working(stated: Relation, figures: list[Figure]) -> None:
    names = {f.id: Named(f, f"{f.span.quote} of them", f"paragraph {n}") for n, f in enumerate(figures, 1)}
    (contradiction, *_) = prove(figures, [stated])
    (constraint,) = contradiction.constraints
    wording = KINDS[stated.kind].wording(constraint, names)
    for figure_id in constraint.figures:
        assert names[figure_id].place in wording.message
        assert names[figure_id].figure.span.quote in wording.working
    assert wording.question.endswith("?")
    assert KINDS[stated.kind].states(stated, names)


REFUSED = [
    ("an unknown figure", relation("part_of", part="F1", whole="F9"), [figure("F1", 1)]),
    ("a role too few", relation("sum", parts="F1", total="F2"), [figure("F1", 1), figure("F2", 2)]),
    (
        "a role too many",
        relation("part_of", part="F1 F2", whole="F3"),
        [figure("F1", 1), figure("F2", 2), figure("F3", 2)],
    ),
    (
        "an unknown role",
        relation("part_of", part="F1", whole="F2", rest="F3"),
        [figure("F1", 1), figure("F2", 2), figure("F3", 3)],
    ),
    ("one figure twice", relation("part_of", part="F1", whole="F1"), [figure("F1", 1)]),
    (
        "pounds of dollars",
        relation("part_of", part="F1", whole="F2"),
        [money("F1", 1), figure("F2", 2, kind=Kind.MONEY, unit="USD")],
    ),
    ("a count and a sum of money", relation("same_fact", figures="F1 F2"), [money("F1", 1), figure("F2", 2)]),
    (
        "a year and a day of some year",
        relation("same_fact", figures="F1 F2"),
        [date("F1", 2005), date("F2", None, 4, 17)],
    ),
    (
        "a share that is a count",
        relation("share", share="F1", part="F2", whole="F3"),
        [figure("F1", 1), figure("F2", 1), figure("F3", 2)],
    ),
    (
        "a sum of fractions and percentages",
        relation("sum", parts="F1 F2", total="F3"),
        [fraction("F1", Fraction(1, 2)), percent("F2", 20), percent("F3", 70)],
    ),
    ("shares that are counts", relation("shares_of_one", shares="F1 F2"), [figure("F1", 1), figure("F2", 1)]),
    (
        "a factor that is money",
        relation("ratio", of="F1", to="F2", factor="F3"),
        [figure("F1", 1), figure("F2", 1), money("F3", 1)],
    ),
    (
        "a date as an amount",
        relation("order", greater="F1", less="F2"),
        [figure("F1", 1, kind=Kind.DATE), figure("F2", 2, kind=Kind.DATE)],
    ),
    (
        "points of money",
        relation("change", from_="F1", to="F2", by="F3", direction=UP),
        [money("F1", 1), money("F2", 2), figure("F3", 1, kind=Kind.POINTS)],
    ),
]


@pytest.mark.parametrize(("stated", "figures"), [pytest.param(*row[1:], id=row[0]) for row in REFUSED])
def test_refused(stated: Relation, figures: list[Figure]) -> None:
    assert KINDS[stated.kind].fits(stated, {f.id: f for f in figures})


def test_no_bound_makes_no_demand() -> None:
    more_than_80 = Figure(
        "F1", percent("F1", 80).span, Kind.PERCENT, Interval(80, None), Interval(80, None), "%"
    )
    figures = [more_than_80, figure("F2", 382), figure("F3", 472)]
    assert not prove(figures, [relation("share", share="F1", part="F2", whole="F3")])


def test_percentages_are_shares_of_one() -> None:
    values = Values({"F1": percent("F1", 50)}, generous=False)
    assert values.factor("F1") == Interval(Fraction(495, 1000), Fraction(505, 1000))


@pytest.mark.parametrize(
    ("text", "stated", "fits"),
    [
        ("About 1.1m people here, and some 1.3m there.", relation("same_fact", figures="F1 F2"), False),
        ("About 1.1m people here, and some 1.2m there.", relation("same_fact", figures="F1 F2"), True),
        ("About 1.1m people here, and 1.21m there.", relation("same_fact", figures="F1 F2"), False),
        ("About 1m people here, and some 1.1m there.", relation("same_fact", figures="F1 F2"), True),
        ("About 500 people here, and some 540 there.", relation("same_fact", figures="F1 F2"), True),
        ("Some 1.3m people of about 1.1m.", relation("part_of", part="F1", whole="F2"), False),
        ("Some 1.2m people of about 1.1m.", relation("part_of", part="F1", whole="F2"), True),
        ("Almost 94 boats, 64 of one kind and 23 others.", relation("sum", total="F1", parts="F2 F3"), False),
        ("Almost 90 boats, 64 of one kind and 19 others.", relation("sum", total="F1", parts="F2 F3"), True),
    ],
)
def test_hedges_as_written(text: str, stated: Relation, fits: bool) -> None:
    _, figures = scanned(text)
    assert (not prove(figures, [stated])) == fits
