"""The README shows what the program prints. ``python tests/test_readme.py`` puts a changed report in."""

from __future__ import annotations

import re
from pathlib import Path

from verifier import verify
from verifier.findings import CODES
from verifier.report.text import plain

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.compile(
    r"<!-- the output of: verifier check (\S+) --engine offline -->\n```text\n(.*?)```", re.DOTALL
)
SECONDS = re.compile(r"[\d.]+ s$", re.MULTILINE)


def printed(name: str) -> str:
    text = (ROOT / name).read_bytes().decode()
    return plain(verify(text, engine="offline", name=name), text, width=80)


def test_the_report_shown_is_the_report_printed() -> None:
    shown = SHOWN.search(README)
    assert shown is not None
    name, report = shown.groups()
    assert SECONDS.sub("… s", report) == SECONDS.sub("… s", printed(name))


def test_every_file_and_code_it_names_exists() -> None:
    files = re.findall(r"(?:examples|tests|docs)/[\w./-]+\w|\]\(([\w./-]+)\)", README)
    assert [name for name in files if name and not (ROOT / name).exists()] == []
    assert set(re.findall(r"verifier explain ([a-z-]+)", README)) <= set(CODES)


if __name__ == "__main__":
    found = SHOWN.search(README)
    assert found is not None
    start, end = found.span(2)
    (ROOT / "README.md").write_text(README[:start] + printed(found[1]) + README[end:], encoding="utf-8")
