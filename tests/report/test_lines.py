"""Offsets, lines and columns: each leads back to the other, whatever the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.report.lines import Lines

# Everything that could be counted wrongly: line breaks of all kinds, marks that combine, pairs of units.
TEXTS = st.text(
    st.one_of(st.sampled_from("a\n\r\u2028\x85\x0b\x0c\u0301😀👩\u200d\ufeff"), st.characters(codec="utf-8"))
)


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        pytest.param("", 0, 1, 1, id="nothing"),
        pytest.param("ab", 2, 1, 3, id="the-end"),
        pytest.param("a\nb", 1, 1, 2, id="a-break-belongs-to-its-line"),
        pytest.param("a\nb", 2, 2, 1, id="after-a-break"),
        pytest.param("a\r\nb", 2, 1, 3, id="within-a-break-of-two"),
        pytest.param("a\r\nb", 3, 2, 1, id="a-break-of-two-is-one"),
        pytest.param("a\rb", 2, 2, 1, id="a-return-alone"),
        pytest.param("a\n\rb", 3, 3, 1, id="the-other-way-round-is-two"),
        pytest.param("a\n", 2, 2, 1, id="behind-the-last-break"),
        pytest.param("a\u2028b\x85c\x0cd", 6, 1, 7, id="no-line-breaks-to-an-editor"),
        pytest.param("😀b", 1, 1, 3, id="an-emoji-is-two-units"),
        pytest.param("😀\n😀b", 3, 2, 3, id="counted-from-its-own-line"),
        pytest.param("e\u0301b", 2, 1, 3, id="a-combining-mark-is-one"),
        pytest.param("\ufffdb\uffffc", 3, 1, 4, id="the-last-of-one-unit"),
    ],
)
def test_places(text: str, offset: int, line: int, column: int) -> None:
    assert Lines(text).at(offset) == (line, column)


def offset_of(text: str, line: int, column: int) -> int:
    """The other way, by the encoding that columns are counted in."""
    rows = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    units = rows[line - 1].encode("utf-16-le", "surrogatepass")
    before = sum(map(len, rows[: line - 1]))
    return before + len(units[: 2 * (column - 1)].decode("utf-16-le", "surrogatepass"))


@given(TEXTS, st.data())
def test_a_place_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    position = Lines(text).at(offset)
    assert min(position) >= 1
    assert offset_of(text, *position) == offset


@given(TEXTS)
def test_places_follow_each_other(text: str) -> None:
    lines = Lines(text)
    places = [lines.at(offset) for offset in range(len(text) + 1)]
    assert places == sorted(set(places))
