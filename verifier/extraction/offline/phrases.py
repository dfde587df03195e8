"""Noun phrases that name a source, found from the words around a cue."""

from __future__ import annotations

from typing import NamedTuple

from verifier.extraction.offline.edges import Phrase, head_of, is_nominal, left_edge, trimmed_front
from verifier.extraction.offline.speakers import can_speak
from verifier.extraction.offline.words import BE, DASHES, MODALS, NEAR_TIMES, NOUNS, TIME_NOUNS, Tag, Words

_REACH = 34
"""Words that a noun phrase has at most: beyond it the reading is lost, and time with it."""


class Group(NamedTuple):
    """What stands before a verb as part of it: the index left of it, and what the auxiliaries say."""

    before: int
    passive: bool
    infinitive: bool
    auxiliary: bool
    modal: bool


def verb_group(words: Words, verb: int, floor: int) -> Group:
    """Step back over auxiliaries, adverbs and times before the verb at index `verb`."""
    index, be, infinitive, auxiliary, modal = verb - 1, False, False, False, False
    while index >= floor:
        word = words[index]
        if word.quoted >= 0:
            break
        if word.tag is Tag.AUXILIARY:
            be = be or (not auxiliary and word.lower in BE)
            auxiliary = True
            modal = modal or word.lower in MODALS
        elif word.lower == "to" and not auxiliary:
            infinitive = True
        else:
            adjunct = _adjunct_words(words, index, floor)
            if not adjunct:
                break
            index -= adjunct - 1
        index -= 1
    return Group(index, be, infinitive, auxiliary, modal)


def _adjunct_words(words: Words, index: int, floor: int) -> int:
    """How many words of an adverb or a time end at `index`: "also", "on Tuesday", "last week"; 0 if none."""
    word = words[index]
    if word.tag is Tag.ADVERB:
        return int(word.lower not in ("here", "there"))
    if word.tag is Tag.TIME:
        return 2 if words.lower(index - 1) == "on" and index - 1 > floor else 1
    if word.lower in TIME_NOUNS and words.lower(index - 1) in NEAR_TIMES and words.tag(index - 2) in NOUNS:
        return 2
    if word.lower == "since":
        return int(words.tag(index - 1) is Tag.AUXILIARY)  # "has since said"
    if word.lower in ("both", "all"):  # "Hall and Reed both said"
        return int(index - 1 > floor and words.tag(index - 1) in (Tag.NAME, Tag.WORD, Tag.MARK))
    return 0


def subject_before(words: Words, verb: int, floor: int) -> tuple[Phrase, Group] | None:
    """The subject of the verb at index `verb`, looked for no further left than `floor`."""
    group = verb_group(words, verb, floor)
    if group.before < floor:
        return None
    phrase = phrase_before(words, group.before, floor)
    return None if phrase is None else (phrase, group)


def phrase_before(words: Words, last: int, floor: int) -> Phrase | None:
    """The noun phrase that ends with the word at index `last`, with an apposition that closes there."""
    word = words[last]
    floor = max(floor, last - _REACH)
    if word.tag is Tag.MARK and word.quoted < 0:
        if word.lower == ")":
            return _before_bracket(words, last, floor)
        if word.lower == ",":
            return _before_apposition(words, last, floor)
        if word.lower in DASHES:
            return _before_dashes(words, last, floor)
        return None
    if word.tag is Tag.RELATIVE or (word.lower == "that" and words.tag(last - 1) in (Tag.WORD, Tag.NAME)):
        before = last - 1 if words.lower(last - 1) != "," else last - 2
        if before < floor:
            return None
        phrase = _plain(words, before, floor) or _plain(
            words, before, _after_preposition(words, before, floor)
        )
        return Phrase(phrase.left, last + 1, phrase.head) if phrase is not None else None
    return _plain(words, last, floor)


def _after_preposition(words: Words, last: int, floor: int) -> int:
    """“was steep for Mr Hall, who said”: the noun phrase after the last preposition."""
    index = last
    while index >= floor and words.tag(index) is not Tag.PREPOSITION:
        index -= 1
    return index + 1


def _before_bracket(words: Words, last: int, floor: int) -> Phrase | None:
    for index in range(last - 1, floor, -1):
        if words.lower(index) == "(":
            phrase = phrase_before(words, index - 1, floor)
            return Phrase(phrase.left, last + 1, phrase.head) if phrase is not None else None
    return None


def _before_dashes(words: Words, last: int, floor: int) -> Phrase | None:
    for index in range(last - 1, floor, -1):
        if words.lower(index) in DASHES and words[index].quoted < 0:
            phrase = _plain(words, index - 1, floor)
            return Phrase(phrase.left, last, phrase.head) if phrase is not None else None
    return None


def _before_apposition(words: Words, last: int, floor: int) -> Phrase | None:
    """“David Gilbert, its president, said”: the name stands before the apposition."""
    piece_end = last
    relative = _before_relative(words, last, floor)
    if relative is not None:
        return relative
    for index in range(last - 1, floor - 1, -1):
        word = words[index]
        if word.tag is Tag.MARK and word.quoted < 0 and word.lower in (";", ":", *DASHES):
            return None
        if word.lower != "," or word.quoted >= 0:
            continue
        if piece_end - index <= 1:
            return None
        phrase = (
            _before_bracket(words, index - 1, floor)
            if words.lower(index - 1) == ")"
            else _plain(words, index - 1, floor)
        )
        if (
            phrase is not None
            and words[phrase.head].tag is not Tag.NUMBER
            and _fits_apposition(words, phrase)
        ):
            named = _name_before(words, phrase, floor)
            return Phrase(named.left, last, named.head)
        piece_end = index
    return None


def _before_relative(words: Words, last: int, floor: int) -> Phrase | None:
    """“Ann Hall, who lost her home in Bari, Italy, said”: the clause runs to the verb, over its commas."""
    for index in range(last - 1, floor + 1, -1):
        if words[index].quoted >= 0 or words.lower(index) in (";", ":", *DASHES):
            return None
        if words[index].tag is Tag.RELATIVE and words.lower(index - 1) == ",":
            phrase = _plain(words, index - 2, floor)
            if phrase is not None and _fits_apposition(words, phrase):
                return Phrase(phrase.left, last, phrase.head)
            return None
    return None


def _name_before(words: Words, phrase: Phrase, floor: int) -> Phrase:
    """“Ann Hall, the editor of a paper, the Echo, said”: the name before the first apposition."""
    before = phrase.left - 2
    if words.tag(phrase.left) is not Tag.DETERMINER or words.lower(phrase.left - 1) != "," or before < floor:
        return phrase
    named = _plain(words, before, floor)
    if named is None or any(words.tag(k) is not Tag.NAME for k in range(named.left, named.right)):
        return phrase
    return named


def _fits_apposition(words: Words, phrase: Phrase) -> bool:
    head = words[phrase.head]
    return head.tag in (Tag.NAME, Tag.PRONOUN) or can_speak(head.lower)


def _plain(words: Words, last: int, floor: int) -> Phrase | None:
    """A noun phrase without an apposition at its end."""
    if last < floor:
        return None
    left = left_edge(words, last, floor)
    left = trimmed_front(words, left, last)
    if left > last:
        return None
    head = head_of(words, left, last)
    phrase = Phrase(left, last + 1, head)
    return phrase if is_nominal(words, phrase) else None
