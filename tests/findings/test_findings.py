"""From contradictory sets to what an editor reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from builders import relation, scanned

from verifier.consistency import prove
from verifier.draft import Draft
from verifier.findings import CODES, Evidence, Finding, Severity, phrase, place, told, with_fingerprints
from verifier.relations import KINDS

if TYPE_CHECKING:
    from verifier.relations.model import Relation

TEXT = """Russia sends 472 drones

Russia launched a record 472 drones at Ukraine overnight, officials said.

Out of the 427 drones launched, about 382 were intercepted or neutralized by air defenses."""


def findings(
    text: str, *stated: Relation, voices: dict[str, str | None] | None = None
) -> tuple[Finding, ...]:
    draft, figures = scanned(text)
    relations = [replace(r, id=f"R{n}") for n, r in enumerate(stated, 1)]
    return told(draft, figures, prove(figures, relations), {}, voices or {})


PHRASES = [
    pytest.param("They fired 472 drones at Kyiv.", "472", "472 drones", id="up to a preposition"),
    pytest.param("They fired about 472 drones.", "472", "about 472 drones", id="with its hedge"),
    pytest.param("A record 472 drones came.", "472", "A record 472 drones came", id="with what makes it a record"),
    pytest.param("Of those, 382 were intercepted or neutralized by guns.", "382", "382 were intercepted or neutralized", id="with its verb"),
    pytest.param("They rose 40%.", "40%", "40%", id="a figure that ends its sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "expected"), PHRASES)
def test_phrases(text: str, printed: str, expected: str) -> None:
    draft, figures = scanned(text)
    figure = next(f for f in figures if f.span.quote == printed)
    assert phrase(draft, figure).quote == expected


def test_places() -> None:
    draft = Draft.parse(TEXT)
    assert [place(draft, s.span) for s in draft.sentences] == ["the headline", "paragraph 1", "paragraph 2"]


def test_one_slip_is_one_finding_however_many_relations_show_it() -> None:
    (finding,) = findings(TEXT, relation("same_fact", figures="F1 F2 F3"))
    assert finding.code == "same-fact-differs"
    assert [e.figure for e in finding.evidence] == ["F1", "F2", "F3"]


def test_two_sources_that_differ_are_a_notice() -> None:
    stated = relation("same_fact", figures="F2 F3")
    (finding,) = findings(TEXT, stated, voices={"F2": "S1", "F3": "S2"})
    assert (finding.code, finding.severity) == ("sources-disagree", Severity.NOTICE)


def test_a_relation_between_two_sources_is_a_warning() -> None:
    stated = relation("part_of", part="F2", whole="F3")
    (finding,) = findings(TEXT, stated, voices={"F2": "S1", "F3": "S2"})
    assert (finding.code, finding.severity) == ("part-exceeds-whole", Severity.WARNING)


@pytest.mark.parametrize(
    "voices", [pytest.param({"F2": "S1", "F3": "S1"}, id="one source"), pytest.param({"F2": "S1"}, id="the draft and its source")]
)  # fmt: skip
def test_one_voice_must_agree(voices: dict[str, str | None]) -> None:
    (finding,) = findings(TEXT, relation("same_fact", figures="F2 F3"), voices=voices)
    assert finding.severity is Severity.ERROR


def test_a_set_of_several_kinds_shows_its_steps() -> None:
    (finding,) = findings(
        "Groups of 120, 85 and 60 people left the plant, hundreds of people. Of the 300, 41 stayed.",
        relation("sum", parts="F1 F2 F3", total="F4"),
        relation("difference", minuend="F5", subtrahend="F6", result="F4"),
    )
    assert finding.code == "joint-contradiction"
    assert finding.working.startswith("1. “120”")
    assert "2. “300” less “41 stayed”" in finding.working
    assert [e.figure for e in finding.evidence] == ["F1", "F2", "F3", "F4", "F5", "F6"]
    assert finding.relations == ("R1", "R2")


def test_a_place_common_to_all_is_said_once() -> None:
    (finding,) = findings("Of the 7 ships, 9 sank.", relation("part_of", part="F2", whole="F1"))
    assert finding.message.startswith("In ")
    assert finding.message.count("paragraph") + finding.message.count("headline") == 1


def finding_at(draft: Draft, words: str) -> Finding:
    start = draft.text.index(words)
    return Finding(
        "vague-source", Severity.NOTICE, "m", "w", "q?", (Evidence(draft.span(start, start + len(words))),)
    )


def fingerprint(text: str, words: str = "sources") -> str:
    draft = Draft.parse(text)
    return with_fingerprints(draft, [finding_at(draft, words)])[0].fingerprint


def test_fingerprints_survive_edits_elsewhere() -> None:
    assert fingerprint("Rain fell. Then sources spoke.") == fingerprint(
        "Heavy rain fell.\n\nThen  sources spoke."
    )


def test_fingerprints_change_with_their_sentence() -> None:
    assert fingerprint("Then sources spoke.") != fingerprint("Then sources kept silent.")


def test_equal_findings_have_different_fingerprints() -> None:
    draft = Draft.parse("He said it. He said it.")
    pair = with_fingerprints(draft, [finding_at(draft, "said"), finding_at(draft, "said")])
    assert pair[0].fingerprint != pair[1].fingerprint


CONTRACT = """
part-exceeds-whole parts-do-not-add-up share-mismatch shares-exceed-whole change-mismatch direction-mismatch
ratio-mismatch average-mismatch same-fact-differs order-contradicted conversion-mismatch impossible-value
joint-contradiction weekday-mismatch impossible-date duration-mismatch age-mismatch sequence-contradicted
name-varies role-varies quote-has-two-speakers statements-conflict sources-disagree vague-source no-source
source-not-introduced figure-unchecked passage-unread
""".split()


def test_the_codes_of_the_contract() -> None:
    assert sorted(CODES) == sorted(CONTRACT)
    for code in CODES.values():
        assert code.meaning.endswith(".")
        assert code.advice.endswith(".")
        assert code.kind is None or code.kind in KINDS


def test_two_sources_of_two_scales_do_not_disagree() -> None:
    (finding,) = findings(
        "Anna says 2,000 men came. Bob says 2,000,000 men came.",
        relation("same_fact", figures="F1 F2"),
        voices={"F1": "S1", "F2": "S2"},
    )
    assert (finding.code, finding.severity) == ("same-fact-differs", Severity.WARNING)
    (finding,) = findings(
        "Anna says 2,000 men came. Bob says 3,000 men came.",
        relation("same_fact", figures="F1 F2"),
        voices={"F1": "S1", "F2": "S2"},
    )
    assert finding.severity is Severity.NOTICE


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        pytest.param("It is 1,237. It is 1,327.", Severity.WARNING, id="two digits in each other's place"),
        pytest.param("It is 1,237. It is 1,437.", Severity.NOTICE, id="two numbers"),
        pytest.param("It is 1,237. It is 7,231.", Severity.NOTICE, id="digits far apart"),
        pytest.param("It is 23. It is 32.", Severity.NOTICE, id="short numbers"),
        pytest.param("It is 23,000. It is 32,000.", Severity.NOTICE, id="round numbers"),
    ],
)
def test_two_sources_may_differ_but_not_by_a_slip_of_the_hand(text: str, severity: Severity) -> None:
    (finding,) = findings(text, relation("same_fact", figures="F1 F2"), voices={"F1": "Roe", "F2": "Poe"})
    assert finding.severity is severity
