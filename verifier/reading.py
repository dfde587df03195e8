"""Files → drafts: a file or standard input, read by the reader for its kind, and the way back to it.

The text is what is checked. What a report says of it is led back to the file here: places in the source of
HTML and Markdown, comments in Word.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from verifier.draft import MAX_CHARACTERS
from verifier.errors import InputError
from verifier.formats import format_of, most_bytes

if TYPE_CHECKING:
    from typing import BinaryIO

    from verifier.formats.model import SourceMap
    from verifier.report.model import EvidenceModel, FindingModel, Report

AnyFinding = TypeVar("AnyFinding", bound="FindingModel")

STANDARD_INPUT = "-"
WORD = ".docx"
_AUTHOR = "verifier"


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A draft that was read from a file.

    Attributes:
        text: the draft, as it is to be checked.
        name: what the file is called.
        encoding: how its bytes were read ("UTF-8", "Word").
        notes: what the reader of a report has to know about that; empty for plain UTF-8.
        source: the file as it was decoded: the text itself for a plain one, None for a Word file.
        sha256: the SHA-256 of the file's bytes, in hexadecimal.
    """

    text: str
    name: str
    encoding: str
    notes: tuple[str, ...] = ()
    source: str | None = field(default=None, repr=False)
    sha256: str = field(default="", repr=False)
    _map: SourceMap | None = field(default=None, repr=False)
    _data: bytes = field(default=b"", repr=False)

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the code points ``[start, end)`` of the text stand in an HTML or Markdown file.

        Returns:
            Code points of the file as it was decoded, half-open; None for other files, whose text is their
            own or has no place that can be counted.
        """
        return self._map.source_span(start, end) if self._map else None

    def located(self, report: Report) -> Report:
        """A report on the text as a report on the file: with its notes, and with places in its source."""
        findings, dismissed = report.findings, report.dismissed
        if self._map:
            findings = tuple(map(self._located, findings))
            dismissed = tuple(map(self._located, dismissed))
        problems = (*self.notes, *report.problems)
        return report.model_copy(update={"findings": findings, "dismissed": dismissed, "problems": problems})

    def reviewed(self, report: Report) -> bytes:
        """The Word file with every finding of a report as a comment at its words.

        Raises:
            InputError: the draft was read from a file of another kind.
        """
        if not self._data:
            raise InputError(f"{self.name}: not a Word file, and only those take comments; name a .docx")
        # Loaded only here: they need the library for Word files.
        from verifier.formats.word_comments import with_comments  # noqa: PLC0415
        from verifier.report.word import comments  # noqa: PLC0415

        return with_comments(self._data, self.name, comments(report, self.text), _AUTHOR)

    def _located(self, finding: AnyFinding) -> AnyFinding:
        evidence = tuple(self._place(one) for one in finding.evidence)
        return finding.model_copy(update={"evidence": evidence})

    def _place(self, one: EvidenceModel) -> EvidenceModel:
        from verifier.report.model import SourceSpanModel  # noqa: PLC0415 - with the report it is there already

        span = self.source_span(one.start, one.end)
        return one.model_copy(
            update={"source_span": SourceSpanModel(start=span[0], end=span[1]) if span else None}
        )


def read_draft(source: str | os.PathLike[str] | bytes, *, name: str | None = None) -> DraftFile:
    """Read a draft from a file, or from standard input (as plain text) for ``-``.

    The ending says how: .docx, .md and .html are read without their markup, any other as plain text.

    Args:
        source: the file's path; or, as bytes, what stands in it.
        name: for bytes, what the file would be called; its ending counts.

    Raises:
        InputError: there is no such file, it cannot be read, it holds no text, or too much of it.

    >>> draft = read_draft(b"<p>Of the <b>7</b> ships, <b>9</b> sank.", name="ships.html")
    >>> draft.text, draft.source_span(16, 22)
    ('Of the 7 ships, 9 sank.', (29, 39))
    """
    if isinstance(source, bytes):
        return decode(source, name or "draft.txt")
    source = os.fspath(source)
    if source == STANDARD_INPUT:
        return decode(_from_standard_input(), title(source))
    try:
        with open(source, "rb") as file:  # noqa: PTH123 - not everything that opens is a `Path` (/dev/fd/63)
            format_of(source)  # what cannot be read is said to be so, whatever its size
            size = os.fstat(file.fileno())
            if stat.S_ISREG(size.st_mode) and size.st_size > most_bytes(source):
                raise _too_large(source)
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
    r"""How a draft is spoken of where its name is wanted.

    >>> title("caf\udce9.txt")
    'caf?.txt'
    """
    # A file's name need not be text: what of it is none cannot be written anywhere.
    return "standard input" if source == STANDARD_INPUT else source.encode("utf-8", "replace").decode("utf-8")


def decode(data: bytes, name: str) -> DraftFile:
    r"""Turn a file's bytes into a draft.

    Args:
        data: the file, whole.
        name: what to call it in an error; its ending says what kind of file it is.

    Raises:
        InputError: it is no file of that kind, is blank, or holds more than `MAX_CHARACTERS`.

    >>> decode("Café: £4m".encode(), "draft.txt")
    DraftFile(text='Café: £4m', name='draft.txt', encoding='UTF-8', notes=())
    >>> decode(b"<p>Caf&eacute;: <b>\xa34m</b></p>", "draft.html").text
    'Café: £4m'
    """
    content = format_of(name).read(data, name)
    if not content.text.strip():
        what = "blank" if data else "empty"
        raise InputError(f"{name}: nothing to check, it is {what}; is it the right file?")
    if len(content.text) > MAX_CHARACTERS:
        raise _too_long(name)
    is_word = name.lower().endswith(WORD)
    return DraftFile(
        text=content.text,
        name=name,
        encoding=content.encoding,
        notes=content.notes,
        source=None if is_word else content.text if content.source is None else content.source,
        sha256=hashlib.sha256(data).hexdigest(),
        _map=content.map,
        _data=data if is_word else b"",
    )


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
    most = most_bytes(name)
    data = file.read(most + 1)
    if len(data) > most:
        raise _too_large(name)
    return data


def _too_long(name: str) -> InputError:
    return InputError(
        f"{name}: longer than {MAX_CHARACTERS:,} characters, the most that is checked at once; "
        "split it, and check the parts"
    )


def _too_large(name: str) -> InputError:
    if not name.lower().endswith(WORD):
        return _too_long(name)
    return InputError(
        f"{name}: larger than {most_bytes(name):,} bytes, the most that is read; take out the pictures"
    )


def _permission(source: str) -> str:
    # Some systems refuse to open a folder instead of saying that it is one.
    if os.path.isdir(source):  # noqa: PTH112 - as above
        return f"{source}: a folder, not a file; name the drafts in it ({source}/*.txt)"
    return f"{source}: no permission to read it; ask its owner, or check a copy"
