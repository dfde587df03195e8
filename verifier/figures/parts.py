"""Shares and factors in words: "half", "two-thirds", "one in five", "doubled", "three times", "1:1"."""

from __future__ import annotations

from fractions import Fraction

from verifier.figures.amounts import read_number, with_unit
from verifier.figures.lexicon import wordset
from verifier.figures.model import Exact, Hedge, Interval, Kind
from verifier.figures.nouns import STOPS
from verifier.figures.numerals import Number
from verifier.figures.quantities import from_number
from verifier.figures.reading import Read, Reading, skip
from verifier.figures.rounding import fraction, multiple, printed
from verifier.figures.tokens import DIGITS, JOINED, SPACE, Tokens
from verifier.figures.units import DURATIONS, MEASURES
from verifier.figures.words import ARTICLES, DOZEN, SCALES

_DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
    "thousandth": 1000, "twentieth": 20, "twelfth": 12,
}  # fmt: skip
SINGULAR_PARTS = frozenset(name for name in _DENOMINATORS if not name.endswith("s") and name != "half")

FACTORS = {
    "doubled": (2, 1), "doubling": (2, 1), "double": (2, 1), "tripled": (3, 1), "triple": (3, 1),
    "tripling": (3, 1), "triples": (3, 1), "trebled": (3, 1), "treble": (3, 1), "trebling": (3, 1),
    "trebles": (3, 1), "quadruples": (4, 1), "doubles": (2, 1),
    "quadrupled": (4, 1), "quadruple": (4, 1), "quadrupling": (4, 1), "quintupled": (5, 1), "halved": (1, 2),
    "halving": (1, 2), "halve": (1, 2), "twofold": (2, 1), "threefold": (3, 1), "fourfold": (4, 1),
    "fivefold": (5, 1), "sixfold": (6, 1), "sevenfold": (7, 1), "eightfold": (8, 1), "tenfold": (10, 1),
    "hundredfold": (100, 1),
}  # fmt: skip
_ADJECTIVES = frozenset(("double", "triple", "treble", "quadruple"))
# "Doubles" is a verb between these; elsewhere it is tennis, or plays another part.
_TAKES_DOUBLES = wordset("the its their his her that this to every")
_PLAYS_DOUBLES = wordset(
    "the mixed men's women's men’s women’s ladies in of a an and or won play plays played playing their "
    "his her my for at no singles match with to best former"
)
_TAKES_FACTOR = wordset("the that its their his her what this in to from by last as our your")
_GIVES_FACTOR = wordset(
    "to will would could may might can nearly almost than should about roughly least by did"
)
_COMPARED = wordset(
    "as more the higher larger greater bigger that its what faster less their his longer stronger "
    "better lower smaller normal worse cheaper likely annual average this than"
)
_AS = wordset(
    "many much likely long high big large fast great strong good far often expensive few heavy quickly wide "
    "old tall deep bad well hard small"
)
_OTHER_HALVES = wordset("first second each opening latter the other closing final early")
_TAKES_HALF = wordset("of the its their a an his her my our your that this these those as what all")
_GIVES_HALF = wordset("by in than about nearly almost least over")
_GIVES_PART = wordset(
    "than by about nearly almost around roughly over just to least some under only and up with between"
)
"""Words after which "a third" is a share even without "of"."""
_COMPARATIVES = wordset(
    "more less higher lower fewer smaller bigger larger cheaper dearer faster slower longer shorter"
)
_CHANGES = wordset(
    "rise fall increase drop cut decline growth reduction jump gain decrease surge slump saving discount"
)
"""Words before "of a third" that make it a share."""

_SHARED_NOUNS = frozenset(("of", "stake", "share"))
_THREE = 3
_MOST_DENOMINATOR = 10**6


def is_fall(quote: str) -> bool:
    """Whether a factor is a verb that says how far something falls: "halved"."""
    up, down = FACTORS.get(quote.casefold(), (1, 1))
    return up < down


def _part(tokens: Tokens, first: int, stop: int, value: Exact) -> Reading:
    """A share; "of a percentage point" makes it an amount of that."""
    after = tokens.words[stop : stop + 4]
    of = 2 if after[:2] in (["of", "a"], ["of", "one"]) else 1 if after[0] in ARTICLES else 0
    if of and (after[of] in ("percentage", "percent", "per", "point")):
        places = 3 if value.denominator == _THREE else 2
        found = with_unit(tokens, Number(first, stop + of, int(value * 10**places), -places, words=True))
        if found.unit is not None:
            readings = printed(found.mantissa, found.exponent, measured=True)
            return Reading(
                first, found.stop, found.start, found.end, found.kind, readings, found.unit, may_hedge=True
            )
    start, end = tokens.starts[first], tokens.ends[stop - 1]
    return Reading(first, stop, start, end, Kind.FRACTION, fraction(value), may_hedge=True)


