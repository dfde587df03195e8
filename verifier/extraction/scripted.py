"""An extractor that answers from a script, for every test above the wire."""

from __future__ import annotations

from collections import deque
from contextlib import nullcontext
from typing import TYPE_CHECKING

from verifier.claims import Extraction

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractAsyncContextManager

    from verifier.claims import ProposedClaim
    from verifier.draft import Draft
    from verifier.extraction import Extractor
    from verifier.figures.model import Scan
    from verifier.relations import Relation


class ScriptedExtractor:
    """Hands out the extractions it was given, in order, and remembers what it was shown.

    Args:
        extractions: what the next readings return; an exception among them is raised.
        otherwise: what later readings return.

    Attributes:
        calls: the drafts and scans that it was given, in order.
    """

    def __init__(
        self,
        extractions: Iterable[Extraction | Exception] = (),
        otherwise: Extraction | None = None,
    ) -> None:
        self._queue = deque(extractions)
        self._otherwise = Extraction() if otherwise is None else otherwise
        self.calls: list[tuple[Draft, Scan]] = []

    def opened(self) -> AbstractAsyncContextManager[Extractor]:
        """Itself: it needs nothing open."""
        return nullcontext(self)

    async def read(self, draft: Draft, scan: Scan) -> Extraction:
        """The next extraction of the script."""
        self.calls.append((draft, scan))
        answer = self._queue.popleft() if self._queue else self._otherwise
        if isinstance(answer, Exception):
            raise answer
        return answer

    def claims(self, draft: Draft, scan: Scan) -> tuple[ProposedClaim, ...]:
        """Those of what later readings return."""
        del draft, scan
        return self._otherwise.claims

    def relations(self, draft: Draft, scan: Scan) -> tuple[Relation, ...]:
        """Those of what later readings return."""
        del draft, scan
        return self._otherwise.relations
