"""Amounts without a number: "dozens", "several hundred", "millions of dollars", "for years"."""

from __future__ import annotations

from verifier.figures.lexicon import wordset
from verifier.figures.model import DatePoint, Hedge, Interval, Kind
from verifier.figures.money import name_after
from verifier.figures.nouns import counted_noun
from verifier.figures.reading import Read, Reading, dated
from verifier.figures.rounding import Readings, vague
from verifier.figures.tokens import JOINED, SPACE, Tokens
from verifier.figures.units import DURATIONS, MEASURES
from verifier.figures.words import HUNDRED, SCALES

PLURALS = wordset("dozens hundreds thousands millions billions trillions lakhs crores scores tens")
SMALL_WORDS = frozenset(("several", "few", "handful", "couple", "multiple", "numerous"))
_REPEATED = wordset("occasions times")
"""What "multiple" and "numerous" count; before other nouns they only describe ("multiple funds")."""

_OF = frozenset(("tens", "scores", "handful", "couple"))
"""Words that are amounts only before "of": "the handful", "scores" of a match are not."""

_BEFORE_FEW = wordset("a past next last every another the these first")
_FACTORS = {**{name: 10**power for name, power in SCALES.items()}, HUNDRED: 100, "dozen": 12}
_PLURAL_FACTORS = {
    "hundreds": 100, "thousands": 10**3, "lakhs": 10**5, "millions": 10**6, "crores": 10**7,
    "billions": 10**9,
}  # fmt: skip

PERIODS = wordset("years months weeks decades days hours centuries minutes")
_BEFORE_PERIODS = wordset(
    "for in after within many over of take took taken spent spend spending through lasted last"
)
_STAGES = wordset("early final last first dying dark closing opening old these good")
_AFTER_PERIODS = wordset("of ago later earlier after before")


def read_plural(tokens: Tokens, index: int) -> Read:
    """Read "dozens", "tens of thousands", "millions of dollars"."""
    word = tokens.words[index]
    if word in _OF and tokens.words[index + 1] != "of":
        return None
    stop, factor = index + 1, 1
    if (
        tokens.words[stop] == "of"
        and tokens.gaps[stop] in SPACE
        and tokens.words[stop + 1] in _PLURAL_FACTORS
    ):
        factor = _PLURAL_FACTORS[tokens.words[stop + 1]]
        stop += 2
    return _amount(tokens, index, stop, vague(word, factor))


def read_small(tokens: Tokens, index: int) -> Read:
    """Read "several", "a few", "a handful of", "a couple of", with a scale: "several hundred"."""
    word = tokens.words[index]
    before = tokens.words[index - 1]
    if word == "few" and before not in _BEFORE_FEW:
        return None
    if word in ("multiple", "numerous") and tokens.words[index + 1] not in _REPEATED:
        return None
    stop, factor = index + 1, 1
    if word in ("handful", "couple"):
        after = tokens.words[stop]
        if before not in ("a", "another", "last", "past", "next", "first") or (
            after != "of" and after not in DURATIONS
        ):
            return None
    if tokens.gaps[stop] in JOINED:
        scale = stop + 1 if tokens.words[stop] == "of" else stop
        if tokens.words[scale] in _FACTORS:
            factor, stop = _FACTORS[tokens.words[scale]], scale + 1
    found = _amount(tokens, index, stop, vague(word, factor))
    if before in ("a", "another"):
        return found._replace(first=index - 1, start=tokens.starts[index - 1])
    return found


def _amount(tokens: Tokens, first: int, stop: int, readings: Readings) -> Reading:
    """The vague amount with its unit or counted noun, after "of" as well."""
    at = stop + 1 if tokens.words[stop] == "of" and tokens.gaps[stop] in SPACE else stop
    kind, unit, last = Kind.COUNT, None, stop
    word = tokens.words[at]
    if word in DURATIONS:
        if tokens.words[at + 1] == "ago":
            return dated(tokens, first, at + 2, DatePoint(), Kind.RELATIVE_DATE)._replace(hedge=Hedge.VAGUE)
        kind, unit, last = Kind.DURATION, DURATIONS[word], at + 1
    elif word != "won" and (currency := name_after(tokens, at, 0, scaled=True)):
        kind, unit, last = Kind.MONEY, currency.code, currency.stop
    elif word in MEASURES and word not in ("stone", "foot", "bit", "bits"):
        kind, unit, last = Kind.MEASURE, MEASURES[word], at + 1
    else:
        unit = counted_noun(tokens, at)
    return Reading(
        first,
        last,
        tokens.starts[first],
        tokens.ends[last - 1],
        kind,
        readings,
        unit,
        Hedge.VAGUE,
        may_hedge=True,
    )


def read_periods(tokens: Tokens, index: int) -> Read:
    """Read "for years", "months of talks", "decades ago": a stretch of time without a number."""
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    if before not in _BEFORE_PERIODS and (after not in _AFTER_PERIODS or tokens.gaps[index + 1] not in SPACE):
        return None
    if before in _STAGES and tokens.words[index] == "days":
        return None
    if (before == "of" and after in ("of", "")) or (before == "in" and after == "s"):
        return None
    if after == "ago":
        return dated(tokens, index, index + 2, DatePoint(), Kind.RELATIVE_DATE)._replace(hedge=Hedge.VAGUE)
    start, end = tokens.starts[index], tokens.ends[index]
    unit = DURATIONS[tokens.words[index]]
    more = Interval(1, None)
    return Reading(index, index + 1, start, end, Kind.DURATION, (more, more), unit, Hedge.VAGUE)
