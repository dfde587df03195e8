"""How the report for people is laid out in the columns that there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

QUIET = "dim"

_NARROW = 60
"""Below so many columns a label stands before its text: beside it, it would take a third of the line."""


@dataclass(frozen=True)
class Labelled:
    """Texts with labels: a column of labels and one of texts, or one under the other where it is narrow."""

    rows: tuple[tuple[str, Text], ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if options.max_width >= _NARROW:
            table = _grid()
            for label, text in self.rows:
                table.add_row(label, text)
            yield table
            return
        for label, text in self.rows:
            line = Text.assemble((f"{label}: ", QUIET), text) if label else text
            yield from _hanging(line, console, options)


@dataclass(frozen=True)
class Line:
    """Pieces of one line with dots between them; where they do not fit, it is broken there."""

    pieces: tuple[Text, ...]

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        line = Text(overflow="fold")
        for piece in self.pieces:
            if not line:
                line.append_text(piece)
            elif line.cell_len + 3 + piece.cell_len <= options.max_width:
                line.append(" · ", QUIET).append_text(piece)
            else:
                yield line
                line = piece.copy()
                line.overflow = "fold"
        yield line


def _hanging(text: Text, console: Console, options: ConsoleOptions) -> RenderResult:
    """A paragraph whose lines are indented after the first."""
    lines = text.wrap(console, options.max_width - 2, overflow="fold")
    for number, line in enumerate(lines):
        yield Text("  ").append_text(line) if number else line


def bullet(label: str, note: str = "") -> RenderableType:
    """An entry of a list, with a note in the background."""
    table = _grid()
    table.add_row("-", Text.assemble(label, (note, QUIET)))
    return indented(table, 4)


def counted(rows: Iterable[tuple[str, int]]) -> RenderableType:
    """Names with their numbers, those under each other."""
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold")
    table.add_column(justify="right")
    for name, number in rows:
        table.add_row(name, f"{number:,}")
    return indented(table)


def indented(renderable: RenderableType, columns: int = 2) -> Padding:
    """Something a little to the right."""
    return Padding(renderable, (0, 0, 0, columns))


def _grid() -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, style=QUIET)
    table.add_column(ratio=1, overflow="fold")
    return table
