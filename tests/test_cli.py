"""The command line: what it prints, where, and its exit status."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from verifier import Report, Verifier, __version__
from verifier.cli import main
from verifier.findings import CODES
from verifier.report.schema import schema_text

CLEAN = "Out of the 472 drones launched, 382 were intercepted.\n"
ERROR = "Out of the 472 drones launched, 482 were intercepted.\n"
NOTICE = "The plan, sources say, includes an exchange of 30 prisoners.\n"


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
        pytest.param(
            ["check", "clean.txt", "error.txt", "-f", "html"], "one by one", id="one-page-for-two-drafts"
        ),
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


def test_an_older_encoding_is_said_in_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    Path("old.txt").write_bytes("The plan cost £300, the mayor’s office said.".encode("cp1252"))
    main(["check", "old.txt", "--format", "json"])
    assert "read as Windows-1252" in json.loads(capsys.readouterr().out)["problems"][0]
    main(["check", "old.txt"])
    assert "Notes\n    - not UTF-8: read as Windows-1252" in capsys.readouterr().out


@pytest.mark.parametrize("output_format", ["text", "json", "html"])
def test_output_file(output_format: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("report").write_text("old", encoding="utf-8")
    Path("report").chmod(0o640)
    assert main(["check", "error.txt", "-o", "report", "--format", output_format]) == 1
    assert capsys.readouterr().out == ""
    assert "part-exceeds-whole" in Path("report").read_text(encoding="utf-8")
    assert Path("report").stat().st_mode & 0o777 == 0o640
    assert not [path for path in Path().iterdir() if path.name.startswith(".")]


def test_output_stays_as_it_was_where_nothing_could_be_checked() -> None:
    Path("report").write_text("old", encoding="utf-8")
    assert main(["check", "gone.txt", "-o", "report"]) == 2
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
