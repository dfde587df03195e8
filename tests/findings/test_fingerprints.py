"""Fingerprints: they outlast edits elsewhere, and change with the sentences that a finding rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import verify
from verifier.draft import Draft
from verifier.findings import Evidence, Finding, Severity, with_fingerprints

# Paragraphs with one finding each, of every sort of check, and a word of an evidence sentence to change.
SLIPS = {
    "part-exceeds-whole": ("Out of the 472 drones launched, 482 were intercepted overnight.", "overnight"),
    "change-mismatch": ("Sales rose 40% to 300 tonnes from 200 tonnes, the bakery said.", "bakery"),
    "impossible-date": ("The bridge opened on 31 June 2004 amid heavy rain.", "heavy"),
    "name-varies": ("Pranab Mukherjee backed the plan. Later Mr Mukerjee was cheerful.", "cheerful"),
    "vague-source": ("The plan, sources say, includes an exchange of prisoners.", "exchange"),
    "conversion-mismatch": ("The road is 10 miles (50km) long, and narrow.", "narrow"),
}

# Paragraphs that have nothing to do with those: with figures, so that ids move, and without.
FILLERS = st.sampled_from(
    [
        "Rain fell on the harbour.",
        "The museum lent 12 paintings to a school.",
        "A choir of 31 boys sang three hymns.",
        "Fares rose by a tenth. Nobody minded.",
        "“It is a fine day,” the mayor, Ann Smith, said.",
        "The fair ran from 9am to 5pm on both days.",
        "She paid £4.20 for tea.",
    ]
)


def fingerprints(paragraphs: list[str]) -> dict[str, str]:
    """The fingerprint of each finding of the slips, by code."""
    report = verify("\n\n".join(paragraphs), engine="offline")
    found = [finding for finding in report.findings if finding.code in SLIPS]
    assert len({finding.fingerprint for finding in report.findings}) == len(report.findings)
    assert sorted(finding.code for finding in found) == sorted(SLIPS)
    return {finding.code: finding.fingerprint for finding in found}


PLAIN = fingerprints([slip for slip, _ in SLIPS.values()])


@settings(max_examples=60, deadline=None)
@given(slips=st.permutations([slip for slip, _ in SLIPS.values()]), data=st.data())
def test_edits_elsewhere_leave_fingerprints_alone(slips: list[str], data: st.DataObject) -> None:
    paragraphs = []
    for slip in slips:
        paragraphs += [*data.draw(st.lists(FILLERS, max_size=2)), slip]
    assert fingerprints([*paragraphs, *data.draw(st.lists(FILLERS, max_size=2))]) == PLAIN


@pytest.mark.parametrize("code", SLIPS)
def test_a_word_changed_in_its_sentence_brings_a_finding_back(code: str) -> None:
    slip, word = SLIPS[code]
    slips = [text.replace(word, f"{word}ish") if text == slip else text for text, _ in SLIPS.values()]
    found = fingerprints(slips)
    assert {other for other in SLIPS if found[other] != PLAIN[other]} == {code}


@pytest.mark.parametrize("sentence", range(2))
def test_every_sentence_that_a_finding_rests_on_counts(sentence: int) -> None:
    parts = [
        "Russia launched 472 drones overnight.",
        "Out of the 427 drones launched, some were intercepted.",
    ]
    before, after = list(parts), list(parts)
    after[sentence] = after[sentence].removesuffix(".") + " again."
    found = [
        [(f.code, len(f.evidence), f.fingerprint) for f in verify("\n\n".join(text), engine="offline").errors]
        for text in (before, after)
    ]
    assert [[finding[:2] for finding in findings] for findings in found] == [[("same-fact-differs", 2)]] * 2
    assert found[0] != found[1]


def test_wrapping_copy_anew_and_moving_a_paragraph_change_nothing() -> None:
    one = "The harbour master, who had counted them all himself that morning,\nsaid 7 ships were in port."
    other = "Of the ships, 9 sank."
    marked = []
    for text in (f"{one}\n\n{other}", f"{other}\n\nMore.\n\n{' '.join(one.split())}"):
        draft = Draft.parse(text)
        places = sorted(draft.span(text.index(words), text.index(words) + 1) for words in ("7", "9"))
        finding = Finding("c", Severity.ERROR, "m", "w", "q?", tuple(map(Evidence, places)))
        marked.append(with_fingerprints(draft, [finding])[0].fingerprint)
    assert marked[0] == marked[1]


def twins(text: str, *, reverse: bool = False, gravest: int = 0) -> list[str]:
    """The fingerprints of findings at each "sources" of a text, in the order of the text."""
    draft = Draft.parse(text)
    starts = [at for at in range(len(text)) if text.startswith("sources", at)]
    findings = [
        Finding("c", Severity.NOTICE, "m", "w", "q?", (Evidence(draft.span(at, at + 7)),)) for at in starts
    ]
    findings[gravest] = replace(findings[gravest], severity=Severity.WARNING)
    marked = with_fingerprints(draft, findings[::-1] if reverse else findings)
    return [finding.fingerprint for finding in (marked[::-1] if reverse else marked)]


def test_alike_findings_are_told_apart_by_their_place_alone() -> None:
    text = "Then sources spoke.\n\nThen sources spoke.\n\nThen sources spoke."
    expected = twins(text)
    assert len(set(expected)) == 3
    assert twins(text, reverse=True) == twins(text, gravest=2) == expected
    assert twins(text.replace("\n\n", "\n\nRain fell on 7 boats.\n\n")) == expected
    assert twins(text + "\n\nThen sources spoke.")[:3] == expected
