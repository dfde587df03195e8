"""The offline reader: claims, attributions and relations by patterns, without a model."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from verifier.claims import Extraction
from verifier.extraction.offline.relations import read_relations
from verifier.extraction.offline.statements import claims_of
from verifier.extraction.offline.voices import voices_of

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from verifier.claims import ProposedClaim
    from verifier.draft import Draft
    from verifier.extraction import Extractor
    from verifier.figures import Scan
    from verifier.relations import Relation


class OfflineExtractor:
    """Reads by patterns over figures and sentences. Needs no key and no network, and never waits."""

    def opened(self) -> AbstractAsyncContextManager[Extractor]:
        """Itself: it needs nothing open."""
        return nullcontext(self)

    async def read(self, draft: Draft, scan: Scan) -> Extraction:
        """The claims and relations that the patterns see."""
        return self.extract(draft, scan)

    def extract(self, draft: Draft, scan: Scan) -> Extraction:
        """The same, for callers that do not wait."""
        return Extraction(claims=self.claims(draft, scan), relations=self.relations(draft, scan))

    def claims(self, draft: Draft, scan: Scan) -> tuple[ProposedClaim, ...]:
        """The claims alone, in the order of the draft."""
        return tuple(claims_of(draft, scan.figures, voices_of(draft)))

    def relations(self, draft: Draft, scan: Scan) -> tuple[Relation, ...]:
        """The relations alone."""
        return read_relations(draft, scan.figures)
