"""What services and models do to a call, scripted for a stub; and a draft of three windows to do it to.

The words of error bodies are those that the services use; keys, drafts and prompts in them are ours.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from stub import Arguments, Late, Prose, Raw, Refusal, Reset, Status, Stub, Trickle, asked_for, obedient

from verifier.extraction.model import ModelExtractor, connect
from verifier.extraction.offline import OfflineExtractor
from verifier.extraction.retry import Patience
from verifier.pipeline import Pipeline
from verifier.report.build import Engine
from verifier.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from verifier.report import Report

KEY = "sk-secret-0123456789"
WINDOWS = ("drones", "opera", "vaccines")
"""A word of each window that no other holds."""

DRAFT = """\
Zorland launched 472 drones at the coast on Monday night, its army said. Out of the 472 drones launched, \
482 were shot down before dawn. People in the harbour town of Vell said the noise went on for hours and \
that nobody slept until the last of the sirens had stopped.

Ticket prices at the city opera rose 40% from 200 to 300 crowns in spring, the ministry said. The hall, which \
was closed for repairs after a fire, opened again in May with a gala that was broadcast abroad and praised by \
critics and singers alike.

Of the 90 vaccines that were tested, 120 were approved, the health agency said. Its director, Ada Brekke, told \
reporters that the work would go on until the winter and that more money had been promised by the council in \
Vell for the years to come."""

SETTINGS = Settings(engine="model", timeout=20, window_words=40, cache=False)
QUICK = Patience(answers=3, tries=3, first=0.01, longest=0.3)
LATE = 1.2
"""Seconds that a late answer takes; `Fault.timeout` is less."""


@dataclass(frozen=True)
class Fault:
    """Something that goes wrong with a call.

    Attributes:
        answer: what the stub does instead of answering well; it may be a function of the request.
        why: words of the reason that the report gives if it goes on; None where the model gets round it.
        timeout: the seconds for the whole draft, where it is about time.
        stops: whether the check ends in an error if every call fails in this way.
    """

    answer: Any
    why: str | None
    timeout: float = SETTINGS.timeout
    stops: bool = False


def _said(
    message: str, code: object = None, kind: str = "invalid_request_error", **more: Any
) -> dict[str, Any]:
    return {"error": {"message": message, "type": kind, "param": None, "code": code, **more}}


def _date(body: dict[str, Any]) -> Status:
    return Status(429, {}, {"retry-after": format_datetime(datetime.now(UTC), usegmt=True)})


def _repeated(status: int) -> Callable[[dict[str, Any]], Status]:
    """An error that repeats the key, the draft and the prompt."""

    def answer(body: dict[str, Any]) -> Status:
        everything = " ".join(str(message["content"]) for message in body["messages"])
        return Status(status, _said(f"Cannot do this with {KEY}: {everything}", code=KEY))

    return answer


def _ids(body: dict[str, Any], sentence: str, figure: str) -> dict[str, Any]:
    claims = obedient(body)["claims"]
    return {"claims": [{**claim, "sentence": sentence, "figures": [figure]} for claim in claims]}


def _twice(body: dict[str, Any]) -> dict[str, Any]:
    claims = [{**claim, "figures": claim["figures"] * 2} for claim in obedient(body)["claims"]]
    return {"claims": claims * 2, "no_claim": ["F1", "F1"]}


def without_tools(refusal: Status) -> Callable[[dict[str, Any]], Any]:
    """A service that knows no tools, and says so in these words."""
    return lambda body: refusal if "tools" in body else good(body)


def without_schemas(refusal: Status) -> Callable[[dict[str, Any]], Any]:
    """A service that knows neither tools nor schemas."""
    return lambda body: refusal if "tools" in body or "response_format" in body else good(body)


def without_option(option: str) -> Callable[[dict[str, Any]], Any]:
    """A model of OpenAI's that takes no such option."""
    words = f"Unsupported value: '{option}' does not support 0 with this model. Only the default (1) value is supported."
    refusal = Status(400, _said(words, "unsupported_value", param=option))
    return lambda body: refusal if option in body else good(body)


def of_size(characters: int, refusal: Status) -> Callable[[dict[str, Any]], Any]:
    """A model whose context holds so much of a draft, and a service that says so in these words."""
    return lambda body: refusal if len(str(body["messages"][1]["content"])) > characters else good(body)


def good(body: dict[str, Any]) -> Any:
    """What a good model answers: claims, or that there is nothing to relate."""
    return obedient(body) if _is_claims(body) else {}


