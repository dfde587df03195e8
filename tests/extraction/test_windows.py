from __future__ import annotations

from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from verifier.draft import Draft
from verifier.extraction.windows import CONTEXT_WORDS, cut

paragraphs = st.lists(
    st.lists(st.integers(1, 60), min_size=1, max_size=6).map(
        lambda lengths: " ".join("Word" + " word" * (length - 1) + "." for length in lengths)
    ),
    max_size=40,
)


@given(paragraphs, st.integers(1, 400))
def test_windows_hold_every_sentence_once_in_order(texts: list[str], words: int) -> None:
    draft = Draft.parse("\n\n".join(texts))
    windows = cut(draft, words)
    assert tuple(s for window in windows for s in window.sentences) == draft.sentences
    assert all(window.sentences for window in windows)


@given(paragraphs, st.integers(1, 400))
def test_there_are_no_more_windows_than_promised(texts: list[str], words: int) -> None:
    draft = Draft.parse("\n\n".join(texts))
    assert len(cut(draft, words)) <= max(1, ceil(draft.words / words))


@given(paragraphs, st.integers(1, 400))
def test_no_paragraph_is_divided(texts: list[str], words: int) -> None:
    draft = Draft.parse("\n\n".join(texts))
    homes = [{s.paragraph for s in window.sentences} for window in cut(draft, words)]
    assert sum(len(home) for home in homes) == len({s.paragraph for s in draft.sentences})


@given(paragraphs, st.integers(1, 400))
def test_context_comes_right_before_and_is_short(texts: list[str], words: int) -> None:
    draft = Draft.parse("\n\n".join(texts))
    for window in cut(draft, words):
        first = draft.sentences.index(window.sentences[0])
        assert window.context == draft.sentences[first - len(window.context) : first]
        assert bool(window.context) is (first > 0)
        assert sum(len(s.span.quote.split()) for s in window.context[1:]) <= CONTEXT_WORDS


def test_windows_are_about_equally_long() -> None:
    draft = Draft.parse("\n\n".join("Word" + " word" * 49 + "." for _ in range(40)))
    lengths = [sum(len(s.span.quote.split()) for s in w.sentences) for w in cut(draft, 900)]
    assert len(lengths) == 3
    assert max(lengths) - min(lengths) <= 50


def test_a_short_draft_is_one_window_without_context() -> None:
    (window,) = cut(Draft.parse("One.\n\nTwo."), 1000)
    assert [s.id for s in window.sentences] == ["S1", "S2"]
    assert window.context == ()
    assert window.shown == window.sentences


def test_an_empty_draft_has_no_windows() -> None:
    assert cut(Draft.parse(" \n "), 1000) == ()
