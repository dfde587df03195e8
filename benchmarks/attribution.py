"""How well claims carry their sources, scored as the data's README says.

    python benchmarks/attribution.py --data ../shared/data/attributions_dev.jsonl [--engine offline] [--show 20]

A gold attribution with a source is found if some claim overlaps its content and that claim's mention
overlaps its source. Precision is over all claims that have a mention.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from verifier import Verifier

Spans = list[tuple[int, int]]
_MARKS = '"“”'


@dataclass
class Score:
    """Counts over all articles."""

    gold: int = 0
    gold_found: int = 0
    marked: int = 0
    marked_found: int = 0
    claims: int = 0
    claims_right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.claims_right / max(1, self.claims)

    @property
    def recall(self) -> float:
        return self.marked_found / max(1, self.marked)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def overlap(one: Spans, other: Spans) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def is_marked(content: str) -> bool:
    """Whether a content holds a figure or a quotation mark."""
    return any(ch.isdigit() for ch in content) or any(mark in content for mark in (*_MARKS, "''", "``"))


def score(article: dict[str, Any], checker: Verifier, total: Score) -> None:
    text: str = article["text"]
    report = checker.verify(text)
    claims: list[tuple[Spans, Spans]] = [
        (
            [(claim.span.start, claim.span.end)],
            [(claim.attribution.mention.start, claim.attribution.mention.end)],
        )
        for claim in report.claims
        if claim.attribution.mention is not None
    ]
    gold = []
    for attribution in article["attributions"]:
        source = [tuple(span) for span in attribution.get("source") or []]
        content = [tuple(span) for span in attribution.get("content") or []]
        if source and content:
            gold.append((content, source))
    for content, source in gold:
        found = any(overlap(c, content) and overlap(m, source) for c, m in claims)
        words = " … ".join(text[a:b] for a, b in content)
        total.gold += 1
        total.gold_found += found
        if is_marked(words):
            total.marked += 1
            total.marked_found += found
            if not found:
                start = min(a for a, _ in content + source)
                end = max(b for _, b in content + source)
                names = " … ".join(text[a:b] for a, b in source)
                total.missed.append(
                    f"{article['id']} [{names}] {text[max(0, start - 60) : min(end, start + 300) + 60]!r}"
                )
    for content, mention in claims:
        right = any(overlap(content, c) and overlap(mention, s) for c, s in gold)
        total.claims += 1
        total.claims_right += right
        if not right:
            (start, end), (m0, m1) = content[0], mention[0]
            context = text[max(0, min(start, m0) - 20) : max(min(end, start + 300), m1) + 40]
            total.wrong.append(f"{article['id']} [{text[m0:m1]}] {context!r}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--engine", choices=("offline", "model"), default="offline")
    parser.add_argument("--limit", type=int, default=0, help="only so many articles")
    parser.add_argument("--show", type=int, default=0, help="print so many misses and false attributions")
    options = parser.parse_args()
    articles = [json.loads(line) for line in options.data.read_text().splitlines()]
    articles = articles[: options.limit or None]
    checker, total = Verifier(engine=options.engine), Score()
    started = time.perf_counter()
    for article in articles:
        score(article, checker, total)
    seconds = time.perf_counter() - started
    print(f"articles {len(articles)}, {len(articles) / seconds:.0f} a second")
    print(
        f"with figures or quotations: recall {total.recall:.1%} of {total.marked}, "
        f"precision {total.precision:.1%} of {total.claims}, F1 {total.f1:.1%}; "
        f"recall over all {total.gold_found / max(1, total.gold):.1%} of {total.gold}"
    )
    chooser = random.Random(1)
    for title, rows in (("MISSED", total.missed), ("WRONG", total.wrong)):
        for row in chooser.sample(rows, min(options.show, len(rows))):
            print(title, row)


if __name__ == "__main__":
    main()
