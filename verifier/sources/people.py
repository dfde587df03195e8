"""The people that a draft names: one entry each, whatever part of the name is printed, and where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from verifier.sources.firstnames import MEN, WOMEN
from verifier.sources.vocabulary import (
    MEN_ROLES,
    MEN_TITLES,
    ORG_WORDS,
    PERSON_ROLES,
    PLACES,
    SURNAMES_TOO,
    TITLES,
    WOMEN_ROLES,
    WOMEN_TITLES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Gender = Literal["m", "f", ""]

_SHORT_TITLES = "Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Sgt Capt Prof Rev Maj Adm St Fr".split()
_BEHIND_CAPITAL = "|".join(f"(?<={title[0]}){title[1:]}" for title in _SHORT_TITLES)
# A run of capitalised words; a full stop belongs to it only after a title or an initial.
# It begins with the capital, and looks back from behind it: a search then skips to the next capital.
_RUN = re.compile(
    rf"[A-Z](?<!\w.)(?:\.(?:[A-Z]\.)*|(?:{_BEHIND_CAPITAL})\.|[\w’'-]*)"
    rf"(?:[ \u00a0](?:(?:{'|'.join(_SHORT_TITLES)}|Jr|Sr)\."
    r"|[A-Z]\.(?:[A-Z]\.)*|[A-Z][\w’'-]*|"
    r"(?:de|van|von|der|al|bin|la|le|di|da|del|den|ten|dos)(?= [A-Z])))*"
)
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
_NAME_PREFIXES = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "O’", "O'")
_AFTER_NOUN = re.compile(r"\b(?:of|for|at|in|on|who|which|whose|with|from|and|that|to)\b")
_AGE_AFTER = re.compile(r",[ \u00a0](?:aged[ \u00a0])?\d\d[,.]")
_ROLE_BEFORE = re.compile(r"\b(?P<role>[a-z][a-z-]+)[ \u00a0](?:[A-Z][a-z]+\.[ \u00a0])?$")
_ROLE_AFTER = re.compile(r"(?:,| is| was)[ \u00a0](?P<role>[^,.;:()\n\"“”]{3,60})(?:[,.]|\Z)")
_MOST_RUN = 12
_MOST_NAME = 4
_MOST_NAMESAKES = 20
"""People of one surname that are told apart: a bound on the work, which no draft reaches."""

_LEADS = frozenset(
    "the a an and but or so yet on in at by for from with when while if as after before since although "
    "though because what why how where who that this these those his her its their our my he she it they "
    "we you i meanwhile however monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december today yesterday also now then "
    "according asked both even despite under during not no one two three last next some many most all "
    "other another like unlike between among here there of to".split()
)


@dataclass(eq=False)
class Person:
    """One person, as the draft names them.

    Attributes:
        name: the fullest form so far.
        gender: "m", "f" or "", as titles and first names tell.
        titled: whether a title or role stands before the name somewhere.
        roles: lower-case words that stand before the name or in apposition to it.
    """

    name: str
    gender: Gender = ""
    titled: bool = False
    roles: set[str] = field(default_factory=set)

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.rsplit(" ", 1)[-1]


class Place(NamedTuple):
    """Where a person is named; `start` includes no title."""

    start: int
    end: int
    person: Person


class _Candidate(NamedTuple):
    start: int
    end: int
    words: tuple[str, ...]
    title: str
    roles: tuple[str, ...]


class People:
    """The people of one text, and where each is named."""

    def __init__(self, text: str) -> None:
        self._text = text
        candidates = [candidate for run in _RUN.finditer(text) for candidate in _candidates(run)]
        singles = {candidate.words[0] for candidate in candidates if len(candidate.words) == 1}
        self._often = Counter(candidate.words for candidate in candidates if len(candidate.words) > 1)
        self._by_surname: dict[str, list[Person]] = {}
        self._named_last: dict[str, Person] = {}
        # Full names first: a headline says "Hall" before the text says "Anna Hall".
        full = [
            self._full(candidate, singles) if len(candidate.words) > 1 else None for candidate in candidates
        ]
        self.places: list[Place] = []
        for candidate, person in zip(candidates, full, strict=True):
            if person is not None:
                self._named_last[candidate.words[-1]] = person
                self.places.append(Place(candidate.start, candidate.end, person))
            elif len(candidate.words) == 1:
                if not candidate.title and candidate.words[0] not in self._by_surname:
                    continue  # as most are
                single = self._by_last_word(candidate)
                if single is not None:
                    self.places.append(Place(candidate.start, candidate.end, single))
            else:
                self.places.extend(self._in_heading(candidate))
        self._starts = [place.start for place in self.places]
        self._capitals: dict[str, Person] | None = None

    def in_capitals(self, text: str) -> Person | None:
        """The person whose name a headline prints in capitals."""
        if self._capitals is None:
            self._capitals = {place.person.name.upper(): place.person for place in self.places}
        return self._capitals.get(text)

    def within(self, start: int, end: int) -> Sequence[Place]:
        """The people named in a stretch of the text, in order."""
        return self.places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _in_heading(self, candidate: _Candidate) -> Iterator[Place]:
        """Known names in a headline that has a capital on every word."""
        at = candidate.start
        for index, word in enumerate(candidate.words):
            known = self._by_surname.get(word)
            if known:
                first = candidate.words[index - 1] if index else ""
                start = at - len(first) - 1 if first and known[-1].name.startswith(first) else at
                yield Place(start, at + len(word), known[-1])
            at += len(word) + 1

    def _introduced(self, candidate: _Candidate) -> bool:
        """“Henri Oxall, general manager of …”, “the winger Henri Oxall”, “Henri Oxall, 45,”."""
        if not _may_be_name(candidate.words):
            return False
        age = _AGE_AFTER.match(self._text, candidate.end)
        return age is not None or bool(self._roles_around(candidate))

    def _roles_around(self, candidate: _Candidate) -> set[str]:
        roles: set[str] = set()
        before = _ROLE_BEFORE.search(self._text, max(0, candidate.start - 30), candidate.start)
        if before is not None and before["role"].removesuffix("s") in PERSON_ROLES:
            roles.add(before["role"].removesuffix("s"))
        after = _ROLE_AFTER.match(self._text, candidate.end) if len(candidate.words) > 1 else None
        if after is not None:
            noun = _AFTER_NOUN.split(after["role"].casefold(), maxsplit=1)[0]
            roles.update(word for word in re.findall(r"[\w-]+", noun)[-3:] if word in PERSON_ROLES)
        return roles

    def _full(self, candidate: _Candidate, singles: set[str]) -> Person | None:
        words = candidate.words
        if not 1 < len(words) <= _MOST_NAME:
            return None
        known = self._by_surname.get(words[-1], [])[-_MOST_NAMESAKES:]
        gender = _gender(candidate)
        often = self._often[words] > 1
        if not _is_full_name(candidate, singles, known=bool(known) and often) and not self._introduced(
            candidate
        ):
            return None
        name = " ".join(words)
        for person in reversed(known):
            if _same(person, words, gender):
                if len(words) > len(person.name.split()) or len(person.name.split()) == 1:
                    person.name = name
                return self._noted(person, candidate, gender)
        person = Person(name)
        self._by_surname.setdefault(words[-1], []).append(person)
        return self._noted(person, candidate, gender)

    def _by_last_word(self, candidate: _Candidate) -> Person | None:
        """Who a surname alone means: “Mr Hall” the one named last, “Hall” the one named first."""
        gender = _gender(candidate)
        known = self._by_surname.get(candidate.words[0], [])[:_MOST_NAMESAKES]
        last = self._named_last.get(candidate.words[0])
        order = [last, *reversed(known)] if candidate.title and last is not None else known
        for person in order:
            if not gender or not person.gender or gender == person.gender:
                return self._noted(person, candidate, gender)
        word = candidate.words[0]
        if not candidate.title or word.casefold() in _NO_SURNAMES or candidate.title in _WEAK_TITLES:
            return None
        person = Person(word)
        self._by_surname.setdefault(word, []).append(person)
        return self._noted(person, candidate, gender)

    def _noted(self, person: Person, candidate: _Candidate, gender: Gender) -> Person:
        """Keep what titles and the words around a name tell of its bearer."""
        self._named_last[candidate.words[-1]] = person
        person.gender = person.gender or gender
        person.titled = person.titled or bool(candidate.title)
        person.roles.update(candidate.roles)
        around = self._roles_around(candidate)
        person.roles.update(around)
        person.titled = person.titled or bool(around)
        if not person.gender:
            person.gender = "f" if person.roles & WOMEN_ROLES else "m" if person.roles & MEN_ROLES else ""
        return person


_GIVEN = MEN | WOMEN
_NO_SURNAMES = ORG_WORDS - SURNAMES_TOO
_WEAK_TITLES = frozenset(
    "former ex head chief deputy major captain general state candidate leader executive officer director "
    "editor".split()
)


def _candidates(run: re.Match[str]) -> Iterable[_Candidate]:
    """The names in a run: leading small words and titles come off, a possessive ends one."""
    text = run.group()
    if not text.isalpha():
        return _of_several(text, run.start())
    lower = text.casefold()  # one word, as most are
    if lower in _LEADS:
        return ()
    return (_Candidate(run.start(), run.end(), (text,), "", (lower,) if lower in TITLES else ()),)


def _of_several(run: str, start: int) -> Iterator[_Candidate]:
    piece: list[tuple[str, int, int]] = []
    for word in run.replace("\u00a0", " ").split(" ")[:_MOST_RUN]:
        if piece or word.casefold() not in _LEADS:
            bare = word
            if "'" in word or "’" in word:
                bare = word.removesuffix("'s").removesuffix("’s").rstrip("’'")
            piece.append((bare, start, start + len(bare)))
            if bare != word:
                yield from _named(piece)
                piece = []
        start += len(word) + 1
    if piece:
        yield from _named(piece)


def _named(piece: list[tuple[str, int, int]]) -> Iterator[_Candidate]:
    if len(piece) == 1:  # as most are
        word, start, end = piece[0]
        lower = word.casefold().rstrip(".")
        yield _Candidate(start, end, (word,), "", (lower,) if lower in TITLES else ())
        return
    first, title, roles = 0, "", []
    for index, (word, _, _) in enumerate(piece):
        lower = word.casefold().rstrip(".")
        if lower in TITLES and index < len(piece) - 1:
            first, title = index + 1, lower
            roles.append(lower)
        elif lower in TITLES:
            roles.append(lower)
    rest = piece[first:]
    if len(rest) > 2 and not title:  # noqa: PLR2004
        cut = next((k for k, (word, _, _) in enumerate(rest[:-1]) if k and word.casefold() in _GIVEN), 0)
        rest = rest[cut:]
    if rest:
        yield _Candidate(rest[0][1], rest[-1][2], tuple(word for word, _, _ in rest), title, tuple(roles))


def _gender(candidate: _Candidate) -> Gender:
    if candidate.title in MEN_TITLES:
        return "m"
    if candidate.title in WOMEN_TITLES:
        return "f"
    first = candidate.words[0].casefold().rstrip(".") if len(candidate.words) > 1 else ""
    return "m" if first in MEN else "f" if first in WOMEN else ""


def _may_be_name(words: tuple[str, ...]) -> bool:
    """Whether nothing in a run of capitalised words shows that it is no person."""
    last = words[-1]
    if (
        last.isupper()
        or len(last) < 2  # noqa: PLR2004
        or (words[0].isupper() and len(words[0]) > 2)  # noqa: PLR2004
        or words[0].endswith("ing")
    ):
        return False
    if any(_INNER_CAPITAL.search(word) and not word.startswith(_NAME_PREFIXES) for word in words):
        return False  # "ByteDance"
    if words[0].endswith("-based"):
        return False
    return words[0].casefold() not in PLACES and not any(word.casefold() in ORG_WORDS for word in words)


def _is_full_name(candidate: _Candidate, singles: set[str], *, known: bool) -> bool:
    words = candidate.words
    first, last = words[0].casefold(), words[-1].casefold()
    given = first in MEN or first in WOMEN
    if words[-1].isupper() or len(last) < 2 or any(word.casefold() in ORG_WORDS for word in words[1:-1]):  # noqa: PLR2004
        return False
    if (first in ORG_WORDS and not given) or (last in ORG_WORDS and (last not in SURNAMES_TOO or not given)):
        return False
    if given or (candidate.title and first not in PLACES):
        return True
    if not _may_be_name(words):
        return False
    return known or (words[-1] in singles and words[0] not in singles)


def _same(person: Person, words: tuple[str, ...], gender: Gender) -> bool:
    """One surname, and no two first names or sexes that differ."""
    if gender and person.gender and gender != person.gender:
        return False
    other = person.name.split()
    if len(other) == 1:
        return True
    one, two = words[0].rstrip("."), other[0].rstrip(".")
    return one == two or one.startswith(two) or two.startswith(one) or one in other or two in words
