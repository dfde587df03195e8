"""Scores that cannot be: a match of tennis over before its last set, "a 2-1 draw", more goals than in the headline."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence, Span

_SET = r"\d{1,2}[-–]\d{1,2}(?: \(\d{1,2}[-–/]\d{1,2}\))?"
_SETS = re.compile(rf"(?<![\d-]){_SET}(?:,? (?:and )?{_SET}){{1,4}}(?![\d–-]|\.\d)")
_GAMES = re.compile(r"(?<![\d(/–-])(\d{1,2})[-–](\d{1,2})(?![\d)])")
_WON = re.compile(
    r"\b(?:beat|beats|beaten|beating|defeat(?:ed|ing|s)?|won|win|wins|winning|victory|overcame|saw off|ousted|downed|"
    r"crushed|thrashed|outplayed|eliminated|knocked out|lost|loses|losing|went down|through|swept aside|edged)\b"
)
# A match that is still on, or was never finished.
_UNFINISHED = re.compile(
    r"\b(?:retir\w+|pulled out|withdr\w+|injur\w+|abandon\w*|le(?:ad|ads|ading|d)|trail\w*|ahead|up|down to|down when|"
    r"when|before|odds|walkover|default\w*|halted|suspend\w+|rain|darkness|doubles|tie-?break\w*|volleyball|best[ -]of)\b"
)
_LOST = re.compile(r"\b(?:lost|loses?|losing|loss|went down|beaten|defeat(?! of)|defeated by|fell)\b")
_TENNIS = re.compile(r"\b(?:seeds?|seeded|tennis|unseeded|sets?|serve[ds]?|Grand Slam|Wimbledon)\b")
_STRAIGHT = re.compile(r"\bstraight[- ]sets?\b")
_COUNTED = re.compile(r"\b(?P<n>two|three|four|five)-set(?:ter|s)?\b|\bin (?P<m>two|three|four|five) sets\b")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_FEWEST, _MOST, _LONGEST_OF_THREE = 2, 3, 3

_RESULT = re.compile(
    r"(?<![\d(/–-])(?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\d)–-]|\.\d|%) (?:(?!to\b|and\b|in\b|up\b|down\b|on\b)[A-Za-z’'-]+ ){0,2}?"
    r"(?P<word>draw|stalemate|win|victory|defeat|triumph|thrashing|hammering|drubbing)\b"
)
_DREW = re.compile(r"\b(?P<word>drew|drawn|draw) (?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\d–-]|%)")
_LEVEL = frozenset(("draw", "stalemate", "drew", "drawn"))
_OTHERWISE = re.compile(
    r"\b(?:penalt\w+|shoot-?outs?|aggregate|away[ -]goals?|extra[ -]time|series|frames?|sets?|points?)\b|%"
)

_HEADLINE = re.compile(r"[A-Z][\w .’'&-]*? (?P<a>\d{1,3})-(?P<b>\d{1,3}) [A-Z][\w .’'&-]*$")
_RUNNING = re.compile(
    r"\b(?:ma(?:de|ke|king) (?:it|the score)|level(?:led|ling)?(?: the (?:scores?|game|match))? (?:at|to)|"
    r"(?:with|at) the score(?: at)?|the score (?:was|to)|half-time(?: score)?(?: was| at)?|cut the (?:gap|lead|deficit) to|"
    r"(?:into|established|opened|took|a)(?: an?)? half-time lead of) (?P<a>\d{1,3})-(?P<b>\d{1,3})(?![\d–-])"
)


def impossible_scores(draft: Draft) -> Iterator[Finding]:
    """Errors for scores that contradict themselves or each other.

    `impossible-value`: a set of tennis that cannot end so, or a match that was over before its last set,
    where the words say that it was won. `same-fact-differs`: a draw with two different scores, a win with
    equal ones, and a score on the way that the final score of the headline falls short of.
    """
    if not _GAMES.search(draft.text):
        return
    of_tennis = _TENNIS.search(draft.text) is not None
    sequences = [match for match in _SETS.finditer(draft.text) if of_tennis and _is_of_sets(match)]
    for match in sequences:
        yield from _of_sets(draft, match, alone=len(sequences) == 1)
    yield from _draws(draft)
    yield from _on_the_way(draft)


def _games(match: re.Match[str]) -> list[tuple[int, int]]:
    return [(int(a), int(b)) for a, b in _GAMES.findall(re.sub(r"\([^)]*\)", "", match[0]))]


def _is_of_sets(match: re.Match[str]) -> bool:
    """Whether most of a row of scores are those of sets, so that it can be nothing else."""
    games = _games(match)
    return sum(_ends_so(*pair) for pair in games) * 2 >= len(games)


def _ends_so(one: int, other: int) -> bool:
    """Whether a set can end so: 6-4, 7-5, 7-6, or 10-8 where there is no tie-break."""
    low, high = sorted((one, other))
    return (high == 6 and low <= 4) or (high == 7 and low in (5, 6)) or (high > 7 and high - low == 2)  # noqa: PLR2004


def _of_sets(draft: Draft, match: re.Match[str], *, alone: bool) -> Iterator[Finding]:
    sentence = draft.sentence_at(match.start())
    if sentence is None or not _WON.search(sentence.span.quote) or _UNFINISHED.search(sentence.span.quote):
        return
    games = _games(match)
    span = draft.span(match.start(), match.end())
    wrong = next((pair for pair in games if not _ends_so(*pair)), None)
    words = _counted(draft, sentence, games, alone=alone)
    if wrong is not None:
        yield _finding(draft, [span], f"no set of tennis ends {wrong[0]}-{wrong[1]}")
    elif not _is_finished(games):
        also = [draft.span(*at) for at in _words_of_length(draft, len(games))] if alone else []
        yield _finding(draft, [span, *also], f"no match takes {len(games)} sets of these scores")
    elif sum(one > other for one, other in games) * 2 < len(games) and not _LOST.search(sentence.span.quote):
        yield _finding(draft, [span], "the winner would have lost more sets than not")
    elif words is not None:
        yield _finding(draft, [words, span], f"{len(games)} sets, {_lost(games)} of them lost", "same-fact-differs")


def _is_finished(games: Sequence[tuple[int, int]]) -> bool:
    """Whether the match ends with the last set: the winner's second or third, and not before."""
    ours = [one > other for one, other in games]
    won, lost = sum(ours), len(ours) - sum(ours)
    most = max(won, lost)
    if most not in (_FEWEST, _MOST) or (most == _FEWEST and len(games) > _LONGEST_OF_THREE):
        return False
    sets_won = list(accumulate(int(result == (won > lost)) for result in ours))
    return sets_won.index(most) == len(ours) - 1


