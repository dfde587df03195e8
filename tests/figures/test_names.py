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
        ("see #4today for it", "address"),
        ("see http://acme/6 for it", "address"),
        ("see www.acme7.de for it", "address"),
        *((f"see acme8.{end} for it", "address") for end in "com org net gov edu info co.uk tv".split()),
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
        ("the Standard and Poor's 500 fell", "part-of-name"),
        ("the S&P 500 fell", "part-of-name"),
        ("the FTSE 100 index", "part-of-name"),
        ("our Hot 100 books chart", "part-of-name"),
        ("a Fortune 500 firm", "part-of-name"),
        ("the Nikkei 225 fell", "part-of-name"),
        ("the Russell 2000 fell", "part-of-name"),
        ("on Windows 95, 98, 2000, NT and XP", "part-of-name"),
        ("on Windows 95, 98, ME, NT, 2000, and XP", "part-of-name"),
        ('a panel called "16 for 16" met', "title"),
        ('his "The Rivals: 16 for 16" panel', "title"),
        ("the Forbes 30 Under 30 list", "title"),
        ("samples of Five to One by them", "title"),
        ("a hit by the Jackson Five's singer", "part-of-name"),
        ("a hit by Maroon 5.", "part-of-name"),
        ("a late-night show", "part-of-word"),
        ("last-minute talks", "part-of-word"),
    ],
)
def test_kept_out(reasons: Reasons, text: str, reason: str) -> None:
    assert reasons(text) == [reason]


def test_kept_out_spans_equal_their_text() -> None:
    text = "the Cox-2 drugs at www.bbc.co.uk/123 since 9/11"
    for kept in scan(text).kept_out:
        assert text[kept.span.start : kept.span.end] == kept.span.quote


@pytest.mark.parametrize(
    "text",
    [
        "In hot weather [100] people fell ill.",
        "The FTSE [4,512] level held.",
        "On Windows 95, [300] bugs were found.",
        "On Windows 95 and [300] others it ran.",
        "He shot [16] for [12].",
        "Bomb Kills [Five] People",
        "Bomb Kills [Five]",
        "He said [five] to [seven] of them left.".replace("[five] to [seven]", "[five to seven]"),
        "It came [last night].",
    ],
)
def test_near_misses(text: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    found = [figure.span.quote for figure in scan(plain).figures]
    assert found == [part.split("]")[0] for part in text.split("[")[1:]]
