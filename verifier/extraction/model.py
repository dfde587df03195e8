"""Reading a draft with a language model: all questions at once, the offline reader as a safety net."""

from __future__ import annotations

import asyncio
import importlib
import inspect
from dataclasses import replace
from typing import TYPE_CHECKING

from verifier.claims import Extraction, Usage
from verifier.extraction import merge, prompts
from verifier.extraction.asking import Question
from verifier.extraction.claims_desk import ClaimsDesk
from verifier.extraction.relations_desk import RelationsDesk
from verifier.extraction.retry import HOPELESS
from verifier.extraction.schema import ClaimsAnswer, known_relations_answer, shape
from verifier.extraction.shown import Shown, escaped
from verifier.extraction.windows import cut
from verifier.relations import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from verifier.draft import Draft
    from verifier.extraction import Extractor
    from verifier.extraction.asking import Asker, Reply
    from verifier.extraction.windows import Window
    from verifier.figures.model import Scan
    from verifier.relations import RelationKind
    from verifier.settings import Settings


# Seconds until the patterns start to read: less than any model takes, enough to send the questions.
_HEAD_START = 0.1


def connect(settings: Settings) -> Asker:
    """The client that asks the model which the settings name.

    Raises:
        ConfigurationError: there is no such provider, its package is missing, or no key is set.
    """
    # Imported here: the vendor's libraries take a second, and the offline path needs none of them.
    client = importlib.import_module("verifier.extraction.client")
    asker: Asker = client.Client(settings)
    return asker


def prompt_hashes() -> dict[str, str]:
    """The prompt files that a reading uses, as the report states them: ``{"claims.toml": "sha256:…"}``."""
    return dict(prompts.digests())


class ModelExtractor:
    """Asks a model for claims, window by window, and for the relations of the whole draft.

    Args:
        settings: which model, and its limits.
        offline: the reader by patterns: its relations are merged in, and it steps in for the model.
        connect: makes the client; for tests.
    """

    def __init__(
        self, settings: Settings, offline: Extractor, *, connect: Callable[[Settings], Asker] = connect
    ) -> None:
        self._settings = settings
        self._offline = offline
        self._connect = connect

    async def read(self, draft: Draft, scan: Scan) -> Extraction:
        """Read the draft in one round of calls.

        Raises:
            ProviderError: no call got through, because the service cannot be reached or refuses.
            ConfigurationError: the model cannot be asked with these settings.
        """
        windows = cut(draft, self._settings.window_words)
        if not windows:
            return await self._offline.read(draft, scan)
        claims = [
            ClaimsDesk(Shown(draft, scan.figures, window.sentences), window.introduced) for window in windows
        ]
        relations = RelationsDesk(Shown(draft, scan.figures))
        questions = [_about_claims(desk) for desk in claims]
        if len(draft.sentences) > 1 or len(scan.figures) > 1:
            questions.append(_about_relations(relations))
        async with self._connect(self._settings) as asker:
            # The patterns read in a thread of their own while the model's answers are awaited.
            offline, replies = await asyncio.gather(
                asyncio.to_thread(asyncio.run, self._read_offline(draft, scan)),
                asyncio.gather(*(asker.ask(question) for question in questions)),
            )
            faults = [reply.fault for reply in replies]
            hopeless = [fault for fault in faults if fault is not None and fault.kind in HOPELESS]
            if len(hopeless) == len(questions):
                raise asker.error(hopeless[0])
        read = _with_claims(draft, windows, claims, replies, offline)
        return _with_relations(draft, relations, replies[len(claims) :], read, offline)

    async def _read_offline(self, draft: Draft, scan: Scan) -> Extraction:
        # Two threads share one interpreter: the requests go out first, while this one sleeps.
        await asyncio.sleep(_HEAD_START)
        return await self._offline.read(draft, scan)


def _about_claims(desk: ClaimsDesk) -> Question:
    prompt = prompts.load("claims")
    user = prompt.user_text(
        introduced="\n".join(escaped(name) for name in desk.introduced) or "(nothing)",
        draft=desk.shown.text(),
    )
    return Question(prompt.system_text(), user, ClaimsAnswer, desk)


def _about_relations(desk: RelationsDesk) -> Question:
    prompt = prompts.load("relations")
    user = prompt.user_text(draft=desk.shown.text())
    return Question(prompt.system_text(kinds=kinds_text(prompt)), user, known_relations_answer(), desk)


def kinds_text(prompt: prompts.Prompt) -> str:
    """The kinds of relation as the prompt lists them: name, shape, meaning."""
    return "\n".join(
        f"- {name} {shape(kind)}: {prompt.kinds.get(name) or _says(kind)}" for name, kind in KINDS.items()
    )


def _says(kind: RelationKind) -> str:
    """What a kind's own page says it says, for a kind that the prompt does not know yet."""
    _, _, rest = (inspect.getdoc(kind) or "").partition("What it says:")
    return " ".join(rest.partition("\n\n")[0].split())


def _with_claims(
    draft: Draft,
    windows: Sequence[Window],
    desks: Sequence[ClaimsDesk],
    replies: Sequence[Reply],
    offline: Extraction,
) -> Extraction:
    """The claims of all windows, and what was not read of them."""
    rows = list(zip(windows, desks, replies, strict=False))
    claims = [claim for window, desk, _ in rows for claim in merge.window_claims(window, desk.best, offline)]
    claimed = {figure for claim in claims for figure in claim.figures}
    silent = [figure for desk in desks if desk.best is not None for figure in desk.best.no_claim]
    unread = (merge.unread_claims(window, desk.best, reply) for window, desk, reply in rows)
    return Extraction(
        claims=merge.in_order(draft, claims),
        no_claim=tuple(sorted({*silent, *offline.no_claim} - claimed, key=lambda figure: int(figure[1:]))),
        unread=tuple(passage for passage in unread if passage is not None),
        usage=sum((reply.usage for reply in replies), Usage()),
    )


def _with_relations(
    draft: Draft, desk: RelationsDesk, replies: Sequence[Reply], read: Extraction, offline: Extraction
) -> Extraction:
    """The same with the relations of both readers, and the conflicts that the model names."""
    best = desk.best
    unread = [merge.unread_relations(draft, desk.best, reply) for reply in replies]
    return replace(
        read,
        relations=merge.merged_relations(offline.relations, best.relations if best is not None else ()),
        unstated=best.unstated if best is not None else (),
        conflicts=best.conflicts if best is not None else (),
        unread=(*read.unread, *(passage for passage in unread if passage is not None)),
    )
