"""Two readers, one extraction: what the model read, and the offline reader where it did not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from verifier.claims import Unread
from verifier.extraction.acceptance import UNKNOWN_SENTENCE
from verifier.relations import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from verifier.claims import ProposedClaim
    from verifier.draft import Draft, Sentence
    from verifier.extraction.acceptance import Reason
    from verifier.extraction.asking import Reply
    from verifier.extraction.claims_desk import AcceptedClaims
    from verifier.extraction.relations_desk import AcceptedRelations
    from verifier.figures.model import Figure
    from verifier.relations import Relation
    from verifier.relations.unstated import Unstated


def settles(accepted: AcceptedClaims | None, figures: Iterable[Figure]) -> bool:
    """Whether an answer leaves none of its window's figures and sentences to the offline reader."""
    if accepted is None or _bare(accepted):
        return False
    return _settled(accepted).issuperset(figure.id for figure in figures)


def window_claims(
    sentences: Sequence[Sentence], accepted: AcceptedClaims | None, offline: Iterable[ProposedClaim]
) -> tuple[ProposedClaim, ...]:
    """The claims of one window.

    The model's, and the offline reader's where the model gave none that can be used: all of a window
    that it did not read, those of a sentence whose claims had to be dropped, and those with a figure
    that it left out.
    """
    asked = {sentence.id for sentence in sentences}
    theirs = [claim for claim in offline if claim.sentence in asked]
    if accepted is None:
        return tuple(theirs)
    bare, settled = _bare(accepted), _settled(accepted)
    added = [
        claim
        for claim in theirs
        if claim.sentence in bare or any(figure not in settled for figure in claim.figures)
    ]
    return (*accepted.claims, *added)


def _bare(accepted: AcceptedClaims) -> set[str]:
    """The sentences of which nothing was left, since every claim had to be dropped."""
    return set(accepted.dropped) - {claim.sentence for claim in accepted.claims}


def _settled(accepted: AcceptedClaims) -> set[str]:
    """The figures that are claimed, or said to claim nothing."""
    return {*accepted.no_claim, *(figure for claim in accepted.claims for figure in claim.figures)}


def in_order(draft: Draft, claims: Iterable[ProposedClaim]) -> tuple[ProposedClaim, ...]:
    """The claims in the order of their sentences; those of one sentence as they came."""
    place = {sentence.id: number for number, sentence in enumerate(draft.sentences)}
    return tuple(sorted(claims, key=lambda claim: place[claim.sentence]))


def merged_relations(offline: Iterable[Relation], model: Iterable[Relation]) -> tuple[Relation, ...]:
    """The relations of both readers, each once, in the order of their kinds and figures.

    Where both state the same kind of the same figures, what the patterns read of direction and
    completeness stands, and the model adds what they left open.
    """
    merged: dict[object, Relation] = {}
    for relation in offline:
        merged.setdefault(_key(relation), relation)
    for relation in model:
        known = merged.get(_key(relation))
        merged[_key(relation)] = relation if known is None else _both(known, relation)
    _absorb_pairs(merged)
    order = {kind: number for number, kind in enumerate(KINDS)}
    return tuple(sorted(merged.values(), key=lambda r: (order.get(r.kind, len(order)), _numbers(r.figures))))


def _absorb_pairs(merged: dict[object, Relation]) -> None:
    """Drop statements of one fact that a larger one holds: what proposed them proposed part of it."""
    groups = sorted(
        (item for item in merged.items() if item[1].kind == "same_fact"),
        key=lambda item: -len(item[1].figures),
    )
    for index, (key, smaller) in enumerate(groups):
        for larger_key, _ in groups[:index]:
            larger = merged.get(larger_key)
            if larger is not None and set(smaller.figures) < set(larger.figures):
                names = dict.fromkeys((*larger.proposed_by, *smaller.proposed_by))
                merged[larger_key] = replace(larger, proposed_by=tuple(names))
                merged.pop(key, None)
                break


def _both(one: Relation, other: Relation) -> Relation:
    return replace(
        one,
        direction=one.direction if one.direction is not None else other.direction,
        complete=one.complete or other.complete,
        partial=one.partial and other.partial,
        proposed_by=tuple(dict.fromkeys((*one.proposed_by, *other.proposed_by))),
    )


def _key(relation: Relation) -> object:
    """What makes two relations the same: kind and roles; in a role, the order means nothing."""
    roles = ((name, tuple(sorted(figures, key=_number))) for name, figures in relation.roles if figures)
    return relation.kind, tuple(roles)


def _numbers(figures: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted(_number(figure) for figure in figures))


def _number(figure_id: str) -> int:
    digits = figure_id[1:]
    return int(digits) if digits.isdecimal() else 0


def unread_claims(
    sentences: Sequence[Sentence], accepted: AcceptedClaims | None, reply: Reply
) -> Unread | None:
    """The part of a window that the model did not read as asked, if any."""
    if accepted is None:
        return Unread(tuple(sentence.id for sentence in sentences), "claims", _why(reply, ()))
    unread = set(accepted.dropped)
    if any(reason.code == UNKNOWN_SENTENCE and reason.fatal for reason in accepted.reasons):
        # Which sentences these claims are about nobody knows: those that are left without any.
        unread |= {sentence.id for sentence in sentences} - {claim.sentence for claim in accepted.claims}
    if unread and reply.fault is not None:
        places = tuple(sentence.id for sentence in sentences if sentence.id in unread)
        return Unread(places, "claims", _why(reply, accepted.reasons))
    return None


def unread_relations(
    sentences: Sequence[Sentence], accepted: AcceptedRelations | None, reply: Reply
) -> Unread | None:
    """A note that the model gave no relations that can be used, if so."""
    kept = accepted is not None and (accepted.relations or accepted.conflicts or not accepted.proposed)
    if kept:
        return None
    reasons = accepted.reasons if accepted is not None else ()
    return Unread(tuple(sentence.id for sentence in sentences), "relations", _why(reply, reasons))


def unrelated_parts(draft: Draft) -> Unread:
    """A note that a draft was too long to be read for relations at once: none were asked across its parts."""
    why = "the draft is longer than the model takes at once; its parts were read apart"
    return Unread(tuple(sentence.id for sentence in draft.sentences), "relations across its parts", why)


def joined_parts(
    parts: Sequence[AcceptedRelations],
) -> tuple[tuple[Relation, ...], tuple[Unstated, ...]]:
    """The relations of several parts of a draft, with the quantities they imply named apart."""
    relations: list[Relation] = []
    unstated: list[Unstated] = []
    for part in parts:
        names = {quantity.id: f"X{len(unstated) + n}" for n, quantity in enumerate(part.unstated, 1)}
        unstated += (replace(quantity, id=names[quantity.id]) for quantity in part.unstated)
        for relation in part.relations:
            roles = tuple((role, tuple(names.get(f, f) for f in figures)) for role, figures in relation.roles)
            relations.append(replace(relation, roles=roles))
    return tuple(dict.fromkeys(relations)), tuple(unstated)


def _why(reply: Reply, reasons: Sequence[Reason]) -> str:
    """The reason in one line, without the draft's words."""
    why = reply.fault.why if reply.fault is not None else "nothing in the model's answer could be used"
    if codes := ", ".join(dict.fromkeys(reason.code for reason in reasons)):
        why += f" ({codes})"
    attempts = reply.usage.calls
    return f"{why}, after {attempts} attempts" if attempts > 1 else why
