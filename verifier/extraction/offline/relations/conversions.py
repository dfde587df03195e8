"""One amount in two units: "$20m (£10.5m)", "11bn euros ($14.4bn; £7.6bn)", "26 miles (42km)", "£20/$38"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import Rule
from verifier.patterns import late

if TYPE_CHECKING:
    from verifier.extraction.offline.relations.rule import Masked

# "5ft 10 (1.78m)": what stands in brackets is not the inches alone.
_ALONE = r"(?<!>)(?<!>\s)"
# Words between an amount and its brackets: "$2m a year (£1m)", "$2m prize money (£1m)". Not those of a
# price elsewhere ("£99 in the UK (149 euros)"), of another amount, or of another measure ("$2 a gallon").
_WORDS = (
    r"(?:\s(?!(?:in|on|at|for|to|from|against|compared|than|after|before|with|by|while|as|cents?|pence)\b)(?!\w*(?:gallon|lit(?:re|er)|kilo|pound|"
    r"tonne|barrel|acre|hectare|mile|foot|feet|metre)\w*\b)[A-Za-z’'-]+){0,3}?"
)
_OR = (
    r"(?:(?:or|about|around|approximately|approx\.?|roughly|some|nearly|almost|just|under|over|more than|less than|"
    r"up to|at least|only|equivalent to|equal to|equals|worth|~|=)\s*){0,3}"
)
# "(£69 in the UK)" is a price there, and no conversion.
_RATE = r"(?:\s?(?:a|an|per)\s\w+|\s(?:each|apiece|annually|respectively|at the time)|\s?(?:pa|p\.a\.))?"
_CLOSED = rf"{_RATE}\s*(?=[);,/]|\s?-\s)"

_NEW_ENOUGH = 2
"""Years that a sentence may lie behind the latest in the draft: older sums are converted at older rates."""
_SINCE = 1985
_YET_TO_COME = late(
    r"\b(?:will|would|could|should|may|might|by|until|expect\w*|forecast\w*|predict\w*|plan\w*|aim\w*|target\w*|set to|due)\b",
    re.IGNORECASE,
)
_NEXT_YEAR = late(r"\b(?:following|next|previous|preceding) year\b", re.IGNORECASE)
"""Beside a year: the two sums of a sentence may have been converted at the rates of two years."""


# "30 bags of 60kg, or 1.8 tonnes": all of them.
_SO_MANY_OF = late(r"<c\d+>(?: [\w’'-]+){1,3} of (?:up to |about |some )?$")


def _of_so_many(match: re.Match[str], masked: Masked) -> bool:
    """Whether the first is the measure of each of several, which the second may be of them together."""
    return _SO_MANY_OF.search(masked.text[: match.start("figure") - 1]) is not None


def _long_ago(match: re.Match[str], masked: Masked) -> bool:
    """Whether the sentence speaks of years whose rates are not known."""
    here = _years(_around(match, masked), masked)
    return bool(here) and max(here) < _SINCE


def _around(match: re.Match[str], masked: Masked) -> str:
    """The masked sentence that holds a match."""
    start, end = masked.text.rfind("|", 0, match.start()), masked.text.find("|", match.end())
    return masked.text[start + 1 : end if end >= 0 else len(masked.text)]


def _of_another_time(match: re.Match[str], masked: Masked) -> bool:
    """Whether the sentence speaks of a time long before the rest: its rate may be of that time."""
    sentence = _around(match, masked)
    here = _years(sentence, masked)
    if not here:
        return False
    relative = (masked.figures[number].span.quote for number in re.findall(r"<y(\d+)>", sentence))
    if any(_NEXT_YEAR.search(words) for words in relative):
        return True
    latest = max(here) + _NEW_ENOUGH
    return any(
        any(year > latest for year in _years(sentence, masked)) and not _YET_TO_COME.search(sentence)
        for sentence in masked.text.split("|")
    )


def _years(sentence: str, masked: Masked) -> list[int]:
    figures = (masked.figures[number] for number in re.findall(r"<d(\d+)>", sentence))
    return [
        figure.date.year for figure in figures if figure.date is not None and figure.date.year is not None
    ]


RULES = (
    Rule(
        "a sum, and another currency in brackets",
        "conversion",
        rf"{_ALONE}{{figure:m}}{_WORDS}\s?\(\s*{_OR}{{other:m}}{_CLOSED}",
        ("(",),
        hits=(
            "The market was worth $20 million (£10.5 million) in 2004.",
            "It costs users $12 an hour (about £6.30).",
            "The fund holds 11bn euros ($14.4bn; £7.6bn).",
        ),
        misses=(
            "It sells for $99 (£69 in the UK).",
            "It cost £99 in Britain (149 euros in Spain).",
            "In 1972 it was sold for £1m ($2.5m). In 2004 it changed hands again.",
        ),
        unless=_long_ago,
        partly=_of_another_time,
    ),
    Rule(
        "a sum, and a third currency in brackets",
        "conversion",
        rf"{_ALONE}{{figure:m}}{_WORDS}\s?\(\s*{_OR}<m\d+>{_RATE}\s?[;,/]\s*{_OR}{{other:m}}{_CLOSED}",
        ("(",),
        hits=("The fund holds 11bn euros ($14.4bn; £7.6bn).",),
        misses=("The fund holds 11bn euros ($14.4bn; up from £7.6bn).",),
        unless=_long_ago,
        partly=_of_another_time,
    ),
    Rule(
        "two currencies in brackets",
        "conversion",
        rf"<m\d+>{_WORDS}\s?\(\s*{_OR}{{figure:m}}{_RATE}\s?[;,/]\s*{_OR}{{other:m}}{_CLOSED}",
        ("(",),
        hits=("The fund holds 11bn euros ($14.4bn; £7.6bn).",),
        misses=("The fund holds 11bn euros ($14.4bn; up from £7.6bn).",),
        unless=_long_ago,
        partly=_of_another_time,
    ),
    Rule(
        "a sum, or another currency",
        "conversion",
        rf"{_ALONE}{{figure:m}}{_WORDS}(?:,?\s(?:or|equivalent to|the equivalent of)\s(?:about\s|around\s|roughly\s|some\s)?|(?:,|\s[-–—])\s(?:about|around|roughly|approximately)\s|/|\s=\s){{other:m}}{_RATE}\s*(?=[).,;|/]|\s-\s)",
        (
            "> or ",
            ", or ",
            ", about ",
            ", around ",
            ", roughly ",
            ", approximately ",
            " - about ",
            " - around ",
            " - roughly ",
            "equivalent",
            ">/<m",
            " = <m",
        ),
        hits=(
            "A ticket costs 30 euros, or about £20.",
            "It will spend 50 billion euros, about $57 billion, on roads.",
            "It is priced at £20/$38.",
        ),
        misses=(
            "Bring 30 euros or a cheque for £20.",
            "It costs 30 euros or £25 on the door and £20 online.",
        ),
        unless=_long_ago,
        partly=_of_another_time,
    ),
    Rule(
        "a measure, and another unit in brackets",
        "conversion",
        rf"{_ALONE}{{figure:e}}{_WORDS}\s?\(\s*{_OR}{{other:e}}(?:\s?\w+)?\s*(?=[);,/])",
        ("(",),
        hits=(
            "The race is 26 miles (42km) long.",
            "It rose to 40 degrees Celsius (104 degrees Fahrenheit).",
            "He is 5ft 10in (1.78m) tall.",
            "The 1.3m (4.2ft) robot can walk.",
        ),
        misses=(
            "He is 5ft 10 (1.78m) tall.",
            "It is 26 miles (10km of them on sand) long.",
            "He bought 20 sacks of 50 kg (1 tonne).",
        ),
        unless=_of_so_many,
    ),
    Rule(
        "a measure, or another unit",
        "conversion",
        rf"{_ALONE}{{figure:e}}(?:,?\sor\s(?:about\s|around\s|roughly\s|some\s)?|/|\s=\s){{other:e}}(?=[\s).,;|])",
        ("> or ", ">, or ", ">/<e", " = <e"),
        hits=("Winds reached 100mph, or 160km/h.", "It lies 60 miles/100km to the south."),
        misses=("Run 10 miles or cycle 30km.", "He bought 20 sacks of 50 kg, or 1 tonne."),
        unless=_of_so_many,
    ),
)
