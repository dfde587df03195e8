"""What the reader finds: who says what, and where one statement of a sentence ends and the next begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from verifier.extraction.offline.contents import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.claims import Manner
    from verifier.extraction.offline.marks import Marks


class Attributed(NamedTuple):
    """One attributed statement; all pairs are offsets in the draft.

    Attributes:
        content: what is said.
        mention: the words that name who says it.
        cue: the words that attribute; None in a quotation that goes on from an earlier one.
        manner: direct, indirect or mixed.
        verb: the base form of the cue ("say"), "according" or "".
    """

    content: tuple[int, int]
    mention: tuple[int, int]
    cue: tuple[int, int] | None
    manner: Manner
    verb: str


@dataclass(frozen=True, slots=True)
class Announced:
    """A sentence that ends in a colon: whoever it names says what follows.

    Attributes:
        mention: the words that name the speaker.
        cue: the verb, or the colon.
    """

    mention: tuple[int, int]
    cue: tuple[int, int]


def without_overlap(text: str, found: Sequence[Attributed], marks: Marks) -> Iterator[Attributed]:
    """Cut each content where the next statement joined to it begins, unless that one lies within it.

    What is left is marked as direct, indirect or mixed.
    """
    for index, attributed in enumerate(found):
        start, end = attributed.content
        for later in found[index + 1 : index + 8]:
            if later.cue is None or not start < later.cue[0] < end:
                continue
            same = later.mention == attributed.mention
            edge = later.cue[0] if same else later.mention[0]
            if (
                later.content[0] <= start
                and later.content[1] <= later.mention[0]
                and start < later.mention[0]
            ):
                start, end = trimmed(text, start, later.mention[0])  # "He fears a rise, she said"
                break
            if not start < edge < end or (attributed.cue is not None and start < attributed.cue[0]):
                continue
            cut = _joint(text, start, edge, same=same)
            if cut is not None:
                start, end = trimmed(text, start, cut)
                break
        yield attributed._replace(content=(start, end), manner=marks.manner(start, end))


def _joint(text: str, start: int, edge: int, *, same: bool) -> int | None:
    """Where the words that join a new statement begin, if such words stand before `edge`."""
    before = text[max(start, edge - 40) : edge].rstrip()
    at = max(start, edge - 40) + len(before)
    words = before.split()
    for back in range(1, min(4, len(words)) + 1):
        word = words[-back].strip(",;—–-").casefold()
        if word in ("and", "but", "while", "although", "though", "whereas", "then", "before", "after", "by"):
            cut = text.rfind(words[-back], start, at)
            joined_by_comma = text[max(0, cut - 3) : cut].rstrip()[-1:] in ',;—–-"”'
            return cut if same or joined_by_comma or word in ("and", "but") else None
        if word not in ("also", "later", "has", "have", "had", "in", "on", "then", "once", "again"):
            break
    if before[-1:] in ",;—–" and same:
        return at
    if before[-1:] == ";":
        return at
    return None
