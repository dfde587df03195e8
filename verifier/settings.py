"""How to check: which engine, which model, and its limits."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from verifier.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Engine = Literal["auto", "offline", "model"]

DEFAULT_MODEL = "openai/gpt-6-luna"
KEY_VARIABLE = "OPENAI_API_KEY"
MODEL_VARIABLE = "VERIFIER_MODEL"


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings for one or many drafts.

    Attributes:
        engine: "offline" reads by patterns; "model" asks a language model; "auto" takes the model where
            a key is configured.
        model: ``provider/name``; ``VERIFIER_MODEL`` where not given.
        window_words: how many words of the draft one `claims` call is asked about.
        timeout: seconds that one model call may take.
        attempts: how often an answer is asked for before its passage is left to the offline reader.
        temperature: sent with every call where given; some models refuse it, so none is sent unasked.
        seed: likewise, for providers that repeat an answer to the same seed.
        ignore: codes of findings that the report leaves out.
    """

    engine: Engine = "auto"
    model: str = DEFAULT_MODEL
    window_words: int = 1000
    timeout: float = 120.0
    attempts: int = 3
    temperature: float | None = None
    seed: int | None = None
    ignore: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.engine not in ("auto", "offline", "model"):
            raise ConfigurationError(f"engine {self.engine!r}: expected 'auto', 'offline' or 'model'")
        if "/" not in self.model.strip("/"):
            raise ConfigurationError(
                f"model {self.model!r}: expected 'provider/name', such as {DEFAULT_MODEL!r}"
            )
        if self.window_words < 1 or self.attempts < 1 or self.timeout <= 0:
            raise ConfigurationError("window_words, attempts and timeout must be greater than 0")

    @classmethod
    def of(
        cls,
        engine: Engine = "auto",
        model: str | None = None,
        ignore: Iterable[str] = (),
        environment: Mapping[str, str] | None = None,
    ) -> Settings:
        """Settings from arguments, then from the environment, then the defaults."""
        environment = os.environ if environment is None else environment
        return cls(
            engine=engine,
            model=model or environment.get(MODEL_VARIABLE) or DEFAULT_MODEL,
            ignore=tuple(ignore),
        )

    def chosen_engine(self, environment: Mapping[str, str] | None = None) -> Literal["offline", "model"]:
        """The engine that will run: `auto` takes the model where a key is configured.

        Raises:
            ConfigurationError: a model of OpenAI is asked for and no key is configured.
        """
        environment = os.environ if environment is None else environment
        keyed = bool(environment.get(KEY_VARIABLE)) or not self.model.startswith("openai/")
        if self.engine == "auto":
            # A key is needed to choose the model unasked: another provider's name in a setting is not enough.
            return "model" if environment.get(KEY_VARIABLE) else "offline"
        if self.engine == "model" and not keyed:
            raise ConfigurationError(
                f"engine 'model' needs a key: set {KEY_VARIABLE} (and OPENAI_BASE_URL for another endpoint), "
                "or use --engine offline"
            )
        return self.engine
