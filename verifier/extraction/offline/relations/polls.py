"""Polls and results: "leads her 46% to 40%", "by nine percentage points, 49% to 40%", "41% of the vote to his 33%"."""

from __future__ import annotations

from verifier.extraction.offline.relations.rule import Rule
from verifier.relations.model import Direction

_WON = (
    r"\b(?:lead(?:s|ing)?|led|beat(?:s|en|ing)?|defeat(?:s|ed|ing)?|won|wins|winning|edg(?:es|ed|ing)\s(?:out|past)|trounc(?:es|ed|ing)|"
    r"prevail(?:s|ed|ing)|ahead\sof|advantage\sover)\b"
)
# A change has a "from", and is no result.
_THEN = r"(?:(?!\b(?:from|rose|fell|grew|up|down|between|share|turnout|said|if)\b)(?:[^<>|;:]|<[dyqcau]\d+>)){0,70}?"
_TO = r"(?:\s?[-–—]\s?|\sto\s|-to-)"
_AGAINST = (
    r"\s(?:to|against|versus|compared\s(?:to|with))\s(?:(?:[\w.’'-]+\s){0,2}?[\w.]+[’']s?|his|her|their)\s"
)
_OVER = r"(?!\s?(?:from|since|in\s<y|and\b|<)|[-–]\w)"
_TRIGGERS = (
    "> to <p",
    ">-<p",
    ">–<p",
    ">-to-<p",
    "’s <p",
    "'s <p",
    "’ <p",
    "' <p",
    "his <p",
    "her <p",
    "their <p",
)
_HITS = (
    "In an October poll, she led Mr Smith 56 percent to 32 percent.",
    "He beat her with 47 percent to Smith’s 46 percent.",
    "She is ahead of Mr Smith by nine percentage points, 49%-40%.",
)
_MISSES = (
    "She led as her share rose over the year from 30% to 40%.",
    "He won 56 percent of the vote in Ohio, and to nobody's surprise turnout was 70 percent.",
)

RULES = (
    Rule(
        "ahead with this to that",
        "order",
        rf"{_WON}{_THEN}[\s(]{{greater:p}}(?:\sof\sthe\svotes?)?(?:{_TO}|{_AGAINST}){{less:p}}{_OVER}",
        _TRIGGERS,
        hits=_HITS,
        misses=_MISSES,
    ),
    Rule(
        "this to that of one vote",
        "shares_of_one",
        rf"{_WON}{_THEN}[\s(]{{sharea:p}}(?:\sof\sthe\svotes?)?(?:{_TO}|{_AGAINST}){{shareb:p}}{_OVER}",
        _TRIGGERS,
        hits=_HITS,
        misses=_MISSES,
    ),
    Rule(
        "ahead by so many points, this to that",
        "change",
        rf"\b(?:by|of|an?)\s(?:an\saverage\sof\s)?{{hedge}}{{by:qc}}(?:[\s-](?:points?))?(?:[\s-](?:margin|lead|advantage))?(?:(?!\b(?:from|rose|fell|grew|up|down)\b)(?:[^<>|;:]|<[dyau]\d+>)){{0,50}}?[\s(]{{to:p}}(?:{_TO}|{_AGAINST}){{start:p}}{_OVER}",
        _TRIGGERS,
        direction=Direction.UP,
        hits=(
            "She leads Mr Smith by nine percentage points, 49% to 40%.",
            "She has a lead of three percentage points in the state (45 percent to 42 percent).",
            "She leads by 15 points among likely voters, 52 percent to 37 percent.",
        ),
        misses=(
            "Support fell by nine percentage points from 49% to 40%.",
            "The party of 15 members leads, 52 percent to 37 percent.",
        ),
        same_noun=False,
    ),
)
