"""Nothing is asked twice: which answers are kept, under which key, and how they come back."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import mishaps
import pytest
from marked import marked
from stub import Late, Status, Stub

from verifier.claims import Usage
from verifier.errors import ProviderError
from verifier.extraction import cached, prompts
from verifier.extraction.asking import Question, Reply
from verifier.extraction.cache import Cache
from verifier.extraction.cached import CachedAsker, key
from verifier.extraction.claims_desk import ClaimsDesk
from verifier.extraction.model import identity
from verifier.extraction.retry import Fault, FaultKind
from verifier.extraction.schema import ClaimsAnswer, known_relations_answer
from verifier.extraction.shown import Shown
from verifier.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from verifier.report import Report

DRAFT, SCAN = marked("""
[S1] Zorland launched ⟦F1 472⟧ drones, its army said.
[S2] Of these ⟦F2 382⟧ were shot down.
""")
CLAIM = {
    "sentence": "S1",
    "figures": ["F1"],
    "statement": "Zorland launched [F1] drones",
    "label": "[F1] drones",
    "source": "its army",
    "cue": "said",
    "manner": "indirect",
}
SMALL = {**CLAIM, "cue": "shouted"}
"""A claim with a small fault: it is named to the model once, and then done without."""


def _question(**changes: Any) -> Question:
    desk = ClaimsDesk(Shown(DRAFT, SCAN.figures))
    return replace(Question("claims", "system", "user", ClaimsAnswer, desk), **changes)


class Model:
    """Whoever is asked: answers with what it is given, laid before the desk as a client does."""

    def __init__(self, *answers: dict[str, Any] | Fault) -> None:
        self.answers = list(answers)
        self.asked = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        pass

    async def ask(self, question: Question, until: float | None = None) -> Reply:
        """Up to the first answer that the desk accepts."""
        del until
        self.asked += 1
        faulty: list[Fault] = []
        while self.answers:
            answer = self.answers.pop(0)
            if isinstance(answer, Fault):
                return Reply(Usage(calls=1), (*faulty, answer), answered=False)
            read = question.answer.model_validate(answer)
            if not question.desk.judge(read):
                text = read.model_dump_json(exclude_defaults=True)
                return Reply(Usage(calls=1), tuple(faulty), answered=True, answer=text)
            faulty.append(Fault(FaultKind.ANSWER, "not acceptable"))
        return Reply(Usage(calls=1), tuple(faulty), answered=False)

    def error(self, fault: Fault) -> ProviderError:
        return ProviderError(fault.why)


def _ask(folder: Path, model: Model, question: Question, who: str = "me") -> Reply:
    async def run() -> Reply:
        async with CachedAsker(model, Cache(folder, 1), who) as asker:
            return await asker.ask(question)

    return asyncio.run(run())


def test_a_kept_answer_comes_back_through_the_desk(tmp_path: Path) -> None:
    first, second = _question(), _question()
    model = Model({"claims": [CLAIM]})
    assert _ask(tmp_path, model, first).usage == Usage(calls=1)
    reply = _ask(tmp_path, model, second)
    assert (reply.usage, reply.answered, reply.faults) == (Usage(cached=1), True, ())
    assert model.asked == 1
    assert isinstance(second.desk, ClaimsDesk)
    assert isinstance(first.desk, ClaimsDesk)
    assert second.desk.best == first.desk.best
    assert second.desk.best is not None


KEYS = {
    "as it is": key(_question(), "me"),
    "prompt": key(_question(system="other"), "me"),
    "window": key(_question(user="other"), "me"),
    "parted elsewhere": key(_question(system="syst", user="emuser"), "me"),
    "schema": key(_question(answer=known_relations_answer()), "me"),
    "identity": key(_question(), "you"),
}


def test_whatever_an_answer_depends_on_is_part_of_its_key() -> None:
    assert len(set(KEYS.values())) == len(KEYS)
    assert key(_question(about="something else"), "me") == KEYS["as it is"]


def test_the_format_of_what_is_kept_is_part_of_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cached, "_FORMAT", 99)
    assert key(_question(), "me") != KEYS["as it is"]


def test_model_endpoint_and_options_make_the_identity(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(model="openai/one")
    known = {identity(settings)}
    for changed in ({"model": "openai/two"}, {"temperature": 1.0}, {"temperature": None}, {"seed": None}):
        known.add(identity(replace(settings, **changed)))
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
    known.add(identity(settings))
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "http://127.0.0.1:2")
    before = identity(settings)
    known.add(identity(replace(settings, model="azure_openai/one")))
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "http://127.0.0.1:3")
    known.add(identity(replace(settings, model="azure_openai/one")))
    assert len(known) == 8
    assert identity(settings) == before, "another provider's endpoint is no matter"
    assert identity(replace(settings, timeout=7, attempts=1, max_calls=3)) == before


def test_a_key_does_not_stand_in_the_identity(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", mishaps.KEY)
    assert mishaps.KEY not in identity(Settings())


UNUSABLE = {**CLAIM, "source": "the navy"}


@pytest.mark.parametrize(
    "answers",
    [
        [{"claims": [UNUSABLE]}],
        [Fault(FaultKind.REFUSED, "no")],
        [{"claims": [UNUSABLE]}, Fault(FaultKind.TIMEOUT, "late")],
        [{"claims": [SMALL]}, Fault(FaultKind.TIMEOUT, "late")],
    ],
    ids=["not acceptable", "refused", "not acceptable, then late", "small faults, then late"],
)
def test_only_accepted_answers_are_kept(tmp_path: Path, answers: list[Any]) -> None:
    model = Model(*answers)
    assert not _ask(tmp_path, model, _question()).answered
    model.answers = [{"claims": [CLAIM]}]
    assert _ask(tmp_path, model, _question()).usage == Usage(calls=1)
    assert _ask(tmp_path, model, _question()).usage == Usage(cached=1)


def test_what_was_accepted_with_small_faults_is_accepted_again(tmp_path: Path) -> None:
    model = Model({"claims": [SMALL]}, {"claims": [SMALL]})
    assert _ask(tmp_path, model, _question()).answered
    question = _question()
    assert _ask(tmp_path, model, question).usage == Usage(cached=1)
    assert isinstance(question.desk, ClaimsDesk)
    assert question.desk.best is not None
    assert [claim.cue for claim in question.desk.best.claims] == [None]


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "no JSON",
        "{}",
        '{"claims": 7}',
        '{"claims": [{"sentence": "S9", "statement": "x", "label": "x", "manner": "own_voice"}]}',
    ],
)
def test_what_no_longer_fits_is_asked_for_anew(tmp_path: Path, kept: str) -> None:
    with closing(Cache(tmp_path, 1)) as cache:
        cache.put(key(_question(), "me"), kept)
    question, model = _question(), Model({"claims": [SMALL]}, {"claims": [CLAIM]})
    reply = _ask(tmp_path, model, question)
    assert (reply.usage, reply.answered) == (Usage(calls=1), True)
    assert len(reply.faults) == 1, "the small fault is named: the kept answer is not counted as a first try"
    assert isinstance(question.desk, ClaimsDesk)
    assert question.desk.best is not None
    assert len(question.desk.best.claims) == 1
    assert _ask(tmp_path, Model(), _question()).usage == Usage(cached=1)


def test_an_answer_that_no_longer_fits_is_forgotten_where_no_other_comes(tmp_path: Path) -> None:
    with closing(Cache(tmp_path, 1)) as cache:
        cache.put(key(_question(), "me"), '{"claims": [], "no_claim": ["F77"]}')
    question = _question()
    with closing(Cache(tmp_path, 1)) as cache:
        cache.put(key(question, "me"), ClaimsAnswer.model_validate({"claims": [UNUSABLE]}).model_dump_json())
    assert not _ask(tmp_path, Model(Fault(FaultKind.BUSY, "busy")), question).answered
    assert isinstance(question.desk, ClaimsDesk)
    assert question.desk.best is None


# The whole program with a cache.


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Report]:
    def run(stub: Stub, text: str = mishaps.DRAFT, **changes: Any) -> Report:
        monkeypatch.setenv("OPENAI_API_KEY", mishaps.KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
        return mishaps.check(replace(mishaps.SETTINGS, cache=True, **changes), text)

    return run


def test_a_second_check_asks_nothing_and_says_the_same(check: Callable[..., Report]) -> None:
    with Stub(ClaimsAnswer=mishaps.good, RelationsAnswer={}) as stub:
        first, second = check(stub), check(stub)
        assert len(stub.requests) == 4
    assert (first.usage.calls, first.usage.cached) == (4, 0)
    assert (second.usage.calls, second.usage.cached, second.usage.input_tokens) == (0, 4, 0)
    assert second.model_copy(update={"usage": first.usage}) == first
    assert second.usage.seconds < 1.0


def test_after_an_edit_only_what_changed_is_asked(check: Callable[..., Report]) -> None:
    with Stub(ClaimsAnswer=mishaps.good, RelationsAnswer={}) as stub:
        check(stub)
        edited = check(stub, mishaps.DRAFT.replace("praised", "panned"))
    assert (edited.usage.calls, edited.usage.cached) == (2, 2)


def test_a_failed_call_is_made_again_and_the_others_are_not(check: Callable[..., Report]) -> None:
    with mishaps.at(1, Status(400), times=1) as stub:
        first = check(stub)
        second = check(stub)
    assert not first.complete
    assert second.complete
    assert (second.usage.calls, second.usage.cached) == (1, 3)


def test_without_the_cache_all_is_asked_and_nothing_kept(
    check: Callable[..., Report], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VERIFIER_CACHE_DIR", str(tmp_path))
    with Stub(ClaimsAnswer=mishaps.good, RelationsAnswer={}) as stub:
        monkeypatch.setenv("OPENAI_API_KEY", mishaps.KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
        for _ in range(2):
            assert mishaps.check().usage.calls == 4
    assert list(tmp_path.iterdir()) == []


def test_a_changed_prompt_is_asked_anew(
    check: Callable[..., Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Stub(ClaimsAnswer=mishaps.good, RelationsAnswer={}) as stub:
        check(stub)
        changed = prompts.load("claims")
        changed = changed.model_copy(update={"system": changed.system + "\nBe brief."})
        load = prompts.load
        monkeypatch.setattr(prompts, "load", lambda name: changed if name == "claims" else load(name))
        again = check(stub)
    assert (again.usage.calls, again.usage.cached) == (3, 1)


def test_a_dead_cache_costs_a_check_nothing_but_a_warning(
    check: Callable[..., Report],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (tmp_path / "answers.sqlite3").mkdir()
    monkeypatch.setenv("VERIFIER_CACHE_DIR", str(tmp_path))
    with Stub(ClaimsAnswer=mishaps.good, RelationsAnswer={}) as stub:
        report = check(stub)
    assert report.complete
    assert report.usage.calls == 4
    assert len([record for record in caplog.records if record.name == "verifier.cache"]) == 1


CHECK = """
import sys
sys.path.insert(0, {tests!r})
import mishaps
from dataclasses import replace
mishaps.check(replace(mishaps.SETTINGS, cache=True))
"""


def test_an_interrupted_check_goes_on_where_it_stopped(check: Callable[..., Report], tmp_path: Path) -> None:
    """The process is killed while the last window's answer is still out."""
    folder = os.environ["VERIFIER_CACHE_DIR"]
    with mishaps.at(2, Late(20, {"claims": []}), times=1) as stub:
        environment = {**os.environ, "OPENAI_API_KEY": mishaps.KEY, "OPENAI_BASE_URL": stub.url}
        code = CHECK.format(tests=str(Path(__file__).parents[1]))
        process = subprocess.Popen([sys.executable, "-c", code], env=environment)  # noqa: S603
        try:
            deadline = time.monotonic() + 30
            with closing(Cache(Path(folder), 1)) as cache:
                while cache.contents().answers < 3:
                    assert process.poll() is None, "the check ended by itself"
                    assert time.monotonic() < deadline
                    time.sleep(0.02)
        finally:
            process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
            process.wait()
        report = check(stub)
    assert report.complete
    assert (report.usage.calls, report.usage.cached) == (1, 3)
