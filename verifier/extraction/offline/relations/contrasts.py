"""What the words of one or two sentences put above what: "only 16% of women, compared with 30% of men".

Two amounts of one kind are taken with the words between them, as in `steps`. "Only" before one of two
that are set against each other says that it is the smaller; comparatives say it outright.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.directions import ADVERBS, HEDGES, TIME
from verifier.extraction.offline.relations.rule import noun
from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations import KINDS
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from verifier.extraction.offline.relations.pairs import Pair
    from verifier.figures.model import Figure

_ONLY = r"(?<!not )\b(?:only|just|merely|barely|a (?:mere|meagre|paltry)|as few as|as little as)(?: (?:about|around|some))? "
_AGAINST = r"(?:compared (?:with|to)|against|versus|but|while|whereas|yet|though|although)"
_OPPOSED = late(rf"(?:^|[ ,;(–—-]){_AGAINST} ", re.IGNORECASE)
_COMPARED_WITH = late(r"(?:^|[ ,(–—-])(?:compared (?:with|to)|versus) ", re.IGNORECASE)
_ENDS_ONLY = late(rf"{_ONLY}$", re.IGNORECASE)
_MORE = r"(?:(?:more|higher|greater|bigger|larger|faster|stronger|longer|wider|steeper|deeper) than|above|ahead of|exceeding|beating|topping|surpassing|up on)"
_LESS = r"(?:(?:less|lower|fewer|smaller|slower|weaker|shorter|narrower) than|below|short of|shy of|down on|missing|undershooting)"
_BEAT = r"(?:beat|beats|exceeded|exceeds|topped|tops|surpassed|bettered|outstripped|eclipsed|outpaced|dwarfed|dwarfs)"
_MISSED = r"(?:fell short of|falls short of|missed|undershot|fell below|trailed|lagged)"
_IS = r"(?:(?:is|was|were|are|came in|comes|came|being|stood|remains?) )"
# A better figure is a larger one, but for losses and the like.
_BETTER = r"(?P<better>better than)|(?P<worse>worse than)"
_NEXT = 20
_BAD = late(
    r"\b(?:loss\w*|los[et]s?|losing|deficit|shortfall|fall|drop|declin\w+|fell|cut|unemployment|jobless|inflation|debt|time|cost\w*|deaths?|crime|thefts?|rate)\b",
    re.IGNORECASE,
)
_THAN = rf"{_IS}?{ADVERBS}(?:(?P<more>{_MORE})|(?P<less>{_LESS})|{_BETTER})"
_VERBS = rf"{ADVERBS}(?:(?P<beat>{_BEAT})|(?P<missed>{_MISSED}))"
_NO_WORD = (
    r"(?!(?:in|on|to|by|with|when|as|than|who|that|from|and|or|but|a year|per|because|since|after|before|if|while|though|although|"
    r"which|where|until|once|is|are|was|were|has|have|had|will|would)\b)"
)
_AIMS = (
    r"(?:guidelines?|targets?|forecasts?|expectations?|estimates?|predictions?|projections?|averages?|limits?|levels?|ceilings?|"
    r"thresholds?|recommendations?|standards?|requirements?|norms?)"
)
_WHOSE = (
    rf" (?:(?:[\w’'.-]+ ){{0,3}}?{_AIMS} (?:of|at) {HEDGES}|(?:the|its|their|his|her|our|an?|last|analysts[’']|expectations|forecasts|estimates|{TIME}[’']?s?|(?-i:[A-Z]\w+ )?[\w-]+[’']s?) "
    rf"(?:(?:{_NO_WORD}[\w’'.-]+|{TIME}[’']?s?) ){{0,6}}?{HEDGES})"
)
# In brackets: that more women (38%) than men (29%) agree.
_BRACKETED = late(
    rf"\b(?:(?P<more>more|higher|greater|larger|better)|(?P<less>fewer|less|lower|smaller))\b(?:[^<>()|;:]|{TIME}){{0,60}}\($",
    re.IGNORECASE,
)
_THAN_BRACKETED = late(rf"\)(?:[^<>()|;:]|{TIME}){{0,70}}\bthan\b(?:[^<>()|;:]|{TIME}){{0,60}}\(")
# "The highest since 1992, when it was 47%": in 1992 it was no lower.
_SINCE = late(
    rf"(?:[^<>|;:]|{TIME}){{0,60}}?(?:,| [-–—]) ?(?:which (?:is|was) )?(?:its|the|their|a) (?:(?P<more>lowest|smallest|weakest|slowest|fewest)|(?P<less>highest|largest|biggest|strongest|fastest|most|best))\b"
    rf"(?:[^<>|;:,]|{TIME}){{0,40}} since {TIME},? when (?:(?:it|they|there|the (?:figure|rate|total|number)) )?(?:(?:was|were|had been|stood|reached|hit|grew|rose|fell|came|sold|made|totalled)(?: (?:at|to|by))? ){HEDGES}",
    re.IGNORECASE,
)
# "Leads with 31%, ahead of Mallow on 28%"; in a race the time of whoever is ahead is the shorter.
_AHEAD = late(
    r"(?: of the votes?)?,? (?:(?:well|just|narrowly|comfortably|only|far) )?(?:(?P<more>ahead of|beating|exceeding|topping|surpassing|edging out)|(?P<less>behind|trailing|lagging)) (?:only |just )?(?:the )?(?:[\w’'.-]+ ){1,6}?(?:on|with|at|in)(?: a time of)? "
    rf"{HEDGES}",
    re.IGNORECASE,
)
_STRETCH = rf"(?:[^<>|;:]|{TIME}|<o\d+>){{0,110}}?"
_PARTED = rf"(?:(?:,| \(| [-–—]) (?:(?:and|but|though|although|albeit|which|still|or|it|that|that[’']s|it[’']s) )*{_IS}?| (?:(?:and|but|though|although|yet) (?:it )?)?{_IS})"
_PHRASE = rf"(?:(?! (?:and|but|while|as|when|who|that|which|whose|with)\b)[^<>|;:,]|{TIME}){{0,50}}?"
_COMPARED = tuple(
    late(pattern + _WHOSE, re.IGNORECASE)
    for pattern in (rf"{_STRETCH}{_PARTED}{_THAN}", rf"{_PHRASE}(?:,? (?:and|but|though))? {_VERBS}")
)
_THAT = r"(?:That|This|It|The (?:figure|total|result|rate|number|sum|amount|increase|rise|fall)s?)"
_ACROSS = tuple(
    late(rf"(?:[^<>|]|<\w+>){{0,160}}?\| {_THAT} {middle}{than}{_WHOSE}", re.IGNORECASE)
    for middle in (_IS + "?", rf"[^|;:]{{0,120}}?,? (?:but|and|though|although|yet) (?:it )?{_IS}?")
    for than in (_THAN, _VERBS)
)
# "An increase on the 3.3% of May, but less than the 4.2% forecast" does not say that 3.3% is less.
_OBJECT = late(
    rf"\b(?:than|above|below|under|beyond|on|from|against|with|over|of|exceed\w*) (?:the|its|their|his|her|last|an?|{TIME}[’']?s?|[\w-]+[’']s) (?:[\w’'-]+ ){{0,3}}$",
    re.IGNORECASE,
)
# "The number was $700,000 lower": that is no level.
_A_SIZE = late(r" (?:more|less|fewer|higher|lower|larger|smaller|up|down)\b")
_NO = late(r"\b(?:no|not|never|n[’']t|nor|neither|hardly) (?:\w+ ){0,2}$", re.IGNORECASE)


def contrasts(near: Iterable[Pair], *, across: bool = False) -> Iterator[Relation]:
    """`order` of two amounts in a sentence, or of one in each of two that follow each other.

    Args:
        near: the pairs of the sentence, or those that stand across the two.
        across: whether it is two.
    """
    for pair in near:
        if not _comparable(pair.first, pair.second):
            continue
        read = _across(pair) if across else _said(pair)
        if read is None:
            continue
        rule, first_is_more = read
        more, less = (pair.first, pair.second) if first_is_more else (pair.second, pair.first)
        relation = Relation(
            "order",
            (("greater", (more.id,)), ("less", (less.id,))),
            proposed_by=("offline",),
            rule=f"a contrast: {rule}",
        )
        if KINDS["order"].fits(relation, {more.id: more, less.id: less}) is None:
            yield relation


def _comparable(one: Figure, other: Figure) -> bool:
    """Whether neither is vague, and counts count one thing as far as is known."""
    if any(figure.hedge is Hedge.VAGUE for figure in (one, other)):
        return False
    nouns = {noun(one), noun(other)}
    return one.kind is not Kind.COUNT or len(nouns) == 1 or None in nouns


def _said(pair: Pair) -> tuple[str, bool] | None:
    """What the words in one sentence say, and whether the first is the larger."""
    if f"<{pair.letter}" in pair.link:
        return None
    measured_against = _OBJECT.search(pair.before) is not None or _A_SIZE.match(pair.link) is not None
    compared = None if measured_against else _first_match(_COMPARED, pair.link)
    if compared is not None:
        return ("more or less than", _more(compared)) if not _denied(compared, pair) else None
    if (since := _SINCE.fullmatch(pair.link)) is not None:
        return "the highest since then, when", _more(since)
    if pair.letter == "c" and noun(pair.first) != noun(pair.second):
        return None
    if (bracketed := _BRACKETED.search(pair.before)) and _THAN_BRACKETED.fullmatch(pair.link):
        return "more of these than of those", _more(bracketed)
    if pair.letter == "c" and noun(pair.first) is None:
        return None
    if (ahead := _AHEAD.fullmatch(pair.link)) and (pair.letter != "u" or "." in pair.first.span.quote):
        return "ahead of somebody with", _more(ahead) is not (pair.letter == "u")
    return None if measured_against else _opposed(pair)


def _opposed(pair: Pair) -> tuple[str, bool] | None:
    """Which of two that are set against each other is "only" so much."""
    if _OPPOSED.search(pair.link) is None:
        return None
    first, second = _ENDS_ONLY.search(pair.before), _ENDS_ONLY.search(pair.link)
    if (first is None) is (second is None):
        return None
    if first is not None:
        return ("only so much, against", False) if _COMPARED_WITH.search(pair.link) else None
    return "so much, against only", True


def _across(pair: Pair) -> tuple[str, bool] | None:
    """What the second of two sentences says of the only amount in the first."""
    if not pair.first_is_alone:
        return None
    match = _first_match(_ACROSS, pair.link)
    return None if match is None or _denied(match, pair) else ("that is more or less than", _more(match))


def _first_match(patterns: Iterable[re.Pattern[str]], text: str) -> re.Match[str] | None:
    return next((match for pattern in patterns if (match := pattern.fullmatch(text))), None)


def _more(match: re.Match[str]) -> bool:
    """Whether the word that compares says that the first is the larger."""
    return _word(match) in ("more", "beat", "better")


def _denied(match: re.Match[str], pair: Pair) -> bool:
    """Whether the words deny it; or whether better may be less."""
    if _word(match) in ("better", "worse") and (
        pair.letter == "u" or _BAD.search(pair.before) or _BAD.search(pair.after[:_NEXT])
    ):
        return True
    return _NO.search(match.string[: match.start(_word(match))]) is not None


def _word(match: re.Match[str]) -> str:
    """The name of the group that holds the word that compares."""
    return next(name for name, words in match.groupdict().items() if words)
