"""What passes between the extractor and whoever answers: a question, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from types import TracebackType

    from verifier.claims import Usage
    from verifier.errors import ProviderError
    from verifier.extraction.retry import Fault
    from verifier.extraction.schema import Answer, Desk


@dataclass(frozen=True, slots=True)
class Question:
    """One call: what is said to the model, what it may answer, and who judges the answer.

    Attributes:
        about: what is asked, in a few words that hold nothing of the draft ("claims of 40 sentences").
        system: what holds for every draft.
        user: what is asked of this one.
        answer: the model of the answer.
        desk: keeps the best answer; there is no other way in which answers come back.
    """

    about: str
    system: str = field(repr=False)
    user: str = field(repr=False)
    answer: type[Answer]
    desk: Desk


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a question.

    Attributes:
        usage: calls made, retries among them, and tokens.
        faults: every attempt that failed, in order.
        answered: whether the last attempt was acceptable.
        answer: the accepted answer as JSON, where it was asked for just now.
        waited: seconds that went by until the limits on the rate of calls let them through.
    """

    usage: Usage
    faults: tuple[Fault, ...]
    answered: bool
    answer: str | None = field(default=None, repr=False)
    waited: float = 0.0

    @property
    def fault(self) -> Fault | None:
        """What the question failed with in the end; None if it was answered."""
        return None if self.answered or not self.faults else self.faults[-1]


class Asker(Protocol):
    """Somebody who can be asked many questions at once."""

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    async def ask(self, question: Question, until: float | None = None) -> Reply:
        """Have the question answered at its desk; never raises for what a model or a service does.

        Args:
            question: what to ask.
            until: when to give up, on the running loop's clock; what is waited for the sake of a limit
                on the rate of calls does not count.
        """
        ...

    def error(self, fault: Fault) -> ProviderError:
        """The fault as one clear line that names the setting to look at."""
        ...
