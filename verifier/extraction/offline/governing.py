"""The subject of each verb of a sentence, also where it stands with another verb or after it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from verifier.extraction.offline.cues import RAISING, VERBS, Need
from verifier.extraction.offline.edges import Phrase, looks_finite
from verifier.extraction.offline.phrases import phrase_before, subject_before, verb_group
from verifier.extraction.offline.speakers import is_document
from verifier.extraction.offline.subjects import agrees, may_say, speaks
from verifier.extraction.offline.words import BE, DASHES, Tag

if TYPE_CHECKING:
    from verifier.extraction.offline.cues import Verb
    from verifier.extraction.offline.words import Words

_LINKS = frozenset("by before after while when in without and or then".split())
"""What stands before a participle that shares the subject of its sentence: "by saying", "before adding"."""

_CONDITIONS = frozenset("if whether unless whenever until".split())
_JOINTS = frozenset("and but or then yet".split())
_JOINT_REACH = 12
_MOST_VERBS = 4
_MAIN_REACH = 60
"""Words of a sentence that are searched for its main subject, and finite verbs that are tried."""


class Governed(NamedTuple):
    """An attribution that was found: its verb's index, whether that is finite, and its subject."""

    verb: int
    finite: bool
    subject: Phrase


class Governors:
    """Finds subjects in one sentence; it is told of each attribution, because later verbs lean on it."""

    def __init__(self, words: Words, *, heading: bool) -> None:
        self._words = words
        self._heading = heading
        self._known: list[Governed] = []
        self._main: tuple[Phrase | None] | None = None

    def add(self, governed: Governed) -> None:
        """Note an attribution of the sentence."""
        self._known.append(governed)

    def of_finite(self, index: int, verb: Verb) -> Phrase | None:
        """The subject of the finite verb at `index`, if it can say something."""
        words, floor = self._words, self._floor(index)
        group = verb_group(words, index, floor)
        if group.passive and verb.past:
            return None
        if group.infinitive:
            return self._raised(index, group.before, floor)
        if group.before >= 0 and words.tag(group.before) is Tag.COORDINATOR:
            return self._joined(index, group.before, verb)
        if group.before < floor or (group.modal and verb.need is not Need.ANYTHING):
            return None
        phrase = phrase_before(words, group.before, floor)
        if phrase is None or words.lower(phrase.left - 1) in _CONDITIONS:
            return None
        adjacent = group.before == index - 1
        fits = agrees(words, phrase, verb, words.lower(index), auxiliary=group.auxiliary, adjacent=adjacent)
        return phrase if fits else None

    def of_participle(self, index: int, verb: Verb) -> tuple[Phrase | None, bool]:
        """The subject of “…, adding that”, “is telling voters that”, “a statement saying”.

        Returns:
            The subject, and whether it is still to come: “Calling it a disgrace, Ms White said”.
        """
        words, floor = self._words, self._floor(index)
        group = verb_group(words, index, floor)
        before = group.before
        if before < 0 and not group.passive:
            return None, True
        if group.passive:
            found = subject_before(words, index, floor)
            subject = found[0] if found is not None else None
            return (subject if subject is not None and may_say(words, subject, verb) else None), False
        if words.lower(before) == "as" and words.lower(before - 1) == "quoted":
            found = subject_before(words, before - 1, floor)
            return (found[0] if found is not None else None), False
        linked = words.lower(before) in _LINKS or words[before].lower == "," or words[before].lower in DASHES
        if linked or words[before].quoted >= 0:
            subject = self.shared(index)
            return subject, subject is None
        return self._beside(before, floor), False

    def shared(self, index: int) -> Phrase | None:
        """The subject of the last finite attribution before `index`, or of the sentence."""
        for known in reversed(self._known):
            if known.finite and known.verb < index:
                return known.subject
        return self.main(index)

    def main(self, stop: int) -> Phrase | None:
        """The subject of the sentence's first finite verb, if it stands left of index `stop`."""
        if self._main is None:
            self._main = (self._first_subject(),)
        phrase = self._main[0]
        return phrase if phrase is not None and phrase.right <= stop else None

    def before_colon(self, colon: int) -> Phrase | None:
        """“From the report: …”, “a close race – Ann Hall: …”: whoever stands right before the colon."""
        if self._words.lower(colon) != ":" or self._heading:
            return None
        return phrase_before(self._words, colon - 1, 0)

    def _floor(self, index: int) -> int:
        """No subject reaches left over the verb of an attribution, but for one in a relative clause."""
        for known in reversed(self._known):
            within = self._words.tag(known.subject.right - 1) is Tag.RELATIVE
            if known.verb < index and not within:
                return known.verb + 1
        return 0

    def _raised(self, index: int, before: int, floor: int) -> Phrase | None:
        """“went on to say”: the subject of the verb before the infinitive."""
        words = self._words
        if words.lower(before) == "on":
            before -= 1
        if words.lower(before) not in RAISING:
            return None
        found = subject_before(words, before, min(floor, before))
        return found[0] if found is not None else self.shared(index)

    def _joined(self, index: int, joint: int, verb: Verb) -> Phrase | None:
        """The subject of the verb before, where a second one is joined to it: "praised … and reiterated"."""
        words = self._words
        if words.lower(joint) not in _JOINTS or verb.plural:
            return None
        if verb.noun and joint == index - 1:
            return None  # "claims and reports": nouns, more likely
        passive = verb.past and any(words.lower(k) in BE for k in range(max(0, joint - _JOINT_REACH), joint))
        if passive and not self._known:
            return None  # "was told to leave and asked for his keys"
        return self.shared(index)

    def _beside(self, last: int, floor: int) -> Phrase | None:
        """“a poll showing”, “with Ms White saying”; “issued a statement saying” is its issuer's."""
        words = self._words
        phrase = phrase_before(words, last, floor)
        if phrase is None:
            return None
        before = phrase.left - 1
        if words.lower(before) in ("out", "up"):
            before -= 1
        if words.tag(phrase.head) is Tag.NAME:
            return phrase if words.lower(before) in ("with", ",") or words.lower(before) in DASHES else None
        if not is_document(words.lower(phrase.head)):
            return None
        if before > 0 and looks_finite(words, before):
            found = subject_before(words, before, min(floor, before))
            if found is not None and speaks(words, found[0]):
                return found[0]
        return phrase

    def _first_subject(self) -> Phrase | None:
        words = self._words
        if not len(words):
            return None
        first = words[0]
        if first.tag is Tag.PRONOUN and ("'" in first.lower or "’" in first.lower):
            return Phrase(0, 1, 0)
        verbs = (
            k
            for k in range(1, min(len(words), _MAIN_REACH))
            if words[k].quoted < 0 and looks_finite(words, k)
        )
        for index in islice(verbs, _MOST_VERBS):
            found = subject_before(words, index, 0)
            if found is not None and words.tag(found[0].left - 1) not in (Tag.RELATIVE, Tag.SUBORDINATOR):
                return found[0]
        return None


def is_cue(words: Words, index: int, *, heading: bool) -> bool:
    """Whether the word can be a verb of saying: capitals make names of all but a sentence's first word."""
    word = words[index]
    return word.lower in VERBS and (
        word.tag is Tag.WORD or (word.tag is Tag.NAME and (index == 0 or heading))
    )
