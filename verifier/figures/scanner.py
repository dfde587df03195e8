"""The scan: one pass over the tokens, a reader at each trigger word, figures in the order of the draft."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from typing import TYPE_CHECKING

from verifier.draft import Draft, Span
from verifier.figures.ages import (
    DECADES_OF_LIFE,
    age_group,
    age_in_commas,
    age_of_life,
    birthday,
    decade_of_life,
    older,
    read_aged,
)
from verifier.figures.amounts import read_number
from verifier.figures.calendar_names import MONTHS, ORDINAL_ENDINGS, SEASONS, WEEKDAYS, year_of
from verifier.figures.clock import CLOCK_WORDS, clock_word, minutes_past, named_time, read_time
from verifier.figures.dateline import day_of_writing
from verifier.figures.dates import day_date, month_date, numeric_date, season_date, year_date
from verifier.figures.groups import GROUPS, read_both, read_group
from verifier.figures.hedges import hedge_after, hedge_before
from verifier.figures.lexicon import wordlist
from verifier.figures.model import DatePoint, Figure, Hedge, KeptOut, Kind, Scan
from verifier.figures.money import sign_before
from verifier.figures.names import (
    Zone,
    code,
    ends_name,
    glued_to_word,
    idiom,
    is_list_number,
    named_number,
    repeated_title,
    telephone,
    zones,
)
from verifier.figures.numerals import LONGEST, Number, is_mixed
from verifier.figures.ones import SINGLES, read_one, read_single
from verifier.figures.ordinals import ORDINALS, last_months, ordinal, read_number_word, read_ordinal
from verifier.figures.parts import (
    FACTORS,
    is_fall,
    part_of_number,
    read_factor,
    read_half,
    read_majority,
    read_quarter,
    read_twice,
)
from verifier.figures.quantities import from_number
from verifier.figures.reading import Read, Reading, dated, skip
from verifier.figures.relative import month_of_year, near_day, weekday, which_period
from verifier.figures.rounding import hedged, hedged_fall
from verifier.figures.scores import dashed, to_score
from verifier.figures.tokens import DASHES, DIGITS, JOINED, Tokens, tokenise
from verifier.figures.vague import PERIODS, PLURALS, SMALL_WORDS, read_periods, read_plural, read_small
from verifier.figures.words import ARTICLES, DOZEN, HUNDRED, SCALES, SMALL, read_words
from verifier.house import USUAL, House

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[Tokens, int], Read]


def scan(draft: Draft | str, today: dt.date | None = None, house: House = USUAL) -> Scan:
    """Find every figure in a draft.

    Args:
        draft: the draft, or its text.
        today: the day of writing, to resolve "on Sunday" and "last year"; without it, a dateline at
            the top of the draft is used.
        house: whose dollar a bare "$" is, and which way round 03/04/2005 is.
    """
    text = draft if isinstance(draft, str) else draft.text
    tokens = tokenise(text, today or day_of_writing(text), house)
    shut = zones(text)
    figures: list[Figure] = []
    kept = [KeptOut(Span(zone.start, zone.end, text[zone.start : zone.end]), zone.reason) for zone in shut]
    stop = last_end = 0
    # Numerals and signs sort before ":", and letters after it: a cheap sieve for the few words that matter.
    for index in [place for place, word in enumerate(tokens.words) if word < ":" or word in READERS]:
        word = tokens.words[index]
        reader = READERS.get(word) or (read_digits if word[:1] in DIGITS and word else None)
        if reader is None or index < stop or (shut and _within(shut, tokens.starts[index])):
            continue
        found = reader(tokens, index)
        if found is None or found.end <= last_end:
            continue
        if found.start < last_end:  # what stands before the number belongs to the figure before it
            found = found._replace(start=max(last_end, tokens.starts[index]))
        stop, last_end = found.stop, found.end
        if isinstance(found, Reading):
            figures.append(_figure(tokens, found, len(figures) + 1))
        else:
            kept.append(KeptOut(Span(found.start, found.end, text[found.start : found.end]), found.reason))
    return Scan(tuple(figures), tuple(sorted(kept, key=lambda out: out.span.start)))


def _within(shut: list[Zone], offset: int) -> bool:
    """Whether the offset lies in one of the zones."""
    at = bisect_right(shut, offset, key=lambda zone: zone.start) - 1
    return at >= 0 and offset < shut[at].end


def _figure(tokens: Tokens, found: Reading, number: int) -> Figure:
    text = tokens.text
    hedge, at, readings, printed = found.hedge, found.hedge_at, found.readings, None
    if found.may_hedge:
        seen = hedge_before(tokens, found.first) or hedge_after(tokens, found.stop)
        if seen is not None:
            at = tokens.starts[seen[1]], tokens.ends[seen[2] - 1]
            if hedge is Hedge.EXACT:
                hedge = seen[0]
            quote = text[found.start : found.end]
            printed, readings = (
                readings,
                (hedged_fall if is_fall(quote) else hedged)(seen[0], readings, quote),
            )
    return Figure(
        f"F{number}",
        Span(found.start, found.end, text[found.start : found.end]),
        found.kind,
        readings[0],
        readings[1],
        found.unit,
        hedge,
        None if at is None else Span(at[0], at[1], text[at[0] : at[1]]),
        found.date,
        printed,
    )


def read_digits(tokens: Tokens, index: int) -> Read:
    """What begins with a numeral."""
    return _before_amount(tokens, index) or _with_ending(tokens, index) or _amount(tokens, index)


def _with_ending(tokens: Tokens, index: int) -> Read:
    """A numeral with letters for an ending: an ordinal ("18th") or a decade ("1990s", "in his 30s")."""
    ending, gap = tokens.words[index + 1], tokens.gaps[index + 1]
    if ending in ORDINAL_ENDINGS and not gap:
        return _numbered(tokens, index)
    if ending == "s" and gap in ("", "'", "’"):
        return decade_of_life(tokens, index) or _decade(tokens, index)
    return None


def _amount(tokens: Tokens, index: int) -> Read:
    """A numeral as an amount, a share, or what a bare numeral may be."""
    number = read_number(tokens, index)
    if number is None:
        return skip(tokens, index, index + 1, "code")
    part = minutes_past(tokens, number) or part_of_number(tokens, number)
    if part is not None:
        return part
    amount = from_number(tokens, number)
    if amount.kind is not Kind.COUNT or amount.hedge is Hedge.BETWEEN or amount.stop > index + 1:
        return amount
    return _plain(tokens, index, amount)


def _before_amount(tokens: Tokens, index: int) -> Read:
    """What a numeral may be before it is read as an amount: a code, a date, a time, a score."""
    gap = tokens.gaps[index]
    if is_list_number(tokens, index):
        return skip(tokens, index, index + 1, "list-number")
    if not gap or gap == "-":
        part = glued_to_word(tokens, index)
        if part is not None:
            return part
    following = tokens.gaps[index + 1]
    found: Read = None
    if following in _DATE_JOINTS:
        found = day_date(tokens, index) or numeric_date(tokens, index) or idiom(tokens, index)
    if found is None and (following == ":" or tokens.words[index + 1] in CLOCK_WORDS):
        found = read_time(tokens, index)
    if found is None and tokens.words[index - 1] == "of":
        found = idiom(tokens, index)
    if (
        found is None
        and following in DASHES
        and not sign_before(tokens, index)
        and not is_mixed(tokens, index)
    ):
        year = year_date(tokens, index)
        found = year if year is not None and year.stop > index + 1 else dashed(tokens, index)
    return found or telephone(tokens, index) or age_group(tokens, index) or repeated_title(tokens, index)


def _numbered(tokens: Tokens, index: int) -> Read:
    """A numeral with "st", "nd", "rd" or "th"."""
    word = tokens.words[index].replace(",", "")
    if not word.isdecimal() or len(word) > LONGEST:
        return None
    return birthday(tokens, index) or ordinal(tokens, index, index + 2, int(word))


def _plain(tokens: Tokens, index: int, amount: Reading) -> Read:
    """A numeral without a unit: a name's, a vote, an age, a year, or a count."""
    found = named_number(tokens, index) or to_score(tokens, index) or older(tokens, index)
    if found is not None:
        return found
    if year_of(tokens.words[index]) and not _counts(tokens, index, amount):
        return year_date(tokens, index)
    if not tokens.gaps[index + 1] and tokens.words[index + 1]:
        return code(tokens, index)
    found = age_in_commas(tokens, index) or (age_of_life(tokens, index) if amount.unit is None else None)
    if found is None and amount.unit is None:
        found = ends_name(tokens, index)
    return found or amount


