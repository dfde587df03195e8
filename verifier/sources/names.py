"""What a mention says of its source: its main noun, what narrows it down, the name in it, its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.sources.demonyms import country
from verifier.sources.model import SourceKind
from verifier.sources.vocabulary import HEADS, ORG_WORDS, PERSON_ROLES, STATE_TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.draft import Span
    from verifier.sources.people import People, Person

PERSONAL = frozenset(("he", "she"))
OTHER_PRONOUNS = frozenset(("they", "it", "we", "i", "you", "who", "which", "that", "both"))
_POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it"}

_EDGES = ' \t\n\r\u00a0,;:"“”‘—–-'
_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|my|some|several|many|one|both|all)\s+",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"(?:(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Bb]oth)|[A-Z][\w-]*['’]s?)\s"
)
_CUT = re.compile(
    r"\s*(?:,(?!\d)|[;:(]|\s[—–-]+\s|\b(?:in|on|at|from|to|with|who|which|that|whose|as|by|via|during|after|before|speaking|asked|"
    r"familiar|close|involved|working|writing|released|conducted|published|including|quoted|told)\b)",
)
_OF = re.compile(r"\s+(?:of|for)\s+")
_WORDS = re.compile(r"[^\W_]+(?:[-.&/][^\W_]+)*(?:['’]s?(?!\w))?")
_SOURCES = re.compile(r"\b(?:sources?|insiders?)\b|^(?:Sources?|Insiders?)\b")
_ANONYMOUS = re.compile(
    r"\b(?:declined|asked|wished|wanted|refused|requested|preferred)\b[^.]{0,30}\b(?:named|identified|anonym\w+)\b"
    r"|\banonym\w+\b|\bunnamed\b|\bnot authori[sz]ed to\b|\bdid not want to be (?:named|identified)\b"
    r"|\bspoke on (?:the )?condition\b",
    re.IGNORECASE,
)
_NOT_ANONYMOUS = re.compile(r"\bsources?\s+(?:close\s+)?(?:code|of)\b|\bopen[- ]source\b", re.IGNORECASE)
_NARROWS_NOT = frozenset(
    "the a an of and for its his her their new latest recent last own same other former senior top our "
    "this that some".split()
)


_COMMON_PEOPLE = PERSON_ROLES | {"source", "sources", "insider", "insiders"}
_COMMON = (SourceKind.DOCUMENT, SourceKind.UNNAMED, SourceKind.OFFICIAL, SourceKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Reading:
    """What can be read off a mention.

    Attributes:
        text: the mention on one line, without marks around it.
        core: its noun phrase without determiner and what follows it, as printed.
        head: the main noun in lower case ("force" of "Ukraine's air force").
        narrowed: the other words in lower case, countries in one form.
        person: the person that it names, if it does.
        pronoun: its pronoun in lower case, or "".
        definite: whether it calls back something known ("the ministry").
        plural: whether it names several.
        proper: whether the main noun has a capital.
        kind: what sort of source it seems to be; None where it does not tell.
    """

    text: str
    core: str
    head: str
    narrowed: frozenset[str]
    person: Person | None
    pronoun: str
    definite: bool
    plural: bool
    proper: bool
    kind: SourceKind | None


def read_mention(mention: Span, people: People) -> Reading:
    """Read a mention, with the people of the draft at hand."""
    line = " ".join(mention.quote.split()).strip(_EDGES)
    pronoun = _pronoun(line)
    if pronoun:
        plural = pronoun in ("they", "we", "both")
        return Reading(
            line, line, "", frozenset(), None, pronoun, definite=True, plural=plural, proper=False, kind=None
        )
    # The same in the words as printed, so that places of names can be compared.
    cut = _cut(mention.quote)
    person = _person(mention, cut, people)
    if person is None and line.isupper():
        person = people.in_capitals(line)
    short = " ".join(mention.quote[:cut].split()).strip(_EDGES)
    core = _DETERMINER.sub("", short, count=1)
    head, narrowed, proper = _parts(core)
    joined = re.search(r"\s(?:and|&)\s", short) is not None and (
        person is None or len(people.within(mention.start, mention.start + cut)) > 1
    )
    return Reading(
        line, core, head, narrowed, None if joined else person, "",
        definite=_DEFINITE.match(short) is not None,
        plural=joined or _is_plural(head, proper=proper),
        proper=proper,
        kind=_kind(line, short, head, person, proper=proper),
    )  # fmt: skip


def _is_plural(head: str, *, proper: bool) -> bool:
    """Whether the main noun is a plural; names that end in s ("Yukos") are none, parties' are."""
    return (
        head.endswith("s")
        and not head.endswith("ss")
        and (not proper or HEADS.get(head) is SourceKind.UNNAMED)
    )


def _pronoun(line: str) -> str:
    words = line.casefold().split()
    if not words:
        return ""
    first = words[0].strip(",")
    if first in _POSSESSIVES and len(words) == 1:
        return _POSSESSIVES[first]
    if (
        first in PERSONAL
        or (first in OTHER_PRONOUNS and len(words) == 1)
        or (first in ("they", "we") and len(words) <= 2)  # noqa: PLR2004
    ):
        return first
    return ""


