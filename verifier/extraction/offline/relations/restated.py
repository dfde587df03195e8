"""One quantity stated again, far from its first place and in other words.

"Five public sector unions met the minister … The six unions which met the minister": figures in one unit,
of like size, of which the second takes up the first by a definite article or their head noun ("a 52-month
sentence"), in clauses that share weightier words, and that no name, date or word such as "another" tells apart.
No third figure may fit as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.headlines import headline_of, may_be, names_in
from verifier.extraction.offline.relations.repeated import restricted_otherwise
from verifier.extraction.offline.relations.rule import noun, singular
from verifier.extraction.offline.relations.words_alike import one_noun, stems_of, weighty
from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations.arithmetic import middle
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import Figure

_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.DURATION})
"""Shares and points are left out: what two polls say in the same words is told by what they are called."""
_FIGURES = 8
"""So many figures of one unit a draft may have for two of them to be found."""
_ALIKE = 3
"""So much two clauses have in common that state one fact: see `_common`."""
_FAR = 3
"""So many sentences apart: nearer, two figures are compared more often than said again."""
_OPENING = 2
_PEOPLE = 2
_SMALL = 2
_SIZE = 2
"""One is less than so many times the other: what differs more is a part, or something else."""
_BACK, _ON, _BESIDE = 80, 70, 26
_WHOSE = 140
_PARALLEL = 4

_DEFINITE = late(r"\b(?:the|its|his|her|their|this|that|those|these|all)\s+(?:[a-z]+\s)?$", re.IGNORECASE)
_OF_OTHERS = late(r"(?:\s\w+)?\s+of\s+(?:the|its|his|her|their|those|these|them|us|all|\w+\s)")
_RESTRICTED = late(
    r"\s+[\w’'-]+\s+(?:where|when|of|with|without|for|under|over|between|still|not|given|held)\b",
    re.IGNORECASE,
)
# "The 30-second speech where you say how great it is": of the kind, not of one.
_IN_GENERAL = late(r"\s+[\w’'-]+\s+(?:where|when|who|that)\b")
_NUMBER = r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_IN_LIST = late(rf"(?:\s[\w’'-]+){{1,3}}?(?:,|,?\sand|,?\splus)\s(?:the\s)?{_NUMBER}\s[A-Za-z]")
_YEAR = late(r"\b(?:1[89]|20)\d\d\b")
_BRACKETED = late(r"[^()]{0,30}\)")
_PAST = late(r"\b(?:past|last|next|first|coming|previous|after|every|for)\s$", re.IGNORECASE)
# In the clause of one of the two only: another stage, part or case of it.
_APART = late(
    r"\b(?:another|others?|more|further|extra|additional|remaining|rest|each|every|apiece|earlier|previous\w*|instead|"
    r"elsewhere|similar\w*|different|separate|unless|rose|fell|ris(?:en|ing)|fallen|falling|up|down|not|"
    r"no|n['’]t|without|already|still|so far|now|currently|once|used to|ago|at present|today|non|male|female|men|women|original\w*|initial\w*|revised)\b"
)
# Beside the one figure of two that have little else in common.
_APART_BESIDE = late(
    r"\b(?:first|last|next|later|from|only|average|per|among|new|old|young\w*|older|could|would|may|might|both|half|"
    r"least|also|final|by|of (?:its|the|his|her|their|those|these|them)|again)\b"
)
_END = late(r"[;:—()]|\s[-–]\s|,\s(?:and|but|while|whereas|which|who)\s|[.!?]\s")
_START = late(r"[;:—()]|\s[-–]\s|,\s(?:and|but|while|whereas)\s")
_WORD = late(r"[- \u00a0](?P<word>[A-Za-z][\w’'&-]*)")
_BRACKET = late(r"\s\([^()]{1,40}\)")
_FUNCTION = frozenset(
    "a an the and or but of in on at to for from by with that which who was were is are be been has have had will "
    "would could may might as than if when while where after before since until over under into about against "
    "between during per each this these those it its his her their our more less up down not said says also only "
    "just even still out off all one two three some most many few both despite now then here nearly almost around "
    "although though because however among once since he she they we you i my mr mrs ms dr so yet no nor".split()
)
_NO_STEMS = stems_of(
    "three four five seven eight nine eleven twelve twenty thirty forty fifty hundred thousand million billion "
    "trillion percent cent pounds euros dollars pence year-old Monday Tuesday Wednesday Thursday Friday Saturday "
    "Sunday January February March April June July August September October November December today yesterday"
)


@dataclass(frozen=True)
class Stated:
    """A figure where it stands.

    Attributes:
        figure: the figure.
        sentence: its sentence.
        opens: whether it stands in the headline or the lead.
        heads_draft: whether it stands in the headline.
        draft: the draft.
        dates: the dates of its sentence.
    """

    figure: Figure
    sentence: Sentence
    opens: bool
    heads_draft: bool
    draft: Draft
    dates: frozenset[object]

    @cached_property
    def years(self) -> frozenset[str]:
        """The years of its sentence: what is stated without one may be of another."""
        return frozenset(_YEAR.findall(self.sentence.span.quote))

    @cached_property
    def before(self) -> str:
        """The words of the sentence before the figure."""
        start, text = self.sentence.span.start, self.draft.text
        return text[max(start, self.figure.span.start - _BACK) : self.figure.span.start]

    @cached_property
    def after(self) -> str:
        """The words of the sentence after the figure."""
        end = self.figure.span.end
        return self.draft.text[end : min(self.sentence.span.end, end + _ON)]

    @cached_property
    def clause(self) -> str:
        """The clause around the figure."""
        end = _END.search(self.after)
        return f"{_START.split(self.before)[-1]} # {self.after[: end.start()] if end else self.after}"

    @cached_property
    def stems(self) -> frozenset[str]:
        """The weightier words near the figure, without the noun that is counted."""
        return weighty(f"{self.before} # {self.after}") - weighty(self.figure.unit or "") - _NO_STEMS

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in the clause, and before it in the sentence if it is short."""
        start, text = self.sentence.span.start, self.draft.text
        before = text[max(start, self.figure.span.start - _WHOSE) : self.figure.span.start]
        names = names_in(f"{_START.split(before)[-1]} {self.clause.partition('#')[2]}")
        return frozenset(n for n in names if not (n.endswith(("ed", "ing")) or n.casefold() in _FUNCTION))

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The words that the figure describes: "a 52-month prison sentence"."""
        text, at = self.draft.text, self.figure.span.end
        bracket = _BRACKET.match(text, at)
        at = bracket.end() if bracket and self.figure.kind is Kind.MONEY else at
        found: list[str] = []
        while len(found) < 3 and (match := _WORD.match(text, at)) is not None:  # noqa: PLR2004
            word = match["word"].casefold()
            if word in _FUNCTION:
                break
            found.append(singular(re.sub(r"[’']s?$", "", word)))
            at = match.end()
        return tuple(found)

    @cached_property
    def apart(self) -> frozenset[str]:
        """The words of the clause that may tell the figure from another."""
        return frozenset(_APART.findall(self.clause.casefold()))

    @cached_property
    def apart_beside(self) -> frozenset[str]:
        """The words beside the figure that may do so."""
        end = re.split(r"[.;:!?]\s", self.after[:_BESIDE])[0]
        return frozenset(_APART_BESIDE.findall(f"{self.before[-_BESIDE:]} # {end}".casefold()))

    @cached_property
    def definite(self) -> bool:
        """Whether it takes up what is known: "the six unions which met him"."""
        return _DEFINITE.search(self.before) is not None and not _RESTRICTED.match(self.after)

    @cached_property
    def aside(self) -> bool:
        """Whether it is part of others, or stands in brackets, or is a stretch of time up to now."""
        if self.figure.kind is Kind.DURATION and _PAST.search(self.before):
            return True
        bracketed = self.before.endswith("(") or ("(" in self.before[-30:] and _BRACKETED.match(self.after))
        part = self.figure.kind is Kind.COUNT and _OF_OTHERS.match(self.after) is not None
        return bool(bracketed) or part

    @cached_property
    def listed(self) -> bool:
        """Whether other things are counted beside it: "the 16 Lib Dems and 11 Labour members in the chamber"."""
        return self.figure.kind is Kind.COUNT and _IN_LIST.match(self.after) is not None

    @cached_property
    def compound(self) -> bool:
        """Whether it is part of a compound: "a five-judge panel"."""
        return self.after.startswith("-")


def restated(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for pairs of figures that state one quantity in two places.

    Args:
        draft: the draft.
        figures: its figures, in order.
    """
    by_unit: dict[tuple[Kind, str], list[Figure]] = {}
    for figure in figures:
        unit = noun(figure) if figure.kind is Kind.COUNT else figure.unit
        if figure.kind in _KINDS and unit is not None and figure.hedge not in (Hedge.VAGUE, Hedge.BETWEEN):
            by_unit.setdefault((figure.kind, one_noun(unit)), []).append(figure)
    for (_, unit), group in by_unit.items():
        if 1 < len(group) <= _FIGURES and unit != "time":
            yield from _of_unit(draft, figures, group)


