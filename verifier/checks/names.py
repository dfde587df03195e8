"""One name spelled in two ways: "Jiri Novak … Novack won", "Mr Mukherjee … Mr Mukerjee"."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from verifier.checks.spelling import is_inflection, is_near, is_one_slip, keys, plain
from verifier.checks.written_names import SAYING, TITLES, Words, Written
from verifier.figures.calendar_names import MONTHS, WEEKDAYS
from verifier.findings import Evidence, Finding, Severity, place
from verifier.sources.demonyms import is_country
from verifier.sources.firstnames import MEN, WOMEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft

_SHORTEST = 4
# A bare surname of fewer letters is one slip away from too many other names.
_SHORTEST_BARE = 5
# A word this long is one of a kind: "Yuganskneftegas".
_LONG = 7
# A surname this long needs no verb of saying beside it to be known for one.
_DISTINCT = 6
_PLURAL = frozenset("say are have were believe think expect fear hope warn do want".split())
_PLACING = frozenset("in at to from near of the a an this".split())
_PARTICLES = frozenset("van von der den de del della di da la le du al el bin ben ter ten af av".split())
_DOES = frozenset(
    "was is has had will would told went came took made gave got knew felt left won lost".split()
)
_CALENDAR = MONTHS.keys() | WEEKDAYS.keys()
_SHOWN = 3


def varying_names(draft: Draft) -> Iterator[Finding]:
    """A `name-varies` warning for each name that the draft spells in two ways.

    Two spellings, one slip of the keyboard apart, are one name where the words around them say so: they
    share a first name ("Diane Abbot", "Diane Abbott"), or one is a full name and the other is a surname
    that nobody in the draft is introduced by ("Pranab Mukherjee … Mr Mukerjee"), or the word is so long
    that no other is like it. Plurals, demonyms, two people who are both introduced, and two spellings in one
    sentence are left alone.
    """
    words = Words(draft)
    for one, other in _close_pairs(words):
        forms = plain(one), plain(other)
        inflected = is_inflection(*forms)
        if any(form in _CALENDAR or is_country(form) for form in forms) or (
            inflected and not any(map(words.is_titled, (one, other)))
        ):
            continue
        if _is_a_type(one, other):
            continue
        if is_one_slip(*forms):
            pair = _one_name(words.uses(one), words.uses(other), inflected=inflected)
        else:
            pair = _misremembered(words.uses(one), words.uses(other))
        if pair is not None and not _told_apart(draft, *pair):
            yield _finding(draft, *pair)


def _is_a_type(one: str, other: str) -> bool:
    """Whether one is the other with a letter for its type: "Iskander-Ms" and "Iskanders"."""
    first, second = (word.partition("-") for word in sorted((one, other), key=lambda word: "-" not in word))
    return bool(first[1]) and not second[1] and len(first[2]) <= len("Ms") and second[0].startswith(first[0])


def _told_apart(draft: Draft, ones: Sequence[Written], others: Sequence[Written]) -> bool:
    """Whether one sentence has both spellings: who writes of Chen and of Cheng means two people."""
    sentences = {draft.sentence_at(written.start) for written in ones}
    return any(draft.sentence_at(written.start) in sentences for written in others)


def _close_pairs(words: Words) -> Iterator[tuple[str, str]]:
    """Words one slip or two apart, each pair once, in the order of the draft."""
    by_key: dict[str, list[tuple[str, str]]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for word in words.capitalised:
        form = plain(word)
        if len(form) < _SHORTEST:
            continue
        for key in keys(form):
            for other_form, other in by_key[key]:
                if abs(len(other_form) - len(form)) > 1 or (other, word) in seen:
                    continue  # neither one slip apart nor two
                if is_one_slip(other_form, form) or is_near(other_form, form):
                    seen.add((other, word))
                    if not words.is_common(form) and not words.is_common(other_form):
                        yield other, word
            by_key[key].append((form, word))


def _one_name(
    ones: Sequence[Written], others: Sequence[Written], *, inflected: bool
) -> tuple[list[Written], list[Written]] | None:
    """The uses of two spellings that are clearly one name; None where they may be two."""
    if not ones or not others:
        return None
    same = None if inflected else _same_neighbour(ones, others) or _both_titled(ones, others)
    same = same or _surname_alone(ones, others, inflected=inflected)
    same = same or _surname_alone(others, ones, inflected=inflected)
    if same is None and not inflected and min(len(ones[0].word), len(others[0].word)) >= _LONG:
        same = _alike(ones, others)
    return same


def _same_neighbour(
    ones: Sequence[Written], others: Sequence[Written]
) -> tuple[list[Written], list[Written]] | None:
    """Both spellings beside one other part of the name: "Diane Abbot", "Diane Abbott"; "Real Socieded"."""
    for side in ("first", "last"):
        shared = _parts(ones, side) & _parts(others, side)
        if shared:
            return (
                [written for written in ones if getattr(written, side) in shared],
                [written for written in others if getattr(written, side) in shared],
            )
    return None


def _parts(uses: Sequence[Written], side: str) -> set[str]:
    parts = Counter(getattr(written, side) for written in uses)
    return {part for part in parts if part and len(part) > 1}


def _both_titled(
    ones: Sequence[Written], others: Sequence[Written]
) -> tuple[list[Written], list[Written]] | None:
    """Two titled surnames, "Mr Mukherjee" and "Mr Mukerjee", of which neither is introduced in full."""
    if min(len(ones[0].word), len(others[0].word)) <= _SHORTEST_BARE:
        return None
    for title in TITLES:
        left = [written for written in ones if written.title == title]
        right = [written for written in others if written.title == title]
        if left and right and not _introduced(ones) and not _introduced(others):
            return left, right
    return None


def _surname_alone(
    full: Sequence[Written], bare: Sequence[Written], *, inflected: bool
) -> tuple[list[Written], list[Written]] | None:
    """A full name, and a surname one slip away that nobody is introduced by."""
    if _introduced(bare) or min(len(full[0].word), len(bare[0].word)) < _SHORTEST_BARE:
        return None
    named = [written for written in full if written.first and not written.last and not written.in_list]
    if not named or _of_two_people(full, bare):
        return None
    spoken = [written for written in bare if _is_person(written, inflected=inflected)]
    sentences = {written.sentence for written in full}
    apart = [written for written in spoken if written.sentence not in sentences]
    if not apart or len(apart) < len(spoken):
        return None
    return named, apart


def _of_two_people(full: Sequence[Written], bare: Sequence[Written]) -> bool:
    """Whether titles and first names say that a man and a woman are meant, or both surnames bear titles."""
    ones, others = ({_sex(written) for written in uses} - {""} for uses in (full, bare))
    titled = {written.title for written in full} - {""}, {written.title for written in bare} - {""}
    return bool(ones and others and ones.isdisjoint(others)) or (all(titled) and titled[0] != titled[1])


def _sex(written: Written) -> str:
    """What title and first name of a person say; empty where they say nothing."""
    first = written.first.lower()
    if written.title in ("mr", "sir", "lord") or (first in MEN and first not in WOMEN):
        return "m"
    women = ("mrs", "ms", "miss", "dame", "lady")
    return "f" if written.title in women or (first in WOMEN and first not in MEN) else ""


def _misremembered(
    ones: Sequence[Written], others: Sequence[Written]
) -> tuple[list[Written], list[Written]] | None:
    """A full name, and a surname like it that nobody is introduced by: "Gerald Brasker … Baskler refused"."""
    for full, bare in ((ones, others), (others, ones)):
        if full and bare and any(map(_acts, bare)):
            return _surname_alone(full, bare, inflected=False)
    return None


def _acts(written: Written) -> bool:
    """Whether a bare word has a title, or is the subject of a verb as a person's name is."""
    if written.title:
        return True
    if written.before in _PARTICLES:
        return False
    speaks = written.after in SAYING or written.before in SAYING
    does = written.after in _DOES or written.after.endswith("ed")
    return (speaks or does) and not written.possessive and not written.word.endswith("s")


