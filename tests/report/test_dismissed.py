"""What is dismissed, in text and on the page: folded, with its reason, and not counted."""

from __future__ import annotations

import json

import pytest
from pages import Page, report_on

from verifier import Decisions, Report
from verifier.decisions import Decision
from verifier.report.text import plain
from verifier.report.word import comments

TEXT = "The port counted 7 ships. Of the 7 ships, 9 sank.\n\nSources say so.\n"
SINK = (TEXT.index("9 sank"), TEXT.index("9 sank") + 6)
SAY = (TEXT.index("Sources"), TEXT.index("Sources") + 7)
WHY = "<b>both</b> are\x1b[31m estimates"


def report(*dismissed: int, severity: str = "error") -> Report:
    """Two findings, of which those with these numbers are dismissed."""
    whole = report_on(
        TEXT, findings=[(severity, "part-exceeds-whole", [SINK]), ("notice", "vague-source", [SAY])]
    )
    decisions = (Decision(fingerprint=f"{number:016x}", why=WHY, at="2025-06-01") for number in dismissed)
    return whole.without(Decisions().with_all(decisions))


def printed(one: Report) -> str:
    return " ".join(plain(one, TEXT).split())


def test_text_shows_it_folded_at_the_end() -> None:
    text = printed(report(1))
    assert "1. notice vague-source 00000000" in text
    folded = "1 dismissed - part-exceeds-whole (“9 sank”): <b>both</b> are\ufffd[31m estimates (2025-06-01, "
    assert folded in text
    assert text.index(folded) > text.index("1. notice")
    assert "0 errors, 0 warnings, 1 notice, 1 dismissed" in text
    assert "Message 1" not in text


@pytest.mark.parametrize(
    ("dismissed", "said"),
    [((), None), ((1,), None), ((1, 2), "Nothing left to report: all that was found is dismissed.")],
)
def test_text_says_what_is_left(dismissed: tuple[int, ...], said: str | None) -> None:
    text = printed(report(*dismissed))
    assert ("Nothing" in text) is (said is not None)
    assert said is None or said in text
    assert ("dismissed" in text) is bool(dismissed)


def test_word_has_no_comment_for_it() -> None:
    assert [comment.text.split("\n")[0] for comment in comments(report(1), TEXT)] == ["notice: vague-source"]


def test_the_page_starts_with_it() -> None:
    one = report(1)
    page = Page(one.to_html())
    left, gone = page.one("", id="f1"), page.one("", id="f2")
    assert left.inside("cards")
    assert gone.inside("dismissed")
    assert "hidden" not in page.one("details", id="folded").attributes
    assert page.one("span", id="folded-count").text == "1"
    assert page.one("p", id="shown").text == "1 finding, 1 dismissed"
    assert page.one("span", id="open-count").text == "1"
    decided = [element for element in page.all("p", class_="decided") if "hidden" not in element.attributes]
    assert [(element.text, element.inside("f2")) for element in decided] == [
        ("Dismissed 2025-06-01: <b>both</b> are\ufffd[31m estimates", True)
    ]
    data = json.loads(page.one("script", type="application/json").text)
    assert data["dismissed"] == [{"fingerprint": f"{1:016x}", "why": WHY, "at": "2025-06-01"}]
    assert [finding["fingerprint"] for finding in data["findings"]] == [f"{2:016x}", f"{1:016x}"]
    (mark,) = (mark for mark in page.all("mark") if mark.numbers("data-f") == {2})
    assert "error" not in mark.attributes.get("class", "")
    hidden = {ref.attributes["data-n"]: "hidden" in ref.attributes for ref in page.all("span", class_="ref")}
    assert hidden == {"1": False, "2": True}


@pytest.mark.parametrize(
    ("dismissed", "severity", "verdict"),
    [
        pytest.param((), "error", "1 error proved", id="none"),
        pytest.param((1,), "error", "Nothing left that is not dismissed", id="the-error"),
        pytest.param((2,), "notice", "No contradictions found", id="a-notice"),
    ],
)
def test_the_page_does_not_call_a_draft_clean_for_what_was_dismissed(
    dismissed: tuple[int, ...], severity: str, verdict: str
) -> None:
    page = Page(report(*dismissed, severity=severity).to_html())
    assert page.one("h2", id="verdict").text.strip() == verdict
    assert bool(page.all("div", class_="checked")) is (verdict == "No contradictions found")


def test_a_report_from_json_makes_the_same_page() -> None:
    one = report(1)
    assert Report.model_validate_json(one.model_dump_json()).to_html(TEXT) == one.to_html()
