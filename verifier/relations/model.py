"""How figures hang together, and what that demands of their values.

A relation only *states* what should hold; `verifier.consistency` judges. Its demands are linear, so
that exact rationals decide them: where a relation multiplies two figures (a share of a whole, a rise
in per cent), one of the two enters as the literal ends of its interval.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from verifier.figures.model import Exact, Figure, Hedge, Interval, Kind
from verifier.relations.day_numbers import days

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from verifier.draft import Span


class Direction(StrEnum):
    """Which way a change goes."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Relation:
    """One statement about figures: its kind, and the figures in their roles.

    Attributes:
        kind: a key of `verifier.relations.KINDS`.
        roles: role name and the ids of its figures, in the order of the kind's `roles`.
        direction: for changes, which way the words say it went.
        complete: for `shares_of_one`, whether the shares make up the whole.
        partial: for `sum`, whether the parts need not be all of the total, only within it; for
            `conversion`, whether it is of another time, with a rate of its own; for `duration`, whether the
            end is only a bound.
        proposed_by: "offline", "model", or both.
        rule: for offline proposals, the name of the pattern that read it.
        said: for offline proposals, the word that says which way ("rose", "above"), where it is known.
        id: ``R1``, in order; empty until the relations of a draft have been collected.
    """

    kind: str
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    direction: Direction | None = None
    complete: bool = False
    partial: bool = False
    proposed_by: tuple[str, ...] = ()
    rule: str | None = field(default=None, compare=False)
    said: Span | None = field(default=None, compare=False)
    id: str = ""

    def role(self, name: str) -> tuple[str, ...]:
        """The figure ids in a role; empty where the relation leaves it out."""
        for role, figures in self.roles:
            if role == name:
                return figures
        return ()

    def one(self, name: str) -> str:
        """The single figure id in a role.

        Raises:
            KeyError: the role is empty.
        """
        figures = self.role(name)
        if not figures:
            raise KeyError(name)
        return figures[0]

    @property
    def figures(self) -> tuple[str, ...]:
        """All figure ids, in the order of the roles, each once."""
        return tuple(dict.fromkeys(figure for _, figures in self.roles for figure in figures))


@dataclass(frozen=True, slots=True)
class Linear:
    """``sum(coefficient * variable) <= bound``; a variable is a figure's id or a shared rate's name."""

    terms: tuple[tuple[str, Exact], ...]
    bound: Exact


@dataclass(frozen=True, slots=True)
class Constraint:
    """One demand of a relation, judged as a whole: a single band, ``low <= form <= high``.

    A relation may make several (a direction and an amount; each pair of statements of one fact), so
    that a contradiction names no more of it than is needed.

    Attributes:
        relation: whose demand it is.
        code: the finding that it makes when it alone is violated.
        figures: the ids whose values it rests on, in the order of the draft.
        linear: all must hold.
    """

    relation: Relation
    code: str
    figures: tuple[str, ...]
    linear: tuple[Linear, ...]


class Values:
    """The figures of a draft in one of their two readings."""

    def __init__(self, figures: Mapping[str, Figure], *, generous: bool) -> None:
        self._figures = figures
        self.generous = generous

    def figure(self, figure_id: str) -> Figure:
        """The figure of that id."""
        return self._figures[figure_id]

    def interval(self, figure_id: str) -> Interval:
        """What the figure may stand for in this reading; dates as day numbers."""
        figure = self._figures[figure_id]
        if figure.date is not None:
            return days(figure.date, yearless=not self.generous)
        return figure.generous if self.generous else figure.written

    def factor(self, figure_id: str) -> Interval:
        """A percentage as a share of one; fractions and multiples as they are."""
        interval = self.interval(figure_id)
        if self._figures[figure_id].kind is not Kind.PERCENT:
            return interval
        return Interval(_hundredth(interval.low), _hundredth(interval.high))


def _hundredth(value: Exact | None) -> Exact | None:
    return None if value is None else Fraction(value) / 100


@dataclass(frozen=True, slots=True)
class Wording:
    """A violated relation in English.

    Attributes:
        message: what does not fit, naming every place; never which of them is wrong.
        working: the arithmetic, on one line.
        question: what to ask the reporter.
    """

    message: str
    working: str
    question: str


@dataclass(frozen=True, slots=True)
class Named:
    """A figure as findings speak of it.

    Attributes:
        figure: the figure.
        phrase: the draft's words around it, short ("382 were intercepted").
        place: where it stands ("the headline", "paragraph 3"); empty where the message says it for all.
    """

    figure: Figure
    phrase: str
    place: str

    def __str__(self) -> str:
        return f"“{self.phrase}” ({self.place})" if self.place else f"“{self.phrase}”"

    @property
    def short(self) -> str:
        """The figure as printed, with the noun it counts where the scanner knows it."""
        quote = self.figure.span.quote
        unit = self.figure.unit
        if self.figure.kind is Kind.COUNT and unit and unit.casefold() not in quote.casefold():
            return f"{quote} {unit}"
        return quote


Names = dict[str, Named]
"""Figure ids and how to speak of them."""


