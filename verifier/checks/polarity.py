"""Two statements that are opposites: "accepted the offer from Acme … the rejection of the Acme bid"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.checks.polar_statements import Statement, statements
from verifier.checks.polar_words import OPPOSITES
from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft

# What says that one came after the other, or that another thing or only a part of the people is meant.
_IN_TURN = re.compile(
    r"\b(?:earlier|previous\w*|initial\w*|original\w*|once|then|former\w*|again|now|later|until|ago|yet|since|had|before|after|"
    r"first|recent\w*|next|already|finally|eventually|no longer|still|ever|used to|another|others?|"
    r"co-\w+|similar|separate|different|lower|some|many|most|several|few|half|per cent|percent)\b|[?%]",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:19|20)\d\d|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|(?:last|next|this) \w+|yesterday|today|tonight|tomorrow)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CHARGE = re.compile(
    r"\b(?:convict\w*|clear\w*|acquit\w*|exonerat\w*|guilty)(?: \w+){0,2}? (?:of|on) (?:[a-z]+ing )?"
    r"((?:all |the )?[a-z]\w+)",
    re.IGNORECASE,
)
_ASKS = ("?", "?”", '?"')
_QUOTE = re.compile(r"[\"“”]")
_SHORTEST = 3
_SHOWN = 2
# Two descriptions with this many words in common are of one thing, whatever else they say.
_ALIKE = 3


def opposite_statements(draft: Draft) -> Iterator[Finding]:
    """A `same-fact-differs` warning for two places that say opposite things of one doer and one thing.

    The thing has to be the same in its main word, and the doer too, unless the thing is described alike at
    length. Quoted words, wishes and possibilities are left alone, and so are clauses that speak of
    different times or places, or of an order in time ("had rejected … has now accepted").
    """
    told: set[int] = set()
    earlier: list[Statement] = []
    found = statements(draft)
    both = _both_in_one_sentence(found)
    for statement in found:
        if (statement.side.opposites, statement.head) in both:
            continue
        against = [
            other
            for other in earlier
            if other.side.opposites == statement.side.opposites
            and other.side.side is not statement.side.side
            and same_matter(draft, other, statement)
        ]
        if against and told.isdisjoint(other.start for other in against):
            told.update(other.start for other in (*against, statement))
            yield _finding(draft, against[:_SHOWN], statement)
        earlier.append(statement)


def _both_in_one_sentence(found: Sequence[Statement]) -> set[tuple[int, str]]:
    """Of which things a sentence says both: "approved the bill on schools and vetoed the bill on guns"."""
    sides: dict[tuple[int, int, str], set[bool]] = {}
    for statement in found:
        where = (statement.sentence.span.start, statement.side.opposites, statement.head)
        sides.setdefault(where, set()).add(statement.side.side)
    return {(opposites, head) for (_, opposites, head), said in sides.items() if len(said) > 1}


def same_matter(draft: Draft, one: Statement, other: Statement) -> bool:
    """Whether two statements of one kind are about one doer, one thing and one time."""
    if one.sentence == other.sentence or not _same_thing(one, other):
        return False
    clauses = [draft.text[slice(*statement.clause)] for statement in (one, other)]
    if any(statement.sentence.span.quote.endswith(_ASKS) for statement in (one, other)):
        return False
    if any(map(_IN_TURN.search, clauses)):
        return False
    times = [{found.lower() for found in _WHEN.findall(clause)} for clause in clauses]
    if set(_YEAR.findall(clauses[0])) != set(_YEAR.findall(clauses[1])):
        return False
    opposites = OPPOSITES[one.side.opposites]
    if opposites.name == "convict" and _charges(clauses[0]) != _charges(clauses[1]):
        return False  # convicted of one charge, cleared of another
    once = opposites.once
    if times[0].isdisjoint(times[1]) if once and all(times) else not once and times[0] != times[1]:
        return False
    return not any(_quoted(draft, statement) and not statement.ours for statement in (one, other))


def _charges(clause: str) -> frozenset[str]:
    """What a clause says somebody is convicted or cleared of; a number of charges is one as well."""
    return frozenset(found.lower() for found in _CHARGE.findall(clause))


def _same_thing(one: Statement, other: Statement) -> bool:
    met = one.head in other.thing, other.head in one.thing
    if one.head != other.head and not all(met) and not (_taken_up(one, other) and any(met)):
        return False
    if _apart(one.thing, other.thing, _ALIKE):
        return False
    opposites = OPPOSITES[one.side.opposites]
    doers = frozenset(one.doers), frozenset(other.doers)
    shared = {word for word in doers[0] & doers[1] if len(word) >= _SHORTEST}
    if shared & one.names & other.names:
        return True
    if shared and one.doers[:1] == other.doers[:1]:
        return not _apart(*doers, len(doers[0]))
    if opposites.many or (one.names & doers[0] and other.names & doers[1]):
        return False
    unowned = not one.doers or not other.doers or one.ours or other.ours
    if opposites.once and unowned and (one.head == other.head or _taken_up(one, other)):
        return True
    return len(one.thing & other.thing) > 1 and not (one.loose or other.loose)


def _taken_up(one: Statement, other: Statement) -> bool:
    """Whether a noun takes up what a verb said: "approved a treaty … The rejection of the treaty came as"."""
    return OPPOSITES[one.side.opposites].once and one.side.noun is not other.side.noun


def _apart(one: frozenset[str], other: frozenset[str], enough: int) -> bool:
    """Whether each of two descriptions has a word that the other lacks, and fewer than enough in common."""
    return bool(one - other) and bool(other - one) and len(one & other) < enough


def _quoted(draft: Draft, statement: Statement) -> bool:
    """Whether the statement stands within quotation marks of its paragraph."""
    paragraph = draft.paragraphs[statement.sentence.paragraph]
    return len(_QUOTE.findall(draft.text, paragraph.start, statement.start)) % 2 == 1


def _finding(draft: Draft, ones: Sequence[Statement], other: Statement) -> Finding:
    spans = [draft.span(*statement.clause) for statement in (*ones, other)]
    one, last = (" ".join(span.quote.split()) for span in (spans[0], spans[-1]))
    places = place(draft, spans[0]), place(draft, spans[-1])
    return Finding(
        code="same-fact-differs",
        severity=Severity.WARNING,
        message=f"“{one}” ({places[0]}) and “{last}” ({places[1]}) say the opposite of each other.",
        working=f"{one} ≠ {last}",
        question=f"Which is right, “{one}” or “{last}”, or are these two matters?",
        evidence=tuple(Evidence(span) for span in spans),
    )
