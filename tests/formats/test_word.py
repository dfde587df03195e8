"""Word files → text: what Word shows in the body, and a note on what is left out."""

from __future__ import annotations

import docx
import pytest
from word_files import body, changed, opened, p, r, saved, zipped

from verifier import InputError, read_draft

INSERTED = '<w:ins w:id="1" w:author="a"><w:r><w:t>new</w:t></w:r></w:ins>'
DELETED = '<w:del w:id="2" w:author="a"><w:r><w:delText>old</w:delText></w:r></w:del>'
MOVED = (
    '<w:moveFrom w:id="3" w:author="a"><w:r><w:t>moved</w:t></w:r></w:moveFrom>'
    '<w:moveTo w:id="4" w:author="a"><w:r><w:t> moved</w:t></w:r></w:moveTo>'
)
LINK = '<w:hyperlink w:anchor="x"><w:r><w:t>472 drones</w:t></w:r></w:hyperlink>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF 300 </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>in the instruction</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
MARK_DELETED = '<w:pPr><w:rPr><w:del w:id="5" w:author="a"/></w:rPr></w:pPr>'
ROW = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
DELETED_ROW = ROW.format('<w:trPr><w:del w:id="6" w:author="a"/></w:trPr>', "gone")
CELLS = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
RAISED = '<w:vertAlign w:val="superscript"/>'
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent><w:p><w:r><w:t>boxed"
    "</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)


def case(name: str, xml: str, text: str, *left_out: str) -> object:
    return pytest.param(xml, text, left_out, id=name)


@pytest.mark.parametrize(
    ("xml", "text", "left_out"),
    [
        case("paragraphs", p("One.") + p("Two."), "One.\n\nTwo."),
        case("empty-paragraphs", p() + p("One.") + p() + p("Two.") + p(), "One.\n\nTwo."),
        case("runs", p("One ", r("half", "<w:b/>"), "."), "One half."),
        case("a-list", p("One", properties=NUMBERED) + p("Two", properties=NUMBERED), "One\n\nTwo"),
        case("tab-and-breaks", "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a\tb\nc"),
        case("hyphens", "<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r></w:p>", "a-bc"),
        case("a-link", p("Of ", LINK, ", 9"), "Of 472 drones, 9"),
        case("insertion-and-deletion", p("a ", INSERTED, DELETED, " b"), "a new b"),
        case("a-move", p("a", MOVED), "a moved"),
        case("a-deleted-paragraph-mark", p("One ", properties=MARK_DELETED) + p("two."), "One two."),
        case("a-field", p("page ", FIELD, "."), "page 12."),
        case("a-table", CELLS.format(p("a") + p("b"), p("c")) + p("d"), "a\n\nb\n\nc\n\nd"),
        case("a-table-in-a-table", CELLS.format(CELLS.format(p("a"), p("b")) + p(), p("c")), "a\n\nb\n\nc"),
        case("a-deleted-row", f"<w:tbl>{ROW.format('', 'kept')}{DELETED_ROW}</w:tbl>", "kept"),
        case("a-content-control", CONTROL.format("", p("a")) + p(CONTROL.format("", r("b"))), "a\n\nb"),
        case("a-placeholder", p("a", CONTROL.format("<w:showingPlcHdr/>", r("Click to enter text"))), "a"),
        case("a-smart-tag", p("<w:smartTag>" + r("Kyiv") + "</w:smartTag>", " fell"), "Kyiv fell"),
        case("hidden", p("a", r("b", "<w:vanish/>")), "a", "hidden text"),
        case("not-hidden", p("a", r("b", '<w:vanish w:val="0"/>')), "ab"),
        case("struck", p(r("482", "<w:strike/>"), " 382"), " 382", "struck-through text"),
        case("struck-twice", p("a", r("b", "<w:dstrike/>")), "a", "struck-through text"),
        case("not-struck", p("a", r("b", '<w:strike w:val="false"/>')), "ab"),
        case("an-ordinal", p("the 21", r("st", RAISED)), "the 21st"),
        case("a-typed-footnote-mark", p("It fell 472", r("3", RAISED), "."), "It fell 472."),
        case("a-square", p("4 km", r("2", RAISED)), "4 km2"),
        case("a-footnote", p("a", '<w:r><w:footnoteReference w:id="2"/></w:r>', "b"), "ab", "footnotes"),
        case("an-endnote", p("a", '<w:r><w:endnoteReference w:id="2"/></w:r>'), "a", "endnotes"),
        case("a-comment", p("a", '<w:r><w:commentReference w:id="2"/></w:r>'), "a", "comments"),
        case("a-text-box", p("a", BOX), "a", "text boxes"),
        case("a-formula", p("a", "<m:oMath><m:r><m:t>x=300</m:t></m:r></m:oMath>"), "a", "formulas"),
        case("several", p("a", BOX, '<w:r><w:footnoteReference w:id="2"/></w:r>'), "a", "footnotes", "text boxes"),
    ],
)  # fmt: skip
def test_the_text_is_what_word_shows(xml: str, text: str, left_out: tuple[str, ...]) -> None:
    draft = read_draft(body(xml), name="draft.docx")
    assert (draft.text, draft.encoding) == (text, "Word")
    assert draft.notes == ((f"left out and not checked: {', '.join(left_out)}",) if left_out else ())
    assert draft.source_span(0, 1) is None


