"""Totals and what they are made of: "a dozen candidates - two Democrats and 10 Republicans"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.antecedents import PEOPLE
from verifier.extraction.offline.relations.rule import Rule, noun
from verifier.figures.model import Hedge

if TYPE_CHECKING:
    from verifier.extraction.offline.relations.rule import Masked

# What stands in a clause between two figures: no other figure but a time.
_CLAUSE = r"(?:[^<>|;:]|<[dytuao]\d+>)"
_SENTENCE = r"(?:[^<>|]|<[dytuao]\d+>)"
# The words of one item in a list: no preposition, so that the item counts what the total counts.
_KIND = r"(?:\s(?!(?:of|in|on|at|for|from|to|by|with|than|who|that|which|and|or)\b)[\w’'-]+)"
_ITEM = r"(?:\s[\w’'.-]+)"
_NEXT = r"(?:,|;|,?\sand|,?\splus|,?\salong\swith|,?\sas\swell\sas)\s(?:(?:[a-z]+\s){0,3}?(?:another|a\sfurther)\s|and\s|some\s|about\s)?"
_DATED_ITEM = r"(?:\s(?:[\w’'.-]+|<[dytu]\d+>))"
_ALSO = r"(?:,|;|,?\sand|,?\splus|,?\salong\swith|,?\sas\swell\sas)\s(?:(?!(?:is|was|are|were|has|had|that|which)\b)[a-z]+\s){0,4}?"
_STOP = r"\s?(?=[,.;:|)–—]|\s-\s|$)"
_MONEY_TWICE = r"(?:\s?\([^()|]*\))?"
# A total that takes in more than what was listed.
_AND_MORE = (
    r"(?![^<>|.;]{0,30}\b(?:with|including|since|counting|plus|career|when|if|combined|so\sfar|to\sdate)\b)"
)


def _vague(match: re.Match[str], masked: Masked) -> bool:
    """Whether the total is a word such as "dozens" or a range."""
    return masked.figures[match["total"][1:]].hedge in (Hedge.VAGUE, Hedge.BETWEEN)


def _goods_or_services(match: re.Match[str], masked: Masked) -> bool:
    """Whether services come in, so that the gap may be of something else than what was bought and sold."""
    end = masked.text.find("|", match.end())
    return "service" in masked.text[max(0, match.start() - 60) : len(masked.text) if end < 0 else end]


def _of_another_kind(match: re.Match[str], masked: Masked) -> bool:
    """Whether a part is a number of something that the total cannot be made of: years, times, points."""
    if _vague(match, masked):
        return True
    odd = {"year", "time", "point", "minute", "hour", "day", "month", "week", "percent"}
    return any(named in odd for named in _nouns(match, masked).values())


def _nouns(match: re.Match[str], masked: Masked) -> dict[str, str | None]:
    """What the figures count, by their roles."""
    return {
        role: noun(masked.figures[value[1:]])
        for role, value in match.groupdict().items()
        if value and not role.startswith("_")
    }


def _goes_on(match: re.Match[str], masked: Masked) -> bool:
    """Whether the list is longer than what was read of it: its last part but one is followed by "and"."""
    parts = [match.span(role) for role in ("parta", "partb", "partc", "partd") if match[role]]
    between = masked.text[parts[-2][1] : parts[-1][0]]
    ends = re.search(r"\band\b|\bplus\b|\balong\b|\bwell\b|;", between) is not None
    return (not ends and masked.text[match.end() : match.end() + 1] == ",") or _of_another_kind(match, masked)


def _more_of_them(match: re.Match[str], masked: Masked) -> bool:
    """Whether the first part comes on top of others: "a further 60 came"."""
    before = masked.text[: match.start("parta") - 1]
    return _FURTHER.search(before) is not None or _of_another_kind(match, masked)


_FURTHER = re.compile(r"\b(?:further|another|additional|more|other) $", re.IGNORECASE)
_AS_WELL = re.compile(
    r"\b(?:closings|closures|departures|exits|losses|withdrawals)\b|\bas well\b(?! as\b)|\btoo\b|\bover (?:<u|\w+ (?:years|months|weeks|days)\b)"
)
# "It sold 900 copies, after 300 on Monday and 400 on Tuesday, for a total of 1,600": a part stands before.
_AFTER_OTHERS = re.compile(r"\b(?:after|following|besides|on top of|in addition to|added to) $")


def _of_other_things(match: re.Match[str], masked: Masked) -> bool:
    """Whether the total counts what no part does: "12 states and three districts, 270 votes in all"."""
    nouns = _nouns(match, masked)
    total = nouns.pop("total", None)
    parts = {named for named in nouns.values() if named is not None}
    other = bool(total and parts) and total not in parts and not (total in PEOPLE and parts & PEOPLE)
    before = masked.text[: match.start("parta") - 1]
    more = any(
        found is not None
        for found in (_AFTER_OTHERS.search(before), _FURTHER.search(before), _AS_WELL.search(match[0]))
    )
    return more or other or _of_another_kind(match, masked)


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
            "There were 22 on board: 13 Finns, five Danes, three Swedes and the captain, a Greek.",
            "He won 30 games - two years and 10 months ago.",
        ),
        same_noun=False,
        unless=_goes_on,
    ),
    Rule(
        "so many and so many, for so many in all",
        "sum",
        rf"{{parta:cme}}{_MONEY_TWICE}{_DATED_ITEM}{{0,8}}?(?:,\s{{partb:cme}}{_MONEY_TWICE}{_DATED_ITEM}{{0,6}}?)?{_ALSO}{{partc:cme}}{_MONEY_TWICE}{_DATED_ITEM}{{0,8}}?\s?(?:,|\s[-–—])?\s?(?:for|making|giving|bringing|adding\sup\sto|which\s(?:adds|makes|brings|gives)(?:\sup\sto)?|to\sgive|to\smake|or|to|reaching)?\s?(?:(?:him|her|it|them|us|the\steam)\s)?(?:an?\s(?:[a-z]+\s)?(?:total|sum|tally)(?:\s[a-z]+)?\sof|the\stotal\sto|adding\sup\sto|totalling|totaling|a\scombined)\s{{hedge}}{{total:cme}}{_AND_MORE}",
        ("total", "adding up", "combined", "sum of", "tally"),
        hits=(
            "That gives her 1,280 pledged delegates and 469 super delegates for a total of 1,749.",
            "It paid £3m for the land and £4m for the house, totalling £7m.",
        ),
        misses=(
            "She has 1,280 votes in Ohio and a total of 1,749.",
            "They employ 300 people in Hull and 400 in Leeds, a combined 900 with their suppliers.",
            "Gaps of $22m in 2027 and $14m in 2028 as well, she said, make a total of $68m over three years.",
            "The night was the best, after 300 copies on Monday and 400 on Tuesday, for a total of 1,600.",
        ),
        same_noun=False,
        unless=_of_other_things,
    ),
    Rule(
        "so many and so many, taking the toll to so many",
        "sum",
        rf"{{parta:c}}\s{_CLAUSE}{{1,60}}?,?\sand\s(?:[a-z]+\s){{0,4}}?{{partb:c}}\s?{_CLAUSE}{{0,60}}?,\s(?:bringing|taking|pushing|lifting|raising)\s(?:the|its|their|his|her)\s(?:[\w’'-]+\s){{0,2}}?(?:toll|total|tally|number|count)\b{_CLAUSE}{{0,40}}?\sto\s(?:at\sleast\s)?{{total:c}}(?![^<>|;.]{{0,40}}\sand\s<c)",
        ("bringing ", "taking ", "pushing ", "lifting ", "raising "),
        hits=("Eleven people died in Leeds and seven in York, bringing the death toll to 22.",),
        misses=(
            "Eleven people died in Leeds, and seven streets, taking the town to 22 fires, burned.",
            "Eleven people died in Leeds and seven in York, bringing the toll to 12 adults and six children.",
            "A further 60 people came in July, and 150 people in August, bringing the total to 225.",
        ),
        partial=True,
        same_noun=False,
        unless=_more_of_them,
    ),
    Rule(
        "so many and so many, so many in all",
        "sum",
        rf"{{parta:cme}}{_MONEY_TWICE}{_ITEM}{{0,8}}?{_NEXT}{{partb:cme}}{_MONEY_TWICE}{_ITEM}{{0,8}}?\s?(?:,|\s[-–—])\s?(?:or\s|making\s|for\s|giving\s)?{{total:cme}}(?:\s[\w’'-]+){{0,2}}?\s(?:in\sall|in\stotal|altogether|all\stold|combined)\b",
        (" in all", " in total", "altogether", "all told", "combined"),
        hits=("It lost 12 men and eight women, 20 people in all.",),
        misses=(
            "It lost 12 men and eight women in two fires in all.",
            "It won 12 states and three districts, or 270 votes in all.",
        ),
        same_noun=False,
        unless=_of_other_things,
    ),
    Rule(
        "so much of the target, so much short",
        "sum",
        rf"{{parta:cme}}{_MONEY_TWICE}\sof\s(?:the|its|their|his|her|a)\s(?:[\w’'-]+\s){{0,2}}?{{total:cme}}{_CLAUSE}{{0,60}}?(?:,|\s[-–—]|\sand|\sbut)\s(?:[a-z]+\s){{0,3}}?{{partb:cme}}\s(?:short|shy|too\s(?:few|little)|to\sgo|to\sfind|still\sto)\b(?!\sof\san?\s)",
        (" short", " shy", "too few", "too little", "to go", "to find", "still to"),
        hits=("They have raised £4m of the £5m target, £1m short.",),
        misses=(
            "They have raised £4m of the £5m target, for two short films.",
            "They hold 29 of the 61 seats, two short of a majority.",
        ),
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
        unless=_goods_or_services,
    ),
    Rule(
        "so much, made up of so much and so much",
        "sum",
        rf"{{total:cm}}(?!\sof\b){_CLAUSE}{{0,50}}?(?:,?\s(?:comprises|comprising|comprised|consists\sof|consisting\sof|(?:is\s|was\s|are\s|were\s)?made\sup\sof|(?:is\s|was\s)?split\sinto|(?:is\s|was\s)?divided\sinto|broken\sdown\sinto)|:)\s(?:about\s|some\s)?{{parta:cm}}(?:\s(?:in|of|for|from|to|on|worth\sof))?{_ITEM}{{1,5}}?(?:,\s{{partb:cm}}(?:\s(?:in|of|for|from|to|on))?{_ITEM}{{1,5}}?)?,?\s(?:and|plus)\s(?:about\s|some\s|another\s)?{{partc:cm}}(?:\s(?:in|of|for|from|to|on|worth\sof))?{_ITEM}{{1,5}}?{_STOP}",
        (
            "compris",
            "consist",
            "made up of",
            "split into",
            "divided into",
            "broken down",
            ": <m",
            ": about <m",
            ": some <m",
        ),
        hits=(
            "The £7m deal comprises £3m in cash and £4m in shares.",
            "It will pay £7m, made up of £3m in cash and £4m in shares.",
        ),
        misses=("It will pay £7m: £3m now, and 4m shares later.",),
        same_noun=False,
        unless=_of_another_kind,
    ),
    Rule(
        "so many: won, drawn and lost",
        "sum",
        rf"{{total:c}}\s(?:[\w’'-]+\s){{0,3}}?(?:games|matches|tests|internationals|outings|fixtures|starts|fights|bouts|races)\b{_CLAUSE}{{0,40}}?(?:,|\swith|\sand|:|\s[-–—]|they|he|she|has|have)\s(?:[a-z]+\s){{0,2}}?{{parta:c}}\s(?:[\w’'-]+\s)?(?:wins|victories|won|defeats|losses|draws){_CLAUSE}{{0,12}}?{{partb:c}}\s(?:[\w’'-]+\s)?(?:wins|victories|won|defeats|losses|draws)(?:{_CLAUSE}{{0,12}}?{{partc:c}}\s(?:[\w’'-]+\s)?(?:wins|victories|won|defeats|losses|draws))?\b",
        ("wins", "victories", "defeats", "losses", "draws"),
        hits=("In 14 games they have seven wins, three draws and four defeats.",),
        misses=("In 14 games they have seven goals, three draws and four defeats.",),
        partial=True,
        same_noun=False,
        unless=_vague,
    ),
    Rule(
        "won so many, drew so many, lost so many of so many",
        "sum",
        r"\b(?:won|winning|win|lost|losing|lose|drawn|drawing|drew)\s{parta:c}(?:,|\sand|,\sand)\s(?:have\s|has\s)?(?:won|winning|lost|losing|drawn|drawing|drew)\s{partb:c}(?:(?:,|\sand|,\sand)\s(?:have\s|has\s)?(?:won|winning|lost|losing|drawn|drawing|drew)\s{partc:c})?\s(?:of|in|from|out\sof)\s(?:the\s|their\s|his\s|her\s|its\s)?(?:(?:last|first|past|opening|previous)\s)?{total:c}\s(?:[\w’'-]+\s){0,2}?(?:games|matches|tests|internationals|outings|fixtures|starts|fights|bouts|races)\b",
        ("lost <", "drawn <", "drew <", "losing <", "drawing <", "lose <"),
        hits=("They have won seven, drawn three and lost four of their 14 games.",),
        misses=("They have won seven, drawn three and lost four in 12 years.",),
        partial=True,
        same_noun=False,
        unless=_vague,
    ),
    Rule(
        "played so many, winning so many and losing so many",
        "sum",
        rf"{{total:c}}\s(?:[\w’'-]+\s){{0,3}}?(?:games|matches|tests|internationals|outings|fixtures|starts|fights|bouts|races)\b{_CLAUSE}{{0,30}}?,\s(?:[a-z]+\s){{0,2}}?(?:won|winning|lost|losing|drawn|drawing)\s{{parta:c}}(?:,|\sand|,\sand)\s(?:won|winning|lost|losing|drawn|drawing)\s{{partb:c}}(?:(?:,|\sand|,\sand)\s(?:won|winning|lost|losing|drawn|drawing)\s{{partc:c}})?(?=\s?[.,;|)]|\s(?:of|and|in)\b)",
        ("winning", "losing", "drawing", "won ", "lost ", "drawn "),
        hits=("They have played 14 games, winning seven, drawing three and losing four.",),
        misses=("They have played 14 games, winning seven caps and losing four players.",),
        partial=True,
        same_noun=False,
        unless=_vague,
    ),
    Rule(
        "of so many, so many men and so many women",
        "sum",
        r"{total:c}\s(?!of\b)(?:[\w’'-]+\s){0,3}?(?:people|dead|killed|injured|victims|members|passengers|students|pupils|prisoners|jurors|staff|workers|survivors|candidates|patients|arrested|held)\b[^<>|;:]{0,40}?,\s{parta:c}\s(?:of\sthem\s)?(?:were\s|are\s)?(?P<_one>men|women|boys|girls|children|adults|males|females)(?:,\s{partb:c}\s(?:were\s|are\s)?(?P<_two>men|women|boys|girls|children|adults))?,?\sand\s{partc:c}\s(?:were\s|are\s)?(?P<_three>men|women|boys|girls|children|adults|females|males)\b",
        ("men", "girls", "children", "adults", "males"),
        hits=(
            "Of the nine people killed, five were men and four were women.",
            "Nine people were killed, five of them men and four women.",
        ),
        misses=(
            "Of the nine people killed, five were men and four were young.",
            "Twenty-four of the dead are women, 14 men and 11 children.",
        ),
        partial=True,
        same_noun=False,
        unless=_of_another_kind,
    ),
    Rule(
        "raised so much, needs so much more for its aim",
        "sum",
        r"\b(?:raised|saved|collected|found|secured|received)\s{hedge}{parta:m}(?:[^<>]|<[dytua]\d+>){0,80}?\b(?:needs?|needed|has\sto\sfind|have\sto\sfind|must\s(?:raise|find)|requires?|short\sby)\s(?:another\s|a\sfurther\s|an\sextra\s|about\s){0,2}{partb:m}\s(?:more\s)?(?:to\s(?:reach|meet|hit)|towards?)\s(?:the|its|their|his|her|a)\s(?:[\w’'-]+\s){0,2}?(?:(?:target|goal|aim|total)\sof\s)?{total:m}",
        ("need", "to find", "must ", "require", "short by"),
        hits=("They have raised £3m and need another £2m to reach their target of £5m.",),
        misses=("They have raised £3m and need another £2m for five schools.",),
    ),
    Rule(
        "so much sold abroad and so much bought there, a gap of so much",
        "difference",
        rf"\b[Ee]xport(?:s|ed)?\b{_SENTENCE}{{0,50}}?{{subtrahend:m}}{_MONEY_TWICE}{_SENTENCE}{{0,80}}?\bimport(?:s|ed)?\b{_SENTENCE}{{0,50}}?{{minuend:m}}{_MONEY_TWICE}{_SENTENCE}{{0,60}}?\b(?:deficit|gap|shortfall|imbalance)\sof\s(?:about\s)?{{result:m}}",
        ("xport",),
        hits=("Exports rose to £16.9bn and imports to £21.5bn, leaving a deficit of £4.6bn.",),
        misses=(
            "Exports rose to £16.9bn and imports to £21.5bn, as the deficit of the state rose by £4.6bn.",
        ),
        unless=_goods_or_services,
    ),
    Rule(
        "a gap of so much, as so much was sold abroad and so much bought there",
        "difference",
        rf"\b(?:deficit|gap|shortfall|imbalance)\b{_SENTENCE}{{0,40}}?{{result:m}}{_MONEY_TWICE}{_SENTENCE}{{0,30}}?\b[Ee]xport(?:s|ed)?\b{_SENTENCE}{{0,50}}?{{subtrahend:m}}{_MONEY_TWICE}{_SENTENCE}{{0,60}}?\bimport(?:s|ed)?\b{_SENTENCE}{{0,50}}?{{minuend:m}}",
        ("xport",),
        hits=("The trade deficit was £4.6bn, as exports rose to £16.9bn and imports to £21.5bn.",),
        misses=("The trade deficit was £4.6bn, as exports rose by 16.9% to £21.5bn.",),
        unless=_goods_or_services,
    ),
)
