"""The noun phrase that follows a cue: “said Ms White, the owner”, “according to a report by X”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.edges import Phrase, head_of, is_nominal, looks_finite
from verifier.extraction.offline.speakers import can_speak
from verifier.extraction.offline.words import DASHES, NEAR_TIMES, NOUNS, TIME_NOUNS, Tag

if TYPE_CHECKING:
    from verifier.extraction.offline.words import Words

_REACH = 34
"""Words that a noun phrase has at most, with its apposition."""

_KEEPS_PLACE = frozenset("of for to with from against between".split())


def phrase_after(words: Words, start: int, *, inverted: bool = False) -> Phrase | None:
    """The noun phrase that starts at index `start`, with an apposition that follows it.

    Args:
        words: the sentence.
        start: the index of its first word.
        inverted: whether it is the subject of "said Ms White, the owner": an adjunct of place or time
            after a name is not part of it.
    """
    index, count = start, len(words)
    limit = min(count, start + _REACH)
    while index < limit and not _ends_phrase(words, index, start, inverted=inverted):
        index += 1
    if index == start:
        return None
    head = head_of(words, start, index - 1)
    phrase = Phrase(start, index, head)
    if not is_nominal(words, phrase):
        return None
    return Phrase(start, _with_apposition(words, index, limit), head)


def _ends_phrase(words: Words, index: int, start: int, *, inverted: bool) -> bool:
    word = words[index]
    if word.quoted >= 0:
        return words[start].quoted != word.quoted
    if word.tag is Tag.MARK:
        return word.lower not in ("%", "'", "’", "(", ")", "$", "£", "€")
    if word.tag in (Tag.RELATIVE, Tag.SUBORDINATOR, Tag.AUXILIARY):
        return True
    if index == start:
        return word.tag in (Tag.PREPOSITION, Tag.COORDINATOR)
    before = words[index - 1]
    if word.tag in (Tag.TIME, Tag.PRONOUN) or (word.tag is Tag.ADVERB and inverted):
        return before.tag is not Tag.DETERMINER and before.tag is not Tag.PREPOSITION
    if word.tag is Tag.DETERMINER:
        return before.tag in NOUNS
    if word.lower in NEAR_TIMES and words.lower(index + 1) in TIME_NOUNS:
        return True
    if word.tag is Tag.COORDINATOR:
        return words.tag(index + 1) in (Tag.PRONOUN, Tag.ADVERB, Tag.AUXILIARY, None) or word.lower in (
            "but",
            "yet",
        )
    if word.tag is Tag.PREPOSITION and word.lower not in _KEEPS_PLACE:
        return inverted and (before.tag is not Tag.WORD or words.lower(index + 1) in TIME_NOUNS)
    return False


def _with_apposition(words: Words, index: int, limit: int) -> int:
    """Take in “, the owner of the shop,” and “, 45,” after a name."""
    end = index
    while index < limit - 1 and words.lower(index) == "," and words[index].quoted < 0:
        opener = words[index + 1]
        stop = index + 1
        while stop < limit and not (
            words[stop].tag is Tag.MARK and words.lower(stop) in (",", ".", ";", ":", "?", "!", *DASHES)
        ):
            if (
                words[stop].quoted >= 0
                and words[stop].quoted != words[index].quoted
                and words[stop].lower in '"“'
            ):
                break
            stop += 1
        starts = opener.tag in (Tag.RELATIVE, Tag.NUMBER) or opener.lower in (
            "a",
            "an",
            "the",
            "its",
            "his",
            "her",
            "their",
            "of",
        )
        role = opener.tag is Tag.WORD and can_speak(_role_head(words, index + 1, stop))
        clause = opener.tag is not Tag.RELATIVE and any(
            looks_finite(words, k) for k in range(index + 2, stop)
        )
        if not (starts or role) or clause:
            break
        end = index = stop
    return end


def _role_head(words: Words, left: int, right: int) -> str:
    return words.lower(head_of(words, left, right - 1)) if right > left else ""
