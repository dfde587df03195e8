"""Bytes and files → text: exact, or a clear line."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from typing import TYPE_CHECKING

import pytest
from word_files import body, p

from verifier import InputError, verify
from verifier.draft import MAX_CHARACTERS
from verifier.reading import decode, read_draft

if TYPE_CHECKING:
    from pathlib import Path

COPY = "The minister’s office said the café’s owner paid £4.2m – “far too much” – and €300 more."
RUSSIAN = "Россия запустила рекордные 472 беспилотника за ночь, сообщили силы. Из них 382 были сбиты."
JAPANESE = "ロシアは一晩で過去最多の472機のドローンを発射した、とウクライナ空軍が発表した。"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        pytest.param(COPY.encode(), COPY, "UTF-8", id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + COPY.encode(), COPY, "UTF-8", id="utf-8-with-mark"),
        pytest.param(b"\xff\xfe" + COPY.encode("utf-16-le"), COPY, "UTF-16", id="utf-16-little"),
        pytest.param(b"\xfe\xff" + COPY.encode("utf-16-be"), COPY, "UTF-16", id="utf-16-big"),
        pytest.param(b"\xff\xfe\0\0" + COPY.encode("utf-32-le"), COPY, "UTF-32", id="utf-32-little"),
        pytest.param(b"One.\r\nTwo.\rThree.\n", "One.\r\nTwo.\rThree.\n", "UTF-8", id="line-breaks-stay"),
        pytest.param(b"7\xc2\xa0000 \xef\xbb\xbfmen", "7\u00a0000 \ufeffmen", "UTF-8", id="inner-mark-stays"),
    ],
)
def test_text_is_exact_and_needs_no_note(data: bytes, text: str, encoding: str) -> None:
    reading = decode(data, "draft.txt")
    assert (reading.text, reading.encoding, reading.notes) == (text, encoding, ())


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        pytest.param(COPY.encode("cp1252"), COPY, "Windows-1252", id="western-windows"),
        pytest.param((COPY * 20).encode("cp1252"), COPY * 20, "Windows-1252", id="pounds-are-not-polish"),
        pytest.param("It cost £300.".encode("latin-1"), "It cost £300.", "Windows-1252", id="one-pound-sign"),
        pytest.param("It wouldn’t pay.".encode("cp1252"), "It wouldn’t pay.", "Windows-1252", id="one-quote"),
        pytest.param(COPY.encode("mac_roman"), COPY, "Mac Roman", id="mac"),
        pytest.param(RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251", id="cyrillic"),
        pytest.param(JAPANESE.encode("shift_jis"), JAPANESE, "cp932", id="japanese"),
    ],
)
def test_other_encodings_are_guessed_and_that_is_said(data: bytes, text: str, encoding: str) -> None:
    reading = decode(data, "draft.txt")
    assert (reading.text, reading.encoding) == (text, encoding)
    assert [encoding in note and "guess" in note for note in reading.notes] == [True]


def test_a_damaged_place_does_not_cost_the_rest() -> None:
    reading = decode(f"{COPY}\nThe end: ".encode() + b"\xe2\x80 \n" + COPY.encode(), "draft.txt")
    assert reading.text == f"{COPY}\nThe end: \ufffd \n{COPY}"
    assert reading.notes == ("one place is not valid UTF-8 (first in line 2) and was read as “\ufffd”",)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "nothing to check, it is empty", id="empty"),
        pytest.param(b" \r\n\t\n", "nothing to check, it is blank", id="blank"),
        pytest.param(b"\xef\xbb\xbf\n", "nothing to check, it is blank", id="only-a-mark"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary data", id="picture"),
        pytest.param(COPY.encode("utf-16-le"), "binary data", id="utf-16-without-mark"),
        pytest.param(bytes(range(1, 256)) * 9, "binary data", id="control-characters"),
        pytest.param(b"PK\x03\x04" + b"word/document.xml", "a Word, OpenDocument or zip file", id="word"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "a PDF", id="pdf"),
        pytest.param(rb"{\rtf1\ansi It cost 300 pounds.}", "a rich text (RTF) file", id="rtf"),
        pytest.param(b"\xff\xfe" + b"\x00\xd8 \x00", "starts as UTF-16 but", id="broken-utf-16"),
        pytest.param(b"a" * (MAX_CHARACTERS + 1), "longer than 1,000,000 characters", id="too-long"),
    ],
)
def test_what_is_no_draft_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as refused:
        decode(data, "draft.txt")
    message = str(refused.value)
    assert message.startswith("draft.txt: ")
    assert said in message
    assert "\n" not in message


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt: no such file"):
        read_draft(str(tmp_path / "gone.txt"))
    with pytest.raises(InputError, match="a folder, not a file"):
        read_draft(str(tmp_path))
    with pytest.raises(InputError, match="cannot be read"):
        read_draft("draft\0.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    draft = tmp_path / "secret.txt"
    draft.write_text(COPY)
    draft.chmod(0)
    with pytest.raises(InputError, match=r"secret\.txt: no permission"):
        read_draft(str(draft))


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    draft = tmp_path / "large.txt"
    with draft.open("wb") as file:
        file.truncate(4 * MAX_CHARACTERS + 1)
    with pytest.raises(InputError, match=r"large\.txt: longer than 1,000,000 characters"):
        read_draft(str(draft))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"One.\r\n\xa34m.")))
    assert read_draft("-").text == "One.\r\n£4m."


FACTS = "out of the 472 drones launched, 482 were intercepted"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Kyiv\r\nHe said that {FACTS}.\r\n\r\nThree left.\r\n", id="crlf"),
        pytest.param(f"He said:\rthat {FACTS}.\r", id="bare-cr"),
        pytest.param(
            "Out of the 472\u00a0drones launched, 482\u00a0were\u202fintercepted.", id="no-break-spaces"
        ),
        pytest.param(f"“We saw that {FACTS},” the mayor’s ‘office’ said.", id="curly-quotes"),
        pytest.param(f"🚀🇺🇦 He said 👩‍👩‍👧 that {FACTS} 🎉.", id="emoji"),
        pytest.param(f"Zoe\u0308 Cafe\u0301 said that {FACTS} a\u0300 Nimes.", id="combining-characters"),
        pytest.param(f"אמר דובר: He said that {FACTS}. وقال المتحدث إن ٣٨٢ سقطت.", id="right-to-left"),
        pytest.param(f"\u202eHe said\u202c that {FACTS}.", id="direction-marks"),
        pytest.param(f"\ufeffHe said that {FACTS}.", id="byte-order-mark-in-text"),
        pytest.param(f"He said\u2028that {FACTS}.\x85Then\x0b\x0che left.", id="rare-line-breaks"),
        pytest.param("", id="empty"),
        pytest.param(" \n\t ", id="blank"),
        pytest.param("Nothing happened, and nobody said a word.", id="no-figure"),
        pytest.param("472", id="nothing-but-a-figure"),
    ],
)
def test_every_span_equals_its_quote(text: str) -> None:
    report = verify(text, engine="offline")
    spans = [
        *(span for finding in report.findings for span in finding.evidence),
        *(claim.span for claim in report.claims),
        *(a for c in report.claims for a in (c.attribution.mention, c.attribution.cue) if a is not None),
        *(span for source in report.sources for span in source.mentions),
        *(figure.span for figure in report.figures),
    ]
    assert [text[span.start : span.end] for span in spans] == [span.quote for span in spans]
    if "482" in text:
        assert [finding.code for finding in report.errors] == ["part-exceeds-whole"]
    if not text.strip():
        assert (report.findings, report.claims, report.figures, report.sources) == ((), (), (), ())


def test_the_limit_holds_for_the_python_call_too() -> None:
    with pytest.raises(InputError, match="longer than 1,000,000 characters"):
        verify("a " * MAX_CHARACTERS, engine="offline")


@pytest.mark.parametrize(
    ("name", "data", "source"),
    [
        pytest.param("x.txt", b"\xef\xbb\xbfOf 7.", "Of 7.", id="plain-is-its-own"),
        pytest.param("x.html", "<p>£7 &amp; more".encode("cp1252"), "<p>£7 &amp; more", id="html"),
        pytest.param("x.md", b"Of *7*.", "Of *7*.", id="markdown"),
        pytest.param("x.docx", body(p("Of 7.")), None, id="word-has-none"),
    ],
)
def test_a_draft_knows_its_source_and_its_hash(name: str, data: bytes, source: str | None) -> None:
    draft = read_draft(data, name=name)
    assert draft.source == source
    assert draft.sha256 == hashlib.sha256(data).hexdigest()
