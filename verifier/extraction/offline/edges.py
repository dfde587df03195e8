"""Where a noun phrase begins and what its main noun is, told from the words themselves."""

from __future__ import annotations

from typing import NamedTuple

from verifier.extraction.offline.cues import OTHER_PASTS, VERBS
from verifier.extraction.offline.speakers import can_speak
from verifier.extraction.offline.words import NEAR_TIMES, NOUNS, TIME_NOUNS, Tag, Words
from verifier.figures.nouns import is_plural

_SCARE = 5
"""Words between marks that can stand within a noun phrase: “Saturday Night Live”."""
_ALONE = frozenset(
    "some many others most several few both all one another those these none everyone half".split()
)
_QUANTIFIES = frozenset("at more fewer less up about over nearly almost around".split())
_BEFORE_HEAD = _QUANTIFIES | {"than", "least"}
_OPENERS = frozenset(
    "asked speaking writing appearing talking told pressed according questioned given".split()
)
_AFTER_HEAD = (Tag.PREPOSITION, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.MARK, Tag.AUXILIARY)
_AFTER_PARTICIPLE = (Tag.PREPOSITION, Tag.DETERMINER, Tag.AUXILIARY, None)
_MARKS_WITHIN = frozenset(("%", "'", "’", "$", "£", "€"))
_CONJUNCTIONS = frozenset(("after", "before", "since", "until"))


class Phrase(NamedTuple):
    """A noun phrase as word indices ``[left, right)``; `head` is the index of its main noun."""

    left: int
    right: int
    head: int


def left_edge(words: Words, last: int, floor: int) -> int:
    """Walk left from the word at `last` to the first word of its noun phrase, or of what leads that in."""
    index = last
    while index >= floor:
        word = words[index]
        if word.quoted >= 0:
            over = _over_quoted(words, index, floor)
            if over is None:
                return _after_quotation(words, last)
            if over < floor:
                return over + 1
            index = over
            continue
        if word.tag is Tag.MARK and word.lower not in _MARKS_WITHIN:
            return _over_names(words, index, last, floor)
        if _opens_clause(words, index, last, floor):
            return index if index == last and word.tag is Tag.PRONOUN else index + 1
        if word.tag is Tag.DETERMINER and _opens_phrase(words, index, floor):
            return index
        # Over the comma before a relative clause too.
        index -= 2 if word.tag is Tag.RELATIVE and words.lower(index - 1) == "," else 1
    return floor


def _opens_clause(words: Words, index: int, last: int, floor: int) -> bool:
    """Whether the noun phrase cannot reach left over this word."""
    word = words[index]
    if word.tag is Tag.PRONOUN or word.tag is Tag.SUBORDINATOR:
        return True
    if word.lower in _CONJUNCTIONS:
        return words.tag(index + 1) in (Tag.NAME, Tag.DETERMINER, Tag.WORD, Tag.PRONOUN)
    if word.tag is Tag.RELATIVE:
        # "which critics said" opens a clause of its own; "who live here" belongs to the noun before it.
        following = words.tag(index + 1)
        subject = following in (Tag.DETERMINER, Tag.NAME, Tag.NUMBER)
        alone = following is Tag.WORD and index + 1 == last and is_plural(words.lower(index + 1))
        return index == last or subject or alone
    if word.tag is Tag.AUXILIARY:
        # "who was shot", "who declined to be named": within the noun phrase.
        return words.tag(index - 1) is not Tag.RELATIVE and words.lower(index - 1) != "to"
    return word.tag is Tag.COORDINATOR and not _joins_phrases(words, index, floor)


def _opens_phrase(words: Words, index: int, floor: int) -> bool:
    """Whether a determiner follows a noun, so that a new noun phrase begins with it."""
    return words.tag(index - 1) in NOUNS and index - 1 >= floor and words.lower(index) != "all"


def _over_quoted(words: Words, index: int, floor: int) -> int | None:
    """The index left of a short quotation; None where it is too long to be part of a noun phrase."""
    quotation = words[index].quoted
    stop = index
    if any(words.lower(k) in (",", ".", "?", "!") for k in range(max(0, stop - 3), stop)):
        return None  # “It is over,” Hall said: closed as a statement is, and no name
    while index >= floor and words[index].quoted == quotation:
        index -= 1
        if stop - index > _SCARE + 2:
            return None
    return index


