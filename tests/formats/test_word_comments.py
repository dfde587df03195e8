"""Comments in Word files: at their words, and everything else as it was."""

from __future__ import annotations

from xml.etree.ElementTree import canonicalize

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import body, marked, opened, p, parts_of, r, saved, shapes, zipped

from verifier import InputError, read_draft, verify
from verifier.formats.model import Comment
from verifier.formats.word_comments import with_comments

BOLD, ITALIC = "<w:b/>", '<w:i/><w:color w:val="FF0000"/><w:lang w:val="en-GB"/>'
INSERTED = f'<w:ins w:id="1" w:author="a">{r("and neutralized ", BOLD)}</w:ins>'
DELETED = '<w:del w:id="2" w:author="a"><w:r><w:delText>all </w:delText></w:r></w:del>'
LINK = f'<w:hyperlink w:anchor="x">{r("the 472 drones", ITALIC)}{r(" launched")}</w:hyperlink>'
TABBED = (
    '<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>one</w:t><w:tab/><w:t xml:space="preserve"> two</w:t><w:br/>'
    "<w:t>three</w:t></w:r>"
)
NOTE = '<w:r><w:t>cited</w:t><w:footnoteReference w:id="2"/><w:t>words</w:t></w:r>'
TABLE = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>".format(p("Of 7 ships"), p("9 sank."))
BODY = body(
    p("Record attack")
    + p("Out of ", LINK, ", 482 were intercepted ", INSERTED, DELETED, r("by ", ITALIC), "air defenses.")
    + TABLE
    + p(TABBED, NOTE)
    + p("The end.")
)
TEXT = read_draft(BODY, name="draft.docx").text


def commented(*quotes: str, data: bytes = BODY) -> bytes:
    text = read_draft(data, name="draft.docx").text
    starts = [text.index(quote) for quote in quotes]
    comments = [
        Comment(start, start + len(quote), f"on {number}\nsecond line")
        for number, (start, quote) in enumerate(zip(starts, quotes, strict=True))
    ]
    return with_comments(data, "draft.docx", comments, "verifier")


@pytest.mark.parametrize(
    "quotes",
    [
        pytest.param(["Record attack"], id="a-whole-run"),
        pytest.param(["482"], id="within-a-run"),
        pytest.param(["of the 472 dr"], id="from-outside-into-a-link"),
        pytest.param(["drones launched, 482"], id="out-of-a-link"),
        pytest.param(["472"], id="within-a-link"),
        pytest.param(["neutral"], id="within-an-insertion"),
        pytest.param(["neutralized by"], id="over-a-deletion"),
        pytest.param(["ships\n\n9"], id="over-two-cells"),
        pytest.param(["attack\n\nOut"], id="over-two-paragraphs"),
        pytest.param(["defenses.\n\nOf 7 ships\n\n9 sank.\n\none\t two\nth"], id="over-a-table"),
        pytest.param(["ne\t t"], id="over-a-tab"),
        pytest.param([" two"], id="between-tab-and-break"),
        pytest.param(["\t"], id="a-tab"),
        pytest.param(["cited"], id="before-a-footnote"),
        pytest.param(["edwor"], id="over-a-footnote"),
        pytest.param(["482", "482", "482"], id="three-on-the-same-words"),
        pytest.param(
            ["482 were intercepted", "were", "482 were", "were intercepted"], id="within-each-other"
        ),
        pytest.param(["of the 472", "472 drones launched"], id="overlapping"),
        pytest.param(["9 sank.", "Of 7 ships", "The end."], id="not-in-order"),
    ],
)
def test_a_comment_holds_its_words_and_nothing_else_changes(quotes: list[str]) -> None:
    data = commented(*quotes)
    document = opened(data)
    assert [comment.text for comment in document.comments] == [
        f"on {number}\nsecond line" for number in range(len(quotes))
    ]
    assert {comment.author for comment in document.comments} == {"verifier"}
    held = [marked(document)[number] for number in range(len(quotes))]
    assert held == [quote.replace("\n\n", "").replace("\t", " ").replace("\n", " ") for quote in quotes]
    assert shapes(document) == shapes(opened(BODY))
    assert read_draft(data, name="draft.docx").text == TEXT


