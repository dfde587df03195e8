"""The one module that knows the vendor: openai, instructor and tenacity are imported here only.

`ModelExtractor` imports it when it reads its first draft, so that the offline path never does. Retries
of the client libraries are switched off: `retry.Patience` alone decides.
"""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import replace
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any, Self

import httpx2
import instructor
import openai
import tenacity
from instructor.core.exceptions import (
    ConfigurationError as UnknownProvider,
)
from instructor.core.exceptions import (
    IncompleteOutputException,
    InstructorRetryException,
    ResponseParsingError,
)
from instructor.core.hooks import Hooks
from pydantic import ValidationError

from verifier.claims import Usage
from verifier.errors import ConfigurationError, ProviderError
from verifier.extraction.asking import Reply
from verifier.extraction.bounded import BoundedClient, untrusted
from verifier.extraction.budget import Spent
from verifier.extraction.keys import key_from_keyring, without_secrets
from verifier.extraction.privacy import in_private
from verifier.extraction.replies import is_prose, no_answer, tokens_of
from verifier.extraction.retry import OPTIONS, Fault, FaultKind, Patience, fault_of_status
from verifier.extraction.schema import judged_at
from verifier.extraction.tokens import tokens_returned, tokens_sent
from verifier.settings import KEY_VARIABLE, MODEL_VARIABLE

if TYPE_CHECKING:
    from types import TracebackType

    from verifier.extraction.asking import Question
    from verifier.extraction.limits import Limits, Manners
    from verifier.extraction.schema import Answer
    from verifier.settings import Settings

_REMEDIES = {
    FaultKind.ADDRESS: "check {address}",
    FaultKind.KEY: "check {key}",
    FaultKind.MODEL: f"check the model's name (--model or {MODEL_VARIABLE}){{base}}",
    FaultKind.QUOTA: "check the account behind {key}",
    FaultKind.UNREACHED: "check the network{base}",
}

_MODES = (instructor.Mode.TOOLS, instructor.Mode.JSON_SCHEMA, instructor.Mode.MD_JSON)
"""How an answer may be asked for, best first; the last needs nothing but text."""
# With 403 a service may mean this draft alone.
_NO_SUCH_KEY = 401

_calls = logging.getLogger("verifier.calls")
_contents = logging.getLogger("verifier.contents")


@cache
def _prepared(answer: type[Answer]) -> type[Any]:
    """The answer's model as instructor wants it, made once: it would make a new class for every call."""
    prepared: type[Any] = instructor.response_schema(answer)
    return prepared


