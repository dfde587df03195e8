"""The draft: immutable text, its paragraphs and sentences, and spans that prove themselves.

All offsets are Unicode code points of the text as given, half-open. The text is never altered:
no newline translation, no normalisation, no stripping.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from nupunkt import sent_spans

from verifier.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_CHARACTERS = 1_000_000
"""The longest draft that is checked: some 170,000 words, a book of 500 pages."""

_LINE_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029](?:(?<=\r)\n)?")  # one set, which is quick to find
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
_WORD = re.compile(r"\w++(?:[-'’]\w++)*+")

# Wire copy is wrapped at 60 to 80 columns; a line outside these bounds was broken on purpose.
_WRAP_SHORTEST = 45
_WRAP_LONGEST = 100


class Span(NamedTuple):
    """A stretch of the draft: code points ``[start, end)`` and the words that stand there."""

    start: int
    end: int
    quote: str

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


class Sentence(NamedTuple):
    """One sentence: its id (``S1``, in order), its span, and the number of its paragraph (from 0)."""

    id: str
    span: Span
    paragraph: int

    @property
    def number(self) -> int:
        """Its place among the sentences of the draft, from 1."""
        return int(self.id[1:])


@dataclass(frozen=True, eq=False)
class Draft:
    """The text under check. Build it with `Draft.parse`; equal texts give equal sentences and ids."""

    text: str
    name: str | None
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]

    @classmethod
    def parse(cls, text: str, name: str | None = None) -> Draft:
        """Split a text into paragraphs and sentences.

        Args:
            text: the draft, as it is.
            name: what to call it in the report, such as a file name.

        Raises:
            InputError: it is no text, holds a lone surrogate, which is not a character, or is longer than
                `MAX_CHARACTERS`.
        """
        if not isinstance(text, str):
            raise InputError(f"{name or 'the draft'}: expected a text (str), got {type(text).__name__}")
        if len(text) > MAX_CHARACTERS:
            raise InputError(
                f"{name or 'the draft'}: longer than {MAX_CHARACTERS:,} characters, the most that is checked "
                "at once; split it, and check the parts"
            )
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise InputError(
                f"{name or 'the draft'}: no character at offset {error.start} (half of a surrogate pair); "
                "decode the file as UTF-8 before checking it"
            ) from None
        paragraphs = tuple(Span(start, end, text[start:end]) for start, end in _paragraphs(text))
        return cls(text, name, paragraphs, tuple(_sentences(paragraphs)))

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @cached_property
    def words(self) -> int:
        """How many words the draft has."""
        return count_words(self.text)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.sentences)

    @cached_property
    def _by_id(self) -> dict[str, Sentence]:
        return {sentence.id: sentence for sentence in self.sentences}

    def span(self, start: int, end: int) -> Span:
        """The span of code points ``[start, end)``.

        Raises:
            ValueError: the bounds do not lie in the draft or are the wrong way round.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"no span [{start}, {end}) in a draft of {len(self.text)} characters")
        return Span(start, end, self.text[start:end])

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the code point at `offset`, if any (white space lies in none)."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].span.end:
            return None
        return self.sentences[index]

    def sentence(self, sentence_id: str) -> Sentence | None:
        """The sentence of that id, or None."""
        return self._by_id.get(sentence_id)

    def sentences_of(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share a code point with the span, in order."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_right(self._starts, max(span.start, span.end - 1))
        return tuple(s for s in self.sentences[first:last] if s.span.overlaps(span))


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines that belong together: one line each, unless the text is hard-wrapped."""
    block: list[tuple[int, int]] = []
    for start, end in _lines(text):
        line = text[start:end]
        if line.strip():
            left = start + len(line) - len(line.lstrip())
            block.append((left, start + len(line.rstrip())))
        else:
            yield from _unwrapped(text, block)
            block = []
    yield from _unwrapped(text, block)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _LINE_BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _unwrapped(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join a block's lines where they are one paragraph, wrapped by hand or by a mailer."""
    if len(block) > 1 and _is_wrapped(text, block):
        yield block[0][0], block[-1][1]
    else:
        yield from block


def _is_wrapped(text: str, block: list[tuple[int, int]]) -> bool:
    body = block[:-1]
    if not all(_WRAP_SHORTEST <= end - start <= _WRAP_LONGEST for start, end in body):
        return False
    open_ended = sum(1 for start, end in body if not _ENDS_SENTENCE.search(text[start:end]))
    return 2 * open_ended >= len(body)


def _sentences(paragraphs: tuple[Span, ...]) -> Iterator[Sentence]:
    number = 0
    for index, paragraph in enumerate(paragraphs):
        for start, end in sent_spans(paragraph.quote):
            within = paragraph.quote[start:end]
            quote = within.strip()
            if quote:
                number += 1
                left = paragraph.start + start + within.index(quote)
                yield Sentence(f"S{number}", Span(left, left + len(quote), quote), index)
