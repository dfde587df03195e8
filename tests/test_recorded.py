"""The model engine on drafts from end to end, from recorded answers (see cassettes/README.md)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from gold import check, check_spans, load

from verifier import Report, verify

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLE = Path(__file__).parents[1] / "examples" / "record-drone-attack.txt"
GOLD = {gold.name: gold for gold in load()}

# Each has a cassette of its own name.
RECORDED = [
    "intercepted-exceeds-launched",
    "nine-of-seven-missiles",
    "lead-and-body-differ",
    "parts-do-not-add-up",
    "more-than-ninety-per-cent",
    "rise-does-not-match",
    "two-sources-differ",
    "hedge-saves",
]


@pytest.mark.parametrize("name", RECORDED)
def test_marked_drafts(name: str, replayed: Callable[[str], None]) -> None:
    replayed(name)
    gold = GOLD[name]
    report = verify(gold.text, engine="model", name=name)
    check(report, gold)
    check_spans(report, gold.text)
    assert report.complete
    assert report.verifier.engine == "model"


@pytest.fixture
def example(replayed: Callable[[str], None]) -> Report:
    replayed("record-drone-attack")
    return verify(EXAMPLE.read_text(encoding="utf-8"), engine="model", name="record-drone-attack.txt")


def source_of(report: Report, words: str, figures: tuple[str, ...] = ()) -> str:
    """The name of the source of the claim with these words and figures."""
    printed = {figure.id: figure.span.quote for figure in report.figures}
    names = {source.id: source.name for source in report.sources}
    for claim in report.claims:
        stated = {printed[figure] for figure in claim.figures}
        if (
            words in f"{claim.span.quote} {claim.statement}"
            and set(figures) <= stated
            and claim.attribution.source
        ):
            return names[claim.attribution.source]
    raise AssertionError(f"no attributed claim with {words!r} and {figures}")


def test_the_example(example: Report) -> None:
    assert example.errors == ()
    assert example.warnings == ()
    check_spans(example, EXAMPLE.read_text(encoding="utf-8"))
    air_force = source_of(example, "472 drones", ("472",))
    assert "air force" in air_force
    assert source_of(example, "intercepted", ("382",)) == air_force
    assert source_of(example, "missiles", ("seven",)) == air_force
    assert source_of(example, "largest drone attack") == air_force
    assert "Ukrainian officials" in {source.name for source in example.sources}
    kinds = {source.kind for source in example.sources if any(m.quote == "sources" for m in source.mentions)}
    assert kinds == {"anonymous"}


def test_the_largest_attack_is_quoted(example: Report) -> None:
    claim = next(c for c in example.claims if "largest drone attack" in c.span.quote)
    assert claim.attribution.manner == "direct"


def test_relations_of_the_example(example: Report) -> None:
    printed = {figure.id: figure.span.quote for figure in example.figures}
    stated = {
        (relation.kind, role, printed[figure])
        for relation in example.relations
        for role, figures in relation.roles.items()
        for figure in figures
    }
    assert {
        ("same_fact", "figures", "472"),
        ("part_of", "part", "382"),
        ("part_of", "whole", "472"),
    } <= stated
    assert {("part_of", "part", "three"), ("part_of", "whole", "seven")} <= stated
    both = [relation for relation in example.relations if relation.proposed_by == ("offline", "model")]
    assert both


def test_every_figure_is_accounted_for(example: Report) -> None:
    assert example.coverage.unaccounted == ()


def test_an_answer_that_does_not_hold_is_asked_for_again(replayed: Callable[[str], None]) -> None:
    """The first answer about claims points at a figure and quotes a source that are not there: scripted.

    The second, which was told why, is recorded.
    """
    replayed("nine-of-seven-missiles-asked-again")
    gold = GOLD["nine-of-seven-missiles"]
    report = verify(gold.text, engine="model")
    check(report, gold)
    assert report.complete
    assert report.usage.calls == 3
