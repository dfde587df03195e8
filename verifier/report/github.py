"""The reports as workflow commands of GitHub Actions, which turns such lines of a log into annotations.

    ::error file=draft.txt,line=3,col=5,endLine=3,endColumn=9,title=part-exceeds-whole::message

GitHub shows ten of each severity for a step of a workflow; the gravest come first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.report.phrasing import count, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from verifier.report.filed import Filed
    from verifier.report.model import FindingModel

# As GitHub's own toolkit escapes them (packages/core/src/command.ts).
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def github(files: Iterable[Filed]) -> str:
    """The commands, a line each, and a line that says what was checked.

    Args:
        files: reports, each with the file that its draft came from.
    """
    filed = list(files)
    lines = [line for file in filed for line in _commands(file)]
    return "".join(f"{line}\n" for line in (*lines, _checked(filed)))


def command(name: str, properties: Mapping[str, object], message: str) -> str:
    r"""One workflow command.

    >>> command("error", {"file": "a,b.txt", "line": 3}, "40%: no\nnot so")
    '::error file=a%2Cb.txt,line=3::40%25: no%0Anot so'
    """
    given = ",".join(f"{key}={str(value).translate(_IN_PROPERTY)}" for key, value in properties.items())
    return f"::{name}{' ' if given else ''}{given}::{message.translate(_IN_MESSAGE)}"


def _commands(file: Filed) -> Iterator[str]:
    for finding in file.report.findings:
        message = [printable(finding.message)]
        # A notice is no contradiction: there is nothing to work out, only something to know.
        if finding.severity != "notice" or finding.relations:
            message.append(f"Working: {printable(finding.working)}")
        message.append(f"Ask: {printable(finding.question)}")
        properties = {**_place(file, finding), "title": finding.code}
        yield command(finding.severity, properties, "\n".join(message))
    for problem in file.report.problems:
        severity = "notice" if file.report.complete else "warning"
        yield command(severity, {**_file(file), "title": "the check itself"}, printable(problem))


def _place(file: Filed, finding: FindingModel) -> dict[str, object]:
    """The finding's first place; GitHub takes columns only where it begins and ends in one line."""
    evidence = min(finding.evidence, key=lambda one: (one.start, one.end))
    bounds = file.bounds(evidence)
    if bounds is None:
        return _file(file)
    first, last = (file.lines.at(offset) for offset in bounds)
    if first.line != last.line:
        return {**_file(file), "line": first.line, "endLine": last.line}
    return {
        **_file(file),
        "line": first.line,
        "col": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    }


def _file(file: Filed) -> dict[str, object]:
    return {} if file.name is None else {"file": file.name}


def _checked(files: list[Filed]) -> str:
    """No word of a draft, nor its name, stands in it: a runner obeys what looks like a command."""
    summaries = [file.report.summary for file in files]
    counts = [
        count(sum(summary.errors for summary in summaries), "error"),
        count(sum(summary.warnings for summary in summaries), "warning"),
        count(sum(summary.notices for summary in summaries), "notice"),
    ]
    engines = " and ".join(sorted({file.report.verifier.engine for file in files}))
    return f"verifier checked {count(len(files), 'draft')} ({engines}): {', '.join(counts)}"
