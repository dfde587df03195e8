"""What looks like a figure and is none, with the reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.figures import scan

Reasons = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("the Cox-2 drugs", "part-of-name"),
        ("a Boeing 747 landed", "part-of-name"),
        ("the G8 met", "part-of-name"),
        ("on Channel 4", "part-of-name"),
        ("during Euro 2004", "event"),
        ("the 4x100m relay", "part-of-name"),
        ("says 4Cast", "part-of-name"),
        ("sent to Binance 8, its wallet", "part-of-name"),
        ("the Gang of Eight plan", "part-of-name"),
        ("see www.bbc.co.uk/123 for it", "address"),
        ("write to bob99@example.com", "address"),
        ("says @user42", "address"),
        ("call 020 7946 0958", "telephone"),
        ("call 555-0199", "telephone"),
        ("one of the best", "idiom"),
        ("since 9/11", "idiom"),
        ("open 24/7", "idiom"),
        ("zero tolerance", "idiom"),
        ("no one came", "pronoun"),
        ("a one-off", "part-of-word"),
        ("id 677455821534445568", "code"),
        ("1. How it works", "list-number"),
        ("No. 14-915", "part-of-name"),
    ],
)
def test_kept_out(reasons: Reasons, text: str, reason: str) -> None:
    assert reasons(text) == [reason]


def test_kept_out_spans_equal_their_text() -> None:
    text = "the Cox-2 drugs at www.bbc.co.uk/123 since 9/11"
    for kept in scan(text).kept_out:
        assert text[kept.span.start : kept.span.end] == kept.span.quote
