"""One fact stated twice, far apart: by the headline and the body, or in two clauses that read alike.

A headline's figure that stands nowhere in the body belongs to the place that speaks of the same thing.
Two clauses whose weightier words are nearly all the same state one fact, unless a name, a time or a word
such as "another" tells them apart.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import noun
from verifier.extraction.offline.relations.sizes import may_be_a_slip
from verifier.extraction.offline.relations.words_alike import one_noun, stems_of
from verifier.figures.model import Hedge, Interval, Kind
from verifier.patterns import late
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import Figure

_NAME = late(r"\b[A-Z][\w’'-]*")
_POSSESSIVE = late(r"[’']s?$")
# Words that say that something else, or only a part or a stage of it, is counted; for text in lower case.
_APART = late(
    r"\b(?:other|another|more|further|extra|additional|remaining|rest|first|last|next|previous\w*|earlier|later|so far|"
    r"each|every|up|down|from|than|compared|against|rose|fell|instead|originally|initially|now|already|still|only|"
    r"non|not|no|without|overall|lead\w*|led|average|per|second|third|fourth|among|of (?:the|these|those|them|his|her|its|their))\b",
)
_CLAUSE_END = late(r"[;:—()]|,\s|\s[-–]\s|\s(?:and|but|while|whereas|or)\s")
# "0.5% of trade would raise $220bn": what is stated hangs on another figure.
_FIGURE = late(r"\d|%|\bper ?cent\b")
_CLAUSE_START = late(r"[;:—()]|\s(?:and|but|while|whereas|after|before)\s")
_PRONOUN = late(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)\b")
_ANOTHER_TIME = late(
    r"\b(?:(?:in|of|since|from) (?:19|20)\d\d|[Tt]he last|[Tt]he previous|former|previously|ago)\b"
)
# "Brothers jailed for 13 years between them".
_TOTAL = late(r"\b(?:total|combined) (?:of )?(?:more than |over |nearly |almost |about )?\Z")
_TOGETHER = late(r"(?: [\w’'-]+){0,3} (?:between them|in total|in all|all told|altogether|combined)\b")
_OPENERS = frozenset("A An The In On At It He She They We But And That This These There For As".split())
_STOP = late(r"[.!?…]['\"”’)]*$")
_HEADLINE = 110
_BACK, _ON = 80, 60
_KINDS = frozenset(
    {Kind.COUNT, Kind.MONEY, Kind.DURATION, Kind.MEASURE, Kind.ORDINAL, Kind.PERCENT, Kind.POINTS}
)
# Of the words that set apart, those that two clauses may both have.
_SHARED = frozenset(("only", "still", "from", "of the"))
_HEADLINED = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.DURATION, Kind.MEASURE})
_NO_AMOUNTS = frozenset({Kind.DATE, Kind.RELATIVE_DATE, Kind.TIME, Kind.SCORE})
_SMALL = 2
_FEW = 12
_SHARED_IN_HEADLINE = 2
# Words between number and noun that tell nothing: "people", "civilians".
_PLAIN = stems_of("people civilian whole separate different local campaign paid fellow")
_NEAR, _NEAREST = 2, Fraction(5, 4)
# Of the first sentences below the headline.
_LEAD, _SHARED_IN_LEAD = 5, 1
# How far apart figures may stand that a headline adds up, in characters.
_PASSAGE = 400
_ALIKE = 3


def far_apart(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for the headline's figures and for clauses that read alike.

    Args:
        draft: the draft.
        figures: its figures, in order.
    """
    yield from _headline(draft, figures)
    yield from _twins(draft, figures)


def _relation(one: Figure, other: Figure, rule: str) -> Relation:
    return Relation("same_fact", (("figures", (one.id, other.id)),), proposed_by=("offline",), rule=rule)


