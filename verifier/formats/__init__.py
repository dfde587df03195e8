"""Files → text: which reader reads a draft, and how its text leads back to the file.

    ending        reader          the text is
    .docx         word.py         what Word shows in the body, with tracked changes accepted
    .md           markdown.py     what is left of it without the marks
    .html         html.py         what a browser shows
    anything else plain.py        the file's own characters, as they stand

The ending chooses, and the content has to agree: a zip that is called .txt is refused, and so is a .docx
that is none. What cannot be read (a PDF, an old Word file) is refused in one line that says what to do.
The readers, and the libraries that they need, are loaded when a file of their kind comes.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, cast

from verifier.draft import MAX_CHARACTERS
from verifier.errors import InputError

if TYPE_CHECKING:
    from verifier.formats.model import Content

_READERS = {
    ".docx": "word",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_AS_WORD = "save it as .docx or as plain text, and check that"
_UNREADABLE = {
    ".pdf": ("a PDF, which says how pages look and not what the text is", "copy its text to a file"),
    ".doc": ("an old Word file", _AS_WORD),
    ".docm": ("a Word file with macros", _AS_WORD),
    ".dot": ("an old Word template", _AS_WORD),
    ".dotx": ("a Word template", _AS_WORD),
    ".rtf": ("a rich text (RTF) file", _AS_WORD),
    ".odt": ("an OpenDocument file", _AS_WORD),
    ".pages": ("a Pages file", "export it as .docx or as plain text, and check that"),
    ".epub": ("an e-book", "save its text as .html or .txt, and check that"),
}

# No character takes more bytes than this in any encoding read here, so a larger file is a longer draft.
_MOST_BYTES_OF_TEXT = 4 * MAX_CHARACTERS
# Photographs make most of a Word file's size.
_MOST_BYTES_OF_WORD = 50_000_000


class Format(Protocol):
    """What a module of this package does for its kind of file."""

    def read(self, data: bytes, name: str) -> Content:
        """The draft in a file's bytes.

        Args:
            data: the file, whole.
            name: what to call it in an error.

        Raises:
            InputError: it is no file of this kind, is damaged, or is more than is read.
        """
        ...


def format_of(name: str) -> Format:
    """The reader for a file of that name.

    Raises:
        InputError: files of this kind cannot be read.
    """
    ending = _ending(name)
    if ending in _UNREADABLE:
        what, advice = _UNREADABLE[ending]
        raise InputError(f"{name}: {what}; {advice}")
    return cast("Format", import_module(f"{__name__}.{_READERS.get(ending, 'plain')}"))


def most_bytes(name: str) -> int:
    """The largest file of that name which is read."""
    return _MOST_BYTES_OF_WORD if _ending(name) == ".docx" else _MOST_BYTES_OF_TEXT


def _ending(name: str) -> str:
    return PurePath(name).suffix.lower()