def test_headers_and_footers_are_left_out_and_named_if_they_have_words() -> None:
    document = docx.Document()
    document.add_paragraph("One.")
    document.sections[0].header.is_linked_to_previous = False
    assert read_draft(saved(document), name="draft.docx").notes == ()
    document.sections[0].header.paragraphs[0].text = "Draft of 300"
    document.sections[0].footer.paragraphs[0].text = "Page 3"
    draft = read_draft(saved(document), name="draft.docx")
    assert draft.text == "One."
    assert draft.notes == ("left out and not checked: footers, headers",)


def test_headings_and_lists_by_style() -> None:
    document = docx.Document()
    document.add_heading("Record attack", 1)
    document.add_paragraph("One", style="List Bullet")
    document.add_paragraph("Two", style="List Number")
    assert read_draft(saved(document), name="draft.docx").text == "Record attack\n\nOne\n\nTwo"


GOOD = body(p("One."))
MACROS = b"application/vnd.ms-word.document.macroEnabled.main+xml"
MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"One.", "named .docx, but it is no Word file", id="text"),
        pytest.param(b"", "but it is empty", id="empty"),
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(512), "an old or a password-protected Word file", id="old"),
        pytest.param(b"%PDF-1.7", "but it is no Word file", id="pdf"),
        pytest.param(zipped({"a.txt": b"One."}), "a zip file, but no Word file", id="zip"),
        pytest.param(zipped({"content.xml": b"<a/>"}), "a zip file, but no Word file", id="odt"),
        pytest.param(GOOD[: len(GOOD) // 2], "damaged", id="cut-off"),
        pytest.param(GOOD[:300] + bytes(200) + GOOD[500:], "damaged", id="damaged"),
        pytest.param(changed(GOOD, "word/document.xml", b"</w:body>", b""), "damaged", id="broken-xml"),
        pytest.param(changed(GOOD, "[Content_Types].xml", MAIN, MACROS), "as Word saves it", id="macros"),
        pytest.param(changed(GOOD, "_rels/.rels", b"word/document.xml", b"NULL"), "as Word saves it", id="no-body"),
        pytest.param(body(p(" ")), "nothing to check, it is blank", id="blank"),
        pytest.param(body(""), "nothing to check, it is blank", id="no-paragraph"),
    ],
)  # fmt: skip
def test_what_is_no_word_draft_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as refused:
        read_draft(data, name="draft.docx")
    message = str(refused.value)
    assert message.startswith("draft.docx: ")
    assert said in message
    assert "\n" not in message


def test_the_test_files_are_read_by_the_library_itself() -> None:
    assert [paragraph.text for paragraph in opened(GOOD).paragraphs] == ["One."]
