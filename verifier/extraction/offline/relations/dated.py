"""Dates and the time between them: "from 1997 to 2003", "two years later, in 1999", "born in 1924 … at 28"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import Masked, Rule
from verifier.patterns import late

if TYPE_CHECKING:
    from verifier.figures.model import DatePoint

# Half a year: of two months without their years that are further apart, either may come first.
_FAR = 5
# How far before a stretch of time the verb may stand that makes it none.
_BEFORE = 80

# A stretch of one clause without figures, a short one, and one with figures that are no dates.
_CLAUSE = r"[^<>.;:!?|]{0,70}?"
_SHORT = r"[^<>.;:!?|]{0,40}?"
_LOOSE = r"(?:[^<>.;:!?|]|<[^d]\d+>){0,70}?"
_IN = r"\b(?:in|on|of|during|by)\s+(?:early |late |mid-?|the (?:spring|summer|autumn|fall|winter|end|start) of )?"
# What ends a clause that a date belongs to, so that no other event claims the date.
_END = r"(?=\s*(?:[.,;:)!?|–—-]|$|\b(?:and|but|when|after|before|with|while|who|which|where|as)\b))"

_BEGAN = (
    r"\b(?:born|founded|formed|established|set up|launched|opened|built|joined|began|started|elected|appointed|married|"
    r"arrested|took over|bought|acquired|introduced|hired|enacted|came to power|took office)\b"
)
_ENDED = (
    r"\b(?:died|was killed|closed|dissolved|folded|disbanded|left|quit|retired|resigned|stepped down|ended|finished|"
    r"divorced|separated|convicted|jailed|sentenced|released|demolished|abolished|sold it|sacked|repealed|lost power)\b"
)
_MOVED = late(
    r"(?:brought|moved|pulled|put|pushed|shifted|changed|switched|rescheduled|cut|f[ae]ll\w*|down|drop\w*|back|reduced|"
    r"lowered|difference|gap|compar\w+|contrast|advanced)\b[^<>.;:|]{0,60}$",
    re.IGNORECASE,
)

_KIN = late(
    r"\b(?:sons?|daughters?|wife|husband|brothers?|sisters?|mother|father|child|children|widow|widower|partner)\b"
)


def _date(match: re.Match[str], masked: Masked, role: str) -> DatePoint | None:
    return masked.figures[match[role][1:]].date


def _may_wrap(match: re.Match[str], masked: Masked) -> bool:
    """Whether two dates without a year may lie in two years: from November to January."""
    one, other = _date(match, masked, "earlier"), _date(match, masked, "later")
    if one is None or other is None or one.end or other.end:
        return True
    if one.year is not None:
        return False
    return one.month != other.month


def _far_apart(match: re.Match[str], masked: Masked) -> bool:
    """The same, where the words tell the order but a clause lies between: months close by are of one year."""
    one, other = _date(match, masked, "earlier"), _date(match, masked, "later")
    if one is None or other is None or one.end or other.end:
        return True
    if one.year is not None:
        return False
    return abs((one.month or 0) - (other.month or 0)) >= _FAR


def _no_stretch(match: re.Match[str], masked: Masked) -> bool:
    """Whether "from … to" speaks of a date that was moved, or of values compared, or may wrap."""
    return (
        _may_wrap(match, masked)
        or _MOVED.search(masked.text, max(0, match.start() - _BEFORE), match.start()) is not None
    )


def _of_kin(match: re.Match[str], masked: Masked) -> bool:
    """Whether the age may be a relation's rather than that of the person who was born."""
    del masked
    return _KIN.search(match.group()) is not None


# What lasts as long as its name says: "the nine-day fair", but not "the ten-year bond".
_LASTING = late(
    r"(?:[ -](?!of\b)[a-z-]+){0,2}?[ -](?:term|spell|stint|reign|war|tenure|run|fair|festival|event|tour|exhibition|period|occupation|siege|strike|"
    r"tournament|championships?|conference|convention|campaign|stay|residency|trial|ban|suspension)\b(?!s)[^<>,]{0,25}$"
)
_SEVERAL = late(
    r"(?:<c\d+>|\b(?:several|successive|consecutive|back-to-back|these|those|all|of|in|each|both|further|another))"
    r"(?: [a-z]+)? $"
)


