"""Two amounts of one kind that follow each other in a masked text, with the words between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Figure

_AMOUNT = re.compile(r"<([cmpeu])\d+>")
_REACH = 220
_FURTHER = 4
_BEFORE, _AFTER = 130, 90


class Pair(NamedTuple):
    """Two amounts of one kind.

    Attributes:
        first, second: the figures, in the order of the text.
        before: what stands before the first, from its sentence on.
        link: what stands between the two.
        after: what stands after the second.
        letter: the letter of their kind, as in `rule.LETTERS`.
        at: where `before`, `link` and `after` begin in the text.
    """

    first: Figure
    second: Figure
    before: str
    link: str
    after: str
    letter: str
    at: tuple[int, int, int]

    @property
    def first_is_alone(self) -> bool:
        """Whether no other amount of the kind stands before the end of the first one's sentence."""
        amount = f"<{self.letter}"
        return amount not in self.before and amount not in self.link.partition("|")[0]


def pairs(masked: Masked, *, across: bool) -> Iterator[Pair]:
    """All pairs that are near each other, by their first; within one sentence, or across two.

    A pair may have a third amount of the kind between its two: "£5m, up £1m from £4m".
    """
    text = masked.text
    amounts = list(_AMOUNT.finditer(text))
    for number, first in enumerate(amounts):
        before = text[max(0, first.start() - _BEFORE) : first.start()].rpartition("|")[2]
        for second in amounts[number + 1 : number + 1 + _FURTHER]:
            if second.start() - first.end() > _REACH:
                break
            link = text[first.end() : second.start()]
            if second[1] != first[1] or ("|" in link) is not across:
                continue
            yield Pair(
                masked.figures[first[0][2:-1]],
                masked.figures[second[0][2:-1]],
                before,
                link,
                text[second.end() : second.end() + _AFTER],
                first[1],
                (first.start() - len(before), first.end(), second.end()),
            )
