"""Word → text: the body as Word shows it with tracked changes accepted, paragraph by paragraph."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import RELATIONSHIP_TYPE

from verifier.errors import InputError
from verifier.formats.flow import is_mark
from verifier.formats.model import Content, left_out
from verifier.formats.package import repacked
from verifier.formats.word_walk import DEEPEST, LeftOut, ParagraphEnd, TooDeepError, Words, walk

if TYPE_CHECKING:
    from docx.document import Document

    from verifier.formats.word_walk import Node

_BESIDE = {
    RELATIONSHIP_TYPE.HEADER: "headers",
    RELATIONSHIP_TYPE.FOOTER: "footers",
}
_SUPERSCRIPT = "w:rPr/w:vertAlign[@w:val='superscript']"


@dataclass(frozen=True, slots=True)
class Place:
    """Code points ``[start, end)`` of the text, the run that they stand in, and its child that holds them."""

    start: int
    end: int
    run: Node
    child: Node


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a document's body, its places in order, and what kinds of content are left out of it."""

    text: str
    places: tuple[Place, ...]
    left_out: frozenset[str]


def read(data: bytes, name: str) -> Content:
    """The draft in a Word file; see `verifier.formats.Format`."""
    document = opened(data, name, whole=False)
    body = body_of(document, name)
    return Content(body.text, "Word", left_out(body.left_out | _beside(document)))


def opened(data: bytes, name: str, *, whole: bool) -> Document:
    """The document, opened by python-docx.

    Args:
        data: the file.
        name: what to call it in an error.
        whole: with its pictures and other parts; the text can be read without.

    Raises:
        InputError: it is no Word file, is damaged, or is more than is read.
    """
    packed = repacked(data, name, whole=whole)
    try:
        return docx.Document(io.BytesIO(packed))
    except SyntaxError as error:  # lxml's own errors are these
        what = "nested too deeply" if "depth" in str(error) else "damaged"
        raise InputError(f"{name}: {what}; open it in Word, save it as .docx and check that") from None
    except (LookupError, ValueError, AttributeError, TypeError, RecursionError):
        # The library's own errors say which part of the package it missed, and nothing that helps.
        raise InputError(
            f"{name}: not a Word document as Word saves it; open it in Word, save it as .docx (not as "
            "Strict Open XML, nor as a template) and check that"
        ) from None


def body_of(document: Document, name: str) -> Body:
    """The text of a document's body and the runs that it stands in.

    Raises:
        InputError: it is nested more deeply than any that people write.
    """
    parts: list[str] = []
    places: list[Place] = []
    kinds: set[str] = set()
    length = 0
    ended = False
    try:
        for found in walk(document.element.body):
            if isinstance(found, LeftOut):
                kinds.add(found.kind)
            elif isinstance(found, ParagraphEnd):
                ended = True
            elif not _is_footnote_mark(found, "" if ended or not parts else parts[-1][-1]):
                if ended and parts:
                    parts.append("\n\n")
                    length += 2
                ended = False
                parts.append(found.text)
                places.append(Place(length, length + len(found.text), found.run, found.child))
                length += len(found.text)
    except TooDeepError:
        raise InputError(
            f"{name}: nested more than {DEEPEST} deep; save its text as plain text and check that"
        ) from None
    return Body("".join(parts), tuple(places), frozenset(kinds))


def _is_footnote_mark(words: Words, before: str) -> bool:
    """Whether a footnote's mark was typed by hand, as a raised number that belongs to no figure."""
    return is_mark(words.text, before) and bool(words.run.xpath(_SUPERSCRIPT))


def _beside(document: Document) -> set[str]:
    """What stands in parts of the file beside its body."""
    kinds: set[str] = set()
    for relation in document.part.rels.values():
        kind = _BESIDE.get(relation.reltype)
        if kind and not relation.is_external and _has_words(relation.target_part):
            kinds.add(kind)
    return kinds


def _has_words(part: object) -> bool:
    element = getattr(part, "element", None)
    return element is not None and any(text.strip() for text in element.xpath(".//w:t/text()"))
