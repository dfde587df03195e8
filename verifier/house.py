"""What a newsroom writes without saying so: whose dollar a bare "$" is, and which way round 03/04/2005 is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verifier.errors import ConfigurationError

DateStyle = Literal["day-first", "month-first"]

DATE_STYLES: tuple[DateStyle, ...] = ("day-first", "month-first")

DOLLARS = (
    "USD", "AUD", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "FJD", "GYD", "HKD", "JMD", "KYD", "LRD", "NAD",
    "NZD", "SBD", "SGD", "SRD", "TTD", "TWD", "XCD", "ZWD",
)  # fmt: skip
"""The currencies of ISO 4217 that are called dollar: what "$" and "dollars" can mean by themselves."""


@dataclass(frozen=True, slots=True)
class House:
    """How a newsroom writes.

    Attributes:
        currency: what a bare "$", "dollars" and their cents are: one of `DOLLARS`. "US$", "A$" and
            "Canadian dollars" say it themselves.
        date_style: whether the day or the month comes first in 03/04/2005; where it is None, such a date is
            read as its year alone. A number above 12 says it itself.

    Raises:
        ConfigurationError: neither value can be anything else.
    """

    currency: str = "USD"
    date_style: DateStyle | None = None

    def __post_init__(self) -> None:
        if self.currency not in DOLLARS:
            raise ConfigurationError(f"currency {self.currency!r}: expected {CURRENCY_EXPECTED}")
        if self.date_style not in (None, *DATE_STYLES):
            raise ConfigurationError(f"date_style {self.date_style!r}: expected {DATE_STYLE_EXPECTED}")

    @property
    def day_first(self) -> bool | None:
        """Whether the day comes first; None where nobody has said."""
        return None if self.date_style is None else self.date_style == "day-first"


USUAL = House()
"""What is read where no house says otherwise."""

CURRENCY_EXPECTED = f"what a bare '$' means, one of {', '.join(DOLLARS)}"
DATE_STYLE_EXPECTED = "'day-first' or 'month-first'"
