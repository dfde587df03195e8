"""Names listed beside a number that counts them, with roles and descriptions among them.

Announced: "seven members - president Ann Hill, Bob Reed and Carl Low", "her two sons, Bob and Carl,";
or closed: "Ann Hill, Bob Reed and Carl Low, the three ministers", "Uno and Due are two of the banks".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from verifier.checks.listed_names import NAMES, Held, names_held
from verifier.patterns import late

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure

_NO = (
    r"(?:includ\w+|like|such|among|and|with|than|between|or|notably|especially|but|that|who|which|of|other|others|"
    r"more|not|only|where|when|after|before|against)"
)
_ENDS = r"(?=\.?\s*(?:\n|\Z)|\.[\s\"”]|(?<=\.)\s| (?:--?|[–—]) | ?[;\n]|\))"
_ANNOUNCED = late(
    rf"(?P<what>(?: (?!{_NO}\b)[\w’'&-]+){{1,8}}?)"
    r"(?: (?P<open>\()| (?:--?|[–—]) |: |,? (?:named|identified|listed) as:? |, namely )"
    rf"(?P<list>[^;:()\n–—]*?(?:\([^()\n]{{1,30}}\)[^;:()\n–—]*?)*){_ENDS}"
)
_BESIDE = late(
    rf"(?P<what>(?: (?!{_NO}\b)[\w’'&-]+){{0,4}}? [a-z]+(?:s|men|people|children)), "
    rf"(?P<list>{NAMES})"
    r"(?:\s*\Z|\.?\s*\n|\.[\s\"”]|, (?!(?:and|plus|along|as|or|but|both|while|each)\b)(?P<next>[a-z]+ ))"
)
# "The duo Ann Hill and Bob Reed", "the trio of Hill, Reed and Low".
_GROUPS = late(r"(?:a )?(?:duo|pair|trio|quartet|quintet|sextet|threesome|foursome)", re.IGNORECASE)
_GROUPED = late(
    rf"(?P<what>(?: (?!(?:{_NO}|from|in|at|for|with|on|by|under|behind)\b)[a-z][\w’'-]*){{0,2}}?)"
    rf"(?: of|:)? (?P<list>{NAMES})(?![\w’'-])"
)
_CONTEST = late(
    rf"(?P<what>-(?:way|person|man|woman|horse|candidate|nation|team|party)[ -][a-z-]+(?: [a-z-]+){{0,2}}?) "
    rf"(?:between|among) (?P<list>{NAMES})(?![\w’'-])"
)
_EVENTS = late(
    r"(?P<what>(?: [a-z-]+){0,3}? (?:wins|victories|defeats|losses|draws|games|matches|goals|tries)) "
    rf"(?:over|against|from|to|by) (?P<list>{NAMES})(?![\w’'-])"
)
_CLOSED = late(
    rf"(?:\A|(?<!\S)[a-z][\w’'-]* )(?P<list>{NAMES})(?:,| (?:--?|[–—])| are| were)"
    r"(?P<all> (?:all|the|those|these|all the|his|her|their|its|our))?(?: [a-z]+)? \Z"
)
_TO_CLOSE = late(r"(?:[,–—-]| are| were)(?: \w+){0,3} \Z")
_OF_THE = late(r" of (?:the|its|his|her|their|our|\w+[’']s?)\b")
_OTHERS = late(
    r"(?: \w+){0,2} (?:others?|more|further|of (?:whom|which|them|those|whose))\b|-| \w+[’']|\)| and\b"
)
# "Two of the four nations - England and Wales": the list is of the two.
_SOME_OF = late(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|several|none|each|any|half|all|both|out|"
    r"first|last|second|third|few|only|others?|top|\w+est|\d+) (?:of|in|among) (?:\w+ ){0,2}\Z|"
    r"\b(?:top|other|first|last|next|another|further|than|or|to) \Z|[-/(]\Z",
    re.IGNORECASE,
)
_PLURAL = late(
    r"\b(?!(?:has|was|is|his|its|this|as|us|does|says)\b)\w*[^\Wsui]s\b|\b\w+(?:men|people|children)\b"
)
_OPENS = late(
    r"(?:After|In|At|With|For|Of|Over|Within|Under|By|Among|Despite|Unlike|Behind|On|From|Besides|Following|When|While|"
    r"As|If|Since|Once|Although|Though|Because|Before|Until|Where|Between|Like|To|Through|Without|Against)\b[^,]*\Z"
)
_PASSING = late(
    r"(?:Last|This|Next|On|In|At|But|And|Yesterday|Today|However|Meanwhile|Now|Then|Later|Earlier|\w+day|January|"
    r"February|March|April|May|June|July|August|September|October|November|December)\b"
)
_BACK = 300
_SHORT = 24


def announced(draft: Draft, figure: Figure, figures: Sequence[Figure]) -> tuple[re.Match[str], int] | None:
    """The list that a number announces and how many names it holds, where that is not so many; or None.

    Args:
        draft: the draft.
        figure: a small count.
        figures: the figures of the draft: a list beside two numbers is passed over.
    """
    text, end = draft.text, figure.span.end
    match = _ANNOUNCED.match(text, end)
    beside = match is None
    if match is None:
        match = _BESIDE.match(text, end)
    if match is None:
        return _named(draft, figure)
    if " and " not in match["list"] or len(_PLURAL.findall(match["what"])) > 1:
        return None
    held = names_held(match["list"])
    if held is None or held.may_be(_number(figure)):
        return None
    if of_others(draft, figure, figures, match.start("list")):
        return None
    if beside and _goes_on(draft, figure, match):
        return None
    return match, _told(held, figure)


def _named(draft: Draft, figure: Figure) -> tuple[re.Match[str], int] | None:
    """The same for a group, a contest and matches: "the trio of Hill, Reed and Low", "two wins over"."""
    text, end = draft.text, figure.span.end
    group = _GROUPS.fullmatch(figure.span.quote)
    match = (_GROUPED if group else _CONTEST).match(text, end)
    events = None if match or group else _EVENTS.match(text, end)
    match = match or events
    held = names_held(match["list"]) if match else None
    if match is None or held is None or held.may_be(_number(figure)):
        return None
    # Two wins may be over one side.
    return None if events and held.most < _number(figure) else (match, _told(held, figure))


def of_others(draft: Draft, figure: Figure, figures: Sequence[Figure], start: int) -> bool:
    """Whether a list may be of what another number counts: "in two of the four nations - England and Wales".

    Args:
        draft: the draft.
        figure: the count before the list.
        figures: the figures of the draft, in order.
        start: where the list begins.
    """
    before = draft.text[max(0, figure.span.start - _SHORT) : figure.span.start]
    if _SOME_OF.search(before):
        return True
    after = bisect_left(figures, figure.span.end, key=lambda other: other.span.start)
    return after < len(figures) and figures[after].span.start < start


def _goes_on(draft: Draft, figure: Figure, match: re.Match[str]) -> bool:
    """Whether the list may be of other things, or go on: "After two games, Hill and Reed, …"."""
    sentence = draft.sentence_at(figure.span.start)
    if sentence is None or _OPENS.match(draft.text, sentence.span.start, figure.span.start):
        return True
    rest = draft.text[match.end("list") : sentence.span.end]
    return bool(match["next"]) and " and " in rest


def closed(draft: Draft, figure: Figure) -> tuple[re.Match[str], int, int] | None:
    """The list that a number closes, the offset of its text in the draft, and how many names it holds.

    None where there is none, or where it holds so many.

    Args:
        draft: the draft.
        figure: a small count.
    """
    sentence = draft.sentence_at(figure.span.start)
    if sentence is None:
        return None
    start = max(sentence.span.start, figure.span.start - _BACK)
    before = draft.text[start : figure.span.start]
    if " and " not in before or not _TO_CLOSE.search(before):
        return None
    match = _CLOSED.search(before)
    if match is None or (match.start() == 0 and start != sentence.span.start):
        return None
    if _OTHERS.match(draft.text, figure.span.end):
        return None
    both = figure.span.quote.casefold() == "both"
    if not (match["all"] or both or _OF_THE.match(draft.text, figure.span.end)):
        return None
    held = names_held(match["list"])
    if held is None or held.may_be(_number(figure)):
        return None
    if held.fewest > _number(figure) and (match.start() or _PASSING.match(before)):
        return None
    return match, start, _told(held, figure)


def _told(held: Held, figure: Figure) -> int:
    """The number of names to speak of: as near to what is said as the list can be read."""
    return held.fewest if held.fewest > _number(figure) else held.most


def _number(figure: Figure) -> float:
    low = figure.written.low
    return 0 if low is None else float(low)
