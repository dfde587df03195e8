"""Dates that belong to one event or one person, wherever in the draft they stand.

A headline and its lead that date one event, an event that is dated twice, two stretches of time that
begin on one day, an age at a date and the year of birth, an age given twice.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from verifier.figures.model import Kind
from verifier.patterns import late
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import DatePoint, Figure

_DATES = (Kind.DATE, Kind.RELATIVE_DATE)
_REACH = 90
_LEAD = 8
_SHORTEST_STEM = 4
_AGREED = 2
_LOOK_BACK = 4

_ONE_OFF = (
    r"(?:Budget|general election|election|elections|referendum|by-election|inauguration|coronation|Oscars|Grammys|Baftas|"
    r"Academy Awards|Grammy Awards|Brit Awards|Golden Globes|Super Bowl|Grand National|London Marathon|World Cup final|"
    r"Carling Cup final|FA Cup final|Champions League final|convention|primary|caucuses|caucus|marathon|auction|funeral|"
    r"wedding|premiere|summit|ballot)"
)
_OWN = r"(?:release|publication|launch|premiere|debut|wedding|funeral|inquest|retirement|auction|inauguration|broadcast)"
# Words beside an event that do not make it another one.
_PLAIN = r"(?:presidential|general|national|U\.S\.|US|UK|party|key|crucial|expected|Republican|Democratic|GOP|must-win)"
_ON = late(
    rf"(?P<name>(?:\b[A-Z][\w.-]+(?:['’]s)? ){{0,3}})\b(?:{_PLAIN} )*(?P<event>{_ONE_OFF})(?: in (?P<site>[A-Z][\w.-]+(?: [A-Z][\w.-]+)?))?"
    r"(?:,? (?:ceremony|is|are|was|were|be|will|takes|take|took|to|held|due|scheduled|set|place|planned|expected|widely|here|there)){0,5}"
    r"(?:,? (?:on|for))? $"
)
_BEFORE = late(
    rf" (?:{_PLAIN} )*(?P<name>(?:[A-Z][\w.-]+ ){{0,3}})(?:{_PLAIN} )*(?P<event>{_ONE_OFF})\b(?: in (?P<site>[A-Z][\w.-]+(?: [A-Z][\w.-]+)?))?"
)
_PLACE = late(r"\b(?P<place>[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,2})['’]s? $")
_OWN_ON = late(
    rf"\b(?:[Ii]ts|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|['’]s) (?:\w+ )?(?P<event>{_OWN})(?: date)?(?: is| was| will be| -| –| —|,)?(?: on| in| of| for)? $"
)
_DETERMINER = late(
    r"^(?:The|A|An|His|Her|Its|Their|This|That|If|When|Before|After|Next|Last|For|But|And)(?: |$)"
)
_MARKET = late(
    r"\b(?:US|UK|Europe\w*|Britain|British|America\w*|Japan\w*|Australia\w*|Asia\w*|Canada|Ireland|Scotland|France|"
    r"Germany|worldwide|cinemas|DVD|single|album|paperback|first|second|third)\b"
)
_SINGULAR = late(r"(?:(?<=caucus)es|(?<![su])s)$")
# Elections of which a draft may speak of several.
_ONE_OF_MANY = late(
    r"\b(?:state|local|regional|council|parliamentary|legislative|special|mayoral|European|first|previous|last)\b"
)
_OF_A_PLACE = frozenset("primary caucus convention marathon auction ballot summit premiere".split())
_PARTY = late(r"\b(?:Republican|Democratic|GOP|Democrat|Labour|Conservative)s?\b")

_STEM = late(r"\b[A-Za-z][a-z’'-]{3,}")
_COMMON = frozenset(
    "from with that this will have been were they their about after before says said over more than next last".split()
)

_STRETCH = late(r"\s(?:to|and|until|till|through)\s")
_STRETCH_BEFORE = late(r"\b(?:from|between) $", re.IGNORECASE)

_BORN = late(r"\bborn (?:\w+ \w+ )?(?:(?:in|at|near) [A-Z][^.;:!?]{1,40}?,? )?(?:in|on) $", re.IGNORECASE)
_AGED = late(
    r"\b(?:at the age of|at age|aged|age|when (?:he|she) was)(?: (?:just|only|about))? $", re.IGNORECASE
)
_KIN = late(
    r"\b(?:sons?|daughters?|wife|husband|brothers?|sisters?|mother|father|parents?|child|children|grand\w+|uncle|aunt|"
    r"cousin|nephew|niece|friend|girlfriend|boyfriend|partner|widow|widower)\b",
    re.IGNORECASE,
)
_PRONOUN = late(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
_AT = late(r"\b(?:in|on) $", re.IGNORECASE)

_APPEALED = late(
    r"\bappeal(?:ed|s)? (?:against )?(?:the|that|this|his|her|its|their) (?:[\w’']+ ){0,2}?"
    r"(?:decision|ruling|order|verdict|conviction|sentence|judgment|judgement|detention|extension|ban|fine)\b[^.;:!?]{0,60}?\b(?:on|in) $"
)
_RULED = late(
    r"\b(?:judge|court|magistrate|tribunal|jury)s?\b[^.;:!?]{0,30}?\b(?:\w+ed|found|gave|sent|upheld|ruled|decision|ruling)\b"
)


def related_dates(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """All relations of dates and ages that no single sentence states."""
    dates = [figure for figure in figures if figure.kind in _DATES and figure.date is not None]
    yield from _headline(draft, dates)
    yield from _events(draft, dates)
    yield from _stretches(draft, dates)
    yield from _appeals(draft, dates)
    yield from _ages(draft, figures)


def _relation(kind: str, rule: str, **roles: tuple[Figure, ...]) -> Relation:
    named = tuple((role, tuple(figure.id for figure in figures)) for role, figures in roles.items())
    return Relation(kind, named, proposed_by=("offline",), rule=rule)


def _with_first(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The first statement of a fact with each of the others."""
    return ((figures[0], other) for other in figures[1:])


