"""One happening with two dates: "the 3 May debate … the debate, due on 5 May", "the blasts in Hull in 1993".

Debates and marches recur from year to year, so that only their days and months are compared; what strikes a
place by name is told apart by its year too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.happenings import STRIKES, Happening, happenings, of_one
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import DatePoint, Figure

_STRUCK = (
    "bomb", "blast", "xplosion", "ttack", "assacre", "ssault", "hooting", "illing", "urder", "quake", "riot", "fire",
    "blaze", "raid", "crash", "nvasion", "coup", "isaster", "sunami", "ssassination",
)  # fmt: skip
"""One of these stands wherever something strikes; without their first letter where that may be a capital."""
# Each place or party has its own.
_OF_PLACES = frozenset("primary primaries caucus contest contests convention vote ballot".split())


def happened_on(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for each two dates of one happening."""
    struck = any(word in draft.text for word in _STRUCK)
    dates = [figure for figure in figures if _is_exact(figure.date, struck=struck)]
    if len(dates) > 1:
        for one, other in of_one(happenings(draft, dates)):
            if _comparable(one, other):
                yield Relation(
                    "same_fact",
                    (("figures", (one.figure.id, other.figure.id)),),
                    proposed_by=("offline",),
                    rule="one happening, dated twice",
                )


def _is_exact(date: DatePoint | None, *, struck: bool) -> bool:
    """Whether it is a day or a month, or a year where something struck."""
    if date is None or date.end is not None:
        return False
    return date.month is not None or (struck and date.year is not None)


def _comparable(one: Happening, other: Happening) -> bool:
    """Whether both have a year or neither, and whether names or months tell that there is but one."""
    a, b = one.figure.date, other.figure.date
    if a is None or b is None or (a.year is None) != (b.year is None):
        return False
    if one.head in STRIKES and one.names & other.names:
        return True
    if not one.names and one.head in _OF_PLACES:
        return False
    return a.month is not None and b.month is not None and bool(one.names) == bool(other.names)
