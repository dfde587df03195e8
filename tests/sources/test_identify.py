"""One source, all its names; two sources, never one."""

from __future__ import annotations

import pytest

from verifier import Verifier

ONE = [
    pytest.param("Anna White said it was safe. White said so twice. Ms White said it again. She said it once more.", "Anna White", id="surname-title-pronoun"),
    pytest.param("White said it was safe. Anna White said so twice.", "Anna White", id="full-name-later"),
    pytest.param("Council leader Anna White said it was safe. The council leader said so twice.", "Anna White", id="role"),
    pytest.param("A spokeswoman, Anna White, said it was safe. Ms White said so twice.", "Anna White", id="role-then-name"),
    pytest.param("Gov. Anna White (R-Ohio) said it was safe. The governor said so twice.", "Anna White", id="title-as-role"),
    pytest.param("Ukraine’s air force said it was safe. The Ukrainian air force said so. The air force said so too.", "Ukraine’s air force", id="country-and-people"),
    pytest.param("The National Audit Office (NAO) said it was safe. The NAO said so twice.", "National Audit Office (NAO)", id="abbreviation"),
    pytest.param("The defence ministry said it was safe. The ministry said so twice.", "the defence ministry", id="ministry"),
    pytest.param("Acme Motors said it was safe. The company said so twice. It said so again.", "Acme Motors", id="company"),
    pytest.param("The Trump campaign said it was safe. The campaign said so twice.", "Trump campaign", id="campaign"),
    pytest.param("Ministers said it was safe. Later ministers said so twice.", None, id="capital-of-a-sentence"),
    pytest.param("Yukos said it was safe. It said so twice.", "Yukos", id="name-that-ends-in-s"),
    pytest.param("A survey of 1,500 people found that it was safe. The survey said so twice.", "a survey of 1,500 people", id="a-comma-in-a-number"),
]  # fmt: skip

TWO = [
    pytest.param("Bill Reed said it was safe. Hilary Reed said it was not.", id="one-surname"),
    pytest.param("Mr Reed said it was safe. Mrs Reed said it was not.", id="one-surname-two-titles"),
    pytest.param("The defence ministry said it was safe. The health ministry said it was not.", id="two-ministries"),
    pytest.param("The Russian defence ministry said it was safe. The Ukrainian defence ministry said it was not.", id="two-countries"),
    pytest.param("A spokesman said it was safe. A spokesman said it was not.", id="a-spokesman-each"),
    pytest.param("Anna White said it was safe. He said it was not.", id="pronoun-of-the-other-sex"),
    pytest.param("White's campaign said it was safe. Anna White said it was not.", id="person-and-campaign"),
    pytest.param("The judge said it was safe. Anna White, the mayor, said it was not.", id="judge-and-mayor"),
]  # fmt: skip

KINDS = [
    pytest.param("The defence ministry said it was safe.", "official", id="ministry"),
    pytest.param("President Hall said it was safe.", "official", id="president"),
    pytest.param("The striker Anna White said it was safe.", "person", id="person"),
    pytest.param("Acme Motors said it was safe.", "organisation", id="company"),
    pytest.param("A new report found that it was safe.", "document", id="report"),
    pytest.param("Reuters reported that it was safe.", "media", id="agency"),
    pytest.param("Sources say it is safe.", "anonymous", id="sources"),
    pytest.param("An official who declined to be named said it was safe.", "anonymous", id="declined-to-be-named"),
    pytest.param("Analysts say it is safe.", "unnamed", id="analysts"),
    pytest.param("Power Insider said it was safe.", "organisation", id="insider-in-a-name"),
]  # fmt: skip


def sources(text: str) -> list[tuple[str, str]]:
    """Name and kind of each source."""
    return [(source.name, source.kind) for source in Verifier(engine="offline").verify(text).sources]


@pytest.mark.parametrize(("text", "name"), ONE)
def test_one_source(text: str, name: str | None) -> None:
    found = sources(text)
    assert len(found) == 1
    assert name is None or found[0][0] == name


@pytest.mark.parametrize("text", TWO)
def test_two_sources(text: str) -> None:
    assert len(sources(text)) == 2


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text: str, kind: str) -> None:
    assert [found for _, found in sources(text)] == [kind]


def test_he_is_who_spoke_last() -> None:
    text = "Ben Hall met Tom Reed. Ben Hall said it was safe. He said so twice."
    assert sources(text) == [("Ben Hall", "person")]


def test_a_possessive_name_is_not_who_he_is() -> None:
    text = "Tom Reed said it was safe. Ben Hall's car was not. He said so twice."
    assert [name for name, _ in sources(text)] == ["Tom Reed"]
