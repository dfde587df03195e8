"""What a reading would take, reckoned without asking the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.extraction.cached import key
from verifier.extraction.tokens import tokens_returned, tokens_sent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verifier.extraction.asking import Question
    from verifier.extraction.cache import Cache


@dataclass(frozen=True, slots=True)
class Plan:
    """The calls of a reading.

    Attributes:
        calls: how many would be made, if every answer is accepted at once.
        cached: how many questions have been answered before.
        sent: about how many tokens the calls send.
        returned: about how many come back, at most.
    """

    calls: int = 0
    cached: int = 0
    sent: int = 0
    returned: int = 0

    def __str__(self) -> str:
        cached = f" and {self.cached} answers from the cache" if self.cached else ""
        return (
            f"{self.calls} call{'' if self.calls == 1 else 's'}{cached}, about {self.sent:,} tokens sent "
            f"and {self.returned:,} returned"
        )

    def __add__(self, other: Plan) -> Plan:
        return Plan(
            self.calls + other.calls,
            self.cached + other.cached,
            self.sent + other.sent,
            self.returned + other.returned,
        )


def planned(questions: Iterable[Question], cache: Cache | None, identity: str) -> Plan:
    """What the questions would take.

    Args:
        questions: what would be asked.
        cache: what was answered before, if that is looked at.
        identity: see `CachedAsker`.
    """
    plan = Plan()
    for question in questions:
        if cache is not None and cache.get(key(question, identity)) is not None:
            plan += Plan(cached=1)
        else:
            plan += Plan(calls=1, sent=tokens_sent(question), returned=tokens_returned(question))
    return plan
