"""Patterns over sentences whose figures are masked: what a rule is, and how it reads a sentence.

A sentence is masked by printing each figure as ``<c3>``: the letter of its kind and its number, so that
"out of the 472 drones, 382 were" becomes "out of the <c3> drones, <c4> were". Patterns name roles as
``{part:c}`` (a count) or ``{whole:cme}`` (a count, money or a measure), and a stretch without other
figures as ``{gap}``, one within a phrase as ``{phrase}`` (no comma); dates may stand in both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.one_measure import counts_else, other_scale
from verifier.figures.model import Kind
from verifier.relations import KINDS
from verifier.relations.model import Direction, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from verifier.draft import Draft, Sentence, Span
    from verifier.figures.model import Figure

_Needed = tuple[tuple[str, int], ...]
"""Letters of kinds, and how many figures of these kinds there have to be."""

LETTERS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.COUNT: "c",
        Kind.MONEY: "m",
        Kind.PERCENT: "p",
        Kind.POINTS: "q",
        Kind.FRACTION: "f",
        Kind.MULTIPLE: "x",
        Kind.RATIO: "r",
        Kind.SCORE: "s",
        Kind.ORDINAL: "o",
        Kind.AGE: "a",
        Kind.DATE: "d",
        Kind.RELATIVE_DATE: "y",
        Kind.TIME: "t",
        Kind.DURATION: "u",
        Kind.MEASURE: "e",
    }
)
# ", it said," between a noun and what is said of it would hide the one from the other.
_INTERPOSED = re.compile(r", (?:[\w’'.-]+ ){1,5}(?:said|says|added|adds)(?: (?:on )?\w+day)?(?=,)")
_SAYS = ("said", "says", "adde", "adds")
_SLOT = re.compile(r"\{(?P<role>[a-z]+):(?P<kinds>[a-z]+)\}")
_LETTER = re.compile(r"<([a-z])")
_MASK = re.compile(r"<[a-z](\d+)>")
_LOOKS_BACK = re.compile(r"^((?:\(\?<![^()]+\))+)<")
_NO_BRACKETS = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")
_INNERMOST = re.compile(r"\([^()]*\)")
_GAP = r"(?:[^<>.;:!?|]|<[dyt]\d+>){0,70}?"
_PHRASE = r"(?:[^<>.,;:!?|]|<[dyt]\d+>){0,50}?"
_HEDGE = (
    r"(?:(?:about|around|some|roughly|nearly|almost|just|under|over|more|less|fewer|than|at|least|most|up to|as|"
    r"many|much|only|a|an|the|record|estimated|an expected|approximately|well|slightly|little|or)\s+){0,5}"
)


@dataclass(frozen=True)
class Masked:
    """A sentence with its figures masked.

    Attributes:
        text: the masked words.
        figures: the numbers of the figures, and the figures.
        draft: the draft that they stand in, to find words of the text there again.
        place: where they stand in it, as offsets.
    """

    text: str
    figures: Mapping[str, Figure]
    draft: Draft | None = field(default=None, compare=False, repr=False)
    place: tuple[int, int] = (0, 0)

    @cached_property
    def kinds(self) -> str:
        """The letters of all figures in the text."""
        return "".join(_LETTER.findall(self.text))

    @cached_property
    def folded(self) -> str:
        """The text without regard to case."""
        return self.text.casefold()

    @cached_property
    def sentences(self) -> Sequence[tuple[int, int, str]]:
        """Where the sentences start and end in the text, each with the bar behind it, and the text before the bar."""
        found = []
        start = 0
        for words in self.text.split("|"):
            end = start + len(words) + 1
            found.append((start, end, words))
            start = end
        return found

    def span(self, start: int, end: int) -> Span | None:
        """Where words of the text, which hold no figure, stand in the draft; None if they are not found.

        They stand between the same two figures, and as many of their like stand before them.
        """
        if self.draft is None:
            return None
        before = list(_MASK.finditer(self.text, 0, start))
        after = _MASK.search(self.text, end)
        low = self.figures[before[-1][1]].span.end if before else self.place[0]
        high = self.figures[after[1]].span.start if after else self.place[1]
        spaced = r"\s+".join(map(re.escape, self.text[start:end].split()))
        words = re.compile(rf"(?<!\w){spaced}(?!\w)")
        number = len(words.findall(self.text, before[-1].end() if before else 0, start))
        found = [match.span() for match in words.finditer(self.draft.text, low, high)]
        return self.draft.span(*found[number]) if number < len(found) else None

    def has(self, needed: _Needed) -> bool:
        """Whether the text has so many figures of such kinds."""
        count = self.kinds.count
        for of, least in needed:
            here = count(of) if len(of) == 1 else sum(map(count, of))
            if here < least:
                return False
        return True


@dataclass(frozen=True, eq=False)
class Rule:
    """One pattern and the relation it reads.

    Attributes:
        name: says what it reads, for the report of a developer who wonders.
        kind: the relation's kind.
        pattern: see the module; matched without regard to case. Groups whose names begin with an
            underscore are no roles: they are for `unless`, or repeat a word.
        triggers: one of these must stand in the masked sentence (a cheap test before the pattern).
        needs: more words of the pattern, without regard to case: one of each group must stand there too.
        direction: for changes, the word for it being the group ``_way``; or None where a group named ``up`` or
            ``down`` tells.
        same_noun: whether the counted nouns must agree where both are known.
        complete: for shares, whether they make up the whole.
        partial: for sums, whether the parts need not be all of the total.
        hits: sentences that it must read.
        misses: sentences that it must not.
        unless: what a pattern cannot ask: whether a match is to be passed over.
        partly: whether a match states less than the whole relation (`Relation.partial`).
    """

    name: str
    kind: str
    pattern: str
    triggers: tuple[str, ...]
    direction: Direction | None = None
    same_noun: bool = True
    complete: bool = False
    partial: bool = False
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    unless: Callable[[re.Match[str], Masked], bool] | None = None
    needs: tuple[tuple[str, ...], ...] = ()
    partly: Callable[[re.Match[str], Masked], bool] | None = None

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern with its slots filled in."""
        pattern = self.pattern.replace("{gap}", _GAP).replace("{phrase}", _PHRASE).replace("{hedge}", _HEDGE)
        pattern = _SLOT.sub(lambda m: rf"<(?P<{m['role']}>[{m['kinds']}]\d+)>", pattern)
        # A search is quick that begins with a bracket: what looks back from there looks from behind it.
        pattern = _LOOKS_BACK.sub(lambda m: "<" + m[1].replace(")", "<)"), pattern)
        return re.compile(pattern, re.IGNORECASE)

    @cached_property
    def figures(self) -> re.Pattern[str]:
        """Matches the letters of a text's figures if those are among them, in order, that the pattern cannot do without.

        These are its slots outside all brackets: what stands in brackets may be left out, or be a choice.
        """
        bare, left = "", _NO_BRACKETS.sub("", self.pattern)
        while bare != left:
            bare, left = left, _INNERMOST.sub("", left)
        slots = () if "|" in bare else _SLOT.finditer(bare)
        letters = ("".join(sorted(slot["kinds"])) for slot in slots)
        return re.compile("".join(f"[^{kinds}]*+[{kinds}]" for kinds in letters))

    def may_read(self, masked: Masked) -> bool:
        """Whether the text has all that the pattern cannot do without: cheap, as the pattern is not."""
        text = masked.text
        return (
            any(trigger in text for trigger in self.triggers)
            and self.figures.match(masked.kinds) is not None
            and self.has_words(masked)
        )

    def has_words(self, masked: Masked) -> bool:
        """Whether the text has a word of each group that the rule needs besides its triggers."""
        return all(any(word in masked.folded for word in words) for words in self.needs)

    def read(self, masked: Masked) -> Iterable[Relation]:
        """The relations that the rule reads in a sentence."""
        return self.matches(masked) if self.may_read(masked) else ()

    def matches(self, masked: Masked) -> Iterator[Relation]:
        """The same for a text that has all that the pattern cannot do without."""
        for match in self.compiled.finditer(masked.text):
            if self.unless is not None and self.unless(match, masked):
                continue
            relation = self._relation(match, masked)
            if relation is not None:
                yield relation

    def _relation(self, match: re.Match[str], masked: Masked) -> Relation | None:
        by_role: dict[str, list[str]] = {}
        direction, way = self.direction, "_way"
        groups = match.groupdict()
        for group, value in groups.items():
            if value is None or group.startswith("_"):
                continue
            if group in ("up", "down"):
                direction, way = Direction(group), group
                continue
            by_role.setdefault(_role(group), []).append(masked.figures[value[1:]].id)
        kind = KINDS[self.kind]
        roles = tuple((role, tuple(by_role[role])) for role in kind.roles if role in by_role)
        relation = Relation(
            self.kind,
            roles,
            direction,
            complete=self.complete,
            partial=self.partial or (self.partly is not None and self.partly(match, masked)),
            proposed_by=("offline",),
            rule=self.name,
            said=masked.span(*match.span(way)) if groups.get(way) else None,
        )
        figures = {figure.id: figure for figure in masked.figures.values()}
        if kind.fits(relation, figures) is not None:
            return None
        if self.kind == "change" and not one_quantity(relation, figures):
            return None
        if way in ("up", "down") and _RATE.search(masked.text[match.start() : match.end() + _AFTER]):
            return None
        if self.same_noun and not same_noun([figures[f] for f in relation.figures]):
            return None
        return relation


