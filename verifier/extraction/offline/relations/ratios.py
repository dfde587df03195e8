"""Multiples: "less than half of the $20bn", "doubled from 12,300 to 24,600"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.directions import NO_UNIT
from verifier.extraction.offline.relations.rule import Rule

if TYPE_CHECKING:
    from verifier.extraction.offline.relations.rule import Masked

_LONE = r"(?:[^<>|]|<[dytuo]\d+>)"
"""A stretch with no amounts in it."""
_MULTIPLYING = re.compile(r"doubl|tripl|trebl|quadrupl|quintupl|halv|fold", re.IGNORECASE)
# "from 12 to 14 and 15 to 16" are ranges, and "from 200 to 300 to 400" two steps.
_THE_TOTAL = tuple(
    f"the {total} {of} <" for total in ("figure", "level", "total") for of in ("in", "for", "of")
)
_TOGETHER = re.compile(r"\b(?:altogether|together|combined|in all|between them)\b")
_END = r"(?!\s*(?:to|and|or|-|–|in)\s+{hedge}<[cmep])"
_THE = r"(?:the|its|their|his|her|that of|those of|last\s(?:year|month|week|season|time)[’']s|a|an|what was|an? average)"
# A quantity by name, up to the figure that states it: "the minimum wage of $5", "the £3m paid in May".
_STATED = (
    r"(?:\s(?:[\w’'-]+\s){0,5}?(?:rate|wage|price|level|figure|total|record|target|average|value|limit|estimate|"
    r"forecast|cost|budget|offer|bid|fee|sum|amount|number|turnover|income|salary|pay|profits?|sales|revenues?|"
    r"prediction|profit|loss|debt|fine|speed|length|weight|height|size)\s(?:of|at|was|is)\s(?:{hedge})|\s(?:{hedge}))"
)


def _no_step(match: re.Match[str], masked: Masked) -> bool:
    """Whether the factor is no verb or measure of change: "four times from 10 to 12"."""
    return not _MULTIPLYING.search(masked.figures[match["factor"][1:]].span.quote)


def _other_time(match: re.Match[str], masked: Masked) -> bool:
    """Whether the two places name different times."""
    return masked.figures[match["_then"][1:]].date != masked.figures[match["_there"][1:]].date


def _of_a_time(match: re.Match[str], masked: Masked) -> bool:
    """Whether the two are of two times: "twice as many as in May (62%), when 31% did"."""
    del masked
    return re.search(r"\b(?:when|since|in <[dy])", match[0]) is not None


def _altogether(match: re.Match[str], masked: Masked) -> bool:
    """Whether the first is one of several that are taken together."""
    return _TOGETHER.search(masked.text, match.end("of"), match.start("factor")) is not None


RULES = (
    Rule(
        "this, so many times that",
        "ratio",
        rf"{{of:cmep}}[^<>|;:()]{{0,50}}?(?:\s?[,(]|\s[-–—]|\b(?:is|are|was|were))\s{{hedge}}{{factor:xf}}\s(?:of\s)?{NO_UNIT}{_THE}{_STATED}{{to:cmep}}",
        ("<x", "<f"),
        hits=(
            "The opening bid is $8bn - less than half of the $20bn that they say it is worth.",
            "It sold 600 cars, twice the 300 of a year ago.",
            "He pays £12 an hour, almost three times the minimum wage of £4.20.",
        ),
        misses=(
            "It sold 600 cars in May, half of them in the 12 cities.",
            "It sold 600 cars, twice the number that 12 dealers had ordered.",
            "That made 445 men and 425 women altogether, more than twice the 400 of last year.",
        ),
        unless=_altogether,
    ),
    Rule(
        "doubled from that to this",
        "ratio",
        rf"{{factor:x}}(?:[^<>|;:.]|<[dyu]\d+>){{0,70}}?\bfrom\s{{hedge}}{{to:cmep}}(?:[^<>|;:.]|<[dyu]\d+>){{0,50}}?\bto\s{{hedge}}{{of:cmep}}{_END}",
        ("from ",),
        hits=(
            "The council doubled the number of bins from 120 to 240.",
            "Sales grew tenfold from £2m to £20m.",
        ),
        misses=(
            "He scored four times from 12 shots to win by 10 points.",
            "Doubling the fee is a step from 10 to 20 to 30 pounds.",
        ),
        unless=_no_step,
        same_noun=False,
    ),
    Rule(
        "doubled to this from that",
        "ratio",
        rf"{{factor:x}}(?:[^<>|;:.]|<[dyu]\d+>){{0,50}}?\bto\s{{hedge}}{{of:cmep}}(?:[^<>|;:.]|<[dyu]\d+>){{0,50}}?\bfrom\s(?:the\s)?{{hedge}}{{to:cmep}}{_END}",
        ("from ",),
        hits=(
            "Profits more than doubled to £5m from £2m.",
            "Its share has halved to 10% in two years from 20%.",
        ),
        misses=("Profits doubled to £5m, it said in a report from 12 analysts.",),
        unless=_no_step,
    ),
    Rule(
        "from that to this, doubling",
        "ratio",
        rf"\bfrom\s{{hedge}}{{to:cmep}}(?:[^<>|;:.]|<[dyu]\d+>){{0,50}}?\bto\s{{hedge}}{{of:cmep}}{_END}[^<>|;:.,-]{{0,30}}(?:,|\s[-–—])\s(?:more than\s|nearly\s|almost\s|about\s|a\s)*{{factor:x}}",
        ("from ",),
        hits=("Jobs went from 120 to 240, more than doubling in a year.",),
        misses=("Jobs went from 120 to 240, four times in a row.",),
        unless=_no_step,
    ),
    Rule(
        "a part of the money hoped for; hoped for that, got this",
        "ratio",
        r"{factor:f}\sof\s(?:the|what)\s[^<>|.]{0,60}?\b(?:hoped|wanted|sought|asked|applied|claimed|requested|demanded|expected|needed)\b(?:[^<>|]|<[^m]\d+>)*\|[^<>|]*?\b(?:hoped|wanted|sought|asked|applied|claimed|requested|demanded|expected|needed)\b[^<>|]{0,40}?{to:m}[^<>|;]{0,160}?\b(?:but|yet|however|though|and|only|while)\b[^<>|]{0,60}?\b(?:granted|got|received|given|awarded|secured|paid|won|offered|obtained)\s{hedge}{of:m}(?=[\s.,])",
        (" of the ", " of what "),
        hits=(
            "It got just over a third of the money it had asked for. The club had asked the council for £90m, but in the end was granted £34m.",
        ),
        misses=(
            "It got a third of the money it had asked for. The club asked for patience, and the town granted £34m.",
        ),
    ),
    Rule(
        "so many, twice that by then; so many then",
        "ratio",
        r"{to:c}\s(?P<_noun>\w+)\b[^<>|]{0,80}\band\s[^<>|]{0,50}\b(?:number|figure|total)\s(?:could|will|would|may|might|should|is\s\w+\sto|was\s\w+\sto)\s(?:more than\s|nearly\s|almost\s)?{factor:x}\sby\s<(?P<_then>d\d+)>.{0,2500}?{of:c}\s(?P=_noun)\b[^<>|]{0,60}?\b(?:in|by)\s<(?P<_there>d\d+)>",
        (" by <d",),
        hits=(
            "There are 1.2m people in care, and doctors say the number could double by 2050. Nobody knows who will pay. It would need homes for 2.4m people in care in 2050.",
        ),
        misses=(
            "There are 1.2m people in care, and the number could double by 2050. There were 3m people in care in 2090.",
        ),
        unless=_other_time,
    ),
    Rule(
        "so much, ten times as much as then; so much then",
        "ratio",
        r"\b(?P<_what>\w+\s\w+?)s?\s(?:were|was|came in|stood|came|reached|hit|rose)\s(?:at\s|to\s)?{hedge}{of:mc}(?:\s?\([^()|]*\))?,?\s(?:-\s)?{hedge}{factor:x}\s(?:(?:more|higher|greater|bigger)\sthan\s(?:in|that of|the figure for)|as (?:much|many) as in|that of|the (?:figure|level|total) (?:in|for|of))\s<(?P<_then>[dy]\d+)>.{0,2500}?\b(?P=_what)s?\s(?:in|for)\s<(?P<_there>[dy]\d+)>\s(?:had been|was|were|had come to|came to|stood at|reached)\s{hedge}{to:mc}",
        ("<x",),
        needs=(("than in <", "as many as in <", "as much as in <", "that of <", *_THE_TOTAL),),
        hits=(
            "Operating profits were at £380m, ten times more than in 2003. It paid no dividend. The operating profit in 2003 had been just £38m.",
        ),
        misses=(
            "Operating profits were at £380m, ten times more than in 2003. The operating profit in 2001 had been just £90m.",
        ),
        unless=_other_time,
    ),
    Rule(
        "average pay, so many times that; it pays this on average",
        "ratio",
        r"\baverage\s(?:pay|wage|salary|price|rate|cost|fee|rent|fare)\s(?:is|was|of|at)?\s?{hedge}{factor:xf}\s(?:of\s)?(?:the|its|their)\s(?:[\w’'-]+\s){0,5}?(?:of|at)\s{to:m}(?:\s?\([^()|]*\))?\s(?P<_each>an? \w+|per \w+)\b.{0,1200}?\b(?:pays?|paid|earns?|charges?|costs?)\s{hedge}{of:m}\s(?P=_each)\son average\b",
        ("average ",),
        needs=(("on average",),),
        hits=(
            "The chain's average pay is almost twice the minimum wage of $5.15 (£3.90) an hour. Critics disagree. The firm says it pays $9.68 an hour on average.",
        ),
        misses=(
            "The chain's average pay is almost twice the minimum wage of $5.15 an hour. The firm says it pays managers $20 an hour.",
        ),
        same_noun=False,
    ),
    Rule(
        "so many; this is so many times that figure",
        "ratio",
        rf"(?:^|\|){_LONE}{{0,200}}{{to:cmep}}{_LONE}{{0,160}}\|{_LONE}{{0,100}}?{{of:cmep}}{_LONE}{{0,80}}?{{factor:xf}}\s(?:of\s)?that\s(?:figure|level|number|amount|rate|sum|total|share|proportion|average)\b",
        (
            " that figure",
            " that level",
            " that number",
            " that amount",
            " that rate",
            " that sum",
            " that total",
            " that share",
        ),
        hits=("In Leeds the levy is 40%, it says. At about 80%, the levy in York is double that figure.",),
        misses=(
            "In Leeds the levy is 40%, and 30% in Hull. At 80%, the levy in York is double that figure.",
            "In Leeds the levy is 40%. The council has 80 shops and wants double that figure.",
        ),
    ),
    Rule(
        "so many times as many (this) as (that)",
        "ratio",
        r"{factor:x}\s(?:as|more)\s(?:many|likely|high|common|popular|much)\b[^<>|]{0,110}?[(,–—-]\s?{of:p}\)?[^<>|]{0,90}?\b(?:as|than|against|versus|compared\s(?:with|to))\s[^<>|]{0,90}?{to:p}",
        ("<x",),
        hits=(
            "About twice as many people said that they liked tea (65%) than said that they liked coffee (31%).",
            "Men were three times as likely as women to agree, 60% against 20%.",
        ),
        misses=("Twice as many people like tea (65%) today. In May, 31% did.",),
        unless=_of_a_time,
    ),
)
