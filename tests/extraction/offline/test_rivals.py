"""A figure in reach that fits better than one that was read."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.extraction.offline.relations.rivals import unrivalled
from verifier.extraction.offline.relations.rule import mask
from verifier.relations.model import Direction, Relation

STEPS = [
    pytest.param(
        "It fell from £90 to £80, by £10, though £30 was feared.", "0 1 2", True, id="what fits stays"
    ),
    pytest.param(
        "It fell from £90 to £80, by £30, though £10 was feared.", "0 1 2", False, id="another size fits"
    ),
    pytest.param(
        "It fell from £90 to £80, by £30, though £50 was feared.", "0 1 2", True, id="nothing fits: an error"
    ),
    pytest.param(
        "It fell from £90 to £80, by £30, from a peak of £110.", "0 1 2", False, id="another start fits"
    ),
    pytest.param(
        "It fell from £90 to £80, by more than £30, from a peak of £130.",
        "0 1 2",
        False,
        id="another start fits an open size",
    ),
    pytest.param(
        "It fell from £90 to £80, by £30, or 11%, on the day.", "0 1 2", True, id="a rival of its kind"
    ),
    pytest.param(
        "Some 40% want a rise of 5%, up from 30% in May.",
        "2 1",
        False,
        id="an earlier one went the right way",
    ),
    pytest.param(
        "Some 20% want a rise of 5%, up from 30% in May.", "2 1", True, id="none went the right way"
    ),
    pytest.param(
        "They saw 126 wolves in 19 packs, up from 108 before.",
        "2 1",
        False,
        id="an earlier noun, left out later",
    ),
    pytest.param(
        "They saw 126 wolves in 19 packs, up from 108 packs before.",
        "2 1",
        True,
        id="the later noun, said again",
    ),
]


@pytest.mark.parametrize(("text", "ends", "stays"), STEPS)
def test_steps(text: str, ends: str, stays: bool) -> None:
    draft, figures = scanned(text)
    named = [figures[int(place)].id for place in ends.split()]
    roles = tuple((role, (figure,)) for role, figure in zip(("from", "to", "by"), named, strict=False))
    way = Direction.DOWN if "fell" in text else Direction.UP
    relation = Relation("change", roles, way)
    assert list(unrivalled([relation], mask(draft, draft.sentences, figures))) == [relation] * stays
