"""Sources that the draft names by surname or bare role, and never introduces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity
from verifier.sources import SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from verifier.draft import Draft
    from verifier.sources import Source

_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss)\.?[ \u00a0]")
_BARE_ROLE = re.compile(
    r"the (?P<role>spokes(?:man|woman|person)|expert|analyst|economist|researcher|professor|activist)",
    re.IGNORECASE,
)


def sources_not_introduced(draft: Draft, sources: Iterable[Source]) -> Iterator[Finding]:
    """A `source-not-introduced` notice for each person who is only “Mr Hall”, or “the spokesman” of nobody.

    Someone with an office before the name ("President Hall") is introduced; so is anyone whose full
    name stands anywhere in the draft.
    """
    for source in sources:
        if source.kind not in (SourceKind.PERSON, SourceKind.OFFICIAL) or not source.mentions:
            continue
        called = source.mentions[0].quote.split(",")[0]
        if _only_surname(draft, source) or _only_role(draft, source):
            yield Finding(
                code="source-not-introduced",
                severity=Severity.NOTICE,
                message=f"“{called}” is a source, and the draft does not say who that is.",
                working=f"{len(source.mentions)} mention{'s' if len(source.mentions) > 1 else ''}, "
                "none with a full name or a role",
                question=f"Who is “{called}”? Give the full name and role at first mention.",
                evidence=tuple(Evidence(mention) for mention in source.mentions),
            )


def _only_surname(draft: Draft, source: Source) -> bool:
    if " " in source.name or not all(
        _COURTESY.match(m.quote) or m.quote[:1].islower() or " " not in m.quote for m in source.mentions
    ):
        return False
    if not any(_COURTESY.match(mention.quote) for mention in source.mentions):
        return False
    named = re.compile(rf"(\S+)[ \u00a0]{re.escape(source.name)}\b")
    return all(
        _COURTESY.match(match.group(1) + " ") or match.group(1)[:1].islower()
        for match in named.finditer(draft.text)
    )


def _only_role(draft: Draft, source: Source) -> bool:
    first = source.mentions[0]
    match = _BARE_ROLE.fullmatch(first.quote)
    if match is None:
        return False
    return re.search(rf"\b{match['role'][:7]}", draft.text[: first.start], re.IGNORECASE) is None
