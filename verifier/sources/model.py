"""What a source is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.draft import Span


class SourceKind(StrEnum):
    """What sort of speaker or document it is."""

    OFFICIAL = "official"  # an arm of a state, or someone who speaks for one
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"  # a report, poll, study, statement
    MEDIA = "media"
    ANONYMOUS = "anonymous"  # known to the reporter, not to the reader: "sources say"
    UNNAMED = "unnamed"  # a group without names: "analysts", "critics"


@dataclass(frozen=True, slots=True)
class Source:
    """One speaker or document.

    Attributes:
        id: ``S1`` in the report, in the order of first mention.
        name: the fullest form that the draft gives.
        kind: see `SourceKind`.
        mentions: where claims name it, in order.
        claims: ids of its claims, in order.
    """

    id: str
    name: str
    kind: SourceKind
    mentions: tuple[Span, ...]
    claims: tuple[str, ...]
