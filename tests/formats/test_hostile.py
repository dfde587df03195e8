"""Files made to harm: refused in one clear line, within a second of work and 300 MB of memory."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from word_files import body, p, parts_of, r, zipped

from verifier import InputError, read_draft
from verifier.formats.model import Comment
from verifier.formats.word_comments import with_comments

if TYPE_CHECKING:
    from pathlib import Path

GOOD = body(p("One of 7."))
NOISE = b"".join(hashlib.sha256(bytes(block)).digest() for block in range(9_000))
LAUGHS = "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9))


def word(content: str, doctype: str = "") -> str:
    head, _, _ = parts_of(GOOD)["word/document.xml"].decode().partition("<w:body>")
    return f"{head.replace('?>', f'?>{doctype}', 1)}<w:body>{content}</w:body></w:document>"


def with_part(content: bytes, name: str = "word/document.xml") -> bytes:
    return zipped({**parts_of(GOOD), name: content})


def nested(levels: int, opening: str, closing: str) -> bytes:
    return with_part(word(opening * levels + p("x") + closing * levels).encode())


ROW, ROW_END = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
FILES = {
    "bomb-picture.docx": (with_part(bytes(200_000_000), "word/media/a.png"), "unpacks to more than"),
    "bomb-xml.docx": (with_part(word("<w:p/>" * 2_000_000).encode()), "unpacks to 12,"),
    "bomb-text.docx": (with_part(word(p("a" * 20_000_000)).encode()), "unpacks to 20,"),
    "dense.docx": (
        with_part(word("".join(f"<w:p>{i * i}</w:p>" for i in range(500_000))).encode()),
        "tags and attributes",
    ),
    "members.docx": (zipped({**parts_of(GOOD), **{f"word/{i}.xml": b"<a/>" for i in range(2_000)}}), "2,0"),
    "laughs.docx": (with_part(word(p("&j;"), f'<!DOCTYPE a [<!ENTITY a "ha">{LAUGHS}]>').encode()), "document type"),
    "external.docx": (
        with_part(word(p("&x;"), '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>').encode()),
        "document type",
    ),
    "external-utf-16.docx": (
        with_part(
            word(p("&x;"), '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
            .replace("UTF-8", "UTF-16")
            .encode("utf-16")
        ),
        "document type",
    ),
    "encoding.docx": (with_part(word(p("x")).replace("UTF-8", "UTF-7").encode()), "no XML in Unicode"),
    "tables.docx": (nested(60, ROW, ROW_END), "nested more than 120 deep"),
    "more-tables.docx": (nested(4_000, ROW, ROW_END), "nested too deeply"),
    "tags.docx": (nested(4_000, "<w:smartTag>", "</w:smartTag>"), "nested too deeply"),
    "noise.docx": (NOISE, "no Word file"),
    "noise-in-a-zip.docx": (b"PK\x03\x04" + NOISE, "damaged"),
    "noise.html": (NOISE, "binary data"),
    "noise.md": (NOISE, "binary data"),
    "noise.txt": (NOISE, "binary data"),
    "nested.html": (b"<div>" * 10_000, "nested more than 256 deep"),
    "nested-tables.html": (b"<table><tr><td>" * 9_000, "nested more than 256 deep"),
    "nested-marks.html": (b"<b><i>" * 10_000, "nested more than 256 deep"),
    "tags.html": (b"<p>x" * 900_000, "too much markup"),
    "comments.html": (b"<!--" * 900_000, "too much markup"),
    "signs.html": (b"a < " * 900_000, "too much markup"),
    "entities.html": (b"&amp;" * 700_000, "too much markup"),
    "ignored-tags.html": ((b"x" * 80 + b"</x>") * 29_000, "too much markup"),
    "quotations.md": (b">" * 900_000, "too much markup"),
    "nested-quotations.md": (b">" * 120_000 + b" a", "nested more than 100 deep"),
    "quoted-lines.md": ((b">" * 200 + b" a\n") * 500, "nested more than 100 deep"),
    "lists.md": ("".join(f"{' ' * 2 * i}- a\n" for i in range(900)).encode(), "nested more than 100 deep"),
    "brackets.md": (b"[" * 900_000, "too much markup"),
    "definitions.md": (b"[a]: b\n" * 120_000 + b"[a]\n" * 9_000, "too much markup"),
    "html.md": (b"<div>" * 10_000, "nested more than 256 deep"),
}  # fmt: skip

READ = """
import json, resource, sys, time
from verifier import InputError, read_draft
found = {}
for path in sys.argv[1:]:
    start = time.process_time()
    try:
        said = f"read: {read_draft(path).text[:99]!r}"
    except InputError as error:
        said = str(error)
    found[path] = said, time.process_time() - start
