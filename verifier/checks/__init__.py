"""Findings that need no arithmetic, one file each: what a model calls a conflict, sources, coverage."""

from verifier.checks.acronyms import varying_acronyms
from verifier.checks.conflicts import conflicting_statements
from verifier.checks.counted_lists import counted_lists
from verifier.checks.coverage import Coverage, coverage_of, unchecked_figures
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
from verifier.checks.no_source import figures_without_source
from verifier.checks.not_introduced import sources_not_introduced
from verifier.checks.places import places_taken_twice
from verifier.checks.polarity import opposite_statements
from verifier.checks.poll_margins import poll_margins
from verifier.checks.quotations import two_speakers
from verifier.checks.ranks import ranks
from verifier.checks.roles import varying_people
from verifier.checks.scores import impossible_scores
from verifier.checks.speakers import unknown_speakers
from verifier.checks.superlatives import contradicting_superlatives
from verifier.checks.team_sheets import impossible_goals
from verifier.checks.titles import mistaken_titles
from verifier.checks.unread import unread_passages
from verifier.checks.vague_sources import hearsay, vague_sources
from verifier.checks.weekdays import weekday_mismatches
from verifier.checks.without_arithmetic import without_arithmetic

__all__ = [
    "Coverage",
    "conflicting_statements",
    "contradicting_headline",
    "contradicting_superlatives",
    "counted_lists",
    "coverage_of",
    "day_range_mismatches",
    "event_weekdays",
    "figures_without_source",
    "hearsay",
    "impossible_dates",
    "impossible_goals",
    "impossible_scores",
    "impossible_times",
    "impossible_values",
    "misplaced_commas",
    "mistaken_titles",
    "names_taken_up",
    "opposite_moves",
    "opposite_statements",
    "places_taken_twice",
    "poll_margins",
    "ranks",
    "sources_not_introduced",
    "two_speakers",
    "unchecked_figures",
    "unknown_speakers",
    "unread_passages",
    "vague_sources",
    "varying_acronyms",
    "varying_first_names",
    "varying_labels",
    "varying_names",
    "varying_people",
    "weekday_mismatches",
    "without_arithmetic",
]