def _is_part(match: re.Match[str], masked: Masked) -> bool:
    """Whether the time may be less than from the one date to the other: "two six-year terms", "in two of the years"."""
    if _spans(match, masked) or _SEVERAL.search(masked.text[: match.start()]):
        return True
    length = masked.figures[match["length"][1:]]
    between = match.string[match.end("length") + 1 : match.start("began")].rpartition("from")[0]
    if re.fullmatch(r",? ?(?:[-–—(]+ ?)?", between):
        return "," not in between and length.unit == "day"  # "It rained for 20 days from 1 to 30 June."
    return _LASTING.match(between) is None


def _spans(match: re.Match[str], masked: Masked) -> bool:
    """Whether an end of the stretch is itself a stretch ("the 1990s", "2003-04")."""
    points = [_date(match, masked, role) for role in ("began", "end")]
    return any(point is None or point.end is not None for point in points)


_GOES_ON = late(r",\s(?:and|but|then|again|finally)\b")


def _spans_or_goes_on(match: re.Match[str], masked: Masked) -> bool:
    """Whether a list goes on before the second date: "in 1994, again in 2011, 40 years after that, and in 2023"."""
    first, last = match.end("length"), max(match.start("began"), match.start("end"))
    return _GOES_ON.search(masked.text, first, last) is not None or _spans(match, masked)


