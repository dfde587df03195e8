"""Factors between two amounts: "£9m, double last year's £4.5m", "it was put at £6m but has since trebled to £18m".

Two amounts of one kind are taken with the words between them, as in `steps`; the factor stands in their link.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.directions import HEDGES, NO_UNIT, TIME
from verifier.extraction.offline.relations.rule import same_noun
from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations import KINDS
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from verifier.extraction.offline.relations.pairs import Pair
    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Figure

_FACTOR = rf"{HEDGES}<(?P<factor>[xf]\d+)>"
# "Half as much again" is a factor, "half" a fraction.
_AGAIN = rf"{HEDGES}<(?P<factor>x\d+)>"
_GAP = rf"(?:[^<>|;:]|{TIME}){{0,100}}?"
_IS = r"(?:,| [-–—]| \(|\)?,? (?:is|are|was|were)|,? (?:and|but) (?:is|was)| ?\)) ?(?:which is |which was |that is |or )?"
_NO_WORD = (
    r"(?!(?:in|on|at|for|to|by|with|when|as|than|who|that|from|and|or|but|below|above|less|more|lower|higher|under|over|up|down|"
    r"short|shy|ahead|behind|off|cheaper|dearer|fewer|greater|before|after)\b)"
)
_OWNER = (
    rf"{NO_UNIT}(?:the|its|their|his|her|our|an?|last \w+[’']s|{TIME}[’']?s?|(?-i:[A-Z]\w+ )?[\w-]+[’']s?) "
    rf"(?:(?:{_NO_WORD}[\w’'.-]+|{TIME}[’']?s?) ){{0,6}}?(?:(?:of|was|at|is) )?{HEDGES}"
)
_MANY = r"as (?:many|much|high|large|big|long|likely|common|expensive|fast|old|far)\b"
_OTHER = rf"(?:[^<>|;:,().]|{TIME}){{0,50}}?"
_HAS = r"(?:,? (?:which|who|where|when) [^<>|;:,()]{0,25}?(?:has|had|have|is|was|were|are|of|at|made|sold|won|took) |[’']s? | \(| on | with | at |, on | the )"
_REST = r"(?:[^<>|]|<[dytuoa]\d+>){0,140}?"
_THAT = r"(?:That|This|It|The (?:figure|total|result|rate|number|sum|amount|bill|cost|price))"
_GREW = r"(?:(?:has|had|have|will|is|was|since|now|then|later|already|set|expected|to|more than|nearly|almost|roughly|about) ){0,5}"

# The first amount is so many times the second.
_OF_SECOND = {
    False: tuple(
        late(pattern, re.IGNORECASE)
        for pattern in (
            rf"{_GAP}{_IS}{_FACTOR} (?:of )?{_OWNER}",
            rf"{_GAP}{_IS}{_FACTOR} {_MANY}(?: \w+){{0,2}} as {_OTHER}{_HAS}{HEDGES}",
            rf"{_GAP}{_IS}{_AGAIN} as {_OWNER}",
            rf"{_GAP}{_IS}{_FACTOR} (?:of )?(?:that|those) (?:of|for|in) {_OTHER}{_HAS}{HEDGES}",
            rf"{_GAP}{_IS}{_FACTOR} (?:of )?what (?:it|they|he|she) \w+(?: \w+)?(?: in)? {TIME} \(",
        )
    ),
    True: (
        late(rf"{_REST}\| {_THAT} (?:is|was|represents|represented|amounts to) {_FACTOR} (?:of )?{_OWNER}", re.IGNORECASE),
    ),
}  # fmt: skip
# The second is so many times the first.
_OF_FIRST = {
    False: (late(rf"{_GAP},? (?:but|and) {_GREW}{_FACTOR},? to {HEDGES}", re.IGNORECASE),),
    True: (late(rf"{_REST}\| (?:It|This|That|The (?:figure|number|total|sum|cost|bill|price)) {_GREW}{_FACTOR},? to {HEDGES}", re.IGNORECASE),),
}  # fmt: skip
# "445 men and 425 women altogether, twice …": both of them are.
_TOGETHER = late(r"(?: [\w’'-]+)? (?:altogether|together|combined|in all|between them)\b")
_THAT_SUM = late(rf"^(?:[^<>|;:]|{TIME}){{0,60}}?\b(?:is|was|are|were|or|,) {_FACTOR} (?:of )?that(?=[.,;)]| (?:figure|sum|amount|number)\b)", re.IGNORECASE)  # fmt: skip
_CHANGED = late(r"doubl|tripl|trebl|quadrupl|quintupl|halv|fold", re.IGNORECASE)


def factors(masked: Masked, near: Iterable[Pair], *, across: bool = False) -> Iterator[Relation]:
    """`ratio` of two amounts in a sentence, or of one in each of two that follow each other.

    Args:
        masked: the sentence, or the two.
        near: its pairs; or, of two sentences, those that stand across them.
        across: whether it is two.
    """
    if "<x" not in masked.text and "<f" not in masked.text:
        return
    for pair in near:
        if across and not pair.first_is_alone:
            continue
        found = _read(pair, masked, across=across)
        if found is not None:
            yield from _ratio(*found)


def _read(pair: Pair, masked: Masked, *, across: bool) -> tuple[Figure, Figure, Figure] | None:
    """What is so many times what, and how many times."""
    if _TOGETHER.match(pair.link):
        return None
    for pattern in _OF_SECOND[across]:
        if match := pattern.fullmatch(pair.link):
            return pair.first, pair.second, masked.figures[match["factor"][1:]]
    for pattern in _OF_FIRST[across]:
        if match := pattern.fullmatch(pair.link):
            factor = masked.figures[match["factor"][1:]]
            return (pair.second, pair.first, factor) if _CHANGED.search(factor.span.quote) else None
    alone = across and f"<{pair.letter}" not in pair.link.partition("|")[2]
    match = _THAT_SUM.match(pair.after) if alone else None
    return (pair.second, pair.first, masked.figures[match["factor"][1:]]) if match else None


def _ratio(of: Figure, to: Figure, factor: Figure) -> Iterator[Relation]:
    if any(figure.hedge in (Hedge.VAGUE, Hedge.BETWEEN) for figure in (of, to, factor)):
        return
    if factor.kind is Kind.FRACTION and of.kind is Kind.PERCENT and to.kind is not Kind.PERCENT:
        return
    relation = Relation(
        "ratio",
        (("of", (of.id,)), ("to", (to.id,)), ("factor", (factor.id,))),
        proposed_by=("offline",),
        rule="a factor",
    )
    by_id = {figure.id: figure for figure in (of, to, factor)}
    if KINDS["ratio"].fits(relation, by_id) is None and same_noun([of, to]):
        yield relation
