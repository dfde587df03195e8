"""The word "one", mostly a pronoun, and "a year", mostly a rate: when they are amounts."""

from __future__ import annotations

from verifier.figures.hedges import hedge_before
from verifier.figures.lexicon import wordset
from verifier.figures.model import DatePoint, Kind
from verifier.figures.nouns import STOPS
from verifier.figures.numerals import Number
from verifier.figures.parts import part_of_number
from verifier.figures.quantities import from_number
from verifier.figures.reading import Read, Reading, dated, skip
from verifier.figures.relative import ago, new_year
from verifier.figures.tokens import DASHES, SPACE, Tokens
from verifier.figures.words import ARTICLES, SMALL, read_words

_PRONOUN_BEFORE = wordset("no any some every this that each which the another such many everyone")
_COUNTED_BY_ONE = wordset(
    "person man woman child boy girl soldier officer policeman civilian passenger vote seat goal "
    "point death killed dead injured wounded month week year"
)
_PREPOSITIONS = wordset("about over under around above below near towards beyond")
"""Hedges of greater numbers; before "one" they are plain prepositions: "under one manager"."""

_ONLY = wordset("just only exactly precisely already")
_BE = wordset("is was be been remains remained isn")
_HAVE = wordset("has have had scored conceded contains includes needs needed released produced")
_NO_NOUN = wordset(
    "thing things another big less such left who eye hand foot day night time way point stage which step "
    "or else minute second knows can won t s of look word place"
)
"""What makes no count after "one": idioms ("one thing in common", "one step ahead") and pronouns' company."""

_LIKE_ADVERBS = wordset("family reply ally assembly supply rally bully fly bed shed seed breed feed")
"""Nouns that end as adverbs and participles do."""

_MARGINS = wordset("point goal vote seat run shot stroke")
_SOMETIME = wordset("day time night minute second")
_RATE_BEFORE = wordset(
    "for in within after than nearly almost about over around least under by of takes took lasted "
    "lasts spent spend just only every half"
)  # fmt: skip
_NEVER_RATES = frozenset(("decade", "fortnight"))
_DAILY = wordset("than once half times twice")
_AFTER_DAY = wordset("before after earlier later of ago left each")
_VICTIM = wordset("killed dead injured wounded")
_LATER = frozenset(("earlier", "ago", "later", "before"))


def read_one(tokens: Tokens, index: int) -> Read:
    """The number one, with a scale, a unit, a hedge or a share; else it is a pronoun, kept out."""
    number = read_words(tokens, index)
    if number is None:
        return None
    if number.stop > index + 1:
        return from_number(tokens, number)
    part = part_of_number(tokens, number)
    if part is not None:
        return part
    found = from_number(tokens, number)
    if found.kind is not Kind.COUNT or found.stop > index + 1:
        return skip(tokens, index, index + 1, "idiom") if _is_sometime(tokens, index) else found
    return _count_of_one(tokens, index, found)


def _is_pronoun(tokens: Tokens, index: int) -> bool:
    return tokens.words[index - 1] in _PRONOUN_BEFORE and tokens.gaps[index] in SPACE


def _is_sometime(tokens: Tokens, index: int) -> bool:
    """Whether "one day", "this one week" and the like measure nothing; "one day before the talks" does."""
    if _is_pronoun(tokens, index):
        return True
    vague = tokens.words[index + 1] in _SOMETIME and tokens.gaps[index + 1] in SPACE
    return vague and hedge_before(tokens, index) is None and tokens.words[index + 2] not in _AFTER_DAY


def _count_of_one(tokens: Tokens, index: int, found: Reading) -> Read:
    """The bare word: a count of one, an idiom, or a pronoun."""
    words = tokens.words
    after, gap = words[index + 1], tokens.gaps[index + 1]
    if after == "of" and gap in SPACE:
        whole = words[index + 3] in SMALL or words[index + 3][:1].isdecimal()
        return found if words[index + 2] == "the" and whole else skip(tokens, index, index + 1, "idiom")
    if words[index - 1] == "at" and after in ("point", "time", "stage"):
        return skip(tokens, index, index + 1, "idiom")
    if gap in DASHES:
        return found if after in _MARGINS else skip(tokens, index, index + 2, "part-of-word")
    if not _is_pronoun(tokens, index):
        if after in _COUNTED_BY_ONE and gap in SPACE:
            return found._replace(unit="people" if after in _VICTIM else after)
        if hedge_before(tokens, index) is not None and words[index - 1] not in _PREPOSITIONS:
            return found
        if _is_noun(tokens, index + 1) and _is_counted(tokens, index):
            return found if found.unit else found._replace(unit=_bare_noun(tokens, index + 1))
    return skip(tokens, index, index + 1, "pronoun")


