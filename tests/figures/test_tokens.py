"""Tokens: what they are, and what stands between them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verifier.figures.tokens import tokenise


def test_words_numerals_and_signs() -> None:
    tokens = tokenise("A$1,500.25 (or 3bn) – İstanbul's ½")
    words = [word for word in tokens.words if word]
    assert words == ["a", "$", "1,500.25", "or", "3", "bn", "İstanbul", "s", "½"]


def test_reading_past_the_end_is_safe() -> None:
    tokens = tokenise("one")
    assert tokens.words[-1] == ""
    assert tokens.words[5] == ""
    assert not tokens.capital(5)


@given(st.text())
def test_tokens_and_gaps_make_up_the_text(text: str) -> None:
    tokens = tokenise(text)
    rebuilt, last = "", 0
    for word, gap, start, end in zip(tokens.words, tokens.gaps, tokens.starts, tokens.ends, strict=True):
        if not word:
            break
        assert start - last == len(gap)
        assert end - start == len(word)
        rebuilt += text[last:start] + text[start:end]
        last = end
    assert rebuilt + text[last:] == text
