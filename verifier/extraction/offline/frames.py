"""Attributions that need no verb of saying: “according to X”, “in a poll by X”, “reported by X”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.edges import Phrase
from verifier.extraction.offline.following import phrase_after
from verifier.extraction.offline.phrases import phrase_before
from verifier.extraction.offline.speakers import can_speak
from verifier.extraction.offline.words import BE, Tag

if TYPE_CHECKING:
    from verifier.extraction.offline.cues import Verb
    from verifier.extraction.offline.words import Words

Framed = tuple[Phrase, tuple[int, int], tuple[int, int]]
"""The source, and the offsets of the cue and of the content."""

POSSESSED = frozenset(
    "claim claims view belief suggestion assertion statement argument promise warning allegation "
    "allegations contention prediction accusation accusations insistence assurance admission pledge "
    "vow call calls hope fear fears concern concerns complaint demand threat proposal announcement "
    "conclusion".split()
)
"""Nouns of saying that a possessive gives to a source: “the minister's claim that …”."""

_POLLS = frozenset(
    "poll polls survey surveys study census report analysis index figures data research".split()
)
"""Documents that an opening “in …” makes the source of its sentence."""

_BACK = 60
_AGENT_VERBS = frozenset(
    "report confirm announce estimate describe reveal claim deny obtain release quote note cite "
    "disclose".split()
)


def according(words: Words, index: int) -> Framed | None:
    """“According to X, S” and “S, according to X”, from the index of "according"."""
    if words.lower(index + 1) != "to":
        return None
    phrase = phrase_after(words, index + 2)
    if phrase is None:
        return None
    cue = (words[index].start, words[index + 1].end)
    before = _start_before(words, index)
    if index - before > 1:
        return phrase, cue, (words[before].start, words[index].start)
    if phrase.right + 1 >= len(words):
        return None
    return phrase, cue, (words[phrase.right].start, words.end)


def _start_before(words: Words, index: int) -> int:
    """Where the content before a closing "according to" begins."""
    for back in range(index - 1, max(-1, index - _BACK), -1):
        if words.lower(back) == ";" and words[back].quoted < 0:
            return back + 1
    return 0


def in_document(words: Words, index: int) -> Framed | None:
    """“In a poll by X, S”: a document that an opening phrase names."""
    if words.lower(index) != "in" or words.tag(index + 1) is None:
        return None
    phrase = phrase_after(words, index + 1)
    if phrase is None or phrase.right + 2 >= len(words) or phrase.right - phrase.left < 2:  # noqa: PLR2004
        return None
    if words.lower(phrase.head) not in _POLLS or words.lower(phrase.left) in ("his", "her", "their", "its"):
        return None  # "In a statement, he said": the speaker follows
    comma = phrase.right if words.lower(phrase.right) == "," else phrase.right - 1
    if words.lower(comma) != ",":
        return None
    word = words[index]
    return Phrase(phrase.left, comma, phrase.head), (word.start, word.end), (words[comma].end, words.end)


def possessed(words: Words, index: int) -> Framed | None:
    """“Ms White's claim that S”, “their repeated call for an inquiry”."""
    if words.lower(index + 1) not in ("that", "to", "for") or index + 3 >= len(words):
        return None
    owner = next((k for k in (index - 1, index - 2) if k >= 0 and _owns(words, k)), None)
    if owner is None or (owner < index - 1 and words.tag(index - 1) is not Tag.WORD):
        return None
    phrase = (
        phrase_before(words, owner, 0)
        if words.tag(owner) is not Tag.DETERMINER
        else Phrase(owner, owner + 1, owner)
    )
    if phrase is None:
        return None
    word = words[index]
    return phrase, (word.start, word.end), (words[index + 2].start, words.end)


def _owns(words: Words, index: int) -> bool:
    """Whether the word is a possessive of somebody: "their", "Hall's", "the mayor's"."""
    lower = words.lower(index)
    if words[index].quoted >= 0:
        return False
    if lower in ("his", "her", "their", "its"):
        return True
    possessive = lower.endswith(("'s", "’s"))
    return possessive and (words.tag(index) is Tag.NAME or can_speak(lower[:-2]))


def passive_agent(words: Words, index: int, verb: Verb) -> tuple[Phrase, tuple[int, int]] | None:
    """“… was first reported by X”: the agent, and the content before the verb."""
    if verb.base not in _AGENT_VERBS:
        return None
    phrase = phrase_after(words, index + 2, inverted=True)
    if phrase is None:
        return None
    back = index - 1
    while back > 0 and words.tag(back) in (Tag.ADVERB, Tag.AUXILIARY):
        back -= 1
    if (
        words.lower(index - 1) == "as"
        and words.lower(phrase.right) == ","
        and phrase.right + 2 < len(words)
        and index <= 2  # noqa: PLR2004
    ):
        return phrase, (words[phrase.right + 1].start, words.end)
    passive = any(words.lower(k) in BE for k in range(back + 1, index)) or words.lower(index - 1) in (
        "as",
        ",",
    )
    if not passive or back < 1:
        return None
    start = 0
    for k in range(back, max(-1, back - _BACK), -1):
        if words.tag(k) is Tag.MARK and words.lower(k) in (";", ":") and words[k].quoted < 0:
            start = k + 1
            break
    return phrase, (words[start].start, words[back].end)
