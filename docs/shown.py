"""Puts what the program says into the pages that show it: ``python docs/shown.py``.

A page shows it in a block of text under a comment that says what it is of.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
from pathlib import Path
from unittest import mock

import docx

from verifier import read_draft, verify
from verifier.cli import main

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]

SHOWN = re.compile(
    r"<!-- the (?P<what>output of: verifier|first Word comment on:) (?P<rest>.+?) -->\n"
    r"```text\n(?P<text>.*?)```",
    re.DOTALL,
)


def printed(what: str, rest: str) -> str:
    """What the program says where a page shows it."""
    if what.startswith("first"):
        return _first_comment(ROOT / rest)
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    environment = {"COLUMNS": "80", "NO_COLOR": "1"}
    with mock.patch.dict(os.environ, environment), contextlib.redirect_stdout(out), contextlib.chdir(ROOT):
        status = main(shlex.split(rest))
    if status not in (0, 1):
        raise RuntimeError(f"verifier {rest}: exit status {status}")
    out.seek(0)
    return out.read()


def _first_comment(draft: Path) -> str:
    """The first comment in a Word file with the paragraphs of a draft, as python-docx reads it."""
    document = docx.Document()
    for paragraph in draft.read_text(encoding="utf-8").split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(file := io.BytesIO())
    read = read_draft(file.getvalue(), name="draft.docx")
    reviewed = read.reviewed(verify(read.text, engine="offline"))
    return next(iter(docx.Document(io.BytesIO(reviewed)).comments)).text + "\n"


def written(page: str) -> str:
    """A page with everything that the program says put in anew."""

    def anew(shown: re.Match[str]) -> str:
        start = shown.start("text") - shown.start()
        return shown[0][:start] + printed(shown["what"], shown["rest"]) + "```"

    return SHOWN.sub(anew, page)


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(written(page.read_text(encoding="utf-8")), encoding="utf-8")
