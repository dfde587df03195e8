"""How many tokens a call takes, roughly: on the high side, since it guards limits."""

from __future__ import annotations

import json
from typing import Any

import pytest
import recording

from verifier.draft import Draft
from verifier.extraction.asking import Question
from verifier.extraction.claims_desk import ClaimsDesk
from verifier.extraction.schema import Answer, ClaimsAnswer, known_relations_answer, schema_text
from verifier.extraction.shown import Shown
from verifier.extraction.tokens import tokens_returned, tokens_sent

RELATIONS = known_relations_answer()


def _question(system: str = "", user: str = "", answer: type[Answer] = ClaimsAnswer) -> Question:
    return Question("", system, user, answer, ClaimsDesk(Shown(Draft.parse("x"), ())))


def test_all_that_is_sent_counts() -> None:
    bare = tokens_sent(_question())
    assert bare == pytest.approx(len(schema_text(ClaimsAnswer)) / 3.3, abs=1)
    assert tokens_sent(_question("x" * 330)) == pytest.approx(bare + 100, abs=1)
    assert tokens_sent(_question("x" * 330, "y" * 660)) == pytest.approx(bare + 300, abs=1)
    assert tokens_sent(_question(answer=RELATIONS)) > bare


def test_a_longer_question_may_have_a_longer_answer_and_none_is_empty() -> None:
    assert tokens_returned(_question("x" * 33_000)) == tokens_returned(_question()) == 200
    assert tokens_returned(_question(user="y" * 3300)) == 3300
    assert tokens_returned(_question(user="y" * 3300, answer=RELATIONS)) == 500


def _exchanges() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """First requests of the cassettes, with what the service counted."""
    recorded = [
        exchange
        for file in sorted(recording.FOLDER.glob("*.yaml"))
        for exchange in recording.deserialize(file.read_text(encoding="utf-8"))["interactions"]
    ]
    pairs = [
        (json.loads(each["request"]["body"]), json.loads(each["response"]["body"]["string"]))
        for each in recorded
    ]
    return [(asked, answered["usage"]) for asked, answered in pairs if len(asked["messages"]) == 2]


def test_the_estimates_are_on_the_high_side_of_what_was_counted() -> None:
    exchanges = _exchanges()
    assert len(exchanges) > 10
    for asked, counted in exchanges:
        answer = ClaimsAnswer if asked["tools"][0]["function"]["name"] == "ClaimsAnswer" else RELATIONS
        system, user = (message["content"] for message in asked["messages"])
        question = _question(system, user, answer)
        assert counted["prompt_tokens"] <= tokens_sent(question) <= 1.4 * counted["prompt_tokens"]
        assert counted["completion_tokens"] <= tokens_returned(question)