print(json.dumps([found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
"""


# On Linux a process starts with its parent's peak of memory, and a test run's is large.
APART = "import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', *sys.argv[1:]]))"


def measured(*paths: str) -> tuple[dict[str, tuple[str, float]], float]:
    """What reading each file says and the seconds that it takes; and the megabytes that all of it takes."""
    command = [sys.executable, "-c", APART, READ, *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this package alone
    found, peak = json.loads(done.stdout)
    return found, peak / (1_000_000 if sys.platform == "darwin" else 1_000)


@pytest.mark.skipif(sys.platform == "win32", reason="measures memory as Unix does")
def test_what_harms_is_refused_at_once(tmp_path: Path) -> None:
    for name, (data, _) in FILES.items():
        (tmp_path / name).write_bytes(data)
    found, megabytes = measured(*(str(tmp_path / name) for name in FILES))
    for name, (_, said) in FILES.items():
        message, seconds = found[str(tmp_path / name)]
        assert message.startswith(str(tmp_path / name)), message
        assert said in message
        assert "\n" not in message
        # Processor time: what else runs on the machine does not count.
        assert seconds < 1, f"{name}: {seconds} s"
    assert megabytes < 300


def lying(part: str, content: bytes, more: int) -> bytes:
    """A zip with spaces behind one part, of which its directory, with size and checksum, says nothing."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, other in parts_of(GOOD).items():
            if name != part:
                archive.writestr(name, other)
        with archive.open(part, "w") as entry:
            entry.write(content)
            for _ in range(more // 1_000_000):  # never whole: a child's memory counts from its parent's
                entry.write(b" " * 1_000_000)
        offset = archive.getinfo(part).header_offset
    data = bytearray(file.getvalue())
    entry_at = data.rindex(part.encode()) - 46
    assert data[entry_at : entry_at + 4] == b"PK\x01\x02"
    for checksum_at in (entry_at + 16, offset + 14):
        struct.pack_into("<I", data, checksum_at, zlib.crc32(content))
        struct.pack_into("<I", data, checksum_at + 8, len(content))
    return bytes(data)


@pytest.mark.skipif(sys.platform == "win32", reason="measures memory as Unix does")
def test_a_size_that_is_a_lie_is_not_believed(tmp_path: Path) -> None:
    good = word(p("One of 7.")).encode()
    (tmp_path / "lie.docx").write_bytes(lying("word/document.xml", good, 400_000_000))
    path = str(tmp_path / "lie.docx")
    found, megabytes = measured(path)
    assert found[path][0] == "read: 'One of 7.'"  # what the archive says is there, and no more
    assert megabytes < 300


def test_a_file_larger_than_is_read_is_refused_unread(tmp_path: Path) -> None:
    draft = tmp_path / "large.docx"
    with draft.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(InputError, match=r"large\.docx: larger than 50,000,000 bytes, the most that is read"):
        read_draft(draft)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.pdf", "a PDF"),
        ("a.doc", "an old Word file"),
        ("a.docm", "a Word file with macros"),
        ("a.dotx", "a Word template"),
        ("a.RTF", "a rich text (RTF) file"),
        ("a.odt", "an OpenDocument file"),
        ("a.pages", "a Pages file"),
        ("a.epub", "an e-book"),
    ],
)
def test_kinds_of_files_that_are_not_read(name: str, said: str) -> None:
    with pytest.raises(InputError) as refused:
        read_draft(b"One of 7.", name=name)
    message = str(refused.value)
    assert message.startswith(f"{name}: {said}")
    assert "text" in message
    assert "\n" not in message


def test_a_large_pdf_is_called_a_pdf(tmp_path: Path) -> None:
    draft = tmp_path / "large.pdf"
    with draft.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(InputError, match=r"large\.pdf: a PDF"):
        read_draft(draft)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a"])
def test_a_word_file_by_another_name_is_not_read_as_text(name: str) -> None:
    with pytest.raises(InputError, match=r"a Word, OpenDocument or zip file, .* name it \.docx"):
        read_draft(GOOD, name=name)
    with pytest.raises(InputError, match="a PDF, not plain text"):
        read_draft(b"%PDF-1.7\n", name=name)


def test_a_long_draft_is_read_and_commented_in_two_seconds() -> None:
    words = "the air force said that defenses over the city had shot down drones and".split()
    runs = [
        r(f"{' '.join((words * 2)[i % 13 : i % 13 + 9])} {7 * i % 900}. ", "<w:b/>" if i % 2 else "")
        for i in range(2_500)
    ]
    data = body("".join(p(*runs[i : i + 5]) for i in range(0, 2_500, 5)))
    start = time.process_time()
    text = read_draft(data, name="long.docx").text
    comments = [
        Comment(at, at + 30, "error: x\nmessage\nAsk: what?") for at in range(0, len(text) - 40, 1_400)
    ]
    with_comments(data, "long.docx", comments, "verifier")
    assert time.process_time() - start < 2
    assert len(text.split()) == 25_000
    assert len(comments) > 90
