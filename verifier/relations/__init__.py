"""The kinds of relation that figures can stand in, one file each.

`KINDS` is the table of all of them. To add one: write its file, with the documented headings, and list
it here; the tests ask for examples that flag and examples that must not.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from verifier.relations.average import Average
from verifier.relations.change import Change
from verifier.relations.conversion import Conversion
from verifier.relations.dated import Age, Duration, Sequence
from verifier.relations.difference import Difference
from verifier.relations.model import Constraint, Direction, Linear, Relation, RelationKind, Values
from verifier.relations.order import Order
from verifier.relations.part_of import PartOf
from verifier.relations.ratio import Ratio
from verifier.relations.same_fact import SameFact
from verifier.relations.share import Share
from verifier.relations.shares_of_one import SharesOfOne
from verifier.relations.sum import Sum

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS: Mapping[str, RelationKind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            SameFact(),
            PartOf(),
            Sum(),
            Difference(),
            Share(),
            SharesOfOne(),
            Change(),
            Ratio(),
            Average(),
            Order(),
            Conversion(),
            Duration(),
            Age(),
            Sequence(),
        )
    }
)

__all__ = ["KINDS", "Constraint", "Direction", "Linear", "Relation", "RelationKind", "Values"]
