"""The attributions of a draft, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.attributed import without_overlap
from verifier.extraction.offline.marks import Marks
from verifier.extraction.offline.sentence import SentenceReading, may_attribute
from verifier.extraction.offline.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.draft import Draft, Sentence
    from verifier.extraction.offline.attributed import Announced, Attributed
    from verifier.extraction.offline.quotations import Quotation


class AttributionReader:
    """Reads the attributions of one draft."""

    def __init__(self, draft: Draft, quotations: Sequence[Quotation]) -> None:
        self._draft = draft
        self._text = draft.text
        self.marks = Marks(quotations)

    def read(self, sentence: Sentence) -> tuple[tuple[Attributed, ...], Announced | None]:
        """The attributions of one sentence in order of their cues, and what it announces at its end."""
        quotation = self.marks.at(sentence.span.start)
        if quotation is not None and sentence.span.end <= quotation.end:
            return (), None  # all of it is somebody's words
        quoted = self.marks.within(sentence.span.start, sentence.span.end)
        if not quoted and not may_attribute(sentence.span.quote):
            return (), None
        words = words_of(self._draft, sentence, self.marks.quotations, self.marks.starts)
        reading = SentenceReading(self._text, words, self.marks)
        found = reading.all()
        return tuple(without_overlap(self._text, found, self.marks)), reading.announced()
