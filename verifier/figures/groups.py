"""Words that count without a number: "both charges", "a pair of goals", "the duo", "the trio"."""

from __future__ import annotations

from verifier.figures.lexicon import wordset
from verifier.figures.model import Interval, Kind
from verifier.figures.nouns import STOPS, counted_noun, is_plural
from verifier.figures.reading import Read, Reading, skip
from verifier.figures.tokens import DIGITS, SPACE, Tokens
from verifier.figures.words import ARTICLES, SMALL

GROUPS = {"pair": 2, "duo": 2, "trio": 3, "quartet": 4}
"""Nouns that say how many there are of what they name."""

_DETERMINERS = wordset("the his her its their our your my these those this that whose")
_WINDOW = 5
"""Words between "both" and its noun, at most: "both of the two former ministers"."""

_NEAR = 9
"""How far "both of the party's leaders and …" is looked through for its "and"."""

_VERBS = wordset(
    "won saw knew ran sang wore felt kept sold spent spoke stood taught think thought threw wrote write "
    "want need like play share agree deny face use seem look"
)
"""Verbs that may follow "both" as a pronoun and have a plural for their object: "both won medals"."""

_FLOATS_AFTER = wordset("are were they we you")
"""Words after which "both" is no determiner: "they are both slight doubts"."""

_ONE_THING = wordset(
    "trousers scissors glasses jeans shorts pants tights tweezers pliers goggles binoculars spectacles "
    "sunglasses knickers pyjamas pajamas trunks leggings overalls hands"
)
"""What a pair of is one thing: "a pair of scissors", "a safe pair of hands"."""

_ENSEMBLES = wordset("string piano jazz brass wind clarinet saxophone barbershop")
_PAIRS_BY_VERB = wordset("up off with them it")
_SUBJECTS = wordset("to will would can could may might should must they we you who i and or not")
_MODIFIERS = 4
"""Words between an article and "pair", at most: "the former England opening pair"."""


def read_both(tokens: Tokens, index: int) -> Read:
    """Read "both charges", "both of the next two sets"; not "both men and women" or "they both left"."""
    after, gap = tokens.words[index + 1], tokens.gaps[index + 1]
    if gap not in SPACE:
        return skip(tokens, index, index + 1, "pronoun")
    if after == "of":
        return _group(tokens, index, index + 1, 2, counted_noun(tokens, index + 1))
    floats = tokens.words[index - 1] in _FLOATS_AFTER and tokens.gaps[index] in SPACE
    head = None if floats or _is_verb(tokens, index + 1) else _plural(tokens, index + 1)
    if head is None:
        joins = _and_follows(tokens, index + 1)
        return skip(tokens, index, index + 1, "conjunction" if joins else "pronoun")
    after_head = tokens.words[head + 1]
    if (after_head in ("and", "or") and tokens.gaps[head + 1] in SPACE) or (
        after in _DETERMINERS and after_head == "of" and _and_follows(tokens, head + 1)
    ):
        return skip(tokens, index, index + 1, "conjunction")
    described = head > index + 1 and tokens.gaps[index] == ", " and tokens.gaps[head + 1] not in SPACE
    if described and after not in _DETERMINERS:  # "the plans, both failures of nerve,"
        return skip(tokens, index, index + 1, "pronoun")
    return _group(tokens, index, index + 1, 2, tokens.words[head])


def _is_verb(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return word in _VERBS or (word.endswith("ed") and len(word) > 3 and not tokens.capital(at))  # noqa: PLR2004


def _plural(tokens: Tokens, at: int) -> int | None:
    """The last plural of the noun phrase that begins at a token."""
    words, gaps = tokens.words, tokens.gaps
    if words[at] in _DETERMINERS:
        at += 1
    for here in range(at, at + _WINDOW):
        word = words[here]
        if word in STOPS or word[:1] in DIGITS or not word or (gaps[here] not in SPACE and gaps[here] != "-"):
            return None
        if is_plural(word) and gaps[here + 1] != "-":
            while gaps[here + 1] in SPACE and is_plural(words[here + 1]) and words[here + 1] not in STOPS:
                here += 1  # noqa: PLW2901
            return here
    return None


def _and_follows(tokens: Tokens, at: int) -> bool:
    """Whether an "and" follows in the same clause."""
    for here in range(at, at + _NEAR):
        if tokens.words[here] == "and":
            return True
        if here > at and any(mark in tokens.gaps[here] for mark in ".;:!?\n"):
            return False
    return False


def read_group(tokens: Tokens, index: int) -> Read:
    """Read "a pair of gloves", "the duo", "a trio of bids"; not "£20 a pair", "to pair up", "au pair"."""
    word, before, after = tokens.words[index], tokens.words[index - 1], tokens.words[index + 1]
    if tokens.gaps[index + 1] == "-" or (tokens.capital(index) and not tokens.opens(index)):
        return None
    if before == "au" or before in _ENSEMBLES:
        return skip(tokens, index - 1, index + 1, "part-of-word")
    value = GROUPS[word]
    of = after == "of" and tokens.gaps[index + 1] in SPACE
    if of and any(noun in _ONE_THING for noun in tokens.words[index + 2 : index + 5]):
        return skip(tokens, index, index + 1, "idiom")
    if before in ARTICLES and tokens.gaps[index] in SPACE:
        return _group(tokens, index - 1, index + 1, value, counted_noun(tokens, index + 2)) if of else None
    if word == "pair" and not of and (after in _PAIRS_BY_VERB or not _is_noun(tokens, index)):
        return None
    return _group(tokens, index, index + 1, value, counted_noun(tokens, index + 2) if of else None)


def _is_noun(tokens: Tokens, index: int) -> bool:
    """Whether "pair" closes a noun phrase that begins with an article or at the start of a line."""
    for here in range(index - 1, index - 1 - _MODIFIERS, -1):
        if here < 0:
            return False
        word = tokens.words[here]
        if word in _DETERMINERS or word in ARTICLES:
            return tokens.gaps[here + 1] in SPACE
        if word in STOPS or word in _SUBJECTS or word in SMALL or word[:1] in DIGITS or is_plural(word):
            return False
        if tokens.gaps[here + 1] not in SPACE and tokens.gaps[here + 1] != "-":
            return False
        if tokens.opens(here):
            return True
    return False


def _group(tokens: Tokens, first: int, stop: int, value: int, unit: str | None) -> Reading:
    count = Interval.exactly(value)
    start, end = tokens.starts[first], tokens.ends[stop - 1]
    return Reading(first, stop, start, end, Kind.COUNT, (count, count), unit, may_hedge=True)
