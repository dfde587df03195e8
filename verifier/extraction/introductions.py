"""Full names from earlier in a draft, for a window that knows their bearers by short ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.draft import Sentence

_MOST = 40
"""So many names are enough for a window; those that stand first in the draft are kept."""

_NAME_WORD = r"[^\W\d_a-z][\w’'-]*[\w]"
_FULL_NAME = re.compile(rf"(?<![\w’'-])(?:{_NAME_WORD}[ \xa0]){{1,4}}(?P<last>{_NAME_WORD})(?!\w)")
_LINKED_WORD = rf"{_NAME_WORD}(?:[ \xa0](?:of|for|and|the|on|in))*"
_ABBREVIATED = re.compile(rf"(?<!\w)(?:{_LINKED_WORD}[ \xa0]){{1,8}}\((?P<short>[A-Z][A-Za-z&]{{1,9}})\)")
_SHORT_NAME = re.compile(rf"(?<![\w’'-]){_NAME_WORD}(?!\w)")


def introductions(text: str, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Names that stand before these sentences in full and within them only in short, in order.

    Args:
        text: the draft.
        sentences: the window's, in order.

    Returns:
        The full names as they stand in the draft: "Ada Brekke" where the window speaks of "Brekke",
        "World Health Organization (WHO)" where it speaks of the "WHO".
    """
    start, end = sentences[0].span.start, sentences[-1].span.end
    window = text[start:end]
    short = {_bare(match[0]) for match in _SHORT_NAME.finditer(window)}
    found: dict[str, tuple[int, str]] = {}
    for pattern, group in ((_FULL_NAME, "last"), (_ABBREVIATED, "short")):
        for match in pattern.finditer(text, 0, start):
            name, called = match[0], _bare(match[group])
            if called in short and called not in found and _bare(name) not in window:
                found[called] = (match.start(), _bare(name))
    return tuple(dict.fromkeys(name for _, name in sorted(found.values())))[:_MOST]


def _bare(name: str) -> str:
    """A name without the ending of its genitive."""
    return re.sub(r"[’']s?$", "", name)