RULES = (
    Rule(
        "from this date to that",
        "sequence",
        r"\bfrom\s+(?:(?!to\b)[a-z]+\s+){0,2}?{earlier:d}\s*(?:to|until|till|through)\s+(?:[a-z]+\s+){0,2}?{later:d}",
        ("from ", "From "),
        unless=_no_stretch,
        hits=("He ran the club from 1997 to 2003.", "The fair runs from 3 May until 17 May."),
        misses=(
            "The vote was brought forward from 17 May to 3 May.",
            "It is closed from 1 November to 31 January.",
            "Sales fell from 2004 to 2003 levels.",
        ),
    ),
    Rule(
        "between this date and that",
        "sequence",
        r"\bbetween\s+(?:[a-z]+\s+){0,2}?{earlier:d}\s+and\s+(?:[a-z]+\s+){0,2}?{later:d}",
        ("between ", "Between "),
        unless=_no_stretch,
        hits=("Prices doubled between 1997 and 2003.",),
        misses=(
            "The difference between 2004 and 2003 is small.",
            "It was sold between April and March 1999.",
        ),
    ),
    Rule(
        "it began and it ended",
        "sequence",
        rf"{_BEGAN}{_SHORT}\b(?:in|on)\s+{{earlier:d}}{_CLAUSE}\b(?:and|but|before|then|until)\b{_CLAUSE}{_ENDED}{_SHORT}\b(?:in|on)\s+{{later:d}}{_END}",
        (
            "born",
            "found",
            "form",
            "establish",
            "set up",
            "launch",
            "open",
            "built",
            "join",
            "began",
            "start",
            "elect",
            "appoint",
            "marri",
            "arrest",
            "took",
            "bought",
            "acquir",
            "introduc",
            "hired",
            "enact",
            "came",
        ),
        unless=_far_apart,
        hits=(
            "The club was founded in 1903 and closed in 1997.",
            "She was born in 1924 and died on 3 May 1999.",
        ),
        misses=("The club was founded in 1903 and in 1997 it had 300 members.",),
    ),
    Rule(
        "put off from this date to that",
        "sequence",
        rf"\b(?:postponed|delayed|deferred|put (?:back|off)|pushed back|extended)\b{_SHORT}\bfrom\s+{{earlier:d}}\s+(?:to|until|till)\s+{{later:d}}",
        ("postpone", "delay", "defer", "put ", "push", "extend"),
        unless=_far_apart,
        hits=("The hearing was postponed from 3 May to 17 May.",),
        misses=("The hearing was moved from 17 May to 3 May.",),
    ),
    Rule(
        "brought forward from this date to that",
        "sequence",
        rf"\b(?:brought forward|moved (?:up|forward)|pulled forward|advanced)\b{_SHORT}\bfrom\s+{{later:d}}\s+to\s+{{earlier:d}}",
        ("forward", "moved up", "advanced"),
        unless=_far_apart,
        hits=("The launch was brought forward from 17 May to 3 May.",),
        misses=("The launch was moved from 17 May to 3 May.",),
    ),
    Rule(
        "decided on this date, to apply from that",
        "sequence",
        rf"\b(?:announced|agreed|signed|approved|passed|voted|adopted|ratified)\b{_SHORT}\b(?:in|on)\s+{{earlier:d}}{_CLAUSE}"
        r"\b(?:takes?|took|come|comes|came|goes|went)\s+(?:into\s+)?(?:effect|force)\s+(?:in|on|from)\s+{later:d}",
        ("effect", "force"),
        unless=_far_apart,
        hits=("The ban was approved on 3 May and takes effect on 17 May.",),
        misses=("The ban, which takes effect on 3 May, was approved on 17 May.",),
    ),
    Rule(
        "so long, from this date to that",
        "duration",
        rf"{{length:u}}{_SHORT}\bfrom\s+(?:[a-z]+\s+){{0,2}}?{{began:d}}\s*(?:to|until|till|through)\s+(?:[a-z]+\s+){{0,2}}?{{end:d}}",
        ("from ",),
        unless=_is_part,
        hits=(
            "He ran the club for six years, from 1997 to 2003.",
            "The nine-day fair lasts from 3 May to 12 May.",
        ),
        misses=(
            "In two of the years from 1997 to 2003 it lost money.",
            "He served two three-year terms from 1997 to 2003.",
            "The 10-year yield rose from 1997 to 2003.",
        ),
    ),
    Rule(
        "from this date to that, so long",
        "duration",
        r"\bfrom\s+(?:[a-z]+\s+){0,2}?{began:d}\s*(?:to|until|till|through)\s+(?:[a-z]+\s+){0,2}?{end:d}(?:,| -| –| —)\s+(?:for\s+|a (?:period|total|stretch|spell|reign|span) of\s+)?{hedge}{length:u}"
        r"(?=\s*(?:[.,;)]|$|in (?:all|total)\b))",
        ("from ", "From "),
        unless=_spans,
        hits=("He ran the club from 1997 to 2003, a total of six years.",),
        misses=("He ran the club from 1997 to 2003, two years of them alone.",),
    ),
    Rule(
        "a stretch of so many years between these dates",
        "duration",
        rf"{{length:u}}\s+(?:[a-z]+\s+){{0,2}}?(?:war|reign|term|spell|stint|career|tenure|stay|run|occupation|siege|strike|ban|sentence)\s+{_SHORT}\bbetween\s+{{began:d}}\s+and\s+{{end:d}}",
        ("between ",),
        unless=_spans,
        hits=("The eight-year war between 1980 and 1988 killed many.",),
        misses=("Two years between 1980 and 1988 were dry.",),
    ),
    Rule(
        "over so long, between these dates",
        "duration",
        rf"\b(?:the|a|an|over|for|next|last|past|space\sof|period\sof|spell\sof|total\sof)\s{{length:u}}{_SHORT}(?:,|\s-|\s–|\s—)?\s?\bbetween\s{{began:d}}\s+and\s+{{end:d}}",
        ("between ",),
        unless=_spans,
        hits=(
            "In the space of two years - between 1995 and 1997 - rents doubled.",
            "Prices doubled over the five years between 1998 and 2003.",
        ),
        misses=("It lost money in two years between 1998 and 2003.",),
    ),
    Rule(
        "on this date, so long after that date",
        "duration",
        rf"\b(?:in|on)\s+{{end:d}}\s*(?:,|-|–|—|\()\s*{{hedge}}{{length:u}}\s+after\s+{_CLAUSE}{_IN}{{began:d}}{_END}",
        ("after ",),
        unless=_spans_or_goes_on,
        hits=("He came back in 2003, six years after he was sacked in 1997.",),
        misses=(
            "He came back in 2003, six years after he was sacked.",
            "It came back in 2011, 40 years after its premiere, and finally in 2023.",
        ),
    ),
    Rule(
        "on this date, so long before that date",
        "duration",
        rf"\b(?:in|on)\s+{{began:d}}\s*(?:,|-|–|—|\()\s*{{hedge}}{{length:u}}\s+before\s+{_CLAUSE}{_IN}{{end:d}}{_END}",
        ("before ",),
        unless=_spans_or_goes_on,
        hits=("She left in 1997, six years before the firm failed in 2003.",),
        misses=("She left in 1997, six years before the firm failed.",),
    ),
    Rule(
        "on this date and, so much later, on that",
        "duration",
        r"(?:^|\|)(?:[^<>|]|<[^du]\d+>)*{began:d}(?:[^<>.;|]|<[^du]\d+>)*?\s{hedge}{length:u}\s+(?:later|afterwards)\s*,?\s+(?:-\s+)?(?:in|on)\s+{end:d}",
        ("later", "afterwards"),
        unless=_spans,
        hits=("It opened in 1997 and closed six years later, in 2003.",),
        misses=("It opened in 1997, moved in 1999 and closed six years later, in 2003.",),
    ),
    Rule(
        "born, and of that age at that date",
        "age",
        rf"\bborn\b{_SHORT}\b(?:in|on)\s+{{born:d}}{_LOOSE}\b(?:in|on)\s+{{at:d}}{_SHORT},?\s*\b(?:aged|at the age of|at age|when (?:he|she) was)\s+(?:just\s+|only\s+)?{{age:ac}}",
        ("born ",),
        hits=("She was born in 1924 and died in 1999 at the age of 75.",),
        misses=("She was born in 1924 and her son died in 1999, at the age of 50.",),
        unless=_of_kin,
    ),
    Rule(
        "since this date; his time there had that date",
        "sequence",
        rf"\bsince\s+{{earlier:d}}{_LOOSE}\b(?:his|her|their)\s+(?:time|tenure|spell|stint|reign|leadership|term)\b{_SHORT}\b(?:in|on)\s+{{later:d}}",
        ("since ",),
        unless=_far_apart,
        hits=("Head of the school since 1997, he saw his time there end in 2003.",),
        misses=("He has been head since 1997, but left his post at the mill in 1990.",),
    ),
)

