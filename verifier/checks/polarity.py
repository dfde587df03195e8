"""Two statements that are opposites: "accepted the offer from Acme … the rejection of the Acme bid"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.checks.polar_statements import Statement, statements
from verifier.checks.polar_words import OPPOSITES
from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.draft import Draft, Span

# What says that one came after the other.
_IN_TURN = re.compile(
    r"\b(?:earlier|previous\w*|initial\w*|original\w*|once|then|former\w*|again|now|later|until|ago|yet|since|had|before|"
    r"after|first|recent\w*|next|already|finally|eventually|no longer|still|ever|used to)\b|\?",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:19|20)\d\d|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|(?:last|next|this) \w+|yesterday|today|tonight|tomorrow)\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[\"“”]")
_SHORTEST = 3


def opposite_statements(draft: Draft) -> Iterator[Finding]:
    """A `same-fact-differs` warning for two places that say opposite things of one doer and one thing.

    The thing has to be the same in its main word, and the doer too, unless the thing is described alike at
    length. Quoted words, wishes and possibilities are left alone, and so are clauses that speak of
    different times or places, or of an order in time ("had rejected … has now accepted").
    """
    told: set[tuple[int, int]] = set()
    earlier: list[Statement] = []
    for statement in statements(draft):
        for other in earlier:
            if other.side.opposites != statement.side.opposites or other.side.side is statement.side.side:
                continue
            if not same_matter(draft, other, statement):
                continue
            key = (other.start, statement.start)
            if key not in told:
                told.add(key)
                yield _finding(draft, other, statement)
            break
        earlier.append(statement)


def same_matter(draft: Draft, one: Statement, other: Statement) -> bool:
    """Whether two statements of one kind are about one doer, one thing and one time."""
    if one.sentence == other.sentence or not _same_thing(one, other):
        return False
    clauses = [draft.text[slice(*statement.clause)] for statement in (one, other)]
    if any(map(_IN_TURN.search, clauses)):
        return False
    times = [{found.lower() for found in _WHEN.findall(clause)} for clause in clauses]
    if all(times) and times[0].isdisjoint(times[1]):
        return False
    return not any(_quoted(draft, statement) and not statement.ours for statement in (one, other))


def _same_thing(one: Statement, other: Statement) -> bool:
    if one.head != other.head and not (one.head in other.thing and other.head in one.thing):
        return False
    own, others = one.names - other.names, other.names - one.names
    if own & one.thing and others & other.thing:
        return False
    opposites = OPPOSITES[one.side.opposites]
    shared = {word for word in {*one.doers} & {*other.doers} if len(word) >= _SHORTEST}
    if shared & one.names & other.names or (one.doers[:1] == other.doers[:1] and shared):
        return True
    if opposites.many or (one.names & {*one.doers} and other.names & {*other.doers}):
        return False
    if one.head in opposites.alone and one.head == other.head and (one.ours or other.ours or not one.doers or not other.doers):
        return True
    return len(one.thing & other.thing) > 1 and not (one.loose or other.loose)


def _quoted(draft: Draft, statement: Statement) -> bool:
    """Whether the statement stands within quotation marks of its paragraph."""
    paragraph = draft.paragraphs[statement.sentence.paragraph]
    return len(_QUOTE.findall(draft.text, paragraph.start, statement.start)) % 2 == 1


def _finding(draft: Draft, one: Statement, other: Statement) -> Finding:
    spans = [_shown(draft, statement) for statement in (one, other)]
    words = [" ".join(span.quote.split()) for span in spans]
    places = [place(draft, span) for span in spans]
    return Finding(
        code="same-fact-differs",
        severity=Severity.WARNING,
        message=f"“{words[0]}” ({places[0]}) and “{words[1]}” ({places[1]}) say the opposite of each other.",
        working=f"{words[0]} ≠ {words[1]}",
        question=f"Which is right, “{words[0]}” or “{words[1]}”, or are these two matters?",
        evidence=tuple(Evidence(span) for span in spans),
    )


def _shown(draft: Draft, statement: Statement) -> Span:
    return draft.span(*statement.clause)
