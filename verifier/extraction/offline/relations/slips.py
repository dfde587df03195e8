"""One sum with two of its digits in each other's place: £280bn in the lead, £208bn further down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.headlines import names_in
from verifier.extraction.offline.relations.restated import alike, told_apart, where_stated
from verifier.extraction.offline.relations.rule import noun
from verifier.figures.model import Hedge, Kind
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_KINDS = frozenset({Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.DURATION, Kind.MEASURE, Kind.AGE})
# Kinds of which a draft gives many: a name has to stand beside both ("Hall scored after 23 minutes").
_NAMED = frozenset({Kind.PERCENT, Kind.DURATION, Kind.MEASURE, Kind.AGE})
_BESIDE = 60
# A figure of the headline or the first sentences is what the draft is about.
_OPENING = 4
# Two digits the other way round prove nothing: 52 members, and 25 of them.
_FEWEST_DIGITS = 3
# Weightier words that have to stand near both.
_SHARED = 2


def swapped_digits(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for a sum or count of the opening, and one further on with two neighbouring digits swapped.

    Both have the same unit and scale, the other stands once in the draft, and the opening's value is not
    found beside it; weightier words stand near both, and no date or name tells them apart.
    """
    written = [(figure, *_written(figure)) for figure in figures if figure.kind in _KINDS]
    values = [(figure.unit, digits, shape) for figure, digits, shape in written]
    for index, (first, digits, shape) in enumerate(written):
        sentence = draft.sentence_at(first.span.start)
        if sentence is None or sentence.number > _OPENING or _significant(digits) < _FEWEST_DIGITS:
            continue
        swapped = _swapped(digits)
        for other, other_digits, other_shape in written[index + 1 :]:
            if (
                _significant(other_digits) < _FEWEST_DIGITS
                or other_digits not in swapped
                or other_shape != shape
                or not _one_unit(first, other)
            ):
                continue
            there = draft.sentence_at(other.span.start)
            apart = there is not None and there.number > sentence.number + 1
            if first.kind in _NAMED and not _beside(draft, first) & _beside(draft, other):
                continue
            if not _of_one_thing(draft, figures, first, other):
                continue
            if apart and values.count((other.unit, other_digits, other_shape)) == 1:
                yield Relation(
                    "same_fact",
                    (("figures", (first.id, other.id)),),
                    proposed_by=("offline",),
                    rule="two digits in each other's place",
                )


def _significant(digits: str) -> int:
    """How many digits a number has, noughts at its end apart."""
    return len(digits.replace(".", "").rstrip("0"))


def _beside(draft: Draft, figure: Figure) -> frozenset[str]:
    """The names in a figure's sentence shortly before it."""
    sentence = draft.sentence_at(figure.span.start)
    start = sentence.span.start if sentence else figure.span.start
    return frozenset(names_in(draft.text[max(start, figure.span.start - _BESIDE) : figure.span.start]))


def _of_one_thing(draft: Draft, figures: Sequence[Figure], one: Figure, other: Figure) -> bool:
    """Whether the words around two figures speak of one thing at one time."""
    stated = where_stated(draft, figures, (one, other))
    if len(stated) < 2 or told_apart(*stated):  # noqa: PLR2004
        return False
    if one.kind is Kind.COUNT and stated[1].definite:
        return True
    return alike(*stated) >= _SHARED


def _written(figure: Figure) -> tuple[str, str]:
    """A figure's digits, without commas, and how it is written around them: ("2.1", "£#bn")."""
    quote = figure.span.quote
    match = _NUMBER.search(quote)
    if match is None or figure.hedge in (Hedge.VAGUE, Hedge.BETWEEN):
        return "", ""
    shape = f"{quote[: match.start()]}#{quote[match.end() :]}"
    return match[0].replace(",", ""), "".join(shape.casefold().split())


def _swapped(digits: str) -> frozenset[str]:
    """The digits with each two neighbours swapped, the point where it was: no leading or trailing nought."""
    plain, point = digits.replace(".", ""), digits.find(".")
    found = set()
    for at in range(len(plain) - 1):
        other = plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]
        if other != plain and other[0] != "0":
            found.add(other if point < 0 else f"{other[:point]}.{other[point:]}")
    return frozenset(found)


def _one_unit(one: Figure, other: Figure) -> bool:
    if one.kind is not other.kind:
        return False
    if one.kind is Kind.COUNT:
        return noun(one) is not None and noun(one) == noun(other)
    return one.unit == other.unit