def _factor(tokens: Tokens, first: int, stop: int, value: Exact) -> Reading:
    start, end = tokens.starts[first], tokens.ends[stop - 1]
    return Reading(first, stop, start, end, Kind.MULTIPLE, multiple(value), may_hedge=True)


def part_of_number(tokens: Tokens, number: Number) -> Reading | None:
    """A share, factor or ratio that begins with a number: "two-thirds", "nine out of 10", "three times"."""
    at = number.stop
    word, gap = tokens.words[at], tokens.gaps[at]
    if number.exponent or number.mantissa <= 0:
        return _times(tokens, number) if word in ("times", "fold", "x") and gap in ("", " ", "-") else None
    if gap in JOINED:
        if word in _DENOMINATORS and _names_part(tokens, number, at):
            value = Fraction(number.mantissa, _DENOMINATORS[word])
            return _part(tokens, number.first, at + 1, value) if value < 1 else None
        if word == "in" or (word == "of" and tokens.words[at + 1] == "every"):
            return _out_of(tokens, number, at + 1)
        if word == "out" and tokens.words[at + 1] == "of":
            return _out_of(tokens, number, at + 2)
        if (
            word == "to"
            and tokens.words[at + 1] in ("one", "1")
            and number.mantissa > 1
            and tokens.gaps[at + 2] != " per"
        ):
            return _to_one(tokens, number, at + 1)
    if word in ("times", "fold", "x"):
        return _times(tokens, number)
    return _ratio(tokens, number) or _slashed(tokens, number)


def _slashed(tokens: Tokens, number: Number) -> Reading | None:
    """A share or the odds, with a stroke: "1/3", "5/1"."""
    at = number.stop
    second = tokens.words[at]
    if tokens.gaps[at] != "/" or not second.isdecimal() or len(second) > 3 or not int(second):  # noqa: PLR2004
        return None
    if tokens.gaps[at + 1][:1] == "/" or number.mantissa > 1000:  # noqa: PLR2004
        return None
    value = Fraction(number.mantissa, int(second))
    if value < 1 and "odds" not in tokens.words[max(0, number.first - 8) : number.first]:
        return _part(tokens, number.first, at + 1, value)
    start, end = tokens.starts[number.first], tokens.ends[at]
    return Reading(number.first, at + 1, start, end, Kind.RATIO, multiple(value), may_hedge=True)


def _names_part(tokens: Tokens, number: Number, at: int) -> bool:
    """Whether the ordinal is a denominator: "one third", "two quarters" of a year are time."""
    word = tokens.words[at]
    if word.endswith("s"):
        return (
            word != "quarters"
            or tokens.gaps[at] == "-"
            or tokens.words[at + 1] == "of"
            or number.mantissa == _THREE
        )
    return (number.mantissa == 1 and number.words) or (word == "quarter" and tokens.gaps[at] == "-")


def _out_of(tokens: Tokens, number: Number, at: int) -> Reading | None:
    """Read "two in five", "nine out of 10", "one in every 20", "seven of every ten"."""
    if tokens.gaps[at] not in JOINED:
        return None
    if tokens.words[at] == "every":
        at += 1
    second = read_number(tokens, at)
    if second is None or second.exponent < 0 or tokens.gaps[second.stop] == "-":
        return None
    whole = second.mantissa * 10**second.exponent if second.exponent < 10 else _MOST_DENOMINATOR + 1  # noqa: PLR2004
    if not number.mantissa < whole <= _MOST_DENOMINATOR or tokens.words[second.stop] in DURATIONS:
        return None
    if tokens.words[at - 1] == "in" and whole > 1000 and len(tokens.words[at]) == 4:  # noqa: PLR2004
        return None  # "two in 2004"
    return _part(tokens, number.first, second.stop, Fraction(number.mantissa, whole))


def _to_one(tokens: Tokens, number: Number, at: int) -> Reading:
    start, end = tokens.starts[number.first], tokens.ends[at]
    return Reading(number.first, at + 1, start, end, Kind.RATIO, multiple(number.mantissa), may_hedge=True)


