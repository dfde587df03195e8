"""Words that count without a number: "both", "a pair", "the trio"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.figures import Figure, Kind, scan

Marked = Callable[[str], list[Figure]]
Reasons = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("he denies [both] charges", 2, "charges"),
        ("[Both] sides agreed on it.", 2, "sides"),
        ("he lost [both] of the next sets", 2, "sets"),
        ("[both] of them left", 2, None),
        ("she sold [both] her old houses", 2, "houses"),
        ("[both] companies have bid and won", 2, "companies"),
        ("[a pair] of gloves", 2, "gloves"),
        ("[a pair] of late goals", 2, "goals"),
        ("he met the [pair] there", 2, None),
        ("the sprint [duo] face charges", 2, None),
        ("Greek [pair] set for hearing", 2, None),
        ("[a trio] of bids", 3, "bids"),
        ("the [trio] were held", 3, None),
        ("the relay [quartet] won", 4, None),
    ],
)
def test_counts(marked: Marked, text: str, value: int, unit: str | None) -> None:
    (figure,) = marked(text)
    assert (figure.kind, figure.unit, figure.written.low, figure.written.high) == (
        Kind.COUNT, unit, value, value
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("both men and women", "conjunction"),
        ("both Oman and Norway", "conjunction"),
        ("both the leaders of the party and its voters", "conjunction"),
        ("a success both critically and commercially", "conjunction"),
        ("both here and abroad", "conjunction"),
        ("they both left", "pronoun"),
        ("they are both slight doubts", "pronoun"),
        ("both have used robots", "pronoun"),
        ("both used new robots", "pronoun"),
        ("it highlighted both.", "pronoun"),
        ("the plans, both utter failures.", "pronoun"),
        ("a pair of scissors", "idiom"),
        ("a safe pair of hands", "idiom"),
        ("a string quartet played", "part-of-word"),
        ("an au pair", "part-of-word"),
    ],
)
def test_kept_out(reasons: Reasons, text: str, reason: str) -> None:
    assert reasons(text) == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "they pair up",
        "teams paired off",
        "to pair wine with food",
        "shoes sold by a pair",
        "the Quartet envoy",
    ],
)
def test_verbs_rates_and_names(text: str) -> None:
    assert scan(text).figures == ()