def _after_quotation(words: Words, last: int) -> int:
    index = last
    while index >= 0 and words[index].quoted < 0:
        index -= 1
    return index + 1


def _over_names(words: Words, mark: int, last: int, floor: int) -> int:
    """“Trump, Cruz and Rubio”: a list of names before a comma belongs to the phrase that holds an “and”."""
    if words.lower(mark) != "," or not any(words.lower(k) == "and" for k in range(mark + 1, last)):
        return mark + 1
    index = mark - 1
    while index >= floor and words.tag(index) is Tag.NAME and words[index].quoted < 0:
        index -= 1
    whole = index < floor or words.lower(index) == ","
    return index + 1 if whole and index < mark - 1 and words.tag(mark + 1) is Tag.NAME else mark + 1


def _joins_phrases(words: Words, joint: int, floor: int) -> bool:
    """Whether "and" joins two noun phrases and not two clauses: no verb stands left of it in its clause."""
    if words.lower(joint) not in ("and", "or", "&") or words.tag(joint + 1) in (
        Tag.PRONOUN,
        Tag.ADVERB,
        None,
    ):
        return False
    if (
        words.tag(joint + 1) is Tag.NAME
        and words.tag(joint - 1) is Tag.WORD
        and not _names_people(words.lower(joint - 1))
    ):
        return False
    index = joint - 1
    if index < floor or words[index].tag not in NOUNS or words[index].quoted >= 0:
        return False
    while index >= floor and words[index].tag is not Tag.MARK and words[index].tag is not Tag.SUBORDINATOR:
        if words[index].quoted >= 0 or looks_finite(words, index):
            return False
        index -= 1
    return True


def looks_finite(words: Words, index: int) -> bool:
    """Whether the word can be the finite verb of a clause, as far as its form tells."""
    word = words[index]
    if word.tag is Tag.AUXILIARY:
        return word.lower not in ("being", "been", "having", "be", "not", "never", "doing")
    if word.tag is not Tag.WORD:
        return False
    before = words.tag(index - 1)
    if before in (Tag.DETERMINER, Tag.PREPOSITION):
        return False
    if word.lower in OTHER_PASTS:
        return True
    if (
        word.lower.endswith("s")
        and before in (Tag.NAME, Tag.PRONOUN)
        and words.tag(index + 1) is Tag.DETERMINER
    ):
        return True
    verb = VERBS.get(word.lower)
    if verb is not None:
        return (
            verb.finite
            and (not verb.noun or before in (Tag.NAME, Tag.PRONOUN, Tag.ADVERB))
            and not verb.plural
        )
    return word.lower.endswith("ed") and len(word.lower) > 4 and words.tag(index + 1) is not Tag.WORD  # noqa: PLR2004


def trimmed_front(words: Words, left: int, last: int) -> int:
    """Without the adverbs, conjunctions and adjuncts that lead a noun phrase in."""
    while left <= last:
        word = words[left]
        if word.tag in (Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.TIME) or (
            word.tag is Tag.ADVERB and left < last
        ):
            left += 1
            continue
        if word.lower in NEAR_TIMES and left < last:
            time = next((k for k in (left + 1, left + 2) if k < last and words.lower(k) in TIME_NOUNS), None)
            if time is not None:
                left = time + 1
                continue
        if word.lower in ("earlier", "later") and left < last:
            left += 1
            continue
        break
    if left > last:
        return left
    opener = words[left]
    if opener.lower in _QUANTIFIES and (
        words.tag(left + 1) in (Tag.NUMBER, Tag.DETERMINER, Tag.ADVERB)
        or words.lower(left + 1) in ("than", "least", "most")
    ):
        return left
    if opener.lower in ("outside", "inside") and left == last - 1:
        return left  # "Outside experts say"
    if opener.tag is Tag.PREPOSITION or opener.lower in _OPENERS or _is_participle(words, left):
        return _after_adjunct(words, left, last)
    return left