def _ratio(tokens: Tokens, number: Number) -> Reading | None:
    """Read "1:1", "3:2": two numbers with a colon that are no time of day."""
    at = number.stop
    second = tokens.words[at]
    if tokens.gaps[at] != ":" or not second.isdecimal() or len(second) > 1 or second == "0":
        return None
    if (
        tokens.gaps[at + 1][:1] in (":", ".")
        and tokens.words[at + 1][:1] in DIGITS
        and tokens.gaps[at + 1] != ". "
    ):
        return None
    if (
        tokens.capital(number.first - 1)
        and tokens.gaps[number.first] == " "
        and not tokens.opens(number.first - 1)
    ):
        return None  # chapter and verse
    start, end = tokens.starts[number.first], tokens.ends[at]
    value = Fraction(number.mantissa, int(second))
    return Reading(number.first, at + 1, start, end, Kind.RATIO, multiple(value), may_hedge=True)


def _times(tokens: Tokens, number: Number) -> Reading | None:
    """Read "three times as many" as a factor; "won three times" counts times."""
    at = number.stop
    word, gap = tokens.words[at], tokens.gaps[at]
    if number.exponent < -2 or number.exponent > 9:  # noqa: PLR2004
        return None
    value = Fraction(number.mantissa) * Fraction(10) ** number.exponent
    if word == "fold" and gap in ("-", ""):
        return _factor(tokens, number.first, at + 1, value)
    if word == "x" and gap == "" and tokens.words[at + 1][:1] not in DIGITS and tokens.gaps[at + 1] != "":
        return _factor(tokens, number.first, at + 1, value)
    if word == "times" and gap in SPACE and _compares(tokens, at + 1):
        return _factor(tokens, number.first, at + 1, value)
    return None


def _compares(tokens: Tokens, at: int) -> bool:
    """Whether a comparison follows: "(three times) as many", "more than"; not "as" for while."""
    if tokens.gaps[at] not in SPACE:
        return False
    return tokens.words[at] in _COMPARED and (tokens.words[at] != "as" or tokens.words[at + 1] in _AS)


def _again(tokens: Tokens, at: int) -> bool:
    """Whether a part comes on top of the whole: "half as much again"."""
    words, gaps = tokens.words[at : at + 3], tokens.gaps[at : at + 3]
    return (
        words[:1] == ["as"] and words[1] in _AS and words[2] == "again" and all(gap in SPACE for gap in gaps)
    )


def read_half(tokens: Tokens, index: int) -> Read:
    """What begins with "half": a share, half a million, half an hour; not a half of a match."""
    before, after, gap = tokens.words[index - 1], tokens.words[index + 1], tokens.gaps[index + 1]
    if (before in _OTHER_HALVES and tokens.gaps[index] in JOINED) or tokens.gaps[index] == "-":
        return None
    amount = _half_of_unit(tokens, index)
    if amount is not None:
        return amount
    if gap == "-" or after == "time":
        return skip(tokens, index, index + 2, "part-of-word")
    if _again(tokens, index + 1):
        return _factor(tokens, index, index + 4, Fraction(3, 2))
    if after in _TAKES_HALF or gap not in SPACE or before in _GIVES_HALF:
        return _part(tokens, index, index + 1, Fraction(1, 2))
    return skip(tokens, index, index + 1, "part-of-word")


