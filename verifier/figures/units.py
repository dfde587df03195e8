"""Units of measure and of duration: every spelling → one singular name that `pint` knows.

Names and factors follow the SI brochure and common news usage; "ton" stays apart from "tonne" because
the draft does not say which of three tons it means.
"""

from __future__ import annotations

from verifier.figures.lexicon import spellings
from verifier.figures.tokens import JOINED, SPACE, Tokens

DURATIONS = spellings(
    """
    year: year years yr yrs yearlong
    month: month months mths
    week: week weeks wk wks
    day: day days
    fortnight: fortnight fortnights
    hour: hour hours hr hrs
    minute: minute minutes min mins
    second: second seconds sec secs
    decade: decade decades
    century: century centuries
    quarter: quarter quarters
    millisecond: millisecond milliseconds
    microsecond: microseconds
    nanosecond: nanoseconds
    millennium: millennia millennium
    weekend: weekend weekends
    """
)

MEASURES = spellings(
    """
    mile: mile miles
    km: km kms kilometre kilometres kilometer kilometers
    metre: metre metres meter meters
    foot: feet foot ft
    inch: inch inches
    yard: yard yards yd yds
    cm: cm centimetre centimetres centimeter centimeters
    mm: mm millimetre millimetres millimeter millimeters
    nanometre: nm nanometre nanometres nanometers
    micron: micron microns
    furlong: furlong furlongs
    acre: acre acres
    hectare: hectare hectares ha
    square metre: sqm
    square foot: sqft
    tonne: tonne tonnes
    ton: ton tons
    megaton: megatons
    kiloton: kilotons
    kg: kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes
    gram: gram grams grammes
    milligram: mg milligrams milligrammes
    microgram: microgram micrograms
    pound: lb lbs pound pounds
    ounce: ounce ounces oz
    stone: stone
    carat: carat carats
    litre: litre litres liter liters
    millilitre: ml millilitres milliliters
    gallon: gallon gallons
    pint: pint pints
    barrel: barrel barrels
    barrel/day: bpd
    bushel: bushel bushels
    teaspoon: teaspoons
    tablespoon: tablespoons
    mile/hour: mph
    km/hour: kph kmh
    knot: knot knots
    degree: degree degrees
    °C: celsius centigrade
    °F: fahrenheit
    watt: watt watts
    kilowatt: kilowatt kilowatts kw
    megawatt: megawatt megawatts mw
    gigawatt: gigawatt gigawatts gw
    kilowatt_hour: kwh
    megawatt_hour: mwh
    gigawatt_hour: gwh
    terawatt_hour: twh
    volt: volt volts
    ampere: amp amps
    joule: joules
    horsepower: hp horsepower bhp
    calorie: calories
    kilocalorie: kcal
    decibel: decibel decibels db
    hertz: hz hertz
    kilohertz: khz kilohertz
    megahertz: mhz megahertz
    gigahertz: ghz gigahertz
    kilobyte: kb kilobytes
    megabyte: mb megabyte megabytes
    gigabyte: gb gigabyte gigabytes
    terabyte: tb terabyte terabytes
    byte: byte bytes
    petabyte: petabytes
    exabyte: exabytes
    bit: bits bit
    kilobit: kilobits kilobit
    kilobit/second: kbps
    megabit/second: mbps
    gigabit/second: gbps
    megabit: megabit megabits
    gigabit: gigabit gigabits
    teraflop: teraflops
    megapixel: megapixel megapixels
    gigapixel: gigapixel gigapixels
    pixel: pixels
    revolution/minute: rpm
    tesla: tesla
    parsec: parsecs
    """
)
_GLUED = {
    "h": "hour", "g": "gram", "l": "litre", "w": "watt", "v": "volt", "y": "year",
    "gig": "gigabyte", "meg": "megabyte", "in": "inch",
}  # fmt: skip
"""One letter or two, only against the numeral: "2h", "500g", "42in"."""

