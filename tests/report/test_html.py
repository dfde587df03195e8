"""The page: what stands in it, that nothing in it acts but its own script, and that it is soon made."""

from __future__ import annotations

import base64
import copy
import hashlib
import html
import json
import pickle
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import HOSTILE, Bounds, Page, long_report, report_on

from verifier import InputError, Report, verify

if TYPE_CHECKING:
    from pages import Element

DRAFTS = Path(__file__).parents[1] / "drafts"
SLIP = "Ships\n\nOf the 7 ships, 9 sank, the navy said. Sources say that 3 are to be raised.\n"
ACTS = re.compile(r"^(on\w+|style|href|src|action|formaction|srcdoc|srcset|background|data)$")


def checked(name: str) -> tuple[str, Report]:
    text = (DRAFTS / f"{name}.txt").read_bytes().decode()
    return text, verify(text, engine="offline", name=f"{name}.txt")


def page_of(report: Report) -> Page:
    return Page(report.to_html())


def shown(page: Page) -> str:
    return page.one("div", id="text").text


@pytest.mark.parametrize("draft", sorted(DRAFTS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_page_holds_the_draft_and_every_finding(draft: Path) -> None:
    text, report = checked(draft.stem)
    page = page_of(report)
    assert shown(page) == text
    cards = page.all("article", class_="card")
    assert len(cards) == len(report.findings)
    for card, finding in zip(cards, report.findings, strict=True):
        for words in (finding.code, finding.message, finding.question):
            assert words in card.text
        if finding.relations:
            assert finding.working in card.text
        assert finding.severity in card.attributes["class"].split()
        assert finding.severity.capitalize() in card.text


def test_marks_stand_where_the_evidence_does() -> None:
    _, report = checked("parts-do-not-add-up")
    page = page_of(report)
    marks = [mark for mark in page.all("mark") if mark.inside("text")]
    for number, finding in enumerate(report.findings, 1):
        marked = "".join(mark.text for mark in marks if number in mark.numbers("data-f"))
        assert marked == "".join(
            evidence.quote for evidence in sorted(finding.evidence, key=lambda e: e.start)
        )
        refs = [ref for ref in page.all("span", class_="ref") if ref.attributes["data-n"] == str(number)]
        assert len(refs) == len(finding.evidence)
        assert all(finding.severity in ref.attributes["aria-label"] for ref in refs)


def test_claims_carry_the_tag_of_their_source() -> None:
    _, report = checked("intercepted-exceeds-launched")
    page = page_of(report)
    for number, claim in enumerate(report.claims, 1):
        pieces = [e for e in page.elements if number in e.numbers("data-c") and e.inside("text")]
        assert "".join(piece.text for piece in pieces) == claim.span.quote
        tags = pieces[-1].attributes.get("data-t", "").split()
        assert (claim.attribution.source or "") in (tags or [""])


def test_several_findings_at_one_place_show_the_gravest_and_keep_all() -> None:
    report = report_on(
        "It cost 300 pounds.", findings=[("error", "a", [(8, 11)]), ("notice", "b", [(8, 18)])]
    )
    marks = page_of(report).all("mark")
    assert [(mark.text, mark.attributes["class"], mark.attributes["data-f"]) for mark in marks] == [
        ("300", "error", "1 2"),
        (" pounds", "notice", "2"),
    ]


def test_places_know_their_piece() -> None:
    text = "Of 12 cars 15 and 9 were sold."
    report = report_on(
        text, findings=[("error", "a", [(18, 19), (3, 5), (11, 13)])], figures=[(3, 5), (4, 5)]
    )
    page = page_of(report)
    pieces = [mark for mark in page.all("mark") if 1 in mark.numbers("data-f")]
    places = page.all("button", class_="place", data_act="place")
    assert [pieces[int(place.attributes["data-at"])].text for place in places] == ["9", "1", "15"]


def test_a_clean_draft_says_what_was_compared() -> None:
    _, report = checked("clean-brewer")
    panel = page_of(report).one("section", id="panel-findings").text
    assert "No contradictions found" in panel
    assert "13 figures, all accounted for" in " ".join(panel.split())
    assert f"{len(report.relations)} relations" in panel
    assert len(report.relations) > 1
    assert "not that it is true" in panel


def test_sources_are_listed_with_kind_claims_and_figures() -> None:
    _, report = checked("intercepted-exceeds-launched")
    page = page_of(report)
    voices = page.all("li", class_="voice")
    assert len(voices) == len(report.sources) + 1
    told = " ".join(voices[0].text.split())
    assert told.startswith("S1 Ukraine’s air force official 5 claims 8 figures also the Ukrainian air force,")
    assert all(source.kind in voice.text for source, voice in zip(report.sources, voices, strict=False))
    assert "The draft itself" in voices[-1].text


def test_the_coverage_counts_and_names_what_is_unaccounted() -> None:
    report = report_on(SLIP, figures=[(14, 15), (23, 24)], unaccounted=("F2",))
    panel = page_of(report).one("section", id="panel-coverage")
    assert "Unaccounted for1" in panel.text.replace("\n", "")
    buttons = [e for e in page_of(report).all("button", data_act="figure") if e.inside("panel-coverage")]
    assert [button.attributes["data-g"] for button in buttons] == ["2", "1", "2"]


def test_an_incomplete_check_says_so_everywhere() -> None:
    report = report_on(
        SLIP, engine="model", complete=False, problems=("claims: S1 to S2 not read: timed out",)
    )
    page = page_of(report)
    assert "not complete" in page.one("header", class_="bar").text
    note = page.one("div", class_="note")
    assert "This check is not complete." in note.text
    assert "timed out" in note.text
    coverage = page.one("section", id="panel-coverage").text
    assert "openai/example" in coverage
    assert "sha256:00" in coverage
    complete = page_of(report_on(SLIP, engine="model"))
    assert "not complete" not in complete.source


def test_a_hostile_draft_is_text() -> None:
    report = report_on(
        HOSTILE,
        findings=[("error", "part-exceeds-whole", [(0, 40), (50, 120)]), ("notice", "x", [(130, 260)])],
        claims=[((0, len(HOSTILE)), 0), ((3, 90), None)],
        sources=["<script>window.pwned = 1</script>"],
        figures=[(5, 9), (60, 200)],
        problems=("<img src=x onerror=alert(1)>",),
        name="../</title><script>window.pwned = 2</script>.txt",
        engine="model",
    )
    page = page_of(report)
    assert shown(page) == HOSTILE
    assert [e for e in page.elements if e.inside("text") and e.name not in {"p", "span", "mark"}] == []
    assert len(page.all("script")) == 2
    assert len(page.all("style")) == 1
    assert not page.all("img") + page.all("iframe") + page.all("link") + page.all("object")
    assert [attributes_that_act(element) for element in page.elements if attributes_that_act(element)] == []
    assert report.draft.name is not None
    assert report.draft.name in page.one("title").text


def attributes_that_act(element: Element) -> list[str]:
    own = {("use", "href"), ("a", "href")}
    return [
        name
        for name, value in element.attributes.items()
        if ACTS.match(name) and not ((element.name, name) in own and value.startswith("#"))
    ]


def test_the_policy_names_the_very_script_and_style_of_the_page() -> None:
    page = page_of(checked("clean-brewer")[1])
    policy = page.one("meta", http_equiv="Content-Security-Policy").attributes["content"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    script = next(e for e in page.all("script") if "type" not in e.attributes)
    assert rules == {
        "default-src": "'none'",
        "script-src": f"'{digest(script.text)}'",
        "style-src": f"'{digest(page.one('style').text)}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert "</script" not in script.text.lower()
    assert "<!--" not in script.text
    assert "eval(" not in script.text


def digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_nothing_is_fetched() -> None:
    source = page_of(checked("two-sources-differ")[1]).source
    assert not re.search(
        r"https?://|//[a-z]|@import|url\(", re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    )


def test_the_page_is_sound() -> None:
    for report in (
        checked("clean-brewer")[1],
        checked("parts-do-not-add-up")[1],
        verify("", engine="offline"),
    ):
        page = page_of(report)
        assert page._open == []
        ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
        assert len(ids) == len(set(ids))
        for element in page.elements:
            for name in ("aria-labelledby", "aria-controls"):
                assert element.attributes.get(name, ids[0]) in ids
        assert {"header", "main", "h1"} <= {element.name for element in page.elements}
    assert "The draft is empty." in page.source


def test_the_script_knows_what_the_decisions_file_needs() -> None:
    text, report = checked("intercepted-exceeds-launched")
    data = json.loads(page_of(report).one("script", type="application/json").text)
    assert data == {
        "name": "intercepted-exceeds-launched.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "findings": [
            {"fingerprint": f.fingerprint, "code": f.code, "quotes": [e.quote for e in f.evidence]}
            for f in report.findings
        ],
        "dismissed": [],
    }


def test_the_same_report_gives_the_same_page() -> None:
    text, report = checked("intercepted-exceeds-launched")
    loaded = Report.model_validate_json(report.model_dump_json())
    pages = [report.to_html(), report.to_html(), report.to_html(text), loaded.to_html(text)]
    program = (
        "import sys; from verifier import Report; "
        "sys.stdout.buffer.write(Report.model_validate_json(sys.argv[1]).to_html(sys.argv[2]).encode())"
    )
    arguments = [sys.executable, "-c", program, report.model_dump_json(), text]
    pages.append(subprocess.run(arguments, capture_output=True, check=True).stdout.decode())  # noqa: S603
    assert len(set(pages)) == 1


CHARACTERS = st.one_of(
    st.sampled_from("<>&\"'/ \r\n\t.A7“é🚀\u2028\x85\u202e\x00"), st.characters(exclude_categories=["Cs"])
)


@st.composite
def reports(draw: st.DrawFn) -> tuple[str, Report]:
    text = draw(st.text(CHARACTERS))
    bounds: st.SearchStrategy[Bounds] = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
        lambda pair: (min(pair), max(pair))
    )
    severity = st.sampled_from(["error", "warning", "notice"])
    finding = st.tuples(severity, st.sampled_from(["sum", "<b>"]), st.lists(bounds, min_size=1, max_size=4))
    return text, report_on(
        text,
        findings=draw(st.lists(finding, max_size=6)),
        claims=draw(st.lists(st.tuples(bounds, st.sampled_from([None, 0, 1])), max_size=6)),
        sources=["A", "<B>"],
        figures=draw(st.lists(bounds, max_size=6)),
        name=draw(st.one_of(st.none(), st.text(CHARACTERS))),
    )


@given(reports())
@settings(max_examples=80, deadline=None)
def test_whatever_overlaps_the_marks_hold_the_draft_and_all_that_covers_it(case: tuple[str, Report]) -> None:
    text, report = case
    page = page_of(report)
    # A page cannot hold a NUL.
    assert shown(page) == text.replace("\0", "\ufffd")
    words = {
        "data-f": [[(e.start, e.end) for e in finding.evidence] for finding in report.findings],
        "data-c": [[(claim.span.start, claim.span.end)] for claim in report.claims],
        "data-g": [[(figure.span.start, figure.span.end)] for figure in report.figures],
    }
    for name, spans in words.items():
        for number, places in enumerate(spans, 1):
            covered = {offset for start, end in places for offset in range(start, end)}
            pieces = [e.text for e in page.elements if e.inside("text") and number in e.numbers(name)]
            written = "".join(text[offset] for offset in sorted(covered))
            # What stands between paragraphs belongs to no element.
            assert "".join("".join(pieces).split()) == "".join(written.replace("\0", "\ufffd").split())


def test_a_report_from_json_is_given_its_draft() -> None:
    text, report = checked("clean-brewer")
    loaded = Report.model_validate_json(report.model_dump_json())
    with pytest.raises(
        InputError, match=r"clean-brewer\.txt: .* pass it, as in report\.to_html\(draft=text\)$"
    ):
        loaded.to_html()
    with pytest.raises(InputError, match=r"clean-brewer\.txt: this is not the text"):
        loaded.to_html(text + " ")
    with pytest.raises(InputError, match="not the text"):
        loaded.to_html("\ud800")
    assert loaded.with_draft(text).to_html() == loaded.to_html(draft=text)


def test_the_text_that_a_report_knows_is_no_part_of_it() -> None:
    text, report = checked("clean-brewer")
    loaded = Report.model_validate_json(report.model_dump_json())
    assert loaded == report
    assert report == loaded
    assert loaded.with_draft(text) == loaded
    assert "Northern brewer" not in repr(report)
    assert set(report.model_dump()) == set(Report.model_fields)
    for other in (copy.copy(report), copy.deepcopy(report), pickle.loads(pickle.dumps(report))):  # noqa: S301
        assert other == report
        assert other.to_html() == report.to_html()
    changed = report.model_copy(update={"problems": ("read as Windows-1252",)})
    assert changed != report
    assert "read as Windows-1252" in changed.to_html()


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    _, report = checked("intercepted-exceeds-launched")
    shown_there = report._repr_html_()
    assert shown_there is not None
    frame = Page(shown_there).one("iframe")
    assert frame.attributes["srcdoc"] == report.to_html()
    assert "allow-scripts" in frame.attributes["sandbox"]
    assert "allow-same-origin" not in frame.attributes["sandbox"]
    assert html.unescape(frame.attributes["title"]) == "verifier report: intercepted-exceeds-launched.txt"
    assert Report.model_validate_json(report.model_dump_json())._repr_html_() is None


def test_checking_does_not_load_the_template_engine() -> None:
    program = (
        "import sys, verifier; r = verifier.verify('Of the 7 ships, 9 sank.', engine='offline'); "
        "assert 'jinja2' not in sys.modules; r.to_html(); assert 'jinja2' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603


def _pace() -> float:
    """How much longer than usual a fixed piece of work takes on this machine just now."""
    best = float("inf")
    for _ in range(2):
        started = time.process_time()
        sum(len(str(number)) for number in range(200_000))
        best = min(best, time.process_time() - started)
    return best / _USUAL


_USUAL = 0.022
"""Seconds of processor time for that work where the targets were set."""


def test_a_long_report_is_soon_made_and_not_too_large() -> None:
    report = long_report()
    assert report.draft.words >= 5500
    assert len(report.claims) == 500
    best = float("inf")
    for _ in range(7):
        started = time.process_time()
        page = report.to_html()
        took = time.process_time() - started
        # The target is for a machine at its usual pace; this one may be shared, and slower at the moment: it
        # is measured right beside each run.
        best = min(best, took / max(1.0, _pace()))
    assert best <= 0.1
    assert len(page.encode()) <= 1_000_000
