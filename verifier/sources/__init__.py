"""Mentions → who: every source of the draft once, whatever it is called."""

from verifier.sources.identify import identify
from verifier.sources.model import Source, SourceKind

__all__ = ["Source", "SourceKind", "identify"]
