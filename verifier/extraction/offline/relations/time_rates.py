"""One rate over two periods: "90 letters a day. That's 33,000 a year", "£4.99 per month or £50 per year".

What comes in over the longer period is no less than what comes in over the shorter: a million for a billion
beside a year shows up at once.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import noun
from verifier.figures.model import Hedge, Kind
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure

_LENGTHS = {"hour": 0, "day": 1, "week": 2, "month": 3, "quarter": 4, "year": 5}
_BY_WORD = {"hourly": 0, "daily": 1, "weekly": 2, "monthly": 3, "quarterly": 4, "annual": 5, "annually": 5, "yearly": 5}  # fmt: skip
_ADVERB = r"daily|weekly|monthly|quarterly|annually|yearly"
_PERIOD = rf"(?:(?:a|an|per|each|every)\s(?P<period>{'|'.join(_LENGTHS)})|(?P<adverb>{_ADVERB}))\b"
_AFTER = re.compile(rf"[^.;:!?,()]{{0,50}}?\b{_PERIOD}", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?P<adverb>daily|weekly|monthly|quarterly|annual|yearly)\s[^.;:!?,()<>]{0,30}$", re.IGNORECASE)  # fmt: skip
# Between the two: words that make the one the other.
_EQUATED = re.compile(
    r"^[^.;:!?()]{0,70}?(?:\bequat(?:es|ed|ing)\sto|\b(?:the\s)?equivalent\s(?:to|of)|\bor|\bwhich\s(?:is|comes\sto|works\sout\sat|amounts\sto|adds\sup\sto|"
    r"makes)|\b(?:amounting|adding\sup|coming)\sto|\bworking\sout\sat|\bi\.e\.,?|=|\.\s[“\"']?(?:That[’']s|That\sis|That\scomes\sto|That\smakes|"
    r"This\sis|That\sadds\sup\sto|That\sworks\sout\sat)|\()\s?(?:about|around|some|roughly|nearly|almost|more\sthan|over|just\sover|just\sunder|at\sleast|"
    r"approximately|an?\sestimated|up\sto)?\s?$",
    re.IGNORECASE,
)
_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_REACH = 60


def time_rates(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`order` for two amounts that are one rate over a longer and a shorter period.

    Args:
        draft: the draft.
        figures: its figures, in order.
    """
    text = draft.text
    for one, other in pairwise(figures):
        if (
            one.kind not in _KINDS
            or other.kind is not one.kind
            or other.span.start - one.span.end > 2 * _REACH
        ):
            continue
        if Hedge.VAGUE in (one.hedge, other.hedge) or not _of_one_thing(one, other):
            continue
        if not _EQUATED.search(text[one.span.end : other.span.start]):
            continue
        first = _period(text, one, other.span.start)
        second = _period(text, other, other.span.end + _REACH)
        if first is None or second is None or first == second:
            continue
        more, less = (one, other) if first > second else (other, one)
        yield Relation(
            "order",
            (("greater", (more.id,)), ("less", (less.id,))),
            proposed_by=("offline",),
            rule="one rate over two periods",
        )


def _of_one_thing(one: Figure, other: Figure) -> bool:
    if one.kind is Kind.COUNT:
        return noun(other) is None or noun(one) is None or noun(one) == noun(other)
    return one.unit == other.unit


def _period(text: str, figure: Figure, stop: int) -> int | None:
    """The rank of the period that an amount is of: "40 a day", "an annual target of 8,000"."""
    found = _AFTER.match(text, figure.span.end, stop)
    if found is None:
        found = _BEFORE.search(text, max(0, figure.span.start - _REACH), figure.span.start)
    if found is None:
        return None
    named = found.groupdict()
    return _LENGTHS[named["period"].lower()] if named.get("period") else _BY_WORD[named["adverb"].lower()]
