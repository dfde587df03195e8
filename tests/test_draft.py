from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.draft import Draft, Span
from verifier.errors import InputError

SENTENCES = [
    pytest.param("One. Two.", ["One.", "Two."], id="two sentences"),
    pytest.param(
        "Mr. Smith went to the U.S. Senate. He spoke.",
        ["Mr. Smith went to the U.S. Senate.", "He spoke."],
        id="abbreviations",
    ),
    pytest.param("Headline\n\nBody text.", ["Headline", "Body text."], id="headline without a full stop"),
    pytest.param("One.\r\nTwo.", ["One.", "Two."], id="CRLF"),
    pytest.param("A\u2028B", ["A", "B"], id="line separator"),
    pytest.param("  \n\t\n", [], id="blank"),
    pytest.param("", [], id="empty"),
    pytest.param(
        "He paid $1.5 million. Then left.", ["He paid $1.5 million.", "Then left."], id="decimal point"
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [sentence.span.quote for sentence in Draft.parse(text).sentences] == expected


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_hard_wrapped_lines_are_one_paragraph(line_break: str) -> None:
    text = (
        "The council said on Monday that it would close four of the nine\n"
        "libraries in the county next year, and that the five others would\n"
        "open for three days a week only.\n\nNobody was pleased."
    )
    draft = Draft.parse(text.replace("\n", line_break))
    assert len(draft.paragraphs) == 2
    assert len(draft.sentences) == 2


def test_short_lines_are_paragraphs_of_their_own() -> None:
    assert len(Draft.parse("Name: Smith\nAge: 40\nTown: Leeds").paragraphs) == 3


@given(st.text())
def test_every_span_is_what_stands_there(text: str) -> None:
    draft = Draft.parse(text)
    for span in (*draft.paragraphs, *(sentence.span for sentence in draft.sentences)):
        assert text[span.start : span.end] == span.quote
        assert span.quote.strip()


@given(st.text(alphabet="ab .\n\r\u2029é🙂\u0301\u202e\u00a0"))
def test_sentences_hold_all_but_white_space(text: str) -> None:
    covered: set[int] = set()
    for sentence in Draft.parse(text).sentences:
        covered.update(range(sentence.span.start, sentence.span.end))
    left = [ch for place, ch in enumerate(text) if place not in covered]
    assert not "".join(left).strip()


def test_offsets_are_code_points() -> None:
    text = "🙂 e\u0301 472 drones."
    draft = Draft.parse(text)
    assert draft.span(5, 8).quote == "472"


def test_sentence_at() -> None:
    draft = Draft.parse("One. Two.")
    assert [getattr(draft.sentence_at(place), "id", None) for place in (0, 3, 4, 5, 8, 9)] == [
        "S1",
        "S1",
        None,
        "S2",
        "S2",
        None,
    ]


def test_sentences_of_a_span() -> None:
    draft = Draft.parse("One. Two. Three.")
    assert [sentence.id for sentence in draft.sentences_of(draft.span(6, 12))] == ["S2", "S3"]


def test_lone_surrogate_is_named() -> None:
    with pytest.raises(InputError, match="offset 3"):
        Draft.parse("abc\ud800")


def test_spans_order_overlap_and_cover() -> None:
    a, b, c = Span(0, 5, "12345"), Span(4, 6, "56"), Span(5, 6, "6")
    assert a.overlaps(b)
    assert not a.overlaps(c)
    assert b.covers(c)
    assert not c.covers(b)


def test_span_out_of_the_draft() -> None:
    with pytest.raises(ValueError, match="no span"):
        Draft.parse("abc").span(2, 5)
