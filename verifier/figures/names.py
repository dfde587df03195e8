"""What looks like a figure and is none: parts of names and models, addresses, telephone numbers, idioms."""

from __future__ import annotations

import re
from typing import NamedTuple

from verifier.figures.calendar_names import MONTHS, WEEKDAYS, year_of
from verifier.figures.lexicon import wordset
from verifier.figures.nouns import STOPS
from verifier.figures.reading import Read, Skip, skip
from verifier.figures.tokens import SPACE, Tokens

_ADDRESS = re.compile(
    r"https?://[^\s<>\"]{1,2000}|www\.[^\s<>\"]{1,2000}"
    r"|(?<![\w.@])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?<!\w)[@#]\w{1,60}"
    r"|(?<![\w./-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|gov|edu|info|co\.uk|org\.uk|tv)\b(?:/[^\s<>\"]{0,2000})?"
)
_HINT = re.compile(r"://|www\.|@|#|\.(?:com|org|net|gov|edu|co\.uk|tv|info)")


class Zone(NamedTuple):
    """A stretch of text in which nothing is read."""

    start: int
    end: int
    reason: str


def zones(text: str) -> list[Zone]:
    """The web and mail addresses, handles and hashtags of a text, in order."""
    if not _HINT.search(text):
        return []
    return [Zone(found.start(), found.end(), "address") for found in _ADDRESS.finditer(text)]


NUMBERED = wordset(
    "channel radio route highway interstate section article clause chapter schedule resolution flight "
    "formula boeing airbus windows apollo terminal gate room pentium playstation xbox halo g group "
    "unit area paragraph page pages appendix amendment proposition prop measure form category level "
    "phase type zone grade division act scene episode season series volume version bbc itv rule title "
    "box bus train line platform apartment suite lot mark mk class step stage soyuz shenzhou proton "
    "model iphone galaxy nintendo mach mission area figure fig table question item district ward "
    "precinct squadron battalion regiment camp studio lap hole game bill case docket issue catch "
    "round week day top big day number lane part studio stalag expedition polio exit plan"
)
"""Words that a number names rather than counts: "Channel 4", "Section 28", "Flight 370"."""

_LOWER_NAMED = NUMBERED - wordset(
    "top big day week round hole lap part mark line bus train class stage plan game issue area number "
    "unit group figure case bill season step series act lot measure division box form g grade level "
    "season page pages page phase"
) | wordset("level grade phase page pages section")
_EVENTS = wordset(
    "euro expo olympics games championship championships eurovision athens sydney beijing windows "
    "office vision agenda fifa copa makepovertyhistory live madden pes atlanta barcelona word cup"
)
_NOT_NAMES = wordset(
    "the a an in on at by for from of to and or but with as it he she they we i you about around some "
    "over under nearly almost more than only just all another these those after before since until "
    "when while if because there this that its his her their our his at least up down out between "
    "among of per no not is was were are be both each every plus minus says said total average mr mrs "
    "ms dr"
)  # fmt: skip
_IDIOMS = {
    ("nine", "eleven"), ("fifty", "fifty"), ("zero", "tolerance"), ("zero", "sum"), ("four", "letter"),
}  # fmt: skip
_INDEXES = wordset(
    "ftse nikkei fortune dax cac nasdaq russell topix stoxx asx hot billboard ibex poors forbes"
)
"""What is followed by how many shares, firms or records an index or chart holds: "FTSE 100", "Hot 100"."""

_INDEX_SIZES = wordset(
    "20 30 35 40 50 75 100 150 200 225 250 300 350 400 500 600 1000 1,000 2000 2,000 3000 3,000"
)
_SOFTWARE = wordset("windows explorer android ios firefox photoshop playstation netscape solaris")
"""Software whose versions are listed: "Windows 95, 98, 2000, NT and XP"."""

_LINKS_IN_TITLES = wordset("for on of in by under")
_BEFORE_TITLE = frozenset("\"“‘'")
_AFTER_TITLE = frozenset("\"”’'")
_STREETS = wordset("street st avenue ave road rd lane drive boulevard blvd square place terrace")
_LONGEST_RUN = 12
"""Tokens of a run of version numbers, at most."""

_LONGEST = 4
"""Digits of a number that names something, at most."""

_DATES_AS_NAMES = {("9", "11"), ("7", "7"), ("24", "7"), ("20", "20")}
_NAMED_WORDS = wordset("three seven five nine four six ten two eight twelve")
_NAME_ENDERS = wordset(
    "live mile sisters nations stars series tops seasons pillars cent rivers kings degrees"
)


