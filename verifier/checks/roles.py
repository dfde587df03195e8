"""One person with two names or roles: "host Wes Butters … host Butler", "guitarist Mars … the drummer".

Two full names are two people: leaders of two parties, two analysts or two actors may share a surname.
"""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from verifier.checks.spelling import plain
from verifier.findings import Evidence, Finding, Severity, place
from verifier.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft

_ROLES = frozenset(
    "host presenter singer actor actress director producer guitarist drummer bassist keyboardist pianist "
    "striker midfielder defender goalkeeper winger captain coach manager boss chairman chairwoman "
    "president secretary minister chancellor spokesman spokeswoman analyst economist executive founder "
    "leader author writer editor lawyer solicitor barrister attorney judge senator governor mayor "
    "professor scientist researcher champion strategist pollster adviser advisor ambassador commissioner "
    "inspector headteacher surgeon detective".split()
)
_BEFORE_NAME = late(r"\b([a-z]{4,12}+),? (?=[A-Z][a-z])")
_NAME = late(r"(?:(?P<first>[A-Z][a-z][\w’'-]*) )?(?P<last>[A-Z][\w’'-]*[a-z])\b(?! [A-Z])")
_TITLES = frozenset(("Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lord", "Lady", "Dame"))
_POSSESSIVE = late(r"['’]s?$")
_START = 3
_REACH = 20
_ALIKE = 0.6
_TWO = 2

# Of these people play one, mostly; who sings or leads a band plays any of them.
_PLAYERS = "guitarist|drummer|bassist|keyboardist|saxophonist|trumpeter|violinist|cellist"
_PLAYER = late(rf"\b(?:(?P<the>[Tt]he) )?(?P<role>{_PLAYERS})s?\b(?P<name>(?: [A-Z][\w’'-]+){{2,3}})?")

_PORTFOLIOS = (
    "[Ff]inance|[Ff]oreign|[Dd]efen[cs]e|[Hh]ome|[Ii]nterior|[Hh]ealth|[Ee]ducation|[Tt]rade|[Jj]ustice|[Tt]ransport|"
    "[Ee]nvironment|[Cc]ulture|[Ee]nergy|[Ii]ndustry|[Ee]mployment|[Aa]griculture|[Pp]rime|[Ee]conomy|[Ll]abou?r|[Oo]il|"
    "[Ss]ports?|[Tt]ourism"
)
_OFFICE = late(
    rf"\b(?P<office>{_PORTFOLIOS}) (?P<title>[Mm]inister|[Ss]ecretary) "
    r"(?P<name>[A-Z][a-z][\w’'-]* [A-Z][\w’'-]*[a-z])\b"
)
_NOT_NOW = late(
    r"\b(?:[Ff]ormer|[Ee]x|then|[Ss]hadow|[Dd]eputy|previous|past|late|next|new|[Jj]unior|[Aa]cting|and)\b"
)

# Who changes offices in the draft may have two.
_RESHUFFLED = late(
    r"\b(?:[Rr]eshuffle\w*|becom(?:es?|ing)|became|mov(?:es?|ed|ing) (?:to|from)|swap\w*|"
    r"appoint(?:ed|s|ment)|promot\w+|succe(?:ed|ss)\w*|replac\w+|"
    r"take(?:s|n)? over|took over|doubl(?:es|ed|ing) as|portfolios?)\b"
)

_Use = tuple[str, int, int]


def varying_people(draft: Draft) -> Iterator[Finding]:
    """A `name-varies` or `role-varies` warning for each person whose name or role changes on the way.

    Names: one role before a full name and before a surname that is much like it. Roles: a band's one
    musician who plays another instrument further on, and a minister who is given two portfolios. Offices
    held before are left alone.
    """
    yield from _names_by_role(draft)
    yield from _players(draft)
    yield from _offices(draft)


def _names_by_role(draft: Draft) -> Iterator[Finding]:
    full, bare = _role_names(draft)
    for role, uses in full.items():
        for short in bare.get(role, ()):
            long = next((use for use in uses if _alike(use[0].split()[-1], short[0])), None)
            if long is not None and not _is_full_name(draft, short[0]):
                yield _finding(draft, "name-varies", long, short, f"the {role}")


