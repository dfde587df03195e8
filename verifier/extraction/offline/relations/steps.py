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
    BEFORE,
    HEDGES,
    NOUN_DOWN,
    NOUN_UP,
    TIME,
    VERB_DOWN,
    VERB_UP,
    WHEN,
)
from verifier.extraction.offline.relations.one_measure import other_scale
from verifier.extraction.offline.relations.pairs import pairs
from verifier.extraction.offline.relations.rule import noun, one_quantity, same_noun
from verifier.extraction.offline.relations.step_ends import THE_OLD, guarded, is_no_end
from verifier.extraction.offline.relations.step_links import (
    ACROSS,
    ALSO,
    FORWARD,
    IN_ONE,
    LINK,
    MOVE,
    OF_ONE,
    PARTED,
    SIZE,
    THAT_IS,
    WORDS,
)
from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations import KINDS
from verifier.relations.model import Direction, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from verifier.extraction.offline.relations.pairs import Pair
    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Figure

_NOW = late(
    r"\b(?:currently|now|at present|presently|at the moment|standing at|which (?:is|was|stands at)(?: currently)?) $"
)
_OLD_TO = late(
    rf"(?: (?!(?:and|or|but|to|by|from)\b)[\w’'-]+){{0,4}} to (?:as (?:low|little|few|much|many|high) as )?{HEDGES}",
    re.IGNORECASE,
)
# "The rate was 5%. In June it fell to 4%": a level, of which "it" is said.
_A_LEVEL = late(rf"\b(?:was|were|is|are|stood at|had been|totalled|came to|reached|hit|been) {HEDGES}$")
# Verbs of amounts; "crept up from six to five" may be told of places in a chart.
_OF_AMOUNTS = late(
    r"(?:rais|reduc|cut|increas|lower|widen|narrow|shr[iau]nk|gr[eo]w|lift|extend|trimm?|slash|expand|halv|doubl|boost|shorten|fewer)\w*",
    re.IGNORECASE,
)
_NOUN_TO = late(r" [a-z-]+ to (?:just |only |about |around |as few as )?")
_A_LIMIT = late(
    r"\b(?:ages?|limits?|minimum|maximum|threshold|quotas?|caps?|ceiling|term|number of [\w’'-]+)\b[^<>|;:]*$"
)
# "A fall in thefts in the city, with 436 …": told in another clause.
_TOLD_OF = late(
    rf"\b{MOVE} in (?:the )?[^<>|;:,]{{2,90}}, (?:to|with) (?:just |only )?{HEDGES}$", re.IGNORECASE
)
_VERB = late(rf"\b(?:(?P<up>{VERB_UP}|up)|(?P<down>{VERB_DOWN}|down))\b", re.IGNORECASE)
_NOUN = late(rf"\b{MOVE}\b", re.IGNORECASE)
_FACTOR = late(r"<x(\d+)>")
_SPAN = rf"(?:[^<>|;:,]|{TIME}|<o\d+>){{0,70}}?"
# "The chance of a cut is 94%, against 72% a week ago": the chance rose.
_OF_A_MOVE = late(
    r"\b(?:chances?|odds|probability|likelihood|prospects?|hopes?|risks?|fears?|support|backing|calls?|demands?|bets?|forecasts?|expectations?|"
    r"opposition|favou?r|case|need) (?:of|for|on|to|against) (?:(?!(?:and|or|but|by|from|to|in|of)\b)[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
# What is moved stands between the verb and the size; after "from 5%" comes no size.
_OBJECT = rf"(?:(?! (?:from|to|than|against|on|over|at|up|down) )[^<>|;:,]|{TIME}){{0,70}}?"
_GOVERNS = {
    prep: late(rf"{_OBJECT}(?: (?:of|by) ?)?(?: ?{HEDGES}{SIZE}{ALSO}(?P<each> (?:per|a|each|every|on|from|over|year-on-year|more|less|of)\b)?)?(?P<tail>{_SPAN}),? {word} {BEFORE}{HEDGES}", re.IGNORECASE)
    for prep, word in (("to", "(?:to|at)"), ("from", "from"))
}  # fmt: skip
# "The interest on £500 would fall": what stands before a verb is no size.
_SIZED = late(
    rf"{SIZE} (?!(?:[\w’'-]+ ){{0,2}}(?:would|will|could|may|might|should|can|shall|did|does|has|had|have|is|was|were|are|be|been|"
    rf"that|which|who|when|as|not|n[’']t) ){ADJECTIVES}$",
    re.IGNORECASE,
)
# "The gap between the two", "cut the three": those are known, and no size.
_DEFINITE = late(r"\b(?:the|these|those|both|all|between|among|of|its|their|his|her|for|in) $")
_A_SIZE = late(r" (?:more|less|fewer|higher|lower|above|below|short of|shy of|ahead of) ")
_ONWARD = late(rf" (?:(?:a share|a year|apiece|each) )?to {HEDGES}<")
_NEW_CLAUSE = late(
    r"\b(?:went|goes|gone|has|have|moved|and|but|while|as|when|after|before|although|though|with|who|which|that|because|so|than)\b"
)
_ANOTHER_CLAUSE = late(r"\b(?:and|but|while|although|though|with|who|which)\b")
# "The shares rose 3p to 303p, compared with 250p a year ago": the move is one since yesterday.
_OF_A_DAY = late(r"\b(?:shares|stock|index|closed|traded|trading)\b", re.IGNORECASE)
_FROM_IT = late(rf"\bfrom {BEFORE}{HEDGES}$", re.IGNORECASE)
# "Compared with 4.9% in France a year ago" is somebody else's.
_ELSEWHERE = late(
    rf"(?:[^<>|;:,.]|{TIME}){{0,40}}?\b(?:in|for|among|at|by) (?!(?:the )?(?:<|same|previous|first|second|third|fourth|last|corresponding|"
    r"comparable|equivalent|prior|whole|year|period|quarter|month|early|late|mid))[\w]"
)
_CLOSED = r"(?= ?(?:[.,;)|–—]|-|$))"
_AFTERWARDS = tuple(
    late(rf"{WHEN}{PARTED}{pattern}{_CLOSED}", re.IGNORECASE)
    for pattern in (
        rf"{THAT_IS}(?:an? )?{ADJECTIVES}(?:(?P<up>{NOUN_UP}|up)|(?P<down>{NOUN_DOWN}|down)) (?:of |by )?{HEDGES}{SIZE}",
        rf"{THAT_IS}{HEDGES}{SIZE} {ADJECTIVES}{MOVE}",
        rf"(?:or|that is|i\.e\.) {HEDGES}<(?P<size>[pqfx]\d+)>(?:[ -](?:percentage )?points?)?",
    )
)
_EARLIER = late(
    rf"(?:[^<>|;:,.]|{TIME}){{0,60}}?(?:<[dy]\d+>|\b(?:ago|earlier|before|previous(?:ly)?|last|then|same|prior)\b)"
)
_EARLIER_BEFORE = late(r"(?:<[dy]|previous|prior|last|earlier)[^<>]{0,30}(?:<[dy]\d+>[^<>]{0,20})?$")


_AMOUNTS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION})


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
    links = ACROSS if across else IN_ONE
    for pair in near:
        if not _may_link(pair.link) or (across and not pair.first_is_alone):
            continue
        folded = pair.link.casefold()
        found = next(((link.name, match) for link in links if (match := link.match(pair.link, folded))), None)
        if found is None or guarded(pair):
            continue
        name, match = found
        if name not in FORWARD and _A_SIZE.match(pair.link):
            continue  # "£2m more than planned and £4m more than in May": the £2m is a size itself.
        if name not in FORWARD and match[0].rstrip().endswith("from") and _ONWARD.match(pair.after):
            continue  # "From £5 to £6" is a step of its own.
        if is_no_end(name, match, pair):
            continue
        move = _stated(name, match, pair)
        if name == "to":
            name, move = _of_one(pair, move)
        if move is not None:
            ends = (
                (pair.first, pair.second)
                if name in (*FORWARD, "a limit to", "the old one to")
                else (pair.second, pair.first)
            )
            yield from _relations(masked, *ends, move, name)


