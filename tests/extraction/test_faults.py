"""Every fault at the first, a middle and the last call of a draft: the report is whole or marked, nothing
that the patterns prove is lost, and nothing of key, draft or prompt gets about."""

from __future__ import annotations

import logging
import shutil
import socket
import ssl
import subprocess
import time
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import mishaps
import pytest
from mishaps import FAULTS, KEY, TOO_LONG
from stub import Arguments, Prose, Status, Stub, Trickle

from verifier import verify
from verifier.errors import ProviderError
from verifier.settings import cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from verifier.report import Report

CLAIMS_OF_MODEL = (3, 2, 1)
"""How many claims a good model makes of each window."""
OFFLINE = verify(mishaps.DRAFT, engine="offline")


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Report]:
    """The report of a draft by the model that a stub plays."""

    def run(stub: Stub | str, text: str = mishaps.DRAFT, **changes: Any) -> Report:
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", stub if isinstance(stub, str) else stub.url)
        return mishaps.check(replace(mishaps.SETTINGS, **changes), text)

    return run


def test_the_draft_is_worth_the_trouble(check: Callable[..., Report]) -> None:
    assert [finding.code for finding in OFFLINE.errors] == [
        "part-exceeds-whole",
        "change-mismatch",
        "part-exceeds-whole",
    ]
    with Stub(ClaimsAnswer=mishaps.good, RelationsAnswer={}) as stub:
        report = check(stub)
        assert len(stub.requests) == 4
    assert report.complete
    assert [claim.proposed_by for claim in report.claims] == ["model"] * sum(CLAIMS_OF_MODEL)
    assert mishaps.lost(report, OFFLINE) == []


EVERYWHERE = (
    "500",
    "reset in the body",
    "finish_reason length",
    "refusal",
    "unknown ids",
    "ids of another window",
    "prose",
    "wrong key",
    "400 that repeats everything",
)
"""One of each sort, for every place; the others in one place. benchmarks/faults.py has all of them everywhere."""
IN_OTHER_WORDS = [
    name
    for name in FAULTS
    if name.startswith(("too long", "no tools", "502", "503", "504", "529")) and name not in EVERYWHERE
]
"""What services say in words of their own is understood alike: tests/extraction/test_retry.py."""
EACH = [
    pytest.param(name, position, id=f"{name}, {place}")
    for name in FAULTS
    for position, place in ((0, "first"), (1, "middle"), (3, "last"))
    if name in EVERYWHERE or (position == 1 and name not in IN_OTHER_WORDS)
]


@pytest.mark.parametrize(("name", "position"), EACH)
def test_a_fault_that_lasts_is_marked_and_loses_nothing(
    check: Callable[..., Report], caplog: pytest.LogCaptureFixture, name: str, position: int
) -> None:
    fault = FAULTS[name]
    started = time.monotonic()
    with caplog.at_level(logging.DEBUG), mishaps.at(position, fault.answer) as stub:
        report = check(stub, timeout=fault.timeout, cache=True)
        assert len(stub.requests) <= 4 + 8
    assert time.monotonic() - started < fault.timeout + 2
    assert mishaps.lost(report, OFFLINE) == []
    unread = [finding for finding in report.findings if finding.code == "passage-unread"]
    if fault.why is None:
        assert report.complete, report.problems
        assert unread == []
    else:
        assert not report.complete
        assert unread
        assert fault.why in report.problems[0]
    _the_model_read_the_rest(report, position)
    _nothing_got_about(report, caplog)


def _the_model_read_the_rest(report: Report, position: int) -> None:
    """The claims of all windows but the one in question are the model's."""
    paragraphs = [mishaps.DRAFT.index(paragraph) for paragraph in mishaps.DRAFT.split("\n\n")]
    for window, count in enumerate(CLAIMS_OF_MODEL):
        end = paragraphs[window + 1] if window + 1 < len(paragraphs) else len(mishaps.DRAFT)
        claims = [claim for claim in report.claims if paragraphs[window] <= claim.span.start < end]
        assert claims, "nobody read this window"
        if window != position:
            assert [claim.proposed_by for claim in claims] == ["model"] * count


def _nothing_got_about(report: Report, caplog: pytest.LogCaptureFixture) -> None:
    logged = "\n".join(
        record.getMessage() + str(record.exc_text) for record in caplog.records if record.name != "asyncio"
    )
    for secret in (KEY, "Zorland", "You read part", "⟦F1"):
        assert secret not in logged
    said = report.model_dump_json() + "".join(report.problems)
    assert KEY not in said
    assert "You read part" not in said
    assert not any("Zorland" in problem for problem in report.problems)
    for file in cache_folder().iterdir():
        assert KEY.encode() not in file.read_bytes()
        assert b"You read part" not in file.read_bytes()


