"""Judging the relations and conflicts that a model reports of a draft."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from verifier.claims import Conflict
from verifier.extraction.acceptance import Judge, Reason, cut_short
from verifier.extraction.filling import PLACE, id_of
from verifier.extraction.shown import DIGITS
from verifier.relations import KINDS, Direction, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from verifier.extraction.schema import ConflictAnswer, RelationsBase
    from verifier.extraction.shown import Shown
    from verifier.figures.model import Figure
    from verifier.relations import RelationKind


@dataclass(frozen=True, slots=True)
class AcceptedRelations:
    """What of an answer about relations can be used, how many items there were, and what was wrong."""

    relations: tuple[Relation, ...]
    conflicts: tuple[Conflict, ...]
    proposed: int
    reasons: tuple[Reason, ...]


class RelationsDesk(Judge[AcceptedRelations]):
    """Judges answers about the relations of a whole draft."""

    def __init__(self, shown: Shown, kinds: Mapping[str, RelationKind] = KINDS) -> None:
        super().__init__(shown)
        self._kinds = kinds

    def judge(self, answer: RelationsBase) -> list[str]:
        """What the model must put right; empty if the answer will do."""
        relations: list[Relation] = []
        conflicts: list[Conflict] = []
        reasons: list[Reason] = []
        proposed = 0
        for kind in self._kinds.values():
            for number, item in enumerate(getattr(answer, kind.name)):
                proposed += 1
                relation = _relation(kind, item)
                refused = kind.fits(relation, self.shown.figures)
                if refused is not None:
                    # One that compares what cannot be compared says nothing that arithmetic could judge:
                    # it is dropped, since asking again would cost a call and gain nothing.
                    if any(figure not in self.shown.figures for figure in relation.figures):
                        text = f"{kind.name}[{number}]: {cut_short(refused, 160)}"
                        reasons.append(Reason("unknown-figure", text))
                elif relation not in relations:
                    relations.append(relation)
        for number, stated in enumerate(answer.conflicts):
            proposed += 1
            conflict, wrong = self._conflict(stated)
            reasons += (replace(reason, text=f"conflicts[{number}]: {reason.text}") for reason in wrong)
            if not wrong and conflict not in conflicts:
                conflicts.append(conflict)
        return self.weigh(AcceptedRelations(tuple(relations), tuple(conflicts), proposed, tuple(reasons)))

    def _conflict(self, item: ConflictAnswer) -> tuple[Conflict, list[Reason]]:
        known = [s for s in self.shown.draft.sentences if s.id in item.sentences]
        wrong = [
            Reason("unknown-sentence", f"there is no sentence {cut_short(sentence)}")
            for sentence in item.sentences
            if self.shown.draft.sentence(sentence) is None
        ]
        if not wrong and len(known) < 2:  # noqa: PLR2004 - a conflict has two sides
            wrong.append(
                Reason("one-sided", "name all the sentences that conflict, at least two", fatal=False)
            )
        figures = self._named(item.why, [sentence.id for sentence in known])
        if not wrong and len(figures) > 1 and self._comparable(figures):
            listed = " and ".join(figure.id for figure in figures)
            text = f"a conflict of the figures {listed} is to be stated as a relation, not here"
            wrong.append(Reason("figures-conflict", text, fatal=False))
        why = PLACE.sub(self._printed, item.why.strip())
        if not why:
            wrong.append(Reason("empty", "say why", fatal=False))
        return Conflict(tuple(sentence.id for sentence in known), why), wrong

    def _named(self, why: str, sentences: list[str]) -> list[Figure]:
        """The figures of these sentences that the explanation speaks of, by id or as printed."""
        ids = {id_of(match) for match in PLACE.finditer(why)}
        rest = PLACE.sub(" ", why)
        return [
            figure
            for sentence in sentences
            for figure in self.shown.figures_of(sentence)
            if figure.id in ids
            or (
                DIGITS.search(figure.span.quote)
                and re.search(rf"(?<!\w){re.escape(figure.span.quote)}(?!\w)", rest)
            )
        ]

    def _comparable(self, figures: list[Figure]) -> bool:
        """Whether a relation could say that two that differ are one value, so that arithmetic decides."""
        same = self._kinds.get("same_fact")
        return same is not None and any(
            same.fits(Relation("same_fact", (("figures", (one.id, other.id)),)), self.shown.figures) is None
            for at, one in enumerate(figures)
            for other in figures[at + 1 :]
            if one.span.quote != other.span.quote
        )

    def _printed(self, match: re.Match[str]) -> str:
        figure = self.shown.figures.get(id_of(match))
        return match[0] if figure is None else f"“{figure.span.quote}”"


def _relation(kind: RelationKind, item: Any) -> Relation:  # noqa: ANN401 - made from the kind
    """The relation that an item of the answer states, its roles in the kind's order."""
    roles: list[tuple[str, tuple[str, ...]]] = []
    for name in kind.roles:
        value = getattr(item, name)
        ids = (value,) if isinstance(value, str) else tuple(value or ())
        if ids:
            roles.append((name, tuple(dict.fromkeys(ids))))
    direction = getattr(item, "direction", None)
    return Relation(
        kind.name,
        tuple(roles),
        direction=None if direction is None else Direction(direction),
        complete=bool(getattr(item, "complete", False)),
        proposed_by=("model",),
    )
