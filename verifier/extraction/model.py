"""Reading a draft with a language model: all questions at once, the offline reader as a safety net."""

from __future__ import annotations

import asyncio
import importlib
import json
import os
from contextlib import asynccontextmanager, closing, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from verifier.claims import Extraction, Usage
from verifier.extraction import merge, prompts
from verifier.extraction.cache import Cache
from verifier.extraction.cached import CachedAsker
from verifier.extraction.claims_desk import ClaimsDesk
from verifier.extraction.limits import Limits
from verifier.extraction.plan import planned
from verifier.extraction.questions import claims_desks, halves, question_of, questions_about, relations_desks
from verifier.extraction.relations_desk import RelationsDesk
from verifier.extraction.retry import HOPELESS, SMALLER
from verifier.settings import cache_folder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Sequence
    from contextlib import AbstractAsyncContextManager

    from verifier.claims import ProposedClaim
    from verifier.draft import Draft
    from verifier.extraction import Extractor, Patterns
    from verifier.extraction.asking import Asker, Reply
    from verifier.extraction.plan import Plan
    from verifier.extraction.retry import Patience
    from verifier.figures.model import Scan
    from verifier.relations import Relation
    from verifier.settings import Settings


# Seconds until the patterns start to read: less than any model takes, enough to send the questions.
_HEAD_START = 0.1
# Rounds of the event loop that a request takes until it is on its way.
_COURTESY = 20


def connect(settings: Settings, limits: Limits, patience: Patience | None = None) -> Asker:
    """Whoever asks the model that the settings name, from the cache where that is wanted.

    Args:
        settings: which model, and how.
        limits: what all calls together have to keep to.
        patience: how often to try; as the settings say by default.

    Raises:
        ConfigurationError: there is no such provider, its package is missing, or no key is set.
    """
    # Imported here: the vendor's libraries take a second, and the offline path needs none of them.
    client = importlib.import_module("verifier.extraction.client")
    asker: Asker = client.Client(settings, limits, patience)
    if settings.cache:
        asker = CachedAsker(asker, Cache(cache_folder(), settings.cache_megabytes), identity(settings))
    return asker


def identity(settings: Settings) -> str:
    """What an answer depends on besides the question: model, endpoint and options."""
    prefix = settings.model.partition("/")[0].upper().replace("-", "_")
    endpoint = {
        name: value
        for name, value in os.environ.items()
        if name.startswith(prefix) and any(part in name for part in ("URL", "HOST", "ENDPOINT"))
    }
    return json.dumps([settings.model, endpoint, settings.temperature, settings.seed], sort_keys=True)


def prompt_hashes() -> dict[str, str]:
    """The prompt files that a reading uses, as the report states them: ``{"claims.toml": "sha256:…"}``."""
    return dict(prompts.digests())


class ModelExtractor:
    """Asks a model for claims, window by window, and for the relations of the whole draft.

    Args:
        settings: which model, and its limits.
        offline: the reader by patterns: its relations are merged in, and it steps in for the model.
        connect: makes whoever asks; for tests.
    """

    def __init__(
        self,
        settings: Settings,
        offline: Patterns,
        *,
        connect: Callable[[Settings, Limits], Asker] = connect,
    ) -> None:
        self._settings = settings
        self._offline = offline
        self._connect = connect
        self._limits = Limits.of(settings)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Extractor]:
        """The reader with its connections kept open, for many drafts."""
        async with self._connect(self._settings, self._limits) as asker:
            yield Reader(self._settings, self._offline, asker)

    async def read(self, draft: Draft, scan: Scan) -> Extraction:
        """Read the draft in one round of calls; see `Reader.read`."""
        if not draft.sentences:
            return await self._offline.read(draft, scan)
        async with self.opened() as reader:
            return await reader.read(draft, scan)

    def plan(self, draft: Draft, scan: Scan) -> Plan:
        """What a reading would ask, without asking."""
        questions = questions_about(draft, scan, self._settings)
        if not self._settings.cache:
            return planned(questions, None, identity(self._settings))
        with closing(Cache(cache_folder(), self._settings.cache_megabytes)) as cache:
            return planned(questions, cache, identity(self._settings))