ONCE = [
    "429, Retry-After as a date",
    "502",
    "529",
    "cut off in the body",
    "reset in the body",
    "a web page",
    "arguments cut off",
    "wrong shape",
    "ids of another window",
    "prose",
]


@pytest.mark.parametrize("name", ONCE)
def test_a_fault_that_passes_leaves_no_trace(check: Callable[..., Report], name: str) -> None:
    with mishaps.at(1, FAULTS[name].answer, times=1) as stub:
        report = check(stub)
        assert len(stub.requests) == 5
    assert report.complete, report.problems
    assert mishaps.lost(report, OFFLINE) == []


def test_a_call_that_trickles_in_leaves_time_for_another(check: Callable[..., Report]) -> None:
    with mishaps.at(1, Trickle(0.2, {"claims": []}), times=1) as stub:
        report = check(stub, timeout=4.0)
    assert report.complete, report.problems
    assert report.usage.retries == 1


STOPS = [name for name, fault in FAULTS.items() if fault.stops]


@pytest.mark.parametrize("name", STOPS)
def test_where_nothing_gets_through_one_line_says_why(check: Callable[..., Report], name: str) -> None:
    fault = FAULTS[name]
    with Stub(ClaimsAnswer=fault.answer, RelationsAnswer=fault.answer) as stub:
        with pytest.raises(ProviderError) as caught:
            check(stub)
        if name in ("wrong key", "unknown model", "quota", "redirect"):
            assert len(stub.requests) == 4, "no call is made twice"
    said = str(caught.value)
    assert fault.why is not None
    assert fault.why in said
    assert said.startswith("model 'openai/gpt-6-luna' at 127.0.0.1:")
    assert "\n" not in said
    assert KEY not in said
    chain: BaseException | None = caught.value
    while chain is not None:
        assert KEY not in str(chain), "nor what a traceback would print"
        chain = chain.__cause__ or (None if chain.__suppress_context__ else chain.__context__)


@pytest.mark.parametrize("name", ["500", "prose", "400 that repeats everything"])
def test_where_no_answer_is_of_use_the_patterns_read_it_all(check: Callable[..., Report], name: str) -> None:
    fault = FAULTS[name]
    with Stub(ClaimsAnswer=fault.answer, RelationsAnswer=fault.answer) as stub:
        report = check(stub, timeout=fault.timeout)
    assert len(report.problems) == 4
    assert mishaps.lost(report, OFFLINE) == []
    assert [claim.proposed_by for claim in report.claims] == ["offline"] * len(OFFLINE.claims)


def test_a_redirect_is_not_followed(check: Callable[..., Report]) -> None:
    with Stub(ClaimsAnswer=mishaps.good, RelationsAnswer={}) as elsewhere:
        moved = Status(307, {}, {"location": f"{elsewhere.url}/chat/completions"})
        with Stub(ClaimsAnswer=moved, RelationsAnswer=moved) as stub, pytest.raises(ProviderError) as caught:
            check(stub)
        assert elsewhere.requests == [], "the draft is for the address that was configured"
    assert "leads elsewhere (307); check OPENAI_BASE_URL" in str(caught.value)


# The way to the service.


def test_a_connection_that_is_never_taken(check: Callable[..., Report]) -> None:
    with socket.socket() as full, socket.socket() as first, socket.socket() as second:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for waiting in (first, second):
            waiting.setblocking(False)
            waiting.connect_ex(full.getsockname())
        started = time.monotonic()
        with pytest.raises(ProviderError, match="could not be reached"):
            check(f"http://127.0.0.1:{full.getsockname()[1]}/v1", timeout=2.0)
        assert time.monotonic() - started < 3


