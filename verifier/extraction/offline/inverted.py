"""The subject after its verb: “…,” said Ms White. What is said stands right before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from verifier.extraction.offline.contents import count_words, trimmed
from verifier.extraction.offline.cues import Need
from verifier.extraction.offline.edges import looks_finite
from verifier.extraction.offline.following import phrase_after
from verifier.extraction.offline.speakers import is_document
from verifier.extraction.offline.subjects import speaks
from verifier.extraction.offline.words import Tag

if TYPE_CHECKING:
    from verifier.extraction.offline.cues import Verb
    from verifier.extraction.offline.edges import Phrase
    from verifier.extraction.offline.marks import Marks
    from verifier.extraction.offline.words import Words

_CLAUSE_REACH = 40
"""Words before an inverted cue that are searched for the verb of its clause."""

_REST = 9
_SHORT_REST = 2
_LONG_REST = 8
_WITHOUT_MARKS = frozenset("say report write announce warn claim".split())
"""Verbs that are inverted after indirect speech too: "Shares fell, said Mr Hall"."""


class Inverted(NamedTuple):
    """A subject after its verb, and what is said as offsets in the draft."""

    subject: Phrase
    content: tuple[int, int]


def inverted(text: str, words: Words, marks: Marks, index: int, verb: Verb, clause: int) -> Inverted | None:
    """Read “…,” + verb + subject at index `index`.

    Args:
        text: the draft.
        words: the sentence.
        marks: the draft's quotations.
        index: the verb.
        verb: what is known of it.
        clause: where the clause before it begins.
    """
    if verb.plural or verb.need is Need.PHRASE:
        return None
    if index == 0:
        return _after_stop(text, words, marks) or _opening(text, words)
    before = index - 1
    while before > 0 and words.tag(before) is Tag.ADVERB and words[before].quoted < 0:
        before -= 1
    closing = words[before]
    if closing.lower == "," and before > 0 and words[before - 1].quoted >= 0:
        closing = words[before - 1]
    if closing.quoted < 0 and (closing.lower != "," or verb.base not in _WITHOUT_MARKS):
        return None
    subject = phrase_after(words, index + 1, inverted=True)
    if subject is None:
        return None
    if closing.quoted >= 0:
        return _after_quotation(text, words, marks, closing.quoted, verb, subject)
    return _after_clause(text, words, before, verb, subject, clause)


def _after_stop(text: str, words: Words, marks: Marks) -> Inverted | None:
    """“…?” asked Ms White. The stop within the marks ended the sentence before."""
    quotation = marks.closing_at(text, words.start)
    subject = phrase_after(words, 1, inverted=True)
    if quotation is None or subject is None or not speaks(words, subject):
        return None
    return Inverted(subject, (quotation.start, quotation.end))


def _opening(text: str, words: Words) -> Inverted | None:
    """“Stated White: …” opens its sentence with the cue."""
    subject = phrase_after(words, 1, inverted=True)
    if subject is None or words.lower(subject.right) != ":" or subject.right + 1 >= len(words):
        return None
    return Inverted(subject, trimmed(text, words[subject.right + 1].start, words.end))


def _after_quotation(
    text: str, words: Words, marks: Marks, index: int, verb: Verb, subject: Phrase
) -> Inverted | None:
    if not speaks(words, subject) and verb.need is not Need.ANYTHING:
        return None
    quotation = marks.quotations[index]
    content = (quotation.start, quotation.end)
    if verb.need is Need.OBJECT and count_words(text, *content) <= _SHORT_REST:
        return None  # the “best” praised player
    return Inverted(subject, content)


def _after_clause(
    text: str, words: Words, before: int, verb: Verb, subject: Phrase, clause: int
) -> Inverted | None:
    """“Shares fell sharply, said Mr Hall.” A clause has to stand before; “Hall, the owner, said” has none."""
    named = words.tag(subject.head) is Tag.NAME
    if (
        words.tag(subject.left) is Tag.PRONOUN
        or not speaks(words, subject)
        or (verb.base != "say" and not named)
    ):
        return None
    if is_document(words.lower(subject.head)) or not _ends_after(words, subject):
        return None
    if any(looks_finite(words, k) for k in range(subject.left, subject.right)):
        return None
    content = trimmed(text, clause, words[before].start)
    verbs = (k for k in range(max(0, before - _CLAUSE_REACH), before) if words[k].start >= content[0])
    return Inverted(subject, content) if any(looks_finite(words, k) for k in verbs) else None


def _ends_after(words: Words, subject: Phrase) -> bool:
    """Whether the sentence is over after the subject, but for an adjunct or a relative clause."""
    rest = [word for word in words.words[subject.right : subject.right + _REST] if word.tag is not Tag.MARK]
    following = words[subject.right] if subject.right < len(words) else None
    if following is not None and (following.quoted >= 0 or any(word.quoted >= 0 for word in rest)):
        return following.lower == "," and following.quoted < 0
    if not rest or rest[0].lower in ("whose", "whom", "who") or (following and following.tag is Tag.MARK):
        return True
    adjunct = rest[0].tag in (Tag.PREPOSITION, Tag.TIME, Tag.SUBORDINATOR)
    return len(rest) <= _SHORT_REST or (adjunct and len(rest) < _LONG_REST)
