"""Who says what: the words that name the source, the cue, and the content."""

from __future__ import annotations

import pytest

from verifier.claims import Manner
from verifier.draft import Draft
from verifier.extraction.offline.sentence import may_attribute
from verifier.extraction.offline.voices import voices_of

SAID = [
    pytest.param("Anna White said that the bridge was safe.", "Anna White", "said", "the bridge was safe", id="said-that"),
    pytest.param("Anna White said the bridge was safe.", "Anna White", "said", "the bridge was safe", id="said-without-that"),
    pytest.param("The bridge was safe, Anna White said on Monday.", "Anna White", "said", "The bridge was safe", id="said-after"),
    pytest.param("The bridge, she said, was safe.", "she", "said", "The bridge, she said, was safe", id="said-within"),
    pytest.param("“The bridge is safe,” said Anna White, the mayor of Bari.", "Anna White, the mayor of Bari", "said", "“The bridge is safe,”", id="inverted"),
    pytest.param("The bridge was shut last week, said Anna White, mayor of Bari.", "Anna White, mayor of Bari", "said", "The bridge was shut last week", id="inverted-without-quotation"),
    pytest.param("Anna White, the mayor of Bari, said the bridge was safe.", "Anna White, the mayor of Bari", "said", "the bridge was safe", id="apposition"),
    pytest.param("Anna White, who lost her car in Bari, Italy, said the bridge was safe.", "Anna White, who lost her car in Bari, Italy", "said", "the bridge was safe", id="relative-clause-with-commas"),
    pytest.param("Gov. Anna White (R-Ohio) said the bridge was safe.", "Gov. Anna White (R-Ohio)", "said", "the bridge was safe", id="bracket"),
    pytest.param("In an interview Anna White said the bridge was safe.", "Anna White", "said", "the bridge was safe", id="leading-adjunct"),
    pytest.param("After winning the vote in Bari, Anna White said the bridge was safe.", "Anna White", "said", "the bridge was safe", id="leading-participle"),
    pytest.param("Last week the union said the bridge was safe.", "the union", "said", "the bridge was safe", id="leading-time"),
    pytest.param("The air force confirmed in a statement on Sunday that 38 drones had been shot down.", "The air force", "confirmed", "38 drones had been shot down", id="over-a-statement"),
    pytest.param("Anna White told reporters on Monday that the bridge was safe.", "Anna White", "told", "the bridge was safe", id="told-reporters"),
    pytest.param("The bridge was safe, the mayor told the council on Monday.", "the mayor", "told", "The bridge was safe", id="told-after"),
    pytest.param("The mayor is telling voters that the bridge is safe.", "The mayor", "telling", "the bridge is safe", id="is-telling"),
    pytest.param("According to the mayor, the bridge is safe.", "the mayor", "According to", "the bridge is safe", id="according-before"),
    pytest.param("The bridge is safe, according to a report by the council.", "a report by the council", "according to", "The bridge is safe", id="according-after"),
    pytest.param("A poll by Ipsum found that 52% of drivers fear the bridge.", "A poll by Ipsum", "found", "52% of drivers fear the bridge", id="poll-found"),
    pytest.param("Figures from the council show traffic rose by 3%.", "Figures from the council", "show", "traffic rose by 3%", id="figures-show"),
    pytest.param("Six in 10 said the bridge was safe.", "Six in 10", "said", "the bridge was safe", id="share-of-people"),
    pytest.param("Police put the crowd at 2,000.", "Police", "put", "the crowd at 2,000", id="put-at"),
    pytest.param("The union put the number of people who leave the car at home at 9,000.", "The union", "put", "the number of people who leave the car at home at 9,000", id="put-far-at"),
    pytest.param("As the mayor reported, the bridge is safe.", "the mayor", "reported", "the bridge is safe", id="as-reported"),
    pytest.param("The plan was first reported by the Bari Echo.", "the Bari Echo", "reported", "The plan", id="passive-agent"),
    pytest.param("Anna White was quoted as saying that the bridge was safe.", "Anna White", "saying", "the bridge was safe", id="quoted-as-saying"),
    pytest.param("The mayor's claim that the bridge is safe drew laughter.", "The mayor's", "claim", "the bridge is safe drew laughter", id="possessive-noun"),
    pytest.param("She went on to say that the bridge was safe.", "She", "say", "the bridge was safe", id="went-on-to-say"),
    pytest.param("The mayor issued a statement saying the bridge was safe.", "The mayor", "saying", "the bridge was safe", id="issued-a-statement"),
    pytest.param("The mayor denies the bridge was ever shut.", "The mayor", "denies", "the bridge was ever shut", id="denies"),
    pytest.param("A few analysts expect a quick repair.", "A few analysts", "expect", "a quick repair", id="a-few"),
    pytest.param("The company hopes to open the bridge in May.", "The company", "hopes to", "open the bridge in May", id="hopes"),
    pytest.param("Stated White: “The bridge is quite safe.”", "White", "Stated", "“The bridge is quite safe.”", id="stated-first"),
    pytest.param("“Is the bridge safe?” asked Anna White.", "Anna White", "asked", "“Is the bridge safe?”", id="question"),
    pytest.param("“Is the bridge safe?” Anna White asked.", "Anna White", "asked", "“Is the bridge safe?”", id="question-subject-first"),
    pytest.param("She fired back at her critics: “The bridge is quite safe.”", "She", "fired back", "“The bridge is quite safe.”", id="fired-back"),
    pytest.param("She ended the meeting with a joke: “The bridge is quite safe.”", "She", ":", "“The bridge is quite safe.”", id="any-verb-before-a-colon"),
    pytest.param("''The bridge is safe,'' Ms. White said.", "Ms. White", "said", "''The bridge is safe,''", id="doubled-marks"),
    pytest.param("'The bridge is safe,' Ms White said.", "Ms White", "said", "'The bridge is safe,'", id="single-marks"),
    pytest.param('“The bridge is safe," Ms White said.', "Ms White", "said", '“The bridge is safe,"', id="mixed-marks"),
]  # fmt: skip

