"""Comments at words of a Word file, with everything else in it as it was."""

from __future__ import annotations

import io
from bisect import bisect_left, bisect_right
from copy import deepcopy
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.text.run import Run

from verifier.formats.word import Place, body_of, opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from verifier.formats.model import Comment
    from verifier.formats.word_walk import Node

_R_PR = qn("w:rPr")
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


def with_comments(data: bytes, name: str, comments: Iterable[Comment], author: str) -> bytes:
    """The Word file with the comments in it.

    Runs are split where a comment begins or ends within one; the parts keep its properties.

    Args:
        data: the file.
        name: what to call it in an error.
        comments: each about words of the text that `verifier.formats.word.read` returns.
        author: who says so.

    Raises:
        InputError: the file cannot be opened.
    """
    document = opened(data, name, whole=True)
    wanted = tuple(comments)
    edges = sorted({edge for comment in wanted for edge in (comment.start, comment.end)})
    places = _split(body_of(document, name).places, edges)
    for comment in wanted:
        held = _held(places, comment)
        if held:
            runs = [Run(place.run, document) for place in held]
            added = document.add_comment(runs, author=author, initials=author[:1])
            # Lines of one paragraph: a paragraph for each takes the library twice the time.
            added.paragraphs[0].add_run(comment.text)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _held(places: Sequence[Place], comment: Comment) -> tuple[Place, Place] | None:
    """The first and the last place that share a code point with the comment; None if no place does."""
    first = bisect_right(places, comment.start, key=lambda place: place.end)
    last = bisect_left(places, comment.end, key=lambda place: place.start) - 1
    return (places[first], places[last]) if first <= last else None


def _split(places: Sequence[Place], edges: Sequence[int]) -> list[Place]:
    """The places, after every run has been split at the edges that lie within it."""
    found: list[Place] = []
    for place in places:
        # The run may have been split before this place, which then stands in the new one.
        run, child, start = place.child.getparent(), place.child, place.start
        for edge in edges[bisect_left(edges, place.start) : bisect_left(edges, place.end)]:
            if edge > start:
                found.append(Place(start, edge, run, child))
                child, start = _cut(child, edge - start), edge
            if found and found[-1].run is run:
                run = _moved(run, child)
        found.append(Place(start, place.end, run, child))
    return found


def _cut(words: Node, length: int) -> Node:
    """Cut a run's words in two after so many characters; returns the second part."""
    rest = deepcopy(words)
    words.text, rest.text = words.text[:length], words.text[length:]
    for part in (words, rest):
        part.set(_PRESERVE, "preserve")
    words.addnext(rest)
    return rest


def _moved(run: Node, child: Node) -> Node:
    """Move a child of a run, and what follows it, to a new run of the same properties; returns that."""
    new = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(_R_PR)
    if properties is not None:
        new.append(deepcopy(properties))
    following = [child, *child.itersiblings()]
    run.addnext(new)
    new.extend(following)
    return new
