"""Steps from one value to another: "sales rose 12% to £56m, compared with £50m a year earlier".

Two amounts of one kind that follow each other are taken with the words between them, their *link*. The
link tells which of the two is the earlier one. Whether it rose or fell is told by the link itself ("up
from") or by the verb or noun that governs the first amount; the size may stand before the first amount,
in the link, or after the second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.directions import (
    ADJECTIVES,
    ADVERBS,
    BEFORE,
    HEDGES,
    ING_DOWN,
    ING_UP,
    NOUN_DOWN,
    NOUN_UP,
    PAST_DOWN,
    PAST_UP,
    TIME,
    VERB_DOWN,
    VERB_UP,
    WHEN,
)
from verifier.extraction.offline.relations.pairs import pairs
from verifier.extraction.offline.relations.rule import one_quantity, same_noun
from verifier.figures.model import Hedge, Kind
from verifier.relations import KINDS
from verifier.relations.model import Direction, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from verifier.extraction.offline.relations.pairs import Pair
    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Figure

_SIZE = r"<(?P<size>[pmcequfx]\d+)>(?:[ -](?:percentage )?points?)?"
_ALSO = r"(?: ?(?:,|\(|,? or|,? - or) ?<(?P<also>[pmcefx]\d+)>\)?,?)?"
_PARTED = r"(?:,| ?\(| [-–—]| ?—)? ?"
_GAP = rf"(?:[^<>|;:]|{TIME}){{0,120}}?"
_THAT_IS = r"(?:(?:which|that|it|this) (?:is|was|were|are) |or |equivalent to |representing |marking )?"
_WAY = r"(?:(?P<up>up|rising|climbing|increasing|growing)|(?P<down>down|falling|dropping|sliding|slipping))"
_MOVE = rf"(?:(?P<up>{NOUN_UP})|(?P<down>{NOUN_DOWN}))"
_AS_MUCH = r"(?:(?P<up>more|higher|greater|larger|bigger|longer)|(?P<down>less|lower|fewer|smaller|shorter))"
_FROM = r"(?:from|on|over|against|compared with|compared to|versus)"
# "Than in 2003, when there were": the clause between the time and the figure is short and has no other subject.
_THEN = rf"(?:in |the )?{TIME},? when (?:(?:there|it|they|he|she|the (?:figure|total|number|rate|sum|firm|company|group)) )?(?:[\w’']+ ){{1,4}}?"
_NOW = re.compile(
    r"\b(?:currently|now|at present|presently|at the moment|standing at|which (?:is|was|stands at)(?: currently)?) $"
)
_LATER = r"(?:(?:before|then|and|but|later|subsequently|eventually|finally) ){0,2}"
_ON = rf"(?:(?P<up>{ING_UP})|(?P<down>{ING_DOWN}))"
_CUT = rf"(?:(?P<up>{PAST_UP})|(?P<down>{PAST_DOWN}))"
_GO = rf"(?:(?P<up>{VERB_UP})|(?P<down>{VERB_DOWN}))"
_HOW = r"(?:(?:\w+ly|back|again|further|up|down|even further) ){0,2}"
_ITS = r"\b(?:this|that|(?:the|this|that) (?:figure|number|total|proportion|share|rate|percentage|level|average|sum|amount|ratio))"
_WILL = r"(?:(?:has|have|had|will|would|could|may|might|should|is|was|were|be|been|since|now|then|later|already|expected|due|set|forecast|likely|to) ){0,5}"
_COMPARED = (
    r"(?:(?:as |when )?compared (?:with|to)|(?:as )?against|versus|in (?:comparison|contrast) (?:with|to))"
)
_REST = r"(?:[^<>|]|<\w+>){0,120}?"
_THAT = r"(?:That|This|It|They|The (?:figure|total|result|rate|number|sum|amount|increase|rise|fall)s?)"
_IS = r"(?:is|was|were|are|represents|represented|marks|marked|amounts to|amounted to|compares|compared)"


def _links(rows: dict[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(pattern + BEFORE + HEDGES, re.IGNORECASE)) for name, pattern in rows.items()
    )


_IN_ONE = _links(
    {
        "up so much on": rf"{_GAP}{_PARTED}{_THAT_IS}{ADVERBS}{_WAY} {ADVERBS}(?:by )?{HEDGES}{_SIZE}{_ALSO} {_FROM} ",
        "up from": rf"{_GAP}{_PARTED}{_THAT_IS}{ADVERBS}{_WAY} {ADVERBS}(?:from|against|compared with|compared to) ",
        "a rise of so much on": rf"{_GAP}{_PARTED}{_THAT_IS}(?:an?|the) {ADJECTIVES}{_MOVE} (?:of {HEDGES}{_SIZE}{_ALSO} )?{_FROM} ",
        "so much of a rise on": rf"{_GAP}{_PARTED}{_THAT_IS}{HEDGES}{_SIZE} {ADJECTIVES}{_MOVE} {_FROM} ",
        "so much more than": rf"{_GAP}{_PARTED}{_THAT_IS}{HEDGES}{_SIZE} {_AS_MUCH} than ",
        "rising to": rf"{_GAP}(?:,| [-–—]| \() ?{_LATER}(?:again )?{_ON} {_HOW}(?:by {HEDGES}{_SIZE} )?to ",
        "later cut to": rf"{_GAP}(?:,|,? (?:but|and|though|although)(?: was| is| were)?|,? which was) (?:later|then|subsequently|eventually|since|now) {_CUT} {_HOW}to ",
        "the figure rises to": rf"{_GAP}(?:;| [-–—]|,? (?:and|but|though|although|while|with|whereas)\b){_GAP}{_ITS} {_WILL}{_GO} {_HOW}(?:(?:by )?{HEDGES}{_SIZE},? )?to ",
        "so much more than then, when": rf"{_GAP}{_PARTED}{_THAT_IS}{HEDGES}{_SIZE} {_AS_MUCH} than {_THEN}",
        "up so much on then, when": rf"{_GAP}{_PARTED}{_THAT_IS}{ADVERBS}{_WAY} {ADVERBS}(?:by )?(?:{HEDGES}{_SIZE}{_ALSO} )?{_FROM} {_THEN}",
        "now so much, will rise to": rf"{WHEN}, {_WILL}{_GO} {_HOW}(?:(?:by )?{HEDGES}{_SIZE},? )?to ",
        "from": rf"{WHEN},? from ",
        "compared with": rf"{WHEN}(?:,| [-–—]| \()? ?{_COMPARED} ",
        "to": rf"{WHEN} to ",
    }
)
_LINK = dict(_IN_ONE)
_ACROSS = _links(
    {
        "that is up from": rf"{_REST}\| {_THAT} {_IS} {ADVERBS}{_WAY} {ADVERBS}(?:by )?(?:{HEDGES}{_SIZE}{_ALSO} )?{_FROM} ",
        "that is a rise of so much on": rf"{_REST}\| {_THAT} {_IS} (?:an?|the) {ADJECTIVES}{_MOVE} (?:of {HEDGES}{_SIZE}{_ALSO} )?{_FROM} ",
        "that is so much of a rise on": rf"{_REST}\| {_THAT} {_IS} {HEDGES}{_SIZE} {ADJECTIVES}{_MOVE} {_FROM} ",
        "that figure rose to": rf"{_REST}\| (?:[^<>|:;.]|{TIME}){{0,50}}?{_ITS} {_WILL}{_GO} {_HOW}(?:(?:by )?{HEDGES}{_SIZE},? )?to ",
        "that compares with": rf"{_REST}\| {_THAT} (?:is|was)?(?:compares|compared) (?:with|to) ",
    }
)
_FORWARD = (
    "to",
    "rising to",
    "later cut to",
    "the figure rises to",
    "that figure rose to",
    "now so much, will rise to",
)
"""The links after which the second amount is the later one."""
_OF_ONE = tuple(
    f"a step: {name}{by}"
    for name in ("the figure rises to", "that figure rose to", "so much more than then, when")
    for by in ("", ", by so much")
)
"""The links that say themselves that the two amounts are of one quantity."""
_WORDS = (
    " from ",
    " than ",
    "ompares ",
    "ompared ",
    "gainst ",
    " on ",
    " over ",
    "versus ",
    "omparison ",
    " to ",
)
_VERB = re.compile(rf"\b(?:(?P<up>{VERB_UP}|up)|(?P<down>{VERB_DOWN}|down))\b", re.IGNORECASE)
_NOUN = re.compile(rf"\b{_MOVE}\b", re.IGNORECASE)
_FACTOR = re.compile(r"<x(\d+)>")
_SPAN = rf"(?:[^<>|;:,]|{TIME}){{0,70}}?"
# What is moved stands between the verb and the size; after "from 5%" comes no size.
_OBJECT = rf"(?:(?! (?:from|to|than|against|on|over|at|up|down) )[^<>|;:,]|{TIME}){{0,70}}?"
_GOVERNS = {
    prep: re.compile(rf"{_OBJECT}(?: (?:of|by) ?)?(?: ?{HEDGES}{_SIZE}{_ALSO}(?P<each> (?:per|a|each|every|on|from|over|year-on-year|more|less|of)\b)?)?(?P<tail>{_SPAN}),? {word} {BEFORE}{HEDGES}", re.IGNORECASE)
    for prep, word in (("to", "(?:to|at)"), ("from", "from"))
}  # fmt: skip
_SIZED = re.compile(rf"{_SIZE} {ADJECTIVES}$", re.IGNORECASE)
_NEW_CLAUSE = re.compile(
    r"\b(?:and|but|while|as|when|after|before|although|though|with|who|which|that|because|so|than)\b"
)
_ANOTHER_CLAUSE = re.compile(r"\b(?:and|but|while|although|though|with|who|which)\b")
# "Compared with 4.9% in France a year ago" is somebody else's.
_ELSEWHERE = re.compile(
    rf"(?:[^<>|;:,.]|{TIME}){{0,40}}?\b(?:in|for|among|at|by) (?:the )?(?!<|same|previous|first|second|third|fourth|last|corresponding|"
    r"comparable|equivalent|prior|whole|year|period|quarter|month|early|late|mid)[\w]"
)
_CLOSED = r"(?= ?(?:[.,;)|–—]|-|$))"
_AFTERWARDS = tuple(
    re.compile(rf"{WHEN}{_PARTED}{pattern}{_CLOSED}", re.IGNORECASE)
    for pattern in (
        rf"{_THAT_IS}(?:an? )?{ADJECTIVES}(?:(?P<up>{NOUN_UP}|up)|(?P<down>{NOUN_DOWN}|down)) (?:of |by )?{HEDGES}{_SIZE}",
        rf"{_THAT_IS}{HEDGES}{_SIZE} {ADJECTIVES}{_MOVE}",
        rf"(?:or|that is|i\.e\.) {HEDGES}{_SIZE}",
    )
)
_EARLIER = re.compile(
    rf"(?:[^<>|;:,.]|{TIME}){{0,60}}?(?:<[dy]\d+>|\b(?:ago|earlier|before|previous(?:ly)?|last|then|same|prior)\b)"
)
_EARLIER_BEFORE = re.compile(r"(?:<[dy]|previous|prior|last|earlier)[^<>]{0,30}(?:<[dy]\d+>[^<>]{0,20})?$")
_OTHER_BASIS = re.compile(
    r"\b(?:constant|real terms|excluding|stripping|adjusted for|inflation-adjusted|like-for-like|underlying|same[- ]store|organic|"
    r"local currenc|excludes?|adjusting|annuali[sz]ed|pro[- ]forma)\b",
    re.IGNORECASE,
)
_EXCHANGE = re.compile(
    r"\b(?:dollar|euro|yen|pound|sterling|greenback|currency|yuan|peso|rupee|rouble|ruble|rand|real|won|franc|lira)\b(?:[^<>|]|<\w+>){0,80}?"
    r"\b(?:against|versus|per|to the|to a|a dollar|on the)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Move:
    """What is known of a step besides its ends: the way, the sizes that are stated, and the word for the way."""

    way: Direction | None = None
    sizes: tuple[str, ...] = ()
    factor: str | None = None
    word: tuple[int, int] | None = None

    def and_also(self, other: _Move) -> _Move | None:
        """Both; None if they go different ways."""
        if self.way is not None and other.way is not None and self.way is not other.way:
            return None
        return replace(
            self,
            way=self.way or other.way,
            sizes=tuple(dict.fromkeys(self.sizes + other.sizes)),
            factor=self.factor or other.factor,
            word=self.word or other.word,
        )


def read_steps(masked: Masked, near: Iterable[Pair], *, across: bool = False) -> Iterator[Relation]:
    """The steps in a sentence; or, in two that follow each other, those from the one to the other.

    Args:
        masked: the sentence, or the two.
        near: its pairs; or, of two sentences, those that stand across them.
        across: whether it is two.
    """
    links = _ACROSS if across else _IN_ONE
    for pair in near:
        if not _may_link(pair.link) or (across and not pair.first_is_alone):
            continue
        found = next(
            ((name, match) for name, pattern in links if (match := pattern.fullmatch(pair.link))), None
        )
        if found is None or _guarded(pair):
            continue
        name, match = found
        move = _stated(name, match, pair)
        if move is not None:
            ends = (pair.first, pair.second) if name in _FORWARD else (pair.second, pair.first)
            yield from _relations(masked, *ends, move, name)


def _may_link(link: str) -> bool:
    """Whether the words between two amounts hold one that a step needs: cheap, as its patterns are not."""
    for word in _WORDS:  # noqa: SIM110 - the busiest test of the reader
        if word in link:
            return True
    return False


def undirected(masked: Masked) -> Iterator[Pair]:
    """The steps whose way their sentence does not tell: "£5m, against £4m in 2003"."""
    for pair in pairs(masked, across=False):
        if "ompared " not in pair.link and "gainst " not in pair.link:
            continue
        match = _LINK["compared with"].fullmatch(pair.link)
        if match and _is_earlier(match, pair) and not _guarded(pair) and _governing(pair, "to") is None:
            roles = (("from", (pair.second.id,)), ("to", (pair.first.id,)))
            if any(_fitting(Relation("change", roles), (pair.second, pair.first))):
                yield pair


def _guarded(pair: Pair) -> bool:
    """Whether the step may rest on other figures, or is one of a rate of exchange, where up may be down."""
    around = pair.before + pair.link + pair.after
    return _OTHER_BASIS.search(around) is not None or (
        pair.letter in "mc" and _EXCHANGE.search(around) is not None
    )


def _stated(name: str, link: re.Match[str], pair: Pair) -> _Move | None:
    """The way and the sizes; None if the words say no step."""
    _, in_link, in_after = pair.at
    move: _Move | None = _moved(link, in_link)
    later = next((found for pattern in _AFTERWARDS if (found := pattern.match(pair.after))), None)
    then = None if later is None else _moved(later, in_after)
    if name in ("from", "to") and _ANOTHER_CLAUSE.search(pair.link):
        return None
    if name == "now so much, will rise to" and not _NOW.search(pair.before):
        return None
    if name in ("from", "compared with", "to", "that compares with"):
        if name == "compared with" and not _is_earlier(link, pair):
            return None
        before = _governing(pair, "from" if name == "to" else "to")
        if before is None and (name not in ("to", "compared with") or then is None):
            return None
        move = before
    return move.and_also(then) if move and then else move or then


def _is_earlier(link: re.Match[str], pair: Pair) -> bool:
    """Whether the second amount is said to be an earlier one, not somebody else's."""
    if _ELSEWHERE.match(pair.after):
        return False
    return _EARLIER.match(pair.after) is not None or _EARLIER_BEFORE.search(link[0]) is not None


