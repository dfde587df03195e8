"""Settings files: where they are looked for, what comes before them, and what is wrong with a wrong one."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from verifier import ConfigurationError, Price, Settings, Verifier, verify
from verifier.configuration import KEYS
from verifier.findings import CODES
from verifier.house import DOLLARS
from verifier.settings import Engine

WHOLE = """
engine = "offline"
model = "anthropic/claude-sonnet-5"
ignore = ["no-source", "figure-unchecked"]
never_flag = ["Dreyfuss"]
currency = "AUD"
date_style = "day-first"
timeout = 60
max_calls = 0
max_cost = 1.5
price = "0.25/2"
requests_per_minute = 30
tokens_per_minute = 1e5
concurrency = 4
cache = false
cache_megabytes = 50
window_words = 800

[severities]
vague-source = "warning"
part-exceeds-whole = "notice"
"""


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def project(text: str) -> str:
    """The same settings in a pyproject.toml, below what else stands there."""
    settings = text.replace("[severities]", "[tool.verifier.severities]")
    return f'[project]\nname = "x"\ntimeout = "no business of ours"\n\n[tool.verifier]\n{settings}'


@pytest.mark.parametrize(
    ("name", "text"),
    [("verifier.toml", WHOLE), ("pyproject.toml", project(WHOLE)), ("house.toml", WHOLE)],
)
def test_every_setting_is_read(name: str, text: str) -> None:
    write(name, text)
    settings = Settings.load(name if name == "house.toml" else None)
    assert settings == Settings(
        engine="offline",
        model="anthropic/claude-sonnet-5",
        ignore=("no-source", "figure-unchecked"),
        severities={"vague-source": "warning", "part-exceeds-whole": "notice"},
        never_flag=("Dreyfuss",),
        currency="AUD",
        date_style="day-first",
        timeout=60,
        max_calls=0,
        max_cost=1.5,
        price=Price(0.25, 2),
        requests_per_minute=30,
        tokens_per_minute=1e5,
        concurrency=4,
        cache=False,
        cache_megabytes=50,
        window_words=800,
    )
    assert all(f"\n{key}" in WHOLE.replace("[", "\n") for key in KEYS)
    Verifier(settings=settings)


LOOKED_FOR = [
    pytest.param({"verifier.toml": 1}, 1, id="here"),
    pytest.param({"../verifier.toml": 1}, 1, id="above"),
    pytest.param({"verifier.toml": 1, "../verifier.toml": 2}, 1, id="the-nearest-alone"),
    pytest.param({"verifier.toml": 1, "pyproject.toml": 2}, 1, id="the-own-file-first"),
    pytest.param({"pyproject.toml": 1, "../verifier.toml": 2}, 1, id="the-nearer-folder-first"),
    pytest.param({"pyproject.toml": None, "../verifier.toml": 2}, 2, id="a-project-without-settings"),
    pytest.param({"pyproject.toml": None}, 8, id="none"),
    pytest.param({"sub/verifier.toml": 1}, 8, id="not-downwards"),
]


@pytest.mark.parametrize(("files", "expected"), LOOKED_FOR)
def test_where_settings_are_looked_for(
    files: dict[str, int | None], expected: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    for name, value in files.items():
        table = "[tool.verifier]\n" if name.endswith("pyproject.toml") else ""
        write(name, f"{table}concurrency = {value}\n" if value else '[project]\nname = "verifier-x"\n')
    assert Settings.load().concurrency == expected


def test_what_comes_before_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    write("verifier.toml", 'model = "of/file"\nprice = "1/1"\nengine = "offline"\nignore = ["no-source"]\n')
    assert Settings.load().model == "of/file"
    monkeypatch.setenv("VERIFIER_MODEL", "of/environment")
    monkeypatch.setenv("VERIFIER_PRICE", "2/2")
    settings = Settings.load()
    assert (settings.model, settings.price, settings.engine) == ("of/environment", Price(2, 2), "offline")
    given = Settings.load(model="of/arguments", price=Price(3, 3), engine="auto", ignore=["role-varies"])
    assert (given.model, given.price, given.engine, given.ignore) == (
        "of/arguments",
        Price(3, 3),
        "auto",
        ("role-varies",),
    )
    assert Settings.load(timeout=None, ignore=None).ignore == ("no-source",)


def test_a_call_without_settings_reads_no_file() -> None:
    write("verifier.toml", "nonsense = 1\n")
    assert verify("Nobody came.", engine="offline").findings == ()
    assert Settings.of().concurrency == 8


WRONG = [
    pytest.param("timout = 3", "line 2: there is no setting 'timout'; did you mean timeout?", id="misspelled"),
    pytest.param("never-flag = []", "line 2: there is no setting 'never-flag'; did you mean never_flag?", id="hyphen"),
    pytest.param("Currency = 'AUD'", "line 2: there is no setting 'Currency'; did you mean currency?", id="capital"),
    pytest.param("api_key = 'sk-secret'", "line 2: 'api_key': keys are never read from a file; set OPENAI_API_KEY", id="key"),
    pytest.param("OPENAI_API_KEY = 'sk-secret'", "line 2: 'OPENAI_API_KEY': keys are never read", id="variable"),
    pytest.param("auth_token = 'sk-secret'", "line 2: 'auth_token': keys are never read from a file", id="token"),
    pytest.param("base_url = 'sk-secret'", "line 2: 'base_url': where a service is is never read from a file", id="service"),
    pytest.param("engine = 'magic'", "line 2: engine = 'magic': expected 'auto', 'offline' or 'model'", id="engine"),
    pytest.param("model = 'luna'", "line 2: model = 'luna': expected 'provider/name'", id="model"),
    pytest.param("ignore = 'no-source'", "line 2: ignore = 'no-source': expected a list of codes", id="no-list"),
    pytest.param("ignore = [1]", "line 2: ignore = 1: expected a list of codes", id="no-code"),
    pytest.param("ignore = ['no-sauce']", "line 2: no finding has the code 'no-sauce'; did you mean no-source", id="ignored-code"),
    pytest.param("[severities]\nno-sauce = 'notice'", "line 3: no finding has the code 'no-sauce'; did you", id="graded-code"),
    pytest.param("[severities]\nno-source = 'error'", "line 3: no-source = 'error': expected 'warning' or 'notice'; an error is what the arithmetic proves", id="no-proof"),
    pytest.param("severities = {part-exceeds-whole = 'error'}", "line 2: part-exceeds-whole = 'error': expected", id="proof-of-some"),
    pytest.param("[severities]\nno-source = 'grave'", "line 3: no-source = 'grave': expected 'warning' or 'not", id="severity"),
    pytest.param("[severities]\nno-source = 3", "line 3: severities.no-source = 3: expected codes of findings", id="no-severity"),
    pytest.param("never_flag = 'Dreyfuss'", "line 2: never_flag = 'Dreyfuss': expected a list of names", id="no-names"),
    pytest.param("currency = 'EUR'", "line 2: currency = 'EUR': expected what a bare '$' means, one of USD, AUD", id="currency"),
    pytest.param("date_style = 'iso'", "line 2: date_style = 'iso': expected 'day-first' or 'month-first'", id="date-style"),
    pytest.param("timeout = 0", "line 2: timeout = 0: expected seconds, a number greater than 0", id="no-time"),
    pytest.param("timeout = '60'", "line 2: timeout = '60': expected seconds", id="number-in-quotes"),
    pytest.param("timeout = nan", "line 2: timeout = nan: expected seconds", id="nan"),
    pytest.param("concurrency = true", "line 2: concurrency = true: expected a whole number greater", id="no-number"),
    pytest.param("concurrency = 1.5", "line 2: concurrency = 1.5: expected a whole number", id="no-whole"),
    pytest.param("max_calls = -1", "line 2: max_calls = -1: expected a whole number, 0 or more", id="fewer-than-none"),
    pytest.param("cache = 'no'", "line 2: cache = 'no': expected true or false", id="cache"),
    pytest.param("price = '2'", "line 2: price '2': expected what a million tokens cost", id="price"),
    pytest.param("max_cost = 1", "line 2: max_cost needs a price", id="cost-without-price"),
    pytest.param("x = ", "not TOML: Invalid value (at line 2, column 5)", id="no-toml"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_a_wrong_file_is_one_clear_line(text: str, said: str) -> None:
    write("verifier.toml", f"# of the house\n{text}\n")
    with pytest.raises(ConfigurationError) as raised:
        Verifier(settings=Settings.load())
    message = str(raised.value)
    assert f"verifier.toml{',' if said.startswith('line') else ':'} {said}" in message
    assert "secret" not in message
    assert "\n" not in message


def test_the_line_in_a_project_file() -> None:
    write("pyproject.toml", "[tool.other]\ntimeout = 0\n\n[tool.verifier]\ntimeout = 0\n")
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml, line 5: timeout = 0"):
        Settings.load()


FILES = [
    pytest.param("gone.toml", None, "gone.toml: no such file", id="missing"),
    pytest.param("pyproject.toml", "[project]\n", "there is no [tool.verifier] in it", id="other-project"),
    pytest.param(
        "x.toml", "[tool.verifier]\n", "line 1: there is no setting 'tool'; in a", id="project-table"
    ),
]


@pytest.mark.parametrize(("name", "text", "said"), FILES)
def test_a_file_that_is_named(name: str, text: str | None, said: str) -> None:
    if text is not None:
        write(name, text)
    with pytest.raises(ConfigurationError) as raised:
        Settings.load(name)
    assert said in str(raised.value)


def test_a_file_that_is_not_utf_8() -> None:
    Path("verifier.toml").write_bytes('never_flag = ["Müller"]'.encode("latin-1"))
    with pytest.raises(ConfigurationError, match=r"verifier\.toml: not UTF-8"):
        Settings.load()


def test_what_a_file_may_say_is_what_settings_take() -> None:
    for engine in get_args(Engine):
        write("verifier.toml", f"engine = {engine!r}")
        assert Settings.load().engine == engine
    for currency in DOLLARS:
        write("verifier.toml", f"currency = {currency!r}")
        assert Settings.load().currency == currency


SLIP = "Out of the 472 drones launched, 482 were intercepted."
VAGUE = "The plan, sources say, includes an exchange of 30 prisoners."
BARE = "Ms Dreyfuss left. “It is a disgrace,” said Ms Dreyfuss."
NAMES = "Maria Dreyfuss backed the plan. Later Ms Dreyfsus was cheerful."


def codes(text: str, **rules: Any) -> list[tuple[str, str]]:
    report = Verifier(settings=Settings(engine="offline", **rules)).verify(text)
    assert (report.summary.errors, report.summary.warnings) == (len(report.errors), len(report.warnings))
    return [(finding.severity, finding.code) for finding in report.findings]


BOTH = f"{VAGUE}\n\n{SLIP}"
RULES = [
    pytest.param(BOTH, {}, [("error", "part-exceeds-whole"), ("notice", "vague-source")], id="none"),
    pytest.param(BOTH, {"ignore": ("vague-source",)}, [("error", "part-exceeds-whole")], id="ignored"),
    pytest.param(
        BOTH,
        {"severities": {"vague-source": "warning", "part-exceeds-whole": "notice"}},
        [("warning", "vague-source"), ("notice", "part-exceeds-whole")],
        id="raised-and-lowered-and-sorted-so",
    ),
    pytest.param(NAMES, {}, [("warning", "name-varies")], id="a-name-flagged"),
    pytest.param(NAMES, {"never_flag": ("Dreyfuss",)}, [], id="never-flagged"),
    pytest.param(NAMES, {"never_flag": ("dreyfsus",)}, [], id="either-spelling"),
    pytest.param(NAMES, {"never_flag": ("Maria Dreyfuss",)}, [], id="the-name-in-full"),
    pytest.param(NAMES, {"never_flag": ("Drey", "Mari", " ")}, [("warning", "name-varies")], id="part-of-a-word"),
    pytest.param(NAMES, {"never_flag": ("Maria Novak",)}, [("warning", "name-varies")], id="another-name"),
    pytest.param(
        BARE,
        {"never_flag": ("Dreyfuss",)},
        [],
        id="a-source-never-flagged",
    ),
    pytest.param(BOTH, {"never_flag": ("sources", "drones")}, [("error", "part-exceeds-whole"), ("notice", "vague-source")], id="findings-about-no-name"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rules", "expected"), RULES)
def test_rules_of_the_house(text: str, rules: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert codes(text, **rules) == expected


def test_a_source_is_flagged_without_the_rule() -> None:
    assert codes(BARE) == [("notice", "source-not-introduced")]


def test_severities_leave_fingerprints_alone() -> None:
    graded = dict.fromkeys(CODES, "notice")
    reports = [
        Verifier(settings=Settings(engine="offline", severities=severities)).verify(BOTH)
        for severities in ({}, graded)
    ]
    assert len({frozenset(f.fingerprint for f in report.findings) for report in reports}) == 1


def test_the_house_reaches_the_figures_of_a_report() -> None:
    text = "It cost $5m when it opened on 03/04/2005."
    settings = Settings(engine="offline", currency="AUD", date_style="day-first")
    money, date = Verifier(settings=settings).verify(text).figures
    assert (money.unit, date.date) == ("AUD", "2005-04-03")
    plain = verify(text, engine="offline").figures
    assert [(figure.unit, figure.date) for figure in plain] == [("USD", None), (None, "2005")]
