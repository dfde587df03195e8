"""From ids in a sentence of the model's to the figures as the draft prints them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.acceptance import Reason, cut_short
from verifier.extraction.shown import DIGITS
from verifier.figures.model import Kind

if TYPE_CHECKING:
    from verifier.extraction.schema import ClaimAnswer
    from verifier.extraction.shown import Shown
    from verifier.figures.model import Figure

# Days and months keep their capital wherever they stand.
_NAMED = frozenset({Kind.DATE, Kind.RELATIVE_DATE})

PLACE = re.compile(r"⟦(F\d+)[^⟦⟧]*⟧|\[(F\d+)\]|(?<!\w)(F\d+)(?!\w)")
"""An id in running text: as shown in the draft, as asked for, or bare."""


def id_of(match: re.Match[str]) -> str:
    """The id that a match of `PLACE` has found."""
    return next(group for group in match.groups() if group)


def filled(shown: Shown, name: str, text: str, item: ClaimAnswer, wrong: list[Reason]) -> str:
    """The text with the draft's printed figures in place of their ids."""
    rest: list[str] = []
    pieces: list[str] = []
    at = 0
    for match in PLACE.finditer(text):
        figure_id = id_of(match)
        figure = shown.figures.get(figure_id)
        if match[3] is not None and _is_word(shown, figure_id, item):
            continue
        if figure is None:
            wrong.append(Reason("unknown-figure", f"{name}: there is no figure {figure_id} in the draft"))
        printed = match[0] if figure is None else _as_printed(figure, text, match)
        rest.append(text[at : match.start()])
        pieces += [text[at : match.start()], printed]
        at = match.end()
    rest.append(text[at:])
    pieces.append(text[at:])
    allowed = shown.digits_of(item.sentence)
    if odd := [run for part in rest for run in DIGITS.findall(part) if run not in allowed]:
        wrong.append(
            Reason(
                "digits",
                f"{name}: {cut_short(odd[0])} does not stand in {item.sentence}; write figures as [F…]",
            )
        )
    filled = " ".join("".join(pieces).split())
    if not filled:
        wrong.append(Reason("empty", f"{name} is empty"))
    return filled


def _is_word(shown: Shown, figure_id: str, item: ClaimAnswer) -> bool:
    """Whether "F1" without brackets is a word of the draft (a racing class, a fighter) and no id."""
    word = re.compile(rf"(?<!\w){figure_id}(?!\w)")
    sentence = shown.sentences.get(item.sentence)
    if sentence is not None and word.search(sentence.span.quote):
        return True
    return figure_id not in item.figures and word.search(shown.draft.text) is not None


def _as_printed(figure: Figure, text: str, match: re.Match[str]) -> str:
    """The figure as the draft prints it, without a sign that the model has written beside it."""
    printed = figure.span.quote
    before, after = text[: match.start()], text[match.end() :]
    if before.endswith(("$", "£", "€", "¥")) and printed[0] == before[-1]:
        printed = printed[1:]
    if after.startswith("%"):
        printed = printed.removesuffix("%")
    if printed[:1].isalpha() and printed[1:2].islower() and figure.kind not in _NAMED:
        first = printed[0].lower() if before.strip() else printed[0].upper()
        printed = first + printed[1:]
    # "[F2] before the talks", where the figure is "a day before".
    last, following = printed.split()[-1].casefold(), after.split()
    if following and following[0].casefold() == last and not last[-1].isdigit():
        printed = printed[: -len(last)].rstrip()
    return printed
