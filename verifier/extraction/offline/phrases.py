"""Noun phrases that name a source, found from the words around a cue; no tagger, no model."""

from __future__ import annotations

import re

_PRONOUNS = frozenset("he she they it who i we".split())
_DETERMINERS = frozenset(
    "a an the this that these those his her its their our my one two three four five six several some many "
    "most both all another other no each few".split()
)
_BARE_PLURALS = re.compile(
    r"^(?:[\w’'-]+ ){0,4}?(?:officials?|analysts?|experts?|sources?|critics?|economists?|researchers?|scientists?|"
    r"police|doctors?|lawyers?|prosecutors?|campaigners?|ministers?|investigators?|witnesses|supporters|opponents|"
    r"residents|activists|reports?|figures|data|polls?|surveys?|studies|statistics|people|voters|fans|"
    r"traders|dealers|observers|insiders|aides|advisers|advisors|organi[sz]ers|managers|bosses|leaders|"
    r"authorities|forecasters|commentators|historians|academics|executives|bookmakers|republicans|"
    r"democrats|conservatives|unions|firms|companies|users|customers|members|detectives|officers|players|"
    r"spokesmen|spokespeople|representatives|diplomats|rebels|teachers|parents|students|retailers|"
    r"documents|records|research|results|evidence|others|numbers|estimates)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:and|but|or|so|yet|however|meanwhile|also|then|now|still|later|earlier|instead|nevertheless|"
    r"nonetheless|moreover|furthermore|indeed|though|although|while|because|as|when|if|since|after|before|"
    r"that|which|where|whether|until|once|yesterday|today|on|again|besides|only|even|just|than)\s+)+",
    re.IGNORECASE,
)
_CUTS = re.compile(
    r"\b(?:that|because|while|when|if|but|whether|although|though|since|until|unless|as|than|after|before|where)\s+"
    r"|\band\s+(?=(?:he|she|they|it|we|i|the|a|an|his|her|its|their|one|some|many)\b)",
    re.IGNORECASE,
)
_NOT_SUBJECT = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|will|would|could|should|can|may|might|must|did|does|do|"
    r"to|not|n't)$",
    re.IGNORECASE,
)
_AUXILIARIES = re.compile(
    r"(?:\s+(?:has|have|had|will|would|did|does|do|could|can|may|might|also|later|then|once|now|already|recently|"
    r"previously|repeatedly|reportedly|famously|often|always|never|further|earlier|today|yesterday|however|"
    r"himself|herself|itself|themselves|[a-z]+ly|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this week|last week|last month|last year))+$"
)
_MOST_WORDS = 24


def subject_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends at `end` and is the subject of the verb there.

    Args:
        text: the draft.
        start: no further left than this (the start of the clause).
        end: the start of the verb.

    Returns:
        Offsets of the noun phrase, with its apposition if it has one; None where there is none.
    """
    chunk = text[start:end].rstrip()
    trailing = _AUXILIARIES.search(chunk)
    if trailing is not None:
        chunk = chunk[: trailing.start()].rstrip()
    if not chunk or _NOT_SUBJECT.search(chunk):
        return None
    pieces = _pieces(chunk)
    index = len(pieces) - 1
    stop = len(chunk)
    if chunk.endswith((",", "—", "–", ")")) and len(pieces) > 1:
        # "David Gilbert, its president, said": the name stands before the apposition.
        index = _head_of_apposition(chunk, pieces)
        stop = len(chunk.rstrip(", "))
    left, right = pieces[index]
    piece = chunk[left:right]
    cut = 0
    for match in _CUTS.finditer(piece):
        cut = match.end()
    leading = _LEADING.match(piece[cut:])
    if leading is not None:
        cut += leading.end()
    left += cut
    phrase = chunk[left:stop]
    if not _names_somebody(chunk[left : max(right, left)]) or len(phrase.split()) > _MOST_WORDS:
        return None
    return start + left, start + stop


def _pieces(chunk: str) -> list[tuple[int, int]]:
    """Offsets of the stretches between commas, trimmed."""
    pieces = []
    position = 0
    for match in re.finditer(r",(?!\d)|\s[—–-]\s|;|:", chunk + ","):
        left = position + len(chunk[position : match.start()]) - len(chunk[position : match.start()].lstrip())
        right = left + len(chunk[left : match.start()].rstrip())
        if right > left:
            pieces.append((left, right))
        position = match.end()
    return pieces


def _head_of_apposition(chunk: str, pieces: list[tuple[int, int]]) -> int:
    """The piece before a closing comma's apposition: the last one that can stand as a name."""
    for index in range(len(pieces) - 2, -1, -1):
        left, right = pieces[index]
        if _names_somebody(chunk[left:right]):
            return index
    return len(pieces) - 1


def subject_after(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that starts at `start`: the subject of an inverted "said Ms White, the owner"."""
    match = re.match(
        r"\s*(?P<np>(?:[^,.;:!?\"“”]|\.(?=\s[A-Z]\w)|\.(?=\w)|(?<=[A-Z])\.|(?<=\b(?:Mr|Ms|Dr|St|Lt))\.|(?<=\b(?:Mrs|Sen|Rep|Gov|Gen))\.)+"
        r"(?:, (?:a|an|the|its|his|her|their|chief|head|director|chairman|president|who|of)\b[^,.;:!?\"“”]*)?)",
        text[start:end],
    )
    if match is None:
        return None
    phrase = match["np"].rstrip()
    cut = re.search(
        r"\s(?:in|on|at|after|during|as|when|while|before|last|to|about|following|from Monday)\s", phrase
    )
    if cut is not None and not re.search(
        r"\b(?:minister|secretary|head|director|spokes\w+|expert)\b", phrase[: cut.start()]
    ):
        phrase = phrase[: cut.start()]
    if not _names_somebody(phrase) or len(phrase.split()) > _MOST_WORDS:
        return None
    left = start + match.start("np")
    return left, left + len(phrase)


def _names_somebody(phrase: str) -> bool:
    """Whether a noun phrase can stand for a speaker or a document."""
    words = phrase.split()
    if not words:
        return False
    first = words[0].strip("\"'“”‘’(").casefold()
    if first in _PRONOUNS:
        return len(words) == 1 or words[1].casefold() in ("both", "all", "himself", "herself")
    if first in _DETERMINERS or first.endswith(("'s", "’s")):
        return len(words) > 1 or first in (
            "both",
            "some",
            "many",
            "others",
            "several",
            "another",
            "one",
            "few",
        )
    if words[0][:1].isupper() or words[0][:1] in '"“‘':
        return True
    return _BARE_PLURALS.match(phrase) is not None or any(word[:1].isupper() for word in words[1:4])
