"""Markdown → text: the words without the marks, and the way back to the source."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from verifier import InputError, read_draft


def case(name: str, source: str, text: str, *left_out: str) -> object:
    return pytest.param(source, text, left_out, id=name)


@pytest.mark.parametrize(
    ("source", "text", "left_out"),
    [
        case("paragraphs", "One.\n\nTwo.\n", "One.\n\nTwo."),
        case("a-wrapped-paragraph", "One\ntwo\r\nthree.", "One two three."),
        case("headings", "# One #\n\nTwo\n===\n\ntext", "One\n\nTwo\n\ntext"),
        case("emphasis", "*One* **two** ***three*** _four_ 4**7**2", "One two three four 472"),
        case("lists", "- a\n- b\n  goes on\n\n1. c\n   - d\n", "a\n\nb goes on\n\nc\n\nd"),
        case("numbers-of-a-list-are-no-text", "1986\\. A great year\n\n2. Two", "1986. A great year\n\nTwo"),
        case("tasks", "- [x] done\n- [ ] open", "done\n\nopen"),
        case("quotations", "> One\n> two\n>> three", "One two\n\nthree"),
        case("a-table", "|a|b|\n|-|-|\n|1 \\| 2|3|", "a\n\nb\n\n1 | 2\n\n3"),
        case("links", "[One](/300 '400') <http://a.b> [two][x]\n\n[x]: /500", "One http://a.b two"),
        case("images", "One ![300](i.png) two", "One two"),
        case("escapes", "\\*One\\* 5 \\* 3 \\# \\\\", "*One* 5 * 3 # \\"),
        case("entities", "&pound;4m &mdash; R&amp;D R&D &lt;b&gt;", "£4m — R&D R&D <b>"),
        case("signs", "a < b > c & d", "a < b > c & d"),
        case("hard-breaks", "One\\\ntwo  \nthree", "One\ntwo\nthree"),
        case("a-rule", "One\n\n---\n\ntwo", "One\n\ntwo"),
        case("inline-code", "One `two` `` th`ree ``", "One two th`ree"),
        case("a-fence", "One\n\n```py\n300\n```\n\ntwo", "One\n\ntwo", "code blocks"),
        case("indented-code", "One\n\n    300\n\ntwo", "One\n\ntwo", "code blocks"),
        case("front-matter", "---\ntitle: 300\n---\n\nOne", "One"),
        case("front-matter-of-toml", "+++\ntitle = 300\n+++\n\nOne", "One"),
        case("footnotes", "One[^1].\n\n[^1]: 300\n\nTwo", "One.\n\nTwo", "footnotes"),
        case("struck", "~~482~~ 382", "382", "struck-through text"),
        case("html-comment", "One <!-- 300 --> two\n\n<!-- 400 -->", "One two"),
        case("inline-html", "4<b>7</b>2 <span hidden>*300*</span>two<br>three", "472 two\nthree"),
        case("html-block", "<div hidden>\n\n300 *400*\n\n</div>\n\nOne", "One"),
        case("shown-html-block", "<p>One</p>\n<script>300</script>\n\ntwo", "One\n\ntwo"),
        case("html-in-a-quotation", "> <p hidden>\n> 300</p>\n> <p>One</p>\n\ntwo", "One\n\ntwo"),
    ],
)  # fmt: skip
def test_the_text_is_what_is_left_without_the_marks(
    source: str, text: str, left_out: tuple[str, ...]
) -> None:
    draft = read_draft(source.encode(), name="draft.md")
    assert draft.text == text
    assert draft.notes == ((f"left out and not checked: {', '.join(left_out)}",) if left_out else ())


@pytest.mark.parametrize(
    ("source", "words", "place"),
    [
        pytest.param("One **two** three", "two", "two", id="a-word"),
        pytest.param("One **two** three", "One two three", "One **two** three", id="over-marks"),
        pytest.param("😀 é **two**", "two", "two", id="after-wide-characters"),
        pytest.param("It cost &pound;4m", "£4m", "&pound;4m", id="an-entity"),
        pytest.param("a &lt; b < c", "b < c", "b < c", id="signs"),
        pytest.param("a &lt; b < c", "a <", "a &lt;", id="ends-with-an-entity"),
        pytest.param("5 \\* 3", "5 * 3", "5 \\* 3", id="an-escape"),
        pytest.param("5 \\* 3", "* 3", "* 3", id="after-a-backslash"),
        pytest.param("> One\n> two", "One two", "One\n> two", id="over-a-quoted-line"),
        pytest.param("a [One](/300) b", "One", "One", id="a-link"),
        pytest.param("a `` t`w `` b", "t`w", "t`w", id="code"),
        pytest.param("|a|\n|-|\n|1 \\| 2|", "1 | 2", "1 \\| 2", id="a-cell"),
        pytest.param("# One #\n\ntwo", "One\n\ntwo", "One #\n\ntwo", id="over-a-heading"),
        pytest.param("<p>On<b>e</b> &pound;4</p>", "One £4", "On<b>e</b> &pound;4", id="html"),
        pytest.param("> <p>One\n> &pound;4</p>", "One £4", "One\n> &pound;4", id="quoted-html"),
        pytest.param("a <b>*One*</b> c", "One", "One", id="marks-in-html"),
    ],
)
def test_words_lead_back_to_their_source(source: str, words: str, place: str) -> None:
    draft = read_draft(source.encode(), name="draft.md")
    start = draft.text.index(words)
    span = draft.source_span(start, start + len(words))
    assert span is not None
    assert source[slice(*span)] == place


MARKS = [
    "*",
    "**",
    "_",
    "`",
    "> ",
    "- ",
    "# ",
    "\n",
    "\n\n",
    "[",
    "](x)",
    "|",
    "<b>",
    "</b>",
    "\\",
    "~~",
    "    ",
    "1. ",
]
WORDS = st.text(alphabet="ab12 .é😀<&", min_size=1, max_size=8)


@example(["`", "1", "\n", "`"])
@example(["[1 &1`é~~< b \\", "\n", "](x)"])
@example(["`` ", "a", "\n", "b", " ``"])
@settings(deadline=None)
@given(st.lists(st.one_of(WORDS, st.sampled_from(MARKS)), max_size=30))
def test_every_character_stands_where_the_map_says(parts: list[str]) -> None:
    source = "".join(parts)
    try:
        draft = read_draft(source.encode(), name="draft.md")
    except InputError:  # nothing but marks
        return
    spans = []
    for at, character in enumerate(draft.text):
        span = draft.source_span(at, at + 1)
        if not character.isspace():
            assert span is not None
            assert source[slice(*span)] == character
        spans += [span] if span else []
    assert spans == sorted(spans)


@pytest.mark.parametrize("name", ["a.md", "a.MD", "a.markdown", "a.mdown", "a.mkd"])
def test_the_endings_of_markdown(name: str) -> None:
    assert read_draft(b"**One**", name=name).text == "One"
