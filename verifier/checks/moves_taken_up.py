"""A rise or fall that the next sentence takes up as its opposite: "It grew by 2%. The fall reflects …"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.directions import NOUN_DOWN, NOUN_UP, VERB_DOWN, VERB_UP
from verifier.findings import Evidence, Finding, Severity, place
from verifier.patterns import late
from verifier.relations.model import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.draft import Draft, Sentence

_UP = "rise|increase|jump|gain|surge|leap|climb|rebound|upturn|growth|expansion|advance|rally|hike"
_DOWN = "fall|drop|decline|decrease|cut|reduction|slump|dip|slide|plunge|downturn|contraction"
# What the noun does shows that it is told already: "the fall reflects"; "the fall in prices" may be another.
_DOES = (
    "reflect|follow|come|came|mark|mean|push|put|take|took|bring|brought|leave|left|represent|contrast|compare|beat|exceed|"
    "cause|prompt|send|sent|make|made|help|was|is|has|had|will|would|could|were|are|have"
)
_TAKEN_UP = late(
    rf"(?:(?:But|And|However|Meanwhile),? (?:the|this|that)|The|This|That) "
    rf"(?:(?:sharp|steep|slight|small|big|dramatic|surprise|unexpected|rapid) )?"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?=(?:, | [-–—] | (?:{_DOES})(?:s|es|ed|d)?\b))"
)
_OPENINGS = ("The ", "This ", "That ", "But ", "And ", "However", "Meanwhile")
# A verb of rising or falling with a figure behind it, and nothing but a few words between.
_TOLD = late(
    rf"\b(?:(?P<up>{VERB_UP}|up|higher)|(?P<down>{VERB_DOWN}|down|lower))\b"
    r"(?P<rest>(?: (?!and|but|while|as|who|which)[\w’'-]+){0,4}? [£$€]?\d)"
)
# All that may speak of a way, for silence where both are spoken of.
_MORE = (
    r"up|upwards?|higher|doubl\w+|trebl\w+|tripl\w+|growth|expansion|stronger|more|added|adding|picked|above"
)
_LESS = r"down|downwards?|lower|halv\w+|los\w+|shed\w*|contraction|weaker|fewer|less|wip\w+|off|below|eas\w+"
_WAYS = {
    Direction.UP: late(rf"\b(?:{VERB_UP}|{NOUN_UP}|{_MORE})\b", re.IGNORECASE),
    Direction.DOWN: late(rf"\b(?:{VERB_DOWN}|{NOUN_DOWN}|{_LESS})\b", re.IGNORECASE),
}
# A move that has not happened, or that is put against another one.
_UNSURE = late(
    r"\b(?:if|not|never|despite|although|though|but|unless|without|instead|rather|would|could|might|(?-i:may)|should)\b|n[’']t\b|[\"“”?]",
    re.IGNORECASE,
)


def opposite_moves(draft: Draft) -> Iterator[Finding]:
    """A `same-fact-differs` warning for a sentence that begins with the opposite of what was just told.

    The sentence before has a figure that rose or fell, and speaks of one way alone; the noun stands at
    the start of the next, with a verb and no object of its own. Nothing is said where the noun may take
    up what was told earlier.
    """
    earlier: Sentence | None = None
    for before, sentence in pairwise(draft.sentences):
        found = _taken_up(draft, earlier, before, sentence)
        if found is not None:
            yield found
        earlier = before


def _taken_up(draft: Draft, earlier: Sentence | None, before: Sentence, sentence: Sentence) -> Finding | None:
    quote = sentence.span.quote
    if not quote.startswith(_OPENINGS) or sentence.paragraph - before.paragraph > 1:
        return None
    noun = _TAKEN_UP.match(quote)
    if noun is None or _UNSURE.search(before.span.quote):
        return None
    way, other = (Direction.UP, Direction.DOWN) if noun["up"] else (Direction.DOWN, Direction.UP)
    told = _TOLD.search(before.span.quote)
    if told is None or not told[other.value]:
        return None
    # The noun may mean what was told in either sentence, or in the one before.
    if any(_speaks_of(way, s) for s in (earlier, before) if s is not None):
        return None
    start, there = sentence.span.start, before.span.start + told.start()
    return _finding(draft, (there, before.span.start + told.end("rest")), (start, start + noun.end()))


def _speaks_of(way: Direction, sentence: Sentence) -> bool:
    # "Gone back into recession" goes neither up nor down.
    return any(not found[0].endswith(" back") for found in _WAYS[way].finditer(sentence.span.quote))


def _finding(draft: Draft, told: tuple[int, int], taken_up: tuple[int, int]) -> Finding:
    one, other = draft.span(*told), draft.span(*taken_up)
    verb = one.quote.split()[0]
    return Finding(
        code="same-fact-differs",
        severity=Severity.WARNING,
        message=f"“{other.quote}” ({place(draft, other)}) takes up what the draft has just said: “{verb}”.",
        working=f"{verb} ≠ {other.quote}",
        question=f"Which is right, “{verb}” or “{other.quote}”?",
        evidence=(Evidence(one), Evidence(other)),
    )
