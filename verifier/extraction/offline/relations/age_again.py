"""One age given again: in the headline and the body of an obituary, or on a birthday.

"Anna Roe, composer, dies at 92 … Roe died on Monday. She was 82." "As Roe turns 70 … her 60th birthday".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.headlines import names_in
from verifier.figures.model import Hedge, Kind
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import Figure

_DEATH = re.compile(r"\b(?:dies|died|dead|dying|death|passed away)\b")
_AT_DEATH = re.compile(
    r"\b(?:dies|died|dead|dying|passed away)\b[^.;:!?]{0,70}?\b(?:at|aged|at age|age|at the age of),? $"
)
# "He died three years later, at 73": in a life that is told, that is somebody else's death.
_ANOTHER_TIME = re.compile(
    r"\b(?:later|earlier|before|after|that year|the same year|in (?:1[89]|20)\d\d)\b[^.;]*$"
)
_DIED_AFTER = re.compile(r"(?:,[^,.;]{1,60},)? (?:died|was found dead|passed away|was killed)\b")
_WAS = re.compile(r"(?:^|[.!?]['\"”’]? )[\"“'‘]?(?:He|She) was $|\b(?:[A-Z][\w’'-]+) was $")
_TURNS = re.compile(r"\b(?:turns|turned|turning) $")
_HER_BIRTHDAY = re.compile(r"(?:\b(?:his|her)|[’']s?) (?:own )?$")
_BIRTHDAY = re.compile(r" birthday\b")
_THEN = re.compile(
    r"\b(?:when|before|after|until|by the time|once|since|if|while|ahead of|would have been|will|years? ago|years? later)\b[^.;]*$"
)
_KIN = re.compile(
    r"\b(?:sons?|daughters?|wife|husband|brothers?|sisters?|mother|father|parents?|child|children|grand\w+|uncle|aunt|"
    r"widow|widower|siblings?|friend|dogs?|twins?)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_CLOSE = 2
_OPENING = 5


def age_again(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for the age at which one person died, or which one person reaches.

    Args:
        draft: the draft.
        figures: its figures, in order.
    """
    ages = [f for f in figures if f.kind is Kind.AGE and f.hedge is Hedge.EXACT]
    if len(ages) < _CLOSE:
        return
    for told, rule in ((_told_at_death, "one age at death"), (_told_of_a_birthday, "one birthday")):
        found = [(age, whose) for age in ages if (whose := told(draft, age)) is not None]
        for age, whose in found[1:]:
            first, of = found[0]
            if whose & of:
                roles = (("figures", (first.id, age.id)),)
                yield Relation("same_fact", roles, proposed_by=("offline",), rule=rule)


def _told_at_death(draft: Draft, age: Figure) -> frozenset[str] | None:
    """The names of whose age at death it is; None where it is none."""
    sentence = draft.sentence_at(age.span.start)
    if sentence is None:
        return None
    before = draft.text[sentence.span.start : age.span.start]
    if _ANOTHER_TIME.search(before):
        return None
    if _AT_DEATH.search(before) or _DIED_AFTER.match(draft.text, age.span.end):
        return None if _KIN.search(before) else _named(draft, sentence, before)
    if _WAS.search(before) and sentence.number > 1:
        last = draft.sentences[sentence.number - 2].span.quote
        if _DEATH.search(last) and not _KIN.search(last):
            return _named(draft, sentence, before)
    return None


def _told_of_a_birthday(draft: Draft, age: Figure) -> frozenset[str] | None:
    """The names of whose birthday it is, in the opening; None where it is none, or one of another year."""
    sentence = draft.sentence_at(age.span.start)
    if sentence is None or sentence.number > _OPENING or _YEAR.search(sentence.span.quote):
        return None
    before = draft.text[sentence.span.start : age.span.start]
    turns = _TURNS.search(before)
    if not turns and not (_BIRTHDAY.match(draft.text, age.span.end) and _HER_BIRTHDAY.search(before)):
        return None
    return None if _THEN.search(before) or _KIN.search(before) else _named(draft, sentence, before)


def _named(draft: Draft, sentence: Sentence, before: str) -> frozenset[str]:
    """The names before an age, or those of the sentences before it where it has a pronoun."""
    names = frozenset(names_in(before))
    if not names and sentence.number > 1:
        for earlier in draft.sentences[max(0, sentence.number - 1 - _CLOSE) : sentence.number - 1]:
            names |= frozenset(names_in(earlier.span.quote))
    return names
