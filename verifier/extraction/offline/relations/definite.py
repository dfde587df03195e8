"""Parts of what was counted before: "Police held 12 suspects. … Two of the suspects were charged"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import noun, singular
from verifier.figures.model import Hedge, Kind
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure

_OF_NOUN = re.compile(
    r"\s(?:(?:more|others?)\s)?of\s(?:the|those|these|them|its|their|his|her)\s(?:[a-z-]+\s){0,1}?(?P<noun>[a-z-]{3,}(?:s|men|people|children))\b(?![-’']|\s(?:who|which|that|whose|in|from|at|on|under|with|of|for|aged|over|to)\b)"
)


def parts_of_the_counted(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`part_of` for "two of the suspects" where the draft has counted suspects before.

    Args:
        draft: the draft.
        figures: its figures, in order.
    """
    counted: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.kind is not Kind.COUNT:
            continue
        match = _OF_NOUN.match(draft.text, figure.span.end)
        if match is not None:
            wholes = [
                whole for whole in counted.get(singular(match["noun"]), ())
                if _sentence(draft, figure) - _sentence(draft, whole) <= _BACK
            ]  # fmt: skip
            if len(wholes) == 1 and _sentence(draft, figure) - _sentence(draft, wholes[0]) <= _NEAR:
                roles = (("part", (figure.id,)), ("whole", (wholes[0].id,)))
                yield Relation(
                    "part_of", roles, proposed_by=("offline",), rule="so many of those counted before"
                )
            continue
        named = noun(figure)
        if named is not None and figure.hedge not in (Hedge.VAGUE, Hedge.BETWEEN):
            counted.setdefault(named, []).append(figure)


# How many sentences back the whole may have been counted, and how far back another would be in doubt.
_NEAR, _BACK = 2, 4


def _sentence(draft: Draft, figure: Figure) -> int:
    sentence = draft.sentence_at(figure.span.start)
    return 0 if sentence is None else sentence.number
