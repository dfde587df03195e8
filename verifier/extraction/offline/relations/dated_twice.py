"""One event with two dates: "playing Wales in Cardiff on 5 May … on 15 May, against Wales".

Two days of one month, each beside the same name and the same kind of event. In 2,154 news articles that was
one event each time, once proposals, replays and second legs were left aside.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from verifier.figures.calendar_names import MONTHS, WEEKDAYS
from verifier.figures.model import Kind
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import DatePoint, Figure

_BEFORE, _AFTER = 90, 60
_NAME = re.compile(r"\b[A-Z][a-z][\w’'-]+")
_NO_NAME = frozenset(
    "the but and he she it in on mr mrs ms this that they we for from at after before his her".split()
)
_EVENT = re.compile(
    r"\b(?P<event>primary|primaries|election|final|meeting|summit|release|launch|debate|hearing|trial|vote|referendum|concert|"
    r"ceremony|premiere|auction|attack|protest|rally|march|strike|convention|caucus|caucuses|race|marathon|contest|test|deadline|"
    r"budget|festival|tour|album|single|film|inquest|funeral|wedding|conference|parade|exhibition)s?\b",
    re.IGNORECASE,
)
_MATCH = re.compile(
    r"\b(?:play\w*|visit|host\w*|fac(?:e|es|ing)|meet|against|at home|away|trip|fixture|match|game|clash|tie|qualifier)\b"
)
_OPEN = re.compile(
    r"https?:|<|@|\b(?:propos\w*|challeng\w*|offer\w*|reject\w*|would|if|replay|postponed|delayed|rearranged|moved|originally|"
    r"wom[ae]n|men[’']s|girls|boys|under-\d+|juniors?|youth|brother|sister|wife|husband|father|mother|son|daughter|"
    r"(?:first|second|third|next|last|previous|another|earlier|later)|under|or|from|between|until|to the)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"[.;:!?]\s|, (?:and|but|while|which|who) ")
_ENDS = re.compile(r"[.;:!?]|, (?:and|but|while|which|who) | and ")


class _Dated(NamedTuple):
    figure: Figure
    date: DatePoint
    sentence: Sentence
    names: frozenset[str]
    events: frozenset[str]


def dated_twice(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for each two days of a month that date one event with the same name."""
    found = [dated for figure in figures if (dated := _dated(draft, figure)) is not None]
    for one, other in combinations(found, 2):
        if one.sentence is other.sentence or one.date.month != other.date.month:
            continue
        if one.date.year != other.date.year and one.date.year and other.date.year:
            continue
        if (one.date.year is None) != (other.date.year is None):
            continue
        if one.names & other.names and one.events & other.events:
            ids = (one.figure.id, other.figure.id)
            yield Relation(
                "same_fact",
                (("figures", ids),),
                proposed_by=("offline",),
                rule="an event with a name, dated twice",
            )


def _dated(draft: Draft, figure: Figure) -> _Dated | None:
    """A full date with the names and the events of its clause; None where the date is not that of an event."""
    date = figure.date
    if figure.kind is not Kind.DATE or date is None or date.day is None or date.month is None or date.end:
        return None
    sentence = draft.sentence_at(figure.span.start)
    if sentence is None:
        return None
    before = _APART.split(draft.text[sentence.span.start : figure.span.start])[-1][-_BEFORE:]
    after = _ENDS.split(draft.text[figure.span.end : sentence.span.end])[0][:_AFTER]
    clause = f"{before} {after}"
    if _OPEN.search(clause):
        return None
    events = {match["event"].lower() for match in _EVENT.finditer(clause)}
    if _MATCH.search(clause):
        events.add("match")
    names = {name for name in _NAME.findall(clause) if not _is_calendar(name)}
    return _Dated(figure, date, sentence, frozenset(names), frozenset(events)) if names and events else None


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


_OUTRAGE = re.compile(
    r"\s(?:\w+\s)?(?:protest|attacks?|bombings?|shootings?|raid|crash|riots?|fire|demonstration|march|explosion|killings?|murders?|"
    r"incident|massacre|robbery|break-in|stabbing|kidnapping|siege|clash|clashes)\b"
)
_AFTER_IT = re.compile(
    r"\b(?:arrested|charged|detained|jailed|sentenced|convicted|indicted|resigned|apologi[sz]ed|suspended)\b[^.;:!?]{0,30}\b(?:in|on)\s$"
)
_ANOTHER = re.compile(
    r"\b(?:first|second|third|previous\w*|earlier|another|others?|separate|different|unrelated)\b"
)
_FAR = 5


def aftermath(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`sequence` for "the 9 May protest", the only one with a date, and the arrests that it led to."""
    dates = [f for f in figures if f.kind in (Kind.DATE, Kind.RELATIVE_DATE) and f.date and f.date.month]
    events = [f for f in dates if _OUTRAGE.match(draft.text, f.span.end)]
    if len({f.date for f in events}) != 1:
        return
    for figure in dates:
        if not _AFTER_IT.search(draft.text, max(0, figure.span.start - _BEFORE), figure.span.start):
            continue
        sentence = draft.sentence_at(figure.span.start)
        if sentence is None or sentence is draft.sentence_at(events[0].span.start):
            continue
        if _ANOTHER.search(sentence.span.quote):
            continue
        one, other = events[0].date, figure.date
        if one is None or other is None or one.end or other.end or (one.year is None) != (other.year is None):
            continue
        if one.year is None and abs((one.month or 0) - (other.month or 0)) >= _FAR:
            continue
        yield Relation(
            "sequence",
            (("earlier", (events[0].id,)), ("later", (figure.id,))),
            proposed_by=("offline",),
            rule="an event, and the arrests",
        )
