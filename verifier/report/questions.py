"""The questions to the reporter, as a mail that is ready to send.

Errors first, then warnings, then what an editor would like to know but can print without: at most a few of
those, since a mail with twenty questions gets answers to none. What concerns the check itself is not asked.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.draft import Draft
from verifier.report.excerpts import excerpts
from verifier.report.phrasing import count, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from verifier.report.model import FindingModel, Report

WIDTH = 72
"""Columns: mail is wrapped there, so that it can be quoted once or twice within 80."""

_NOT_FOR_THE_REPORTER = frozenset({"figure-unchecked", "passage-unread"})
_MOST_MINOR = 5
_PLACES_QUOTED = 4
_MINOR = "Also, if you have a minute:"
_FOLDERS = re.compile(r"^.*[/\\](?=.)")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What to ask about one draft: what has to be answered, what is good to know, how much is left out."""

    name: str
    draft: Draft
    questions: tuple[FindingModel, ...]
    minor: tuple[FindingModel, ...]
    more: int

    def __len__(self) -> int:
        return len(self.questions) + len(self.minor)


def questions(drafts: Iterable[tuple[Report, str]]) -> str:
    """The mail: a subject, and a numbered question for each finding; one line where there is none.

    Args:
        drafts: reports, each with the text of its draft.
    """
    asked = [_asked(report, text) for report, text in drafts]
    total = sum(map(len, asked))
    if not total:
        return f"No questions: nothing to ask about {_names(asked)}.\n"
    lines = [f"Subject: {count(total, 'question')} about {_names([one for one in asked if one])}", ""]
    number = 1
    for one in asked:
        if len(asked) > 1 and one:
            lines += [one.name, "=" * min(len(one.name), WIDTH), ""]
        lines += _draft(one, number)
        number += len(one)
    if clean := [one for one in asked if not one]:
        lines += [*_wrapped(f"No questions about {_names(clean)}."), ""]
    return "\n".join(lines[:-1]) + "\n"


def _asked(report: Report, text: str) -> _Asked:
    findings = [finding for finding in report.findings if finding.code not in _NOT_FOR_THE_REPORTER]
    minor = [finding for finding in findings if finding.severity == "notice"]
    return _Asked(
        name=_FOLDERS.sub("", printable(report.draft.name or "")) or "the draft",
        draft=Draft.parse(text, report.draft.name),
        questions=tuple(finding for finding in findings if finding.severity != "notice"),
        minor=tuple(minor[:_MOST_MINOR]),
        more=len(minor[_MOST_MINOR:]),
    )


def _names(asked: Sequence[_Asked]) -> str:
    return asked[0].name if len(asked) == 1 else count(len(asked), "draft")


def _draft(asked: _Asked, number: int) -> Iterator[str]:
    for finding in asked.questions:
        yield from _question(number, finding, asked.draft)
        number += 1
    if asked.questions and asked.minor:
        yield from (_MINOR, "")
    for finding in asked.minor:
        yield from _question(number, finding, asked.draft)
        number += 1
    if asked.more:
        yield from (*_wrapped(f"{count(asked.more, 'smaller point')} can wait."), "")


def _question(number: int, finding: FindingModel, draft: Draft) -> Iterator[str]:
    start = f"{number}. "
    yield from _wrapped(printable(finding.question), start, " " * len(start))
    indent = " " * len(start)
    if working := _sum(finding):
        yield from _wrapped(working, indent, f"{indent}  ")
    places = list(excerpts(draft, finding.evidence))
    for excerpt in places[:_PLACES_QUOTED]:
        where = excerpt.place.removeprefix("the ").capitalize()
        yield from _wrapped(f"{where}: “{excerpt.starred()}”", indent, f"{indent}  ")
    if len(places) > _PLACES_QUOTED:
        yield f"{indent}and {count(len(places) - _PLACES_QUOTED, 'more place')}"
    yield ""


def _sum(finding: FindingModel) -> str:
    """The arithmetic, where there is some: that two figures differ, the question says itself."""
    lines = dict.fromkeys(printable(finding.working).split("; "))
    return "; ".join(lines) if finding.relations and " = " in finding.working else ""


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