def _role_names(draft: Draft) -> tuple[dict[str, list[_Use]], dict[str, list[_Use]]]:
    """Full names and bare surnames that stand right after a role, by the role, each once."""
    full: dict[str, list[_Use]] = defaultdict(list)
    bare: dict[str, list[_Use]] = defaultdict(list)
    for role in _BEFORE_NAME.finditer(draft.text):
        if role[1] not in _ROLES:
            continue
        match = _NAME.match(draft.text, role.end())
        if match is None or match["first"] in _TITLES:
            continue
        last = _POSSESSIVE.sub("", match["last"])
        name = f"{match['first']} {last}" if match["first"] else last
        uses = (full if match["first"] else bare)[role[1]]
        if all(name != use[0] for use in uses):
            uses.append((name, role.start(), match.end()))
    return full, bare


def _is_full_name(draft: Draft, surname: str) -> bool:
    """Whether the surname belongs to somebody whom the draft names in full, or is written otherwise alike."""
    return (
        re.search(rf"\b[A-Z][\w.’'-]+ {re.escape(surname)}\b|\b{re.escape(surname)} [A-Z]", draft.text)
        is not None
    )


def _alike(one: str, other: str) -> bool:
    a, b = plain(one), plain(other)
    if a == b or a[:_START] != b[:_START] or {a, b} == {a, f"{a}s"} or f"{b}s" == a:
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE


def _players(draft: Draft) -> Iterator[Finding]:
    named: list[tuple[str, _Use]] = []
    others: dict[str, list[tuple[bool, _Use]]] = defaultdict(list)
    if sum(player in draft.text for player in _PLAYERS.split("|")) < _TWO:
        return
    for match in _PLAYER.finditer(draft.text):
        use = (match.group(), match.start(), match.end())
        if match["name"]:
            named.append((match["role"].lower(), use))
        else:
            plural = match.group().endswith("s")
            others[match["role"].lower()].append((bool(match["the"]) and not plural, use))
    if len({use[0] for _, use in named}) != 1:
        return
    role, person = named[0]
    if len(others.keys() - {role}) > 1:
        return  # the rest of the band
    for other, uses in others.items():
        if other == role or len(uses) > 1 or not uses[0][0] or uses[0][1][1] < person[1]:
            continue
        yield _finding(draft, "role-varies", person, uses[0][1], person[0].split(" ", 1)[1])


def _offices(draft: Draft) -> Iterator[Finding]:
    held: dict[str, dict[str, _Use]] = defaultdict(dict)
    spoken_of = [p for p in draft.paragraphs if "inister " in p.quote or "ecretary " in p.quote]
    for match in (m for p in spoken_of for m in _OFFICE.finditer(draft.text, p.start, p.end)):
        if _NOT_NOW.search(draft.text, max(0, match.start() - _REACH), match.start()):
            continue
        office = f"{match['office']} {match['title']}".lower()
        for american, british in (("defense", "defence"), ("labor ", "labour "), ("sports", "sport")):
            office = office.replace(american, british)
        held[match["name"]].setdefault(office, (match.group(), match.start(), match.end()))
    for name, offices in held.items():
        if len(offices) > 1 and not _RESHUFFLED.search(draft.text):
            one, other, *_ = offices.values()
            yield _finding(draft, "role-varies", one, other, name)


def _finding(draft: Draft, code: str, one: _Use, other: _Use, who: str) -> Finding:
    spans = sorted(draft.span(start, end) for _, start, end in (one, other))
    words: Sequence[str] = [" ".join(span.quote.split()) for span in spans]
    places = [place(draft, span) for span in spans]
    what = "two names" if code == "name-varies" else "two roles"
    return Finding(
        code=code,
        severity=Severity.WARNING,
        message=f"“{words[0]}” ({places[0]}) and “{words[1]}” ({places[1]}) give {who} {what}.",
        working=f"{words[0]} ≠ {words[1]}",
        question=f"Which is right, “{words[0]}” or “{words[1]}”, or are these two people?",
        evidence=tuple(Evidence(span) for span in spans),
    )
