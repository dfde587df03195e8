"""One rate over two periods: the longer has no less."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.consistency import prove
from verifier.extraction.offline.relations.read import read_relations
from verifier.extraction.offline.relations.time_rates import time_rates

READ = [
    pytest.param("About 25 million letters are sent every day, equating to 9 billion a year.", ("9 billion", "25 million"), id="equating to"),
    pytest.param("Some 90 people a day die of it. That's 33,000 people a year.", ("33,000", "90"), id="that's"),
    pytest.param("It costs £4.99 per month or £50 per year.", ("£50", "£4.99"), id="or"),
    pytest.param("She had an annual target of 8,000 cases - equivalent to 40 a day.", ("8,000", "40"), id="the longer first"),
    pytest.param("It earns $2m an hour (about $17bn a year).", ("$17bn", "$2m"), id="in brackets"),
    pytest.param("It earns $2m an hour, which is about $48m a day.", ("$48m", "$2m"), id="which is"),
    pytest.param("It earns $2m an hour and spends $1m a day.", None, id="two things"),
    pytest.param("It earns $2m an hour or £1m a day.", None, id="two currencies"),
    pytest.param("They sent 90 letters a day or 20 parcels a month.", None, id="two nouns"),
    pytest.param("It costs £4.99 per month or £50 to buy.", None, id="one period"),
    pytest.param("It costs £4.99 per month or £5 a month with calls.", None, id="the same period"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ)
def test_time_rates(text: str, expected: tuple[str, str] | None) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    found = [(quotes[r.one("greater")], quotes[r.one("less")]) for r in time_rates(draft, figures)]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("About 25 million letters are sent every day, equating to 9 billion a year.", False),
        ("About 25 million letters are sent every day, equating to 9 million a year.", True),
    ],
)
def test_a_wrong_scale(text: str, wrong: bool) -> None:
    draft, figures = scanned(text)
    assert bool(prove(figures, read_relations(draft, figures))) is wrong
