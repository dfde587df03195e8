"""What axe-core finds, in every state of the page, and what it cannot see: names, order, announcements."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

import pytest
from browser.conftest import NARROW, WIDE
from browser.test_page import decided, ships
from pages import report_on

from verifier import verify

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.conftest import Opened

    Open = Callable[..., Opened]

_RULES = """async () => {
    const found = await axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return found.violations.flatMap((rule) =>
        rule.nodes.map((node) => `${rule.id} (${rule.impact}): ${node.target} ${node.failureSummary}`));
}"""


SEVERITIES = ("error", "warning", "notice")


def violations(page: Opened) -> list[str]:
    axe = pytest.importorskip(
        "axe_playwright_python", reason="axe-core comes with the extra: pip install 'verifier[browser]'"
    )
    page.run((resources.files(axe) / "axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.run(_RULES)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_every_view_passes(opened: Open, size: tuple[int, int], scheme: str) -> None:
    page = opened(
        ships(engine="model", complete=False, problems=("claims: S1 not read",), unaccounted=("F5",)),
        size,
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    assert violations(page) == []
    if size == NARROW:
        page.click("#tab-draft")
        page.click("#text mark[data-f='1 3']")
        assert violations(page) == []
    page.click("#tab-sources")
    assert violations(page) == []
    page.click("#tab-coverage")
    page.click(".readings summary")
    assert violations(page) == []
    page.click("#tab-findings")
    page.click("#f3 .dismiss")
    page.press("Enter")
    assert violations(page) == []
    page.click(".reasons button")
    page.click("#folded summary")
    page.click(".chip.error")
    assert violations(page) == []
    page.press("?")
    assert violations(page) == []


def test_decisions_that_were_given_pass(opened: Open) -> None:
    page = opened(decided(1, 4), reduced_motion="reduce")
    page.click("#folded summary")
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_colours_of_sources_can_be_read(opened: Open, scheme: str) -> None:
    text = "".join(f"Claim number {number}. " for number in range(10))
    claims = [((15 * number + 2 * (number > 9), 15 * number + 14), number) for number in range(10)]
    findings = [(severity, "x", [claims[at][0], claims[at + 3][0]]) for at, severity in enumerate(SEVERITIES)]
    report = report_on(text, findings=findings, claims=claims, sources=[f"Speaker {n}" for n in range(10)])
    page = opened(report, color_scheme=scheme, reduced_motion="reduce")
    assert violations(page) == []
    page.press("j")
    assert violations(page) == []
    page.click("#tab-sources")
    page.click("#voice-2 .light")
    assert violations(page) == []


@pytest.mark.parametrize("text", ["", "Sales rose 50% to £300m from £200m, the company said."])
def test_empty_states_pass(opened: Open, text: str) -> None:
    page = opened(verify(text, engine="offline"))
    assert violations(page) == []
    page.click("#tab-sources")
    assert violations(page) == []


def test_no_finding_is_told_by_colour_alone(opened: Open) -> None:
    page = opened(ships())
    styles = page.run(
        "['error', 'warning', 'notice'].map(name => getComputedStyle("
        "document.querySelector('#text mark.' + name)).textDecorationStyle)"
    )
    assert styles == ["solid", "wavy", "dotted"]
    assert page.run("[...document.querySelectorAll('#text .ref')].map(e => e.ariaLabel)")[0] == (
        "error 1, part-exceeds-whole"
    )
    assert page.text("#f4 .sev") == "Notice 4"


def test_the_tab_key_goes_from_the_top_through_the_draft_to_the_findings(opened: Open) -> None:
    page = opened(ships())
    stops = []
    for _ in range(12):
        page.press("Tab")
        stops.append(
            page.run(
                "(e => (e.closest('[id]')?.id || '-') + ' ' + (e.className || e.localName))(document.activeElement)"
            )
        )
    assert stops[0] == "- skip"
    assert stops[1] == "tab-findings tab"
    draft = [stop for stop in stops if stop.startswith("text ")]
    assert len(draft) == 1, "the draft is one stop, whatever the number of its marks"
    assert stops.index(draft[0]) < stops.index("f1-title pick")


def test_the_skip_link_goes_to_the_findings(opened: Open) -> None:
    page = opened(ships())
    page.press("Tab", "Enter")
    assert page.focused == "panel-findings"


def test_what_changes_is_announced(opened: Open) -> None:
    page = opened(ships())
    assert page.page.get_attribute("#shown", "role") == page.page.get_attribute("#said", "role") == "status"
    page.press("j", "d")
    assert page.run("document.activeElement.name") == "why"
    page.press("Escape")
    assert page.focused == "f1"


def test_a_report_without_claims_or_figures_passes(opened: Open) -> None:
    page = opened(report_on("Nothing to check here.", name=None))
    page.click("#tab-coverage")
    assert violations(page) == []
