"""The one module that knows the vendor: openai, instructor and tenacity are imported here only.

`ModelExtractor` imports it when it reads its first draft, so that the offline path never does. Retries
of the client libraries are switched off: `retry.Patience` alone decides.
"""

from __future__ import annotations

import asyncio
import json
import logging
import ssl
from contextlib import contextmanager
from contextvars import ContextVar
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
    ResponseParsingError,
)
from instructor.core.hooks import Hooks
from pydantic import ValidationError

from verifier.claims import Usage
from verifier.errors import ConfigurationError, ProviderError
from verifier.extraction.asking import Reply
from verifier.extraction.budget import Spent
from verifier.extraction.keys import key_from_keyring, without_secrets
from verifier.extraction.retry import OPTIONS, Fault, FaultKind, Patience, fault_of_status
from verifier.extraction.schema import DESK
from verifier.extraction.tokens import tokens_returned, tokens_sent
from verifier.settings import KEY_VARIABLE, MODEL_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from verifier.extraction.asking import Question
    from verifier.extraction.limits import Limits, Manners
    from verifier.extraction.schema import Answer
    from verifier.settings import Settings

_TOKENS = (
    ("prompt_tokens", "completion_tokens"),
    ("input_tokens", "output_tokens"),
    ("prompt_token_count", "candidates_token_count"),
)
"""How providers call what went in and what came out."""

_REMEDIES = {
    FaultKind.ADDRESS: "check {address}",
    FaultKind.KEY: "check {key}",
    FaultKind.MODEL: f"check the model's name (--model or {MODEL_VARIABLE}){{base}}",
    FaultKind.QUOTA: "check the account behind {key}",
    FaultKind.UNREACHED: "check the network{base}",
}

_MODES = (instructor.Mode.TOOLS, instructor.Mode.JSON_SCHEMA, instructor.Mode.MD_JSON)
"""How an answer may be asked for, best first; the last needs nothing but text."""
_FAILURES = range(400, 600)
# A service that does not even take the connection will not be waited for as long as for an answer.
_CONNECT_SECONDS = 10.0

_calls = logging.getLogger("verifier.calls")
_contents = logging.getLogger("verifier.contents")

_asking: ContextVar[bool] = ContextVar("_asking", default=False)


class _Quiet(logging.Filter):
    """Keeps the vendors' log lines about our calls to themselves: they quote prompts and answers."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Drop what is logged while a question is being asked."""
        del record
        return not _asking.get()


_LOUD = (
    "httpcore2.connection",
    "httpcore2.http11",
    "httpcore2.http2",
    "httpcore2.proxy",
    "httpcore2.socks",
    "httpx2",
    "instructor",
    "instructor.auto_client",
    "instructor.v2",
    "instructor.v2.retry",
    "openai",
    "openai._base_client",
)


@cache
def _quieten() -> None:
    """Put the filter on the vendors' loggers, once; it acts during our own calls only."""
    for name in _LOUD:
        logging.getLogger(name).addFilter(_Quiet())


@contextmanager
def _in_private() -> Iterator[None]:
    _quieten()
    token = _asking.set(True)
    try:
        yield
    finally:
        _asking.reset(token)


@cache
def _tls() -> ssl.SSLContext:
    """The certificates to trust; reading them takes longer than all else that a client needs."""
    return httpx2.create_ssl_context()


