"""Parts and wholes: "out of the 472 drones, 382 were …", "seven missiles, of which three …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.antecedents import doubtful, net, of_persons, other_kind
from verifier.extraction.offline.relations.rule import Rule

if TYPE_CHECKING:
    import re

    from verifier.extraction.offline.relations.rule import Masked

_THE = r"(?:the|its|their|his|her|those|these|all|a total of)"
_NOUNS = r"(?:\s+[\w’'-]+){0,6}?"


# "The two of them" stands for no number that was given before.
_FEW = 3


def _doubtful_or_net(match: re.Match[str], masked: Masked) -> bool:
    """Whether the whole is one of several, or a balance, of which a part may be more than all."""
    low = masked.figures[match["whole"][1:]].written.low
    return low is None or low < _FEW or doubtful(match, masked) or net(match, masked)


RULES = (
    Rule(
        "of the whole, part did",
        "part_of",
        rf"\b(?:out\s+)?of\s+(?:{_THE}\s+)?{{whole:cm}}{_NOUNS}(?:\s+[^,<>;:]{{0,40}})?,\s+{{hedge}}{{part:cm}}\s+"
        r"(?!(?:per|%|years?|days?|hours?|weeks?|months?)\b)(?:of\s+(?:them|which|those)\s+)?"
        r"(?:\w+ly\s+)?(?:were|was|are|is|had|have|has|will|would|could|did|do|got|came|went|sank|fell|rose|won|lost|left|hit|took|made|fled|kept|held|stood|sold|saw|said|paid|met|led|ran|broke|became|began|chose|fought|found|gave|grew|knew|put|spoke|spent|went|wrote|\w+ed)\b",
        ("of ", "Of "),
        unless=other_kind,
        hits=(
            "Out of the 472 drones launched, 382 were intercepted.",
            "Of the 31 vehicles built in Ohio, three dozen were delivered.",
        ),
        misses=(
            "The head of the 27 nations, 45 years old, was there.",
            "Of the 12 men in court, 300 people were watching.",
        ),
    ),
    Rule(
        "part of the whole",
        "part_of",
        r"{part:cm}\s+(?:(?!(?:in|on|at|for|from|to|by|with|any|each|every|none|ahead|short|shy|clear|instead|because|front|outside|inside)\b)[\w’'-]+\s+){0,2}?(?:out\s+)?of\s+(?:the|its|their|those|these)\s+{hedge}{whole:cm}(?!\s*(?:-|per\b))",
        ("of ",),
        hits=("They intercepted 382 of the 472 drones.", "Only three out of the seven missiles were hit."),
        misses=(
            "He won five of the last 10 games for 30 of the club.",
            "She began the day four ahead of the pair who had led.",
            "None made the top 15 in any of the five lists.",
            "The 18,135 ballots of the two who were eliminated were looked at again.",
        ),
        unless=of_persons,
    ),
    Rule(
        "whole, of which part",
        "part_of",
        rf"{{whole:cm}}{_NOUNS}(?:\s+[^,<>;:]{{0,40}})?,?\s+(?:of|among|out of)\s+(?:which|whom|them)\s+{{hedge}}{{part:cm}}",
        ("which", "whom", "them"),
        unless=_doubtful_or_net,
        hits=(
            "Russia also fired seven missiles, of which three were intercepted.",
            "There were 60 passengers, of whom at least 12 died.",
        ),
        misses=("It hired 60 people, which cost 300 dollars.",),
    ),
    Rule(
        "whole, part of which",
        "part_of",
        rf"{{whole:cm}}{_NOUNS}(?:\s+[^,<>;:]{{0,40}})?,?\s+(?:and\s+)?{{hedge}}{{part:cm}}\s+of\s+(?:which|whom|them)\b",
        ("which", "whom", "them"),
        unless=_doubtful_or_net,
        hits=("Russia fired seven missiles, three of which were intercepted.",),
        misses=(
            "It fired seven missiles, and 20 men ran.",
            "It employs 300 people in Leeds on Mondays and 90 in Hull, 310 of them women.",
        ),
    ),
)
