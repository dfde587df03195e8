"""Figures that a reader would ask about, and nobody near who vouches for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.figures import Kind
from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from verifier.claims import Claim
    from verifier.draft import Draft, Sentence
    from verifier.figures import Figure

_LARGE_MONEY = 1_000_000
_LARGE_COUNT = 10_000
_FEWEST = 2
"""How many unsourced figures make a notice: one alone is mostly background that anyone can look up."""

_MOST_SHOWN = 5
_METRES = re.compile(r"\d+m")
"""“30m” is a distance on the sports pages."""

# Words that name where a figure comes from, or say that it is the draft's own arithmetic, a price on a
# screen, a plan or a result that anyone can look up.
_VOUCHED = re.compile(
    r"\b(?:according|said|says?|told|announced?|reported|reports?|figures|data|statistics|survey(?:ed|s)?|poll(?:s|ed)?|study|"
    r"research|estimate[sd]?|forecasts?|expect(?:ed|s)?|predict\w*|analysts?|census|index|results?|official\w*|records?|"
    r"accounts|shares?|stocks?|traded|closed|closing|trading|dollar|euro|yen|pound|barrel|ftse|nasdaq|dow|bid|offer|deal|"
    r"budget|contract|transfer|fee|prize|won|jackpot|fined?|award\w*|sentenced?|ordered|sued?|lawsuit|claims?|alleg\w*|"
    r"box office|"
    r"sold|auction|tickets?|copies|grossed|revealed|confirmed|found|shows?|showed|worth|cap|limit|threshold|target|goal|"
    r"would|could|should|may|might|will|if|plans?|planned|propos\w*|pledged?|promised?|agreed|bought|buy|paid|pay|raised?|"
    r"profits?|losses|sales|revenues?|turnover|earned|earnings|took|takings?|opened|banked|quarter|growth|grew|output|imports?|"
    r"exports?|expanded|inflation|prices?|rates?|charged|accused|chart|list|warned|"
    r"donat\w*|fund\w*|voted|votes?|seats?|majority|elected|population|capacity|crowd|fans|spectators)\b",
    re.IGNORECASE,
)


def figures_without_source(
    draft: Draft, figures: Iterable[Figure], claims: Sequence[Claim]
) -> Iterator[Finding]:
    """One `no-source` notice for all large figures in the draft's own voice with no source near them.

    Left out: what the sentences around attribute to somebody, what a source says elsewhere in the draft
    with the same value, and dates, ages, scores, durations, small amounts and small counts.

    Args:
        draft: the draft.
        figures: its figures.
        claims: its claims, in order.
    """
    found = _unsourced(draft, figures, claims)
    if len(found) < _FEWEST:
        return
    shown = ", ".join(
        f"“{figure.span.quote}” in {place(draft, figure.span)}" for figure, _ in found[:_MOST_SHOWN]
    )
    more = f" and {len(found) - _MOST_SHOWN} more" if len(found) > _MOST_SHOWN else ""
    yield Finding(
        code="no-source",
        severity=Severity.NOTICE,
        message=f"The draft does not say where these figures come from: {shown}{more}.",
        working=f"{len(found)} figures in the draft's own voice, with no source in the sentences around them",
        question="Where do these figures come from?",
        evidence=tuple(Evidence(figure.span, figure.id, claim.id) for figure, claim in found),
    )


def _unsourced(
    draft: Draft, figures: Iterable[Figure], claims: Sequence[Claim]
) -> list[tuple[Figure, Claim]]:
    """The figures that a reader would ask about, with the claims that state them."""
    known = {figure.id: figure for figure in figures}
    rows = [
        (claim, [f for f in map(known.get, claim.figures) if f and _raises_a_question(f)])
        for claim in claims
        if claim.attribution.mention is None
    ]
    if sum(len(asked) for _, asked in rows) < _FEWEST:
        return []
    sourced = {
        _value(known[f])
        for claim in claims
        if claim.attribution.mention is not None
        for f in claim.figures
        if f in known
    }
    voiced = {
        s.id
        for claim in claims
        if claim.attribution.mention is not None
        for s in draft.sentences_of(claim.span)
    }
    found: list[tuple[Figure, Claim]] = []
    for claim, raised in rows:
        asked = [figure for figure in raised if _value(figure) not in sourced]
        sentence = draft.sentence_at(claim.span.start)
        if asked and sentence is not None and not _is_vouched_for(draft, sentence, voiced):
            found.extend((figure, claim) for figure in asked if not _converts(draft, figure))
    return found


def _converts(draft: Draft, figure: Figure) -> bool:
    """Whether it only gives the amount before it in another currency: “$370m (£196m)”."""
    return draft.text[max(0, figure.span.start - 3) : figure.span.start].rstrip()[-1:] in ("(", ";")


def _value(figure: Figure) -> tuple[object, object, Kind]:
    return figure.written.low, figure.written.high, figure.kind


def _raises_a_question(figure: Figure) -> bool:
    low = figure.written.low if figure.written.low is not None else figure.written.high
    if low is None:
        return False
    if figure.kind is Kind.PERCENT:
        return True
    if figure.kind is Kind.MONEY:
        return low >= _LARGE_MONEY
    return figure.kind is Kind.COUNT and low >= _LARGE_COUNT and not _METRES.fullmatch(figure.span.quote)


def _is_vouched_for(draft: Draft, sentence: Sentence, voiced: set[str]) -> bool:
    """Whether the sentence, one beside it, or its paragraph names where things come from."""
    index = int(sentence.id[1:]) - 1
    near = draft.sentences[max(0, index - 2) : index + 2]
    if any(other.id in voiced for other in near):
        return True
    return any(_VOUCHED.search(other.span.quote) for other in near if other.paragraph == sentence.paragraph)