class Client:
    """Asks a model through instructor. Use it as an asynchronous context manager.

    What a service does not take (tools, a schema, a temperature) is learned at the first refusal and left
    out from then on.

    Args:
        settings: which model, and how long a call may take.
        limits: what all calls together have to keep to.
        patience: how often to try; `Settings.attempts` answers by default.

    Raises:
        ConfigurationError: there is no such provider, its package is missing, or no key is set.
    """

    def __init__(self, settings: Settings, limits: Limits, patience: Patience | None = None) -> None:
        self._settings = settings
        self._limits = limits
        self._patience = patience or Patience(answers=settings.attempts)
        self._provider, _, self._name = settings.model.partition("/")
        self._ways: dict[int, Any] = {}
        self._manners = limits.manners
        self._stopped: Fault | None = None
        with in_private():
            self._vendor: Any = None
            self._openai() if self._provider == "openai" else self._other()

    def _openai(self) -> None:
        http = BoundedClient(self._settings.timeout / 2)
        try:
            self._vendor = openai.AsyncOpenAI(
                api_key=key_from_keyring(), max_retries=0, timeout=http.timeout, http_client=http
            )
        except openai.OpenAIError:
            raise ConfigurationError(
                f"model {self._settings.model!r} needs a key: set {KEY_VARIABLE}"
            ) from None

    def _other(self) -> None:
        try:
            made = instructor.from_provider(self._settings.model, async_client=True)
        except (UnknownProvider, ImportError, ValueError) as error:
            said = without_secrets(str(error).partition("\n")[0])
            raise ConfigurationError(f"model {self._settings.model!r}: {said}") from None
        self._vendor, self._ways = made.client, {0: made}
        if hasattr(self._vendor, "max_retries"):
            self._vendor.max_retries = 0
            self._vendor.timeout = self._settings.timeout / 2

    def _way(self, mode: int) -> Any:  # noqa: ANN401 - one of instructor's many classes
        if mode not in self._ways:
            self._ways[mode] = instructor.from_openai(self._vendor, mode=_MODES[mode], model=self._name)
        return self._ways[mode]

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        close = getattr(self._vendor, "close", None)
        if close is not None and asyncio.iscoroutine(closing := close()):
            await closing

    async def ask(self, question: Question, until: float | None = None) -> Reply:
        """Ask until the desk accepts the answer, patience runs out, or time does."""
        if self._stopped is not None:
            return Reply(Usage(), (self._stopped,), answered=False)
        course = _Course(question, self._limits, self._patience)
        if until is None:
            until = asyncio.get_running_loop().time() + self._settings.timeout
        answer = None
        try:
            async with asyncio.timeout_at(until) as course.limit:
                while True:
                    course.mode = max(course.mode, self._manners.mode)
                    manners = replace(self._manners)
                    answer = await self._attempt(question, course)
                    if answer is not None or not self._adapted(course, manners):
                        break
        except TimeoutError:
            course.note(course.out_of_time(self._settings.timeout))
        if answer is not None:
            self._manners.mode = max(self._manners.mode, course.mode)
        if course.locked_out:
            # Nothing that is asked with this key will be answered: the drafts that follow are not sent.
            self._stopped = course.faults[-1]
        text = None if answer is None else answer.model_dump_json(exclude_defaults=True)
        if self._settings.log_contents:
            _contents.debug("%s:\n%s\n\n%s\n\n%s", question.about, question.system, question.user, text)
        return Reply(course.usage, tuple(course.faults), answer is not None, text, course.waited)

    async def _attempt(self, question: Question, course: _Course) -> Answer | None:
        """Ask in the way that is known to work; None if nothing acceptable came of it."""
        options = {
            name: value
            for name in OPTIONS
            if name not in self._manners.refused and (value := getattr(self._settings, name)) is not None
        }
        before = len(course.faults)
        try:
            with in_private(), judged_at(question.desk):
                answer: Answer = await self._way(course.mode).create(
                    response_model=_prepared(question.answer),
                    messages=[
                        {"role": "system", "content": question.system},
                        {"role": "user", "content": question.user},
                    ],
                    max_retries=course.retrying(),
                    strict=False,
                    hooks=course.hooks(),
                    **options,
                )
        except Exception as error:  # noqa: BLE001 - whatever a service or its library does, the check goes on
            cause = _root(error)
            if len(course.faults) == before or isinstance(cause, Spent):
                course.note(course.fault(cause))
            return None
        return answer

    def _adapted(self, course: _Course, manners: Manners) -> bool:
        """Whether there is another way to ask than the one that has just failed.

        All questions are asked at the same time: another may have found the way already. An answer in
        prose may be this question's own fault: the others are asked in the next way only once it worked.

        Args:
            course: the attempts so far.
            manners: what was known of the service before the last.
        """
        fault = course.faults[-1]
        if self._manners != manners and fault.kind in (FaultKind.MODE, FaultKind.OPTION):
            return True
        if fault.kind is FaultKind.OPTION:
            left = {option for option in OPTIONS if option not in manners.refused}
            named = {option for option in left if option in fault.why} or left
            self._manners.refused = manners.refused | named
            return bool(named)
        if fault.kind not in (FaultKind.MODE, FaultKind.FORM) or self._provider != "openai":
            return False
        if course.mode + 1 == len(_MODES):
            return False
        course.mode += 1
        if fault.kind is FaultKind.MODE:
            self._manners.mode = max(self._manners.mode, course.mode)
        return True

    def error(self, fault: Fault) -> ProviderError:
        """The fault as one line: which model, where, what happened, what to look at."""
        ours = self._provider == "openai"
        remedy = _REMEDIES.get(fault.kind, "try again later").format(
            key=KEY_VARIABLE if ours else f"the key for {self._provider}",
            base=" and OPENAI_BASE_URL" if ours else "",
            address="OPENAI_BASE_URL" if ours else f"the address of {self._provider}",
        )
        return ProviderError(f"model {self._settings.model!r}{self._place()}: {fault.why}; {remedy}")

    def _place(self) -> str:
        """The service's address, without what a URL may carry besides."""
        url = getattr(self._vendor, "base_url", None)
        host = getattr(url, "host", None)
        if not host:
            return ""
        port = getattr(url, "port", None)
        return f" at {host}:{port}" if port else f" at {host}"


