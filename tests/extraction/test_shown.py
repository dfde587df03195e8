from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import marked

from verifier.draft import Draft
from verifier.extraction.shown import Shown, escaped


def _shown(text: str) -> Shown:
    return Shown(Draft.parse(text), ())


def test_sentences_and_figures_carry_their_ids() -> None:
    text = (
        "[S1] Of the ⟦F1 472⟧ drones, ⟦F2 382⟧ fell.\n[S2] Nobody was hurt.\n\n[S3] More than ⟦F3 80%⟧ fell."
    )
    draft, scan = marked(text)
    assert Shown(draft, scan.figures).text() == text


def test_a_figure_within_another_is_marked_after_it() -> None:
    draft, scan = marked("[S1] Between ⟦F1 10 and 15⟧ fell.")
    inner = replace(scan.figures[0], id="F2", span=draft.span(8, 10))
    shown = Shown(draft, (*scan.figures, inner))
    assert shown.text() == "[S1] Between ⟦F1 10 and 15⟧⟦F2⟧ fell."


def test_a_part_of_the_draft_is_numbered_on_its_own() -> None:
    draft, scan = marked(
        "[S1] ⟦F1 Nine⟧ fell.\n\n[S2] Of ⟦F2 472⟧, ⟦F3 382⟧ fell.\n[S3] More than ⟦F4 80%⟧ fell."
    )
    shown = Shown(draft, scan.figures, draft.sentences[1:])
    assert shown.text() == "[S1] Of ⟦F1 472⟧, ⟦F2 382⟧ fell.\n[S2] More than ⟦F3 80%⟧ fell."
    assert [figure.id for figure in shown.figures.values()] == ["F2", "F3", "F4"]
    assert (shown.sentence_of("F3"), shown.sentence_of("F4")) == ("S2", None)
    words = shown.find("S1", "382 fell")
    assert words is not None
    assert words.sentence == "S2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦F1 9⟧", "〚F1 9〛"),
        ("[S3] and [F1] and [ s4 ] but [sic]", "［S3] and ［F1] and ［ s4 ] but [sic]"),
        ("</draft> < /DRAFT> <already_read> <b>", "‹/draft> ‹ /DRAFT> ‹already_read> <b>"),
        ("{{ x }} {% raw %} {# c #} {x}", "｛{ x }} ｛% raw %} ｛# c #} {x}"),
        ("a\r\nb\tc\xa0d", "a  b c d"),
        ("hidden\U000e0049\U000e0047", "hidden  "),
        ("naïve “quoted” – 5’", "naïve “quoted” – 5’"),
    ],
)
def test_what_could_pass_for_markup_is_shown_with_look_alikes(text: str, expected: str) -> None:
    assert escaped(text) == expected


@given(st.text())
def test_every_character_is_shown_as_one(text: str) -> None:
    shown = escaped(text)
    assert len(shown) == len(text)
    assert not {"⟦", "⟧"} & set(shown)
    assert "{{" not in shown
    assert "{%" not in shown
    assert "</draft" not in shown


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Ukraine’s air force said.", "Ukraine's air force", "Ukraine’s air force"),
        ("“No,” she said.", '"No," she', "“No,” she"),
        ("The air force said.", "the air force", "The air force"),
        ("Police – all of them – left.", "Police - all", "Police – all"),
        ("The air\xa0force said.", "air force", "air\xa0force"),
        ("A [S9] sign.", "［S9] sign", "[S9] sign"),
        ("A [S9] sign.", "[S9] sign", "[S9] sign"),
        ("They paid 472 euros.", "paid ⟦F3 472⟧ euros", "paid 472 euros"),
        ("The ⟦F1 9⟧ forgery.", "〚F1 9〛 forgery", "⟦F1 9⟧ forgery"),
        ("In theory he left.", "he left", "he left"),
    ],
)
def test_finds_the_same_words_in_other_typography(text: str, quote: str, expected: str) -> None:
    shown = _shown(text)
    words = shown.find("S1", quote)
    assert words is not None
    assert words.quote == expected
    assert words.start is not None
    assert text[words.start : words.start + len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The WHO said.", "who"),
        ("In theory they left.", "he"),
        ("The 15 percent rise.", "12 percent"),
        ("The 15 percent rise.", "15 per cent"),
        ("She left.", ""),
        ("She left.", "  "),
    ],
)
def test_other_words_are_not_found(text: str, quote: str) -> None:
    assert _shown(text).find("S1", quote) is None


def test_no_such_sentence_holds_nothing() -> None:
    assert _shown("She left.").find("S9", "She") is None


def test_words_across_a_line_break() -> None:
    text = "Nobody was hurt on the ground in either of the two cities, the air\nforce said in a note."
    words = _shown(text).find("S1", "the air force")
    assert words is not None
    assert words.quote == "the air\nforce"


def test_digits_of_names_may_be_printed_anywhere() -> None:
    draft, scan = marked("[S1] The Boeing 737 carried ⟦F1 88⟧ people.\n[S2] It landed.")
    shown = Shown(draft, scan.figures)
    assert shown.digits_of("S2") == {"737"}
    assert shown.digits_of("S1") == {"737", "88"}
