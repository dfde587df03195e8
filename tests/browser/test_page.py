"""The page under a reader's hands: clicks, keys, filters, decisions, on a screen, a phone and paper."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser.conftest import NARROW
from pages import HOSTILE, long_report, report_on

from verifier import Decisions, Report, verify
from verifier.decisions import Decision

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.conftest import Opened
    from playwright.sync_api import Browser

    Open = Callable[..., Opened]

TEXT = (
    "Port counts ships\n\n"
    "The port counted 7 ships on Monday, the harbour master said. Of the 7 ships, 9 sank, the navy said.\n\n"
    + "\n\n".join(
        "A paragraph that only takes up room on the screen, and then some more. " * 6 for _ in range(8)
    )
    + "\n\nSources say that 3 ships are to be raised. The 🚀 union disagrees about 3 of them.\n"
)


def at(words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def ships(**more: object) -> Report:
    """Four findings: two at one place, one far below, one across two claims."""
    return report_on(
        TEXT,
        findings=[
            ("error", "part-exceeds-whole", [at("7 ships", 1), at("9 sank")]),
            ("error", "same-fact-differs", [at("3 ships"), at("3 of them")]),
            ("warning", "name-varies", [at("ships, 9")]),
            ("notice", "vague-source", [at("Sources")]),
        ],
        claims=[
            (at("The port counted 7 ships on Monday"), 0),
            (at("Of the 7 ships, 9 sank"), 1),
            (at("3 ships are to be raised"), 2),
            (at("about 3 of them"), None),
        ],
        sources=["the harbour master", "the navy", "Sources"],
        figures=[at("7"), at("7", 1), at("9"), at("3"), at("3", 1)],
        **more,  # type: ignore[arg-type]
    )


def test_a_finding_lights_all_its_places_and_shows_the_first(opened: Open) -> None:
    page = opened(ships())
    assert page.selected == page.lit == []
    page.click("#f2 .message")
    assert page.selected == ["f2"]
    assert page.lit == ["3", " ships", "3", " of them"]
    assert page.in_sight("#text mark.on")
    page.click("#f1 .pick")
    assert page.selected == ["f1"]
    assert "".join(page.lit) == "7 ships9 sank"
    assert page.in_sight("#text mark.on")


def test_a_place_of_a_finding_shows_that_place(opened: Open) -> None:
    page = opened(ships())
    page.click("#f2 .place[data-i='1']")
    assert page.selected == ["f2"]
    assert page.in_sight("#text mark[data-f='2']:last-of-type")


def test_a_mark_in_the_text_selects_its_finding(opened: Open) -> None:
    page = opened(ships())
    page.click("#text mark[data-f='4']")
    assert page.selected == ["f4"]
    assert page.in_sight("#f4")
    page.click("#text .ref[data-n='2']")
    assert page.selected == ["f2"]


def test_in_a_long_draft_both_sides_come_to_the_place(opened: Open) -> None:
    page = opened(long_report())
    for number in (80, 3, 45, 90, 1):
        page.click("#tab-sources")
        page.run("number => document.querySelector(`.ref[data-n='${number}']`).click()", number)
        assert page.selected == [f"f{number}"]
        assert page.in_sight(f"#f{number}")
        page.click(f"#f{number} .pick")
        assert page.in_sight(f"#text mark[data-f~='{number}']")


def test_words_of_several_findings_lead_to_each_in_turn(opened: Open) -> None:
    page = opened(ships())
    turns = []
    for _ in range(3):
        page.click("#text mark[data-f='1 3']")
        turns += page.selected
    assert turns == ["f1", "f3", "f1"]


def test_the_text_on_the_page_is_the_draft(opened: Open) -> None:
    page = opened(ships())
    assert page.run("document.getElementById('text').textContent") == TEXT


def test_filters_leave_what_passes_all_of_them(opened: Open) -> None:
    page = opened(ships())
    assert page.text("#shown") == "4 findings"
    page.click(".chip.error")
    assert page.text("#shown") == "2 of 4 findings shown"
    assert page.page.get_attribute(".chip.error", "aria-pressed") == "false"
    assert not page.page.is_visible("#f1")
    # Where the graver finding is out of sight, the words are underlined as the other.
    assert page.run("document.querySelector('#text mark[data-f=\"1 3\"]').className").split()[-1] == "warning"
    assert page.count("#text mark.error") == 0
    page.click(".chip.error")
    page.page.select_option("#by-source", label="S3 Sources")
    assert page.run("[...document.querySelectorAll('.card')].filter(e => e.offsetParent).map(e => e.id)") == [
        "f2"
    ]
    page.page.select_option("#by-code", "name-varies")
    assert page.text("#none").startswith("No finding passes these filters.")
    page.click("#none button")
    assert page.text("#shown") == "4 findings"
    assert page.page.input_value("#by-code") == ""


def test_keys_go_from_finding_to_finding(opened: Open) -> None:
    page = opened(ships())
    visited = []
    for key in ("j", "n", "ArrowRight", "ArrowDown", "j", "k", "p", "ArrowLeft", "ArrowUp"):
        page.press(key)
        visited += page.selected
        assert page.focused == page.selected[0]
    assert visited == ["f1", "f2", "f3", "f4", "f1", "f4", "f3", "f2", "f1"]
    page.press("Escape")
    assert page.selected == []


def test_keys_skip_what_filters_hide(opened: Open) -> None:
    page = opened(ships())
    page.click(".chip.error")
    page.press("j", "j", "j")
    assert page.selected == ["f3"]


def test_enter_goes_from_place_to_place(opened: Open) -> None:
    page = opened(ships())
    page.press("j", "j", "Enter")
    assert page.in_sight("#text mark[data-f='2']:last-of-type")


def test_marks_in_the_text_are_buttons_for_keys_too(opened: Open) -> None:
    page = opened(ships())
    page.page.focus("#text .ref[tabindex='0']")
    page.press("Enter")
    assert page.selected == ["f1"]
    page.press("j", "j")
    assert page.run("document.activeElement.dataset.n") == "3"
    page.press("k", " ")
    assert page.selected == ["f2"]


def test_letters_can_be_switched_off_and_never_reach_a_field(opened: Open) -> None:
    page = opened(ships())
    page.press("?")
    assert page.page.is_visible("#help")
    page.press("j")
    assert page.selected == []
    page.click("#keys-on")
    page.press("Escape")
    assert not page.page.is_visible("#help")
    page.press("j")
    assert page.selected == []
    page.press("ArrowRight")
    assert page.selected == ["f1"]


def test_tabs_turn_with_arrows(opened: Open) -> None:
    page = opened(ships())
    page.page.focus("#tab-findings")
    page.press("ArrowRight")
    assert page.focused == "tab-sources"
    assert page.page.is_visible("#panel-sources")
    assert not page.page.is_visible("#panel-findings")
    page.press("ArrowLeft", "ArrowLeft")
    assert page.focused == "tab-coverage"
    assert page.page.get_attribute("#tab-coverage", "aria-selected") == "true"


def test_a_dismissal_needs_a_reason_and_can_be_undone(opened: Open) -> None:
    page = opened(ships())
    page.press("j", "d")
    page.press("Enter")
    assert "Say why" in page.text(".need")
    page.page.keyboard.type("jd: both are estimates")
    page.press("Enter")
    assert page.selected == ["f2"]
    assert page.focused == "f2"
    assert page.text("#shown") == "3 findings, 1 dismissed"
    assert page.text("#open-count") == "3"
    assert page.text("#said") == "Error 1 dismissed. 3 findings, 1 dismissed"
    assert not page.page.is_visible("#f1")
    assert page.count("#text mark[data-f='1'].error") == 0
    page.click("#folded summary")
    assert (page.page.text_content("#f1 .decided") or "").endswith(": jd: both are estimates")
    page.click("#f1 .dismiss")
    assert page.text("#shown") == "4 findings"
    assert page.selected == ["f1"]
    assert page.run("[...document.querySelectorAll('#cards .card')].map(e => e.id)") == [
        "f1",
        "f2",
        "f3",
        "f4",
    ]


def test_the_last_dismissal_is_undone_by_key_or_from_the_message(opened: Open) -> None:
    page = opened(ships())
    for way in ("key", "message"):
        page.press("Escape", "j", "d")
        page.click(".reasons button")
        assert page.text("#open-count") == "3"
        if way == "key":
            page.press("u")
        else:
            page.click("#toast button")
        assert page.text("#open-count") == "4"
        assert not page.page.is_visible("#toast")


def test_the_reason_can_be_given_where_the_window_is_low(opened: Open) -> None:
    page = opened(ships(), (1400, 560))
    page.press("j", "d")
    page.click(".reasons button")
    page.press("d")
    assert page.in_sight(".why .buttons")
    over = "document.querySelector('.why .buttons').getBoundingClientRect().bottom"
    assert page.run(over) <= page.run("document.getElementById('export').getBoundingClientRect().top")


def test_when_all_is_dismissed_nothing_is_left(opened: Open) -> None:
    page = opened(ships())
    for _ in range(4):
        page.press("j", "d")
        page.click(".reasons button >> nth=1")
    assert page.text("#none") == "Nothing left to look at."
    assert page.text("#shown") == "0 findings, 4 dismissed"
    page.press("j", "d")
    assert page.selected == []


def test_decisions_are_exported(opened: Open, tmp_path: Path) -> None:
    page = opened(ships(name="series/ships.txt"))
    page.click("#f4 .dismiss")
    page.page.fill(".why input", 'She asked for "that" — <b>agreed</b>')
    page.press("Enter")
    page.click("#f2 .dismiss")
    page.click(".reasons button")
    with page.page.expect_download() as download:
        page.click("#export button")
    assert download.value.suggested_filename == "ships.decisions.json"
    saved = tmp_path / "saved.json"
    download.value.save_as(saved)
    decisions = json.loads(saved.read_text(encoding="utf-8"))
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", decision.pop("at")) for decision in decisions["decisions"])
    assert decisions == {
        "schema_version": "1.0",
        "draft": {"name": "series/ships.txt"},
        "decisions": [
            {
                "fingerprint": f"{2:016x}",
                "code": "same-fact-differs",
                "decision": "dismissed",
                "why": "Checked with the reporter",
                "quotes": ["3 ships", "3 of them"],
            },
            {
                "fingerprint": f"{4:016x}",
                "code": "vague-source",
                "decision": "dismissed",
                "why": 'She asked for "that" — <b>agreed</b>',
                "quotes": ["Sources"],
            },
        ],
    }


def test_decisions_outlast_a_reload_but_not_a_change_of_the_draft(opened: Open) -> None:
    page = opened(ships())
    page.press("j", "d")
    page.click(".reasons button")
    page.page.reload()
    assert page.text("#open-count") == "3"
    assert page.page.is_visible("#folded")
    other = report_on(TEXT + "More.", findings=[("error", "part-exceeds-whole", [at("7 ships", 1)])])
    path = Path(page.page.url.removeprefix("file://"))
    path.write_text(other.to_html(), encoding="utf-8", newline="")
    page.page.reload()
    assert page.text("#open-count") == "1"


def decided(*numbers: int, **more: object) -> Report:
    """The four findings, of which some are dismissed; these come last on the page."""
    made = (
        Decision(fingerprint=f"{number:016x}", why=f"Reason {number}", at="2025-06-01") for number in numbers
    )
    return ships(**more).without(Decisions().with_all(made))


def exported(page: Opened, tmp_path: Path) -> Decisions:
    """The decisions that the page writes, read as the program reads them."""
    with page.page.expect_download() as download:
        page.click("#export button")
    saved = tmp_path / "saved.json"
    download.value.save_as(saved)
    return Decisions.read(saved)


def test_the_page_starts_with_the_decisions_that_were_given(opened: Open, tmp_path: Path) -> None:
    page = opened(decided(1, 4))
    assert page.text("#shown") == "2 findings, 2 dismissed"
    assert page.text("#open-count") == "2"
    assert not page.page.is_visible("#f3")
    assert page.count("#text mark.error") == 4
    visited = []
    for _ in range(3):
        page.press("j")
        visited += page.selected
    assert visited == ["f1", "f2", "f1"]
    page.click("#folded summary")
    assert page.text("#f3 .message").startswith("Message 1 ")
    assert page.text("#f3 .decided") == "Dismissed 2025-06-01: Reason 1"
    assert page.text("#export-text") == "0 decisions made in this page"
    assert {one.fingerprint: (one.why, one.at) for one in exported(page, tmp_path).decisions} == {
        f"{1:016x}": ("Reason 1", "2025-06-01"),
        f"{4:016x}": ("Reason 4", "2025-06-01"),
    }
    page.click("#f3 .dismiss")
    assert page.selected == ["f3"]
    assert page.text("#shown") == "3 findings, 1 dismissed"
    assert page.run("[...document.querySelectorAll('#cards .card')].map(e => e.id)") == ["f1", "f2", "f3"]
    assert "".join(page.lit) == "7 ships9 sank"


def test_what_is_undone_stays_so_and_can_be_exported(opened: Open, tmp_path: Path) -> None:
    page = opened(decided(1))
    page.click("#folded summary")
    page.click("#f4 .dismiss")
    page.page.reload()
    assert page.text("#shown") == "4 findings"
    assert page.text("#export-text") == "1 decision made in this page"
    assert exported(page, tmp_path).decisions == ()


def test_decisions_made_in_the_page_are_kept_beside_those_that_were_given(
    opened: Open, tmp_path: Path
) -> None:
    page = opened(decided(1))
    page.click("#f1 .dismiss")
    page.click(".reasons button")
    made = exported(page, tmp_path)
    assert len(made.decisions) == 2
    path = Path(page.page.url.removeprefix("file://"))
    # The page is made anew with what was exported; then a decision is taken back outside of it.
    for report, left in ((decided(1), "2"), (ships().without(made), "2"), (decided(1), "3")):
        path.write_text(report.to_html(), encoding="utf-8", newline="")
        page.page.reload()
        assert page.text("#open-count") == left
    assert page.text("#export-text") == "0 decisions made in this page"


def test_sources_light_their_claims(opened: Open) -> None:
    page = opened(ships())
    page.click("#tab-sources")
    page.click("#voice-2 .place")
    lit = "[...document.querySelectorAll('#text .lit')].map(e => e.textContent).join('')"
    assert page.run(lit) == "Of the 7 ships, 9 sank"
    page.click("#voice-3 .light")
    assert page.run(lit) == "3 ships are to be raised"
    assert page.in_sight("#text .lit")
    page.click("#voice-3 .light")
    assert page.run(lit) == ""


def test_a_claim_in_the_text_leads_to_its_source(opened: Open) -> None:
    page = opened(ships())
    page.click("#text [data-c='1'] >> nth=0")
    assert page.page.is_visible("#panel-sources")
    assert page.in_sight("#voice-1 .place")
    page.click("#who")
    assert page.run("getComputedStyle(document.querySelector('#text [data-t]'), '::after').content") == "none"


def test_figures_are_found_in_the_text(opened: Open) -> None:
    page = opened(ships(unaccounted=("F5",)))
    page.click("#tab-coverage")
    page.click("#panel-coverage .told .place")
    assert page.run("document.querySelector('#text .lit').textContent") == "3"
    assert page.in_sight("#text .lit")


def test_on_a_phone_one_thing_at_a_time(opened: Open) -> None:
    page = opened(ships(), NARROW)
    assert page.page.is_visible("#f1")
    assert not page.page.is_visible("#text")
    page.click("#f2 .pick")
    assert page.page.is_visible("#text")
    assert page.in_sight("#text mark.on")
    assert page.text("#now .told").startswith("Error 2 Message 2")
    page.click("#now [data-act=next]")
    assert page.selected == ["f3"]
    page.click("#now .told")
    assert page.page.is_visible("#f3")
    assert page.in_sight("#f3")
    page.click("#tab-draft")
    page.click("#text mark[data-f='1 3']")
    assert page.page.is_visible("#now")


def test_on_a_phone_every_view_keeps_its_place(opened: Open) -> None:
    page = opened(ships(), NARROW)
    page.run("scrollTo(0, 400)")
    page.click("#tab-draft")
    assert page.run("scrollY") == 0
    page.run("scrollTo(0, 700)")
    page.click("#tab-findings")
    assert page.run("scrollY") == 400
    page.click("#tab-draft")
    assert page.run("scrollY") == 700


@pytest.mark.parametrize("width", [320, 390, 768, 899, 900, 1400])
def test_nothing_runs_out_of_the_window(opened: Open, width: int) -> None:
    text = f"A{'b' * 200}\n\n{TEXT}"
    report = report_on(
        text,
        findings=[("error", "x" * 60, [(0, 200)])],
        claims=[((0, 150), 0)],
        sources=["S" * 90],
        name="n" * 300,
    )
    page = opened(report, (width, 800))
    for tab in ("draft", "findings", "sources", "coverage"):
        if page.page.is_visible(f"#tab-{tab}"):
            page.click(f"#tab-{tab}")
        assert page.run("document.documentElement.scrollWidth") <= width, tab


def test_on_paper_everything_is_there(opened: Open) -> None:
    page = opened(ships(engine="model"))
    page.press("j", "d")
    page.click(".reasons button")
    page.page.emulate_media(media="print")
    page.run("dispatchEvent(new Event('beforeprint'))")
    for selector in ("#text", "#f1", "#f4", "#f4 .about p", "#panel-sources .told", "#panel-coverage table"):
        assert page.page.is_visible(selector), selector
    for selector in (".views", ".filters", ".dismiss", ".ruler", "#toast"):
        assert not page.page.is_visible(selector), selector
    lines = page.run(
        "['error', 'warning', 'notice'].map(name => getComputedStyle("
        "document.querySelector('#text mark.' + name)).textDecorationStyle)"
    )
    assert lines == ["solid", "wavy", "dotted"]
    colours = page.run("[...document.querySelectorAll('.sev')].map(e => getComputedStyle(e).color)")
    assert set(colours) == {"rgb(0, 0, 0)"}
    page.run("dispatchEvent(new Event('afterprint'))")
    assert page.run("document.querySelector('.about').open") is False


def test_motion_is_left_out_where_it_is_unwanted(opened: Open) -> None:
    page = opened(ships(), reduced_motion="reduce")
    page.click("#f2 .pick")
    before = page.run("scrollY")
    page.page.wait_for_timeout(300)
    assert before == page.run("scrollY") > 0
    assert page.run("getComputedStyle(document.querySelector('.card')).transitionDuration") == "0s"


def test_a_hostile_draft_does_nothing(opened: Open) -> None:
    report = report_on(
        HOSTILE,
        findings=[("error", "<img src=x onerror=pwned()>", [(0, 40), (50, 120)])],
        claims=[((3, 90), 0)],
        sources=["<script>window.pwned = 1</script>"],
        problems=("<img src=x onerror=\"window.pwned = 'note'\">",),
        name="</title><script>window.pwned = 'name'</script>",
    )
    page = opened(report)
    assert page.run("document.getElementById('text').textContent") == HOSTILE
    page.press("j", "d")
    page.page.fill(".why input", "<img src=x onerror=\"window.pwned = 'why'\">")
    page.press("Enter")
    for tab in ("sources", "coverage", "findings"):
        page.click(f"#tab-{tab}")
    page.page.wait_for_timeout(200)
    assert page.run("window.pwned") is None
    assert page.count("img, iframe, #text a, #text form, #text script") == 0


def test_what_the_page_does_not_bring_along_may_not_run(opened: Open) -> None:
    page = opened(ships())
    page.run(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.pwned = 1';
            document.body.append(script);
            document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.pwned = 2"><p style="color: red" id=red>');
        }"""
    )
    page.page.wait_for_timeout(200)
    assert page.run("window.pwned") is None
    assert page.run("getComputedStyle(document.getElementById('red')).color") != "rgb(255, 0, 0)"
    assert page.said
    assert all("Content Security Policy" in words or "Failed to load" in words for words in page.said)
    page.said.clear()


