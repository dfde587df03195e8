"""Rises and falls: "rose 40% to 300 from 200", "fell from 698m to 537m", "up from 5%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import Rule

if TYPE_CHECKING:
    from verifier.extraction.offline.relations.rule import Masked

_UP = (
    r"(?P<up>rose|risen|rises|rise|rising|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|grew|grown|grows|grow|growing|"
    r"increas(?:ed|es|e|ing)|soar(?:ed|s|ing)?|surg(?:ed|es|e|ing)|gain(?:ed|s|ing)?|advanc(?:ed|es|e|ing)|"
    r"went up|gone up|going up|up|leapt|swelled)"
)
_DOWN = (
    r"(?P<down>fell|fallen|falls|fall|falling|dropp?(?:ed|s|ing)?|declin(?:ed|es|e|ing)|decreas(?:ed|es|e|ing)|"
    r"slipp?(?:ed|s|ing)?|slid|slumped|plunged|tumbled|sank|shrank|shrunk|dipped|went down|gone down|down|cut|reduced|lowered)"
)
MOVED = rf"\b(?:{_UP}|{_DOWN})\b"
"""A verb of rising or falling; the group that matches, ``up`` or ``down``, tells which."""
_NOUN_UP = r"(?P<up>rise|increase|jump|gain|growth|surge|leap|climb)"
_NOUN_DOWN = r"(?P<down>fall|drop|decline|decrease|cut|reduction|slump|dip|slide|loss)"
NOUN_MOVED = rf"(?:{_NOUN_UP}|{_NOUN_DOWN})"
"""A rise or a fall as a noun; the group that matches, ``up`` or ``down``, tells which."""
_TRIGGERS = ("from ", "From ")
_NO_REBASE = r"(?!{gap}\b(?:at constant|excluding|in real terms|adjusted|like-for-like|underlying)\b)"
# "grow by 6% a year" is no step from one value to another.
# Who rises in a chart goes to a lower number.
_NO_PLACES = r"(?!\s(?:places?|spots?|positions?|rungs?|slots?|notch(?:es)?)\b)"
_ONCE = r"(?!\s+(?:per|a|each|every|of|annual\w*|year-on-year)\b)"
# "from 12 to 14" and "to 280 to 300" are ranges, or belong to another figure.
_END = r"(?!\s*(?:to|and|or|-|–)\s+{hedge}<)"

_BY = re.compile(
    r"\bby (?:(?:about|around|some|nearly|almost|just|over|under|up to|more than|at least|as much as|an?) )*$"
)


_GAP_TO = re.compile(
    r"(?: points?)? (?:behind|ahead|clear|adrift|short|shy|more|less|fewer|higher|lower|above|below)\b"
)


def _is_a_size(match: re.Match[str], masked: Masked) -> bool:
    """Whether the first amount is a size: "to raise prices by 5%, up from 3% …", "19 points behind, up from 47"."""
    behind = _GAP_TO.match(masked.text, match.end("to") + 1)
    return behind is not None or _BY.search(masked.text[: match.start()]) is not None


# More of a currency for a dollar is less of it.
_CURRENCY = re.compile(
    r"\b(?:currency|dollar|euro|yen|pound|yuan|peso|rupee|rouble|ruble|rand|real|won|franc|lira|crown|naira|cedi|dinar)\b",
    re.IGNORECASE,
)


def _of_a_currency(match: re.Match[str], masked: Masked) -> bool:
    start = masked.text.rfind("|", 0, match.start()) + 1
    return match["start"][0] in "cm" and _CURRENCY.search(masked.text, start, match.end()) is not None


# "Demand grew faster, and its share fell from", "as costs rose the margin went from": told of something else.
_ANOTHER_MOVE = re.compile(
    rf",|\b(?:but|while|as|when|which|who|although|though|because|by|after|thanks|despite|due|following|through|(?<!line )(?<!along )with|without|"
    rf"has|have|had|went|goes|go|going|gone|moved|moves|moving|came|changed|"
    rf"and (?:the|its|their|his|her|that|this|those))\b|{MOVED}",
    re.IGNORECASE,
)


def _verb_ends(match: re.Match[str]) -> int:
    """Where the verb ends that tells the way."""
    return match.end("up" if match["up"] else "down")


def _of_another_clause(match: re.Match[str], masked: Masked) -> bool:
    """Whether another clause begins between the verb and the "from"."""
    begin = match.end("by") + 1 if "by" in match.groupdict() else _verb_ends(match)
    return _ANOTHER_MOVE.search(masked.text, begin, match.start("start")) is not None


RULES = (
    Rule(
        "rose so much to this from that",
        "change",
        rf"{MOVED}\s+(?:\w+ly\s+)?(?:by\s+)?{{hedge}}{{by:pmceqfx}}{_ONCE}{{phrase}}\bto\s+{{hedge}}{{to:mcep}}{{gap}}\bfrom\s+{{hedge}}{{start:mcep}}{_END}{_NO_REBASE}",
        _TRIGGERS,
        hits=(
            "Sales rose 40% to 280 from 200.",
            "Profit fell by 23% to 537m euros in 2004 from 698m euros a year ago.",
        ),
        misses=("Sales rose 40% to 280 in shops from 12 countries and 13 regions.",),
    ),
    Rule(
        "rose so much from that to this",
        "change",
        rf"{MOVED}\s+(?:\w+ly\s+)?(?:by\s+)?{{hedge}}{{by:pmceqfx}}{_NO_PLACES}{_ONCE}{{phrase}}\bfrom\s+{{hedge}}{{start:mcep}}{{gap}}\bto\s+{{hedge}}{{to:mcep}}{_END}{_NO_REBASE}",
        _TRIGGERS,
        hits=("Sales rose 40% from 200 to 280.",),
        misses=(
            "Sales rose 40% from 10 to 280 to 300 shops.",
            "The song jumps four places from seven to three.",
        ),
        unless=_of_another_clause,
    ),
    Rule(
        "rose so much, up from that to this",
        "change",
        rf"\b(?:rose|risen|rise|increased|grew|climbed|jumped|surged|fell|fallen|dropped|declined|down|up)\s+(?:\w+ly\s+)?(?:by\s+)?{{hedge}}{{by:pmceqfx}}{_ONCE}{{gap}}"
        r"(?:,|\(|-|–|—)\s*(?:(?P<up>up|rising|increasing|climbing)|(?P<down>down|falling|dropping))\s+from\s+{hedge}{start:mcep}\s+to\s+{hedge}{to:mcep}",
        _TRIGGERS,
        hits=("Applications rose by 26% between January and June, up from 23,600 to 29,700.",),
        misses=("Applications rose by 26%, from Leeds to York, up from 12 towns.",),
    ),
    Rule(
        "from that to this, or so much",
        "change",
        rf"{MOVED}{{phrase}}\bfrom\s+{{hedge}}{{start:mce}}{{phrase}}\bto\s+{{hedge}}{{to:mce}}{{gap}}(?:,|\(|-|–|—)\s*(?:or|that is|i\.e\.)\s+{{hedge}}{{by:p}}(?=\s*(?:[.,;)]|$|-|–))",
        _TRIGGERS,
        hits=("The number waiting fell from 8,000 to 6,000, or 25%.",),
        misses=("The number waiting fell from 8,000 to 6,000, or 25% of the list.",),
    ),
    Rule(
        "rose from that to this",
        "change",
        rf"{MOVED}(?!\s+(?:by\s+)?(?:(?!from\b)\w+\s+){{0,3}}<[pmceqfx]){{gap}}\bfrom\s+{{hedge}}{{start:mcep}}{{gap}}\bto\s+{{hedge}}{{to:mcep}}"
        r"(?!{gap}(?:,|\(|-|–)\s*(?:a|an)\s)",
        _TRIGGERS,
        hits=(
            "The number of colleges will increase from 250 to 400.",
            "Its index fell from 97.5 to 93.5 in May.",
        ),
        misses=(
            "He moved from 12 rooms to 30.",
            "Orders rose, the market grew faster, and its share went from 31% to 29%.",
            "As costs rose its margin went from 12% to 9%.",
        ),
        unless=_of_another_clause,
    ),
    Rule(
        "rose to this from that",
        "change",
        rf"{MOVED}\s+to\s+{{hedge}}{{to:mcep}}{{gap}}\bfrom\s+{{hedge}}{{start:mcep}}{_END}{_NO_REBASE}",
        _TRIGGERS,
        hits=("Its confidence index fell to 93.5 in February from 97.5 in January.",),
        misses=("It fell to 93.5 in trading from 12 to 14.",),
    ),
    Rule(
        "from that to this, a rise of so much",
        "change",
        rf"\bfrom\s+{{hedge}}{{start:mcep}}{{gap}}\bto\s+{{hedge}}{{to:mcep}}{{gap}}(?:,|\(|-|–|—)\s*(?:a|an)\s+(?:{_NOUN_UP}|{_NOUN_DOWN})"
        r"\s+of\s+{hedge}{by:pmceqfx}",
        _TRIGGERS,
        unless=_of_a_currency,
        hits=("Jobs went from 200 to 280, a rise of 40%.",),
        misses=(
            "Jobs went from 200 to 280, at a cost of 40%.",
            "The float took the currency from 197 to 282, a loss of 30%.",
        ),
    ),
    Rule(
        "this, up so much from that",
        "change",
        r"{to:mcep}{gap}(?:,|\(|-|–|—)\s*(?:\w+\s+){0,2}?(?:(?P<up>up)|(?P<down>down))\s+(?:by\s+)?{hedge}{by:pmceqfx}\s+from\s+"
        r"(?:(?:the|a|its|last|previous|year)\s+){0,3}{hedge}{start:mcep}(?!\s+to\s+{hedge}<)",
        ("up ", "down "),
        hits=("Sales came to 280 in May, up 40% from 200.",),
        misses=("Sales came to 280, up 40% from last year.",),
    ),
    Rule(
        "this, up from that",
        "change",
        r"{to:mcep}{gap}(?:,|\(|-|–|—)\s*(?:\w+\s+){0,2}?(?:(?P<up>up)|(?P<down>down))\s+from\s+{hedge}{start:mcep}(?!\s+to\s+{hedge}<)",
        ("up from", "down from"),
        unless=_is_a_size,
        hits=("The rate is 5.1%, up from 4.9%.", "It sold 300 cars, down from 400 last year."),
        misses=(
            "It was last on 49.8%, 19.5% behind the leader, though up from 47.1% last year.",
            "It sold 300 cars, up from Coventry to 400 towns.",
            "Most mean to raise prices by 5%, up from 30% last year.",
        ),
    ),
    Rule(
        "this, so much less than that",
        "difference",
        r"{result:cm}{gap}(?:,|\(|\s-|–|—)\s*(?:that is\s+|or\s+|which is\s+)?{hedge}{subtrahend:cm}\s+(?:less|fewer|lower)\s+than\s+(?:(?:the|its|their|a|previous|original|last|year|expected|forecast|planned)\s+){0,3}{minuend:cm}",
        ("less than", "fewer than", "lower than"),
        hits=("Borrowing for the year is £35bn - £2.5bn less than the £37.5bn predicted in March.",),
        misses=("Borrowing is £35bn, and aid £2.5bn, less than the £37.5bn predicted in March.",),
    ),
    Rule(
        "this, so much more than that",
        "difference",
        r"{minuend:cm}{gap}(?:,|\(|\s-|–|—)\s*(?:that is\s+|or\s+|which is\s+)?{hedge}{subtrahend:cm}\s+(?:more|higher)\s+than\s+(?:(?:the|its|their|a|previous|original|last|year|expected|forecast|planned)\s+){0,3}{result:cm}",
        ("more than", "higher than"),
        hits=("Borrowing for the year is £40bn - £2.5bn more than the £37.5bn predicted in March.",),
        misses=("Borrowing is £40bn, and aid £2.5bn, more than the £1.5bn predicted in March.",),
    ),
)
