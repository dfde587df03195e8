"""Whether "of them" and "including" look back to the count that stands before: what the patterns cannot ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import noun
from verifier.figures.model import Hedge, Kind

if TYPE_CHECKING:
    from verifier.extraction.offline.relations.rule import Masked

PEOPLE = frozenset(
    "person man woman child children boy girl civilian soldier officer student worker employee passenger patient victim "
    "suspect protester demonstrator prisoner detainee hostage migrant refugee resident voter teacher pupil "
    "player member police personnel staff troop survivor minor adult teenager foreigner tourist journalist "
    "militant insurgent fighter gunman american briton iraqi israeli palestinian syrian".split()
)

_NAME = re.compile(
    r"(?:^|[|“\"]\s?|[a-z,]\s)(?!(?:But|And|Police|They|He|She|It)\b)[A-Z][\w’'-]+\s(?:for|of)\s$"
)


def vague(match: re.Match[str], masked: Masked) -> bool:
    """Whether the whole is a word such as "dozens" or a range."""
    return masked.figures[match["whole"][1:]].hedge in (Hedge.VAGUE, Hedge.BETWEEN)


def of_persons(match: re.Match[str], masked: Masked) -> bool:
    """Whether the whole stands for persons without a noun, and the part is of things: "ballots of the two who …"."""
    counted = noun(masked.figures[match["part"][1:]])
    return counted not in (None, "person") and masked.text.startswith(" who ", match.end("whole") + 1)


_SECOND = re.compile(r"<c\d+>(?:[^<>|;:.]|<[dytu]\d+>){0,60}?(?:,|\sand|\splus)\s(?:[a-z]+\s){0,3}$")
# "The two of them", "at the two Games": no number that is divided up.
_FEW = 3
# "300 people here and as many again elsewhere, 410 of them women"
_AS_MANY = re.compile(r"\b(?:as\smany|the\ssame|another|others|again|more|dozens|hundreds|thousands)\b")
_EACH = re.compile(r">(?:\s[\w’'-]+){0,2}\s(?:each|apiece)\b")
# What sets those apart who are meant: "of those on board".
_THOSE = re.compile(
    r"\b(?:these|those)\s(?!(?:died|cases|was|has)\b)(?P<word>(?:on|abo|fro|wit|who|tha|und|age|lef|sou|tak|hel)(?=[a-z]*\b)|[a-z]{3}(?=[a-z]*(?:ed|s|ing)\b))"
)


def doubtful(match: re.Match[str], masked: Masked) -> bool:
    """Whether the whole may be no whole: a vague one, a part of a name, or the last of several that are added.

    "56 passengers and 10 crew, among them 30 Swedes" are 30 of 66; "Fight for 15 protesters" may be any number.
    """
    start = max(0, match.start("whole") - 90)
    before = masked.text[start : match.start("whole") - 1]
    between = masked.text[match.end("whole") : match.start("part")]
    low = masked.figures[match["whole"][1:]].written.low
    return (
        vague(match, masked)
        or low is None
        or low < _FEW
        or _SECOND.search(before) is not None
        or _NAME.search(before) is not None
        or _AS_MANY.search(between, 0, between.find("|") if "|" in between else len(between)) is not None
        or _EACH.match(between) is not None
        or _of_others(match, masked)
    )


def _of_others(match: re.Match[str], masked: Masked) -> bool:
    """Whether "those" are described, by a word that the words before do not have: "Of those on board, 67 …"."""
    those = _THOSE.search(masked.text, match.end("whole"), match.end() + 20)
    if those is None:
        return False
    return re.search(rf"\b{those['word']}", masked.text[max(0, match.start() - 60) : those.start()]) is None


def other_kind(match: re.Match[str], masked: Masked) -> bool:
    """Whether the part counts a thing that the whole, which has no noun, need not: "among the 12 who signed, 14 languages"."""
    part, whole = (noun(masked.figures[match[role][1:]]) for role in ("part", "whole"))
    return vague(match, masked) or (whole is None and part is not None and part not in PEOPLE)


_NET = re.compile(
    r"\b(?:net|profits?|loss(?:es)?|lost|lose|fell|fall|rose|rise|grew|earn\w*|income|inflows?|outflows?|surplus|deficit|gains?|gained|change)\b",
    re.IGNORECASE,
)


def net(match: re.Match[str], masked: Masked) -> bool:
    """Whether the whole is a balance of gains and losses: "profit of £30m, including £45m from a sale"."""
    start = max(masked.text.rfind("|", 0, match.start()) + 1, match.start() - 90)
    whole = masked.figures[match["whole"][1:]]
    return whole.kind is Kind.MONEY and _NET.search(masked.text, start, match.end()) is not None


_FEWER = re.compile(
    r"\b(?:still|left|remain\w*|freed|releas\w+|recover\w+|clos(?:e|es|ed|ing|ures?)|loss(?:es)?|lost|losing|sold|cuts?|wrote|written|"
    r"conced\w+|fewer|remov\w+|withdr\w+|resign\w+|defect\w+|quit|sank|reduc\w+|down)\b",
    re.IGNORECASE,
)


def taken_off(match: re.Match[str], masked: Masked) -> bool:
    """Whether the tally is of those that are left: "freed 30, taking the number still held to 12"."""
    start = max(masked.text.rfind("|", 0, match.start()) + 1, match.start() - 60)
    return vague(match, masked) or _FEWER.search(masked.text, start, match.end() + 25) is not None


def other_things(match: re.Match[str], masked: Masked) -> bool:
    """Whether part and whole count different things, or the whole may be only one of the wholes."""
    if doubtful(match, masked):
        return True
    part, whole = (noun(masked.figures[match[role][1:]]) for role in ("part", "whole"))
    if part is None or whole is None or part == whole:
        return False
    return not (part in PEOPLE and whole in PEOPLE)
