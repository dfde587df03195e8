"""Asking a model only what has not been answered before."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Self

from pydantic import ValidationError

from verifier.claims import Usage
from verifier.extraction.asking import Reply
from verifier.extraction.schema import schema_text

if TYPE_CHECKING:
    from types import TracebackType

    from verifier.errors import ProviderError
    from verifier.extraction.asking import Asker, Question
    from verifier.extraction.cache import Cache
    from verifier.extraction.retry import Fault

_FORMAT = 1
"""Raised when what is kept, or under which key, changes."""


class CachedAsker:
    """Answers from the cache what stands there, has the rest asked, and keeps what was accepted.

    Args:
        asker: whoever is asked.
        cache: what was answered before.
        identity: what else an answer depends on besides the question: model, endpoint, options.
    """

    def __init__(self, asker: Asker, cache: Cache, identity: str) -> None:
        self._asker = asker
        self._cache = cache
        self._identity = identity

    async def __aenter__(self) -> Self:
        await self._asker.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._cache.close()
        await self._asker.__aexit__(kind, error, trace)

    async def ask(self, question: Question, until: float | None = None) -> Reply:
        """The kept answer, judged anew; else whatever the asker gets, kept if it was accepted."""
        name = key(question, self._identity)
        kept = self._cache.get(name)
        if kept is not None and replayed(question, kept):
            return Reply(Usage(cached=1), (), answered=True)
        reply = await self._asker.ask(question, until)
        if reply.answered and reply.answer is not None:
            self._cache.put(name, reply.answer)
        return reply

    def error(self, fault: Fault) -> ProviderError:
        """As the asker says it."""
        return self._asker.error(fault)


def key(question: Question, identity: str) -> str:
    """What an answer is kept under: the hash of all that it depends on, prompts and schema included."""
    parts = [_FORMAT, identity, question.system, question.user, schema_text(question.answer)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def replayed(question: Question, kept: str) -> bool:
    """Lay a kept answer before the question's desk; whether it will do.

    It was accepted once, perhaps with small faults that were named to the model and stayed; they are not
    held against it again.
    """
    try:
        answer = question.answer.model_validate_json(kept)
    except ValidationError:
        return False
    question.desk.judge(answer)
    if question.desk.usable:
        return True
    question.desk.forget()
    return False
