"""Draft and figures in, `Extraction` out: by patterns (`offline`) or by a language model (`model`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from verifier.claims import Extraction, ProposedClaim
    from verifier.draft import Draft
    from verifier.figures import Scan
    from verifier.relations import Relation


class Extractor(Protocol):
    """Anything that can read a draft."""

    def opened(self) -> AbstractAsyncContextManager[Extractor]:
        """The reader with whatever it needs kept open, for many drafts."""
        ...

    async def read(self, draft: Draft, scan: Scan) -> Extraction:
        """Propose claims, relations and conflicts; never raises for what a passage holds."""
        ...


class Patterns(Extractor, Protocol):
    """A reader that never waits, and can be asked for one thing alone."""

    def claims(self, draft: Draft, scan: Scan) -> tuple[ProposedClaim, ...]:
        """The claims, in the order of the draft."""
        ...

    def relations(self, draft: Draft, scan: Scan) -> tuple[Relation, ...]:
        """How the figures hang together."""
        ...
