"""Cutting a draft into windows: whole paragraphs, about equally long, every sentence in one of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.draft import Draft, Sentence

CONTEXT_PARAGRAPHS = 2
CONTEXT_WORDS = 200
"""What comes before a window is shown for its names: two paragraphs, and no more than this of them."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the draft that one call is asked about.

    Attributes:
        sentences: those that it is asked about, in order; at least one.
        context: the sentences just before them, shown so that names can be understood.
    """

    sentences: tuple[Sentence, ...]
    context: tuple[Sentence, ...]

    @property
    def shown(self) -> tuple[Sentence, ...]:
        """All sentences that the model sees, in order."""
        return self.context + self.sentences


def cut(draft: Draft, words: int) -> tuple[Window, ...]:
    """Windows of about so many words each, at most ``ceil(draft.words / words)`` of them.

    A paragraph is never divided, so a window is larger where a paragraph is. A draft without
    sentences has no windows.
    """
    paragraphs = [tuple(group) for _, group in groupby(draft.sentences, key=lambda s: s.paragraph)]
    if not paragraphs:
        return ()
    count = min(max(1, -(-draft.words // words)), len(paragraphs))
    bounds = (0, *_cuts([_length(paragraph) for paragraph in paragraphs], count), len(paragraphs))
    return tuple(
        Window(
            tuple(sentence for paragraph in paragraphs[start:end] for sentence in paragraph),
            _context(paragraphs[max(0, start - CONTEXT_PARAGRAPHS) : start]),
        )
        for start, end in pairwise(bounds)
        if start < end
    )


def _cuts(lengths: Sequence[int], count: int) -> list[int]:
    """The paragraph boundaries nearest to equal shares of the words, in order, without repeats."""
    reached = [0, *accumulate(lengths)]
    inner = range(1, len(lengths))
    ideal = (reached[-1] * part / count for part in range(1, count))
    return sorted({min(inner, key=lambda at: abs(reached[at] - share)) for share in ideal})


def _context(paragraphs: Sequence[tuple[Sentence, ...]]) -> tuple[Sentence, ...]:
    """The last sentences of these paragraphs, as far as `CONTEXT_WORDS` reach."""
    kept: list[Sentence] = []
    left = CONTEXT_WORDS
    for sentence in reversed([sentence for paragraph in paragraphs for sentence in paragraph]):
        left -= _length((sentence,))
        if left < 0 and kept:
            break
        kept.append(sentence)
    return tuple(reversed(kept))


def _length(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.span.quote.split()) for sentence in sentences)
