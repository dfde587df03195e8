"""The draft as markup: its text, character for character, in elements that carry its marks.

Written here and not as a template because no blank may slip in between two pieces, and because a long draft
has thousands of them. What comes from a draft or from outside goes through `verbatim` or `escape`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from verifier.report.marks import Piece
    from verifier.report.view import Card, View


def marked(view: View) -> Markup:
    """The whole draft: paragraphs, and what stands between them."""
    return Markup("".join(_parts(view)))  # noqa: S704 - escaped below


def verbatim(text: str) -> str:
    """Text so escaped that the page holds it character for character.

    A browser turns a carriage return into a line feed unless it is escaped. No page can hold a NUL; it
    shows as U+FFFD.
    """
    return str(escape(text)).replace("\r", "&#13;").replace("\0", "\ufffd")


def _parts(view: View) -> Iterator[str]:
    for block in view.blocks:
        yield verbatim(block.gap)
        if not block.pieces:
            continue
        number = f' data-p="{escape(block.number)}"' if block.number else ""
        names = ("line" if block.number else "headline") + (" columns" if block.columns else "")
        yield f'<p{number} class="{names}" dir="auto">'
        for piece in block.pieces:
            yield from _piece(piece, view)
        yield "</p>"


def _piece(piece: Piece, view: View) -> Iterator[str]:
    severity, hue = view.gravest(piece.findings), view.hue(piece.claims)
    attributes = (
        _attribute("class", " ".join(name for name in (severity, hue and f"h{hue}") if name)),
        _attribute("data-f", _numbers(piece.findings)),
        _attribute("data-c", _numbers(piece.claims)),
        _attribute("data-g", _numbers(piece.figures)),
        _attribute("data-t", view.tags(piece.ends)),
    )
    written, text = "".join(attributes), verbatim(piece.text)
    name = "mark" if piece.findings else "span"
    yield f"<{name}{written}>{text}</{name}>" if written else text
    for number in piece.refs:
        yield _ref(view.cards[number - 1])


def _ref(card: Card) -> str:
    """The small number behind a place that a finding rests on.

    No `button`: browsers break a line before one, and the number would stand apart from its words.
    """
    severity, number, hidden = card.finding.severity, card.number, " hidden" if card.decided else ""
    return (
        f'<span role="button" class="ref {severity}" data-act="ref" data-n="{number}" data-r="{card.ref}" '
        f'tabindex="-1" aria-label="{severity} {number}, {escape(card.finding.code)}"{hidden}></span>'
    )


def _attribute(name: str, value: str) -> str:
    """An attribute whose value this package has made up: numbers, severities, tags."""
    return f' {name}="{value}"' if value else ""


def _numbers(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))
