"""Settings: what is taken, what is refused and how that is said."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest

from verifier.errors import ConfigurationError
from verifier.settings import Price, Settings, cache_folder


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"engine": "magic"}, "engine 'magic': expected 'auto', 'offline' or 'model'"),
        ({"model": "gpt"}, "model 'gpt': expected 'provider/name'"),
        ({"model": "openai/"}, "model 'openai/'"),
        ({"model": "/gpt"}, "model '/gpt'"),
        ({"timeout": 0}, "timeout 0: must be greater than 0"),
        ({"timeout": -1.0}, "timeout -1.0"),
        ({"timeout": math.nan}, "timeout nan"),
        ({"attempts": 0}, "attempts 0"),
        ({"window_words": 0}, "window_words 0"),
        ({"concurrency": 0}, "concurrency 0"),
        ({"requests_per_minute": 0}, "requests_per_minute 0"),
        ({"tokens_per_minute": -5}, "tokens_per_minute -5"),
        ({"cache_megabytes": 0}, "cache_megabytes 0"),
        ({"max_calls": -1}, "max_calls -1: must not be less than 0"),
        ({"max_cost": -0.5, "price": Price(1, 1)}, "max_cost -0.5"),
        ({"max_cost": 1.0}, "max_cost needs a price: set VERIFIER_PRICE"),
    ],
)
def test_a_wrong_setting_is_named_with_what_was_expected(given: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Settings(**given)
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "given",
    [
        {"max_calls": 0},
        {"max_cost": 0.0, "price": Price(0, 0)},
        {"requests_per_minute": 0.5, "tokens_per_minute": 1},
        {"temperature": None, "seed": None},
        {"model": "openrouter/meta/llama-4"},
    ],
)
def test_what_is_unusual_is_still_taken(given: dict[str, Any]) -> None:
    settings = Settings(**given)
    assert {name: getattr(settings, name) for name in given} == given


@pytest.mark.parametrize(
    ("text", "price"), [("0.25/2", Price(0.25, 2)), ("0/0", Price(0, 0)), (" 1 / 1e1 ", Price(1, 10))]
)
def test_a_price_as_people_write_it(text: str, price: Price) -> None:
    assert Price.parse(text, "--price") == price


@pytest.mark.parametrize("text", ["", "1", "1/2/3", "a/b", "-1/2", "1/-2", "nan/1", "1/inf", "$1/$2"])
def test_what_is_no_price_is_said_with_an_example(text: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^--price .*such as 0\.25/2$"):
        Price.parse(text, "--price")


def test_what_tokens_cost() -> None:
    assert Price(0.25, 2).of(4_000_000, 500_000) == 2.0
    assert Price(1, 1).of(0, 0) == 0


def test_arguments_come_before_the_environment_and_that_before_the_defaults() -> None:
    environment = {"VERIFIER_MODEL": "openai/theirs", "VERIFIER_PRICE": "1/2"}
    assert Settings.of(environment={}) == Settings()
    assert Settings.of(environment=environment) == Settings(model="openai/theirs", price=Price(1, 2))
    assert Settings.of(model="openai/mine", environment=environment).model == "openai/mine"
    with pytest.raises(ConfigurationError, match="VERIFIER_PRICE 'cheap'"):
        Settings.of(environment={"VERIFIER_PRICE": "cheap"})


@pytest.mark.parametrize(
    ("engine", "model", "environment", "chosen"),
    [
        ("auto", "openai/x", {}, "offline"),
        ("auto", "openai/x", {"OPENAI_API_KEY": "k"}, "model"),
        ("auto", "openai/x", {"OPENAI_API_KEY": ""}, "offline"),
        ("auto", "openai/x", {"VERIFIER_KEYRING": "a/b"}, "model"),
        ("auto", "ollama/x", {}, "offline"),
        ("model", "ollama/x", {}, "model"),
        ("offline", "openai/x", {"OPENAI_API_KEY": "k"}, "offline"),
    ],
)
def test_the_engine_that_runs(engine: Any, model: str, environment: dict[str, str], chosen: str) -> None:
    assert Settings(engine=engine, model=model).chosen_engine(environment) == chosen


def test_a_model_of_openais_needs_a_key() -> None:
    with pytest.raises(ConfigurationError, match="set OPENAI_API_KEY"):
        Settings(engine="model").chosen_engine({})


def test_the_cache_lies_where_the_environment_says_or_where_the_system_keeps_such() -> None:
    assert cache_folder({"VERIFIER_CACHE_DIR": "/somewhere"}) == Path("/somewhere")
    assert "verifier" in cache_folder({}).parts
