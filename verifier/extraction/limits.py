"""What all calls of a checker together have to keep to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.extraction.budget import Budget
from verifier.extraction.pace import Pace

if TYPE_CHECKING:
    from verifier.settings import Settings


@dataclass(frozen=True, slots=True)
class Limits:
    """How fast calls may follow each other, and what they may cost."""

    pace: Pace
    budget: Budget

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """The limits that the settings name, with nothing spent yet."""
        return cls(
            Pace(settings.requests_per_minute, settings.tokens_per_minute),
            Budget(settings.max_calls, settings.max_cost, settings.price),
        )
