"""Places and what they were won with: "followed by Rubio at 13%", "second in 21.85 seconds, third in 21.92"."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from verifier.extraction.offline.relations.directions import HEDGES, TIME
from verifier.extraction.offline.relations.rule import noun
from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations import KINDS
from verifier.relations.arithmetic import middle
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Figure

_WORDS = rf"(?:[^<>|;]|{TIME}){{0,110}}?"
_FOLLOWED = late(
    rf"<(?P<first>[pcm]\d+)>{_WORDS}\b(?:followed|trailed|tailed)(?: \w+ly)? by(?=(?P<rest>.{{0,620}}))",
    re.IGNORECASE,
)
_NEXT = late(
    rf"(?:[^<>|;.]|{TIME}|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z][a-z])\.){{1,90}}?(?:\b(?:at|on|with)|,|\() ?{HEDGES}<(?P<next>[pcm]\d+)>\)?(?:[^<>|,;.]{{0,30}}?)(?P<more>,? and|,|;)?",
    re.IGNORECASE,
)
_PLACED = late(
    r"(?:\b(?P<won>won(?! silver| bronze| <o)|winner|victory|winning|lead|leads|leading|led)\b(?:[^<>|;.,]|<[cdyet]\d+>){0,40}?|<(?P<place>o\d+)>(?:[ -]place)?|\b(?P<medal>gold|silver|bronze)(?: medal)?) (?:in|with|at|on) "
    rf"(?:a time of |a personal best of |the support of |support of )?{HEDGES}$",
    re.IGNORECASE,
)
_AMOUNT = late(r"<([up])(\d+)>")
_BACK = 110


_THE_REST = late(
    r"\b(?:the (?:rest|others?|remain\w+)|others|undecided|unsure|neither|none|no one|nobody|those who|don[’']t know)\b",
    re.IGNORECASE,
)
_IN_PLACE = late(r"\b[Ii]n (?:the )?(?:[A-Z]|another|a separate|that)")


_MEDALS = {"gold": 1, "silver": 2, "bronze": 3}


class _Placed(NamedTuple):
    """A place, 1 being the first, and the amount it was reached with."""

    place: int
    amount: Figure
    sentence: int
    elsewhere: bool = False
    """Whether its sentence names a place: the figure may be of another poll."""


def standings(masked: Masked) -> Iterator[Relation]:
    """`order` of amounts that are given in the order of their places."""
    text = masked.text
    if "ollowed" in text or "rail" in text:
        for match in _FOLLOWED.finditer(text):
            chain = [masked.figures[match["first"][1:]], *_chain(masked, match["rest"], match["first"][0])]
            for more, less in pairwise(chain):
                yield from _order(more, less, "followed by")
    if "<o" in text or " silver " in text or " bronze " in text:
        yield from _places(masked)


def _chain(masked: Masked, rest: str, letter: str) -> Iterator[Figure]:
    """The amounts of those who follow, one after the other."""
    at = 0
    while (match := _NEXT.match(rest, at)) and match["next"][0] == letter:
        if _THE_REST.search(match[0]):
            return
        yield masked.figures[match["next"][1:]]
        if not match["more"]:
            return
        at = match.end()


def _places(masked: Masked) -> Iterator[Relation]:
    """Places in one race or poll: times rise with them, shares fall."""
    text = masked.text
    placed: dict[str, list[_Placed]] = {}
    for found in _AMOUNT.finditer(text):
        match = _PLACED.search(text, max(0, found.start() - _BACK), found.start())
        if match is None:
            continue
        amount = masked.figures[found[2]]
        if amount.kind is Kind.DURATION and "." not in amount.span.quote:
            continue  # "third in ten years"
        place = (
            masked.figures[match["place"][1:]].written.low
            if match["place"]
            else _MEDALS[match["medal"] or "gold"]
        )
        if place is not None:
            placed.setdefault(found[1], []).append(
                _Placed(
                    int(place),
                    amount,
                    text.count("|", 0, match.start()),
                    _IN_PLACE.search(text[text.rfind("|", 0, match.start()) + 1 : match.start()]) is not None,
                )
            )
    for letter, rows in placed.items():
        for one, other in combinations(rows, 2):
            if not _in_one_race(one, other, rows, letter):
                continue
            better, worse = (one, other) if one.place < other.place else (other, one)
            more, less = (worse, better) if letter == "u" else (better, worse)
            yield from _order(more.amount, less.amount, "places")


_CLOSE = Fraction(11, 10)
"""Times in one race lie closer together than this; those of two races hardly ever do."""


def _in_one_race(one: _Placed, other: _Placed, rows: list[_Placed], letter: str) -> bool:
    """Whether two places belong together: near each other, no place twice, times alike."""
    near = [row.place for row in rows if abs(row.sentence - one.sentence) <= 1]
    if len(set(near)) < len(near) or other.sentence - one.sentence > 1:
        return False
    if letter == "p" and (other.place == 1 or other.elsewhere):
        return False
    low, high = sorted(middle(row.amount.written) or 0 for row in (one, other))
    return letter != "u" or 0 < high <= low * _CLOSE


def _order(more: Figure, less: Figure, rule: str) -> Iterator[Relation]:
    if any(figure.hedge in (Hedge.VAGUE, Hedge.BETWEEN) for figure in (more, less)):
        return
    if more.kind is Kind.COUNT and (noun(more) is None or noun(less) not in (noun(more), None)):
        return
    relation = Relation(
        "order",
        (("greater", (more.id,)), ("less", (less.id,))),
        proposed_by=("offline",),
        rule=f"a standing: {rule}",
    )
    if KINDS["order"].fits(relation, {more.id: more, less.id: less}) is None:
        yield relation
