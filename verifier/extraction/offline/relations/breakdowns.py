"""Totals and what they are made of: "a dozen candidates - two Democrats and 10 Republicans", "that adds up to 20"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import Rule, noun
from verifier.figures.model import Hedge

if TYPE_CHECKING:
    import re

    from verifier.extraction.offline.relations.rule import Masked

# What stands in a clause between two figures: no other figure but a time.
_CLAUSE = r"(?:[^<>|;:]|<[dytuao]\d+>)"
_SENTENCE = r"(?:[^<>|]|<[dytuao]\d+>)"
# The words of one item in a list: no preposition, so that the item counts what the total counts.
_KIND = r"(?:\s(?!(?:of|in|on|at|for|from|to|by|with|than|who|that|which|and|or)\b)[\w’'-]+)"
_ITEM = r"(?:\s[\w’'.-]+)"
_NEXT = r"(?:,|;|,?\sand|,?\splus|,?\salong\swith|,?\sas\swell\sas)\s(?:and\s|a\sfurther\s|another\s|some\s|about\s)?"
_STOP = r"\s?(?=[,.;:|)–—]|\s-\s|$)"
_MONEY_TWICE = r"(?:\s?\([^()|]*\))?"


def _vague(match: re.Match[str], masked: Masked) -> bool:
    """Whether the total is a word such as "dozens" or a range."""
    return masked.figures[match["total"][1:]].hedge in (Hedge.VAGUE, Hedge.BETWEEN)


def _of_another_kind(match: re.Match[str], masked: Masked) -> bool:
    """Whether a part is a number of something that the total cannot be made of: years, times, points."""
    if _vague(match, masked):
        return True
    odd = {"year", "time", "point", "minute", "hour", "day", "month", "week", "percent"}
    return any(
        noun(masked.figures[value[1:]]) in odd
        for role, value in match.groupdict().items()
        if value and not role.startswith("_")
    )


RULES = (
    Rule(
        "so many: so many of these and so many of those",
        "sum",
        rf"{{total:c}}(?:\s[\w’'-]+){{1,5}}?(?:\s[-–—]|:|\s\()\s?{{parta:c}}{_KIND}{{1,4}}?(?:,\s{{partb:c}}{_KIND}{{1,4}}?)?(?:,\s{{partc:c}}{_KIND}{{1,4}}?)?{_NEXT}{{partd:c}}{_KIND}{{1,4}}?{_STOP}",
        ("- <c", "– <c", "— <c", ": <c", "(<c"),
        hits=(
            "It sent questions to a dozen candidates - two Democrats and 10 Republicans.",
            "They found 30 boats: 12 yachts, 10 ferries and eight tugs.",
        ),
        misses=(
            "It has 30 boats - 12 in Hull and 10 in Leeds.",
            "He has two planes - the 757 and a smaller jet - and three boats.",
            "He won 30 games - two years and 10 months ago.",
        ),
        same_noun=False,
        unless=_of_another_kind,
    ),
    Rule(
        "so many and so many, for so many in all",
        "sum",
        rf"{{parta:cme}}{_MONEY_TWICE}{_ITEM}{{0,8}}?(?:,\s{{partb:cme}}{_MONEY_TWICE}{_ITEM}{{0,6}}?)?{_NEXT}{{partc:cme}}{_MONEY_TWICE}{_ITEM}{{0,8}}?\s?(?:,|\s[-–—])?\s?(?:for|making|giving|bringing|adding\sup\sto|which\s(?:adds|makes|brings|gives)(?:\sup\sto)?|to\sgive|to\smake|or|to|reaching)?\s?(?:(?:him|her|it|them|us|the\steam)\s)?(?:an?\s(?:[a-z]+\s)?(?:total|sum|tally)(?:\s[a-z]+)?\sof|the\stotal\sto|adding\sup\sto|totalling|totaling|a\scombined)\s{{hedge}}{{total:cme}}",
        ("total", "adding up", "combined", "sum of", "tally"),
        hits=(
            "That gives her 1,280 pledged delegates and 469 super delegates for a total of 1,749.",
            "It paid £3m for the land and £4m for the house, totalling £7m.",
        ),
        misses=("She has 1,280 votes in Ohio and a total of 1,749.",),
        same_noun=False,
        unless=_of_another_kind,
    ),
    Rule(
        "so many and so many, so many in all",
        "sum",
        rf"{{parta:cme}}{_MONEY_TWICE}{_ITEM}{{0,8}}?{_NEXT}{{partb:cme}}{_MONEY_TWICE}{_ITEM}{{0,8}}?\s?(?:,|\s[-–—])\s?(?:or\s|making\s|for\s|giving\s)?{{total:cme}}(?:\s[\w’'-]+){{0,2}}?\s(?:in\sall|in\stotal|altogether|all\stold|combined)\b",
        (" in all", " in total", "altogether", "all told", "combined"),
        hits=("It lost 12 men and eight women, 20 people in all.",),
        misses=("It lost 12 men and eight women in two fires in all.",),
        same_noun=False,
        unless=_of_another_kind,
    ),
    Rule(
        "so much of the target, so much short",
        "sum",
        rf"{{parta:cme}}{_MONEY_TWICE}\sof\s(?:the|its|their|his|her|a)\s(?:[\w’'-]+\s){{0,2}}?{{total:cme}}{_CLAUSE}{{0,60}}?(?:,|\s[-–—]|\sand|\sbut)\s(?:[a-z]+\s){{0,3}}?{{partb:cme}}\s(?:short|shy|too\s(?:few|little)|to\sgo|to\sfind|still\sto)\b",
        (" short", " shy", "too few", "too little", "to go", "to find", "still to"),
        hits=("They have raised £4m of the £5m target, £1m short.",),
        misses=("They have raised £4m of the £5m target, for two short films.",),
    ),
    Rule(
        "so many, so many short of so many",
        "difference",
        r"{subtrahend:cme}(?:\s(?!(?:than|of|from)\b)[\w’'-]+){0,6}?\s?(?:,|\s[-–—]|\s\(|\sand|\sbut)\s?(?:[a-z]+\s){0,3}?{result:cme}(?:\s[a-z]+)?\s(?:short|shy|away\sfrom|less\sthan|fewer\sthan|below)\s(?:of\s)?(?:the|its|their|his|her|a|what)\s(?:(?!\b(?:in|for|than)\b)[\w’'-]+\s){0,4}?{minuend:cme}\s(?:[a-z’'-]+\s)?(?:needed|required|necessary|target|goal|it\sneeds|he\sneeds|she\sneeds|they\sneed|wanted|asked|promised|expected|predicted|forecast|budgeted|planned|threshold|mark|majority|to\swin|for)\b",
        (" short of", " shy of", "away from", "less than", "fewer than", "below"),
        hits=(
            "With 2,316 delegates, 67 short of the 2,383 needed, she is close.",
            "It raised £4m, £1m less than the £5m target.",
        ),
        misses=("It has 40 shops, two less than the three rivals in Leeds.",),
        same_noun=False,
    ),
    Rule(
        "so many, so many more than so many needed",
        "difference",
        r"{minuend:cme}(?:\s(?!(?:than|of|from)\b)[\w’'-]+){0,6}?\s?(?:,|\s[-–—]|\s\()\s?(?:or\s|about\s|some\s)?{result:cme}(?:\s[a-z]+)?\s(?:more\sthan|above|over|higher\sthan|better\sthan)\s(?:the|its|their|his|her|a)\s(?:(?!\b(?:in|for|than)\b)[\w’'-]+\s){0,3}?{subtrahend:cme}\s(?:[a-z’'-]+\s)?(?:needed|required|necessary|target|goal|it\sneeds|he\sneeds|she\sneeds|they\sneed|wanted|asked|promised|expected|predicted|forecast|budgeted|planned|threshold|mark)\b",
        ("more than", " above", " over", "higher than", "better than"),
        hits=("The states have 309 votes, 39 more than the 270 needed.",),
        misses=("The states have 309 votes, 39 more than the three rivals have.",),
        same_noun=False,
    ),
    Rule(
        "so much abroad less so much at home: the gap",
        "difference",
        rf"\bimport(?:s|ed)?\b{_SENTENCE}{{0,50}}?{{minuend:m}}{_MONEY_TWICE}{_SENTENCE}{{0,80}}?\bexport(?:s|ed)?\b{_SENTENCE}{{0,50}}?{{subtrahend:m}}{_MONEY_TWICE}{_SENTENCE}{{0,80}}?\b(?:deficit|gap|shortfall|difference|imbalance)\b{_SENTENCE}{{0,30}}?{{result:m}}",
        ("import", "Import"),
        hits=("Imports of £21.5bn less exports of £16.9bn left a deficit of £4.6bn.",),
        misses=("Imports of £21.5bn are too many.",),
    ),
)

_ADDS = (
    r"(?:(?:That|This|It|Together|Which|In\sall|In\stotal|Altogether|Combined|All\stogether|Taken\stogether|Added\stogether|The\stwo)\b"
    r"[^<>|]{0,40}?\b(?:adds?\sup|makes?|made|comes?|came|totals?|totalled|amounts?|amounted|brings?|brought|gives?|gave)\b[^<>|]{0,30}?)"
)

DRAFT_RULES = (
    Rule(
        "so many; so many; that adds up to so many",
        "sum",
        rf"{{parta:cme}}{_MONEY_TWICE}(?!\s(?:per|times)\b){_SENTENCE}{{0,90}}?(?:\|{_SENTENCE}{{0,90}}?)?{{partb:cme}}{_MONEY_TWICE}{_SENTENCE}{{0,90}}?\|\s?[\"“]?{_ADDS}{{total:cme}}",
        (
            "adds up",
            "add up",
            "comes to",
            "came to",
            "makes a total",
            "made a total",
            "In all",
            "Altogether",
            "In total",
        ),
        hits=("It took 85,000 people in May. In June it took 100,000. That adds up to 185,000.",),
        misses=("It took 85,000 people in May. In June it took 100,000. That comes from 12 towns.",),
        unless=_of_another_kind,
        same_noun=False,
    ),
    Rule(
        "jobs to go; some here, some there",
        "sum",
        rf"\b(?:cut|axe|shed|lose|slash|scrap|eliminate|lay\soff|cutting|axing|shedding|losing|of)\s(?:(?:about|around|some|up\sto|a\stotal\sof|another)\s)?{{total:c}}\s(?:[\w’'-]+\s){{0,2}}?(?:jobs|posts|positions|staff|workers|employees|redundancies)\b(?:[^<>|]|<[^c]\d+>){{0,200}}(?:\|(?:[^<>|]|<[^c]\d+>){{0,250}}){{1,2}}?{{parta:c}}\s(?:jobs|posts|positions|staff|workers|employees)\s(?:will|would|are|were|is|to)\s(?:be\s)?(?:go|cut|lost|axed|shed)\s(?:in|at|from)\b{_CLAUSE}{{1,50}}?(?:,|\swhile|\sand|\swith)\s(?:and\s|another\s|a\sfurther\s)?{{partb:c}}(?:{_CLAUSE}{{1,50}}?)?(?:(?:,|\sand)\s(?:and\s|another\s|a\sfurther\s)?{{partc:c}})?(?:\s{_CLAUSE}{{0,30}}?)?\b(?:in|at|from)\s",
        (
            " will go",
            " would go",
            "will be cut",
            "will be lost",
            "are to go",
            "would be cut",
            "would be lost",
        ),
        hits=(
            "The bank is to cut 2,850 jobs. Unions are angry. About 1,700 jobs will go in Leeds while 600 and 550 will go in York and Hull respectively.",
        ),
        misses=("The bank is to cut 2,850 jobs. It said 1,700 jobs will go in Leeds, and profit fell.",),
        partial=True,
        same_noun=False,
        unless=_vague,
    ),
    Rule(
        "so much sold abroad, so much bought there; the gap",
        "difference",
        rf"\b(?:deficit|gap|shortfall|difference)\b(?:[^<>|]|<[dytu]\d+>){{0,60}}?\b(?:was|of|stood\sat|came\sto|is|fell\sto|rose\sto|widened\sto|narrowed\sto|reached)\s{{hedge}}{{result:m}}{_MONEY_TWICE}(?:[^<>|]|<[dytump]\d+>){{0,60}}\|\s?[^<>|]{{0,20}}(?:<[dy]\d+>)?{_SENTENCE}{{0,40}}?\bexport(?:s|ed)\b{_SENTENCE}{{0,40}}?{{subtrahend:m}}{_MONEY_TWICE}{_SENTENCE}{{0,60}}?\bimport(?:s|ed)\b{_SENTENCE}{{0,40}}?{{minuend:m}}(?!\s(?:more|less))",
        ("export",),
        hits=(
            "The deficit for goods was £4.6bn. In November it exported £16.9bn worth of goods, but imported £21.5bn.",
        ),
        misses=("The deficit was £4.6bn. It exported £16.9bn worth of goods.",),
    ),
)
