"""A step, its size as a percentage, and where it led: "down 24.11 points, or 0.1 percent, at 18,432.24"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.markets import LED_ON, is_unproved
from verifier.extraction.offline.relations.one_measure import other_scale
from verifier.extraction.offline.relations.rule import Rule

if TYPE_CHECKING:
    import re

    from verifier.extraction.offline.relations.rule import Masked

_UP = (
    r"rose|rises?|rising|gain(?:ed|s|ing)|jump(?:ed|s|ing)|climb(?:ed|s|ing)|surg(?:ed|es|ing)|soar(?:ed|s|ing)|advanc(?:ed|es|ing)|"
    r"add(?:ed|s|ing)|increas(?:ed|es|ing)|up|higher|grew|grow(?:s|ing)|leap(?:ed|t|s)|ralli(?:ed|es)|put\son|stronger"
)
_DOWN = (
    r"fell|falls?|falling|fallen|lost|los(?:es|ing)|dropp(?:ed|ing)|drops|slid|slides|sliding|slipp(?:ed|ing)|slips|sank|sinks|sunk|shed|sheds|"
    r"tumbl(?:ed|es|ing)|plung(?:ed|es|ing)|declin(?:ed|es|ing)|decreas(?:ed|es|ing)|dipp(?:ed|ing)|dips|eased|eases|down|lower|plummet(?:ed|s)|"
    r"slump(?:ed|s|ing)|weaker|retreated|crashed"
)
_MOVED = r"\b(?:(?P<up>UP)|(?P<down>DOWN))\b".replace("UP", _UP, 1).replace("DOWN", _DOWN, 1)
_MORE = r"\s(?:by\s)?(?:as\smuch\sas\s|another\s|a\sfurther\s)?"
_ALSO = r"(?:\s(?:Canadian|Australian|US|Hong\sKong)?\s?(?:points?|cents|pence|dollars|euros|people|jobs|units)\b)?\s?(?:,|\s[-–—]|\s\(|-)?\s?(?:or\s|which\sis\s|that\sis\s|a\s(?:rise|fall|drop|gain|loss)\sof\s)?"
_WHERE = r"\s?(?:,|\)|\s[-–—])?\s?(?:(?!\b(?:having|stood|been|was|were|after|before|from|since|when|which|compared|against|opened|began|started)\b)[^<>|;:.]|<[dyt]\d+>){0,40}?\b(?:to|at)\s(?:(?:close|end|finish|settle|trade|stand|be|reach|hit)\s(?:the\s\w+\s)?(?:at\s)?|a\s(?:new\s|record\s|\w+\s(?:high|low)\sof\s)|just\s|around\s|about\s)?"
_END = r"(?!\s?(?:%|per\s?cent|in\s<d|and\s<|(?:from|before)\b))"


def _beside(match: re.Match[str], masked: Masked) -> bool:
    """Whether the step is the last of several, or a second sum stands in its way."""
    part, whole = (masked.figures[match[role][1:]] for role in ("part", "whole"))
    if LED_ON.search(masked.text[match.start() : match.end()]) or other_scale(part, whole):
        return True
    share = masked.figures[match["share"][1:]]
    if is_unproved(part, share, whole, rise=bool(match["up"])):
        return True
    return part.unit is not None and whole.unit is not None and part.unit != whole.unit


RULES = (
    Rule(
        "moved by so much, or this share, to so much",
        "share",
        rf"{_MOVED}{_MORE}{{part:cme}}{_ALSO}{{hedge}}{{share:p}}{_WHERE}{{hedge}}{{whole:cme}}{_END}",
        ("<p",),
        hits=(
            "The index closed down 24.11 points, or 0.1 percent, at 18,432.24.",
            "Amber rose $6.20, or 1 percent, to $758.81.",
            "The news sent shares up 8.5p, or 8.1%, to 113.5p.",
        ),
        misses=(
            "Amber rose $6.20, or 1 percent, in 12 shops.",
            "Amber rose 12 percent, or 40 places, to 3.",
        ),
        same_noun=False,
        unless=_beside,
    ),
    Rule(
        "moved by this share, or so much, to so much",
        "share",
        rf"{_MOVED}{_MORE}{{share:p}}\s?(?:,|\s[-–—]|\s\(|-)?\s?(?:or\s)?{{hedge}}{{part:cme}}(?:\s(?:points?|cents|pence|people|jobs|units))?{_WHERE}{{hedge}}{{whole:cme}}{_END}",
        ("<p",),
        hits=(
            "Shares sank 14.87% - or $1.83 - to close at $10.48 on the news.",
            "Sales rose 10%, or £2m, to £22m.",
        ),
        misses=("Shares sank 14.87% to close at $10.48 on the news.",),
        same_noun=False,
        unless=_beside,
    ),
    Rule(
        "moved by so much to so much, this share",
        "share",
        rf"{_MOVED}{_MORE}{{part:cme}}(?:\s(?:points?|cents|pence))?\s?,?\s(?:to|at)\s(?:close\sat\s|end\sat\s|finish\sat\s|stand\sat\s)?{{whole:cme}},\s(?:or\s|an?\s(?:rise|fall|gain|drop|loss|increase|decline)\sof\s|up\s|down\s){{hedge}}{{share:p}}(?!\sof\b)",
        ("<p",),
        hits=("Shares rose 12p to 412p, a gain of 3%.",),
        misses=("Shares rose 12p to 412p, 3% of them in Leeds.",),
        same_noun=False,
        unless=_beside,
    ),
)
