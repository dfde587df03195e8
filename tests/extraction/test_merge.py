from __future__ import annotations

from typing import Literal

import pytest
from marked import marked

from verifier.claims import ProposedClaim, Usage
from verifier.extraction.asking import Reply
from verifier.extraction.claims_desk import AcceptedClaims
from verifier.extraction.merge import in_order, merged_relations, settles, unread_relations, window_claims
from verifier.extraction.relations_desk import AcceptedRelations
from verifier.relations import Direction, Relation

DRAFT, SCAN = marked("""
[S1] ⟦F1 Four⟧ cats and ⟦F2 nine⟧ dogs came.
[S2] ⟦F3 Two⟧ of them stayed, police said.
""")
WINDOW = DRAFT.sentences


def _claim(sentence: str, *figures: str, by: Literal["offline", "model"] = "offline") -> ProposedClaim:
    return ProposedClaim(sentence, f"{sentence} {figures}", "", figures, proposed_by=by)


OFFLINE = (_claim("S1", "F1", "F2"), _claim("S2", "F3"), _claim("S2"))


def _accepted(
    *claims: ProposedClaim, no_claim: tuple[str, ...] = (), dropped: tuple[str, ...] = ()
) -> AcceptedClaims:
    return AcceptedClaims(claims, no_claim, dropped, ())


def test_an_unread_window_has_the_offline_readers_claims() -> None:
    assert window_claims(WINDOW, None, OFFLINE) == OFFLINE
    assert window_claims(WINDOW[1:], None, OFFLINE) == OFFLINE[1:]


def test_a_window_that_was_read_has_the_models_claims() -> None:
    ours = _claim("S1", "F1", "F2", by="model"), _claim("S2", "F3", by="model")
    assert window_claims(WINDOW, _accepted(*ours), OFFLINE) == ours


def test_a_dropped_claim_gives_way_to_the_offline_reader() -> None:
    ours = _claim("S1", "F1", "F2", by="model")
    assert window_claims(WINDOW, _accepted(ours, dropped=("S2",)), OFFLINE) == (ours, *OFFLINE[1:])


def test_a_figure_that_the_model_left_out_is_filled_in() -> None:
    ours = _claim("S1", "F1", by="model")
    assert window_claims(WINDOW, _accepted(ours, no_claim=("F3",)), OFFLINE) == (ours, OFFLINE[0])


@pytest.mark.parametrize(
    ("accepted", "settled"),
    [
        (None, False),
        (_accepted(_claim("S1", "F1", "F2"), _claim("S2", "F3")), True),
        (_accepted(_claim("S1", "F1", "F2"), no_claim=("F3",)), True),
        (_accepted(_claim("S1", "F1", "F2")), False),
        (_accepted(_claim("S1", "F1", "F2"), no_claim=("F3",), dropped=("S2",)), False),
        (_accepted(_claim("S1", "F1", "F2"), no_claim=("F3",), dropped=("S1",)), True),
    ],
    ids=[
        "unread",
        "all-claimed",
        "no-claim",
        "a-figure-left-out",
        "a-sentence-dropped",
        "one-claim-of-two-dropped",
    ],
)
def test_what_an_answer_settles(accepted: AcceptedClaims | None, settled: bool) -> None:
    assert settles(accepted, SCAN.figures) == settled
    if settled:
        assert accepted is not None
        assert window_claims(WINDOW, accepted, OFFLINE) == accepted.claims


def test_claims_come_in_the_order_of_the_draft() -> None:
    claims = _claim("S2", "F3"), _claim("S1", "F2"), _claim("S1", "F1")
    assert in_order(DRAFT, claims) == (claims[1], claims[2], claims[0])


def _relation(kind: str, by: str, **roles: str | list[str]) -> Relation:
    ids = tuple((name, (value,) if isinstance(value, str) else tuple(value)) for name, value in roles.items())
    return Relation(kind, ids, proposed_by=(by,))


def test_a_relation_of_both_readers_is_one() -> None:
    offline = _relation("sum", "offline", parts=["F1", "F2"], total="F3")
    model = _relation("sum", "model", parts=["F2", "F1"], total="F3")
    (both,) = merged_relations([offline], [model])
    assert both.roles == offline.roles
    assert both.proposed_by == ("offline", "model")


def test_roles_tell_relations_apart() -> None:
    there = _relation("part_of", "offline", part="F1", whole="F2")
    back = _relation("part_of", "model", part="F2", whole="F1")
    assert len(merged_relations([there], [back])) == 2


def test_what_the_patterns_read_stands() -> None:
    roles = (("from", ("F1",)), ("to", ("F2",)))
    up = Relation("change", roles, direction=Direction.UP, proposed_by=("offline",))
    down = Relation("change", roles, direction=Direction.DOWN, proposed_by=("model",))
    bare = Relation("change", roles, proposed_by=("offline",))
    assert merged_relations([up], [down])[0].direction is Direction.UP
    assert merged_relations([bare], [down])[0].direction is Direction.DOWN


def test_relations_have_a_fixed_order() -> None:
    a = _relation("order", "model", greater="F1", less="F2")
    b = _relation("same_fact", "model", figures=["F10", "F11"])
    c = _relation("same_fact", "model", figures=["F9", "F2"])
    assert merged_relations([a], [b, c]) == merged_relations([], [c, b, a]) == (c, b, a)


def test_relations_of_which_none_could_be_kept_are_noted() -> None:
    reply = Reply(Usage(calls=1), (), answered=True)
    nothing = AcceptedRelations((), (), (), 0, ())
    assert unread_relations(WINDOW, nothing, reply) is None
    unread = unread_relations(WINDOW, AcceptedRelations((), (), (), 2, ()), reply)
    assert unread is not None
    assert unread.sentences == ("S1", "S2")
    assert unread.what == "relations"


def test_a_larger_statement_of_one_fact_absorbs_its_pairs() -> None:
    pair = Relation("same_fact", (("figures", ("F1", "F2")),), proposed_by=("offline",))
    group = Relation("same_fact", (("figures", ("F1", "F2", "F3")),), proposed_by=("model",))
    (merged,) = merged_relations([pair], [group])
    assert merged.figures == ("F1", "F2", "F3")
    assert set(merged.proposed_by) == {"offline", "model"}


def test_statements_of_two_facts_stay_two() -> None:
    one = Relation("same_fact", (("figures", ("F1", "F2")),), proposed_by=("offline",))
    other = Relation("same_fact", (("figures", ("F2", "F3")),), proposed_by=("model",))
    assert len(merged_relations([one], [other])) == 2
