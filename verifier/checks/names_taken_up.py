"""Names taken up by a number in the next sentence: "Ann Hill, Bob Reed and Carl Low won. The trio …"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from verifier.checks.listed_names import NAMES, names_held
from verifier.draft import Span
from verifier.findings import Evidence, Finding, Severity, place
from verifier.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.draft import Draft, Sentence

_NUMBERS = {
    "pair": 2, "duo": 2, "two": 2, "both": 2, "trio": 3, "threesome": 3, "three": 3, "all three": 3,
    "quartet": 4, "foursome": 4, "four": 4, "all four": 4, "quintet": 5,
}  # fmt: skip
_GROUPS = frozenset(("pair", "duo", "trio", "threesome", "quartet", "foursome", "quintet"))
_NOUN = (
    r"men|women|players|companies|firms|banks|states|countries|nations|teams|clubs|candidates|brothers|sisters|rivals|"
    r"friends|singers|actors|stars|athletes|runners|sprinters|senators|suspects|artists|bands|airlines|carriers"
)
_VERB = (
    r"are|were|have|had|will|would|could|can|also|then|now|both|met|both|each|first|agreed|said|say|remain|"
    r"face|faced|withdrew|made|want|worked|denied?|began|joined"
)
_TAKES_UP = late(
    rf"[\"“]?(?P<said>(?:The (?P<group>pair|duo|trio|threesome|quartet|foursome|quintet)|"
    rf"(?:The (?P<some>two|three|four)|(?P<all>Both|All three|All four))"
    rf"(?: (?P<noun>{_NOUN}))?)) (?:{_VERB})\b"
)
_STARTS = ("The ", '"The ', "“The ", "Both ", '"Both ', "“Both ", "All ", '"All ', "“All ")
_LIST = late(rf"(?:\A|(?<!\S)[a-z][\w’'-]* )(?P<list>{NAMES})(?![\w’'-])")
_NAME = late(r"(?<![\w’'-])[A-Z][\w’'-]+")
_NO_NAME = late(
    r"(?:But|And|The|Both|On|In|At|A|\w+day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\Z"
)
_PERSON = late(
    r"\b(?:I|me|my|we|us|our|he|him|his|she|her|they|them|their|with|join\w*|alongside|together|another|others?|third|"
    r"fourth|also|too|man|woman|son|daughter|brother|sister|wife|husband|friend)\b",
    re.IGNORECASE,
)
# "Ann Hill, Bob Reed and Carl Low lost. Both men …".
_SOME_OF_THEM = frozenset(("men", "women", "brothers", "sisters", "rivals", "friends"))
_CONNECTS = late(r"(?:But|And|So|Yet|Former) ")


def names_taken_up(draft: Draft) -> Iterator[Finding]:
    """A `parts-do-not-add-up` error for each number that takes up more or fewer names than were listed.

    The names are the subject of the sentence before; those that a group ("the trio") takes up may stand
    anywhere in it. Where others are named beside them, these may be meant as well.
    """
    for before, sentence in pairwise(draft.sentences):
        words = sentence.span.quote
        if not words.startswith(_STARTS) or sentence.number != before.number + 1:
            continue
        match = _TAKES_UP.match(words)
        if match is not None:
            yield from _compared(draft, before, sentence, match)


def _compared(draft: Draft, before: Sentence, sentence: Sentence, match: re.Match[str]) -> Iterator[Finding]:
    said = (match["group"] or match["some"] or match["all"]).casefold()
    number, words = _NUMBERS[said], before.span.quote
    lists = list(_LIST.finditer(words))
    if len(lists) != 1:
        return
    start, end = lists[0].span("list")
    connecting = _CONNECTS.match(words, start)
    if connecting is not None:
        start = connecting.end()
    opens = not words[: lists[0].start("list")].strip('"“ ')
    held = names_held(words[start:end])
    if held is None or held.may_be(number) or not (opens or said in _GROUPS):
        return
    others = _others(words[:start] + words[end:]) if number > held.most else match["noun"] in _SOME_OF_THEM
    if others:
        return
    names = held.fewest if held.fewest > number else held.most
    quote = draft.text[before.span.start + start : before.span.start + end]
    listed = Span(before.span.start + start, before.span.start + end, quote)
    at = sentence.span.start + match.start("said")
    taken = Span(at, at + len(match["said"]), match["said"])
    yield Finding(
        code="parts-do-not-add-up",
        severity=Severity.ERROR,
        message=f"“{taken.quote}” ({place(draft, taken)}) takes up “{listed.quote}”, which are {names}.",
        working=f"{names} named ≠ {taken.quote}",
        question="Is the number wrong, or does it speak of others than those just named?",
        evidence=(Evidence(taken), Evidence(listed)),
    )


def _others(words: str) -> bool:
    """Whether others are named beside the list, or spoken of."""
    return _PERSON.search(words) is not None or any(
        _NO_NAME.match(match[0]) is None for match in _NAME.finditer(words)
    )
