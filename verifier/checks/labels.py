"""One politician with two offices, states or parties: "Sen. Ann Hill (R-Ohio) … Rep. Hill"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from verifier.findings import Evidence, Finding, Severity, place
from verifier.patterns import late
from verifier.sources.firstnames import MEN, WOMEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from verifier.draft import Draft


@dataclass(frozen=True)
class _Kind:
    """Labels of which a person has one.

    Attributes:
        values: what is printed, and what it stands for; labels that stand for one thing do not differ.
        between: words that may stand between the label and the name.
        after: a pattern for the label where it stands behind the name, with a group `label`.
    """

    values: Mapping[str, str]
    between: str = ""
    after: str = ""


class _Use(NamedTuple):
    value: str
    start: int
    end: int


def _table(rows: str) -> dict[str, str]:
    """What is printed, by rows of "Sen.|Senator"; the first of a row is what the others stand for."""
    return {label: row.split("|")[0] for row in rows.split(", ") for label in row.split("|")}


_STATES = _table(
    "Alabama|Ala., Alaska|AK, Arizona|Ariz., Arkansas|Ark., California|Calif., Colorado|Colo., Connecticut|"
    "Conn., Delaware|Del., Florida|Fla., Georgia|Ga., Hawaii, Idaho, Illinois|Ill., Indiana|Ind., Iowa, "
    "Kansas|Kan., Kentucky|Ky., Louisiana|La., Maine, Maryland|Md., Massachusetts|Mass., Michigan|Mich., "
    "Minnesota|Minn., Mississippi|Miss., Missouri|Mo., Montana|Mont., Nebraska|Neb., Nevada|Nev., New "
    "Hampshire|N.H., New Jersey|N.J., New Mexico|N.M., New York|N.Y., North Carolina|N.C., North Dakota|"
    "N.D., Ohio, Oklahoma|Okla., Oregon|Ore., Pennsylvania|Pa., Rhode Island|R.I., South Carolina|S.C., "
    "South Dakota|S.D., Tennessee|Tenn., Texas|Tex., Utah, Vermont|Vt., Virginia|Va., Washington|Wash., "
    "West Virginia|W.Va., Wisconsin|Wis., Wyoming|Wyo."
)
_OFFICES = _table("Sen.|Senator, Rep.|Representative|Congressman|Congresswoman, Gov.|Governor, Mayor")
_PARTIES = _table("Republican|(R-|(R–, Democrat|Democratic|(D-|(D–, Labour, Tory, Lib Dem|Liberal Democrat")
_SEAT = r"(?:Sens?\.|Senator|Reps?\.|Representative|Congressman|Congresswoman|Gov\.|Governor)"
_ROLES = (
    "MP|MEP|peer|leader|candidate|nominee|front-runner|frontrunner|rival|hopeful|contender|incumbent|"
    "presidential|senator|congressman|governor|chairman|spokesman|spokeswoman|backbencher|deputy|home "
    "affairs|health|education|environment|transport|foreign affairs|defence|treasury"
)
_KINDS = {
    "office": _Kind(_OFFICES),
    "state": _Kind(
        _STATES,
        rf"(?:['’]s)?(?: (?:Republican|Democratic))? {_SEAT}",
        r"(?:,? \([RDI][-–]| of )(?P<label>{})(?=[\s),.;’'])",
    ),
    "party": _Kind(_PARTIES, rf"(?:['’]s)?(?: (?:{_ROLES}|{_SEAT}))*", r",? (?P<label>\([RD][-–])(?=[A-Z])"),
}
_FIRST, _LAST = r"(?P<first>[A-Z](?<!\w.)[a-z’-]+) (?:[A-Z]\. )?", r"(?P<last>[A-Z][\w’-]*[a-z])\b(?! [A-Z])"
_NAME = rf"(?:Mr |Mrs |Ms |Dr |Sir )?(?:{_FIRST})?{_LAST}"
_FULL = late(_FIRST + _LAST)
_POSSESSIVE = late(r"['’]s?$")
# A label of another time, or of somebody else.
_NOT_NOW = late(
    r"\b(?:[Ff]ormer|[Ee]x|[Tt]hen|[Ll]ate|[Ll]t\.|[Ff]uture|[Nn]ext|[Pp]revious|[Nn]ow|[Oo]nce|[Bb]ecame|"
    r"and|or|Liberal|West|versus|v|against|anti|non)[ -]+$"
)
_POLITICAL = late(
    r"\b(?:Sens?|Reps?|Govs?|Labour|Tory|Lib Dem|Mayor|Plaid)\b|\b(?:[Ss]enator|[Gg]overnor|Democrat|"
    r"Liberal D|Congress[mw])"
)
_SEATED = late(_SEAT)
_REACH = 14


def _alternatives(values: Mapping[str, str]) -> str:
    return "|".join(sorted(map(re.escape, values), key=len, reverse=True))


_PATTERNS = {
    name: (
        late(rf"{kind.between} {_NAME}"),
        late(kind.after.format(_alternatives(kind.values)) if "{}" in kind.after else kind.after)
        if kind.after
        else None,
    )
    for name, kind in _KINDS.items()
}


def varying_labels(draft: Draft) -> Iterator[Finding]:
    """A `role-varies` warning for a person with two offices, states or parties.

    Only people whom the draft names in full, and who share their surname with nobody in it; what was once
    ("former Sen.") is left alone.
    """
    seated = _SEATED.search(draft.text) is not None
    printed = {
        name: {label: value for label, value in kind.values.items() if label in draft.text}
        for name, kind in _KINDS.items()
        if seated or name == "party"
    }
    kinds = {name: labels for name, labels in printed.items() if len({*labels.values()}) > 1}
    if not kinds or _POLITICAL.search(draft.text) is None:
        return
    full = [m for m in _FULL.finditer(draft.text) if m["first"].lower() in MEN or m["first"].lower() in WOMEN]
    people: dict[str, set[str]] = defaultdict(set)
    for match in full:
        people[_bare(match["last"])].add(match["first"])
    for name, labels in kinds.items():
        for who, uses in _by_person(draft, name, labels, full, people).items():
            first, *others = sorted(uses, key=lambda use: use.start)
            other = next((use for use in others if use.value != first.value), None)
            if other is not None:
                yield _finding(draft, who, first, other)


def _bare(name: str) -> str:
    return _POSSESSIVE.sub("", name)


def _by_person(
    draft: Draft,
    name: str,
    labels: Mapping[str, str],
    full: Sequence[re.Match[str]],
    people: Mapping[str, set[str]],
) -> Mapping[str, list[_Use]]:
    """The labels of each person; a surname alone is whose it is if the draft has one such person."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for match, use in (*_before(draft, name, labels), *_behind(draft, name, labels, full)):
        last = _bare(match["last"])
        firsts = people.get(last, set())
        first = match["first"] if match["first"] in firsts else "".join(firsts) if len(firsts) == 1 else ""
        if first and match["first"] in {None, first}:
            uses[f"{first} {last}"].append(use)
    return uses


