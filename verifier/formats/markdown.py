"""Markdown → text: the words without the marks, with the place of every character in the file.

pyromark (pulldown-cmark) says for every piece of text where it stands. The pieces are put together as HTML,
so that raw HTML in the draft, hidden parts and all, means here what it means there; the two ways back are
then one.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import pyromark

from verifier.errors import InputError
from verifier.formats import plain
from verifier.formats.html import flow_of
from verifier.formats.model import Content, Piece, SourceMap, left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyromark.event import Range

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
_ELEMENTS = {
    "Paragraph": "p",
    "Heading": "h2",
    "BlockQuote": "blockquote",
    "List": "ul",
    "Item": "li",
    "Table": "table",
    "TableHead": "tr",
    "TableRow": "tr",
    "TableCell": "td",
    "Strikethrough": "del",
}
_LEFT_OUT = {
    "CodeBlock": "code blocks",
    "FootnoteDefinition": "footnotes",
    "Image": "",
    "MetadataBlock": "",
}

# A draft of a million characters has some 30,000 marks, which make some 50,000 events, and nobody nests lists
# this deeply.
_MARKS = "*_`[]<>&|~!"
_MOST_MARKS = 150_000
_MOST_EVENTS = 150_000
_DEEPEST = 100

_BACKTICKS = re.compile(r"`+ ?")


def read(data: bytes, name: str) -> Content:
    """The draft in a Markdown file; see `verifier.formats.Format`."""
    source = plain.read(data, name)
    if sum(source.text.count(mark) for mark in _MARKS) > _MOST_MARKS:
        raise _refused(name)
    page = _Page()
    for event, start, end in _events(source.text, name):
        page.add(event, source.text, start, end)
    flow = flow_of("".join(page.parts), name)
    notes = (*source.notes, *left_out((flow.left_out | page.left_out) - {""}))
    way_back = flow.map.through(SourceMap(tuple(page.pieces)))
    return Content(flow.text, source.encoding, notes, way_back, source.text)


class _Page:
    """A page of HTML that grows event by event."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.left_out: set[str] = set()
        self._length = 0
        self._skipping = 0

    def add(self, event: object, source: str, start: int, end: int) -> None:
        """Add what an event stands for, which the source has at ``[start, end)``."""
        kind, value = _told(event)
        if kind in ("Start", "End"):
            tag, _ = _told(value)
            self._tag(tag, opens=kind == "Start")
        elif self._skipping:
            return
        elif kind == "Text":
            self._text(str(value), source, start, end)
        elif kind == "Code":
            # Its place includes the backticks, and a space that they may have.
            left = _BACKTICKS.match(source, start)
            inner = _on_one_line(source[start:end]).find(str(value))
            if left and inner >= 0:
                start, end = start + inner, start + inner + len(str(value))
            self._text(str(value), source, start, end)
        elif kind in ("Html", "InlineHtml"):
            self._put(str(value), start, end)
        elif kind == "SoftBreak":
            self._put("\n", start, end)
        elif kind == "HardBreak":
            self._put("<br>", None, None)
        elif kind == "Rule":
            self._put("<hr>", None, None)

    def _tag(self, tag: str, *, opens: bool) -> None:
        if tag in _LEFT_OUT:
            self._skipping += 1 if opens else -1
            self.left_out.add(_LEFT_OUT[tag])
        elif tag in _ELEMENTS and not self._skipping:
            self._put(f"<{'' if opens else '/'}{_ELEMENTS[tag]}>", None, None)

    def _text(self, text: str, source: str, start: int, end: int) -> None:
        # Its place may reach further than the text does: over the line break behind a stroke, for one.
        if _on_one_line(source[start : min(end, start + len(text))]) != _on_one_line(text):
            self._put(escape(text, quote=False), start, end)
            return
        for character in re.split(r"([&<>])", text):
            length = len(character)
            self._put(escape(character, quote=False), start, start + length)
            start += length

    def _put(self, html: str, start: int | None, end: int | None) -> None:
        if start is not None and end is not None and start < end:
            self.pieces.append(Piece(self._length, self._length + len(html), start, end))
        self.parts.append(html)
        self._length += len(html)


def _on_one_line(text: str) -> str:
    """A line break in code is read as a blank; both are one character."""
    return text.replace("\n", " ")


def _told(event: object) -> tuple[str, object]:
    """An event's kind and value: a mapping of one, or a bare word."""
    if isinstance(event, dict):
        return next(iter(event.items()))
    return str(event), None


def _events(source: str, name: str) -> Iterator[tuple[object, int, int]]:
    """The events of a Markdown text and the code points ``[start, end)`` where they stand."""
    offsets = _Offsets(source)
    depth = 0
    for number, (event, place) in enumerate(pyromark.events_with_range(source, options=_OPTIONS)):
        kind, _ = _told(event)
        depth += {"Start": 1, "End": -1}.get(kind, 0)
        if depth > _DEEPEST:
            raise InputError(
                f"{name}: nested more than {_DEEPEST} deep; save its text as plain text and check that"
            )
        if number == _MOST_EVENTS:
            raise _refused(name)
        if kind in ("Start", "End"):
            yield event, 0, 0
        else:
            yield event, *offsets.of(place)


def _refused(name: str) -> InputError:
    return InputError(f"{name}: too much markup; save its text as plain text and check that")


class _Offsets:
    """From bytes of UTF-8 to code points, for places that mostly follow each other."""

    def __init__(self, source: str) -> None:
        self._data = b"" if source.isascii() else source.encode("utf-8")
        self._bytes = self._points = 0

    def of(self, place: Range) -> tuple[int, int]:
        """The code points of a place."""
        return self._point(place["start"]), self._point(place["end"])

    def _point(self, offset: int) -> int:
        if not self._data:
            return offset
        if offset < self._bytes:
            self._bytes = self._points = 0
        self._points += len(self._data[self._bytes : offset].decode("utf-8"))
        self._bytes = offset
        return self._points
