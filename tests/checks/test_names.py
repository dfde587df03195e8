"""Names in two spellings: one slip apart and clearly one name, or left alone."""

from __future__ import annotations

import pytest

from verifier.checks import varying_names
from verifier.checks.spelling import is_inflection, is_one_slip, keys, plain
from verifier.checks.written_names import Words
from verifier.draft import Draft

VARY = [
    pytest.param("Pranab Mukherjee backed it. Mr Mukerjee was cheerful.", {"Mukherjee", "Mukerjee"}, id="full name and titled surname"),
    pytest.param("Diane Abbot left early. Later Diane Abbott came back.", {"Abbot", "Abbott"}, id="one first name"),
    pytest.param("Jan Kovarik won. “I was tired,” said Kovaric.", {"Kovarik", "Kovaric"}, id="full name and speaker"),
    pytest.param("Phil Manzerana played on. The band met with Manzanera again.", {"Manzerana", "Manzanera"}, id="letters out of place"),
    pytest.param("Mr Villanuevo signed. Nobody saw Mr Villaneuvo go.", {"Villanuevo", "Villaneuvo"}, id="two titled surnames"),
    pytest.param("He sold shares in Kryptosolar. Then Kryptosolr fell.", {"Kryptosolar", "Kryptosolr"}, id="a word like no other"),
    pytest.param("Real Sociedad won. They like Real Socieded.", {"Sociedad", "Socieded"}, id="one word of a name"),
    pytest.param("Donald Trump spoke. Then Donand Trump left.", {"Donald", "Donand"}, id="a first name before one surname"),
    pytest.param("Gerald Brasker left. He smiled. Baskler refused to say why.", {"Brasker", "Baskler"}, id="misremembered"),
    pytest.param("James Mallen left. “Well done,” Mellon said.", {"Mallen", "Mellon"}, id="other vowels"),
    pytest.param("Elise Tobbat wrote. “Well done,” said Tobatt.", {"Tobbat", "Tobatt"}, id="another letter doubled"),
    pytest.param("David Hallyard won. Mr Haylard came second.", {"Hallyard", "Haylard"}, id="two slips after a title"),
    pytest.param("Bernard Jenkin rose. Mr Jenkins sat down.", {"Jenkin", "Jenkins"}, id="an s too many after a title"),
]  # fmt: skip
ALONE = [
    pytest.param("Kelly Brown ran. “No,” said Gordon Browne.", id="two people in full"),
    pytest.param("Shane Horgan scored. Sheahan, Horan, Foley, Quinlan.", id="a line-up"),
    pytest.param("In the final Pell will meet Chen Hao or Cheng Hao.", id="two of them in one sentence"),
    pytest.param("They fired 11 Iskander-Ms. Only five of the Iskanders were stopped.", id="a letter for its type"),
    pytest.param("Alice Cartner saw it. “No,” said Mr Carter.", id="a woman and a man"),
    pytest.param("The Clintons met. Bill Clinton spoke.", id="plural"),
    pytest.param("Clinton’s aide came. Bill Clinton spoke.", id="possessive"),
    pytest.param("Angela Merkel is German. Germany said it would pay.", id="a country and its people"),
    pytest.param("Massimo Franco wrote it. “No,” France said.", id="a country"),
    pytest.param("James O’Neill left. “No,” said O'Neill.", id="another apostrophe"),
    pytest.param("Guantánamo is shut. Guantanamo was full.", id="an accent"),
    pytest.param("Jane Poole swam in the pool. “Cold,” said Pool.", id="a word that the draft writes small too"),
    pytest.param("The Fondation pour Tous (Foundation for All) gave money.", id="a translation"),
    pytest.param("John Kerry won. “No,” said Berry.", id="another first letter"),
    pytest.param("“I back Angela Correy’s [sic] case,” he wrote. Angela Corey did not.", id="sic"),
    pytest.param("WASHINGTON and WASHINGTAN met.", id="capitals throughout"),
    pytest.param("The Analysis helped. Analysts say so.", id="plural opening a sentence"),
    pytest.param("Steve Gerrard left. Steven Gerrard stayed.", id="a short first name"),
    pytest.param("Gerald Brasker left. Mark Baskler refused to say why.", id="two people, near in name"),
    pytest.param("Gerald Brasker left. The Baskler estate was sold.", id="no person for sure"),
    pytest.param("Mora Olympia ran. Olympians said it was hot.", id="a plural that speaks"),
    pytest.param("James Mallen left. Robin van Mellon said so.", id="a name with a particle"),
    pytest.param("Charles Barkes left. Lord Barlise stayed.", id="not near enough"),
    pytest.param("Alan Tuesby left on Tuesday. Tuesday was hot.", id="a day"),
    pytest.param("Ann King, a noted Leeds Democrat, spoke. Democracy won.", id="words of one family"),
    pytest.param("", id="empty"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "spellings"), VARY)
def test_varies(text: str, spellings: set[str]) -> None:
    draft = Draft.parse(text)
    (finding,) = varying_names(draft)
    assert finding.code == "name-varies"
    assert {evidence.span.quote.split()[-1] for evidence in finding.evidence} == spellings or all(
        any(word in evidence.span.quote for word in spellings) for evidence in finding.evidence
    )
    assert len(finding.evidence) == 2
    assert all(draft.text[e.span.start : e.span.end] == e.span.quote for e in finding.evidence)
    assert finding.question.endswith("?")


@pytest.mark.parametrize("text", ALONE)
def test_left_alone(text: str) -> None:
    assert not list(varying_names(Draft.parse(text)))


def test_most_uses_of_the_rarer_spelling_are_shown() -> None:
    text = "Ana Kovarik won. " + "Kovarik ran on. " * 9 + "“Well,” said Kovaric."
    (finding,) = varying_names(Draft.parse(text))
    assert "Kovaric" in [evidence.span.quote for evidence in finding.evidence]
    assert "Kovaric (1×)" in finding.working


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mukherjee", "mukerjee"),
        ("abbot", "abbott"),
        ("mcilroy", "mcilory"),
        ("manzanera", "manzerana"),
        ("byrne", "bryne"),
    ],
)
def test_one_slip_shares_a_key(one: str, other: str) -> None:
    assert is_one_slip(one, other)
    assert is_one_slip(other, one)
    assert set(keys(one)) & set(keys(other))


def test_capitalised_words_of_every_alphabet() -> None:
    text = (
        "Ötzi’s élan, O’Neill and Anne-Marie Île-Née at McRae’s; "
        "B.Jones, 3Com, Ob1 and NATO saw Ötzi. Ⅳ İzmir _Roe"
    )
    assert Words(Draft.parse(text)).capitalised == {
        "Ötzi": [0, 88],
        "élan": [7],
        "O’Neill": [13],
        "Anne-Marie": [25],
        "Île-Née": [36],
        "McRae": [47],
        "Jones": [58],
        "Ob": [71],
        "İzmir": [96],
    }


def test_spelling_of_marks_and_forms() -> None:
    assert plain("Al-Qa’eda") == "alqaeda"
    assert not is_one_slip("butters", "butler")
    assert is_inflection("republican", "republicans")
    assert not is_inflection("emanuel", "emanual")