def _decade(tokens: Tokens, index: int) -> Read:
    """Read "the 1990s", "the 80s": a decade, of the last century where two digits are printed."""
    word = tokens.words[index]
    if year_of(word):
        return year_date(tokens, index)
    if tokens.gaps[index + 1]:
        return None
    if len(word) == 2 and word[1] == "0":  # noqa: PLR2004
        year = 1900 + int(word)
        return dated(tokens, index, index + 2, DatePoint(year, end=dt.date(year + 9, 12, 31)))
    return None


def _counts(tokens: Tokens, index: int, amount: Reading) -> bool:
    """Whether four digits count something rather than name a year: "2000 people", not "the 2004 figures"."""
    if amount.unit is None or tokens.words[index + 1] != amount.unit:
        return False
    return amount.unit in (
        "people",
        "jobs",
        "men",
        "women",
        "children",
        "troops",
        "workers",
        "soldiers",
        "dollars",
    ) or (tokens.words[index - 1] in ("about", "some", "than", "nearly", "almost", "around", "least"))


def read_word(tokens: Tokens, index: int) -> Read:
    """What begins with a number in letters."""
    found = idiom(tokens, index)
    if found is not None:
        return found
    number = read_words(tokens, index)
    if number is None:
        return None
    if tokens.words[number.stop] in ORDINALS and tokens.gaps[number.stop] == "-":
        value = ORDINALS[tokens.words[number.stop]]
        if number.mantissa % 10 == 0 and value < 10:  # noqa: PLR2004
            return ordinal(tokens, index, number.stop + 1, number.mantissa + value)
    if tokens.words[number.stop] == "o" and tokens.words[number.stop + 1] == "clock":
        return clock_word(tokens, index, number.stop + 2, number.mantissa)
    return minutes_past(tokens, number) or part_of_number(tokens, number) or from_number(tokens, number)


