"""What a cue is followed by: a clause, a quotation, an object, over a listener or an adjunct."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from verifier.extraction.offline.cues import AS_VERBS, PREPOSITIONS_OF, TAKES_LISTENER, THAT_ONLY, Need
from verifier.extraction.offline.edges import looks_finite
from verifier.extraction.offline.words import TIME_NOUNS, Tag

if TYPE_CHECKING:
    from verifier.extraction.offline.cues import Verb
    from verifier.extraction.offline.words import Words

_NEAR = 9
# What is put at a number may be long: "the number of commuters who leave the car at home".
_PUT_AT = 16
_BELONGS_TO_CONTENT = frozenset("just only nearly almost even there".split())
_NEAR_TIMES = frozenset("last this earlier late".split())
_LONG_ADJUNCT = 14
_NEAR_THAT = 6
_STOPS = frozenset((";", ".", "?", "!", "—", "–"))
_OPENS_AMOUNT = frozenset(("$", "£", "€", "'", "’", "["))
AHEAD = 40
"""Words after a cue that are searched for the clause it governs."""

_OPENS_CLAUSE = frozenset("how whether why what when where if there".split())


def particle_end(words: Words, index: int, verb: Verb) -> int:
    """The index after the verb and its preposition or particle: "pointed out", "called for"."""
    return index + 2 if words.lower(index + 1) in PREPOSITIONS_OF.get(verb.base, ()) else index + 1


def content_after(words: Words, index: int, verb: Verb, *, document: bool, parenthetical: bool) -> int | None:
    """The index of the first word of what is said after the verb; None where it does not attribute.

    Args:
        words: the sentence.
        index: the verb.
        verb: what is known of it.
        document: whether its subject is a document, which takes a bare object ("figures show a rise").
        parenthetical: whether the sentence goes on after a comma: "the tag, he said, was …".
    """
    start = particle_end(words, index, verb)
    if start >= len(words):
        return None
    if start > index + 1:
        # "hit back at them": only what stands between marks was said.
        return start if words.lower(index + 1) != "back" else _clause_at(words, start, verb)
    clause = _clause_at(words, start, verb)
    if clause is not None:
        return clause
    following = words[start]
    if parenthetical and following.lower == "," and start + 2 < len(words):
        return start + 1
    if following.tag is Tag.MARK and following.quoted < 0 and following.lower not in _OPENS_AMOUNT:
        return None
    if following.tag is Tag.AUXILIARY and verb.noun:
        return None
    if verb.need is Need.ANYTHING:
        return _over_adjunct(words, start)
    return start if _governs(words, start, verb, document=document) else None


def _governs(words: Words, start: int, verb: Verb, *, document: bool) -> bool:
    """Whether the verb governs the words from `start` on in a frame in which it attributes."""
    if verb.base == "put":  # "Police put the crowd at 2,000"
        places = takewhile(
            lambda k: words.tag(k) is not Tag.MARK, range(start, min(len(words), start + _PUT_AT))
        )
        return any(words.lower(k) == "at" and words.tag(k + 1) is Tag.NUMBER for k in places)
    tag = words.tag(start)
    if verb.need is Need.PHRASE or tag in (Tag.PREPOSITION, Tag.COORDINATOR, Tag.TIME, Tag.RELATIVE):
        return False
    if verb.need is Need.OBJECT or document:
        return True
    if verb.base in AS_VERBS and any(words.lower(k) == "as" for k in range(start + 1, start + _NEAR)):
        return True  # "saw it as a threat"
    return verb.base not in THAT_ONLY and is_clause(words, start)


def _clause_at(words: Words, start: int, verb: Verb) -> int | None:
    """The clause or quotation that follows, over a listener or an adjunct of time or place."""
    listener = verb.base in TAKES_LISTENER
    for index in range(start, min(len(words), start + AHEAD)):
        word = words[index]
        if word.quoted >= 0:
            return index if _is_said(words, start, index, verb) else None
        if word.lower == "that" and _complement(
            words, index, start, loose=listener or verb.need is not Need.ANYTHING
        ):
            return index + 1
        if word.lower == ":":
            return index + 1 if index + 1 < len(words) else None
        if word.lower in _OPENS_CLAUSE and (index == start or listener):
            return index
        if index > start and listener and _opens_after_listener(words, index):
            return index
        if _breaks_off(words, start, index, listener=listener):
            return None
        if word.lower == "," and index == start and words[min(index + 1, len(words) - 1)].quoted < 0:
            return index + 1 if verb.need is Need.ANYTHING and index + 2 < len(words) else None
    return None


def _is_said(words: Words, start: int, index: int, verb: Verb) -> bool:
    """Whether the quotation at `index` is what is said, and no part of a clause in the draft's words."""
    if index == start or words[index - 1].lower in (",", ":"):
        return True
    in_clause = words[start].tag is not Tag.PREPOSITION and is_clause(words, start, index)
    return verb.need is not Need.OBJECT and not in_clause


