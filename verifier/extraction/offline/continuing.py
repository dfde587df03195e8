"""Attribution that goes on: quotations without a cue of their own, and sentences that add to a report."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from verifier.claims import Manner
from verifier.extraction.offline.attributed import Attributed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.extraction.offline.attributed import Announced
    from verifier.extraction.offline.marks import Marks
    from verifier.extraction.offline.quotations import Quotation

_QUOTED_WORDS = 4
"""Fewer words than this between marks are a name, a title or words held at arm's length."""

_MOST_PARTS = 8
"""Paragraphs of one quotation that are searched for its cue."""

_MOST_QUOTATIONS = 30
"""Quotations that one content is matched with: no sentence of a news draft holds more."""

_ADDS = re.compile(
    r"(?:In addition(?: to)?|Additionally|Of (?:these|those|them|the)|Another|A further|"
    r"The (?:other|rest|remaining)|"
    r"Among (?:them|those|these)|Altogether|In all|In total|Overall|By comparison)\b"
)
_ALSO = re.compile(r"\b(?:also|another|a further|in addition)\b", re.IGNORECASE)


class Spoken(NamedTuple):
    """What one sentence attributes, and whom it gives the floor to at its end."""

    sentence: Sentence
    rows: tuple[Attributed, ...]
    announced: Announced | None

    def voice(self) -> Attributed | None:
        """Who speaks at the end of the sentence: its last attribution that lies in no other's content."""
        for row in reversed(self.rows):
            inside = any(
                o is not row and o.content[0] <= row.mention[0] < o.content[1] and o.mention != row.mention
                for o in self.rows[:8]
            )
            if not inside:
                return row
        return self.rows[-1] if self.rows else None


def attributed_quotations(draft: Draft, marks: Marks, spoken: Sequence[Spoken]) -> list[Attributed]:
    """Quotations that no cue in their own sentence attributes, given to the speaker they go on from.

    Args:
        draft: the draft.
        marks: its quotations.
        spoken: what each sentence attributes, in order.
    """
    owners = _owners(marks, spoken)
    found: list[Attributed] = []
    previous: tuple[Attributed, int] | None = None
    places = {row.sentence.id: index for index, row in enumerate(spoken)}
    for index, quotation in enumerate(marks.quotations):
        sentence = draft.sentence_at(quotation.start)
        if sentence is None:
            continue
        own = owners.get(index)
        if own is not None:
            whole = Attributed(
                (quotation.start, quotation.end), own.mention, own.cue, Manner.DIRECT, own.verb
            )
            previous = (whole, sentence.paragraph)
            if own.content[1] < quotation.end - 2:
                found.append(
                    Attributed((own.content[1], quotation.end), own.mention, own.cue, Manner.DIRECT, own.verb)
                )
            continue
        speaker = _speaker(draft, quotation, sentence, previous, spoken, places[sentence.id])
        if not quotation.continues:
            speaker = _speaker_after(marks, owners, index) or speaker
        if speaker is None:
            continue
        whole = Attributed((quotation.start, quotation.end), speaker.mention, None, Manner.DIRECT, "")
        previous = (whole, sentence.paragraph)
        found.append(whole)
    return found


def _speaker_after(marks: Marks, owners: Mapping[int, Attributed], index: int) -> Attributed | None:
    """The speaker of a quotation that is opened anew, and has its cue after a later part."""
    for later in range(index + 1, min(len(marks.quotations), index + _MOST_PARTS)):
        if not marks.quotations[later].continues:
            return None
        if later in owners:
            return owners[later]
    return None


def _owners(marks: Marks, spoken: Sequence[Spoken]) -> Mapping[int, Attributed]:
    """For each quotation the first attribution whose content shares words with it."""
    owners: dict[int, Attributed] = {}
    ends = [quotation.end for quotation in marks.quotations]
    for row in spoken:
        for attributed in row.rows:
            first = bisect_right(ends, attributed.content[0])
            last = bisect_left(marks.starts, attributed.content[1])
            for index in range(first, min(last, first + _MOST_QUOTATIONS)):
                owners.setdefault(index, attributed)
    return owners


def _speaker(
    draft: Draft,
    quotation: Quotation,
    sentence: Sentence,
    previous: tuple[Attributed, int] | None,
    spoken: Sequence[Spoken],
    place: int,
) -> Attributed | Announced | None:
    """Who says a quotation that has no cue: whoever was being quoted or reported just before it."""
    if quotation.continues and previous is not None and previous[1] >= sentence.paragraph - 1:
        return previous[0]
    if quotation.words(draft.text) < _QUOTED_WORDS:
        return None
    opens = quotation.start <= sentence.span.start + 1
    if not opens:
        return None
    before = spoken[place - 1] if place else None
    if before is not None and before.announced is not None:
        return before.announced
    for row in reversed(spoken[max(0, place - 6) : place]):
        distance = sentence.paragraph - row.sentence.paragraph
        if distance > 1:
            break
        voice = row.voice()
        if voice is not None:
            return voice
        if (
            previous is not None
            and previous[0].content[0] < row.sentence.span.end
            and previous[0].content[1] > row.sentence.span.start
        ):
            return previous[0]
    return None


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
    if text.startswith("In addition") and _ALSO.search(text, 12) is None:
        return None
    start, end = sentence.span.start, sentence.span.end
    return Attributed(
        (start, end - 1 if text.endswith(".") else end), before.mention, None, Manner.INDIRECT, ""
    )
