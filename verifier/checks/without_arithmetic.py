"""Every check that needs no arithmetic, source or model: what words and single figures tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.checks.acronyms import varying_acronyms
from verifier.checks.counted_lists import counted_lists
from verifier.checks.day_ranges import day_range_mismatches
from verifier.checks.event_days import event_weekdays
from verifier.checks.first_names import varying_first_names
from verifier.checks.headline_words import contradicting_headline
from verifier.checks.impossible_dates import impossible_dates
from verifier.checks.impossible_times import impossible_times
from verifier.checks.impossible_values import impossible_values
from verifier.checks.labels import varying_labels
from verifier.checks.misplaced_commas import misplaced_commas
from verifier.checks.moves_taken_up import opposite_moves
from verifier.checks.names import varying_names
from verifier.checks.names_taken_up import names_taken_up
from verifier.checks.places import places_taken_twice
from verifier.checks.polarity import opposite_statements
from verifier.checks.poll_margins import poll_margins
from verifier.checks.ranks import ranks
from verifier.checks.roles import varying_people
from verifier.checks.scores import impossible_scores
from verifier.checks.speakers import unknown_speakers
from verifier.checks.superlatives import contradicting_superlatives
from verifier.checks.team_sheets import impossible_goals
from verifier.checks.titles import mistaken_titles
from verifier.checks.weekdays import weekday_mismatches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure
    from verifier.findings import Finding

_OF_WORDS = (
    misplaced_commas,
    impossible_scores,
    impossible_goals,
    names_taken_up,
    contradicting_headline,
    opposite_moves,
    opposite_statements,
    contradicting_superlatives,
    varying_names,
    varying_first_names,
    unknown_speakers,
    mistaken_titles,
    varying_acronyms,
    varying_people,
    varying_labels,
)
_OF_FIGURES = (
    weekday_mismatches,
    event_weekdays,
    day_range_mismatches,
    impossible_dates,
    impossible_times,
    impossible_values,
    poll_margins,
    counted_lists,
    ranks,
    places_taken_twice,
)


def without_arithmetic(draft: Draft, figures: Sequence[Figure]) -> Iterator[Finding]:
    """What the checks find, check by check: those of the figures, then those of the words alone."""
    for check in _OF_FIGURES:
        yield from check(draft, figures)
    for read in _OF_WORDS:
        yield from read(draft)