def _may_link(link: str) -> bool:
    """Whether the words between two amounts hold one that a step needs: cheap, as its patterns are not."""
    for word in WORDS:  # noqa: SIM110 - the busiest test of the reader
        if word in link:
            return True
    return False


def undirected(masked: Masked) -> Iterator[Pair]:
    """The steps whose way their sentence does not tell: "£5m, against £4m in 2003"."""
    for pair in pairs(masked, across=False):
        if "ompared " not in pair.link and "gainst " not in pair.link:
            continue
        match = LINK["compared with"].pattern.fullmatch(pair.link)
        if match and _is_earlier(match, pair) and not guarded(pair) and _governing(pair, "to") is None:
            roles = (("from", (pair.second.id,)), ("to", (pair.first.id,)))
            if any(_fitting(Relation("change", roles), (pair.second, pair.first))):
                yield pair


def _stated(name: str, link: re.Match[str], pair: Pair) -> _Move | None:
    """The way and the sizes; None if the words say no step."""
    _, in_link, in_after = pair.at
    move: _Move | None = _moved(link, in_link)
    later = next((found for pattern in _AFTERWARDS if (found := pattern.match(pair.after))), None)
    then = None if later is None else _moved(later, in_after)
    if name in ("from", "to") and _ANOTHER_CLAUSE.search(pair.link):
        return None
    if name == "it fell to" and not _A_LEVEL.search(pair.before):
        return None
    if name == "now so much, will rise to" and not _NOW.search(pair.before):
        return None
    if name in ("from", "compared with", "to", "to, reaching", "that compares with"):
        if name == "compared with" and (not _is_earlier(link, pair) or _OF_A_DAY.search(pair.before)):
            return None
        before = _governing(pair, "from" if name == "to" else "to")
        if before is None and name == "compared with":
            told = _TOLD_OF.search(pair.before)
            if told is not None and not _OF_A_MOVE.search(pair.before[: told.start()]):
                before = _moved(told, pair.at[0])
        if before is None and (name not in ("to", "compared with") or then is None):
            return None
        if before is None and name == "to" and not _FROM_IT.search(pair.before):
            return None
        move = replace(before, sizes=()) if before and name == "to, reaching" else before
    return move.and_also(then) if move and then else move or then


