"""The reports as W3C Web Annotations, in JSON-LD: what is said of which words.

One AnnotationCollection with one page. Every target names the draft's file, and its words twice: by
themselves with those around them (TextQuoteSelector), and by their place (TextPositionSelector), which
counts code points of the text that was checked: for Word, HTML and Markdown that is the text without
markup. The purposes of the bodies say what they are:

    a claim    describing    the statement, which can be understood alone
               tagging       its label
               identifying   the source that says so; none where the draft itself does
               classifying   how it says so: direct, indirect, mixed or own_voice
    a finding  commenting    the message
               describing    the working
               questioning   what to ask the reporter
               tagging       the code
               assessing     the severity
"""

from __future__ import annotations

import base64
import json
import uuid
from collections import Counter
from typing import TYPE_CHECKING, Any

from verifier.report.phrasing import printable
from verifier.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from verifier.report.filed import Filed
    from verifier.report.model import FindingModel, SpanModel

    Object = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""So many code points before and after a quotation tell it from its like, as in annotation tools."""

# The names of annotations are made from what they are about, in a space of their own (RFC 4122, version 5).
_SPACE = uuid.UUID("6d3a4f0e-4a55-5c0b-9a2e-3d1c4a6f7b58")
_GENERATOR = {"type": "Software", "name": f"verifier {__version__}"}


def collection(files: Iterable[Filed]) -> str:
    """The collection, as JSON.

    Args:
        files: reports, each with the file that its draft came from; one that is named twice counts once.
    """
    filed = list({(file.path, file.text): file for file in files}.values())
    items = [item for file in filed for item in _items(file)]
    name = _name("collection", *(str(item["id"]) for item in items))
    page = {"id": f"{name}#page", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    row = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "Claims and findings in " + ", ".join(printable(_called(file)) for file in filed),
        "total": len(items),
        "generator": _GENERATOR,
        "first": page,
        "last": page["id"],
    }
    return json.dumps(row, indent=2, ensure_ascii=False) + "\n"


def _items(file: Filed) -> Iterator[Object]:
    names = {source.id: source.name for source in file.report.sources}
    known_as = file.uri or file.report.draft.name or _source(file)
    seen: Counter[str] = Counter()
    for claim in file.report.claims:
        source = claim.attribution.source
        bodies = _bodies(
            describing=claim.statement,
            tagging=claim.label,
            identifying=None if source is None else names.get(source),
            classifying=claim.attribution.manner,
        )
        # Not by place nor number, so that an edit elsewhere leaves the name as it is; alike by order.
        told = f"{claim.span.quote}\n{claim.statement}"
        seen[told] += 1
        name = _name(known_as, "claim", told, str(seen[told]))
        yield _annotation(name, "describing", bodies, [claim.span], file)
    for finding in file.report.findings:
        bodies = _bodies(
            commenting=finding.message,
            describing=_working(finding),
            questioning=finding.question,
            tagging=finding.code,
            assessing=finding.severity,
        )
        name = _name(known_as, "finding", finding.fingerprint)
        yield _annotation(name, "questioning", bodies, finding.evidence, file)


def _working(finding: FindingModel) -> str | None:
    """A notice is no contradiction: there is nothing to work out, only something to know."""
    return finding.working if finding.severity != "notice" or finding.relations else None


def _bodies(**values: str | None) -> list[Object]:
    """A body for each purpose that there is something to say for."""
    return [
        {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain", "language": "en"}
        for purpose, value in values.items()
        if value
    ]


def _annotation(
    name: str, motivation: str, bodies: list[Object], spans: Sequence[SpanModel], file: Filed
) -> Object:
    targets = [{"source": _source(file), "selector": _selectors(span, file.text)} for span in spans]
    return {
        "id": name,
        "type": "Annotation",
        "motivation": motivation,
        "generator": _GENERATOR,
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _selectors(span: SpanModel, text: str) -> list[Object]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.quote,
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _source(file: Filed) -> str:
    """The draft's file; for standard input, the text by its hash (RFC 6920)."""
    if file.uri is not None:
        return file.uri
    digest = base64.urlsafe_b64encode(bytes.fromhex(file.report.draft.sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def _called(file: Filed) -> str:
    return file.report.draft.name or file.name or "standard input"


def _name(*parts: str) -> str:
    return uuid.uuid5(_SPACE, "\x1f".join(parts)).urn
