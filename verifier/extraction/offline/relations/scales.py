"""One amount in two scales: a million here, a billion there, and the same digits before both.

"The tunnel cost £37bn … paid £37m for the tunnel", "3.2 million pixels … the 3.2 gigapixel print". In
2,154 news articles no two amounts of one unit had the same digits and lay a thousand or a million apart by
chance, so that one word in common is enough to take the two for one.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.headlines import names_in
from verifier.extraction.offline.relations.rule import noun
from verifier.extraction.offline.relations.words_alike import weighty
from verifier.figures.model import Hedge, Kind
from verifier.relations.arithmetic import middle
from verifier.relations.measures import conversion_factor
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Exact, Figure

_NAME = re.compile(r"(?<=\s)[A-Z][\w&.’'-]*\w")
_WORD = re.compile(r"\b[a-z]{5,}\b")
_NO_NAMES = frozenset(
    "This That These Those They There Their While When Where With Which What After Before Since From Under Over About Until "
    "Other Another However Despite Although Though During Meanwhile Earlier Later Because Between Every Each Some Many Most "
    "More Only Even Just Then Last Next First Still Both Here Such Total Nearly Almost Around Analysts Officials".split()
)
_DIGITS = re.compile(r"\d[\d.,]*")
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]h(?:at|is)|its) $")
_SCALES = (10**3, 10**6)
_KINDS = (Kind.MONEY, Kind.COUNT, Kind.MEASURE)
_ROUNDING = 2
"""Hedges and rounding move the middle of a figure by less than one part in so many."""
_EXACTLY = re.compile(r"(?:to be (?:exact|precise)|precisely|exactly)\b")
_BESIDE = re.compile(r"[^.;:!?]{0,60}?(?:[-–—(,]|\bor\b)\s*(?:or |that is,? |precisely |exactly )?")


def scale_slips(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` (or `conversion`, in two units) for two amounts with the same digits in two scales."""
    by_digits: dict[str, list[Figure]] = {}
    for figure in figures:
        digits = _DIGITS.search(figure.span.quote)
        if figure.kind not in _KINDS or figure.unit is None or digits is None:
            continue
        if figure.span.quote.endswith(("p", "c")) or figure.hedge is Hedge.BETWEEN:
            continue
        for earlier in by_digits.setdefault(digits[0], []):
            ratio = _ratio(earlier, figure)
            if ratio is not None and _is_slip(ratio) and _of_one_thing(draft, earlier, figure):
                kind = "same_fact" if earlier.unit == figure.unit else "conversion"
                if earlier.kind is Kind.COUNT:
                    kind = "same_fact"
                yield _relation(kind, earlier, figure, "scale slip")
        by_digits[digits[0]].append(figure)


def made_exact(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for a number and what it is "to be exact"."""
    for one, other in pairwise(figures):
        between = draft.text[one.span.end : other.span.start]
        if one.kind is not other.kind or one.kind not in _KINDS or len(between) > len("x") * 80:
            continue
        after = draft.text[other.span.end : other.span.end + 30]
        said = _EXACTLY.match(after.lstrip(" ,")) or re.search(r"\b(?:precisely|exactly) $", between)
        if said and _BESIDE.fullmatch(between) and (one.unit == other.unit or other.unit is None):
            yield _relation("same_fact", one, other, "to be exact")


def _relation(kind: str, one: Figure, other: Figure, rule: str) -> Relation:
    return Relation(kind, (("figures", (one.id, other.id)),), proposed_by=("offline",), rule=rule)


def _ratio(one: Figure, other: Figure) -> Fraction | None:
    """How many times the one amount is the other, whichever is larger; None for different things."""
    if one.kind is not other.kind:
        return None
    factor: Fraction | None = Fraction(1)
    if one.kind is Kind.COUNT:
        factor = factor if noun(one) == noun(other) else None
    elif one.unit != other.unit:
        factor = conversion_factor(one.unit, other.unit) if one.kind is Kind.MEASURE else None
    first, second = _number(one), _number(other)
    if factor is None or not first or not second:
        return None
    ratio = Fraction(first) * factor / second
    return max(ratio, 1 / ratio)


def _number(figure: Figure) -> Exact | None:
    """The printed number, whatever its hedge leaves open."""
    written = figure.written
    return middle(written) or written.low or written.high


def _is_slip(ratio: Fraction) -> bool:
    return any(abs(ratio - scale) * _ROUNDING < scale for scale in _SCALES)


def _of_one_thing(draft: Draft, one: Figure, other: Figure) -> bool:
    """Whether two figures stand in different sentences that share a name or a weightier word.

    "The $16m deal" has been spoken of before: no word need say so.
    """
    first, second = draft.sentence_at(one.span.start), draft.sentence_at(other.span.start)
    if first is None or second is None or first is second:
        return False
    if _DEFINITE.search(draft.text, max(0, other.span.start - 6), other.span.start):
        return True
    one_quote, other_quote = first.span.quote, second.span.quote
    if _begun(one_quote) & _names(other_quote) or _begun(other_quote) & _names(one_quote):
        return True
    return not _words(one_quote).isdisjoint(_words(other_quote))


def _words(text: str) -> frozenset[str]:
    """The names and the weightier words of a sentence."""
    return frozenset((*_NAME.findall(text), *_WORD.findall(text), *names_in(text))) | weighty(text)


def _begun(quote: str) -> set[str]:
    """The name that a sentence begins with, if its first word is one as far as is known."""
    match = re.match(r"[A-Z][\w-]{3,}", quote)
    return {match[0]} - _NO_NAMES if match else set()


def _names(quote: str) -> set[str]:
    return set(_NAME.findall(quote)) | _begun(quote)