def _headline(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """The figures of a headline that the body does not have, each with the one that it stands for there."""
    head = headline_of(draft)
    if head is None:
        return
    said = stems_of(head.span.quote)
    body = [f for f in figures if f.span.start >= head.span.end and f.kind not in _NO_AMOUNTS]
    for figure in figures:
        if figure.span.end > head.span.end:
            break
        if (
            not _is_stated(figure)
            or _of_several(draft, figure)
            or any(_says_again(other, figure) for other in body)
        ):
            continue
        alike = [other for other in body if _one_unit(figure, other)]
        if _made_up_of(figure, alike):
            continue
        near = [other for other in alike if len(said & _around(draft, other)) >= _SHARED_IN_HEADLINE]
        other = _of_the_lead(draft, alike, said) or _of_the_body(draft, figure, alike, near)
        # Of two counts of one thing, either may be meant; a second sum is seldom of the same.
        unsure = figure.kind is Kind.COUNT and len({f.written for f in near}) > 1
        if other is not None and not unsure and _of_one_thing(draft, head, figure, other):
            yield _relation(figure, other, "the headline's figure, and the body's")


def _of_several(draft: Draft, figure: Figure) -> bool:
    """Whether a headline's figure adds up what is told one by one: "a total of 14 years", "13 years between them"."""
    text, start, end = draft.text, figure.span.start, figure.span.end
    return _TOGETHER.match(text, end) is not None or _TOTAL.search(text, 0, start) is not None


def _is_stated(figure: Figure) -> bool:
    """Whether a headline's figure is one that the body has to give again."""
    low = figure.written.low
    if figure.kind not in _HEADLINED or figure.hedge is Hedge.VAGUE or low is None:
        return False
    return figure.kind is not Kind.COUNT or (low > _SMALL and noun(figure) is not None)


def _of_one_thing(draft: Draft, head: Sentence, figure: Figure, other: Figure) -> bool:
    """Whether two figures can be one with a slip in it, and no word beside them is of the one alone.

    "Three Gold Cup winners" are not the 1,486 winners of a trainer's career, nor "196 new cases" the
    1,000 of a month.
    """
    if not may_be_a_slip(figure, other):
        return False
    sentence = draft.sentence_at(other.span.start)
    if sentence is not None and _ANOTHER_TIME.search(sentence.span.quote):
        return _ANOTHER_TIME.search(head.span.quote) is not None
    if figure.kind is not Kind.COUNT or sentence is None:
        return True
    if (other.written.low or 0) <= _SMALL:
        return False  # of everything there are two
    there = stems_of(" ".join(s.span.quote for s in draft.sentences if 0 <= sentence.number - s.number <= 1))
    return _between(draft, figure) <= there and _between(draft, other) - _PLAIN <= stems_of(head.span.quote)


def _between(draft: Draft, figure: Figure) -> frozenset[str]:
    """The stems of the words between a number and the noun that it counts."""
    words = draft.text[figure.span.end : figure.span.end + _BACK].casefold().partition(figure.unit or "\n")
    return stems_of(words[0]) if words[1] else frozenset()


def _says_again(other: Figure, figure: Figure) -> bool:
    """Whether a figure of the body may give the headline's: in the same unit, or with none."""
    if not _meet(figure.written, other.written):
        if figure.kind is Kind.PERCENT and other.kind in (Kind.FRACTION, Kind.RATIO):
            return other.generous.low is None or _meet(figure.generous, _times(other.generous, 100))
        return False
    if figure.kind is Kind.COUNT and other.kind is Kind.COUNT and (figure.written.low or 0) <= _FEW:
        named = noun(figure), noun(other)
        same = None in named or one_noun(named[0] or "") == one_noun(named[1] or "")
    elif figure.kind is other.kind is Kind.COUNT:
        same = True  # a large number that the body has is the headline's, whatever it calls what it counts
    else:
        same = _one_unit(figure, other)
    # "More than 40" may be any number above it: only those near it are meant.
    low, high = sorted((figure.written.low or 0, other.written.low or 0))
    both = figure.hedge is other.hedge is Hedge.MORE_THAN
    return same and high <= low * (_NEAREST if both else _NEAR)


def _times(interval: Interval, factor: int) -> Interval:
    low, high = interval.low, interval.high
    return Interval(None if low is None else low * factor, None if high is None else high * factor)


def _made_up_of(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether the headline may have added up, or taken off, what one passage of the body gives one by one."""
    if figure.kind is Kind.DURATION:
        return False
    passages = [
        [other for other in others[index:] if other.span.start - first.span.start < _PASSAGE]
        for index, first in enumerate(others)
    ]
    made = {sum(map(_middle, passage), Fraction()) for passage in passages if len(passage) > 1}
    for first, *rest in passages:
        made |= {_middle(first) + _middle(other) for other in rest}
        made |= {abs(_middle(first) - _middle(other)) for other in rest}
    if figure.kind is Kind.PERCENT:
        made |= {100 - _middle(other) for other in others}
    return any(figure.written.holds(value) for value in made)


def _middle(figure: Figure) -> Fraction:
    """The value that a figure is rounded to, or the bound that it gives."""
    low, high = figure.written.low, figure.written.high
    if low is None or high is None:
        return Fraction(low or high or 0)
    return Fraction(low + high) / 2


def _of_the_lead(draft: Draft, alike: Sequence[Figure], said: frozenset[str]) -> Figure | None:
    """The figure of the first sentences that shares most with the headline; None where several share as much."""
    best: list[Figure] = []
    most = 0
    for figure in alike:
        sentence = draft.sentence_at(figure.span.start)
        if sentence is None or sentence.number > _LEAD:
            continue
        whole = len(said & stems_of(sentence.span.quote) - {noun(figure) or ""})
        shared = whole + len(said & _around(draft, figure)) if whole >= _SHARED_IN_LEAD else 0
        if shared > most:
            best, most = [], shared
        if shared == most and shared:
            best.append(figure)
    return best[0] if best and all(may_be(best[0], other) for other in best) else None


def _of_a_pronoun(draft: Draft, figure: Figure) -> bool:
    """Whether a figure is said of him, her, it or them: of whom the draft is about, and no other."""
    sentence = draft.sentence_at(figure.span.start)
    start = sentence.span.start if sentence else figure.span.start
    return _PRONOUN.search(draft.text, start, figure.span.start) is not None


def _of_the_body(
    draft: Draft, figure: Figure, alike: Sequence[Figure], near: Sequence[Figure]
) -> Figure | None:
    """The one figure of the body, at one value, near which the headline's words stand again.

    Where they stand near none, the body's only sum, or its only count of that noun, if it is of like size.
    """
    fitting = near
    if not fitting and alike:
        low, high = sorted((_middle(figure), _middle(alike[0])))
        counted = noun(figure) not in (None, "person") and high <= low * _NEAR
        if figure.kind in (Kind.MONEY, Kind.PERCENT) or (counted and _of_a_pronoun(draft, alike[0])):
            fitting = alike
    return fitting[0] if fitting and all(may_be(fitting[0], other) for other in fitting) else None


def headline_of(draft: Draft) -> Sentence | None:
    """The first line, where it is a headline: short, and a paragraph of its own.

    Headlines end without a full stop; where one ends with it, a paragraph that is longer has to follow.
    """
    if len(draft.paragraphs) <= 1 or not draft.sentences:
        return None
    first, paragraph = draft.sentences[0], draft.paragraphs[0]
    if first.span.end != paragraph.end or len(paragraph.quote) > _HEADLINE:
        return None
    if not _STOP.search(first.span.quote):
        return first
    return first if max(len(p.quote) for p in draft.paragraphs[1:3]) > _HEADLINE else None


def _around(draft: Draft, figure: Figure) -> frozenset[str]:
    """The weightier words of a figure's sentence near it."""
    sentence = draft.sentence_at(figure.span.start)
    if sentence is None:
        return frozenset()
    start = max(sentence.span.start, figure.span.start - _BACK)
    return stems_of(draft.text[start : min(sentence.span.end, figure.span.end + _ON)])


def _one_unit(one: Figure, other: Figure) -> bool:
    if one.kind is not other.kind or other.hedge in (Hedge.VAGUE, Hedge.BETWEEN):
        return False
    if one.kind is Kind.COUNT:
        nouns = noun(one), noun(other)
        return nouns[0] is not None and nouns[1] is not None and one_noun(nouns[0]) == one_noun(nouns[1])
    return one.unit == other.unit


def may_be(one: Figure, other: Figure) -> bool:
    """Whether the two have a value in common, read generously."""
    return _meet(one.generous, other.generous)


def _meet(one: Interval, other: Interval) -> bool:
    above = one.low is None or other.high is None or one.low <= other.high
    return above and (other.low is None or one.high is None or other.low <= one.high)


@dataclass(frozen=True)
class _Clause:
    """A figure with the clause around it.

    Attributes:
        words: the clause.
        ahead: what stands before the figure in its sentence.
        apart: those words of the clause, of `_SHARED`, that would set it apart if the other had them not.
    """

    figure: Figure
    sentence: Sentence
    words: str
    ahead: str
    apart: frozenset[str]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The weightier words of the clause."""
        return stems_of(self.words)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in the clause."""
        return frozenset(names_in(self.words))

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """The names before the figure in its whole sentence, in order."""
        return names_in(self.ahead)


def _twins(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """Pairs of figures whose clauses read alike."""
    units = [_unit(figure) for figure in figures]
    often = Counter(units)
    by_unit: dict[tuple[Kind, str], list[_Clause]] = {}
    for figure, unit in zip(figures, units, strict=True):
        clause = _clause(draft, figure) if unit is not None and often[unit] > 1 else None
        if unit is None or clause is None:
            continue
        earlier = by_unit.setdefault(unit, [])
        alike = [c for c in earlier if c.sentence is not clause.sentence and _read_alike(c, clause)]
        if len(alike) == 1:
            yield _relation(alike[0].figure, figure, "clauses that read alike")
        earlier.append(clause)


def _unit(figure: Figure) -> tuple[Kind, str] | None:
    """What a figure must have in common with its twin; None for what has none."""
    unit = noun(figure) if figure.kind is Kind.COUNT else figure.unit
    unit = "" if figure.kind is Kind.ORDINAL else unit
    if figure.kind not in _KINDS or unit is None or figure.hedge in (Hedge.VAGUE, Hedge.BETWEEN):
        return None
    return figure.kind, unit


def _clause(draft: Draft, figure: Figure) -> _Clause | None:
    sentence = draft.sentence_at(figure.span.start)
    if sentence is None:
        return None
    before = draft.text[max(sentence.span.start, figure.span.start - _BACK) : figure.span.start]
    after = draft.text[figure.span.end : min(sentence.span.end, figure.span.end + _ON)]
    end = _CLAUSE_END.search(after)
    text = f"{_CLAUSE_START.split(before)[-1]} # {after[: end.start()] if end else after}"
    if _FIGURE.search(text):
        return None
    apart = frozenset(_APART.findall(text.casefold()))
    if apart - _SHARED:
        return None
    return _Clause(figure, sentence, text, draft.text[sentence.span.start : figure.span.start], apart)


def _briefly_alike(one: _Clause, other: _Clause) -> bool:
    """Whether two short clauses are the same but for their figures: "Mallow has backing from 33 percent"."""
    same = one.stems == other.stems and one.names == other.names and bool(one.names)
    return same and len(one.stems) == _ALIKE - 1 and one.figure.kind in (Kind.MONEY, Kind.PERCENT)


def names_in(text: str) -> tuple[str, ...]:
    """The capitalised words of a text that are not just the first of a sentence, in order."""
    names = (_POSSESSIVE.sub("", name) for name in _NAME.findall(text))
    return tuple(name for name in names if name not in _OPENERS)


def _read_alike(one: _Clause, other: _Clause) -> bool:
    """Whether all weightier words of the one clause stand in the other, and the names as well."""
    if one.apart != other.apart:
        return False
    less, more = sorted((one.stems, other.stems), key=len)
    if not less <= more:
        return False
    if len(less) < _ALIKE and not _briefly_alike(one, other):
        return False
    if one.actors and other.actors and not set(one.actors) & set(other.actors):
        return False
    if one.figure.kind is Kind.ORDINAL and (not one.actors or one.actors[:1] != other.actors[:1]):
        return False  # a rank says nothing without whose it is
    return one.names == other.names
