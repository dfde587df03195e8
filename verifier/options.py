"""Options that several commands share: the settings file, and the decisions about a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from verifier.errors import ConfigurationError
from verifier.reading import STANDARD_INPUT
from verifier.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from verifier.decisions import Decisions

ConfigFile = Annotated[
    str | None,
    typer.Option(
        "--config", metavar="FILE", help="Settings; else the nearest verifier.toml or pyproject.toml upwards."
    ),
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Read no settings file.")]


def settings_of(config: str | None, no_config: bool, **given: Any) -> Settings:  # noqa: ANN401
    """The settings of a command: its own options, the environment, a file, the defaults.

    Args:
        config: the settings file that is named; where None, the nearest.
        no_config: whether no file is to be read.
        **given: arguments of `Settings.of`.

    Raises:
        ConfigurationError: a value that cannot be, or a file is named and not to be read.
    """
    if not no_config:
        return Settings.load(config, **given)
    if config is not None:
        raise ConfigurationError("--config and --no-config: either a settings file or none; leave one out")
    return Settings.of(**given)


def decided(named: Sequence[str], none: bool) -> Callable[[str], Decisions]:
    """What was decided about a draft, by its file: in the files that are named, else beside it.

    Args:
        named: decisions files, which hold for every draft, together.
        none: whether nothing counts as decided.

    Raises:
        ConfigurationError: files are named and not to be read.
        InputError: one of them is no decisions file. The function that is returned raises it, too.
    """
    # Imported here: `--help` answers before anything is loaded that checks files.
    from verifier.decisions import Decisions, beside  # noqa: PLC0415

    if named and none:
        raise ConfigurationError("--decisions and --no-decisions: either or; leave one out")
    every = Decisions.read(*named)

    def of(draft: str) -> Decisions:
        if named or none or draft == STANDARD_INPUT or not (file := beside(draft)).is_file():
            return every
        return Decisions.read(file)

    return of