def _is_claims(body: dict[str, Any]) -> bool:
    return asked_for(body) == "ClaimsAnswer"


def _unknown(body: dict[str, Any]) -> dict[str, Any]:
    return _ids(body, "S1", "F99") if _is_claims(body) else {"part_of": [{"part": "F98", "whole": "F99"}]}


def _doubled(body: dict[str, Any]) -> dict[str, Any]:
    twice = {"part_of": [{"part": "F4", "whole": "F3"}] * 2}
    return _twice(body) if _is_claims(body) else twice


def _elsewhere(body: dict[str, Any]) -> dict[str, Any]:
    """Ids as they are called in the whole draft, in an answer about one window."""
    return _ids(body, "S9", "F1") if _is_claims(body) else {"part_of": [{"part": "S1", "whole": "F77"}]}


TOO_LONG = {
    "OpenAI": Status(
        400,
        _said(
            "This model's maximum context length is 8192 tokens. However, your messages resulted in 9120 tokens. "
            "Please reduce the length of the messages.",
            "context_length_exceeded",
            param="messages",
        ),
    ),
    "OpenAI, newer": Status(
        400,
        _said(
            "Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in 300000 tokens."
        ),
    ),
    "vLLM": Status(
        400,
        {
            "object": "error",
            "message": "This model's maximum context length is 6048 tokens. However, you requested 6616 tokens "
            "(568 in the messages, 6048 in the completion). Please reduce the length of the messages or completion.",
            "type": "BadRequestError",
            "param": None,
            "code": 400,
        },
    ),
    "vLLM, decoder": Status(
        400,
        _said(
            "The decoder prompt (length 5951) is longer than the maximum model length of 4096. Make sure that "
            "`max_model_len` is no smaller than the number of text tokens.",
            400,
            "BadRequestError",
        ),
    ),
    "vLLM, older": Status(
        400,
        {"object": "error", "message": "max_tokens must be at least 1, got -186.", "type": "BadRequestError"},
    ),
    "llama.cpp": Status(
        400,
        _said(
            "request (4390 tokens) exceeds the available context size (4096 tokens), try increasing it",
            400,
            "exceed_context_size_error",
            n_prompt_tokens=4390,
            n_ctx=4096,
        ),
    ),
    "llama.cpp, 500": Status(500, _said("Context size has been exceeded.", 500, "server_error")),
    "Ollama": Status(
        400, _said("prompt too long; exceeded max context length by 1024 tokens", None, "api_error")
    ),
    "Anthropic": Status(400, _said("prompt is too long: 210000 tokens > 200000 maximum")),
    "a proxy": Status(413, b"<html><h1>413 Request Entity Too Large</h1></html>"),
}

NO_TOOLS = {
    "vLLM": Status(
        400,
        {
            "object": "error",
            "message": '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
            "type": "BadRequestError",
            "param": None,
            "code": 400,
        },
    ),
    "Ollama": Status(
        400, _said("registry.ollama.ai/library/llama3:8b does not support tools", None, "api_error")
    ),
    "llama.cpp": Status(500, _said("tools param requires --jinja flag", 500, "server_error")),
    "llama.cpp, older": Status(500, _said("Unsupported param: tools", 500, "server_error")),
}

