"""What of an answer is accepted, and what the model is told about the rest."""

from __future__ import annotations

from typing import Any

import pytest
from marked import marked

from verifier.claims import Manner
from verifier.extraction.claims_desk import AcceptedClaims, ClaimsDesk
from verifier.extraction.relations_desk import AcceptedRelations, RelationsDesk
from verifier.extraction.schema import ClaimsAnswer, known_relations_answer
from verifier.extraction.shown import Shown
from verifier.relations import Direction

DRAFT, SCAN = marked("""
[S1] Mayor Ilse Brandt of Korrin opened the ⟦F1 38⟧ bus lines at Halt 7.

[S2] ⟦F2 Seven⟧ lines run on gas, her office’s report said.
[S3] “We paid ⟦F3 $3m⟧ for F1 tyres,” she said.
[S4] “They last ⟦F4 twice⟧ as long.”
[S5] The council chose ⟦F5 38⟧ lines in ⟦F6 2019⟧ and ⟦F7 2021⟧.
""")
SHOWN = Shown(DRAFT, SCAN.figures)
INTRODUCED = ("Ilse van Brandt",)
CLAIM = {
    "sentence": "S3",
    "statement": "Korrin paid [F3]",
    "label": "[F3]",
    "figures": ["F3"],
    "manner": "own_voice",
}
SAID = {"source": "she", "cue": "said", "manner": "direct"}


def _claims(
    *claims: dict[str, Any], no_claim: tuple[str, ...] = (), times: int = 1
) -> tuple[list[str], AcceptedClaims]:
    desk = ClaimsDesk(SHOWN, INTRODUCED)
    answer = ClaimsAnswer.model_validate(
        {"claims": [{**CLAIM, **claim} for claim in claims], "no_claim": no_claim}
    )
    for _ in range(times):
        said = desk.judge(answer)
    assert desk.best is not None
    return said, desk.best


def _relations(times: int = 1, **answer: Any) -> tuple[list[str], AcceptedRelations]:
    desk = RelationsDesk(SHOWN)
    for _ in range(times):
        said = desk.judge(known_relations_answer().model_validate(answer))
    assert desk.best is not None
    return said, desk.best


def test_a_claim_that_stands_in_the_draft() -> None:
    said, best = _claims({**SAID, "speaker": "Mayor Ilse Brandt", "content": "We paid $3m for F1 tyres"})
    assert said == []
    (claim,) = best.claims
    assert (claim.statement, claim.label, claim.figures) == ("Korrin paid $3m", "$3m", ("F3",))
    assert claim.source is not None
    assert (claim.source.quote, claim.source.sentence) == ("she", "S3")
    assert claim.cue is not None
    assert claim.cue.quote == "said"
    assert claim.content is not None
    assert claim.content.quote == "We paid $3m for F1 tyres"
    assert claim.speaker == "Mayor Ilse Brandt"
    assert (claim.manner, claim.proposed_by) == (Manner.DIRECT, "model")


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ({"sentence": "S9"}, "there is no sentence S9; the draft shown ends with S5"),
        ({"figures": ["F99"]}, "there is no figure F99 in the draft"),
        ({"figures": ["F3", "F5"]}, "F5 stands in S5, not in S3: leave it out of figures"),
        ({**SAID, "source": "the navy"}, "source “the navy” does not stand in S3; copy the words"),
        ({**SAID, "source": "her office’s report"}, 'it stands in S2: if it names who says this, give source_sentence "S2"'),
        ({**SAID, "source_sentence": "S77"}, "source_sentence S77 is not in the text shown"),
        ({"statement": "Korrin paid 4 million"}, "statement: 4 does not stand in S3; write figures as [F…]"),
        ({"label": "[F98] paid"}, "label: there is no figure F98 in the draft"),
        ({"statement": " "}, "statement is empty"),
        ({"source": "she"}, 'with a source, manner is "direct", "mixed" or "indirect"'),
        ({"manner": "direct"}, 'without a source, manner is "own_voice"'),
    ],
)  # fmt: skip
def test_what_cannot_be_used_goes_back_every_time(claim: dict[str, Any], reason: str) -> None:
    said, best = _claims(claim, times=3)
    assert len(said) == 1
    assert said[0].startswith("claims[0]: ")
    assert reason in said[0]
    assert best.claims == ()
    assert best.dropped == (() if claim.get("sentence") else ("S3",))


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ({**SAID, "cue": "shouted"}, "cue “shouted” does not stand in S3"),
        ({**SAID, "speaker": "Mayor Brandt"}, "speaker “Mayor Brandt” does not stand in the text shown"),
        ({"content": "we have paid"}, "content “we have paid” does not stand in S3"),
    ],
)
def test_what_can_be_done_without_goes_back_once(claim: dict[str, Any], reason: str) -> None:
    said, _ = _claims(claim)
    assert len(said) == 1
    assert reason in said[0]
    said, best = _claims(claim, times=2)
    assert said == []
    (kept,) = best.claims
    assert (kept.cue is None) is ("cue" not in claim or claim["cue"] == "shouted")
    assert kept.speaker is None
    assert kept.content is None


