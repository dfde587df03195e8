"""Hedges: the words around a number that say how firmly it is stated ("about", "at least", "or so")."""

from __future__ import annotations

from verifier.figures.lexicon import wordset
from verifier.figures.model import Hedge
from verifier.figures.tokens import JOINED, SPACE, Tokens

Hedged = tuple[Hedge, int, int]
"""The hedge, and the tokens ``[first, stop)`` that state it."""

_PHRASES = {
    Hedge.ABOUT: (
        "about|around|some|roughly|approximately|approx|circa|an estimated|estimated|"
        "estimated to be|estimated at|close to|in the region of|on the order of|of the order of|"
        "more or less|somewhere around|in the order of|something like|estimate of|estimates of|"
        "averaging|an average of|average of|average|a projected|projected|or about|or around|"
        "only about|just about|near|a near|around about|an approximate"
    ),
    Hedge.NEARLY: (
        "nearly|almost|just under|just below|slightly under|slightly less than|slightly fewer than|"
        "a little less than|a little under|little less than|just less than|just short of|short of|"
        "virtually|approaching|not quite|shy of|just shy of|a little below|fractionally under|"
        "slightly below|a shade under|marginally under|marginally below|nearing|a bit less than|"
        "a bit under|well nigh|towards|not far off"
    ),
    Hedge.OVER: (
        "just over|just above|slightly over|slightly more than|slightly above|a little over|"
        "little over|a little more than|little more than|just more than|barely|marginally over|"
        "marginally above|a shade over|a bit more than|a bit over|fractionally over|only just over"
    ),
    Hedge.AT_LEAST: (
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|"
        "minimum|from at least|upwards of|upward of"
    ),
    Hedge.MORE_THAN: (
        "more than|over|above|in excess of|exceeding|exceeds|exceeded|exceed|greater than|"
        "higher than|well over|well above|far more than|much more than|north of|beyond|"
        "well in excess of|topping|longer than|bigger than|larger than|faster than|older than|"
        "many more than|better than"
    ),
    Hedge.AT_MOST: (
        "at most|up to|as many as|as much as|no more than|not more than|a maximum of|maximum of|"
        "maximum|as high as|no greater than|no higher than|at the most|as many as to|as late as|"
        "no longer than|capped at|not exceeding|to a maximum of|up to as much as|up to as many as|"
        "anything up to|as long as|as far as|as old as"
    ),
    Hedge.LESS_THAN: (
        "less than|fewer than|under|below|lower than|well under|well below|far less than|"
        "far fewer than|smaller than|shorter than|much less than|south of|sub|younger than|"
        "cheaper than"
    ),
}
_LEAST = "as little as|as few as|as low as|as young as|as early as"
"""'As little as three hours' is the least of several values: at least."""

_AFTER = {
    ("or", "so"): Hedge.ABOUT, ("or", "more"): Hedge.AT_LEAST, ("or", "less"): Hedge.AT_MOST,
    ("or", "fewer"): Hedge.AT_MOST, ("or", "thereabouts"): Hedge.ABOUT, ("or", "over"): Hedge.AT_LEAST,
    ("or", "under"): Hedge.AT_MOST, ("or", "above"): Hedge.AT_LEAST, ("or", "below"): Hedge.AT_MOST,
    ("at", "least"): Hedge.AT_LEAST, ("at", "most"): Hedge.AT_MOST, ("and", "counting"): Hedge.AT_LEAST,
    ("and", "over"): Hedge.AT_LEAST, ("and", "under"): Hedge.AT_MOST, ("and", "above"): Hedge.AT_LEAST,
    ("or", "older"): Hedge.AT_LEAST, ("or", "younger"): Hedge.AT_MOST, ("and", "older"): Hedge.AT_LEAST,
    ("or", "higher"): Hedge.AT_LEAST, ("or", "lower"): Hedge.AT_MOST, ("and", "up"): Hedge.AT_LEAST,
}  # fmt: skip
_GLUED_AFTER = {
    "odd": Hedge.ABOUT, "plus": Hedge.AT_LEAST, "ish": Hedge.ABOUT, "something": Hedge.ABOUT,
    "strong": Hedge.EXACT,
}  # fmt: skip


def _by_last_word() -> dict[str, list[tuple[tuple[str, ...], Hedge]]]:
    table: dict[str, list[tuple[tuple[str, ...], Hedge]]] = {}
    for hedge, phrases in [*_PHRASES.items(), (Hedge.AT_LEAST, _LEAST)]:
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            table.setdefault(words[-1], []).append((words[-2::-1], hedge))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_BEFORE = _by_last_word()
"""The last word of a phrase → the words before it, last first, with the hedge; longest first."""

