"""Cassettes: recorded HTTP exchanges with a model, replayed strictly.

`cassettes/README.md` says how they are made. A cassette is a YAML file with the request and response
bodies byte for byte: a body that is JSON is laid out as YAML, with the way in which it was spaced, and
is put together again when it is read. `serialize` proves that on every save.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock
from urllib.parse import urlsplit

import vcr  # type: ignore[import-untyped]
import yaml  # type: ignore[import-untyped]
from vcr.errors import CannotOverwriteExistingCassetteException  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

FOLDER = Path(__file__).parents[1] / "cassettes"
RECORD = "VERIFIER_RECORD"
"""Set to 1 to record cassettes anew from OPENAI_BASE_URL, instead of replaying them."""

VENDOR = "https://api.openai.com"
KEPT_HEADERS = ("content-type",)
MATCH_ON = ("method", "scheme", "host", "path", "raw_body")

_STYLES: dict[str, dict[str, Any]] = {
    "compact": {"separators": (",", ":"), "ensure_ascii": False},
    "spaced": {"ensure_ascii": False},
    "indented": {"ensure_ascii": False, "indent": 2},
    "compact ascii": {"separators": (",", ":")},
    "spaced ascii": {},
    "indented ascii": {"indent": 2},
}
"""The ways in which clients and servers space their JSON."""


class _Dumper(yaml.SafeDumper):  # type: ignore[misc]
    """Writes text of several lines as such."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def serialize(cassette: dict[str, Any]) -> str:
    """The cassette as YAML, its bodies readable; proved to be read back byte for byte."""
    laid_out = {
        "version": cassette["version"],
        "interactions": [_with_bodies(each, _laid_out) for each in cassette["interactions"]],
    }
    text = str(yaml.dump(laid_out, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=4096))
    assert deserialize(text)["interactions"] == cassette["interactions"], "this cassette would not replay"
    return text


def deserialize(text: str) -> dict[str, Any]:
    """The cassette with its bodies as they went over the wire."""
    cassette = yaml.safe_load(text)
    return {
        "version": cassette["version"],
        "interactions": [_with_bodies(each, _put_together) for each in cassette["interactions"]],
    }


def _with_bodies(interaction: dict[str, Any], change: Any) -> dict[str, Any]:
    request, response = interaction["request"], interaction["response"]
    body = response["body"]
    return {
        "request": {**request, "body": change(request["body"])},
        "response": {**response, "body": {**body, "string": change(body["string"])}},
    }


def _laid_out(body: Any) -> Any:
    if not isinstance(body, str):
        return body
    try:
        data = json.loads(body)
    except ValueError:
        return body
    for style, options in _STYLES.items():
        if isinstance(data, dict) and json.dumps(data, **options) == body:
            return {"json": style, "data": data}
    return body


def _put_together(body: Any) -> Any:
    if isinstance(body, dict):
        return json.dumps(body["data"], **_STYLES[body["json"]])
    return body


def _as_recorded(request: Any) -> Any:
    """A request as cassettes keep it: no headers but one, and the vendor's host."""
    request.headers = {name: value for name, value in request.headers.items() if name.lower() in KEPT_HEADERS}
    url = urlsplit(request.uri)
    if url.hostname in ("127.0.0.1", "localhost"):
        request.uri = VENDOR + url.path
    return request


def _answer_as_recorded(response: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in response["headers"].items() if name.lower() in KEPT_HEADERS}
    return {**response, "headers": kept}


def asked_for() -> bool:
    """Whether cassettes are to be recorded anew in this run."""
    return os.environ.get(RECORD) == "1"


def recorder(folder: Path = FOLDER, *, recording: bool = False) -> vcr.VCR:
    """A VCR that replays strictly, or records a cassette wholly anew."""
    made = vcr.VCR(
        cassette_library_dir=str(folder),
        record_mode="all" if recording else "none",
        match_on=MATCH_ON,
        before_record_request=_as_recorded,
        before_record_response=_answer_as_recorded,
        record_on_exception=False,
        # Only then: a replay that fails would empty the cassette.
        drop_unused_requests=recording,
        decode_compressed_response=True,
        path_transformer=vcr.VCR.ensure_suffix(".yaml"),
    )
    made.register_serializer("readable", _Readable)
    made.serializer = "readable"
    return made


class _Readable:
    serialize = staticmethod(serialize)
    deserialize = staticmethod(deserialize)


@contextmanager
def replayed(name: str, monkeypatch: pytest.MonkeyPatch, folder: Path = FOLDER) -> Iterator[None]:
    """Run a test against a cassette; fail unless every exchange in it is played, and no other asked for.

    With ``VERIFIER_RECORD=1`` the cassette is recorded anew, from the endpoint that is configured.
    """
    recording = asked_for()
    path = folder / f"{name}.yaml"
    if not recording:
        assert path.is_file(), f"no cassette {path}: record it ({RECORD}=1), see cassettes/README.md"
        monkeypatch.setenv("OPENAI_API_KEY", "replay")
        for variable in ("OPENAI_BASE_URL", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
            monkeypatch.delenv(variable, raising=False)
    strangers: list[str] = []

    class Stranger(CannotOverwriteExistingCassetteException):  # type: ignore[misc]
        """The client takes this for a broken connection and goes on; the test must not."""

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            strangers.append(str(self))

    with (
        mock.patch("vcr.stubs.httpx_stubs.CannotOverwriteExistingCassetteException", Stranger),
        recorder(folder, recording=recording).use_cassette(name) as cassette,
    ):
        yield
    if not recording:
        assert not strangers, f"not in cassette {name}:\n" + "\n".join(strangers)
        unplayed = [number for number in range(len(cassette)) if cassette.play_counts[number] != 1]
        assert not unplayed, f"cassette {name}: exchanges {unplayed} were not played"
