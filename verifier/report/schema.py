"""The JSON Schema of the report, as it is published."""

from __future__ import annotations

import json

from verifier.report.model import SCHEMA_VERSION, Report


def json_schema() -> dict[str, object]:
    """The schema that every report's JSON is valid against (JSON Schema 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"verifier report {SCHEMA_VERSION}",
        **{
            key: value
            for key, value in Report.model_json_schema(mode="serialization").items()
            if key != "title"
        },
    }


def schema_text() -> str:
    """The schema as `verifier schema` prints it and ``docs/report.schema.json`` holds it."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
