"""The published schema: it is the one in the repository, and reports are valid against it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from verifier import verify
from verifier.report.schema import json_schema, schema_text

PUBLISHED = Path(__file__).parents[2] / "docs" / "report.schema.json"
DRAFTS = [*Path(__file__).parents[2].glob("examples/*.txt"), *Path(__file__).parents[1].glob("drafts/*.txt")]


def test_the_published_schema_is_the_one_in_the_code() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), (
        "write it anew with: verifier schema > docs/report.schema.json"
    )


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("draft", DRAFTS, ids=[draft.stem for draft in DRAFTS])
def test_reports_on_drafts_are_valid(draft: Path) -> None:
    text = draft.read_bytes().decode()
    check(verify(text, engine="offline", name=draft.name).model_dump_json())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Nobody came.", id="no-figure"),
        pytest.param(
            "Sales rose 40% to £300m from £200m on 18 May 2025, sources say. “It is dire,” he said.",
            id="all-kinds",
        ),
    ],
)
def test_reports_on_other_text_are_valid(text: str) -> None:
    check(verify(text, engine="offline").model_dump_json())


def test_a_report_of_another_shape_is_not_valid() -> None:
    report = json.loads(verify("Nobody came.", engine="offline").model_dump_json())
    for wrong in ({**report, "more": 1}, {**report, "complete": None}, {**report, "schema_version": "2.0"}):
        with pytest.raises(jsonschema.ValidationError):
            check(json.dumps(wrong))


def check(text: str) -> None:
    jsonschema.Draft202012Validator(json_schema()).validate(json.loads(text))
