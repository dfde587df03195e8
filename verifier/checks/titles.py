"""A title that does not fit the first name: "Anna Hill … Mr Hill"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity, place
from verifier.sources.firstnames import MEN, WOMEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.draft import Draft

_TITLED = re.compile(r"(?P<title>M(?<!\wM)(?:rs?|s|iss))\.? (?P<last>[A-Z][\w’'-]*[a-z])\b(?! [A-Z])")
_FULL = re.compile(r"(?P<first>[A-Z](?<!\w.)[a-z’'-]+) (?:[A-Z]\. )?(?P<last>[A-Z][\w’'-]*[a-z])\b(?! [A-Z])")
_POSSESSIVE = re.compile(r"['’]s?$")
# Women's names that men have too.
_EITHER = frozenset(
    "lindsey ashley kerry leslie lesley marian kay stacey stacy tracey lynn lynne carol jean dana "
    "kim robin jody jodie maria marie dawn joy june april jan nicola andrea jackie terry frances "
    "beverly evelyn vivian shelley jo jamie kelly alexis sandy lee sam pat chris".split()
)
_KIN = re.compile(
    r"\b(?:wife|husband|widow|widower|couple|married|mother|father|parents?|sisters?|brothers?|daughters?|"
    r"sons?|[Ff]irst [Ll]ady|family|spouse|partner|née)\b"
)


def mistaken_titles(draft: Draft) -> Iterator[Finding]:
    """A `name-varies` warning for a person whose titles are all those of the other sex.

    Only where one person of the surname is named in full, with a first name that only men or only women
    bear, and no relative is spoken of: "Mrs Hill" may be the wife of Peter Hill.
    """
    titled: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _TITLED.finditer(draft.text):
        titled[_POSSESSIVE.sub("", match["last"])].append(match)
    full = _in_full(draft.text) if titled else {}
    for last, uses in titled.items():
        men = {match["title"] == "Mr" for match in uses}
        named = full.get(last, [])
        firsts = {match["first"].lower() for match in named}
        if len(men) != 1 or len(firsts) != 1 or named[0].start() > uses[0].start():
            continue
        first = firsts.pop()
        if first in MEN and any(match["title"] == "Mrs" for match in uses):
            continue  # she may be his wife
        other = WOMEN if men == {True} else MEN
        if first in other and first not in _EITHER and (first in MEN) is not (first in WOMEN):
            sentence = draft.sentence_at(named[0].start())
            if sentence is None or not _KIN.search(sentence.span.quote):
                yield _finding(draft, named[0], uses[0])


def _in_full(text: str) -> dict[str, list[re.Match[str]]]:
    """The people who are named in full, by surname."""
    named: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _FULL.finditer(text):
        if match["first"] not in {"Mr", "Mrs", "Ms", "Miss"}:
            named[_POSSESSIVE.sub("", match["last"])].append(match)
    return named


def _finding(draft: Draft, named: re.Match[str], titled: re.Match[str]) -> Finding:
    spans = draft.span(named.start("first"), named.end()), draft.span(*titled.span())
    one, other = (" ".join(span.quote.split()) for span in spans)
    return Finding(
        code="name-varies",
        severity=Severity.WARNING,
        message=f"“{one}” ({place(draft, spans[0])}) is “{other}” further on ({place(draft, spans[1])}).",
        working=f"{one} ≠ {other}",
        question=f"Is the name or the title wrong, or is “{other}” somebody else?",
        evidence=tuple(Evidence(span) for span in spans),
    )
