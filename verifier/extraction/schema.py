"""What the model may answer: ids and words, no numbers.

The shape of the answer about relations is made from `verifier.relations.KINDS`: one list per kind,
whose items have the kind's roles as fields. A new kind needs no change here. The docstrings of answer
models are sent along with their schema, so they speak to the model.
"""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Protocol, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, create_model, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError, from_json
from pydantic_core.core_schema import no_info_before_validator_function

from verifier.relations import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import GetCoreSchemaHandler, ModelWrapValidatorHandler, ValidationInfo
    from pydantic_core import CoreSchema

    from verifier.relations import RelationKind

DESK = "desk"
"""The key in a validation context under which the judge of an answer stands."""

_judge: ContextVar[Desk | None] = ContextVar("_judge", default=None)

EXTRAS: dict[str, tuple[str, Any]] = {
    "sum": ("complete", bool),
    "change": ("direction", Literal["up", "down"] | None),
    "shares_of_one": ("complete", bool),
}
"""What some kinds state besides their figures."""

_ID = re.compile(r"\W*([SFX])\s?(\d+)(?!\w).*", re.IGNORECASE | re.DOTALL)
_MOST_REASONS = 12
_UNUSABLE = "Answer again, the whole of it, with these put right:"


class Desk(Protocol):
    """Judges an answer against the draft that it is about."""

    def judge(self, answer: Any) -> list[str]:  # noqa: ANN401 - each desk takes its own kind of answer
        """What has to be put right, each as one line to the model; empty if the answer will do."""
        ...

    @property
    def usable(self) -> bool:
        """Whether an answer was seen of which everything can be used."""
        ...

    def forget(self) -> None:
        """Be as if no answer had been seen."""
        ...


@contextmanager
def judged_at(desk: Desk) -> Iterator[None]:
    """Have this desk judge the answers that are read meanwhile.

    instructor hands a validation context on, too, but runs every message through Jinja if it has one: that
    takes time, and a draft could speak to it.
    """
    token = _judge.set(desk)
    try:
        yield
    finally:
        _judge.reset(token)


def _as_id(value: object) -> object:
    """``F3`` for "F3", "f3", "[F3]" or "⟦F3 472⟧": the id is certain in all of them."""
    match = _ID.fullmatch(value) if isinstance(value, str) else None
    return value if match is None else match[1].upper() + match[2]


def _as_list(value: object) -> object:
    """A list, also where the model leaves it out or writes a single item without its brackets."""
    if value is None:
        return []
    return [value] if isinstance(value, str | dict) else value


def _as_words(value: object) -> object:
    """None for the ways in which models write that there are no words."""
    if isinstance(value, str) and value.strip().casefold() in ("", "null", "none"):
        return None
    return value


Id = Annotated[str, BeforeValidator(_as_id)]
OptionalId = Annotated[str | None, BeforeValidator(_as_id), BeforeValidator(_as_words)]
Ids = Annotated[list[Id], BeforeValidator(_as_list)]
OptionalWords = Annotated[str | None, BeforeValidator(_as_words)]


