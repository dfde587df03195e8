"""Shares whose part, whole and percentage stand in neighbouring sentences, and prices against the offer's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import Rule
from verifier.figures.model import Hedge, Kind
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Figure, Interval

_OUR = r"(?:the|its|his|her|their|our|my|your|those|these|all|all\sthe)"
_WORDS = r"(?:\s[\w’'-]+)"
_THAT_IS = (
    r"(?:That|This|It|They|The\sfigure|The\snumber|The\ssum|The\samount|Together,?\sthey)\s(?:is|was|are|were|represents?|represented|amounts?\sto|"
    r"amounted\sto|makes?\sup|made\sup|accounts?\sfor|accounted\sfor|equates?\sto|comes?\sto|came\sto)"
)
_LIKE_COUNT = r"(?:[^<>|]|<[^cpf]\d+>)"
_CLOSE = r"(?=\s?(?:[,.;:)|–—]|-\s|of\s(?:the\stotal|them|those|all)\s?[,.;:)|–—]))"

_FIRST = r"(?:offer|issue|flotation|listing|subscription|IPO)"


def _vague(match: re.Match[str], masked: Masked) -> bool:
    """Whether one of the figures is a word such as "dozens" or a range."""
    return any(
        masked.figures[match[role][1:]].hedge in (Hedge.VAGUE, Hedge.BETWEEN) for role in ("whole", "part")
    )


DRAFT_RULES = (
    Rule(
        "a price above the offer price; the offer price",
        "change",
        rf"{{by:p}}\s(?:(?P<up>above|higher\sthan|over|up\son)|(?P<down>below|lower\sthan|under|down\son))\s(?:the|its|their)\s{_FIRST}\sprice"
        r"(?:[^<>|]|<[dytu]\d+>){0,30}(?:<[yd]\d+>(?:[^<>|]|<[dytu]\d+>){0,10})?,?\s(?:[\w’'-]+\s){0,3}?(?:at|to|reaching|hitting)\s{hedge}{to:m}"
        rf".{{0,1200}}?(?:\bshares\s(?:[\w’'-]+\s)?for\s{{start:m}}\s(?:apiece|each|a\sshare|per\sshare)|\b{_FIRST}\sprice\s(?:of|was|at)\s{{from:m}})",
        (" price",),
        hits=(
            "Shares were trading 80% above the offer price on Monday, changing hands at $36. Some 800 people got nine shares for $20 apiece.",
            "The stock closed 10% below its issue price, at $18. The issue price was $20.",
        ),
        misses=(
            "Shares were trading 80% above the offer price. Mr Hill has made $36m, and sold cars for $20 each.",
            "Shares were trading 80% above the offer price, at $36. Last year it sold tickets for $30 each.",
        ),
    ),
    Rule(
        "so many out of so many",
        "part_of",
        r"{part:c}\s(?:out\s)?of\s{whole:c}(?:\s[A-Za-z][\w’'-]+)+?(?=[\s,.])",
        ("> of <c", "> out of <c"),
        hits=("The audience was larger than that of 51 of 58 debates.", "They won in 112 of 200 towns."),
        misses=("He won 12 sets of 20 games.",),
        unless=_vague,
    ),
    Rule(
        "so many out of so many, this share",
        "share",
        rf"{{part:c}}\s(?:out\s)?of\s{{whole:c}}{_WORDS}{{0,4}}?\s?(?:,\sor\s|\(|[-–—]\s(?:or\s)?){{hedge}}{{share:pf}}{_CLOSE}",
        ("> of <c", "> out of <c"),
        hits=("They won in 120 of 200 towns (60%).",),
        misses=("They won in 120 of 200 towns - 30% of them small.",),
    ),
    Rule(
        "this share, so many, of so many",
        "share",
        rf"{{share:pf}}\s?(?:\((?:or\s)?|,\sor\s|[-–—]\s(?:or\s)?){{hedge}}{{part:cm}}{_WORDS}{{0,2}}?\s?(?:\)|,|[-–—])\sof\s(?:{_OUR}\s)?{{hedge}}{{whole:cm}}",
        (" of ",),
        hits=(
            "Some 40% (200) of the 500 people asked agreed.",
            "About 40%, or 200, of its 500 shops are closed.",
        ),
        misses=("Some 40% (200 miles) of roads are toll roads.",),
        same_noun=False,
    ),
    Rule(
        "a firm that employs so many; so many jobs to go, or this share",
        "share",
        r"\b(?:employs|employing|a\sworkforce\sof|a\sstaff\sof)\s{hedge}{whole:c}(?:\s(?:people|staff|workers|employees))?(?:\s(?:worldwide|globally|in\sall|in\stotal))?(?:,|\s?\.?\s?\|)(?:[^<>|]|<[dyt]\d+>){0,90}?{part:c}\s(?:[\w’'-]+\s){0,2}?(?:jobs|posts|positions|staff|workers|employees|people)\s?(?:,|\(|[-–—])\s?(?:or\s|about\s|which\sis\s|equivalent\sto\s){0,2}{hedge}{share:pf}\sof\s(?:its|the|their)\s(?:(?:total|entire|whole|global)\s)?(?:workforce|staff|employees|payroll|total)\b",
        ("employ", "workforce of", "staff of"),
        hits=(
            "The firm employs 4,000 people. It will cut 400 jobs, or 10% of the workforce.",
            "The firm, which employs 4,000 people, will cut 400 jobs, 10% of its workforce.",
        ),
        misses=("The firm employs 4,000 people in Leeds. It will cut 400 jobs, or 2% of its workforce.",),
        same_noun=False,
    ),
    Rule(
        "a poll of so many found so many, this share",
        "share",
        r"\b(?:poll|survey|sample|study|panel)\sof\s(?:some\s|about\s|the\s)?{whole:c}\s(?:[^<>|;]|<[dyt]\d+>){0,60}?\b(?:found|showed|said|shows|finds|suggested)\s(?:that\s)?{hedge}{part:c}\s?(?:people\s)?(?:\(|,\sor\s|[-–—]\s(?:or\s)?){hedge}{share:pf}",
        ("poll of", "survey of", "sample of", "study of", "panel of"),
        hits=("The poll of 1,000 people found 450 (45%) in favour.",),
        misses=("The poll of 1,000 people found 450 in favour, up 45%.",),
        same_noun=False,
    ),
    Rule(
        "so many of so many; that is this share",
        "share",
        rf"{{part:cm}}\s(?:out\s)?of\s(?:{_OUR}\s)?{{whole:cm}}{_LIKE_COUNT}{{0,100}}\|\s{_THAT_IS}\s{{hedge}}{{share:pf}}{_CLOSE}",
        ("That ", "This ", "It ", "They ", "The figure", "The number"),
        hits=("It will shut 200 of its 500 shops. That is 40%.",),
        misses=("It will shut 200 of its 500 shops. That is 10% more than last year.",),
        same_noun=False,
    ),
    Rule(
        "so many; of these so many, this share",
        "share",
        rf"{{whole:c}}\s(?=[a-z]){_LIKE_COUNT}{{0,120}}\|\s(?:Of|Among)\s(?:these|those|them),?\s{{hedge}}{{part:c}}{_WORDS}{{0,4}}?\s?(?:,\sor\s|\(|,\s|[-–—]\s(?:or\s)?){{hedge}}{{share:pf}}{_CLOSE}",
        ("Of these", "Of those", "Of them", "Among these", "Among those", "Among them"),
        hits=("Police stopped 500 drivers. Of these, 200 (40%) were fined.",),
        misses=("Police stopped 500 drivers. Of these, 200 were fined, 40% more than in May.",),
        same_noun=False,
    ),
)

_OF_TOTAL = re.compile(
    r"<(?P<part>m\d+)>\s?(?:,|\(|[-–—])\s?(?:or\s|about\s|which\sis\s|equivalent\sto\s){0,2}<(?P<share>p\d+)>\sof\s(?:the|its|their)\s"
    r"(?:total|whole|entire|overall|outstanding|national|global)\b"
)
_THOUSANDS = (1000, 1_000_000)


def scaled_shares(masked: Masked) -> Iterator[Relation]:
    """`share` of a total that stands elsewhere, where part or total must be a thousand times what it says.

    "$41m, or 40% of the total debt" asks for a debt of some $102m; where the draft has no such sum but
    one of $102.6bn, that is the debt, and a scale word has slipped.
    """
    sums = [figure for figure in masked.figures.values() if figure.kind is Kind.MONEY]
    for match in _OF_TOTAL.finditer(masked.text):
        part, share = (masked.figures[match[role][1:]] for role in ("part", "share"))
        others = [figure for figure in sums if figure is not part and figure.unit == part.unit]
        if any(_is_whole(part, share, figure.generous, 1) for figure in others):
            continue
        wholes = [
            figure for figure in others
            if any(_is_whole(part, share, figure.written, by) for by in _THOUSANDS)
        ]  # fmt: skip
        if len({figure.written for figure in wholes}) == 1:
            nearest = min(wholes, key=lambda whole: abs(whole.span.start - part.span.start))
            roles = (("share", (share.id,)), ("part", (part.id,)), ("whole", (nearest.id,)))
            yield Relation(
                "share", roles, proposed_by=("offline",), rule="a share of a total, off by a thousand"
            )


def _is_whole(part: Figure, share: Figure, whole: Interval, by: int) -> bool:
    """Whether the part may be that share of the whole, if the whole is `by` times too large."""
    bounds = (
        part.written.low,
        part.written.high,
        share.written.low,
        share.written.high,
        whole.low,
        whole.high,
    )
    if any(bound is None for bound in bounds):
        return False
    low, high, least, most, smallest, largest = (bound or 0 for bound in bounds)
    return low * 100 * by <= largest * most and smallest * least <= high * 100 * by
