"""The people of a text, and where each is named."""

from __future__ import annotations

import pytest

from verifier.sources.people import People

NAMED = [
    pytest.param("Anna White spoke.", ["Anna White"], id="at-the-start"),
    pytest.param("It was Anna White", ["Anna White"], id="at-the-end"),
    pytest.param("“Anna White” spoke.", ["Anna White"], id="between-marks"),
    pytest.param("Mr. White spoke. So did Mrs White.", ["White", "White"], id="titles-with-and-without-a-stop"),
    pytest.param("Lt. White, Ms. Reed and Prof. Hall met.", ["White", "Reed", "Hall"], id="short-titles"),
    pytest.param("Anna B. White met John F.K. Hall.", ["Anna B. White", "John F.K. Hall"], id="initials"),
    pytest.param("It was Mr. White. Anna went.", ["White"], id="a-stop-ends-a-run"),
    pytest.param("In Anna White\u00a0spoke Anna\u00a0White.", ["Anna White", "Anna\u00a0White"], id="no-break-space"),
    pytest.param("Anna White's car. White’s car.", ["Anna White", "White"], id="possessives"),
    pytest.param("Anna van Berg spoke to Berg.", ["Anna van Berg", "Berg"], id="particles"),
    pytest.param("White spoke to Anna White. WHITE left.", ["White", "Anna White"], id="surname-before-the-name"),
    pytest.param("Anna O'Hara met Jean-Paul Roy, a singer.", ["Anna O'Hara", "Jean-Paul Roy"], id="apostrophe-and-hyphen"),
    pytest.param("aAnna White, 3Anna White, _Anna White", [], id="no-capital-within-a-word"),
    pytest.param("The White of an egg. White again. Dr is short.", [], id="words-that-name-nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "named"), NAMED)
def test_people_are_found_where_they_are_named(text: str, named: list[str]) -> None:
    assert [text[place.start : place.end] for place in People(text).places] == named


def test_a_surname_and_a_title_mean_the_person_of_the_full_name() -> None:
    people = People("White left. Anna White spoke. Mr. White did not. Ms White, the mayor, did.")
    assert [place.person.name for place in people.places] == [
        "Anna White",
        "Anna White",
        "White",
        "Anna White",
    ]
