"""Speakers named by a label: transcripts (“FALLIN: Well, …”) and headlines (“Daily News: …”)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.claims import Manner
from verifier.extraction.offline.attributed import Attributed
from verifier.extraction.offline.contents import trimmed
from verifier.extraction.offline.cues import VERBS
from verifier.extraction.offline.speakers import can_speak, is_role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from verifier.draft import Draft, Span

_LABEL = re.compile(
    r"[\"“]?(?:[A-Z]{4,}\s[-–—]\s)?"
    r"(?P<name>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|de|van|von|al|for)){0,4})(?: \([^)]{1,40}\))?:\s+(?=\S)"
)
_NO_NAMES = frozenset(
    "update updates updated watch related exclusive breaking note correction editor editors video photo "
    "photos image read more listen live opinion analysis explainer factbox timeline poll quiz question "
    "answer q a advertisement warning caption source sources image photo credit tags topics see also here "
    "why how what when where who the latest result results scorers teams team attendance referee goals "
    "half-time full-time score".split()
)
_PREPOSITIONS = frozenset("on in at to after over with about from against by".split())
_SPEAKS = re.compile(
    r"\b(?P<name>[A-Z][\w.’'-]*?)(?:[’']s [A-Z]|,? (?:said|says|told|wrote|added|tells|reports|"
    r"reported|claims|claimed|argued|"
    r"asked|announced|insisted|warned|suggested|is|was|has|had|will)\b)"
)
_HEADING_WORDS = 22


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph whose label names the speaker, by its number in the draft."""

    paragraph: int
    attributed: Attributed


def labelled(draft: Draft) -> Iterator[Labelled]:
    """The paragraphs that a label gives to a speaker.

    A label counts where the draft shows that it is somebody: it labels two paragraphs, a quotation
    follows, or its last word stands in running text as a name.
    """
    labels = [
        (index, span, match)
        for index, span in enumerate(draft.paragraphs)
        if (match := _LABEL.match(span.quote))
    ]
    if not labels:
        return
    speaking = {match["name"]: match.start() for match in _SPEAKS.finditer(draft.text)}
    counts = Counter(match["name"].casefold().split()[-1] for _, _, match in labels)
    for index, span, match in labels:
        name = match["name"]
        words = name.casefold().split()
        if span.quote[match.end()].isdigit():
            continue  # "Hall: 1,769": a list of results
        said = words[0] in VERBS and len(words) > 1  # "Stated White: …"
        if not _PREPOSITIONS.isdisjoint(words):
            continue  # "Bank President On Rates: …": the heading's topic, not its speaker
        if said or words[-1] in _NO_NAMES or words[0] in _NO_NAMES or is_role(words[-1]):
            continue
        heading = index == 0 and len(span.quote.split()) <= _HEADING_WORDS
        quoted = span.quote[match.end()] in '"“‘'
        if counts[words[-1]] > 1 or quoted or _known(speaking, name, span.end if heading else -1):
            yield Labelled(index, _attributed(draft, span, match))


def _known(speaking: Mapping[str, int], name: str, after: int) -> bool:
    """Whether the name is used as somebody's elsewhere: before a verb; for headlines, below them."""
    last = name.rpartition(" ")[2]
    if can_speak(last.casefold()):
        return True
    form = last if after >= 0 or not last.isupper() else last.title()
    return len(last) > 2 and speaking.get(form, -1) > after  # noqa: PLR2004


def _attributed(draft: Draft, span: Span, match: re.Match[str]) -> Attributed:
    mention = span.start + match.start("name"), span.start + match.end("name")
    colon = draft.text.index(":", mention[1])
    content = trimmed(draft.text, span.start + match.end(), span.end)
    return Attributed(content, mention, (colon, colon + 1), Manner.DIRECT, "")
