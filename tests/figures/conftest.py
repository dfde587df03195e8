"""Reading a text in which the expected figures are marked: ``"about [500] people"``."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from verifier.figures import Figure, Scan, scan

Marked = Callable[[str], list[Figure]]


def unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its brackets, and the code points that they held."""
    plain, spans, start = "", [], 0
    for part in re.split(r"([\[\]])", text):
        if part == "[":
            start = len(plain)
        elif part == "]":
            spans.append((start, len(plain)))
        else:
            plain += part
    return plain, spans


@pytest.fixture
def marked() -> Marked:
    """Scan a marked text: the figures, after checking that exactly the marked stretches were found."""

    def read(text: str) -> list[Figure]:
        plain, spans = unmark(text)
        found = scan(plain)
        assert [(one.span.start, one.span.end) for one in found.figures] == spans, _show(plain, found)
        return list(found.figures)

    return read


def _show(text: str, found: Scan) -> str:
    quotes = [one.span.quote for one in found.figures]
    kept = [(one.span.quote, one.reason) for one in found.kept_out]
    return f"{text!r}: found {quotes}, kept out {kept}"


@pytest.fixture
def reasons() -> Callable[[str], list[str]]:
    """Why a text without figures keeps out what it holds, in order."""

    def read(text: str) -> list[str]:
        found = scan(text)
        assert found.figures == (), _show(text, found)
        return [one.reason for one in found.kept_out]

    return read