def read_scale(tokens: Tokens, index: int) -> Read:
    """Read "a million", "a hundred": a scale word with an article before it."""
    if tokens.words[index - 1] not in ARTICLES or tokens.gaps[index] not in JOINED:
        return None
    if tokens.words[index] == "dozen":
        return from_number(tokens, Number(index - 1, index + 1, DOZEN, 0, words=True))
    number = read_words(tokens, index, 1)
    return None if number is None else from_number(tokens, number._replace(first=index - 1))


def read_month(tokens: Tokens, index: int) -> Read:
    """What begins with the name of a month."""
    found = month_date(tokens, index)
    return None if found is None else month_of_year(tokens, found)


def read_which(tokens: Tokens, index: int) -> Read:
    """What begins with "last", "next", "this": "last year", "the last three months of 2004"."""
    word = tokens.words[index]
    return (last_months(tokens, index) if word in ("last", "final") else None) or which_period(tokens, index)


def read_season(tokens: Tokens, index: int) -> Read:
    """A season with its year."""
    return season_date(tokens, index)


READERS: dict[str, Reader] = {
    **dict.fromkeys(SMALL, read_word),
    "one": read_one,
    **dict.fromkeys((HUNDRED, "dozen", *SCALES), read_scale),
    **dict.fromkeys(PLURALS, read_plural),
    **dict.fromkeys(SMALL_WORDS, read_small),
    **dict.fromkeys(PERIODS, read_periods),
    "both": read_both,
    **dict.fromkeys(GROUPS, read_group),
    **dict.fromkeys(SINGLES, read_single),
    "half": read_half,
    **dict.fromkeys(("quarter",), read_quarter),
    **dict.fromkeys(FACTORS, read_factor),
    **dict.fromkeys(("twice", "thrice"), read_twice),
    "majority": read_majority,
    **dict.fromkeys(ORDINALS, read_ordinal),
    **dict.fromkeys(("number", "no"), read_number_word),
    **dict.fromkeys(("aged", "age", "ages"), read_aged),
    **dict.fromkeys(DECADES_OF_LIFE, decade_of_life),
    **dict.fromkeys(("noon", "midday", "midnight"), named_time),
    **dict.fromkeys(MONTHS, read_month),
    **dict.fromkeys(WEEKDAYS, weekday),
    **dict.fromkeys(SEASONS, read_season),
    **dict.fromkeys(("today", "tonight", "yesterday", "tomorrow"), near_day),
    **dict.fromkeys(
        wordlist("last final this next previous following coming past current recent late upcoming"),
        read_which,
    ),
}
"""Every word at which reading begins, besides numerals, with the reader that tries it."""

_DATE_JOINTS = frozenset((" ", "-", "/", "", "\n", "–", "\u00a0", "."))
