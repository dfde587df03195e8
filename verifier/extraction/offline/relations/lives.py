"""One life in figures: born, and of what age at death: "Anna Roe, 89, died on 3 May 2016 … Born in 1917"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import Figure

_REACH = 90
_BORN = late(
    r"\b[Bb]orn (?:\w+ \w+ )?(?:(?:in|at|near) [A-Z][^.;:!?]{1,40}?,? )?(?:(?:in|on) )?(?:\w+day,? )?$"
)
_DIED = late(
    r"\b(?:died|passed away|was killed|was found dead|death)(?: (?:peacefully|suddenly|at home|there))?[^.;:!?,]{0,40}?,? ?(?:(?:in|on) )?$"
)
_NAMED = late(r"(?P<name>(?:[A-Z][\w’'.-]+ ){0,3}[A-Z][a-z][\w’'-]+),? (?:who (?:was|is) |aged )?$")
_NAME = late(r"\b[A-Z][a-z][\w’'-]+")
_KIN = late(
    r"\b(?:sons?|daughters?|wife|husband|brothers?|sisters?|mother|father|parents?|child|children|grand\w+|uncle|aunt|widow|widower)\b",
    re.IGNORECASE,
)


def lives(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`age` for a birth and an age at death."""
    ages = [f for f in figures if f.kind is Kind.AGE and f.hedge is Hedge.EXACT and _name(draft, f)]
    if not ages:
        return
    yield from _at_death(draft, figures, ages)


def _name(draft: Draft, figure: Figure) -> str | None:
    """Whose age it is, where the name stands before it: "Anna Roe, 34,"."""
    found = _NAMED.search(draft.text, max(0, figure.span.start - _REACH), figure.span.start)
    return found["name"] if found else None


def _at_death(draft: Draft, figures: Sequence[Figure], ages: Sequence[Figure]) -> Iterator[Relation]:
    """The one birth of the draft, and the age of a person of that name whose death is dated."""
    dates = [f for f in figures if f.kind is Kind.DATE and f.date is not None and f.date.year is not None]
    born = [f for f in dates if _BORN.search(draft.text, max(0, f.span.start - _REACH), f.span.start)]
    if len(born) != 1:
        return
    birth = draft.sentence_at(born[0].span.start)
    for age in ages:
        sentence = draft.sentence_at(age.span.start)
        if sentence is None or birth is None or _KIN.search(sentence.span.quote.split(",")[0]):
            continue
        dead = [
            f
            for f in dates
            if sentence.span.covers(f.span)
            and age.span.end < f.span.start
            and _DIED.search(draft.text, max(age.span.end, f.span.start - _REACH), f.span.start)
        ]
        if len(dead) == 1 and dead[0] is not born[0] and _is_born(draft, birth, _name(draft, age) or ""):
            yield Relation(
                "age",
                (("age", (age.id,)), ("born", (born[0].id,)), ("at", (dead[0].id,))),
                proposed_by=("offline",),
                rule="born, and the age at death",
            )


def _is_born(draft: Draft, birth: Sentence, name: str) -> bool:
    """Whether the sentence of the birth, or the one before it where it names nobody, has a part of the name."""
    words = set(_NAME.findall(name))
    before = re.split(r"\b[Bb]orn\b", birth.span.quote)[0]
    if _NAME.search(before):
        return not words.isdisjoint(_NAME.findall(before))
    index = birth.number - 1
    return index > 0 and not words.isdisjoint(_NAME.findall(draft.sentences[index - 1].span.quote))
