"""The margin of error that a poll reports, against the number of people it asked.

A random sample of n people has a margin of 98/√n points at the usual confidence of 95%: 3.1 points for 1,000.
Weighting makes it larger, up to about half as large again; nothing makes it smaller, and that of a part
of the sample is larger. So 1,700 people and 4.1 points may go together, 540 people and 2.4 points may not.
"""

from __future__ import annotations

import re
from math import sqrt
from typing import TYPE_CHECKING

from verifier.figures.model import Hedge, Kind
from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import Figure

_PHRASE = " error"
_MARGIN = re.compile(r"\bmargins? (?:of|for) (?:sampling |statistical )?error\b", re.IGNORECASE)
_OF_SO_MUCH = re.compile(
    r"(?: (?:for|in|on|at|of|among|across|overall|the|all|that|this|its|entire|full|total|group|sub\w+|"
    r"sample|survey|poll|voters|adults|respondents|registered|likely|is|was|are|were|about|only|just|roughly|carries|between)\b){0,9}:?"
    r"(?: plus or minus| plus-or-minus|,? ?\+ ?/ ?[-–]| ?±)? ?\Z"
)
_BEFORE = re.compile(
    r"(?:,? ?\+ ?/ ?[-–]| plus or minus| plus-or-minus|[ -]points?|[ -]percentage[ -]points?)* ?\Z"
)
_GROUP = re.compile(
    r" (?:[\w’'-]+ ){0,5}?(?:people|voters|adults|respondents|Americans|Britons|women|men|residents|"
    r"Republicans|Democrats|participants|caucus-?goers|independents|interviews|users|households|students|workers|Hispanics|"
    r"Latinos)\b"
)
_ASKED = re.compile(
    r"\b(?:survey|poll|interview|question|sampl|respond|conducted|collected|canvass|asked|based on|of error)",
    re.IGNORECASE,
)
# A margin for a part of those asked says nothing of the whole that is too large.
_OF_A_PART = re.compile(
    r"\b(?:for (?!(?:all|the (?:full|entire|whole|total|overall|survey|poll|sample))\b)|among|sub\w+|groups?|"
    r"each|larger|higher|respectively|Republicans?|Democrats?|Democratic|primary)",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(r"\b(?:9\d|8\d)(?:\.\d+)?(?:%| per ?cent)(?: level of)? (?:confidence|certain)")
_USUAL = "95"
_POINTS = 98.0
"""Half the width of the interval for one person asked, in points: 1.96 standard errors of a share of 50%."""

_LEAST, _MOST = 50, 100_000
_TOO_SMALL, _TOO_LARGE = 0.9, 2.2
_LARGEST = 15
_HALF = 0.5


def poll_margins(draft: Draft, figures: Sequence[Figure]) -> Iterator[Finding]:
    """An `impossible-value` error for each margin of error that no sample told of near it can have.

    Args:
        draft: the draft.
        figures: its figures, in order.
    """
    if _PHRASE not in draft.text:
        return
    for match in _MARGIN.finditer(draft.text):
        sentence = draft.sentence_at(match.start())
        margin = _margin(draft, figures, match)
        if sentence is None or margin is None:
            continue
        asked = _samples(draft, figures, sentence, margin)
        unusual = _CONFIDENCE.search(draft.text, sentence.span.start, sentence.span.end)
        if not asked or (unusual and not unusual[0].startswith(_USUAL)):
            continue
        part = _OF_A_PART.search(sentence.span.quote) is not None
        if not any(_fits(margin, sample, part) for sample in asked):
            yield _finding(draft, margin, asked[-1])


def _margin(draft: Draft, figures: Sequence[Figure], match: re.Match[str]) -> Figure | None:
    """The margin that is spoken of: behind the words, or before them."""
    for figure in figures:
        low = figure.written.low
        in_points = figure.kind in (Kind.POINTS, Kind.PERCENT) or figure.unit in ("points", "point")
        if not in_points or low is None or not 0 < low <= _LARGEST:
            continue
        if figure.span.start >= match.end() and _OF_SO_MUCH.match(
            draft.text[match.end() : figure.span.start]
        ):
            return figure
        if figure.span.end <= match.start() and _BEFORE.match(draft.text[figure.span.end : match.start()]):
            return figure
    return None


def _samples(draft: Draft, figures: Sequence[Figure], sentence: Sentence, margin: Figure) -> list[Figure]:
    """The numbers of people asked that the sentence, or the one before it, tells of before the margin."""
    found = []
    for figure in figures:
        low = figure.written.low
        if figure.span.start >= margin.span.start:
            break
        if figure.kind is not Kind.COUNT or low is None or not _LEAST <= low <= _MOST:
            continue
        here = draft.sentence_at(figure.span.start)
        if here is None or not 0 <= sentence.number - here.number <= 1 or figure.hedge is Hedge.VAGUE:
            continue
        if _ASKED.search(here.span.quote) and _GROUP.match(draft.text, figure.span.end):
            found.append(figure)
    return found


def _fits(margin: Figure, sample: Figure, part: bool) -> bool:
    """Whether a sample of that size, or for a larger margin a part of it, can have the margin."""
    expected, low, high = _expected(sample), margin.written.low, margin.written.high
    if low is None or high is None:
        return True
    rounded = _HALF if low == high else 0  # "2 points" is read as a count, which is as exact as it is written
    return high + rounded >= _TOO_SMALL * expected and (part or low - rounded <= _TOO_LARGE * expected)


def _expected(sample: Figure) -> float:
    return _POINTS / sqrt(float(sample.written.low or 1))


def _finding(draft: Draft, margin: Figure, sample: Figure) -> Finding:
    expected = f"{_expected(sample):.1f}"
    return Finding(
        code="impossible-value",
        severity=Severity.ERROR,
        message=f"A poll of {sample.span.quote} ({place(draft, sample.span)}) has a margin of error of about "
        f"{expected} points, not {margin.span.quote} ({place(draft, margin.span)}).",
        working=f"98 / √{sample.span.quote} = {expected} ≠ {margin.span.quote}",
        question="How many people were asked, and what margin of error does the pollster give?",
        evidence=(Evidence(margin.span, margin.id), Evidence(sample.span, sample.id)),
    )
