"""Writes docs/codes.md, every code that a finding can carry: ``python docs/codes.py``."""

from __future__ import annotations

from pathlib import Path

from verifier.explain import explained
from verifier.findings import CODES

PAGE = Path(__file__).with_name("codes.md")

_TOP = """\
# The codes of findings

<!-- written by: python docs/codes.py -->

Every finding carries one of these codes. They are never renamed, so that settings, scripts and decisions can
rely on them. `verifier explain CODE` prints the same. [What to do with errors, warnings and
notices](editors.md#errors-warnings-notices); [how to leave codes out](developers.md#settings).

| code | gravest | |
|---|---|---|
"""


def page() -> str:
    """The page, in Markdown."""
    rows = "".join(
        f"| [{code.name}](#{code.name}) | {code.severity} | {_words(code.meaning)} |\n"
        for code in CODES.values()
    )
    return _TOP + rows + "".join(map(_entry, CODES))


def _entry(name: str) -> str:
    """What `verifier explain` says of a code: a heading, its meaning, a paragraph for each section."""
    heading, meaning, *sections = explained(name).strip().split("\n\n")
    severity = heading.removeprefix(f"{name} (").removesuffix(")")
    parts = [f"## {name}", f"*{severity.capitalize()}.* {_words(meaning)}"]
    for section in sections:
        title, _, body = section.partition("\n")
        parts.append(f"**{title}:** {_words(body)}")
    return "\n" + "\n\n".join(parts) + "\n"


def _words(text: str) -> str:
    """Lines joined, and nothing in them that Markdown would read as more than words."""
    joined = " ".join(text.split())
    return "".join(f"\\{letter}" if letter in r"\`*_[]<>|" else letter for letter in joined)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
