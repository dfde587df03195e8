"""How alike two spellings are: one slip of the keyboard, or two forms of one word."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

_LONG_ENOUGH = 6
# Two names that share this much of their letters, in order, are near: "brasker", "baskler".
_NEAR = 0.8
_SKELETON = 4
_NO_VOWELS = str.maketrans(dict.fromkeys("aeiouy"))
_FORMS = frozenset("aeinosy")
# "Democrat" and "Democracy", "Socialist" and "Socialism", "Republic" and "Republican": words of one family.
_FAMILIES = tuple(
    frozenset(pair.split())
    for pair in (
        "t cy",
        "t ce",
        "nt nce",
        "ist ism",
        "st sm",
        "ist ity",
        "ic y",
        "al ity",
        "ion or",
        "ion ive",
    )
)
_ROOT = 4
_ENDINGS = ("s", "n", "i", "r", "y", "a", "o", "d")


def plain(word: str) -> str:
    """The word in lower case, without accents, apostrophes and hyphens, which house styles differ on.

    >>> plain("O’Neill"), plain("Guantánamo")
    ('oneill', 'guantanamo')
    """
    if word.isascii() and word.isalpha():
        return word.lower()
    return "".join(letter for letter in unicodedata.normalize("NFD", word).lower() if letter.isalpha())


def keys(word: str) -> tuple[str, ...]:
    """What two words that are alike have in common: their starts, their ends or their consonants.

    The first letter is kept in both: people do not mistype it, and "Kerry" is not "Berry".
    """
    return word[:2], f"{word[0]}-{word[-2:]}", f"={consonants(word)}"


def consonants(word: str) -> str:
    """The first letter and the consonants after it: what stays when vowels are misheard.

    >>> consonants("mallen"), consonants("mellon")
    ('mlln', 'mlln')
    """
    return word[0] + word[1:].translate(_NO_VOWELS)


def is_one_slip(one: str, other: str) -> bool:
    """Whether a letter is missing, doubled, wrong or out of place in one of two plain words.

    >>> is_one_slip("mukherjee", "mukerjee"), is_one_slip("manzanera", "manzerana")
    (True, True)
    >>> is_one_slip("butters", "butler"), is_one_slip("novak", "novak"), is_one_slip("kerry", "berry")
    (False, False, False)
    """
    if one == other or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    if len(one) < len(other):
        one, other = other, one
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(other))
    if len(one) > len(other):
        return one[start + 1 :] == other[start:]
    if one[start + 1 :] == other[start + 1 :]:
        return True
    # Letters out of place: next to each other, or further apart in a word with a like start.
    if one[start : start + 2] == other[start : start + 2][::-1] and one[start + 2 :] == other[start + 2 :]:
        return True
    return len(one) >= _LONG_ENOUGH and one[:3] == other[:3] and sorted(one) == sorted(other)


def is_near(one: str, other: str) -> bool:
    """Whether two plain words of six letters or more are two slips apart: one misremembered for the other.

    >>> is_near("brasker", "baskler"), is_near("hallyard", "haylard"), is_near("tobbat", "tobatt")
    (True, True, True)
    >>> is_near("mallen", "mellon"), is_near("marnie", "mirens")
    (True, False)
    >>> is_near("barkes", "barlise"), is_near("holman", "hoffman"), is_near("evans", "evens")
    (False, False, False)
    """
    shorter, longer = sorted((len(one), len(other)))
    if one[0] != other[0] or shorter < _LONG_ENOUGH or longer - shorter > 1 or one == other:
        return False
    if len(one) == len(other) and len(consonants(one)) >= _SKELETON and consonants(one) == consonants(other):
        return True
    common = sum(min(one.count(letter), other.count(letter)) for letter in set(one))
    if 2 * common < _NEAR * (shorter + longer):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEAR


def is_inflection(one: str, other: str) -> bool:
    """Whether two plain words may be forms of one: singular and plural, a place and its people.

    >>> is_inflection("clinton", "clintons"), is_inflection("german", "germany")
    (True, True)
    >>> is_inflection("americans", "americas"), is_inflection("democrat", "democrats")
    (True, True)
    >>> is_inflection("democrat", "democracy"), is_inflection("socialists", "socialism")
    (True, True)
    >>> is_inflection("abbot", "abbott"), is_inflection("novac", "novak")
    (False, False)
    """
    if _of_one_family(one.removesuffix("s"), other.removesuffix("s")):
        return True
    one, other = sorted((one.removesuffix("s"), other.removesuffix("s")), key=len, reverse=True)
    if len(one) > len(other):
        return one[:-1] == other and one[-1] in _ENDINGS and one[-1] != other[-1]
    return one == other or (one[:-1] == other[:-1] and {one[-1], other[-1]} <= _FORMS)


def _of_one_family(one: str, other: str) -> bool:
    """Whether two plain words differ by their suffixes alone."""
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    return any(frozenset((one[at:], other[at:])) in _FAMILIES for at in range(max(_ROOT, same - 2), same + 1))
