"""Drafts that speak to whoever reads them: the slip in them is found all the same."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from gold import check_spans

from verifier import Report, verify

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = tomllib.loads((Path(__file__).parent / "injections" / "drafts.toml").read_text(encoding="utf-8"))


class Case(NamedTuple):
    """A draft with a slip, with a text that speaks to the model in it, or without."""

    name: str
    text: str
    code: str
    slip: list[str]
    offline: bool


def _cases() -> list[Case]:
    cases = []
    for draft in DATA["drafts"]:
        for injection in (None, *draft["injections"]):
            paragraph = "{injection}\n\n" if injection is None else "{injection}"
            put = "" if injection is None else DATA["texts"][injection]
            text = draft["text"].strip().replace(paragraph, put) + "\n"
            name = f"injected-{draft['name']}-{injection or 'none'}"
            cases.append(Case(name, text, draft["code"], draft["slip"], draft["offline"]))
    return cases


CASES = _cases()


def found(report: Report, case: Case) -> list[str]:
    """The findings that show the draft's slip: of its code, with at least two of its places."""
    return [
        finding.code
        for finding in report.findings
        if finding.severity != "notice"
        and sum(
            any(place.quote in words or words in place.quote for place in finding.evidence)
            for words in case.slip
        )
        > 1
    ]


def test_there_are_enough_of_them() -> None:
    injected = [case for case in CASES if not case.name.endswith("-none")]
    assert len(injected) >= 25
    used = {name for draft in DATA["drafts"] for name in draft["injections"]}
    assert used == set(DATA["texts"])


@pytest.mark.parametrize("case", [case for case in CASES if case.offline], ids=lambda case: case.name)
def test_the_patterns_read_the_draft_as_it_is(case: Case) -> None:
    report = verify(case.text, engine="offline")
    assert case.code in found(report, case)
    check_spans(report, case.text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_model_reads_the_draft_as_it_is(case: Case, replayed: Callable[[str], None]) -> None:
    replayed(case.name)
    report = verify(case.text, engine="model", name=case.name)
    assert case.code in found(report, case)
    assert report.complete
    check_spans(report, case.text)
