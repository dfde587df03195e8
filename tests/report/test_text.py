"""The report for people: what stands in it, at which width, and that nothing harmful does."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

import pytest
from rich.cells import cell_len
from rich.console import Console

from verifier import Report, __version__
from verifier.report.text import plain, rendered, summary_line, total_line

DRAFT = (
    "Record drone attack on eve of talks\n\n"
    "Russia launched a record 472 drones overnight, Ukraine’s air force said.\n\n"
    "The air force said that out of the 472 drones launched, 482 were shot down, and that the night was "
    "calm elsewhere along a front that has seen little movement since the autumn, when both sides dug in.\n\n"
    "Three missiles got through. Talks, sources say, begin on Monday.\n"
)


@dataclass
class Draft:
    """A report on `text`, made by hand."""

    text: str = DRAFT
    name: str | None = "draft.txt"
    findings: list[dict[str, object]] = field(default_factory=list)
    claims: list[dict[str, object]] = field(default_factory=list)
    sources: list[dict[str, object]] = field(default_factory=list)
    engine: str = "offline"
    problems: tuple[str, ...] = ()
    complete: bool = True

    def span(self, quote: str) -> dict[str, object]:
        start = self.text.index(quote)
        return {"start": start, "end": start + len(quote), "quote": quote}

    def finding(self, *quotes: str, severity: str = "error", code: str = "part-exceeds-whole") -> Draft:
        self.findings.append(
            {
                "fingerprint": f"{len(self.findings):016x}",
                "code": code,
                "severity": severity,
                "message": "“482 were shot down” is more than the whole that it is part of.",
                "working": "482 > 472",
                "question": "Which of the two figures is right?",
                "evidence": [{**self.span(quote), "figure": None, "claim": None} for quote in quotes],
                "relations": [],
            }
        )
        return self

    def claim(
        self,
        quote: str,
        label: str,
        source: str | None = None,
        manner: str = "own_voice",
        proposed_by: str = "offline",
    ) -> Draft:
        attribution = {"source": source, "mention": None, "cue": None, "manner": manner}
        self.claims.append(
            {
                "id": f"C{len(self.claims) + 1}",
                "proposed_by": proposed_by,
                "span": self.span(quote),
                "statement": quote,
                "label": label,
                "figures": [],
                "attribution": attribution,
            }
        )
        return self

    def source(self, name: str, *mentions: str, claims: tuple[str, ...] = ()) -> Draft:
        self.sources.append(
            {
                "id": f"S{len(self.sources) + 1}",
                "name": name,
                "kind": "official",
                "mentions": [self.span(mention) for mention in mentions],
                "claims": claims,
            }
        )
        return self

    def report(self) -> Report:
        severities = [finding["severity"] for finding in self.findings]
        model = "openai/example" if self.engine == "model" else None
        return Report.model_validate(
            {
                "verifier": {"version": __version__, "engine": self.engine, "model": model, "prompts": {}},
                "draft": {"name": self.name, "sha256": "", "characters": len(self.text), "words": 60},
                "summary": {
                    "errors": severities.count("error"),
                    "warnings": severities.count("warning"),
                    "notices": severities.count("notice"),
                    "claims": len(self.claims),
                    "sources": len(self.sources),
                    "figures": 4,
                },
                "findings": self.findings,
                "claims": self.claims,
                "sources": self.sources,
                "figures": [],
                "relations": [],
                "coverage": {"figures": 4, "claimed": 4, "no_claim": [], "unaccounted": []},
                "usage": {"calls": 3, "input_tokens": 2000, "output_tokens": 345, "seconds": 0.04},
                "complete": self.complete,
                "problems": self.problems,
            }
        )

    def plain(self, width: int = 100) -> str:
        return plain(self.report(), self.text, width=width)


def full() -> Draft:
    return (
        Draft()
        .finding("472 drones launched", "482 were shot down")
        .finding("sources", severity="notice", code="vague-source")
        .claim("472 drones", "record 472 drones, per Ukraine’s air force", "S1", "indirect")
        .claim("482 were shot down", "482 shot down, per Ukraine’s air force", "S1", "mixed")
        .claim("Three missiles got through", "three missiles got through")
        .source("Ukraine’s air force", "Ukraine’s air force", "The air force", claims=("C1", "C2"))
    )


def test_the_whole_report() -> None:
    assert full().plain(80) == (
        "draft.txt · 60 words · read offline, by patterns\n"
        "\n"
        "1. error  part-exceeds-whole  00000000\n"
        "  “482 were shot down” is more than the whole that it is part of.\n"
        "  paragraph 2 The air force said that out of the [472 drones launched], [482\n"
        "              were shot down], and that the night was calm elsewhere along a\n"
        "              front that …\n"
        "  working     482 > 472\n"
        "  ask         Which of the two figures is right?\n"
        "\n"
        "2. notice  vague-source  00000000\n"
        "  “482 were shot down” is more than the whole that it is part of.\n"
        "  paragraph 3 Talks, [sources] say, begin on Monday.\n"
        "  ask         Which of the two figures is right?\n"
        "\n"
        "Who said what\n"
        "  Ukraine’s air force (official), also “The air force”\n"
        "    - record 472 drones\n"
        "    - 482 shot down (quoted)\n"
        "  The draft itself (1 claim)\n"
        "    - three missiles got through\n"
        "\n"
        "1 error, 0 warnings, 1 notice · 3 claims from 1 source\n"
        "4 figures, all accounted for · 0.04 s\n"
    )


def test_places_far_apart_are_quoted_each_with_its_place() -> None:
    text = Draft().finding("472 drones overnight", "482 were shot down").plain()
    assert "paragraph 1 Russia launched a record [472 drones overnight], Ukraine’s air force said." in text
    assert "paragraph 2 The air force said that out of the 472 drones launched, [482 were shot down]" in text


def test_a_sentence_that_is_evidence_as_a_whole_needs_no_marks() -> None:
    text = Draft().finding("Three missiles got through.", "Talks, sources say, begin on Monday.").plain()
    assert "[" not in text
    assert "paragraph 3 Three missiles got through.\n" in text


def test_nothing_found_is_one_friendly_line() -> None:
    assert "Nothing to report: no two statements found that contradict each other." in Draft().plain()


def test_a_claim_says_that_the_patterns_read_it_where_a_model_was_asked_to() -> None:
    draft = (
        Draft(engine="model")
        .claim("472 drones", "a record 472 drones", "S1", "indirect", proposed_by="model")
        .claim("482 were shot down", "482 were shot down", "S1", "mixed")
        .source("Ukraine’s air force", "Ukraine’s air force", claims=("C1", "C2"))
    )
    text = draft.plain()
    assert "- a record 472 drones\n" in text
    assert "- 482 were shot down (quoted, read by patterns)\n" in text
    draft.engine = "offline"
    assert "read by patterns)" not in draft.plain()


def test_the_model_and_what_it_took_are_named() -> None:
    text = " ".join(Draft(engine="model").plain().split())
    assert "read by the model openai/example" in text
    assert "3 calls, 2,345 tokens · 0.04 s" in text


def test_what_was_not_read_is_said() -> None:
    problem = "claims: S1 to S3 not read by the model: no answer"
    text = Draft(engine="model", problems=(problem,), complete=False).plain()
    assert f"Notes: the model did not read all of this draft\n    - {problem}\n" in text


def test_long_evidence_is_cut_in_the_middle() -> None:
    draft = Draft(text="Alpha " + "and so on " * 400 + "omega.")
    text = draft.finding(draft.text[:-1]).plain()
    assert "Alpha and so on" in text
    assert "omega" in text
    assert len(text) < 1_000


def test_many_places_of_one_finding_are_counted() -> None:
    draft = Draft(text="\n".join(f"In the year {number} nothing was checked." for number in range(10, 30)))
    text = draft.finding(*(f"year {number}" for number in range(10, 30)), severity="notice").plain()
    assert text.count("In the [year") == 6
    assert "and 14 more places" in text


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_no_line_is_wider_than_asked_even_with_thirty_findings(width: int) -> None:
    draft = full()
    for _ in range(28):
        draft.finding("472 drones launched", "482 were shot down", severity="warning")
    lines = draft.plain(width).splitlines()
    assert max(map(cell_len, lines)) <= min(width, 100)
    assert [line for line in lines if line != line.rstrip()] == []
    assert sum("paragraph 2" in line for line in lines) == 29


def test_where_it_is_narrow_labels_stand_before_their_texts() -> None:
    assert (
        full()
        .plain(40)
        .startswith(
            "draft.txt\n"
            "60 words · read offline, by patterns\n"
            "\n"
            "1. error  part-exceeds-whole  00000000\n"
            "  “482 were shot down” is more than the\n"
            "  whole that it is part of.\n"
            "  paragraph 2: The air force said that\n"
            "    out of the [472 drones launched],\n"
            "    [482 were shot down], and that the\n"
            "    night was calm elsewhere along a\n"
            "    front that …\n"
            "  working: 482 > 472\n"
            "  ask: Which of the two figures is\n"
            "    right?\n"
        )
    )


def test_lines_are_broken_between_their_pieces() -> None:
    draft = full()
    draft.name = "a/long/way/to/a/draft/in/a/folder.txt"
    lines = draft.plain(48).splitlines()
    assert lines[:2] == [draft.name, "60 words · read offline, by patterns"]
    assert lines[-3:] == [
        "1 error, 0 warnings, 1 notice",
        "3 claims from 1 source",
        "4 figures, all accounted for · 0.04 s",
    ]


def many(errors: int, warnings: int, notices: int) -> Draft:
    draft = Draft()
    for _ in range(errors):
        draft.finding("472 drones launched", "482 were shot down")
    for number in range(warnings):
        draft.finding("472 drones", severity="warning", code="name-varies" if number else "role-varies")
    for _ in range(notices):
        draft.finding("sources", severity="notice", code="vague-source")
    return draft


def headings(draft: Draft) -> list[str]:
    names = ("Errors (", "Warnings (", "Notices (", "Findings by code")
    return [line for line in draft.plain().splitlines() if line.startswith(names)]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param((2, 2, 2), [], id="few-need-no-order"),
        pytest.param(
            (2, 3, 2),
            ["Errors (2)", "Warnings (3)", "Notices (2)", "Findings by code"],
            id="many-are-grouped",
        ),
        pytest.param((7, 0, 0), ["Findings by code"], id="one-group-needs-no-heading"),
        pytest.param((0, 1, 6), ["Warnings (1)", "Notices (6)", "Findings by code"], id="no-empty-group"),
    ],
)
def test_many_findings_are_grouped(counts: tuple[int, int, int], expected: list[str]) -> None:
    assert headings(many(*counts)) == expected


def test_codes_are_counted_the_gravest_first_then_the_most_frequent() -> None:
    text = many(2, 4, 30).plain()
    assert text.index("\n1. error") < text.index("Warnings (4)\n\n3. warning") < text.index("\n36. notice")
    assert (
        "Findings by code\n"
        "  part-exceeds-whole   2\n"
        "  name-varies          3\n"
        "  role-varies          1\n"
        "  vague-source        30\n"
        "\n"
        "2 errors, 4 warnings, 30 notices · "
    ) in text


@pytest.mark.parametrize(
    ("draft", "line"),
    [
        pytest.param(Draft(), "draft.txt: nothing found · read offline, by patterns", id="nothing"),
        pytest.param(full(), "draft.txt: 1 error, 1 notice · read offline, by patterns", id="no-noughts"),
        pytest.param(
            Draft(engine="model", complete=False, name=None),
            "draft: nothing found · read by the model openai/example · the model did not read all of it",
            id="not-all-read",
        ),
        pytest.param(
            Draft(name="a\n\x1b[31m.txt"),
            "a \ufffd[31m.txt: nothing found · read offline, by patterns",
            id="a-name-is-no-command",
        ),
    ],
)
def test_a_report_in_one_line(draft: Draft, line: str) -> None:
    assert summary_line(draft.report()).plain == line


def test_figures_that_nothing_accounts_for_are_in_the_line() -> None:
    report = Draft().report()
    coverage = report.coverage.model_copy(update={"unaccounted": ("F1",)})
    line = summary_line(report.model_copy(update={"coverage": coverage})).plain
    assert line == "draft.txt: nothing found · 4 figures, 1 unaccounted for · read offline, by patterns"


def test_several_reports_in_one_line() -> None:
    reports = [full().report(), many(1, 2, 0).report(), Draft().report()]
    assert total_line(reports).plain == "3 drafts: 2 errors, 2 warnings, 1 notice"
    assert total_line([Draft().report()] * 2).plain == "2 drafts: nothing found"


def test_nothing_in_a_draft_reaches_the_terminal_as_a_command() -> None:
    text = "The [bold]mayor[/bold] said\x1b[2J that\t\t482\u00a0men \u202ecame\u202c.\x07"
    draft = Draft(text=text, name="a\x1b[31m.txt", problems=("\x1b]0;x\x07",)).finding("482\u00a0men")
    shown = draft.plain()
    assert "The [bold]mayor[/bold] said\ufffd[2J that [482 men] \ufffdcame\ufffd.\ufffd" in shown
    assert not {"\x1b", "\x07", "\r", "\t", "\u202e"} & set(shown)


def test_a_terminal_gets_emphasis_instead_of_brackets() -> None:
    draft = full()
    console = Console(
        file=io.StringIO(), width=100, force_terminal=True, color_system="standard", legacy_windows=False
    )
    with console.capture() as capture:
        console.print(rendered(draft.report(), draft.text))
    shown = capture.get()
    assert "\x1b[1;4m482 were shot down\x1b[0m" in shown
    assert "\x1b[1;31merror\x1b[0m" in shown
    assert "[482" not in shown.replace("\x1b[", "")


def test_wide_characters_and_right_to_left_text_keep_the_width() -> None:
    text = "東京 " * 60 + "482 men came. אמר דובר הצבא 👩‍👩‍👧."
    lines = Draft(text=text).finding("482 men").plain(60).splitlines()
    assert max(map(cell_len, lines)) <= 60
