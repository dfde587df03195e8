"""One speaker is one source: mentions are merged by name, by role, by body and by pronoun."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.sources.demonyms import country
from verifier.sources.model import Source, SourceKind
from verifier.sources.names import PERSONAL, Reading, is_person_name, read_mention, without_place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from verifier.claims import Claim
    from verifier.draft import Draft, Span

_FULL_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\s(?:[A-Z]\.|[A-Z][\w’'-]+|de|van|von|der|al|bin)){1,3}")
# Role words that stand for whichever body was named last: "the company", "the ministry".
_BODY_ROLES = frozenset(
    "company group firm bank club party union ministry department agency organisation organization council charity "
    "committee commission association institute force military army navy police government body paper newspaper "
    "report study survey poll statement airline university board court retailer broadcaster magazine".split()
)
_MODIFIER_STOPS = frozenset("the a an of for and its his her their".split())


@dataclass
class _Open:
    """A source while its mentions are being collected."""

    kind: SourceKind
    name: str
    person: bool
    head: str
    words: frozenset[str]
    mentions: list[Span] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def identify(draft: Draft, claims: Sequence[Claim]) -> tuple[tuple[Source, ...], Mapping[str, str | None]]:
    """The sources of a draft's claims.

    Args:
        draft: the draft.
        claims: its claims, in order.

    Returns:
        The sources in the order of first mention, and for each claim id the id of its source (None for
        the draft's own voice).
    """
    collected: list[_Open] = []
    by_claim: dict[str, _Open | None] = {}
    by_mention: dict[tuple[int, int], _Open] = {}
    full_names = _full_names(draft)
    for claim in claims:
        mention = claim.attribution.mention
        if mention is None:
            by_claim[claim.id] = None
            continue
        key = (mention.start, mention.end)
        source = by_mention.get(key)
        if source is None:
            source = _match(collected, mention, claim.attribution.speaker, full_names)
            by_mention[key] = source
            source.mentions.append(mention)
        source.claims.append(claim.id)
        by_claim[claim.id] = source
    kept = sorted((source for source in collected if source.claims), key=lambda s: min(s.mentions).start)
    ids = {id(source): f"S{number}" for number, source in enumerate(kept, 1)}
    sources = tuple(
        Source(ids[id(s)], s.name, s.kind, tuple(sorted(s.mentions)), tuple(s.claims)) for s in kept
    )
    voices = {claim: ids[id(source)] if source else None for claim, source in by_claim.items()}
    return sources, voices


def _full_names(draft: Draft) -> dict[str, str]:
    """Last words of capitalised names and the first fuller name that ends in each."""
    found: dict[str, str] = {}
    for match in _FULL_NAME.finditer(draft.text):
        words = match.group().split()
        found.setdefault(re.sub(r"['’]s$", "", words[-1]), re.sub(r"['’]s$", "", match.group()))
    return found


def _match(collected: list[_Open], mention: Span, speaker: str | None, full: Mapping[str, str]) -> _Open:
    text = speaker if speaker and read_mention(mention.quote).pronoun else mention.quote
    reading = read_mention(text)
    if reading.pronoun:
        source = _of_pronoun(collected, reading.pronoun)
    else:
        source = _of_name(collected, reading, text, speaker)
    if source is None:
        source = _opened(reading, text, speaker, full)
        collected.append(source)
    else:
        collected.remove(source)
        collected.append(source)  # the most recent one stands last, for pronouns and roles
        _fuller(source, reading, text)
    return source


def _of_pronoun(collected: Sequence[_Open], pronoun: str) -> _Open | None:
    wants_person = pronoun in PERSONAL
    for source in reversed(collected):
        if source.person is wants_person:
            return source
    return collected[-1] if collected else None


def _of_name(collected: Sequence[_Open], reading: Reading, mention: str, speaker: str | None) -> _Open | None:
    person = _is_person(reading, mention)
    words = _words(reading.bare)
    for source in reversed(collected):
        if speaker and speaker in source.names:
            return source
        if person and source.person and reading.name and _same_person(reading.name, source.name):
            return source
        if not person and not source.person and _same_body(reading, words, source):
            return source
        if not person and source.person and reading.name and len(reading.name.split()) == 1:
            if source.name.split()[-1] == reading.name:
                return source
        if (
            person
            and not source.person
            and len(source.name.split()) == 1
            and reading.name.split()[-1:] == [source.name]
        ):
            return source
    return None


def _same_person(one: str, other: str) -> bool:
    """One surname, and no two first names that differ."""
    a, b = one.split(), other.split()
    if a[-1] != b[-1]:
        return False
    return len(a) == 1 or len(b) == 1 or a[0] == b[0]


def _same_body(reading: Reading, words: frozenset[str], source: _Open) -> bool:
    if reading.head != source.head:
        return bool(reading.name) and (reading.name == source.name or _abbreviates(reading.name, source.name))
    if not words or words == source.words:
        return True
    # "the air force" is "Ukraine's air force"; "the Russian air force" is not.
    smaller, larger = sorted((words, source.words), key=len)
    return smaller < larger and reading.head in _BODY_ROLES or words == source.words


def _abbreviates(short: str, name: str) -> bool:
    """Whether one is the other's initials: "NAO" and "National Audit Office"."""
    for one, other in ((short, name), (name, short)):
        initials = "".join(word[0] for word in other.split() if word[:1].isupper())
        if one.isupper() and len(one) > 1 and one == initials:
            return True
    return False


def _words(bare: str) -> frozenset[str]:
    """The words of a body's name, countries in one form."""
    words = re.findall(r"[\w-]+(?:['’]s?)?", bare)
    return frozenset(country(word) for word in words) - _MODIFIER_STOPS


def _is_person(reading: Reading, mention: str) -> bool:
    if reading.kind in (SourceKind.PERSON,):
        return True
    if reading.kind is not None and reading.kind is not SourceKind.OFFICIAL:
        return False
    return bool(reading.name) and is_person_name(reading.name, mention)


def _opened(reading: Reading, mention: str, speaker: str | None, full: Mapping[str, str]) -> _Open:
    person = _is_person(reading, mention) or reading.pronoun in PERSONAL
    name = _display(reading, mention, speaker)
    single = len(reading.name.split()) == 1
    if single and reading.kind is None and reading.name in full and not reading.name.isupper():
        name, person = full[reading.name], True
    elif person and reading.name:
        name = full.get(reading.name, reading.name) if single else reading.name
    kind = reading.kind or (
        SourceKind.PERSON if person else SourceKind.ORGANISATION if reading.name else SourceKind.UNNAMED
    )
    source = _Open(kind, name, person, reading.head, _words(reading.bare))
    if speaker:
        source.names.append(speaker)
    return source


def _display(reading: Reading, mention: str, speaker: str | None) -> str:
    if speaker:
        return speaker
    line = " ".join(mention.split()).strip(' ,;:"“”')
    return re.sub(r"^(?:The|A|An)\s", lambda m: m.group().lower(), re.sub(r",.*$", "", line)) or line


def _fuller(source: _Open, reading: Reading, mention: str) -> None:
    """Take over a fuller name for a source when one turns up."""
    if source.person:
        if reading.name and len(reading.name.split()) > len(source.name.split()):
            source.name = reading.name
        return
    words = _words(reading.bare)
    if reading.head == source.head and len(words) > len(source.words):
        source.words = words
        source.name = _display(reading, mention, None)


__all__ = ["identify", "without_place"]
