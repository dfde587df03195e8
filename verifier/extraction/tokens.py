"""How many tokens a call takes, roughly, before it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.schema import schema_text

if TYPE_CHECKING:
    from verifier.extraction.asking import Question

# English text with ids comes to a little less than this for the tokenizers in use: an estimate on the
# high side, since it guards limits.
_CHARACTERS_PER_TOKEN = 3.5
# An answer is ids and short words; measured on recorded answers, it stays below half of the text asked about.
_ANSWER_SHARE = 0.5
_SHORTEST_ANSWER = 100


def tokens_sent(question: Question) -> int:
    """About how many tokens the question is, its schema included."""
    return _tokens(len(question.system) + len(question.user) + len(schema_text(question.answer)))


def tokens_returned(question: Question) -> int:
    """About how many tokens the answer will be, at most."""
    return max(_SHORTEST_ANSWER, round(_ANSWER_SHARE * _tokens(len(question.user))))


def _tokens(characters: int) -> int:
    return round(characters / _CHARACTERS_PER_TOKEN)