def _cut(quote: str) -> int:
    """Where the noun phrase ends: before a preposition, a clause or an apposition."""
    match = _CUT.search(quote, 1)
    while match is not None and match.start() < 3 and match.end() < len(quote):  # noqa: PLR2004
        match = _CUT.search(quote, match.end())
    return match.start() if match is not None else len(quote)


def _person(mention: Span, cut: int, people: People) -> Person | None:
    """The person whose name ends the noun phrase, or stands in apposition to a role."""
    end = mention.start + cut
    bare = len(mention.quote[:cut].rstrip(" '’\"“”").removesuffix("'s").removesuffix("’s"))
    of = _OF.search(mention.quote, 0, cut)
    for place in people.within(mention.start, end):
        if of is not None and place.start >= mention.start + of.end():
            break
        at_end = place.end - mention.start >= bare - 1 or (
            of is not None and place.end - mention.start >= of.start() - 1
        )
        if at_end:
            return place.person
    rest = mention.quote[cut:]
    if rest[:1] in (",", "(") and _parts(mention.quote[:cut])[0] in PERSON_ROLES:
        after = mention.start + cut + len(rest) - len(rest.lstrip(",( \n\u00a0"))
        named = [place for place in people.within(after, after + 30) if place.start - after <= 12]  # noqa: PLR2004
        if named and "," not in mention.quote[after - mention.start : named[0].start - mention.start]:
            return named[0].person
    return None


def _parts(core: str) -> tuple[str, frozenset[str], bool]:
    """Main noun, the words that narrow it, and whether the main noun has a capital."""
    pieces = _OF.split(core, maxsplit=1)
    words: Sequence[str] = _WORDS.findall(pieces[0])
    if not words:
        return "", frozenset(), False
    last = _bare(words[-1])
    rest = [*words[:-1], *(_WORDS.findall(pieces[1]) if len(pieces) > 1 else [])]
    narrowed = frozenset(country(word) for word in rest) - _NARROWS_NOT
    # A capital at the start of a sentence makes no name of "Ministers".
    common = (
        len(words) == 1
        and not last.isupper()
        and (HEADS.get(last.casefold()) in _COMMON or last.casefold() in _COMMON_PEOPLE)
    )
    return last.casefold(), narrowed, last[:1].isupper() and not common


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").rstrip("'’")


def _kind(line: str, short: str, head: str, person: Person | None, *, proper: bool) -> SourceKind | None:
    if (
        person is None
        and (_SOURCES.search(short) or _ANONYMOUS.search(line))
        and not _NOT_ANONYMOUS.search(line)
    ):
        return SourceKind.ANONYMOUS
    if person is not None:
        office = bool(person.roles & STATE_TITLES) or any(
            word.casefold().rstrip(".") in STATE_TITLES for word in short.split()[:-1]
        )
        return SourceKind.OFFICIAL if office else SourceKind.PERSON
    kind = HEADS.get(head)
    if kind is SourceKind.MEDIA and not proper and head in ("press", "media", "paper", "outlet", "news"):
        return SourceKind.MEDIA
    if (
        kind in (SourceKind.MEDIA, SourceKind.UNNAMED)
        and not proper
        and head in ("times", "post", "sun", "fox", "sky")
    ):
        return None
    if head in ("spokesman", "spokeswoman", "spokesperson"):
        state = re.search(
            r"\b(?:ministry|government|police|army|military|department|house|state|white)\b",
            line,
            re.IGNORECASE,
        )
        return SourceKind.OFFICIAL if state else SourceKind.PERSON
    if kind is not None:
        return kind
    if head in ORG_WORDS and proper:
        return SourceKind.ORGANISATION
    if head in PERSON_ROLES or head.rpartition("-")[2] in ("old", "winner", "in-chief"):
        return SourceKind.PERSON
    return SourceKind.ORGANISATION if proper else None


def abbreviates(one: str, other: str) -> bool:
    """Whether one is the other's initials, or its last word: "NAO", "the Post"."""
    for short, name in ((one, other), (other, one)):
        if " " in short or not short[:1].isupper():
            continue
        words = name.split()
        initials = "".join(word[0] for word in words if word[:1].isupper())
        if len(short) > 1 and short.isupper() and short == initials:
            return True
        if len(words) > 1 and words[-1] == short and words[0][:1].isupper():
            return True
    return False


def display_name(reading: Reading) -> str:
    """How the source is called in the report: as printed, without “the” and what follows the noun phrase."""
    if reading.pronoun:
        return reading.text
    if reading.kind in (SourceKind.ANONYMOUS, SourceKind.UNNAMED) or not reading.core:
        return re.sub(r"^(?:The|A|An)\s", lambda match: match.group().lower(), reading.text)
    text = re.sub(r",(?!\d).*$", "", reading.text)
    if re.search(r"[A-Z]", reading.core):
        text = re.sub(r"^(?:the|that|this|these|those)\s", "", text, flags=re.IGNORECASE)
    text = re.sub(
        r"^(?:The|That|This|These|Those|A|An|His|Her|Its|Their)\s", lambda match: match.group().lower(), text
    )
    if reading.proper and reading.kind in (SourceKind.ORGANISATION, SourceKind.MEDIA):
        text = re.sub(r"^(?:[a-z][\w-]*\s)+(?=[A-Z])", "", text)  # "watchdog Ofcom"
    return text.removesuffix("'s").removesuffix("’s")
