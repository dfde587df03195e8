"""How fast it is: importing, one cold check, a long draft, many articles, and what the model engine adds.

    python benchmarks/speed.py [--data FOLDER] [--runs 5]

FOLDER holds real drafts as JSON lines with a `text` (see `long_drafts`); without it the long draft is made
up. Every line says what was measured, the median and the best of the runs, and what it should be. Times in
fresh interpreters count from start to exit, with compiled modules at hand, as after an installation.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from verifier import Settings, Verifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "record-drone-attack.txt"
VENDORS = ("openai", "instructor", "tenacity", "z3", "charset_normalizer")

LONG = 5_500
LATENCY = 0.5
ARTICLES = 100
"""Articles that are to be checked in a second, at least."""
MEMORY = 200
"""Megabytes that checking them may take."""

_SENTENCES = (
    "{name} said {low} of the {high} {things} were sold in {place} by {day}.",
    "Sales of {things} rose {share}% to £{high}m from £{low}m, according to {name}.",
    "“We have seen nothing like it in {years} years,” said {name}, who leads the council in {place}.",
    "The committee in {place} meets on {day} to discuss what {name} called an unhappy result.",
    "About {high} people came to {place} on {day}, {years} more than police had expected.",
    "The talks in {place} broke up without a result, and both sides blamed {name} for the delay.",
    "It was not clear who would pay for it, nor when the {things} would be delivered to {place}.",
    "“That is for others to decide,” said {name}, and added that nobody had asked before {day}.",
    "Nobody in {place} could say why the {things} had not arrived, and {name} declined to comment.",
)
_WORDS = {
    "name": ("Dana Whitlock", "the ministry", "Ukraine’s air force", "a spokesman for the union", "Mr Reed"),
    "things": ("tickets", "houses", "drones", "lorries", "vaccines", "bottles"),
    "place": ("Leeds", "Kyiv", "Halifax", "Lyon", "the capital", "York"),
    "day": ("Monday", "Tuesday", "Friday", "Sunday"),
}


def main() -> None:
    """Measure, print, and exit with 1 if something is slower than it should be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "--data", type=Path, help="a folder with planted_dev_long.jsonl or articles_dev.jsonl"
    )
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    print(f"{'':<58}{'median':>9}{'best':>9}{'target':>9}")
    within = [
        *cold_starts(options.runs),
        *long_drafts(options.data, options.runs),
        *many_articles(options.data, options.runs),
        *model_overhead(options.runs),
        offline_loads_no_vendor(),
    ]
    sys.exit(not all(within))


def line(what: str, seconds: list[float], target: float | None) -> bool:
    """Print one measurement; whether its best run is within the target."""
    best = min(seconds)
    aim = "" if target is None else f"{target:>7.2f} s"
    slow = target is not None and best > target
    print(f"{what:<58}{statistics.median(seconds):>7.3f} s{best:>7.3f} s{aim:>9}{'  SLOW' if slow else ''}")
    return not slow


