"""A move that a noun takes up as its opposite: "Output grew by 0.1%. The fall reflects weak exports"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.draft import Draft, Sentence

_HOW = r"sharp|big|steep|slight|small|modest|surprise|unexpected|sudden|dramatic|huge|large"
# Cuts, gains and losses are often things of another kind.
_NAMED = re.compile(
    rf"[\"“]?(?P<noun>(?:The|This|That|Such an?)(?: (?:{_HOW}))? (?:"
    r"(?P<up>rise|increase|jump|surge|climb|upturn|rally)|"
    r"(?:fall|drop|decline|slide|slump|plunge|decrease|dip|downturn))s?)\b(?! of\b)"
    r"(?: in (?:the )?(?P<of>[a-z]+))?"
)
_UP = re.compile(
    r"\b(?:ris(?:es?|en|ing)|rose|increas(?:e[sd]?|ing)|gr[eo]w(?:n|s|ing|th)?|climb(?:s|ed|ing)?|"
    r"jump(?:s|ed|ing)?|surg(?:es?|ed|ing)|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|rais(?:es?|ed|ing)|"
    r"advanc(?:es?|ed|ing)|rebound(?:s|ed)?|leapt|leaps?|up|"
    r"expan(?:ds?|ded|sion)|higher|doubl(?:ed|es?|ing)|trebled|tripled|rall(?:y|ied))\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|slid(?:es?|ing)?|slump(?:s|ed|ing)?|"
    r"plung(?:es?|ed|ing)|plummet\w*|tumbl(?:es?|ed|ing)|cuts?|cutting|reduc\w+|lower(?:s|ed|ing)?|slip(?:s|ped|ping)?|"
    r"shrank|shrink(?:s|ing)?|shrunk|decreas(?:es?|ed|ing)|s[aiu]nk(?:s|ing)?|dip(?:s|ped|ping)?|contract(?:s|ed|ion)?|down|narrow(?:s|ed|er)?|"
    r"lost|shed|halv(?:es?|ed|ing))\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_BACK = 2


def moves_named_otherwise(draft: Draft) -> Iterator[Finding]:
    """A `direction-mismatch` warning for a rise that the next sentence calls "the fall", and the reverse.

    The sentence before has to go one way alone, and with a figure; and none of those shortly before it may
    speak of the other way, for the noun may be about that.
    """
    for number, (before, sentence) in enumerate(pairwise(draft.sentences)):
        named = _NAMED.match(sentence.span.quote)
        if named is None or not _FIGURE.search(before.span.quote):
            continue
        ours, theirs = (_UP, _DOWN) if named["up"] else (_DOWN, _UP)
        near = [other.span.quote for other in draft.sentences[max(0, number - _BACK + 1) : number + 1]]
        if any(map(ours.search, near)) or (named["of"] and named["of"] not in before.span.quote.lower()):
            continue
        moved = theirs.search(before.span.quote)
        if moved is not None:
            yield _finding(draft, before, moved, sentence, named)


def _finding(
    draft: Draft, before: Sentence, moved: re.Match[str], sentence: Sentence, named: re.Match[str]
) -> Finding:
    one = draft.span(before.span.start + moved.start(), before.span.start + moved.end())
    start = sentence.span.start + named.start("noun")
    other = draft.span(start, start + len(named["noun"]))
    return Finding(
        code="direction-mismatch",
        severity=Severity.WARNING,
        message=f"“{one.quote}” ({place(draft, one)}) is “{other.quote}” further on ({place(draft, other)}).",
        working=f"{one.quote} ≠ {other.quote}",
        question=f"Which way did it go, or is “{other.quote}” about something else?",
        evidence=(Evidence(one), Evidence(other)),
    )
