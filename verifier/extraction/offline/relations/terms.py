"""Remainders and repeated terms over a distance: "the other three businesses", "£960m over 10 years"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import noun
from verifier.figures.model import Hedge, Kind
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure

_THE_OTHERS = re.compile(
    r"\b(?:the|its|their|his|her)\s+(?:other|remaining)\s+$|\b(?:the\s+(?:rest|remainder|balance)(?:\s+of|,|\s+-))\s+$",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"^(?:\s*\([^)]{1,40}\))?\s+(?:over|across|spread over|for)\s+(?:the\s+next\s+)?$", re.IGNORECASE
)
# "The other 21 machines" looks back this many sentences for the part that was taken away; further off, others come in.
_BACK = 1
_LARGE = 12


def _but_one(part: Figure, others: Figure) -> bool:
    """Whether the others may be the part itself but for one who was told of: "five came, he among them; the other four"."""
    return part.written.low is not None and part.written.low - 1 == others.written.low


def remainders(draft: Draft, figures: Sequence[Figure], parts: Iterable[Relation]) -> Iterator[Relation]:
    """`sum` for "the other N", where a part of a whole stands shortly before in another sentence.

    Args:
        draft: the draft.
        figures: its figures, in order.
        parts: the `part_of` relations already read, whose parts and wholes may have a remainder.
    """
    by_id = {figure.id: figure for figure in figures}
    known = [r for r in parts if r.kind == "part_of"]
    for figure in figures:
        if figure.kind not in (Kind.COUNT, Kind.MONEY):
            continue
        before = draft.text[max(0, figure.span.start - 20) : figure.span.start]
        if not _THE_OTHERS.search(before):
            continue
        near = [
            r for r in known
            if 0 < _distance(draft, by_id[r.one("part")], figure) <= _BACK
            and _may_be_of(figure, by_id[r.one("whole")])
            and not _but_one(by_id[r.one("part")], figure)
            and not _others_between(figures, by_id[r.one("part")], by_id[r.one("whole")], figure)
        ]  # fmt: skip
        if len(near) == 1:
            part, whole = near[0].one("part"), near[0].one("whole")
            roles = (("parts", (part, figure.id)), ("total", (whole,)))
            yield Relation("sum", roles, proposed_by=("offline",), rule="the others, sentences later")


def _others_between(figures: Sequence[Figure], part: Figure, whole: Figure, rest: Figure) -> bool:
    """Whether more is told of before the rest is: more members of the list, or another matter altogether."""
    first = min(part.span.start, whole.span.start)
    between = (f for f in figures if first < f.span.start < rest.span.start and f not in (part, whole))
    return any(
        figure.kind in (Kind.PERCENT, Kind.FRACTION)
        or (figure.kind is rest.kind and (figure.kind is Kind.COUNT or figure.unit == rest.unit))
        for figure in between
    )


def _may_be_of(rest: Figure, whole: Figure) -> bool:
    """Whether both are sums in one currency, or count the same as far as is known, and the rest is less."""
    if rest.kind is not whole.kind or (rest.written.low or 0) >= (whole.written.low or 0):
        return False
    if rest.kind is Kind.MONEY:
        return rest.unit == whole.unit
    return noun(whole) is None or noun(rest) in (None, noun(whole))


def _distance(draft: Draft, earlier: Figure, later: Figure) -> int:
    """How many sentences on the later figure stands; negative where it stands before."""
    one, other = draft.sentence_at(earlier.span.start), draft.sentence_at(later.span.start)
    return other.number - one.number if one and other else -1


def terms_of_one_sum(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for the stretches of time over which one and the same sum is said to be paid.

    "£960m over 15 years" in the lead and "£960m over 10 years" below speak of one pledge: the sum is
    printed alike and is no small one.
    """
    seen: dict[tuple[str | None, object], Figure] = {}
    for place, sum_ in enumerate(figures):
        if sum_.kind is not Kind.MONEY:
            continue
        index = place + 1
        while index < len(figures) and figures[index].kind is Kind.MONEY:
            index += 1  # the same sum in other currencies, in brackets
        if index >= len(figures) or figures[index].kind is not Kind.DURATION:
            continue
        length = figures[index]
        if length.hedge is Hedge.VAGUE or not _OVER.match(draft.text[sum_.span.end : length.span.start]):
            continue
        if sum_.written.low is None or sum_.written.low <= _LARGE:
            continue
        key = (sum_.unit, sum_.written)
        earlier = seen.setdefault(key, length)
        if earlier is not length and earlier.unit == length.unit:
            roles = (("figures", (earlier.id, length.id)),)
            yield Relation("same_fact", roles, proposed_by=("offline",), rule="one sum, over so long")
