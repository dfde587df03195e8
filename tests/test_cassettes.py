from __future__ import annotations

import ast
import contextlib
import json
import socket
from pathlib import Path
from typing import Any

import openai
import pytest
import recording
import test_injections
from stub import Stub

TESTS = Path(__file__).parent
CASSETTES = sorted(recording.FOLDER.glob("*.yaml"))


def _named_by_tests() -> set[str]:
    """Every word in plain letters in a test file that replays something, and the names of injected drafts."""
    named = {case.name for case in test_injections.CASES}
    for path in TESTS.rglob("test_*.py"):
        source = path.read_text(encoding="utf-8")
        if path != Path(__file__) and "replayed" in source:
            named.update(
                node.value
                for node in ast.walk(ast.parse(source))
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            )
    return named


def test_no_cassette_is_orphaned() -> None:
    assert {path.stem for path in CASSETTES} <= _named_by_tests()


def test_nothing_else_lies_among_the_cassettes() -> None:
    assert {path.name for path in recording.FOLDER.iterdir()} == {
        "README.md",
        *(path.name for path in CASSETTES),
    }


@pytest.mark.parametrize("path", CASSETTES, ids=lambda path: path.stem)
def test_holds_the_vendor_and_no_machine(path: Path) -> None:
    cassette = recording.deserialize(path.read_text(encoding="utf-8"))
    for exchange in cassette["interactions"]:
        assert exchange["request"]["uri"].startswith(recording.VENDOR)
        for side in ("request", "response"):
            assert {name.lower() for name in exchange[side]["headers"]} <= set(recording.KEPT_HEADERS)


def _ask(question: str) -> dict[str, Any]:
    """One exchange with the endpoint of the environment, as the client makes it."""
    with openai.OpenAI(max_retries=0) as client:
        answer = client.chat.completions.create(
            model="made-up",
            messages=[{"role": "user", "content": question}],
            tools=[{"type": "function", "function": {"name": "Answer", "parameters": {"type": "object"}}}],
        )
    calls = answer.choices[0].message.tool_calls or []
    arguments: dict[str, Any] = json.loads(calls[0].function.arguments)  # type: ignore[union-attr]
    return arguments


@pytest.fixture
def recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cassette of two exchanges with a scripted endpoint: a café in ⟦two⟧ lines, and a question."""
    with Stub(Answer=[{"n": 1}, {"n": 2}]) as stub, monkeypatch.context() as patch:
        patch.setenv(recording.RECORD, "1")
        patch.setenv("OPENAI_BASE_URL", stub.url)
        patch.setenv("OPENAI_API_KEY", "sk-secret")
        with recording.replayed("made-up", patch, tmp_path):
            assert _ask("a café in\n⟦two⟧ lines ") == {"n": 1}
            assert _ask("and a question") == {"n": 2}
    return tmp_path


def test_is_readable_and_holds_no_secret(recorded: Path) -> None:
    text = (recorded / "made-up.yaml").read_text(encoding="utf-8")
    assert "café" in text
    assert "⟦two⟧ lines" in text
    for secret in ("sk-secret", "uthorization", "gent", "stainless", "127.0.0.1", "date:"):
        assert secret not in text


def test_replays_in_any_order(recorded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    with recording.replayed("made-up", monkeypatch, recorded):
        assert _ask("and a question") == {"n": 2}
        assert _ask("a café in\n⟦two⟧ lines ") == {"n": 1}


def test_an_exchange_that_is_not_played_fails(recorded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        pytest.raises(AssertionError, match=r"exchanges \[0\] were not played"),
        recording.replayed("made-up", monkeypatch, recorded),
    ):
        _ask("and a question")


def _ask_all(questions: list[str]) -> None:
    for question in questions:
        with contextlib.suppress(openai.APIConnectionError):
            _ask(question)


def test_an_exchange_plays_once(recorded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        pytest.raises(AssertionError, match="not in cassette made-up"),
        recording.replayed("made-up", monkeypatch, recorded),
    ):
        _ask_all(["and a question", "a café in\n⟦two⟧ lines ", "and a question"])


def test_another_body_is_another_request(recorded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        pytest.raises(AssertionError, match="not in cassette made-up"),
        recording.replayed("made-up", monkeypatch, recorded),
        pytest.raises(openai.APIConnectionError),
    ):
        _ask("and a question!")


def test_a_missing_cassette_says_how_to_record_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        pytest.raises(AssertionError, match="VERIFIER_RECORD=1"),
        recording.replayed("none", monkeypatch, tmp_path),
    ):
        pass


@pytest.mark.parametrize(
    "body",
    [
        '{"a":1,"b":"ü\\n"}',
        '{"a": 1, "b": [1.50, null]}',
        json.dumps({"a": {"b": "ü"}}, indent=2),
        '{"a": "\\ud83d\\ude00", "b": "yes", "c": "2024-01-01"}',
        '{"a":  1}',
        "no JSON\n at all ",
        "[1]",
        "",
    ],
)
def test_bodies_come_back_byte_for_byte(body: str) -> None:
    exchange = {
        "request": {"method": "POST", "uri": recording.VENDOR, "body": body, "headers": {}},
        "response": {"status": {"code": 200, "message": "OK"}, "headers": {}, "body": {"string": body}},
    }
    cassette = {"version": 1, "interactions": [exchange]}
    assert recording.deserialize(recording.serialize(cassette)) == cassette


def test_the_network_is_out_of_reach() -> None:
    with pytest.raises(RuntimeError, match="looked up"):
        socket.create_connection(("example.org", 443), timeout=1)
    with socket.socket() as sock, pytest.raises(RuntimeError, match="reached for"):
        sock.connect(("192.0.2.1", 443))
