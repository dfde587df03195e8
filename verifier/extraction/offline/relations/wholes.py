"""Parts of a whole that stands further off: "of those", "including", "taking his tally to", capacity, votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.antecedents import doubtful, net, other_things, taken_off
from verifier.extraction.offline.relations.rule import Rule
from verifier.figures.model import Hedge

if TYPE_CHECKING:
    import re

    from verifier.extraction.offline.relations.rule import Masked

_EMPLOYS = ("of its <c", "all its <c", "employs", "workforce of", "staff of")
# "The two of them" stands for no number that was given before.
_FEW = 3
# What may stand between two places of a sentence without another count, or another sum.
_NO_COUNT = r"(?:[^<>|]|<[^c]\d+>)"
_NO_SUM = r"(?:[^<>|]|<[^m]\d+>)"


def _vague(match: re.Match[str], masked: Masked) -> bool:
    """Whether the whole is a word such as "dozens" or a range."""
    return masked.figures[match["whole"][1:]].hedge in (Hedge.VAGUE, Hedge.BETWEEN)


def _no_whole(match: re.Match[str], masked: Masked) -> bool:
    """Whether the whole is vague, or a balance."""
    return _vague(match, masked) or net(match, masked)


def _vague_total(match: re.Match[str], masked: Masked) -> bool:
    """Whether the total is a word such as "dozens" or a range."""
    return masked.figures[match["total"][1:]].hedge in (Hedge.VAGUE, Hedge.BETWEEN)


def _small_whole(match: re.Match[str], masked: Masked) -> bool:
    """Whether the whole is too small a number to be what "those" stands for: "the two of them"."""
    low = masked.figures[match["whole"][1:]].written.low
    return doubtful(match, masked) or low is None or low < _FEW


DRAFT_RULES = (
    Rule(
        "so many, and some of those",
        "part_of",
        r"{whole:c}\s[a-z](?:[^<>|;]|<[dytu]\d+>){0,90}?\b(?:and|but|with|though|although)\s(?:[^<>|;,]{0,50}?\s)?{hedge}{part:c}\sof\s(?:those|these|them)\b",
        ("of those", "of these", "of them"),
        hits=("By May the firm had built 31 vans for hire and delivered 24 of those to customers.",),
        misses=("By May the firm had built 31 vans. It delivered 24 of those to customers.",),
        unless=_small_whole,
        same_noun=False,
    ),
    Rule(
        "so many; so many of those, a sentence on",
        "part_of",
        rf"{{whole:c}}\s(?:of\sthem\b)?(?:,?\s?[a-z]){_NO_COUNT}{{0,160}}\|\s{_NO_COUNT}{{0,60}}?{{part:c}}\sof\s(?:those|these|them)\b",
        ("of those", "of these", "of them"),
        hits=(
            "Some 11 million of them own a car. It is thought that almost nine million of these drive to work.",
            "Police stopped 31,000 drivers last year. In almost 4,000 of those cases, nothing was found.",
        ),
        misses=("It has 40 shops and 12 depots in Leeds, three of them new. Four more will close.",),
        unless=_small_whole,
        same_noun=False,
    ),
    Rule(
        "so many, including so many",
        "part_of",
        r"(?<!top\s)(?<!top-){whole:c}(?:\s[\w’'-]+){1,5}(?:,|\s[-–—])?\s(?:including|among\sthem|of\swhich|of\swhom)\s{hedge}{part:c}(?!\s(?:of|years?|in|per|on|at|by|times|other)\b)",
        ("including", "among them", "of which", "of whom"),
        hits=(
            "The blast killed 120 people, including 30 children.",
            "It named 500 farms, including 56 large farms.",
        ),
        misses=(
            "The blast killed 120 people. Others, including 30 children, were hurt.",
            "The blast hit nine buildings, including 40 flats.",
        ),
        unless=other_things,
        same_noun=False,
    ),
    Rule(
        "so many, including so many, so many and so many",
        "sum",
        r"(?<!top\s)(?<!top-){total:c}(?:\s[\w’'-]+){1,4}(?:,|\s[-–—])?\sincluding\s{hedge}{parta:c}(?:\s[\w’'-]+){1,3}(?:,\s{partb:c}(?:\s[\w’'-]+){1,3})?,?\sand\s{partc:c}(?:\s[\w’'-]+){1,3}\s?(?=[,.;|)–—-])",
        ("including",),
        hits=(
            "The house has 385 members, including 270 elected members, 87 appointed members and 16 bishops.",
        ),
        misses=("The house has 385 members, including 270 men from 12 counties and 116 towns in Wales.",),
        partial=True,
        same_noun=False,
        unless=_vague_total,
    ),
    Rule(
        "such a sum, including such a sum",
        "part_of",
        rf"{{whole:m}}{_NO_SUM}{{0,80}}?,?\s(?:including|of\swhich|among\sthem)\s{{hedge}}{{part:m}}",
        ("including", "of which", "among them"),
        hits=("The club spent £12m last year, including £3m on wages.",),
        misses=(
            "The club spent £12m last year. Its debts, including £30m on wages, rose.",
            "It lost £12m last year, including £15m in write-downs.",
        ),
        unless=_no_whole,
    ),
    Rule(
        "some, taking the tally to so many",
        "part_of",
        r"{part:cm}\s(?=[a-z(])(?:[^<>|;]|<[dytu]\d+>){0,90}?,?\s(?:bringing|taking|pushing|lifting|raising)\s(?:the|its|his|her|their|\w+[’']s?)\s(?:[\w’'-]+\s){0,3}?(?:total|tally|toll|haul|count|number|sum|amount)\s(?:[^<>|;,.]{0,40}?\s)?to\s{hedge}{whole:cm}",
        ("bringing ", "taking ", "pushing ", "lifting ", "raising "),
        unless=taken_off,
        hits=("He scored three goals in May, taking his tally for the season to 15.",),
        misses=(
            "He ran three miles in May, taking his club to 15th place in the tally.",
            "It freed 30 men in May, bringing the number still held to 12.",
        ),
    ),
    Rule(
        "a firm where so many jobs go; its staff of so many",
        "part_of",
        r"(?-i:\b(?P<_firm>[A-Z][\w&’-]{2,})\b)(?:[^<>|;]|<[dy]\d+>){0,90}?{part:c}\s(?:[\w’'-]+\s){0,1}?(?:jobs|posts|positions)\s(?:could|will|would|may|might|are\sto|are\sset\sto)\s(?:be\s(?:cut|lost|axed|moved|shed|transferred|scrapped)|go|shift|move|disappear)\b.{0,2500}?(?-i:\b(?P=_firm)\b)(?:(?!\b(?:plants?|units?|arms?|divisions?|subsidiar\w+|offices?|factor\w+|branch\w*|sites?|rivals?|suppliers?|unions?)\b)[^<>]){0,250}?\b(?:of\sits|all\sits|employs|has\sa\sworkforce\sof|has\sa\sstaff\sof)\s{hedge}{whole:c}(?:-strong)?\s(?:staff|workers|employees|workforce|people)\b(?!\s(?:in|at|there|here|based)\b)",
        _EMPLOYS,
        needs=(
            tuple(
                f"{jobs} {go}"
                for jobs in ("jobs", "posts", "positions")
                for go in ("could ", "will ", "would ", "may ", "might ", "are ")
            ),
        ),
        hits=("At Acme, 700 jobs could go overseas. Acme said that most of its 3,500 staff would stay.",),
        misses=("At Acme, 700 jobs could go overseas. Its rival said most of its 500 staff would stay.",),
        same_noun=False,
    ),
    Rule(
        "a crowd in a ground of that capacity",
        "part_of",
        r"\b(?:crowd|audience|attendance)\sof\s{hedge}{part:c}(?:\s(?:people|fans|spectators|supporters))?\s(?:(?:[^<>|;]|<[dytu]\d+>){0,50}?\s)?(?:at|in|inside|packed(?:\sinto)?|filled|crammed\sinto)\s(?:the|a|its|their)\s{hedge}{whole:c}[\s-](?:capacity|seats?|seater|strong)",
        (">-capacity", "> capacity", ">-seat", ">-strong"),
        hits=("A crowd of 38,000 gathered in the 40,000-capacity stadium.",),
        misses=("A crowd of 38,000 gathered near the 400-seat theatre.",),
        same_noun=False,
    ),
)
