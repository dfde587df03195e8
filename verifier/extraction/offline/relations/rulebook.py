"""Rules that are read together: which of them may read a text at all is found for all at once."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from verifier.extraction.offline.relations.rule import Masked, Rule
    from verifier.relations.model import Relation

_Trigger = tuple[str, str, tuple[int, ...]]
"""A trigger, another that is part of it or nothing, and the places of its rules; the short ones come first."""
_ROWS = 200
"""So many rows of figures a rulebook keeps at hand what it looks for among."""


class Rulebook:
    """Rules that are read together, in their order."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        # Most sentences have one of a few rows of figures, and most drafts the figures of the same rules.
        self._triggers = lru_cache(maxsize=_ROWS)(self._triggers_for)
        self._triggers_of = lru_cache(maxsize=_ROWS)(self._triggers_of_groups)

    @cached_property
    def _groups(self) -> Sequence[tuple[re.Pattern[str], Mapping[str, Sequence[int]]]]:
        """The places of rules by trigger, in groups that need the same figures."""
        groups: dict[re.Pattern[str], dict[str, list[int]]] = {}
        for place, rule in enumerate(self._rules):
            triggers = groups.setdefault(rule.figures, {})
            for trigger in rule.triggers:
                triggers.setdefault(trigger, []).append(place)
        return tuple(groups.items())

    @cached_property
    def _part_of(self) -> Mapping[str, str]:
        """For each trigger the longest other one that is part of it, or nothing."""
        triggers = sorted({trigger for _, group in self._groups for trigger in group}, key=len)
        return {
            trigger: next((part for part in reversed(triggers[:place]) if part in trigger), "")
            for place, trigger in enumerate(triggers)
        }

    def _triggers_for(self, kinds: str) -> Sequence[_Trigger]:
        """The triggers of the rules that may read a text with such figures."""
        return self._triggers_of(
            tuple(number for number, (figures, _) in enumerate(self._groups) if figures.match(kinds))
        )

    def _triggers_of_groups(self, numbers: Sequence[int]) -> Sequence[_Trigger]:
        triggers: dict[str, tuple[int, ...]] = {}
        for number in numbers:
            for trigger, places in self._groups[number][1].items():
                triggers[trigger] = (*triggers.get(trigger, ()), *places)
        return [
            (trigger, part if (part := self._part_of[trigger]) in triggers else "", triggers[trigger])
            for trigger in sorted(triggers, key=len)
        ]

    def read(self, masked: Masked) -> Iterator[Relation]:
        """The relations that the rules read in a text, rule by rule."""
        # Many rules share a trigger, and most texts lack it: each is looked for once, if what is part of it stands.
        text = masked.text
        stands = {""}
        found: set[int] = set()
        for trigger, part, places in self._triggers(masked.kinds):
            if part in stands and trigger in text:
                stands.add(trigger)
                found.update(places)
        for place in sorted(found):
            rule = self._rules[place]
            if rule.has_words(masked):
                yield from rule.matches(masked)