SILENT = [
    pytest.param("The latest escalation suggests that both sides are far apart.", id="an-event-suggests"),
    pytest.param("The claims were dropped and the reports shelved.", id="nouns-that-look-like-verbs"),
    pytest.param("The bridge held firm and saw more traffic than in May.", id="things-hold-and-see"),
    pytest.param("He was told to leave and asked for his keys.", id="passive"),
    pytest.param("If she says no, the bridge stays shut.", id="condition"),
    pytest.param("The “Big Bridge” opens on Monday.", id="scare-quotes"),
    pytest.param("Results:\n\nHall: 1,769\n\nReed: 1,501", id="list-of-results"),
    pytest.param("It showed no sign of damage.", id="it-showed"),
    pytest.param("Few expect a quick repair.", id="few"),
    pytest.param("Few analysts expect a quick repair.", id="few-of-a-kind"),
    pytest.param("Nobody said the bridge was safe.", id="nobody"),
    pytest.param("Neither side said the bridge was safe.", id="neither"),
]


def rows(text: str) -> list[tuple[str, str | None, str, Manner]]:
    """Mention, cue, content and manner of every attribution, in order."""
    found = []
    for stated in voices_of(Draft.parse(text)).values():
        for content, row in stated:
            cue = text[slice(*row.cue)] if row.cue else None
            found.append((text[slice(*row.mention)], cue, text[slice(*content)], row.manner))
    return found


@pytest.mark.parametrize(("text", "mention", "cue", "content"), SAID)
def test_reads(text: str, mention: str, cue: str, content: str) -> None:
    assert (mention, cue, content) in [row[:3] for row in rows(text)]


