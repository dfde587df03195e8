"""Lists of names that are announced with a number: "four state banks - A, B and C"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.checks.announced import announced, closed, of_others
from verifier.draft import Span
from verifier.figures.model import Hedge, Kind
from verifier.findings import Evidence, Finding, Severity, place
from verifier.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure

# Longer lists are seldom complete, and seldom counted.
_FEWEST, _MOST = 2, 15
_NAME = r"(?:the )?[A-Z][\w’'.&-]*+(?: (?:(?:of|the|de|van|der|von|du|al|la|&) ){0,2}[A-Z][\w’'.&-]*+){0,4}"
_NAMES = rf"{_NAME}(?:, {_NAME})*,? and {_NAME}"
# "Four state banks - A, B, C and D -": nothing but names up to where the list ends.
_ANNOUNCED = late(
    rf"(?P<what>(?: (?!(?:including|include|includes|like|such|among|and|with|than)\b)[\w’'-]+){{1,6}}?)"
    rf"(?: (?P<open>\()| [-–—] |: )(?P<list>{_NAMES})"
    r"(?=(?(open)\)|(?:\.?(?: ?[;\n]| [-–—]|\.\s|\s*\Z)|(?<=\.)\s)))"
)
_ARE = late(
    rf"(?P<what>(?: (?!(?:including|include|like|such|among|and|with|than|of|in)\b)[\w’'-]+){{1,4}}?)"
    rf" (?:are|were): (?P<list>{_NAMES})(?=\.?\s*(?:\n|\Z|\.\s)|(?<=\.)\s)"
)
_RANKED = late(r"(?:\b(?:top|first|last|best|Channel|Formula|Group|Radio|Division|BBC) |[-–/])$")
_TITLE = late(
    r"\b(?:Govs?|Sens?|Reps?|Gens?|Drs?|Profs?|Messrs|Mr|Mrs|Ms|Cols?|Lts?|Sgts?|Capts?|Revs?|St|Mt|Hon|Jr)\.?$"
)
_DID = (
    r"died|killed|injured|hurt|arrested|charged|jailed|convicted|sentenced|released|rescued|executed|dismissed|"
    r"sacked|named|nominated|shortlisted"
)
_THOSE = late(
    r"\b(?:Those|The (?:men|women|people|victims|passengers|dead|others))"
    rf"(?: who| to have been| to be)?(?: were| have been| had been)? (?P<did>{_DID})\b"
    r"(?P<where>[^.;:,]{0,60}) (?:were|are)(?: named as)?:? (?P<list>[A-Z][^;.]{3,80}(?:;[^;.]{3,80})+)\."
)
_PEOPLE = late(
    r" (?:people|men|women|passengers|workers|soldiers|others|children|students|employees)"
    rf"(?: (?:have|had|has))?(?: (?:were|was|been|are))? (?P<did>{_DID})\b"
)
# "Three prizes - best bread, best cheese and best cider": each begins alike, so that they can be told apart.
_ITEM = r"[\w’'&-]++(?: (?!(?:and|while|but|who|which|beating|after|including)\b)[\w’'&-]++){0,9}"
_BEST = rf"(?:the )?(?P=first) {_ITEM}"
_ALIKE = late(
    r"(?P<what> (?:(?!(?:other|more|of|out|including|further)\b)[\w’'-]+ ){0,2}?"
    r"(?:awards|prizes|trophies|nominations|Oscars|Grammys|Baftas|Brits|gongs|honou?rs|accolades|statuettes|titles)\b)"
    r"(?: in all| in total)?(?:,? for(?: being| the)?|,| [-–—]|:)"
    r"(?: (?:winning|taking|being|named|voted|as|the))*"
    rf" (?P<list>(?P<first>best|top|outstanding|favou?rite) {_ITEM}(?:, {_BEST})*,? and {_BEST})"
    r"(?=\.?\s*(?:\n|\Z|\.\s)|(?<=\.)\s| [-–—] |;)"
)


def counted_lists(draft: Draft, figures: Sequence[Figure]) -> Iterator[Finding]:
    """A `parts-do-not-add-up` error for each list of names that holds more or fewer than announced.

    Only what cannot be read otherwise is counted: names alone, between a dash, colon or bracket and the
    end of the clause; or whole entries between semicolons.
    """
    whole = [figure for figure in figures if _is_small(figure)]
    for figure in whole:
        match = _ANNOUNCED.match(draft.text, figure.span.end) or _ARE.match(draft.text, figure.span.end)
        if match is not None and not _is_listed(draft, figure) and _is_whole(match):
            if of_others(draft, figure, figures, match.start("list")):
                continue
            yield from _compared(draft, figure, match, _count(match["list"]))
        elif match is None and (alike := _ALIKE.match(draft.text, figure.span.end)):
            items = re.findall(rf"\b{alike['first']}\b", alike["list"])
            yield from _compared(draft, figure, alike, len(items))
        elif match is None:
            yield from _beside(draft, figure, figures)
    counted = [(figure, did) for figure in whole if (did := _PEOPLE.match(draft.text, figure.span.end))]
    for match in _THOSE.finditer(draft.text) if counted else ():
        same = [figure for figure, did in counted if did["did"] == match["did"]]
        if len(same) == 1:
            yield from _compared(draft, same[0], match, match["list"].count(";") + 1)


def _beside(draft: Draft, figure: Figure, figures: Sequence[Figure]) -> Iterator[Finding]:
    """A list whose names have roles or descriptions, or one that stands before its number."""
    if (found := announced(draft, figure, figures)) is not None:
        match, names = found
        start, end = match.span("list")
        yield _finding(draft, figure, f"{figure.span.quote} {match['what'].strip()}", (start, end), names)
    elif (before := closed(draft, figure)) is not None:
        match, offset, names = before
        start, end = match.span("list")
        yield _finding(draft, figure, figure.span.quote, (offset + start, offset + end), names)


def _is_small(figure: Figure) -> bool:
    low = figure.written.low
    return (
        figure.kind is Kind.COUNT
        and figure.hedge is Hedge.EXACT
        and low is not None
        and low == figure.written.high
        and _FEWEST <= low <= _MOST
    )


def _is_whole(match: re.Match[str]) -> bool:
    """Whether the list ends where the match does: "Bush and Govs. Ann Hill and Bob Reed" goes on."""
    return _TITLE.search(match["list"]) is None


def _is_listed(draft: Draft, figure: Figure) -> bool:
    """Whether the number is a rank or part of a name: "the top five", "Channel Four"."""
    return _RANKED.search(draft.text, max(0, figure.span.start - 20), figure.span.start) is not None


def _count(names: str) -> int:
    return len(re.split(r",? and |, ", names))


def _compared(draft: Draft, figure: Figure, match: re.Match[str], names: int) -> Iterator[Finding]:
    if names == figure.written.low:
        return
    noun = match.groupdict().get("what")
    words = figure.span.quote + (f" {noun.strip()}" if noun else "")
    yield _finding(draft, figure, words, match.span("list"), names)


def _finding(draft: Draft, figure: Figure, words: str, place_of: tuple[int, int], names: int) -> Finding:
    start, end = place_of
    listed = Span(start, end, draft.text[start:end])
    said = "are announced" if figure.span.start < start else "are counted"
    return Finding(
        code="parts-do-not-add-up",
        severity=Severity.ERROR,
        message=f"“{words}” ({place(draft, figure.span)}) {said}, but {names} are listed.",
        working=f"{names} listed ≠ {figure.span.quote}",
        question=f"Is the number wrong, or the list: who or what are the {figure.span.quote}?",
        evidence=(Evidence(figure.span, figure.id), Evidence(listed)),
    )
