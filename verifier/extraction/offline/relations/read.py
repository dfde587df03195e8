"""All offline relations of a draft: every rule on every sentence, then what needs several sentences."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations import (
    averages,
    breakdowns,
    changes,
    competing,
    conversions,
    dated,
    disputed,
    following,
    levels,
    lists,
    margins,
    moves,
    nearby,
    orders,
    partitives,
    parts,
    polls,
    ratios,
    scales,
    shares,
    tallies,
    totals,
    wholes,
)
from verifier.extraction.offline.relations.ages import named_ages
from verifier.extraction.offline.relations.answers import answers
from verifier.extraction.offline.relations.comparisons import comparisons
from verifier.extraction.offline.relations.competing import standings as shared_standings
from verifier.extraction.offline.relations.contrasts import contrasts
from verifier.extraction.offline.relations.dated_twice import year_twice
from verifier.extraction.offline.relations.definite import parts_of_the_counted
from verifier.extraction.offline.relations.events import related_dates
from verifier.extraction.offline.relations.factors import factors
from verifier.extraction.offline.relations.happened_on import happened_on
from verifier.extraction.offline.relations.headlines import far_apart
from verifier.extraction.offline.relations.in_time import in_time
from verifier.extraction.offline.relations.later import later
from verifier.extraction.offline.relations.leaders import leaders
from verifier.extraction.offline.relations.lives import lives
from verifier.extraction.offline.relations.markets import market_moves
from verifier.extraction.offline.relations.moves import distant_moves
from verifier.extraction.offline.relations.pairs import pairs
from verifier.extraction.offline.relations.placings import placings
from verifier.extraction.offline.relations.remainders import remainders, terms_of_one_sum
from verifier.extraction.offline.relations.repeated import repeated_facts
from verifier.extraction.offline.relations.restated import restated
from verifier.extraction.offline.relations.rival_parts import without_rivals
from verifier.extraction.offline.relations.rivals import unrivalled
from verifier.extraction.offline.relations.rule import mask
from verifier.extraction.offline.relations.rulebook import Rulebook
from verifier.extraction.offline.relations.slips import swapped_digits
from verifier.extraction.offline.relations.standings import standings
from verifier.extraction.offline.relations.steps import read_steps
from verifier.extraction.offline.relations.time_rates import time_rates
from verifier.extraction.offline.relations.told_before import told_before
from verifier.extraction.offline.relations.told_on import told_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Figure
    from verifier.relations.model import Relation

RULES = (
    *parts.RULES,
    *partitives.RULES,
    *totals.RULES,
    *breakdowns.RULES,
    *tallies.RULES,
    *margins.RULES,
    *shares.RULES,
    *competing.RULES,
    *changes.RULES,
    *levels.RULES,
    *disputed.RULES,
    *dated.RULES,
)
PAIR_RULES = (
    *following.RULES,
    *partitives.PAIR_RULES,
    *tallies.PAIR_RULES,
    *margins.PAIR_RULES,
    *competing.PAIR_RULES,
    *dated.PAIR_RULES,
)
DRAFT_RULES = (
    *conversions.RULES,
    *ratios.RULES,
    *averages.RULES,
    *shares.DRAFT_RULES,
    *orders.RULES,
    *polls.RULES,
    *moves.DRAFT_RULES,
    *wholes.DRAFT_RULES,
    *lists.DRAFT_RULES,
    *nearby.DRAFT_RULES,
    *tallies.DRAFT_RULES,
)
"""Rules that read the draft as a whole: what they relate may stand far apart, or rest on other parts of it."""
_IN_ONE, _IN_TWO = Rulebook(RULES), Rulebook(PAIR_RULES)
# Conversions need what stands in brackets; for all others a sum that is said again is in the way.
_CONVERTED = Rulebook(conversions.RULES)
_IN_ALL = Rulebook(rule for rule in DRAFT_RULES if rule not in conversions.RULES)
_SAID_AGAIN = re.compile(r"(?<=>) \(<m\d+>(?:[;,/]? ?<m\d+>){0,2}\)")


def read_relations(draft: Draft, figures: Sequence[Figure]) -> tuple[Relation, ...]:
    """The relations of a draft, each once, in the order of their first figures."""
    found = dict.fromkeys(_in_sentences(draft, figures))
    found |= dict.fromkeys(_in_the_draft(draft, figures))
    found |= dict.fromkeys(shared_standings(draft, figures))
    found |= dict.fromkeys(parts_of_the_counted(draft, figures))
    found |= dict.fromkeys(remainders(draft, figures, tuple(found)))
    found |= dict.fromkeys(terms_of_one_sum(draft, figures))
    found |= dict.fromkeys(repeated_facts(draft, figures))
    found |= dict.fromkeys(far_apart(draft, figures))
    found |= dict.fromkeys(swapped_digits(draft, figures))
    for reader in (restated, time_rates):
        found |= dict.fromkeys(reader(draft, figures))
    found |= dict.fromkeys(distant_moves(draft, figures, tuple(found)))
    for reader in (
        related_dates,
        named_ages,
        later,
        lives,
        year_twice,
        happened_on,
    ):
        found |= dict.fromkeys(reader(draft, figures))
    order = {figure.id: index for index, figure in enumerate(figures)}
    kept = without_rivals(draft, figures, found)
    return tuple(sorted(kept, key=lambda r: (min(order[f] for f in r.figures), r.kind, r.roles)))


def _in_sentences(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """What the rules read in single sentences, and in two that follow each other."""
    before: tuple[Sentence, list[Figure]] | None = None
    for sentence, here in _with_figures(draft, figures):
        if len(here) > 1:
            masked = _unbracketed(mask(draft, [sentence], here))
            near = tuple(pairs(masked, across=False))
            yield from unrivalled(_IN_ONE.read(masked), masked)
            yield from unrivalled(read_steps(masked, near), masked)
            yield from contrasts(near)
            yield from comparisons(near)
            yield from unrivalled(factors(masked, near), masked)
            yield from market_moves(masked)
            yield from in_time(masked)
        if before is not None and sentence.number == before[0].number + 1:
            masked = _unbracketed(mask(draft, [before[0], sentence], [*before[1], *here]))
            near = tuple(pairs(masked, across=True))
            yield from unrivalled(_IN_TWO.read(masked), masked)
            yield from unrivalled(read_steps(masked, near, across=True), masked)
            yield from unrivalled(told_before(masked), masked)
            yield from told_on(masked)
            yield from contrasts(near, across=True)
            yield from unrivalled(factors(masked, near, across=True), masked)
        before = sentence, here


def _unbracketed(masked: Masked) -> Masked:
    """Without the sums in brackets after a sum: they say it again, and would part it from its verb."""
    if "> (<m" not in masked.text:
        return masked
    return replace(masked, text=_SAID_AGAIN.sub("", masked.text))


def _in_the_draft(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """What the rules read in the draft as a whole."""
    masked = mask(draft, draft.sentences, figures)
    yield from _CONVERTED.read(masked)
    bare = _unbracketed(masked)
    yield from unrivalled(_IN_ALL.read(bare), bare)
    yield from answers(masked)
    yield from nearby.scaled_shares(masked)
    yield from standings(masked)
    yield from placings(masked)
    yield from leaders(masked)
    yield from scales.scale_slips(draft, figures)
    yield from scales.made_exact(draft, figures)


def _with_figures(draft: Draft, figures: Sequence[Figure]) -> list[tuple[Sentence, list[Figure]]]:
    rows: dict[str, tuple[Sentence, list[Figure]]] = {}
    for figure in figures:
        sentence = draft.sentence_at(figure.span.start)
        if sentence is not None and figure.span.end <= sentence.span.end:
            rows.setdefault(sentence.id, (sentence, []))[1].append(figure)
    return list(rows.values())
