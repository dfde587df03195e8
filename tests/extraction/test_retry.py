from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

import mishaps
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.extraction.retry import Fault, FaultKind, Patience, fault_of_status, retry_after

if TYPE_CHECKING:
    from stub import Status


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (400, None, FaultKind.REQUEST),
        (400, "model_not_found", FaultKind.MODEL),
        (401, None, FaultKind.KEY),
        (403, None, FaultKind.KEY),
        (404, None, FaultKind.MODEL),
        (408, None, FaultKind.TIMEOUT),
        (409, None, FaultKind.BUSY),
        (413, None, FaultKind.TOO_LONG),
        (422, None, FaultKind.REQUEST),
        (429, None, FaultKind.BUSY),
        (429, "insufficient_quota", FaultKind.QUOTA),
        (500, None, FaultKind.BUSY),
        (503, None, FaultKind.BUSY),
        (504, None, FaultKind.TIMEOUT),
        (529, None, FaultKind.BUSY),
    ],
)
def test_a_status_is_a_kind_of_fault(status: int, code: str | None, kind: FaultKind) -> None:
    assert fault_of_status(status, {}, code).kind is kind


def test_a_providers_code_is_named_only_if_it_is_a_word() -> None:
    assert "400, unsupported_value" in fault_of_status(400, {}, "unsupported_value").why
    assert "sk-" not in fault_of_status(400, {}, "Incorrect key sk-abc").why
    assert "7" not in fault_of_status(400, {}, 7).why


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": "Mon, 23 Nov 2026 12:00:20 GMT"}, 20.0),
        ({"retry-after": "Mon, 23 Nov 2026 11:00:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "9" * 400}, None),
    ],
)
def test_retry_after_in_all_its_forms(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)) == seconds


def _faults(*kinds: FaultKind, wait: float | None = None) -> list[Fault]:
    return [Fault(kind, "", wait) for kind in kinds]


@pytest.mark.parametrize(
    ("kinds", "again"),
    [
        ([FaultKind.ANSWER], True),
        ([FaultKind.ANSWER] * 2, True),
        ([FaultKind.ANSWER] * 3, False),
        ([FaultKind.BUSY] * 3, True),
        ([FaultKind.BUSY] * 4, False),
        ([FaultKind.BUSY, FaultKind.TIMEOUT, FaultKind.UNREACHED, FaultKind.BUSY], False),
        ([FaultKind.BUSY, FaultKind.BUSY, FaultKind.BUSY, FaultKind.ANSWER], True),
        ([FaultKind.ANSWER, FaultKind.ANSWER, FaultKind.BUSY], True),
        ([FaultKind.KEY], False),
        ([FaultKind.MODEL], False),
        ([FaultKind.QUOTA], False),
        ([FaultKind.REQUEST], False),
        ([FaultKind.REFUSED], False),
        ([FaultKind.CUT_OFF], False),
        ([FaultKind.UNEXPECTED], True),
    ],
)
def test_what_is_tried_again(kinds: list[FaultKind], again: bool) -> None:
    assert Patience(answers=3, tries=4).again(_faults(*kinds)) is again


def test_a_service_that_asks_for_too_long_a_wait_is_not_waited_for() -> None:
    patience = Patience(longest=30)
    assert patience.again(_faults(FaultKind.BUSY, wait=29))
    assert not patience.again(_faults(FaultKind.BUSY, wait=31))


def test_waits_grow_with_jitter_and_heed_the_service() -> None:
    patience = Patience(first=1.0, longest=4.0)
    for failed, longest in ((1, 1.0), (2, 2.0), (3, 4.0), (4, 4.0)):
        waits = [patience.wait(_faults(*[FaultKind.BUSY] * failed), Random(n)) for n in range(20)]  # noqa: S311
        assert all(longest / 2 <= wait <= longest for wait in waits)
        assert len(set(waits)) > 1
    assert patience.wait(_faults(FaultKind.BUSY, wait=3.5), Random(1)) == 3.5  # noqa: S311
    assert patience.wait(_faults(FaultKind.ANSWER), Random(1)) == 0  # noqa: S311


def _fault(status: Status) -> Fault:
    """The fault, from what openai makes of a body."""
    error = status.body.get("error", status.body) if isinstance(status.body, dict) else {}
    said = f"Error code: {status.code} - {status.body!r}"
    return fault_of_status(status.code, status.headers, error.get("code"), said)


@pytest.mark.parametrize("name", mishaps.TOO_LONG)
def test_a_text_that_is_too_long_is_told_in_many_words(name: str) -> None:
    assert _fault(mishaps.TOO_LONG[name]).kind is FaultKind.TOO_LONG


@pytest.mark.parametrize(
    "said",
    [
        "input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000, decrease input length",
        "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).",
        "Prompt contains 50000 tokens. This is too large for model with 32000 maximum context length",
        "Requested tokens (2285) exceed context window of 2048",
        "This model's maximum prompt length is 131072 but the request contains 200000 tokens.",
        "Please reduce the length of the messages or completion.",
        "`inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000 `inputs` tokens",
    ],
)
def test_and_in_these(said: str) -> None:
    assert fault_of_status(400, {}, None, said).kind is FaultKind.TOO_LONG


@pytest.mark.parametrize("name", mishaps.NO_TOOLS)
def test_a_service_without_tools_is_told_in_many_words(name: str) -> None:
    assert _fault(mishaps.NO_TOOLS[name]).kind is FaultKind.MODE


@pytest.mark.parametrize(
    ("status", "said", "kind"),
    [
        (404, "No endpoints found that support tool use.", FaultKind.MODE),
        (400, "Invalid schema for response_format 'ClaimsAnswer'", FaultKind.MODE),
        (400, "Unsupported parameter: 'temperature' is not supported with this model.", FaultKind.OPTION),
        (400, "Unrecognized request argument supplied: seed", FaultKind.OPTION),
        (
            422,
            "[{'type': 'extra_forbidden', 'loc': ['body', 'seed'], 'msg': 'Extra inputs'}]",
            FaultKind.OPTION,
        ),
        (400, "this request was superseded by another", FaultKind.REQUEST),
        (400, "the tooltip is missing", FaultKind.REQUEST),
        (500, "temperature sensor failed", FaultKind.BUSY),
        (429, "Rate limit reached: too many tokens per minute; limit 30000 context tokens", FaultKind.BUSY),
        (401, "tools are for paying customers", FaultKind.KEY),
        (301, "", FaultKind.ADDRESS),
        (308, "tools", FaultKind.ADDRESS),
    ],
)
def test_what_a_refusal_is_about(status: int, said: str, kind: FaultKind) -> None:
    assert fault_of_status(status, {}, None, said).kind is kind


def test_a_draft_that_is_repeated_in_an_error_is_not_listened_to() -> None:
    draft = (
        "x" * 400 + "The temperature rose; the tools are too long for the context window of the seed bank."
    )
    assert fault_of_status(400, {}, None, draft).kind is FaultKind.REQUEST
    assert fault_of_status(500, {}, None, draft).kind is FaultKind.BUSY


@given(st.text(max_size=40) | st.integers().map(str) | st.datetimes().map(str))
def test_whatever_stands_in_retry_after_is_a_number_of_seconds_or_nothing(value: str) -> None:
    for name in ("retry-after", "retry-after-ms"):
        seconds = retry_after({name: value})
        assert seconds is None or 0 <= seconds < 10**12
