"""A contradictory set of statements, told in plain English."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from verifier.consistency import Contradiction, Strength
from verifier.findings.model import Evidence, Finding, Severity
from verifier.findings.phrases import names_of, phrase
from verifier.findings.rates import fair_pair, with_pair
from verifier.findings.slips import slipped
from verifier.relations import KINDS
from verifier.relations.model import Named, Names, Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from verifier.draft import Draft
    from verifier.figures.model import Figure
    from verifier.relations.model import Relation

_WHOSE = "Does the draft say that the two sources differ, and whose figure is whose?"
NOT_STATED = "not stated"
"""Where a quantity stands that the draft only implies."""


def told(
    draft: Draft,
    figures: Sequence[Figure],
    contradictions: Iterable[Contradiction],
    claim_of: Mapping[str, str],
    voice_of: Mapping[str, str | None],
    relations: Sequence[Relation] = (),
    implied: Sequence[Figure] = (),
) -> tuple[Finding, ...]:
    """One finding for each slip.

    Args:
        draft: the draft.
        figures: its figures, in order.
        contradictions: what `consistency.prove` returned.
        claim_of: figure ids and the claim that states each.
        voice_of: figure ids and the source of that claim; None for the draft's own voice.
        relations: all relations of the draft, to show the rate that it uses elsewhere.
        implied: quantities that the draft does not state and relations name; no evidence stands for them.

    Returns:
        The findings. Contradictions that all rest on one figure are one finding: correcting it would
        settle them all, and one slip deserves one mark.
    """
    contradictions = tuple(contradictions)
    groups = _by_slip(contradictions)
    if not groups:
        return ()
    names = names_of(draft, figures, _spoken_of(contradictions, relations)) | {
        figure.id: Named(figure, figure.span.quote, NOT_STATED) for figure in implied
    }
    order = {figure.id: index for index, figure in enumerate(figures)}
    findings = []
    for group in groups:
        severity = _severity(group, voice_of, names)
        pair = fair_pair(group, contradictions, relations, names)
        involved = {figure for contradiction in group for figure in contradiction.figures}
        involved |= set(pair.figures) if pair is not None else set()
        places = sorted(order[figure] for figure in involved if figure in order)
        evidence = (*_evidence(draft, figures, places, claim_of), *_words(group))
        findings.append(_finding(group, severity, _told_of(group, pair, names), evidence))
    return tuple(findings)


def _spoken_of(contradictions: Iterable[Contradiction], relations: Iterable[Relation]) -> frozenset[str]:
    """The figures that findings may name: those of contradictions, and of the rates to hold them against."""
    named = {figure for contradiction in contradictions for figure in contradiction.figures}
    stated = [relation for contradiction in contradictions for relation in contradiction.relations]
    stated += [relation for relation in relations if relation.kind == "conversion"]
    return frozenset(named.union(*(relation.figures for relation in stated)))


def _told_of(group: Sequence[Contradiction], pair: Relation | None, names: Names) -> list[Wording]:
    """How the contradictions of one slip are put; with the pair that shows the rate of the rest, as one."""
    if pair is not None:
        return [with_pair(_placed(group[0], names), pair, names)]
    return [_placed(contradiction, names) for contradiction in group]


def _finding(
    group: Sequence[Contradiction],
    severity: Severity,
    wordings: Sequence[Wording],
    evidence: tuple[Evidence, ...],
) -> Finding:
    disputed = severity is Severity.NOTICE
    return Finding(
        code="sources-disagree" if disputed else _code(group[0]),
        severity=severity,
        message=" ".join(wording.message for wording in wordings),
        working="; ".join(wording.working for wording in wordings),
        question=_WHOSE if disputed else wordings[0].question,
        evidence=evidence,
        relations=tuple(dict.fromkeys(r.id for contradiction in group for r in contradiction.relations)),
    )


def _by_slip(contradictions: Iterable[Contradiction]) -> list[list[Contradiction]]:
    """Contradictions that rest on a common figure, together.

    One that rests on all the figures of an earlier one, and more, is left out: the smaller set is the
    proof, and settling it settles this one or shows it anew.
    """
    told_of: list[set[str]] = []
    groups: list[tuple[set[str], list[Contradiction]]] = []
    for contradiction in contradictions:
        figures = set(contradiction.figures)
        if any(smaller <= figures for smaller in told_of):
            continue
        told_of.append(figures)
        for index, (shared, group) in enumerate(groups):
            if shared & figures and group[0].strength is contradiction.strength:
                groups[index] = (shared & figures, [*group, contradiction])
                break
        else:
            groups.append((figures, [contradiction]))
    return [group for _, group in groups]


# Two sources whose figures lie so many times apart do not disagree: a scale word is wrong.
_ANOTHER_SCALE = 500


def _of_one_scale(contradiction: Contradiction, names: Names) -> bool:
    """Whether the figures of a contradiction could be two views of one number."""
    figures = [names[figure].figure for figure in contradiction.figures]
    numbers = [f.written.low or f.written.high for f in figures if f.date is None]
    known = [number for number in numbers if number is not None and number > 0]
    return len(known) < len(figures) or max(known) < _ANOTHER_SCALE * min(known)


def _by_hand(contradiction: Contradiction, names: Names) -> bool:
    """Whether the two figures of a contradiction are one long number, mistyped once."""
    quotes = [names[figure].figure.span.quote for figure in contradiction.figures]
    return len(quotes) == 2 and slipped(quotes[0], quotes[1])  # noqa: PLR2004


def _severity(group: Sequence[Contradiction], voice_of: Mapping[str, str | None], names: Names) -> Severity:
    """How sure a group is: less where its figures come from two sources.

    Two sources that give one fact differently are news, a notice, unless it is one long number with two
    digits in each other's place. A relation that holds between what two
    sources say (a part of one in the whole of the other) should hold whoever speaks, but that the two
    speak of the same things is less sure: a warning.
    """
    voices = {voice_of.get(figure) for contradiction in group for figure in contradiction.figures}
    kinds = [KINDS[relation.kind] for contradiction in group for relation in contradiction.relations]
    if len(voices - {None}) > 1 and any(kind.spoken for kind in kinds):
        only_facts = all(kind.name == "same_fact" for kind in kinds)
        only_facts = only_facts and all(_of_one_scale(contradiction, names) for contradiction in group)
        only_facts = only_facts and not any(_by_hand(contradiction, names) for contradiction in group)
        return Severity.NOTICE if only_facts else Severity.WARNING
    return Severity.ERROR if group[0].strength is Strength.GENEROUS else Severity.WARNING


def _code(contradiction: Contradiction) -> str:
    kinds = {constraint.relation.kind for constraint in contradiction.constraints}
    return contradiction.constraints[0].code if len(kinds) == 1 else "joint-contradiction"


def _placed(contradiction: Contradiction, names: Names) -> Wording:
    """The wording, with the place said once where all figures stand in one."""
    stated = [figure for figure in contradiction.figures if names[figure].place != NOT_STATED]
    places = {names[figure].place for figure in stated}
    if len(places) != 1:
        return _wording(contradiction, names)
    placeless = {figure: replace(names[figure], place="") for figure in stated}
    wording = _wording(contradiction, {**names, **placeless})
    return replace(wording, message=f"In {places.pop()}: {wording.message}")


def _wording(contradiction: Contradiction, names: Names) -> Wording:
    if len(contradiction.constraints) == 1:
        constraint = contradiction.constraints[0]
        return KINDS[constraint.relation.kind].wording(constraint, names)
    steps = [KINDS[relation.kind].states(relation, names) for relation in contradiction.relations]
    places = dict.fromkeys(str(names[figure]) for figure in contradiction.figures)
    *first, last = places
    return Wording(
        f"{', '.join(first)} and {last} cannot all be true.",
        "; ".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
        + ": no values fit all of these",
        "Which of these figures is wrong, or do two of them speak of different things?",
    )


_OF_A_WORD = frozenset({"direction-mismatch"})
"""Codes of demands that a word of the draft makes: it is evidence beside the figures that deny it."""


def _words(group: Iterable[Contradiction]) -> Iterator[Evidence]:
    """The words that the figures contradict, each once, in the order of the draft."""
    constraints = (constraint for contradiction in group for constraint in contradiction.constraints)
    said = {c.relation.said for c in constraints if c.code in _OF_A_WORD and c.relation.said is not None}
    return map(Evidence, sorted(said))


def _evidence(
    draft: Draft, figures: Sequence[Figure], places: Iterable[int], claim_of: Mapping[str, str]
) -> Iterator[Evidence]:
    """The phrases around the figures at these places among all."""
    for index in places:
        figure = figures[index]
        span = phrase(draft, figure, figures[index + 1 : index + 3])
        yield Evidence(span, figure.id, claim_of.get(figure.id))
