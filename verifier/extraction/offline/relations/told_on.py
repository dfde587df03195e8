"""Dates of sentences that follow each other, where a word says that the story goes on.

"She met the owners in May. She subsequently moved to Hull in July."
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.in_time import comparable
from verifier.patterns import late
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.extraction.offline.relations.rule import Masked

_WORDS = r"[^<>.;:!?|()“”\"–—]{0,70}?"
_SUBJECT = r"(?:He|She|It|They|The\s(?:[\w’'-]+\s){1,3}?|(?:Mr|Mrs|Ms|Miss|Sir|Dr|Lord|Lady)\s(?:[A-Z][\w’'-]+\s?)+|[A-Z][\w’'-]+\s?)"
_ON = late(
    rf"^\s?(?:But\s|And\s)?(?:(?:Then|Later|Subsequently|Afterwards|Eventually|After\sthat|Soon\safter(?:wards)?),?\s{_WORDS}|"
    rf"{_SUBJECT}\s?(?:was\s|were\s|had\s)?(?:then|later|subsequently|eventually|afterwards|went\son\sto|finally)\s(?!said|told|recalled|wrote|admitted|claimed|added){_WORDS})"
    r"\b(?:in|on)\s<(?P<date>d\d+)>"
)
_DATE = late(r"<(d\d+)>")
_MODAL = late(
    r"\b(?:will|would|could|should|may|might|by|expect\w*|forecast\w*|predict\w*|plan\w*|if)\b[^<>,.;:]*$",
    re.IGNORECASE,
)
_WHEN = late(
    r"\b(?:in|on)\s(?:early\s|late\s|mid-?|the\s(?:spring|summer|autumn|fall|winter|end|start)\sof\s)?$"
)


def told_on(masked: Masked) -> Iterator[Relation]:
    """`sequence` for the date of a sentence and the one of the next, of a masked pair."""
    before, bar, after = masked.text.partition(" | ")
    if not bar or "<d" not in before or "<d" not in after:
        return
    found = _ON.match(after)
    earlier = list(_DATE.finditer(before))
    if found is None or len(earlier) != 1:
        return
    clause = before[: earlier[0].start()]
    if not _WHEN.search(clause) or _MODAL.search(clause):
        return
    one, other = masked.figures[earlier[0][1][1:]], masked.figures[found["date"][1:]]
    if comparable(one, other):
        yield Relation(
            "sequence",
            (("earlier", (one.id,)), ("later", (other.id,))),
            proposed_by=("offline",),
            rule="the story goes on",
        )
