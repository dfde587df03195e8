"""Statements that are one of two opposites, with doer and thing: "the club rejected the offer"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from verifier.checks.polar_words import OPPOSITES, SIDES, Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d.,]*\d|\S")
_WORD = re.compile(r"[A-Za-z]{3,14}")
_TABLE = frozenset(SIDES)
_POSSESSIVE = re.compile(r"[’']s?$")
_PLURAL = re.compile(r"\w{2}[^\Ws]s$")
_OWNED = ("'s", "’s", "s'", "s’")
# Words that say nothing of what a clause is about.
_LIGHT = frozenset(
    "the a an this that these those its his her their our my your it he she they we you i who "
    "which whose is are was were be been being has have had will would shall do does did also just "
    "only even very so then there here as than not no any some all each every both either neither "
    "other others another such own same more most many much few one two three first last next new "
    "old former current mr mrs ms dr sir say says said told added monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august september "
    "october november december year years month months week weeks day days today yesterday people "
    "per cent percent million billion time times way part number set saying having out up back off "
    " down over don’t don't didn’t didn't doesn’t doesn't won’t won't isn’t isn't".split()
)
_JOINS = frozenset("of on for to from over with in into against by at about".split())
_EMPTY = _LIGHT | _JOINS
_ON = frozenset("of on for to from over against".split())
# Words that open another clause.
_OPENS = frozenset(
    "and but or that which who whose when while because since if although though after before "
    "until where so".split()
)
_OF_WILL = ("agree", "refus", "declin")
_CHARGED = frozenset(("of", "from", "for"))
_RELATIVE = frozenset(("who", "which"))
_VERBS = frozenset("is are was were has have had will would may could did does do came went".split())
_SHORTEST_VERB = 4
_WITHIN = frozenset("’'-$£€%&")
_REACH = 14
_BE = frozenset("is are was were be been being get gets got".split())
_PARTICIPLES = ("ed", "en", "ld", "wn", "st", "ut", "un", "pt")
_NOT = frozenset("not never cannot".split())
_TURNED = re.compile(r"n[’']t|\bnot\b|\bnever\b|cannot")
_TURNS = 20
_PAIR = 2
# How far the words of a statement stand from its verb, at most, in code points.
_BEFORE, _BEHIND = 70, 90
_LETTERS = re.compile(r"[^\W_]+")
_ENDS_NOT = ("n't", "n’t")
_NT = ("'t", "’t")
# What makes a mere thought of a statement, or its lack.
_MODAL = frozenset(
    "may might could should if whether unless can without no neither nor none nobody yet few hardly "
    "likely unlikely".split()
)
_WANTING = frozenset(
    "want wants wanted hope hopes hoped hoping urge urged urges urging call calls called calling demand "
    "demands demanded ask asks asked threaten threatens threatened threat try tries tried trying attempt "
    "attempts bid seek seeks sought seeking fear fears feared deny denies denied claim claims claimed "
    "alleged accused suggest suggested suggests need needs needed refuse refuses refused refusal fail "
    "fails failed failure like wish wished vote votes".split()
)
_OURS = frozenset(("we", "i"))
_BY = frozenset("by in for with from on".split())
_NOUNISH = frozenset(
    "a an the this that these those his her its their our my your of in on for with from by at any "
    "some more first last biggest".split()
)
_SAME = {
    word: first
    for first, *words in (
        "bid offer approach proposal takeover".split(),
        "ban suspension".split(),
        "deal agreement pact accord".split(),
        "claim allegation accusation charge".split(),
        "bill legislation law".split(),
        "election vote poll".split(),
        "match game tie clash".split(),
        "operation mission".split(),
    )
    for word in words
}
_DOERS = 4


class Statement(NamedTuple):
    """One of two opposites, said once. Words are in lower case and without endings.

    Attributes:
        side: which opposites, and which of them.
        start, end: where its word stands.
        sentence: its sentence.
        clause: where its clause stands.
        doers: weighty words of who does it, the nearest first.
        head: the main word of what it is done to.
        thing: all the weighty words of that.
        names: those of `doers` and `thing` that are capitalised.
        loose: whether its verb is a participle that may belong to another word ("rules barring it").
        ours: whether its doer is "we" or "I".
    """

    side: Side
    start: int
    end: int
    sentence: Sentence
    clause: tuple[int, int]
    doers: tuple[str, ...]
    head: str
    thing: frozenset[str]
    names: frozenset[str]
    loose: bool
    ours: bool


class _Token(NamedTuple):
    text: str
    start: int
    lower: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()


def statements(draft: Draft) -> list[Statement]:
    """Every statement of a kind of which the draft has words of both sides, in the order of the draft."""
    found: dict[int, list[tuple[int, Side]]] = {}
    for word in _TABLE.intersection(_WORD.findall(draft.text)):
        for side in SIDES[word]:
            found.setdefault(side.opposites, []).extend((start, side) for start in _places(draft.text, word))
    wanted = sorted({row for rows in found.values() for row in _matched(draft.text, rows)})
    return list(_statements(draft, wanted))


def _matched(text: str, rows: Sequence[tuple[int, Side]]) -> Iterator[tuple[int, Side]]:
    """Those words of one kind that may be contradicted: by words of the other side in like company."""
    if len(rows) < _PAIR:
        return
    turned = {row for row in rows if _TURNED.search(text, max(0, row[0] - _TURNS), row[0])}
    if not turned and len({side.side for _, side in rows}) < _PAIR:
        return
    least = 1 if OPPOSITES[rows[0][1].opposites].once else 2
    near = [(row, _company(text, row[0])) for row in rows]
    for row, words in near:
        for other, others in near:
            opposed = row[1].side is not other[1].side or row in turned or other in turned
            if opposed and row[0] != other[0] and len(words & others) >= least:
                yield row
                break


def _company(text: str, start: int) -> frozenset[str]:
    """The weighty words near a place, roughly: without their endings, and words for one thing as one."""
    words = _LETTERS.findall(text[max(0, start - _BEFORE) : start + _BEHIND].lower())
    return frozenset("*" if word in _SAME else word.rstrip("s") for word in words if word not in _EMPTY)


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word starts, as a whole word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        behind = text[end : end + 2]
        if not text[at - 1 : at].isalpha() and not behind[:1].isalpha() and behind not in _NT:
            yield at
        at = text.find(word, end)


def _statements(draft: Draft, wanted: Sequence[tuple[int, Side]]) -> Iterator[Statement]:
    tokens: list[_Token] = []
    sentence: Sentence | None = None
    for start, side in wanted:
        if sentence is None or not sentence.span.start <= start < sentence.span.end:
            sentence = draft.sentence_at(start)
            if sentence is None:
                continue
            tokens = [
                _Token(word := m[0], m.start(), word.lower())
                for m in _TOKEN.finditer(draft.text, sentence.span.start, sentence.span.end)
            ]
        at = next((i for i, token in enumerate(tokens) if token.start == start), None)
        if at is not None and (statement := _read(sentence, tokens, at, side)) is not None:
            yield statement


def _read(sentence: Sentence, tokens: Sequence[_Token], at: int, side: Side) -> Statement | None:
    """What the word at an index says; None where it is another word, a wish, or says nothing of a thing."""
    begin, stop = _clause(tokens, at)
    word, after, before = tokens[at], tokens[at + 1 : stop], tokens[begin:at][::-1]
    nearest = [token.lower for token in before[:4]]
    if side.particle:
        if not after or after[0].lower != side.particle:
            return None
        after = after[1:]
    if not side.noun and _is_noun(nearest) and not _is_gerund(word, nearest, after):
        return None
    passive = not side.noun and word.lower.endswith(_PARTICIPLES) and not _BE.isdisjoint(nearest[:3])
    unreal = _MODAL if passive else _MODAL | _WANTING
    if any(token.lower in unreal for token in before) or nearest[:2] == ["to", "not"]:
        return None
    if side.noun:
        thing, doers = _of_noun(word, before, after)
    elif passive:
        thing, doers = _of_passive(before, after)
    else:
        thing, doers = _of_verb(word, before or _antecedent(tokens, begin), after)
    if not thing:
        return None
    if not side.noun and any(near in _NOT or near.endswith(_ENDS_NOT) for near in nearest[:3]):
        side = side._replace(side=not side.side)
    return Statement(
        side,
        word.start,
        word.end,
        sentence,
        clause=(tokens[begin].start, tokens[stop - 1].end),
        doers=tuple(map(plain_word, doers)),
        head=plain_word(thing[0]),
        thing=frozenset(map(plain_word, thing)),
        names=frozenset(plain_word(name) for name in (*doers, *thing) if name[0].isupper()),
        loose=word.lower.endswith("ing") and _BE.isdisjoint(nearest[:3]),
        ours=not _OURS.isdisjoint(nearest),
    )


_Parties = tuple[list[str], list[str]]
"""The words of the thing, its main word in front of them, and those of the doer."""


def _of_noun(word: _Token, before: Sequence[_Token], after: Sequence[_Token]) -> _Parties:
    """As in "the bank's rejection of the bid"."""
    if not after or after[0].lower not in _ON or (after[0].lower == "to" and word.lower == "refusal"):
        return [], []
    return _thing(after[1:]), _owner(before)


def _of_passive(before: Sequence[_Token], after: Sequence[_Token]) -> _Parties:
    """As in "the bid was rejected by the bank"; what somebody is cleared of tells things apart too."""
    done = _subject(before)
    charge = _thing(after) if after and after[0].lower in _CHARGED else []
    return [*done[:1], *done, *charge] if done else [], _agent(after)


def _of_verb(word: _Token, before: Sequence[_Token], after: Sequence[_Token]) -> _Parties:
    """As in "the bank rejected the bid"; a verb of will also has what is to be done ("refused to pay")."""
    willed = word.lower.startswith(_OF_WILL) and bool(after) and after[0].lower == "to"
    if not after or (after[0].lower in _JOINS and not willed):
        return [], []
    return _thing(after), _subject(before)


def _clause(tokens: Sequence[_Token], at: int) -> tuple[int, int]:
    """Where the clause of a word starts and ends: at marks, and at words that open another clause."""
    begin, stop = at, at + 1
    while begin and at - begin < _REACH and _goes_on(tokens[begin - 1]):
        begin -= 1
    while stop < len(tokens) and stop - at < _REACH and _goes_on(tokens[stop]):
        stop += 1
    return begin, stop


def _goes_on(token: _Token) -> bool:
    return token.lower not in _OPENS if token.word else token.text in _WITHIN


def _is_noun(nearest: Sequence[str]) -> bool:
    """Whether a word that may be a verb stands as a noun does: "the ban", "his support"."""
    return bool(nearest) and (nearest[0] in _NOUNISH or nearest[0].endswith(_OWNED[:2]))


def _is_gerund(word: _Token, nearest: Sequence[str], after: Sequence[_Token]) -> bool:
    """Whether a word in "-ing" behind a preposition says what is done: "by approving the treaty"."""
    return word.lower.endswith("ing") and nearest[0] in _BY and bool(after) and after[0].lower not in _JOINS


def _thing(tokens: Sequence[_Token]) -> list[str]:
    """The weighty words of the thing after a verb, its main word in front of them."""
    parts: list[list[str]] = [[]]
    for token in tokens[:11]:
        if token.text in _WITHIN:
            continue
        if not token.word or (parts[-1] and _is_verb(token.lower)):
            if parts[0]:
                break
        elif token.lower in _JOINS:
            parts.append([])
        elif token.lower not in _LIGHT and not token.lower.endswith("ly"):
            parts[-1].append(token.text)
    first = next((part for part in parts if part), None)
    return [first[-1], *(word for part in parts for word in part)] if first else []


def _is_verb(word: str) -> bool:
    """Whether a word behind a noun is the next verb: "the bid was", "the offer surprised"."""
    return word in _VERBS or (word.endswith("ed") and len(word) > _SHORTEST_VERB)


def _antecedent(tokens: Sequence[_Token], begin: int) -> list[_Token]:
    """What "who" or "which" in front of a clause stands for, read backwards."""
    if not begin or tokens[begin - 1].lower not in _RELATIVE:
        return []
    end = begin - 1
    if end and tokens[end - 1].text == ",":
        end -= 1
    start = end
    while start and end - start < _DOERS and _goes_on(tokens[start - 1]):
        start -= 1
    return list(reversed(tokens[start:end]))


def _subject(before: Sequence[_Token]) -> list[str]:
    """The weighty words in front of a verb, the nearest first."""
    found = [token.text for token in before if token.word and token.lower not in _EMPTY]
    return found[:_DOERS]


def _owner(before: Sequence[_Token]) -> list[str]:
    """Whose a noun is: "the bank's rejection"."""
    return [token.text for token in before[:4] if token.text.endswith(_OWNED) and token.lower not in _LIGHT]


def _agent(after: Sequence[_Token]) -> list[str]:
    """Who did what was done: "rejected by the bank"."""
    by = next((i for i, token in enumerate(after) if token.lower == "by"), None)
    if by is None:
        return []
    return [t.text for t in after[by + 1 : by + 6] if t.word and t.lower not in _EMPTY]


def plain_word(word: str) -> str:
    """A word in lower case, without a possessive or plural ending; words for one thing as one of them.

    >>> plain_word("Boerse's"), plain_word("policies"), plain_word("offer")
    ('boerse', 'policy', 'bid')
    """
    word = _POSSESSIVE.sub("", word).lower()
    if _PLURAL.search(word):
        word = f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
    return _SAME.get(word, word)
