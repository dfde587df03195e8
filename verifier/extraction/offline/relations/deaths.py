"""One death, and how old the dead was, twice: "Anna Roe, campaigner, dies at 92 … died on Monday. She was 92"."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from verifier.figures.model import Hedge, Kind
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import Figure

_DIED = re.compile(r"\b(?:dies|died|dead|passed away|killed|death)\b")
_AGED_THEN = re.compile(
    r"\b(?:dies|died|dead|passed away|killed|death)\b[^;:!?]{0,60}?,?\s(?:aged|at|age|at age|at the age of)\s$"
)
_WAS = re.compile(r"^\s*(?:He|She)\s(?:was|had been)\s$")
_THEN = re.compile(r"[.,;]")
_NAME = re.compile(r"\b[A-Z][a-z][\w’'-]+")
_KIN = re.compile(
    r"\b(?:sons?|daughters?|wife|husband|brothers?|sisters?|mother|father|parents?|child|children|grand\w+|uncle|aunt|widow|widower|"
    r"sibling|friend|cousin|nephew|niece|partner)\b",
    re.IGNORECASE,
)


_MANY, _REACH = 50, 400


class _AtDeath(NamedTuple):
    figure: Figure
    sentence: Sentence
    names: frozenset[str]


def ages_at_death(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for two ages at which one person died."""
    ages = [f for f in figures if f.kind is Kind.AGE and f.hedge is Hedge.EXACT]
    if len(ages) < 2:  # noqa: PLR2004
        return
    found = [at_death for age in ages if (at_death := _at_death(draft, age)) is not None]
    for one, other in combinations(found[:_MANY], 2):
        if one.sentence is not other.sentence and one.names & other.names:
            yield Relation(
                "same_fact",
                (("figures", (one.figure.id, other.figure.id)),),
                proposed_by=("offline",),
                rule="one death, its age twice",
            )


def _at_death(draft: Draft, age: Figure) -> _AtDeath | None:
    """The age with the names of who died at it; None where it is no age at death, or may be a relation's."""
    sentence = draft.sentence_at(age.span.start)
    if sentence is None:
        return None
    before = draft.text[max(sentence.span.start, age.span.start - _REACH) : age.span.start]
    if _WAS.match(before):
        if not _THEN.match(draft.text, age.span.end):
            return None
        if sentence.number < 2:  # noqa: PLR2004
            return None
        told = draft.sentences[sentence.number - 2].span.quote
        died = _DIED.search(told)
    else:
        told = before
        died = _AGED_THEN.search(before)
    if died is None or _KIN.search(told):
        return None
    names = {re.sub(r"['’]s?$", "", name) for name in _NAME.findall(told[: died.start()])}
    return _AtDeath(age, sentence, frozenset(names)) if names else None
