"""Leads, margins and shortfalls beside the two numbers that they come from: "312 votes to 260, a majority of 52"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import Rule, noun

if TYPE_CHECKING:
    from verifier.extraction.offline.relations.rule import Masked

_CLAUSE = r"(?:[^<>|;:]|<[dytuao]\d+>)"
_VOTES = (
    r"(?:\s(?:pledged\s|electoral\s|committed\s|bound\s|super\s)?(?:votes?|seats|delegates|superdelegates|points|MPs|members|states|ballots|runs|goals|"
    r"games|matches|wins|medals|supporters))?"
)
_TO = r"(?:,?\s(?:to|against|compared\s(?:with|to)|versus)\s|\s?[-–]\s?)"
_HIS = r"(?:(?-i:[A-Z])[\w.’'-]*(?:\s(?-i:[A-Z])[\w.’'-]*){0,3}?[’']s?\s|his\s|her\s|their\s|only\s|just\s|for\s)?"
# "A majority of 52" is scanned as a fraction, of 52.
_LEAD = r"(?:majority|margin|lead|advantage|edge|difference|gap|winning\smargin|<f\d+>)"
_NOT_MOVED = r"(?<!from\s)(?<!between\s)(?<!up\s)(?<!down\s)"


def _two_things(match: re.Match[str], masked: Masked) -> bool:
    """Whether the two numbers, or the margin, count different things, or the first is no lead at all."""
    ahead, behind = (masked.figures[match[role][1:]].written for role in ("minuend", "subtrahend"))
    if ahead.high is not None and behind.low is not None and ahead.high < behind.low:
        return True
    nouns = {noun(masked.figures[match[role][1:]]) for role in ("minuend", "subtrahend", "result")}
    return len(nouns - {None}) > 1


_STEP = re.compile(
    r"\b(?:after|having|had|when|as|though|while|before|earlier|once|in|at|among|from|count|stands|stood|scores?)\b"
)


def _of_another_count(match: re.Match[str], masked: Masked) -> bool:
    """Whether the two numbers may be of another place or moment, or shares: "by 12 points, having led 60 to 40"."""
    between = masked.text[match.end("result") : match.start("minuend")]
    shares = any("." in masked.figures[match[role][1:]].span.quote for role in ("minuend", "subtrahend"))
    return shares or _STEP.search(between) is not None or _two_things(match, masked)


_BY_SO_MANY = rf"(?:\b(?:by|ahead\sby)|(?:\b|(?=<f)){_LEAD}\sof)\s(?:a\smargin\sof\s)?(?:just\s|only\s|more\sthan\s)?{{result:c}}{_VOTES}{_CLAUSE}{{0,60}}?(?:[,:(–—|]|\s[-–—]+)\s?{_CLAUSE}{{0,70}}?{_NOT_MOVED}{{minuend:c}}{_VOTES}{_TO}{_HIS}{{subtrahend:c}}(?!\s?(?:years?|per|people\b|-))"

RULES = (
    Rule(
        "so many to so many, a lead of so many",
        "difference",
        rf"{_NOT_MOVED}{{minuend:c}}{_VOTES}{_TO}{_HIS}{{subtrahend:c}}{_VOTES}\s?(?:,|\s[-–—]|\s?\()\s?(?:[a-z]+\s){{0,3}}?{_LEAD}\sof\s(?:just\s|only\s)?{{result:c}}",
        (" of <", " of just <", " of only <"),
        hits=(
            "MPs backed it by 312 votes to 260, a majority of 52.",
            "She has 1,163 delegates to his 844, giving her a lead of 319.",
        ),
        misses=(
            "The number rose from 260 to 312, a majority of 400 asked.",
            "Deaths were lower, at 236 against 271, but the difference of 35 was no proof.",
        ),
        same_noun=False,
        unless=_two_things,
    ),
    Rule(
        "by so many: so many to so many",
        "difference",
        _BY_SO_MANY,
        ("by <", "of <", "by more than <", "of more than <", "by just <", "of just <", "by only <"),
        hits=(
            "She led by 781 votes: 212,205 to 211,424.",
            "MPs backed it by a majority of 52 (312 votes to 260).",
        ),
        misses=(
            "She led by 12 votes, as the number of towns grew from 40 to 52.",
            "She led by 781 votes, in 12 of 40 to 52 towns.",
            "They won by 12 points, having led 60 to 40 at half-time.",
        ),
        same_noun=False,
        unless=_of_another_count,
    ),
    Rule(
        "this share, so many points short of that",
        "difference",
        rf"{{subtrahend:p}}(?:\s(?!(?:than|of|from)\b)[\w’'-]+){{0,6}}?\s?(?:,|\s[-–—]|\s\()\s?(?:[a-z]+\s){{0,2}}?{{result:qc}}(?:\spoints)?\s(?:short|shy|below|less\sthan|lower\sthan|behind|down\son|under)\s(?:of\s)?(?:(?:the|its|their|his|her|a|{_HIS[:-1]})\s?)?(?:[\w’'-]+\s){{0,2}}?{{minuend:p}}",
        (" short", " shy", " below", " less", " lower", " behind", " down on", " under"),
        hits=("Turnout was 41%, five percentage points shy of the 46% of 2008.",),
        misses=("Turnout was 41%, five times less than in the 46% of homes.",),
        same_noun=False,
    ),
    Rule(
        "this share, so many points more than that",
        "difference",
        r"{minuend:p}(?:\s(?!(?:than|of|from)\b)[\w’'-]+){0,6}?\s?(?:,|\s[-–—]|\s\()\s?(?:[a-z]+\s){0,2}?{result:qc}(?:\spoints)?\s(?:above|more\sthan|higher\sthan|ahead\sof|up\son|better\sthan|over)\s(?:(?:the|its|their|his|her|a)\s)?(?:[\w’'-]+\s){0,3}?{subtrahend:p}",
        (" above", " more", " higher", " ahead", " up on", " better", " over"),
        hits=("Turnout was 46%, five percentage points higher than the 41% of 2008.",),
        misses=("Turnout was 46%, five times more than in 41% of homes.",),
        same_noun=False,
    ),
    Rule(
        "so many, and so many more to reach so many",
        "difference",
        rf"\b(?:has|have|had|with|won|holds|at|of)\s(?:about\s|some\s)?{{subtrahend:c}}{_VOTES}{_CLAUSE}{{0,60}}?\b(?:needs?|needed|requires?|lacks?|short\sby|leaving\s\w+)\s(?:just\s|only\s|another\s|about\s){{0,2}}{{result:c}}{_VOTES}(?:\smore)?{_VOTES}\s(?:to\s(?:reach|get\sto|make|hit|win|clinch|secure)|short\sof|shy\sof|for)\s(?:[\w’'-]+\s){{0,6}}?{{minuend:c}}",
        ("need", "require", "lack", "short by", "leaving"),
        hits=("She has 2,316 delegates and needs 67 more to reach the 2,383 it takes.",),
        misses=("She has 2,316 delegates and needs 67 to win in 12 states.",),
        same_noun=False,
        unless=_two_things,
    ),
)

PAIR_RULES = (
    Rule(
        "by so many; so many to so many",
        "difference",
        _BY_SO_MANY.replace("(?:[,:(–—|]|\\s[-–—]+)", "\\|"),
        ("by <", "of <", "by more than <", "of more than <", "by just <", "of just <", "by only <"),
        hits=("She trails him by more than 300 delegates. He now has 1,163 delegates to her 844.",),
        misses=(
            "She led by 12 votes. The number of towns grew from 40 to 52.",
            "She led by 781 votes. It has 12 of 40 to 52 towns.",
            "She leads by 40 delegates. The count in Ohio stands at 120 to 110.",
            "She won by 781 votes. In shares of the vote it was 50.7 to 49.3.",
        ),
        same_noun=False,
        unless=_of_another_count,
    ),
)
