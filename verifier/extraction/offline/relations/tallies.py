"""Running tallies: wins in so many games, takings and their total, delegates won of those at stake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.antecedents import taken_off
from verifier.extraction.offline.relations.rule import Rule
from verifier.figures.model import Hedge

if TYPE_CHECKING:
    import re

    from verifier.extraction.offline.relations.rule import Masked

_CLAUSE = r"(?:[^<>|;:]|<[dytuao]\d+>)"
_RESULT = (
    r"(?:(?:[\w’'-]+\s){0,2}?(?:wins?|victor(?:y|ies)|defeats?|loss(?:es)?|draws?|clean\ssheets|successes|triumphs|failures|times|"
    r"occasions|finals))"
)
_PLAYED = (
    r"(?:(?:[\w’'-]+\s){0,3}?(?:games?|match(?:es)?|tests?|outings?|starts?|finals|meetings?|attempts?|races?|appearances?|fights?|bouts?|"
    r"contests?|elections?|encounters?|ties|fixtures|clashes|rounds|internationals|primaries))"
)


def _vague(match: re.Match[str], masked: Masked) -> bool:
    """Whether a figure is a word such as "dozens" or a range."""
    return any(
        masked.figures[value[1:]].hedge in (Hedge.VAGUE, Hedge.BETWEEN)
        for role, value in match.groupdict().items()
        if value and not role.startswith("_")
    )


RULES = (
    Rule(
        "so many wins in so many games",
        "part_of",
        rf"{{part:c}}\s{_RESULT}\s(?:in|from|out\sof|over|during)\s(?:(?:the|their|his|her|its|our|a|all)\s)?(?:(?:last|past|first|opening|previous|final|next|most\srecent|total\sof)\s)?{{whole:c}}\s{_PLAYED}\b",
        (" in ", " from ", " out of ", " over "),
        hits=(
            "They have a record of two victories from 14 Tests.",
            "Hull managed five wins from their first 12 outings.",
            "They have won three times in their last five meetings.",
        ),
        misses=(
            "He scored six goals in his first five games.",
            "He won two titles in the same week as 12 games.",
            "They have nine wins in their last five visits.",
            "She has seven titles in five years.",
        ),
        same_noun=False,
        unless=_vague,
    ),
    Rule(
        "so much, and a total of so much",
        "part_of",
        rf"\b(?:with|took|takes|made|makes|earned|taking|making|grossed|grossing|sold|raised|collected|pulled\sin)\s(?:an\sestimated\s|about\s|another\s|just\s|a\sfurther\s)?{{part:m}}{_CLAUSE}{{0,60}}?(?:,|,?\sand|,?\sfor|,?\swith|,?\sbringing|,?\staking|,?\smaking)\s(?:a\s|an\soverall\s|its\s|the\s)?(?:[\w-]+\s){{0,1}}?total\s(?:[\w-]+\s){{0,2}}?(?:of|to|to\sdate\sof)\s{{hedge}}{{whole:m}}",
        (" total ",),
        hits=(
            "The film was third with $7.6m and a total of $42.9m.",
            "It was first with an estimated $17.7m and total takings of $137m.",
        ),
        misses=("It spent $7.6m on wages, for a total cost of $4.9m less.",),
        unless=_vague,
    ),
    Rule(
        "so many, which takes the total to so many",
        "part_of",
        rf"{{part:cm}}\s(?=[a-z(|.,]){_CLAUSE}{{0,90}}?(?:\|\s?(?:This|That|It|They|The\s[\w’'-]+)\s|,\swhich\s|\s)(?:takes?|took|brings?|brought|push(?:es|ed)?|lifts?|lifted|raised?|raises|has\sbrought|has\staken|would\stake|would\sbring|will\sbring|will\stake)\s(?:the|its|their|his|her|<y\d+>[’']s|<d\d+>[’']s|\w+[’']s)\s(?:[\w’'-]+\s){{0,2}}?(?:total|tally|toll|number|haul|count|sum|amount)\b{_CLAUSE}{{0,70}}?\sto\s{{hedge}}{{whole:cm}}",
        (" total", " tally", " toll", " number", " haul", " count", " sum", " amount"),
        hits=("The 600,000 new lines take the total number of people on the net to almost 3.3 million.",),
        misses=(
            "The 600,000 new lines make the total number of people happy, up from 3.3 million to 4.",
            "The closure of 11 shops takes its total to nine.",
        ),
        unless=taken_off,
        same_noun=False,
    ),
)

_STAKE = r"(?:at\sstake|up\sfor\sgrabs|available|on\soffer|to\sbe\swon|in\splay|being\sawarded|to\sbe\sfilled|being\scontested|contested|up\sfor\selection)"
PAIR_RULES = (
    Rule(
        "so many at stake; so many won",
        "part_of",
        rf"{{whole:c}}\s(?P<_what>(?:[\w-]+\s){{0,2}}?(?:delegates|seats|votes|points|medals))\s(?:(?:are|were|is|was)\s)?{_STAKE}\b(?:[^<>|;]|<[dytuao]\d+>){{0,80}}?(?:,|\|\s)(?:[^<>|;]|<[dytuao]\d+>){{0,60}}?\b(?:win|wins|won|winning|gets?|got|receives?|received|picks?\sup|picked\sup|took|takes?|has|have|holds?|earn(?:s|ed)?|gained|claimed|secured|captured)\s(?:at\sleast\s|about\s|just\s|only\s|all\s)?{{part:c}}(?=[.,;|)]|\s(?:of\b|delegates|seats|votes|points|medals|and|while|to\b))",
        (
            "at stake",
            "up for grabs",
            "available",
            "on offer",
            "to be won",
            "in play",
            "contested",
            "up for election",
        ),
        hits=(
            "With 214 delegates at stake, Hill is sure of winning at least 118. Reed lost.",
            "There were 60 seats up for election. The party won 38 of them.",
        ),
        misses=("With 214 delegates at stake, Hill has 2,118 in all. Reed lost.",),
        same_noun=False,
        unless=_vague,
    ),
)

DRAFT_RULES = (
    Rule(
        "so many at stake; one won so many, another so many",
        "sum",
        rf"{{total:c}}\s(?:[\w-]+\s){{0,2}}?(?:delegates|seats|votes|points|medals)\s(?:(?:are|were|is|was)\s)?{_STAKE}\b(?:[^<>|;]|<[dytuao]\d+>){{0,80}}?(?:,|\|\s)(?:[^<>|;]|<[dytuao]\d+>){{0,60}}?\b(?:win|wins|won|winning|gets?|got|receives?|received|picks?\sup|picked\sup|took|takes?|has|have|holds?|earn(?:s|ed)?|gained|claimed|secured|captured)\s(?:at\sleast\s|about\s|just\s|only\s){{0,2}}{{parta:c}}(?:\s(?:delegates|seats|votes|of\sthem))?(?:\.\s\||\s\||,?\sand|,?\swhile|;)\s(?-i:[A-Z])[\w.’'-]+(?:\s(?-i:[A-Z])[\w.’'-]+)?\s(?:will\s|would\s|is\s(?:assured\sof|set\sto|sure\sof)\s)?(?:win|wins|won|winning|gets?|got|receives?|received|picks?\sup|picked\sup|took|takes?|gain|gains|earn(?:s|ed)?|gained|claimed|secured|captured)\s(?:at\sleast\s|about\s|just\s|only\s){{0,2}}{{partb:c}}(?=\s?[.,;|)]|\s(?:delegates|seats|votes))",
        (
            "at stake",
            "up for grabs",
            "available",
            "on offer",
            "to be won",
            "in play",
            "contested",
            "up for election",
        ),
        hits=("With 107 delegates at stake, Hill will win at least 56. Reed will gain at least 24.",),
        misses=(
            "With 107 delegates at stake, Hill will win at least 56. Reed will gain at least 24 points.",
        ),
        partial=True,
        same_noun=False,
        unless=_vague,
    ),
)
