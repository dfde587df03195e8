"""A report as one line of JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.report.model import Report

# Line breaks to some readers of lines, though not to JSON, which writes the others as escapes anyway.
_BREAKS = {ord(character): f"\\u{ord(character):04x}" for character in "\x85\u2028\u2029"}


def json_line(report: Report) -> str:
    """The report's JSON in one line, whatever counts as a line break, and the break that ends it."""
    return f"{report.model_dump_json().translate(_BREAKS)}\n"