FAULTS = {
    "429, Retry-After in seconds": Fault(Status(429, {}, {"retry-after": "0"}), "rate limit"),
    "429, Retry-After as a date": Fault(_date, "rate limit"),
    "429, Retry-After of an hour": Fault(Status(429, {}, {"retry-after": "3600"}), "rate limit"),
    "500": Fault(Status(500), "the service failed (500)"),
    "502": Fault(Status(502, b"<html>Bad Gateway</html>"), "the service failed (502)"),
    "503": Fault(Status(503, {}, {"retry-after-ms": "1"}), "the service failed (503)"),
    "504": Fault(Status(504), "ran out of time (504)"),
    "529": Fault(Status(529, _said("Overloaded", None, "overloaded_error")), "the service failed (529)"),
    "no answer in time": Fault(Late(LATE, {"claims": []}), "no answer within 1 second", timeout=1.0),
    "a byte a second": Fault(Trickle(1.0, {"claims": []}), "no answer within 1 second", timeout=1.0),
    "cut off in the body": Fault(
        Raw(b'{"id": "x", "choices": [', announced=4000), "could not be reached", stops=True
    ),
    "reset in the body": Fault(Reset(b'{"id": "x", "choices": ['), "could not be reached", stops=True),
    "body is no JSON": Fault(Raw(b'{"id": "x", "choi'), "not JSON"),
    "a web page": Fault(Raw(b"<html>Sign in</html>", kind="text/html"), "something else", stops=True),
    "no choices": Fault(Raw(b'{"id": "x", "object": "chat.completion", "choices": []}'), "held no answer"),
    "null": Fault(Raw(b"null"), "held no answer"),
    "an error with status 200": Fault(
        Raw(b'{"error": {"code": 502, "message": "Provider returned error"}}'), "502"
    ),
    "arguments cut off": Fault(Arguments('{"claims": [{"sentence": "S1", "fig'), "not acceptable"),
    "finish_reason length": Fault(Arguments('{"claims": [', finish="length"), "length limit"),
    "content filter": Fault(Prose("", finish="content_filter"), "content filter"),
    "refusal": Fault(Refusal("I can't help with that."), "refused to answer"),
    "empty": Fault(Prose(""), "another form"),
    "wrong shape": Fault(Arguments('{"claims": {"sentence": ["S1"]}, "part_of": 7}'), "not acceptable"),
    "a list": Fault(Arguments("[1, 2]"), "not acceptable"),
    "unknown ids": Fault(_unknown, "not acceptable"),
    "duplicated ids": Fault(_doubled, None),
    "ids of another window": Fault(_elsewhere, "not acceptable"),
    "prose": Fault(Prose("The draft says that 472 drones were launched."), "another form"),
    "wrong key": Fault(
        Status(401, _said(f"Incorrect API key provided: {KEY}", "invalid_api_key")), "key", stops=True
    ),
    "unknown model": Fault(
        Status(404, _said("The model `gpt-0` does not exist", "model_not_found")), "does not know", stops=True
    ),
    "quota": Fault(
        Status(429, _said("You exceeded your current quota", "insufficient_quota")), "quota", stops=True
    ),
    "redirect": Fault(
        Status(307, {}, {"location": "http://127.0.0.1:9/v1/chat/completions"}), "elsewhere", stops=True
    ),
    "400 that repeats everything": Fault(_repeated(400), "would not take the request (400)"),
    "500 that repeats everything": Fault(_repeated(500), "the service failed (500)"),
    **{f"no tools ({name})": Fault(without_tools(said), None) for name, said in NO_TOOLS.items()},
    "neither tools nor schemas": Fault(
        without_schemas(
            Status(400, _said("'response_format' of type 'json_schema' and tools are not supported"))
        ),
        None,
    ),
    "no temperature": Fault(without_option("temperature"), None),
    "no seed": Fault(without_option("seed"), None),
    **{f"too long ({name})": Fault(said, "longer than the model takes") for name, said in TOO_LONG.items()},
}


def at(position: int, answer: Any, *, times: int | None = None) -> Stub:
    """A good model, but for one of its calls: the claims of a window (0, 1, 2), or the relations (3).

    Args:
        position: which call.
        answer: what is done to it instead.
        times: how often; None for always.
    """
    left = [times if times is not None else 10**6]

    def claims(body: dict[str, Any]) -> Any:
        wanted = position < len(WINDOWS) and WINDOWS[position] in str(body["messages"][1]["content"])
        return _or_good(body, wanted=wanted)

    def relations(body: dict[str, Any]) -> Any:
        return _or_good(body, wanted=position == len(WINDOWS))

    def _or_good(body: dict[str, Any], *, wanted: bool) -> Any:
        if not wanted or left[0] <= 0:
            return good(body)
        left[0] -= 1
        return answer(body) if callable(answer) else answer

    return Stub(ClaimsAnswer=claims, RelationsAnswer=relations)


def pipeline(settings: Settings = SETTINGS, patience: Patience = QUICK) -> Pipeline:
    """The program with a model, as `Verifier` makes it, but for its patience."""
    reader = ModelExtractor(
        settings, OfflineExtractor(), connect=lambda given, limits: connect(given, limits, patience)
    )
    return Pipeline(reader, Engine("model", settings.model, price=settings.price))


def check(settings: Settings = SETTINGS, text: str = DRAFT, patience: Patience = QUICK) -> Report:
    """The report of a draft by the model that the environment names."""
    return asyncio.run(pipeline(settings, patience).check(text))


def lost(report: Report, offline: Report) -> list[str]:
    """What the patterns alone prove and the report does not hold."""
    found = {_finding(finding) for finding in report.errors}
    return [finding.message for finding in offline.errors if _finding(finding) not in found]


def _finding(finding: Any) -> tuple[str, tuple[tuple[int, int], ...]]:
    return finding.code, tuple(sorted((each.start, each.end) for each in finding.evidence))
