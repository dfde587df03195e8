"""Team sheets of football: who scores is on the pitch, and the goals make the score."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from verifier.checks.tennis import score_finding
from verifier.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Span
    from verifier.findings import Finding

_SHEET = "Subs Not Used"
_PLAYER = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}"
_CHANGE = late(rf"(?P<off>{_PLAYER}) \((?P<on>{_PLAYER}) (?P<minute>\d{{1,3}})\)")
_GOAL = rf"{_PLAYER} \d{{1,3}}(?: og| pen| \(og\)| \(pen\))?(?:, \d{{1,3}}(?: pen| \(pen\))?)*"
_GOALS = late(rf"(?:^|\n|Goals?: |\. ){_GOAL}(?:, {_GOAL})*\.(?=\s|$)")
_SCORER = late(rf"(?P<name>{_PLAYER}) (?P<minutes>\d[\d, ]*)")
_MINUTE = late(r"\d{1,3}")
_HEADLINE = late(r"[A-Z][\w .’'&-]*? (?P<score>(?P<a>\d{1,2})-(?P<b>\d{1,2})) [A-Z][\w .’'&-]*$")
_TOLD = late(r"\b(?P<minute>\d{1,3})(?:st|nd|rd|th)?[ -]minutes?\b")
_A_GOAL = late(
    r"\b(?:equalis\w+|ahead|made it \d|(?:took|into|in) the lead|opene(?:d the scoring|r)|levell?ed)\b"
)


class _Scored(NamedTuple):
    name: str
    minutes: tuple[int, ...]
    span: Span


def impossible_goals(draft: Draft) -> Iterator[Finding]:
    """Errors for what a team sheet says in two ways.

    `impossible-value` for a goal by a player who had left by then, or was yet to come on, and
    `same-fact-differs` for goals that do not make the score of the headline, or are told of another minute.
    """
    start = draft.text.find(_SHEET)
    if start < 0:
        return
    scored = [row for match in _GOALS.finditer(draft.text, start) for row in _scored(draft, match)]
    for change in _CHANGE.finditer(draft.text):
        minute = int(change["minute"])
        span = draft.span(*change.span())
        for row in scored:
            if row.name == change["off"] and row.minutes[-1] > minute:
                yield score_finding(draft, [row.span, span], f"{row.name} went off after {minute} minutes")
            if row.name == change["on"] and row.minutes[0] < minute:
                yield score_finding(draft, [row.span, span], f"{row.name} came on after {minute} minutes")
    yield from _told_otherwise(draft, scored, start)
    headline = _HEADLINE.match(draft.paragraphs[0].quote)
    number = sum(len(row.minutes) for row in scored)
    if headline is not None and scored and number != int(headline["a"]) + int(headline["b"]):
        at = draft.paragraphs[0].start + headline.start("score")
        spans = [draft.span(at, at + len(headline["score"])), *(row.span for row in scored)]
        yield score_finding(draft, spans, f"{number} goals are listed", "same-fact-differs")


def _told_otherwise(draft: Draft, scored: Sequence[_Scored], end: int) -> Iterator[Finding]:
    """Goals that the report, which ends at an offset, tells of a minute in which nobody scored."""
    minutes = {minute for row in scored for minute in row.minutes}
    for sentence in draft.sentences:
        text = sentence.span.quote
        told = list(_TOLD.finditer(text))
        if sentence.span.start > end or len(told) != 1 or not _A_GOAL.search(text):
            continue
        named = [row for row in scored if re.search(rf"\b{row.name.split()[-1]}\b", text)]
        if len(named) == 1 and int(told[0]["minute"]) not in minutes:
            at = draft.span(sentence.span.start + told[0].start(), sentence.span.start + told[0].end())
            why = f"no goal is listed for minute {told[0]['minute']}"
            yield score_finding(draft, [at, named[0].span], why, "same-fact-differs")


def _scored(draft: Draft, goals: re.Match[str]) -> Iterator[_Scored]:
    """The scorers of one side, with the minutes of their goals in order."""
    for match in _SCORER.finditer(draft.text, goals.start(), goals.end()):
        minutes = tuple(int(minute) for minute in _MINUTE.findall(match["minutes"]))
        yield _Scored(
            match["name"], minutes, draft.span(match.start(), match.start() + len(match[0].rstrip(", ")))
        )
