"""A count taken up by a definite one: "Six foreign-owned factories have closed … the eight factories were".

"The eight factories" are those that the draft has counted, where it counts no others of their name, and
nothing beside the one count says what the other is not: an adjective of its own, a clause, "the other six".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import noun
from verifier.extraction.offline.relations.words_alike import weighty
from verifier.figures.model import Hedge, Kind
from verifier.relations.arithmetic import middle
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import Figure

_TAKES_UP = re.compile(
    r"(?:\b(?P<all>all(?: of)?(?: the| these| those)?)|\b(?:the|these|those))\s+$", re.IGNORECASE
)
_OTHERS = frozenset(
    "other others more further extra additional remaining first last next new top best leading main big largest "
    "biggest smaller older younger male female local former current previous original".split()
)
# "Ten of the boats": a part, whatever the whole.
_PART = re.compile(r"\s+(?:\w+\s+)?of\b|-")
# What tells the things counted from others of their name.
_TOLD_APART = re.compile(
    r"\s+[\w’'-]+,?\s(?:(?P<clause>who|that|which|\w+ing|\w+ed)|where|when|whose|of|in|from|at|with|without|on|for|"
    r"under|over|between|outside|overseas|still|not|held|made|sold|taken|left|whom|around|across|since)\b"
)
_BACK = 40
_CASES = re.compile(
    r"\b(?:another|others?|each|every|per|apiece|could|might|if|expected|forecast\w*|predicted|originally)\b"
)
_ALSO = re.compile(r"\b(?:also|too|similarly|likewise|another|others?|meanwhile|elsewhere)\b")
_WORD = re.compile(r"[\w’'-]+")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_MOST = 5
_FEWEST = 3
_SIZE = 2
_REACH = 30


def taken_up(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for a definite count, and the only earlier one of its noun.

    Args:
        draft: the draft.
        figures: its figures, in order.
    """
    counted: dict[str, list[Figure]] = {}
    for figure in figures:
        name = noun(figure)
        if name is not None and name not in _NO_GROUPS and figure.hedge is not Hedge.BETWEEN:
            counted.setdefault(name, []).append(figure)
    for group in counted.values():
        if not 1 < len(group) <= _MOST:
            continue
        for index, figure in enumerate(group[1:], 1):
            earlier = _antecedent(draft, figure, group[:index], group)
            if earlier is not None:
                roles = (("figures", (earlier.id, figure.id)),)
                yield Relation("same_fact", roles, proposed_by=("offline",), rule="a count, taken up")


_NO_GROUPS = frozenset(("time", "point", "person", "vote", "goal", "day", "place"))


def _antecedent(
    draft: Draft, figure: Figure, earlier: Sequence[Figure], group: Sequence[Figure]
) -> Figure | None:
    here = draft.sentence_at(figure.span.start)
    if here is None or not _takes_up(draft, here, figure):
        return None
    first = earlier[0]
    if any(other.written not in (first.written, figure.written) for other in group):
        return None
    there = draft.sentence_at(first.span.start)
    if there is None or here.number - there.number > _REACH or there is here or not _of_size(first, figure):
        return None
    if first.hedge is not Hedge.EXACT or _PART.match(draft.text, first.span.end):
        return None
    said = there.span.quote.casefold()
    described = _described(draft, figure)
    if _CASES.search(said) or not described <= set(_WORD.findall(said)):
        return None
    if not described & _OTHERS <= _described(draft, first):
        return None
    told = _TOLD_APART.match(draft.text, _noun_at(draft, figure))
    if told and (
        told["clause"] is None or not weighty(said) & weighty(here.span.quote) - weighty(figure.unit or "")
    ):
        return None
    years = _YEAR.findall(here.span.quote), _YEAR.findall(there.span.quote)
    return first if not all(years) or set(years[0]) & set(years[1]) else None


def _takes_up(draft: Draft, here: Sentence, figure: Figure) -> bool:
    """Whether a count speaks of what is known, with nothing that tells it from others of the name."""
    before = draft.text[max(here.span.start, figure.span.start - _BACK) : figure.span.start]
    if _TAKES_UP.search(before) is None or figure.hedge is not Hedge.EXACT:
        return False
    return not _PART.match(draft.text, figure.span.end) and not _ALSO.search(here.span.quote.casefold())


def _described(draft: Draft, figure: Figure) -> set[str]:
    """The words between a number and the noun that it counts."""
    words = draft.text[figure.span.end : _noun_at(draft, figure)].casefold()
    return set(_WORD.findall(words))


def _noun_at(draft: Draft, figure: Figure) -> int:
    """Where the noun that a number counts begins; where the number ends, if it stands elsewhere."""
    end = figure.span.end
    at = draft.text[end : end + _BACK].casefold().find(figure.unit or "")
    return end + max(at - 1, 0)


def _of_size(one: Figure, other: Figure) -> bool:
    low, high = sorted((middle(one.written) or 0, middle(other.written) or 0))
    return low >= _FEWEST and high < low * _SIZE and one.kind is Kind.COUNT
