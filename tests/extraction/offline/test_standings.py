"""Places and what they were won with, and moves of markets."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier import verify
from verifier.extraction.offline.relations import read_relations

STANDINGS = [
    pytest.param("Hill had 33%, followed by Mallow at 20%, Porter at 12% and Reed, who came late, at 5%.", [("33%", "20%"), ("20%", "12%"), ("12%", "5%")], id="followed by"),
    pytest.param("He was third in 21.92 secs. Hill won the race in 21.07 secs with Mallow second in 21.85 secs.", [("21.92 secs", "21.07 secs"), ("21.92 secs", "21.85 secs"), ("21.85 secs", "21.07 secs")], id="a race"),
    pytest.param("Hill took silver in 11.15 seconds, with Mallow third in 11.21 seconds.", [("11.21 seconds", "11.15 seconds")], id="medals"),
    pytest.param("Hill was leading with 33% of the vote. Mallow was second with 20%.", [("33%", "20%")], id="the leader and the second"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STANDINGS)
def test_standings(text: str, expected: list[tuple[str, str]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    read = [
        tuple(quotes[ids[0]] for _, ids in r.roles)
        for r in read_relations(draft, figures)
        if (r.rule or "").startswith("a standing: ")
    ]
    assert sorted(read) == sorted(expected)


NO_STANDINGS = [
    pytest.param("He was third in ten years. She was second in two years.", id="times that nobody ran"),
    pytest.param("Hill won the 400m in 45.31 seconds. Mallow was second in 7.61 seconds.", id="two races"),
    pytest.param("Hill was leading with 33%. In Leeds, Mallow was second with 40%.", id="two polls"),
    pytest.param("It hit number two, followed by Mallow at four.", id="places are no amounts"),
    pytest.param("Nobody won, and tea, 9%, was followed by those who are undecided at 60%.", id="who chose nothing is no place"),
]  # fmt: skip


@pytest.mark.parametrize("text", NO_STANDINGS)
def test_no_standings(text: str) -> None:
    draft, figures = scanned(text)
    assert not [r for r in read_relations(draft, figures) if (r.rule or "").startswith("a standing: ")]


MARKETS = [
    pytest.param("The index closed down 0.89 points, or 0.01%, at 10,385.48.", True, id="points, per cent, level"),
    pytest.param("The index closed down 0.89 points, or 0.1%, at 10,385.48.", False, id="points, per cent, level, wrong"),
    pytest.param("Mallow jumped $25.50, or 3.3 percent, to $791.34.", True, id="a share price"),
    pytest.param("Shares in Mallow rose 8.5p, or 8.1%, to 113.5p.", True, id="a large move, of the level before"),
    pytest.param("Shares in Mallow rose 8.5p, or 5.1%, to 113.5p.", False, id="a large move, wrong"),
    pytest.param("Shares in Mallow fell 8% to 548p, down 12p.", False, id="per cent first"),
    pytest.param("The index ended 23.4 points lower at 4,661.89, a fall of 1.5%.", False, id="a fall of"),
    pytest.param("Shares in Mallow have fallen 7.6%. Mallow shares fell $12.33 on Tuesday to close at $172.55.", True, id="two sentences, maybe of two times"),
    pytest.param("Mallow put up the best show, adding 57p, or 2.8%, to 2,088p.", True, id="of the level before, by a hair"),
    pytest.param("Over the year it lost 47.2 points, or 1.5%, having stood at 3,152.2 in January.", True, id="where it stood before"),
    pytest.param("It gained 12p, or 4.2%, after trading at 270p.", True, id="another level of the day"),
    pytest.param("Shares in Porter have fallen 7.6%. Mallow shares fell $12.33 on Tuesday to close at $172.55.", True, id="two firms"),
    pytest.param("Profits rose £8m, or 2%, to £113m.", False, id="no market, but the same arithmetic"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "clean"), MARKETS)
def test_markets(text: str, clean: bool) -> None:
    findings = [f for f in verify(text, engine="offline").findings if f.severity != "notice"]
    assert [finding.code for finding in findings] == ([] if clean else ["share-mismatch"])


PLACES = [
    pytest.param("At the box office Plum was in second place with $14m and Quince was fourth with $6m.", [("$14m", "$6m")], id="two places"),
    pytest.param("At the box office Plum fell two places from second place with $6m. Quince was in third place with $14m.", [], id="where it was"),
    pytest.param("At the box office Plum, last week’s number one, made $6m. Quince was in third place with $14m.", [], id="where it was last week"),
    pytest.param("In the charts Plum was in second place with 4,000 copies. In third place with 5,000 copies over two weeks was Quince.", [], id="over a time"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places(text: str, expected: list[tuple[str, str]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    read = [r for r in read_relations(draft, figures) if r.rule == "places of a list"]
    assert [(quotes[r.one("greater")], quotes[r.one("less")]) for r in read] == expected