def _of_one(pair: Pair, move: _Move | None) -> tuple[str, _Move | None]:
    """For "to", what tells that the two are of one quantity, if anything does; and the move."""
    if move is not None:
        start, end = move.word or (0, 0)
        verb = pair.before[max(0, start - pair.at[0]) : max(0, end - pair.at[0])]
        alone = noun(pair.first) is not None and _NOUN_TO.fullmatch(pair.link)
        limit = alone or _OF_AMOUNTS.fullmatch(verb) or _A_LIMIT.search(pair.before.rpartition(" from ")[0])
        return "a limit to" if limit else "to", move
    cut = THE_OLD.search(pair.before) if _OLD_TO.fullmatch(pair.link) else None
    return "the old one to", None if cut is None else _moved(cut, pair.at[0])


def _is_earlier(link: re.Match[str], pair: Pair) -> bool:
    """Whether the second amount is said to be an earlier one, not somebody else's."""
    if f"<{pair.letter}" in link[0]:
        return False
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
    if _NOUN.fullmatch(governor[0]) and _OF_A_MOVE.search(before[: governor.start()]):
        return None
    move = replace(_moved(governor, at), sizes=_moved(rest, at).sizes)
    sized = _SIZED.search(before[: governor.start()]) if _NOUN.fullmatch(governor[0]) else None
    return move.and_also(_Move(sizes=(sized["size"],))) if sized else move


def _relations(masked: Masked, before: Figure, after: Figure, move: _Move, name: str) -> Iterator[Relation]:
    """The step as relations: one for each size that may be compared, or the direction alone."""
    if any(f.hedge is Hedge.VAGUE for f in (before, after)):
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
    sizes = [masked.figures[size[1:]] for size in move.sizes if not _is_definite(size, masked)]
    if any(size.kind in _AMOUNTS and size.kind is not after.kind for size in sizes):
        return  # "Eight put it above €45 and four below €40": what is counted is no size of a step.
    sized = [
        relation
        for size in sizes
        if _measures(size, after)
        for relation in _fitting(
            Relation("change", (*ends, ("by", (size.id,))), move.way, proposed_by=("offline",), rule=f"{rule}, by so much", said=said),
            (before, after, size),
        )
    ]  # fmt: skip
    yield from sized or _fitting(
        Relation("change", ends, move.way, proposed_by=("offline",), rule=rule, said=said), (before, after)
    )


def _is_definite(size: str, masked: Masked) -> bool:
    """Whether a bare number, such as a "two" in "the gap between the two", stands for what is known already."""
    if masked.figures[size[1:]].kind is not Kind.COUNT:
        return False
    return _DEFINITE.search(masked.text[: masked.text.index(f"<{size}>")]) is not None


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
    if other_scale(*figures[:2]):
        return
    if relation.kind != "change" or relation.rule in OF_ONE or one_quantity(relation, by_id):
        yield relation
