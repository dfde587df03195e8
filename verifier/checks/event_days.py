"""One event on two days of the week: "Tuesday's debate in Leeds … the debate on Wednesday".

Or one clause told twice, most words of it the same: "Roe signed the treaty in Leeds on Monday … on Tuesday,
as Roe signed the treaty in Leeds". In 2,154 news articles such clauses had one weekday each time.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from verifier.extraction.offline.happenings import happenings, of_one
from verifier.figures.model import Kind
from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure


def event_weekdays(draft: Draft, figures: Sequence[Figure]) -> Iterator[Finding]:
    """A `same-fact-differs` warning for each event that the draft puts on two weekdays.

    A warning only, for there may have been two of it.
    """
    days = [figure for figure in figures if _weekday(figure) is not None]
    if len({_weekday(figure) for figure in days}) < 2:  # noqa: PLR2004
        return
    told: set[str] = set()
    pairs = [(one.figure, other.figure) for one, other in of_one(happenings(draft, days))]
    for one, other in (*pairs, *_told_alike(draft, days)):
        if _weekday(one) != _weekday(other) and not {one.id, other.id} & told:
            told |= {one.id, other.id}
            yield _finding(draft, one, other)


_WORD = re.compile(r"[A-Za-z][\w’'-]{3,}")
_APART = re.compile(
    r"[.;:!?]\s|, (?:and|but|while|which|who) | "
    r"(?:and|but|while|after|before|when|since|as|because|though|that) "
)
# Words that tell no clause from another.
_COMMON = frozenset(
    "about after again also before been before could first from have having into just last less more "
    "most much next only other over said says some such than that their them then there these they "
    "this those time times told very were what when where which while will with would year years week "
    "weeks month months days morning afternoon evening night monday tuesday wednesday thursday friday "
    "saturday sunday during".split()
)
_ANOTHER = re.compile(r"\b(?:last|next|another|again|second|third|until|since|each|every)\b", re.IGNORECASE)
_REACH, _STEM, _SHARED = 100, 6, 5
_MOST, _MANY = 0.6, 300


class _Clause(NamedTuple):
    figure: Figure
    sentence: int
    words: frozenset[str]
    names: frozenset[str]


def _told_alike(draft: Draft, days: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The days of clauses that share most of their words, a name among them."""
    clauses = [clause for figure in days if (clause := _clause(draft, figure)) is not None]
    for one, other in combinations(clauses[:_MANY], 2):
        if one.names.isdisjoint(other.names) or one.sentence == other.sentence:
            continue
        shared = one.words & other.words
        if len(shared) >= _SHARED and len(shared) >= _MOST * min(len(one.words), len(other.words)):
            yield one.figure, other.figure


def _clause(draft: Draft, figure: Figure) -> _Clause | None:
    """The weightier words of the clause around a day, cut to their beginnings, and its names."""
    sentence = draft.sentence_at(figure.span.start)
    if sentence is None or " " in figure.span.quote:
        return None
    start, end = figure.span.start, figure.span.end
    before = _APART.split(draft.text[max(sentence.span.start, start - _REACH) : start])[-1]
    after = _APART.split(draft.text[end : min(sentence.span.end, end + _REACH)])[0]
    words = _WORD.findall(f"{before} {after}")
    weighty = [word for word in words if word.lower() not in _COMMON]
    if len(weighty) < _SHARED or _ANOTHER.search(f"{before} {after}"):
        return None
    stems = frozenset(word.lower()[:_STEM] for word in weighty)
    names = frozenset(word.lower()[:_STEM] for word in weighty if word[0].isupper())
    return _Clause(figure, sentence.number, stems, names)


def _weekday(figure: Figure) -> int | None:
    """The day of the week that the draft names without a date; 0 is Monday."""
    return figure.date.weekday if figure.kind is Kind.RELATIVE_DATE and figure.date else None


def _finding(draft: Draft, one: Figure, other: Figure) -> Finding:
    said = [" ".join(figure.span.quote.split()) for figure in (one, other)]
    where = [place(draft, figure.span) for figure in (one, other)]
    return Finding(
        code="same-fact-differs",
        severity=Severity.WARNING,
        message=(
            f"“{said[0]}” ({where[0]}) and “{said[1]}” ({where[1]}) give different days "
            "for what reads as one event."
        ),
        working=f"{said[0]} ≠ {said[1]}",
        question=f"Was it on {said[0]} or on {said[1]}, or are there two of them?",
        evidence=(Evidence(one.span, one.id), Evidence(other.span, other.id)),
    )
