"""The body of a Word file in reading order: every piece of text with the run that holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

# lxml's elements carry no types that are worth having.
Node = Any

_P, _R, _T, _TR = (qn(f"w:{name}") for name in ("p", "r", "t", "tr"))
_P_PR, _R_PR, _TR_PR = (qn(f"w:{name}") for name in ("pPr", "rPr", "trPr"))
_CONTROL, _PLACEHOLDER = qn("w:sdt"), f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"
_DEL, _MOVE_FROM, _FIELD = qn("w:del"), qn("w:moveFrom"), qn("w:fldChar")
_FIELD_TYPE, _VALUE = qn("w:fldCharType"), qn("w:val")
_TEXTS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_OFF = ("0", "false", "off", "none")

# What is gone in the draft as it would read with all changes accepted; and what says how things look.
_NO_TEXT = {_DEL, _MOVE_FROM} | {
    qn(f"w:{name}") for name in ("pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sectPr", "tblPrEx")
}
_LEFT_OUT = {
    qn("w:footnoteReference"): "footnotes",
    qn("w:endnoteReference"): "endnotes",
    qn("w:commentReference"): "comments",
    qn("w:altChunk"): "embedded documents",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "formulas",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMathPara": "formulas",
}
# Drawings: the words in them are text boxes, which stand beside the text.
_DRAWN = {
    qn("w:drawing"),
    qn("w:pict"),
    qn("w:object"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
}
_TEXT_BOX = qn("w:txbxContent")

DEEPEST = 120
"""Elements within each other: Word itself allows no more than some ten tables in tables."""


class TooDeepError(Exception):
    """The body is nested more deeply than any that people write."""


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of text: the run it stands in, and the run's child that holds it."""

    text: str
    run: Node
    child: Node


@dataclass(frozen=True, slots=True)
class ParagraphEnd:
    """The end of a paragraph that holds what came since the last one."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of the body that is no draft text, by its kind."""

    kind: str


def walk(body: Node) -> Iterator[Words | ParagraphEnd | LeftOut]:
    """What the body holds, in reading order; tables cell by cell.

    Raises:
        TooDeepError: see there.
    """
    instructions: list[bool] = []  # for each field that is open, whether its instruction is being read
    open_nodes: list[tuple[Node, Iterator[Node]]] = []
    node, children = body, iter(body)
    while True:
        child = next(children, None)
        if child is None:
            if node.tag == _P and not _mark_is_deleted(node):
                yield ParagraphEnd()
            if not open_nodes:
                return
            node, children = open_nodes.pop()
        elif child.tag == _R:
            yield from _run(child, instructions)
        elif child.tag in _LEFT_OUT:
            yield LeftOut(_LEFT_OUT[child.tag])
        elif child.tag in _DRAWN:
            yield from _drawn(child)
        elif child.tag not in _NO_TEXT and not _is_nothing(child):
            if len(open_nodes) == DEEPEST:
                raise TooDeepError
            open_nodes.append((node, children))
            node, children = child, iter(child)


def _run(run: Node, instructions: list[bool]) -> Iterator[Words | LeftOut]:
    properties = run.find(_R_PR)
    hidden = properties is not None and _is_on(properties, "w:vanish")
    struck = properties is not None and (_is_on(properties, "w:strike") or _is_on(properties, "w:dstrike"))
    for child in run:
        if child.tag == _FIELD:
            _field(child.get(_FIELD_TYPE), instructions)
        elif child.tag in _LEFT_OUT:
            yield LeftOut(_LEFT_OUT[child.tag])
        elif child.tag in _DRAWN:
            yield from _drawn(child)
        else:
            text = _text(child)
            if not text or any(instructions):
                continue
            if hidden or struck:
                yield LeftOut("hidden text" if hidden else "struck-through text")
            else:
                yield Words(text, run, child)


def _text(child: Node) -> str:
    if child.tag == _T:
        return child.text or ""
    return _TEXTS.get(child.tag, "")


def _field(kind: str | None, instructions: list[bool]) -> None:
    """A field is its instruction, which Word does not show, and then its result, which it does."""
    if kind == "begin":
        instructions.append(True)
    elif instructions and kind == "separate":
        instructions[-1] = False
    elif instructions and kind == "end":
        instructions.pop()


def _drawn(node: Node) -> Iterator[LeftOut]:
    for box in node.iter(_TEXT_BOX):
        if any((text.text or "").strip() for text in box.iter(_T)):
            yield LeftOut("text boxes")
            return


def _is_on(properties: Node, name: str) -> bool:
    found = properties.find(qn(name))
    return found is not None and (found.get(_VALUE) or "1") not in _OFF


def _mark_is_deleted(paragraph: Node) -> bool:
    """Whether the paragraph's end is a tracked deletion, so that the next one goes on in it."""
    properties = paragraph.find(f"{_P_PR}/{_R_PR}")
    return properties is not None and properties.find(_DEL) is not None


def _is_nothing(node: Node) -> bool:
    """Whether it is a deleted row, or the invitation to fill in a form."""
    if node.tag == _TR:
        return node.find(f"{_TR_PR}/{_DEL}") is not None
    return node.tag == _CONTROL and node.find(_PLACEHOLDER) is not None
