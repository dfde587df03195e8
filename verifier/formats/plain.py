"""Bytes → text: the characters of a file exactly as they stand in it.

Nothing is translated: line breaks stay as they are, so that offsets in the report count code points of
the file's own text. The one thing left out is a byte order mark at the very start, which says how the
file is encoded and is no part of its text.
"""

from __future__ import annotations

import codecs

from verifier.errors import InputError
from verifier.formats.model import Content

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


def read(data: bytes, name: str, declared: str | None = None) -> Content:
    r"""Turn a file's bytes into its text.

    Args:
        data: the file, whole.
        name: what to call it in an error.
        declared: the encoding that the file itself names, for where it is not UTF-8.

    Raises:
        InputError: the bytes are not text.

    >>> read("Café: £4m".encode(), "draft.txt")
    Content(text='Café: £4m', encoding='UTF-8', notes=())
    >>> read(b"Caf\xe9: \xa34m", "draft.txt").text
    'Café: £4m'
    """
    for mark, codec, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], codec, encoding, name)
    for signature, what in _DOCUMENTS:
        if data.startswith(signature):
            raise InputError(f"{name}: {what}, not plain text; {_SAVE_AS_TEXT}{_by_name(signature)}")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > _MOST_CONTROLS * len(data):
        raise InputError(f"{name}: binary data, not text; {_SAVE_AS_TEXT}")
    try:
        return Content(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        return _as_declared(data, declared) or _damaged(data, error) or _detected(data, name)


def _by_name(signature: bytes) -> str:
    """Endings choose the reader, so a Word file by another name is not read as one."""
    return ", or name it .docx if it is a Word file" if signature.startswith(b"PK") else ""


def _as_declared(data: bytes, declared: str | None) -> Content | None:
    try:
        # Pages that say Latin-1 are read as Windows-1252 by every browser (the WHATWG's encoding standard).
        codec = codecs.lookup(declared or "").name.replace("iso8859-1", "cp1252")
        return Content(data.decode(codec), codec)
    except (LookupError, UnicodeDecodeError):
        return None


def _marked(data: bytes, codec: str, encoding: str, name: str) -> Content:
    try:
        return Content(data.decode(codec), encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: it starts as {encoding} but byte {error.start} is not; {_SAVE_AS_TEXT}"
        ) from None


def _damaged(data: bytes, error: UnicodeDecodeError) -> Content | None:
    """UTF-8 in which a few bytes are broken: read the rest, and say so."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond_ascii = sum(1 for character in text if not character.isascii())
    # Where most of what is not ASCII fails, the file is no UTF-8: an older encoding fails nearly always.
    if broken > max(1, _MOST_DAMAGE * beyond_ascii) or broken == beyond_ascii:
        return None
    line = data.count(b"\n", 0, error.start) + 1
    many = f"{broken} places are" if broken > 1 else "one place is"
    return Content(
        text, "UTF-8", (f"{many} not valid UTF-8 (first in line {line}) and was read as “\ufffd”",)
    )


def _detected(data: bytes, name: str) -> Content:
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
    return Content(text, encoding, (note,))


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