def _of_unit(draft: Draft, figures: Sequence[Figure], group: Sequence[Figure]) -> Iterator[Relation]:
    """The pairs among figures of one unit."""
    if not any(of_size(one, other) for one, other in combinations(group, 2)):
        return
    stated = where_stated(draft, figures, group)
    for one, other in combinations(stated, 2):
        if not (of_size(one.figure, other.figure) and _may_be_one(one, other)):
            continue
        common = alike(one, other)
        if (
            common
            and _marked(one, other)
            and _enough(one, other, common)
            and not _rivalled(one, other, stated)
        ):
            roles = (("figures", (one.figure.id, other.figure.id)),)
            yield Relation("same_fact", roles, proposed_by=("offline",), rule="one quantity, stated again")


def where_stated(draft: Draft, figures: Sequence[Figure], group: Sequence[Figure]) -> list[Stated]:
    """Figures of one unit where they stand, as far as they stand in sentences."""
    headline = headline_of(draft)
    dated = [f for f in figures if f.kind in (Kind.DATE, Kind.RELATIVE_DATE)]
    found = []
    for figure in group:
        sentence = draft.sentence_at(figure.span.start)
        if sentence is None:
            continue
        opens = sentence.number <= _OPENING or sentence is headline
        dates = frozenset(f.date or f.span.quote.casefold() for f in dated if sentence.span.covers(f.span))
        found.append(Stated(figure, sentence, opens, sentence is headline, draft, dates))
    return found


