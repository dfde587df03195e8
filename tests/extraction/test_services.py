"""Checks with services as they are, on loopback: each ends with the model's claims in the report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import mishaps
import pytest
from mishaps import KEY, NO_TOOLS
from stub import Prose, Status, Stub

from verifier import Settings, Verifier, verify

if TYPE_CHECKING:
    from collections.abc import Callable

OFFLINE = verify(mishaps.DRAFT, engine="offline")


def _openai(body: dict[str, Any]) -> Any:
    """A reasoning model of OpenAI's: no temperature, no seed, one refusal at a time."""
    for option in ("temperature", "seed"):
        if option in body:
            words = f"Unsupported parameter: '{option}' is not supported with this model."
            error = {
                "message": words,
                "type": "invalid_request_error",
                "param": option,
                "code": "unsupported_parameter",
            }
            return Status(400, {"error": error})
    assert body["tools"], "it takes tools"
    return mishaps.good(body)


def _ollama(body: dict[str, Any]) -> Any:
    """A model without tools in Ollama, which takes a schema, and a model that writes around its JSON."""
    if "tools" in body:
        return NO_TOOLS["Ollama"]
    assert body["response_format"]["type"] == "json_schema"
    return mishaps.good(body)


def _vllm(body: dict[str, Any]) -> Any:
    return mishaps.without_tools(NO_TOOLS["vLLM"])(body)


def _llama_cpp(body: dict[str, Any]) -> Any:
    """llama.cpp's server without --jinja; it answers in text, with a fence around the JSON."""
    if "tools" in body:
        return NO_TOOLS["llama.cpp"]
    return mishaps.good(body)


def _silent(body: dict[str, Any]) -> Any:
    """A small server that overlooks tools and schemas, and answers in text."""
    if "tools" in body or "response_format" in body:
        return Prose("Sure! Here are the claims that I can find in the draft.")
    return Prose(f"Here it is:\n```json\n{json.dumps(mishaps.good(body))}\n```\n")


@pytest.mark.parametrize(
    ("service", "extra"),
    [(_openai, 8), (_ollama, 4), (_vllm, 4), (_llama_cpp, 4), (_silent, 12)],
    ids=["OpenAI", "Ollama", "vLLM", "llama.cpp", "one that overlooks"],
)
def test_a_check_ends_with_the_models_claims_whatever_the_service(
    monkeypatch: pytest.MonkeyPatch, service: Callable[[dict[str, Any]], Any], extra: int
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with Stub(ClaimsAnswer=service, RelationsAnswer=service) as stub:
        monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
        checker = Verifier(settings=Settings(engine="model", window_words=40, cache=False))
        first = checker.verify(mishaps.DRAFT)
        asked = len(stub.requests)
        second = checker.verify(mishaps.DRAFT)
        assert asked <= 4 + extra
        assert len(stub.requests) == asked + 4, "what was refused once is not tried with the next draft"
    for report in (first, second):
        assert report.complete, report.problems
        assert {claim.proposed_by for claim in report.claims} == {"model"}
        assert mishaps.lost(report, OFFLINE) == []