def _is_participle(words: Words, index: int) -> bool:
    lower = words.lower(index)
    if not lower.endswith("ing"):
        return False
    if words.tag(index) is Tag.NAME and words.tag(index + 1) is Tag.NAME:
        return False  # "Wyoming Governor Hall"
    return len(lower) > 5 and words.tag(index + 1) in (  # noqa: PLR2004
        Tag.DETERMINER, Tag.PREPOSITION, Tag.NAME, Tag.PRONOUN, Tag.NUMBER,
    ) and lower not in ("nothing", "anything", "everything", "something", "morning", "evening")  # fmt: skip


def _after_adjunct(words: Words, left: int, last: int) -> int:
    """“In an interview Donald Trump said”: where the noun phrase begins after a leading adjunct."""
    for index in range(left + 2, last + 1):
        word = words[index]
        if word.quoted >= 0:
            continue
        after_noun = (
            words.tag(index - 1) in (Tag.WORD, Tag.TIME, Tag.NUMBER) or words.lower(index - 1) in TIME_NOUNS
        )
        if after_noun and word.tag in (Tag.NAME, Tag.DETERMINER, Tag.PRONOUN):
            return index
        if words.lower(index - 1) in TIME_NOUNS and word.tag is Tag.WORD:
            return index
    if words.tag(last) is Tag.NAME and words.tag(last - 1) is Tag.NAME and last - left > 1:
        return last
    return last + 1


def head_of(words: Words, left: int, last: int) -> int:
    """The index of the main noun: the last word before what follows it (a preposition, a clause)."""
    index = left
    while index < last and words.lower(index) in _BEFORE_HEAD:
        index += 1
    while index < last and not _ends_head(words, index, last):
        index += 1
    return index


def _ends_head(words: Words, index: int, last: int) -> bool:
    """Whether the word after `index` no longer belongs to the main noun."""
    here, following = words[index], words[index + 1]
    if following.tag is Tag.COORDINATOR:
        # "past and current employees": adjectives are joined, and the noun is still to come.
        return here.tag is Tag.NAME or _names_people(here.lower)
    if following.lower == "of":
        return here.lower not in _ALONE
    if following.tag in _AFTER_HEAD:
        return following.lower not in _MARKS_WITHIN
    participle = following.tag is Tag.WORD and following.lower.endswith(("ed", "ing")) and index + 1 < last
    return participle and here.tag in (Tag.WORD, Tag.NAME) and words.tag(index + 2) in _AFTER_PARTICIPLE


def _names_people(noun: str) -> bool:
    return is_plural(noun) or can_speak(noun)


def is_nominal(words: Words, phrase: Phrase) -> bool:
    """Whether these words can be a noun phrase that names somebody or something written."""
    first, head = words[phrase.left], words[phrase.head]
    if first.tag is Tag.PRONOUN:
        return phrase.right - phrase.left == 1 or words.tag(phrase.left + 1) in (
            Tag.DETERMINER,
            Tag.ADVERB,
            Tag.COORDINATOR,
        )
    if first.lower in _QUANTIFIES and head.tag in (Tag.DETERMINER, Tag.NUMBER):
        return True  # "about four in 10"
    if first.tag is Tag.PREPOSITION and first.lower in ("outside", "inside"):
        return is_plural(words.lower(phrase.right - 1))
    if (
        first.tag in (Tag.PREPOSITION, Tag.AUXILIARY, Tag.MARK, Tag.RELATIVE)
        and first.lower not in _QUANTIFIES
        and first.quoted < 0
    ):
        return False
    last = words[phrase.right - 1]
    if last.tag is Tag.DETERMINER and phrase.right - phrase.left > 1 and last.lower not in _ALONE:
        return False  # "his three" of "his three alleged partners"
    if first.tag is Tag.DETERMINER:
        return phrase.right - phrase.left > 1 or first.lower in _ALONE
    if head.tag in (Tag.NAME, Tag.NUMBER) or first.tag in (Tag.NAME, Tag.NUMBER) or first.quoted >= 0:
        return True
    return is_plural(head.lower) or can_speak(head.lower)
