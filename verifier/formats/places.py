"""Where the characters of a text of HTML stand: entities, line breaks and ignored tags, walked through."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What the standard library's `html.unescape` takes for a character reference.
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
# A comment, or a tag that the parser ignored (the end of what was never opened).
_IGNORED = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))|<[/a-zA-Z!?][^>]*>", re.DOTALL)
_PLAIN = re.compile(r"[^&<\r\0]+")

Placed = tuple[str, int | None, int | None]


def places(source: str, text: str, start: int | None) -> Iterator[Placed]:
    """The text in pieces, each with the stretch ``[start, end)`` of the source that it was read from.

    Args:
        source: the HTML.
        text: what the parser made of a stretch of it.
        start: where that stretch begins.

    Yields:
        Pieces that are the source's own characters, or that stand for a stretch of it as a whole. Where the
        parser put a text together from places that do not follow each other, the rest comes without a place.
    """
    at, done = start, 0
    while at is not None and done < len(text) and at < len(source):
        found = _next(source, at, text, done)
        if found is None:
            break
        piece, end = found
        if piece:
            yield piece, at, end
        done += len(piece)
        at = end
    if done < len(text):
        yield text[done:], None, None


def _next(source: str, at: int, text: str, done: int) -> tuple[str, int] | None:
    """What the source's next characters are in the text (perhaps nothing), and where they end."""
    plain = _PLAIN.match(source, at)
    if plain:
        length = min(plain.end() - at, len(text) - done)
        if source[at : at + length] == text[done : done + length]:
            return text[done : done + length], at + length
        # A line break right after a start tag is dropped.
        return ("", at + 1) if source[at] == "\n" else None
    if source[at] == "&":
        return _reference(source, at, text, done)
    if source[at] == "<":
        ignored = _IGNORED.match(source, at)
        if ignored:
            return "", ignored.end()
        return ("<", at + 1) if text[done] == "<" else None
    if source[at] == "\r":
        end = at + 2 if source.startswith("\r\n", at) else at + 1
        return ("\n", end) if text[done] == "\n" else ("", end)
    return "", at + 1  # a NUL, which is dropped


def _reference(source: str, at: int, text: str, done: int) -> tuple[str, int] | None:
    match = _REFERENCE.match(source, at)
    read = html.unescape(match[0]) if match else "&"
    if text.startswith(read, done) and read:
        return read, match.end() if match else at + 1
    return ("&", at + 1) if text[done] == "&" else None
