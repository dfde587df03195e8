"""Attribution that goes on: quotations without a cue of their own, and sentences that add to a report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.claims import Manner
from verifier.extraction.offline.attribution import Attributed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.extraction.offline.attribution import AttributionReader
    from verifier.extraction.offline.quotations import Quotation

# Fewer words than this between marks are a name, a title or words held at arm's length.
_QUOTED_WORDS = 4

_ADDS = re.compile(
    r"(?:In addition(?: to)?|Additionally|Of (?:these|those|them|the)|Another|A further|The (?:other|rest|remaining)|"
    r"Among (?:them|those|these)|Altogether|In all|In total|Overall|By comparison)\b"
)
_ALSO = re.compile(r"\b(?:also|another|a further|in addition)\b", re.IGNORECASE)


def attributed_quotations(
    draft: Draft,
    reader: AttributionReader,
    quotations: Sequence[Quotation],
    spoken: Mapping[str, Sequence[Attributed]],
) -> list[Attributed]:
    """Quotations that no cue in their own sentence attributes, given to the speaker they go on from.

    Args:
        draft: the draft.
        reader: its attribution reader.
        quotations: its quotations.
        spoken: sentence ids and the attributions read in them.
    """
    found: list[Attributed] = []
    every = [attributed for rows in spoken.values() for attributed in rows]
    previous: Attributed | None = None
    for quotation in quotations:
        own = next(
            (a for a in every if a.content[0] < quotation.end and quotation.start < a.content[1]), None
        )
        if own is not None:
            previous = Attributed(
                (quotation.start, quotation.end), own.mention, own.cue, own.manner, own.verb
            )
            if own.content[1] < quotation.end:
                found.append(previous)
            continue
        if quotation.words(draft.text) < _QUOTED_WORDS:
            continue
        before = _speaker_before(draft, quotation, previous, every)
        if before is None:
            continue
        previous = Attributed((quotation.start, quotation.end), before.mention, None, Manner.DIRECT, "")
        found.append(previous)
    return found


def _speaker_before(
    draft: Draft, quotation: Quotation, previous: Attributed | None, every: Sequence[Attributed]
) -> Attributed | None:
    sentence = draft.sentence_at(quotation.start)
    if sentence is None:
        return None
    if previous is not None:
        last = draft.sentence_at(previous.content[0])
        if quotation.continues or (last is not None and last.paragraph == sentence.paragraph):
            return previous
    # A quotation that opens a paragraph belongs to whoever was being reported just before it.
    nearest = None
    for attributed in every:
        where = draft.sentence_at(attributed.mention[0])
        if where is None or attributed.mention[0] >= quotation.start:
            continue
        if sentence.paragraph - 1 <= where.paragraph <= sentence.paragraph:
            nearest = attributed
    return nearest


def adds_to(sentence: Sentence, before: Attributed | None, previous: Sentence) -> Attributed | None:
    """The attribution that a sentence continues without a cue, by its grammar.

    Only a sentence in the same paragraph, directly after indirect speech, whose words tie it to what was
    just reported ("In addition, … also fired", "Of these, …", "The rest …").
    """
    if before is None or before.manner is Manner.DIRECT or sentence.paragraph != previous.paragraph:
        return None
    text = sentence.span.quote
    if _ADDS.match(text) is None:
        return None
    if text.startswith("In addition") and _ALSO.search(text[12:]) is None:
        return None
    start, end = sentence.span.start, sentence.span.end
    return Attributed(
        (start, end - 1 if text.endswith(".") else end), before.mention, None, Manner.INDIRECT, ""
    )
