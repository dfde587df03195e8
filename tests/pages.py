"""Reports made by hand for tests of the page, and the page read back."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from verifier import Report, __version__
from verifier.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Bounds = tuple[int, int]

HOSTILE = (
    '</script><script>window.pwned = "tag"</script>\n\n'
    "<img src=x onerror=\"window.pwned = 'image'\"> cost £300m, the ministry said.\r\n\r\n"
    '<a href="javascript:window.pwned = \'link\'">Of the 7 ships</a>, 9 sank, <b onclick="pwned()">he</b> said.\n\n'
    "]]> --> <!-- <style>* { display: none }</style> {{ 7 * 7 }} {% raw %} &lt;i&gt; &amp; \" ' ` \\u003c\n\n"
    "</p></div></main><form action=https://example.org><input autofocus onfocus=\"window.pwned = 'focus'\">\n"
)
"""A draft that a page must show as the characters that it is."""


def report_on(
    text: str,
    *,
    findings: Iterable[tuple[str, str, Sequence[Bounds]]] = (),
    claims: Iterable[tuple[Bounds, int | None]] = (),
    sources: Sequence[str] = (),
    figures: Iterable[Bounds] = (),
    unaccounted: tuple[str, ...] = (),
    engine: str = "offline",
    complete: bool = True,
    problems: tuple[str, ...] = (),
    name: str | None = "draft.txt",
) -> Report:
    """A report on a text: findings as (severity, code, places), claims as (place, number of the source).

    Words that end up on the page where no draft's words do (messages, names) are taken from the arguments too.
    """
    draft = Draft.parse(text, name)

    def span(bounds: Bounds) -> dict[str, object]:
        return {"start": bounds[0], "end": bounds[1], "quote": text[bounds[0] : bounds[1]]}

    said = [
        {
            "id": f"C{number}",
            "span": span(bounds),
            "statement": span(bounds)["quote"],
            "label": span(bounds)["quote"],
            "figures": [],
            "attribution": {
                "source": None if source is None else f"S{source + 1}",
                "mention": None,
                "cue": None,
                "manner": "own_voice" if source is None else "indirect",
            },
            "proposed_by": "offline",
        }
        for number, (bounds, source) in enumerate(claims, 1)
    ]
    found = [
        {
            "fingerprint": f"{number:016x}",
            "code": code,
            "severity": severity,
            "message": f"Message {number} about {' and '.join(text[a:b] for a, b in places)}.",
            "working": f"{number} ≠ {number + 1}",
            "question": f"Question {number}?",
            "evidence": [
                {**span(bounds), "figure": None, "claim": _claim_at(bounds, said)} for bounds in places
            ],
            "relations": [],
        }
        for number, (severity, code, places) in enumerate(findings, 1)
    ]
    counted = [
        {"id": f"F{number}", "span": span(bounds), "low": 1, "high": 2, "unit": None, "kind": "count"}
        | {"hedge": "exact", "date": None}
        for number, bounds in enumerate(figures, 1)
    ]
    severities = [finding["severity"] for finding in found]
    report = Report.model_validate(
        {
            "verifier": {
                "version": __version__,
                "engine": engine,
                "model": "openai/example" if engine == "model" else None,
                "prompts": {"claims.md": "sha256:00"} if engine == "model" else {},
            },
            "draft": {"name": name, "sha256": draft.sha256, "characters": len(text), "words": draft.words},
            "summary": {
                "errors": severities.count("error"),
                "warnings": severities.count("warning"),
                "notices": severities.count("notice"),
                "claims": len(said),
                "sources": len(sources),
                "figures": len(counted),
            },
            "findings": found,
            "claims": said,
            "sources": [
                {
                    "id": f"S{number}",
                    "name": source,
                    "kind": "official",
                    "mentions": [],
                    "claims": [c["id"] for c in said if c["attribution"]["source"] == f"S{number}"],  # type: ignore[index]
                }
                for number, source in enumerate(sources, 1)
            ],
            "figures": counted,
            "relations": [],
            "coverage": {
                "figures": len(counted),
                "claimed": len(counted) - len(unaccounted),
                "no_claim": [],
                "unaccounted": unaccounted,
            },
            "usage": {"seconds": 0.5},
            "complete": complete,
            "problems": problems,
        }
    )
    return report.with_draft(text)


def _claim_at(bounds: Bounds, claims: list[dict[str, object]]) -> str | None:
    for claim in claims:
        span = claim["span"]
        assert isinstance(span, dict)
        if span["start"] <= bounds[0] and bounds[1] <= span["end"]:
            return str(claim["id"])
    return None


def long_report(words: int = 5500, claims: int = 500, findings: int = 90) -> Report:
    """A report on a long draft: claims of a dozen sources, figures in all of them, findings across them."""
    chance = random.Random(5)  # noqa: S311 - the same draft every time
    text, spans, figures = "A long draft about ports\n\n", [], []
    for number in range(claims):
        start = len(text)
        for word in range(words // claims):
            if word in (2, 6):
                figures.append((len(text), len(text) + 3))
            text += f"{chance.randint(100, 999)} " if word in (2, 6) else f"{chance.choice(_WORDS)} "
        spans.append((start, len(text) - 1))
        text = text[:-1] + (". " if number % 5 else ".\n\n")
    severities = sorted(chance.choice(("error", "warning", "notice")) for _ in range(findings))
    ranks = ("error", "warning", "notice")
    rows = [
        (severity, chance.choice(_CODES), sorted(chance.sample(figures, chance.randint(1, 3))))
        for severity in sorted(severities, key=ranks.index)
    ]
    sources = [f"Source {chance.choice(_WORDS)} {number}" for number in range(12)]
    speakers = [chance.choice([None, *range(12)]) for _ in spans]
    return report_on(
        text.rstrip(),
        findings=rows,
        claims=zip(spans, speakers, strict=True),
        sources=sources,
        figures=figures,
    )


_WORDS = (
    "harbour ferries council audit permits quay tonnes dredging tariff cargo pilots of the and in for".split()
)
_CODES = ("part-exceeds-whole", "same-fact-differs", "change-mismatch", "vague-source", "weekday-mismatch")


@dataclass
class Element:
    """An element of a page: its name, its attributes and the text within it."""

    name: str
    attributes: dict[str, str]
    text: str = ""
    within: tuple[Element, ...] = ()

    def inside(self, identifier: str) -> bool:
        """Whether it stands within the element of that id."""
        return any(other.attributes.get("id") == identifier for other in self.within)

    def numbers(self, name: str) -> set[int]:
        """The numbers in an attribute."""
        return {int(number) for number in self.attributes.get(name, "").split()}


_VOID = {"meta", "input", "img", "br", "link", "hr"}


@dataclass
class Page(HTMLParser):
    """A page read back, as a browser would read it."""

    source: str
    elements: list[Element] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, within=tuple(self._open))
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(
            Element(tag, {name: value or "" for name, value in attrs}, within=tuple(self._open))
        )

    def handle_endtag(self, tag: str) -> None:
        assert self._open
        assert self._open[-1].name == tag, f"</{tag}> closes <{self._open[-1].name}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, name: str, **attributes: str) -> list[Element]:
        """The elements of that name (or any, for "") that have these attributes; class_ stands for class."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            element
            for element in self.elements
            if (not name or element.name == name)
            and all(
                value in element.attributes.get(key, "").split()
                if key == "class"
                else element.attributes.get(key) == value
                for key, value in wanted.items()
            )
        ]

    def one(self, name: str, **attributes: str) -> Element:
        """The only such element."""
        found = self.all(name, **attributes)
        assert len(found) == 1, f"{len(found)} of <{name} {attributes}>"
        return found[0]
