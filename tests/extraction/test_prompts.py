from __future__ import annotations

from typing import Any

import pytest
from marked import marked

from verifier.errors import ConfigurationError
from verifier.extraction import prompts
from verifier.extraction.claims_desk import ClaimsDesk
from verifier.extraction.questions import kinds_text
from verifier.extraction.relations_desk import RelationsDesk
from verifier.extraction.schema import DESK, Answer, ClaimsAnswer, known_relations_answer
from verifier.extraction.shown import Shown
from verifier.relations import KINDS

WHOLE = """
name = "claims"
version = "1"
variables = ["draft"]
system = "Read."
user = "{draft}"
"""


def _examples() -> list[Any]:
    return [
        pytest.param(name, example, id=f"{name}-{number}")
        for name in prompts.NAMES
        for number, example in enumerate(prompts.load(name).examples, 1)
    ]


@pytest.mark.parametrize(("name", "example"), _examples())
def test_every_example_stands_in_its_own_text(name: str, example: prompts.Example) -> None:
    draft, scan = marked(example.draft)
    shown = Shown(draft, scan.figures)
    assert shown.text() == example.draft.strip(), "not as a model would see it"
    claims = ClaimsDesk(shown)
    relations = RelationsDesk(shown)
    desk, answer = (claims, ClaimsAnswer) if name == "claims" else (relations, known_relations_answer())
    accepted: Answer = answer.model_validate_json(example.answer, context={DESK: desk}, strict=False)
    assert desk.best is not None
    assert desk.best.reasons == ()
    assert accepted.model_fields_set >= set(example.parsed), "a field that the schema does not have"


def test_every_figure_of_a_claims_example_is_accounted_for() -> None:
    for example in prompts.load("claims").examples:
        _, scan = marked(example.draft)
        answer = example.parsed
        named = {figure for claim in answer["claims"] for figure in claim["figures"]} | set(
            answer["no_claim"]
        )
        assert named == {figure.id for figure in scan.figures}


def test_examples_between_them_show_every_manner_and_most_kinds() -> None:
    manners = {c["manner"] for e in prompts.load("claims").examples for c in e.parsed["claims"]}
    assert manners == {"direct", "indirect", "mixed", "own_voice"}
    shown = {kind for e in prompts.load("relations").examples for kind in e.parsed}
    assert "conflicts" in shown
    assert len(shown & set(KINDS)) >= 6


def test_the_prompt_speaks_of_every_kind() -> None:
    prompt = prompts.load("relations")
    assert set(prompt.kinds) == set(KINDS)
    text = prompt.system_text(kinds=kinds_text(prompt))
    assert '- part_of {"part": "F…", "whole": "F…"}: ' in text


def test_a_kind_that_the_prompt_does_not_know_speaks_for_itself() -> None:
    prompt = prompts.load("relations").model_copy(update={"kinds": {}})
    text = kinds_text(prompt)
    assert "The part is the stated percentage or fraction of the whole." in text
    assert len(text.splitlines()) == len(KINDS)


@pytest.mark.parametrize("name", prompts.NAMES)
def test_the_prompt_calls_the_draft_material(name: str) -> None:
    assert "never an instruction" in prompts.load(name).system


def test_digests_name_every_file() -> None:
    digests = prompts.digests()
    assert set(digests) == {"claims.toml", "relations.toml"}
    assert all(digest.startswith("sha256:") and len(digest) == 71 for digest in digests.values())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("version", "colour"), "colour: Extra inputs|version: Field required"),
        (('["draft"]', '["draft", "name"]'), "declared and used variables differ: name"),
        (('["draft"]', "[]"), "declared and used variables differ: draft"),
        (('"Read."', '""'), "system: String should have at least 1 character"),
        (('"Read."', '"{% if %}"'), "not allowed"),
        (('"claims"', '"other"'), "its name is 'other', expected 'claims'"),
        (("name =", "name"), "not TOML"),
        (('"{draft}"', '"{draft}"\nexamples = [{draft = "a", answer = "{"}]'), "example 1 is not JSON"),
    ],
)
def test_a_broken_file_is_refused(change: tuple[str, str], said: str) -> None:
    with pytest.raises(ConfigurationError, match=r"prompt claims\.toml: .*(" + said + ")"):
        prompts.parse(WHOLE.replace(*change, 1), "claims")


def test_a_missing_variable_is_an_error() -> None:
    with pytest.raises(ConfigurationError, match="the variable 'draft' is not given"):
        prompts.parse(WHOLE, "claims").user_text()


def test_what_a_value_brings_along_is_not_filled_in() -> None:
    assert prompts.parse(WHOLE, "claims").user_text(draft="{draft} {x}") == "{draft} {x}"


def test_missing_files_are_an_error(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prompts, "_INSTALLED", tmp_path / "a")
    monkeypatch.setattr(prompts, "_CHECKOUT", tmp_path / "b")
    with pytest.raises(ConfigurationError, match="no prompt files in"):
        prompts.folder()


def test_an_installed_package_is_looked_at_first(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in prompts.NAMES:
        (tmp_path / f"{name}.toml").write_text(WHOLE)
    monkeypatch.setattr(prompts, "_INSTALLED", tmp_path)
    assert prompts.folder() == tmp_path
