"""Scores and votes: "17-18", "7-5 6-4", "voted 52 to 48". A score has no single value."""

from __future__ import annotations

from verifier.figures.lexicon import wordset
from verifier.figures.model import Kind
from verifier.figures.nouns import is_plural
from verifier.figures.reading import Read, Reading, skip
from verifier.figures.rounding import multiple
from verifier.figures.tokens import DASHES, JOINED, SPACE, Tokens
from verifier.figures.units import DURATIONS, MEASURES

_MOST = 3
_UNITS = (
    DURATIONS.keys()
    | MEASURES.keys()
    | wordset(
        "per percent % million billion trillion thousand hundred m bn k tn p c pc dollars euros "
        "pounds yen dozen fold times"
    )
)
_RANGE_BEFORE = wordset("aged ages age pages page between about around roughly some every approximately")
_VOTED = wordset(
    "vote votes voted voting by won win beat lost defeated defeat passed lead leads led split score "
    "margin sets ahead victory beating winning trailed trailing down behind"
)
_NEARLY = wordset("nearly almost about roughly than")
"""Words before "3-1" that make it a ratio: no score is hedged."""
_PHONE = 4


def dashed(tokens: Tokens, index: int) -> Read:
    """Whole numbers joined by dashes: a score, unless a unit or a counted noun makes them a range."""
    stop = _chain(tokens, index)
    if stop == index + 1:
        return None
    words = tokens.words
    parts = words[index:stop]
    if any(len(part) > _MOST for part in parts):
        return skip(tokens, index, stop, "telephone") if _telephone(parts) else None
    if len(parts) > 2:  # noqa: PLR2004
        return _score(tokens, index, stop)
    low, high = int(parts[0]), int(parts[1])
    if high == 1 < low and tokens.words[index - 1] in _NEARLY and tokens.gaps[index] in SPACE:
        start, end = tokens.starts[index], tokens.ends[stop - 1]
        return Reading(index, stop, start, end, Kind.RATIO, multiple(low), may_hedge=True)
    if _has_unit(tokens, stop) or (low < high and _is_range(tokens, index, stop)):
        return None
    if low == high == 50:  # noqa: PLR2004
        start, end = tokens.starts[index], tokens.ends[stop - 1]
        return Reading(index, stop, start, end, Kind.RATIO, multiple(1), may_hedge=True)
    while (
        tokens.gaps[stop] in (" ", ", ", "\n")
        and _chain(tokens, stop) == stop + 2
        and len(words[stop]) <= _MOST
    ):
        stop += 2
    return _score(tokens, index, stop)


def _score(tokens: Tokens, index: int, stop: int) -> Reading:
    return Reading(index, stop, tokens.starts[index], tokens.ends[stop - 1], Kind.SCORE)


def _chain(tokens: Tokens, index: int) -> int:
    """The token after a run of whole numbers joined by dashes."""
    stop = index + 1
    if not tokens.words[index].isdecimal():
        return stop
    while tokens.gaps[stop] in DASHES and tokens.words[stop].isdecimal():
        stop += 1
    return stop


def _telephone(parts: list[str]) -> bool:
    return len(parts[-1]) >= _PHONE and (len(parts) > 2 or parts[0].startswith("0") or len(parts[0]) == _MOST)  # noqa: PLR2004


def _has_unit(tokens: Tokens, stop: int) -> bool:
    word, gap = tokens.words[stop], tokens.gaps[stop]
    return (gap in JOINED or not gap) and (word in _UNITS or (not gap and word.isalpha()))


def _is_range(tokens: Tokens, index: int, stop: int) -> bool:
    """Whether a rising pair is a range: a plural is counted after it, or words before it say so."""
    if tokens.words[index - 1] in _RANGE_BEFORE:
        return True
    for at in (stop, stop + 1):
        if tokens.gaps[at] not in SPACE:
            return False
        if is_plural(tokens.words[at]) and not tokens.capital(at):
            return tokens.words[at] not in ("wins", "defeats", "victories", "losses", "draws", "sets")
    return False


def to_score(tokens: Tokens, index: int) -> Reading | None:
    """A vote or score with "to": "voted 52 to 48", "a 5-to-3 decision"."""
    words, gaps = tokens.words, tokens.gaps
    first, second = words[index], words[index + 2]
    gap = gaps[index + 1]
    if words[index + 1] != "to" or gap not in JOINED or gaps[index + 2] != gap:
        return None
    if not (first.isdecimal() and second.isdecimal()) or len(first) > _MOST or len(second) > _MOST:
        return None
    if int(first) <= int(second) or _has_unit(tokens, index + 3):
        return None
    # "Cut by a fifth, from 50 to 40" is a step.
    if gap != "-" and words[index - 1] == "from":
        return None
    if gap != "-" and not any(word in _VOTED for word in words[max(0, index - 4) : index]):
        return None
    return _score(tokens, index, index + 3)
