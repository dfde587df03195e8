"""What can go wrong with a call, and whether it is worth another try.

Every failure is a `Fault` of one kind. `Patience` decides by kind: an answer that will not do is asked
for again with the reason, a busy service is waited for, a refused key stops at once. No vendor is
imported here; `verifier.extraction.client` turns what its libraries raise into faults.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

_CLIENT_ERROR = 400
_KEY_REFUSED = (401, 403)
_NOT_FOUND = 404
_TOO_MANY = 429
_OUT_OF_TIME = (408, 504)
_CONFLICT = 409
_SERVER_ERROR = 500
_TOO_LARGE = 413
# A provider's code is printed only if it is such a word: anything else might hold the draft or a key.
_CODE = re.compile(r"[a-z]{2,20}(?:_[a-z]{1,20}){0,5}")
# The words of OpenAI, vLLM, llama.cpp, Ollama, Anthropic, Mistral, Google, Groq, xAI and text-generation-
# inference; tests/extraction/test_retry.py has them in full.
_LONGER_THAN_CONTEXT = re.compile(
    r"context[ _](?:length|window|size)|maximum (?:context|model length|prompt length)|"
    r"too many (?:input )?tokens|prompt (?:is )?too (?:long|large)|reduce the length of|"
    r"max_tokens must be at least 1|`?inputs`? tokens \+|"
    r"(?:exceed(?:s|ed)?|longer than|too large for)[^.]{0,40}(?:context|token)",
    re.IGNORECASE,
)
# What a provider has to say stands at the beginning; further on it may repeat the draft and the prompt.
_LISTENED_TO = 400
_NO_SUCH_MODE = re.compile(
    r"tool_choice|\btools?\b|function.?call|response_format|json_schema|json mode|structured output",
    re.IGNORECASE,
)


class FaultKind(StrEnum):
    """Why a call gave nothing that can be used."""

    ANSWER = "answer"  # the model answered, but not acceptably
    CUT_OFF = "cut_off"  # the answer reached the model's length limit
    REFUSED = "refused"  # the model declined, or a content filter stopped it
    BUSY = "busy"  # 429 or a server error
    TIMEOUT = "timeout"  # no answer in time
    UNREACHED = "unreached"  # no connection, or it broke
    ADDRESS = "address"  # something else than the service stands there
    KEY = "key"  # 401, 403
    MODEL = "model"  # 404: no such model, or no such endpoint
    QUOTA = "quota"  # 429 that no waiting mends
    REQUEST = "request"  # 400, 422: the service will not take this request
    OPTION = "option"  # the model takes no temperature, or no seed
    MODE = "mode"  # the service knows no tools, or no schema
    FORM = "form"  # the model answered in another form than asked for
    TOO_LONG = "too_long"  # the request is longer than the model's context
    BUDGET = "budget"  # a limit on calls or costs that was set
    UNEXPECTED = "unexpected"  # nothing that is known here


ASK_AGAIN = frozenset({FaultKind.ANSWER, FaultKind.FORM})
WAIT = frozenset({FaultKind.BUSY, FaultKind.TIMEOUT, FaultKind.UNREACHED, FaultKind.UNEXPECTED})
HOPELESS = frozenset(
    {FaultKind.KEY, FaultKind.MODEL, FaultKind.QUOTA, FaultKind.UNREACHED, FaultKind.ADDRESS}
)
"""If every call ends so, the model that was asked for cannot be had at all."""
SMALLER = frozenset({FaultKind.TOO_LONG, FaultKind.CUT_OFF})
"""What a smaller part of the draft may get past."""
OPTIONS = ("temperature", "seed")
"""What is sent for the sake of repeatability, and left out for a service that does not take it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One failed attempt.

    Attributes:
        kind: see `FaultKind`.
        why: the reason, in a few words; never the draft's, the prompt's or the provider's own.
        wait: the seconds that the service asked to be left alone for, if it did.
    """

    kind: FaultKind
    why: str
    wait: float | None = None


@dataclass(frozen=True, slots=True)
class Patience:
    """How often and how long a call is tried.

    Attributes:
        answers: how many answers are asked for before the passage is given up.
        tries: how many attempts in all may fail on the way to the service.
        first: seconds to wait after the first such failure; doubled each time, with jitter.
        longest: the longest wait, in seconds. A service that asks for more is not waited for.
    """

    answers: int = 3
    tries: int = 4
    first: float = 0.5
    longest: float = 30.0

    def again(self, faults: Sequence[Fault]) -> bool:
        """Whether to try once more after these faults, the last of which has just happened."""
        latest = faults[-1]
        if latest.kind in ASK_AGAIN:
            asked = sum(1 for fault in faults if fault.kind in ASK_AGAIN)
            # Twice in the wrong form: this service has another form to be asked in.
            forms = sum(1 for fault in faults if fault.kind is FaultKind.FORM)
            return asked < self.answers and (latest.kind is not FaultKind.FORM or forms % 2 == 1)
        if latest.kind not in WAIT or (latest.wait or 0) > self.longest:
            return False
        return sum(1 for fault in faults if fault.kind in WAIT) < self.tries

    def wait(self, faults: Sequence[Fault], random: Random) -> float:
        """Seconds to wait before the next try: none for a wrong answer, else as told, or growing."""
        latest = faults[-1]
        if latest.kind not in WAIT:
            return 0.0
        failed = sum(1 for fault in faults if fault.kind in WAIT)
        grown = min(self.first * 2.0 ** (failed - 1), self.longest)
        # All windows fail at the same moment; jitter keeps them from coming back at the same moment.
        jittered = random.uniform(grown / 2, grown)
        return max(jittered, latest.wait or 0.0)


def fault_of_status(status: int, headers: Mapping[str, str], code: object = None, said: str = "") -> Fault:
    """The fault that an HTTP status stands for.

    Args:
        status: 300 or above.
        headers: of the response; names in lower case, or a mapping that ignores case.
        code: the provider's own error code, where the body has one.
        said: the provider's words; looked at, never repeated.
    """
    word = code if isinstance(code, str) and _CODE.fullmatch(code) else None
    named = f"{status}, {word}" if word else str(status)
    said = said[:_LISTENED_TO]
    if status < _CLIENT_ERROR:
        return Fault(FaultKind.ADDRESS, f"the service's address leads elsewhere ({named})")
    if status in _KEY_REFUSED:
        return Fault(FaultKind.KEY, f"the service refused the key ({named})")
    if word in ("insufficient_quota", "billing_hard_limit_reached"):
        return Fault(FaultKind.QUOTA, f"the account's quota is used up ({named})")
    if status != _TOO_MANY and (refused := _refused(status, word, said, named)) is not None:
        return refused
    if status == _NOT_FOUND or word == "model_not_found":
        return Fault(FaultKind.MODEL, f"the service does not know the model ({named})")
    passing = _passing(status)
    if passing is not None:
        kind, why = passing
        return Fault(kind, f"the service {why} ({named})", retry_after(headers))
    return Fault(FaultKind.REQUEST, f"the service would not take the request ({named})")


def _refused(status: int, word: str | None, said: str, named: str) -> Fault | None:
    """What about the request a service will not take, where its words tell; a server error may be that, too.

    llama.cpp's server answers 500 where it was started without support for tools.
    """
    if status == _TOO_LARGE or word == "context_length_exceeded" or _LONGER_THAN_CONTEXT.search(said):
        return Fault(FaultKind.TOO_LONG, f"the text is longer than the model takes at once ({named})")
    if status < _SERVER_ERROR and (option := _option(said)):
        return Fault(FaultKind.OPTION, f"the service takes no {option} ({named})")
    if _NO_SUCH_MODE.search(said):
        return Fault(FaultKind.MODE, f"the service knows no such way of answering ({named})")
    return None


def _option(said: str) -> str | None:
    """The option that a service's words are about, if any."""
    return next((option for option in OPTIONS if re.search(rf"\b{option}\b", said, re.IGNORECASE)), None)


def _passing(status: int) -> tuple[FaultKind, str] | None:
    """What a status says that may be over in a moment; None for one that will not change."""
    if status == _TOO_MANY:
        return FaultKind.BUSY, "is over its rate limit"
    if status in _OUT_OF_TIME:
        return FaultKind.TIMEOUT, "ran out of time"
    if status >= _SERVER_ERROR or status == _CONFLICT:
        return FaultKind.BUSY, "failed"
    return None


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """How many seconds a response asks to wait, from either form of Retry-After; None if it does not.

    >>> retry_after({"retry-after": "7"})
    7.0
    """
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    seconds = _number(value)
    if seconds is not None or value is None:
        return seconds
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - (now or datetime.now(UTC))).total_seconds())


def _number(value: str | None) -> float | None:
    """A plain, finite number of seconds; None for anything else ("inf" would wait for ever)."""
    if value is None or not re.fullmatch(r"\s*\d{1,9}(\.\d{1,9})?\s*", value, re.ASCII):
        return None
    return float(value)
