"""Judging the relations and conflicts that a model reports of a draft."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from verifier.claims import Conflict, Words
from verifier.extraction.acceptance import Judge, Reason, cut_short
from verifier.extraction.filling import PLACE, id_of
from verifier.extraction.shown import DIGITS
from verifier.relations import KINDS, Direction, Relation
from verifier.relations.unstated import Unstated, as_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from verifier.extraction.schema import ConflictAnswer, PlaceAnswer, RelationsBase
    from verifier.extraction.shown import Shown
    from verifier.figures.model import Figure
    from verifier.relations import RelationKind

_MISQUOTED = "not-in-sentence"


@dataclass(frozen=True, slots=True)
class AcceptedRelations:
    """What of an answer about relations can be used, how many items there were, and what was wrong."""

    relations: tuple[Relation, ...]
    unstated: tuple[Unstated, ...]
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
        unstated = self._unstated(answer)
        known = {**self.shown.figures, **as_figures(unstated, self.shown.figures)}
        for kind in self._kinds.values():
            for number, item in enumerate(getattr(answer, kind.name)):
                proposed += 1
                relation = _relation(kind, item)
                refused = kind.fits(relation, known)
                if refused is not None:
                    # One that compares what cannot be compared says nothing that arithmetic could judge:
                    # it is dropped, since asking again would cost a call and gain nothing.
                    if any(figure not in known for figure in relation.figures):
                        text = f"{kind.name}[{number}]: {cut_short(refused, 160)}"
                        reasons.append(Reason("unknown-figure", text))
                elif (placed := self._placed(relation)) not in relations:
                    relations.append(placed)
        for number, stated in enumerate(answer.conflicts):
            proposed += 1
            conflict, wrong = self._conflict(stated)
            reasons += (replace(reason, text=f"conflicts[{number}]: {reason.text}") for reason in wrong)
            if all(reason.code == _MISQUOTED for reason in wrong) and conflict not in conflicts:
                conflicts.append(conflict)
        named = {figure for relation in relations for figure in relation.figures}
        linked = tuple(
            replace(quantity, like=self.shown.figures[quantity.like].id)
            for quantity in unstated
            if quantity.id in named
        )
        accepted = AcceptedRelations(tuple(relations), linked, tuple(conflicts), proposed, tuple(reasons))
        return self.weigh(accepted)

    def _unstated(self, answer: RelationsBase) -> tuple[Unstated, ...]:
        """The quantities that the answer introduces; one without words or like nothing is left out."""
        return tuple(
            Unstated(item.id, cut_short(" ".join(PLACE.sub(self._printed, item.what).split()), 80), item.like)
            for item in answer.unstated
            if item.id.startswith("X") and item.what.strip() and item.like in self.shown.figures
        )

    def _placed(self, relation: Relation) -> Relation:
        """The relation with its figures called as in the draft."""
        figures = self.shown.figures
        roles = tuple(
            (role, tuple(figures[name].id if name in figures else name for name in names))
            for role, names in relation.roles
        )
        return replace(relation, roles=roles)

    def _conflict(self, item: ConflictAnswer) -> tuple[Conflict, list[Reason]]:
        wrong = [
            Reason("unknown-sentence", f"there is no sentence {cut_short(place.sentence)}")
            for place in item.places
            if place.sentence not in self.shown.sentences
        ]
        places = () if wrong else tuple(self._place(place, wrong) for place in item.places)
        if not wrong and len(set(places)) < 2:  # noqa: PLR2004 - a conflict has two sides
            wrong.append(Reason("one-sided", "name all the places that conflict, at least two", fatal=False))
        figures = self._named(item.why, dict.fromkeys(place.sentence for place in item.places))
        if not wrong and len(figures) > 1 and self._comparable(figures):
            listed = " and ".join(figure.id for figure in figures)
            text = f"a conflict of the figures {listed} is to be stated as a relation, not here"
            wrong.append(Reason("figures-conflict", text, fatal=False))
        why = PLACE.sub(self._printed, item.why.strip())
        if not why:
            wrong.append(Reason("empty", "say why", fatal=False))
        ordered = sorted(dict.fromkeys(places), key=lambda words: words.start or 0)
        return Conflict(tuple(ordered), why), wrong

    def _place(self, place: PlaceAnswer, wrong: list[Reason]) -> Words:
        """The words that the model quotes; the whole sentence where none are quoted or none stand there."""
        sentence = self.shown.sentences[place.sentence]
        found = None if place.words is None else self.shown.find(place.sentence, place.words)
        if found is not None:
            return found
        if place.words is not None:
            text = f"“{cut_short(place.words)}” does not stand in {place.sentence}: copy it, or leave it out"
            wrong.append(Reason(_MISQUOTED, text, fatal=False))
        return Words(sentence.id, sentence.span.quote, sentence.span.start)

    def _named(self, why: str, sentences: Iterable[str]) -> list[Figure]:
        """The figures of these sentences that the explanation speaks of, by id or as printed."""
        ids = {id_of(match) for match in PLACE.finditer(why)}
        rest = PLACE.sub(" ", why)
        return [
            figure
            for sentence in sentences
            for name, figure in self.shown.figures_of(sentence).items()
            if name in ids
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
        complete=kind.name == "shares_of_one" and item.complete,
        partial=kind.name == "sum" and not item.complete,
        proposed_by=("model",),
    )