def _month(figure: Figure) -> int | None:
    return None if figure.date is None or figure.date.end is not None else figure.date.month


def _year(figure: Figure) -> int | None:
    """The year of a date that gives nothing else."""
    date = figure.date
    return None if date is None or date.end is not None or date.month is not None else date.year


def _headline(draft: Draft, dates: Sequence[Figure]) -> Iterator[Relation]:
    """The one date in the headline, and the one in the lead that speaks of the same event."""
    if len(draft.paragraphs) < _AGREED:
        return
    heading, lead = draft.paragraphs[0], next((s for s in draft.sentences if s.paragraph > 0), None)
    if (
        lead is None
        or heading.quote.rstrip().endswith((".", "”", '"'))
        or len(heading.quote.split()) > 2 * _LEAD
    ):
        return
    above = [figure for figure in dates if heading.covers(figure.span) and (_month(figure) or _year(figure))]
    below = [figure for figure in dates if lead.span.covers(figure.span)]
    if (
        len(above) != 1
        or len(below) != 1
        or not (
            (_month(above[0]) and _month(below[0]) and _same_year(above[0], below[0]))
            or (_year(above[0]) and _year(below[0]))
        )
    ):
        return
    if len(_stems(heading.quote) & _stems(lead.span.quote)) >= _AGREED:
        yield _relation("same_fact", "headline and lead", figures=(above[0], below[0]))


def _stems(text: str) -> set[str]:
    words = (word.lower().rstrip("'’s") for word in _STEM.findall(text))
    return {word[:6] for word in words if len(word) >= _SHORTEST_STEM and word not in _COMMON}


def _same_year(one: Figure, other: Figure) -> bool:
    a, b = one.date, other.date
    return a is not None and b is not None and a.year == b.year


def _events(draft: Draft, dates: Sequence[Figure]) -> Iterator[Relation]:
    """One event that the draft dates twice."""
    found: dict[str, list[Figure]] = {}
    for figure in dates:
        if not _month(figure):
            continue
        key = _event(draft, figure)
        if key is not None:
            found.setdefault(key, []).append(figure)
    for named in found.values():
        for one, other in _with_first(named):
            if _same_year(one, other) and draft.sentence_at(one.span.start) is not draft.sentence_at(
                other.span.start
            ):
                yield _relation("same_fact", "one event, dated twice", figures=(one, other))


