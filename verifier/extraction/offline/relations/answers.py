"""Answers to one question: "38% said it was better and 51% worse. Some 22% saw no change"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from verifier.figures.model import Kind
from verifier.patterns import late
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from verifier.extraction.offline.relations.rule import Masked

_PEOPLE = (
    r"(?:(?:the|all|those|these|likely|registered)\s){0,2}(?:voters|respondents|people|them|adults|Americans|Britons|consumers|users|"
    r"participants|firms|companies|businesses|parents|those)(?:\s(?:polled|surveyed|questioned|asked|interviewed|taking\spart))?"
)
# A share, whoever gave the answer, and the answer: all that follows up to the next share.
_ANSWER = late(
    rf"<(?P<share>[pf]\d+)>(?:\s\(<[pf]\d+>\)|,\s<[pf]\d+>,)?(?:\sof\s(?P<people>{_PEOPLE}))?,?\s(?P<said>(?!of\b|to\s<)[^<>|;]{{3,150}})"
)
_VERB = late(
    r"^(?:(?:also|still|now|then|who|that|instead)\s){0,2}(?:(?:did|do|would|will|could|were|was|are|is|have|has|had|does)(?:\s(?:not|still))?|"
    r"said|says?|saying|thought|think|thinking|believ\w+|felt|feel|want\w*|hop\w+|expect\w*|favou?r\w*|oppos\w+|approv\w+|disapprov\w+|"
    r"(?:dis)?agree\w*|support\w*|back(?:ed|ing)?|prefer\w*|found|view\w*|see|sees|saw|seeing|describ\w+|call\w*|predict\w*|report\w*|"
    r"express\w*|remain\w*|rat(?:e|ed)|trust\w*|answer\w*|claim\w*|identif\w+|undecided|unsure|neither|against)\b"
)
_NEUTRAL = late(
    r"\b(?:(?:no|any|little)\s(?:difference|change|effect|impact|opinion|view|preference|answer)|neither|unsure|undecided|uncertain|"
    r"not\s(?:sure|certain|decided|know)|(?:don|didn|doesn)[’']t\sknow|unchanged|neutral|(?:about|stay\w*|remain\w*|much)\sthe\ssame|"
    r"declined\sto|refused\sto)\b"
)
# What one answer says, and what its opposite says. The first that is found in an answer is its side.
_SIDES: Mapping[str, tuple[str, str]] = {
    "agree": (
        r"agree[ds]?|approv\w+|support(?:s|ed|ing)?|back(?:s|ed|ing)?|favou?r(?:s|ed|ing)?|said\syes|in\sfavou?r",
        r"disagree[ds]?|disapprov\w+|oppos(?:e|es|ed|ing)|against|said\sno|reject(?:s|ed|ing)?",
    ),
    "better": (
        r"better|improv\w+|strengthen\w*|easier|safer",
        r"worse|worsen\w*|deteriorat\w+|weaken\w*|harder",
    ),
    "more": (r"more\slikely", r"less\slikely"),
    "up": (
        r"ris(?:e|es|ing|en)|increas\w+|grow\w*|go(?:ing)?\sup|higher",
        r"fall(?:s|ing|en)?|declin\w+|decreas\w+|go(?:ing)?\sdown|lower|drop\w*",
    ),
    "help": (r"help(?:s|ed|ing|ful)?|benefit\w*", r"hurt(?:s|ing)?|harm\w*|damag\w+"),
    "right": (
        r"right(?:\s(?:direction|track|thing|decision))?|justified",
        r"wrong(?:\s(?:direction|track|thing|decision))?|unjustified|mistake",
    ),
    "hope": (r"optimistic|confident|hopeful", r"pessimistic|gloomy|not\s(?:optimistic|confident)"),
    "positive": (r"positive(?:ly)?|favou?rabl[ey]", r"negative(?:ly)?|unfavou?rabl[ey]"),
    "happy": (r"satisfied|happy|pleased|content", r"dissatisfied|unsatisfied|unhappy|displeased"),
    "stay": (r"stay(?:ing)?|remain(?:ing)?|keep(?:ing)?", r"leav(?:e|ing)|withdraw\w*|quit\w*"),
    "much": (
        r"too\smuch|too\smany|too\sfar",
        r"too\slittle|too\sfew|not\s(?:enough|far\senough)|about\sright",
    ),
    "lean": (r"liberals?", r"conservatives?"),
    "good": (r"good|excellent", r"bad|poor|terrible"),
    "likely": (r"(?<!un)(?<!more\s)(?<!less\s)likely", r"unlikely|not\s(?:\w+\s)?likely"),
}
_SIDE = tuple(
    (name, late(rf"\b(?:{one})\b", re.IGNORECASE), late(rf"\b(?:{other})\b", re.IGNORECASE))
    for name, (one, other) in _SIDES.items()
)
_NOT = late(r"\b(?:not|never|no)\b|n[’']t\b")
# Another group, another time, another question: what follows is no answer to the same.
_ELSE = late(
    r"\b(?:among|amongst|last|ago|earlier|previous\w*|then|also|same|both|each|as\smany|"
    r"asked|when|up\sfrom|down\sfrom|furthermore|meanwhile|meantime|similarly|including|even\sif)\b|<[dyua]\d+>",
    re.IGNORECASE,
)
# What may stand before the share where the second answer opens a sentence: nobody of whom it would be.
_OPENS = late(
    r"(?:\s|,|(?:but|while|and|some|about|around|only|just|another|nearly|almost|more|less|fewer|than|an?|the|roughly|however|further|other|"
    r"remaining|mere|merely|over|under|still|yet|well|slightly|similar|even|as\smany\sas)\b)*",
    re.IGNORECASE,
)
_NAME = late(r"(?<=[a-z,] )(?:[A-Z][\w’'-]+)")
_CONTENT = late(r"\b[a-z]{3,}\b")
# What any answer may have and its opposite has not; and words for what the first has named.
_COMMON = frozenset(
    (
        "said says saying that they their them would will should could have been being were think thought "
        "believe believed feel felt find found view viewed views describe described call called themselves "
        "more most very strongly somewhat rather getting become becoming only just even with this these "
        "those such idea plan plans proposal move measure policy decision change changes does the and are "
        "was has had get got who her him his its she not for now one any too did say saw see our you but "
        "all from about what same opinion respondents people voters express expressed reported seen expect "
        "expected"
    ).split()
)
_LONGEST = 220
_BUT = late(
    r"(?:[,;]\s(?:while|but|whereas|versus|against)|(?:as\s)?(?:compared\s(?:with|to)|against))\s[^,;]{0,25}$"
)
_CHOICE = late(
    r"\b(?:want(?:ed)?|prefer(?:red)?|should|ought|would\s(?:like|rather|prefer)|favou?r(?:ed)?|chose|choose)\b"
)
_SHOULD = late(r"\bshould\b")
_BY_PRONOUN = late(r"\b(?:he|she|it|they)\sshould\b")
_EARLY = 60


class _Answer(NamedTuple):
    share: str
    start: int
    end: int
    said: str

    @property
    def neutral(self) -> bool:
        return _NEUTRAL.search(self.said) is not None


def answers(masked: Masked) -> Iterator[Relation]:
    """`shares_of_one` for opposite answers that follow each other, and for those who take no side.

    Args:
        masked: the draft as a whole.
    """
    text = masked.text
    found = [
        _Answer(m["share"], m.start(), m.end(), m["said"])
        for m in _ANSWER.finditer(text)
        if _VERB.match(m["said"])
    ]
    for place, answer in enumerate(found[1:], 1):
        before = found[place - 1]
        if not _follows(text, before, answer):
            continue
        first = found[place - 2] if place > 1 else None
        if first is not None and not _follows(text, first, before):
            first = None
        if _opposite(before.said, answer.said) and _same_matter(before.said, answer.said):
            yield _relation(masked, (before, answer), "opposite answers")
        elif answer.neutral and not before.neutral and _names_nobody_else(before.said, answer.said):
            near = first is not None and "|" not in text[first.end : before.start]
            run = (first, before, answer) if first and near and _fit(masked, first, before) else None
            yield _relation(masked, run or (before, answer), "answers, and no answer")
        elif _choices(text, before, answer):
            goes_on = first is not None and _BY_PRONOUN.search(before.said) and _SHOULD.search(first.said)
            run = (first, before, answer) if first and goes_on else None
            yield _relation(masked, run or (before, answer), "one choice, and another")


def _fit(masked: Masked, one: _Answer, other: _Answer) -> bool:
    """Whether two answers may be of one question: they do not exceed one as it is."""
    lows = [masked.figures[answer.share[1:]] for answer in (one, other)]
    shares = [
        (figure.written.low or 0) / (Fraction(100) if figure.kind is Kind.PERCENT else 1) for figure in lows
    ]
    return sum(shares) <= 1


def _follows(text: str, one: _Answer, other: _Answer) -> bool:
    """Whether the second answer is in the same sentence or the next, with nothing that sets it apart."""
    between = text[one.end : other.start]
    if other.start - one.start > _LONGEST or "<p" in between or "<f" in between:
        return False
    sentences = text[one.start : other.start].split("|")
    if len(sentences) > 1 + 1 or (len(sentences) > 1 and not _OPENS.fullmatch(sentences[1])):
        return False
    return not _ELSE.search(between) and not _ELSE.search(one.said + " " + other.said)


def _choices(text: str, one: _Answer, other: _Answer) -> bool:
    """Whether the two want different things: "42% want her to stay, while 40% say she should go"."""
    between = text[one.start : other.start]
    return (
        "|" not in between
        and _BUT.search(between) is not None
        and all(_CHOICE.search(answer.said, 0, _EARLY) for answer in (one, other))
        and not _NAME.search(other.said)
    )


def _side(said: str) -> tuple[str, bool] | None:
    """The matter of an answer, and whether it is on the first of its sides."""
    sides = []
    for name, one, other in _SIDE:
        for pattern, first in ((other, False), (one, True)):
            match = pattern.search(said)
            if match is not None:
                sides.append((match.start(), name, first))
                break
    if not sides:
        return None
    at, name, first = min(sides)
    return name, first != (_NOT.search(said, max(0, at - 30), at) is not None)


def _opposite(one: str, other: str) -> bool:
    this, that = _side(one), _side(other)
    return this is not None and that is not None and this[0] == that[0] and this[1] != that[1]


def _same_matter(one: str, other: str) -> bool:
    """Whether the second names nobody and nothing that the first does not name: it answers the same question.

    "70% back the checks, while 55% oppose them" does; "while 55% oppose the ban" does not.
    """
    if not _names_nobody_else(one, other):
        return False
    bare = other
    for _, this, that in _SIDE:
        bare = that.sub("", this.sub("", bare))
    return not set(_CONTENT.findall(bare)) - set(_CONTENT.findall(one)) - _COMMON


def _names_nobody_else(one: str, other: str) -> bool:
    return set(_NAME.findall(other)) <= set(_NAME.findall(one))


def _relation(masked: Masked, run: Sequence[_Answer], rule: str) -> Relation:
    shares = tuple(masked.figures[answer.share[1:]].id for answer in run)
    return Relation("shares_of_one", (("shares", shares),), proposed_by=("offline",), rule=rule)