def _before(draft: Draft, name: str, labels: Mapping[str, str]) -> Iterator[tuple[re.Match[str], _Use]]:
    """Labels in front of a name."""
    text, pattern = draft.text, _PATTERNS[name][0]
    for label, value in labels.items():
        at = text.find(label)
        while at >= 0:
            match = pattern.match(text, at + len(label))
            apart = match is not None and not text[at - 1 : at].isalnum()
            if match is not None and apart and not _NOT_NOW.search(text, max(0, at - _REACH), at):
                yield match, _Use(value, at, match.start("last") + len(_bare(match["last"])))
            at = text.find(label, at + 1)


def _behind(
    draft: Draft, name: str, labels: Mapping[str, str], full: Sequence[re.Match[str]]
) -> Iterator[tuple[re.Match[str], _Use]]:
    """Labels behind a name, as in "Ann Hill (R-Ohio)"."""
    pattern = _PATTERNS[name][1]
    for person in full if pattern is not None else ():
        match = pattern.match(draft.text, person.end()) if pattern is not None else None
        if match is None or not _seated(draft, person, match):
            continue
        yield person, _Use(labels[match["label"]], person.start(), match.end())


def _seated(draft: Draft, person: re.Match[str], label: re.Match[str]) -> bool:
    """Whether a label behind a name is in brackets, or the name has an office before it."""
    if "(" in label[0]:
        return True
    return re.search(rf"{_SEAT} $", draft.text[max(0, person.start() - 20) : person.start()]) is not None


def _finding(draft: Draft, last: str, one: _Use, other: _Use) -> Finding:
    spans = draft.span(one.start, one.end), draft.span(other.start, other.end)
    words = [" ".join(span.quote.split()) for span in spans]
    places = [place(draft, span) for span in spans]
    return Finding(
        code="role-varies",
        severity=Severity.WARNING,
        message=f"“{words[0]}” ({places[0]}) and “{words[1]}” ({places[1]}) do not fit one {last}.",
        working=f"{one.value} ≠ {other.value}",
        question=f"Which is right of {last}, “{words[0]}” or “{words[1]}”?",
        evidence=tuple(Evidence(span) for span in spans),
    )
