"""A title with two holders: "Roe Re, the world's biggest reinsurer … Loe Re, the world's largest reinsurer".

A title is a superlative of a place or list, beside the name of its holder. A title has one holder, and a
holder one title of a kind: the third-biggest bank of a country is not its fourth-biggest too.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from verifier.draft import Span
from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.draft import Draft

_ORDINALS = (
    ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"), ("fifth", "5th"), ("sixth", "6th"),
    ("seventh", "7th"), ("eighth", "8th"), ("ninth", "9th"), ("tenth", "10th"),
)  # fmt: skip
_RANKS = {word: rank for rank, words in enumerate(_ORDINALS, 2) for word in words}
_ALIKE = {"largest": "biggest", "wealthiest": "richest", "top-selling": "best-selling"}
_OWN = re.compile(
    r"\b(?:[Tt]he\s)?(?P<own>world|country|nation|state|city|region|continent|[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)$"
)
# One pattern for each apostrophe: a search that begins with plain letters is quick.
_TITLES = tuple(
    re.compile(
        rf"{mark}s\s"
        rf"(?:(?P<rank>{'|'.join(_RANKS)})[-\s])?"
        r"(?P<best>biggest|largest|richest|wealthiest|oldest|youngest|tallest|fastest|longest|smallest|poorest|busiest|highest|deepest|"
        r"best-selling|top-selling|highest-paid|best-paid|most\s(?:populous|popular|powerful|valuable|expensive|visited|decorated))\s"
        r"(?P<noun>(?!and\b|or\b|ever\b)[a-z][\w-]*(?:\s(?!and\b|or\b|has\b|is\b|was\b|by\b|with\b|which\b|who\b|in\b|on\b|to\b|of\b|after\b|said\b)[a-z][\w-]*)?)"
    )
    for mark in ("'", "’")
)
_HOLDER_BEFORE = re.compile(
    r"(?P<name>(?:(?:[A-Z][\w.&’'-]*|of|and)\s){0,4}[A-Z][\w.&’'-]*[\w.])(?:\s\([A-Z][\w.]*\))?(?:,|\s[-–—])\s(?:which\sis\s|who\sis\s|now\s)?$|"
    r"(?P<is>(?:[A-Z][\w.&’'-]*\s){0,3}[A-Z][\w.&’'-]*[\w.])\s(?:is|remains)\s(?:currently\s|still\s|now\s)?$"
)
_HOLDER_AFTER = re.compile(r",?\s(?P<name>[A-Z][\w.&’'-]*[\w.](?:\s[A-Z][\w.&’'-]*[\w.]){0,3})(?=[,.;:]|\s-)")
_QUALIFIED = re.compile(
    r"\s(?:by|outside|in|of|for|to|at|behind|after|if|until|excluding|once|when|with|on)\b"
)
_ONCE = re.compile(
    r"\b(?:former\w*|once|then|ex-|previously|would|become|becomes|became|becoming|one\sof|among|claims?|self-styled|overtak\w+|"
    r"was|were|had\sbeen|until|used\sto|tipped|billed|dubbed|called|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_GENERIC = frozenset("firm company group maker business corporation chain person man woman operator".split())
_TITLES_OF_PEOPLE = frozenset("Mr Mrs Ms Dr Sir Lord The And But".split())
_STEM, _BACK, _NEAR, _MANY = 6, 110, 50, 200
_PLURAL = re.compile(r"(?<![su])s$")


class _Title(NamedTuple):
    own: str
    best: str
    noun: frozenset[str]
    rank: int
    name: frozenset[str]
    span: Span


def titles_held_twice(draft: Draft) -> Iterator[Finding]:
    """An `order-contradicted` warning for a title with two holders, or a holder with two ranks."""
    matches = (match for pattern in _TITLES for match in pattern.finditer(draft.text))
    found = [title for match in matches if (title := _title(draft, match)) is not None]
    found.sort(key=lambda title: title.span)
    told: set[Span] = set()
    for one, other in combinations(found[:_MANY], 2):
        if (one.own, one.best, one.noun) != (other.own, other.best, other.noun) or {
            one.span,
            other.span,
        } & told:
            continue
        same_holder = one.name <= other.name or other.name <= one.name
        if same_holder != (one.rank == other.rank) and (same_holder or _differ(one.name, other.name)):
            told |= {one.span, other.span}
            yield _finding(draft, one, other, same_holder=same_holder)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether neither name is made of the initials of the other: two holders, as far as can be told."""
    return not (_is_short_for(one, other) or _is_short_for(other, one))


def _is_short_for(one: frozenset[str], other: frozenset[str]) -> bool:
    initials = sorted(name[0] for name in other)
    return len(initials) > 1 and any(name.isupper() and set(initials) <= set(name) for name in one)


def _title(draft: Draft, match: re.Match[str]) -> _Title | None:
    text = draft.text
    sentence = draft.sentence_at(match.start())
    words = match["noun"].split()
    if sentence is None or _PLURAL.search(words[-1]) or _QUALIFIED.match(text, match.end()):
        return None
    before = text[max(sentence.span.start, match.start() - _BACK) : match.start()]
    owner = _OWN.search(before)
    if owner is None:
        return None
    before, start = before[: owner.start()], match.start() - len(owner[0])
    holder = _HOLDER_BEFORE.search(before)
    after = None if holder else _HOLDER_AFTER.match(text, match.end())
    name = (holder["name"] or holder["is"]) if holder else after["name"] if after else None
    if name is None or _ONCE.search(before[-_NEAR:]):
        return None
    names = (
        frozenset(re.sub(r"['’]s?$", "", word) for word in name.split() if word[0].isupper())
        - _TITLES_OF_PEOPLE
    )
    nouns = frozenset(word[:_STEM] for word in words if word not in _GENERIC or len(words) == 1)
    if not names:
        return None
    best = " ".join(match["best"].split())
    return _Title(
        owner["own"],
        _ALIKE.get(best, best),
        nouns,
        _RANKS.get(match["rank"] or "", 1),
        names,
        Span(start, match.end(), text[start : match.end()]),
    )


def _finding(draft: Draft, one: _Title, other: _Title, *, same_holder: bool) -> Finding:
    said = [" ".join(title.span.quote.split()) for title in (one, other)]
    where = [place(draft, title.span) for title in (one, other)]
    names = [" ".join(sorted(title.name)) for title in (one, other)]
    what = f"give {names[0]} two places" if same_holder else "give one place to two"
    return Finding(
        code="order-contradicted",
        severity=Severity.WARNING,
        message=f"“{said[0]}” ({where[0]}) and “{said[1]}” ({where[1]}) {what}.",
        working=f"{names[0]}: {said[0]} ≠ {names[1]}: {said[1]}",
        question="Which of the two is it, or are they different lists?",
        evidence=(Evidence(one.span), Evidence(other.span)),
    )
