"""A headline that says the opposite of the lead: "Acme profits rise" over "Profits at Acme have fallen"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from verifier.checks.polar_words import verbs
from verifier.extraction.offline.relations.headlines import headline_of
from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.draft import Draft, Sentence, Span


@dataclass(frozen=True)
class _Opposites:
    """Verbs that say the one, and verbs that say the opposite; each as the forms a headline or lead uses."""

    one: frozenset[str]
    other: frozenset[str]


_OPPOSITES = (
    _Opposites(
        verbs(
            "climb jump soar surge increase gain leap rally rebound recover",
            "rise rises rose risen rising grow grows grew grown growing up higher",
        ),
        verbs(
            "plunge decrease decline tumble slump plummet dive crash",
            "fall falls fell fallen falling drop drops dropped dropping slip slips slipped slide slides slid "
            "sink sinks sank sunk shrink shrinks shrank shrunk down lower",
        ),
    ),
    _Opposites(
        verbs("triumph retain", "win wins won winning beat beats beating victory"),
        verbs("", "lose loses lost losing"),
    ),
    _Opposites(
        verbs("back support endorse accept approve welcome praise hail applaud defend"),
        verbs(
            "reject oppose refuse block condemn dismiss decline slam blast attack criticise criticize "
            "denounce veto"
        ),
    ),
    _Opposites(verbs("confirm acknowledge", "admit admits admitted admitting"), verbs("deny dismiss")),
    _Opposites(
        verbs("raise increase lift boost double"), verbs("lower slash reduce halve", "cut cuts cutting")
    ),
    _Opposites(verbs("convict jail charge"), verbs("clear", "acquit acquits acquitted free frees freed")),
    _Opposites(
        verbs("allow legalise permit"), verbs("outlaw prohibit", "ban bans banned banning forbid forbids")
    ),
    _Opposites(verbs("agree accept"), verbs("refuse reject decline spurn rebuff")),
    _Opposites(verbs("widen strengthen expand"), verbs("narrow weaken", "shrink shrinks shrank shrunk")),
)
# What the headline may say, and what the lead may say against it.
_SIDES = tuple(
    pair for pair_of in _OPPOSITES for pair in ((pair_of.one, pair_of.other), (pair_of.other, pair_of.one))
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SHORTEST = 4
# The lead may take two sentences to come to its verb.
_LEAD = 2
# "hits back", "falls on a Sunday", "set up by": other verbs than they look.
_IDIOM = re.compile(
    r"\b(?:hits?|go|goes|went|comes?|came|gets?|fights?|bounces?) back\b|\b(?:back|falls?|left|signs?|"
    r"led) (?:in|on|at|to|for|from|by|despite|into|out|off|with|of)\b|\b(?:up|down) (?:for|on|into|out|"
    r"off|with|against|under|in arms)\b|\b(?:sets?|setting|ends?|ended|picks?|ma[dk]e|takes?|took|builds?|"
    r"signs?|signed|calls?|called|brings?|turns?|gives?|lines?|breaks?|broke|shuts?|closed?|stands?|stood|"
    r"goes|plays?|hunts?|tracks?|settles?|puts?|comes?|came|backs?|steps?) (?:up|down)\b|\b(?:opposing|"
    r"leading|left[- ](?:wing|back|hand))\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[\"“”]|''")
_ENDING = re.compile(r"(?:[’']s|s)$")
# What may turn a verb round, or make it another's, a past one or a mere possibility.
_TURNED = re.compile(
    r"\b(?:[Nn]ot|[Nn]o|never|[Dd]espite|[Aa]fter|[Aa]lthough|though|[Bb]ut|[Ww]hile|[Ii]f|may|might|could|"
    r"would|should|fail\w*|hope\w*|try\w*|fear\w*|unless|[Ww]ithout|from|before|last|[Pp]revious\w*|"
    r"earlier|stop\w*|avoid\w*|den\w+|calls?|called|urge\w*|planned|plans to|bid to|refus\w+|reject\w*|"
    r"appeal\w*|who|which|whose|that|slow\w*|less|halt\w*|[Ss]ome|[Oo]thers?|[Mm]ost|[Mm]any|[Ff]ew|half|third|quarter|majority|minority|opponents|critics|"
    r"per ?cent)\b|n[’']t\b|[%\d]"
)


def contradicting_headline(draft: Draft) -> Iterator[Finding]:
    """A `same-fact-differs` warning where headline and lead say opposite things of one subject.

    The headline's verb follows its subject ("Acme profits rise"); the lead has that subject, in front of a
    verb of the opposite, and no verb of the headline's own kind. Nothing is said where the lead turns its
    verb round ("did not fall"), or may speak of another time or person.
    """
    headline = headline_of(draft)
    if headline is None:
        return
    above = _words(headline)
    said = {word for word, _, _ in above}
    sides = [side for side in _SIDES if not side[0].isdisjoint(said)]
    if not sides:
        return
    body = (sentence for sentence in draft.sentences if sentence.paragraph > headline.paragraph)
    leads = [(lead, _words(lead)) for lead in islice(body, _LEAD)]
    told = {word for _, words in leads for word, _, _ in words}
    sides = [side for side in sides if side[0].isdisjoint(told)]
    compared = (
        _compared(draft, (headline, above), lead, ours, theirs) for lead in leads for ours, theirs in sides
    )
    yield from islice(chain.from_iterable(compared), 1)


_Words = list[tuple[str, int, int]]


def _words(sentence: Sentence) -> _Words:
    start = sentence.span.start
    return [
        (m[0].casefold(), start + m.start(), start + m.end()) for m in _WORD.finditer(sentence.span.quote)
    ]


def _compared(
    draft: Draft,
    headline: tuple[Sentence, _Words],
    lead: tuple[Sentence, _Words],
    ours: frozenset[str],
    theirs: frozenset[str],
) -> Iterator[Finding]:
    above, below = headline[1], lead[1]
    said = [index for index, (word, _, _) in enumerate(above) if word in ours]
    opposite = [index for index, (word, _, _) in enumerate(below) if word in theirs]
    if len(said) != 1 or not said[0] or len(opposite) != 1:
        return
    if any(word in theirs for word, _, _ in above) or any(word in ours for word, _, _ in below):
        return
    if not _stems(above[: said[0]]) & _stems(below[: opposite[0]]):
        return
    verb = draft.span(*below[opposite[0]][1:])
    mark = draft.span(*above[said[0]][1:])
    for sentence, word in ((lead[0], verb), (headline[0], mark)):
        if _TURNED.search(draft.text, sentence.span.start, word.start):
            return
        if len(_QUOTE.findall(draft.text, sentence.span.start, word.start)) % 2:
            return
        idioms = _IDIOM.finditer(draft.text, sentence.span.start, sentence.span.end)
        if any(idiom.start() <= word.start < idiom.end() for idiom in idioms):
            return
    yield _finding(draft, mark, verb)


def _stems(words: _Words) -> frozenset[str]:
    """The words of some weight in front of a verb, without their endings: what it may be said of."""
    return frozenset(_ENDING.sub("", word) for word, _, _ in words if len(word) >= _SHORTEST)


def _finding(draft: Draft, one: Span, other: Span) -> Finding:
    return Finding(
        code="same-fact-differs",
        severity=Severity.WARNING,
        message=f"The headline says “{one.quote}”; the lead says “{other.quote}” ({place(draft, other)}).",
        working=f"{one.quote} ≠ {other.quote}",
        question="Which is right, the headline or the lead?",
        evidence=(Evidence(one), Evidence(other)),
    )