def timed(call: Callable[[], object], runs: int) -> list[float]:
    """How long each of the runs took."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - start)
    return seconds


def cold_starts(runs: int) -> Iterable[bool]:
    """Fresh interpreters: doing nothing, importing, checking the example."""
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONPATH": str(ROOT)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment.pop("OPENAI_API_KEY", None)

        def run(*arguments: str) -> None:
            subprocess.run(  # noqa: S603 - this interpreter, these arguments
                [sys.executable, *arguments], env=environment, check=True, capture_output=True
            )

        check = ("-m", "verifier", "check", str(EXAMPLE), "--fail-on", "never")
        run(*check)  # compiles
        run(*check, "--format", "json")
        line("python starts and ends", timed(lambda: run("-c", "pass"), runs), None)
        yield line(
            "import verifier, python's start included",
            timed(lambda: run("-c", "import verifier"), runs),
            0.15,
        )
        use = "from verifier import verify"
        line(f"{use}, python's start included", timed(lambda: run("-c", use), runs), None)
        yield line("verifier check on the example, as text", timed(lambda: run(*check), runs), 0.7)
        as_json = timed(lambda: run(*check, "--format", "json"), runs)
        yield line("verifier check on the example, as JSON", as_json, 0.7)


def long_drafts(data: Path | None, runs: int) -> Iterable[bool]:
    """Drafts of some 5,500 words, offline, in a process that has checked one before."""
    checker = Verifier("offline")
    checker.verify(EXAMPLE.read_bytes().decode())
    for name, text in [("made up", made_up(LONG)), *(real(data) if data else ())]:
        words = checker.verify(text).draft.words
        seconds = timed(partial(checker.verify, text), runs)
        yield line(f"{words:,} words offline ({name})", seconds, 0.15 * max(1.0, words / LONG))


def made_up(words: int) -> str:
    """A draft of so many words in which figures, names and places change from sentence to sentence."""
    choose = random.Random(472)
    paragraphs: list[str] = []
    count = 0
    while count < words:
        sentences = []
        for template in choose.sample(_SENTENCES, 3):
            low = choose.randint(10, 900)
            figures = {"low": low, "high": low + choose.randint(1, 90), "share": choose.randint(1, 60)}
            named = {key: choose.choice(values) for key, values in _WORDS.items()}
            sentence = template.format(**figures, **named, years=choose.randint(2, 40))
            sentences.append(sentence[0].upper() + sentence[1:])
        paragraphs.append(" ".join(sentences))
        count += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs)


def real(data: Path) -> Iterable[tuple[str, str]]:
    """The longest real draft, and articles one after the other up to the same length."""
    drafts = [json.loads(row)["text"] for row in _rows(data / "planted_dev_long.jsonl")]
    if drafts:
        yield "a real draft", max(drafts, key=len)
    articles: list[str] = []
    for row in _rows(data / "articles_dev.jsonl"):
        articles.append(json.loads(row)["text"])
        if sum(len(article.split()) for article in articles) >= LONG:
            yield f"{len(articles)} real articles", "\n\n".join(articles)
            return


def many_articles(data: Path | None, runs: int) -> Iterable[bool]:
    """Articles a second, and the memory of a process that checks them all one after the other."""
    articles = data / "articles_dev.jsonl" if data else None
    if articles is None or not articles.exists():
        return
    code = (
        "import json, resource, sys, time; from verifier import Verifier; checker = Verifier('offline')\n"
        "texts = [json.loads(row)['text'] for row in open(sys.argv[1], encoding='utf-8')]\n"
        "checker.verify(texts[0]); start = time.perf_counter()\n"
        "for text in texts: checker.verify(text)\n"
        "rate = len(texts) / (time.perf_counter() - start)\n"
        "print(rate, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    rates, memory = [], []
    for _ in range(min(runs, 3)):
        done = subprocess.run(  # noqa: S603 - this interpreter, this code
            [sys.executable, "-c", code, str(articles)], capture_output=True, check=True, text=True, cwd=ROOT
        )
        rate, peak = map(float, done.stdout.split())
        rates.append(rate)
        memory.append(peak / (2**20 if sys.platform == "darwin" else 2**10))  # bytes there, KiB elsewhere
    yield amount("articles offline, a second", rates, "/s", max(rates), at_least=ARTICLES)
    yield amount("memory for all of them", memory, "MB", min(memory), at_most=MEMORY)


def amount(
    what: str,
    runs: list[float],
    unit: str,
    best: float,
    *,
    at_least: float | None = None,
    at_most: float | None = None,
) -> bool:
    """Print what is no time; whether the best run is within the bound."""
    within = (at_least is None or best >= at_least) and (at_most is None or best <= at_most)
    aim = f"{at_least if at_most is None else at_most:.0f} {unit}"
    flag = "" if within else "  SLOW" if at_most is None else "  TOO MUCH"
    print(f"{what:<58}{statistics.median(runs):>6.0f} {unit}{best:>6.0f} {unit}{aim:>9}{flag}")
    return within


def _rows(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def model_overhead(runs: int) -> Iterable[bool]:
    """What the model engine adds to its slowest call, against an endpoint on this machine."""
    with endpoint() as url:
        os.environ |= {"OPENAI_API_KEY": "none", "OPENAI_BASE_URL": url}
        checker = Verifier(settings=Settings(engine="model", model="openai/stub", cache=False))
        for words in (600, LONG):
            text = made_up(words)
            # The first draft of a process waits for the vendor's libraries to load.
            first, *later = (took - LATENCY for took in timed(partial(checker.verify, text), runs + 1))
            report = checker.verify(text)
            assert report.complete, report.problems
            line(f"{words:,} words by a model, first time, over its {LATENCY} s", [first], None)
            calls = report.usage.calls
            yield line(f"{words:,} words by a model ({calls} calls), over its {LATENCY} s", later, 0.05)


@contextmanager
def endpoint() -> Iterator[str]:
    """A scripted model in a process of its own, so that it costs the one that is measured nothing."""
    code = (
        "import sys; from stub import Late, Stub\n"
        f"answers = Late({LATENCY}, {{'claims': []}}), Late({LATENCY}, {{}})\n"
        "with Stub(ClaimsAnswer=answers[0], RelationsAnswer=answers[1]) as stub:\n"
        "    print(stub.url, flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(  # noqa: S603 - this interpreter, this code
        [sys.executable, "-c", code],
        cwd=ROOT / "tests",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.communicate()


def offline_loads_no_vendor() -> bool:
    """Whether a check without a model loads neither the vendor's libraries nor the solver."""
    code = (
        "import sys; from verifier import verify; "
        "verify(sys.stdin.buffer.read().decode(), engine='offline'); "
        f"print(*(name for name in {VENDORS!r} if name in sys.modules))"
    )
    with EXAMPLE.open("rb") as example:
        done = subprocess.run(  # noqa: S603 - this interpreter, this code
            [sys.executable, "-c", code], stdin=example, capture_output=True, check=True, text=True, cwd=ROOT
        )
    loaded = done.stdout.strip()
    print(f"{'loaded for a check offline':<58}{loaded or 'none of ' + ', '.join(VENDORS)}")
    return not loaded


if __name__ == "__main__":
    main()