_FILLERS = wordset("a an the another only further additional total of its his their")
_SUBJECT = wordset("from near average estimated projected towards plus minimum maximum")
"""Words that hedge only right before the number, not before an article."""
_PHRASAL = {
    "over": wordset(
        "hand handed handing turn turned take took taken taking paid carry carried win won all start"
    ),
    "to": wordset(
        "sign signed signing signs add adds added owned own live lived wake woke stand stood sum lead"
    ),
}  # fmt: skip
"""Verbs that take the word as a part of them: "handed over £5m", "signed up to a $1bn plan" hedge nothing."""

_COMPARES = frozenset((Hedge.MORE_THAN, Hedge.LESS_THAN))
"""Hedges that say something else after an amount: "£2m less than the £9m planned", "£6m over 10 years"."""
_LACKS = (("short",), ("shy",))
_FALLS = wordset(
    "fall falls fell fallen falling far well come comes came coming stop stops stopped way still"
)
_NEAREST = 2  # a number, or a number and what it counts
_FACTORS = wordset("times twice half double triple fold third quarter tenth thirds quarters")
"""Words before "as many as" that make it a comparison: "twice as many as the 300 of May"."""
_SCALES = wordset("bn m tn million billion trillion pp points euros dollars pounds")
_COUNTED = wordset("million billion m bn one two three four five six seven eight nine ten")


def hedge_before(tokens: Tokens, first: int) -> Hedged | None:
    """The hedge that ends right before a token, or before an article in front of it."""
    if tokens.gaps[first] not in JOINED and tokens.gaps[first] not in (" (", " ~"):
        return None
    last = first - 1
    word = tokens.words[last]
    if word in _BEFORE:
        found = _ending_at(tokens, last)
        if found is not None:
            return found
    if word not in _FILLERS or tokens.gaps[last] not in SPACE or tokens.words[last - 1] in _SUBJECT:
        return None
    return _ending_at(tokens, last - 1)


def _ending_at(tokens: Tokens, last: int) -> Hedged | None:
    """The longest hedge whose last word is the token."""
    word = tokens.words[last]
    for before, hedge in _BEFORE.get(word, ()):
        if _matches(tokens, last, before):
            phrasal = _PHRASAL.get(word)
            if phrasal and tokens.words[last - len(before) - 1] in phrasal:
                return None
            if word == "as" and tokens.words[last - len(before) - 1] in _FACTORS:
                return None
            if hedge in _COMPARES and _follows_amount(tokens, last - len(before)):
                return None
            if before[:1] in _LACKS and _is_lacking(tokens, last - len(before)):
                return None
            return hedge, last - len(before), last + 1
    return None


def _is_lacking(tokens: Tokens, first: int) -> bool:
    """Whether something falls short of the number, which then is a mark: "48 votes short of the 1,750"."""
    if first < 1 or tokens.gaps[first] not in (" ", ") "):
        return False
    nearest = tokens.words[max(0, first - _NEAREST) : first]
    return nearest[-1] in _FALLS or _follows_amount(tokens, first) or any(map(_is_number, nearest))


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in _COUNTED


def _follows_amount(tokens: Tokens, first: int) -> bool:
    """Whether the words from `first` on stand right after an amount, and so compare or lay out that one."""
    at = first - 1
    if at < 1 or tokens.gaps[first] not in (" ", ") "):
        return False
    word, before = tokens.words[at], tokens.words[at - 1]
    if word in _SCALES:
        return before[:1].isdigit() or before in _COUNTED
    return word in ("%", "percent", "times") or before in ("$", "£", "€", "per")


def _matches(tokens: Tokens, last: int, before: tuple[str, ...]) -> bool:
    at = last
    for word in before:
        if tokens.gaps[at] not in SPACE:
            return False
        at -= 1
        if at < 0 or tokens.words[at] != word:
            return False
    return True


def hedge_after(tokens: Tokens, stop: int) -> Hedged | None:
    """The hedge that begins right after a token: "or so", "-odd", "-plus", "or more"."""
    gap = tokens.gaps[stop]
    word = tokens.words[stop]
    if gap == "-" or (word == "plus" and gap in SPACE):
        hedge = _GLUED_AFTER.get(word)
        return None if hedge is None or hedge is Hedge.EXACT else (hedge, stop, stop + 1)
    if gap not in SPACE and gap != ", ":
        return None
    hedge = _AFTER.get((word, tokens.words[stop + 1]))
    return None if hedge is None else (hedge, stop, stop + 2)
