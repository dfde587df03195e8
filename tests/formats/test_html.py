"""HTML → text: what a browser shows, and the way back to the source."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import InputError, read_draft


def case(name: str, source: str, text: str, *left_out: str) -> object:
    return pytest.param(source, text, left_out, id=name)


@pytest.mark.parametrize(
    ("source", "text", "left_out"),
    [
        case("paragraphs", "<p>One.<p>Two.</p>\n<div>Three.</div>", "One.\n\nTwo.\n\nThree."),
        case("a-page", "<!doctype html><html><head><title>T</title></head><body>One.</body></html>", "One."),
        case("headings-and-lists", "<h1>Head</h1><ul><li>a<li>b</ul>c", "Head\n\na\n\nb\n\nc"),
        case("inline-marks", "<p>4<b>7</b>2 <i>drones</i>, <span>one</span>", "472 drones, one"),
        case("white-space", "<p>  One \n\t two\r\n three  </p>  ", "One two three"),
        case("white-space-across-tags", "<p>One <b> two </b> three", "One two three"),
        case("a-no-break-space-stays", "<p>7&nbsp;000", "7\u00a0000"),
        case("line-breaks", "<p>One<br>two<br/><br>three", "One\ntwo\nthree"),
        case("entities", "<p>&pound;4m &#8212; &#x201C;far&rdquo; &amp; R&D &lt;b&gt;", "£4m — “far” & R&D <b>"),
        case("entities-without-semicolon", "<p>a &amp b &copy2 &notit; &unknown;", "a & b ©2 ¬it; &unknown;"),
        case("an-entity-of-two", "<p>fj: &fjlig; !", "fj: fj !"),
        case("soft-hyphens", "<p>con&shy;flict \u00ad\u200b7<wbr>000", "conflict 7000"),
        case("a-table", "<table><tr><th>a<td>4</table>b", "a\n\n4\n\nb"),
        case("a-comment", "<p>One<!-- 300 --> two", "One two"),
        case("scripts-and-styles", "<p>One<script>if (a<b) 300</script><style>p{}</style> two", "One two"),
        case("a-template", "<p>One<template>300</template><noscript>400</noscript>", "One"),
        case("form-fields", "<p>One<textarea>300</textarea><select><option>400</select>", "One"),
        case("a-picture", '<p>One<img alt="300"><svg><text>400</text></svg>', "One"),
        case("a-link", '<p><a href="/300" title="400">One</a>', "One"),
        case("hidden", "<p>One<p hidden>300<p>two", "One\n\ntwo"),
        case("hidden-by-style", '<p>One <span style="color:red;DISPLAY : none">300</span>two', "One two"),
        case("shown-by-style", '<p>One <span style="--display:nonesuch">300</span>', "One 300"),
        case("hidden-with-all-in-it", "<div hidden><p>300<ul><li>400</ul></div>One", "One"),
        case("a-closed-dialog", "<dialog>300</dialog>One<dialog open>two</dialog>", "One\n\ntwo"),
        case("code", "<p>One<pre>300\n400</pre>two <code>5</code>", "One\n\ntwo 5", "preformatted text"),
        case("struck", "<p><del>482</del> <s>400</s> 382 <ins>now</ins>", "382 now", "struck-through text"),
        case("a-quotation", "<p>He said <q>no</q>.", "He said “no”."),
        case("an-ordinal", "<p>the 21<sup>st</sup>", "the 21st"),
        case("a-square", "<p>4 km<sup>2</sup>", "4 km2"),
        case("a-footnote-mark", '<p>fell 472<sup>3</sup>.<sup><a href="#n">[4]</a></sup> Then', "fell 472. Then"),
        case("bad-nesting", "<p><b>One <i>two</b> three</i></div> four", "One two three four"),
        case("a-lone-sign", "<p>a < b, 3 <4 & 5> 2", "a < b, 3 <4 & 5> 2"),
        case("no-tags", "Just words.\n\nMore.", "Just words. More."),
    ],
)  # fmt: skip
def test_the_text_is_what_a_browser_shows(source: str, text: str, left_out: tuple[str, ...]) -> None:
    draft = read_draft(source.encode(), name="draft.html")
    assert draft.text == text
    assert draft.notes == ((f"left out and not checked: {', '.join(left_out)}",) if left_out else ())


@pytest.mark.parametrize(
    ("source", "words", "place"),
    [
        pytest.param("<p>One <b>two</b> three", "two", "two", id="a-word"),
        pytest.param("<p>One <b>two</b> three", "One two three", "One <b>two</b> three", id="over-tags"),
        pytest.param("<p>472 d<b>r</b>ones", "drones", "d<b>r</b>ones", id="tags-in-a-word"),
        pytest.param("<p>It cost &pound;4m.", "£4m", "&pound;4m", id="begins-with-an-entity"),
        pytest.param("<p>R&amp;D &amp; AT&ampT", "AT&T", "AT&ampT", id="holds-an-entity"),
        pytest.param("<p>a&amp;b", "a&", "a&amp;", id="ends-with-an-entity"),
        pytest.param("<p>&fjlig;ord", "jo", "&fjlig;o", id="half-of-an-entity"),
        pytest.param("<p>One\r\n   two", "e t", "e\r\n   t", id="white-space"),
        pytest.param("<p>One<p>two", "One\n\ntwo", "One<p>two", id="over-paragraphs"),
        pytest.param("<p>😀 One", "One", "One", id="after-an-emoji"),
        pytest.param("<p>a</x>b <!-- 1 -->c</y>d", "cd", "c</y>d", id="over-ignored-tags"),
        pytest.param("<pre>x</pre>a<br>b<textarea>\n1</textarea>c", "bc", "b<textarea>\n1</textarea>c", id="parts"),
        pytest.param("<p>con&shy;flict", "conflict", "con&shy;flict", id="over-a-soft-hyphen"),
        pytest.param("<p>a <q>no</q> b", "no", "no", id="in-shown-quotation-marks"),
        pytest.param("<p>a <q>no</q> b", "“no”", "no", id="shown-quotation-marks-have-no-place"),
        pytest.param("<table>x<tr><td>4</td>y</table>", "4", "4", id="beside-text-put-out-of-a-table"),
        pytest.param("<table>x<tr><td>4</td>y</table>", "x", "x", id="text-put-out-of-a-table"),
        pytest.param("<table>x<tr><td>4</td>y</table>", "y", None, id="text-whose-place-is-not-known"),
    ],
)  # fmt: skip
def test_words_lead_back_to_their_source(source: str, words: str, place: str | None) -> None:
    draft = read_draft(source.encode(), name="draft.html")
    start = draft.text.index(words)
    span = draft.source_span(start, start + len(words))
    assert (span and source[slice(*span)]) == place


TAGS = [
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "</x>",
    "<!-- c -->",
    "<br>",
    "<div>",
    "<table>",
    "<td>",
    "\n<script>1</script>",
]
ENTITIES = ["&amp;", "&pound;", "&#8212;", "&fjlig;", "&notit;", "&shy;", "&nbsp;", "&#x80;", "&", "&lt"]
WORDS = st.text(alphabet="ab12 \n\r\t.é😀", min_size=1, max_size=8)


@settings(deadline=None)
@given(st.lists(st.one_of(WORDS, st.sampled_from(TAGS), st.sampled_from(ENTITIES)), max_size=30))
def test_every_character_that_has_a_place_stands_there(parts: list[str]) -> None:
    source = "".join(parts)
    try:
        draft = read_draft(source.encode(), name="draft.html")
    except InputError:  # nothing but tags
        return
    for at, character in enumerate(draft.text):
        span = draft.source_span(at, at + 1)
        if span is not None and not character.isspace():
            assert character in html.unescape(source[slice(*span)])
    spans = [span for at in range(len(draft.text)) if (span := draft.source_span(at, at + 1))]
    if "<t" not in source:  # text in a table but in no cell is shown before the table
        assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param('<meta charset="iso-8859-1"><p>£4 – “no”'.encode("cp1252"), "£4 – “no”", id="latin-1"),
        pytest.param("<meta charset=windows-1251><p>Россия".encode("cp1251"), "Россия", id="cyrillic"),
        pytest.param(
            '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><p>ロシア'.encode("shift_jis"),
            "ロシア",
            id="japanese",
        ),
        pytest.param("<meta charset=iso-8859-1><p>£4 – “no”".encode(), "£4 – “no”", id="wrongly-declared"),
        pytest.param("\ufeff<p>£4".encode("utf-16"), "£4", id="utf-16"),
    ],
)  # fmt: skip
def test_a_page_says_how_it_is_encoded(data: bytes, text: str) -> None:
    draft = read_draft(data, name="draft.html")
    assert (draft.text, draft.notes) == (text, ())


def test_an_unknown_encoding_is_guessed_and_that_is_said() -> None:
    draft = read_draft("<meta charset=none-such><p>It cost £300.".encode("cp1252"), name="draft.html")
    assert draft.text == "It cost £300."
    assert "read as Windows-1252" in draft.notes[0]
