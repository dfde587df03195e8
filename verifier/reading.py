"""Files → text: the characters of a draft exactly as they stand in its file.

Nothing is translated: line breaks stay as they are, so that offsets in the report count code points of
the file's own text. The one thing left out is a byte order mark at the very start, which says how the
file is encoded and is no part of its text.
"""

from __future__ import annotations

import codecs
import os
import stat
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.draft import MAX_CHARACTERS
from verifier.errors import InputError

if TYPE_CHECKING:
    from typing import BinaryIO

STANDARD_INPUT = "-"

# No character takes more bytes than this in any encoding read here, so a larger file is a longer draft.
_MAX_BYTES = 4 * MAX_CHARACTERS

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_DOCUMENTS = (
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a rich text (RTF) file"),
)
_SAVE_AS_TEXT = "save it as plain text (UTF-8) and check that"

_TEXT_CONTROLS = b"\t\n\v\f\r"
_CONTROLS = bytes(set(range(32)) - set(_TEXT_CONTROLS))
_MOST_CONTROLS = 0.01
_MOST_DAMAGE = 0.1

# English copy has accents in a word or two, and curly quotes, dashes and currency signs everywhere. A
# detector that counts letters takes such a file for Central European as easily as for Western, and then
# reads "£4.2m" as "Ł4.2m".
_MOST_ACCENTS = 0.03


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read.

    Attributes:
        text: the draft.
        encoding: how its bytes were read.
        notes: what the reader of a report has to know about that; empty for plain UTF-8.
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def read(source: str) -> Reading:
    """Read a draft from a file, or from standard input for ``-``.

    Raises:
        InputError: there is no such file, it cannot be read, it holds no text, or too much of it.
    """
    if source == STANDARD_INPUT:
        return decode(_from_standard_input(), title(source))
    try:
        with open(source, "rb") as file:  # noqa: PTH123 - not everything that opens is a `Path` (/dev/fd/63)
            size = os.fstat(file.fileno())
            if stat.S_ISREG(size.st_mode) and size.st_size > _MAX_BYTES:
                raise _too_long(source)
            data = _bounded(file, source)
    except FileNotFoundError:
        raise InputError(f"{source}: no such file; check the name, or use '-' for standard input") from None
    except IsADirectoryError:
        raise InputError(f"{source}: a folder, not a file; name the drafts in it ({source}/*.txt)") from None
    except PermissionError:
        raise InputError(_permission(source)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{source!r}: cannot be read ({reason}); check the name and the disk") from None
    return decode(data, source)


def title(source: str) -> str:
    """How a draft is spoken of where its name is wanted."""
    return "standard input" if source == STANDARD_INPUT else source


def decode(data: bytes, name: str) -> Reading:
    r"""Turn a file's bytes into its text.

    Args:
        data: the file, whole.
        name: what to call it in an error.

    Raises:
        InputError: the bytes are not text, are blank, or hold more than `MAX_CHARACTERS`.

    >>> decode("Café: £4m".encode(), "draft.txt")
    Reading(text='Café: £4m', encoding='UTF-8', notes=())
    >>> decode(b"Caf\xe9: \xa34m", "draft.txt").text
    'Café: £4m'
    """
    reading = _decoded(data, name)
    if not reading.text.strip():
        what = "blank" if reading.text else "empty"
        raise InputError(f"{name}: nothing to check, it is {what}; is it the right file?")
    if len(reading.text) > MAX_CHARACTERS:
        raise _too_long(name)
    return reading


def _decoded(data: bytes, name: str) -> Reading:
    for mark, codec, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], codec, encoding, name)
    for signature, what in _DOCUMENTS:
        if data.startswith(signature):
            raise InputError(f"{name}: {what}, not plain text; {_SAVE_AS_TEXT}")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > _MOST_CONTROLS * len(data):
        raise InputError(f"{name}: binary data, not text; {_SAVE_AS_TEXT}")
    try:
        return Reading(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        return _damaged(data, error) or _detected(data, name)


def _marked(data: bytes, codec: str, encoding: str, name: str) -> Reading:
    try:
        return Reading(data.decode(codec), encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: it starts as {encoding} but byte {error.start} is not; {_SAVE_AS_TEXT}"
        ) from None


def _damaged(data: bytes, error: UnicodeDecodeError) -> Reading | None:
    """UTF-8 in which a few bytes are broken: read the rest, and say so."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond_ascii = sum(1 for character in text if not character.isascii())
    # Where most of what is not ASCII fails, the file is no UTF-8: an older encoding fails nearly always.
    if broken > max(1, _MOST_DAMAGE * beyond_ascii) or broken == beyond_ascii:
        return None
    line = data.count(b"\n", 0, error.start) + 1
    many = f"{broken} places are" if broken > 1 else "one place is"
    return Reading(
        text, "UTF-8", (f"{many} not valid UTF-8 (first in line {line}) and was read as “\ufffd”",)
    )


def _detected(data: bytes, name: str) -> Reading:
    text, encoding = _windows_1252(data), "Windows-1252"
    if text is None:
        # Loaded only here: nearly every draft is UTF-8, and the library takes 0.05 s to import.
        from charset_normalizer import from_bytes  # noqa: PLC0415

        best = from_bytes(data).best()
        if best is None:
            raise InputError(f"{name}: not UTF-8, and no other encoding fits; {_SAVE_AS_TEXT}")
        text, encoding = str(best), best.encoding
        if encoding.startswith("mac_"):
            # Mac encodings differ in their rare letters; the Western one is the one in use.
            text, encoding = data.decode("mac_roman"), "Mac Roman"
    note = (
        f"not UTF-8: read as {encoding}, which is a guess; save the draft as UTF-8 if characters look wrong"
    )
    return Reading(text, encoding, (note,))


def _windows_1252(data: bytes) -> str | None:
    """The text in the encoding of Western Windows, if it reads like English copy in it."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    letters = [character for character in text if character.isalpha()]
    accented = [character for character in letters if not character.isascii()]
    # In Mac Roman the curly quotes are these capitals: "wouldnÕt".
    if sum(1 for character in accented if character in "ÒÓÔÕÐÑ") > len(accented) / 2:
        return None
    return text if len(accented) <= max(1, _MOST_ACCENTS * len(letters)) else None


def _from_standard_input() -> bytes:
    name = title(STANDARD_INPUT)
    if sys.stdin is None or sys.stdin.closed:
        raise InputError(f"{name}: closed; name a file, or pipe the draft in")
    try:
        return _bounded(sys.stdin.buffer, name)
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}); name a file instead") from None


def _bounded(file: BinaryIO, name: str) -> bytes:
    """Read all, but never much more than is allowed: a pipe may have no end."""
    data = file.read(_MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        raise _too_long(name)
    return data


def _too_long(name: str) -> InputError:
    return InputError(
        f"{name}: longer than {MAX_CHARACTERS:,} characters, the most that is checked at once; "
        "split it, and check the parts"
    )


def _permission(source: str) -> str:
    # Some systems refuse to open a folder instead of saying that it is one.
    if os.path.isdir(source):  # noqa: PTH112 - as above
        return f"{source}: a folder, not a file; name the drafts in it ({source}/*.txt)"
    return f"{source}: no permission to read it; ask its owner, or check a copy"
