"""Drafts written as the model sees them, for tests: ``[S1] Of the ⟦F1 9⟧ cats ⟦F2 4⟧ purred.``"""

from __future__ import annotations

import re

from verifier.draft import Draft, Sentence, Span
from verifier.figures.model import Figure, Interval, Kind, Scan

_LINE = re.compile(r"\[(S\d+)\] ?(.*)")
_FIGURE = re.compile(r"⟦(F\d+) ([^⟦⟧]*)⟧")


def marked(text: str) -> tuple[Draft, Scan]:
    """The draft and its figures: sentences one a line, paragraphs with a blank line between them."""
    plain = ""
    sentences: list[tuple[str, int, int, int]] = []
    figures: list[tuple[str, int, str]] = []
    for number, paragraph in enumerate(re.split(r"\n\n+", text.strip())):
        plain += "\n\n" if plain else ""
        for index, line in enumerate(paragraph.splitlines()):
            match = _LINE.fullmatch(line)
            assert match is not None, line
            plain += " " if index else ""
            start, at = len(plain), 0
            for figure in _FIGURE.finditer(match[2]):
                plain += match[2][at : figure.start()]
                figures.append((figure[1], len(plain), figure[2]))
                plain += figure[2]
                at = figure.end()
            plain += match[2][at:]
            sentences.append((match[1], start, len(plain), number))
    draft = Draft(
        plain,
        None,
        (),
        tuple(Sentence(name, Span(a, b, plain[a:b]), paragraph) for name, a, b, paragraph in sentences),
    )
    return draft, Scan(tuple(_figure(*row) for row in figures), ())


def _figure(name: str, start: int, quote: str) -> Figure:
    kind, unit = Kind.COUNT, None
    if quote.endswith("%"):
        kind, unit = Kind.PERCENT, "%"
    elif quote[0] in "$£€":
        kind, unit = Kind.MONEY, {"$": "USD", "£": "GBP", "€": "EUR"}[quote[0]]
    elif quote in ("half", "twice"):
        kind = Kind.FRACTION
    elif re.fullmatch(r"(19|20)\d\d", quote):
        kind = Kind.DATE
    value = Interval.exactly(int(re.sub(r"\D", "", quote) or 0))
    return Figure(name, Span(start, start + len(quote), quote), kind, value, value, unit)
