"""The words between two amounts that make a step of them, and which of the two is the later one.

Fragments of patterns over masked text, and the links themselves. In each, the group ``up`` or ``down`` tells
the way, ``size`` and ``also`` a size that the words give.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

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
from verifier.patterns import late

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZE = r"<(?P<size>[pmcequfx]\d+)>(?:[ -](?:percentage )?points?)?"
ALSO = r"(?: ?(?:,|\(|,? or|,? - or) ?<(?P<also>[pmcefx]\d+)>\)?,?)?"
PARTED = r"(?:,| ?\(| [-–—]| ?—)? ?"
_GAP = rf"(?:[^<>|;:]|{TIME}){{0,120}}?"
THAT_IS = r"(?:(?:which|that|it|this) (?:is|was|were|are) |or |equivalent to |representing |marking )?"
_WAY = r"(?:(?P<up>up|rising|climbing|increasing|growing)|(?P<down>down|falling|dropping|sliding|slipping))"
MOVE = rf"(?:(?P<up>{NOUN_UP})|(?P<down>{NOUN_DOWN}))"
_AS_MUCH = r"(?:(?P<up>more|higher|greater|larger|bigger|longer)|(?P<down>less|lower|fewer|smaller|shorter))"
# "Under a programme of £40m", "ahead of its £2bn listing": no level to be over or under.
_NO_PLAN = r"(?!(?:an? |the |its |their |this |that )?(?:[\w’'-]+ |<\w+> ){0,3}?(?:program(?:me)?s?|schemes?|plans?|facility|facilities|agreements?|deals?|contracts?|laws?|acts?|rules?|bills?|packages?|funds?|terms?|listing|sale|merger|takeover|meeting|pact|accord|policy|policies|mandates?|authori[sz]ation|loans?)\b)"
_FROM = r"(?:from|on|over|against|compared with|compared to|versus)"
# "Than in 2003, when there were": the clause between the time and the figure is short and has no other subject.
_THEN = rf"(?:in |the )?{TIME},? when (?:(?:there|it|they|he|she|the (?:figure|total|number|rate|sum|firm|company|group)) )?(?:[\w’']+ ){{1,4}}?"
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
_CLOSE = r"(?:(?:close|trade|finish|end|settle|stand)(?: <p\d+> (?:down|up|higher|lower))? at )?"
_SHALL = r"(?:(?:had|has|have|then|later|since|had then|had since) |(?:is|are|was|were|will|would|could|should) (?:now |then |later |also )?(?:be )?(?:(?:expected|forecast|predicted|projected|due|set|likely|tipped|estimated|planned) to )?)?"
_IS = r"(?:is|was|were|are|represents|represented|marks|marked|amounts to|amounted to|compares|compared)"
_THAT_IS_NOW = rf"(?:{_THAT} {_IS}|(?:That|It|This)[’']s)"
# "£5m is taken from reserves, which will drop to £4m": what stands before "which" is what drops.
_BARE = rf"(?:(?!\b(?:from|to|into|for|with|by|of|on|in|at)\b)[^<>|;:,]|{TIME}){{0,40}}?"
_IT = r"(?:that|this|it|the (?:figure|total|sum|number|bill|amount|debt|rate|price|cost))"


class Link(NamedTuple):
    """One link.

    Attributes:
        name: says what it reads.
        pattern: matches the words between the two amounts, and no others; without regard to case.
        words: of each group one stands in whatever the pattern matches, where case is folded away.
    """

    name: str
    pattern: re.Pattern[str]
    words: tuple[tuple[str, ...], ...]

    def match(self, link: str, folded: str) -> re.Match[str] | None:
        """The match of the words of a link; `folded` is the same without regard to case."""
        for group in self.words:
            for word in group:
                if word in folded:
                    break
            else:
                return None
        return self.pattern.fullmatch(link)


# What a link cannot do without. No word has an "i": a pattern takes "ı" and "İ" for one too, and folding does not.
_SIZES = ("<",)
_WAYS = ("up ", "down ", "ng ")
_FROMS = ("from ", "on ", "over ", "nst ", "compared ", "versus ")
_WORDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "up so much on": (_SIZES, _WAYS, _FROMS),
    "up from": (_WAYS, ("from ", "nst ", "compared ")),
    "a rise of so much on": (_FROMS,),
    "so much of a rise on": (_SIZES, _FROMS),
    "so much more than": (_SIZES, ("than ",)),
    "so much over": (_SIZES, ("over ", "above ", "ahead ", "beyond ", "under ", "below ", "short ", "shy ")),
    "rising to": (("ng ",), ("to ",)),
    "to, reaching": (("reach",),),
    "later cut to": (("to ",),),
    "the figure rises to": (("to ",),),
    "and is to rise to": (("to ",),),
    "so much more than then, when": (_SIZES, ("than ",), (" when ",)),
    "up so much on then, when": ((" when ",), _WAYS, _FROMS),
    "now so much, will rise to": (("to ",),),
    "from": (("from ",),),
    "compared with": (("compar", "contrast ", "nst ", "versus "),),
    "to": (("to ",),),
}


def _links(rows: dict[str, str]) -> tuple[Link, ...]:
    return tuple(
        Link(name, late(pattern + BEFORE + HEDGES, re.IGNORECASE), _WORDS.get(name, ()))
        for name, pattern in rows.items()
    )


IN_ONE = _links(
    {
        "up so much on": rf"{_GAP}{PARTED}{THAT_IS}{ADVERBS}{_WAY} {ADVERBS}(?:by )?{HEDGES}{SIZE}{ALSO} {_FROM} ",
        "up from": rf"{_GAP}{PARTED}{THAT_IS}{ADVERBS}{_WAY} {ADVERBS}(?:from|against|compared with|compared to) ",
        "a rise of so much on": rf"{_GAP}{PARTED}{THAT_IS}(?:an?|the (?:[\w]+est|first|second|third|sole|only)) {ADJECTIVES}{MOVE} (?:of {HEDGES}{SIZE}{ALSO} )?{_FROM} ",
        "so much of a rise on": rf"{_GAP}{PARTED}{THAT_IS}{HEDGES}{SIZE} {ADJECTIVES}{MOVE} {_FROM} ",
        "so much more than": rf"{_GAP}{PARTED}{THAT_IS}{HEDGES}{SIZE} {_AS_MUCH} than ",
        "so much over": rf"{_GAP}{PARTED}{THAT_IS}{HEDGES}{SIZE} (?:(?P<up>over|above|ahead of|beyond)|(?P<down>under|below|short of|shy of)) {_NO_PLAN}",
        "rising to": rf"{_GAP}(?:,| [-–—]| \() ?{_LATER}(?:again )?{_ON} {_HOW}(?:by {HEDGES}{SIZE} )?to {_CLOSE}",
        "to, reaching": rf"{WHEN},? (?:before |and )?reaching ",
        "later cut to": rf"{_GAP}(?:,|,? (?:but|and|though|although)(?: was| is| were)?|,? which was) (?:later|then|subsequently|eventually|since|now) {_CUT} {_HOW}to ",
        "the figure rises to": rf"{_GAP}(?:;| [-–—]|,? (?:and|but|though|although|while|with|whereas)\b){_GAP}{_ITS} {_WILL}{_GO} {_HOW}(?:(?:by )?{HEDGES}{SIZE},? )?to ",
        "and is to rise to": rf"(?! from\b)(?:{WHEN},? (?:and|but)|{_BARE},? (?:which|that)) {_SHALL}{_GO} {_HOW}(?:(?:by )?{HEDGES}{SIZE},? )?to ",
        "so much more than then, when": rf"{_GAP}{PARTED}{THAT_IS}{HEDGES}{SIZE} {_AS_MUCH} than {_THEN}",
        "up so much on then, when": rf"{_GAP}{PARTED}{THAT_IS}{ADVERBS}{_WAY} {ADVERBS}(?:by )?(?:{HEDGES}{SIZE}{ALSO} )?{_FROM} {_THEN}",
        "now so much, will rise to": rf"{WHEN}, {_WILL}{_GO} {_HOW}(?:(?:by )?{HEDGES}{SIZE},? )?to ",
        "from": rf"{WHEN},? from ",
        "compared with": rf"(?:[^<>|;:,]|<[dyutmaof]\d+>){{0,60}}?(?:,| [-–—]| \()? ?{_COMPARED} ",
        "to": rf"{WHEN} to (?:as (?:low|little|few|much|many|high) as )?",
    }
)
LINK = {link.name: link for link in IN_ONE}
ACROSS = _links(
    {
        "that is up from": rf"{_REST}\| {_THAT_IS_NOW} {ADVERBS}{_WAY} {ADVERBS}(?:by )?(?:{HEDGES}{SIZE}{ALSO} )?{_FROM} ",
        "that is a rise of so much on": rf"{_REST}\| {_THAT_IS_NOW} (?:an?|the) {ADJECTIVES}{MOVE} (?:of {HEDGES}{SIZE}{ALSO} )?{_FROM} ",
        "that is so much of a rise on": rf"{_REST}\| {_THAT_IS_NOW} {HEDGES}{SIZE} {ADJECTIVES}{MOVE} {_FROM} ",
        "that figure rose to": rf"{_REST}\| (?:[^<>|:;.]|{TIME}){{0,50}}?{_ITS} {_WILL}{_GO} {_HOW}(?:(?:by )?{HEDGES}{SIZE},? )?to ",
        "it fell to": rf"{_REST}\| (?:(?:But|And|Then|Later|Now)?,? ?(?:(?:[Ii]n|[Bb]y|[Oo]n|[Aa]t) )?(?:{TIME}|the \w+ of {TIME})?,? ?)(?:it|they) {_WILL}{_GO} {_HOW}to ",
        "brought that down to": rf"{_REST}\| (?:[^<>|:;.]|{TIME}){{0,50}}?\b(?:bring|brings|bringing|brought|got|pushed|took|paid) {_IT} (?:back )?(?:(?P<up>up)|(?P<down>down)) to ",
        "cut that to": rf"{_REST}\| (?:[^<>|:;.]|{TIME}){{0,50}}?\b{_CUT} {_IT} to ",
        "that compares with": rf"{_REST}\| {_THAT} (?:is|was)?(?:compares|compared) (?:with|to) ",
    }
)
FORWARD = (
    "to",
    "rising to",
    "and is to rise to",
    "to, reaching",
    "later cut to",
    "the figure rises to",
    "that figure rose to",
    "it fell to",
    "brought that down to",
    "cut that to",
    "now so much, will rise to",
)
"""The links after which the second amount is the later one."""
OF_ONE = tuple(
    f"a step: {name}{by}"
    for name in (
        "the figure rises to",
        "that figure rose to",
        "so much more than then, when",
        "the old one to",
        "a limit to",
    )
    for by in ("", ", by so much")
)
"""The links that say themselves that the two amounts are of one quantity."""
WORDS = (
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
    " reaching ",
    " above ",
    " under ",
    " below ",
    " of ",
    " beyond ",
)
