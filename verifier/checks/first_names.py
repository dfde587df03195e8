"""One surname with two first names that are easily taken for each other: "Jose Ramos … Jorge Ramos"."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity, place
from verifier.sources.firstnames import MEN, WOMEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.draft import Draft

_FULL = re.compile(
    r"(?P<first>[A-Z](?<!\w.)[a-z]{2,}) (?:[A-Z]\. )?(?P<last>[A-Z][\w’'-]*[a-z])\b(?! [A-Z]|-)"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_FAMILY = re.compile(
    r"\b(?:brothers?|sisters?|sons?|daughters?|father|mother|parents?|wife|husband|widow|twins?|cousins?|"
    r"family|siblings?|uncle|aunt|nephew|niece|née|relation|related|namesakes?|married|couple|elder|"
    r"younger|Jr|Junior|Snr|Sr)\b"
)
# First names that may be short for another of the same letter.
_SHORT = frozenset(
    "bill bob bobby beth betty betsy becky cathy chuck cindy dick debbie deb don gene gerry hank "
    "harry jack jackie jake jerry jim jimmy jeff jenny jo joe joey john johnny jon judy kate kathy "
    "katie larry les lou maggie mandy meg mel mick mike mickey molly nick pat peggy pete phil rick "
    "rob ron sam sandy sid steve sue ted terry tim tom tommy trish vince wally walt will".split()
)
# One of several people: a squad has two of a surname more often than a story.
_LISTED = re.compile(r"(?:,| and| or) [A-Z][a-z]+ [A-Z]|, \w+ and [A-Z]")
_AFTER_LISTED = re.compile(r"\b[A-Z][\w’'-]*(?:, (?:and |or )?| and | or )$")
_REACH = 25
_START = 3
_TWO = 2
_ALIKE = 0.5


def varying_first_names(draft: Draft) -> Iterator[Finding]:
    """A `name-varies` warning for each surname that the draft gives two like first names.

    Only common first names of one sex and one initial, of which neither is short for the other, and only
    where the draft also uses the surname alone, as of one person, and speaks of no relatives.
    """
    people: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for match in _FULL.finditer(draft.text):
        first = match["first"].lower()
        if (first in MEN or first in WOMEN) and not _is_listed(draft.text, match):
            last = _POSSESSIVE.sub("", match["last"])
            people[last].setdefault(first, (match.start(), match.start("last") + len(last)))
    for last, by_first in people.items():
        if len(by_first) != _TWO:
            continue
        (one, at), (other, then) = by_first.items()
        if _taken_for(one, other) and _is_alone(draft, last) and not (_kin(draft, at) or _kin(draft, then)):
            yield _finding(draft, last, at, then)


def _is_listed(text: str, name: re.Match[str]) -> bool:
    """Whether a name is one of several that follow each other."""
    if _LISTED.match(text, name.end()):
        return True
    return _AFTER_LISTED.search(text, max(0, name.start() - _REACH), name.start()) is not None


def _taken_for(one: str, other: str) -> bool:
    """Whether one of two first names is easily written for the other, and not as its short form."""
    sex = MEN if one in MEN else WOMEN
    if one[0] != other[0] or other not in sex or one[:_START] == other[:_START] or {one, other} & _SHORT:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _is_alone(draft: Draft, last: str) -> bool:
    """Whether the draft uses the surname alone, or with a title: there is one who bears it."""
    alone = rf"(?:^|[^\w ] |\n|\b[a-z]+ |\b(?:M[rs]s?)\.? ){re.escape(last)}\b(?! [A-Z])"
    return re.search(alone, draft.text) is not None


def _kin(draft: Draft, at: tuple[int, int]) -> bool:
    """Whether the sentence of a name speaks of relatives."""
    sentence = draft.sentence_at(at[0])
    return sentence is None or _FAMILY.search(sentence.span.quote) is not None


def _finding(draft: Draft, last: str, one: tuple[int, int], other: tuple[int, int]) -> Finding:
    spans = draft.span(*one), draft.span(*other)
    words = [" ".join(span.quote.split()) for span in spans]
    places = [place(draft, span) for span in spans]
    return Finding(
        code="name-varies",
        severity=Severity.WARNING,
        message=f"“{words[0]}” ({places[0]}) and “{words[1]}” ({places[1]}) give {last} two first names.",
        working=f"{words[0]} ≠ {words[1]}",
        question=f"Which is right, “{words[0]}” or “{words[1]}”, or are these two people?",
        evidence=tuple(Evidence(span) for span in spans),
    )
