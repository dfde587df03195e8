"""The command line: what it prints, where, and its exit status."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from stub import Stub
from word_files import body, opened, p

from verifier import Report, Verifier, __version__
from verifier.cli import main
from verifier.findings import CODES
from verifier.report.schema import schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator

CLEAN = "Out of the 472 drones launched, 382 were intercepted.\n"
ERROR = "Out of the 472 drones launched, 482 were intercepted.\n"
NOTICE = "The plan, sources say, includes an exchange of 30 prisoners.\n"
FORMATS = ["text", "json", "jsonl", "html", "questions", "sarif", "github", "annotations"]
MANY_AT_ONCE = [name for name in FORMATS if name not in ("text", "html")]


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "VERIFIER_MODEL", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    for name, text in (("clean.txt", CLEAN), ("error.txt", ERROR), ("notice.txt", NOTICE)):
        Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["clean.txt"], 0, id="nothing-found"),
        pytest.param(["error.txt"], 1, id="an-error"),
        pytest.param(["notice.txt"], 0, id="a-notice-is-below-error"),
        pytest.param(["notice.txt", "--fail-on", "warning"], 0, id="a-notice-is-below-warning"),
        pytest.param(["notice.txt", "--fail-on", "notice"], 1, id="a-notice-asked-for"),
        pytest.param(["error.txt", "--fail-on", "warning"], 1, id="an-error-is-above-warning"),
        pytest.param(["error.txt", "--fail-on", "never"], 0, id="never"),
        pytest.param(["clean.txt", "error.txt"], 1, id="the-worst-of-several"),
        pytest.param(["notice.txt", "--fail-on", "notice", "--ignore", "vague-source"], 0, id="ignored"),
        pytest.param(["error.txt", "--ignore", "vague-source"], 1, id="another-code-ignored"),
        pytest.param(["error.txt", "gone.txt"], 2, id="one-unreadable"),
        pytest.param(["gone.txt", "--fail-on", "never"], 2, id="unreadable-whatever-fails"),
    ],
)
def test_exit_status(arguments: list[str], status: int) -> None:
    assert main(["check", *arguments]) == status


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["check"], "Missing argument", id="no-file"),
        pytest.param(["check", "clean.txt", "--wrong"], "No such option: --wrong", id="unknown-option"),
        pytest.param(["chek", "clean.txt"], "No such command 'chek'", id="unknown-command"),
        pytest.param(["check", "clean.txt", "--format", "xml"], "--format", id="unknown-format"),
        pytest.param(["check", "clean.txt", "--fail-on", "all"], "--fail-on", id="unknown-level"),
        pytest.param(["check", "clean.txt", "--engine", "magic"], "--engine", id="unknown-engine"),
        pytest.param(["check", "clean.txt", "--model", "luna"], "expected 'provider/name'", id="bad-model"),
        pytest.param(["check", "clean.txt", "--engine", "model"], "set OPENAI_API_KEY", id="no-key"),
        pytest.param(["check", "-", "-"], "standard input can be read only once", id="input-twice"),
        pytest.param(["check", "clean.txt", "error.txt", "--name", "x"], "--name", id="one-name-for-two"),
        pytest.param(["check", "gone.txt"], "gone.txt: no such file", id="missing"),
        pytest.param(["check", "."], ".: a folder", id="folder"),
        pytest.param(["check", "clean.txt", "-o", "."], "a folder", id="output-is-a-folder"),
        pytest.param(["check", "clean.txt", "-o", "no/where.txt"], "there is no folder", id="output-nowhere"),
        pytest.param(["check", "clean.txt", "-o", "./clean.txt"], "a draft being", id="output-is-draft"),
        pytest.param(["check", "clean.txt", "-o", "x.docx"], "a .docx is one Word draft", id="text-as-word"),
        pytest.param(["check", "-", "-o", "x.docx"], "a .docx is one Word draft", id="input-as-word"),
        pytest.param(["check", "a.docx", "b.docx", "-o", "x.docx"], "check one .docx", id="two-as-word"),
        pytest.param(
            ["check", "a.docx", "-o", "x.docx", "-f", "json"], "leave out --format", id="json-as-word"
        ),
        pytest.param(["check", "a.docx", "-o", "x.docx"], "a.docx: no such file", id="missing-word"),
        pytest.param(["check", "clean.pdf"], "clean.pdf: no such file", id="missing-pdf"),
        pytest.param(
            ["check", "clean.txt", "--ignore", "no-sauce"], "did you mean no-source", id="ignore-unknown"
        ),
        pytest.param(["check", "clean.txt", "--price", "2"], "--price '2': expected what", id="half-a-price"),
        pytest.param(["check", "clean.txt", "--price", "nan/1"], "--price 'nan/1': expected", id="no-price"),
        pytest.param(
            ["check", "clean.txt", "--max-cost", "1"], "max_cost needs a price", id="cost-without-price"
        ),
        pytest.param(
            ["check", "clean.txt", "--timeout", "0"], "timeout 0.0: must be greater than 0", id="no-time"
        ),
        pytest.param(
            ["check", "clean.txt", "--concurrency", "0"], "concurrency 0: must be greater", id="none-at-once"
        ),
        pytest.param(
            ["check", "clean.txt", "--max-calls", "-1"],
            "max_calls -1: must not be less",
            id="fewer-than-no-calls",
        ),
        pytest.param(
            ["check", "clean.txt", "error.txt", "-f", "html"], "one by one", id="one-page-for-two-drafts"
        ),
        pytest.param(["check", "clean.txt", "-q", "-f", "json"], "--quiet: for the text", id="quiet-json"),
        pytest.param(["check", "clean.txt", "--color", "blue"], "--color", id="unknown-colour"),
        pytest.param(["explain", "part-exceeds-hole"], "did you mean part-exceeds-whole", id="unknown-code"),
        pytest.param(["explain", "xyzzy"], "'verifier explain' lists all codes", id="no-such-code"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("verifier: ")
    assert said in err
    assert err.count("\n") == 1
    assert Path("clean.txt").read_text(encoding="utf-8") == CLEAN


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    """A scripted model that proposes nothing, and is configured."""
    with Stub(ClaimsAnswer={"claims": []}, RelationsAnswer={}) as stub:
        monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
        monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
        yield stub


def test_a_dry_run_asks_nothing(model: Stub, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "clean.txt", "error.txt", "--dry-run", "--price", "1/10"]) == 0
    first, second, together = capsys.readouterr().out.splitlines()
    assert first.startswith("clean.txt: 2 calls, about ")
    assert second.startswith("error.txt: 2 calls, about ")
    assert together.startswith("together: 4 calls, about ")
    assert ", at most 0." in together
    assert model.requests == []
    assert main(["check", "clean.txt", "--dry-run", "--engine", "offline"]) == 0
    assert capsys.readouterr().out == "clean.txt: read by patterns, no calls\n"
    assert main(["check", "clean.txt", "gone.txt", "--dry-run"]) == 2


def test_nothing_is_asked_twice_unless_the_cache_is_left_out(
    model: Stub, capsys: pytest.CaptureFixture[str]
) -> None:
    for expected, arguments in ((2, []), (2, []), (4, ["--no-cache"]), (4, ["--max-calls", "0"])):
        assert main(["check", "error.txt", *arguments]) == 1
        assert len(model.requests) == expected
    out = " ".join(capsys.readouterr().out.split())
    assert out.count("2 calls, 220 tokens") == 2
    assert out.count("0 calls (2 from the cache), 0 tokens") == 2
    assert main(["cache"]) == 0
    assert ": 2 answers, 0.0 MB" in capsys.readouterr().out
    assert main(["cache", "clear"]) == 0
    assert capsys.readouterr().out.startswith("2 answers forgotten")
    assert main(["check", "error.txt"]) == 1
    assert len(model.requests) == 6


def test_a_limit_leaves_the_rest_to_the_patterns(model: Stub, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--max-calls", "2", "--concurrency", "1", "--format", "json"]
    assert main(["check", "clean.txt", "error.txt", *options]) == 1
    clean, error = json.loads(capsys.readouterr().out)
    assert len(model.requests) == 2
    assert (clean["complete"], error["complete"]) == (True, False)
    assert error["findings"][0]["code"] == "part-exceeds-whole"
    assert "the limit of 2 calls is reached" in error["problems"][0]


def test_calls_are_logged_without_their_contents(model: Stub, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "error.txt", "--verbose"]) == 1
    logged = capsys.readouterr().err
    assert "verifier: relations of 1 sentence: 100 tokens sent, 10 returned" in logged
    assert main(["check", "error.txt", "--verbose", "--show-contents", "--no-cache"]) == 1
    shown = capsys.readouterr().err
    assert "out of the" not in logged.casefold()
    assert "Out of the ⟦F1 472⟧ drones launched" in shown
    assert "sk-secret" not in logged + shown
    assert main(["check", "error.txt", "--no-cache"]) == 1
    assert capsys.readouterr().err == ""


def test_ctrl_c_leaves_finished_reports(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check = Verifier.verify

    def interrupted(self: Verifier, text: str, *, name: str | None = None) -> Report:
        if name == "notice.txt":
            raise KeyboardInterrupt
        return check(self, text, name=name)

    monkeypatch.setattr(Verifier, "verify", interrupted)
    drafts = ["clean.txt", "error.txt", "notice.txt", "clean.txt"]
    assert main(["check", *drafts, "--format", "json", "-o", "out.json"]) == 130
    assert [r["draft"]["name"] for r in json.loads(Path("out.json").read_text())] == drafts[:2]
    assert capsys.readouterr().err == "verifier: interrupted\n"
    assert main(["check", *drafts]) == 130
    assert "part-exceeds-whole" in capsys.readouterr().out


def test_text_names_the_engine_the_draft_and_the_proof(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "error.txt"])
    out, err = capsys.readouterr()
    assert out.startswith("error.txt · 9 words · read offline, by patterns\n")
    assert "[472 drones launched], [482 were intercepted]" in out
    assert "\x1b" not in out
    assert err == ""


def test_json_is_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "error.txt", "--format", "json"]) == 1
    report = Report.model_validate_json(capsys.readouterr().out)
    expected = Verifier("offline").verify(ERROR, name="error.txt")
    seconds = {"usage": report.usage}
    assert report == expected.model_copy(update=seconds)


def test_json_of_several_files_is_an_array_of_those_that_could_be_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "clean.txt", "gone.txt", "error.txt", "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert [report["draft"]["name"] for report in json.loads(out)] == ["clean.txt", "error.txt"]
    assert err == "verifier: gone.txt: no such file; check the name, or use '-' for standard input\n"


def test_text_of_several_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "gone.txt", "clean.txt", "error.txt"]) == 2
    out, err = capsys.readouterr()
    assert out.index("clean.txt · ") < out.index("----") < out.index("error.txt · ")
    assert out.endswith(f"\n{'-' * 40}\n\n2 drafts: 1 error\n")
    assert "gone.txt" in err


def test_html_is_a_page_with_the_draft_and_its_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "error.txt", "--format", "html"]) == 1
    page, err = capsys.readouterr()
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")
    assert "part-exceeds-whole" in page
    assert ">482</mark>" in page
    assert err == ""


def test_html_of_an_older_encoding_says_so() -> None:
    Path("old.txt").write_bytes("The plan cost £300, the mayor’s office said.".encode("cp1252"))
    assert main(["check", "old.txt", "-f", "html", "-o", "old.html"]) == 0
    assert "read as Windows-1252" in Path("old.html").read_text(encoding="utf-8")


def test_no_page_is_poured_into_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["check", "error.txt", "-f", "html"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "verifier: --format html: name a file for the page, such as '-o report.html'\n"
    assert main(["check", "error.txt", "-f", "html", "-o", "report.html"]) == 1
    assert Path("report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments, name in ((["-"], None), (["-", "--name", "lead"], "lead")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ERROR.encode())))
        assert main(["check", *arguments, "--format", "json"]) == 1
        assert json.loads(capsys.readouterr().out)["draft"]["name"] == name


@pytest.mark.parametrize("output_format", MANY_AT_ONCE)
def test_several_drafts_in_one_piece(output_format: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "error.txt", "gone.txt", "notice.txt", "-f", output_format]) == 2
    out, err = capsys.readouterr()
    assert out.index("error.txt") < out.index("notice.txt")
    assert err.startswith("verifier: gone.txt: no such file")
    assert err.count("\n") == 1


def test_json_lines_are_the_reports(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "clean.txt", "error.txt", "-f", "jsonl"]) == 1
    reports = [Report.model_validate_json(line) for line in capsys.readouterr().out.splitlines()]
    assert [report.draft.name for report in reports] == ["clean.txt", "error.txt"]
    assert [len(report.findings) for report in reports] == [0, 1]


def test_json_lines_come_one_by_one_and_an_interruption_leaves_whole_ones(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check = Verifier.verify
    seen: list[list[str]] = []

    def watched(self: Verifier, text: str, *, name: str | None = None) -> Report:
        written = Path("out.jsonl").read_text(encoding="utf-8") if Path("out.jsonl").exists() else ""
        assert written.endswith("\n") or not written
        seen.append([json.loads(line)["draft"]["name"] for line in written.splitlines()])
        if name == "notice.txt":
            raise KeyboardInterrupt
        return check(self, text, name=name)

    monkeypatch.setattr(Verifier, "verify", watched)
    drafts = ["clean.txt", "error.txt", "notice.txt", "clean.txt"]
    assert main(["check", *drafts, "-f", "jsonl", "-o", "out.jsonl"]) == 130
    assert seen == [[], ["clean.txt"], ["clean.txt", "error.txt"]]
    assert len(Path("out.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert main(["check", *drafts, "-f", "jsonl"]) == 130
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_json_lines_do_not_wait_for_a_slow_draft(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check = Verifier.verify_many
    monkeypatch.setattr(Verifier, "verify_many", lambda self, drafts: reversed(list(check(self, drafts))))
    main(["check", "clean.txt", "error.txt", "-f", "jsonl"])
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["draft"]["name"] for line in lines] == ["error.txt", "clean.txt"]
    main(["check", "clean.txt", "error.txt", "-f", "json"])
    assert [one["draft"]["name"] for one in json.loads(capsys.readouterr().out)] == ["clean.txt", "error.txt"]


def test_sarif_says_that_not_all_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    for files, successful in ((["error.txt"], True), (["error.txt", "gone.txt"], False)):
        main(["check", *files, "-f", "sarif"])
        (run,) = json.loads(capsys.readouterr().out)["runs"]
        assert run["invocations"][0]["executionSuccessful"] is successful
        digest = hashlib.sha256(ERROR.encode()).hexdigest()
        assert run["artifacts"][0]["hashes"] == {"sha-256": digest}


def test_standard_input_has_no_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for output_format, said in (("github", "::error line=1,"), ("sarif", '"text": "lead"')):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ERROR.encode())))
        assert main(["check", "-", "--name", "lead", "-f", output_format]) == 1
        assert said in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text there")
@pytest.mark.parametrize("output_format", FORMATS)
def test_a_name_that_is_no_text(output_format: str, capsys: pytest.CaptureFixture[str]) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    Path(name).write_text(ERROR, encoding="utf-8")
    assert main(["check", name, "-f", output_format]) == 1
    out, err = capsys.readouterr()
    assert ("caf%E9.txt" if output_format == "sarif" else "caf?.txt") in out
    assert err == ""


def test_quiet_is_a_line_for_each_draft_and_one_for_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "clean.txt", "-q"]) == 0
    assert capsys.readouterr().out == "clean.txt: nothing found · read offline, by patterns\n"
    assert main(["check", "error.txt", "notice.txt", "--quiet", "-o", "all.txt"]) == 1
    assert Path("all.txt").read_text(encoding="utf-8") == (
        "error.txt: 1 error · read offline, by patterns\n"
        "notice.txt: 1 notice · read offline, by patterns\n"
        "2 drafts: 1 error, 1 notice\n"
    )


def test_colour_as_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for color, wanted in (("auto", False), ("always", True), ("never", False)):
        main(["check", "error.txt", "--color", color])
        assert ("\x1b[" in capsys.readouterr().out) is wanted
    monkeypatch.setenv("FORCE_COLOR", "1")
    main(["check", "error.txt"])
    assert "\x1b[" in capsys.readouterr().out


def word(*paragraphs: str) -> bytes:
    return body("".join(map(p, paragraphs)))


def test_a_word_draft_comes_back_with_comments(capsys: pytest.CaptureFixture[str]) -> None:
    Path("error.docx").write_bytes(word("Head", ERROR.strip()))
    assert main(["check", "error.docx", "-o", "reviewed.docx"]) == 1
    assert capsys.readouterr().out == ""
    document = opened(Path("reviewed.docx").read_bytes())
    assert [comment.text.splitlines()[0] for comment in document.comments] == ["error: part-exceeds-whole"]
    assert [paragraph.text for paragraph in document.paragraphs] == ["Head", ERROR.strip()]
    assert main(["check", "reviewed.docx"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("reviewed.docx · ")
    assert "[472 drones launched], [482 were intercepted]" in out
    assert "Notes\n    - left out and not checked: comments" in out


@pytest.mark.parametrize(
    ("name", "data", "source"),
    [
        (
            "error.html",
            "<p>Out of the <b>472</b> drones launched, 482&nbsp;were intercepted.",
            "482&nbsp;were",
        ),
        ("error.md", "Out of the **472** drones launched, *482* were intercepted.", "482* were"),
    ],
)
def test_json_leads_back_to_the_source(
    name: str, data: str, source: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_text(data, encoding="utf-8")
    assert main(["check", name, "--format", "json"]) == 1
    evidence = json.loads(capsys.readouterr().out)["findings"][0]["evidence"]
    spans = [one["source_span"] for one in evidence]
    assert any(data[span["start"] : span["end"]].startswith(source) for span in spans)


def test_plain_text_and_word_have_no_source_spans(capsys: pytest.CaptureFixture[str]) -> None:
    Path("error.docx").write_bytes(word(ERROR))
    main(["check", "error.txt", "error.docx", "--format", "json"])
    for report in json.loads(capsys.readouterr().out):
        assert [one["source_span"] for one in report["findings"][0]["evidence"]] == [None, None]


def test_standard_input_is_plain_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<p>Of the 7 ships, 9 sank.</p>")))
    assert main(["check", "-", "--name", "x.html", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["draft"]["characters"] == 30


def test_an_older_encoding_is_said_in_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    Path("old.txt").write_bytes("The plan cost £300, the mayor’s office said.".encode("cp1252"))
    main(["check", "old.txt", "--format", "json"])
    assert "read as Windows-1252" in json.loads(capsys.readouterr().out)["problems"][0]
    main(["check", "old.txt"])
    assert "Notes\n    - not UTF-8: read as Windows-1252" in capsys.readouterr().out


@pytest.mark.parametrize("output_format", FORMATS)
def test_output_file(output_format: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("report").write_text("old", encoding="utf-8")
    Path("report").chmod(0o640)
    assert main(["check", "error.txt", "-o", "report", "--format", output_format]) == 1
    assert capsys.readouterr().out == ""
    said = "472 drones: which of the" if output_format == "questions" else "part-exceeds-whole"
    assert said in " ".join(Path("report").read_text(encoding="utf-8").split())
    assert Path("report").stat().st_mode & 0o777 == 0o640
    assert not [path for path in Path().iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("output_format", FORMATS)
def test_output_stays_as_it_was_where_nothing_could_be_checked(output_format: str) -> None:
    Path("report").write_text("old", encoding="utf-8")
    assert main(["check", "gone.txt", "-o", "report", "-f", output_format]) == 2
    assert Path("report").read_text(encoding="utf-8") == "old"


def test_output_through_a_link_keeps_the_link_and_spares_a_linked_draft() -> None:
    Path("link").symlink_to("report")
    Path("draft-link").symlink_to("error.txt")
    assert main(["check", "error.txt", "-o", "link"]) == 1
    assert Path("link").is_symlink()
    assert "part-exceeds-whole" in Path("report").read_text(encoding="utf-8")
    assert main(["check", "error.txt", "-o", "draft-link"]) == 2
    assert Path("error.txt").read_text(encoding="utf-8") == ERROR


def test_an_unexpected_error_costs_one_draft_and_asks_for_a_report(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check = Verifier.verify

    def breaking(self: Verifier, text: str, *, name: str | None = None) -> Report:
        if name == "clean.txt":
            raise KeyError("F7")
        return check(self, text, name=name)

    monkeypatch.setattr(Verifier, "verify", breaking)
    assert main(["check", "clean.txt", "error.txt"]) == 2
    out, err = capsys.readouterr()
    assert err.startswith("verifier: clean.txt: KeyError: 'F7'; this is a bug: please report it")
    assert out.startswith("error.txt · ")
    with pytest.raises(KeyError):
        main(["check", "clean.txt", "--debug"])


def test_an_interruption_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(Verifier, "verify", interrupted)
    assert main(["check", "clean.txt", "-o", "report"]) == 130
    assert capsys.readouterr().err == "verifier: interrupted\n"
    assert not Path("report").exists()


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{code} (")
    assert " ".join(CODES[code].meaning.split()) in " ".join(out.split())
    assert max(map(len, out.splitlines())) <= 88


def test_explain_alone_lists_all_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.splitlines()[: len(CODES)]] == list(CODES)


def test_schema_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == schema_text()
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"verifier {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [pytest.param(["--help"], 0, id="asked-for"), pytest.param([], 2, id="nothing-asked")],
)
def test_help_names_the_commands(
    arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == status
    out = capsys.readouterr().out
    assert all(command in out for command in ("check", "explain", "schema", "Exit status"))


def program(*arguments: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **settings}
    return subprocess.run(  # noqa: S603 - this package alone
        [sys.executable, "-m", "verifier", *arguments], capture_output=True, env=environment, check=False
    )


def test_the_program_itself_writes_utf_8_whatever_the_locale() -> None:
    done = program("check", "error.txt", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "error.txt · 9 words" in done.stdout.decode("utf-8")
    assert done.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_a_reader_that_leaves_early_is_no_failure() -> None:
    command = f"{sys.executable} -m verifier check error.txt | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)  # noqa: S603, S607
    assert done.stdout == b"1\n"
    assert done.stderr == b""


def test_offline_loads_no_model_library() -> None:
    code = (
        "import sys; from verifier.cli import main; main(['check', 'error.txt']); "
        "print(sorted({'openai', 'instructor', 'tenacity', 'httpx'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)  # noqa: S603
    assert done.stderr.strip() == b"[]"
