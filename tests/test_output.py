"""A file that grows by whole lines."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from verifier import ConfigurationError, output
from verifier.output import LineFile

if TYPE_CHECKING:
    from io import FileIO


def test_it_is_begun_anew_with_the_first_line_and_no_sooner(tmp_path: Path) -> None:
    file = tmp_path / "lines"
    file.write_text("old\n", encoding="utf-8")
    lines = LineFile(file)
    assert file.read_text(encoding="utf-8") == "old\n"
    for count, line in enumerate(("ä\n", "b\n", "c\n"), 1):
        lines.add(line)
        assert file.read_text(encoding="utf-8") == "ä\nb\nc\n"[: 2 * count]


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_half_a_line_is_taken_back(
    failure: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "lines"
    lines = LineFile(file)
    lines.add("whole\n")

    def half(out: FileIO, data: bytes) -> None:
        out.write(data[: len(data) // 2])
        raise failure

    monkeypatch.setattr(output, "_whole", half)
    expected = ConfigurationError if isinstance(failure, OSError) else KeyboardInterrupt
    with pytest.raises(expected):
        lines.add("broken off\n")
    assert file.read_text(encoding="utf-8") == "whole\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_what_cannot_be_written_is_one_line() -> None:
    with pytest.raises(ConfigurationError, match=r"^--output /dev/full: cannot be written \(No space"):
        LineFile(Path("/dev/full")).add("x\n")
