"""The draft as the model sees it: sentences and figures with their ids, and words found again.

Every character of the draft is shown as one character, so that words which the model copies from what
it sees lead back to exact places in the draft. What could pass for an id, a tag of the prompt or a
template in the draft itself is shown with look-alikes.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from verifier.claims import Words
from verifier.grounding import Ungrounded, find_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import Figure

_ID_LIKE = re.compile(r"\[(?=\s*[SF]\s*\d)", re.IGNORECASE)
_TAG_LIKE = re.compile(r"<(?=\s*/?\s*(?:draft|already_read))", re.IGNORECASE)
# instructor runs every message through Jinja; a draft must not be able to speak to it.
_TEMPLATE_LIKE = re.compile(r"\{(?=[{%#])")
_MARKS = str.maketrans({"⟦": "〚", "⟧": "〛"})
# Line breaks, tabs, no-break spaces and control characters are shown as blanks; so are tag characters,
# which no reader sees and some models obey.
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\U000e0000-\U000e007f]")

# The same words in other typography: models straighten quotation marks and dashes when they copy.
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("’‘‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("–—―−‐‑‒", "-"),
    }
)
_MARKED_FIGURE = re.compile(r"⟦F\d+ ?([^⟦⟧]*)⟧")
DIGITS = re.compile(r"\d+")


def escaped(text: str) -> str:
    """The text with everything that could pass for markup replaced, one character for one.

    >>> escaped("⟦F1 9⟧ [S3] {{ x }}")
    '〚F1 9〛 ［S3] ｛{ x }}'
    """
    text = _ID_LIKE.sub("［", text.translate(_MARKS))
    text = _TEMPLATE_LIKE.sub("｛", _TAG_LIKE.sub("‹", text))
    return _BLANK.sub(" ", text)


class Shown:
    """Sentences of a draft and their figures, ready to be shown and to be quoted from.

    Both are numbered from 1 as they are shown, whatever they are called in the draft: what stands
    elsewhere does not change how a passage looks. Of the whole draft, the two names are the same.

    Args:
        draft: the draft.
        figures: its figures, in order.
        sentences: those that are shown, in order; all of the draft by default.
    """

    def __init__(
        self, draft: Draft, figures: Sequence[Figure], sentences: Sequence[Sentence] | None = None
    ) -> None:
        self.draft = draft
        shown = draft.sentences if sentences is None else sentences
        self.sentences = {f"S{number}": sentence for number, sentence in enumerate(shown, 1)}
        self._names = {sentence.id: name for name, sentence in self.sentences.items()}
        self.figures: dict[str, Figure] = {}
        self._of_sentence: dict[str, list[str]] = {}
        self._all = tuple(figures)
        for figure in figures:
            sentence = draft.sentence_at(figure.span.start)
            if sentence is not None and sentence.id in self._names:
                name = f"F{len(self.figures) + 1}"
                self.figures[name] = figure
                self._of_sentence.setdefault(self._names[sentence.id], []).append(name)

    def of(self, sentences: Sequence[Sentence]) -> Shown:
        """The same draft with other sentences shown."""
        return Shown(self.draft, self._all, sentences)

    def figures_of(self, sentence: str) -> dict[str, Figure]:
        """The figures that start in a sentence, by name, in order."""
        named = {name: self.figures[name] for name in self._of_sentence.get(sentence, ())}
        return dict(sorted(named.items(), key=lambda item: (item[1].span.start, -item[1].span.end)))

    def sentence_of(self, figure: str) -> str | None:
        """The name of the sentence in which a figure stands; None if no such figure is shown."""
        known = self.figures.get(figure)
        place = None if known is None else self.draft.sentence_at(known.span.start)
        return None if place is None else self._names.get(place.id)

    def text(self) -> str:
        """The sentences with all ids, one a line, with a blank line between paragraphs."""
        return "\n\n".join(
            "\n".join(self._line(name, sentence) for name, sentence in paragraph)
            for _, paragraph in groupby(self.sentences.items(), key=lambda item: item[1].paragraph)
        )

    def _line(self, place: str, sentence: Sentence) -> str:
        shown, offset = escaped(sentence.span.quote), sentence.span.start
        pieces = [f"[{place}] "]
        at = 0
        for name, figure in self.figures_of(place).items():
            # A figure within another (a range and its ends) is marked after it, without its words.
            start = max(figure.span.start - offset, at)
            end = max(min(figure.span.end - offset, len(shown)), start)
            pieces += [shown[at:start], f"⟦{name} {shown[start:end]}".rstrip(), "⟧"]
            at = end
        return "".join((*pieces, shown[at:]))

    def find(self, place: str, quote: str) -> Words | None:
        """The draft's own words that the model quotes from a sentence; None if they do not stand there.

        The words must be the same, one by one. Left aside are what the model cannot know (the marks
        around figures, look-alikes, line breaks) and what it evens out in copying (curly quotation
        marks, dashes, and a capital at the start).
        """
        sentence = self.sentences.get(place)
        copied = _MARKED_FIGURE.sub(r"\1", quote).strip()
        if sentence is None or not copied:
            return None
        text = _even(sentence.span.quote)
        for wanted in (_even(copied), _even(copied[0].swapcase() + copied[1:])):
            match = _words_pattern(wanted).search(text)
            if match is None:
                continue
            start = sentence.span.start + match.start()
            words = Words(sentence.id, self.draft.text[start : start + len(match[0])], start)
            if not isinstance(find_words(self.draft, words), Ungrounded):
                return words
        return None

    def digits_of(self, place: str) -> frozenset[str]:
        """The runs of digits that a claim about the sentence may print.

        Those of the sentence itself, and those that belong to no figure of the draft ("Boeing 737").
        """
        sentence = self.sentences.get(place)
        own = DIGITS.findall(sentence.span.quote) if sentence is not None else []
        return self._digits_of_names.union(own)

    @cached_property
    def _digits_of_names(self) -> frozenset[str]:
        text = list(self.draft.text)
        for figure in self._all:
            text[figure.span.start : figure.span.end] = " " * (figure.span.end - figure.span.start)
        return frozenset(DIGITS.findall("".join(text)))


def _even(text: str) -> str:
    return escaped(text).translate(_TYPOGRAPHY)


def _words_pattern(wanted: str) -> re.Pattern[str]:
    """The words between word boundaries, with any blanks between them."""
    words = wanted.split()
    pattern = r"\s+".join(re.escape(word) for word in words)
    left = r"(?<![^\W_])" if words[0][0].isalnum() else ""
    right = r"(?![^\W_])" if words[-1][-1].isalnum() else ""
    return re.compile(left + pattern + right)