# The library takes a tenth of a second to read and write a file.
@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)), min_size=1, max_size=6))
def test_wherever_comments_stand_text_and_formatting_stay(ranges: list[tuple[int, int]]) -> None:
    words = [TEXT[start : start + length] for start, length in ranges]
    comments = [
        Comment(start, start + len(quote), str(number))
        for number, ((start, _), quote) in enumerate(zip(ranges, words, strict=True))
    ]
    document = opened(with_comments(BODY, "draft.docx", comments, "verifier"))
    assert shapes(document) == shapes(opened(BODY))
    held = marked(document)
    said = {int(comment.text): held[comment.comment_id] for comment in document.comments}
    for number, quote in enumerate(words):
        # Breaks between paragraphs are no words of the file, and cannot be commented on.
        assert "".join(said.get(number, "").split()) == "".join(quote.split())


def test_earlier_comments_and_all_other_parts_stay() -> None:
    picture = bytes(range(256)) * 40
    first = commented("482")
    parts = parts_of(first)
    parts["word/media/image1.png"] = picture
    relations = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    parts[relations] = parts[relations].replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{kind}" Target="media/image1.png"/></Relationships>'.encode(),
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"<Default", b'<Default Extension="png" ContentType="image/png"/><Default', 1
    )
    data = commented("472", data=zipped(parts))
    document = opened(data)
    assert [(c.comment_id, c.text) for c in document.comments] == [
        (0, "on 0\nsecond line"),
        (1, "on 0\nsecond line"),
    ]
    assert marked(document) == {0: "482", 1: "472"}
    after = parts_of(data)
    assert after["word/media/image1.png"] == picture
    assert set(parts) <= set(after)
    touched = ("word/document.xml", "word/comments.xml", "[Content_Types].xml")
    same = [name for name in parts if name not in touched and not name.endswith(".rels")]
    assert len(same) > 5
    assert [canonical(parts[name]) for name in same] == [canonical(after[name]) for name in same]


def canonical(content: bytes) -> bytes | str:
    return canonicalize(content, strip_text=True) if content.startswith(b"<") else content


def test_a_report_becomes_comments() -> None:
    draft = read_draft(BODY, name="draft.docx")
    report = draft.located(verify(draft.text, engine="offline"))
    data = draft.reviewed(report)
    document = opened(data)
    comments = {comment.comment_id: comment for comment in document.comments}
    assert len(comments) == len(report.findings)
    assert marked(document)[0] == "472 drones launched"
    assert comments[0].text.splitlines() == [
        "error: part-exceeds-whole",
        report.findings[0].message,
        f"Working: {report.findings[0].working}",
        f"Ask: {report.findings[0].question}",
        "See also paragraph 1: “482 were intercepted”",
    ]
    assert shapes(document) == shapes(opened(BODY))


def test_a_clean_draft_comes_back_without_comments() -> None:
    data = saved(docx.Document())
    document = opened(data)
    document.add_paragraph("Nothing happened.")
    draft = read_draft(saved(document), name="draft.docx")
    reviewed = opened(draft.reviewed(verify(draft.text, engine="offline")))
    assert [paragraph.text for paragraph in reviewed.paragraphs] == ["Nothing happened."]
    assert len(list(reviewed.comments)) == 0


def test_only_word_files_take_comments() -> None:
    draft = read_draft(b"Of the 7 ships, 9 sank.", name="draft.txt")
    with pytest.raises(InputError, match=r"draft\.txt: not a Word file"):
        draft.reviewed(verify(draft.text, engine="offline"))
