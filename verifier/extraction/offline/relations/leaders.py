"""Who leads, and with what: nobody beside them has more. "Roe leads the field with five nominations … Loe has four"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import noun
from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations import KINDS
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Figure

_FEW = r"(?:(?:about|around|nearly|almost|some|just|over|exactly|a|an)\s){0,3}"
_WORDS = r"(?:(?!\b(?:by|up|down|over|from|than|if|would|could|once|when)\b)[^<>|;:.]|<[dyto]\d+>){0,80}?"
_LEADS = late(
    r"\b(?:leads?|leading|led(?!\s(?:by|with)\b)|tops|topped|topping|dominat(?:es|ed|ing)|heads|headed|in\sfront|(?:at\sthe\s|comes?\sout\s|came\sout\s|on\s)top|"
    r"in\sfirst\splace|front-?runners?|in\sthe\slead|the\smost\s(?:popular|successful|common|nominated)|"
    r"(?:took|takes|received?s?|won|wins|got|gets|gained|scored|attracted|drew|collected)\sthe\smost\s[a-z]+)\b"
    rf"{_WORDS}\b(?:with|at|on|having|taking|winning|securing|scoring|support\sof)\s{_FEW}<(?P<figure>[cpm]\d+)>"
)
_TRIGGERS = (
    "lead", "led ", "top", "dominat", "head", "in front", "first place", "frontrunner", "front-runner", "the most ",
)  # fmt: skip
_HAS = (
    r"(?:has|have|had|got|gets|takes|took|received|receives|won|earned|picked\sup|scored|polled|polls|drew|draws|with|"
    r"is\s(?:at|on|up\sfor)|are\s(?:at|on)|was\s(?:at|on)|follows?\s(?:with|on|at)|came\sin\s(?:at|with)|comes\s(?:in\s)?(?:at|with)|"
    r"trails?\swith|stands?\sat|stood\sat|at|on)"
)
_OTHER = late(
    rf"(?:\b(?P<name>[A-Z][\w’'.-]+)(?:\s\([^()|]{{0,60}}\))?,?\s|[-–—]\s)(?:who\s|also\s|then\s)?(?:{_HAS}\s)?"
    rf"(?:both\s|each\s|(?:<o\d+>)\swith\s|next\swith\s)?{_FEW}<(?P<figure>[cpm]\d+)>(?=(?P<after>[^<>|.;]{{0,25}}))"
)
# Who is no other one, what counts something else, and when or where it was.
_NOT_ANOTHER = late(
    r"^(?:The|A|In|At|On|It|He|She|They|This|That|With|And|But|For|Of|His|Her|Their|Its|Last|By|From|About|Only|Some|Nearly|Almost|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Another|All|There)$"
)
_ELSEWHERE = late(
    r"\b(?:needed|needs|needing|at\sstake|available|previous\w*|earlier|ago|last|career|overall|total|combined|together|altogether|between\sthem|"
    r"all[- ]time|record|already|so\sfar\sthis|ahead|behind|more|fewer|less|leads?|leading|led|points?\sclear|up|down|gain\w*|rose|fell|undecided|deducted|losses|defeats|in\sall|best|"
    r"after|transfers|final|among|while\samong|favou?rab\w+|approv\w+|disapprov\w+|worldwide|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# What the leader leads in may be one of several contests.
_PARTLY = late(
    r"\b(?:if|would|could|previous\w*|earlier|ago|last|among|while|whereas|once|career|ahead|behind|points?\s(?:clear|lead)|most\s\w+\s(?:choice|reason))\b",
    re.IGNORECASE,
)
_WHEN = late(r"<[dy]\d+>[^<>|]*$")
# What may begin another poll, another list or another group before the other figure.
_ANOTHER_LIST = late(
    r"\b(?:polls?|surveys?|match-?ups?|head-to-head|another|Republicans?|Democrats?|Democratic|GOP|men|women|voters\s(?:who|aged)|singles|albums|category|elsewhere|"
    r"(?<=\|\s)(?:In|At|On)\s(?:the\s)?[A-Z]\w+)\b"
)
# In golf who leads has fewer, and rounds, totals and what is under par are other measures; a lead at half-time changes.
_SCORES = late(
    r"\b(?:(?:under|over|below|above)(?:[\s-]par)?(?=[,.;|]|\s(?:par|with|and|after|for|at|to|in|on)\b)|par|leaderboard|bird(?:ie|ied|ies)|bogeys?|"
    r"holes?|fairway|golf\w*|strokes?|shots?|shot\s(?:an?\s)?<|rounds?|cut\sline|tee|half-?time|halfway|laps?|heats?|sets?|innings|overs|wickets|"
    r"runs|frames|minutes|metres|seconds|quarter|interval|break|kicks?|goals|yards|rebounds|assists|penalties)\b"
)
_CONTESTED = frozenset(
    "point vote seat win victory nomination medal gold delegate award title copy nod prize nominee constituency".split()
)
_NOMINATED = late(r"\b(?:nominat|seats|votes|medals|points|delegates|awards)")
# "30% of sales", and "35% of the stores": each has a whole of its own.
_OF_IT = late(r"\s(?:of|in)\s(?:the\s)?(\w+)")
_THEN = late(r"[^<>|.;,]{0,20}<[dyt]\d+>")
_WHO = late(r"\b([A-Z][\w’'-]+)(?=[^A-Z|]{0,30}$)")
# "Boston leads the East with 40 wins": those of the West may have more.
_OF_A_REGION = late(
    r"\b(?:the [A-Z][\w-]+|Europe|Asia|Africa|America|Britain|England|Scotland|Wales)(?= (?:with|on|at)\b)"
)
_MASK = late(r"<c(\d+)>")
_ON, _BACK, _BEYOND = 2, 60, 25


def leaders(masked: Masked) -> Iterator[Relation]:
    """`order` of the leader's figure and those of others in the same sentence and the two that follow."""
    text = masked.text
    for lead in _leads(masked):
        ours = masked.figures[lead["figure"][1:]]
        if not _is_lead(lead, ours, text):
            continue
        who = _WHO.search(text, text.rfind(" | ", 0, lead.start()) + 1, lead.start())
        on = (
            1 if ours.kind is Kind.PERCENT else _ON
        )  # A draft goes on to another poll sooner than to other counts.
        for other in _OTHER.finditer(text, lead.end(), _end(text, lead.end(), on)):
            theirs = masked.figures[other["figure"][1:]]
            if who and re.search(rf"\b{re.escape(who[1])}\b", text[lead.end() : other.end()]):
                break  # The leader again, with another figure: in another count.
            if noun(theirs) is None and _another_unit(ours, text[lead.end() : other.start()], masked):
                break
            if " | " in text[lead.end() : other.start()] and _ANOTHER_LIST.search(
                text, lead.end(), other.end()
            ):
                break
            apart = _has_its_own_whole(lead.end(), other.end("figure") + 1, text)
            if not apart and _is_another(other, text) and _comparable(ours, theirs):
                yield from _order(ours, theirs)


