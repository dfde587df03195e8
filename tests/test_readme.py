"""The README shows what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

from verifier import verify
from verifier.findings import CODES
from verifier.report.text import plain

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.compile(r"<!-- the output of: verifier check (\S+) --engine offline -->\n```text\n(.*?)```", re.DOTALL)
SECONDS = re.compile(r"[\d.]+ s$", re.MULTILINE)


def test_the_report_shown_is_the_report_printed() -> None:
    shown = SHOWN.search(README)
    assert shown is not None
    name, report = shown.groups()
    text = (ROOT / name).read_bytes().decode()
    printed = plain(verify(text, engine="offline", name=name), text, width=80)
    assert SECONDS.sub("… s", report) == SECONDS.sub("… s", printed)


def test_every_file_and_code_it_names_exists() -> None:
    files = re.findall(r"(?:examples|tests|docs)/[\w./-]+\w|\]\(([\w./-]+)\)", README)
    assert [name for name in files if name and not (ROOT / name).exists()] == []
    assert set(re.findall(r"verifier explain ([a-z-]+)", README)) <= set(CODES)
