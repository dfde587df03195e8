"""A report beside the file that its draft came from, for renderings that speak of places in files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from verifier.report.lines import Lines

if TYPE_CHECKING:
    from verifier.report.model import EvidenceModel, Report


@dataclass(frozen=True)
class Filed:
    """A report and its file.

    Attributes:
        report: the report, with `source_span` where the draft has markup.
        text: the draft, as it was checked.
        path: the file, as it was named; None for standard input.
        source: the file as it was decoded, which places are counted in: the text itself for a plain one;
            None for a Word file, which has no lines.
        sha256: of the file's bytes, in hexadecimal; None where it is not known.
    """

    report: Report
    text: str
    path: str | None = None
    source: str | None = None
    sha256: str | None = None

    @property
    def uri(self) -> str | None:
        """The path as a URI, relative where the path is."""
        return None if self.path is None else uri_of(self.path)

    @property
    def name(self) -> str | None:
        """The path as text, with slashes; what of it is no text is a question mark."""
        path = None if self.path is None else PurePath(self.path).as_posix()
        return path and path.encode("utf-8", "replace").decode("utf-8")

    @cached_property
    def lines(self) -> Lines:
        """The lines of the file."""
        return Lines(self.source or "")

    def bounds(self, evidence: EvidenceModel) -> tuple[int, int] | None:
        """Where evidence stands in the file: code points ``[start, end)``; None where that is not known."""
        if self.source is None:
            return None
        if evidence.source_span is not None:
            return evidence.source_span.start, evidence.source_span.end
        return (evidence.start, evidence.end) if self.source == self.text else None


def uri_of(path: str) -> str:
    """A path as a URI.

    >>> uri_of("drafts/lead one: 50%.txt")
    'drafts/lead%20one%3A%2050%25.txt'
    """
    pure = PurePath(path)
    # Through bytes: a name that is not valid UTF-8 has a URI like any other.
    return pure.as_uri() if pure.is_absolute() else quote(os.fsencode(pure.as_posix()))