def _leads(masked: Masked) -> Iterator[re.Match[str]]:
    for start, end, words in masked.sentences:
        if "<" in words and any(word in words for word in _TRIGGERS):
            yield from _LEADS.finditer(masked.text, start, end)


def _is_lead(lead: re.Match[str], ours: Figure, text: str) -> bool:
    """Whether it is a lead in one contest as a whole, of which who has most is first."""
    start = max(text.rfind(" | ", 0, lead.start()) + 1, lead.start() - _BACK)
    return (
        _is_contested(ours, lead[0])
        and ours.hedge not in _ROUGH
        and _PARTLY.search(text, start, lead.end() + _BEYOND) is None
        and _OF_A_REGION.search(lead[0]) is None
        and _SCORES.search(text, start, _end(text, lead.end(), _ON)) is None
    )


def _is_contested(figure: Figure, lead: str) -> bool:
    """Whether a count is of what a contest is won by: "leads the class with 20 books" tells of no contest."""
    if figure.kind is not Kind.COUNT:
        return True
    return noun(figure) in _CONTESTED or (noun(figure) is None and _NOMINATED.search(lead) is not None)


def _has_its_own_whole(ours: int, theirs: int, text: str) -> bool:
    """Whether the words after the second figure say what it is of, and it is not what the first is of."""
    first, second = _OF_IT.match(text, ours), _OF_IT.match(text, theirs)
    return second is not None and (first is None or first[1] != second[1])


def _end(text: str, start: int, on: int) -> int:
    """Where the sentence ends that comes so many after the one of `start`."""
    for _ in range(on + 1):
        start = text.find(" | ", start + 1)
        if start < 0:
            return len(text)
    return start


_ROUGH = (Hedge.VAGUE, Hedge.BETWEEN, Hedge.AT_LEAST, Hedge.MORE_THAN)


def _is_another(other: re.Match[str], text: str) -> bool:
    """Whether it is somebody else's figure of the same contest."""
    if other["name"] is not None and _NOT_ANOTHER.match(other["name"]):
        return False
    begins = text.rfind(" | ", 0, other.start()) + 1
    start = max(begins, text.rfind(">", 0, other.start()), other.start() - _BACK)
    if _WHEN.search(text, max(begins, other.start() - _BACK), other.start()):
        return False
    if _THEN.match(text, other.end("figure") + 1):
        return False
    return _ELSEWHERE.search(text, start, other.end("after")) is None


def _another_unit(ours: Figure, between: str, masked: Masked) -> bool:
    """Whether something else is counted in between: "16 golds; Germany, with 27 medals, and the US, with 25"."""
    units = {noun(masked.figures[number]) for number in _MASK.findall(between)} - {None}
    return noun(ours) is not None and bool(units - {noun(ours)})


def _comparable(ours: Figure, theirs: Figure) -> bool:
    if theirs.hedge in (Hedge.VAGUE, Hedge.BETWEEN) or ours.kind is not theirs.kind:
        return False
    if ours.kind is Kind.COUNT:
        return noun(theirs) in (None, noun(ours)) or noun(ours) is None
    return ours.unit == theirs.unit


def _order(more: Figure, less: Figure) -> Iterator[Relation]:
    relation = Relation(
        "order",
        (("greater", (more.id,)), ("less", (less.id,))),
        proposed_by=("offline",),
        rule="a leader, and another",
    )
    if KINDS["order"].fits(relation, {more.id: more, less.id: less}) is None:
        yield relation