def _breaks_off(words: Words, start: int, index: int, *, listener: bool) -> bool:
    """Whether the search for a clause ends here: another clause, a participle, a mark."""
    word = words[index]
    if word.tag is Tag.MARK:
        return word.lower in _STOPS or (word.lower == "," and index > start + _LONG_ADJUNCT)
    if word.lower.endswith("ing") and index > start and words[index - 1].lower == ",":
        return True
    return index > start and not listener and looks_finite(words, index)


def _complement(words: Words, index: int, start: int, *, loose: bool) -> bool:
    """Whether "that" opens the clause and is no "that plan" or "the plan that he made"."""
    if index == start:
        return words.tag(index + 1) is not None
    before = words.tag(index - 1)
    if before is Tag.PREPOSITION:
        return False
    first = words[start]
    adjunct = (
        first.tag in (Tag.PREPOSITION, Tag.TIME, Tag.ADVERB, Tag.MARK)
        or first.lower in TIME_NOUNS
        or first.lower in ("last", "earlier", "this")
    )
    return adjunct or (loose and index - start <= _NEAR_THAT)


def _opens_after_listener(words: Words, index: int) -> bool:
    word, before = words[index], words.tag(index - 1)
    if before not in (Tag.WORD, Tag.NAME, Tag.TIME, Tag.NUMBER) and words.lower(index - 1) not in (
        "him",
        "her",
        "them",
        "us",
        "me",
        "you",
    ):
        return False
    if word.tag is Tag.PRONOUN or word.lower == "to":
        return True
    return word.tag is Tag.DETERMINER or (word.tag is Tag.NAME and before is Tag.WORD)


def _over_adjunct(words: Words, start: int) -> int:
    """Skip “on Tuesday”, “Tuesday”, “in 2015”, “last week” and adverbs after "said"."""
    index = start
    for _ in range(3):
        lower, tag, following = words.lower(index), words.tag(index), words.lower(index + 1)
        dated = words.tag(index + 1) in (Tag.TIME, Tag.NUMBER) or following in TIME_NOUNS
        if tag is Tag.TIME or (tag is Tag.ADVERB and lower not in _BELONGS_TO_CONTENT):
            index += 1
        elif (lower in ("on", "in", "at") and dated) or (lower in _NEAR_TIMES and following in TIME_NOUNS):
            index += 2
        else:
            break
    return index if index < len(words) else start


def is_clause(words: Words, start: int, stop: int | None = None) -> bool:
    """Whether a clause without "that" begins here (before `stop`): a subject and a finite verb follow."""
    first = words[start]
    if first.tag is Tag.PRONOUN:
        return True
    if first.tag not in (Tag.DETERMINER, Tag.NAME, Tag.WORD, Tag.NUMBER, Tag.ADVERB) and first.lower not in (
        "$",
        "£",
        "€",
    ):
        return False
    for index in range(start + 1, min(len(words) if stop is None else stop, start + 14)):
        word = words[index]
        if word.tag is Tag.MARK and word.lower in (",", ";", ".", ":"):
            return False
        if word.tag in (Tag.RELATIVE, Tag.SUBORDINATOR):
            return False
        if looks_finite(words, index) or (
            word.lower.endswith("s") and words.tag(index + 1) is Tag.DETERMINER
        ):
            return True
    return False