class Reader:
    """Reads drafts through one open asker.

    Args:
        settings: how long a draft may take, and how it is cut.
        offline: the reader by patterns.
        asker: whoever asks the model.
    """

    def __init__(self, settings: Settings, offline: Patterns, asker: Asker) -> None:
        self._settings = settings
        self._offline = offline
        self._asker = asker
        self._places = asyncio.Semaphore(settings.concurrency)

    def opened(self) -> AbstractAsyncContextManager[Extractor]:
        """Itself: it is open."""
        return nullcontext(self)

    async def read(self, draft: Draft, scan: Scan) -> Extraction:
        """Read the draft in one round of calls; in more where a part is too long for the model.

        The model is asked about `Settings.concurrency` drafts at a time; one that has to wait for its
        place is read by the patterns meanwhile.

        Raises:
            ProviderError: no call got through, because the service cannot be reached or refuses.
        """
        if not draft.sentences:
            return await self._offline.read(draft, scan)
        answers = asyncio.ensure_future(
            self._answers(claims_desks(draft, scan, self._settings), relations_desks(draft, scan))
        )
        try:
            # The patterns read while the model's answers are awaited. The requests go out first, unless
            # all is answered already.
            await asyncio.wait([answers], timeout=_HEAD_START)
            await _others_first()
            relations = self._offline.relations(draft, scan)
            about_claims, about_relations = await answers
        finally:
            answers.cancel()
        self._refuse_if_hopeless([reply for _, reply in (*about_claims, *about_relations)])
        await _others_first()
        settled = all(merge.settles(desk.best, desk.shown.figures.values()) for desk, _ in about_claims)
        claims = () if settled else self._offline.claims(draft, scan)
        read = _with_claims(draft, about_claims, claims)
        return _with_relations(draft, about_relations, read, relations)

    def _refuse_if_hopeless(self, replies: Sequence[Reply]) -> None:
        """Say so where every question that was put to the service failed for a reason that stays."""
        put = [reply for reply in replies if not (reply.usage.cached and reply.answered)]
        hopeless = [reply.fault for reply in put if reply.fault is not None and reply.fault.kind in HOPELESS]
        if put and len(hopeless) == len(put):
            raise self._asker.error(hopeless[0])

    async def _answers(
        self, claims: Sequence[ClaimsDesk], relations: Sequence[RelationsDesk]
    ) -> tuple[list[tuple[ClaimsDesk, Reply]], list[tuple[RelationsDesk, Reply]]]:
        """All questions about one draft, each with its reply, asked as soon as the draft has its place."""
        async with self._places:
            until = asyncio.get_running_loop().time() + self._settings.timeout
            read_claims, read_relations = await asyncio.gather(
                asyncio.gather(*(self._asked(desk, until) for desk in claims)),
                asyncio.gather(*(self._asked(desk, until) for desk in relations)),
            )
        return flat(read_claims), flat(read_relations)

    async def _asked(self, desk: D, until: float) -> list[tuple[D, Reply]]:
        """The desk with its reply; where the model cannot take so much at once, its halves with theirs."""
        reply = await self._asker.ask(question_of(desk), until)
        fault = reply.fault
        parts = halves(desk) if fault is not None and fault.kind in SMALLER and desk.best is None else []
        if not parts:
            return [(desk, reply)]
        until += reply.waited
        rows = flat(await asyncio.gather(*(self._asked(part, until) for part in parts)))
        (first, answered), *rest = rows
        return [(first, replace(answered, usage=reply.usage + answered.usage)), *rest]


D = TypeVar("D", ClaimsDesk, RelationsDesk)
T = TypeVar("T")


async def _others_first() -> None:
    """Let requests go out, and answers be read, before work for which no model waits."""
    for _ in range(_COURTESY):
        await asyncio.sleep(0)


def flat(lists: Iterable[list[T]]) -> list[T]:
    """The items of the lists, in order."""
    return [item for each in lists for item in each]


def _with_claims(
    draft: Draft, rows: Sequence[tuple[ClaimsDesk, Reply]], offline: Sequence[ProposedClaim]
) -> Extraction:
    """The claims of all windows, and what was not read of them."""
    parts = [(tuple(desk.shown.sentences.values()), desk.best, reply) for desk, reply in rows]
    claims = flat(list(merge.window_claims(sentences, best, offline)) for sentences, best, _ in parts)
    claimed = {figure for claim in claims for figure in claim.figures}
    silent = flat(list(best.no_claim) for _, best, _ in parts if best is not None)
    unread = (merge.unread_claims(sentences, best, reply) for sentences, best, reply in parts)
    return Extraction(
        claims=merge.in_order(draft, claims),
        no_claim=tuple(sorted(set(silent) - claimed, key=lambda figure: int(figure[1:]))),
        unread=tuple(passage for passage in unread if passage is not None),
        usage=sum((reply.usage for _, reply in rows), Usage()),
    )


def _with_relations(
    draft: Draft, rows: Sequence[tuple[RelationsDesk, Reply]], read: Extraction, offline: Sequence[Relation]
) -> Extraction:
    """The same with the relations of both readers, and the conflicts that the model names."""
    best = [desk.best for desk, _ in rows if desk.best is not None]
    relations, unstated = merge.joined_parts(best)
    unread = [
        merge.unread_relations(tuple(desk.shown.sentences.values()), desk.best, reply) for desk, reply in rows
    ]
    if len(rows) > 1:
        unread.append(merge.unrelated_parts(draft))
    return replace(
        read,
        relations=merge.merged_relations(offline, relations),
        unstated=unstated,
        conflicts=tuple(dict.fromkeys(conflict for each in best for conflict in each.conflicts)),
        unread=(*read.unread, *(passage for passage in unread if passage is not None)),
        usage=sum((reply.usage for _, reply in rows), read.usage),
    )