def test_a_name_that_cannot_be_looked_up(
    check: Callable[..., Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*args: Any, **options: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(
        ProviderError, match=r"at models\.example: the service could not be reached; check the net"
    ):
        check("http://models.example/v1")


_REQUEST = (
    "req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost "
    "-addext subjectAltName=DNS:localhost,IP:127.0.0.1"
).split()


@contextmanager
def _self_signed(folder: Path) -> Iterator[str]:
    """A server with a certificate that nobody trusts; counts for nothing but its handshake."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")
    subprocess.run(  # noqa: S603 - these arguments
        [openssl, *_REQUEST, "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    with Stub(ClaimsAnswer=mishaps.good, RelationsAnswer={}, tls=context) as stub:
        yield stub.url
        assert stub.requests == []


def test_a_certificate_that_nobody_vouches_for(check: Callable[..., Report], tmp_path: Path) -> None:
    with _self_signed(tmp_path) as url:
        started = time.monotonic()
        with pytest.raises(ProviderError, match="certificate is not to be trusted; check OPENAI_BASE_URL"):
            check(url)
        assert time.monotonic() - started < 10


# A body over the model's context.


_THINGS = ("vaccines", "engines", "bridges", "ferries", "lifts", "boilers")


def _paragraph(number: int) -> str:
    return (
        f"Of the {90 + number} {_THINGS[number]} that were tested, {190 + number} were approved, the agency said. "
        "People who live in the old town told the paper that they had not been asked, that the work had gone on "
        "for weeks, and that nobody knew when the trams would come back to the square by the river."
    )


TALL = "\n\n".join(_paragraph(number) for number in range(len(_THINGS)))


@pytest.mark.parametrize("name", ["OpenAI", "llama.cpp, 500", "Ollama"])
def test_a_text_over_the_models_context_is_read_in_parts(check: Callable[..., Report], name: str) -> None:
    answer = mishaps.of_size(1600, TOO_LONG[name])
    with Stub(ClaimsAnswer=answer, RelationsAnswer=answer) as stub:
        report = check(stub, TALL, window_words=1000)
        assert len(stub.requests) <= 16
    offline = verify(TALL, engine="offline")
    assert len(offline.errors) >= 6
    assert mishaps.lost(report, offline) == []
    assert {claim.proposed_by for claim in report.claims} == {"model"}, "every window was read in the end"
    assert len(report.claims) == 2 * len(_THINGS)
    (said,) = report.problems
    assert "relations across its parts" in said
    assert "its parts were read apart" in said


@pytest.mark.parametrize("position", [0, 3])
def test_a_cut_off_answer_is_asked_for_in_parts(check: Callable[..., Report], position: int) -> None:
    def cut_off(body: dict[str, Any]) -> Any:
        long = len(str(body["messages"][1]["content"])) > 1600
        wanted = body["tools"][0]["function"]["name"] == (
            "ClaimsAnswer" if position == 0 else "RelationsAnswer"
        )
        return Arguments('{"claims": [', finish="length") if long and wanted else mishaps.good(body)

    with Stub(ClaimsAnswer=cut_off, RelationsAnswer=cut_off) as stub:
        report = check(stub, TALL, window_words=1000)
    assert {claim.proposed_by for claim in report.claims} == {"model"}
    assert report.complete is (position == 0)
    assert mishaps.lost(report, verify(TALL, engine="offline")) == []


def test_a_model_for_which_nothing_is_short_enough_is_not_asked_for_ever(
    check: Callable[..., Report],
) -> None:
    refusal = TOO_LONG["vLLM"]
    with Stub(ClaimsAnswer=refusal, RelationsAnswer=refusal) as stub:
        report = check(stub, TALL, window_words=1000)
        assert len(stub.requests) <= 2 * 15
    assert not report.complete
    assert {claim.proposed_by for claim in report.claims} == {"offline"}
    assert mishaps.lost(report, verify(TALL, engine="offline")) == []


def test_one_draft_that_is_answered_in_prose_does_not_change_how_others_are_asked(
    check: Callable[..., Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    with mishaps.at(0, Prose("I would rather not.")) as stub:
        report = check(stub)
        others = [body for body in stub.requests if "drones" not in str(body["messages"][1])]
    assert not report.complete
    assert all("tools" in body for body in others)


# Bounded in time.


def test_the_time_for_a_draft_bounds_all_its_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    patience = replace(mishaps.QUICK, tries=10**6, first=0.05, longest=0.1)
    with Stub(ClaimsAnswer=Status(500), RelationsAnswer=mishaps.good) as stub:
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
        started = time.monotonic()
        report = mishaps.check(replace(mishaps.SETTINGS, timeout=1.0), patience=patience)
        took = time.monotonic() - started
    assert took < 3
    assert not report.complete
    assert mishaps.lost(report, OFFLINE) == []


def test_a_wait_that_outlasts_the_time_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    patience = replace(mishaps.QUICK, longest=60)
    busy = Status(429, {}, {"retry-after": "30"})
    with Stub(ClaimsAnswer=busy, RelationsAnswer=mishaps.good) as stub:
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
        started = time.monotonic()
        report = mishaps.check(replace(mishaps.SETTINGS, timeout=20), patience=patience)
        assert time.monotonic() - started < 10
    assert "over its rate limit (429)" in report.problems[0]
