"""Where keys come from, and that they go nowhere."""

from __future__ import annotations

import importlib
import os

from verifier.errors import ConfigurationError
from verifier.settings import KEYRING_VARIABLE

_SECRET_NAMES = ("KEY", "TOKEN", "SECRET", "PASSWORD")
_SHORTEST_SECRET = 6


def key_from_keyring() -> str | None:
    """The key from a keyring, if one is named; None leaves it to the environment.

    Raises:
        ConfigurationError: the keyring cannot be opened, or has no such entry.
    """
    entry = os.environ.get(KEYRING_VARIABLE)
    if not entry:
        return None
    service, _, user = entry.partition("/")
    try:
        keyring = importlib.import_module("keyring")
    except ImportError:
        raise ConfigurationError(
            f"{KEYRING_VARIABLE} needs the package keyring: pip install 'verifier[keyring]'"
        ) from None
    try:
        key: str | None = keyring.get_password(service, user)
    except Exception as error:  # noqa: BLE001 - every system's keyring has its own
        raise ConfigurationError(
            f"{KEYRING_VARIABLE} {entry!r}: the keyring cannot be read ({type(error).__name__})"
        ) from None
    if key is None:
        raise ConfigurationError(
            f"{KEYRING_VARIABLE} {entry!r}: the keyring has no such entry; expected 'service/user', and a "
            "key stored with 'keyring set SERVICE USER'"
        )
    return key


def without_secrets(text: str) -> str:
    """A library's words without anything that the environment holds as a secret."""
    secrets = {
        value
        for name, value in os.environ.items()
        if len(value) >= _SHORTEST_SECRET and any(part in name.upper() for part in _SECRET_NAMES)
    }
    # The longest first: one may begin with another.
    for secret in sorted(secrets, key=len, reverse=True):
        text = text.replace(secret, "…")
    return text
