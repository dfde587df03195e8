"""One abbreviation with two letters in each other's place: "the Office for Figures (ONF) … the OFN"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft

# A search is quick that begins with a capital: what looks back from there looks from behind it.
_ABBREVIATION = re.compile(r"[A-Z](?<![\w.&/-].)[A-Z]{2,5}(?![\w&/]|\.[A-Z])")
# "the Office for National Statistics (ONS)": the words that an abbreviation in brackets stands for.
_SPELT_OUT = re.compile(
    r"(?P<words>[A-Z][\w’'&-]*(?: (?:(?:of|for|the|and|in|on|to|de) ){0,2}[A-Z][\w’'&-]*){1,6})"
    r" \((?P<short>[A-Z]{3,6})\)"
)
_CAPITAL = re.compile(r"[A-Z]")
# So many uses make an abbreviation known that nobody spells out.
_KNOWN = 3


def varying_acronyms(draft: Draft) -> Iterator[Finding]:
    """A `name-varies` warning for each abbreviation that stands once with two neighbouring letters swapped.

    The other has to be known: spelt out in the draft, or used three times and more. An abbreviation that
    the draft spells out itself, or uses twice, is another name.
    """
    uses: dict[str, list[int]] = defaultdict(list)
    for match in _ABBREVIATION.finditer(draft.text):
        uses[match[0]].append(match.start())
    once = [(odd, at[0]) for odd, at in uses.items() if len(at) == 1 and not _explained(draft, odd, at[0])]
    swapped = [(odd, start, other) for odd, start in once for other in _swapped(odd) if other in uses]
    if not swapped:
        return
    spelt = _spelt_out(draft)
    for odd, start, other in swapped:
        if spelt.get(odd, "") != odd and (len(uses[other]) >= _KNOWN or other in spelt.values()):
            yield _finding(draft, (odd, start), (other, uses[other]))


def _explained(draft: Draft, odd: str, start: int) -> bool:
    """Whether what it stands for follows in brackets: "the CIC (Cricket Ireland Council)"."""
    return draft.text.startswith((" (", ", the "), start + len(odd))


def _spelt_out(draft: Draft) -> dict[str, str]:
    """Abbreviations in brackets, and what the capitals of the words before them spell in the same length."""
    spelt = {}
    for match in _SPELT_OUT.finditer(draft.text):
        capitals = "".join(_CAPITAL.findall(match["words"]))
        spelt[match["short"]] = capitals[-len(match["short"]) :]
    return spelt


def _swapped(word: str) -> list[str]:
    """The word with each two neighbouring letters in each other's place."""
    swapped = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
    return [other for other in swapped if other != word]


def _finding(draft: Draft, odd: tuple[str, int], other: tuple[str, Sequence[int]]) -> Finding:
    spans = [draft.span(start, start + len(word)) for word, start in (odd, (other[0], other[1][0]))]
    return Finding(
        code="name-varies",
        severity=Severity.WARNING,
        message=f"“{odd[0]}” ({place(draft, spans[0])}) and “{other[0]}” ({place(draft, spans[1])}) "
        "read as one name, with two letters swapped.",
        working=f"{odd[0]} (1×) ≠ {other[0]} ({len(other[1])}×)",
        question=f"Is {odd[0]} meant to be {other[0]}?",
        evidence=tuple(Evidence(span) for span in sorted(spans)),
    )
