"""Smallest contradictory sets of constraints, whoever judges which of them can hold together."""

from __future__ import annotations

from abc import ABC, abstractmethod
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

# A bound on the search for a *smallest* set. Past it the set found is still irreducible: every member
# is needed. Drafts stay far below; it keeps made-up systems from running for minutes.
_ROUNDS = 200
_HITTING_SIZE = 4


class Judge(ABC):
    """A set of constraints, of which it can tell whether some can hold together."""

    @abstractmethod
    def consistent(self, members: Collection[int]) -> bool:
        """Whether the constraints at these indices can hold together."""

    def smallest_contradiction(self, members: Sequence[int]) -> tuple[int, ...] | None:
        """A smallest set among these indices that cannot hold together; None if all of them can.

        By hitting sets (Ignatiev et al., "Smallest MUS extraction with minimal hitting set dualization",
        2015): every contradiction must take one member from each set whose removal restores consistency.
        """
        if self.consistent(members):
            return None
        corrections: list[frozenset[int]] = []
        for _ in range(_ROUNDS):
            hitting = _smallest_hitting_set(corrections)
            if hitting is None:
                break
            if not self.consistent(hitting):
                return tuple(sorted(hitting))
            corrections.append(self._correction(hitting, members))
        return self._irreducible(members)

    def _correction(self, kept: frozenset[int], members: Sequence[int]) -> frozenset[int]:
        """What is left out of a largest consistent set that holds `kept`."""
        grown = set(kept)
        for index in members:
            if index not in grown and self.consistent(grown | {index}):
                grown.add(index)
        return frozenset(members) - grown

    def _irreducible(self, members: Sequence[int]) -> tuple[int, ...]:
        kept = list(members)
        for index in members:
            rest = [other for other in kept if other != index]
            if not self.consistent(rest):
                kept = rest
        return tuple(kept)


def _smallest_hitting_set(sets: Sequence[frozenset[int]]) -> frozenset[int] | None:
    """The smallest set that meets all the others, the first in order among equals; None past a size."""
    candidates = sorted(frozenset().union(*sets))
    for size in range(min(len(sets), _HITTING_SIZE) + 1):
        for chosen in combinations(candidates, size):
            if all(not members.isdisjoint(chosen) for members in sets):
                return frozenset(chosen)
    return None
