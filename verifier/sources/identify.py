"""One speaker is one source: mentions are merged by name, by role, by body and by pronoun."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.sources.demonyms import DEMONYMS
from verifier.sources.model import Source, SourceKind
from verifier.sources.names import PERSONAL, Reading, abbreviates, display_name, read_mention
from verifier.sources.people import People
from verifier.sources.pronouns import antecedent
from verifier.sources.vocabulary import (
    BODY_ROLES,
    GENERIC_BODIES,
    MEN_ROLES,
    OFFICE_ROLES,
    PERSON_ROLES,
    STATE_TITLES,
    WOMEN_ROLES,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from verifier.claims import Claim
    from verifier.draft import Draft, Span
    from verifier.sources.people import Person

_MOST_RECENT = 60
"""Sources that a mention is compared with: nobody remembers those further back, and time stays linear."""

_COUNTRIES = frozenset(DEMONYMS.values())
_INDEFINITE = PERSON_ROLES | {"man", "woman"}
"""People of whom another is meant each time that "a" stands before: "a spokesman"."""
_ABBREVIATION = re.compile(r"\(([A-Z][A-Za-z&]{1,9})\)")


@dataclass(eq=False)
class Open:
    """A source while its mentions are being collected."""

    reading: Reading
    name: str
    kind: SourceKind
    person: Person | None
    heads: set[str]
    narrowed: set[str]
    aliases: set[str] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        """Whether it is one human being, named or not."""
        return self.person is not None or (
            self.kind in (SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.ANONYMOUS)
            and bool(self.heads & PERSON_ROLES)
        )


def identify(draft: Draft, claims: Sequence[Claim]) -> tuple[tuple[Source, ...], Mapping[str, str | None]]:
    """The sources of a draft's claims.

    Args:
        draft: the draft.
        claims: its claims, in order.

    Returns:
        The sources in the order of first mention, and for each claim id the id of its source (None for
        the draft's own voice).
    """
    collector = _Collector(draft)
    speakers = {
        claim.attribution.mention: claim.attribution.speaker
        for claim in claims
        if claim.attribution.mention is not None
    }
    by_mention = {mention: collector.add(mention, speakers[mention]) for mention in sorted(speakers)}
    voices: dict[str, Open | None] = {}
    for claim in claims:
        mention = claim.attribution.mention
        source = by_mention[mention] if mention is not None else None
        voices[claim.id] = source
        if source is not None:
            source.claims.append(claim.id)
    kept = sorted(collector.sources, key=lambda source: source.mentions[0].start)
    ids = {id(source): f"S{number}" for number, source in enumerate(kept, 1)}
    sources = tuple(
        Source(
            ids[id(s)],
            s.person.name if s.person is not None else s.name,
            s.kind,
            tuple(s.mentions),
            tuple(s.claims),
        )
        for s in kept
    )
    return sources, {claim: ids[id(source)] if source else None for claim, source in voices.items()}


class _Collector:
    """Takes mentions in the order of the draft and gives each to its source."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._people = People(draft.text)
        self.sources: list[Open] = []
        self._recent: list[Open] = []
        self._of_person: dict[int, Open] = {}

    def add(self, mention: Span, speaker: str | None) -> Open:
        """The source of a mention, opened if it is new."""
        reading = read_mention(mention, self._people)
        source = self._known(mention, reading)
        if source is None and speaker:
            source = next((s for s in reversed(self._recent) if speaker in s.aliases), None)
        if source is None:
            source = self._opened(mention, reading, speaker)
        elif reading.person is not None and source.person is None:
            source.person = reading.person
        if source.person is not None:
            self._of_person[id(source.person)] = source
        source.mentions.append(mention)
        if speaker:
            source.aliases.add(speaker)
        self._fuller(source, reading)
        if source in self._recent:
            self._recent.remove(source)
        self._recent.append(source)
        del self._recent[:-_MOST_RECENT]
        return source

    def _known(self, mention: Span, reading: Reading) -> Open | None:
        if reading.pronoun:
            return self._of_pronoun(mention, reading)
        if reading.person is not None:
            return self._of_person.get(id(reading.person)) or self._of_role_in_front(reading)
        for source in reversed(self._recent):
            if source.person is None and self._same(reading, source):
                return source
        if reading.definite and not reading.plural:
            return self._called_back(mention, reading)
        return None

    def _of_role_in_front(self, reading: Reading) -> Open | None:
        """A role that the next sentence names: “a spokeswoman … Anna White, the spokeswoman, said”."""
        person = reading.person
        if person is None:
            return None
        for source in reversed(self._recent[-3:]):
            if (
                source.person is None
                and source.is_person
                and reading.core.startswith(f"{source.reading.core} ")
            ):
                return source  # "Acme president" in the headline, "Acme president Anna Roe" below
            if (
                source.person is None
                and source.is_person
                and source.heads & person.roles
                and source.reading.definite
                and source.heads & OFFICE_ROLES
            ):
                return source
        return None

    def _of_pronoun(self, mention: Span, reading: Reading) -> Open | None:
        pronoun = reading.pronoun
        if pronoun in ("i", "you", "we"):
            return next((s for s in reversed(self._recent) if s.reading.pronoun == pronoun), None)
        if pronoun in PERSONAL:
            return self._of_he(mention, pronoun)
        if pronoun == "who":
            return self._of_who(mention)
        if pronoun in ("that", "which"):
            return None
        wanted = [s for s in reversed(self._recent) if not s.is_person]
        if pronoun in ("they", "both"):
            several = [s for s in wanted if s.reading.plural]
            return several[0] if several else wanted[0] if wanted else None
        single = [s for s in wanted if not s.reading.plural]
        return single[0] if single else None

    def _of_who(self, mention: Span) -> Open | None:
        """The person named right before “who”."""
        sentence = self._draft.sentence_at(mention.start)
        before = self._people.within(
            max(mention.start - 60, sentence.span.start if sentence else 0), mention.start
        )
        if not before or self._draft.text[before[-1].end : mention.start].strip(" \u00a0,"):
            return None
        person = before[-1].person
        return self._of_person.get(id(person)) or self._opened_person(person)

    def _of_he(self, mention: Span, pronoun: str) -> Open | None:
        gender = "m" if pronoun == "he" else "f"
        person = antecedent(self._draft, self._people, mention, gender, self._recent_person)
        if person is not None:
            known = self._of_person.get(id(person))
            return known or self._opened_person(person)
        for source in reversed(self._recent):
            if source.is_person and source.person is None and _may_be(source, gender):
                return source
        same = next((s for s in reversed(self._recent) if s.reading.pronoun == pronoun), None)
        if same is not None:
            return same
        near = [
            s for s in reversed(self._recent[-4:]) if s.person is not None and s.person.gender in ("", gender)
        ]
        return near[0] if near else None

    def _recent_person(self, before: int, after: int) -> Person | None:
        """Who spoke last in a stretch of the draft."""
        for source in reversed(self._recent):
            if source.mentions and after <= source.mentions[-1].start < before:
                return source.person
        return None

    def _same(self, reading: Reading, source: Open) -> bool:
        if reading.text in source.aliases or (
            reading.head and reading.core == source.reading.core and reading.proper
        ):
            return True
        other = source.reading
        if reading.head not in source.heads:
            return abbreviates(reading.core, other.core) or reading.core in source.aliases
        if reading.proper != other.proper and not (reading.proper and reading.definite):
            return False
        if reading.plural or reading.kind in (SourceKind.UNNAMED, SourceKind.ANONYMOUS):
            return reading.narrowed == source.narrowed or (
                reading.definite and reading.narrowed <= source.narrowed
            )
        if (
            not reading.definite
            and not reading.proper
            and not reading.narrowed & _COUNTRIES
            and reading.head in _INDEFINITE
        ):
            return False  # "a spokesman" is a new one
        if reading.kind is SourceKind.DOCUMENT and not reading.definite and not reading.proper:
            return reading.narrowed == source.narrowed and bool(reading.narrowed)
        if reading.head in OFFICE_ROLES or reading.head not in BODY_ROLES:
            return reading.narrowed <= source.narrowed or source.narrowed <= reading.narrowed
        if (
            (reading.narrowed & _COUNTRIES) != (source.narrowed & _COUNTRIES)
            and reading.narrowed & _COUNTRIES
            and source.narrowed & _COUNTRIES
        ):
            return False
        return reading.narrowed <= source.narrowed or source.narrowed <= reading.narrowed

    def _called_back(self, mention: Span, reading: Reading) -> Open | None:
        """“the minister”, “the company”: whoever it calls back."""
        head = reading.head.rpartition("-")[2] if reading.head.endswith("-old") else reading.head
        if head in PERSON_ROLES or head == "old":
            return self._role(mention, reading)
        if head in GENERIC_BODIES and not reading.narrowed - {
            "company",
            "campaign",
            "news",
            "advocacy",
            "media",
        }:
            for source in reversed(self._recent[-4:]):
                body = (
                    source.kind in (SourceKind.ORGANISATION, SourceKind.MEDIA)
                    and not source.is_person
                    and not source.reading.plural
                )
                if body and source.reading.proper:
                    return source
        return None

    def _role(self, mention: Span, reading: Reading) -> Open | None:
        gender = "f" if reading.head in WOMEN_ROLES else "m" if reading.head in MEN_ROLES else ""
        near = [
            s
            for s in reversed(self._recent[-6:])
            if s.is_person and (s.person is None or not gender or s.person.gender in ("", gender))
        ]
        for source in near:
            if source.person is not None and reading.head in source.person.roles:
                return source
        named = antecedent(self._draft, self._people, mention, gender, self._recent_person, role=reading.head)
        if named is not None and (reading.head in named.roles):
            return self._of_person.get(id(named)) or self._opened_person(named)
        if reading.head in OFFICE_ROLES or not near or "only" in reading.narrowed:
            return None
        last = near[0]
        paragraph = self._paragraph(mention.start)
        close = paragraph - self._paragraph(last.mentions[-1].start) <= 2  # noqa: PLR2004
        return last if close and last.person is not None else None

    def _paragraph(self, offset: int) -> int:
        sentence = self._draft.sentence_at(offset)
        return sentence.paragraph if sentence is not None else 0

    def _opened_person(self, person: Person) -> Open:
        reading = Reading(
            person.name,
            person.name,
            person.surname.casefold(),
            frozenset(),
            person,
            "",
            definite=False,
            plural=False,
            proper=True,
            kind=None,
        )
        source = Open(reading, person.name, SourceKind.PERSON, person, set(person.roles), set())
        if person.roles & STATE_TITLES:
            source.kind = SourceKind.OFFICIAL
        self.sources.append(source)
        return source

    def _opened(self, mention: Span, reading: Reading, speaker: str | None) -> Open:
        kind = reading.kind
        if kind is None:
            kind = (
                SourceKind.PERSON
                if reading.pronoun in ("he", "she", "i", "who")
                else SourceKind.ORGANISATION
                if reading.proper
                else SourceKind.UNNAMED
            )
        source = Open(
            reading,
            speaker or display_name(reading),
            kind,
            reading.person,
            {reading.head},
            set(reading.narrowed),
        )
        abbreviation = _ABBREVIATION.search(mention.quote) or _ABBREVIATION.match(
            self._draft.text, mention.end + 1
        )
        if abbreviation is not None:
            source.aliases.add(abbreviation.group(1))
        self.sources.append(source)
        return source

    def _fuller(self, source: Open, reading: Reading) -> None:
        """Take over a fuller name for a source when one turns up."""
        if reading.pronoun or reading.person is not None:
            return
        if source.person is not None:
            source.heads.add(reading.head)
            return
        same = reading.head in source.heads
        if same:
            source.narrowed |= reading.narrowed
        fuller = (
            len(reading.core.split()) > len(source.reading.core.split())
            if same
            else abbreviates(source.reading.core, reading.core)
        )
        if fuller and (reading.proper or same) and len(reading.core) > len(source.reading.core):
            source.name, source.reading = display_name(reading), reading
            source.heads.add(reading.head)


def _may_be(source: Open, gender: str) -> bool:
    other = MEN_ROLES if gender == "f" else WOMEN_ROLES
    return not source.heads & other
