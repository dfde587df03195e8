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


def numbered(table: str) -> dict[str, int]:
    """A table of lines ``number: word word …`` as a look-up from word to number."""
    return {word: int(number) for word, number in spellings(table).items()}


def counted(text: str, start: int = 0) -> dict[str, int]:
    """The words of a text, each with its place, counted from `start`."""
    return {word: place for place, word in enumerate(wordlist(text), start)}
