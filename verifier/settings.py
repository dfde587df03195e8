"""How to check: which engine, which model, and its limits."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from verifier.errors import ConfigurationError
from verifier.house import DateStyle, House

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from verifier.configuration import Configuration

Engine = Literal["auto", "offline", "model"]

DEFAULT_MODEL = "openai/gpt-6-luna"
KEY_VARIABLE = "OPENAI_API_KEY"
KEYRING_VARIABLE = "VERIFIER_KEYRING"
MODEL_VARIABLE = "VERIFIER_MODEL"
CACHE_VARIABLE = "VERIFIER_CACHE_DIR"
PRICE_VARIABLE = "VERIFIER_PRICE"


class Price(NamedTuple):
    """What a million tokens cost, in any one currency: those sent, and those that come back."""

    sent: float
    returned: float

    @classmethod
    def parse(cls, text: str, setting: str) -> Price:
        """A price as people write it: ``0.25/2`` is 0.25 for a million tokens sent, 2 for as many returned.

        Raises:
            ConfigurationError: it is not two numbers of 0 or more with a slash between them.

        >>> Price.parse("0.25/2", "--price")
        Price(sent=0.25, returned=2.0)
        """
        try:
            sent, returned = (float(part) for part in text.split("/"))
        except ValueError:
            sent = returned = -1.0
        # Not a number is neither, and infinite prices would let no call through.
        if not (0 <= sent < float("inf") and 0 <= returned < float("inf")):
            raise ConfigurationError(
                f"{setting} {text!r}: expected what a million tokens cost, sent and returned, such as 0.25/2"
            )
        return cls(sent, returned)

    def of(self, sent: int, returned: int) -> float:
        """What so many tokens cost."""
        return (self.sent * sent + self.returned * returned) / 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings for one or many drafts.

    Attributes:
        engine: "offline" reads by patterns; "model" asks a language model; "auto" takes the model where
            a key is configured.
        model: ``provider/name``; ``VERIFIER_MODEL`` where not given.
        ignore: codes of findings that the report leaves out.
        severities: codes, and the severity that the report gives to their findings: "warning" or "notice".
        never_flag: names that no finding about a name, a role or an introduction is to be about.
        currency: what a bare "$" means in this house; see `House`.
        date_style: which way round 03/04/2005 is in this house: "day-first" or "month-first"; where None, it
            is read as its year alone.
        window_words: how many words of the draft one `claims` call is asked about, at least.
        timeout: seconds that the model may take for one draft, all its calls and their repetitions
            together; a single call may take half of that. Waiting for the limits on requests and tokens
            a minute does not count.
        attempts: how often an answer is asked for before its passage is left to the offline reader.
        temperature: 0 for answers that repeat; left out for models that refuse it, or where None.
        seed: likewise.
        concurrency: how many drafts the model is asked about at once, where there are many.
        requests_per_minute: no more calls than this; None for no limit.
        tokens_per_minute: no more tokens than this, estimated before a call; None for no limit.
        max_calls: calls that one `Verifier` may make in all; None for no limit.
        max_cost: what its calls may cost in all, in the currency of `price`; None for no limit.
        price: what a million tokens cost; without it costs are not reckoned.
        cache: whether answers are kept on this machine, and taken from there when the same is asked again.
        cache_megabytes: how large those answers may grow; the ones not used for longest go first.
        log_contents: whether what is sent and answered may be written to the log ``verifier.contents``.
        places: for settings that come from a file, where they stand in it, to say so where they cannot be.
    """

    engine: Engine = "auto"
    model: str = DEFAULT_MODEL
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, str] = field(default_factory=dict, hash=False)
    never_flag: tuple[str, ...] = ()
    currency: str = "USD"
    date_style: DateStyle | None = None
    window_words: int = 1000
    timeout: float = 120.0
    attempts: int = 3
    temperature: float | None = 0.0
    seed: int | None = 0
    concurrency: int = 8
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    max_calls: int | None = None
    max_cost: float | None = None
    price: Price | None = None
    cache: bool = True
    cache_megabytes: int = 200
    log_contents: bool = False
    places: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.engine not in ("auto", "offline", "model"):
            raise ConfigurationError(f"engine {self.engine!r}: expected 'auto', 'offline' or 'model'")
        if "/" not in self.model.strip("/"):
            raise ConfigurationError(
                f"model {self.model!r}: expected 'provider/name', such as {DEFAULT_MODEL!r}"
            )
        House(self.currency, self.date_style)
        for name in _POSITIVE:
            value = getattr(self, name)
            if value is not None and not value > 0:
                raise ConfigurationError(f"{name} {value!r}: must be greater than 0")
        for name in ("max_calls", "max_cost"):
            value = getattr(self, name)
            if value is not None and not value >= 0:
                raise ConfigurationError(f"{name} {value!r}: must not be less than 0")
        if self.max_cost is not None and self.price is None:
            raise ConfigurationError(
                f"{self.place('max_cost')}max_cost needs a price: set {PRICE_VARIABLE} (or --price) to what "
                "a million tokens cost, sent and returned, such as 0.25/2"
            )

    @classmethod
    def of(
        cls,
        engine: Engine | None = None,
        model: str | None = None,
        ignore: Iterable[str] | None = None,
        environment: Mapping[str, str] | None = None,
        file: Configuration | None = None,
        **others: Any,  # noqa: ANN401 - fields of this class
    ) -> Settings:
        """Settings from arguments, then from the environment, then from a file, then the defaults.

        Args:
            engine: as the field; None leaves it to the file.
            model: as the field; None leaves it to the environment.
            ignore: as the field; None leaves it to the file.
            environment: the process's own where None.
            file: what a settings file says, if there is one.
            **others: further fields; those that are None are left to the environment, the file or the
                defaults.

        Raises:
            ConfigurationError: a value that cannot be.
        """
        environment = os.environ if environment is None else environment
        others |= {"engine": engine, "model": model, "ignore": None if ignore is None else tuple(ignore)}
        given = {name: value for name, value in others.items() if value is not None}
        if "price" not in given and (price := environment.get(PRICE_VARIABLE)):
            given["price"] = Price.parse(price, PRICE_VARIABLE)
        if not given.get("model") and (name := environment.get(MODEL_VARIABLE)):
            given["model"] = name
        return cls(**_from_file(file, given), **given)

    @classmethod
    def load(cls, path: str | os.PathLike[str] | None = None, **given: Any) -> Settings:  # noqa: ANN401
        """Settings with those of a file, as `verifier check` uses them: `Verifier(settings=Settings.load())`.

        Args:
            path: the file; where None, the nearest ``verifier.toml``, or ``pyproject.toml`` with
                ``[tool.verifier]``, from the current folder upwards, if there is one.
            **given: arguments of `of`, which come before the environment and the file.

        Raises:
            ConfigurationError: the file cannot be read, or says what cannot be.
        """
        # Imported here: who reads no file does not wait for what checks it.
        from verifier.configuration import nearest, read  # noqa: PLC0415

        return cls.of(file=nearest(Path.cwd()) if path is None else read(Path(path)), **given)

    @property
    def house(self) -> House:
        """What the newsroom writes without saying so."""
        return House(self.currency, self.date_style)

    def place(self, setting: str) -> str:
        """Where a setting stands, to begin a message with: "verifier.toml, line 3: "; "" if in no file."""
        return f"{self.places[setting]}: " if setting in self.places else ""

    def chosen_engine(self, environment: Mapping[str, str] | None = None) -> Literal["offline", "model"]:
        """The engine that will run: `auto` takes the model where a key is configured.

        Raises:
            ConfigurationError: a model of OpenAI is asked for and no key is configured.
        """
        environment = os.environ if environment is None else environment
        configured = bool(environment.get(KEY_VARIABLE) or environment.get(KEYRING_VARIABLE))
        if self.engine == "auto":
            # A key is needed to choose the model unasked: another provider's name in a setting is not enough.
            return "model" if configured else "offline"
        if self.engine == "model" and not configured and self.model.startswith("openai/"):
            raise ConfigurationError(
                f"engine 'model' needs a key: set {KEY_VARIABLE} (and OPENAI_BASE_URL for another endpoint), "
                "or use --engine offline"
            )
        return self.engine


def _from_file(file: Configuration | None, given: Mapping[str, object]) -> dict[str, Any]:
    """The fields that a file gives and nothing before it does, and where they stand there."""
    if file is None:
        return {}
    fields = {name: value for name, value in file.values.items() if name not in given}
    places = {name: place for name, place in file.places.items() if name.split(".")[0] in fields}
    for name in ("ignore", "never_flag"):
        if name in fields:
            fields[name] = tuple(fields[name])
    if "price" in fields:
        fields["price"] = Price.parse(fields["price"], f"{places['price']}: price")
    return {**fields, "places": places}


_POSITIVE = (
    "window_words",
    "timeout",
    "attempts",
    "concurrency",
    "requests_per_minute",
    "tokens_per_minute",
    "cache_megabytes",
)


def cache_folder(environment: Mapping[str, str] | None = None) -> Path:
    """Where answers are kept: ``VERIFIER_CACHE_DIR``, or the user's cache folder on this system."""
    environment = os.environ if environment is None else environment
    if folder := environment.get(CACHE_VARIABLE):
        return Path(folder)
    from platformdirs import user_cache_path  # noqa: PLC0415 - only for those who keep answers

    return user_cache_path("verifier", appauthor=False)
