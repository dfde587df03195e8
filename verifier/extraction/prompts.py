"""The prompt files: read, checked, hashed.

A prompt is a TOML file in `prompts/`: name, version, the variables that its texts take, the system
text, the user template, and worked examples. Anything else in the file is an error, and so is a
variable that is declared and not used, used and not declared, or not given.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from verifier.errors import ConfigurationError

NAMES = ("claims", "relations")

_VARIABLE = re.compile(r"\{([a-z_]+)\}")
# instructor runs messages through Jinja, which these would start.
_TEMPLATE = re.compile(r"\{[{%#]")
_INSTALLED = Path(__file__).parents[1] / "prompts"
_CHECKOUT = Path(__file__).parents[2] / "prompts"

Text = Annotated[str, Field(min_length=1)]


class Example(BaseModel):
    """A worked example: a piece of draft as the model sees it, and the right answer, in JSON."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    draft: Text
    answer: Text

    @property
    def parsed(self) -> Any:  # noqa: ANN401 - JSON is what it is
        """The answer as data."""
        return json.loads(self.answer)


class Prompt(BaseModel):
    """One prompt file.

    Attributes:
        name: the file's stem.
        version: raised whenever the wording changes.
        variables: what `system_text` and `user_text` must be given.
        system: what holds for every draft.
        user: what is asked of this one.
        kinds: for each kind of relation, what it says (in `relations` only).
        examples: shown after the system text.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Text
    version: Text
    variables: tuple[Text, ...]
    system: Text
    user: Text
    kinds: dict[str, Text] = {}
    examples: tuple[Example, ...] = ()

    @model_validator(mode="after")
    def _check(self) -> Prompt:
        used = set(_VARIABLE.findall(self.system)) | set(_VARIABLE.findall(self.user))
        if used != set(self.variables):
            odd = ", ".join(sorted(used ^ set(self.variables)))
            raise ValueError(f"declared and used variables differ: {odd}")
        if _TEMPLATE.search(self.system_text(**dict.fromkeys(used, ""))) or _TEMPLATE.search(self.user):
            raise ValueError("'{{', '{%' and '{#' are not allowed")
        for number, example in enumerate(self.examples, 1):
            try:
                json.loads(example.answer)
            except ValueError:
                raise ValueError(f"the answer of example {number} is not JSON") from None
        return self

    def system_text(self, **values: str) -> str:
        """The system text with its variables filled in, and the worked examples.

        Raises:
            ConfigurationError: a variable of it is not given.
        """
        parts = [self._fill(self.system, values).strip()]
        for number, example in enumerate(self.examples, 1):
            draft = f"<draft>\n{example.draft.strip()}\n</draft>"
            parts.append(f"Example {number}\n{draft}\nAnswer:\n{example.answer.strip()}")
        return "\n\n".join(parts)

    def user_text(self, **values: str) -> str:
        """The user template with its variables filled in.

        Raises:
            ConfigurationError: a variable of it is not given.
        """
        return self._fill(self.user, values).strip()

    def _fill(self, template: str, values: dict[str, str]) -> str:
        def value(match: re.Match[str]) -> str:
            if match[1] not in values:
                raise ConfigurationError(f"prompt {self.name!r}: the variable {match[1]!r} is not given")
            return values[match[1]]

        # One pass: what a value brings along is not looked at again.
        return _VARIABLE.sub(value, template)


def folder() -> Path:
    """Where the prompt files are: inside the installed package, or at the root of the checkout.

    Raises:
        ConfigurationError: in neither place.
    """
    for path in (_INSTALLED, _CHECKOUT):
        if all((path / f"{name}.toml").is_file() for name in NAMES):
            return path
    raise ConfigurationError(
        f"no prompt files in {_INSTALLED} or {_CHECKOUT}: expected "
        f"{' and '.join(f'{name}.toml' for name in NAMES)}; install verifier again"
    )


def parse(text: str, name: str) -> Prompt:
    """A prompt from the text of its file.

    Raises:
        ConfigurationError: it is not such a file; the message names the file and what is wrong.
    """
    try:
        prompt = Prompt.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"prompt {name}.toml: not TOML ({error})") from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ConfigurationError(
            f"prompt {name}.toml: {place + ': ' if place else ''}{first['msg']}"
        ) from None
    if prompt.name != name:
        raise ConfigurationError(f"prompt {name}.toml: its name is {prompt.name!r}, expected {name!r}")
    return prompt


@cache
def load(name: str) -> Prompt:
    """The prompt of that name, read once.

    Raises:
        ConfigurationError: there is no such file, or it is not a prompt.
    """
    return parse((folder() / f"{name}.toml").read_text(encoding="utf-8"), name)


@cache
def digests() -> dict[str, str]:
    """The SHA-256 of every prompt file, as the report states them: ``{"claims.toml": "sha256:…"}``."""
    return {
        f"{name}.toml": "sha256:" + hashlib.sha256((folder() / f"{name}.toml").read_bytes()).hexdigest()
        for name in NAMES
    }
