"""Claims from attributions and figures: statements, labels, and which figures each one states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.claims import Manner, ProposedClaim, Words
from verifier.extraction.offline.contents import trimmed
from verifier.extraction.offline.cues import PREPOSITIONS_OF, VERBS, Need
from verifier.figures.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.extraction.offline.attributed import Attributed
    from verifier.extraction.offline.voices import Row
    from verifier.figures.model import Figure

_LABEL_WORDS = 8
_MOST_CUES = 50
_TIMES = frozenset({Kind.DATE, Kind.RELATIVE_DATE, Kind.TIME, Kind.ORDINAL})
_AFTER = re.compile(r"[ \u00a0](?P<word>[\w’'-]+)")
_OF_THE = re.compile(r"\bof\s+(?:the|its|their|his|her|those|these|all)\s+$", re.IGNORECASE)
_BECAME = frozenset({"were", "was", "are", "had", "have"})
_LABEL_NOUNS = 3
# "their call for more aid", "fears of a war".
_NOUN_PREPOSITIONS = frozenset(("for", "of", "to", "on"))
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z .’'-]{2,30}(?:, [A-Z][\w.]{1,15}){0,2}(?: \([A-Z][\w ]{1,15}\))? ?[—–-]{1,2} )?"
)
_RECORD = re.compile(r"\b(?:record|total of)\s+$", re.IGNORECASE)
_STOPS = frozenset(
    "a about above after against ahead although among an and as at because before below between but "
    "by during following for from he her his if in including into its last next of on onto out over "
    "per she since so than that the their they this though through to toward towards under until up "
    "when where which while who whose with within without yesterday today is are was were has have "
    "had will would".split()
)


def claims_of(
    draft: Draft, figures: Sequence[Figure], voices: Mapping[str, Sequence[Row]]
) -> Iterator[ProposedClaim]:
    """The claims of a draft: its attributed statements, and what it says of itself with figures in it.

    Args:
        draft: the draft.
        figures: its figures.
        voices: attributed contents by sentence id.
    """
    by_sentence: dict[str, list[Figure]] = {}
    for figure in figures:
        sentence = draft.sentence_at(figure.span.start)
        if sentence is not None:
            by_sentence.setdefault(sentence.id, []).append(figure)
    for sentence in draft.sentences:
        here = by_sentence.get(sentence.id, [])
        rows = voices.get(sentence.id, [])
        if not here and not rows:
            continue
        rest = _outside(here, rows) if rows else here
        when = [figure for figure in rest if figure.kind in _TIMES] if rows else []
        nearest = _nearest(when, rows) if when else {}
        for number, (content, attributed) in enumerate(rows):
            yield claim(draft, here, sentence, content, attributed, nearest.get(number, ()))
        own = [figure for figure in rest if figure not in when]
        if own:
            yield _unattributed(draft, own, sentence, rows)


def _outside(figures: Sequence[Figure], rows: Sequence[Row]) -> list[Figure]:
    """The figures that lie in no content. Contents are merged first, so that it stays linear."""
    edges: list[tuple[int, int]] = []
    for start, end in sorted(content for content, _ in rows):
        if edges and start <= edges[-1][1]:
            edges[-1] = (edges[-1][0], max(end, edges[-1][1]))
        else:
            edges.append((start, end))
    rest, index = [], 0
    for figure in figures:
        while index < len(edges) and edges[index][1] <= figure.span.start:
            index += 1
        if index == len(edges) or figure.span.start < edges[index][0]:
            rest.append(figure)
    return rest


def _nearest(figures: Sequence[Figure], rows: Sequence[Row]) -> Mapping[int, tuple[Figure, ...]]:
    """Dates in the frame of an attribution ("said on Sunday that …") by the row whose cue is nearest."""
    cues = [(row.cue[0], number) for number, (_, row) in enumerate(rows) if row.cue is not None]
    found: dict[int, tuple[Figure, ...]] = {}
    for figure in figures:
        cue = min(cues[:_MOST_CUES], key=lambda pair: abs(pair[0] - figure.span.start), default=(0, 0))
        found[cue[1]] = (*found.get(cue[1], ()), figure)
    return found


def _unattributed(
    draft: Draft, figures: Sequence[Figure], sentence: Sentence, rows: Sequence[Row]
) -> ProposedClaim:
    """What the draft says of itself: the sentence, or what its attributed parts leave of it."""
    start, end = sentence.span.start, sentence.span.end
    first, last = figures[0].span.start, figures[-1].span.end
    for content, _ in sorted(rows, key=lambda row: row[0]):
        if content[1] <= first:
            start = max(start, content[1])
        elif last <= content[0]:
            end = min(end, content[0])
    left, right = trimmed(draft.text, start, end)
    if left > first or right < last:
        left, right = start, end
    return claim(draft, figures, sentence, (left, right), None)


def claim(
    draft: Draft,
    figures: Sequence[Figure],
    sentence: Sentence,
    content: tuple[int, int],
    attributed: Attributed | None,
    beside: Sequence[Figure] = (),
) -> ProposedClaim:
    """A proposed claim over `content`, which lies within one sentence.

    Args:
        draft: the draft.
        figures: the figures of the sentence.
        sentence: the sentence.
        content: what is claimed.
        attributed: whose words it is; None for the draft's own voice.
        beside: figures outside the content that belong to it, such as the date in its frame.
    """
    start, end = content
    words = draft.text[start:end]
    inside = [figure for figure in figures if start <= figure.span.start and figure.span.end <= end]
    who, verb = _with_its_verb(draft.text, attributed, start) if attributed else ("", "")
    return ProposedClaim(
        sentence=sentence.id,
        statement=statement(f"{who} {verb} {_without_frame(draft.text, attributed, content)}"),
        label=label(draft.text, inside, f"{verb} {words}"),
        figures=tuple(figure.id for figure in sorted((*inside, *beside), key=lambda figure: figure.span)),
        content=Words(sentence.id, words, start),
        source=_words(draft, attributed.mention) if attributed else None,
        cue=_words(draft, attributed.cue) if attributed and attributed.cue else None,
        manner=attributed.manner if attributed else Manner.OWN_VOICE,
    )


def _with_its_verb(text: str, attributed: Attributed, start: int) -> tuple[str, str]:
    """The words that a statement cannot be understood without: "officials", "praised" before "the fleet".

    What is said is a statement of its own; what is praised, denied or hoped for is none. Empty where the
    content says it all.
    """
    cue, mention = attributed.cue, attributed.mention
    if cue is None or attributed.manner is not Manner.INDIRECT or not mention[1] <= cue[0] < cue[1] <= start:
        return "", ""
    verb = VERBS.get(text[cue[0] : cue[1]].casefold().split()[0])
    between = text[cue[1] : start].strip().casefold()
    if verb is None or verb.need not in (Need.OBJECT, Need.PHRASE):
        return "", ""
    if between and between not in PREPOSITIONS_OF.get(verb.base, _NOUN_PREPOSITIONS):
        return "", ""
    return text[mention[0] : mention[1]], " ".join(text[cue[0] : start].split())


def _without_frame(text: str, attributed: Attributed | None, content: tuple[int, int]) -> str:
    """The content without its dateline ("KYIV — ") and without "it said" in its midst."""
    start, end = content
    dateline = _DATELINE.match(text, start, end)
    start = start if dateline is None else dateline.end()
    if attributed is None or attributed.cue is None:
        return text[start:end]
    left = min(attributed.mention[0], attributed.cue[0])
    right = max(attributed.mention[1], attributed.cue[1])
    between_commas = text[start:left].rstrip().endswith(",") and text[right:end].startswith(",")
    if not start < left < right < end or not between_commas:
        return text[start:end]
    return text[start:left].rstrip().removesuffix(",") + text[right:end]


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
    """A few words for a claim: its main figure with what it counts, or the words it opens with.

    The main figure is the first that the claim is about: in "out of the 472 launched, 382 were
    intercepted" it is 382.
    """
    amounts = [figure for figure in figures if figure.kind not in _TIMES]
    if not amounts:
        opening = " ".join(words.split()).strip(' ,;:“”"').split()
        return " ".join(opening[:_LABEL_WORDS]) + (" …" if len(opening) > _LABEL_WORDS else "")
    news = (f for f in amounts if not _OF_THE.search(text, max(0, f.span.start - 20), f.span.start))
    main = next(news, amounts[0])
    start = main.span.start
    if main.hedge_span is not None and main.hedge_span.end <= start:
        start = main.hedge_span.start
    record = _RECORD.search(text, max(0, start - 12), start)
    if record is not None:
        start = record.start()
    end = _label_end(text, main)
    return " ".join(text[start:end].split())


def _label_end(text: str, figure: Figure) -> int:
    """Where the words end that say what a figure counts, or what became of it."""
    end = figure.span.end
    verb = _AFTER.match(text, end)
    if figure.kind is Kind.COUNT and verb is not None and verb["word"].casefold() in _BECAME:
        end = verb.end()
    for _ in range(_LABEL_NOUNS):
        match = _AFTER.match(text, end)
        if match is None or match["word"].casefold() in _STOPS:
            break
        end = match.end()
    return end
