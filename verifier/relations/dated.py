"""Relations over dates: how long something lasted, how old somebody was, what came first."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from verifier.figures.model import Kind
from verifier.relations.arithmetic import decimal, middle
from verifier.relations.day_numbers import days
from verifier.relations.measures import DAYS
from verifier.relations.model import (
    Constraint,
    Linear,
    Names,
    Relation,
    RelationKind,
    Values,
    Wording,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from verifier.figures.model import Figure

_DATES = frozenset({Kind.DATE, Kind.RELATIVE_DATE})
_YEAR = DAYS["year"]
# A leap day more or less.
_DAY = 2
# Days and weeks are counted with or without their last; a length in months or years is rounded as it is.
_MOST_ROOM = Fraction(7)
# Days by which a date without a year may seem to come too early before it is taken for one of the next year.
_TURN = 120


class Duration(RelationKind):
    """A stretch of time, with its start and its end.

    What it says:
        What started at the one date and ended at the other lasted as long as the draft says; where the end
        is only a bound (`partial`), no longer than until then.

    Why it matters:
        Anniversaries, sentences and terms of office are counted by hand.

    Example:
        "The war of 1939 to 1945, which lasted eight years."

    Not flagged:
        One unit more or less: a length is rounded, the first and the last day, month or year may or may
        not be counted, and a date without its day or month may be any day of it.
    """

    name: ClassVar[str] = "duration"
    code: ClassVar[str] = "duration-mismatch"
    roles: ClassVar[Mapping[str, tuple[int, int | None]]] = {"length": (1, 1), "start": (1, 1), "end": (1, 1)}

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """A duration between two dates."""
        length = figures[relation.one("length")]
        if length.kind is not Kind.DURATION or length.unit not in DAYS:
            return f"{length.id} is no stretch of time"
        return _no_dates(relation, figures, "start", "end")

    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """End less start is the length, give or take one unit."""
        length, start, end = (relation.one(role) for role in self.roles)
        unit = DAYS[values.figure(length).unit or "day"]
        terms = ((end, 1), (start, -1), (length, -unit))
        room = max(min(unit, _MOST_ROOM), Fraction(1)) if unit <= DAYS["month"] else Fraction(_DAY)
        short = Linear(tuple((name, -factor) for name, factor in terms), room)
        linear = (short,) if relation.partial else (Linear(terms, room), short)
        yield Constraint(relation, self.code, relation.figures, linear)

    def states(self, relation: Relation, names: Names) -> str:
        """“1939” to “1945” is “six years”."""
        length, start, end = (f"“{names[relation.one(role)].phrase}”" for role in self.roles)
        return f"from {start} to {end} is {length}"

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """The stretch as stated, and as counted."""
        length, start, end = (names[constraint.relation.one(role)] for role in self.roles)
        counted = _between(start.figure, end.figure, length.figure.unit or "day")
        if constraint.relation.partial:
            return Wording(
                f"{length} after {start} cannot have come by {end}: that is {counted}.",
                f"{start.short} → {end.short} = {counted} < {length.short}",
                f"Which of {start.short}, {end.short} and {length.short} is wrong?",
            )
        return Wording(
            f"From {start} to {end} is {counted}, not {length}.",
            f"{start.short} → {end.short} = {counted} ≠ {length.short}",
            f"Which of {start.short}, {end.short} and {length.short} is wrong?",
        )


class Age(RelationKind):
    """An age at a date, with the date of birth.

    What it says:
        Somebody born at the one date was of that age at the other.

    Why it matters:
        Ages are copied from older stories, and years of birth are mistyped.

    Example:
        "Born in 1924, he became an MP in 1970 at the age of 28."

    Not flagged:
        The year in which the birthday had not come yet.
    """

    name: ClassVar[str] = "age"
    code: ClassVar[str] = "age-mismatch"
    roles: ClassVar[Mapping[str, tuple[int, int | None]]] = {"age": (1, 1), "born": (1, 1), "at": (1, 1)}

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """A number of years between two dates."""
        age = figures[relation.one("age")]
        if age.kind not in (Kind.AGE, Kind.COUNT) and not (age.kind is Kind.DURATION and age.unit == "year"):
            return f"{age.id} is a {age.kind}, not an age"
        return _no_dates(relation, figures, "born", "at")

    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """Between the age and a year more have passed since the birth."""
        del values
        age, born, at = (relation.one(role) for role in self.roles)
        terms = ((at, 1), (born, -1), (age, -_YEAR))
        linear = (
            Linear(terms, _YEAR + _DAY),
            Linear(tuple((name, -factor) for name, factor in terms), _DAY),
        )
        yield Constraint(relation, self.code, relation.figures, linear)

    def states(self, relation: Relation, names: Names) -> str:
        """“28” in “1970”, born in “1924”."""
        age, born, at = (f"“{names[relation.one(role)].phrase}”" for role in self.roles)
        return f"born {born}, {age} at {at}"

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """The age as stated, and as counted."""
        age, born, at = (names[constraint.relation.one(role)] for role in self.roles)
        counted = _between(born.figure, at.figure, "year")
        return Wording(
            f"Somebody born at {born} was {counted} old at {at}, not {age}.",
            f"{born.short} → {at.short} = {counted} ≠ {age.short}",
            f"Which of {born.short}, {at.short} and {age.short} is wrong?",
        )


class Sequence(RelationKind):
    """The words say which of two dates came first.

    What it says:
        The earlier date is no later than the other: a ruling before its appeal, a letter before its
        deadline, a birth before a death.

    Why it matters:
        A wrong month or year is invisible until the order is looked at.

    Example:
        "The ruling of 20 January was lost on appeal on 1 January."

    Not flagged:
        Dates of which the draft leaves out the year may belong to different years: a warning at most, and
        none where the year may well have turned between them (September, then January).
    """

    name: ClassVar[str] = "sequence"
    code: ClassVar[str] = "sequence-contradicted"
    roles: ClassVar[Mapping[str, tuple[int, int | None]]] = {"earlier": (1, 1), "later": (1, 1)}

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """Two dates."""
        return _no_dates(relation, figures, "earlier", "later")

    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """Earlier ≤ later."""
        earlier, later = relation.one("earlier"), relation.one("later")
        if _year_may_turn(values, earlier, later):
            return
        linear = (Linear(((earlier, 1), (later, -1)), 0),)
        yield Constraint(relation, self.code, (earlier, later), linear)

    def states(self, relation: Relation, names: Names) -> str:
        """“20 January” came before “1 February”."""
        earlier, later = (f"“{names[relation.one(role)].phrase}”" for role in self.roles)
        return f"{earlier} came before {later}"

    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """Both dates, and the order that the words give them."""
        earlier, later = (names[figure] for figure in constraint.figures)
        return Wording(
            f"The draft's words put {earlier} before {later}, but it is the later date.",
            f"{earlier.short} is after {later.short}",
            f"Which of {earlier.short} and {later.short} is wrong?",
        )


def _year_may_turn(values: Values, earlier: str, later: str) -> bool:
    """Whether dates without years read better as of one year and the next."""
    date = values.figure(earlier).date
    before, after = values.interval(earlier).low, values.interval(later).high
    if date is None or date.year is not None or before is None or after is None:
        return False
    return bool(before - after > _TURN)


def _no_dates(relation: Relation, figures: Mapping[str, Figure], *roles: str) -> str | None:
    """Why the roles do not hold two dates that can be counted between; None if they do."""
    stated = [figures[relation.one(role)] for role in roles]
    for figure in stated:
        if figure.kind not in _DATES or figure.date is None:
            return f"{figure.id} is a {figure.kind}, not a date"
    if len({figure.date.year is None for figure in stated if figure.date}) > 1:
        return f"{stated[0].id} and {stated[1].id}: only one of them has a year"
    return None


def _between(start: Figure, end: Figure, unit: str) -> str:
    """How long it is from one date to the other, in whole units where the dates are no more exact."""
    first, last = start.date, end.date
    if first is None or last is None:
        return "another length"
    if first.year is not None and last.year is not None and unit == "year":
        years = last.year - first.year
        exact = first.month is not None and last.month is not None
        if exact and (last.month or 0, last.day or 32) < (first.month or 0, first.day or 0):
            years -= 1
        count = str(years) if exact else f"{years - 1} or {years}" if years > 0 else str(years)
        return f"{count} years"
    a, b = middle(days(first, yearless=True)), middle(days(last, yearless=True))
    if a is None or b is None:
        return "another length"
    length = Fraction(b) - Fraction(a)
    return f"{decimal(Fraction(round(length / DAYS.get(unit, Fraction(1)))))} {unit}s"
