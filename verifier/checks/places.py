"""One place taken twice in one list: "Roe came second, Loe third … Poe was in third place"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from verifier.figures.calendar_names import MONTHS, WEEKDAYS
from verifier.figures.model import Hedge, Kind
from verifier.findings import Evidence, Finding, Severity, place
from verifier.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure

_REACH = 80
_LEAST = 3
# "Number two", "at two": not "the number two keeper".
_NUMBERED = late(r"\b(?:[Nn]umber|[Nn]o\.?|[Pp]osition|[Aa]t)\s$")
# "Slipped one place to four", in a draft that speaks of charts.
_MOVES = (
    r"slip(?:s|ped|ping)|f[ae]lls?|falling|dropp(?:ed|ing)|drops|down|up|climb(?:s|ed|ing)|mov(?:es|ed|ing)|rose|jump(?:s|ed|ing)|"
    r"push(?:es|ed|ing)"
)
_MOVED = late(rf"\b(?:{_MOVES})\s(?:[^.;:\n]{{0,45}}\s)?to\s$")
_CHARTS = late(r"\bcharts?\b|\bbox office\b")
_ENDS = late(
    r"\s?(?:[.,;:)–—]|$)|\s-\s|\s(?:with|in|on|for|behind|after|was|were|is|came|and|while|followed|by|place|position|spot)\b"
)
_IN_PLACE = late(
    r"\b(?:in|took|takes|taking|into|to|claimed|secured|won)\s(?:an?\s|the\s)?(?:[a-z]+\s)?$", re.IGNORECASE
)
_PLACE = late(r"[\s-](?:place|position|spot)\b(?!\s(?:finish\s)?(?:on\sthe\sticket|play-?off))")
_FINISHED = late(
    r"\b(?:finish(?:ed|ing|es)?|came|coming|comes|placed|ranked|was|were|is)(?:\sin)?(?:\sa)?(?:\s[a-z]+)?\s$"
)
_ALONE = late(
    r"\s?(?:[.,;:)]|$)|\s(?:with|and|behind|after|for|at)\b(?!\s(?:foremost|all|time))|\s(?:in|on)\s(?:the\s|a\s)?(?!row\b|line\b)"
)
_SHARED = late(
    r"\b(?:joint|equal|tied|tie|shared?|level|also\s(?!(?:"
    + _MOVES
    + r")\b)|both|either|or|from|last\s(?:week|year|time)|previous\w*|once|would|could|if|"
    r"may|might|will|hop\w+|want\w*|fight\w*|battl\w+|vying|expected|not|needs?|before|had\sbeen|had|used\sto|qualif\w+|semi-?final\w*|"
    r"heat|poll|polls|polling|stage|leg|round|lap|respectively|in\s(?:19|20)\d\d)\b|n[’']t\b",
    re.IGNORECASE,
)
_ANOTHER_LIST = late(
    r"\b(?:albums?|singles?|meanwhile|elsewhere|women[’']s|men[’']s|girls|boys|another|other|separate|last\syear|In\s[A-Z]|"
    r"(?:first|second|third|fourth|next|final)\s(?:race|event|leg|heat|round|stage|poll|contest)|\d+m|metres)\b"
)
_NAME = late(r"(?<![\w’'])[A-Z][\w’'.&-]+")
_NO_NAME = frozenset(
    "the a an he she it they we in on at and but his her its their this that with for mr mrs ms".split()
)


class _Placed(NamedTuple):
    figure: Figure
    rank: int
    sentence: int
    names: frozenset[str]
    clear: bool


def places_taken_twice(draft: Draft, figures: Sequence[Figure]) -> Iterator[Finding]:
    """An `order-contradicted` warning for a place that two hold in a list of at least three places.

    A list is what gives places in sentences that follow each other; only one place of it may be taken twice,
    for where several are, there are two lists.
    """
    run: list[_Placed] = []
    for placed in _placed(draft, figures):
        if run and (placed.sentence - run[-1].sentence > 1 or _breaks(draft, run[-1].figure, placed.figure)):
            yield from _twice(draft, run)
            run = []
        run.append(placed)
    yield from _twice(draft, run)


def _breaks(draft: Draft, one: Figure, other: Figure) -> bool:
    return _ANOTHER_LIST.search(draft.text, one.span.end, other.span.start) is not None


def _placed(draft: Draft, figures: Sequence[Figure]) -> Iterator[_Placed]:
    """The places of the draft, with the names that stand before them."""
    last = 0
    for figure in figures:
        rank = figure.written.low
        if figure.kind not in (Kind.ORDINAL, Kind.COUNT) or figure.hedge is not Hedge.EXACT or rank is None:
            continue
        start, end = figure.span.start, figure.span.end
        if rank != figure.written.high or not _is_place(draft.text, figure):
            continue
        sentence = draft.sentence_at(start)
        if sentence is None:
            continue
        left = max(sentence.span.start, last, start - _REACH)
        before = draft.text[left:start]
        names = {re.sub(r"['’.]s?$", "", name) for name in _NAME.findall(before)}
        names = {name for name in names if not _says_nothing(name)}
        clear = _SHARED.search(draft.text, left, min(sentence.span.end, end + 30)) is None
        last = end
        yield _Placed(figure, int(rank), sentence.number, frozenset(names), clear)


def _says_nothing(name: str) -> bool:
    word = name.lower()
    return word in _NO_NAME or word in MONTHS or word in WEEKDAYS


def _is_place(text: str, figure: Figure) -> bool:
    start, end = figure.span.start, figure.span.end
    if figure.kind is Kind.COUNT and text[max(0, start - 3) : start] == "to ":
        moved = _MOVED.search(text, max(0, start - 60), start) and _ENDS.match(text, end)
        return moved is not None and _CHARTS.search(text) is not None
    if _NUMBERED.search(text, max(0, start - 12), start):
        return _ENDS.match(text, end) is not None
    if figure.kind is not Kind.ORDINAL:
        return False
    if _IN_PLACE.search(text, max(0, start - 30), start) and _PLACE.match(text, end):
        return True
    return (
        _FINISHED.search(text, max(0, start - 40), start) is not None and _ALONE.match(text, end) is not None
    )


def _twice(draft: Draft, run: Sequence[_Placed]) -> Iterator[Finding]:
    taken = Counter(placed.rank for placed in run)
    if len(taken) < _LEAST or len(run) != len(taken) + 1:
        return
    rank = taken.most_common(1)[0][0]
    one, other = (placed for placed in run if placed.rank == rank)
    if one.clear and other.clear and one.names and other.names and not one.names & other.names:
        yield _finding(draft, one.figure, other.figure)


def _finding(draft: Draft, one: Figure, other: Figure) -> Finding:
    said = [" ".join(figure.span.quote.split()) for figure in (one, other)]
    where = [place(draft, figure.span) for figure in (one, other)]
    return Finding(
        code="order-contradicted",
        severity=Severity.WARNING,
        message=f"“{said[0]}” ({where[0]}) and “{said[1]}” ({where[1]}) give one place of a list to two.",
        working=f"{said[0]} = {said[1]}",
        question="Who is in that place, or did the two share it?",
        evidence=(Evidence(one.span, one.id), Evidence(other.span, other.id)),
    )