class Answer(BaseModel):
    """Base of what the model answers: read leniently, then judged against the draft."""

    # Inputs stay out of errors: they would repeat the draft, and pydantic's way of printing them changes.
    model_config = ConfigDict(hide_input_in_errors=True, extra="ignore")

    @model_validator(mode="wrap")
    @classmethod
    def _judged(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:  # noqa: ANN401
        """Read the answer and have it judged; every complaint goes back to the model in our words."""
        try:
            answer = handler(data)
        except ValidationError as error:
            reasons = [
                f"{'.'.join(str(part) for part in e['loc']) or 'answer'}: {e['msg']}"
                for e in error.errors(include_url=False, include_input=False)
            ]
        else:
            desk = (info.context or {}).get(DESK) or _judge.get()
            reasons = desk.judge(answer) if desk is not None else []
            if not reasons:
                return answer
        listed = "\n".join(f"- {reason}" for reason in reasons[:_MOST_REASONS])
        raise PydanticCustomError("unusable", "{said}", {"said": f"{_UNUSABLE}\n{listed}"})

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:  # noqa: ANN401
        """As pydantic's, with an error in our words where the text is not JSON."""
        try:
            from_json(json_data)
        except ValueError:
            said = PydanticCustomError("not_json", "The answer is not one whole JSON object: answer again.")
            problem = InitErrorDetails(type=said, loc=(), input=None)
            raise ValidationError.from_exception_data(cls.__name__, [problem], hide_input=True) from None
        return super().model_validate_json(json_data, **options)

    @classmethod
    def model_json_schema(cls, *args: Any, **options: Any) -> dict[str, Any]:  # noqa: ANN401
        """As pydantic's, flat and without what says nothing: it is sent with every call."""
        schema = super().model_json_schema(*args, **options)
        definitions = schema.pop("$defs", {})
        return {"title": cls.__name__, **_plain(schema, definitions)}


def _plain(schema: Any, definitions: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
    """A schema without references, titles, defaults and nulls.

    What is optional is left out rather than written as null; not every endpoint can follow references.
    """
    if isinstance(schema, list):
        return [_plain(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _plain(definitions[schema["$ref"].removeprefix("#/$defs/")], definitions)
    if "anyOf" in schema:
        (kept,) = (branch for branch in schema["anyOf"] if branch.get("type") != "null")
        return _plain(kept, definitions)
    return {
        key: {name: _plain(field, definitions) for name, field in value.items()}
        if key == "properties"
        else _plain(value, definitions)
        for key, value in schema.items()
        if key not in ("title", "default")
    }


class ClaimAnswer(BaseModel):
    """One statement of the draft, and who makes it."""

    model_config = ConfigDict(hide_input_in_errors=True, extra="ignore")

    sentence: Id
    figures: Ids = []
    statement: str
    label: str
    source: OptionalWords = None
    source_sentence: OptionalId = None
    speaker: OptionalWords = None
    cue: OptionalWords = None
    manner: Literal["direct", "indirect", "mixed", "own_voice"]
    content: OptionalWords = None


class _ListOf:
    """A list of such items, read leniently, whose type stands in no annotation.

    instructor walks through all the types that annotations name, seven times for every call; with a model
    for every kind of relation that took as long as all else about a call.
    """

    def __init__(self, item: type[BaseModel]) -> None:
        self._list: Any = list[item]  # type: ignore[valid-type]

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Pydantic's way of asking what stands behind an annotation."""
        return no_info_before_validator_function(_as_list, handler.generate_schema(self._list))


if TYPE_CHECKING:
    Claims = list[ClaimAnswer]
else:
    Claims = Annotated[Any, _ListOf(ClaimAnswer)]


class ClaimsAnswer(Answer):
    """The claims of the sentences asked about, in the order of the draft."""

    claims: Claims
    no_claim: Ids = []


class PlaceAnswer(BaseModel):
    """One side of a conflict."""

    model_config = ConfigDict(hide_input_in_errors=True, extra="ignore")

    sentence: Id
    words: OptionalWords = None


class ConflictAnswer(BaseModel):
    """Places that cannot all be true, for a reason that is not a figure."""

    model_config = ConfigDict(hide_input_in_errors=True, extra="ignore")

    places: Annotated[list[PlaceAnswer], BeforeValidator(_as_list)]
    why: str


class UnstatedAnswer(BaseModel):
    """A quantity that two relations share and the draft does not state."""

    model_config = ConfigDict(hide_input_in_errors=True, extra="ignore")

    id: Id
    what: str
    like: Id


class RelationsBase(Answer):
    """Base of the answer about relations; its lists are made from the kinds."""

    items: ClassVar[tuple[str, ...]] = ()
    unstated: Annotated[list[UnstatedAnswer], BeforeValidator(_as_list)] = []
    conflicts: Annotated[list[ConflictAnswer], BeforeValidator(_as_list)] = []


def _role(most: int | None, least: int) -> tuple[Any, Any]:
    if most != 1:
        return (Ids, ...)
    return (Id, ...) if least else (OptionalId, None)


def _item(kind: RelationKind) -> type[BaseModel]:
    """The model of one relation of a kind: its roles, and what else the kind states."""
    fields: dict[str, Any] = {name: _role(most, least) for name, (least, most) in kind.roles.items()}
    if kind.name in EXTRAS:
        name, annotation = EXTRAS[kind.name]
        fields[name] = (annotation, False if annotation is bool else None)
    return create_model(
        kind.name,
        __config__=ConfigDict(hide_input_in_errors=True, extra="ignore"),
        **fields,
    )


def relations_answer(kinds: Mapping[str, RelationKind] = KINDS) -> type[RelationsBase]:
    """The model of an answer about relations of these kinds: one list per kind, and the conflicts."""
    fields: dict[str, Any] = {
        name: (Annotated[Any, _ListOf(_item(kind))], []) for name, kind in kinds.items()
    }
    return create_model(
        "RelationsAnswer",
        __base__=RelationsBase,
        __doc__="How the figures of the draft hang together, and which sentences conflict.",
        **fields,
    )


@cache
def known_relations_answer() -> type[RelationsBase]:
    """`relations_answer` of the kinds that there are."""
    return relations_answer()


def shape(kind: RelationKind) -> str:
    """How an item of the kind is written, for the prompt.

    >>> shape(KINDS["part_of"])
    '{"part": "F…", "whole": "F…"}'
    """
    fields = []
    for name, (least, most) in kind.roles.items():
        one = '"F…"' if least else '"F…" or null'
        fields.append(f'"{name}": {one if most == 1 else "[" + chr(34) + "F…" + chr(34) + ", …]"}')
    if kind.name in EXTRAS:
        name, annotation = EXTRAS[kind.name]
        fields.append(f'"{name}": ' + ("true or false" if annotation is bool else '"up" or "down"'))
    return "{" + ", ".join(fields) + "}"


@cache
def schema_text(answer: type[Answer]) -> str:
    """The schema of an answer as it is sent, in a fixed order of keys."""
    return json.dumps(answer.model_json_schema(), sort_keys=True)
