"""Scores that cannot be: "a 2-1 draw", more goals on the way than in the headline; and sets of tennis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.checks.tennis import impossible_sets, score_finding
from verifier.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.draft import Draft
    from verifier.findings import Finding

_SCORE = late(r"[-–](?<=\d[-–])\d")
# These begin with what is quick to find; what may not stand before it is looked for from behind it.
_RESULT = late(
    r"(?P<a>\d(?<![\d(/–-].)\d{0,2})[-–](?P<b>\d{1,3})(?![\d)–-]|\.\d|%) "
    r"(?:(?!to\b|and\b|in\b|up\b|down\b|on\b)[A-Za-z’'-]+ ){0,2}?"
    r"(?P<word>draw|stalemate|win|victory|defeat|triumph|thrashing|hammering|drubbing)\b"
)
_DREW = late(r"(?P<word>d(?<!\w.)(?:rew|rawn|raw)) (?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\d–-]|%)")
_LEVEL = frozenset(("draw", "stalemate", "drew", "drawn"))
_OTHERWISE = late(
    r"\b(?:penalt\w+|shoot-?outs?|aggregate|away[ -]goals?|extra[ -]time|series|frames?|sets?|points?)\b|%"
)

_HEADLINE = late(r"[A-Z][\w .’'&-]*? (?P<a>\d{1,3})-(?P<b>\d{1,3}) [A-Z][\w .’'&-]*$")
_RUNNING = late(
    r"\b(?:ma(?:de|ke|king) (?:it|the score)|"
    r"level(?:led|ling)?(?: the (?:scores?|game|match))? (?:at|to)|"
    r"(?:with|at) the score(?: at)?|the score (?:was|to)|half-time(?: score)?(?: was| at)?|"
    r"cut the (?:gap|lead|deficit) to|"
    r"(?:into|established|opened|took|a)(?: an?)? half-time lead of) (?P<a>\d{1,3})-(?P<b>\d{1,3})(?![\d–-])"
)
# "They came from 20-3 down to win 31-22": both in one breath, so both of one match.
_TURNED = late(
    r"(?P<a>\d(?<![\d(/–-].)\d{0,2})[-–](?P<b>\d{1,3}) (?:(?:half-time|interval|first-half|early) )?"
    r"(?:lead|advantage|deficit|cushion|down|up|ahead|behind|adrift)\b(?=[^.;\n]{0,130}\b(?:beat|beaten|win|won|lose|lost|draw|drew|"
    r"defeat|victory|loss|lead|triumph)\b)[^.;()\d\n]{3,110}?"
    r"(?P<c>\d{1,3})[-–](?P<d>\d{1,3})(?![\d–-]|,? \(?\d{1,2}[-–])"
)
_OF_ANOTHER = late(r"\b(?:legs?|tie|rubbers?|season|year|week|earlier|previous|game|serve|table)\b")
# Of another match than the one in the headline.
_EARLIER = late(
    r"\b(?:leg|tie|last (?:year|month|week|season|time)|earlier this|previous\w*|in (?:19|20)\d\d|ago|"
    r"reverse fixture|replay|when they (?:last )?met)\b"
)
_GAME_OF_TENNIS = frozenset((15, 30, 40))
_SET_OF_TENNIS = 7


def impossible_scores(draft: Draft) -> Iterator[Finding]:
    """Errors for scores that contradict themselves or each other.

    Those of sets of tennis, and `same-fact-differs` for a draw with two different scores, a win with equal
    ones, and a score on the way that the final score of the headline falls short of.
    """
    if not _SCORE.search(draft.text):
        return
    yield from impossible_sets(draft)
    yield from _draws(draft)
    yield from _on_the_way(draft)
    yield from _turned(draft)


def _turned(draft: Draft) -> Iterator[Finding]:
    """Scores on the way that the final score in the same sentence falls short of."""
    for match in _TURNED.finditer(draft.text):
        low, high = sorted((int(match["a"]), int(match["b"])))
        least, most = sorted((int(match["c"]), int(match["d"])))
        sentence = draft.sentence_at(match.start())
        if (low <= least and high <= most) or sentence is None or _OTHERWISE.search(sentence.span.quote):
            continue
        if _OF_ANOTHER.search(match[0]) or (high in _GAME_OF_TENNIS and most <= _SET_OF_TENNIS):
            continue
        spans = [draft.span(match.start("a"), match.end("b")), draft.span(match.start("c"), match.end("d"))]
        yield score_finding(draft, spans, f"it ended {match['c']}-{match['d']}", "same-fact-differs")


def _draws(draft: Draft) -> Iterator[Finding]:
    for pattern in (_RESULT, _DREW):
        for match in pattern.finditer(draft.text):
            sentence = draft.sentence_at(match.start())
            if sentence is None or _OTHERWISE.search(sentence.span.quote):
                continue
            level = match["a"] == match["b"]
            if level is not (match["word"] in _LEVEL):
                span = draft.span(match.start(), match.end())
                what = "level is a draw" if level else "not level is no draw"
                yield score_finding(draft, [span], f"a score that is {what}", "same-fact-differs")


def _on_the_way(draft: Draft) -> Iterator[Finding]:
    """Scores on the way that the final score, in the headline, falls short of."""
    headline = draft.paragraphs[0] if draft.paragraphs else None
    final = _HEADLINE.match(headline.quote) if headline is not None else None
    if headline is None or final is None:
        return
    ends = sorted((int(final["a"]), int(final["b"])))
    for match in _RUNNING.finditer(draft.text, headline.end):
        low, high = sorted((int(match["a"]), int(match["b"])))
        sentence = draft.sentence_at(match.start())
        if (low <= ends[0] and high <= ends[1]) or sentence is None or _OTHERWISE.search(sentence.span.quote):
            continue
        if _EARLIER.search(sentence.span.quote):
            continue
        at = headline.start + final.start("a"), headline.start + final.end("b")
        spans = [draft.span(*at), draft.span(match.start("a"), match.end("b"))]
        yield score_finding(draft, spans, f"it ended {final['a']}-{final['b']}", "same-fact-differs")