def glued_to_word(tokens: Tokens, index: int) -> Skip | None:
    """A numeral within a code or model: "G8", "mp3", "Cox-2", "F-16", "4Cast"."""
    gap, before = tokens.gaps[index], tokens.words[index - 1]
    if not index or not before.isalpha():
        return None
    if not gap:
        return skip(tokens, index - 1, _end_of_code(tokens, index), "part-of-name")
    if gap != "-" or before in _PREFIXES:
        return None
    single = len(before) <= 3 or tokens.capital(index - 1)  # noqa: PLR2004
    if single and before not in ("the", "a", "of", "to"):
        return skip(tokens, index - 1, _end_of_code(tokens, index), "part-of-name")
    return None


_PREFIXES = wordset(
    "pre post mid early late sub ex non under over top plus minus to or by and in about around near "
    "up of some nearly than at best last next big age aged one two three four five six seven eight "
    "nine ten january february march april may june july august september october november december "
    "inter pan anti pro euro"
)


def code(tokens: Tokens, index: int) -> Skip:
    """A numeral with letters glued to it that are no unit: "4x100m", "7E7", "4Cast"."""
    return skip(tokens, index, _end_of_code(tokens, index), "part-of-name")


def _end_of_code(tokens: Tokens, index: int) -> int:
    """The token after a code, with whatever is glued to it."""
    stop = index + 1
    while not tokens.gaps[stop] and tokens.words[stop] and tokens.words[stop].isalnum() and stop < index + 6:
        stop += 1
    return stop


def named_number(tokens: Tokens, index: int) -> Skip | None:
    """A numeral that names something: "Channel 4", "Boeing 747", "Euro 2004", "Halo 2"."""
    before = tokens.words[index - 1]
    if tokens.gaps[index] not in SPACE or not index:
        return None
    capital = tokens.capital(index - 1)
    word = tokens.words[index]
    if capital and before in _SOFTWARE:
        return skip(tokens, index - 1, _end_of_versions(tokens, index), "part-of-name")
    if word in _INDEX_SIZES and (first := _index_name(tokens, index - 1)) is not None:
        return skip(tokens, first, index + 1, "part-of-name")
    if year_of(word):
        return skip(tokens, index - 1, index + 1, "event") if capital and before in _EVENTS else None
    if (capital and before in NUMBERED and len(word) <= _LONGEST) or (
        before in _LOWER_NAMED and tokens.words[index + 1] != "per"
    ):
        return skip(tokens, index - 1, _end_of_code(tokens, index), "part-of-name")
    return _address(tokens, index)


def _index_name(tokens: Tokens, at: int) -> int | None:
    """The first token of the index or chart whose name ends with a token: "FTSE", "S&P", "Poor's"."""
    words, gaps = tokens.words, tokens.gaps
    if words[at] == "p" and words[at - 1] == "s" and gaps[at].strip() == "&":
        return at - 1
    if words[at] == "s" and words[at - 1] == "poor" and gaps[at] in ("'", "’"):
        return at - 1
    return at if words[at] in _INDEXES and tokens.capital(at) else None


def _end_of_versions(tokens: Tokens, index: int) -> int:
    """The token after a run of version numbers that begins at one: "95, 98, 2000, NT and XP"."""
    words, gaps = tokens.words, tokens.gaps
    stop = _end_of_code(tokens, index)
    while stop < index + _LONGEST_RUN:
        at = stop + 1 if words[stop] in ("and", "or") and gaps[stop] in SPACE else stop
        if gaps[stop] == ", " and _is_initials(tokens, stop) and _goes_on(tokens, stop + 1):
            stop += 1
            continue
        if not (words[at].isdecimal() and len(words[at]) <= _LONGEST and gaps[at] in (", ", " ")):
            break
        if at == stop and (gaps[at] == " " or not _goes_on(tokens, at + 1)):
            break
        if at > stop and gaps[at + 1] == " " and words[at + 1] not in STOPS:  # "Windows 95 and 300 users"
            break
        stop = at + 1
    return stop


def _is_initials(tokens: Tokens, at: int) -> bool:
    return tokens.words[at].isalpha() and tokens.text[tokens.starts[at] : tokens.ends[at]].isupper()


def _goes_on(tokens: Tokens, at: int) -> bool:
    return tokens.gaps[at] == ", " or tokens.words[at] in ("and", "or")


def repeated_title(tokens: Tokens, index: int) -> Skip | None:
    """A title made of one number twice: "16 for 16" in quotation marks, "30 Under 30"."""
    words, gaps = tokens.words, tokens.gaps
    if words[index + 1] not in _LINKS_IN_TITLES or words[index + 2] != words[index]:
        return None
    if gaps[index + 1] not in SPACE or gaps[index + 2] not in SPACE:
        return None
    quoted = gaps[index][-1:] in _BEFORE_TITLE or gaps[index + 3][:1] in _AFTER_TITLE
    if (quoted and (gaps[index] + gaps[index + 3]).strip()) or tokens.capital(index + 1):
        return skip(tokens, index, index + 3, "title")
    return None