class _Course:
    """One question's attempts: what failed, what was used, whether to go on."""

    def __init__(self, question: Question, limits: Limits, patience: Patience) -> None:
        self.faults: list[Fault] = []
        self.usage = Usage()
        self.mode = 0
        self.limit: asyncio.Timeout | None = None
        self.waited = 0.0
        self.locked_out = False
        self._question = question
        self._limits = limits
        self._patience = patience
        self._expected = tokens_sent(question), tokens_returned(question)
        self._reserved = 0.0
        self._over: Fault | None = None
        self._random = Random()  # noqa: S311 - jitter, not a secret
        self._finish: str | None = None
        self._instead: Fault | None = None
        self._prose = False

    def note(self, fault: Fault) -> None:
        """Remember what failed."""
        self.faults.append(fault)
        _calls.info("%s: attempt %d: %s", self._question.about, self.usage.calls, fault.why)

    def out_of_time(self, seconds: float) -> Fault:
        """What went wrong where time is over: a service that was never reached stays unreached."""
        if self.faults and all(fault.kind is FaultKind.UNREACHED for fault in self.faults):
            return self.faults[-1]
        return Fault(FaultKind.TIMEOUT, f"no answer within {seconds:g} seconds")

    def retrying(self) -> tenacity.AsyncRetrying:
        """The object by which instructor's loop asks whether and when to go on."""
        return tenacity.AsyncRetrying(before=self._admit, retry=self._again, wait=self._wait, reraise=True)

    async def _admit(self, state: tenacity.RetryCallState) -> None:
        """Wait for the service's limits, and count the call against the checker's, before it is made."""
        del state
        try:
            self._reserved = self._limits.budget.reserve(*self._expected)
        except Spent as spent:
            # instructor hands on an exception of its own instead.
            self._over = spent.fault
            raise
        if (seconds := self._limits.pace.reserve(sum(self._expected))) > 0:
            await self._wait_aside(seconds)
        self._finish, self._instead, self._prose = None, None, False
        self.usage += Usage(calls=1, retries=1 if self.usage.calls else 0)

    async def _wait_aside(self, seconds: float) -> None:
        """Wait without its counting as the model's time."""
        if self.limit is not None and (until := self.limit.when()) is not None:
            self.limit.reschedule(until + seconds)
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            self._limits.budget.release(self._reserved)
            raise
        self.waited += seconds

    def hooks(self) -> Hooks:
        """Looks at every reply before instructor does."""
        hooks = Hooks()
        hooks.on("completion:response", self._look_at)
        return hooks

    def _look_at(self, response: Any) -> None:  # noqa: ANN401 - any provider's
        if (tokens := tokens_of(response)) is not None:
            sent, returned = tokens
            self.usage += Usage(input_tokens=sent, output_tokens=returned)
            self._limits.budget.settle(self._reserved, sent, returned)
            _calls.info("%s: %d tokens sent, %d returned", self._question.about, sent, returned)
        self._instead = no_answer(response)
        choices = getattr(response, "choices", None)
        self._finish = getattr(choices[0], "finish_reason", None) if choices else None
        self._prose = is_prose(getattr(choices[0], "message", None)) if choices else False

    def _again(self, state: tenacity.RetryCallState) -> bool:
        error = state.outcome.exception() if state.outcome is not None else None
        if not isinstance(error, Exception):
            return False
        if isinstance(status := getattr(error, "status_code", None), int):
            # A call that a service turns away is not charged for.
            self._limits.budget.settle(self._reserved, 0, 0)
            self.locked_out = status == _NO_SUCH_KEY
        fault = self.fault(error)
        self.note(fault)
        return self._patience.again(self.faults) and self._in_time(fault.wait or 0.0)

    def _in_time(self, seconds: float) -> bool:
        """Whether there will be time left after so many seconds."""
        until = self.limit.when() if self.limit is not None else None
        return until is None or asyncio.get_running_loop().time() + seconds < until

    def _wait(self, state: tenacity.RetryCallState) -> float:
        del state
        return self._patience.wait(self.faults, self._random)

    def fault(self, error: Exception) -> Fault:
        """What an exception of any of the libraries stands for."""
        if self._over is not None:
            return self._over
        if isinstance(error, IncompleteOutputException):
            return Fault(FaultKind.CUT_OFF, "the answer was cut off at the model's length limit")
        if self._instead is not None:
            # instructor stumbles over such a reply in a way of its own.
            return self._instead
        if self._finish == "content_filter":
            return Fault(FaultKind.REFUSED, "the service's content filter stopped the answer")
        if isinstance(error, AssertionError):
            # instructor's way of saying that the message carries a refusal.
            return Fault(FaultKind.REFUSED, "the model refused to answer")
        if isinstance(error, ValidationError) and not self._prose:
            return Fault(FaultKind.ANSWER, "the model's answer was not acceptable")
        if isinstance(error, ValidationError | ResponseParsingError):
            return Fault(FaultKind.FORM, "the model answered in another form than asked for")
        return _service_fault(error)