def of_size(one: Figure, other: Figure) -> bool:
    """Whether the one is less than `_SIZE` times the other, and neither is very small."""
    low, high = sorted((middle(one.written) or 0, middle(other.written) or 0))
    return high < low * _SIZE and (one.kind is not Kind.COUNT or low > _SMALL)


def _may_be_one(one: Stated, other: Stated) -> bool:
    """Whether nothing tells the figures apart."""
    distance = other.sentence.number - one.sentence.number
    if distance < 1 or (distance < _FAR and not one.opens):
        return False
    if one.aside or other.aside or one.compound != other.compound or one.apart != other.apart:
        return False
    if one.listed or other.listed:
        return False
    if one.compound and not set(one.heads[1:]) & set(other.heads[1:]):
        return False
    if _disjoint(one.dates, other.dates) or (not one.heads_draft and _disjoint(one.names, other.names)):
        return False
    if bool(one.years) != bool(other.years) and not one.heads_draft:
        return False
    return not _parallel(one, other)


def told_apart(one: Stated, other: Stated) -> bool:
    """Whether a date or year in one place only, or a word such as "another", says that two figures are two."""
    if one.aside or other.aside or one.compound != other.compound or one.apart != other.apart:
        return True
    if not (other.dates <= one.dates and other.years <= one.years):
        return True  # what takes up another gives no date of its own
    return one.apart_beside != other.apart_beside


def _disjoint(mine: frozenset[object], theirs: frozenset[object]) -> bool:
    """Whether both name something, and nothing in common."""
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _parallel(one: Stated, other: Stated) -> bool:
    """Whether the clauses go on alike, and then part: "reasons to be hopeful … reasons to be fearful"."""
    left, right = one.after.split(), other.after.split()
    same = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    return same is not None and same >= _PARALLEL


def alike(one: Stated, other: Stated) -> int:
    """How many weightier words two clauses have in common."""
    return len(one.stems & other.stems)


def _marked(one: Stated, other: Stated) -> int:
    """Whether the two describe one noun, or the second takes up the first: one for each."""
    if one.figure.kind is Kind.COUNT:
        return int(other.definite and not restricted_otherwise(one.draft, one.figure, other.figure))
    if _IN_GENERAL.match(one.after) or _IN_GENERAL.match(other.after):
        return 0
    return int(bool(set(one.heads) & set(other.heads)))


def _common(one: Stated, other: Stated) -> int:
    """How much two statements have in common."""
    return alike(one, other) + _marked(one, other)


def _enough(one: Stated, other: Stated, shared: int) -> bool:
    """Whether two statements have so much in common that they state one fact: less, from the opening on."""
    common = _common(one, other)
    if noun(one.figure) == "person" and shared < _PEOPLE:
        return False  # of people, much is counted
    return common >= _ALIKE or (common == _ALIKE - 1 and one.opens and one.apart_beside == other.apart_beside)


def _rivalled(one: Stated, other: Stated, stated: Sequence[Stated]) -> bool:
    """Whether a third figure with another value fits one of the two as well, or the headline's own better."""
    for third in stated:
        if third is one or third is other:
            continue
        if third.figure.written == other.figure.written and third.figure.span < other.figure.span:
            return True
        if one.heads_draft and third.figure.written == one.figure.written != other.figure.written:
            return True
        if may_be(third.figure, one.figure) or may_be(third.figure, other.figure):
            continue
        if max(_common(one, third), _common(third, other)) >= _common(one, other):
            return True
    return False
