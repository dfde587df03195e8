"""One fact stated twice: the same noun, counted in the same connection, in two sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import noun
from verifier.extraction.offline.relations.sizes import may_be_a_slip
from verifier.extraction.offline.relations.words_alike import weighty
from verifier.figures.model import Hedge, Kind
from verifier.patterns import late
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Exact, Figure

_WORD = late(r"[A-Za-z][a-z’'-]+")
_DEFINITE = late(r"\b(?:the|those|these)\s+(?:[\w’'-]+\s+)?$", re.IGNORECASE)
_EVERY = late(
    r"\b(?:all(?: of)?(?: the| these| those)?|(?:none|each|any|some|most) of the)\s+$", re.IGNORECASE
)
# "Five of the men", "the 40-seat hall".
_PART = late(r"\s+of\b|-")
_OTHERS = late(
    r"\b(?:other|another|more|further|extra|additional|remaining|first|last|next|new|top)\s+$", re.IGNORECASE
)
# What tells the things counted from others of their name: a clause, a place, an adjective before the noun.
_RESTRICTED = late(
    r"\s+[\w’'-]+\s+(?:who|that|which|whose|where|when|of|in|from|at|with|without|on|for|to|by|under|over|between|"
    r"already|still|not|it|he|she|they|we|[\w-]+ing|[\w-]+ed|given|held|made|sold|taken|left|due|whom|around|across)\b"
    r"|\s+[\w’'-]+\s+[\w’'-]+s\b",
    re.IGNORECASE,
)
# "Three of the 11 libraries": a whole, not the three.
_OF_THE = late(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|many|few|several)) "
    r"of (?:the|those|these|its|their|\w+[’']s?)(?: [\w’'-]+)? $",
    re.IGNORECASE,
)
# The word after the noun, unless it is a verb that says something of all of them.
_RESTRICTION = late(
    r"[- ](?:[\w’'-]+ ){0,2}?(?:[\w’'-]+s|people|men|women|children|crew|staff) (?:(?:who|that|which) (?:had |have |has |were |was |are )?)?"
    r"(?!(?:who|that|which|were|was|are|is|have|had|has|will|would|did|do|does|could|can|may|might|must|should|and|or|"
    r"but|in|on|at|to|of|for|by|from|with|said|say|also|all|as|than)\b)(?:(?:he|she|they|we|it|you) (?:had |has |have )?)?(?P<word>[a-z]\w{2,})"
)
# What says that the second count is of another time.
_WHEN = late(
    r"\b(?:ago|earlier|previous\w*|last|yesterday|before|since|then|later|next|[A-Z][a-z]+day|January|February|March|"
    r"April|May|June|July|August|September|October|November|December|(?:1[89]|20)\d\d)\b"
)
_MAY_BECOME = late(
    r"\b(?:could|would|may|might|expected|forecast|predicted|projected)\b[^.;]{0,40}\b(?:double|triple|quadruple|rise|"
    r"grow|increase|climb|fall|drop|shrink|reach)\b",
    re.IGNORECASE,
)
# "Two men were killed at each place": how many there were in all, no figure says.
_EACH = late(r"[^.;:|]{0,60}?\b(?:each|every|apiece|per)\b", re.IGNORECASE)
# "Two judges out of three": a part.
_OUT_OF = late(r"(?: [\w’'-]+){0,3} out of ")
_ALSO = late(r"\b(?:also|too|similarly|likewise|another|meanwhile|elsewhere)\b", re.IGNORECASE)
_YEAR = late(r"\b(?:1[89]|20)\d\d\b")
_REACH = 60
# Headline and lead.
_OPENING = 2
_NEAR = 3
_SHORTEST_STEM = 4
_SMALL = 12
_FEW = 2
# The headline and the first sentences below it.
_LEAD = 3
# Forms that can be the verb of a count: participles and the irregular pasts of news.
_VERB = late(
    r"^[a-z]+(?:ed|ing|en)$|^(?:sold|sent|built|held|lost|shot|found|left|bought|brought|taken|given|made|paid|"
    r"spent|caught|struck|sank|sunk|drawn|grown|known|seen|born|dead|hurt)$"
)


def repeated_facts(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`same_fact` for counts that the draft repeats.

    Equal counts of one noun are taken together when the number is not a small one. Different counts only
    when the second is definite ("the 427 drones launched"), the noun was counted once before, and both
    stand in the same connection: they share a verb or another word of some weight, or the second speaks of
    all of them ("none of the 18 directors"), or the first stands in the lead.
    """
    counted: dict[str, list[Figure]] = {}
    for figure in figures:
        name = noun(figure)
        if name in (None, "point") or figure.hedge in (Hedge.VAGUE, Hedge.BETWEEN):
            continue
        if _OUT_OF.match(draft.text, figure.span.end):
            continue
        earlier = counted.setdefault(name, [])
        match = _antecedent(draft, figure, earlier)
        if match is not None and not (
            _accounted(match, figure, figures) or _beside(draft, match, figure, figures)
        ):
            yield Relation(
                "same_fact", (("figures", (match.id, figure.id)),), proposed_by=("offline",), rule="repeated"
            )
        earlier.append(figure)


