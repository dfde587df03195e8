"""From words that a reader quotes to spans of the draft: exactly, or not at all.

Nothing is repaired. Words that do not stand where they are said to stand are a typed miss, because a
quotation that is "nearly" there may be wrong in just the digit that matters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from verifier.claims import Attribution, Claim, Manner, ProposedClaim, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from verifier.draft import Draft, Span
    from verifier.figures.model import Figure

Reason = Literal["no-such-sentence", "not-in-sentence", "empty", "no-such-figure", "figure-elsewhere"]


@dataclass(frozen=True, slots=True)
class Ungrounded:
    """A proposal that does not stand in the draft, and why."""

    reason: Reason
    detail: str


def find_words(draft: Draft, words: Words) -> Span | Ungrounded:
    """The span of words that a reader quotes from a sentence.

    Words that stand there more than once are found where the reader says, else at the first place.
    """
    sentence = draft.sentence(words.sentence)
    if sentence is None:
        return Ungrounded("no-such-sentence", f"there is no sentence {words.sentence}")
    if not words.quote.strip():
        return Ungrounded("empty", "no words are quoted")
    start = words.start
    if start is None:
        at = _whole_words_at(sentence.span.quote, words.quote)
        if at < 0:
            return Ungrounded("not-in-sentence", f"“{words.quote}” does not stand in {words.sentence}")
        start = sentence.span.start + at
    end = start + len(words.quote)
    if draft.text[start:end] != words.quote:
        return Ungrounded("not-in-sentence", f"“{words.quote}” does not stand at {start}")
    return draft.span(start, end)


def _whole_words_at(text: str, quote: str) -> int:
    """Where the quote stands between word boundaries ("he" not in "the"), or -1."""
    at = text.find(quote)
    while at >= 0:
        end = at + len(quote)
        inside_left = at > 0 and text[at - 1].isalnum() and quote[0].isalnum()
        inside_right = end < len(text) and text[end].isalnum() and quote[-1].isalnum()
        if not inside_left and not inside_right:
            return at
        at = text.find(quote, at + 1)
    return -1


def ground(
    draft: Draft, figures: Iterable[Figure], proposed: Iterable[ProposedClaim]
) -> tuple[tuple[Claim, ...], tuple[tuple[ProposedClaim, Ungrounded], ...]]:
    """Claims with proved spans, in the order of the draft, and what could not be grounded.

    A claim whose content is not found is dropped. One whose source or cue is not found keeps its
    content and loses the attribution.
    """
    known = {figure.id: figure for figure in figures}
    grounded: list[tuple[Span, ProposedClaim, Attribution]] = []
    missed: list[tuple[ProposedClaim, Ungrounded]] = []
    for proposal in proposed:
        span = _content(draft, known, proposal)
        if isinstance(span, Ungrounded):
            missed.append((proposal, span))
            continue
        attribution, miss = _attribution(draft, proposal)
        grounded.append((span, proposal, attribution))
        if miss is not None:
            missed.append((proposal, miss))
    grounded.sort(key=lambda row: (row[0].start, row[0].end))
    claims = tuple(
        Claim(f"C{number}", span, p.statement, p.label, p.figures, attribution, p.proposed_by)
        for number, (span, p, attribution) in enumerate(grounded, 1)
    )
    return claims, tuple(missed)


def _content(draft: Draft, known: Mapping[str, Figure], proposal: ProposedClaim) -> Span | Ungrounded:
    for figure in proposal.figures:
        if figure not in known:
            return Ungrounded("no-such-figure", f"there is no figure {figure}")
    if proposal.content is not None:
        return find_words(draft, proposal.content)
    sentence = draft.sentence(proposal.sentence)
    if sentence is None:
        return Ungrounded("no-such-sentence", f"there is no sentence {proposal.sentence}")
    return sentence.span


def _attribution(draft: Draft, proposal: ProposedClaim) -> tuple[Attribution, Ungrounded | None]:
    if proposal.source is None:
        return Attribution(Manner.OWN_VOICE), None
    mention = find_words(draft, proposal.source)
    if isinstance(mention, Ungrounded):
        return Attribution(Manner.OWN_VOICE), mention
    cue = find_words(draft, proposal.cue) if proposal.cue is not None else None
    if isinstance(cue, Ungrounded):
        return Attribution(proposal.manner, mention, None, proposal.speaker), cue
    return Attribution(proposal.manner, mention, cue, proposal.speaker), None
