"""Word files for tests: a body in few words, and whole files made of it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import serialize_for_reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document


def saved(document: Document) -> bytes:
    """The document as a file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def opened(data: bytes) -> Document:
    """The file as python-docx reads it, without any of this project's code."""
    return docx.Document(io.BytesIO(data))


def body(xml: str) -> bytes:
    """A Word file whose body is the XML given, with the prefix w for Word's own names."""
    document = docx.Document()
    wrapped = parse_xml(
        f"<w:body {nsdecls('w', 'r', 'wp', 'a')} "
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
        f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{xml}</w:body>'
    )
    for old in list(document.element.body):
        document.element.body.remove(old)
    document.element.body.extend(list(wrapped))
    return saved(document)


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, given as XML or as mere words."""
    return f"<w:p>{properties}{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run of words."""
    shape = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{shape}<w:t xml:space="preserve">{words}</w:t></w:r>'


def zipped(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The Word file with something replaced in one part."""
    parts = parts_of(data)
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    return zipped(parts)


def shapes(document: Document) -> list[list[tuple[str, str]]]:
    """For each paragraph of the body, wherever it stands: its characters, each with all that shapes it.

    That is its run's properties and attributes, and the elements around the run. Runs that were split make
    no difference here; a changed character, property or order does.
    """
    return [
        [shape for run in paragraph.iter(qn("w:r")) for shape in _characters(run)]
        for paragraph in document.element.body.iter(qn("w:p"))
    ]


def _characters(run: Any) -> Iterator[tuple[str, str]]:
    around = [ancestor for ancestor in run.iterancestors() if ancestor.tag != qn("w:p")]
    properties = [serialize_for_reading(shape) for shape in run.findall(qn("w:rPr"))]
    shape = f"{[ancestor.tag for ancestor in around]} {dict(run.attrib)} {properties}"
    for child in run:
        if child.tag == qn("w:t"):
            yield from ((character, shape) for character in child.text or "")
        elif child.tag not in (qn("w:rPr"), qn("w:commentReference")):
            yield serialize_for_reading(child), shape


def marked(document: Document) -> dict[int, str]:
    """The words of the body between the marks of each comment, by its number."""
    found: dict[int, str] = {}
    open_comments: set[int] = set()
    for node in document.element.body.iter():
        if node.tag == qn("w:commentRangeStart"):
            open_comments.add(int(node.get(qn("w:id"))))
        elif node.tag == qn("w:commentRangeEnd"):
            open_comments.remove(int(node.get(qn("w:id"))))
        elif node.tag in (qn("w:t"), qn("w:tab"), qn("w:br")):
            for number in open_comments:
                found[number] = found.get(number, "") + (node.text or " ")
    assert not open_comments
    return found
