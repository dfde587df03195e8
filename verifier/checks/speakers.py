"""A speaker whom nobody introduced, where one who was introduced is not heard of again: a name mistaken."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from verifier.checks.spelling import is_near, is_one_slip, plain
from verifier.findings import Evidence, Finding, Severity, place
from verifier.patterns import late
from verifier.sources.firstnames import MEN, WOMEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.draft import Draft

_SAYS = (
    "said|says|added|adds|told|insisted|explained|argued|warned|claimed|commented|admitted|noted|predicted|"
    "suggested"
)
_LAST = r"[A-Z][\w’'-]*[a-z]"
_FULL = late(
    r"(?P<first>[A-Z](?<!\w.)[a-z’'-]+)(?: [A-Z]\.)? "
    rf"(?P<last>(?:(?:van|de|von|al|bin|der|la|del|di) )*{_LAST})\b(?! [A-Z])"
)
_TITLED = late(rf"(?P<title>M(?<!\wM)(?:rs?|s))\.? (?P<last>{_LAST})\b(?! [A-Z])")
# With what stands before it, wherever a surname may be near.
_SAYING = late(rf"[ \n](?P<saying>{_SAYS})\b")
_BARE = late(rf"(?:[.,”\"] |\n)(?P<last>{_LAST}) $")
_BARE_AFTER = late(rf" (?P<last>{_LAST})\b(?! [A-Z])")
_QUOTED = late(r"[,?!][”\"] $")
_SPEAKS = late(rf",? (?:{_SAYS})\b")
_SPOKE = late(rf"(?:[”\"’'] (?:{_SAYS})|[Aa]ccording to) $")
# The same for a name that a description may stand beside: "said Acme's chief economist Anna Hill".
_SPEAKS_FULL = late(rf"(?:, [^.\"“”\n]{{3,90}},)? (?:{_SAYS})\b|,? (?:{_SAYS})\b")
_SPOKE_FULL = late(rf"(?:[”\"’'] (?:{_SAYS})|[Aa]ccording to)(?: [\w’'&-]+){{0,9}},? $")
_ROLE = late(r"[A-Z][a-z]+ $")
_POSSESSIVE = late(r"['’]s?$")
_TITLES = ("Mr ", "Mrs ", "Ms ", "Mr. ", "Mrs. ", "Ms. ")
_PART_BEFORE = late(r"[A-Z][\w.’'-]*[,“”\"'‘(]{0,2} (?:[a-z]{2,3} ){0,2}[“”\"'‘(]?$|[-&]$")
# One name whichever apostrophe it is printed with.
_APOSTROPHE = late(r"(?<=\w)’(?=\w)")
_PART_AFTER = late(r"[’'”\")]? [A-Z]|-|&")
_NEAR = 30
_REACH = 90
_ALIKE = 0.75
_SHORTEST = 4


class _Name(NamedTuple):
    title: str
    last: str
    start: int
    end: int


def unknown_speakers(draft: Draft) -> Iterator[Finding]:
    """A `name-varies` warning for a speaker never introduced, after one who is not taken up again.

    "…, said the bank's analyst Anna Hill. … Ms Moss added": the draft has no other Moss, and no other
    Hill. Without a title ("Moss added"), the two surnames have to be much alike.
    """
    text = _APOSTROPHE.sub("'", draft.text) if "’" in draft.text else draft.text
    seen: set[str] = set()
    for name in _surnames(text):
        if name.last in seen:
            continue
        seen.add(name.last)
        if _is_introduced(text, name):
            continue
        last = _last_speaker(text, name.start)
        if last is None or not _may_be(last, name):
            continue
        if not _is_named_again(text, last["last"]) and not _is_misspelt(text, name):
            yield _finding(draft, (last.start(), last.end()), (name.start, name.end))


def _surnames(text: str) -> Iterator[_Name]:
    """Surnames that speak and have no first name beside them, in the order of the draft."""
    found = []
    for match in _TITLED.finditer(text):
        speaks = _SPEAKS.match(text, match.end()) or _SPOKE.search(
            text, max(0, match.start() - _REACH), match.start()
        )
        if speaks and not _ROLE.search(text, max(0, match.start() - 20), match.start()):
            found.append(
                _Name(match["title"], _POSSESSIVE.sub("", match["last"]), match.start(), match.end())
            )
    for saying in _SAYING.finditer(text):
        start, end = saying.span("saying")
        bare = _BARE.search(text, max(0, start - _NEAR), start)
        if bare is None and _QUOTED.search(text, max(0, start - 3), start):
            bare = _BARE_AFTER.match(text, end)
        if bare is not None and len(bare["last"]) >= _SHORTEST:
            found.append(_Name("", bare["last"], *bare.span("last")))
    return iter(sorted(found, key=lambda name: name.start))


def _is_introduced(text: str, name: _Name) -> bool:
    """Whether the surname stands anywhere beside another part of a name, or as an ordinary word."""
    last = name.last
    if last.lower() in text or last.upper() in text:
        return True
    at = text.find(last)
    while at >= 0:
        end = at + len(last)
        before = text[max(0, at - _NEAR) : at]
        part = not before.endswith(_TITLES) and _PART_BEFORE.search(before)
        if part or _PART_AFTER.match(text, end):
            return True
        at = text.find(last, end)
    return False


def _last_speaker(text: str, end: int) -> re.Match[str] | None:
    """The last person before a place whom the draft names in full as a speaker."""
    found = None
    for match in _FULL.finditer(text, 0, end):
        if match["first"].lower() in MEN or match["first"].lower() in WOMEN:
            before = max(0, match.start() - _REACH)
            if _SPEAKS_FULL.match(text, match.end()) or _SPOKE_FULL.search(text, before, match.start()):
                found = match
    return found


def _is_misspelt(text: str, name: _Name) -> bool:
    """Whether a surname is another one in another spelling, which `varying_names` tells."""
    form = plain(name.last)
    others = {plain(match["last"].split()[-1]) for match in _FULL.finditer(text)}
    return any(is_one_slip(form, other) or is_near(form, other) for other in others if other)


def _may_be(speaker: re.Match[str], name: _Name) -> bool:
    first = speaker["first"].lower()
    if name.title:
        return first not in (WOMEN if name.title == "Mr" else MEN)
    one, other = plain(speaker["last"]), plain(name.last)
    if {one, other} == {one.removesuffix("s"), f"{one.removesuffix('s')}s"}:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _is_named_again(text: str, word: str) -> bool:
    """Whether a word stands more than once in a text."""
    word = _POSSESSIVE.sub("", word)
    if text.count(word) <= 1:
        return False
    return len(re.findall(rf"\b{re.escape(word)}\b", text)) > 1


def _finding(draft: Draft, speaker: tuple[int, int], name: tuple[int, int]) -> Finding:
    spans = draft.span(*speaker), draft.span(*name)
    one, other = (" ".join(span.quote.split()) for span in spans)
    return Finding(
        code="name-varies",
        severity=Severity.WARNING,
        message=f"“{other}” ({place(draft, spans[1])}) is not introduced; “{one}” ({place(draft, spans[0])}) "
        "speaks before and is not named again.",
        working=f"{one} ≠ {other}",
        question=f"Is “{other}” meant to be {one}? If not, who is it?",
        evidence=tuple(Evidence(span) for span in spans),
    )