def test_a_source_from_the_sentence_before() -> None:
    claim = {
        "sentence": "S4",
        "figures": ["F4"],
        "statement": "They last [F4] as long",
        "label": "[F4] as long",
    }
    said, best = _claims({**claim, **SAID, "source_sentence": "S3"})
    assert said == []
    source, cue = best.claims[0].source, best.claims[0].cue
    assert source is not None
    assert cue is not None
    assert (source.sentence, source.quote, cue.sentence) == ("S3", "she", "S3")


@pytest.mark.parametrize(
    ("sentence", "statement", "printed"),
    [
        ("S2", "[F2] lines run on gas", "Seven lines run on gas"),
        ("S2", "In Korrin, [F2] lines run on gas", "In Korrin, seven lines run on gas"),
        ("S2", "⟦F2 Seven⟧ lines", "Seven lines"),
        ("S2", "F2 lines run on gas", "Seven lines run on gas"),
        ("S3", "Korrin paid $[F3] for F1 tyres", "Korrin paid $3m for F1 tyres"),
        ("S2", "[F2] lines leave from Halt 7", "Seven lines leave from Halt 7"),
        ("S2", "[F2] of the [F1] lines", "Seven of the 38 lines"),
        ("S5", "38 lines", "38 lines"),
    ],
)
def test_code_puts_the_printed_figures_in_place(sentence: str, statement: str, printed: str) -> None:
    figures = list(SHOWN.figures_of(sentence))
    said, best = _claims({"sentence": sentence, "statement": statement, "label": "x", "figures": figures})
    assert said == []
    assert best.claims[0].statement == printed


def test_a_speaker_may_be_introduced_earlier() -> None:
    said, best = _claims({**SAID, "speaker": INTRODUCED[0]})
    assert said == []
    assert best.claims[0].speaker == INTRODUCED[0]


def test_a_later_window_answers_in_its_own_numbers() -> None:
    desk = ClaimsDesk(Shown(DRAFT, SCAN.figures, DRAFT.sentences[2:]))
    claim = {
        **CLAIM,
        **SAID,
        "sentence": "S1",
        "figures": ["F1"],
        "statement": "Korrin paid [F1]",
        "label": "[F1]",
    }
    assert desk.judge(ClaimsAnswer.model_validate({"claims": [claim], "no_claim": ["F2"]})) == []
    assert desk.best is not None
    (kept,) = desk.best.claims
    assert (kept.sentence, kept.figures, kept.statement) == ("S3", ("F3",), "Korrin paid $3m")
    assert desk.best.no_claim == ("F4",)
    assert desk.judge(ClaimsAnswer.model_validate({"claims": [{**claim, "sentence": "S4"}]})) != []
    assert desk.judge(ClaimsAnswer.model_validate({"claims": [{**claim, "sentence": "S9"}]})) != []


def test_no_claim_keeps_to_what_is_not_claimed() -> None:
    said, best = _claims({}, no_claim=("F1", "F2", "F3", "F2"))
    assert said == []
    assert best.no_claim == ("F1", "F2")
    said, best = _claims({}, no_claim=("F99",))
    assert said == ["no_claim: there is no figure F99"]


def test_the_same_claim_twice_is_one() -> None:
    said, best = _claims({}, {})
    assert said == []
    assert len(best.claims) == 1


def test_the_best_answer_is_kept() -> None:
    desk = ClaimsDesk(SHOWN, INTRODUCED)
    for claims in ([{"sentence": "S9"}, {}], [{"sentence": "S9"}, {"sentence": "S8"}]):
        desk.judge(ClaimsAnswer.model_validate({"claims": [{**CLAIM, **claim} for claim in claims]}))
    assert desk.best is not None
    assert len(desk.best.claims) == 1


def test_relations_that_can_be_stated() -> None:
    said, best = _relations(
        same_fact=[{"figures": ["F1", "F5"]}, {"figures": ["F1", "F5"]}],
        part_of=[{"part": "F2", "whole": "F1"}],
        change=[{"from": "F2", "to": "F5", "direction": "up"}],
    )
    assert said == []
    assert [(r.kind, r.roles, r.direction) for r in best.relations] == [
        ("same_fact", (("figures", ("F1", "F5")),), None),
        ("part_of", (("part", ("F2",)), ("whole", ("F1",))), None),
        ("change", (("from", ("F2",)), ("to", ("F5",))), Direction.UP),
    ]
    assert {r.proposed_by for r in best.relations} == {("model",)}


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({"part_of": [{"part": "F2", "whole": "F3"}]}, id="a count of money"),
        pytest.param({"part_of": [{"part": "F2", "whole": "F2"}]}, id="a figure in two roles"),
        pytest.param({"sum": [{"parts": ["F2"], "total": "F1"}]}, id="a part too few"),
    ],
)
def test_relations_that_do_not_fit_are_dropped_without_asking_again(answer: dict[str, Any]) -> None:
    said, best = _relations(**answer)
    assert said == []
    assert best.relations == ()


