"""Read "One" is mostly a pronoun; "a year" is mostly a rate. Here it is told when they are amounts."""

from __future__ import annotations

from verifier.figures.hedges import hedge_before
from verifier.figures.lexicon import wordset
from verifier.figures.model import Kind
from verifier.figures.numerals import Number
from verifier.figures.parts import part_of_number
from verifier.figures.quantities import from_number
from verifier.figures.reading import Read, dated, skip
from verifier.figures.relative import ago
from verifier.figures.tokens import DASHES, SPACE, Tokens
from verifier.figures.words import SMALL, read_words

_PRONOUN_BEFORE = wordset("no any some every this that each which the another such many everyone")
_COUNTED_BY_ONE = wordset(
    "person man woman child boy girl soldier officer policeman civilian passenger vote seat goal "
    "point death killed dead injured wounded month week year"
)
_MARGINS = wordset("point goal vote seat run shot stroke")
_SOMETIME = wordset("day time night minute second")
_RATE_BEFORE = wordset(
    "for in within after than nearly almost about over around least under by of takes took lasted "
    "lasts spent spend just only every half once"
)  # fmt: skip
_LATER = frozenset(("earlier", "ago", "later", "before"))


def read_one(tokens: Tokens, index: int) -> Read:
    """Read "One": a number with a scale, a unit, a hedge or a share; else a pronoun, kept out."""
    number = read_words(tokens, index)
    if number is None:
        return None
    if number.stop > index + 1:
        return from_number(tokens, number)
    part = part_of_number(tokens, number)
    if part is not None:
        return part
    after, gap = tokens.words[index + 1], tokens.gaps[index + 1]
    pronoun = tokens.words[index - 1] in _PRONOUN_BEFORE and tokens.gaps[index] in SPACE
    found = from_number(tokens, number)
    if found.kind is not Kind.COUNT or found.stop > index + 1:
        vague = after in _SOMETIME and gap in SPACE and hedge_before(tokens, index) is None
        return (
            skip(tokens, index, index + 1, "idiom")
            if pronoun or (vague and not _before_event(tokens, index))
            else found
        )
    if after == "of" and gap in SPACE:
        if tokens.words[index + 2] == "the" and (
            tokens.words[index + 3] in SMALL or tokens.words[index + 3][:1].isdigit()
        ):
            return found
        return skip(tokens, index, index + 1, "idiom")
    if gap in DASHES:
        return found if after in _MARGINS else skip(tokens, index, index + 2, "part-of-word")
    if not pronoun and after in _COUNTED_BY_ONE and gap in SPACE:
        return found._replace(unit="people" if after in ("killed", "dead", "injured", "wounded") else after)
    if not pronoun and hedge_before(tokens, index) is not None:
        return found
    return skip(tokens, index, index + 1, "pronoun")


def _before_event(tokens: Tokens, index: int) -> bool:
    """Read "One day before the talks" is a day; "one day they will" is not."""
    return tokens.words[index + 2] in ("before", "after", "earlier", "later", "of", "ago", "left", "each")


def read_single(tokens: Tokens, index: int) -> Read:
    """A unit of time after "a": "a decade", "for a year", "a year earlier"; not "£20,000 a year"."""
    if (
        tokens.words[index - 1] == "past"
        and tokens.words[index - 2] in ("the", "this")
        and tokens.words[index] != "day"
    ):
        return from_number(tokens, Number(index, index, 1, 0, words=True))
    if tokens.words[index - 1] not in ("a", "an") or tokens.gaps[index] not in SPACE or index < 1:
        return None
    unit, after, gap = tokens.words[index], tokens.words[index + 1], tokens.gaps[index + 1]
    if after in _LATER and gap in SPACE:
        point = (
            ago(tokens, unit, 1)
            if after == "ago"
            else dated(tokens, index, index + 1, ago(tokens, unit, 1)).date
        )
        reading = dated(tokens, index - 1, index + 2, point or ago(tokens, unit, 1), Kind.RELATIVE_DATE)
        return reading._replace(may_hedge=True)
    before = tokens.words[index - 2] if tokens.gaps[index - 1] in SPACE else ""
    half = after == "and" and tokens.words[index + 2] == "a" and tokens.words[index + 3] == "half"
    if (
        not half
        and before not in _RATE_BEFORE
        and unit not in ("decade", "fortnight")
        and not (gap == "-" and after == "long")
    ):
        return None
    if before in ("than", "once", "half", "times", "twice") and unit == "day":
        return None
    if half:
        found = from_number(tokens, Number(index - 1, index, 15, -1, words=True))
        return found._replace(stop=index + 4, end=tokens.ends[index + 3])
    return from_number(tokens, Number(index - 1, index, 1, 0, words=True))


SINGLES = wordset("year month week day decade century fortnight hour minute")
