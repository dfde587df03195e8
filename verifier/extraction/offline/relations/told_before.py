"""Steps whose way the sentence before tells: "Profits fell 15%. They came to £56m, compared with £66m in 2003"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.directions import (
    ADJECTIVES,
    HEDGES,
    NOUN_DOWN,
    NOUN_UP,
    VERB_DOWN,
    VERB_UP,
)
from verifier.extraction.offline.relations.moves import QUANTITY
from verifier.extraction.offline.relations.steps import undirected
from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations import KINDS
from verifier.relations.model import Direction, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Figure

_GOVERNOR = late(
    rf"(?:<(?P<size>p\d+)> {ADJECTIVES})?\b(?:(?P<up>{VERB_UP}|{NOUN_UP}|up|higher|more)|(?P<down>{VERB_DOWN}|{NOUN_DOWN}|down|lower|fewer|less))\b"
    rf"(?: (?:by |of )?{HEDGES}<(?P<by>p\d+)>)?",
    re.IGNORECASE,
)
_NUMBER = late(r"<\w(\d+)>")
_WORD = late(r"[A-Za-z]{5,}")
# What the second sentence says of the quantity of the first.
_IT = late(
    r"\s*(?:(?:It|They) (?:came|comes|stood|stands|fell|rose|totalled|amounted)|"
    r"The (?:rate|figure|total|number|index|level|sum) (?:came|comes|was|is|stood|stands|fell|rose|reached|totalled))\b[^<>,]{0,20}$"
)
# "It has doubled in five years": the second sentence may speak of the last of them alone.
_LONGER = late(r"\b(?:in|over|during|for|within|after) (?:[a-z]+ ){0,3}<u\d+>|\bsince <[dy]")
_FACTOR = late(r"<x(\d+)>")
_CHANGED = late(r"doubl|tripl|trebl|quadrupl|halv", re.IGNORECASE)
_STEM = 5
_ON, _NEAR = 40, 90
# Words that say nothing about which quantity it is.
_COMMON = frozenset(
    "about after again along among before being between could first found group last month other people percent period quarter "
    "report said second should since still their there these third those total under where which while would years compa".split()
)


def told_before(masked: Masked) -> Iterator[Relation]:
    """`change` of the ends in the second of two sentences, by the only move in the first.

    Args:
        masked: two sentences that follow each other.
    """
    first, _, second = masked.text.partition("|")
    if "ompared " not in second and "gainst " not in second:
        return
    if _LONGER.search(first):
        return
    yield from _times(masked, first, second)
    moves = list(_GOVERNOR.finditer(first))
    ways = {bool(match["up"]) for match in moves}
    if len(ways) != 1:
        return
    near = frozenset[str]().union(*(_stems(first[max(0, m.start() - _NEAR) : m.end() + _ON]) for m in moves))
    here = {masked.figures[number].id for number in _NUMBER.findall(second)}
    for pair in undirected(masked):
        if f"<{pair.letter}" in first or pair.second.id not in here:
            continue
        if _IT.match(pair.before) or near & _stems(pair.before[-_NEAR:] + pair.link[:_ON]):
            yield from _change(masked, pair.second, pair.first, moves)


def _times(masked: Masked, first: str, second: str) -> Iterator[Relation]:
    """`ratio` of the ends, where the first sentence says that the quantity doubled."""
    factors = [masked.figures[name] for name in _FACTOR.findall(first)]
    if len(factors) != 1 or not _CHANGED.match(factors[0].span.quote):
        return
    near = _stems(first[-_NEAR * 2 :])
    here = {masked.figures[number].id for number in _NUMBER.findall(second)}
    for pair in undirected(masked):
        if f"<{pair.letter}" in first or pair.second.id not in here:
            continue
        if _IT.match(pair.before) or near & _stems(
            pair.before[-_NEAR:] + pair.link[:_ON] + pair.first.span.quote
        ):
            roles = (("of", (pair.first.id,)), ("to", (pair.second.id,)), ("factor", (factors[0].id,)))
            relation = Relation(
                "ratio", roles, proposed_by=("offline",), rule="a step: the factor told before"
            )
            if (
                KINDS["ratio"].fits(relation, {f.id: f for f in (pair.first, pair.second, factors[0])})
                is None
            ):
                yield relation


def _stems(text: str) -> frozenset[str]:
    """The weightier words of a stretch, cut to their beginnings, and what "earnings" and "profit" both are."""
    words = (word.lower() for word in _WORD.findall(text))
    stems = {word[:_STEM] for word in words if word not in _COMMON}
    return frozenset(stems | {match.lastgroup or "" for match in QUANTITY.finditer(text)})


def _change(masked: Masked, start: Figure, to: Figure, moves: list[re.Match[str]]) -> Iterator[Relation]:
    """The step, with the size if the sentence before gives one that can be set against the ends."""
    way = Direction.UP if moves[0]["up"] else Direction.DOWN
    sizes = [masked.figures[name[1:]] for m in moves for name in (m["size"], m["by"]) if name]
    roles = [("from", (start.id,)), ("to", (to.id,))]
    if len(sizes) == 1 and to.kind is not Kind.PERCENT and sizes[0].hedge not in (Hedge.VAGUE, Hedge.BETWEEN):
        roles.append(("by", (sizes[0].id,)))
    relation = Relation(
        "change",
        tuple(roles),
        way,
        proposed_by=("offline",),
        rule="a step: the way told before",
        said=masked.span(*moves[0].span(way.value)),
    )
    if KINDS["change"].fits(relation, {figure.id: figure for figure in (start, to, *sizes)}) is None:
        yield relation
