"""Whether "of them" and "including" look back to the count that stands before: what the patterns cannot ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import noun
from verifier.figures.model import Hedge

if TYPE_CHECKING:
    from verifier.extraction.offline.relations.rule import Masked

_PEOPLE = frozenset(
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


_SECOND = re.compile(r"<c\d+>[^<>|;:.]{0,60}?(?:,|\sand|\splus)\s(?:[a-z]+\s){0,3}$")


def doubtful(match: re.Match[str], masked: Masked) -> bool:
    """Whether the whole may be no whole: a vague one, a part of a name, or the last of several that are added.

    "56 passengers and 10 crew, among them 30 Swedes" are 30 of 66; "Fight for 15 protesters" may be any number.
    """
    start = max(0, match.start("whole") - 90)
    before = masked.text[start : match.start("whole") - 1]
    return vague(match, masked) or _SECOND.search(before) is not None or _NAME.search(before) is not None


def other_things(match: re.Match[str], masked: Masked) -> bool:
    """Whether part and whole count different things, or the whole may be only one of the wholes."""
    if doubtful(match, masked):
        return True
    part, whole = (noun(masked.figures[match[role][1:]]) for role in ("part", "whole"))
    if part is None or whole is None or part == whole:
        return False
    return not (part in _PEOPLE and whole in _PEOPLE)
