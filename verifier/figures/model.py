"""What a figure is: where it stands, which values it allows, and what it counts.

Values are exact (`int` or `fractions.Fraction`), never floats. Every figure has two readings, as
`verifier.figures.rounding` sets out: as written, and generous.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from verifier.draft import Span

Exact = int | Fraction
"""An exact number. The two mix freely in arithmetic and comparison."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The values a figure may stand for, both ends included; ``None`` is no bound on that side."""

    low: Exact | None
    high: Exact | None

    @classmethod
    def exactly(cls, value: Exact) -> Interval:
        """The interval that holds one value."""
        return cls(value, value)

    def holds(self, value: Exact) -> bool:
        """Whether the value lies in the interval."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)


UNBOUNDED = Interval(None, None)


class Kind(StrEnum):
    """What sort of figure it is; it decides which relations can hold."""

    COUNT = "count"  # 472 drones, three of them, 79,000
    MONEY = "money"  # £7.2bn; the unit is the currency's ISO 4217 code
    PERCENT = "percent"  # 5 per cent; 5 is the value, "%" the unit
    POINTS = "points"  # two percentage points, 25 basis points (0.25); unit "pp"
    FRACTION = "fraction"  # half, a third, two in five; the value lies in 0..1
    MULTIPLE = "multiple"  # doubled (2), halved (1/2), three times, fourfold; a factor
    RATIO = "ratio"  # 1:1, three to one; a factor
    SCORE = "score"  # 17-18, 7-5 6-4, 52 votes to 48; no single value
    ORDINAL = "ordinal"  # third, 2nd; a rank
    AGE = "age"  # aged 28, the 64-year-old; years
    DATE = "date"  # 18 May 2025, February 2005, the 1990s, 2003/04
    RELATIVE_DATE = "relative_date"  # on Sunday, last year, January
    TIME = "time"  # 7pm, 19:30
    DURATION = "duration"  # 10 hours 45 minutes, a decade, three-year
    MEASURE = "measure"  # 100 miles, 12 °C, two barrels


class Hedge(StrEnum):
    """How firmly the draft states the figure."""

    EXACT = "exact"
    ABOUT = "about"  # about, around, some, roughly, estimated, -ish
    NEARLY = "nearly"  # nearly, almost, just under
    OVER = "over"  # just over, a little more than, slightly above
    AT_LEAST = "at_least"  # at least, no fewer than
    MORE_THAN = "more_than"  # more than, over, above
    AT_MOST = "at_most"  # at most, up to, as many as, no more than
    LESS_THAN = "less_than"  # less than, fewer than, under, below
    BETWEEN = "between"  # 10 to 15, between 10 and 15: a range
    VAGUE = "vague"  # dozens, several, hundreds


@dataclass(frozen=True, slots=True)
class DatePoint:
    """A date as far as the draft gives it. Fields that it leaves out are ``None``.

    `end` is the last day that a date which covers a stretch of time may mean ("the 1990s").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday, as in `datetime.date.weekday`."""
    end: dt.date | None = None

    def isoformat(self) -> str | None:
        """``2025-05-18``, ``2025-05`` or ``2025``; None where the year is unknown."""
        if self.year is None:
            return None
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Figure:
    """One stated number, date or duration.

    Attributes:
        id: ``F1``, in the order of the draft.
        span: the number with its sign, scale and unit symbol ("£7.2bn", "10% to 15%"), without hedge
            words and without the counted noun.
        kind: see `Kind`.
        written: the values that it stands for as printed, by `rounding`.
        generous: the same, read with all the looseness that news copy allows itself.
        unit: ISO 4217 code, ``%``, ``pp``, a unit of measure ("km", "year"), or the head of the noun
            that is counted ("drones"); None where the draft names none.
        hedge: how firmly it is stated; `hedge_span` holds the words that say so.
        date: for the kinds DATE and RELATIVE_DATE, as far as it is known.
        printed: what the number allows without its hedge, in both readings; None where no hedge widens it.
    """

    id: str
    span: Span
    kind: Kind
    written: Interval
    generous: Interval
    unit: str | None = None
    hedge: Hedge = Hedge.EXACT
    hedge_span: Span | None = None
    date: DatePoint | None = None
    printed: tuple[Interval, Interval] | None = None


@dataclass(frozen=True, slots=True)
class KeptOut:
    """Something that looks like a figure and is none, with the reason ("part-of-name", "idiom" …)."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What the scanner read: figures in the order of the draft, and what it kept out."""

    figures: tuple[Figure, ...]
    kept_out: tuple[KeptOut, ...]
