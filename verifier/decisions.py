"""What an editor has decided about findings: a small JSON file, of the shape that the page exports.

    {"schema_version": "1.0", "draft": {"name": "draft.txt"},
     "decisions": [{"fingerprint": "…", "code": "name-varies", "decision": "dismissed",
                    "why": "two people", "quotes": ["Novak", "Novack"], "at": "2025-06-01"}]}

A finding is recognised by its fingerprint, so that a decision holds while the sentences that the finding
rests on stay as they are; the rest of an entry is for people who read the file.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from verifier.errors import InputError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

_ENDING = re.compile(r"\.\w{1,5}$")
_SPACE = re.compile(r"[ \t\r\n]*")
_LONGEST_SHOWN = 40

_DAY = r"^\d{4}-\d\d-\d\d$"
_FINGERPRINT = r"^[0-9a-f]{16}$"


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Decision(_Value):
    """One finding that an editor has dismissed; the descriptions tell what was expected of a file."""

    fingerprint: str = Field(pattern=_FINGERPRINT, description="16 hexadecimal digits")
    code: str = Field(default="", description="the finding's code")
    decision: Literal["dismissed"] = Field(default="dismissed", description="'dismissed'")
    why: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)] = Field(
        description="the reason, in words"
    )
    quotes: tuple[str, ...] = Field(default=(), description="a list of the words that the finding rests on")
    at: str = Field(pattern=_DAY, description="the day, such as '2025-06-01'")


class _DraftName(_Value):
    name: str | None = None


class Decisions(_Value):
    """The decisions about one draft, or about several; `report.without` takes them.

    Attributes:
        draft: what they are about, for people.
        decisions: each finding once.
    """

    schema_version: Literal["1.0"] = Field(default="1.0", description="'1.0'")
    draft: _DraftName = Field(default=_DraftName(), description="an object with the draft's name")
    decisions: tuple[Decision, ...] = Field(default=(), description="a list of decisions")

    @classmethod
    def about(cls, draft: str | None) -> Self:
        """No decisions yet, about a draft of that name."""
        return cls(draft=_DraftName(name=draft))

    @classmethod
    def read(cls, *files: str | os.PathLike[str]) -> Self:
        """The decisions in one file, or in several together: of two about one finding, the later counts.

        Raises:
            InputError: a file cannot be read, or is no decisions file. The message names the file, the line,
                and what was expected.
        """
        read = [cls._of(Path(file)) for file in files]
        every = (decision for one in read for decision in one.decisions)
        about = cls.about(read[0].draft.name if len(read) == 1 else None)
        return about.with_all(sorted(every, key=lambda decision: decision.at))

    @classmethod
    def _of(cls, file: Path) -> Self:
        text = _text(file)
        try:
            json.loads(text)
            return cls.model_validate_json(text)
        except json.JSONDecodeError as error:
            raise InputError(
                f"{file}, line {error.lineno}: not JSON: {error.msg}; expected decisions as the page or "
                "'verifier dismiss' writes them"
            ) from None
        except RecursionError:
            raise InputError(f"{file}, line 1: nested too deep; is it a decisions file?") from None
        except ValidationError as error:
            first = error.errors()[0]
            raise InputError(f"{file}, line {_line(text, first['loc'])}: {_complaint(first)}") from None

    def of(self, fingerprint: str) -> Decision | None:
        """The decision about a finding, if there is one."""
        return next((one for one in self.decisions if one.fingerprint == fingerprint), None)

    def with_all(self, others: Iterable[Decision]) -> Self:
        """These decisions and others, which count where both are about one finding."""
        every = {one.fingerprint: one for one in (*self.decisions, *others)}
        return self.model_copy(update={"decisions": tuple(every.values())})

    def without(self, fingerprints: Iterable[str]) -> Self:
        """These decisions but for those about some findings."""
        gone = set(fingerprints)
        left = tuple(one for one in self.decisions if one.fingerprint not in gone)
        return self.model_copy(update={"decisions": left})

    def text(self) -> str:
        """What a file with these decisions holds."""
        return json.dumps(self.model_dump(), indent=2, ensure_ascii=False) + "\n"


def beside(draft: str | os.PathLike[str]) -> Path:
    """Where the decisions about a draft lie: beside it, named as the page names what it exports.

    >>> beside("series/ships.txt").name
    'ships.decisions.json'
    """
    path = Path(draft)
    return path.with_name(f"{_ENDING.sub('', path.name) or 'draft'}.decisions.json")


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InputError(f"{file}: no such file; check the name given to --decisions") from None
    except UnicodeDecodeError:
        raise InputError(
            f"{file}: not UTF-8, which a decisions file has to be; is it the right file?"
        ) from None
    except OSError as error:
        raise InputError(
            f"{file}: cannot be read ({error.strerror}); --no-decisions does without it"
        ) from None


def _complaint(error: ErrorDetails) -> str:
    names = [str(part) for part in error["loc"] if isinstance(part, str)]
    one = error["loc"][:1] == ("decisions",) and len(error["loc"]) > 1
    fields = Decision.model_fields if one else Decisions.model_fields
    if error["type"] == "extra_forbidden":
        return f"unknown entry {names[-1]!r}; expected {', '.join(fields)}"
    name = next((name for name in names if name in fields), "")
    whole = "an object with a fingerprint, a reason and a day" if one else "an object with decisions"
    expected = fields[name].description if name else whole
    if error["type"] == "missing":
        return f"{name!r} is missing: expected {expected}"
    value = json.dumps(error["input"], ensure_ascii=False, default=str)
    given = f"{name} {value}".strip() if len(value) <= _LONGEST_SHOWN else name or "this"
    return f"{given}: expected {expected}"


def _line(text: str, path: Iterable[str | int]) -> int:
    """On which line of a JSON text stands what a path leads to, or the last on the way that there is."""
    at = _after(text, 0)
    for step in path:
        found = _member(text, at, step)
        if found is None:
            break
        at = found
    return text.count("\n", 0, at) + 1


def _member(text: str, at: int, step: str | int) -> int | None:
    """Where the value of a key or index starts, in the object or array that starts at an offset."""
    if text[at] not in "{[":
        return None
    after = _after(text, at + 1)
    index = 0
    while text[after] not in "}]":
        key: str | int = index
        if text[at] == "{":
            key, end = _DECODER.raw_decode(text, after)
            after = _after(text, _after(text, end) + 1)
        if key == step:
            return after
        _, end = _DECODER.raw_decode(text, after)
        after = _after(text, end)
        after = _after(text, after + 1) if text[after] == "," else after
        index += 1
    return None


def _after(text: str, at: int) -> int:
    """The next character that is no white space."""
    found = _SPACE.match(text, at)
    return found.end() if found else at


_DECODER = json.JSONDecoder()
