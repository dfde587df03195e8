"""One amount in two scales: a million here, a billion there, and the same digits before both.

"The tunnel cost £37bn … paid £37m for the tunnel", "3.2 million pixels … the 3.2 gigapixel print". A firm
has sales of $2bn and spends $2m on an office, too: two amounts are one if the words near both say so.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import noun
from verifier.extraction.offline.relations.words_alike import weighty
from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations.arithmetic import middle
from verifier.relations.measures import conversion_factor
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import Exact, Figure

_NAME = late(r"(?<![\w’'-])[A-Z][\w&.’'-]*\w")
_NO_NAMES = frozenset(
    "The An It He She We You In On At But And For As If By Of To So No Not Its His Her Our My One Two Mr Mrs Ms "
    "This That These Those They There Their While When Where With Which What After Before Since From Under Over About Until "
    "Other Another However Despite Although Though During Meanwhile Earlier Later Because Between Every Each Some Many Most "
    "More Only Even Just Then Last Next First Still Both Here Such Total Nearly Almost Around Analysts Officials".split()
)
_DIGITS = late(r"\d[\d.,]*")
_DEFINITE = late(r"\b(?:the|th(?:at|is)|its) $", re.IGNORECASE)
_THAT_SUM = late(r"\b(?:similar|same|equal|like|that|this) (?:sum|amount|money)\b", re.IGNORECASE)
# Of each, on the average, or of a day: not the whole amount.
_OF_EACH = late(
    r"\b(?:each|every|apiece|averages?|averaged|per|typical\w*|median|(?:an?|the) (?:day|week|hour|month|night)|daily|"
    r"weekly|monthly|hourly|first|another|remaining|rest|tranche|instal\w+|part|share|of which)\b"
)
_END = late(r"[,;:()]")
_PRONOUN = late(r"(?:But |And |Yet )?(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|You|This|That)\b")
_BACK, _ON = 80, 70
_IN_COMMON = 3
"""So many words near both, names counted twice, say that two amounts are one."""
_SCALES = (10**3, 10**6)
_KINDS = (Kind.MONEY, Kind.COUNT, Kind.MEASURE)
_ROUNDING = 2
"""Hedges and rounding move the middle of a figure by less than one part in so many."""
_EXACTLY = late(r"(?:to be (?:exact|precise)|precisely|exactly)\b")
_BESIDE = late(r"[^.;:!?]{0,60}?(?:[-–—(,]|\bor\b)\s*(?:or |that is,? |precisely |exactly )?")

# "Two-thirds of the 212 species, 139 to be exact": a part of them.
_A_WHOLE = late(r"\bof (?:the|its|their|his|her|all) $")


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
        beside = _BESIDE.fullmatch(between) and not _A_WHOLE.search(
            draft.text[max(0, one.span.start - 20) : one.span.start]
        )
        if said and beside and (one.unit == other.unit or other.unit is None):
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
    """Whether two figures stand in different sentences that say the same of the same, by the words near them."""
    first, second = draft.sentence_at(one.span.start), draft.sentence_at(other.span.start)
    if first is None or second is None or first is second:
        return False
    before, after = _near(draft, first, one), _near(draft, second, other)
    if _apart(before) != _apart(after):
        return False
    names = _names(before) & _names(after)
    up_to = after.partition("#")[0]
    that_sum, definite = bool(_THAT_SUM.search(up_to)), bool(_DEFINITE.search(up_to))
    if not names and not that_sum and not _one_subject(first.span.quote, second.span.quote):
        return False
    common = len(_words(before) & _words(after)) + len(names) + definite + 2 * that_sum
    return common >= (1 if one.kind is Kind.MEASURE else _IN_COMMON)


def _apart(near: str) -> set[str]:
    """The words of the clause around a figure that say it is not the whole amount."""
    before, _, after = near.partition("#")
    return set(_OF_EACH.findall(f"{before}#{_END.split(after)[0]}"))


def _near(draft: Draft, sentence: Sentence, figure: Figure) -> str:
    """The words of the sentence near a figure, and a mark in its place."""
    start, end = figure.span.start, figure.span.end
    before = draft.text[max(sentence.span.start, start - _BACK) : start]
    return f"{before}#{draft.text[end : min(sentence.span.end, end + _ON)]}"


def _one_subject(one: str, other: str) -> bool:
    """Whether two sentences may be of one subject: one begins with a pronoun, or its first noun is in the other."""
    if _PRONOUN.match(one) or _PRONOUN.match(other):
        return True
    return any(_first(a) <= _words(b) for a, b in ((one, other), (other, one)))


def _first(sentence: str) -> frozenset[str]:
    """The first of the weightier words of a sentence."""
    for word in sentence.split():
        if stems := _words(word):
            return stems
    return frozenset()


def _words(text: str) -> frozenset[str]:
    """The weightier words of a text by their stems, but for those of amounts."""
    return weighty(text) - _AMOUNTS


_AMOUNTS = weighty("hundred thousand million billion trillion pounds euros dollars pence percent cent")


def _names(text: str) -> set[str]:
    return {name for name in _NAME.findall(text) if len(name) > 1} - _NO_NAMES
