"""The order of two figures as printed, which rounding never turns round."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import scanned

from verifier.consistency import prove
from verifier.extraction.offline.relations import read_relations


def strengths(text: str) -> list[str]:
    """Under which readings the relations of a text contradict each other."""
    draft, figures = scanned(text)
    relations = [replace(r, id=f"R{i}") for i, r in enumerate(read_relations(draft, figures), 1)]
    return [str(contradiction.strength) for contradiction in prove(figures, relations)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one place: whatever was rounded, the order was kept
        ("The levy was cut from 29% to 30%.", ["generous"]),
        ("The levy was raised from 4.9% to 4.8%.", ["generous"]),
        ("In Leeds 29% of men agreed, compared with just 30% of women.", ["generous"]),
        ("Of the $17m spent, $18m went on roads.", ["generous"]),
        # more coarsely rounded: as written alone
        ("The levy fell to 3% from 2.7%.", ["written"]),
        ("The levy fell to 3% from an expected 2.7%.", ["written"]),
        # right, printed alike, or hedged
        ("The levy was cut from 30% to 29%.", []),
        ("The levy was cut from 30% to 30%.", []),
        ("The levy fell to about 3% from 2.7%.", []),
        ("The levy was cut from 29% to just under 30%.", []),
        ("Of the $17m spent, about $18m went on roads.", []),
        ("Of the $17m spent, $17m went on roads.", []),
        ("In Leeds 30% of men agreed, compared with just 29% of women.", []),
    ],
)
def test_the_printed_order(text: str, expected: list[str]) -> None:
    """Two figures printed to one place contradict a word that orders them otherwise."""
    assert strengths(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than half of the members (48%) agree.", ["generous"]),
        ("Just over half of the members (49%) agree.", ["generous"]),
        ("Fewer than half of the members (52%) agree.", ["generous"]),
        ("Nearly half of the members, 51%, agree.", ["generous"]),
        ("A majority of the members (48%) agree.", ["generous"]),
        ("More than half of the members (52%) agree.", []),
        ("More than half of the members (50%) agree.", []),
        ("More than half of the members (about 48%) agree.", []),
        ("Nearly half of the members (48%) agree.", []),
        ("Half of the members (48%) agree.", []),
        ("More than a third of the members (33%) agree.", []),
        ("A majority of the members (51%) agree.", []),
    ],
)
def test_the_half(text: str, expected: list[str]) -> None:
    """What is more than half is not below 50 per cent."""
    assert strengths(text) == expected
