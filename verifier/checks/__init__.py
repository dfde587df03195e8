"""Findings that need no arithmetic, one file each: what a model calls a conflict, sources, coverage."""

from verifier.checks.conflicts import conflicting_statements
from verifier.checks.coverage import Coverage, coverage_of, unchecked_figures
from verifier.checks.unread import unread_passages
from verifier.checks.vague_sources import vague_sources

__all__ = [
    "Coverage",
    "conflicting_statements",
    "coverage_of",
    "unchecked_figures",
    "unread_passages",
    "vague_sources",
]
