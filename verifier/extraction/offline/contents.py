"""Where the content of an attribution stands: before its cue, after it, or on both sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from verifier.extraction.offline.clauses import AHEAD, content_after, particle_end
from verifier.extraction.offline.cues import TAKES_LISTENER, Need
from verifier.extraction.offline.edges import looks_finite
from verifier.extraction.offline.words import Tag

if TYPE_CHECKING:
    from verifier.extraction.offline.cues import Verb
    from verifier.extraction.offline.edges import Phrase
    from verifier.extraction.offline.marks import Marks
    from verifier.extraction.offline.words import Words


_COUNTED = 120
"""Characters within which words are counted: no rule asks about more than a handful."""

_INITIAL = re.compile(r"\b[A-Z]\.$")
_EDGES = " \t\n\r\u00a0,;:—–-"
_ADJUNCTS = frozenset(
    "on in at during after before by from about late earlier later last this yesterday today through via "
    "following as with while when outside ahead again recently to of over under without for against".split()
)
_DANGLING = re.compile(r"(?:[\s,;]+(?:and|but|or|that|while|as|because|although|though|who|which))+$")


class Place(NamedTuple):
    """A content as offsets in the draft, and the word index where its cue ends."""

    content: tuple[int, int]
    cue_end: int


def count_words(text: str, start: int, end: int) -> int:
    """How many words a stretch has; counting stops where it no longer matters."""
    return len(text[start : min(end, start + _COUNTED)].split())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space, the punctuation of the sentence around it, and a conjunction that dangles."""
    while start < end and text[start] in _EDGES:
        start += 1
    end = _trimmed_end(text, start, end)
    dangling = _DANGLING.search(text, max(start, end - 24), end)
    if dangling is not None:
        end = _trimmed_end(text, start, dangling.start())
    return start, end


def _trimmed_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if end > start and text[end - 1] == "." and _INITIAL.search(text, max(start, end - 4), end) is None:
        end -= 1
    return end


def place(
    text: str,
    words: Words,
    marks: Marks,
    index: int,
    verb: Verb,
    subject: Phrase,
    *,
    document: bool,
    participle: bool = False,
) -> Place | None:
    """The content of the verb at `index`, or None where it does not attribute.

    Args:
        text: the draft.
        words: the sentence.
        marks: the draft's quotations.
        index: the verb.
        verb: what is known of it.
        subject: its subject.
        document: whether the subject is a document, which takes a bare object ("figures show a rise").
        participle: whether it is a participle, whose content never stands before it.
    """
    if not participle:
        before = _before(text, words, marks, index, verb, subject)
        if before is not None:
            return before
    parenthetical = not participle and subject.left > 1 and words.lower(subject.left - 1) == ","
    as_clause = not participle and words.lower(subject.left - 1) == "as"
    start = content_after(words, index, verb, document=document, parenthetical=parenthetical or as_clause)
    if start is None or start >= len(words):
        return None
    content = trimmed(text, words[start].start, words.end)
    if count_words(text, *content) < 2 and text[content[0] : content[0] + 1] not in ('"', "“", "'", "‘"):  # noqa: PLR2004
        return None
    # "The tag, he said, was popular": the statement goes on after the cue.
    if not participle and words.lower(start - 1) == "," and start == index + 2:
        left = _clause_before(text, words, subject)
        if left is not None and words[start].quoted < 0:
            content = (left, content[1])
        elif (left is not None and words[subject.left - 1].quoted >= 0) or _closes_quotation(
            words, subject.left
        ):
            content = (_quotation_start(words, marks, subject.left, content[0]), content[1])
    return Place(content, max(index + 1, min(start, particle_end(words, index, verb))))


def _closes_quotation(words: Words, left: int) -> bool:
    before = left - 1
    if words.lower(before) == ",":
        before -= 1
    return before >= 0 and words[before].quoted >= 0


def _quotation_start(words: Words, marks: Marks, left: int, otherwise: int) -> int:
    before = left - 1
    if words.lower(before) == "," and words[before].quoted < 0:
        before -= 1
    if before >= 0 and words[before].quoted >= 0:
        return min(otherwise, marks.quotations[words[before].quoted].start)
    return otherwise


def _clause_before(text: str, words: Words, subject: Phrase) -> int | None:
    """Where the clause before a parenthetical “, he said,” begins; None where there is none."""
    if subject.left < 2 or words.lower(subject.left - 1) != "," or words[subject.left - 1].quoted >= 0:  # noqa: PLR2004
        return None
    start, _ = trimmed(text, words.start, words[subject.left - 1].start)
    return start


