"""The draft cut into pieces: nothing lost, nothing added, and every piece knows all that covers it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verifier.draft import Draft
from verifier.report.marks import Block, Mark, blocks

TEXT = "A headline\n\nOf the 472 drones launched, 482 were shot down.\n\nMore came. Few know.\n"


def cut(text: str, findings: list[Mark], claims: list[Mark], figures: list[Mark]) -> list[Block]:
    return list(blocks(Draft.parse(text), findings, claims, figures))


def at(words: str, number: int) -> Mark:
    start = TEXT.index(words)
    return Mark(start, start + len(words), number)


def told(cuts: list[Block]) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [
        (piece.text, piece.findings, piece.claims)
        for block in cuts
        for piece in block.pieces
        if piece.findings or piece.claims
    ]


def test_a_finding_within_a_claim_cuts_it_in_three() -> None:
    cuts = cut(TEXT, [at("472 drones", 1)], [at("Of the 472 drones launched", 1)], [])
    assert told(cuts) == [("Of the ", (), (1,)), ("472 drones", (1,), (1,)), (" launched", (), (1,))]


def test_findings_that_overlap_share_the_piece_in_the_middle() -> None:
    cuts = cut(TEXT, [at("472 drones", 2), at("drones launched", 1)], [], [])
    assert told(cuts) == [("472 ", (2,), ()), ("drones", (1, 2), ()), (" launched", (1,), ())]


def test_several_findings_at_one_place_are_all_there_in_order() -> None:
    cuts = cut(TEXT, [at("482", 3), at("482", 1), at("482", 3)], [], [])
    assert told(cuts) == [("482", (1, 3), ())]
    assert [piece.refs for block in cuts for piece in block.pieces if piece.refs] == [(1, 3)]


def test_the_innermost_claim_comes_last() -> None:
    inner, outer = at("472 drones", 1), at("Of the 472 drones launched", 2)
    for claims in ([inner, outer], [outer, inner]):
        assert ("472 drones", (), (2, 1)) in told(cut(TEXT, [], claims, []))


def test_a_mark_over_two_paragraphs_ends_in_the_second() -> None:
    cuts = cut(TEXT, [at("shot down.\n\nMore came", 1)], [], [])
    assert told(cuts) == [("shot down.", (1,), ()), ("More came", (1,), ())]
    assert [piece.text for block in cuts for piece in block.pieces if piece.refs] == ["More came"]


def test_a_mark_without_words_is_still_referred_to() -> None:
    for start in (0, 11, 30, len(TEXT)):
        cuts = cut(TEXT, [Mark(start, start, 1)], [], [])
        assert [piece.refs for block in cuts for piece in block.pieces if piece.refs] == [(1,)], start


def test_paragraphs_are_called_what_findings_call_them() -> None:
    assert [(block.place, block.number) for block in cut(TEXT, [], [], [])] == [
        ("the headline", None),
        ("paragraph 1", "1"),
        ("paragraph 2", "2"),
        ("", None),
    ]


def test_a_table_keeps_its_blanks() -> None:
    assert [block.columns for block in cut("One line.\n\nLeeds\t12\n\nHull   14", [], [], [])[:3]] == [
        False,
        True,
        True,
    ]


TEXTS = st.text(
    st.one_of(st.sampled_from(" \n\r\t.A7“é🚀\u2028\x85\u202e"), st.characters(exclude_categories=["Cs"]))
)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark], list[Mark], list[Mark]]:
    text = draw(TEXTS)
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    marks = st.lists(
        st.builds(lambda span, number: Mark(span[0], span[1], number), bounds, st.integers(1, 5)), max_size=8
    )
    return text, draw(marks), draw(marks), draw(marks)


@given(marked_texts())
def test_pieces_put_together_are_the_text_and_know_what_covers_them(
    case: tuple[str, list[Mark], list[Mark], list[Mark]],
) -> None:
    text, findings, claims, figures = case
    at = 0
    for block in cut(text, findings, claims, figures):
        assert text.startswith(block.gap, at)
        at += len(block.gap)
        for piece in block.pieces:
            assert piece.text
            assert text.startswith(piece.text, at)
            for marks, numbers in (
                (findings, piece.findings),
                (claims, piece.claims),
                (figures, piece.figures),
            ):
                for offset in range(at, at + len(piece.text)):
                    covering = {mark.number for mark in marks if mark.start <= offset < mark.end}
                    assert set(numbers) == covering
                assert len(set(numbers)) == len(numbers)
            at += len(piece.text)
    assert at == len(text)


@given(marked_texts())
def test_every_finding_is_referred_to_once_for_each_end(
    case: tuple[str, list[Mark], list[Mark], list[Mark]],
) -> None:
    text, findings, claims, _ = case
    pieces = [piece for block in cut(text, findings, claims, []) for piece in block.pieces]
    if pieces:
        assert {number for piece in pieces for number in piece.refs} == {mark.number for mark in findings}
        assert {number for piece in pieces for number in piece.ends} == {mark.number for mark in claims}