_PLURAL_ROLES: Mapping[str, str] = MappingProxyType(
    {
        "parta": "parts",
        "partb": "parts",
        "partc": "parts",
        "partd": "parts",
        "sharea": "shares",
        "shareb": "shares",
        "sharec": "shares",
        "shared": "shares",
        "start": "from",
        "entire": "whole",
        "began": "start",
        "figure": "figures",
        "other": "figures",
    }
)


def _role(group: str) -> str:
    return _PLURAL_ROLES.get(group, group)


def noun(figure: Figure) -> str | None:
    """The counted noun in one form for singular and plural."""
    if figure.kind is not Kind.COUNT or figure.unit is None:
        return None
    return singular(figure.unit.casefold())


def singular(word: str) -> str:
    """A plural noun in lower case in one form with its singular, near enough to compare two of them."""
    if word in ("people", "persons"):
        return "person"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


# "The yen rose to 102 per dollar from 104": more of a currency buys less of it.
_RATE = re.compile(
    r"\b(?:per|to the|to a|against the|versus the) (?:US |U\.S\. )?(?:dollar|euro|pound|greenback)\b"
)
_AFTER = 30
_RANKS = 200


def one_quantity(relation: Relation, figures: Mapping[str, Figure]) -> bool:
    """Whether two counts can be the ends of one change.

    "rose to 280 … from 12 countries" counts something else; "crept up from six to five" moves in a chart,
    where up is a smaller number.
    """
    before, after = figures[relation.one("from")], figures[relation.one("to")]
    by = figures[relation.one("by")] if relation.role("by") else None
    if other_scale(before, after) or (by is not None and counts_else(by, after)):
        return False
    if before.kind is not Kind.COUNT:
        return True
    if noun(before) is None and noun(after) is None and not relation.role("by"):
        large = all(f.written.low is not None and f.written.low > _RANKS for f in (before, after))
        return large or any("." in f.span.quote for f in (before, after))
    return noun(after) is not None or noun(before) is None


