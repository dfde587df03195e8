"""Patterns compiled on first use behave as patterns do, and none of them holds a mistake."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING

import pytest

import verifier
from verifier.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_it_does_what_the_compiled_pattern_does() -> None:
    compiled = re.compile(r"(?P<word>[a-z]+)\d", re.IGNORECASE)
    for text in ("Ab1 cd2", "", "12"):
        pattern = late(r"(?P<word>[a-z]+)\d", re.IGNORECASE)
        assert pattern.findall(text) == compiled.findall(text)
        assert pattern.split(text) == compiled.split(text)
        assert pattern.sub("-", text) == compiled.sub("-", text)
        assert [m.span() for m in pattern.finditer(text, 1)] == [m.span() for m in compiled.finditer(text, 1)]
        assert bool(pattern.match(text)) is bool(compiled.match(text))
        assert bool(pattern.search(text)) is bool(compiled.search(text))
        assert bool(pattern.fullmatch(text)) is bool(compiled.fullmatch(text))
    assert pattern.groupindex == compiled.groupindex


def test_it_is_compiled_once_and_not_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def compile_(pattern: str, flags: int) -> re.Pattern[str]:
        asked.append(pattern)
        return _compile(pattern, flags)

    _compile = re.compile
    monkeypatch.setattr("verifier.patterns.re.compile", compile_)
    pattern = late("a+")
    assert asked == []
    assert pattern.search("baa")
    assert pattern.fullmatch("aa")
    assert pattern.search("b") is None
    assert asked == ["a+"]


def test_a_mistake_shows_on_first_use() -> None:
    with pytest.raises(re.error):
        late("(").search("")


def test_all_of_them_compile() -> None:
    found = list(_all())
    assert len(found) > 100
    for name, pattern in found:
        assert pattern.groups >= 0, name


def _all() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(verifier.__path__, "verifier."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if type(value) is type(late("")):
                yield f"{module.name}.{name}", value