@pytest.mark.parametrize(
    ("answer", "reason", "every_time"),
    [
        ({"part_of": [{"part": "F2", "whole": "F99"}]}, "part_of[0]: no figure F99 in the draft", True),
        (
            {"conflicts": [{"places": [{"sentence": "S2"}, {"sentence": "S99"}], "why": "x"}]},
            "there is no sentence S99",
            True,
        ),
        (
            {"conflicts": [{"places": [{"sentence": "S2"}, {"sentence": "S2"}], "why": "x"}]},
            "at least two",
            False,
        ),
        ({"conflicts": [{"places": [{"sentence": "S2"}, {"sentence": "S3"}], "why": " "}]}, "say why", False),
        (
            {"conflicts": [{"places": [{"sentence": "S2"}, {"sentence": "S5"}], "why": "[F2] is not [F5]"}]},
            "stated as a relation",
            False,
        ),
        (
            {
                "conflicts": [
                    {"places": [{"sentence": "S1"}, {"sentence": "S2"}], "why": "38 against Seven [F2]"}
                ]
            },
            "stated as a relation",
            False,
        ),
    ],
)
def test_relations_that_cannot_be_stated_go_back(
    answer: dict[str, Any], reason: str, every_time: bool
) -> None:
    said, best = _relations(**answer)
    assert len(said) == 1
    assert reason in said[0]
    assert (best.relations, best.conflicts, best.proposed) == ((), (), 1)
    said, _ = _relations(times=2, **answer)
    assert bool(said) is every_time


def test_a_conflict_in_words() -> None:
    said, best = _relations(
        conflicts=[{"places": [{"sentence": "S5"}, {"sentence": "S2"}], "why": "It chose, and it did not."}]
    )
    assert said == []
    assert [words.sentence for words in best.conflicts[0].places] == ["S2", "S5"]


def test_a_conflict_keeps_the_words_that_conflict() -> None:
    places = [{"sentence": "S5", "words": "The council chose"}, {"sentence": "S2", "words": "run on petrol"}]
    said, _ = _relations(conflicts=[{"places": places, "why": "It chose, and it did not."}])
    assert said == ["conflicts[0]: “run on petrol” does not stand in S2: copy it, or leave it out"]
    said, best = _relations(times=2, conflicts=[{"places": places, "why": "It chose, and it did not."}])
    assert said == []
    assert [words.quote for words in best.conflicts[0].places] == [
        DRAFT.sentences[1].span.quote,
        "The council chose",
    ]


def test_two_relations_hang_together_by_what_the_draft_does_not_state() -> None:
    said, best = _relations(
        unstated=[
            {"id": "X1", "what": "lines that do not run on gas", "like": "F1"},
            {"id": "X2", "what": "of no use", "like": "F1"},
            {"id": "X3", "what": "like nothing", "like": "F99"},
        ],
        difference=[{"minuend": "F1", "subtrahend": "F2", "result": "X1"}],
        part_of=[{"part": "X1", "whole": "F5"}],
    )
    assert said == []
    assert [(r.kind, r.figures) for r in best.relations] == [
        ("part_of", ("X1", "F5")),
        ("difference", ("F1", "F2", "X1")),
    ]
    assert [(x.id, x.what, x.like) for x in best.unstated] == [("X1", "lines that do not run on gas", "F1")]
    said, _ = _relations(part_of=[{"part": "X9", "whole": "F5"}])
    assert said == ["part_of[0]: no figure X9 in the draft"]


def test_parts_that_are_not_all_stay_within_the_total() -> None:
    for complete in (True, False):
        _, best = _relations(sum=[{"parts": ["F2", "F1"], "total": "F5", "complete": complete}])
        assert best.relations[0].partial is not complete


def test_a_figure_that_both_sentences_give_is_not_what_conflicts() -> None:
    said, best = _relations(
        conflicts=[
            {"places": [{"sentence": "S1"}, {"sentence": "S5"}], "why": "Two openers of the 38 lines."}
        ]
    )
    assert said == []
    assert len(best.conflicts) == 1


def test_dates_that_no_relation_can_state_may_conflict() -> None:
    said, best = _relations(
        conflicts=[
            {"places": [{"sentence": "S2"}, {"sentence": "S5"}], "why": "In [F6] here, in [F7] there."}
        ]
    )
    assert said == []
    assert best.conflicts[0].why == "In “2019” here, in “2021” there."
