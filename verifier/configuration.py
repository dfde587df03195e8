"""A settings file: ``verifier.toml``, or ``[tool.verifier]`` in ``pyproject.toml``.

What stands in it is checked here, where the line is still known. Keys of services, and where a service is,
never come from a file: one that lies in some folder above must not decide who pays, or where drafts go.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from verifier.errors import ConfigurationError
from verifier.house import CURRENCY_EXPECTED, DATE_STYLE_EXPECTED, DOLLARS, DateStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pydantic_core import ErrorDetails

FILE = "verifier.toml"
PROJECT = "pyproject.toml"
_TABLE = ("tool", "verifier")

_LONGEST_SHOWN = 40
_HEADER = re.compile(r"\s*\[(?P<name>[^\[\]]+)\]\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*(?P<name>(?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_SECRET = re.compile(r"key|secret|password|token$|credential", re.IGNORECASE)
_SERVICE = re.compile(r"url|endpoint|host", re.IGNORECASE)

_AMOUNT = "a number greater than 0"
_WHOLE = "a whole number greater than 0"
_DOLLAR = f"^(?:{'|'.join(DOLLARS)})$"
_CODES = 'a list of codes of findings, such as ["no-source"]'


class _Contents(BaseModel):
    """What a file may say; the descriptions tell what was expected."""

    model_config = ConfigDict(strict=True, extra="forbid")

    engine: Annotated[
        Literal["auto", "offline", "model"] | None, Field(description="'auto', 'offline' or 'model'")
    ] = None
    model: Annotated[
        str | None,
        Field(pattern=r"^[^/]+/.*[^/]", description="'provider/name', such as 'openai/gpt-6-luna'"),
    ] = None
    ignore: Annotated[list[str] | None, Field(description=_CODES)] = None
    severities: Annotated[
        dict[str, str] | None, Field(description="codes of findings, each 'warning' or 'notice'")
    ] = None
    never_flag: Annotated[list[str] | None, Field(description='a list of names, such as ["Dreyfuss"]')] = None
    currency: Annotated[str | None, Field(pattern=_DOLLAR, description=CURRENCY_EXPECTED)] = None
    date_style: Annotated[DateStyle | None, Field(description=DATE_STYLE_EXPECTED)] = None
    timeout: Annotated[float | None, Field(gt=0, description="seconds, " + _AMOUNT)] = None
    max_calls: Annotated[int | None, Field(ge=0, description="a whole number, 0 or more")] = None
    max_cost: Annotated[float | None, Field(ge=0, description="a number, 0 or more")] = None
    price: Annotated[
        str | None, Field(description="what a million tokens cost, sent and returned, such as '0.25/2'")
    ] = None
    requests_per_minute: Annotated[float | None, Field(gt=0, description=_AMOUNT)] = None
    tokens_per_minute: Annotated[float | None, Field(gt=0, description=_AMOUNT)] = None
    concurrency: Annotated[int | None, Field(gt=0, description=_WHOLE)] = None
    cache: Annotated[bool | None, Field(description="true or false")] = None
    cache_megabytes: Annotated[int | None, Field(gt=0, description=_WHOLE)] = None
    window_words: Annotated[int | None, Field(gt=0, description=_WHOLE)] = None


KEYS = tuple(_Contents.model_fields)
"""The settings that a file may hold."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a settings file says.

    Attributes:
        path: the file.
        values: the settings that it holds, as fields of `Settings` but for `price`, which is still text.
        places: where each of them stands: "verifier.toml, line 3".
    """

    path: Path
    values: Mapping[str, Any]
    places: Mapping[str, str]


def nearest(folder: Path) -> Configuration | None:
    """The settings that hold in a folder: those of the first file found from there upwards; None without any.

    In one folder ``verifier.toml`` comes first; a ``pyproject.toml`` without ``[tool.verifier]`` is no
    settings file.

    Raises:
        ConfigurationError: the file cannot be read, or says what cannot be.
    """
    for place in (folder, *folder.parents):
        if (file := place / FILE).is_file():
            return read(file)
        if (file := place / PROJECT).is_file():
            text = _text(file)
            if _TABLE[1] in text and (contents := _within(_parsed(file, text))) is not None:
                return _checked(file, text, contents, _TABLE)
    return None


def read(file: Path) -> Configuration:
    """The settings in a file: in ``[tool.verifier]`` if it is a ``pyproject.toml``, else at its top.

    Raises:
        ConfigurationError: the file cannot be read, or says what cannot be. The message names the file, the
            line, and what was expected.
    """
    text = _text(file)
    contents = _parsed(file, text)
    if file.name != PROJECT:
        return _checked(file, text, contents, ())
    table = _within(contents)
    if table is None:
        raise ConfigurationError(f"{file}: there is no [tool.verifier] in it; add one, or name another file")
    return _checked(file, text, table, _TABLE)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigurationError(f"{file}: not UTF-8, which TOML has to be; save it as UTF-8") from None
    except FileNotFoundError:
        raise ConfigurationError(f"{file}: no such file; check the name given to --config") from None
    except OSError as error:
        raise ConfigurationError(
            f"{file}: cannot be read ({error.strerror}); --no-config does without it"
        ) from None


def _parsed(file: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{file}: not TOML: {error}; --no-config does without it") from None


def _within(contents: dict[str, Any]) -> dict[str, Any] | None:
    """The table [tool.verifier]."""
    tools = contents.get(_TABLE[0])
    table = tools.get(_TABLE[1]) if isinstance(tools, dict) else None
    return table if isinstance(table, dict) else None


def _checked(file: Path, text: str, contents: dict[str, Any], table: tuple[str, ...]) -> Configuration:
    lines = _Lines(file, text, table)
    try:
        checked = _Contents.model_validate(contents)
    except ValidationError as error:
        first = error.errors()[0]
        raise ConfigurationError(f"{lines.place(*first['loc'])}: {_complaint(first)}") from None
    values = checked.model_dump(exclude_none=True)
    places = {key: lines.place(key) for key in values}
    places |= {f"severities.{code}": lines.place("severities", code) for code in checked.severities or ()}
    return Configuration(file, values, places)


class _Lines:
    """On which line of a file a setting stands."""

    def __init__(self, file: Path, text: str, table: tuple[str, ...]) -> None:
        self._file = file
        self._lines: dict[tuple[str, ...], int] = {}
        for path, line in _keys(text):
            if path[: len(table)] == table:
                self._lines.setdefault(path[len(table) :], line)

    def place(self, *path: str | int) -> str:
        """The file, and the line of the setting, or of what holds it."""
        keys = [str(part) for part in path]
        for length in range(len(keys), 0, -1):
            if line := self._lines.get(tuple(keys[:length])):
                return f"{self._file}, line {line}"
        return str(self._file)


def _keys(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """The keys and tables that lines of a TOML file begin with, and their lines."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _parts(header["name"])
            for length in range(1, len(table) + 1):
                yield table[:length], number
        elif key := _KEY.match(line):
            yield (*table, *_parts(key["name"])), number


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(name))


