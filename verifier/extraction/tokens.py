"""How many tokens a call takes, roughly, before it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.schema import ClaimsAnswer, schema_text

if TYPE_CHECKING:
    from verifier.extraction.asking import Question

# Measured on the recorded exchanges in cassettes/, and rounded to the high side, since limits are guarded by
# it: 3.4 to 3.8 characters a token in what is sent, 2.4 to 2.8 tokens of claims for each token of the draft,
# and 0.15 of relations.
_CHARACTERS_PER_TOKEN = 3.3
_CLAIMS_SHARE = 3.3
_RELATIONS_SHARE = 0.5
_SHORTEST_ANSWER = 200


def tokens_sent(question: Question) -> int:
    """About how many tokens the question is, its schema included."""
    return _tokens(len(question.system) + len(question.user) + len(schema_text(question.answer)))


def tokens_returned(question: Question) -> int:
    """About how many tokens the answer will be, at most."""
    share = _CLAIMS_SHARE if issubclass(question.answer, ClaimsAnswer) else _RELATIONS_SHARE
    return max(_SHORTEST_ANSWER, round(share * _tokens(len(question.user))))


def _tokens(characters: int) -> int:
    return round(characters / _CHARACTERS_PER_TOKEN)
