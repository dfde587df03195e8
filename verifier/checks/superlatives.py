"""Two that are each the biggest, or one that is biggest and third: "Acme, the world's largest brewer"."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from verifier.findings import Evidence, Finding, Severity, place
from verifier.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft

_RANKS = {
    word: rank
    for rank, words in enumerate(
        (
            "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th",
            "ninth 9th", "tenth 10th",
        ),
        2,
    )
    for word in words.split()
}  # fmt: skip
_FIRST = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "10": 10}
# Superlatives, and what of all that is alike they measure.
_MEASURES = {
    word: words.split()[0]
    for words in (
        "biggest largest", "richest wealthiest", "oldest", "youngest", "busiest", "highest", "tallest",
        "longest", "fastest", "poorest", "smallest", "cheapest", "fastest-growing",
        "best-selling biggest-selling top-selling",
    )
    for word in words.split()
}  # fmt: skip
_PLACES = (
    r"[A-Z][a-z]+|[Ww]orld|[Cc]ountry|[Nn]ation|[Gg]lobe|[Cc]ontinent|[Ss]tate|[Cc]ity|US|UK|[Ii]ndustry|"
    r"[Ss]ector|[Mm]arket"
)
_NOT_NOUN = (
    r"(?:in|by|and|with|after|on|at|for|to|has|is|was|said|says|have|had|are|were|of|as|but|which|that|will|would|who|"
    r"over|from|into|since|ever|when|where)\b"
)
_RANKED = (
    rf"(?:(?P<nth>{'|'.join(_RANKS)})[- ]|(?P<first>{'|'.join(_FIRST)}) )?(?:single )?"
    rf"(?P<measure>{'|'.join(sorted(_MEASURES, key=len, reverse=True))}) "
    rf"(?P<noun>(?!{_NOT_NOUN})[a-z][\w-]+(?: (?!{_NOT_NOUN})[a-z][\w-]+){{0,2}})"
)
# The ends of these words, which are quick to find, and what stands before them.
_EST = late(r"est[ -]")
_STEMS = tuple(word.partition("est")[0] for word in _MEASURES if not word.startswith(("biggest-", "top-")))
_LONGEST_STEM = max(map(len, _STEMS))
_DESCRIBED = (
    late(rf"\b(?P<where>{_PLACES})['’]s,? {_RANKED}"),
    late(rf"\b[Tt]he {_RANKED} in (?:the )?(?P<where>{_PLACES})\b"),
)
_NAME = r"[A-Z][\w’'&.-]*[a-zA-Z](?: (?:(?:of|de) )?[A-Z][\w’'&.-]*[a-zA-Z]){0,3}"
_BEFORE = late(
    rf"(?:(?P<other>{_NAME}) and )?(?P<name>{_NAME})(?: \([^)\n]*\))?"
    r"(?:,|,? (?:which )?(?:is|was|are|has become|became|remains)| [-–—]) "
    r"(?:also |already |still |now |currently )?(?:the )?$"
)
_AFTER = late(rf"(?:,| [-–—])? (?P<name>{_NAME})")
_REACH = 90
# How far the place may stand before the measure: "Germany's second-".
_NEAR = 40
_TWO = 2
_NOT_ALONE = late(
    r"\b(?:one of|among|former(?:ly)?|once|previously|then|become|became|in|on|at|of|by|after|from|not) "
    r"(?:the )?$"
)
_PEOPLE_OF = frozenset("company firm group business giant".split())
_POSSESSIVE = late(r"['’]s?$")
_STEM = 6


class _Described(NamedTuple):
    """A name and its place among all of its kind: `rank` alone, or one of the `first` so many."""

    name: str
    of: tuple[str, str]
    noun: str
    rank: int
    first: int
    start: int
    end: int


def contradicting_superlatives(draft: Draft) -> Iterator[Finding]:
    """An `order-contradicted` warning for one rank given to two names, or two to one name.

    Both have to be of one kind, measure and place ("the world's … largest brewer"). "One of the largest",
    and what somebody once was, say nothing.
    """
    measured = [
        match
        for match in _EST.finditer(draft.text)
        if draft.text[max(0, match.start() - _LONGEST_STEM) : match.start()].endswith(_STEMS)
    ]
    if len(measured) < _TWO:
        return
    told: set[int] = set()
    for one, other in combinations(sorted(_described(draft.text, measured), key=lambda row: row.start), 2):
        if one.start == other.start or one.of != other.of or told & {one.start, other.start}:
            continue
        if _same_kind(one.noun, other.noun) and _differ(one, other):
            told |= {one.start, other.start}
            yield _finding(draft, one, other)


def _differ(one: _Described, other: _Described) -> bool:
    if _main(one.name) == _main(other.name):
        if one.first or other.first:
            return 0 < min(one.first or other.first, other.first or one.first) < max(one.rank, other.rank)
        return one.rank != other.rank
    plural = one.first or other.first or one.noun.endswith("s") or other.noun.endswith("s")
    return not plural and one.rank == other.rank


def _main(name: str) -> str:
    return _POSSESSIVE.sub("", name.split(maxsplit=1)[0])


def _same_kind(one: str, other: str) -> bool:
    """Whether two nouns mean one kind: "reinsurers", "reinsurance company"."""
    core, other_core = _core(one), _core(other)
    if core[:-1] != other_core[:-1]:
        return False
    return core[-1] == other_core[-1] or (
        core[-1][:_STEM] == other_core[-1][:_STEM] and len(core[-1]) > _STEM < len(other_core[-1])
    )


def _core(noun: str) -> list[str]:
    """The words of a noun without what any trader may be called, and without a plural's ending."""
    words = [word.removesuffix("s") for word in noun.replace("-", " ").split()]
    return words[:-1] if len(words) > 1 and words[-1] in _PEOPLE_OF else words


def _described(text: str, measured: Sequence[re.Match[str]]) -> Iterator[_Described]:
    """What the text says of the places of names, near words that measure them."""
    found = {
        match.start(): match
        for word in measured
        for pattern in _DESCRIBED
        if (match := pattern.search(text, max(0, word.start() - _NEAR), word.end() + _REACH)) is not None
    }
    for match in found.values():
        before = text[max(0, match.start() - _REACH) : match.start()]
        if _NOT_ALONE.search(before):
            continue
        rank = _RANKS[match["nth"]] if match["nth"] else 1
        first = _FIRST[match["first"]] if match["first"] else 0
        of = match["where"].lower(), _MEASURES[match["measure"]]
        for name in _names(before, text[match.end() : match.end() + _REACH]):
            yield _Described(name, of, match["noun"], rank, first, match.start(), match.end())


def _names(before: str, after: str) -> list[str]:
    """Who is described: the name in front, both of two, or the name behind."""
    front = _BEFORE.search(before)
    if front is not None:
        return [name for name in (front["other"], front["name"]) if name]
    behind = _AFTER.match(after)
    return [behind["name"]] if behind is not None else []


def _finding(draft: Draft, one: _Described, other: _Described) -> Finding:
    spans = draft.span(one.start, one.end), draft.span(other.start, other.end)
    said = [
        f"{row.name}: {' '.join(span.quote.split())}" for row, span in zip((one, other), spans, strict=True)
    ]
    places = [place(draft, span) for span in spans]
    return Finding(
        code="order-contradicted",
        severity=Severity.WARNING,
        message=f"“{said[0]}” ({places[0]}) and “{said[1]}” ({places[1]}) cannot both be right.",
        working=f"{said[0]} ≠ {said[1]}",
        question="Which is right, or are they counted in two ways?",
        evidence=tuple(Evidence(span) for span in spans),
    )
