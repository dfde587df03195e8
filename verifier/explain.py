"""What a code means, for people: from the table of codes and the documentation of relation kinds."""

from __future__ import annotations

import inspect
import textwrap

from verifier.findings import CODES, Code, code_named
from verifier.relations import KINDS

_WIDTH = 88


def explained(name: str) -> str:
    """All there is to say about one code.

    Raises:
        ConfigurationError: there is no such code.
    """
    code = code_named(name)
    parts = [f"{code.name} ({_severity(code)})", _wrapped(code.meaning)]
    if code.example:
        parts.append(f"Flagged\n{_wrapped(code.example, 2)}")
    parts.append(f"What to do\n{_wrapped(code.advice, 2)}")
    if code.kind is not None and code.kind in KINDS:
        parts += _sections(type(KINDS[code.kind]))
    return "\n\n".join(parts) + "\n"


def listed() -> str:
    """One line for each code."""
    longest = max(map(len, CODES))
    rows = [f"{code.name:<{longest}}  {code.severity.value:<7}  {code.meaning}" for code in CODES.values()]
    return "\n".join([*rows, "", "verifier explain CODE says more about one of them.", ""])


def _severity(code: Code) -> str:
    return (
        f"{code.severity.value}, or less where wording or sources leave room" if code.kind else code.severity
    )


def _sections(kind: type) -> list[str]:
    """Why it matters and what is not flagged, from the kind's documentation."""
    wanted = {"Why it matters:": "Why it matters", "Not flagged:": "Not flagged"}
    sections: list[str] = []
    for block in inspect.cleandoc(kind.__doc__ or "").split("\n\n"):
        heading, _, body = block.partition("\n")
        if heading in wanted:
            sections.append(f"{wanted[heading]}\n{_wrapped(' '.join(body.split()), 2)}")
    return sections


def _wrapped(text: str, indent: int = 0) -> str:
    space = " " * indent
    return textwrap.fill(text, _WIDTH, initial_indent=space, subsequent_indent=space)
