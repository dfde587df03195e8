"""Places of a chart and what they were won with: "slipped to second with $9m, while Roe was fourth, taking $7m"."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from verifier.extraction.offline.relations.rule import noun
from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations import KINDS
from verifier.relations.arithmetic import middle
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Figure

_RANK = r"<(?P<rank{0}>[oc]\d+)>"
_STEPS = r"(?:only\s|just\s)?(?:<[co]\d+>|one)\s(?:places?|spots?|positions?|notch(?:es)?)\s"
_PLACE = late(
    "|".join(
        (
            rf"\bnumber\s{_RANK.format(1)}",
            rf"{_RANK.format(2)}[\s-](?:place|position|spot)\b",
            rf"\b{_STEPS}to\s(?:a\s\w+\s)?{_RANK.format(3)}(?=[\s,.;)](?!(?:\w+\s)?(?:places|spots)))",
            (
                rf"\b(?:is|was|were|came|comes|finish(?:ed|es|ing)|ranks|ranked|placed)\s(?:in\s|a\s\w+\s|\w+ly\s)?{_RANK.format(4)}"
                r"(?=,|\s(?:with|on|at|after|taking|earning|in\sthe\s(?:list|chart|table|poll))\b)"
            ),
            rf"\b(?:in|at|into|to)\s(?:a\s\w+\s)?{_RANK.format(5)}(?=,|\s(?:with|on|after|taking|earning)\b)",
            (
                r"\b(?P<first>(?:top(?:s|ped|ping)?|lead(?:s|ing)?|led|head(?:s|ed|ing)?)\s(?:of\s)?the\s(?:[\w’'-]+\s){0,3}?"
                r"(?:box[\s-]office|charts?|list|table|standings|rankings?|poll)\b|the\stop\s(?:spot|place|position)\b)"
            ),
        )
    )
)
_HEDGES = (
    r"(?:about|almost|nearly|just|over|under|more|less|than|an?|some|around|estimated|respectable|healthy|mere|weekend|"
    r"takings|sales|earnings|revenues?|donations|totalling|totaling|grosses|of|total|further|the|support|its)\s"
)
_FIRSTS = ("top", "lead", "led ", "head")
"""One of these stands wherever `_PLACE` finds a first place without a number."""
_SUM = (
    rf"(?:with|taking|took|takes|earning|earned|earns?|grossing|grossed|making|made|on|selling|sold|and|scoring|at|worth|"
    rf"having|inherited|collecting|polling|winning|to)\s(?:{_HEDGES}){{0,6}}"
)
_WITH = late(
    rf"(?:(?!\b(?:from|since|behind|ahead|after\s(?!taking|earning|selling|making)|but|total\sof|previous\w*|last|compared|"
    rf"up|down|overall)\b|\bw\w+\s(?:number|in)\s)(?:[^<>|;:.]|<[dytuo]\d+>)){{0,90}}?(?:\b{_SUM}|\btakings\b[^<>|;:.]{{0,20}}(?:<u\d+>[^<>|;:.]{{0,20}}<[dy]\d+>\s)?of\s|(?<=\s)(?<=place\s)|(?<=ion\s))<(?P<sum>[mc]\d+)>"
    r"(?:\s?\(<(?P<also>m\d+)>\))?(?=(?P<noun>\s[a-z]+)?)"
)
_WON = late(
    r"(?:\b(?:made|earned|took|takes|polled|sold|grossed|earns|with)\s(?:\w+\s){0,3}?)<(?P<sum>[mc]\d+)>(?:\s?\(<(?P<also>m\d+)>\))?(?=(?P<noun>\s[a-z]+)?),?\s"
    r"(?:(?:which|and)\s)?(?:put(?:s|ting)?|plac(?:ed|es|ing)|coming|earning|giving|making|for|to)\s(?:[\w’']+\s){0,3}?$"
)
_LISTED = late(
    r"\b(?:box[ -]office|rich list|charts?|takings|(?:highest|best|biggest|top)[- ](?:\w+[- ])?(?:paid|earn\w+|selling|grossing)|richest|"
    r"wealthiest|donations)\b",
    re.IGNORECASE,
)
_OF_LISTS = (
    "box", "rich", "chart", "takings", "paid", "earn", "selling", "grossing", "wealthiest", "donations",
)  # fmt: skip
"""One of these stands wherever `_LISTED` finds something."""
_ANOTHER = late(
    r"\b(?:[Mm]eanwhile|[Ee]lsewhere|women[’']s|men[’']s|(?:another|separate|second)\s(?:list|chart|poll|survey)|non-US|overseas|"
    r"UK\s(?:box|chart)|(?:albums?|singles?)\schart|last\syear[’']s|all[- ]time|In\s[A-Z][a-z]+|in\sBritain)\b"
)
_AT_THE_TIME = late(r",?\s(?:<[dy]\d+>|last\b|\w+\s(?:ago|earlier|before)\b)")
# "With 50,000 copies over two weeks", "$40m in all": others are told of another time.
_IN_ALL = late(
    r"\b(?:[Oo]ver|[Aa]fter)\s(?!the\s<)(?:\w+\s){0,2}<u\d+>|\b(?:in\sall|in\stotal|altogether|so\sfar|to\sdate|combined|overall|previously)\b"
)
_COUNTED = frozenset(("point", "vote", "seat", "copy", "win", "delegate", "nomination"))
_NOUNS = ("point", "vote", "seat", "copies", "wins", "delegate", "nomination")
_NEAR = 6
_BACK = 40
# "Slipped two spots from third place", "last week's number one": where it was, not where it is.
_WAS_THERE = late(
    r"(?:\b|(?=<))(?:from|out\sof|off|previous(?:ly)?|formerly|former|since|than|until|before|behind|began|started|"
    r"last\s\w+[’']s|<[dy]\d+>[’']s)\s(?:[\w’'-]+\s){0,3}$",
    re.IGNORECASE,
)
_CLEAR = Fraction(11, 10)


class _Placing(NamedTuple):
    """A place, 1 being the first, the sums it was won with, and where it stands."""

    rank: int
    sums: tuple[Figure, ...]
    end: int
    sentence: int


def placings(masked: Masked) -> Iterator[Relation]:
    """`order` for neighbours in one list, by place or in the text: who is lower has no more.

    A list is what gives places and sums in sentences near each other; where a place is taken twice, another
    list begins.
    """
    letters = _sums(masked)
    if not letters:
        return
    for run in _runs(masked, letters):
        pairs = {tuple(sorted(pair)) for pair in (*pairwise(run), *pairwise(sorted(run)))}
        for better, worse in sorted(pairs):
            yield from _falling(better, worse)


def _falling(better: _Placing, worse: _Placing) -> Iterator[Relation]:
    """The order of two places, in the first currency that shows it clearly: $5m may hide what £2.6m shows."""
    for more in better.sums:
        for less in worse.sums:
            for relation in _order(more, less):
                yield relation
                low, high = sorted(middle(figure.written) or 0 for figure in (more, less))
                if high > low * _CLEAR:
                    return


def _sums(masked: Masked) -> str:
    """The letters of what places may be won with: money where the words speak of a list that goes by it."""
    if "<o" not in masked.text and "number <" not in masked.text:
        return ""
    money = masked.kinds.count("m") > 1 and any(word in masked.folded for word in _OF_LISTS)
    counts = masked.kinds.count("c") > 1 and any(word in masked.text for word in _NOUNS)
    return ("m" if money and _LISTED.search(masked.text) else "") + ("c" if counts else "")


def _runs(masked: Masked, letters: str) -> Iterator[Sequence[_Placing]]:
    """The lists of a draft: where one place is taken twice or a word opens another list, one ends."""
    run: list[_Placing] = []
    last = 0
    for placing in _placed(masked, letters):
        if run and (
            placing.sentence - run[-1].sentence > _NEAR
            or _ANOTHER.search(masked.text, last, placing.end)
            or any(placing.rank == other.rank for other in run)
        ):
            yield run
            run = []
        run.append(placing)
        last = placing.end
    yield run


def _placed(masked: Masked, letters: str = "mc") -> Iterator[_Placing]:
    for number, (start, end, words) in enumerate(masked.sentences):
        if not _may_place(words, letters):
            continue
        found = list(_PLACE.finditer(masked.text, start, end))
        for match, following in zip_longest(found, found[1:]):
            name = next((match[f"rank{n}"] for n in range(1, 6) if match[f"rank{n}"]), "")
            rank = masked.figures[name[1:]].written.low if name else 1
            if rank is None or _was_there(match, masked.text):
                continue
            won = _won(match, start, end if following is None else following.start() + 1, masked.text)
            if won is None or won["sum"][0] not in letters:
                continue
            sums = tuple(masked.figures[name[1:]] for name in (won["sum"], won["also"]) if name)
            if sums[0].kind is Kind.MONEY or noun(sums[0]) in (*_COUNTED, None):
                yield _Placing(int(rank), sums, match.end(), number)


def _may_place(sentence: str, letters: str) -> bool:
    """Whether a sentence has a sum and a place: two figures, or one and a word for the first place."""
    return any(f"<{letter}" in sentence for letter in letters) and (
        sentence.count("<") > 1 or any(word in sentence for word in _FIRSTS)
    )


def _was_there(place: re.Match[str], text: str) -> bool:
    """Whether it is the place of another time."""
    before = _WAS_THERE.search(text, max(0, place.start() - _BACK), place.start())
    return before is not None or _AT_THE_TIME.match(text, place.end()) is not None


def _won(place: re.Match[str], start: int, end: int, text: str) -> re.Match[str] | None:
    """What a place was won with, between the start of its sentence and the next place, as far as nothing counts all."""
    won = _WITH.match(text, place.end(), end)
    if won is None:
        won = _WON.search(text, max(start, place.start() - 90), place.start())
    if won is None:
        return None
    near = won.end() + _BACK
    if _IN_ALL.search(text, won.start(), near) is None:
        return won
    following = _PLACE.search(text, place.end())  # Which may be one of the next sentence.
    stop = near if following is None else min(near, following.start())
    return None if _IN_ALL.search(text, won.start(), stop) else won


def _order(more: Figure, less: Figure) -> Iterator[Relation]:
    if (
        any(figure.hedge in (Hedge.VAGUE, Hedge.BETWEEN) for figure in (more, less))
        or more.kind is not less.kind
    ):
        return
    if more.kind is Kind.COUNT and None not in (noun(more), noun(less)) and noun(more) != noun(less):
        return
    if more.kind is Kind.COUNT and not {noun(more), noun(less)} & _COUNTED:
        return
    relation = Relation(
        "order",
        (("greater", (more.id,)), ("less", (less.id,))),
        proposed_by=("offline",),
        rule="places of a list",
    )
    if KINDS["order"].fits(relation, {more.id: more, less.id: less}) is None:
        yield relation
