"""Whether a noun phrase can be the source of a verb: what speaks, and whether the two agree in number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.cues import SHOWS, Need
from verifier.extraction.offline.speakers import can_speak
from verifier.extraction.offline.words import Tag
from verifier.figures.nouns import is_plural

if TYPE_CHECKING:
    from verifier.extraction.offline.cues import Verb
    from verifier.extraction.offline.edges import Phrase
    from verifier.extraction.offline.words import Words

_IT = frozenset(("it", "it's", "it’s"))
_POINTING = frozenset(("this", "these", "those"))
_EXPLETIVES = _IT | _POINTING | {"that", "which"}
_IT_DOES_NOT_SAY = frozenset("feel go take read begin know understand learn see hear note want need".split())
"""What “it” does without speaking: "it felt cold", "it took years"."""

_PLURAL_PRONOUNS = frozenset("they we you i they're they’re they've they’ve we've we’ve i've i’ve".split())
_SINGULAR_PRONOUNS = frozenset("he she it he's she's one he’s she’s another".split())
_NOBODY = frozenset("few nobody none neither no hardly little nothing".split())
"""What opens a subject that says the contrary: what few expect, the draft says is not to be expected."""
_SEVERAL = frozenset("some many most several few both others these those all".split())
_COUNTED = _PLURAL_PRONOUNS | _SEVERAL
_PLURALS = frozenset("majority third half police % percent cent".split())


def may_say(words: Words, subject: Phrase, verb: Verb) -> bool:
    """Whether the subject can be the source of this verb.

    Anybody may "say"; what "suggests" or "shows" has to be a person, a body or a document, because
    events do so too ("the escalation suggests"). "Few analysts" say nothing: the draft does.
    """
    first = words[subject.left]
    if first.lower in _NOBODY:
        return False
    if subject.right - subject.left == 1:
        if first.lower in _IT:
            return verb.base not in SHOWS and verb.base not in _IT_DOES_NOT_SAY
        if first.lower in _EXPLETIVES:
            return verb.need is Need.ANYTHING and first.lower not in _POINTING
    if verb.base in SHOWS or verb.need is not Need.ANYTHING:
        return speaks(words, subject)
    return words.tag(subject.head) is not Tag.TIME


def speaks(words: Words, phrase: Phrase) -> bool:
    """Whether a noun phrase names people, a body or a document."""
    first, head = words[phrase.left], words[phrase.head]
    if first.tag is Tag.PRONOUN:
        return first.lower in _IT or first.lower not in _EXPLETIVES
    if head.tag in (Tag.NAME, Tag.NUMBER):
        return True
    if head.lower in _EXPLETIVES:
        return False
    if head.tag is Tag.DETERMINER and words.lower(phrase.head + 1) in ("in", "out"):
        return True  # "six in 10 said"
    return can_speak(head.lower)


def agrees(words: Words, phrase: Phrase, verb: Verb, form: str, *, auxiliary: bool, adjacent: bool) -> bool:
    """Whether subject and verb go together: “critics claim”, “the ministry claims”, not “the claims”.

    Args:
        words: the sentence.
        phrase: the subject.
        verb: what is known of the verb.
        form: its form in lower case.
        auxiliary: whether an auxiliary stands between them, so that any number goes ("does not claim").
        adjacent: whether nothing does.
    """
    head, first = words[phrase.head], words[phrase.left]
    if words.tag(phrase.right - 1) is Tag.RELATIVE:
        return True
    plural = _is_plural_phrase(words, phrase)
    pronoun = first.tag is Tag.PRONOUN
    if verb.plural and not auxiliary:
        return plural and (not verb.noun or not adjacent or can_speak(head.lower) or pronoun)
    if verb.noun and not verb.past and adjacent:
        if first.tag is Tag.DETERMINER and phrase.right - phrase.left == 1:
            return False
        return pronoun or head.tag is Tag.NAME or (can_speak(head.lower) and not plural)
    third = form.endswith("s") and not verb.past
    return not (third and plural and not pronoun and head.tag is not Tag.NAME)


def _is_plural_phrase(words: Words, phrase: Phrase) -> bool:
    first, head = words[phrase.left], words[phrase.head]
    if first.lower in _SINGULAR_PRONOUNS:
        return False
    counted = first.lower in _COUNTED or first.tag is Tag.NUMBER or head.tag is Tag.DETERMINER
    if counted or any(word.lower == "and" for word in words.words[phrase.left : phrase.right]):
        return True
    if head.tag is Tag.NAME:
        alone = phrase.right - phrase.left == 1
        return (alone and is_plural(head.lower)) or head.lower.endswith(("ns", "ts", "es", "rs"))
    return is_plural(head.lower) or head.tag is Tag.NUMBER or head.lower in _PLURALS