def _is_noun(tokens: Tokens, at: int) -> bool:
    """Whether a noun phrase can begin at a token: no pronoun's verb or adverb, no idiom."""
    word = tokens.words[at]
    return (
        tokens.gaps[at] in SPACE
        and word.isalpha()
        and word not in STOPS
        and word not in _NO_NOUN
        and (word in _LIKE_ADVERBS or not word.endswith(("ly", "ed")))
    )


def _is_counted(tokens: Tokens, index: int) -> bool:
    """Whether the words around "one" and its noun say that things are counted."""
    words = tokens.words
    before, gap = words[index - 1], tokens.gaps[index]
    if gap in SPACE and index:
        if before in _ONLY:
            return words[index - 2] not in ("the", "not") and not (
                before == "only" and words[index - 2] == "if"
            )
        if before in _BE and "there" in words[max(0, index - 3) : index - 1]:
            return True
        if before in _HAVE or before == "during":
            return True
    return _contrasts(tokens, index)


def _contrasts(tokens: Tokens, index: int) -> bool:
    """Whether another number follows, or the noun is said to be left: "one goal and two assists"."""
    words, gaps = tokens.words, tokens.gaps
    for at in range(index + 2, index + 5):
        if gaps[at] not in SPACE and gaps[at] != ", ":
            return False
        if words[at] in ("remains", "remained"):
            return True
        if words[at] == "and" and SMALL.get(words[at + 1], 0) > 1:
            return gaps[at + 1] in SPACE
    return False


def _bare_noun(tokens: Tokens, at: int) -> str | None:
    """The word at a token where it is the whole noun phrase: what follows is no noun."""
    after = tokens.words[at + 1]
    ends = tokens.gaps[at + 1] not in SPACE or after in STOPS or after == "remains"
    return tokens.words[at] if ends else None


def read_single(tokens: Tokens, index: int) -> Read:
    """A unit of time after "a": "a decade", "for a year", "a year earlier"; not "£20,000 a year"."""
    before = tokens.words[index - 1]
    if before == "past" and tokens.words[index - 2] in ("the", "this") and tokens.words[index] != "day":
        return from_number(tokens, Number(index, index, 1, 0, words=True))
    if before == "new":
        return new_year(tokens, index) if tokens.words[index] == "year" else None
    if before not in ARTICLES or tokens.gaps[index] not in SPACE or index < 1:
        return None
    if tokens.words[index + 1] in _LATER and tokens.gaps[index + 1] in SPACE:
        point = ago(tokens, tokens.words[index], 1) if tokens.words[index + 1] == "ago" else DatePoint()
        return dated(tokens, index - 1, index + 2, point, Kind.RELATIVE_DATE)._replace(may_hedge=True)
    return _one_unit(tokens, index)


def _one_unit(tokens: Tokens, index: int) -> Read:
    """One unit, or one and a half, where the words before it make it an amount rather than a rate."""
    words = tokens.words
    before = words[index - 2] if tokens.gaps[index - 1] in SPACE else ""
    if words[index + 1 : index + 4] == ["and", "a", "half"]:
        found = from_number(tokens, Number(index - 1, index, 15, -1, words=True))
        return found._replace(stop=index + 4, end=tokens.ends[index + 3])
    if words[index] == "day" and before in _DAILY:
        return None
    long = tokens.gaps[index + 1] == "-" and words[index + 1] == "long"
    if before in _RATE_BEFORE or words[index] in _NEVER_RATES or long:
        return from_number(tokens, Number(index - 1, index, 1, 0, words=True))
    return None


SINGLES = wordset("year month week day decade century fortnight hour minute")
