"""Claims, who makes them, and what a reader of a draft hands on.

An `Extractor` reads a draft and returns an `Extraction`: proposals that point at sentences and figures
by id and quote words of the draft. `verifier.grounding` turns them into `Claim`s whose spans are proved.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from verifier.draft import Span
    from verifier.relations.model import Relation
    from verifier.relations.unstated import Unstated


class Manner(StrEnum):
    """How a claim is attributed."""

    DIRECT = "direct"  # in the source's own words, between quotation marks
    INDIRECT = "indirect"  # in the draft's words, as the source's
    MIXED = "mixed"  # partly quoted
    OWN_VOICE = "own_voice"  # asserted by the draft itself


class Words(NamedTuple):
    """Words quoted from a sentence of the draft, verbatim.

    Attributes:
        sentence: the sentence's id.
        quote: the words.
        start: where they start in the draft, if the reader knows; otherwise they are looked up.
    """

    sentence: str
    quote: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class ProposedClaim:
    """A claim as a reader proposes it.

    Attributes:
        sentence: the id of the sentence that holds it.
        statement: the claim as a sentence that can be understood alone.
        label: a few words for it, without the source ("record 472 drones").
        figures: ids of the figures that it states.
        content: the words that state it; the whole sentence where None.
        source: the words that name who says so; None for the draft's own voice.
        speaker: the fullest name of the same source that the reader knows, from anywhere in the draft.
        cue: the words that attribute ("said", "according to").
        manner: how it is attributed.
    """

    sentence: str
    statement: str
    label: str
    figures: tuple[str, ...]
    content: Words | None = None
    source: Words | None = None
    speaker: str | None = None
    cue: Words | None = None
    manner: Manner = Manner.OWN_VOICE
    proposed_by: Literal["offline", "model"] = "offline"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Places that a model calls contradictory.

    Attributes:
        places: the words that conflict, each in its sentence, in the order of the draft.
        why: what conflicts, in the model's words.
    """

    places: tuple[Words, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A passage that the model did not read, and was left to the offline reader.

    Attributes:
        sentences: the ids of its sentences.
        what: which question went unanswered ("claims", "relations").
        why: the reason, in one line.
    """

    sentences: tuple[str, ...]
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Usage:
    """What the reading took: calls made, retries among them, answers from the cache, tokens in and out."""

    calls: int = 0
    retries: int = 0
    cached: int = 0
    input_tokens: int = 0
    output_tokens: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.calls + other.calls,
            self.retries + other.retries,
            self.cached + other.cached,
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
        )


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one reader found in a draft.

    Attributes:
        claims: in the order of the draft.
        no_claim: ids of figures that state no fact (idioms, parts of names).
        relations: how the figures hang together.
        unstated: quantities without a figure that the relations name; only a model proposes them.
        conflicts: contradictions without figures, which only a model proposes.
        unread: passages that were not read as asked.
        usage: what it took.
    """

    claims: tuple[ProposedClaim, ...] = ()
    no_claim: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    unstated: tuple[Unstated, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    unread: tuple[Unread, ...] = ()
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so in one claim: spans that name the source and that attribute, and how."""

    manner: Manner
    mention: Span | None = None
    cue: Span | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement, grounded: its span is proved, its figures lie in the draft."""

    id: str
    span: Span
    statement: str
    label: str
    figures: tuple[str, ...]
    attribution: Attribution
    proposed_by: Literal["offline", "model"] = "offline"