def _event(draft: Draft, figure: Figure) -> str | None:
    """What a date is the date of, in a form that another mention of the same event would share."""
    text, start, end = draft.text, figure.span.start, figure.span.end
    around = text[max(0, start - _REACH) : end + _REACH // 2]
    own = _OWN_ON.search(text, max(0, start - _REACH), start)
    if own is not None:
        return None if _MARKET.search(around) else f"its {own['event'].lower()}"
    day = figure.date.day if figure.date else None
    match = _ON.search(text, max(0, start - _REACH), start) or _BEFORE.match(text, end)
    if match is None or day is None:
        return None
    event = _SINGULAR.sub("", match["event"].lower()).removeprefix("general ")
    name = match["name"].strip() or match["site"] or ""
    if not name and (place := _PLACE.search(text, max(0, start - _REACH), start)):
        name = place["place"]
    name = _DETERMINER.sub("", re.sub(r"['’]s?$", "", name.rstrip(".")))
    name = re.sub(rf"\b{_PLAIN}\b", "", name).strip()
    if not name and (event in _OF_A_PLACE or _ONE_OF_MANY.search(text, max(0, start - _REACH), end)):
        return None
    party = _PARTY.search(around)
    return f"{name} {event} {party[0] if party else ''}"


def _stretches(draft: Draft, dates: Sequence[Figure]) -> Iterator[Relation]:
    """Two stretches of time that begin on one day of one year: then they end on one day too."""
    found: dict[DatePoint, list[Figure]] = {}
    for start, end in pairwise(dates):
        point = start.date
        if (
            point is None
            or point.day is None
            or point.year is None
            or end.date is None
            or end.date.day is None
        ):
            continue
        if _STRETCH.fullmatch(draft.text, start.span.end, end.span.start) and _STRETCH_BEFORE.search(
            draft.text, max(0, start.span.start - _REACH), start.span.start
        ):
            found.setdefault(point, []).append(end)
    for ends in found.values():
        for one, other in _with_first(ends):
            if _same_year(one, other):
                yield _relation("same_fact", "two stretches from one day", figures=(one, other))


def _appeals(draft: Draft, dates: Sequence[Figure]) -> Iterator[Relation]:
    """A ruling with its date, and the appeal against it, a few sentences on."""
    for index, figure in enumerate(dates):
        if not _APPEALED.search(draft.text, max(0, figure.span.start - 2 * _REACH), figure.span.start):
            continue
        sentence = draft.sentence_at(figure.span.start)
        for earlier in reversed(dates[:index]):
            ruled = draft.sentence_at(earlier.span.start)
            if sentence is None or ruled is None or sentence.number - ruled.number > _LOOK_BACK:
                break
            if (
                not _month(earlier)
                or not _month(figure)
                or not _same_year(earlier, figure)
                or ruled is sentence
            ):
                continue
            if _RULED.search(draft.text, earlier.span.end, ruled.span.end):
                yield _relation("sequence", "a ruling, and the appeal", earlier=(earlier,), later=(figure,))
            break


def _ages(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """An age at a date, of the one person whose birth the draft dates."""
    born = [
        figure
        for figure in figures
        if figure.kind is Kind.DATE
        and figure.date is not None
        and figure.date.year is not None
        and _BORN.search(draft.text, max(0, figure.span.start - _REACH), figure.span.start)
    ]
    if len(born) != 1:
        return
    birth = draft.sentence_at(born[0].span.start)
    if birth is None or _KIN.search(draft.text, birth.span.start, born[0].span.start):
        return
    for figure in figures:
        if figure.kind not in (Kind.AGE, Kind.COUNT) or not _AGED.search(
            draft.text, max(0, figure.span.start - _REACH), figure.span.start
        ):
            continue
        sentence = draft.sentence_at(figure.span.start)
        if sentence is None or sentence.number < birth.number or not _is_his(draft, sentence, figure):
            continue
        at = _dated(draft, sentence, figures)
        if at is not None and at is not born[0]:
            yield _relation("age", "born, and an age at a date", age=(figure,), born=(born[0],), at=(at,))


def _is_his(draft: Draft, sentence: Sentence, figure: Figure) -> bool:
    """Whether the sentence speaks of the person by pronoun, and of no relation of theirs."""
    before = draft.text[sentence.span.start : figure.span.start]
    return _PRONOUN.search(before) is not None and _KIN.search(sentence.span.quote) is None


def _dated(draft: Draft, sentence: Sentence, figures: Sequence[Figure]) -> Figure | None:
    """The one date of the sentence that an age in it belongs to."""
    here = [f for f in figures if sentence.span.covers(f.span) and f.kind is Kind.DATE]
    if len(here) != 1 or here[0].date is None or here[0].date.year is None or here[0].date.end is not None:
        return None
    at = here[0]
    return at if _AT.search(draft.text, max(0, at.span.start - 4), at.span.start) else None
