"""How many figures the scanner finds, how exactly, and how fast, on annotated articles.

    python benchmarks/figures.py --data ../shared/data/figures_dev.jsonl [more.jsonl …] [--show]

Each line of a data file is ``{"id", "text", "figures": [{"start", "end", "text", "kind", "value"?}]}``.
A gold figure is found if a scanned figure overlaps it; a scanned figure is precise if it overlaps some
gold figure; *core* figures are those of other kinds than ``date_rel`` and ``vague``. Speed is measured
over ``articles_dev.jsonl`` beside the first data file. If quantulum3 is installed it runs on the same
articles (on the annotated ones for speed, too: it needs minutes for all).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from verifier.figures import Figure, Kind, scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Gold = dict[str, Any]
SpanLike = tuple[int, int]

NOT_CORE = frozenset(("date_rel", "vague"))
KINDS: dict[str, frozenset[Kind]] = {
    "percent": frozenset((Kind.PERCENT, Kind.POINTS)),
    "money": frozenset((Kind.MONEY,)),
    "money_approx": frozenset((Kind.MONEY,)),
    "number": frozenset((Kind.COUNT,)),
    "number_word": frozenset((Kind.COUNT,)),
    "number_approx": frozenset((Kind.COUNT,)),
    "count": frozenset((Kind.COUNT,)),
    "date": frozenset((Kind.DATE, Kind.RELATIVE_DATE)),
    "date_rel": frozenset((Kind.RELATIVE_DATE, Kind.DATE)),
    "quantity": frozenset((Kind.MEASURE,)),
    "rank": frozenset((Kind.ORDINAL,)),
    "vote": frozenset((Kind.SCORE,)),
}
"""Gold kinds that have other names than ours; "range" and "vague" go with any kind."""


@dataclass
class Tally:
    """What was counted over the annotated articles."""

    gold: int = 0
    found: int = 0
    core: int = 0
    core_found: int = 0
    scanned: int = 0
    precise: int = 0
    kinds: int = 0
    kinds_right: int = 0
    values: int = 0
    values_right: int = 0
    exact_spans: int = 0
    notes: list[str] = field(default_factory=list)


def overlaps(one: SpanLike, two: SpanLike) -> bool:
    """Whether two spans share a code point."""
    return one[0] < two[1] and two[0] < one[1]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def tally_spans(articles: Iterable[Gold], spans_of: Callable[[str], list[SpanLike]]) -> Tally:
    """Recall and precision of spans alone."""
    tally = Tally()
    for article in articles:
        text, gold = article["text"], article["figures"]
        spans = spans_of(text)
        for figure in gold:
            at = figure["start"], figure["end"]
            hit = any(overlaps(at, span) for span in spans)
            core = figure["kind"] not in NOT_CORE
            tally.gold += 1
            tally.found += hit
            tally.core += core
            tally.core_found += core and hit
            tally.exact_spans += at in spans
            if not hit:
                tally.notes.append(f"missed {figure['kind']:10} {_context(text, at)}  [{article['id']}]")
        golds = [(figure["start"], figure["end"]) for figure in gold]
        for span in spans:
            precise = any(overlaps(span, at) for at in golds)
            tally.scanned += 1
            tally.precise += precise
            if not precise:
                tally.notes.append(f"extra             {_context(text, span)}  [{article['id']}]")
    return tally


def tally_meaning(articles: Iterable[Gold], tally: Tally) -> None:
    """Right kind and right value of the figures that were found."""
    for article in articles:
        figures = scan(article["text"]).figures
        for gold in article["figures"]:
            at = gold["start"], gold["end"]
            hit = next((one for one in figures if overlaps(at, (one.span.start, one.span.end))), None)
            if hit is None:
                continue
            if gold["kind"] not in ("vague", "range"):
                right = hit.kind in _kinds(gold["kind"])
                tally.kinds += 1
                tally.kinds_right += right
                if not right:
                    tally.notes.append(
                        f"kind {gold['kind']} / {hit.kind.value}: {gold['text']!r}  [{article['id']}]"
                    )
            if gold.get("value") is not None and gold["kind"] not in NOT_CORE:
                right = value_fits(hit, gold["value"])
                tally.values += 1
                tally.values_right += right
                if not right:
                    tally.notes.append(
                        f"value {gold['value']} / {hit.written}: {gold['text']!r}  [{article['id']}]"
                    )


def _kinds(gold: str) -> frozenset[Kind]:
    if gold in KINDS:
        return KINDS[gold]
    return frozenset((Kind(gold),)) if gold in set(Kind) else frozenset(Kind)


def value_fits(figure: Figure, value: object) -> bool:
    """Whether the gold value, a number or ``[low, high]``, is what the figure stands for."""
    bounds = value if isinstance(value, list) else [value, value]
    if not all(isinstance(bound, (int, float)) for bound in bounds):
        return True
    for bound, mine in zip(bounds, (figure.written.low, figure.written.high), strict=True):
        slack = 1e-9 * abs(bound)
        if mine is not None and not _holds(figure, bound, slack):
            return False
    return True


def _holds(figure: Figure, bound: float, slack: float) -> bool:
    low, high = figure.written.low, figure.written.high
    return (low is None or float(low) - slack <= bound) and (high is None or bound <= float(high) + slack)


def _context(text: str, at: SpanLike) -> str:
    before, after = text[max(0, at[0] - 25) : at[0]], text[at[1] : at[1] + 25]
    return f"{before}[{text[at[0] : at[1]]}]{after}".replace("\n", " ")


def share(part: int, whole: int) -> str:
    """A percentage, with its counts."""
    return f"{100 * part / whole:5.1f}% ({part}/{whole})" if whole else "    – (none)"


def our_spans(text: str) -> list[SpanLike]:
    """The spans that our scanner finds."""
    return [(figure.span.start, figure.span.end) for figure in scan(text).figures]


def quantulum_spans() -> Callable[[str], list[SpanLike]] | None:
    """quantulum3 as a function from text to spans, if it is installed."""
    if importlib.util.find_spec("quantulum3") is None:
        return None
    from quantulum3 import parser  # noqa: PLC0415  (an optional package, only for comparison)

    return lambda text: [(found.span[0], found.span[1]) for found in parser.parse(text) if found.span]


def print_tally(name: str, tally: Tally) -> None:
    """Recall and precision, one line each."""
    print(
        f"{name}: core recall {share(tally.core_found, tally.core)}, recall {share(tally.found, tally.gold)}"
    )
    same = share(tally.exact_spans, tally.gold)
    print(f"{name}: precision {share(tally.precise, tally.scanned)}, same span {same}")
    if tally.kinds:
        print(f"{name}: right kind {share(tally.kinds_right, tally.kinds)}, "
              f"right value {share(tally.values_right, tally.values)}")  # fmt: skip


def speed(texts: list[str], spans_of: Callable[[str], list[SpanLike]]) -> float:
    """Articles a second of processor time, which other work on the machine does not change."""
    started = time.process_time()
    for text in texts:
        spans_of(text)
    return len(texts) / (time.process_time() - started)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", nargs="+", type=Path, required=True)
    options.add_argument("--show", action="store_true", help="print what was missed, extra or read wrongly")
    chosen = options.parse_args()
    articles = [article for path in chosen.data for article in read_lines(path)]
    ours = tally_spans(articles, our_spans)
    tally_meaning(articles, ours)
    print_tally("verifier", ours)
    if chosen.show:
        print("\n".join(ours.notes))
    plain = chosen.data[0].with_name("articles_dev.jsonl")
    texts = (
        [record["text"] for record in read_lines(plain)]
        if plain.exists()
        else [one["text"] for one in articles]
    )
    words = sum(len(text.split()) for text in texts)
    rate = max(speed(texts, our_spans) for _ in range(3))
    by_word = rate * words / len(texts)
    print(f"verifier: {rate:,.0f} articles/s, {by_word:,.0f} words/s over {len(texts)} articles")
    quantulum = quantulum_spans()
    if quantulum is None:
        print("quantulum3: not installed")
        return
    print_tally("quantulum3", tally_spans(articles, quantulum))
    theirs = speed([one["text"] for one in articles], quantulum)
    print(f"quantulum3: {theirs:,.1f} articles/s; verifier is {rate / theirs:,.0f} times as fast")


if __name__ == "__main__":
    main()