def _moved(match: re.Match[str], at: int) -> _Move:
    """The way and the sizes that a match names; `at` is where its text begins."""
    groups = match.groupdict()
    sizes = tuple(groups[key] for key in ("size", "also") if groups.get(key))
    way = next((way for way in Direction if groups.get(way.value)), None)
    if way is None:
        return _Move(sizes=sizes)
    start, end = match.span(way.value)
    return _Move(way, sizes, word=(at + start, at + end))


def _governing(pair: Pair, word: str) -> _Move | None:
    """What governs the first amount: the last verb or noun of change, if nothing parts the two."""
    before = re.split(r"[|;:]", pair.before)[-1]
    at = pair.at[0] + len(pair.before) - len(before)
    governor = None
    for pattern in (_VERB, _NOUN):
        for match in pattern.finditer(before):
            if governor is None or match.start() >= governor.start():
                governor = match
    factors = list(_FACTOR.finditer(before))
    if factors and (governor is None or factors[-1].start() > governor.start()):
        rest = _GOVERNS[word].fullmatch(before[factors[-1].end() :])
        return _Move(factor=f"x{factors[-1][1]}") if rest and not _NEW_CLAUSE.search(rest[0]) else None
    if governor is None:
        return None
    rest = _GOVERNS[word].fullmatch(before[governor.end() :])
    if rest is None or rest["each"] or _NEW_CLAUSE.search(before[governor.end() :]):
        return None
    move = replace(_moved(governor, at), sizes=_moved(rest, at).sizes)
    sized = _SIZED.search(before[: governor.start()]) if _NOUN.fullmatch(governor[0]) else None
    return move.and_also(_Move(sizes=(sized["size"],))) if sized else move