def _accounted(before: Figure, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a count between the two makes the one of the other: "11 passengers; two got off; the nine passengers"."""
    one, other = before.written.low, figure.written.low
    if one is None or other is None or one == other:
        return False
    return any(
        between.kind is Kind.COUNT
        and noun(between) in (None, noun(figure))
        and between.written.low == abs(one - other)
        for between in figures
        if before.span.end <= between.span.start < figure.span.start
    )


def _beside(draft: Draft, before: Figure, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether the sentence of the second count has the first as well: "the seven leaders will meet 12 leaders"."""
    here = draft.sentence_at(figure.span.start)
    return before.written != figure.written and any(
        other.written == before.written and noun(other) == noun(figure)
        for other in figures
        if here is not None and here.span.covers(other.span)
    )


def _antecedent(draft: Draft, figure: Figure, earlier: Sequence[Figure]) -> Figure | None:
    value = figure.written.low
    here = draft.sentence_at(figure.span.start)
    earlier = [before for before in earlier if draft.sentence_at(before.span.start) is not here]
    equal = [before for before in earlier if before.written == figure.written]
    if equal and value is not None and value > _SMALL:
        return equal[0]
    earlier = equal or earlier  # what it takes up is the number that is the same
    if len({before.written for before in earlier}) != 1:
        earlier = _topic(draft, earlier)
    if not earlier:
        return None
    words = draft.text[max(0, figure.span.start - 40) : figure.span.start]
    every = _EVERY.search(words)
    if not (_DEFINITE.search(words) or every) or _OTHERS.search(words):
        return None
    earlier = [
        before
        for before in earlier
        if _years(draft, before) == _years(draft, figure)
        and not _forecast(draft, before)
        and _EACH.match(draft.text, before.span.end) is None
        and not (every and before.hedge is not Hedge.EXACT)
        and _may_be_one(draft, before, figure)
    ]
    # "In York, too, they mourn the nine people who were killed": another case of the kind.
    if _ALSO.search(draft.text, _sentence_start(draft, figure), figure.span.start):
        return None
    stems = _stems(draft, figure)
    tied = next((b for b in earlier if b.written == figure.written or stems & _stems(draft, b)), None)
    if tied is not None and not restricted_otherwise(draft, tied, figure):
        return tied
    if not earlier or _RESTRICTED.match(draft.text, figure.span.end) or value is None:
        return None
    return _untied(draft, figure, earlier, value, every=every is not None)


def _untied(
    draft: Draft, figure: Figure, earlier: Sequence[Figure], value: Exact, *, every: bool
) -> Figure | None:
    """The count that a definite one takes up though no word ties them; None where there is none."""
    if restricted_otherwise(draft, earlier[0], figure):
        return None
    # "The 600 patents", with nothing to tell them from the 500 that headline and lead spoke of.
    if value > _SMALL and len(earlier) > 1:
        return earlier[0]
    # "None of the 18 directors", or "the 18 directors" of the lead.
    opening = _number(draft, earlier[0]) <= _LEAD
    firm = earlier[0].hedge is Hedge.EXACT and figure.hedge is Hedge.EXACT
    whole = firm and value > _FEW and _PART.match(draft.text, figure.span.end) is None
    return earlier[0] if whole and (every or opening) else None


def _may_be_one(draft: Draft, before: Figure, figure: Figure) -> bool:
    """Whether two counts are of like size, and neither is a compound ("two-party") or has words of its own.

    The words between number and noun have to be the same, or those of the second be said with the first.
    """
    if not may_be_a_slip(before, figure):
        return False
    compounds = [draft.text[f.span.end : f.span.end + 1] == "-" for f in (before, figure)]
    if compounds[0] != compounds[1] or _OF_THE.search(
        draft.text, max(0, figure.span.start - _REACH), figure.span.start
    ):
        return False
    return _between(draft, figure) <= _said(draft, before)


def _between(draft: Draft, figure: Figure) -> frozenset[str]:
    """The words between a number and the noun that it counts."""
    end = figure.span.end
    at = draft.text[end : end + _REACH].casefold().find((figure.unit or "").casefold())
    return frozenset(re.findall(r"[a-z]{3,}", draft.text[end : end + max(at, 0)].casefold()))


def _said(draft: Draft, figure: Figure) -> frozenset[str]:
    """The words of a figure's sentence."""
    sentence = draft.sentence_at(figure.span.start)
    return frozenset(re.findall(r"[a-z]{3,}", sentence.span.quote.casefold())) if sentence else frozenset()


def restricted_otherwise(draft: Draft, before: Figure, figure: Figure) -> bool:
    """Whether what restricts the second count ("the 562 voters farther inland") is not said with the first."""
    after = _RESTRICTION.match(draft.text, figure.span.end)
    if after is None:
        return False
    said_then = draft.sentence_at(before.span.start)
    then = _WHEN.findall(_clause_after(draft, figure))
    if then and said_then is not None and not set(then) <= set(_WHEN.findall(said_then.span.quote)):
        return True
    first = re.sub(r"(?:ing|ed|es|s|e|en)$", "", after["word"].casefold())
    if said_then is not None and weighty(after["word"]) & weighty(said_then.span.quote):
        return False
    return not any(word.startswith(first) for word in _said(draft, before))


def _clause_after(draft: Draft, figure: Figure) -> str:
    """The words of a figure's sentence after it."""
    sentence = draft.sentence_at(figure.span.start)
    return draft.text[figure.span.end : sentence.span.end if sentence else figure.span.end]


def _number(draft: Draft, figure: Figure) -> int:
    """The place of a figure's sentence in the draft; past every sentence where it stands in none."""
    sentence = draft.sentence_at(figure.span.start)
    return sentence.number if sentence else len(draft.sentences) + 1


def _sentence_start(draft: Draft, figure: Figure) -> int:
    """Where the sentence of a figure starts."""
    sentence = draft.sentence_at(figure.span.start)
    return sentence.span.start if sentence else figure.span.start


def _topic(draft: Draft, earlier: Sequence[Figure]) -> list[Figure]:
    """The counts that headline and lead agree on: what the draft is about, whatever else it counts."""
    opening = [
        f for f in earlier if (s := draft.sentence_at(f.span.start)) is not None and s.number <= _OPENING
    ]
    same = [f for f in opening if f.written == opening[0].written]
    return same if len(same) > 1 and len(same) == len(opening) else []


def _years(draft: Draft, figure: Figure) -> frozenset[str]:
    """The years in a figure's sentence: counts of different years are different facts."""
    sentence = draft.sentence_at(figure.span.start)
    return frozenset(_YEAR.findall(sentence.span.quote)) if sentence else frozenset()


def _forecast(draft: Draft, figure: Figure) -> bool:
    """Whether a figure's sentence says what it may become: what it is then is another fact."""
    sentence = draft.sentence_at(figure.span.start)
    return sentence is not None and _MAY_BECOME.search(sentence.span.quote) is not None


def _stems(draft: Draft, figure: Figure) -> set[str]:
    """The weightier words next to a figure, cut to their stems: its verb, most of the time."""
    sentence = draft.sentence_at(figure.span.start)
    if sentence is None or figure.kind is not Kind.COUNT:
        return set()
    before = _WORD.findall(
        draft.text, max(sentence.span.start, figure.span.start - _REACH), figure.span.start
    )
    after = _WORD.findall(draft.text, figure.span.end, min(sentence.span.end, figure.span.end + _REACH))
    unit = (figure.unit or "").casefold()
    stems = set()
    for word in (*before[-_NEAR:], *after[: _NEAR + 1]):
        if word.casefold() == unit or not _VERB.search(word):
            continue
        stem = re.sub(r"(?:ing|ed|es|s|e)$", "", word.casefold())
        if len(stem) >= _SHORTEST_STEM:
            stems.add(stem)
    return stems