def same_noun(figures: Sequence[Figure]) -> bool:
    """Whether the counts among the figures count one thing, as far as is known."""
    nouns = {noun(figure) for figure in figures if figure.kind is Kind.COUNT} - {None}
    return len(nouns) <= 1


def mask(draft: Draft, sentences: Sequence[Sentence], figures: Sequence[Figure]) -> Masked:
    """Sentences with their figures masked, on one line with plain spaces, joined by a bar.

    Args:
        draft: the draft.
        sentences: one sentence, two that follow each other, or all of the draft.
        figures: the figures in them, in order.
    """
    parts: list[str] = []
    number = 0
    for index, sentence in enumerate(sentences):
        start, end = sentence.span.start, sentence.span.end
        words = draft.text[start:end].replace("<", " ").replace("|", " ")
        position = 0
        while number < len(figures) and figures[number].span.start < end:
            figure = figures[number]
            left, right, _ = figure.span
            parts += (words[position : left - start], f"<{LETTERS[figure.kind]}{number}>")
            position = right - start
            number += 1
        parts.append(words[position:])
        if index + 1 < len(sentences):
            parts.append(" | ")
    text = " ".join("".join(parts).split())
    if any(verb in text for verb in _SAYS):
        text = _INTERPOSED.sub("", text)
    place = (sentences[0].span.start, sentences[-1].span.end) if sentences else (0, 0)
    return Masked(text, {str(number): figure for number, figure in enumerate(figures)}, draft, place)
