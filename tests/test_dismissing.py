"""`verifier dismiss`, `verifier decisions`, and what a later check makes of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from stub import Stub

from verifier.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

SLIP = "Out of the 472 drones launched, 482 were intercepted."
VAGUE = "The plan, sources say, includes an exchange of 30 prisoners."
DRAFT = f"{SLIP}\n\n{VAGUE}\n"


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    write(DRAFT)


def write(text: str, name: str = "draft.txt") -> None:
    Path(name).write_text(text, encoding="utf-8")


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Any:
    """Check a draft: the report as JSON."""

    def run(*arguments: str, draft: str = "draft.txt") -> dict[str, Any]:
        capsys.readouterr()
        assert main(["check", draft, "--format", "json", "--fail-on", "never", *arguments]) == 0
        report: dict[str, Any] = json.loads(capsys.readouterr().out)
        return report

    return run


def codes(report: dict[str, Any], field: str = "findings") -> list[str]:
    return [finding["code"] for finding in report[field]]


def first(check: Any) -> str:
    """The fingerprint of the gravest finding."""
    found: str = check()["findings"][0]["fingerprint"]
    return found


def test_what_is_dismissed_stays_so_and_does_not_count(
    check: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    fingerprint = first(check)
    assert main(["check", "draft.txt"]) == 1
    assert f"part-exceeds-whole  {fingerprint[:8]}\n" in capsys.readouterr().out
    assert main(["dismiss", fingerprint[:8], "--why", " both are estimates ", "--draft", "draft.txt"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(
        f"{fingerprint} part-exceeds-whole “472 drones launched”, “482 were intercepted” dismissed"
    )
    assert out.endswith("written to draft.decisions.json\n")
    made = json.loads(Path("draft.decisions.json").read_text(encoding="utf-8"))
    assert made["draft"] == {"name": "draft.txt"}
    (one,) = made["decisions"]
    assert one == {
        "fingerprint": fingerprint,
        "code": "part-exceeds-whole",
        "decision": "dismissed",
        "why": "both are estimates",
        "quotes": ["472 drones launched", "482 were intercepted"],
        "at": one["at"],
    }
    report = check()
    assert (codes(report), codes(report, "dismissed")) == (["vague-source"], ["part-exceeds-whole"])
    assert main(["check", "draft.txt"]) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert (
        "1 dismissed - part-exceeds-whole (“472 drones launched”, “482 were intercepted”): both are" in text
    )
    assert "0 errors, 0 warnings, 1 notice, 1 dismissed" in text
    assert codes(check("--no-decisions")) == ["part-exceeds-whole", "vague-source"]


EDITS = [
    pytest.param(f"Rain fell on 7 boats.\n\n{DRAFT}", True, id="a-paragraph-before"),
    pytest.param(f"{VAGUE} It snowed.\n\n{SLIP} Nobody saw it.\n", True, id="the-other-way-round"),
    pytest.param(f"{SLIP}\n", True, id="another-paragraph-gone"),
    pytest.param(DRAFT.replace("482", "483"), False, id="its-figure-changed"),
    pytest.param(DRAFT.replace("Out of", "Of"), False, id="its-sentence-changed"),
]


@pytest.mark.parametrize(("text", "stays"), EDITS)
def test_after_an_edit(text: str, stays: bool, check: Any) -> None:
    assert main(["dismiss", first(check), "--why", "so", "--draft", "draft.txt"]) == 0
    write(text)
    report = check()
    assert codes(report, "dismissed") == (["part-exceeds-whole"] if stays else [])
    assert ("part-exceeds-whole" in codes(report)) is not stays


def test_a_dismissal_is_taken_back(check: Any, capsys: pytest.CaptureFixture[str]) -> None:
    fingerprint = first(check)
    for why in ("early", "late"):
        assert main(["dismiss", fingerprint, "--why", why, "--draft", "draft.txt"]) == 0
    assert check()["dismissed"][0]["why"] == "late"
    assert main(["dismiss", fingerprint[:4], "--undo", "--draft", "draft.txt"]) == 0
    assert capsys.readouterr().out.startswith(f"{fingerprint} part-exceeds-whole “472 drones launched”")
    assert codes(check()) == ["part-exceeds-whole", "vague-source"]


def test_several_at_once_and_files_of_several_people(check: Any) -> None:
    one, two = (finding["fingerprint"] for finding in check()["findings"])
    assert main(["dismiss", one, "--why", "a", "--decisions", "anna.json", "--draft", "draft.txt"]) == 0
    assert main(["dismiss", two, "--why", "b", "--decisions", "ben.json"]) == 0
    assert not Path("draft.decisions.json").exists()
    assert codes(check()) == ["part-exceeds-whole", "vague-source"]
    assert codes(check("--decisions", "anna.json")) == ["vague-source"]
    both = check("--decisions", "anna.json", "--decisions", "ben.json")
    assert [(one["code"], one["why"]) for one in both["dismissed"]] == [
        ("part-exceeds-whole", "a"),
        ("vague-source", "b"),
    ]
    assert main(["dismiss", one, two, "--why", "c", "--draft", "draft.txt"]) == 0
    assert codes(check()) == []
    # What is named counts, and what lies beside does not.
    assert codes(check("--decisions", "ben.json")) == ["part-exceeds-whole"]


def test_decisions_are_listed(check: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decisions", "--draft", "draft.txt"]) == 0
    assert capsys.readouterr().out == "draft.decisions.json: no decisions\n"
    fingerprint = first(check)
    assert main(["dismiss", fingerprint, "--why", "so", "--draft", "draft.txt"]) == 0
    listed = f"  {fingerprint}  part-exceeds-whole “472 drones launched”, “482 were intercepted”: so ("
    for changed, more in ((DRAFT, ""), (DRAFT.replace("Out of", "Of"), "; not found in draft.txt any more")):
        write(changed)
        capsys.readouterr()
        assert main(["decisions", "--draft", "draft.txt"]) == 0
        head, line = capsys.readouterr().out.splitlines()
        assert head == "draft.decisions.json: 1 decision"
        assert line.startswith(listed)
        assert line.endswith(f"){more}")
    assert main(["decisions", "--decisions", "draft.decisions.json"]) == 0
    assert "any more" not in capsys.readouterr().out


def test_decisions_about_word_and_text_of_one_draft_lie_in_one_file(check: Any) -> None:
    assert main(["dismiss", first(check), "--why", "so", "--draft", "draft.txt"]) == 0
    write(f"<p>{SLIP}</p><p>{VAGUE}</p>", "draft.html")
    report = check(draft="draft.html")
    assert codes(report, "dismissed") == ["part-exceeds-whole"]
    assert report["dismissed"][0]["evidence"][0]["source_span"] is not None


REFUSED = [
    pytest.param(["zz", "--why", "x", "--draft", "draft.txt"], "'zz': expected a fingerprint", id="no-fingerprint"),
    pytest.param(["abc", "--why", "x", "--draft", "draft.txt"], "first 4 to 16 digits", id="too-short"),
    pytest.param(["0000", "--why", "x", "--draft", "draft.txt"], "0000: no finding of draft.txt has this fing", id="unknown"),
    pytest.param(["0000", "--why", "x"], "name the draft with --draft, or a decisions file", id="of-what"),
    pytest.param(["0000", "--why", "x", "--draft", "-"], "name --decisions FILE too", id="beside-standard-input"),
    pytest.param(["0000", "--why", "x", "--draft", "gone.txt"], "gone.txt: no such file", id="no-draft"),
    pytest.param(["0000", "--why", "x", "--decisions", "x.json"], "without the draft all 16 digits", id="unchecked"),
    pytest.param(["0000", "--why", "x", "--decisions", "no/x.json"], "--decisions no/x.json: there is no folder", id="nowhere"),
    pytest.param(["0000", "--why", "x", "--draft", "draft.txt", "--decisions", "draft.txt"], "--decisions draft.txt: that is a draft", id="onto-the-draft"),
    pytest.param(["0000", "--draft", "draft.txt"], "--why: say why these findings are no problem", id="no-reason"),
    pytest.param(["0000", "--why", " ", "--draft", "draft.txt"], "--why: say why", id="blank-reason"),
    pytest.param(["0000", "--undo", "--draft", "draft.txt"], "0000: no decision about such a finding in draft.dec", id="undo-nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "said"), REFUSED)
def test_what_is_refused(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dismiss", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
    assert sorted(path.name for path in Path().iterdir()) == ["draft.txt"]
    assert Path("draft.txt").read_text(encoding="utf-8") == DRAFT


def test_a_damaged_file_beside_the_draft_stops_that_draft_alone(capsys: pytest.CaptureFixture[str]) -> None:
    write("{", "draft.decisions.json")
    write("Nobody came.", "clean.txt")
    assert main(["check", "draft.txt", "clean.txt", "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert [report["draft"]["name"] for report in json.loads(out)] == ["clean.txt"]
    assert err.startswith("verifier: draft.decisions.json, line 1: not JSON")
    for command in (["dismiss", "0000", "--why", "x"], ["decisions"]):
        assert main([*command, "--draft", "draft.txt"]) == 2
    assert Path("draft.decisions.json").read_text(encoding="utf-8") == "{"
    assert main(["check", "draft.txt", "--no-decisions"]) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--decisions", "gone.json"], "gone.json: no such file; check the name given to --decisions"),
        (["--decisions", "x.json", "--no-decisions"], "--decisions and --no-decisions: either or"),
        (["--config", "x.toml", "--no-config"], "--config and --no-config: either a settings file or none"),
        (["--config", "gone.toml"], "gone.toml: no such file; check the name given to --config"),
    ],
)
def test_files_named_to_check(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "draft.txt", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


def test_settings_of_a_file_reach_both_commands(check: Any) -> None:
    write(
        "currency = 'AUD'\nignore = ['vague-source']\n[severities]\npart-exceeds-whole = 'warning'\n",
        "verifier.toml",
    )
    report = check()
    assert [(finding["code"], finding["severity"]) for finding in report["findings"]] == [
        ("part-exceeds-whole", "warning")
    ]
    assert main(["check", "draft.txt"]) == 0
    assert main(["check", "draft.txt", "--no-config"]) == 1
    assert main(["dismiss", report["findings"][0]["fingerprint"], "--why", "so", "--draft", "draft.txt"]) == 0
    assert codes(check()) == []
    assert codes(check("--ignore", "no-source")) == ["vague-source"]
    write("nonsense = 1\n", "other.toml")
    for command in (["check", "draft.txt"], ["dismiss", "0000", "--why", "x", "--draft", "draft.txt"]):
        assert main([*command, "--config", "other.toml"]) == 2


STATED = "The board liked the offer on Monday.\n\nNobody on the board had a good word for the offer.\n"


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    """A scripted model that sees a conflict which patterns do not see."""
    places = [{"sentence": "S1", "words": "liked the offer"}, {"sentence": "S2", "words": "Nobody"}]
    conflict = {"places": places, "why": "liked and disliked"}
    with Stub(ClaimsAnswer={"claims": []}, RelationsAnswer={"conflicts": [conflict]}) as stub:
        monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
        monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
        yield stub


def test_what_only_a_model_finds_is_known_from_its_answers(
    model: Stub, check: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    write(STATED)
    report = check()
    assert codes(report) == ["statements-conflict"]
    asked = len(model.requests)
    fingerprint = report["findings"][0]["fingerprint"]
    assert main(["dismiss", fingerprint[:8], "--why", "so", "--draft", "draft.txt"]) == 0
    assert codes(check(), "dismissed") == ["statements-conflict"]
    assert main(["decisions", "--draft", "draft.txt"]) == 0
    assert "any more" not in capsys.readouterr().out
    assert main(["cache", "clear"]) == 0
    assert main(["dismiss", fingerprint, "--why", "so", "--draft", "draft.txt"]) == 2
    assert "what only a model finds is known while its answers are kept" in capsys.readouterr().err
    assert main(["dismiss", fingerprint, "--why", "so", "--decisions", "draft.decisions.json"]) == 0
    assert len(model.requests) == asked
