"""Judging the claims that a model reports of one window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verifier.claims import Manner, ProposedClaim
from verifier.extraction.acceptance import UNKNOWN_SENTENCE, Judge, Reason, cut_short, once
from verifier.extraction.filling import filled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from verifier.claims import Words
    from verifier.extraction.schema import ClaimAnswer, ClaimsAnswer
    from verifier.extraction.shown import Shown


@dataclass(frozen=True, slots=True)
class AcceptedClaims:
    """What of an answer about claims can be used.

    Attributes:
        claims: in the order of the answer.
        no_claim: ids of figures that the model calls no claim.
        dropped: ids of the window's sentences of which a claim could not be used.
        reasons: everything that was wrong.
    """

    claims: tuple[ProposedClaim, ...]
    no_claim: tuple[str, ...]
    dropped: tuple[str, ...]
    reasons: tuple[Reason, ...]


class ClaimsDesk(Judge[AcceptedClaims]):
    """Judges answers about the claims of one window."""

    def __init__(self, shown: Shown, introduced: Sequence[str] = ()) -> None:
        super().__init__(shown)
        self.introduced = tuple(introduced)
        self._visible = list(shown.sentences)

    def judge(self, answer: ClaimsAnswer) -> list[str]:
        """What the model must put right; empty if the answer will do."""
        claims: list[ProposedClaim] = []
        dropped: list[str] = []
        reasons: list[Reason] = []
        for number, item in enumerate(answer.claims):
            claim, wrong = self._claim(item)
            reasons += (replace(reason, text=f"claims[{number}]: {reason.text}") for reason in wrong)
            if any(reason.fatal for reason in wrong):
                dropped += [place.id] if (place := self.shown.sentences.get(item.sentence)) else []
            elif claim not in claims:
                claims.append(claim)
        for figure in answer.no_claim:
            if figure not in self.shown.figures:
                reasons.append(
                    Reason("unknown-figure", f"no_claim: there is no figure {figure}", fatal=False)
                )
        claimed = {figure for claim in claims for figure in claim.figures}
        named = (self.shown.figures.get(figure) for figure in answer.no_claim)
        no_claim = [figure.id for figure in named if figure is not None and figure.id not in claimed]
        accepted = AcceptedClaims(tuple(claims), once(no_claim), once(dropped), tuple(reasons))
        return self.weigh(accepted)

    def _claim(self, item: ClaimAnswer) -> tuple[ProposedClaim, list[Reason]]:
        """The claim as far as it stands in the draft, and what is wrong with it."""
        sentence = self.shown.sentences.get(item.sentence)
        if sentence is None:
            last = self._visible[-1]
            text = f"there is no sentence {cut_short(item.sentence)}; the draft shown ends with {last}"
            return ProposedClaim(item.sentence, "", "", ()), [Reason(UNKNOWN_SENTENCE, text)]
        wrong = list(self._figures(item))
        statement, label = (
            filled(self.shown, name, text, item, wrong)
            for name, text in (("statement", item.statement), ("label", item.label))
        )
        source = self._source(item, wrong)
        if (item.source is None) is not (Manner(item.manner) is Manner.OWN_VOICE):
            wrong.append(_manner(item))
        places = dict.fromkeys((item.source_sentence or item.sentence, item.sentence))
        cue = self._optional("cue", item.cue, places, wrong) if source else None
        claim = ProposedClaim(
            sentence=sentence.id,
            statement=statement,
            label=label,
            figures=once(self.shown.figures[name].id for name in item.figures if name in self.shown.figures),
            content=self._optional("content", item.content, (item.sentence,), wrong),
            source=source,
            speaker=self._speaker(item, wrong) if source else None,
            cue=cue,
            manner=Manner(item.manner) if source else Manner.OWN_VOICE,
            proposed_by="model",
        )
        return claim, wrong

    def _figures(self, item: ClaimAnswer) -> Iterable[Reason]:
        for figure in item.figures:
            place = self.shown.sentence_of(figure)
            if place is None:
                yield Reason("unknown-figure", f"there is no figure {cut_short(figure)} in the draft")
            elif place != item.sentence:
                yield Reason(
                    "figure-elsewhere",
                    f"{figure} stands in {place}, not in {item.sentence}: leave it out of figures",
                )

    def _source(self, item: ClaimAnswer, wrong: list[Reason]) -> Words | None:
        if item.source is None:
            return None
        place = item.source_sentence or item.sentence
        if place not in self._visible:
            wrong.append(
                Reason(UNKNOWN_SENTENCE, f"source_sentence {cut_short(place)} is not in the text shown")
            )
            return None
        if (found := self.shown.find(place, item.source)) is not None:
            return found
        others = [other for other in self._visible if self.shown.find(other, item.source) is not None]
        if others:
            here = self._visible.index(place)
            nearest = min(others, key=lambda other: abs(self._visible.index(other) - here))
            hint = f'it stands in {nearest}: if it names who says this, give source_sentence "{nearest}"'
        else:
            hint = "copy the words that name the source from the draft, or leave source out"
        wrong.append(
            Reason("not-in-sentence", f"source “{cut_short(item.source)}” does not stand in {place}; {hint}")
        )
        return None

    def _speaker(self, item: ClaimAnswer, wrong: list[Reason]) -> str | None:
        if item.speaker is None:
            return None
        for place in self._visible:
            if (found := self.shown.find(place, item.speaker)) is not None:
                return found.quote
        if item.speaker in self.introduced:
            return item.speaker
        text = (
            f"speaker “{cut_short(item.speaker)}” does not stand in the text shown: copy it, or leave it out"
        )
        wrong.append(Reason("not-in-sentence", text, fatal=False))
        return None

    def _optional(
        self, name: str, quote: str | None, places: Iterable[str], wrong: list[Reason]
    ) -> Words | None:
        """Words that may be left out: found in one of the sentences, or complained of once."""
        if quote is None:
            return None
        for place in places:
            if (found := self.shown.find(place, quote)) is not None:
                return found
        text = (
            f"{name} “{cut_short(quote)}” does not stand in {' or '.join(places)}: copy it, or leave it out"
        )
        wrong.append(Reason("not-in-sentence", text, fatal=False))
        return None


def _manner(item: ClaimAnswer) -> Reason:
    if item.source is None:
        return Reason("manner", f'{item.sentence}: without a source, manner is "own_voice"')
    return Reason("manner", f'{item.sentence}: with a source, manner is "direct", "mixed" or "indirect"')
