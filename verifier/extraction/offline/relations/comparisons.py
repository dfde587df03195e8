"""What one sentence puts above what, in words further from both: "passed $1 trillion, reaching $1.4 trillion".

Two amounts of one kind are taken with the words between them, as in `contrasts`. A row says what has to
stand before the first and between the two; the group ``more`` or ``less`` tells which of the two the first
one is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from verifier.extraction.offline.relations.directions import ADVERBS, BEFORE, HEDGES, TIME
from verifier.extraction.offline.relations.rule import noun
from verifier.extraction.offline.relations.step_ends import EXCHANGE
from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations import KINDS
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from verifier.extraction.offline.relations.pairs import Pair
    from verifier.figures.model import Figure


class _Row(NamedTuple):
    """One construction: what it reads, a word that it needs, and what stands between and before."""

    name: str
    words: tuple[str, ...]
    link: re.Pattern[str]
    before: re.Pattern[str] | None = None


_STRETCH = rf"(?:[^<>|;:]|{TIME}|<o\d+>){{0,120}}?"
_PAST = r"(?P<less>above|over|past|beyond|through|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|topp(?:ed|ing)|tops?|pass(?:ed|es|ing)?|cross(?:ed|es|ing)?|breach(?:ed|es|ing)?|broke(?:n)? through|more than|outstripp(?:ed|ing))"
_BELOW = r"(?P<more>below|under|beneath|less than|short of)"
_THE = r"(?:the |its |their |his |her |a )?(?:(?:previous|old|psychological|key|record|magic|landmark|symbolic|official) ){0,2}"
_ENDING = (
    r"(?:coming in at|reaching|hitting|standing at|peaking at|totalling|"
    r"climbing to|rising to|falling to|dropping to|and (?:has )?(?:now )?(?:reached|hit|stood at|stands at|was|is now))"
)
_OVER = r"(?:above|more than|higher than|larger than|bigger than|faster than|up on|ahead of|better than|exceed(?:ed|ing)|beat(?:ing)?|topp(?:ed|ing)|an? (?:increase|rise|improvement|gain|advance) (?:on|from|over))"
_UNDER = r"(?:below|less than|lower than|fewer than|smaller than|slower than|down on|short of|shy of|behind|missed|missing|an? (?:fall|drop|decrease|decline) (?:on|from))"
_OF = rf" (?:the |its |their |his |her |last |an? |{TIME}[’']?s? )?{BEFORE}(?:of )?{HEDGES}"
# The same subject goes on, or it was left out before: "although below May's £4, prices are above …".
_BUT = r",? (?:but|yet|though|although|while|and|albeit) (?:(?:it|they|still|is|was|were|are|remains?|remained|came in|fell|well|slightly|just|far|also|comfortably|only) ){0,4}"
_FIRST = (
    r"^(?:(?:But|And),? )?(?:Although|Though|While|Despite being|Even if) (?:still |well |just |slightly )?"
)
_SAME_AS = r"(?:,|,? (?:as )?compared (?:with|to)|,? versus|,? against) "


def _link(pattern: str) -> re.Pattern[str]:
    return late(pattern, re.IGNORECASE)


_ROWS = (
    _Row(
        "past so much, reaching so much",
        ("reaching", "hitting", " at ", "ing to ", "reached", " hit ", " was ", "totalling", " is now "),
        _link(rf"(?:(?! (?:before|but|then|after) )(?:[^<>|;:]|{TIME}|<o\d+>)){{0,120}}?(?:,| [-–—]+| \()? ?(?:and )?{_ENDING} {HEDGES}"),
        _link(rf"\b(?:{_PAST}|{_BELOW}) {_THE}{HEDGES}$"),
    ),
    _Row(
        "more than that, but less than that",
        ("below", "than ", "down on", "short of", "shy of", "behind", "miss", " on ", " from "),
        _link(rf"(?:[^<>|;:,]|{TIME}){{0,60}}?{_BUT}{_UNDER}{_OF}"),
        _link(rf"\b(?P<less>{_OVER}){_OF}$"),
    ),
    _Row(
        "less than that, but more than that",
        ("above", "than ", "up on", "ahead", "xceed", "beat", "topp", " on ", " from ", " over "),
        _link(rf"(?:[^<>|;:,]|{TIME}){{0,60}}?{_BUT}{_OVER}{_OF}"),
        _link(rf"\b(?P<more>{_UNDER}){_OF}$"),
    ),
    _Row(
        "although below that, above that",
        ("above", "than ", "up on", "ahead"),
        _link(rf"(?:[^<>|;:]|{TIME}){{0,80}}?, (?:[\w’'-]+ ){{1,4}}?(?:is|are|was|were|remains?|remained) (?:now )?{ADVERBS}{_OVER}{_OF}"),
        _link(rf"{_FIRST}(?P<more>{_UNDER}){_OF}$"),
    ),
    _Row(
        "although above that, below that",
        ("below", "than ", "down on", "short of"),
        _link(rf"(?:[^<>|;:]|{TIME}){{0,80}}?, (?:[\w’'-]+ ){{1,4}}?(?:is|are|was|were|remains?|remained) (?:now )?{ADVERBS}{_UNDER}{_OF}"),
        _link(rf"{_FIRST}(?P<less>{_OVER}){_OF}$"),
    ),
    _Row(
        "more likely, so much to so much",
        (" to ", "ompared ", "versus ", "gainst "),
        _link(rf"(?:[^<>|;:,]|{TIME}){{0,60}}?(?: to |{_SAME_AS})(?:the )?{BEFORE}{HEDGES}"),
        _link(rf"\b(?:(?P<more>more|better|likelier|higher)|(?P<less>less|fewer|worse|lower)) (?!(?:evenly|closely|divided|split|mixed|balanced|than|and|or|of)\b)[a-z]+\b(?:[^<>|;:(]|{TIME}){{0,130}}(?:,| [-–—]+) (?:with |at |by )?{HEDGES}$"),
    ),
    _Row(
        "so much, but far less there",
        ("less", "fewer", "more"),
        _link(rf"{_STRETCH}, but (?:it|he|she|they|the \w+) (?:has |have |had )?\w+ {ADVERBS}(?:(?P<more>less|fewer)|(?P<less>more))(?: [a-z]+)?(?:,| [-–—]+|:) {HEDGES}"),
    ),
)  # fmt: skip
_NO = late(
    r"\b(?:not|never|n[’']t|if|could|may|might|unless|without|nor|failed) (?:\w+ ){0,4}$", re.IGNORECASE
)


def comparisons(near: Iterable[Pair]) -> Iterator[Relation]:
    """`order` of two amounts in a sentence.

    Args:
        near: the pairs of the sentence.
    """
    for pair in near:
        found = _read(pair)
        if found is None or not _comparable(pair.first, pair.second):
            continue
        if pair.letter in "mc" and EXCHANGE.search(pair.before + pair.link + pair.after):
            continue
        name, first_is_more = found
        more, less = (pair.first, pair.second) if first_is_more else (pair.second, pair.first)
        relation = Relation(
            "order",
            (("greater", (more.id,)), ("less", (less.id,))),
            proposed_by=("offline",),
            rule=f"a comparison: {name}",
        )
        if KINDS["order"].fits(relation, {more.id: more, less.id: less}) is None:
            yield relation


def _read(pair: Pair) -> tuple[str, bool] | None:
    """Which construction it is, and whether the first amount is the larger."""
    if f"<{pair.letter}" in pair.link:
        return None
    for row in _ROWS:
        if not any(word in pair.link for word in row.words):
            continue
        match = row.link.fullmatch(pair.link)
        if match is None:
            continue
        before = row.before.search(pair.before) if row.before is not None else None
        if row.before is not None and (before is None or _NO.search(pair.before[: before.start()])):
            continue
        groups = {**match.groupdict(), **(before.groupdict() if before is not None else {})}
        return row.name, bool(groups.get("more"))
    return None


def _comparable(one: Figure, other: Figure) -> bool:
    """Whether neither is vague, and counts count one thing."""
    if any(figure.hedge is Hedge.VAGUE for figure in (one, other)):
        return False
    return one.kind is not Kind.COUNT or noun(one) is None or noun(other) is None or noun(one) == noun(other)
