"""The mail to the reporter: what is asked, in which order, and what is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import report_on

from verifier import InputError, Report, verify
from verifier.report.questions import WIDTH, questions

SLIP = (
    "Ships\n\nSales of ships rose 40% to 300 from 200, the maker said, adding that the yard was busy with orders.\n\n"
    "Of the 7 ships, 9 sank, the navy said.\n\nThe plan, sources say, includes 3 more.\n"
)


def asked(text: str, name: str | None = "drafts/ships.txt") -> str:
    return verify(text, engine="offline", name=name).questions()


def made(
    *findings: tuple[str, str], text: str = "It was 7 and 9.", name: str = "x.txt"
) -> tuple[Report, str]:
    return report_on(text, findings=[(*one, [(7, 8)]) for one in findings], name=name), text


def test_the_whole_mail() -> None:
    assert asked(SLIP) == (
        "Subject: 3 questions about ships.txt\n"
        "\n"
        "1. Which of 200, 300 and 40% needs correcting?\n"
        "   200 → 300 = a rise of 50% ≠ 40%\n"
        "   Paragraph 1: “Sales of ships rose *40%* to *300* from *200*, the\n"
        "     maker said, adding that the yard was busy with orders.”\n"
        "\n"
        "2. How can 9 be part of 7 ships: which of the two figures is right?\n"
        "   Paragraph 2: “Of the *7 ships*, *9 sank*, the navy said.”\n"
        "\n"
        "Also, if you have a minute:\n"
        "\n"
        "3. Who are “sources”, and can the draft say more about them?\n"
        "   Paragraph 3: “The plan, *sources* say, includes 3 more.”\n"
    )


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        pytest.param([], "No questions: nothing to ask about x.txt.\n", id="nothing"),
        pytest.param(
            [("warning", "passage-unread"), ("notice", "figure-unchecked")],
            "No questions: nothing to ask about x.txt.\n",
            id="the-check-itself-is-no-question",
        ),
    ],
)
def test_nothing_to_ask_is_one_line(findings: list[tuple[str, str]], expected: str) -> None:
    assert questions([made(*findings)]) == expected


def test_notices_alone_are_not_by_the_way() -> None:
    mail = questions([made(("notice", "no-source"))])
    assert mail.startswith("Subject: 1 question about x.txt\n\n1. Question 1?\n")
    assert "minute" not in mail


@pytest.mark.parametrize(("notices", "shown", "rest"), [(5, 5, None), (6, 5, "1 smaller point can wait.")])
def test_only_a_few_notices_are_asked(notices: int, shown: int, rest: str | None) -> None:
    mail = questions([made(("error", "a"), *[("notice", "no-source")] * notices)])
    assert f"\n{shown + 1}. Question" in mail
    assert f"\n{shown + 2}. Question" not in mail
    assert mail.endswith(f"\n\n{rest}\n") if rest else "wait" not in mail


def test_several_drafts_are_one_mail_numbered_through() -> None:
    clean = made(name="clean.txt")
    mail = questions([made(("error", "a"), name="one.txt"), clean, made(("warning", "b"), name="two.txt")])
    assert mail == (
        "Subject: 2 questions about 2 drafts\n\n"
        "one.txt\n=======\n\n1. Question 1?\n   Paragraph 1: “It was *7* and 9.”\n\n"
        "two.txt\n=======\n\n2. Question 1?\n   Paragraph 1: “It was *7* and 9.”\n\n"
        "No questions about clean.txt.\n"
    )
    assert questions([clean, clean]) == "No questions: nothing to ask about 2 drafts.\n"


def test_many_places_are_counted() -> None:
    text = "\n".join(f"In the year {number} nothing was checked." for number in range(10, 30))
    places = [(text.index(f"year {number}"), text.index(f"year {number}") + 7) for number in range(10, 16)]
    mail = questions([(report_on(text, findings=[("warning", "a", places)]), text)])
    assert mail.count("*year") == 4
    assert "\n   and 2 more places\n" in mail


@pytest.mark.parametrize(
    ("working", "relations", "line"),
    [
        pytest.param("3 + 4 = 7 ≠ 8", ("R1",), "   3 + 4 = 7 ≠ 8\n", id="a-sum"),
        pytest.param("3 + 4 = 7; 3 + 4 = 7; 2 = 2", ("R1",), "   3 + 4 = 7; 2 = 2\n", id="each-thing-once"),
        pytest.param("7 ≠ 8", ("R1",), "", id="the-question-says-that-they-differ"),
        pytest.param("1 mention = none", (), "", id="no-contradiction"),
    ],
)
def test_arithmetic_is_shown_where_there_is_some(working: str, relations: tuple[str, ...], line: str) -> None:
    report, text = made(("error", "a"))
    finding = report.findings[0].model_copy(update={"working": working, "relations": relations})
    mail = questions([(report.model_copy(update={"findings": (finding,)}), text)])
    assert f"1. Question 1?\n{line}   Paragraph 1" in mail


def test_no_name_and_no_draft_adds_a_header() -> None:
    assert asked(SLIP, None).startswith("Subject: 3 questions about the draft\n\n")
    mail = asked(SLIP, "x\r\nBcc: all@example.org\r\n\r\n.txt")
    assert mail.startswith("Subject: 3 questions about x Bcc: all@example.org .txt\n\n1. ")


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=300), st.data())
def test_any_draft_is_asked_about_in_short_lines(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    mail = questions([(report_on(text, findings=[("error", "a", [(start, end)])]), text)])
    assert mail.startswith("Subject: 1 question about draft.txt\n\n1. ")
    for line in mail.split("\n"):
        # A word that is longer than a line stays whole.
        assert len(line) <= WIDTH or len(line.split(maxsplit=2)[-1]) <= WIDTH or " " not in line.strip()
        assert line == line.rstrip()
    assert "\x1b" not in mail


def test_a_report_from_json_needs_its_text() -> None:
    report = Report.model_validate_json(verify(SLIP, engine="offline").model_dump_json())
    with pytest.raises(InputError, match=r"pass it, as in report\.questions\(draft=text\)"):
        report.questions()
    assert report.questions(SLIP) == asked(SLIP, None)
    with pytest.raises(InputError, match="not the text"):
        report.questions("Another text.")
