"""Web Annotations: what the W3C's data model asks for, by hand, since it publishes no schema of its own."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import report_on

from verifier import verify
from verifier.report.annotations import AROUND, collection
from verifier.report.filed import Filed

TEXT = (
    "Ships\n\nOf the 7 ships, 9 sank, the navy said. “It was a bad day,” said Admiral Jane Roe.\n\n"
    "Another 3 boats are to be raised.\n"
)
MOTIVATIONS = {
    "assessing",
    "classifying",
    "commenting",
    "describing",
    "identifying",
    "questioning",
    "tagging",
}


def collected(*files: Filed) -> Any:
    row = json.loads(collection(files))
    valid(row)
    return row


def valid(row: Any) -> None:
    assert row["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (row["type"], row["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert row["first"]["partOf"] == row["id"]
    assert row["last"] == row["first"]["id"]
    items = row["first"]["items"]
    assert row["total"] == len(items)
    ids = [row["id"], row["first"]["id"], *(item["id"] for item in items)]
    assert len(set(ids)) == len(ids)
    for item in items:
        assert re.fullmatch(
            r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", item["id"]
        )
        assert item["type"] == "Annotation"
        assert item["motivation"] in MOTIVATIONS
        for one in item["body"]:
            assert one["type"] == "TextualBody"
            assert one["purpose"] in MOTIVATIONS
            assert one["value"]
        for target in targets(item):
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert 0 <= position["start"] < position["end"]


def targets(item: Any) -> list[Any]:
    target = item["target"]
    return target if isinstance(target, list) else [target]


def said(item: Any) -> dict[str, str]:
    return {one["purpose"]: one["value"] for one in item["body"]}


def filed(text: str = TEXT, path: str | None = "ships.txt") -> Filed:
    return Filed(verify(text, engine="offline", name=path), text, path, text)


def test_claims_say_who_says_what_and_how() -> None:
    file = filed()
    items = collected(file)["first"]["items"]
    names = {source.id: source.name for source in file.report.sources}
    for item, claim in zip(items, file.report.claims, strict=False):
        expected = {
            "describing": claim.statement,
            "tagging": claim.label,
            "classifying": claim.attribution.manner,
        }
        if claim.attribution.source:
            expected["identifying"] = names[claim.attribution.source]
        assert said(item) == expected
    manners = {said(item).get("classifying") for item in items}
    assert {"direct", "indirect", "own_voice"} <= manners


def test_findings_ask_about_all_their_places() -> None:
    file = filed()
    *_, item = collected(file)["first"]["items"]
    (finding,) = file.report.findings
    assert item["motivation"] == "questioning"
    assert said(item) == {
        "commenting": finding.message,
        "describing": finding.working,
        "questioning": finding.question,
        "tagging": "part-exceeds-whole",
        "assessing": "error",
    }
    assert [target["selector"][0]["exact"] for target in item["target"]] == ["7 ships", "9 sank"]


def test_selectors_find_the_words() -> None:
    target = collected(filed())["first"]["items"][-1]["target"][0]
    assert target["source"] == "ships.txt"
    quote, position = target["selector"]
    start = TEXT.index("7 ships")
    assert position == {"type": "TextPositionSelector", "start": start, "end": start + 7}
    assert quote["prefix"] == "Ships\n\nOf the "
    assert quote["suffix"] == TEXT[start + 7 :][:AROUND]


@given(st.text(st.characters(codec="utf-8"), min_size=1), st.data())
def test_selectors_hold_on_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    report = report_on(text, claims=[((start, end), None)])
    (item,) = collected(Filed(report, text, "x.txt", text))["first"]["items"]
    quote, position = item["target"]["selector"]
    assert text[position["start"] : position["end"]] == quote["exact"]
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert text.startswith(around, position["start"] - len(quote["prefix"]))


def test_names_outlive_edits_elsewhere_and_not_edits_of_the_words() -> None:
    before = collected(filed())["first"]["items"]
    after = collected(filed(TEXT.replace("Ships\n", "Ships go down in the bay\n")))["first"]["items"]
    changed = collected(filed(TEXT.replace("9 sank", "8 sank")))["first"]["items"]
    assert [item["id"] for item in before] == [item["id"] for item in after]
    assert before[-1]["id"] not in {item["id"] for item in changed}
    elsewhere = collected(filed(path="other.txt"))["first"]["items"]
    assert not {item["id"] for item in before} & {item["id"] for item in elsewhere}


def test_what_stands_twice_has_two_names() -> None:
    text = "It sank. It sank."
    report = report_on(text, claims=[((0, 8), None), ((9, 17), None)])
    assert collected(Filed(report, text, "x.txt", text))["total"] == 2


def test_the_same_drafts_give_the_same_bytes_and_a_file_counts_once() -> None:
    assert collection([filed(), filed()]) == collection([filed()])


@pytest.mark.parametrize(
    ("path", "source"),
    [
        pytest.param("a b.txt", "a%20b.txt", id="a-file"),
        # printf x | openssl dgst -sha256 -binary | base64, in the alphabet for URLs.
        pytest.param(None, "ni:///sha-256;LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE", id="standard-input"),
    ],
)
def test_targets_name_their_source(path: str | None, source: str) -> None:
    report = report_on("x", claims=[((0, 1), None)])
    (item,) = collected(Filed(report, "x", path, "x"))["first"]["items"]
    assert item["target"]["source"] == source


def test_nothing_to_say_is_an_empty_collection() -> None:
    assert collected(Filed(report_on("x"), "x", "x.txt", "x"))["first"]["items"] == []