def _introduced(uses: Sequence[Written]) -> bool:
    """Whether somebody in the draft bears the name in full, or the word is part of another name."""
    return any(written.first or written.last for written in uses)


def _is_person(written: Written, *, inflected: bool) -> bool:
    """Whether the words beside a bare surname say that a person is meant."""
    if written.title:
        return True
    if inflected:
        return False
    if written.after in SAYING or written.before in SAYING:
        return True
    placed = written.before in _PLACING and not written.possessive
    plural = written.opens and written.after in _PLURAL
    return len(written.word) >= _DISTINCT and not (written.in_list or placed or plural)


def _alike(ones: Sequence[Written], others: Sequence[Written]) -> tuple[list[Written], list[Written]] | None:
    """Two spellings of a long word that stands alone in both, or keeps the same company."""
    left = [written for written in ones if not written.first and not written.last]
    right = [written for written in others if not written.first and not written.last]
    if len(left) < len(ones) or len(right) < len(others):
        return None
    # A translation stands beside what it translates.
    if {written.sentence for written in left} & {written.sentence for written in right}:
        return None
    inside = [sum(not written.opens for written in uses) for uses in (left, right)]
    # A word that only opens sentences may be an ordinary one: then the other has to be a name for sure.
    return (left, right) if min(inside) or max(inside) > 1 else None


def _finding(draft: Draft, ones: Sequence[Written], others: Sequence[Written]) -> Finding:
    one, other = ones[0].full, others[0].full
    shown = sorted((*ones[:_SHOWN], *others[:_SHOWN]), key=lambda written: written.start)
    places = [place(draft, draft.span(uses[0].start, uses[0].end)) for uses in (ones, others)]
    where = f"both in {places[0]}" if places[0] == places[1] else f"{places[0]} and {places[1]}"
    return Finding(
        code="name-varies",
        severity=Severity.WARNING,
        message=f"“{one}” and “{other}” read as one name in two spellings ({where}).",
        working=f"{ones[0].word} ({len(ones)}×) ≠ {others[0].word} ({len(others)}×)",
        question=f"Which spelling is right, {ones[0].word} or {others[0].word}?",
        evidence=tuple(Evidence(draft.span(written.start, written.end)) for written in shown),
    )