class _Bounded(openai.DefaultAsyncHttpxClient):
    """Bounds a call as a whole, and does not go where it is sent instead.

    The library's limit is per read: an answer that trickles in would never end by it. And a draft is for
    the address that was configured, and no other.
    """

    def __init__(self, seconds: float) -> None:
        timeout = httpx2.Timeout(seconds, connect=min(seconds, _CONNECT_SECONDS))
        super().__init__(verify=_tls(), timeout=timeout, follow_redirects=False)
        self._seconds = seconds

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:  # noqa: ANN401 - the library's
        """As the library's.

        Raises:
            ReadTimeout: there is no whole answer after so many seconds.
        """
        try:
            async with asyncio.timeout(self._seconds):
                return await super().send(request, **options)
        except TimeoutError:
            raise httpx2.ReadTimeout("no whole answer in time", request=request) from None


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
        with _in_private():
            self._vendor: Any = None
            self._openai() if self._provider == "openai" else self._other()

    def _openai(self) -> None:
        http = _Bounded(self._settings.timeout / 2)
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
                    manners = replace(self._manners)
                    answer = await self._attempt(question, course)
                    if answer is not None or not self._adapted(course.faults[-1], manners):
                        break
        except TimeoutError:
            course.note(Fault(FaultKind.TIMEOUT, f"no answer within {self._settings.timeout:g} seconds"))
        if answer is None and course.faults[-1].kind is FaultKind.KEY:
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
            with _in_private():
                answer: Answer = await self._way(self._manners.mode).create(
                    response_model=_prepared(question.answer),
                    messages=[
                        {"role": "system", "content": question.system},
                        {"role": "user", "content": question.user},
                    ],
                    max_retries=course.retrying(),
                    context={DESK: question.desk},
                    strict=False,
                    hooks=course.hooks(),
                    **options,
                )
        except Exception as error:  # noqa: BLE001 - whatever a service or its library does, the check goes on
            if len(course.faults) == before:
                course.note(course.fault(error))
            return None
        return answer

    def _adapted(self, fault: Fault, manners: Manners) -> bool:
        """Whether there is another way to ask than the one that has just failed.

        All questions are asked at the same time: another may have found the way already.

        Args:
            fault: what it failed with.
            manners: how it was asked.
        """
        if self._manners != manners:
            return fault.kind in (FaultKind.MODE, FaultKind.FORM, FaultKind.OPTION)
        if fault.kind is FaultKind.OPTION:
            left = {option for option in OPTIONS if option not in manners.refused}
            named = {option for option in left if option in fault.why} or left
            self._manners.refused = manners.refused | named
            return bool(named)
        if fault.kind in (FaultKind.MODE, FaultKind.FORM) and self._provider == "openai":
            self._manners.mode = min(manners.mode + 1, len(_MODES) - 1)
            return self._manners.mode > manners.mode
        return False

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
        self.limit: asyncio.Timeout | None = None
        self.waited = 0.0
        self._question = question
        self._limits = limits
        self._patience = patience
        self._expected = tokens_sent(question), tokens_returned(question)
        self._reserved = 0.0
        self._random = Random()  # noqa: S311 - jitter, not a secret
        self._finish: str | None = None
        self._instead: Fault | None = None

    def note(self, fault: Fault) -> None:
        """Remember what failed."""
        self.faults.append(fault)
        _calls.info("%s: attempt %d: %s", self._question.about, self.usage.calls, fault.why)

    def retrying(self) -> tenacity.AsyncRetrying:
        """The object by which instructor's loop asks whether and when to go on."""
        return tenacity.AsyncRetrying(before=self._admit, retry=self._again, wait=self._wait, reraise=True)

    async def _admit(self, state: tenacity.RetryCallState) -> None:
        """Wait for the service's limits, and count the call against the checker's, before it is made."""
        del state
        self._reserved = self._limits.budget.reserve(*self._expected)
        if (seconds := self._limits.pace.reserve(sum(self._expected))) > 0:
            await self._wait_aside(seconds)
        self._finish, self._instead = None, None
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
        """Counts tokens when they come back."""
        hooks = Hooks()
        hooks.on("completion:response", self._count_tokens)
        return hooks

    def _count_tokens(self, response: Any) -> None:  # noqa: ANN401 - any provider's
        usage = getattr(response, "usage", None) or getattr(response, "usage_metadata", None)
        for names in _TOKENS:
            sent, got = (getattr(usage, name, None) for name in names)
            if isinstance(sent, int) and isinstance(got, int):
                self.usage += Usage(input_tokens=sent, output_tokens=got)
                self._limits.budget.settle(self._reserved, sent, got)
                _calls.info("%s: %d tokens sent, %d returned", self._question.about, sent, got)
                break
        self._instead = _no_answer(response)
        choices = getattr(response, "choices", None)
        self._finish = getattr(choices[0], "finish_reason", None) if choices else None

    def _again(self, state: tenacity.RetryCallState) -> bool:
        error = state.outcome.exception() if state.outcome is not None else None
        if not isinstance(error, Exception):
            return False
        if isinstance(getattr(error, "status_code", None), int):
            # A call that a service turns away is not charged for.
            self._limits.budget.settle(self._reserved, 0, 0)
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
        if isinstance(error, Spent):
            return error.fault
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
        if isinstance(error, ValidationError):
            return Fault(FaultKind.ANSWER, "the model's answer was not acceptable")
        if isinstance(error, ResponseParsingError):
            return Fault(FaultKind.FORM, "the model answered in another form than asked for")
        return _service_fault(error)


def _no_answer(response: Any) -> Fault | None:  # noqa: ANN401 - any provider's
    """What a reply stands for that came with status 200 and is no answer; None for one that is."""
    if isinstance(response, str):
        return Fault(FaultKind.UNREACHED, "something else than the service replied")
    error = getattr(response, "error", None)
    if isinstance(error, dict):
        # OpenRouter and llama.cpp's server report failures in this way, too.
        code = error.get("code")
        status = code if isinstance(code, int) and code in _FAILURES else 500
        return fault_of_status(status, {}, code, str(error.get("message")))
    choices = getattr(response, "choices", None)
    if choices is not None and not choices:
        return Fault(FaultKind.BUSY, "the service's reply held no answer")
    return None


def _service_fault(error: Exception) -> Fault:
    """A fault on the way to the service; other providers' clients name their exceptions alike."""
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        headers = getattr(getattr(error, "response", None), "headers", None) or {}
        said = f"{getattr(error, 'param', None) or ''} {getattr(error, 'message', None) or error}"
        return fault_of_status(status, headers, getattr(error, "code", None), said)
    if _untrusted(error):
        return Fault(FaultKind.ADDRESS, "the service's certificate is not to be trusted")
    names = {parent.__name__ for parent in type(error).__mro__}
    if isinstance(error, TimeoutError) or any("Timeout" in name for name in names):
        return Fault(FaultKind.TIMEOUT, "the service did not answer in time")
    if isinstance(error, OSError) or any("Connection" in name or "TransportError" in name for name in names):
        return Fault(FaultKind.UNREACHED, "the service could not be reached")
    if isinstance(error, json.JSONDecodeError | openai.APIResponseValidationError):
        return Fault(FaultKind.BUSY, "the service's reply was not JSON")
    return Fault(FaultKind.UNEXPECTED, f"the call failed ({type(error).__name__})")


def _untrusted(error: BaseException | None) -> bool:
    """Whether a certificate is at the root of it; no waiting mends that."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
