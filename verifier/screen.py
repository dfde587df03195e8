"""How the report for people looks: with colours or without, in full or in a line."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console
    from rich.text import Text

    from verifier.report import Report

Color = Literal["auto", "always", "never"]


@dataclass(frozen=True, slots=True)
class Screen:
    """Where the report for people is shown.

    Attributes:
        color: "always", "never", or "auto": on a terminal, unless `NO_COLOR` is set, and elsewhere where
            `FORCE_COLOR` is.
        quiet: whether a line for each draft will do.
        to_file: whether what is shown goes to a file.
    """

    color: Color = "auto"
    quiet: bool = False
    to_file: bool = False

    def report(self, report: Report, text: str) -> str:
        """The report on a draft, as it is to be written.

        Args:
            report: what `verify` returned.
            text: the draft that it is about.
        """
        from verifier.report.text import WIDEST, plain, rendered, summary_line  # noqa: PLC0415

        if self.quiet:
            return self._line(summary_line(report))
        console = self._console()
        width = WIDEST if self.to_file else min(console.width, WIDEST)
        if console.color_system is None:
            return plain(report, text, width=width)
        with console.capture() as capture:
            console.print(rendered(report, text), width=width)
        return capture.get()

    def total(self, reports: Sequence[Report]) -> str:
        """What was found in several drafts together, as it is to be written."""
        from verifier.report.text import total_line  # noqa: PLC0415

        return self._line(total_line(reports))

    def _line(self, line: Text) -> str:
        console = self._console()
        with console.capture() as capture:
            # Whole, however narrow the terminal: a line for each draft is what scripts and eyes count.
            console.print(line, soft_wrap=True)
        return capture.get()

    def _console(self) -> Console:
        from rich.console import Console  # noqa: PLC0415

        wanted = colored(self.color, os.environ, terminal=not self.to_file and sys.stdout.isatty())
        console = Console(highlight=False, force_terminal=wanted, no_color=not wanted)
        # An old Windows console knows no escape sequences.
        if not wanted or console.legacy_windows:
            return Console(highlight=False, color_system=None, force_terminal=False)
        if console.color_system is None:
            return Console(highlight=False, color_system="standard", force_terminal=True, no_color=False)
        return console


def colored(color: Color, environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to write colours; the variables count where they are not empty (no-color.org, force-color.org).

    Args:
        color: what is asked for.
        environment: the process's variables.
        terminal: whether a terminal shows it.
    """
    if color != "auto":
        return color == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return terminal and environment.get("TERM") not in ("dumb", "unknown")