def _root(error: Exception) -> Exception:
    """What instructor's error wraps, which it raises whenever it gives up."""
    cause = error.__cause__ if isinstance(error, InstructorRetryException) else None
    return cause if isinstance(cause, Exception) else error


def _service_fault(error: Exception) -> Fault:
    """A fault on the way to the service; other providers' clients name their exceptions alike."""
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        headers = getattr(getattr(error, "response", None), "headers", None) or {}
        said = f"{getattr(error, 'param', None) or ''} {getattr(error, 'message', None) or error}"
        return fault_of_status(status, headers, getattr(error, "code", None), said)
    if isinstance(error, TypeError) and (
        option := next((o for o in OPTIONS if f"'{o}'" in str(error)), None)
    ):
        # Another provider's library, which has no such argument.
        return Fault(FaultKind.OPTION, f"the service takes no {option}")
    if untrusted(error):
        return Fault(FaultKind.ADDRESS, "the service's certificate is not to be trusted")
    if isinstance(error.__cause__, httpx2.ConnectTimeout):
        return Fault(FaultKind.UNREACHED, "the service could not be reached in time")
    names = {parent.__name__ for parent in type(error).__mro__}
    if isinstance(error, TimeoutError) or any("Timeout" in name for name in names):
        return Fault(FaultKind.TIMEOUT, "the service did not answer in time")
    if isinstance(error, OSError) or any("Connection" in name or "TransportError" in name for name in names):
        return Fault(FaultKind.UNREACHED, "the service could not be reached")
    if isinstance(error, json.JSONDecodeError | openai.APIResponseValidationError):
        return Fault(FaultKind.BUSY, "the service's reply was not JSON")
    return Fault(FaultKind.UNEXPECTED, f"the call failed ({type(error).__name__})")
