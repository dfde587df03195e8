"""A real browser for the page. Without one, or without the extra `browser`, these tests are skipped."""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from verifier import Report

WIDE, NARROW = (1400, 900), (390, 844)

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, with a fresh profile; for one module, because it holds on to the thread's event loop."""
    reason = "the page is tried in a browser only where there is one: "
    playwright = pytest.importorskip(
        "playwright.sync_api", reason=reason + "pip install 'verifier[browser]' for Playwright"
    )
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if chromium is None:
        pytest.skip(reason + "no Chromium found; apt-get install chromium, or name one in CHROMIUM")
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        yield launched
        launched.close()


_NEXT_FRAME = "() => new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)))"
_AT_REST = """async () => {
    const frame = () => new Promise(next => requestAnimationFrame(next));
    const places = () => [...document.querySelectorAll("*")].map(one => one.scrollTop).join();
    for (let last = null, still = 0; still < 3; ) {
        await frame();
        const now = places();
        still = now === last ? still + 1 : 0;
        last = now;
    }
}"""


@dataclass
class Opened:
    """A page in the browser, and what it complained of."""

    page: Page
    said: list[str] = field(default_factory=list)

    def click(self, selector: str) -> None:
        """Click where the page has come to rest: what still scrolls is missed, as by a person."""
        self.page.evaluate(_AT_REST)
        self.page.click(selector)
        self.page.evaluate(_NEXT_FRAME)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def count(self, selector: str) -> int:
        found: int = self.page.locator(selector).count()
        return found

    def text(self, selector: str) -> str:
        return " ".join(self.page.inner_text(selector).split())

    def run(self, script: str, argument: object = None) -> Any:
        return self.page.evaluate(script, argument)

    @property
    def selected(self) -> list[str]:
        """Which cards are marked as selected."""
        found: list[str] = self.run(
            "[...document.querySelectorAll('.card[aria-current=true]')].map(e => e.id)"
        )
        return found

    @property
    def lit(self) -> list[str]:
        """The words of the draft that are lit."""
        found: list[str] = self.run("[...document.querySelectorAll('#text mark.on')].map(e => e.textContent)")
        return found

    @property
    def focused(self) -> str:
        """The id of the element that has the focus, or else its name."""
        found: str = self.run("document.activeElement.id || document.activeElement.localName")
        return found

    def in_sight(self, selector: str) -> bool:
        """Whether an element has come to rest within the window."""
        rest = """(selector) => {
            const box = document.querySelector(selector).getBoundingClientRect();
            const still = window.lastTop === box.top;
            window.lastTop = box.top;
            return still && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
        }"""
        for _ in range(30):
            if self.run(rest, selector):
                return True
            self.page.wait_for_timeout(100)
        return False


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens the page of a report, in a context of its own; whatever the page complains of fails the test."""
    contexts: list[Any] = []
    pages: list[Opened] = []

    def open_it(report: Report, size: tuple[int, int] = WIDE, **settings: Any) -> Opened:
        file = tmp_path / "report.html"
        file.write_text(report.to_html(), encoding="utf-8", newline="")
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **settings)
        contexts.append(context)
        one = Opened(context.new_page())
        pages.append(one)
        one.page.on("console", lambda message: one.said.append(f"{message.type}: {message.text}"))
        one.page.on("pageerror", lambda error: one.said.append(f"error: {error}"))
        one.page.on("dialog", lambda dialog: one.said.append(f"dialog: {dialog.message}"))
        one.page.goto(file.as_uri())
        return one

    yield open_it
    complaints = [words for page in pages for words in page.said]
    for context in contexts:
        with contextlib.suppress(Exception):
            context.close()
    assert complaints == []
