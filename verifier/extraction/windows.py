"""Cutting a draft into windows: whole paragraphs, every sentence in one of them.

A window is cut by what stands around its end and not by how long the whole draft is, so that an edit in
one paragraph leaves the other windows as they were, and what was answered about them still holds.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from verifier.draft import count_words
from verifier.extraction.introductions import introductions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence

    Paragraph = tuple[Sentence, ...]

_SLACK = 3, 2
"""A window may be longer than asked for, by half: among the ends that lie there, one is chosen."""
_OPENING_WORDS = 3
# A paragraph that goes on from the one before: an opened quotation, a pronoun, a connective.
_GOES_ON = re.compile(
    r"[\"'“‘«(-]|(?:he|she|they|it|this|that|these|those|his|her|their|its|but|and|or|so|however|"
    r"meanwhile|instead|also|still|both|another|others)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the draft that one call is asked about.

    Attributes:
        sentences: those that it is asked about, in order; at least one.
        introduced: full names that stand earlier in the draft, of what the window calls by a short one.
    """

    sentences: tuple[Sentence, ...]
    introduced: tuple[str, ...] = ()


def cut(draft: Draft, words: int) -> tuple[Window, ...]:
    """Windows of so many words or half as many again, at most ``ceil(draft.words / words)`` of them.

    A paragraph is never divided, so a window is larger where a paragraph is. The last takes what is
    left. A draft without sentences has no windows.
    """
    paragraphs = [tuple(group) for _, group in groupby(draft.sentences, key=lambda s: s.paragraph)]
    windows = []
    for start, end in _bounds(paragraphs, words):
        sentences = tuple(sentence for paragraph in paragraphs[start:end] for sentence in paragraph)
        windows.append(Window(sentences, introductions(draft.text, sentences) if start else ()))
    return tuple(windows)


def _bounds(paragraphs: Sequence[Paragraph], words: int) -> Iterator[tuple[int, int]]:
    lengths = [sum(count_words(sentence.span.quote) for sentence in paragraph) for paragraph in paragraphs]
    longest = words * _SLACK[0] // _SLACK[1]
    start = 0
    while start < len(paragraphs):
        ends: list[int] = []
        reached = 0
        for end in range(start, len(paragraphs)):
            reached += lengths[end]
            if reached >= words and (reached <= longest or not ends):
                ends.append(end + 1)
            if reached > longest:
                break
        # All that is left fits into one window, or cannot be cut.
        if reached <= longest or not ends:
            end = len(paragraphs)
        else:
            end = min(ends, key=lambda end: _score(paragraphs, end))
        yield start, end
        start = end


def _score(paragraphs: Sequence[Paragraph], end: int) -> tuple[bool, str]:
    """The lower, the better a window ends here: where a new thought starts, else wherever chance has it.

    Chance is a hash of the words that follow: they stay the same while others are edited.
    """
    if end == len(paragraphs):
        return True, ""
    following = paragraphs[end][0].span.quote
    opening = " ".join(following.split()[:_OPENING_WORDS])
    return _GOES_ON.match(following) is not None, hashlib.sha256(opening.encode()).hexdigest()
