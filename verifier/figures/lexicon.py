"""Word lists, written as running text so that they stay readable."""

from __future__ import annotations


def wordlist(text: str) -> list[str]:
    """The words of a text, in order."""
    return text.split()


def wordset(text: str) -> frozenset[str]:
    """The words of a text, for looking up."""
    return frozenset(wordlist(text))


def spellings(table: str) -> dict[str, str]:
    """A table of lines ``name: spelling spelling …`` as a look-up from spelling to name."""
    found: dict[str, str] = {}
    for line in table.strip().splitlines():
        name, _, words = line.strip().partition(": ")
        found.update(dict.fromkeys(words.split(), name))
    return found