def _names_group(tokens: Tokens, index: int) -> bool:
    """Whether a number in letters ends a group's name: "the Jackson Five's hit"; not "Bomb Kills Five"."""
    if not tokens.capital(index) or not tokens.capital(index - 1) or tokens.gaps[index] != " ":
        return False
    after = tokens.gaps[index + 1]
    if after == " " and tokens.words[index + 1] not in STOPS:
        return False
    for at in range(index - 1, index - 1 - _LONGEST, -1):
        if at < 0 or tokens.gaps[at + 1] != " ":
            return False
        if tokens.words[at] in ("the", "by", "of", "with", "and", "like") and at < index - 1:
            return True
        if not tokens.capital(at) or tokens.words[at] in STOPS:
            return False
    return False


def _address(tokens: Tokens, index: int) -> Skip | None:
    """A house number: "100 Haven Avenue", "10 Downing Street"."""
    for at in range(index + 1, index + 4):
        if tokens.gaps[at] != " " or not tokens.capital(at):
            return None
        if tokens.words[at] in _STREETS and at > index + 1:
            return skip(tokens, index, at + 1, "address")
    return None


def ends_name(tokens: Tokens, index: int) -> Skip | None:
    """A bare numeral right after a capitalised word, where nothing is counted: "Halo 2", "Binance 8"."""
    before = tokens.words[index - 1]
    word = tokens.words[index]
    if (
        not word.isdecimal()
        or len(word) > _LONGEST
        or not index
        or tokens.gaps[index] != " "
        or not tokens.capital(index - 1)
    ):
        return None
    if before in _NOT_NAMES or before in MONTHS or before in WEEKDAYS or tokens.opens(index - 1):
        return None
    if tokens.gaps[index + 1] == " " and (
        tokens.capital(index + 1) or tokens.words[index + 1][:1].isdecimal()
    ):
        return None
    return skip(tokens, index - 1, index + 1, "part-of-name")


def idiom(tokens: Tokens, index: int) -> Read:
    """Read "9/11", "24/7", "zero tolerance", "fifty-fifty", "Three Mile Island"."""
    words, gaps = tokens.words, tokens.gaps
    pair = words[index], words[index + 1]
    if pair in _DATES_AS_NAMES and gaps[index + 1] in ("/", "-") and gaps[index + 2] != "/":
        return skip(tokens, index, index + 2, "idiom")
    if pair in _IDIOMS and gaps[index + 1] in (" ", "-"):
        return skip(tokens, index, index + 2, "idiom")
    if words[index - 1] == "of" and words[index - 2] in ("gang", "group") and tokens.capital(index - 2):
        return skip(tokens, index - 2, index + 1, "part-of-name")
    if words[index] in _NAMED_WORDS and _names_group(tokens, index):
        return skip(tokens, index - 1, index + 1, "part-of-name")
    if (
        words[index] in _NAMED_WORDS
        and tokens.capital(index)
        and not tokens.opens(index)
        and words[index + 1] == "to"
        and words[index + 2] in ("one", *_NAMED_WORDS)
        and tokens.capital(index + 2)
    ):
        return skip(tokens, index, index + 3, "title")
    if (
        words[index] in _NAMED_WORDS
        and tokens.capital(index)
        and tokens.capital(index + 1)
        and words[index + 1] in _NAME_ENDERS
    ):
        return skip(tokens, index, index + 2, "part-of-name")
    return None


def is_list_number(tokens: Tokens, index: int) -> bool:
    """Whether the numeral only counts the items of a list: "3. How it works" at the start of a line."""
    gap = tokens.gaps[index]
    if index and "\n" not in gap:
        return False
    return len(tokens.words[index]) < 3 and tokens.gaps[index + 1][:2] in (". ", ") ", ".\n", ".)", "/")  # noqa: PLR2004


def telephone(tokens: Tokens, index: int) -> Skip | None:
    """A telephone number: groups of digits that begin with 0 or a country's code ("020 7946 0958")."""
    words, gaps = tokens.words, tokens.gaps
    first = words[index]
    plus = gaps[index].endswith("+")
    if not first.isdecimal() or not (plus or (first[0] == "0" and len(first) > 2)):  # noqa: PLR2004
        return None
    stop = index + 1
    while (
        stop < index + 6
        and words[stop].isdecimal()
        and gaps[stop].strip(" ()") in ("", "-", ".")
        and len(gaps[stop]) <= _LONGEST
    ):
        stop += 1
    digits = sum(len(word) for word in words[index:stop])
    if digits < 7:  # noqa: PLR2004
        return None
    return skip(tokens, index, stop, "telephone")
