"""Offline relations: every rule reads its hits, none of its misses, and nothing else in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import scanned

from verifier.extraction.offline.relations import read_relations
from verifier.extraction.offline.relations.read import DRAFT_RULES, PAIR_RULES, RULES
from verifier.extraction.offline.relations.rule import Rule, mask
from verifier.extraction.offline.relations.rulebook import Rulebook
from verifier.relations import KINDS

if TYPE_CHECKING:
    from verifier.relations.model import Relation


def read(rule: Rule, text: str) -> list[Relation]:
    draft, figures = scanned(text)
    found: list[Relation] = []
    if rule in PAIR_RULES:
        return list(rule.read(mask(draft, draft.sentences[:2], figures)))
    for sentence in draft.sentences:
        here = [f for f in figures if draft.sentence_at(f.span.start) is sentence]
        found += rule.read(mask(draft, [sentence], here))
    return found


EVERY_RULE = (*RULES, *PAIR_RULES, *DRAFT_RULES)
HITS = [
    pytest.param(rule, text, id=f"{rule.name}: {text[:40]}")
    for rule in (*RULES, *PAIR_RULES)
    for text in rule.hits
]
MISSES = [
    pytest.param(rule, text, id=f"{rule.name}: {text[:40]}")
    for rule in (*RULES, *PAIR_RULES)
    for text in rule.misses
]


@pytest.mark.parametrize(("rule", "text"), HITS)
def test_hits(rule: Rule, text: str) -> None:
    assert read(rule, text)


@pytest.mark.parametrize(("rule", "text"), MISSES)
def test_misses(rule: Rule, text: str) -> None:
    assert not read(rule, text)


def test_the_sieve_hides_nothing() -> None:
    texts = [text for rule in EVERY_RULE for text in (*rule.hits, *rule.misses)]
    drafts = [scanned(text) for text in texts]
    masked = [mask(draft, draft.sentences, figures) for draft, figures in drafts]
    kept = 0
    for rule in EVERY_RULE:
        for text in masked:
            if any(trigger in text.text for trigger in rule.triggers) and rule.compiled.search(text.text):
                assert rule.may_read(text), (rule.name, text.text)
                kept += 1
    assert kept > len(EVERY_RULE)


def test_a_rulebook_reads_as_its_rules_do_one_by_one() -> None:
    book = Rulebook(EVERY_RULE)
    for text in (text for rule in EVERY_RULE for text in rule.hits):
        draft, figures = scanned(text)
        masked = mask(draft, draft.sentences, figures)
        assert list(book.read(masked)) == [r for rule in EVERY_RULE for r in rule.read(masked)], text


@pytest.mark.parametrize(
    ("pattern", "enough", "too_few"),
    [
        ("{part:cm} of {whole:cm}", "cm mc cc dcpcd", "c cp d"),
        (
            "{part:c}(?: or {share:p})? of {whole:cm}",
            "cm cpc",
            "mc cp",
        ),  # what is in brackets may be left out
        (r"{part:c} \({share:p}\)", "cp dcdp pcp", "pc cc"),  # a printed bracket is none of the pattern's
        (r"[(\]]{part:c}[^<)]{share:p}", "cp", "pc"),
        ("{part:cm} or {share:p} of {whole:cm}", "mpm cppc mmpc", "mmp pmm mm"),
        ("{part:c}|{share:p}", "c p d", ""),  # either will do
    ],
)
def test_the_figures_that_a_pattern_cannot_do_without(pattern: str, enough: str, too_few: str) -> None:
    figures = Rule("a rule", "part_of", pattern, ("",)).figures
    assert [kinds for kinds in enough.split() if not figures.match(kinds)] == []
    assert [kinds for kinds in too_few.split() if figures.match(kinds)] == []


def test_a_trigger_that_is_part_of_others_is_none_of_theirs() -> None:
    rules = [
        Rule(trigger, "part_of", rf"{{part:c}}{trigger}.*{{whole:c}}", (trigger,))
        for trigger in (" of", " of the ", " of the last ", "last ", "the ")
    ]
    draft, figures = scanned("He won 3 of the last 12 games.")
    masked = mask(draft, draft.sentences, figures)
    assert [relation.rule for relation in Rulebook(rules).read(masked)] == [
        " of",
        " of the ",
        " of the last ",
    ]


def test_what_looks_back_from_a_figure_still_looks_back() -> None:
    rule = Rule("a rule", "part_of", r"(?<!top )(?<!>){part:c} of", ("",))
    assert [bool(rule.compiled.search(text)) for text in ("a <c1> of", "top <c1> of", "<c1><c2> of")] == [
        True,
        False,
        False,
    ]


def test_the_table_of_rules() -> None:
    names = [(rule.name, rule.kind) for rule in (*RULES, *PAIR_RULES)]
    assert len(set(names)) == len(names)
    for rule in (*RULES, *PAIR_RULES):
        assert rule.kind in KINDS
        assert rule.hits, rule.name
        assert rule.misses, rule.name


def stated(text: str) -> list[tuple[str, dict[str, list[str]], str | None]]:
    draft, figures = scanned(text)
    quotes = {f.id: f.span.quote for f in figures}
    return [
        (r.kind, {role: [quotes[i] for i in ids] for role, ids in r.roles}, r.direction)
        for r in read_relations(draft, figures)
    ]


ROLES = [
    pytest.param("Out of the 472 drones launched, 382 were intercepted.", [("part_of", {"part": ["382"], "whole": ["472"]}, None)], id="of the whole"),
    pytest.param("Russia fired seven missiles, it said, of which three were intercepted.", [("part_of", {"part": ["three"], "whole": ["seven"]}, None)], id="across an interposed speaker"),
    pytest.param("Sales rose 40% to £300m from £200m.", [("change", {"from": ["£200m"], "to": ["£300m"], "by": ["40%"]}, "up")], id="rose by to from"),
    pytest.param("Profit fell from £300m to £200m.", [("change", {"from": ["£300m"], "to": ["£200m"]}, "down")], id="fell from to"),
    pytest.param("Of the 90 staff, 50 were sacked and the other 40 moved.", [("part_of", {"part": ["50"], "whole": ["90"]}, None), ("sum", {"parts": ["50", "40"], "total": ["90"]}, None)], id="and the others"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles(text: str, expected: list[tuple[str, dict[str, list[str]], str | None]]) -> None:
    assert stated(text) == expected


REPEATED = [
    pytest.param("Russia launched 472 drones. Of the 472 drones launched, some were hit.", True, id="one number twice"),
    pytest.param("Russia launched 472 drones. The 427 drones launched came in waves.", True, id="the number differs, the verb is one"),
    pytest.param("Russia launched 472 drones. The 120 drones that hit Kyiv came in waves.", False, id="those that did something else"),
    pytest.param("Russia launched 472 drones. It launched another 427 drones on Monday.", False, id="not definite"),
    pytest.param("Russia launched 472 drones. The other 427 drones launched were decoys.", False, id="others"),
    pytest.param("Three men were arrested. Three men were released.", False, id="a small number is no bond"),
    pytest.param("There are 300 people who are needing care here, and the number could double. Ministers met the 600 people needing help.", False, id="what it may become"),
    pytest.param("Fourteen old wardens signed the pledge. It was a long night. None of the 16 wardens will speak of it.", True, id="none of them"),
    pytest.param("The city has nine wards. It was a long race. He came to all seven wards.", True, id="all of them"),
    pytest.param("The city may get up to nine wards. It was a long race. He came to all seven wards.", False, id="a bound, and all of them"),
    pytest.param("The city has nine wards. It was a long race. He came to all of the seven wards in Leeds.", False, id="all of those of a place"),
    pytest.param("Acme will make five films. It was a long wait. The six films will be shot in May.", True, id="those of the lead"),
    pytest.param("Acme will make five films. It was a long wait. The six-film deal is done.", False, id="part of a name for something else"),
    pytest.param("Three people were killed and 20 hurt. In York, too, they mourn the nine people who were killed.", False, id="elsewhere, too"),
    pytest.param("Two men were killed at each place. The four men killed were guards.", False, id="at each place"),
    pytest.param("A two-party pact was struck. The three parties struck it at noon.", False, id="a compound, and a count"),
    pytest.param("Four wardens were hurt. It was a long night. The six wardens hurt a year ago are back.", False, id="at another time"),
    pytest.param("Four mills will shut. Three of the town's five mills will shut.", False, id="a whole of which the part is told"),
    pytest.param("It asked 812 registered voters. The 562 voters farther inland were asked first.", False, id="those of a place"),
    pytest.param("Nine guests were hurt. It was a long night. Two guests left. The seven guests were fed.", False, id="what is left of them"),
    pytest.param("Five mills were built. The four mills it had sold were built of brick.", False, id="a clause without a pronoun"),
    pytest.param("Four mills are for sale. The five mills are run from four mills.", False, id="both in one sentence"),
    pytest.param("The index ended 48.5 points higher. It was a long week. That left the index 28.5 points up on it.", False, id="points"),
    pytest.param("He won the eyes of two judges out of three. It was a long night. All three judges were booed.", False, id="so many out of so many"),
    pytest.param("He named 27 seats. The 14 seats where students live are marginal.", False, id="no verb in common"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPEATED)
def test_repeated(text: str, expected: bool) -> None:
    assert any(kind == "same_fact" for kind, _, _ in stated(text)) is expected
