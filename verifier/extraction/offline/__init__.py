"""The offline reader: claims, attributions and relations by patterns, without a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.claims import Extraction
from verifier.extraction.offline.attribution import AttributionReader
from verifier.extraction.offline.continuing import adds_to, attributed_quotations
from verifier.extraction.offline.quotations import find_quotations
from verifier.extraction.offline.relations import read_relations
from verifier.extraction.offline.statements import claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from verifier.claims import ProposedClaim
    from verifier.draft import Draft, Sentence
    from verifier.extraction.offline.attribution import Attributed
    from verifier.figures import Scan
    from verifier.figures.model import Figure


class OfflineExtractor:
    """Reads by patterns over figures and sentences. Needs no key and no network, and never waits."""

    async def read(self, draft: Draft, scan: Scan) -> Extraction:
        """The claims and relations that the patterns see."""
        return self.extract(draft, scan)

    def extract(self, draft: Draft, scan: Scan) -> Extraction:
        """The same, for callers that do not wait."""
        return Extraction(
            claims=tuple(_claims(draft, scan.figures)),
            relations=read_relations(draft, scan.figures),
        )


def _claims(draft: Draft, figures: Sequence[Figure]) -> Iterator[ProposedClaim]:
    quotations = find_quotations(draft)
    reader = AttributionReader(draft, quotations)
    spoken = {sentence.id: reader.read(sentence) for sentence in draft.sentences}
    by_sentence: dict[str, list[Figure]] = {}
    for figure in figures:
        sentence = draft.sentence_at(figure.span.start)
        if sentence is not None:
            by_sentence.setdefault(sentence.id, []).append(figure)
    statements = _statements(draft, reader, spoken)
    quoted = attributed_quotations(draft, reader, quotations, spoken)
    for attributed in quoted:
        for sentence, content in _by_sentence(draft, attributed.content):
            statements.setdefault(sentence.id, []).append((content, attributed))
    for sentence in draft.sentences:
        here = by_sentence.get(sentence.id, [])
        rows = statements.get(sentence.id, [])
        for content, attributed in rows:
            yield claim(draft, here, sentence, content, attributed)
        rest = [f for f in here if not any(c[0] <= f.span.start < c[1] for c, _ in rows)]
        if rest:
            yield _unattributed(draft, here, sentence, rows)


def _statements(
    draft: Draft, reader: AttributionReader, spoken: Mapping[str, Sequence[Attributed]]
) -> dict[str, list[tuple[tuple[int, int], Attributed]]]:
    """Attributed contents by the sentence that they stand in, with the sentences that go on from them."""
    rows: dict[str, list[tuple[tuple[int, int], Attributed]]] = {}
    last: Attributed | None = None
    previous: Sentence | None = None
    for sentence in draft.sentences:
        attributions = spoken[sentence.id]
        for attributed in attributions:
            for part, content in _by_sentence(draft, attributed.content):
                rows.setdefault(part.id, []).append((content, attributed))
        if not attributions and previous is not None and reader.quotation_at(sentence.span.start) is None:
            added = adds_to(sentence, last, previous)
            if added is not None:
                rows.setdefault(sentence.id, []).append((added.content, added))
            last = added
        else:
            last = attributions[-1] if attributions else None
        previous = sentence
    return rows


def _by_sentence(draft: Draft, content: tuple[int, int]) -> Iterator[tuple[Sentence, tuple[int, int]]]:
    """A content over several sentences, one part for each."""
    span = draft.span(*content)
    for sentence in draft.sentences_of(span):
        start, end = max(content[0], sentence.span.start), min(content[1], sentence.span.end)
        if draft.text[start:end].strip(" \"“”.'"):
            yield sentence, (start, end)


def _unattributed(
    draft: Draft,
    figures: Sequence[Figure],
    sentence: Sentence,
    rows: Sequence[tuple[tuple[int, int], Attributed]],
) -> ProposedClaim:
    """What the draft says of itself: the sentence, or what its attributed parts leave of it."""
    start, end = sentence.span.start, sentence.span.end
    for content, attributed in sorted(rows, key=lambda row: row[0]):
        taken = min(content[0], attributed.mention[0]), content[1]
        if any(start <= f.span.start and f.span.end <= taken[0] for f in figures) and taken[0] > start:
            return claim(draft, figures, sentence, (start, taken[0]), None)
        start = max(start, min(taken[1], end))
    if not any(start <= f.span.start for f in figures):
        start = sentence.span.start
    return claim(draft, figures, sentence, (start, end), None)
