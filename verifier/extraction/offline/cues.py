"""The words that attribute: verbs of saying and thinking in the forms that take a source as subject.

Each verb stands with what it needs to count, because many of these forms are nouns too ("reports",
"claims", "plans") or take other objects ("showed courage").
"""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Need(Enum):
    """What has to follow, or stand before, for the verb to attribute."""

    NOTHING = 0  # "said": whatever follows is what was said
    CLAUSE = 1  # "reported": a clause, a quotation or a colon must follow
    OBJECT = 2  # "praised", "denied": what follows directly is what is attributed
    LISTENER = 3  # "told": a listener stands between the verb and what was said


def _forms(need: Need, *lemmas: str) -> dict[str, tuple[Need, str]]:
    """Finite forms of regular verbs (and the irregular ones spelled out with slashes)."""
    table: dict[str, tuple[Need, str]] = {}
    for lemma in lemmas:
        forms = lemma.split("/")
        base = forms[0]
        if len(forms) == 1 and not base.endswith("s"):
            past = base + "d" if base.endswith("e") else _past(base)
            forms = [base, _third(base), past, _participle(base)]
        for form in forms:
            table[form] = (need, base)
    return table


def _past_forms(need: Need, *bases: str) -> dict[str, tuple[Need, str]]:
    """Past forms and participles in -ing only."""
    table = {}
    for base in bases:
        past = base + "d" if base.endswith("e") else _past(base)
        table[past] = table[_participle(base)] = (need, base)
    return table


def _past(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + "ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _participle(base: str) -> str:
    return base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else base + "ing"


VERBS: Mapping[str, tuple[Need, str]] = MappingProxyType(
    {
        # As present plurals these are nouns far more often ("attacks", "plans", "calls"): past forms only.
        **_past_forms(
            Need.OBJECT,
            "praise",
            "criticise",
            "criticize",
            "condemn",
            "deny",
            "reiterate",
            "call",
            "describe",
            "dismiss",
            "reject",
            "endorse",
            "welcome",
            "accuse",
            "blame",
            "urge",
            "promise",
            "pledge",
            "vow",
            "threaten",
            "demand",
            "propose",
            "recommend",
            "question",
            "defend",
            "cite",
            "oppose",
            "express",
            "stress",
            "emphasise",
            "emphasize",
            "highlight",
            "underline",
            "tweet",
            "label",
            "brand",
            "hail",
        ),
        **_forms(
            Need.OBJECT,
            "describes",
            "insists",
            "accuses",
            "denies",
            "wants/wanted",
            "expects/expected",
            "condemns",
            "criticises",
            "criticizes",
            "urges",
        ),
        **_forms(
            Need.CLAUSE,
            "report",
            "announce",
            "claim",
            "show/shows/showed/showing/shown",
            "find/finds/found/finding",
            "note",
            "reveal",
            "suggest",
            "indicate",
            "confirm",
            "conclude",
            "state",
            "estimate",
            "predict",
            "disclose",
            "warn",
            "agree",
            "acknowledge",
            "admit/admits/admitted/admitting",
            "concede",
            "maintain",
            "insist",
            "allege",
            "assert",
            "contend",
            "argue",
            "hold/holds/held",
            "rule",
            "complain",
            "caution",
            "declare",
            "propose",
            "observe",
            "point",
            "hint",
            "imply",
            "signal/signals/signalled/signaled",
            "recall",
            "remember",
            "joke",
            "quip/quips/quipped",
            "boast",
            "mean/means/meant",
            "hear/hears/heard",
            "learn/learns/learned/learnt",
            "see/sees/saw",
            "know/knows/knew/knowing",
            "feel/feels/felt/feeling",
            "fear",
            "hope",
            "doubt",
            "decide",
            "judge",
            "calculate",
            "reckon",
            "understand/understands/understood",
            "write/writes/wrote/writing",
            "read/reads",
            "respond",
            "continue",
            "conclude",
            "testify",
            "swear/swears/swore",
            "promise",
            "pledge",
            "vow",
            "demand",
            "recommend",
            "request",
            "ask",
            "wonder",
            "stress",
            "emphasise",
            "emphasize",
            "underline",
            "tweet",
            "post",
            "expect",
            "forecast/forecasts/forecasting",
            "project",
            "deny",
            "repeat",
            "interject",
            "exclaim",
            "shout",
            "lament",
            "remark",
            "comment",
            "guess",
            "assume",
            "consider",
            "accept",
            "add",
            "explain",
            "reply",
            "answer",
            "believe",
            "think/thinks/thought/thinking",
            "counter",
            "retort",
            "quote",
        ),
        **_forms(
            Need.NOTHING,
            "say/says/said/saying",
            "add",
            "explain",
            "reply/replies/replied/replying",
            "insist",
            "argue",
            "believe",
            "think/thinks/thought/thinking",
        ),
        **_forms(Need.LISTENER, "tell/tells/told/telling", "inform", "assure", "remind"),
    }
)
"""Verb forms in lower case: what each needs, and its base form."""

DOCUMENTS = frozenset(
    "figures figure data statistics report reports poll polls survey surveys study studies research results "
    "statement documents document records record analysis review census numbers estimates forecasts "
    "evidence memo letter email emails paper index inquiry filing filings minutes article book transcript".split()
)
"""Heads of noun phrases that name a document: what they "show" is attributed to them."""

PARTICIPLES = frozenset(form for form in VERBS if form.endswith("ing"))
