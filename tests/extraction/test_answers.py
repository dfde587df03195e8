from __future__ import annotations

import json
from typing import Any, ClassVar

import pytest
from pydantic import ValidationError

from verifier.extraction.schema import ClaimsAnswer, known_relations_answer, relations_answer, shape
from verifier.relations import KINDS
from verifier.relations.part_of import PartOf

CLAIM = {"sentence": "S1", "statement": "x", "label": "x", "manner": "own_voice"}


def _said(answer: str, context: dict[str, Any] | None = None) -> str:
    with pytest.raises(ValidationError) as caught:
        ClaimsAnswer.model_validate_json(answer, context=context)
    return str(caught.value)


@pytest.mark.parametrize("written", ["F3", "f3", "[F3]", "⟦F3 472⟧", "F3 472", " F 3 "])
def test_an_id_is_understood_however_it_is_written(written: str) -> None:
    answer = ClaimsAnswer.model_validate({"claims": [{**CLAIM, "figures": [written]}], "no_claim": written})
    assert answer.claims[0].figures == ["F3"]
    assert answer.no_claim == ["F3"]


@pytest.mark.parametrize("empty", ["", " ", "null", "None", None])
def test_no_words_are_none(empty: str | None) -> None:
    claim = ClaimsAnswer.model_validate({"claims": {**CLAIM, "source": empty, "figures": None}}).claims[0]
    assert claim.source is None
    assert claim.figures == []


def test_what_is_wrong_with_the_form_is_said_in_our_words() -> None:
    said = _said(json.dumps({"claims": [{**CLAIM, "manner": "shouted", "statement": 7}]}))
    assert "claims.0.statement: Input should be a valid string" in said
    assert "claims.0.manner: Input should be 'direct', 'indirect', 'mixed' or 'own_voice'" in said
    assert "errors.pydantic.dev" not in said
    assert "shouted" not in said


@pytest.mark.parametrize("text", ['{"claims": [', "no JSON", ""])
def test_what_is_not_json_is_said_in_our_words(text: str) -> None:
    said = _said(text)
    assert "not one whole JSON object" in said
    assert "errors.pydantic.dev" not in said


def test_the_desk_has_the_last_word() -> None:
    class Desk:
        def judge(self, answer: Any) -> list[str]:
            return [f"claims[{n}]: no" for n in range(len(answer.claims))]

    said = _said(json.dumps({"claims": [CLAIM] * 40}), {"desk": Desk()})
    assert "- claims[0]: no\n- claims[1]: no" in said
    assert "claims[12]" not in said, "a long list of complaints is cut"
    ClaimsAnswer.model_validate_json('{"claims": []}', context={"desk": Desk()})


def _keys(schema: Any) -> set[str]:
    if isinstance(schema, dict):
        return set(schema) | {key for value in schema.values() for key in _keys(value)}
    return {key for value in schema for key in _keys(value)} if isinstance(schema, list) else set()


@pytest.mark.parametrize("model", [ClaimsAnswer, known_relations_answer()], ids=lambda model: model.__name__)
def test_schemas_are_flat_and_short(model: Any) -> None:
    schema = model.model_json_schema()
    assert schema.pop("title") == model.__name__
    assert not _keys(schema) & {"$ref", "$defs", "anyOf", "default", "title"}
    assert len(json.dumps(schema)) < 800 + 200 * len(KINDS)


def test_the_schema_of_relations_follows_the_kinds() -> None:
    properties = known_relations_answer().model_json_schema()["properties"]
    assert set(properties) == {*KINDS, "unstated", "conflicts"}
    for name, kind in KINDS.items():
        fields = properties[name]["items"]["properties"]
        assert list(fields)[: len(kind.roles)] == list(kind.roles)
        for role, (_, most) in kind.roles.items():
            assert fields[role]["type"] == ("string" if most == 1 else "array")


def test_a_new_kind_needs_no_change() -> None:
    class Average(PartOf):
        name: ClassVar[str] = "average"
        roles: ClassVar[dict[str, tuple[int, int | None]]] = {"mean": (1, 1), "of": (2, None), "at": (0, 1)}

    answer = relations_answer({"average": Average()}).model_validate(
        {"average": [{"mean": "F1", "of": ["F2", "F3"]}]}
    )
    assert getattr(answer, "average")[0].of == ["F2", "F3"]  # noqa: B009 - made at run time
    assert shape(Average()) == '{"mean": "F…", "of": ["F…", …], "at": "F…" or null}'
