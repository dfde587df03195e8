"""The zip that a Word file is: looked at before anything is unpacked, and packed anew for the library.

What is refused here, a library would unpack and parse: archives that grow a thousandfold, XML with a DTD
(entities that multiply, or name other files), and sizes that are not what the archive says.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from verifier.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

# A Word file of a million characters has some 15 MB of XML in 30 parts; photographs hardly compress.
_MOST_MEMBERS = 2_000
_MOST_BYTES = 100_000_000
_MOST_BYTES_OF_XML = 24_000_000
_MOST_BYTES_OF_A_PART = 16_000_000
_MOST_MARKUP = 800_000
"""Tags and attributes in all XML together: each takes some 100 bytes of memory once it is parsed."""
_MOST_GROWTH = 200
"""How much XML may grow when it is unpacked, beyond a size that does no harm; Word's own grows 10 to 40."""
_HARMLESS = 1_000_000

_XML = (".xml", ".rels")
_CONTENT_TYPES, _WORD_PARTS = "[Content_Types].xml", "word/"
_DOCTYPE = "<!DOCTYPE"
_ENCODING = re.compile(r"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([^\"']{0,40})")
_UNICODE = ("utf-8", "utf8", "utf-16", "utf16", "us-ascii", "ascii")
_SAVE_AGAIN = "open it in Word, save it as .docx and check that"


def repacked(data: bytes, name: str, *, whole: bool) -> bytes:
    """The same package, with every part as large as the archive says and no XML that is not plain.

    Args:
        data: the file.
        name: what to call it in an error.
        whole: keep what is not XML too (pictures, fonts); for reading the text it is left empty.

    Raises:
        InputError: it is no Word file, is damaged, or unpacks to more than is read.
    """
    if not data.startswith(b"PK\x03\x04"):
        raise InputError(f"{name}: named .docx, but it is {_what(data)}; {_SAVE_AGAIN}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _looked_at(archive, name)
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as copy:
                for part, content in _contents(archive, parts, name, whole=whole):
                    copy.writestr(part, content)
            return packed.getvalue()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise InputError(f"{name}: damaged, it cannot be unpacked; {_SAVE_AGAIN}") from None


def _what(data: bytes) -> str:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "an old or a password-protected Word file"
    return "no Word file" if data else "empty"


def _looked_at(archive: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    """The members of the archive, after what it says of them has been held against the limits."""
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS:
        raise _refused(name, f"it has {len(members):,} parts")
    parts = list({member.filename: member for member in members}.values())
    names = {part.filename for part in parts}
    if _CONTENT_TYPES not in names or not any(part.startswith(_WORD_PARTS) for part in names):
        raise InputError(f"{name}: a zip file, but no Word file; {_SAVE_AGAIN}")
    if any(part.flag_bits & 1 for part in parts):
        raise InputError(f"{name}: protected by a password; save a copy without it, and check that")
    xml = [part for part in parts if part.filename.lower().endswith(_XML)]
    grown = [
        part
        for part in xml
        if part.file_size > max(_HARMLESS, _MOST_GROWTH * part.compress_size)
        or part.file_size > _MOST_BYTES_OF_A_PART
    ]
    if grown:
        raise _refused(name, f"{grown[0].filename!r} unpacks to {grown[0].file_size:,} bytes")
    for kind, most in ((xml, _MOST_BYTES_OF_XML), (parts, _MOST_BYTES)):
        if sum(part.file_size for part in kind) > most:
            raise _refused(name, f"it unpacks to more than {most:,} bytes")
    return parts


def _contents(
    archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], name: str, *, whole: bool
) -> Iterator[tuple[str, bytes]]:
    markup = 0
    for part in parts:
        is_xml = part.filename.lower().endswith(_XML)
        content = _unpacked(archive, part, name) if whole or is_xml else b""
        if is_xml:
            _plain_xml(content, part.filename, name)
            markup += content.count(b"<") + content.count(b"=")
            if markup > _MOST_MARKUP:
                raise _refused(name, f"it has more than {_MOST_MARKUP:,} tags and attributes")
        yield part.filename, content


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> bytes:
    """A part, read in steps: reading it at once unpacks all there is, whatever size the archive states."""
    content = bytearray()
    with archive.open(part) as file:
        while chunk := file.read(1 << 16):
            content += chunk
            if len(content) > part.file_size:
                raise _refused(name, f"{part.filename!r} is larger than the archive says")
    return bytes(content)


def _plain_xml(content: bytes, part: str, name: str) -> None:
    """Raise unless the XML is in Unicode and without a DTD, as the format demands (ECMA-376, part 2)."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    codec = "utf-16" if wide else "utf-8"
    head = content[:400].decode(codec, errors="replace").lstrip("\ufeff \t\r\n")
    declared = _ENCODING.match(head)
    if (head and not head.startswith("<")) or (declared and declared[1].lower() not in _UNICODE):
        raise _refused(name, f"{part!r} is no XML in Unicode")
    doctype = (_DOCTYPE.encode(), _DOCTYPE.encode("utf-16-le"), _DOCTYPE.encode("utf-16-be"))
    if any(mark in content for mark in doctype):
        raise _refused(name, f"{part!r} declares a document type, which Word never does")


def _refused(name: str, why: str) -> InputError:
    return InputError(f"{name}: not opened, {why}; {_SAVE_AGAIN}")