def _complaint(error: ErrorDetails) -> str:
    name = str(error["loc"][0])
    if error["type"] == "extra_forbidden":
        return _unknown(name)
    expected = _Contents.model_fields[name].description
    shown = ".".join(str(part) for part in error["loc"] if isinstance(part, str))
    value = repr(error["input"])
    value = value.lower() if isinstance(error["input"], bool) else value
    given = f"{shown} = {value}" if len(value) <= _LONGEST_SHOWN else shown
    return f"{given}: expected {expected}"


def _unknown(name: str) -> str:
    """What to say of a key that is no setting; never what it holds."""
    said = f"there is no setting {name!r}"
    if name == _TABLE[0]:
        return f"{said}; in a {FILE} the settings stand at the top, [tool.verifier] belongs in {PROJECT}"
    if _SECRET.search(name):
        return (
            f"{name!r}: keys are never read from a file; set OPENAI_API_KEY (or your provider's variable), "
            "or VERIFIER_KEYRING for the system's keyring, and take it out of here"
        )
    if _SERVICE.search(name):
        return (
            f"{name!r}: where a service is is never read from a file; set OPENAI_BASE_URL in the environment"
        )
    (near,) = difflib.get_close_matches(name.lower().replace("-", "_"), KEYS, n=1, cutoff=0)
    return f"{said}; did you mean {near}?"