def _before(text: str, words: Words, marks: Marks, index: int, verb: Verb, subject: Phrase) -> Place | None:
    """A content before its cue: “…, he said” and “S, he said on Tuesday”."""
    left = subject.left
    if left == 0:
        return None
    closing = words[left - 1]
    comma = closing.lower == "," and closing.quoted < 0
    quoted = closing if closing.quoted >= 0 else words[left - 2] if comma and left > 1 else None
    if quoted is not None and quoted.quoted >= 0:
        quotation = marks.quotations[quoted.quoted]
        if verb.need is Need.OBJECT and _has_object(words, index + 1):
            return None
        whole = _is_statement(text, quotation.start, quotation.end, words.start)
        after = particle_end(words, index, verb)
        if not ends_here(words, after, quoted=True) and not (whole and _tells_only(words, after)):
            return None
        if quotation.start < words.start or whole:
            return Place((quotation.start, quotation.end), index + 1)
        start, end = trimmed(text, words.start, words[left - 1].end)
        return Place((start, quotation.end), index + 1)
    if (
        (not comma and closing.lower not in ("—", "–", "-"))
        or verb.need is Need.PHRASE
        or words.lower(0) == "as"
    ):
        return None
    after = (
        _over_listener(words, index + 1) if verb.base in TAKES_LISTENER else particle_end(words, index, verb)
    )
    if not ends_here(words, after, quoted=False) or left < 4:  # noqa: PLR2004
        return None
    if verb.need is Need.OBJECT and _has_object(words, index + 1):
        return None
    if (
        verb.need is not Need.ANYTHING
        and verb.base != "tell"
        and not any(looks_finite(words, k) for k in range(max(0, left - AHEAD), left))
    ):
        return None
    start, end = trimmed(text, words.start, closing.start)
    return Place((start, end), index + 1)


def _is_statement(text: str, start: int, end: int, sentence: int) -> bool:
    """Whether a quotation is said as a whole, and is no part of a sentence in the draft's words."""
    return start <= sentence + 1 or (
        count_words(text, start, end) > 6 and text[start + 1 : start + 2].isupper()  # noqa: PLR2004
    )


def _tells_only(words: Words, index: int) -> bool:
    """Whether a cue after a whole quotation is followed by a listener, a place or a time, and no clause."""
    for k in range(index, min(len(words), index + 12)):
        if words[k].quoted >= 0 or words.lower(k) == ":":
            return False
        if words.lower(k) == "that":
            return words.tag(k - 1) not in (Tag.WORD, Tag.NAME, Tag.TIME) or k > index + 6
        if words.tag(k) is Tag.MARK:
            return True
    return words.tag(index) is not Tag.PRONOUN


def _over_listener(words: Words, index: int) -> int:
    """The index after “reporters” or “a Senate panel” in “S, he told reporters on Monday”."""
    stop = index
    while stop < len(words) and stop < index + 8 and words.tag(stop) in (Tag.DETERMINER, Tag.NAME, Tag.WORD):
        if stop > index and words.lower(stop) in _ADJUNCTS:
            break
        stop += 1
    if stop == index and words.lower(index) in ("me", "us", "him", "her", "them", "you"):
        stop += 1
    return stop


def _has_object(words: Words, index: int) -> bool:
    return words.tag(index) in (Tag.DETERMINER, Tag.NAME, Tag.NUMBER, Tag.PRONOUN, Tag.WORD)


def ends_here(words: Words, index: int, *, quoted: bool = True) -> bool:
    """Whether nothing but an adjunct or the end of the sentence follows."""
    while words.tag(index) is Tag.ADVERB:
        index += 1
    tag, lower = words.tag(index), words.lower(index)
    if (
        tag is None
        or lower in (".", ";", "?", "!", ")")
        or (tag is Tag.MARK and lower != ":" and index >= len(words) - 1)
    ):
        return True
    if words[index].quoted >= 0:
        return quoted
    if lower == ",":
        return not (quoted and words.tag(index + 1) is None) and _ends_after_comma(
            words, index + 1, quoted=quoted
        )
    if lower in ("—", "–", "-") or (quoted and lower in ("before", "after", "while", "when", "as")):
        return True
    if tag is Tag.TIME or lower in _ADJUNCTS or (tag is Tag.PREPOSITION and lower != "that"):
        return not any(
            words.lower(k) in ("that", ":") or (words[k].quoted >= 0 and not quoted)
            for k in range(index, min(len(words), index + 16))
        )
    return (
        quoted
        and tag in (Tag.NAME, Tag.WORD, Tag.DETERMINER, Tag.PRONOUN)
        and not any(
            words.lower(k) == "that" or looks_finite(words, k)
            for k in range(index, min(len(words), index + 12))
        )
    )


def _ends_after_comma(words: Words, index: int, *, quoted: bool) -> bool:
    if index >= len(words):
        return True
    word = words[index]
    if word.quoted >= 0:
        return False
    if quoted:
        return True
    return (
        word.lower.endswith("ing")
        or word.tag in (Tag.COORDINATOR, Tag.RELATIVE)
        or word.lower in ("according", "as", "while", "who")
    )
