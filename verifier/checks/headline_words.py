"""A headline that says the opposite of the lead: "Acme profits rise" over "Profits at Acme have fallen"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

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


def _verbs(regular: str, irregular: str = "") -> frozenset[str]:
    """The forms of regular verbs, and of irregular ones as they are given."""
    forms = set(irregular.split())
    for stem in regular.split():
        base = stem.removesuffix("e")
        if stem.endswith("y") and stem[-2] not in "aeou":
            past, third = f"{stem[:-1]}ied", f"{stem[:-1]}ies"
        else:
            past, third = f"{base}ed", f"{stem}es" if stem.endswith(("ss", "sh", "ch")) else f"{stem}s"
        forms |= {stem, past, third, f"{base}ing"}
    return frozenset(forms)


_OPPOSITES = (
    _Opposites(
        _verbs(
            "climb jump soar surge increase gain leap rally rebound recover",
            "rise rises rose risen rising grow grows grew grown growing",
        ),
        _verbs(
            "plunge decrease decline tumble slump plummet dive crash",
            "fall falls fell fallen falling drop drops dropped dropping slip slips slipped slide slides slid "
            "sink sinks sank sunk shrink shrinks shrank shrunk",
        ),
    ),
    _Opposites(
        _verbs("defeat triumph retain", "win wins won winning beat beats beating"),
        _verbs("", "lose loses lost losing"),
    ),
    _Opposites(
        _verbs("back support endorse accept approve welcome"),
        _verbs("reject oppose refuse block condemn dismiss"),
    ),
    _Opposites(_verbs("confirm acknowledge", "admit admits admitted admitting"), _verbs("deny dismiss")),
    _Opposites(
        _verbs("raise increase lift boost double"), _verbs("lower slash reduce halve", "cut cuts cutting")
    ),
    _Opposites(_verbs("open reopen"), _verbs("close", "shut shuts shutting")),
    _Opposites(_verbs("convict jail charge"), _verbs("clear", "acquit acquits acquitted free frees freed")),
    _Opposites(
        _verbs("allow legalise permit"), _verbs("outlaw prohibit", "ban bans banned banning forbid forbids")
    ),
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SHORTEST = 4
_ENDING = re.compile(r"(?:[’']s|s)$")
# What may turn a verb round, or make it another's, a past one or a mere possibility.
_TURNED = re.compile(
    r"\b(?:[Nn]ot|[Nn]o|never|[Dd]espite|[Aa]fter|[Aa]lthough|though|[Bb]ut|[Ww]hile|[Ii]f|may|might|could|would|"
    r"should|fail\w*|hope\w*|try\w*|fear\w*|unless|[Ww]ithout|from|before|last|[Pp]revious\w*|earlier|stop\w*|"
    r"avoid\w*|den\w+|calls?|called|urge\w*|planned|plans to|bid to|refus\w+|reject\w*|appeal\w*|who|which|"
    r"whose|that|slow\w*|less|halt\w*)\b|n[’']t\b"
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
    lead = next((s for s in draft.sentences if s.paragraph > headline.paragraph), None)
    if lead is None:
        return
    above, below = _words(headline), _words(lead)
    said, told = ({word for word, _, _ in words} for words in (above, below))
    for opposites in _OPPOSITES:
        for ours, theirs in ((opposites.one, opposites.other), (opposites.other, opposites.one)):
            if ours.isdisjoint(said) or theirs.isdisjoint(told):
                continue
            yield from _compared(draft, (headline, above), (lead, below), ours, theirs)


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
