"""Scores that cannot be: "a 2-1 draw", more goals on the way than in the headline; and sets of tennis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.checks.tennis import impossible_sets, score_finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.draft import Draft
    from verifier.findings import Finding

_SCORE = re.compile(r"[-–](?<=\d[-–])\d")
_RESULT = re.compile(
    r"(?<![\d(/–-])(?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\d)–-]|\.\d|%) "
    r"(?:(?!to\b|and\b|in\b|up\b|down\b|on\b)[A-Za-z’'-]+ ){0,2}?"
    r"(?P<word>draw|stalemate|win|victory|defeat|triumph|thrashing|hammering|drubbing)\b"
)
_DREW = re.compile(r"\b(?P<word>drew|drawn|draw) (?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\d–-]|%)")
_LEVEL = frozenset(("draw", "stalemate", "drew", "drawn"))
_OTHERWISE = re.compile(
    r"\b(?:penalt\w+|shoot-?outs?|aggregate|away[ -]goals?|extra[ -]time|series|frames?|sets?|points?)\b|%"
)

_HEADLINE = re.compile(r"[A-Z][\w .’'&-]*? (?P<a>\d{1,3})-(?P<b>\d{1,3}) [A-Z][\w .’'&-]*$")
_RUNNING = re.compile(
    r"\b(?:ma(?:de|ke|king) (?:it|the score)|"
    r"level(?:led|ling)?(?: the (?:scores?|game|match))? (?:at|to)|"
    r"(?:with|at) the score(?: at)?|the score (?:was|to)|half-time(?: score)?(?: was| at)?|"
    r"cut the (?:gap|lead|deficit) to|"
    r"(?:into|established|opened|took|a)(?: an?)? half-time lead of) (?P<a>\d{1,3})-(?P<b>\d{1,3})(?![\d–-])"
)


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
        at = headline.start + final.start("a"), headline.start + final.end("b")
        spans = [draft.span(*at), draft.span(match.start("a"), match.end("b"))]
        yield score_finding(draft, spans, f"it ended {final['a']}-{final['b']}", "same-fact-differs")
