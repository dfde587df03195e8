"""Words that say the opposite of each other of one thing: a bid is accepted or rejected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Opposites:
    """Two groups of words, of which only one can be true of one doer and one thing at one time.

    Attributes:
        name: what it is about.
        one, other: verbs, in every form.
        nouns, other_nouns: nouns that say the same ("rejection of").
        many: whether several may do it to one thing at once, some this and some that ("supports the
            plan"): then both places have to name one doer.
        once: whether it is done to a thing only once, so that a place that names no doer may be about the
            same deed ("the rejection of the bid").
    """

    name: str
    one: frozenset[str]
    other: frozenset[str]
    nouns: frozenset[str] = frozenset()
    other_nouns: frozenset[str] = frozenset()
    many: bool = False
    once: bool = False


class Side(NamedTuple):
    """What a word says: of which opposites, on which side, whether it is a noun, and the word after it."""

    opposites: int
    side: bool
    noun: bool
    particle: str = ""


def verbs(regular: str, irregular: str = "") -> frozenset[str]:
    """The forms of regular verbs, and of irregular ones as they are given.

    >>> sorted(verbs("deny", "cut cuts"))
    ['cut', 'cuts', 'denied', 'denies', 'deny', 'denying']
    """
    forms = set(irregular.split())
    for stem in regular.split():
        base = stem.removesuffix("e")
        if stem.endswith("y") and stem[-2] not in "aeou":
            past, third = f"{stem[:-1]}ied", f"{stem[:-1]}ies"
        else:
            past, third = f"{base}ed", f"{stem}es" if stem.endswith(("ss", "sh", "ch")) else f"{stem}s"
        forms |= {stem, past, third, f"{base}ing"}
    return frozenset(forms)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs of two words: their forms, the second word, and the opposites and side they are of.
_TWO_WORDS = (
    ("turn turns turned turning", "down", "decide", False),
    ("throw throws threw thrown throwing", "out", "decide", False),
    ("vote votes voted voting", "down", "decide", False),
    ("wave waves waved waving", "through", "decide", True),
    ("strike strikes struck striking", "down", "uphold", False),
    ("leave leaves left leaving", "out", "include", False),
    ("speak speaks spoke speaking", "against", "support", False),
)

OPPOSITES = (
    Opposites(
        "decide",
        verbs("accept approve endorse ratify"),
        verbs("reject refuse spurn rebuff decline", "veto vetoes vetoed vetoing"),
        _words("acceptance approval endorsement ratification"),
        _words("rejection refusal veto"),
        once=True,
    ),
    Opposites(
        "uphold",
        verbs("retain", "uphold upholds upheld upholding"),
        verbs("reverse lift overturn quash scrap abolish repeal"),
        frozenset(),
        _words("reversal lifting abolition repeal"),
        once=True,
    ),
    Opposites(
        "include",
        verbs("include"),
        verbs("exclude", "omit omits omitted omitting"),
        _words("inclusion"),
        _words("exclusion omission"),
        once=True,
    ),
    Opposites(
        "win",
        verbs("", "win wins won winning"),
        verbs("", "lose loses lost losing"),
        many=True,
    ),
    Opposites(
        "admit",
        verbs("confirm acknowledge concede", "admit admits admitted admitting"),
        verbs("deny dispute refute"),
        _words("confirmation admission acknowledgement"),
        _words("denial"),
        many=True,
    ),
    Opposites(
        "convict",
        verbs("convict"),
        verbs("clear exonerate", "acquit acquits acquitted acquitting"),
        _words("conviction"),
        _words("acquittal exoneration"),
        once=True,
    ),
    Opposites(
        "allow",
        verbs("allow legalise legalize authorise authorize", "permit permits permitted permitting"),
        verbs(
            "prohibit outlaw block prevent",
            "ban bans banned banning forbid forbids forbade forbidden bar bars barred barring",
        ),
    ),
    Opposites(
        "support",
        verbs("support back endorse praise welcome applaud favour favor"),
        verbs("oppose condemn criticise criticize attack denounce"),
        _words("support backing praise"),
        _words("opposition criticism condemnation"),
        many=True,
    ),
    Opposites(
        "raise",
        verbs("raise increase lift boost double extend"),
        verbs("lower slash reduce halve trim", "cut cuts cutting"),
        _words("increase"),
        _words("reduction"),
    ),
    Opposites("attend", verbs("attend"), verbs("skip boycott miss"), many=True),
    Opposites("tighten", verbs("tighten toughen"), verbs("ease relax loosen soften")),
    Opposites("improve", verbs("improve"), verbs("worsen")),
    Opposites("expand", verbs("expand enlarge"), verbs("", "shrink shrinks shrank shrunk shrinking")),
    Opposites("lead", verbs("lead", "led"), verbs("trail"), many=True),
    Opposites("agree", verbs("agree"), verbs("refuse decline"), many=True),
    Opposites("strengthen", verbs("strengthen widen"), verbs("weaken narrow")),
    Opposites("pass", verbs("pass approve"), verbs("block defeat reject")),
    Opposites("encourage", verbs("encourage"), verbs("discourage")),
)


def _sides() -> dict[str, tuple[Side, ...]]:
    sides: dict[str, list[Side]] = {}
    for index, opposites in enumerate(OPPOSITES):
        for side, noun, words in (
            (True, False, opposites.one),
            (False, False, opposites.other),
            (True, True, opposites.nouns),
            (False, True, opposites.other_nouns),
        ):
            for word in words:
                sides.setdefault(word, []).append(Side(index, side, noun))
    at = {opposites.name: index for index, opposites in enumerate(OPPOSITES)}
    for forms, particle, name, of_one in _TWO_WORDS:
        for form in forms.split():
            sides.setdefault(form, []).append(Side(at[name], of_one, noun=False, particle=particle))
    headed = {word.capitalize(): found for word, found in sides.items()}
    return {word: tuple(found) for word, found in (sides | headed).items()}


SIDES = _sides()
"""Every word of the table, also as a headline prints it, with what it says."""
