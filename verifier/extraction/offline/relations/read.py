"""All offline relations of a draft: every rule on every sentence, then what needs several sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations import (
    averages,
    changes,
    conversions,
    dated,
    disputed,
    following,
    lists,
    moves,
    nearby,
    orders,
    parts,
    polls,
    ratios,
    scales,
    shares,
    totals,
    wholes,
)
from verifier.extraction.offline.relations.dated_twice import aftermath, dated_twice, year_twice
from verifier.extraction.offline.relations.events import related_dates
from verifier.extraction.offline.relations.headlines import far_apart
from verifier.extraction.offline.relations.in_time import in_time
from verifier.extraction.offline.relations.later import later
from verifier.extraction.offline.relations.lives import lives
from verifier.extraction.offline.relations.moves import distant_moves
from verifier.extraction.offline.relations.remainders import remainders, terms_of_one_sum
from verifier.extraction.offline.relations.repeated import repeated_facts
from verifier.extraction.offline.relations.rule import Masked, mask
from verifier.extraction.offline.relations.told_on import told_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import Figure
    from verifier.relations.model import Relation

RULES = (*parts.RULES, *totals.RULES, *shares.RULES, *changes.RULES, *disputed.RULES, *dated.RULES)
PAIR_RULES = (*following.RULES, *dated.PAIR_RULES)
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
)
"""Rules that read the draft as a whole: what they relate may stand far apart, or rest on other parts of it."""
_SAID_AGAIN = re.compile(r"(?<=>) \(<m\d+>(?:[;,/]? ?<m\d+>){0,2}\)")


def read_relations(draft: Draft, figures: Sequence[Figure]) -> tuple[Relation, ...]:
    """The relations of a draft, each once, in the order of their first figures."""
    found = dict.fromkeys(_in_sentences(draft, figures))
    found |= dict.fromkeys(_in_the_draft(draft, figures))
    found |= dict.fromkeys(remainders(draft, figures, tuple(found)))
    found |= dict.fromkeys(terms_of_one_sum(draft, figures))
    found |= dict.fromkeys(repeated_facts(draft, figures))
    found |= dict.fromkeys(far_apart(draft, figures))
    found |= dict.fromkeys(distant_moves(draft, figures, tuple(found)))
    for reader in (related_dates, later, lives, dated_twice, year_twice, aftermath):
        found |= dict.fromkeys(reader(draft, figures))
    order = {figure.id: index for index, figure in enumerate(figures)}
    return tuple(sorted(found, key=lambda r: (min(order[f] for f in r.figures), r.kind, r.roles)))


def _in_sentences(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """What the rules read in single sentences, and in two that follow each other."""
    before: tuple[Sentence, list[Figure]] | None = None
    for sentence, here in _with_figures(draft, figures):
        if len(here) > 1:
            masked = _unbracketed(mask(draft, [sentence], here))
            for rule in RULES:
                yield from rule.read(masked)
            yield from in_time(masked)
        if before is not None and sentence.number == before[0].number + 1:
            masked = _unbracketed(mask(draft, [before[0], sentence], [*before[1], *here]))
            for rule in PAIR_RULES:
                yield from rule.read(masked)
            yield from told_on(masked)
        before = sentence, here


def _unbracketed(masked: Masked) -> Masked:
    """Without the sums in brackets after a sum: they say it again, and would part it from its verb."""
    return Masked(_SAID_AGAIN.sub("", masked.text), masked.figures)


def _in_the_draft(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """What the rules read in the draft as a whole."""
    masked = mask(draft, draft.sentences, figures)
    for rule in DRAFT_RULES:
        yield from rule.read(masked)
    yield from orders.ranked(masked)
    yield from nearby.scaled_shares(masked)
    yield from scales.scale_slips(draft, figures)
    yield from scales.made_exact(draft, figures)


def _with_figures(draft: Draft, figures: Sequence[Figure]) -> list[tuple[Sentence, list[Figure]]]:
    rows: dict[str, tuple[Sentence, list[Figure]]] = {}
    for figure in figures:
        sentence = draft.sentence_at(figure.span.start)
        if sentence is not None and figure.span.end <= sentence.span.end:
            rows.setdefault(sentence.id, (sentence, []))[1].append(figure)
    return list(rows.values())
