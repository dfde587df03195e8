"""Makes the pictures in docs/images from what the program prints: ``python docs/pictures.py``.

The page is shown by Chromium, for which it needs the extra `pictures` and a Chromium (apt-get install
chromium, or one named in CHROMIUM). ``python docs/pictures.py terminal`` needs neither, and draws the
terminal alone.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import TerminalTheme

from verifier import Report, verify
from verifier.report.text import rendered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
DRAFT = "examples/harbour-ferries.txt"
COMMAND = f"verifier check {DRAFT}"

WIDE, NARROW = (1400, 900), (390, 844)
_COLUMNS = 88
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = ["--no-sandbox", "--disable-gpu"]
# A font that a page fetches is a request to somebody else's server: the reader's own will do.
_FETCHED_FONTS = re.compile(r"@font-face \{\{.*?\}\}\n", re.DOTALL)
# Dark enough on white to be read: at least 4.5 to 1.
_PAPER = TerminalTheme(
    (255, 255, 255),
    (31, 35, 40),
    [
        (31, 35, 40),  # black, red, green, yellow, blue, magenta, cyan, white
        (180, 0, 20),
        (0, 110, 40),
        (130, 85, 0),
        (0, 80, 190),
        (130, 30, 140),
        (0, 105, 120),
        (90, 96, 104),
    ],
)


def report() -> tuple[Report, str]:
    """The report that is shown, and its draft."""
    text = (ROOT / DRAFT).read_text(encoding="utf-8")
    return verify(text, engine="offline", name=DRAFT), text


def terminal() -> str:
    """The report on a terminal, as SVG."""
    console = Console(record=True, width=_COLUMNS, file=io.StringIO(), force_terminal=True, highlight=False)
    console.print(rendered(*report()))
    form = _FETCHED_FONTS.sub("", CONSOLE_SVG_FORMAT).replace("Fira Code, monospace", "monospace")
    form = form.replace("rgba(255,255,255,0.35)", "#d0d7de")
    return console.export_svg(title=COMMAND, theme=_PAPER, code_format=form, unique_id="report")


def first_look(page: Any) -> None:  # noqa: ANN401 - Playwright's page, which need not be installed
    """The page as it opens, with its first finding chosen."""
    page.keyboard.press("j")


def dismissing(page: Any) -> None:  # noqa: ANN401 - as above
    """The third finding, as it is being dismissed."""
    for key in "jjjd":
        page.keyboard.press(key)
    page.keyboard.type("ten more are on trial")


def who_says_what(page: Any) -> None:  # noqa: ANN401 - as above
    """The sources."""
    page.click("#tab-sources")


def draft(page: Any) -> None:  # noqa: ANN401 - as above
    """On a phone, the draft, which stands behind a tab of its own."""
    page.click("#tab-draft")


def as_it_opens(page: Any) -> None:  # noqa: ANN401 - as above
    """The page as it is."""
    del page


PAGES: dict[str, tuple[tuple[int, int], Callable[[Any], None]]] = {
    "page": (WIDE, first_look),
    "dismissing": (WIDE, dismissing),
    "sources": (WIDE, who_says_what),
    "phone": (NARROW, as_it_opens),
    "phone-draft": (NARROW, draft),
}


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the terminal is drawn without it

    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _BROWSERS)), None)
    if chromium is None:
        sys.exit("no Chromium found: apt-get install chromium, or name one in CHROMIUM")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        yield browser
        browser.close()


def _save(png: bytes, file: Path) -> None:
    """Write a picture with as many colours as the eye tells apart here, which is a third of the bytes."""
    from PIL import Image  # noqa: PLC0415 - as above

    with Image.open(io.BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        few.save(file, optimize=True)


def pages() -> None:
    """Write a picture of the page for each of `PAGES`."""
    made, _ = report()
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        file = Path(folder) / "report.html"
        file.write_text(made.to_html(), encoding="utf-8", newline="")
        for name, ((width, height), act) in PAGES.items():
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme="light", reduced_motion="reduce"
            )
            page.goto(file.as_uri())
            act(page)
            page.wait_for_timeout(500)
            _save(page.screenshot(), IMAGES / f"{name}.png")
            page.close()


if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    (IMAGES / "terminal.svg").write_text(terminal(), encoding="utf-8")
    if sys.argv[1:] != ["terminal"]:
        pages()
