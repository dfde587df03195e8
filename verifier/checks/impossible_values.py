"""Figures that cannot be true whatever they refer to: 130% of those asked, a fall in sales of 120%."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from verifier.figures.model import Hedge, Kind
from verifier.findings import Evidence, Finding, Severity, place
from verifier.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure

_HUNDRED = 100
# Nobody on record has lived longer than 122 years.
_OLDEST = 125
_SMALL = 100
_REACH = 60

_WHO = (
    r"(?:people|those|voters|respondents|adults|households|women|men|children|teenagers|students|pupils|patients|"
    r"parents|workers|employees|staff|members|residents|readers|viewers|customers|consumers|shoppers|drivers|"
    r"teachers|doctors|users|owners|companies|firms|businesses|Americans|Britons|Republicans|Democrats|delegates|"
    r"MPs|seats|votes|ballots|the (?:vote|electorate|population))"
)
_OF_PEOPLE = late(
    rf" of (?:(?:the|all|its|their|his|her|our|UK|US|British|American|registered|likely) ){{0,3}}{_WHO}\b"
)
# What may exceed the whole that it is measured against; of anything else there is no more than all.
_MAY_EXCEED = late(
    r" of (?:[\w’'-]+ ){0,4}?(?:GDP|gross|target|capacity|quota|value|salar\w+|incomes?|pay|wages?|earnings|"
    r"prices?|costs?|levels?|average|norm\w*|budget|output|revenues?|sales|profits?|investment|assets|face|par|equity|last|"
    r"previous|what|body|maximum|minimum|recommended|daily|needs?|demand|goal|forecasts?|estimates?|plan\w*|usual|"
    r"poverty|median|effort|loans?|debts?|deposits?|economy|turnover|production|rainfall|rate|limit|allowance|"
    r"requirement\w*|expect\w+|fee|size|weight|worth|purchase|national|world|bid|capital|spending|exports|imports|"
    r"offer|reserves?|amounts?|sums?|numbers?|figures?|original|volumes?|total|energy|time)\b"
)
_HOLDS = late(
    r"\b(?:own(?:s|ed)?|holds?|held|controls?|controlled|covers?|covered|accounts? for|accounted for|"
    r"makes? up|made up|won|lost|destroyed) (?:about |nearly |almost |some |more than |over |up to )?$"
)
_OF_ALL = late(r" of (?:the|all|its|their|his|her|our|those|these)\b")
_SAY = late(
    r" (?:said|say|agreed?|disagreed?|support|supported|opposed?|think|thought|believed?|voted|backed|"
    r"approved?|disapproved?|favou?r|favou?red|want|wanted|felt|feel|were (?:undecided|unsure)) "
)
_RATE = late(
    r"\b(?:turnout|unemployment|literacy|illiteracy|approval|occupancy|jobless rate|pass rate|survival rate|"
    r"humidity)\b"
    r"[^.;:!?,]{0,30}? (?:of|at|to|was|is|reached|stood at|hit) (?:about |nearly |almost |some |a record )?$",
    re.IGNORECASE,
)
_CHANCE = late(r" (?:chance|probability|likelihood)\b")
_FALL = late(
    r"\b(?:sales|prices?|shares|stocks?|output|production|population|exports|imports|visits|visitors|turnout|"
    r"attendance|traffic|spending|numbers?|wages|salaries|crime|rates?) (?:\w+ ){0,4}?"
    r"(?:fell|fallen|fall|falling|dropped|drop|declined|plunged|slumped|slid|tumbled|shrank)(?: by)? $"
)
_PERSON = late(
    r"[ -]+(?:\w+ )?(?:man|woman|boy|girl|mother|father|grandmother|grandfather|pensioner|widow|widower)\b"
)
_GROUP = late(rf" {_WHO}\b")
_OUT_OF = late(r" (?:out of|in)(?: every)? ")


def impossible_values(draft: Draft, figures: Sequence[Figure]) -> Iterator[Finding]:
    """An `impossible-value` error for each figure that no facts could make true.

    Words in quotation marks are left alone: people give 110%. So are shares of what can be exceeded (a
    target, a capacity, a country's GDP), and falls of what can turn negative (profits).
    """
    for figure in figures:
        reason = _share(draft, figure) or _age(draft, figure)
        if reason is not None:
            yield _finding(draft, (figure,), figure.span.quote, reason)
    for one, other in pairwise(figures):
        if _more_than_all(draft, one, other):
            words = " ".join(draft.text[one.span.start : other.span.end].split())
            yield _finding(draft, (one, other), words, "that is more than all of them")


def _share(draft: Draft, figure: Figure) -> str | None:
    low = figure.written.low
    if figure.kind is not Kind.PERCENT or low is None or low <= _HUNDRED or _is_quoted(draft, figure):
        return None
    start, end = figure.span.start, figure.span.end
    if _OF_PEOPLE.match(draft.text, end) or _SAY.match(draft.text, end):
        return "no share of a group is over 100%"
    held = _HOLDS.search(draft.text, max(0, start - _REACH), start)
    if held and _OF_ALL.match(draft.text, end) and not _MAY_EXCEED.match(draft.text, end):
        return "no part is over 100% of its whole"
    if _RATE.search(draft.text, max(0, start - _REACH), start):
        return "no such rate is over 100%"
    if _CHANCE.match(draft.text, end):
        return "no probability is over 100%"
    if _FALL.search(draft.text, max(0, start - _REACH), start):
        return "nothing of the kind can fall by more than 100%"
    return None


def _age(draft: Draft, figure: Figure) -> str | None:
    low = figure.written.low
    if figure.kind is not Kind.AGE or low is None or low <= _OLDEST:
        return None
    return "nobody has lived so long" if _PERSON.match(draft.text, figure.span.end) else None


def _more_than_all(draft: Draft, one: Figure, other: Figure) -> bool:
    """Whether the pair reads like "six out of five voters"."""
    if {one.kind, other.kind} != {Kind.COUNT} or one.unit is not None or one.hedge is not Hedge.EXACT:
        return False
    if other.span.start - one.span.end > len(" out of every ") or other.hedge is not Hedge.EXACT:
        return False
    part, whole = one.written.low, other.written.low
    if part is None or whole is None or not whole < part < _SMALL:
        return False
    between = _OUT_OF.fullmatch(draft.text, one.span.end, other.span.start)
    return between is not None and _GROUP.match(draft.text, other.span.end) is not None


def _is_quoted(draft: Draft, figure: Figure) -> bool:
    """Whether a quotation mark opens before the figure in its sentence and closes after it."""
    sentence = draft.sentence_at(figure.span.start)
    if sentence is None:
        return False
    before = draft.text[sentence.span.start : figure.span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _finding(draft: Draft, figures: tuple[Figure, ...], words: str, reason: str) -> Finding:
    return Finding(
        code="impossible-value",
        severity=Severity.ERROR,
        message=f"“{words}” ({place(draft, figures[0].span)}) cannot be: {reason}.",
        working=f"{words}: {reason}",
        question="What should the figure be?",
        evidence=tuple(Evidence(figure.span, figure.id) for figure in figures),
    )
