"""Whether two amounts with a link between them can be the ends of a step: what the link cannot tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.directions import ADVERBS, BEFORE, HEDGES, TIME, VERB_DOWN, VERB_UP
from verifier.extraction.offline.relations.rule import noun
from verifier.extraction.offline.relations.step_links import FORWARD
from verifier.figures.model import Kind
from verifier.patterns import late

if TYPE_CHECKING:
    from verifier.extraction.offline.relations.pairs import Pair

# "Cut the 36 beds to 18": whatever is cut or raised stands before the first amount.
THE_OLD = late(
    rf"\b(?:(?P<up>rais\w+|lift\w*|increas\w+|boost\w*|extend\w*|expand\w*|hik\w+)|(?P<down>cut\w*|lower\w*|reduc\w+|slash\w*|trimm?\w*|shorten\w*|shr[iau]nk\w*))"
    rf" (?:the|its|their|his|her|our|that|those|these|my|your) (?:(?!(?:and|or|by|from|to|for|on|with)\b)[\w’'-]+ ){{0,6}}?{HEDGES}$",
    re.IGNORECASE,
)
# "Dropped 21p to 679p", "by 3 to 12": an amount right after the verb is how much, not from where.
_HOW_MUCH = late(rf"(?:\b(?:{VERB_UP}|{VERB_DOWN}|up|down|add(?:ed|s|ing)?|los(?:t|es|ing)|shed(?:s|ding)?|(?:put|puts|putting) on)|\bby) {ADVERBS}{HEDGES}$", re.IGNORECASE)  # fmt: skip
# "Bringing it to £12m under a plan of £40m", "13 of 40 above": an amount that a preposition leads is no size.
_A_LEVEL_ITSELF = late(rf"\b(?:to|at|reach(?:ed|es|ing)|totall?(?:ed|ing)|from|for|in|of|with|on|into|through|across|worth|spent|spend|raised|was) {HEDGES}$", re.IGNORECASE)  # fmt: skip
# "She slipped from 48 seconds off the pace to a minute": down is up.
_A_GAP = late(r"\b(?:off the pace|behind|adrift|ahead|in the lead|clear of|down on|back on)\b")
# "19.5 points behind the leader, though up from 47": no level.
_BEHIND = late(r"(?: points?| per ?cent| votes| runs| seconds)? (?:behind|ahead of|clear of|adrift of|off)\b")
# "The three are still sought, but the total drops to six": those are persons or things, and no level.
_DEFINITE = late(r"\b(?:the|these|those|all|both|other) $", re.IGNORECASE)
# "Jumps four places from seven to three".
_PLACES = late(
    r"(?:<c\d+>|\bone|\ba|\bseveral)\s(?:places?|spots?|positions?|rungs?|slots?|notch(?:es)?)\b[^.;:]{0,20}$"
)
# "15% more than the 200 of May and a third more than the 180 of June": it is not the 200 that are more than
# the 180. But "than the 200 of May, itself 10% more than …" says so.
_A_STANDARD = late(
    rf"\b(?:than|on|from|against|over|above|below|short of|versus|compared (?:with|to)|beat|beats|topp(?:ed|ing)|exceed\w*) "
    rf"(?:(?:the|its|their|his|her|last|[\w-]+[’']s) |(?={TIME}[’']s?)){BEFORE}\(?$",
    re.IGNORECASE,
)
# "Down from 4.2m in 2023 and a quarter less than 5.3m": both are less, of what was told before.
_A_BARE_STANDARD = late(
    rf"(?:\b(?:than|from|on|against) {BEFORE}|{TIME}, when (?:[\w’'-]+ ){{1,3}}(?:was|were|stood at|had) ){HEDGES}\(?$",
    re.IGNORECASE,
)
# "It is 13% above its level of last year, 1,420, but 3% below the record of 1,662": of what was told before, too.
_COMPARED = late(
    r"<[pmcexfq]\d+>(?:[ -](?:percentage )?points?)? (?:more|less|fewer|higher|lower|up|down|above|below|over|under|ahead|short|shy)\b[^|;]*$"
)
_AT = late(rf"\b(?:at|to) {HEDGES}$", re.IGNORECASE)
_ALSO = late(rf"(?:[^<>|;:]|{TIME}){{0,60}}?\b(?:and|but|though|although|yet|while)\b")
# "27 were added, a rise of 14% on the total of 187".
_ON_A_TOTAL = late(r"\b(?:total|stock|cumulative \w+|tally|toll) (?:of|to)(?: [\w’'-]+){0,3} $")
_OF_ITSELF = late(rf"(?:[^<>|;:,]|{TIME}){{0,60}}?(?:,|\(| [-–—]) ?(?:which|itself|themselves|already)\b")
_SIZE_FIRST = ("so much more than", "so much over", "so much of a rise on", "so much more than then, when")
_IN_A_PLACE = late(rf"\b(?:in|on|at|across|through|throughout|over|among|by|from|of|via|with|for|to|into|around) {BEFORE}{HEDGES}$", re.IGNORECASE)  # fmt: skip
_OTHER_BASIS = late(
    r"\b(?:constant|real terms|excluding|stripping|adjusted for|inflation-adjusted|like-for-like|underlying|same[- ]store|organic|"
    r"local currenc|excludes?|adjusting|annuali[sz]ed|pro[- ]forma)\b",
    re.IGNORECASE,
)
EXCHANGE = late(
    r"\b(?:dollar|euro|yen|pound|sterling|greenback|currency|yuan|peso|rupee|rouble|ruble|rand|real|won|franc|lira|crown|"
    r"kron[ae]|koruna|zloty|forint|lev|leu|shekel|rupiah|baht|ringgit|dong|naira|shilling|dinar|riyal|tenge|hryvnia|lari|cedi|taka)\b(?:[^<>|]|<\w+>){0,80}?"
    r"\b(?:against|versus|per|to the|to a|a dollar|on the)\b"
    r"|\b(?:to|against|versus|per) (?:the |a |one )?(?:US |U\.S\. )?(?:dollar|euro|pound|greenback)\b",
    re.IGNORECASE,
)
"""A currency against another: "fell to 150 per dollar", where more of it is less."""


def is_no_end(name: str, link: re.Match[str], pair: Pair) -> bool:
    """Whether the first amount is a size or counts something else, or what the link takes for a size is a level."""
    if name in FORWARD:
        if noun(pair.first) is None and pair.first.kind is Kind.COUNT and _DEFINITE.search(pair.before):
            return True
        return _HOW_MUCH.search(pair.before) is not None and THE_OLD.search(pair.before) is None
    if name in _SIZE_FIRST:
        before = link[0][: link.start("size") - 1]
        if _A_LEVEL_ITSELF.search(before) or (name == "so much over" and _of_persons(pair)):
            return True
    if _BEHIND.match(pair.link):
        return True
    return _counts_the_place(pair) or _is_a_standard(pair) or _ON_A_TOTAL.search(link[0]) is not None


def _of_persons(pair: Pair) -> bool:
    """Whether the second stands for persons: "after three rounds, four ahead of the pair of them"."""
    return noun(pair.first) is not None and noun(pair.second) is None and pair.second.span.quote.isalpha()


def _is_a_standard(pair: Pair) -> bool:
    """Whether something else is compared with the first amount, and then with the second."""
    if _OF_ITSELF.match(pair.link) is not None:
        return False
    if _A_STANDARD.search(pair.before) is not None:
        return True
    if _ALSO.match(pair.link) is None:
        return False
    if pair.before.endswith("(") and pair.link.startswith(")"):
        return True  # "twice what falls in July (106 mm) and 25 mm more than the record"
    compared = _COMPARED.search(pair.before) is not None and _AT.search(pair.before) is None
    return compared or _A_BARE_STANDARD.search(pair.before) is not None


def _counts_the_place(pair: Pair) -> bool:
    """Whether something else is counted before: "4,120 nests on 32 islands, 8% more than the 3,815 …"."""
    others = f"<{pair.letter}" in pair.before
    return (
        pair.first.kind is Kind.COUNT
        and others
        and noun(pair.first) is not None
        and noun(pair.second) != noun(pair.first)
        and _IN_A_PLACE.search(pair.before) is not None
    )


def guarded(pair: Pair) -> bool:
    """Whether the step may rest on other figures, or is one of a rate of exchange or of a chart: up is down."""
    around = pair.before + pair.link + pair.after
    return (
        _OTHER_BASIS.search(around) is not None
        or (pair.letter in "mc" and EXCHANGE.search(around) is not None)
        or (pair.letter in "co" and _PLACES.search(pair.before) is not None)
        or (pair.letter in "ue" and _A_GAP.search(around) is not None)
    )
