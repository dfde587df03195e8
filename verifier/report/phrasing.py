"""How every rendering of a report speaks of it: counts, names, labels, who read the draft, at what cost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.report.model import ClaimModel, Report, SourceModel

_LONGEST_LABEL = 90
_LONGEST_NAME = 60
_NAMES_SHOWN = 4
_FEWEST_WORDS = 3
_PRONOUNS = (
    "he", "i", "it", "she", "that", "they", "this", "we", "who",
    "his", "her", "its", "their", "our", "my",
)  # fmt: skip

_SPACE = re.compile(r"\s+")
# Escape sequences in a draft must not reach the terminal; nor may they change how the rest is shown.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """A text as one line, without anything that a terminal or a browser would obey."""
    return _SPACE.sub(" ", _CONTROL.sub("\ufffd", _SPACE.sub(" ", text))).strip()


def shortened(text: str, length: int) -> str:
    """A text as one line of at most about that many characters, cut between words."""
    text = printable(text)
    if len(text) <= length:
        return text
    cut = text.rfind(" ", length // 2, length)
    return f"{text[: cut if cut > 0 else length].rstrip(' ,;:')} …"


def count(number: int, noun: str) -> str:
    """A number and what it counts: "1 claim", "1,200 claims"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def source_name(name: str) -> str:
    """What a source is called, cut where it is as long as a sentence."""
    return shortened(name, _LONGEST_NAME)


def other_names(source: SourceModel) -> list[str]:
    """What else the draft calls it; "The air force" and "the air force" are one name, "it" is none."""
    names: dict[str, str] = dict.fromkeys(_PRONOUNS, "")
    for mention in source.mentions:
        name = source_name(mention.quote)
        names.setdefault(name.casefold(), name)
    names.pop(source_name(source.name).casefold(), None)
    return [name for name in names.values() if name][:_NAMES_SHOWN]


def claim_label(claim: ClaimModel, source: str = "") -> str:
    """A few words for a claim, without the source under whose name it is listed."""
    label = claim.label.removesuffix(f", per {source}") if source else claim.label
    # "40%" tells nobody anything: where the label is as short as that, the statement takes its place.
    told = label if len(label.split()) >= _FEWEST_WORDS else claim.statement
    return shortened(told, _LONGEST_LABEL)


def engine(report: Report) -> str:
    """Who read the draft."""
    if report.verifier.engine == "offline":
        return "read offline, by patterns"
    return f"read by the model {report.verifier.model}"


def figures(report: Report) -> str:
    """How many figures there are, and whether all are accounted for."""
    total, missing = report.coverage.figures, len(report.coverage.unaccounted)
    if not total:
        return "no figures"
    return f"{count(total, 'figure')}, {f'{missing} unaccounted for' if missing else 'all accounted for'}"


def cost(report: Report) -> str:
    """What the check took."""
    usage = report.usage
    seconds = f"{usage.seconds:.1f} s" if usage.seconds >= 1 else f"{usage.seconds:.2f} s"
    if report.verifier.engine == "offline":
        return seconds
    cached = f" ({usage.cached} from the cache)" if usage.cached else ""
    tokens = count(usage.input_tokens + usage.output_tokens, "token")
    cost = "" if usage.cost is None else f", {usage.cost:.4f} spent"
    return f"{count(usage.calls, 'call')}{cached}, {tokens}{cost} · {seconds}"
