"""Moves of an index or a share price, said three times over: "fell 24.11 points, or 0.1 per cent, to 18,432.24"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.directions import HEDGES, TIME
from verifier.extraction.offline.relations.one_measure import other_scale
from verifier.figures.model import Hedge, Interval
from verifier.patterns import late
from verifier.relations import KINDS
from verifier.relations.arithmetic import middle
from verifier.relations.model import Direction, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Exact, Figure

_UP = r"up|rose|risen|rises|rising|gained|gaining|climbed|added|adding|jumped|jumping|advanced|surged|soared|put on|ahead|higher|gain of|rise of|increased"
_DOWN = r"down|fell|fallen|falls|falling|lost|losing|dropped|dropping|slipped|shed|shedding|slid|sank|tumbled|plunged|off|lower|eased|dipped|loss of|fall of|drop of|declined"
_FIGURES = (("p", 1), ("cm", 2))
"""What a move has: its share of the level before, its size, and the level that it led to."""
_WAY = rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})) (?:by )?{HEDGES}"
# "Having stood at", "after trading at", "from a record at": a level before the move, or another day's.
_NO_MORE = r"(?!\b(?:having|stood|been|was|were|after|before|from|since|when|which|compared|against|versus|opened|began|started)\b)"
_WORDS = rf"(?:{_NO_MORE}[^<>|;:]|{TIME}){{0,60}}?"
_POINTS = r"(?:[ -]points?| cents?| pence)?"
_OR = r"(?: ?[,(–—-])? ?(?:or )?(?:about |nearly |almost |around |just over |just under )?"
_BOTH = (
    rf"<(?P<size>[cm]\d+)>{_POINTS}{_OR}<(?P<share>p\d+)>",
    rf"<(?P<share>p\d+)>{_OR}<(?P<size>[cm]\d+)>{_POINTS}",
)
_LEVEL = r"<(?P<level>[cm]\d+)>"
_ENDS = r"(?=\)|[,.;|]|$| on | in | for )"
_FELL = r"(?:a |an )?(?:down|up|lower|higher|fall|rise|drop|gain|loss|decline|jump|slide)(?: of| by)? "
_MOVES = tuple(
    late(pattern, re.IGNORECASE)
    for pattern in (
        *(
            pattern
            for both in _BOTH
            for pattern in (
                rf"{_WAY}{both}\)?,?{_WORDS} (?:to|at) (?:[\w ]{{0,20}} at |a record |an all-time high of )?{_LEVEL}",
                rf"\b(?:at|to|was|is) {_LEVEL}{_WORDS}[,(–—-] ?(?:a )?{_WAY}{both}{_ENDS}",
            )
        ),
        rf"{_WAY}<(?P<share>p\d+)>{_WORDS} (?:to|at) {_LEVEL}{_WORDS}[,(–—-] ?{_FELL}{HEDGES}<(?P<size>[cm]\d+)>{_POINTS}{_ENDS}",
        rf"{_WAY}<(?P<size>[cm]\d+)>{_POINTS}{_WORDS} (?:to|at) {_LEVEL}{_WORDS}[,(–—-] ?{_FELL}(?:of )?{HEDGES}<(?P<share>p\d+)>{_ENDS}",
        rf"<(?P<size>[cm]\d+)>{_POINTS} (?:(?P<up>higher|up)|(?P<down>lower|down)) (?:at|to) {_LEVEL}{_WORDS}[,(–—-] ?{_FELL}{HEDGES}<(?P<share>p\d+)>{_ENDS}",
    )
)


LED_ON = late(
    r"\b(?:taking|bringing|leaving|lifting|pushing|total|while|its|their|those|another|and closed|and ended)\b",
    re.IGNORECASE,
)
"""What stands before the level of something else: "up £2m, or 10%, taking the year's total to £90m"."""


def market_moves(masked: Masked) -> Iterator[Relation]:
    """`share` of the size of a move, with its way and the level that it led to, within a sentence.

    The percentage is one of the level *before*, which the draft leaves out.
    """
    if not masked.has(_FIGURES):
        return
    for pattern in _MOVES:
        for match in pattern.finditer(masked.text):
            size, share, level = (masked.figures[match[name][1:]] for name in ("size", "share", "level"))
            if LED_ON.search(match[0]):
                continue
            yield from _move(size, share, level, rise=bool(match["up"]))


def _move(size: Figure, share: Figure, level: Figure, *, rise: bool) -> Iterator[Relation]:
    if any(figure.hedge in (Hedge.VAGUE, Hedge.BETWEEN) for figure in (size, share, level)):
        return
    if other_scale(size, level):
        return
    if _before(level, size, rise=rise) is None or is_unproved(size, share, level, rise=rise):
        return
    relation = Relation(
        "share",
        (("share", (share.id,)), ("part", (size.id,)), ("whole", (level.id,))),
        Direction.UP if rise else Direction.DOWN,
        proposed_by=("offline",),
        rule="a move of a market",
    )
    if KINDS["share"].fits(relation, {figure.id: figure for figure in (size, share, level)}) is None:
        yield relation


def is_unproved(size: Figure, share: Figure, level: Figure, *, rise: bool) -> bool:
    """Whether the share is not one of the level before the move, but would be if the level named were that one."""
    before = _before(level, size, rise=rise)
    return before is not None and not _fits(size, share, before) and _is_exactly(size, share, level)


def _is_exactly(size: Figure, share: Figure, level: Figure) -> bool:
    """Whether the share is what the size makes of the level, without leave for how the two are rounded."""
    part, whole = middle(size.written), middle(level.written)
    low, high = share.written.low, share.written.high
    if not part or not whole or low is None or high is None:
        return True
    return low <= Fraction(part) * 100 / Fraction(whole) <= high


def _before(level: Figure, size: Figure, *, rise: bool) -> Interval | None:
    """The level before the move."""
    low, high, least, most = level.written.low, level.written.high, size.written.low, size.written.high
    if low is None or high is None or least is None or most is None:
        return None
    return Interval(low - most, high - least) if rise else Interval(low + least, high + most)


def _fits(size: Figure, share: Figure, whole: Interval) -> bool:
    """Whether the size may be that share of the whole."""
    bounds: list[Exact] = []
    for interval in (size.written, share.written, whole):
        if interval.low is None or interval.high is None:
            return True
        bounds += (interval.low, interval.high)
    least, most, low, high, smallest, largest = bounds
    return smallest * Fraction(low) <= most * 100 and least * 100 <= largest * Fraction(high)
