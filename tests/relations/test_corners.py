"""Single demands, judged by the ends of their figures' intervals."""

from __future__ import annotations

import pytest

from verifier.figures.model import Interval
from verifier.relations.corners import impossible
from verifier.relations.model import Constraint, Linear, Relation


def band(low: int, high: int) -> Constraint:
    relation = Relation("order", (("greater", ("F1",)), ("less", ("F2",))))
    linear = (Linear((("F1", 1),), high), Linear((("F1", -1),), -low))
    return Constraint(relation, "order-contradicted", ("F1",), linear)


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        pytest.param({"F1": Interval(0, 10)}, False, id="overlaps"),
        pytest.param({"F1": Interval(0, 4)}, True, id="below"),
        pytest.param({"F1": Interval(8, 9)}, True, id="above"),
        pytest.param({"F1": Interval(None, None)}, False, id="unbounded"),
        pytest.param({"F1": Interval(8, None)}, True, id="no upper end"),
        pytest.param({}, False, id="a variable that is no figure"),
    ],
)
def test_impossible(box: dict[str, Interval], expected: bool) -> None:
    assert impossible(band(5, 7), box.get) is expected
