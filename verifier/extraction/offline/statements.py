"""Claims from attributions and figures: statements, labels, and which figures each one states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.claims import Manner, ProposedClaim, Words
from verifier.figures.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.draft import Draft, Sentence
    from verifier.extraction.offline.attribution import Attributed
    from verifier.figures.model import Figure

_LABEL_WORDS = 8
_TIMES = frozenset({Kind.DATE, Kind.RELATIVE_DATE, Kind.TIME, Kind.ORDINAL})
_AFTER = re.compile(r"[ \u00a0](?P<word>[\w’'-]+)")
_RECORD = re.compile(r"\b(?:record|total of)\s+$", re.IGNORECASE)
_STOPS = frozenset(
    "a about above after against ahead although among an and as at because before below between but by during "
    "following for from he her his if in including into its last next of on onto out over per she since so than "
    "that the their they this though through to toward towards under until up when where which while who whose "
    "with within without yesterday today is are was were has have had will would".split()
)


def claim(
    draft: Draft,
    figures: Sequence[Figure],
    sentence: Sentence,
    content: tuple[int, int],
    attributed: Attributed | None,
) -> ProposedClaim:
    """A proposed claim over `content`, which lies within one sentence."""
    start, end = content
    words = draft.text[start:end]
    inside = [figure for figure in figures if start <= figure.span.start and figure.span.end <= end]
    return ProposedClaim(
        sentence=sentence.id,
        statement=statement(words),
        label=label(draft.text, inside, words),
        figures=tuple(figure.id for figure in inside),
        content=Words(sentence.id, words, start),
        source=_words(draft, attributed.mention) if attributed else None,
        cue=_words(draft, attributed.cue) if attributed and attributed.cue else None,
        manner=attributed.manner if attributed else Manner.OWN_VOICE,
    )


def _words(draft: Draft, offsets: tuple[int, int]) -> Words | None:
    sentence = draft.sentence_at(offsets[0])
    if sentence is None:
        return None
    return Words(sentence.id, draft.text[offsets[0] : offsets[1]], offsets[0])


def statement(words: str) -> str:
    """The content as a sentence: one line, without its quotation marks, with a capital and a full stop."""
    line = " ".join(words.split()).strip(' ,;:“”"')
    if not line:
        return words
    line = line[0].upper() + line[1:]
    return line if line[-1] in ".!?…" else line + "."


def label(text: str, figures: Sequence[Figure], words: str) -> str:
    """A few words for a claim: its first figure with what it counts, or the words it opens with."""
    main = next((figure for figure in figures if figure.kind not in _TIMES), None)
    if main is None:
        opening = " ".join(words.split()).strip(' ,;:“”"').split()
        return " ".join(opening[:_LABEL_WORDS]) + (" …" if len(opening) > _LABEL_WORDS else "")
    start = main.span.start
    if main.hedge_span is not None and main.hedge_span.end <= start:
        start = main.hedge_span.start
    record = _RECORD.search(text, max(0, start - 12), start)
    if record is not None:
        start = record.start()
    end = main.span.end
    for _ in range(3):
        match = _AFTER.match(text, end)
        if match is None or match["word"].casefold() in _STOPS:
            break
        end = match.end()
    return " ".join(text[start:end].split())