PAIR_RULES = (
    Rule(
        "on this date; so much later, on that",
        "duration",
        r"^(?:[^<>|]|<[^d]\d+>)*{began:d}(?:[^<>|]|<[^d]\d+>)*\|\s*(?:But\s+|And\s+|Then,?\s+|About\s+|Nearly\s+|Almost\s+|Just\s+|Some\s+|Only\s+|Just over\s+|More than\s+|Barely\s+)?{length:u}\s+(?:later|afterwards)\s*,\s+(?:in|on)\s+{end:d}",
        ("later", "afterwards"),
        unless=_spans,
        hits=("It opened in 1997. Six years later, in 2003, it closed.",),
        misses=("It opened in 1997 and moved in 1999. Six years later, in 2003, it closed.",),
    ),
    Rule(
        "a ruling on this date; the appeal on that",
        "sequence",
        rf"\b(?:in|on)\s+{{earlier:d}}(?:[^<>|]|<[^d]\d+>)*?\b(?:judge|court|magistrate|tribunal|jury|panel)\b(?:[^<>|]|<[^d]\d+>)*\|"
        rf"(?:[^<>|]|<[^d]\d+>)*?\bappeal(?:ed)?\b(?:[^<>|.;]|<[^d]\d+>){{0,80}}?\b(?:in|on)\s+{{later:d}}{_END}",
        ("appeal",),
        unless=_far_apart,
        hits=("On 20 May a judge ordered his arrest. He appealed against the order but lost on 28 May.",),
        misses=(
            "On 20 May a judge ordered his arrest. The union appealed for calm after the riot of 1 May.",
        ),
    ),
    Rule(
        "a ruling on that date, and the appeal before",
        "sequence",
        rf"\b(?:judge|court|magistrate|tribunal|jury|panel)\b(?:[^<>|]|<[^d]\d+>){{0,80}}?\b(?:in|on)\s+{{earlier:d}}(?:[^<>|]|<[^d]\d+>)*\|"
        rf"(?:[^<>|]|<[^d]\d+>)*?\bappeal(?:ed)?\s+(?:against\s+)?(?:the|that|his|her|its)\b(?:[^<>|.;]|<[^d]\d+>){{0,80}}?\b(?:in|on)\s+{{later:d}}{_END}",
        ("appeal",),
        unless=_far_apart,
        hits=("A court fined the firm on 20 May. It appealed against the fine on 28 May.",),
        misses=("A court fined the firm on 20 May. The appeal will be heard next year.",),
    ),
    Rule(
        "a letter on this date; its deadline",
        "sequence",
        r"\b(?:letter|memo|notice|order|email|e-mail|warning|ultimatum|request|subpoena|summons)\s+(?:dated|of|on|sent on|issued on)\s+{earlier:d}(?:[^<>|]|<[^d]\d+>)*\|"
        r"(?:[^<>|]|<[^d]\d+>)*?\bdeadline\s+(?:of|was|is|on|for)\s+(?:[a-z-]+\s+){0,8}?{later:d}",
        ("deadline",),
        unless=_far_apart,
        hits=("He answered in a letter dated 4 May. The firm was given a deadline of 12 May.",),
        misses=("He answered in a letter dated 4 May. It had missed the deadline.",),
    ),
)
