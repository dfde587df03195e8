"""What any provider's reply holds: tokens, an error in the place of an answer, prose."""

from __future__ import annotations

from typing import Any

from verifier.extraction.retry import Fault, FaultKind, fault_of_status

_TOKENS = (
    ("prompt_tokens", "completion_tokens"),
    ("input_tokens", "output_tokens"),
    ("prompt_token_count", "candidates_token_count"),
)
"""How providers call what went in and what came out."""
_FAILURES = range(400, 600)


def tokens_of(response: Any) -> tuple[int, int] | None:  # noqa: ANN401 - any provider's
    """How many tokens went in and came out, where the reply says so."""
    usage = getattr(response, "usage", None) or getattr(response, "usage_metadata", None)
    for names in _TOKENS:
        sent, returned = (getattr(usage, name, None) for name in names)
        if isinstance(sent, int) and isinstance(returned, int):
            return sent, returned
    return None


def no_answer(response: Any) -> Fault | None:  # noqa: ANN401 - any provider's
    """What a reply stands for that came with status 200 and is no answer; None for one that is."""
    if isinstance(response, str):
        return Fault(FaultKind.UNREACHED, "something else than the service replied")
    error = getattr(response, "error", None)
    if isinstance(error, dict):
        # OpenRouter and llama.cpp's server report failures in this way, too.
        code = error.get("code")
        status = code if isinstance(code, int) and code in _FAILURES else 500
        return fault_of_status(status, {}, code, str(error.get("message")))
    choices = getattr(response, "choices", None)
    if response is None or (choices is not None and not choices):
        return Fault(FaultKind.BUSY, "the service's reply held no answer")
    return None


def is_prose(message: Any) -> bool:  # noqa: ANN401 - any provider's
    """Whether a message neither calls a tool nor holds anything that could be JSON."""
    content = getattr(message, "content", None)
    return not getattr(message, "tool_calls", None) and isinstance(content, str) and "{" not in content
