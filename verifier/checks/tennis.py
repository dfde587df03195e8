"""Sets of tennis that cannot be: a match over before its last set, a set that ends 7-4."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity, place
from verifier.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence, Span

_AND_THEIRS = r"[-–]\d{1,2}(?: \(\d{1,2}[-–/]\d{1,2}\))?"
_SET = rf"\d{{1,2}}{_AND_THEIRS}"
_SETS = late(rf"\d(?<![\d-].)\d?{_AND_THEIRS}(?:,? (?:and )?{_SET}){{1,4}}(?![\d–-]|\.\d)")
_GAMES = late(r"(?<![\d(/–-])(\d{1,2})[-–](\d{1,2})(?![\d)])")
_WON = late(
    r"\b(?:beat|beats|beaten|beating|defeat(?:ed|ing|s)?|won|win|wins|winning|victory|overcame|saw off|"
    r"ousted|downed|crushed|thrashed|outplayed|eliminated|knocked out|lost|loses|losing|went down|through|"
    r"swept aside|edged)\b"
)
# A match that was never finished, or that is still on at the score.
_UNFINISHED = late(
    r"\b(?:retir\w+|pulled out|withdr\w+|injur\w+|abandon\w*|odds|walkover|default\w*|halted|suspend\w+|rain|"
    r"darkness|doubles|volleyball|best[ -]of)\b"
)
_STILL_ON = late(
    r"(?:\b(?:lead|leads|leading|led|trail\w*) (?:[\w’'-]+ ){0,5}|\b(?:up|ahead|when|at|(?<!went )down) )$"
    r"|^,? (?:up|down|ahead)\b"
)
_LOST = late(r"\b(?:lost|loses?|losing|loss|went down|beaten|defeat(?! of)|defeated by|fell)\b")
_TENNIS = late(r"\b(?:seeds?|seeded|tennis|unseeded|sets?|serve[ds]?|Grand Slam|Wimbledon)\b")
_STRAIGHT = late(r"\bstraight[- ]sets?\b")
_COUNTED = late(r"\b(?P<n>two|three|four|five)-set(?:ter|s)?\b|\bin (?P<m>two|three|four|five) sets\b")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_FEWEST, _MOST, _LONGEST_OF_THREE = 2, 3, 3
_BESIDE = 40

_NAME = (
    r"(?!(?:The|But|And|He|She|They|It|In|At|On|After|When|While|Both|Their|His|Her|Then|A|An|World|Top|Second)\b)"
    r"[A-Z][\w’'-]+"
)
_BEATS = r"(?:beat|beating|defeated|overcame|saw off|ousted|edged|downed)"
_WINNER = late(rf"(?P<name>{_NAME}),? (?:[a-z\d][\w’'-]*,? ){{0,14}}?(?:{_BEATS}|won|win)\b")
_LOSER = late(
    rf"\b(?:{_BEATS}|over|against)(?: [\w’'-]+){{0,6}}? (?P<name>{_NAME}),? (?:in (?:\w+ ){{1,2}}sets,? )?$"
)
_TAKEN = late(
    rf"(?P<name>{_NAME}) (?:(?!lost\b|dropped\b)[a-z][\w’'-]* ){{0,7}}?"
    r"(?P<verb>won|took|taking|claimed|claiming|clinched|winning|lost|dropped|losing|dropping) "
    r"(?:the |a |his |her )(?:tight |close |scrappy |long )?"
    r"(?P<nth>first|opening|second|third|fourth|fifth) set\b(?!-)"
)
_NTH = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}
_LOSING = frozenset(("lost", "dropped", "losing", "dropping"))


def impossible_sets(draft: Draft) -> Iterator[Finding]:
    """Errors for the scores of matches that were won.

    `impossible-value`: a set that cannot end so, a match over before its last set. `same-fact-differs`: words
    that give another number of sets, or a set to the player who lost it.
    """
    sequences = [match for match in _SETS.finditer(draft.text) if _is_of_sets(match)]
    if not sequences or not _TENNIS.search(draft.text):
        return
    for match in sequences:
        yield from _of_sets(draft, match, alone=len(sequences) == 1)
    yield from _sets_taken(draft, sequences)


def _games(match: re.Match[str]) -> list[tuple[int, int]]:
    return [(int(a), int(b)) for a, b in _GAMES.findall(re.sub(r"\([^)]*\)", "", match[0]))]


def _is_of_sets(match: re.Match[str]) -> bool:
    """Whether most of a row of scores are those of sets, so that it can be nothing else."""
    games = _games(match)
    if min(max(pair) for pair in games) > 7:  # noqa: PLR2004 - badminton: 21-17, 19-21, 22-20
        return False
    return sum(_ends_so(*pair) for pair in games) * 2 >= len(games)


def _ends_so(one: int, other: int) -> bool:
    """Whether a set can end so: 6-4, 7-5, 7-6, or 10-8 where there is no tie-break."""
    low, high = sorted((one, other))
    return (high == 6 and low <= 4) or (high == 7 and low in (5, 6)) or (high > 7 and high - low == 2)  # noqa: PLR2004


def _of_sets(draft: Draft, match: re.Match[str], *, alone: bool) -> Iterator[Finding]:
    sentence = draft.sentence_at(match.start())
    if sentence is None or not _WON.search(sentence.span.quote) or _UNFINISHED.search(sentence.span.quote):
        return
    before = draft.text[max(sentence.span.start, match.start() - _BESIDE) : match.start()]
    if _STILL_ON.search(before) or _STILL_ON.search(draft.text[match.end() : match.end() + _BESIDE]):
        return
    games = _games(match)
    span = draft.span(match.start(), match.end())
    wrong = next((pair for pair in games if not _ends_so(*pair)), None)
    words = _counted(draft, sentence, games, alone=alone)
    if wrong is not None:
        yield score_finding(draft, [span], f"no set of tennis ends {wrong[0]}-{wrong[1]}")
    elif not _is_finished(games):
        also = [draft.span(*at) for at in _words_of_length(draft, len(games))] if alone else []
        yield score_finding(draft, [span, *also], f"no match takes {len(games)} sets of these scores")
    elif sum(one > other for one, other in games) * 2 < len(games) and not _LOST.search(sentence.span.quote):
        yield score_finding(draft, [span], "the winner would have lost more sets than not")
    elif words is not None:
        yield score_finding(
            draft, [words, span], f"{len(games)} sets, {_lost(games)} of them lost", "same-fact-differs"
        )


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


def _sets_taken(draft: Draft, sequences: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """Sets that the words give to one player, and the score to the other."""
    matches = [(match, *_players(draft, match)) for match in sequences]
    for taken in _TAKEN.finditer(draft.text):
        sentence = draft.sentence_at(taken.start())
        if sentence is None or sentence is not draft.sentence_at(taken.end() - 1):
            continue
        played = [row for row in matches if _is_of(row, sentence, alone=len(matches) == 1)]
        if len(played) != 1:
            continue
        match, winner, loser = played[0]
        games, nth = _games(match), _NTH[taken["nth"]]
        if nth >= len(games) or not _is_finished(games):
            continue
        theirs = taken["name"] == winner if winner else taken["name"] != loser
        took = taken["verb"] not in _LOSING
        if (games[nth][0] > games[nth][1]) is not (theirs is took):
            spans = [draft.span(taken.start("verb"), taken.end()), draft.span(match.start(), match.end())]
            score = "-".join(map(str, games[nth]))
            yield score_finding(draft, spans, f"the {taken['nth']} set ended {score}", "same-fact-differs")


def _players(draft: Draft, match: re.Match[str]) -> tuple[str, str]:
    """Who won a match and who lost it, by the names before its score; empty where the words do not say."""
    sentence = draft.sentence_at(match.start())
    start = sentence.span.start if sentence else match.start()
    before = draft.text[start : match.start()]
    if _LOST.search(before):
        return "", ""
    winners, loser = [m["name"] for m in _WINNER.finditer(before)], _LOSER.search(before)
    return (winners[-1] if winners else ""), (loser["name"] if loser else "")


def _is_of(row: tuple[re.Match[str], str, str], sentence: Sentence, *, alone: bool) -> bool:
    """Whether a set that somebody took belongs to a match: by both names, or as the draft's only one."""
    _, winner, loser = row
    if alone and winner:
        return True
    return loser != "" and loser in sentence.span.quote


def score_finding(draft: Draft, spans: Sequence[Span], why: str, code: str = "impossible-value") -> Finding:
    """An error that quotes the scores and words which cannot be right together, and says why."""
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
