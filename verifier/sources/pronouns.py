"""Whom “he” and “she” mean: the person whom the sentences before are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from verifier.draft import Draft, Span
    from verifier.sources.people import People, Person, Place

_SENTENCES = 5
"""How many sentences back a pronoun reaches."""


def antecedent(
    draft: Draft,
    people: People,
    mention: Span,
    gender: str,
    spoke: Callable[[int, int], Person | None],
    role: str = "",
) -> Person | None:
    """The person whom a pronoun or a role at `mention` calls back.

    Within a sentence it is the first person named before it; in the sentences before, whoever speaks
    there, and then the first person named there outside quotations.

    Args:
        draft: the draft.
        people: its people.
        mention: the pronoun or role.
        gender: "m", "f" or "" where the words do not tell.
        spoke: who was the last source in a stretch of the draft, if that was a named person.
        role: a role that the person must have been given, or "".
    """
    sentence = draft.sentence_at(mention.start)
    if sentence is None:
        return None
    index = int(sentence.id[1:]) - 1
    for back in range(_SENTENCES + 1):
        if index - back < 0:
            break
        span = draft.sentences[index - back].span
        end = mention.start if back == 0 else span.end
        speaker = spoke(end, span.start)
        if speaker is not None and _fits(speaker, gender, role):
            return speaker
        for place in people.within(span.start, end):
            if (
                _fits(place.person, gender, role)
                and not _modifies(draft.text, place, span.start)
                and not _quoted(draft.text, span.start, place.start)
            ):
                return place.person
    return None


def _fits(person: Person, gender: str, role: str) -> bool:
    if gender and person.gender and person.gender != gender:
        return False
    return not role or role in person.roles


def _modifies(text: str, place: Place, sentence: int) -> bool:
    """Whether a name only narrows a noun: “Hall's car”, “a Hall supporter”."""
    if text[place.end : place.end + 2] in ("'s", "’s"):
        return place.start > sentence
    return text[max(0, place.start - 4) : place.start].casefold().endswith((" a ", "the ", " an "))


def _quoted(text: str, start: int, at: int) -> bool:
    before = text[max(start, at - 2000) : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
