from __future__ import annotations

from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from verifier.draft import Draft
from verifier.extraction.windows import cut

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


@given(paragraphs, st.integers(1, 400), st.data())
def test_an_edit_within_a_paragraph_leaves_the_other_windows_as_they_were(
    texts: list[str], words: int, data: st.DataObject
) -> None:
    """Where it changes neither how the paragraph opens nor how many words it has."""
    long = [at for at, text in enumerate(texts) if len(text.split()) > 4 and text.endswith(" word.")]
    if not long:
        return
    at = data.draw(st.sampled_from(long))
    edited = [*texts[:at], texts[at].removesuffix("word.") + "other.", *texts[at + 1 :]]
    before, after = (_texts("\n\n".join(each), words) for each in (texts, edited))
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def _texts(text: str, words: int) -> list[str]:
    return [" ".join(s.span.quote for s in window.sentences) for window in cut(Draft.parse(text), words)]


def test_a_figure_more_in_one_window_changes_no_other() -> None:
    body = [
        f"Speaker number {word} said that nobody came." + " It rained." * 12
        for word in "abcdefghijklmnopqrstuvwxyz"
    ]
    edited = [body[0].replace("nobody", "some 40 people"), *body[1:]]
    before, after = (_texts("\n\n".join(each), 100) for each in (body, edited))
    assert len(before) > 3
    assert after[1:] == before[1:]


def test_windows_are_as_long_as_asked_for_or_half_as_long_again() -> None:
    draft = Draft.parse("\n\n".join(f"Word{n}" + " word" * 49 + "." for n in range(40)))
    lengths = [sum(len(s.span.quote.split()) for s in w.sentences) for w in cut(draft, 600)]
    assert all(600 <= length <= 900 for length in lengths[:-1])
    assert sum(lengths) == 2000


def test_a_window_ends_where_the_next_paragraph_does_not_go_on() -> None:
    plain, going_on = "Word" + " word" * 49 + ".", "She" + " word" * 49 + "."
    draft = Draft.parse("\n\n".join((plain, plain, going_on) * 2))
    first, *_ = cut(draft, 100)
    assert len(first.sentences) == 3


def test_a_short_draft_is_one_window() -> None:
    (window,) = cut(Draft.parse("One.\n\nTwo."), 1000)
    assert [s.id for s in window.sentences] == ["S1", "S2"]
    assert window.introduced == ()


def test_an_empty_draft_has_no_windows() -> None:
    assert cut(Draft.parse(" \n "), 1000) == ()