def _half_of_unit(tokens: Tokens, index: int) -> Reading | None:
    """Half of a scale, a dozen or a unit: "half a million", "half-dozen", "half an hour", "half-mile".

    Also "a half point rise": half of a percentage point.
    """
    after, gap = tokens.words[index + 1], tokens.gaps[index + 1]
    if gap not in JOINED:
        return None
    if after == "point":
        return _points_of(tokens, index, 50)
    at = index + 2 if after in ARTICLES else index + 1
    unit = tokens.words[at]
    if unit == "dozen":
        return from_number(tokens, Number(index, at + 1, DOZEN // 2, 0, words=True))
    if unit in SCALES:
        power = SCALES[unit]
        return from_number(tokens, Number(index, at + 1, 5, power - 1, power, words=True))
    if unit in DURATIONS or unit in MEASURES:
        return from_number(tokens, Number(index, at, 5, -1, words=True))
    return None


def read_part(tokens: Tokens, index: int) -> Reading | None:
    """Read "a third", "a quarter", "a tenth": a share, unless it counts or ranks ("a third man")."""
    word = tokens.words[index]
    if tokens.words[index - 1] not in ARTICLES or tokens.gaps[index] not in SPACE:
        return None
    after, gap = tokens.words[index + 1], tokens.gaps[index + 1]
    if word == "quarter" and after == "of" and tokens.words[index + 2] in ARTICLES:
        return _quarter_of(tokens, index)
    if _again(tokens, index + 1):
        return _factor(tokens, index - 1, index + 4, 1 + Fraction(1, _DENOMINATORS[word]))
    before = tokens.words[index - 2]
    compares = after in _COMPARATIVES and tokens.words[index + 2] == "than"
    if gap == " " and after not in STOPS and after not in _SHARED_NOUNS and after != "more" and not compares:
        return None
    change = before == "of" and tokens.words[index - 3] in _CHANGES
    if after not in _SHARED_NOUNS and before not in _GIVES_PART and not compares and not change:
        return None
    return _part(tokens, index - 1, index + 1, Fraction(1, _DENOMINATORS[word]))


def read_quarter(tokens: Tokens, index: int) -> Read:
    """A quarter: "a quarter of", "a quarter-century", "quarter percentage point"; no quarter-final."""
    after, gap = tokens.words[index + 1], tokens.gaps[index + 1]
    if gap in JOINED and after in ("century", "hour", "mile", "percentage", "point"):
        if after == "point":
            return _points_of(tokens, index, 25)
        return from_number(tokens, Number(index, index + 1, 25, -2, words=True))
    return read_part(tokens, index)


def _points_of(tokens: Tokens, index: int, hundredths: int) -> Reading:
    """A part of a percentage point, in two words: "quarter point"."""
    start, end = tokens.starts[index], tokens.ends[index + 1]
    readings = printed(hundredths, -2, measured=True)
    return Reading(index, index + 2, start, end, Kind.POINTS, readings, "pp", may_hedge=True)


def _quarter_of(tokens: Tokens, index: int) -> Reading:
    unit = tokens.words[index + 3]
    if unit in SCALES:
        power = SCALES[unit]
        return from_number(tokens, Number(index - 1, index + 4, 25, power - 2, power, words=True))
    if unit in ("hour", "century", "mile"):
        return from_number(tokens, Number(index - 1, index + 3, 25, -2, words=True))
    return _part(tokens, index - 1, index + 1, Fraction(1, 4))


def read_factor(tokens: Tokens, index: int) -> Read:
    """Read "doubled", "triple", "fourfold"; not "double gold" or "double-decker"."""
    word = tokens.words[index]
    up, down = FACTORS[word]
    if tokens.words[index + 1] in ("down", "digit", "digits", "figures", "standard", "standards"):
        return skip(tokens, index, index + 2, "idiom")
    if word == "doubles":
        takes = tokens.words[index + 1] in _TAKES_DOUBLES or tokens.capital(index + 1)
        if (
            not takes
            or tokens.gaps[index + 1] not in SPACE
            or tokens.capital(index)
            or tokens.words[index - 1] in _PLAYS_DOUBLES
        ):
            return None
    if word in _ADJECTIVES:
        after, gap = tokens.words[index + 1], tokens.gaps[index + 1]
        named = tokens.capital(index) and not tokens.opens(index) and after not in ("that", "those")
        if gap == "-" or named:
            return None
        if not (after in _TAKES_FACTOR and gap in SPACE) and tokens.words[index - 1] not in _GIVES_FACTOR:
            return None
    return _factor(tokens, index, index + 1, Fraction(up, down) if down > 1 else up)


def read_twice(tokens: Tokens, index: int) -> Read:
    """Read "twice as many" as a factor; "won twice" counts times."""
    value = 2 if tokens.words[index] == "twice" else 3
    if _compares(tokens, index + 1):
        return _factor(tokens, index, index + 1, value)
    count = Interval.exactly(value)
    start, end = tokens.starts[index], tokens.ends[index]
    return Reading(index, index + 1, start, end, Kind.COUNT, (count, count), "times", may_hedge=True)


def read_majority(tokens: Tokens, index: int) -> Read:
    """Read "a majority of": more than half."""
    if tokens.words[index - 1] != "a" or tokens.words[index + 1] != "of":
        return None
    share = Interval(Fraction(1, 2), 1)
    start, end = tokens.starts[index], tokens.ends[index]
    return Reading(index, index + 1, start, end, Kind.FRACTION, (share, share), None, Hedge.VAGUE)
