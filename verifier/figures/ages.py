"""Ages: "aged 28", "John Smith, 64,", "in his 30s", "the over-65s"."""

from __future__ import annotations

from verifier.figures.amounts import read_number
from verifier.figures.lexicon import wordlist, wordset
from verifier.figures.model import Hedge, Interval, Kind
from verifier.figures.reading import Read, Reading, skip
from verifier.figures.tokens import DASHES, SPACE, Tokens

_OLDEST = 120
_PLACES = wordset("in at from near to of for and by with outside into between via")
"""Before these a capitalised word is a place or a team rather than a person."""

_AFTER_AGE = wordset(
    "on in this last next after and but from of when while at today tomorrow yesterday earlier later"
)
_POSSESSIVES = wordset("his her their my our your")
_PARTS = frozenset(("early", "mid", "late", "middle"))
_TENS = {
    word: value
    for value, word in enumerate(
        wordlist("twenties thirties forties fifties sixties seventies eighties nineties"), 2
    )
}


def read_aged(tokens: Tokens, index: int) -> Reading | None:
    """The age after "aged": "aged 28", "aged between 18 and 24", "ages 5 to 12"."""
    at = index + 1
    if tokens.words[at] in ("of", "between", "from", "under", "over") and tokens.gaps[at] in SPACE:
        at += 1
    low = read_number(tokens, at)
    if low is None or tokens.gaps[at] not in SPACE or low.exponent or not low.mantissa <= _OLDEST:
        return None
    stop, top = low.stop, low.mantissa
    linked = tokens.words[stop] in ("to", "and", "or") and tokens.gaps[stop] in SPACE
    high = (
        read_number(tokens, stop + 1 if linked else stop) if linked or tokens.gaps[stop] in DASHES else None
    )
    between = high is not None and not high.exponent and low.mantissa < high.mantissa <= _OLDEST
    if high is not None and between:
        stop, top = high.stop, high.mantissa
    value = Interval(low.mantissa, top)
    hedge = Hedge.BETWEEN if between else Hedge.EXACT
    start, end = tokens.starts[at], tokens.ends[stop - 1]
    return Reading(at, stop, start, end, Kind.AGE, (value, value), "year", hedge, may_hedge=True)


def _of_years(tokens: Tokens, index: int, stop: int) -> Reading:
    """The age in whole years that the digits at a token print, up to the token before `stop`."""
    value = Interval.exactly(int(tokens.words[index]))
    start, end = tokens.starts[index], tokens.ends[stop - 1]
    return Reading(index, stop, start, end, Kind.AGE, (value, value), "year")


def age_in_commas(tokens: Tokens, index: int) -> Reading | None:
    """Read "John Smith, 64, said": a bare number between commas after a name."""
    word = tokens.words[index]
    if tokens.gaps[index] != ", " or not word.isdecimal() or len(word) > 3 or not 0 < int(word) <= _OLDEST:  # noqa: PLR2004
        return None
    if tokens.gaps[index + 1][:1] not in (",", ".", ")", ";") or not tokens.capital(index - 1):
        return None
    if (
        tokens.words[index + 1][:1].isdecimal()
        or tokens.words[index - 1][:1].isdecimal()
        or tokens.words[index - 2].isdecimal()
    ):
        return None
    if not tokens.capital(index - 2) and tokens.words[index - 2] in _PLACES:
        return None
    return _of_years(tokens, index, index + 1)


_DEATHS = frozenset(("dies", "died", "dead", "dying"))
_TURNS = frozenset(("turns", "turned", "turning"))
_PERSONS = frozenset(("he", "she", "who"))
_BACK = 6


def age_of_life(tokens: Tokens, index: int) -> Reading | None:
    """Read "dies at 82", "who turned 70", "She was 82.": a bare number that a verb of life makes an age."""
    words, gaps = tokens.words, tokens.gaps
    word, before = words[index], words[index - 1]
    if gaps[index] not in SPACE or not word.isdecimal() or not 0 < int(word[:9]) <= _OLDEST:
        return None
    if before in _TURNS:
        said = not words[index + 1] or gaps[index + 1] not in SPACE or words[index + 1] in _AFTER_AGE
    elif before == "at":
        said = not _DEATHS.isdisjoint(words[max(0, index - _BACK) : index - 1])
        said = said and (gaps[index + 1] not in SPACE or words[index + 1] in _AFTER_AGE)
    else:
        said = (
            before in ("is", "was")
            and words[index - 2] in _PERSONS
            and gaps[index + 1][:1] in (".", ",", ";")
        )
    if not said:
        return None
    return _of_years(tokens, index, index + 1)


def birthday(tokens: Tokens, index: int) -> Reading | None:
    """Read "her 82nd birthday": the age that begins with it."""
    word = tokens.words[index]
    if tokens.words[index + 2] != "birthday" or tokens.gaps[index + 2] not in SPACE:
        return None
    if not word.isdecimal() or not 0 < int(word[:9]) <= _OLDEST:
        return None
    return _of_years(tokens, index, index + 2)


def older(tokens: Tokens, index: int) -> Reading | None:
    """Read "65 or older", "17 and younger": an age without the word."""
    if tokens.words[index + 2] not in ("older", "younger") or tokens.words[index + 1] not in ("or", "and"):
        return None
    word = tokens.words[index]
    if not word.isdecimal() or len(word) > 3:  # noqa: PLR2004
        return None
    value = Interval.exactly(int(word))
    start, end = tokens.starts[index], tokens.ends[index]
    return Reading(index, index + 1, start, end, Kind.AGE, (value, value), "year", may_hedge=True)


def decade_of_life(tokens: Tokens, index: int) -> Reading | None:
    """Read "in his 30s", "in her late forties"."""
    word = tokens.words[index]
    stop = index + 1
    if word[:1].isdecimal():
        if (
            len(word) != 2  # noqa: PLR2004
            or word[1] != "0"
            or tokens.words[stop] != "s"
            or tokens.gaps[stop] not in ("", "'", "’")
        ):
            return None
        first, stop = int(word), stop + 1
    else:
        first = _TENS[word] * 10
    before = tokens.words[index - 2] if tokens.words[index - 1] in _PARTS else tokens.words[index - 1]
    if before not in _POSSESSIVES:
        return None
    value = Interval(first, first + 9)
    start, end = tokens.starts[index], tokens.ends[stop - 1]
    return Reading(index, stop, start, end, Kind.AGE, (value, value), "year", Hedge.VAGUE)


def age_group(tokens: Tokens, index: int) -> Read:
    """Read "the over-65s" as an age; "the under-21 team" is a name."""
    before, word, stop = tokens.words[index - 1], tokens.words[index], index + 1
    if (
        before not in ("over", "under")
        or tokens.gaps[index] not in DASHES
        or not word.isdecimal()
        or int(word[:9]) > _OLDEST
    ):
        return None
    if before == "under" and 15 < int(word) < 24 and tokens.words[stop] != "s":  # noqa: PLR2004
        return skip(tokens, index - 1, stop, "part-of-name")
    if tokens.words[stop] != "s" or tokens.gaps[stop] not in ("", "'", "’"):
        return None
    bound = int(word)
    value = Interval(bound, None) if before == "over" else Interval(0, bound)
    hedge = Hedge.AT_LEAST if before == "over" else Hedge.LESS_THAN
    at = tokens.starts[index - 1], tokens.ends[index - 1]
    start, end = tokens.starts[index], tokens.ends[stop]
    return Reading(index, stop + 1, start, end, Kind.AGE, (value, value), "year", hedge, at)


DECADES_OF_LIFE = frozenset(_TENS)
