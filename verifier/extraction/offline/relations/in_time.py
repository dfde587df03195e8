"""Which of two dates of a sentence came first, by the word that joins their clauses.

"She joined in 1997 before moving to Leeds in 2003", "in 1996, its best year since 1989", "After a strike in
1985, it reopened in 1988". One table says which words put which date first; what stands beside the dates
tells whether the words speak of these two.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import DatePoint, Figure


class Joint(NamedTuple):
    """A word between two dates, or before both, that orders them.

    Attributes:
        name: what it reads.
        pattern: what has to stand between the two dates, or (`front`) from the start of the sentence to the
            first.
        first: whether the date that stands first in the sentence is the earlier one.
        front: where the word stands.
        reaches: whether it may reach over any number of months, so that both dates need their years.
        hits: sentences that it must read.
        misses: sentences that it must not.
    """

    name: str
    pattern: re.Pattern[str]
    first: bool
    front: bool = False
    reaches: bool = False
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


# Words of one clause, figures that are no dates among them; and of one without a second verb or part.
_WORDS = r"(?:(?!\b(?:and|but|or|nor|while|whereas|who|which|that)\b)[^<>.,;:!?|()“”\"–—]|<[^dy]\d+>|(?<=[A-Z])\.(?= [A-Z])|(?<=\w)-(?=\w)){0,90}?"
# "Approved in 2019 and sold after a row in 2022": of two joined clauses the second has the word to itself.
_ONE_VERB = (
    r"(?:(?!\b(?:and|but|or|then|while|whereas|who|which|that|until|till|to)\b)[^<>;:!?|()“”\"]|<[^dy]\d+>)*?"
)
_ANY = r"(?:(?!\bnor\b)[^<>;:!?|()“”\"]|<[^dy]\d+>)*?"
_AT = (
    r"(?:\b(?:in|on|during|from|of|by|since|until)\s(?:early\s|late\s|mid-?|the\s(?:early\s|late\s|mid-?)?|the\s(?:spring|summer|autumn|fall|winter|end|start|"
    r"beginning|middle|run-up)\sof\s)?|,\s)$"
)
_MOST = (
    r"\b(?:first|best|worst|high|low|strongest|weakest|biggest|largest|smallest|highest|lowest|fastest|slowest|steepest|sharpest|"
    r"heaviest|longest|deadliest|busiest|poorest|quickest|tightest|widest|closest|hottest|coldest|wettest|driest|most|least)\b"
)

JOINTS = (
    Joint(
        "then, before that",
        late(
            rf"{_ANY}(?<!and\s)(?<!but\s)\b(?:before|prior\sto)\s(?=\w+ing\b|he\b|she\b|it\b|they\b|his\b|her\b|its\b|their\b){_WORDS}{_AT}"
        ),
        first=True,
        hits=("She joined the bank in 1997 before moving to Leeds in 2003.",),
        misses=(
            "In 1997 she said prices before 1990 were lower.",
            "In 1997 it fell, as before, and rose in 1990.",
        ),
    ),
    Joint(
        "then, after that",
        late(
            rf"{_ONE_VERB}(?<!and\s)(?<!but\s)\b(?:after|following\s(?=(?:a|an|the|his|her|its|their)\b))\s?(?!(?:the\s)?(?:early\s|late\s|mid-)?<|that\b|and\b|or\b|which\b){_WORDS}{_AT}"
        ),
        first=False,
        hits=("The choir sang again in 1996 after losing its hall in 1991.",),
        misses=(
            "He left in 2003, soon after which came 1997.",
            "He was its head from 1974 until his retirement after the draft of April 2000.",
            "He left in 2003 after a row and came back in 2005.",
            "It was worth £6m in 2013 and £7m after a refit in 2017.",
        ),
    ),
    Joint(
        "then, until that",
        late(rf"{_ANY}\b(?:until|till)\s(?!(?:now|then|today|recently|this)\b){_WORDS}(?:{_AT})?$"),
        first=True,
        hits=("They bought the farm in 1952 and stayed there until the flood in 1979.",),
        misses=(
            "He stayed in 1967; until 1960 he had been happy.",
            "It broke the mark of August 1997, until now the highest since records began in 1954.",
        ),
    ),
    Joint(
        "then, and later that",
        late(
            rf"{_ANY}\b(?:and\s|,\s|but\s)(?:then|later|subsequently|eventually|finally|went\son\sto)\s(?!said|recalled|told|wrote|than|admitted|claimed){_WORDS}{_AT}"
        ),
        first=True,
        hits=("He was elected in 1997 and then lost his seat in 2003.",),
        misses=("He was elected in 1997 and later said that he first stood in 1990.",),
    ),
    Joint(
        "then, the most since that",
        late(rf"{_ANY}{_MOST}[^<>.;:!?|]{{0,60}}?\bsince\s{_WORDS}(?:{_AT})?$"),
        first=False,
        reaches=True,
        hits=("The port handled 80 ships in 1996, its best total since 1989.",),
        misses=("It first came in 1997 and has met each May since 2001.",),
    ),
    Joint(
        "then, and again then",
        late(
            rf"{_ANY}\b(?:again|re-?(?:elected|opened|joined|married|appointed|issued|launched|named|gained|built))\b{_WORDS}{_AT}"
        ),
        first=True,
        hits=("He won the seat in 1997 and again in 2001.",),
        misses=("He won it again in 1997, having won it in 1990.",),
    ),
    Joint(
        "then, and it did this then",
        late(
            rf"{_ANY}\b(?:and|but)\s(?:\w+ly\s)?(?!(?:dat|follow|replac|succeed|originat|inherit|bas|nam|call|includ|need|compar|remain|stay)ed\b)"
            rf"(?:\w+ed|won|lost|left|became|wrote|sold|quit|took|went|gave|fell|rose|led|bought|began|ran|will)\s(?!by\b|to\b){_WORDS}{_AT}"
        ),
        first=True,
        reaches=True,
        hits=(
            "The lease was signed in 1931 and expired in 1952.",
            "She won the cup in 1986 but lost it in 1988.",
        ),
        misses=(
            "Sales grew in 1994 and were up from 1990.",
            "He was held in May and convicted in March.",
            "She leaves in May and followed a colleague who left in March.",
        ),
    ),
    Joint(
        "after that, this",
        late(rf"^(?:And\s|But\s)?(?:After|Following|Since|Having)\b{_WORDS}"),
        first=True,
        front=True,
        hits=("After leaving the navy in 1985, he opened a bar in 1988.",),
        misses=("After leaving the navy in 1985, he sold what he had bought in 1980.",),
    ),
    Joint(
        "before that, this",
        late(rf"^(?:And\s|But\s)?(?:Before|Until|Prior\sto)\b{_WORDS}"),
        first=False,
        front=True,
        hits=("Until 1988, the mill had been run by the family since 1931.",),
        misses=("Before leaving in 1985, he signed what was to be law from 1988.",),
    ),
)
_AFTER_COMMA = late(rf"\s?(?:[^<>.,;:!?|]{{0,40}})?,\s(?!who\b|which\b|and\b|but\b){_WORDS}{_AT}")
_UNSURE = late(
    r"\b(?:will|would|could|should|may|might|shall|expect\w*|forecast\w*|predict\w*|plan\w*|propos\w*|hop\w+|than|compar\w*|like|unlike|"
    r"as in|versus|against|if|not|again|what|records?|deal|postponed|rather|brought|moved)\b|n[’']t\b",
    re.IGNORECASE,
)
_HAD = late(r"\bhad\b")
_FUTURE = late(r"\b(?:will|would|expect\w*|forecast\w*|predict\w*|plan\w*|brought|than)\b", re.IGNORECASE)
_LOOKS_BACK = late(r"\b(?:after|before|since|until)\b[^.;:|]*$", re.IGNORECASE)
_REACH = 90
_DATE = late(r"<(?P<kind>[dy])(?P<number>\d+)>")
# Of two days, or two months, without their years that are further apart, either may come first.
_FAR, _FAR_IN_MONTHS = 5, 3
_TRIGGERS = tuple(
    "fter efore ntil till ince ollowing then later eventually finally subsequently went rior aving again re and but".split()
)


def in_time(masked: Masked) -> Iterator[Relation]:
    """`sequence` for each two dates of a masked sentence that a joint puts in order."""
    text = masked.text
    if text.count("<d") + text.count("<y") < 2 or not any(word in text for word in _TRIGGERS):  # noqa: PLR2004
        return
    for one, other in pairwise(_DATE.finditer(text)):
        first, second = masked.figures[one["number"]], masked.figures[other["number"]]
        if not comparable(first, second) or not _is_adverbial(text, one):
            continue
        joint = _joint(text, one, other)
        if joint is not None and not (joint.reaches and _has_no_year(first)):
            earlier, later = (first, second) if joint.first else (second, first)
            yield Relation(
                "sequence",
                (("earlier", (earlier.id,)), ("later", (later.id,))),
                proposed_by=("offline",),
                rule=joint.name,
            )


def _has_no_year(figure: Figure) -> bool:
    return figure.date is not None and figure.date.year is None


_BEFORE_DATE = late(rf"{_AT}|^(?:The\s)?$|\b(?:After|Before|Until|Since|Following)\s$")


def _is_adverbial(text: str, one: re.Match[str]) -> bool:
    """Whether the date tells when, rather than which: "in 2003", not "the 2003 cup"."""
    return _BEFORE_DATE.search(text, max(0, one.start() - 40), one.start()) is not None


def _joint(text: str, one: re.Match[str], other: re.Match[str]) -> Joint | None:
    between = text[one.end() : other.start()]
    for joint in JOINTS:
        if joint.front:
            before = text[: one.start()]
            told = joint.pattern.fullmatch(before) and _AFTER_COMMA.fullmatch(between)
            if told and not _UNSURE.search(between) and not (joint.first and _HAD.search(between)):
                return joint
        elif joint.pattern.fullmatch(between) and (joint.first or not _backwards(text, one, between)):
            return joint
    return None


def _backwards(text: str, one: re.Match[str], between: str) -> bool:
    """Whether a word that looks back may speak of another clause than that of the first date."""
    clause = text[max(0, one.start() - _REACH) : one.start()]
    return (
        _FUTURE.search(between) is not None or _LOOKS_BACK.search(clause) is not None or ", and " in between
    )


def comparable(one: Figure, other: Figure) -> bool:
    """Whether the two dates are exact enough, both with a year or in months close by."""
    a, b = one.date, other.date
    if a is None or b is None or a.end or b.end or Hedge.VAGUE in (one.hedge, other.hedge):
        return False
    if not (_is_dated(one) and _is_dated(other)):
        return False
    if a.year is not None and b.year is not None:
        return True
    return a.year is None and b.year is None and _close(a, b)


def _is_dated(figure: Figure) -> bool:
    """Whether it is a date, or a month by itself ("in January")."""
    if figure.kind is Kind.RELATIVE_DATE:
        return figure.date is not None and figure.date.month is not None and " " not in figure.span.quote
    return figure.kind is Kind.DATE


def _close(one: DatePoint, other: DatePoint) -> bool:
    far = _FAR_IN_MONTHS if one.day is None or other.day is None else _FAR
    return one.month is not None and other.month is not None and abs(one.month - other.month) < far
