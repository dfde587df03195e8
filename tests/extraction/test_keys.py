"""Where keys come from, and that they go nowhere."""

from __future__ import annotations

import sys
import types

import pytest

from verifier import Settings
from verifier.errors import ConfigurationError
from verifier.extraction.keys import key_from_keyring, without_secrets


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str | Exception]:
    """A keyring's entries."""
    entries: dict[tuple[str, str], str | Exception] = {}

    def get_password(service: str, user: str) -> str | None:
        found = entries.get((service, user))
        if isinstance(found, Exception):
            raise found
        return found

    fake = types.ModuleType("keyring")
    fake.get_password = get_password  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", fake)
    return entries


def test_without_an_entry_the_key_is_left_to_the_environment(
    keyring: dict[tuple[str, str], str | Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring["openai", "desk"] = "sk-in-the-ring"
    assert key_from_keyring() is None
    monkeypatch.setenv("VERIFIER_KEYRING", "")
    assert key_from_keyring() is None


@pytest.mark.parametrize(
    ("entry", "place"),
    [("openai/desk", ("openai", "desk")), ("openai", ("openai", "")), ("a/b/c", ("a", "b/c"))],
)
def test_a_key_comes_from_the_entry_that_is_named(
    keyring: dict[tuple[str, str], str | Exception],
    monkeypatch: pytest.MonkeyPatch,
    entry: str,
    place: tuple[str, str],
) -> None:
    keyring[place] = "sk-in-the-ring"
    monkeypatch.setenv("VERIFIER_KEYRING", entry)
    assert key_from_keyring() == "sk-in-the-ring"


def test_a_keyring_chooses_the_model_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings().chosen_engine() == "offline"
    monkeypatch.setenv("VERIFIER_KEYRING", "openai/desk")
    assert Settings().chosen_engine() == "model"


def test_a_key_that_is_not_there_is_one_clear_line(
    keyring: dict[tuple[str, str], str | Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERIFIER_KEYRING", "openai/nobody")
    with pytest.raises(ConfigurationError, match=r"'openai/nobody': .* no such entry; .*'keyring set"):
        key_from_keyring()


def test_a_locked_keyring_says_nothing_of_what_it_holds(
    keyring: dict[tuple[str, str], str | Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring["openai", "desk"] = RuntimeError("could not unlock sk-in-the-ring\nfor desk")
    monkeypatch.setenv("VERIFIER_KEYRING", "openai/desk")
    with pytest.raises(ConfigurationError, match=r"cannot be read \(RuntimeError\)$") as caught:
        key_from_keyring()
    assert "sk-in-the-ring" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_keyring_that_is_not_installed_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    monkeypatch.setenv("VERIFIER_KEYRING", "openai/desk")
    with pytest.raises(ConfigurationError, match=r"pip install 'verifier\[keyring\]'"):
        key_from_keyring()


def test_secrets_of_the_environment_are_cut_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-abcdef")
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-abcdef-and-more")
    monkeypatch.setenv("DB_PASSWORD", "hunter22")
    monkeypatch.setenv("MISTRAL_TOKEN", "short")
    monkeypatch.setenv("EDITOR", "visible")
    said = "sk-abcdef-and-more, sk-abcdef, hunter22, short, visible"
    assert without_secrets(said) == "…, …, …, short, visible"
