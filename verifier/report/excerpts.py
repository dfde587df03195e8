"""The draft's own words around the evidence of a finding, cut to what a reader needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from verifier.findings import place
from verifier.report.phrasing import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from verifier.draft import Draft, Span
    from verifier.report.model import EvidenceModel

# About two lines of a terminal on each side are enough to know a sentence again.
_LEAD = 90
_TAIL = 60
_GAP = 100
_LONGEST_EVIDENCE = 240


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of the draft, some of them evidence.

    Attributes:
        place: where they stand ("paragraph 2").
        pieces: the words, and whether they are evidence.
    """

    place: str
    pieces: tuple[tuple[str, bool], ...]

    def marked(self, style: str, *, brackets: bool) -> Text:
        """The words as one text, the evidence in a style or in brackets.

        An excerpt that is evidence from end to end needs no mark.
        """
        line = Text()
        for words, evidence in self.pieces:
            marked = evidence and not self._all_evidence
            shown = f"[{words}]" if marked and brackets else words
            line.append(shown, style if marked and not brackets else None)
        return line

    def starred(self) -> str:
        """The words with the evidence between asterisks, as mail without formatting stresses."""
        pieces = (
            f"*{words}*" if evidence and not self._all_evidence else words for words, evidence in self.pieces
        )
        return "".join(pieces).strip()

    @property
    def _all_evidence(self) -> bool:
        return all(evidence or not words.strip(" …") for words, evidence in self.pieces)


def excerpts(draft: Draft, evidence: Iterable[EvidenceModel]) -> Iterator[Excerpt]:
    """One excerpt for each sentence that holds evidence, in the order of the draft."""
    groups: list[tuple[Span, list[Span]]] = []
    for span in _merged(draft.span(one.start, one.end) for one in evidence):
        frame = _frame(draft, span)
        if groups and frame.start < groups[-1][0].end:
            previous, spans = groups[-1]
            groups[-1] = (
                draft.span(previous.start, max(previous.end, frame.end)),
                [*spans, span],
            )
        else:
            groups.append((frame, [span]))
    for frame, spans in groups:
        yield Excerpt(place(draft, spans[0]), tuple(_pieces(draft, frame, spans)))


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, without those that lie within another or overlap the one before."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _frame(draft: Draft, span: Span) -> Span:
    """The whole sentences around a span."""
    sentences = draft.sentences_of(span)
    if not sentences:
        return span
    return draft.span(min(span.start, sentences[0].span.start), max(span.end, sentences[-1].span.end))


def _pieces(draft: Draft, frame: Span, spans: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    at = frame.start
    for index, span in enumerate(spans):
        between = _tidy(draft.text[at : span.start])
        yield (_last(between, _LEAD) if index == 0 else _middle(between, _GAP)), False
        yield _middle(_tidy(span.quote), _LONGEST_EVIDENCE), True
        at = span.end
    yield _first(_tidy(draft.text[at : frame.end]), _TAIL), False


def _tidy(text: str) -> str:
    """Like `printable`, with a space left at either end where the draft has one."""
    words = printable(text)
    if not words:
        return " " if text else ""
    left, right = " " if text[0].isspace() else "", " " if text[-1].isspace() else ""
    return f"{left}{words}{right}"


def _first(text: str, length: int) -> str:
    if len(text) <= length + 20:
        return text
    cut = text.rfind(" ", 0, length)
    return f"{text[: cut if cut > 0 else length].rstrip(' ,;:')} …"


def _last(text: str, length: int) -> str:
    if len(text) <= length + 20:
        return text
    cut = text.find(" ", len(text) - length)
    return f"… {text[cut if cut >= 0 else len(text) - length :].lstrip()}"


def _middle(text: str, length: int) -> str:
    if len(text) <= length + 20:
        return text
    half = length // 2 - 10
    return f"{_first(text, half).removesuffix(' …')} … {_last(text, half).removeprefix('… ')}"
