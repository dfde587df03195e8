"""One person's age given twice: "Anna Roe, 34, …", "34-year-old Anna Roe"."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure

_NAMED_AGE = late(
    r"(?P<firsts>\b(?:[A-Z]\.? |[A-Z][\w’'-]+ |[\"“'‘]\w+[\"”'’] |(?:de|da|di|van|von|der|bin|al|el|la|le) ){1,4})"
    r"(?P<name>[A-Z][a-z][\w’'-]+),? (?:who is |who at |at |aged |is )?$|"
    r"\b(?P<alone>[A-Z][a-z][\w’'-]+), (?:who is |who at |at |aged )?$"
)
_AGED_NAME = late(
    r"[ -](?:(?:[a-z-]+ ){0,4})(?:(?P<firsts>(?:[A-Z][\w’'.-]+ ){1,2})(?P<name>[A-Z][a-z][\w’'-]+)\b(?! [A-Z])|"
    r"(?P<alone>[A-Z][a-z][\w-]+)(?=[,.;]|['’]s\b| (?:and|who|was|is|had|has|to|won|beat|lost|said|told|\w+ed)\b))"
)
_ONE_OF_A_KIND = r"\b(?:an?|the|two|three|four|other|these|those|fellow|young|former) (?:[\w-]+ )?{}\b"
_FIRST = r"\b([A-Z][\w’'.-]*) (?:[A-Z]\.? |[\"“'‘]\w+[\"”'’] |(?:de|da|di|van|von|der|bin|al|el|la|le) )*{}\b"
_TITLES = frozenset("Mr Mrs Ms Miss Dr Sir Dame Lord Lady Mr. Mrs. Ms. Dr. The And But When As For".split())
# Two of one name, or one name at two times.
_KIN = late(
    r"\b(?:brothers?|sisters?|siblings?|sons?|daughters?|father|mother|parents?|wife|husband|widow|widower|twins?|"
    r"cousins?|nephew|niece|uncle|aunt|grand\w+|namesakes?|Jr|Sr|[Jj]unior|[Ss]enior|elder|younger)\b"
)
_THEN = late(
    r"\b(?:1[89]|20)\d\d\b|\b(?:then|now|when|at the time|years? (?:ago|later|earlier|before)|turn(?:s|ed|ing)|"
    r"back in|by then|once|since|until|first|last year|birthday|still)\b"
)
_REACH = 60


class _Aged(NamedTuple):
    figure: Figure
    firsts: frozenset[str]
    last: str


def named_ages(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for two ages of one person.

    One is who has the same full name, or a surname that one person alone bears in the draft. Ages at
    different times, and those of relatives, are left alone.

    Args:
        draft: the draft.
        figures: its figures, in order.
    """
    found = [aged for figure in figures if (aged := _named(draft, figure)) is not None]
    for one, other in combinations(found, 2):
        if one.last == other.last and _is_one(draft, one, other):
            roles = (("figures", (one.figure.id, other.figure.id)),)
            yield Relation("same_fact", roles, proposed_by=("offline",), rule="one person's age")


def _named(draft: Draft, figure: Figure) -> _Aged | None:
    """Whose age a figure is; None where no name stands beside it, or it may be one of another time."""
    if figure.kind is not Kind.AGE or figure.hedge is not Hedge.EXACT:
        return None
    name = _NAMED_AGE.search(draft.text, max(0, figure.span.start - _REACH), figure.span.start)
    match = name or _AGED_NAME.match(draft.text, figure.span.end)
    sentence = draft.sentence_at(figure.span.start)
    if match is None or sentence is None or (match["name"] or match["alone"]) in _TITLES:
        return None
    if _THEN.search(sentence.span.quote) or _KIN.search(sentence.span.quote):
        return None
    last = re.sub(r"['’]s?$", "", match["name"] or match["alone"])
    firsts = [word for word in (match["firsts"] or "").split() if word not in _TITLES]
    full = [
        word.rstrip(",") for word in firsts if word[0].isupper() and not word.endswith(".") and len(word) > 1
    ]
    return _Aged(figure, frozenset(full), last)


def _is_one(draft: Draft, one: _Aged, other: _Aged) -> bool:
    """Whether two ages are one person's."""
    bearers = {
        first.rstrip(".")
        for first in re.findall(_FIRST.format(re.escape(one.last)), draft.text)
        if first not in _TITLES
    }
    if one.firsts and other.firsts:
        return one.firsts <= other.firsts or other.firsts <= one.firsts
    if len(bearers) > 1:
        return False
    kind = _ONE_OF_A_KIND.format(re.escape(one.last))
    # "The 18-year-old Spaniard", of whom there may be two.
    return re.search(kind, draft.text, re.IGNORECASE) is None
