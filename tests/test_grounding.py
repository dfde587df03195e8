from __future__ import annotations

import pytest

from verifier.claims import Manner, ProposedClaim, Words
from verifier.draft import Draft, Span
from verifier.grounding import Ungrounded, find_words, ground

TEXT = "The air force said he fired 15 percent. The army said so too."

FOUND = [
    pytest.param(Words("S1", "air force"), 4, id="words"),
    pytest.param(Words("S1", "he"), 19, id="a whole word, not part of 'The'"),
    pytest.param(Words("S2", "said"), 49, id="in its own sentence"),
    pytest.param(Words("S1", "he fired", 19), 19, id="where the reader says"),
]
MISSED = [
    pytest.param(Words("S9", "said"), "no-such-sentence", id="no such sentence"),
    pytest.param(Words("S1", "12 percent"), "not-in-sentence", id="one digit off"),
    pytest.param(Words("S2", "air force"), "not-in-sentence", id="in another sentence"),
    pytest.param(Words("S1", "orce"), "not-in-sentence", id="part of a word"),
    pytest.param(Words("S1", " "), "empty", id="blank"),
    pytest.param(Words("S1", "he", 2), "not-in-sentence", id="the wrong place"),
]


@pytest.mark.parametrize(("words", "start"), FOUND)
def test_found(words: Words, start: int) -> None:
    span = find_words(Draft.parse(TEXT), words)
    assert span == Span(start, start + len(words.quote), words.quote)


@pytest.mark.parametrize(("words", "reason"), MISSED)
def test_missed(words: Words, reason: str) -> None:
    missed = find_words(Draft.parse(TEXT), words)
    assert isinstance(missed, Ungrounded)
    assert missed.reason == reason


def proposal(**changes: object) -> ProposedClaim:
    values = {"sentence": "S1", "statement": "It fired.", "label": "fired", "figures": ()} | changes
    return ProposedClaim(**values)  # type: ignore[arg-type]


def test_a_claim_without_its_source_keeps_its_content() -> None:
    (claim,), (missed,) = ground(
        Draft.parse(TEXT), [], [proposal(source=Words("S1", "the navy"), manner=Manner.INDIRECT)]
    )
    assert claim.attribution.mention is None
    assert claim.attribution.manner is Manner.OWN_VOICE
    assert missed[1].reason == "not-in-sentence"


def test_a_claim_without_its_content_is_dropped() -> None:
    claims, missed = ground(Draft.parse(TEXT), [], [proposal(content=Words("S1", "nothing such"))])
    assert claims == ()
    assert len(missed) == 1


def test_unknown_figures_are_not_kept() -> None:
    claims, missed = ground(Draft.parse(TEXT), [], [proposal(figures=("F7",))])
    assert claims == ()
    assert missed[0][1].reason == "no-such-figure"


def test_claims_are_numbered_in_the_order_of_the_draft() -> None:
    claims, _ = ground(Draft.parse(TEXT), [], [proposal(sentence="S2"), proposal(sentence="S1")])
    assert [(claim.id, claim.span.start) for claim in claims] == [("C1", 0), ("C2", 40)]