def _relations(masked: Masked, before: Figure, after: Figure, move: _Move, name: str) -> Iterator[Relation]:
    """The step as relations: one for each size that may be compared, or the direction alone."""
    if any(f.hedge in (Hedge.VAGUE, Hedge.BETWEEN) for f in (before, after)):
        return
    rule = f"a step: {name}"
    if move.factor is not None:
        factor = masked.figures[move.factor[1:]]
        roles = (("of", (after.id,)), ("to", (before.id,)), ("factor", (factor.id,)))
        yield from _fitting(
            Relation("ratio", roles, proposed_by=("offline",), rule=rule), (after, before, factor)
        )
        return
    if move.way is None:
        return
    ends = (("from", (before.id,)), ("to", (after.id,)))
    said = masked.span(*move.word) if move.word else None
    sized = [
        relation
        for size in (masked.figures[size[1:]] for size in move.sizes)
        if _measures(size, after)
        for relation in _fitting(
            Relation("change", (*ends, ("by", (size.id,))), move.way, proposed_by=("offline",), rule=f"{rule}, by so much", said=said),
            (before, after, size),
        )
    ]  # fmt: skip
    yield from sized or _fitting(
        Relation("change", ends, move.way, proposed_by=("offline",), rule=rule, said=said), (before, after)
    )


def _measures(size: Figure, end: Figure) -> bool:
    """Whether the size can be set against the ends; "up 0.25% to 5%" may be points or per cent."""
    if size.hedge in (Hedge.VAGUE, Hedge.BETWEEN):
        return False
    if size.kind in (Kind.PERCENT, Kind.FRACTION):
        return end.kind is not Kind.PERCENT
    return True


def _fitting(relation: Relation, figures: tuple[Figure, ...]) -> Iterator[Relation]:
    """The relation, if it can be stated of the figures and they may be of one quantity."""
    by_id = {figure.id: figure for figure in figures}
    if KINDS[relation.kind].fits(relation, by_id) is not None or not same_noun(figures[:2]):
        return
    if relation.kind != "change" or relation.rule in _OF_ONE or one_quantity(relation, by_id):
        yield relation
