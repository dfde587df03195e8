"""What a date is the date of: "Tuesday's debate", "the blasts in Hull on 3 May", "the march, due on 9 June".

A happening is named by a noun right beside its date. The words and names around the noun tell it from others
of its kind: "the mayoral debate in Leeds" is not "the debate in York".
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from verifier.figures.calendar_names import MONTHS, WEEKDAYS
from verifier.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import Figure

_BEFORE, _AFTER = 110, 90
_MANY = 100
"""Of more mentions than that, no two are compared."""
_ALIKE = {
    word: nouns[0]
    for nouns in (
        ("bombing", "bombings", "blast", "blasts", "explosion", "explosions"),
        ("attack", "attacks", "massacre", "assault"),
        ("shooting", "shootings"),
        ("killing", "killings", "murder", "murders"),
        ("earthquake", "quake"),
        ("speech", "address"),
        ("march", "demonstration", "protest"),
        ("riot", "riots"),
        ("caucus", "caucuses"),
        ("fire", "blaze"),
        ("raid", "raids"),
    )
    for word in nouns
}
_NOUNS = (
    *_ALIKE,
    *"debate hearing testimony vote ballot referendum convention primary match game clash tie final "
    "semi-final quarter-final fixture encounter showdown election trial rally summit meeting talks "
    "launch unveiling release invasion coup strike walkout ceremony awards crash funeral memorial "
    "service festival concert gig auction inauguration budget race marathon premiere conference "
    "announcement ruling verdict disaster trip visit wedding opening derby forum event appearance "
    "interview briefing fundraiser contest show sentencing arraignment session parade dinner lunch "
    "closure tsunami storm draw defeat victory win loss sale decision resignation inquest "
    "assassination contests primaries elections statement report performance display remarks "
    "comments arrest operation nomination nationals motion letter ad lawsuit by-election count "
    "results".split(),
)
_HEAD = late(
    rf"(?<![\w-])(?P<head>{'|'.join(sorted(_NOUNS, key=len, reverse=True))})(?![\w-]|[’']s)", re.IGNORECASE
)
_LETTERS = late(r"[a-z-]+")
_HEADS = frozenset(_NOUNS)
# What describes the noun: no word that begins another phrase or clause.
_MODS = (
    r"(?:(?!(?:a|an|and|or|but|that|which|who|to|in|on|at|of|for|with|the|his|her|its|their|was|were|is|are|be|has|had|will|it|"
    r"they|after|before|when|as|by|from|since|until)\b)\(?[\w.'’&-]+\)?\s){0,4}"
)
_OWNED = r"(?:the|his|her|its|their|our|my|a|an|this|that|(?:[A-Z][\w.&-]+\s){0,2}[\w.-]+(?:['’]s|s['’]))"
_OF_DATE = late(
    rf"(?P<when>\s(?:night|evening|morning|afternoon))?(?P<of>['’]s)?\s(?P<mods>{_MODS})$", re.IGNORECASE
)
_BEFORE_DATE = late(rf"(?:\b(?P<owner>{_OWNED})\s)?(?P<names>(?:[A-Z][\w.'’-]+\s){{0,3}})$")
_MODIFIED = late(rf"(?:(?<![\w’'])(?P<owner>{_OWNED})\s)?(?P<mods>{_MODS})$", re.IGNORECASE)
_AT = (
    r"(?:(?:(?<=\s)|\s)(?:in|at|of|with|against|between|to|for|over)\s(?:the\s)?(?:[A-Z][\w.'’&-]+(?:,\s(?=[A-Z])|\sand\s(?=[A-Z]))?\s?){1,4}"
    r"(?:\([A-Z]\w+\)\s?)?|(?:(?<=\s)|\s)(?:which|that)\s(?:rocked|hit|struck|shook|killed|devastated|tore\sthrough)\s(?:the\s)?[A-Z][\w.-]+)"
)
_AFTER_DATE = late(rf"(?P<at>{_AT}{{1,2}})?")
_TO_DATE = late(
    rf"(?P<at>{_AT}{{0,2}}?)(?:,|\s(?:is|are|was|were|will\sbe|takes?\splace|took\splace|will\stake\splace|(?:to\sbe\s)?held|"
    r"scheduled|due|set|planned|slated|(?:to\s)?(?:begin|start)|begins|began|starts|kicks\soff|released|published|issued|delivered|filed|announced))*\s?(?:(?:on|for|in|late|early)\s){0,2}"
)
_NAME = late(r"(?<![\w’'])[A-Z][\w’'.-]*[A-Za-z]")
_WORD = late(r"(?<![\w’'-])[a-z][\w-]+")
_NO_NAME = frozenset(
    "the but and he she it in on mr mrs ms this that they we for from at after before his her their "
    "its".split()
)
# There are others of its kind, or it was moved.
_OTHER = late(
    r"\b(?:last|next|first|second|third|fourth|fifth|another|previous|earlier|final|latest|each|every|two|three|four|several|"
    r"other|new|closing|opening|a\sdifferent|upcoming|follow-up|joint|separate|semi)\b",
    re.IGNORECASE,
)
_MOVED = late(
    r"\b(?:postpon\w+|re-?schedul\w+|delay\w+|originally|cancel\w+|instead|rearrang\w+|replay\w*|moved|brought\sforward|put\s(?:back|off)|"
    r"propos\w+|would|if|adjourn\w+|resum\w+|continu\w+|anniversary)\b",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    "night evening morning afternoon big key crucial much-anticipated deadly terrorist terror public "
    "televised".split()
)

STRIKES = frozenset(
    "bombing attack shooting killing earthquake riot fire raid crash invasion coup disaster tsunami "
    "assassination".split()
)
"""What befalls a place, and is not put off."""

# Of these there is often another within days, so that only names tell that one is meant …
_RECURS = STRIKES | frozenset(
    "match game clash tie fixture encounter showdown draw defeat victory win loss final semi-final "
    "quarter-final derby race show performance display strike walkout march storm killing".split()
)
# … or two definite mentions that are not set side by side.
_OFTEN = frozenset(
    "meeting talks speech interview announcement statement remarks comments rally vote hearing event "
    "appearance session briefing report decision ruling service trip visit call sale ad letter contest "
    "contests performance fundraiser conference arrest verdict nomination dinner lunch testimony".split()
)


class Happening(NamedTuple):
    """A date, and what happened then.

    Attributes:
        figure: the date.
        sentence: where it stands.
        head: the noun in one form for those that are alike.
        names: the names around the noun.
        words: the words before it that say of which kind it is.
        definite: whether it is spoken of as known.
    """

    figure: Figure
    sentence: Sentence
    head: str
    names: frozenset[str]
    words: frozenset[str]
    definite: bool


def happenings(draft: Draft, dates: Iterable[Figure]) -> Iterator[Happening]:
    """What stands right beside each of the dates, where that is a happening."""
    for figure in dates:
        sentence = draft.sentence_at(figure.span.start)
        if sentence is None or _OTHER.match(figure.span.quote):
            continue
        start, end = figure.span.start, figure.span.end
        before = _on_one_line(draft.text[max(sentence.span.start, start - _BEFORE) : start])
        after = _on_one_line(draft.text[end : min(sentence.span.end, end + _AFTER)])
        if _HEADS.isdisjoint(_LETTERS.findall(f"{before} {after}".lower())):
            continue
        found = _before_noun(before, after, figure, sentence) or _after_noun(before, figure, sentence)
        if found is not None and (found.head in STRIKES or not _is_moved(draft, figure, sentence)):
            yield found


def _is_moved(draft: Draft, figure: Figure, sentence: Sentence) -> bool:
    """Whether the sentence speaks of another date, a change of it, or a condition."""
    start, end = figure.span.start - 2 * _BEFORE, figure.span.end + 2 * _BEFORE
    return _MOVED.search(draft.text, max(sentence.span.start, start), min(sentence.span.end, end)) is not None


def _on_one_line(text: str) -> str:
    return re.sub(r"\s", " ", text)


def _before_noun(before: str, after: str, figure: Figure, sentence: Sentence) -> Happening | None:
    """Read "Tuesday's debate in Leeds", "the 3 May debate"."""
    head = _HEAD.search(after)
    found = head and _OF_DATE.fullmatch(after[: head.start()])
    left = _BEFORE_DATE.search(before)
    if not head or not found or left is None or _OTHER.search(found["mods"]):
        return None
    place = _AFTER_DATE.match(after, head.end())
    owner = left["owner"] or ""
    around = (owner, left["names"], found["mods"], (place and place["at"]) or "")
    definite = bool(found["of"]) or _is_definite(owner)
    return _happening(figure, sentence, head["head"], around, definite=definite)


def _after_noun(before: str, figure: Figure, sentence: Sentence) -> Happening | None:
    """Read "the debate in Leeds on Tuesday", "the debate, due on 3 May"."""
    for head in reversed(list(_HEAD.finditer(before))):
        place = _TO_DATE.fullmatch(before, head.end())
        if place is None:
            continue
        left = _MODIFIED.search(before[: head.start()])
        if left is None or _OTHER.search(left["mods"]):
            return None
        owner = left["owner"] or ""
        around = (owner, left["mods"], place["at"])
        return _happening(figure, sentence, head["head"], around, definite=_is_definite(owner))
    return None


def _is_definite(owner: str) -> bool:
    return owner.lower() not in ("", "a", "an")


def _happening(
    figure: Figure, sentence: Sentence, head: str, around: Sequence[str], *, definite: bool
) -> Happening:
    names = {re.sub(r"['’]s?$", "", name) for text in around for name in _NAME.findall(text)}
    names = {name for name in names if not _says_nothing(name)}
    words = frozenset(_WORD.findall(around[-2])) - _PLAIN
    noun = _ALIKE.get(head.lower(), head.lower())
    return Happening(figure, sentence, noun, frozenset(names), words, definite)


def _says_nothing(name: str) -> bool:
    word = name.lower().rstrip(".")
    return word in _NO_NAME or word in MONTHS or word in WEEKDAYS


def of_one(found: Iterable[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """The pairs that speak of one happening, in two sentences.

    At least one of the two speaks of it as known, and where names stand with both, those of the one are among
    those of the other. Where the draft tells two of a kind apart by name, one without a name may be either;
    of what comes again within days, two mentions without names may be two.
    """
    by_head: dict[str, list[Happening]] = defaultdict(list)
    for happening in found:
        by_head[happening.head].append(happening)
    for alike in by_head.values():
        if len(alike) > _MANY:
            continue
        named = [happening for happening in alike if happening.names]
        several = any(not _one_name(one, other) for one, other in combinations(named, 2))
        for one, other in combinations(alike, 2):
            if one.sentence is other.sentence or not (one.definite or other.definite):
                continue
            if several and not (one.names and other.names):
                continue
            if _one_name(one, other) and _one_kind(one, other) and _one_time(one, other):
                yield one, other


def _one_time(one: Happening, other: Happening) -> bool:
    """Whether it is not likely to have happened again between the two mentions."""
    if one.names and other.names:
        return True
    if one.head in _RECURS:
        return False
    apart = abs(one.sentence.number - other.sentence.number) > 1
    return one.head not in _OFTEN or (apart and one.definite and other.definite)


def _one_name(one: Happening, other: Happening) -> bool:
    return not one.names or not other.names or one.names <= other.names or other.names <= one.names


def _one_kind(one: Happening, other: Happening) -> bool:
    return not one.words or not other.words or one.words <= other.words or other.words <= one.words
