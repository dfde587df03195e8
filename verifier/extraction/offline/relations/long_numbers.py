"""A long number with a slip in it: "the 1,237 delegates needed … we get to 1,273", "2,383 … 2,283 delegates".

In 2,154 news articles a count of four digits or more was given twice 49 times, and no two were the same but
for two neighbouring digits or, of one noun, but for one digit, unless the one was rounded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.restated import told_apart, where_stated
from verifier.extraction.offline.relations.rule import noun
from verifier.figures.model import Hedge, Kind
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure

_LONG = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{3})+|\d{4,})(?:\s?[a-z]+)?|\S{1,3}(?P<sum>\d{1,3}(?:,\d{3})+|\d{4,})"
)
_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE})
_SIGNIFICANT = 3
_SLIP = 2


def long_numbers(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for two long counts in different sentences that differ by a slip of the hand.

    Args:
        draft: the draft.
        figures: its figures, in order.
    """
    long = [
        (figure, (match["digits"] or match["sum"]).replace(",", ""))
        for figure in figures
        if figure.kind in _KINDS
        and figure.hedge is Hedge.EXACT
        and (match := _LONG.fullmatch(figure.span.quote))
    ]
    printed = [digits for _, digits in long]
    for index, (one, digits) in enumerate(long):
        if len(digits.rstrip("0")) < _SIGNIFICANT:
            continue
        for other, others in long[index + 1 :]:
            if len(others) != len(digits) or len(others.rstrip("0")) < _SIGNIFICANT:
                continue
            times = sorted((printed.count(digits), printed.count(others)))
            if (
                times[0] == 1
                and not _rivalled(long, digits, others)
                and _slipped(one, digits, other, others, often=times[1] > 1)
                and _apart(draft, figures, one, other)
            ):
                roles = (("figures", (one.id, other.id)),)
                yield Relation("same_fact", roles, proposed_by=("offline",), rule="a slip in a long number")


def _rivalled(long: Sequence[tuple[Figure, str]], digits: str, others: str) -> bool:
    """Whether a third number is as like one of two as they are to each other: then such numbers are common."""
    return any(
        third not in (digits, others)
        and len(third) == len(digits)
        and min(sum(a != b for a, b in zip(third, pair, strict=True)) for pair in (digits, others)) <= _SLIP
        for _, third in long
    )


def _slipped(one: Figure, digits: str, other: Figure, others: str, *, often: bool) -> bool:
    """Whether two numbers are one but for a slip: two neighbouring digits swapped, or one digit changed.

    One digit apart may be two numbers, unless both count one thing or the one is printed often.
    """
    if one.kind is not other.kind or (one.kind is not Kind.COUNT and one.unit != other.unit):
        return False
    nouns = {noun(one), noun(other)} if one.kind is Kind.COUNT else {None, one.unit}
    if len(nouns - {None}) != 1:
        return False
    wrong = [at for at, (a, b) in enumerate(zip(digits, others, strict=True)) if a != b]
    if len(wrong) == 1:
        sure = None not in nouns or (often and one.kind is Kind.COUNT)
        return sure and "0" not in (digits[wrong[0]], others[wrong[0]])
    first, last = wrong[0] if wrong else 0, wrong[-1] if wrong else 0
    swapped = last == first + 1 and digits[first] == others[last] and digits[last] == others[first]
    return len(wrong) == 2 and swapped  # noqa: PLR2004


def _apart(draft: Draft, figures: Sequence[Figure], one: Figure, other: Figure) -> bool:
    """Whether the two stand in different sentences, not side by side as two figures of a comparison do.

    Nothing may say that they are of two times or things.
    """
    here, there = draft.sentence_at(one.span.start), draft.sentence_at(other.span.start)
    if here is None or there is None or there.number <= here.number + 1:
        return False
    first, second = where_stated(draft, figures, (one, other))
    if sorted(one.span.quote) == sorted(other.span.quote):
        return second.dates <= first.dates and second.years <= first.years
    return not told_apart(first, second)
