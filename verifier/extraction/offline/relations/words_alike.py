"""The weightier words of a text by their stems, words for one thing in one form: "arrested", "detained"."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
_ENDING = re.compile(r"(?:ing|ed|es|s|e|ly)$")
_LIGHT = frozenset(
    "about after again against almost also another around because been before being between both could does "
    "down during each even every from have having here into just least like made make more most much nearly "
    "only other over said same says should since some such take than that their them then there these they "
    "this those through told under until very want well were what when where which while will with would year "
    "years month months week weeks".split()
)
_SHORTEST = 4
_SHORT = re.compile(
    r"\b(?:met|won|win|led|cut|bids?|tax|fee|war|aid|oil|gas|law|vote|bans?|jail|buy|die|hit|pay|paid|axe)\b"
)
# Words for one thing, by their stems.
_ONE_WORD = {
    stem: stems[0]
    for stems in (
        ("kill", "died", "dead", "death", "fatal", "die"),
        ("arrest", "detain", "held", "custody", "seiz"),
        ("injur", "wound", "hurt"),
        ("meet", "met", "talk"),
        ("cut", "axe", "shed", "redundanc", "layoff", "lost", "los"),
        ("buy", "bought", "acquir", "purchas", "takeover", "acquisition"),
        ("sentenc", "jail", "prison", "jailed"),
        ("win", "won", "victory", "victori", "beat"),
        ("pay", "paid", "payment", "payout"),
        ("need", "requir", "clinch", "necessary", "reach"),
        ("invest", "investment", "spend", "spent"),
        ("lead", "led", "ahead", "advantage"),
        ("loan", "lend", "lent", "borrow"),
        ("film", "movi"),
        ("firm", "compan", "company", "companie", "compani"),
        ("surve", "poll", "survey"),
        ("sack", "fir", "dismiss"),
        ("protest", "demonstrat", "demonstrator", "demonstrati", "demonstration", "march", "marcher"),
        ("strik", "walkout"),
        ("bomb", "blast", "explosion", "explod"),
        ("earthquak", "quak", "tremor"),
        ("crash", "accident", "collision", "collid"),
        ("ban", "bann", "suspend", "suspension"),
    )
    for stem in stems
}
_ONE_NOUN = {
    noun: nouns[0]
    for nouns in (
        ("job", "post", "worker", "staff", "employee", "position", "redundancy", "role", "staffer"),
        ("award", "gong", "prize", "trophy", "honour", "honor"),
        ("firm", "company", "business", "corporation"),
        ("home", "house", "property", "household"),
        ("child", "children", "kid", "youngster"),
        ("pupil", "student", "schoolchildren"),
        ("email", "e-mail", "mail"),
        ("soldier", "troop", "serviceman"),
        ("immigrant", "migrant", "refugee", "asylum-seeker"),
        ("aircraft", "plane", "jet", "airliner"),
        ("ship", "vessel", "boat"),
        ("country", "nation"),
        ("film", "movie"),
        ("shop", "store", "outlet", "branch"),
        ("car", "vehicle"),
        ("game", "match", "fixture"),
        ("supporter", "fan"),
        ("strike", "walkout"),
        ("picture", "photo", "image", "photograph"),
        ("prisoner", "inmate", "detainee"),
    )
    for noun in nouns
}


def one_noun(noun: str) -> str:
    """One word for all nouns that a draft may use for the same things: staff, posts and workers are jobs."""
    return _ONE_NOUN.get(noun, noun)


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words of four letters and more that carry weight."""
    return frozenset(stem for word in _WORD.findall(text) if (stem := _stem(word)) is not None)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str | None:
    """The stem of a word; None if it carries no weight. Kept, because a draft repeats most of its words."""
    folded = word.casefold()
    if len(word) < _SHORTEST or folded in _LIGHT:
        return None
    return _ENDING.sub("", _POSSESSIVE.sub("", folded))


def weighty(text: str) -> frozenset[str]:
    """The same, short words that carry weight among them, and words for one thing in one form."""
    stems = stems_of(text).union(_SHORT.findall(text.casefold()))
    return frozenset(_ONE_WORD.get(stem, stem) for stem in stems)
