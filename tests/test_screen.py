"""The screen: colours where they are wanted, and nowhere else."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from verifier import verify
from verifier.screen import Color, Screen, colored

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT = "Of the 7 ships, 9 sank, the navy said."
REPORT = verify(TEXT, engine="offline", name="ships.txt")


@pytest.mark.parametrize(
    ("color", "environment", "terminal", "expected"),
    [
        pytest.param("auto", {}, True, True, id="a-terminal"),
        pytest.param("auto", {}, False, False, id="a-pipe"),
        pytest.param("auto", {"TERM": "dumb"}, True, False, id="a-terminal-that-cannot"),
        pytest.param("auto", {"NO_COLOR": "1"}, True, False, id="not-wanted"),
        pytest.param("auto", {"NO_COLOR": ""}, True, True, id="empty-is-not-set"),
        pytest.param("auto", {"FORCE_COLOR": "1"}, False, True, id="forced"),
        pytest.param("auto", {"FORCE_COLOR": ""}, False, False, id="empty-forces-nothing"),
        pytest.param("auto", {"FORCE_COLOR": ""}, True, True, id="empty-forbids-nothing"),
        pytest.param("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False, id="no-is-no"),
        pytest.param("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, True, id="always"),
        pytest.param("never", {"FORCE_COLOR": "1"}, True, False, id="never"),
    ],
)
def test_when_there_are_colours(
    color: Color, environment: Mapping[str, str], terminal: bool, expected: bool
) -> None:
    assert colored(color, environment, terminal=terminal) is expected


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")


@pytest.mark.parametrize("quiet", [False, True])
def test_colours_replace_brackets_and_say_the_same(quiet: bool) -> None:
    colourful, colourless = (Screen(color, quiet).report(REPORT, TEXT) for color in ("always", "never"))
    assert "\x1b[" in colourful
    assert "\x1b" not in colourless
    assert ("[9 sank]" in colourless) is not quiet
    assert "[9 sank]" not in colourful


@pytest.mark.parametrize("variable", [None, "NO_COLOR", "FORCE_COLOR"])
@pytest.mark.parametrize("terminal", [False, True])
def test_on_its_own_it_looks_at_the_terminal(
    variable: str | None, terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    if variable:
        monkeypatch.setenv(variable, "1")
    wanted = variable == "FORCE_COLOR" or (terminal and variable is None)
    assert ("\x1b[" in Screen().report(REPORT, TEXT)) is wanted
    assert ("\x1b[" in Screen().total([REPORT, REPORT])) is wanted


def test_always_is_kept_to_where_the_terminal_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;31m" in Screen("always").report(REPORT, TEXT)


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_widths_are_kept_to_and_a_line_stays_whole(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert max(map(len, Screen().report(REPORT, TEXT).splitlines())) <= min(columns, 100)
    assert Screen(quiet=True).report(REPORT, TEXT) == "ships.txt: 1 error · read offline, by patterns\n"


def test_a_file_is_as_wide_as_reads_well_and_has_no_colours_of_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    text = Screen(to_file=True).report(REPORT, TEXT)
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) > 60
