"""The reports as SARIF 2.1.0, which editors and CI services show beside the words.

One log with one run for all files. A finding is a result: its first place is the result's location, the
others are related locations. Section numbers are those of the standard (OASIS, SARIF 2.1.0).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from verifier.draft import Draft
from verifier.findings import CODES, place
from verifier.report.lines import NEWLINES
from verifier.report.phrasing import engine, printable
from verifier.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from verifier.findings import Code
    from verifier.report.filed import Filed
    from verifier.report.model import EvidenceModel, FindingModel

    Object = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "verifierFinding/v1"
"""The name under which a finding's fingerprint stands; another way of making them has another number."""

_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
_INDEX = {name: index for index, name in enumerate(CODES)}


def sarif(files: Iterable[Filed], *, successful: bool = True) -> str:
    """The log, as JSON.

    Args:
        files: reports, each with the file that its draft came from; one that is named twice counts once.
        successful: whether all drafts that were to be checked have been.
    """
    filed = list({(file.path, file.text): file for file in files}.values())
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver()},
                "language": "en",
                "columnKind": "utf16CodeUnits",
                "newlineSequences": list(NEWLINES),
                "invocations": [
                    {
                        "executionSuccessful": successful,
                        "toolExecutionNotifications": [
                            notice
                            for index, file in enumerate(filed)
                            for notice in _notifications(file, index)
                        ],
                    }
                ],
                "artifacts": [_artifact(file) for file in filed],
                "results": [result for index, file in enumerate(filed) for result in _results(file, index)],
                "properties": {"engines": sorted({engine(file.report) for file in filed})},
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _driver() -> Object:
    return {
        "name": "verifier",
        "semanticVersion": __version__,
        "rules": [_rule(code) for code in CODES.values()],
    }


def _rule(code: Code) -> Object:
    parts = [code.meaning]
    if code.example:
        parts.append(f"Flagged: {code.example}")
    parts.append(f"What to do: {code.advice}")
    return {
        "id": code.name,
        "shortDescription": _message(code.meaning),
        "help": _message("\n\n".join(parts)),
        "defaultConfiguration": {"level": _LEVELS[code.severity.value]},
    }


def _artifact(file: Filed) -> Object:
    row: Object = {"roles": ["analysisTarget"]}
    if file.uri is None:
        row["description"] = _message(file.report.draft.name or "standard input")
    else:
        row["location"] = {"uri": file.uri}
    if file.sha256 is not None:
        row["hashes"] = {"sha-256": file.sha256}
    return row


def _notifications(file: Filed, index: int) -> Iterator[Object]:
    """What the report says about the check itself."""
    for problem in file.report.problems:
        yield {
            "level": "note" if file.report.complete else "warning",
            "message": _message(printable(problem)),
            "locations": [{"physicalLocation": {"artifactLocation": _file(file, index)}}],
        }


def _results(file: Filed, index: int) -> Iterator[Object]:
    draft = Draft.parse(file.text, file.report.draft.name)
    for finding in file.report.findings:
        first, *others = sorted(finding.evidence, key=lambda one: (one.start, one.end))
        row: Object = {"ruleId": finding.code}
        if finding.code in _INDEX:
            row["ruleIndex"] = _INDEX[finding.code]
        row |= {
            "level": _LEVELS[finding.severity],
            "message": _message("\n".join(map(printable, _told(finding)))),
            "locations": [_location(first, file, index, draft)],
        }
        if others:
            row["relatedLocations"] = [
                {"id": number, **_location(one, file, index, draft)} for number, one in enumerate(others, 1)
            ]
        row["partialFingerprints"] = {FINGERPRINT: finding.fingerprint}
        yield row


def _told(finding: FindingModel) -> Iterator[str]:
    yield finding.message
    # A notice is no contradiction: there is nothing to work out, only something to know.
    if finding.severity != "notice" or finding.relations:
        yield f"Working: {finding.working}"
    yield f"Ask: {finding.question}"


def _location(evidence: EvidenceModel, file: Filed, index: int, draft: Draft) -> Object:
    physical: Object = {"artifactLocation": _file(file, index)}
    bounds = file.bounds(evidence)
    if bounds is not None and file.source is not None:
        physical["region"] = _region(file, *bounds)
    where = place(draft, draft.span(evidence.start, evidence.end))
    return {
        "physicalLocation": physical,
        "message": _message(f"{where}: “{printable(evidence.quote)}”"),
    }


def _region(file: Filed, start: int, end: int) -> Object:
    """A text region (3.30): both ways of counting; offsets are in characters, which are code points."""
    first, last = file.lines.at(start), file.lines.at(end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "charOffset": start,
        "charLength": end - start,
        "snippet": {"text": (file.source or "")[start:end]},
    }


def _file(file: Filed, index: int) -> Object:
    return {"index": index} if file.uri is None else {"uri": file.uri, "index": index}


def _message(text: str) -> Object:
    """A message (3.11), of which nothing is taken for a placeholder ({0}) or a link ([words](address)).

    Braces are doubled for that, as the standard says. It has no way to write a bracket that could open a
    link, so the two that make one are set apart.
    """
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}