@pytest.mark.parametrize("text", ["", "\r\nOne.\r\n\r\n\tTwo\u2028three\r", "🚀" * 50, "a\u202eb\x85c\x0bd"])
def test_odd_drafts_are_shown_as_they_are(opened: Open, text: str) -> None:
    places = [(0, min(4, len(text)))]
    page = opened(report_on(text, findings=[("warning", "x", places)], claims=[(places[0], None)]))
    assert page.run("document.getElementById('text').textContent") == text
    page.press("j")
    assert page.selected == ["f1"]


def test_a_clean_draft_looks_clean(opened: Open) -> None:
    text = (Path(__file__).parents[1] / "drafts" / "clean-brewer.txt").read_text(encoding="utf-8")
    page = opened(verify(text, engine="offline", name="clean-brewer.txt"))
    assert page.text("#verdict") == "No contradictions found"
    assert page.page.title() == "No contradictions found · clean-brewer.txt"
    page.press("j", "d", "u", "Escape")
    page.click("#tab-sources")
    page.click("#text [data-c] >> nth=0")


def test_the_page_can_be_read_without_its_script(opened: Open) -> None:
    page = opened(ships(), java_script_enabled=False)
    for selector in ("#text", "#f1", "#f4", "#panel-sources", "#panel-coverage"):
        assert page.page.is_visible(selector), selector
    for selector in (".tabs", ".filters", ".dismiss", "#who"):
        assert not page.page.is_visible(selector), selector


