"""Judging an answer: what of it stands in the draft, and what to tell the model about the rest.

A desk takes one question's answers, one after the other, and keeps the best. What cannot be used at
all (an id that does not exist, a source that does not stand in its sentence) sends an answer back each
time; what can be done without (a cue, a fuller name) only the first time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verifier.extraction.shown import Shown

UNKNOWN_SENTENCE = "unknown-sentence"
"""The code of a `Reason`: there is no sentence of the id that the model gives."""

_SHORT = 60


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that is wrong with an answer.

    Attributes:
        code: which sort of mistake, one word for messages that must not repeat the draft.
        text: what to tell the model; it may quote the draft.
        fatal: whether the item cannot be used.
    """

    code: str
    text: str
    fatal: bool = True


class _Judged(Protocol):
    @property
    def reasons(self) -> tuple[Reason, ...]: ...


Accepted = TypeVar("Accepted", bound=_Judged)


class Judge(Generic[Accepted]):
    """Keeps the best of the answers that it is shown."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self.best: Accepted | None = None
        self._seen = 0

    @property
    def usable(self) -> bool:
        """Whether an answer was seen of which everything can be used."""
        return self.best is not None and not fatal(self.best.reasons)

    def forget(self) -> None:
        """Be as if no answer had been seen."""
        self.best, self._seen = None, 0

    def weigh(self, accepted: Accepted) -> list[str]:
        """Keep the answer if none before was better; return what must be put right."""
        self._seen += 1
        if self.best is None or fatal(accepted.reasons) <= fatal(self.best.reasons):
            self.best = accepted
        if self._seen > 1 and not fatal(accepted.reasons):
            return []
        return [reason.text for reason in accepted.reasons]


def fatal(reasons: Iterable[Reason]) -> int:
    """How many of the reasons make an item useless."""
    return sum(1 for reason in reasons if reason.fatal)


def once(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids, each once, in order."""
    return tuple(dict.fromkeys(ids))


def cut_short(text: str, length: int = _SHORT) -> str:
    """At most so much of what the model wrote: it need not read its own essay again."""
    return text if len(text) <= length else text[: length - 1] + "…"
