"""Places of one list that are taken twice."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.checks import places_taken_twice

SLIPS = [
    pytest.param("Roe came second and Loe finished third. Poe was in third place. Moe came fourth.", ["third", "third"], id="a race"),
    pytest.param("Roe went to number two with her song. Loe was at number four. Poe fell to number two, and Moe is number six.", ["two", "two"], id="a chart"),
    pytest.param("Roe is at number two in the chart, pushing Loe to four. Poe also slipped one place to four. Moe is at five.", ["four", "four"], id="moves in a chart"),
]  # fmt: skip
CLEAN = [
    pytest.param("Roe came second and Loe finished third. Poe was in fourth place.", id="each once"),
    pytest.param("Roe came second and Loe finished third. Poe was joint third. Moe came fifth.", id="shared"),
    pytest.param("Roe came second and Loe finished third. Last week Poe was in third place. Moe came fourth.", id="of another week"),
    pytest.param("Roe came second and Loe finished third. Loe was in third place again. Moe came fourth.", id="one name"),
    pytest.param("Hill was second in the vote. Mallow was third. Porter, who finished third in 2008, came fourth.", id="of another year"),
    pytest.param("Roe came second. Loe came third and Poe fifth. In the second race, Moe was third.", id="another race"),
    pytest.param("Roe came second. Loe finished second.", id="no list"),
    pytest.param("Roe came second and Loe third. In the album chart, Poe was in second place. Moe came fourth and Joe was sixth.", id="two lists"),
    pytest.param("Roe is the number two keeper. Loe is the number two keeper. Poe finished third and Moe came fourth.", id="no place"),
    pytest.param("Roe and Loe are fighting to finish third. Poe came third. Moe came fourth and Joe was in fifth place.", id="hopes"),
    pytest.param("Roe is at number two in the chart, pushing Loe to three. Poe also slipped one place to four. Moe is at five.", id="moves in a chart"),
    pytest.param("Roe is at number two in the chart. Loe fell to four million. Poe fell to four. Moe is at five.", id="sales"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotes"), SLIPS)
def test_slips(text: str, quotes: list[str]) -> None:
    (finding,) = places_taken_twice(*scanned(text))
    assert finding.code == "order-contradicted"
    assert [evidence.span.quote.split()[-1] for evidence in finding.evidence] == quotes


@pytest.mark.parametrize("text", CLEAN)
def test_clean(text: str) -> None:
    assert list(places_taken_twice(*scanned(text))) == []