class RelationKind(ABC):
    """One way in which figures can hang together.

    The class docstring is its documentation page, with the headings *What it says*, *Why it matters*,
    *Example* and *Not flagged*; `verifier explain` prints it.
    """

    name: ClassVar[str]
    code: ClassVar[str]
    roles: ClassVar[Mapping[str, tuple[int, int | None]]]
    """Role names, each with the least and the greatest number of figures in it (None: any number)."""
    spoken: ClassVar[bool] = True
    """Whether it matters who says it; what the desk works out itself has to agree whoever is quoted."""

    def fits(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """Why the relation cannot be stated of these figures; None if it can.

        Checks that all figures exist, that every role has as many as it takes, and that no figure
        stands in two roles; then what the kind itself asks (`refuses`).
        """
        for role, ids in relation.roles:
            if role not in self.roles:
                return f"{self.name} has no role {role!r}; it has {', '.join(self.roles)}"
            unknown = [figure for figure in ids if figure not in figures]
            if unknown:
                return f"no figure {unknown[0]} in the draft"
        for role, (least, most) in self.roles.items():
            count = len(relation.role(role))
            if count < least or (most is not None and count > most):
                return f"{self.name} takes {_amount(least, most)} in the role {role!r}, not {count}"
        stated = [figure for _, ids in relation.roles for figure in ids]
        if len(set(stated)) < len(stated):
            return f"{self.name} states a figure in two roles"
        return self.refuses(relation, figures)

    def refuses(self, relation: Relation, figures: Mapping[str, Figure]) -> str | None:
        """Why figures of these kinds and units cannot stand in this relation; None if they can."""
        del relation, figures
        return None

    @abstractmethod
    def constraints(self, relation: Relation, values: Values) -> Iterator[Constraint]:
        """What the relation demands of the figures' values, in this reading."""

    @abstractmethod
    def states(self, relation: Relation, names: Names) -> str:
        """The relation as a clause: "382 were intercepted is part of 472 drones"."""

    @abstractmethod
    def wording(self, constraint: Constraint, names: Names) -> Wording:
        """The violated constraint in English."""


def _amount(least: int, most: int | None) -> str:
    if most is None:
        return f"{least} figures or more"
    if least == most:
        return "one figure" if least == 1 else f"{least} figures"
    return f"{least} to {most} figures"


def band(
    low: tuple[tuple[str, Exact], ...] | None, high: tuple[tuple[str, Exact], ...] | None
) -> tuple[Linear, ...]:
    """``low form >= 0`` and ``high form <= 0``; a side that is None makes no demand."""
    parts: list[Linear] = []
    if low is not None:
        parts.append(Linear(tuple((variable, -factor) for variable, factor in low), 0))
    if high is not None:
        parts.append(Linear(high, 0))
    return tuple(parts)


def equal(terms: tuple[tuple[str, Exact], ...]) -> tuple[Linear, ...]:
    """``form == 0`` as a band."""
    return band(terms, terms)


def multiple_of(left: str, right: str, factor: Interval) -> tuple[Linear, ...]:
    """``left == factor * right`` for a factor that lies in an interval, `right` being no less than 0."""
    low = None if factor.low is None else ((left, 1), (right, -factor.low))
    high = None if factor.high is None else ((left, 1), (right, -factor.high))
    return band(low, high)


_IN_WORDS = Fraction(5, 100)


def loosely(factor: Interval, stated: Figure, *, generous: bool) -> Interval:
    """The factor with the room that words leave: "just over a third" is printed for 39% too.

    "About" has left that room already. As written, only "just over" leaves it: "nearly double" promises more.
    """
    in_words = stated.kind in (Kind.FRACTION, Kind.MULTIPLE) and stated.hedge is not Hedge.ABOUT
    if not in_words or not (generous or stated.hedge is Hedge.OVER):
        return factor
    return Interval(
        None if factor.low is None else factor.low * (1 - _IN_WORDS),
        None if factor.high is None else factor.high * (1 + _IN_WORDS),
    )


_AMOUNTS = frozenset(
    {Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENT, Kind.POINTS, Kind.FRACTION, Kind.AGE}
)
_UNIT_MATTERS = frozenset({Kind.MONEY, Kind.MEASURE, Kind.DURATION})


def same_measure(figures: Sequence[Figure]) -> str | None:
    """Why the figures cannot be compared as printed; None if they can.

    Amounts compare within one kind, and money, measures and durations within one unit. What counts
    compare whatever their nouns are: "drones" and "aircraft" may well be the same things. An age compares
    with a bare number: "the age of 21, to be lowered to 18".
    """
    if {figure.kind for figure in figures} == {Kind.AGE, Kind.COUNT} and not any(
        figure.unit for figure in figures if figure.kind is Kind.COUNT
    ):
        return None
    first = figures[0]
    for figure in figures:
        if figure.kind not in _AMOUNTS:
            return f"{figure.id} is a {figure.kind}, not an amount"
        if figure.kind is not first.kind:
            return f"{first.id} is a {first.kind} and {figure.id} a {figure.kind}: not comparable"
        if figure.kind in _UNIT_MATTERS and figure.unit != first.unit:
            return (
                f"{first.id} is in {first.unit} and {figure.id} in {figure.unit}: not comparable as printed"
            )
    return None
