"""What all calls of a checker together have to keep to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.extraction.budget import Budget
from verifier.extraction.pace import Pace

if TYPE_CHECKING:
    from verifier.settings import Settings


@dataclass(slots=True)
class Manners:
    """How a service has turned out to want to be asked: what it refused once is not tried again.

    Attributes:
        mode: the number of the way in which answers are asked for; see `verifier.extraction.client`.
        refused: options that it does not take.
    """

    mode: int = 0
    refused: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Limits:
    """How fast calls may follow each other, what they may cost, and what the service takes."""

    pace: Pace
    budget: Budget
    manners: Manners = field(default_factory=Manners)

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """The limits that the settings name, with nothing spent yet."""
        return cls(
            Pace(settings.requests_per_minute, settings.tokens_per_minute),
            Budget(settings.max_calls, settings.max_cost, settings.price),
        )