def _lost(games: Sequence[tuple[int, int]]) -> int:
    """How many sets the winner lost."""
    won = sum(one > other for one, other in games)
    return min(won, len(games) - won)


def _counted(
    draft: Draft, sentence: Sentence, games: Sequence[tuple[int, int]], *, alone: bool
) -> Span | None:
    """The words of the sentence that give another number of sets: "in straight sets", "a five-set win"."""
    text, start = sentence.span.quote, sentence.span.start
    if sum(_is_of_sets(match) for match in _SETS.finditer(text)) > 1 and not alone:
        return None
    straight = _STRAIGHT.search(text)
    if straight is not None and _lost(games):
        return draft.span(start + straight.start(), start + straight.end())
    counted = _COUNTED.search(text)
    if counted is not None and _NUMBERS[counted["n"] or counted["m"]] != len(games):
        return draft.span(start + counted.start(), start + counted.end())
    return None


def _words_of_length(draft: Draft, sets: int) -> list[tuple[int, int]]:
    """The first place that calls the match one of so many sets."""
    places = (
        match.span() for match in _COUNTED.finditer(draft.text) if _NUMBERS[match["n"] or match["m"]] == sets
    )
    return list(places)[:1]


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
                yield _finding(draft, [span], f"a score that is {what}", "same-fact-differs")


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
        yield _finding(draft, spans, f"it ended {final['a']}-{final['b']}", "same-fact-differs")


def _finding(draft: Draft, spans: Sequence[Span], why: str, code: str = "impossible-value") -> Finding:
    spans = sorted(spans)
    quotes = " and ".join(f"“{' '.join(span.quote.split())}” ({place(draft, span)})" for span in spans)
    return Finding(
        code=code,
        severity=Severity.ERROR,
        message=f"{quotes} cannot be right: {why}.",
        working=f"{' / '.join(' '.join(span.quote.split()) for span in spans)}: {why}",
        question="What was the score?",
        evidence=tuple(Evidence(span) for span in spans),
    )
