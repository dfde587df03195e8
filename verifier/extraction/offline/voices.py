"""All voices of a draft: what each sentence attributes, with labels and continuing quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.attribution import AttributionReader
from verifier.extraction.offline.continuing import Spoken, adds_to, attributed_quotations
from verifier.extraction.offline.labels import labelled
from verifier.extraction.offline.quotations import find_quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.extraction.offline.attributed import Attributed

_OWNERS = frozenset(("his", "her", "its", "their", "my", "our"))

Row = tuple[tuple[int, int], "Attributed"]
"""The part of a content that lies in one sentence, and its attribution."""


def voices_of(draft: Draft) -> Mapping[str, Sequence[Row]]:
    """Attributed contents by the id of the sentence that they stand in."""
    reader = AttributionReader(draft, find_quotations(draft))
    labels = {row.paragraph: row.attributed for row in labelled(draft)}
    spoken = [_read(reader, sentence, labels) for sentence in draft.sentences]
    rows: dict[str, list[Row]] = {}
    last: Attributed | None = None
    for index, row in enumerate(spoken):
        here = list(row.rows)
        if not here and index and reader.marks.at(row.sentence.span.start) is None:
            added = adds_to(row.sentence, last, spoken[index - 1].sentence)
            here = [added] if added is not None else []
            last = added
        else:
            last = row.voice()
        for attributed in here:
            _store(draft, rows, attributed)
    for attributed in attributed_quotations(draft, reader.marks, spoken):
        _store(draft, rows, attributed)
    return {sentence: _without_echoes(draft.text, here) for sentence, here in rows.items()}


def _read(reader: AttributionReader, sentence: Sentence, labels: Mapping[int, Attributed]) -> Spoken:
    label = labels.get(sentence.paragraph)
    if label is None:
        rows, announced = reader.read(sentence)
        return Spoken(sentence, rows, announced)
    # In a transcript all of the paragraph is the speaker's; the first sentence brings it, over all.
    first = sentence.span.start <= label.mention[0] < sentence.span.end
    return Spoken(sentence, (label,) if first else (), None)


def _store(draft: Draft, rows: dict[str, list[Row]], attributed: Attributed) -> None:
    for sentence, content in _by_sentence(draft, attributed.content):
        rows.setdefault(sentence.id, []).append((content, attributed))


def _by_sentence(draft: Draft, content: tuple[int, int]) -> Iterator[tuple[Sentence, tuple[int, int]]]:
    """A content over several sentences, one part for each."""
    first = draft.sentence_at(content[0])
    if first is not None and content[1] <= first.span.end:  # as most do
        sentences: Sequence[Sentence] = (first,)
    else:
        sentences = draft.sentences_of(draft.span(*content))
    for sentence in sentences:
        start, end = max(content[0], sentence.span.start), min(content[1], sentence.span.end)
        if draft.text[start:end].strip(" \"“”.'"):
            yield sentence, (start, end)


def _without_echoes(text: str, rows: Sequence[Row]) -> list[Row]:
    """Without what a longer content of the same speaker holds: "officials repeated their call for aid"."""
    return [row for row in rows if not any(_echoes(text, row, other) for other in rows)]


def _echoes(text: str, row: Row, other: Row) -> bool:
    (start, end), attributed = row
    (left, right), longer = other
    owner = text[slice(*attributed.mention)].casefold()
    return (
        owner in _OWNERS
        and left <= attributed.mention[0] < start
        and end <= right
        and longer.mention[1] <= left
        and (left, right) != (start, end)
    )
