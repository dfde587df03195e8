"""One event with two years: "Ann Roe founded the Loe Club in 1998 … when Ann Roe founded the Loe Club in 1989"."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from verifier.figures.calendar_names import MONTHS, WEEKDAYS
from verifier.figures.model import Kind
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import Figure

_BEFORE, _AFTER = 90, 60
_NAME = re.compile(r"(?<!with )\b[A-Z][a-z][\w’'-]+")
_NO_NAME = frozenset(
    "the but and he she it in on mr mrs ms this that they we for from at after before his her".split()
)


def _is_calendar(name: str) -> bool:
    word = name.lower().rstrip(".")
    return word in MONTHS or word in WEEKDAYS or word in _NO_NAME


_NO_ORGANISATION = frozenset(("BBC", "US", "UK", "EU", "UN", "MP", "PM", "AM", "GMT"))
_ORGANISATION = re.compile(r"\b[A-Z]{2,}\b")
_IN_YEAR = re.compile(r"\b(?:in|on)\s(?:early\s|late\s|the\s(?:spring|summer|autumn|fall|winter)\sof\s)?$")
# What happens to somebody or something once, and what may happen again with others.
_ONCE = re.compile(
    r"\b(?P<verb>born|died?|dies|death|killed|killing|murdered|assassinated|kill|debut|found|founded|founding)\b"
)
_DONE = re.compile(
    r"\b(?P<verb>found|launch|open|clos|creat|set up|establish|form|join|retir|invent|merg|acquir|bought|sold|resign|quit|left|"
    r"elect|appoint|complet|built|releas|publish|collaps|float|introduc|ratif|sign|invad|arriv|won|lost|adopt)(?:ed|ing|es|s|d|ied)?\b"
)
_CLAUSE_STARTS = re.compile(r"[.;:!?]\s|, (?:and|but|while|which|who) |\b(?:and|but|while)\b ")
_CLAUSE_ENDS = re.compile(r"[.;:!?,]|\b(?:and|but|while|after|before|when|since|as)\b ")
_AGAIN = re.compile(
    r"\b(?:again|re-?(?:elected|opened|launched|joined|married|formed)|second|third|previous\w*|would|if)\b"
)


def year_twice(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for two years in which the same people did the same thing, or one of them what is done once."""
    found = [happened for figure in figures if (happened := _happened(draft, figure)) is not None]
    for (one, first, names, once, done), (other, second, others, once_too, done_too) in combinations(
        found, 2
    ):
        shared = names & others
        if first is second or not shared:
            continue
        if once & once_too or (len(shared) > 1 and names == others and done & done_too):
            yield Relation(
                "same_fact",
                (("figures", (one.id, other.id)),),
                proposed_by=("offline",),
                rule="what was done, with its year twice",
            )


_Happened = tuple["Figure", "Sentence", frozenset[str], frozenset[str], frozenset[str]]


def _happened(draft: Draft, figure: Figure) -> _Happened | None:
    """A year, its sentence, and the names and verbs of its clause."""
    date = figure.date
    if figure.kind is not Kind.DATE or date is None or date.year is None or date.end:
        return None
    sentence = draft.sentence_at(figure.span.start)
    if sentence is None:
        return None
    before = _CLAUSE_STARTS.split(draft.text[sentence.span.start : figure.span.start])[-1][-_BEFORE:]
    after = _CLAUSE_ENDS.split(draft.text[figure.span.end : sentence.span.end])[0][:_AFTER]
    clause = f"{before} {after}"
    if not _IN_YEAR.search(before) or _AGAIN.search(clause):
        return None
    names = {name for name in _NAME.findall(clause) if not _is_calendar(name)}
    names |= set(_ORGANISATION.findall(clause)) - _NO_ORGANISATION
    once = {match["verb"][:3] for match in _ONCE.finditer(clause)}
    done = {match["verb"] for match in _DONE.finditer(clause)}
    if not names or not once | done:
        return None
    return figure, sentence, frozenset(names), frozenset(once), frozenset(done)
