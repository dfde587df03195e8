"""HTML → text: what a browser shows, with the place of every character in the file.

justhtml builds the tree that browsers build and says where each text begins; what stands between (entities,
line breaks, tags that are ignored) is walked here, so that the way back is exact. The standard library's
html.parser gives places too, but its time grows with the square of what a hostile page repeats.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from justhtml import Element, JustHTML, Text

from verifier.errors import InputError
from verifier.formats import plain
from verifier.formats.flow import Flow, is_mark
from verifier.formats.model import Content, left_out
from verifier.formats.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p "
    "search section summary table tbody td tfoot th thead tr ul".split()
)
# Not shown, or no words of the draft: what a form, a drawing or a player holds.
_SKIPPED = frozenset(
    "area audio base button canvas datalist embed head iframe img input link map math meta noembed noframes "
    "noscript object optgroup option param progress meter rp rt script select source style svg template "
    "textarea title track video".split()
)
_SAID_SKIPPED = {
    "pre": "preformatted text",
    "listing": "preformatted text",
    "xmp": "preformatted text",
    "plaintext": "preformatted text",
    "del": "struck-through text",
    "s": "struck-through text",
    "strike": "struck-through text",
}
_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD_BYTES = 1024  # where a page has to declare its encoding

# A page of a million characters has some 20,000 tags, and no page that people wrote is nested this deeply.
_MOST_TAGS = 30_000
_MOST_REFERENCES = 100_000
_DEEPEST = 256
_MOST_WORK = 15_000_000_000
"""Tags times characters: the parser copies a text whenever it goes on behind a tag that has no meaning, so
that a page made for it takes as long as this says (two seconds here); others take a hundredth of that."""


def read(data: bytes, name: str) -> Content:
    """The draft in an HTML file; see `verifier.formats.Format`."""
    declared = _CHARSET.search(data[:_HEAD_BYTES])
    source = plain.read(data, name, declared[1].decode("ascii", "replace") if declared else None)
    flow = flow_of(source.text, name)
    notes = (*source.notes, *left_out(flow.left_out))
    return Content(flow.text, source.encoding, notes, flow.map, source.text)


def flow_of(html: str, name: str) -> Flow:
    """The text of a page, as it flows in a browser.

    Raises:
        InputError: it has more markup, or is nested more deeply, than any page that people write.
    """
    tags = html.count("<")
    if tags > _MOST_TAGS or html.count("&") > _MOST_REFERENCES or tags * len(html) > _MOST_WORK:
        raise _refused(name, f"too much markup ({tags:,} tags in {len(html):,} characters)")
    flow = Flow()
    tree = JustHTML(html, track_node_locations=True, sanitize=False, scripting_enabled=True)
    open_elements: list[tuple[Element, Iterator[object]]] = []
    children = iter(tree.root.children or ())
    while True:
        child = next(children, None)
        if isinstance(child, Text):
            for text, start, end in places(html, child.data or "", child.origin_offset):
                flow.add(text, start, end)
        elif isinstance(child, Element):
            if not _enters(child, flow):
                continue
            if len(open_elements) == _DEEPEST:
                raise _refused(name, f"tags nested more than {_DEEPEST} deep")
            open_elements.append((child, children))
            children = iter(child.children)
        elif child is None:
            if not open_elements:
                return flow
            element, children = open_elements.pop()
            _leaves(element, flow)


def _refused(name: str, why: str) -> InputError:
    return InputError(f"{name}: {why}; save its text as plain text and check that")


def _enters(element: Element, flow: Flow) -> bool:
    """Whether what stands in the element is text of the draft; the breaks before it are made."""
    name = element.name
    if name == "br":
        flow.end_line()
        return False
    if name in _SKIPPED or _is_hidden(element) or (name == "dialog" and "open" not in element.attrs):
        return False
    if name in _BLOCKS or name in _SAID_SKIPPED:
        if name in _BLOCKS or _SAID_SKIPPED[name] == "preformatted text":
            flow.end_paragraph()
        if name in _SAID_SKIPPED:
            flow.left_out.add(_SAID_SKIPPED[name])
            return False
    if name == "q":
        flow.add("“", None, None)  # a browser shows them, and they say whose words these are
    return not (name == "sup" and is_mark(_only_text(element), flow.last))


def _leaves(element: Element, flow: Flow) -> None:
    if element.name in _BLOCKS:
        flow.end_paragraph()
    elif element.name == "q":
        flow.add("”", None, None)


def _is_hidden(element: Element) -> bool:
    return "hidden" in element.attrs or bool(_HIDING.search(element.attrs.get("style") or ""))


def _only_text(element: Element) -> str:
    """The text of an element that holds nothing else, if need be in one more element (a link)."""
    node: object = element
    for _ in range(4):
        if not isinstance(node, Element) or len(node.children) != 1:
            break
        node = node.children[0]
    return (node.data or "") if isinstance(node, Text) else ""