_POWERS = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
_SCALES_OF_HEAT = {"c": "°C", "celsius": "°C", "centigrade": "°C", "f": "°F", "fahrenheit": "°F"}
_PER = frozenset(("per", "an", "a"))
_RATES = {
    ("mile", "hour"): "mile/hour", ("km", "hour"): "km/hour", ("km", "h"): "km/hour",
    ("metre", "second"): "metre/second", ("barrel", "day"): "barrel/day",
    ("megabit", "second"): "megabit/second", ("kilobit", "second"): "kilobit/second",
    ("gigabit", "second"): "gigabit/second", ("foot", "second"): "foot/second",
    ("bit", "second"): "bit/second",
}  # fmt: skip

UnitRead = tuple[int, str, bool]
"""The token after the unit, its name, and whether it is a duration."""


def read_unit(tokens: Tokens, at: int) -> UnitRead | None:
    """The unit that begins at a token, right after a number; None if there is none."""
    word, gap = tokens.words[at], tokens.gaps[at]
    if gap not in JOINED and gap:
        return None
    if word in DURATIONS:
        return at + 1, DURATIONS[word], True
    if word in MEASURES:
        return _rate(tokens, at + 1, MEASURES[word])
    if not gap:
        return _glued(tokens, at)
    if word in _POWERS:
        return _power(tokens, at)
    if word == "nautical" and tokens.words[at + 1] in ("mile", "miles"):
        return at + 2, "nautical mile", False
    return _heat(tokens, at) if word in ("°", "light") else None


def _glued(tokens: Tokens, at: int) -> UnitRead | None:
    """One letter against the numeral; "3G" is a name."""
    word = tokens.words[at]
    if word == "°":
        return _heat(tokens, at)
    if word in ("c", "f") and tokens.capital(at):
        return (at + 1, _SCALES_OF_HEAT[word], False) if _in_both_scales(tokens, at) else None
    if word not in _GLUED or (word == "g" and (tokens.capital(at) or len(tokens.words[at - 1]) == 1)):
        return None
    return at + 1, _GLUED[word], word in ("h", "y")


def _in_both_scales(tokens: Tokens, at: int) -> bool:
    """Whether the letter after a number is a scale of heat, the other one being beside it: "33C (91F)"."""
    other = {"c": "f", "f": "c"}[tokens.words[at]]
    for number, letter in ((at + 1, at + 2), (at - 3, at - 2)):
        if tokens.words[letter] == other and tokens.words[number][:1].isdecimal() and tokens.capital(letter):
            return not tokens.gaps[letter].strip() and len(tokens.gaps[max(number, at - 1)]) <= len(" (-")
    return False


def _rate(tokens: Tokens, stop: int, unit: str) -> UnitRead:
    """A rate that news copy uses as one unit, where it follows: "miles an hour", "km/h"."""
    words, gaps = tokens.words, tokens.gaps
    if unit == "degree":
        heat = _SCALES_OF_HEAT.get(words[stop])
        return (
            (stop + 1, heat, False)
            if heat and gaps[stop] in SPACE and tokens.capital(stop)
            else (stop, unit, False)
        )
    if gaps[stop] == "/":
        rate = _RATES.get((unit, DURATIONS.get(words[stop], words[stop])))
        return (stop + 1, rate, False) if rate else (stop, unit, False)
    if words[stop] in _PER and gaps[stop] in JOINED:
        rate = _RATES.get((unit, DURATIONS.get(words[stop + 1], "")))
        if rate:
            return stop + 2, rate, False
    return stop, unit, False


def _power(tokens: Tokens, at: int) -> UnitRead | None:
    unit = MEASURES.get(tokens.words[at + 1])
    if unit is None or tokens.gaps[at + 1] not in (" ", "-", "\n", ". "):
        return None
    return at + 2, f"{_POWERS[tokens.words[at]]} {unit}", False


def _heat(tokens: Tokens, at: int) -> UnitRead | None:
    """A degree sign with its scale ("°C"), or a light year."""
    if tokens.words[at] == "light":
        return (at + 2, "light_year", False) if tokens.words[at + 1] in ("years", "year") else None
    heat = _SCALES_OF_HEAT.get(tokens.words[at + 1])
    if heat and len(tokens.gaps[at + 1]) <= 1:
        return at + 2, heat, False
    return at + 1, "degree", False
