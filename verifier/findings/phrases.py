"""How findings speak of places in the draft: the phrase around a figure, and where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.relations.model import Named, Names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from verifier.draft import Draft, Span
    from verifier.figures.model import Figure

_WORDS_AFTER = 5
_HEADING_WORDS = 14
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_NEXT_WORD = re.compile(r"[ \u00a0\n](?P<word>[\w’'-]+)")
_BEFORE = re.compile(r"(?:\b(?:a|the) )?(?:\b(?:record|total of|all|only|just) )$", re.IGNORECASE)

# A phrase ends before these: what follows belongs to another part of the sentence.
_STOPS = frozenset(
    "a about above after against ahead although among an and as at because before below between but by "
    "despite down during following for from he her his if in including into its last next of on onto out "
    "over per she since so than that the their they this though to toward towards under until up "
    "when where which while who whose with within without yesterday today".split()
)


def phrase(draft: Draft, figure: Figure, others: Iterable[Figure] = ()) -> Span:
    """The figure with its hedge and the few words that say what it counts: "about 382 were intercepted"."""
    sentence = draft.sentence_at(figure.span.start)
    limit = sentence.span.end if sentence else figure.span.end
    for other in others:
        if figure.span.end <= other.span.start < limit:
            limit = other.span.start if other.hedge_span is None else min(other.span.start, limit)
    start = figure.span.start
    if figure.hedge_span is not None and figure.hedge_span.end <= start:
        start = figure.hedge_span.start
    floor = sentence.span.start if sentence else start
    before = _BEFORE.search(draft.text, max(floor, start - 20), start)
    if before is not None:
        start = before.start()
    end = _phrase_end(draft.text, figure.span.end, limit)
    return draft.span(start, max(end, figure.span.end))


def _phrase_end(text: str, end: int, limit: int) -> int:
    for _ in range(_WORDS_AFTER):
        match = _NEXT_WORD.match(text, end, limit)
        if match is None or match["word"].casefold() in _STOPS:
            break
        end = match.end()
    return end


def names_of(draft: Draft, figures: Iterable[Figure], spoken_of: Collection[str] | None = None) -> Names:
    """How to speak of each figure, or of those with these ids."""
    figures = tuple(figures)
    headings = _headings(draft)
    names: Names = {}
    for index, figure in enumerate(figures):
        if spoken_of is None or figure.id in spoken_of:
            following = figures[index + 1 : index + 3]
            words = " ".join(phrase(draft, figure, following).quote.split())
            names[figure.id] = Named(figure, words, _place(draft, figure.span, headings))
    return names


def place(draft: Draft, span: Span) -> str:
    """Where a span stands: "the headline", or the paragraph, counted from the first below it."""
    return _place(draft, span, _headings(draft))


def _place(draft: Draft, span: Span, headings: int) -> str:
    sentence = draft.sentence_at(span.start)
    if sentence is None:
        return "the draft"
    if sentence.paragraph < headings:
        return "the headline"
    return f"paragraph {sentence.paragraph - headings + 1}"


def _headings(draft: Draft) -> int:
    """How many paragraphs at the top are headlines or datelines: short, and without a full stop."""
    for index, paragraph in enumerate(draft.paragraphs):
        text = paragraph.quote
        if len(text.split()) > _HEADING_WORDS or _SENTENCE_END.search(text):
            return index
    return 0
