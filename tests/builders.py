"""Short ways to make values for tests."""

from __future__ import annotations

from fractions import Fraction

from verifier.draft import Draft, Span
from verifier.figures import scan
from verifier.figures.model import Exact, Figure, Interval, Kind
from verifier.relations.model import Direction, Relation


def figure(
    name: str,
    low: Exact,
    high: Exact | None = None,
    *,
    kind: Kind = Kind.COUNT,
    unit: str | None = None,
    slack: Exact = 0,
) -> Figure:
    """A figure of that id; `slack` widens its generous reading on both sides."""
    high = low if high is None else high
    written = Interval(low, high)
    place = int(name[1:]) * 10
    return Figure(
        id=name,
        span=Span(place, place + len(str(low)), str(low)),
        kind=kind,
        written=written,
        generous=Interval(low - slack, high + slack),
        unit=unit,
    )


def relation(
    kind: str, *, direction: Direction | None = None, complete: bool = False, **roles: str
) -> Relation:
    """A relation; roles are figure ids separated by spaces, ``from_`` stands for ``from``."""
    named = tuple((role.rstrip("_"), tuple(ids.split())) for role, ids in roles.items())
    return Relation(kind, named, direction, complete=complete, proposed_by=("offline",), id="R1")


def percent(name: str, value: Exact) -> Figure:
    """A percentage, as written to half its last digit."""
    return figure(name, value - Fraction(1, 2), value + Fraction(1, 2), kind=Kind.PERCENT, unit="%")


def scanned(text: str) -> tuple[Draft, tuple[Figure, ...]]:
    """A draft and its figures."""
    draft = Draft.parse(text)
    return draft, scan(draft).figures
