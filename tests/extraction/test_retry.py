from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import pytest

from verifier.extraction.retry import Fault, FaultKind, Patience, fault_of_status, retry_after


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
