"""Quotations, and whose they are when no cue stands beside them."""

from __future__ import annotations

import pytest

from verifier.draft import Draft
from verifier.extraction.offline.quotations import find_quotations
from verifier.extraction.offline.voices import voices_of

FOUND = [
    pytest.param("She said “it is safe” twice.", ["“it is safe”"], id="curly"),
    pytest.param('She said "it is safe" twice.', ['"it is safe"'], id="straight"),
    pytest.param("She said ''it is safe'' twice.", ["''it is safe''"], id="doubled"),
    pytest.param("She said 'it is safe' twice.", ["'it is safe'"], id="single"),
    pytest.param("She said ‘it’s safe’ twice.", ["‘it’s safe’"], id="apostrophe-within"),
    pytest.param("The players' union and the drivers' union met.", [], id="apostrophes"),
    pytest.param("He is 5'10\" tall and 'fit' now.", ["'fit'"], id="inches"),
    pytest.param("“It is safe.“ She left.", ["“It is safe.“"], id="closed-by-an-opening-mark"),
    pytest.param("''I say 'go,''' he said.", ["''I say 'go,'''"], id="nested-at-the-end"),
    pytest.param('"It is safe. "It was not before," he said.', ['"It is safe.', '"It was not before,"'], id="paragraphs-run-together"),
    pytest.param("“One.\n\n“Two.”", ["“One.", "“Two.”"], id="opened-anew"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_finds(text: str, found: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(Draft.parse(text))] == found


def speakers(text: str) -> list[tuple[str, str]]:
    """Who says each piece of a text, in order."""
    rows = voices_of(Draft.parse(text)).values()
    return [(text[slice(*row.mention)], text[slice(*content)]) for stated in rows for content, row in stated]


def test_every_sentence_of_a_quotation_is_its_speakers() -> None:
    text = "“It is safe. We looked at it. It will stand,” said Ms White."
    assert {who for who, _ in speakers(text)} == {"Ms White"}
    assert len(speakers(text)) == 3


def test_a_second_quotation_in_the_paragraph_goes_on() -> None:
    text = "“It is safe,” said Ms White. “It will stand for years.”"
    assert speakers(text)[1] == ("Ms White", "“It will stand for years.”")


def test_a_quotation_that_opens_the_next_paragraph_goes_on() -> None:
    text = "Ms White said the bridge was safe.\n\n“It will stand for a hundred years.”"
    assert speakers(text)[-1] == ("Ms White", "“It will stand for a hundred years.”")


def test_a_quotation_two_paragraphs_on_is_nobodys() -> None:
    text = "Ms White said it was safe.\n\nThe road is wide.\n\n“It will stand for a hundred years.”"
    assert [who for who, _ in speakers(text)] == ["Ms White"]


def test_paragraphs_opened_anew_without_closing() -> None:
    text = "Ms White said: “It is safe.\n\n“We have looked at it.\n\n“It will stand.”"
    assert [who for who, _ in speakers(text)] == ["Ms White"] * 3


def test_a_quotation_broken_by_its_cue() -> None:
    text = "“It is safe,” Ms White said, “and it will stand.”"
    assert speakers(text) == [("Ms White", "“It is safe,”"), ("Ms White", "“and it will stand.”")]


def test_a_colon_at_the_end_of_a_paragraph_gives_the_floor() -> None:
    text = "Ms White responded:\n\n“It is safe, and it will stand for years.”"
    assert speakers(text) == [("Ms White", "“It is safe, and it will stand for years.”")]


def test_the_end_of_run_together_paragraphs_has_the_cue() -> None:
    text = 'Ms Reed left. "It is perfectly safe. "It was not before," said Mr Hall.'
    assert {who for who, _ in speakers(text)} == {"Mr Hall"}


@pytest.mark.parametrize(
    "piece", ["said ", '"', "'a ", "“a ", "Hall: yes\n", "He said that it was, ", "who, ", "and Reed "]
)
def test_hostile_text_ends(piece: str) -> None:
    voices_of(Draft.parse(piece * (40_000 // len(piece))))