def test_in_a_notebook_it_keeps_to_its_frame(browser: Browser, tmp_path: Path) -> None:
    fragment = ships()._repr_html_()
    file = tmp_path / "notebook.html"
    file.write_text(
        f"<!doctype html><body><h1>Notebook</h1><main><p>cell</p>{fragment}</main>", encoding="utf-8"
    )
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    inside = page.frame_locator("iframe")
    inside.locator("#f2 .pick").click()
    assert inside.locator(".card[aria-current=true]").get_attribute("id") == "f2"
    inside.locator("#f2 .dismiss").click()
    inside.locator(".reasons button").first.click()
    assert inside.locator("#open-count").inner_text() == "3"
    with page.expect_download() as download:
        inside.locator("#export button").click()
    assert download.value.suggested_filename == "draft.decisions.json"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontSize") == "32px"
    assert page.evaluate("document.documentElement.className") == ""
    page.close()
    assert said == []


def test_a_click_is_answered_at_once_with_five_hundred_claims(opened: Open) -> None:
    page = opened(long_report())
    assert page.count(".card") == 90
    session = page.page.context.new_cdp_session(page.page)
    # The time of the page's own thread: script, style, layout and paint, whatever else the machine does.
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")

    def answer(selector: str) -> float:
        before = busy()
        page.run(_ANSWER, selector)
        return busy() - before

    for selectors in (
        [f"#f{number} .pick" for number in (1, 90, 45, 2, 60)],
        [f"#text .ref[data-n='{number}']" for number in (80, 3, 50, 20, 10)],
        [".chip.notice"] * 5,
        ["#tab-sources", "#tab-coverage", "#tab-findings", "#tab-sources", "#tab-findings"],
        ["#voice-2 .light"] * 5,
        ["#who"] * 5,
    ):
        times = sorted(map(answer, selectors))
        assert times[len(times) // 2] <= 50, (selectors[0], times)


# A click, and the frame that shows what it did.
_ANSWER = """async (selector) => {
    document.querySelector(selector).click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}"""
