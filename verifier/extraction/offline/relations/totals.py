"""Sums and differences: "the other 90 got through", "£2.5bn less than the £37.5bn predicted"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import Rule
from verifier.patterns import late

if TYPE_CHECKING:
    import re

    from verifier.extraction.offline.relations.rule import Masked

_NOUNS = r"(?:\s+[\w’'-]+){0,6}?"
# "12 openings and two closings": those are taken off.
_GOING = r"(?!\s(?:closings?|closures?|departures?|exits|losses|defeats|cancellations|withdrawals|removals|deaths|cuts)\b)"
_ONE = late(r"[,;]\s(?:one|another|a)\b")
# One member of a list, up to the next.
_MEMBER = r"(?:(?!\b(?:both|each)\b)[^<>;:|]){0,80}?"
# A total that takes in more than what was listed.
_AND_MORE = (
    r"(?![^<>|.;]{0,30}\b(?:with|including|since|counting|plus|career|when|if|combined|so\sfar|to\sdate)\b)"
)


def _one_more(match: re.Match[str], masked: Masked) -> bool:
    """Whether the list has a member of one, which is no figure: "one died"."""
    return _ONE.search(masked.text, match.end("parta"), match.start("partb")) is not None


RULES = (
    Rule(
        "of the total, some and the others",
        "sum",
        rf"\b(?:out\s+)?of\s+(?:the|its|their|those|these|a total of)\s+{{total:cm}}{_NOUNS}(?:\s+[^,<>;:]{{0,40}})?,\s+"
        r"{hedge}{parta:cm}[^<>;:]{0,80}?(?:[,;]|\sand|\swhile|\sbut)\s+(?:and\s+)?the\s+(?:other|remaining)\s+{partb:cm}",
        ("other", "remaining"),
        hits=("Of the 472 drones launched, 382 were intercepted and the other 90 got through.",),
        misses=(
            "Of the 472 drones launched, 382 were intercepted and 90 others were decoys.",
            "Of the 19 crew, 15 survived, one died and the remaining three are missing.",
        ),
        unless=_one_more,
    ),
    Rule(
        "the total: some and the others",
        "sum",
        rf"{{total:cm}}{_NOUNS}(?:\s+[^,<>;:]{{0,40}})?(?:,\s+(?:of\s(?:which|whom|them)\s+{{hedge}}|{{hedge}}(?=<[cm]\d+>\sof\s(?:which|whom|them)\b))|:\s+){{parta:cm}}"
        rf"{_MEMBER}(?:[,;]\s+{{partb:cm}}{_MEMBER})?(?:[,;]\s+{{partc:cm}}{_MEMBER})?(?:[,;]|\sand|\swhile|\sbut)\s+(?:and\s+)?the\s+(?:other|remaining)\s+{{partd:cm}}",
        ("other", "remaining"),
        hits=(
            "It fired seven missiles, three of which were hit while the other four landed in fields.",
            "Russia fired seven missiles, of which three were shot down and the remaining four got through.",
            "It owns 60 vans: 40 in Hull, 12 in York and the other nine in Leeds.",
            "It owns 60 vans, 40 of them in Hull, 12 in York and the other nine in Leeds.",
        ),
        misses=(
            "It fired seven missiles, three of which hit the other 12 villages.",
            "There are 12 doctors in Hull, nine in York and the other 40 in Leeds.",
        ),
    ),
    Rule(
        "some and some, a total of all",
        "sum",
        rf"{{parta:cm}}{_NOUNS}\s+and\s+{{hedge}}{{partb:cm}}{_GOING}{_NOUNS},?\s+(?:for\s+|making\s+|or\s+)?"
        rf"(?:a|the|in)\s+total\s+of\s+{{total:cm}}{_AND_MORE}",
        ("total",),
        same_noun=False,
        hits=("They sank 12 ships and eight boats, a total of 20.",),
        misses=(
            "It has 318 shops. It plans 12 openings and two closings, for a total of 328.",
            "They sank 12 ships and, a total of 20 times, missed.",
            "He has 120 goals for Hull and 40 for Leeds, a total of 185 with those for Wales.",
        ),
    ),
    Rule(
        "so much less than forecast",
        "difference",
        r"{result:cme}\s*(?:,|-|–|—|\()\s*{hedge}{subtrahend:cme}\s+(?:less|fewer|lower|below|short of)\s+(?:than\s+)?"
        r"(?:the\s+)?{hedge}{minuend:cme}",
        ("less", "fewer", "lower", "below", "short"),
        hits=("Borrowing came to £35bn - £2.5bn less than the £37.5bn predicted.",),
        misses=("Borrowing came to £35bn, less than the £37.5bn predicted.",),
    ),
    Rule(
        "so much more than forecast",
        "difference",
        r"{minuend:cme}\s*(?:,|-|–|—|\()\s*{hedge}{result:cme}\s+(?:more|higher|above)\s+(?:than\s+)?"
        r"(?:the\s+)?{hedge}{subtrahend:cme}",
        ("more", "higher", "above"),
        hits=("Borrowing came to £40bn, £2.5bn more than the £37.5bn predicted.",),
        misses=("Borrowing came to £40bn, more than the £37.5bn predicted.",),
    ),
)