@pytest.mark.parametrize(
    ("sentence", "may"),
    [
        ("Anna White SAID the bridge was safe.", True),
        ("The bridge–said to be safe–is shut.", True),
        ("But, in its budget, the bridge is safe.", True),
        ("_Bari_ In its budget, the bridge is safe.", True),
        ("2,000 in its budget, safe.", True),  # it cannot, which only reading it shows
        ("The mayor:", True),
        ("Bari, in its budget, is safe.", False),
        ("The bridge: safe.", False),
        ("The bridge was safe, and unsaid was how safe.", False),
    ],
)
def test_only_sentences_with_a_cue_are_read(sentence: str, may: bool) -> None:
    assert may_attribute(sentence) is may


@pytest.mark.parametrize("text", [case.values[0] for case in SAID])
def test_what_is_read_has_passed_the_sieve(text: str) -> None:
    draft = Draft.parse(str(text))
    quoted = any(mark in draft.text for mark in ("“", "'", '"'))
    assert quoted or any(may_attribute(sentence.span.quote) for sentence in draft.sentences)


@pytest.mark.parametrize("text", SILENT)
def test_does_not_read(text: str) -> None:
    assert rows(text) == []


def test_a_call_that_is_repeated_is_one_claim() -> None:
    found = rows("Officials praised the crews and repeated their call for new boats from the coast.")
    assert [row[:3] for row in found] == [
        ("Officials", "praised", "the crews"),
        ("Officials", "repeated", "their call for new boats from the coast"),
    ]


def test_a_call_of_others_is_a_claim_of_its_own() -> None:
    found = rows("The mayor rejected the crews. Their call for new boats came late.")
    assert ("Their", "call", "new boats") in [(mention, cue, what[:9]) for mention, cue, what, _ in found]


def test_joined_verbs_share_their_subject() -> None:
    found = rows("Officials praised the air defences and reiterated the need for help.")
    assert [row[:3] for row in found] == [
        ("Officials", "praised", "the air defences"),
        ("Officials", "reiterated", "the need for help"),
    ]


def test_a_participle_shares_the_subject_and_ends_the_content_before() -> None:
    found = rows("The mayor said the bridge was safe, adding that traffic rose by 3%.")
    assert [row[:3] for row in found] == [
        ("The mayor", "said", "the bridge was safe"),
        ("The mayor", "adding", "traffic rose by 3%"),
    ]


def test_two_speakers_in_one_sentence() -> None:
    found = rows("The union said pay had fallen, but the company said it had risen.")
    assert [row[:3] for row in found] == [
        ("The union", "said", "pay had fallen"),
        ("the company", "said", "it had risen"),
    ]


def test_a_belief_within_speech_is_no_second_statement() -> None:
    assert [row[0] for row in rows("The mayor said she believes the bridge is safe.")] == ["The mayor"]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("“The bridge is safe,” said Ms White.", Manner.DIRECT),
        ("Ms White said the bridge was safe.", Manner.INDIRECT),
        ("Ms White said the bridge was “perfectly safe”.", Manner.MIXED),
    ],
    ids=["direct", "indirect", "mixed"],
)
def test_manner(text: str, manner: Manner) -> None:
    assert [row[3] for row in rows(text)] == [manner]


def test_labels_of_a_transcript() -> None:
    text = "Ms Fallin spoke.\n\nFALLIN: Well, it is safe.\n\nREED: Is it?\n\nFALLIN: It is."
    assert [row[:3] for row in rows(text)] == [
        ("FALLIN", ":", "Well, it is safe"),
        ("FALLIN", ":", "It is"),
    ]


@pytest.mark.parametrize(
    ("heading", "found"),
    [("Echo: Bridge Is Safe", True), ("Iraq: troops leave", False), ("Update: bridge is safe", False)],
    ids=["paper", "place", "label-of-the-page"],
)
def test_labels_of_headlines(heading: str, found: bool) -> None:
    text = f"{heading}\n\nThe Echo reported on Monday that cars had come back."
    assert any(row[1] == ":" for row in rows(text)) is found
