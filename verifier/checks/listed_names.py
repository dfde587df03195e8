"""Lists of names in running text, and how many they hold: "the captain Ann Hill, Bob Reed and Carl Low".

A name may have a role before it ("former minister Ann Hill"), a place or an age behind it, and a description
beside it ("Ann Hill, the captain, and Bob Reed"). What cannot be told from a name beside others, such as a
description or an "and" within a firm's name, leaves the number of names open between a fewest and a most.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CAPITAL = r"[A-Z][\w’'.&/-]*+"
_LINK = r"(?:of|the|de|van|der|von|du|al|la|le|bin|&|'n'|in|from|for|on|at)"
_NAMED = rf"(?:[Tt]he )?{_CAPITAL}(?: (?:{_LINK} ){{0,2}}{_CAPITAL})*+"
# Words before a name that say who it is: none that would make the phrase a clause.
_NO_ROLE = (
    r"and|or|but|nor|who|which|that|where|when|while|as|if|to|in|on|at|by|for|with|from|against|under|over|after|"
    r"before|during|including|includes?|include|like|such|among|plus|than|not|even|is|are|was|were|will|has|have|had|"
    r"did|does|do|be|been|said|says|would|could|can|may|each|all|both|also|either|neither|whose|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|others?|several|some|many|more|especially|notably|mainly|mostly|particularly|"
    r"then|later|now|again|instead|twice|meanwhile|currently|only|just|respectively"
)
_ROLE = rf"(?:(?!(?:{_NO_ROLE})\b)(?!\w{{2,}}ing\b)[a-z][\w’'-]*+ ){{0,6}}?"
_ITEM = rf"{_ROLE}{_NAMED}(?: \([^()\n]{{1,30}}\))?"
NAMES = rf"{_ITEM}(?:, {_ITEM})*,? and {_ITEM}"
"""A list of names with nothing between them."""

_ITEM_ALONE = re.compile(_ITEM)
_ASIDE = re.compile(
    r"(?:(?:the|a|an|his|her|their|its|who|which|then|now|formerly|aged|both|captain|head|leader)\b[^\d]*|\d{1,2})"
)
_LEAST = 2
_PIECES = re.compile(r", (?:and )?")


@dataclass(frozen=True)
class Held:
    """How many names a list holds: so many for certain, and no more than so many."""

    fewest: int
    most: int

    def may_be(self, number: float) -> bool:
        """Whether the list may hold so many names."""
        return self.fewest <= number <= self.most


def names_held(listed: str) -> Held | None:
    """How many names a list holds; None where it is not one of names, or may be read in two ways.

    Args:
        listed: the words from the first name to the last.
    """
    pieces = _PIECES.split(listed)
    fewest = most = named = 0
    for number, piece in enumerate(pieces):
        items = piece.split(" and ")
        if all(_ITEM_ALONE.fullmatch(item) for item in items):
            closes = number == len(pieces) - 1
            fewest += len(items) if closes else 1
            most += len(items)
            named += len(items)
        elif _ASIDE.fullmatch(piece) and number:
            most += 1
        else:
            return None
    if named < _LEAST or " and " not in listed:
        return None
    # "Marks and Spencer": the last pair of a long list may be one name.
    fewest -= len(pieces) > 1 and listed.count(" and ") > 1
    return Held(fewest, most)
