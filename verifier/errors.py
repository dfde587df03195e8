"""What can go wrong, by who must act.

VerifierError
├── InputError               you: the draft cannot be read (missing file, binary, wrong encoding)
├── ConfigurationError       you: a setting is missing or wrong (no key, unknown engine)
├── ProviderError            the service: not reached, refused, over its limits
├── AnswerError              the model: no usable answer, even after it was told why
└── InternalError            us: something that should not happen; please report it

Every message is one line that says which file or setting, what was expected, and what to do.
"""

from __future__ import annotations


class VerifierError(Exception):
    """Any failure that this package raises on purpose."""


class InputError(VerifierError):
    """The draft cannot be read. The message names the file and what was expected."""


class ConfigurationError(VerifierError):
    """A setting is missing or wrong. The message names the setting and how to set it."""


class ProviderError(VerifierError):
    """The model's service did not answer. The message says which service and what it replied."""


class AnswerError(VerifierError):
    """The model answered, but not usably. The message says what was wrong with the answer."""


class InternalError(VerifierError):
    """A promise of this package was broken. The message says which, for a bug report."""
