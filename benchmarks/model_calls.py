"""What the model engine asks, and what it adds to its model: calls, rounds, time, tokens, memory.

    python benchmarks/model_calls.py [--data FOLDER] [--runs 3] [--drafts 200]

A scripted model in a process of its own answers every call after 1.0 s. Drafts of 400, 1,500 and 5,500
words are made up, or cut from the articles in FOLDER (articles_dev.jsonl). Times are the best of the runs,
since others use the machine too; CPU is what this process used in that run, all threads together. Where
langextract is installed, the same drafts go to the same model through it. Exits with 1 if a target is
missed.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from speed import made_up

from verifier import Settings, Verifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TESTS = Path(__file__).resolve().parents[1] / "tests"
LATENCY = 1.0
LENGTHS = (400, 1_500, 5_500)
MANY_WORDS = 400
CONCURRENCY = 20
# Memory after half of the drafts, and what may come to it with the other half.
FLAT_MEGABYTES = 8.0
CHARACTERS_PER_TOKEN = 3.5

_MODEL = f"""
import json, sys, time
from stub import Late, Prose, Stub, asked_for, obedient

seen = []

def answer(body):
    seen.append((time.monotonic(), sum(len(json.dumps(body.get(part))) for part in ("messages", "tools"))))
    if asked_for(body) == "ClaimsAnswer":
        return Late({LATENCY}, obedient(body))
    return Late({LATENCY}, {{}} if "tools" in body else Prose('```json\\n{{"extractions": []}}\\n```'))

with Stub(ClaimsAnswer=answer, RelationsAnswer=answer, **{{"": answer}}) as stub:
    print(stub.url, flush=True)
    for _ in sys.stdin:
        print(json.dumps(seen), flush=True)
        seen.clear()
        stub.requests.clear()
"""


@dataclass(frozen=True)
class Asked:
    """What came to the model: when (seconds), and how many characters."""

    requests: list[tuple[float, int]]

    @property
    def calls(self) -> int:
        return len(self.requests)

    @property
    def rounds(self) -> int:
        """How often a request waited for an answer before it was put."""
        rounds, started = 0, float("-inf")
        for at, _ in sorted(self.requests):
            if at >= started + LATENCY:
                rounds, started = rounds + 1, at
        return rounds

    @property
    def tokens(self) -> int:
        """About how many tokens were sent."""
        return round(sum(characters for _, characters in self.requests) / CHARACTERS_PER_TOKEN)


@dataclass(frozen=True)
class Model:
    """The scripted model, and what it was asked since it was last looked at."""

    url: str
    look: Callable[[], Asked]


@dataclass(frozen=True)
class Run:
    """One run: seconds by the clock and of this process, and what was asked."""

    wall: float
    cpu: float
    asked: Asked


def main() -> None:
    """Measure, print, and exit with 1 if a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, help="a folder with articles_dev.jsonl")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--drafts", type=int, default=200)
    options = parser.parse_args()
    drafts = {words: draft_of(words, options.data) for words in LENGTHS}
    with model() as scripted, tempfile.TemporaryDirectory() as cache:
        os.environ |= {"OPENAI_API_KEY": "none", "OPENAI_BASE_URL": scripted.url, "VERIFIER_CACHE_DIR": cache}
        head = ("calls", "rounds", "wall s", "target", "cpu ms", "tokens")
        print(f"{'':<46}{''.join(f'{name:>10}' for name in head)}")
        fine = [
            *single(scripted, drafts, options.runs),
            *again(scripted, drafts, options.runs),
            *many(scripted, options.data, options.drafts, options.runs),
        ]
        langextract(scripted, drafts)
    sys.exit(not all(fine))


def draft_of(words: int, data: Path | None) -> str:
    """So many words: made up, or the paragraphs of real articles one after the other."""
    if data is None:
        return made_up(words)
    paragraphs: list[str] = []
    for row in (data / "articles_dev.jsonl").read_text(encoding="utf-8").splitlines():
        for paragraph in json.loads(row)["text"].split("\n\n"):
            paragraphs.append(paragraph)
            if sum(len(each.split()) for each in paragraphs) >= words:
                return "\n\n".join(paragraphs)
    return "\n\n".join(paragraphs)


@contextmanager
def model() -> Iterator[Model]:
    """The scripted model in a process of its own, so that it costs the one that is measured nothing."""
    with subprocess.Popen(  # noqa: S603 - this interpreter, this code
        [sys.executable, "-c", _MODEL], cwd=TESTS, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        entrance, exit_ = process.stdin, process.stdout
        assert entrance is not None
        assert exit_ is not None

        def look() -> Asked:
            entrance.write("\n")
            entrance.flush()
            return Asked([(at, characters) for at, characters in json.loads(exit_.readline())])

        yield Model(exit_.readline().strip(), look)
        entrance.close()


def timed(scripted: Model, call: Callable[[], object]) -> Run:
    """One run of a call, with what it asked."""
    scripted.look()
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    took = time.perf_counter() - wall, time.process_time() - cpu
    return Run(*took, scripted.look())


def best(scripted: Model, call: Callable[[], object], runs: int) -> Run:
    """The run that others disturbed least."""
    return min((timed(scripted, call) for _ in range(runs)), key=lambda run: run.wall)


def line(what: str, run: Run, wall: float | None, calls: int | None, cpu: float | None = None) -> bool:
    """Print one measurement; whether it keeps to its targets."""
    asked = run.asked
    most = "" if calls is None else f"<={calls}"
    limit = "" if wall is None else f"<={wall:.2f}"
    missed = [
        name
        for name, value, target in (
            ("WALL", run.wall, wall),
            ("CALLS", asked.calls, calls),
            ("CPU", run.cpu, cpu),
        )
        if target is not None and value > target
    ]
    print(
        f"{what:<46}{asked.calls:>5}{most:>5}{asked.rounds:>10}{run.wall:>10.3f}{limit:>10}"
        f"{run.cpu * 1000:>10.0f}{asked.tokens:>10,}  {' '.join(missed)}"
    )
    return not missed


def single(scripted: Model, drafts: dict[int, str], runs: int) -> Iterator[bool]:
    """One draft after the other, without a cache."""
    checker = Verifier(settings=Settings(engine="model", model="openai/stub", cache=False))
    line(
        "the first check of a process, 400 words",
        timed(scripted, lambda: checker.verify(drafts[400])),
        None,
        None,
    )
    for words, text in drafts.items():
        report = checker.verify(text)
        assert report.complete, report.problems
        wall, calls = _targets(words, report.draft.words)
        yield line(
            f"{report.draft.words:,} words",
            best(scripted, partial(checker.verify, text), runs),
            wall,
            calls,
        )


def _targets(words: int, really: int) -> tuple[float, int]:
    """The most seconds and calls for a draft."""
    if words == LENGTHS[0]:
        return 1.1 * LATENCY + 0.1, 2
    return 1.3 * LATENCY, 1 + ceil(really / 1000)


def again(scripted: Model, drafts: dict[int, str], runs: int) -> Iterator[bool]:
    """The second look: the same draft, and the draft after an edit of one word."""
    checker = Verifier(settings=Settings(engine="model", model="openai/stub"))
    for words, text in drafts.items():
        checker.verify(text)
        yield line(
            f"{words:,} words, again",
            best(scripted, partial(checker.verify, text), runs),
            None,
            0,
        )
        after = []
        for number in range(runs):
            edited = text.replace("Monday", f"Someday{words}x{number}", 1)
            assert edited != text
            after.append(timed(scripted, partial(checker.verify, edited)))
        quickest = min(after, key=lambda run: run.wall)
        yield line(f"{words:,} words after a one-word edit", quickest, 1.3 * LATENCY, 2)


def many(scripted: Model, data: Path | None, count: int, runs: int) -> Iterator[bool]:
    """Many drafts at once, and the memory that they take."""
    settings = Settings(engine="model", model="openai/stub", cache=False, concurrency=CONCURRENCY)
    checker = Verifier(settings=settings)
    text = draft_of(MANY_WORDS, data)
    memory: list[float] = []

    async def run() -> None:
        done = 0
        async for outcome in checker.averify_many(f"{text} Draft {number}." for number in range(count)):
            assert outcome.report is not None, outcome.error
            done += 1
            if done in (count // 2, count):
                memory.append(_resident())

    measured = best(scripted, lambda: asyncio.run(run()), runs)
    ideal = ceil(count / CONCURRENCY) * LATENCY
    wall = 1.2 * ideal
    yield line(
        f"{count} drafts of {MANY_WORDS} words, {CONCURRENCY} at once", measured, wall, None, 0.05 * count
    )
    grown = memory[1] - memory[0]  # of the first run: later ones find memory that was given back
    flat = grown <= FLAT_MEGABYTES
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{'':<4}{measured.cpu / count * 1000:.1f} ms of CPU a draft (<= 50); {memory[0]:.0f} MB after half of them, "
        f"{grown:+.1f} MB at the end (<= +{FLAT_MEGABYTES:g}), peak {peak:.0f} MB{'' if flat else '  MEMORY'}"
    )
    yield flat


def _resident() -> float:
    """Megabytes that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def langextract(scripted: Model, drafts: dict[int, str]) -> None:
    """The same drafts and model through langextract, as it comes, where it is installed."""
    if importlib.util.find_spec("langextract") is None:
        print("langextract is not installed: nothing to compare with")
        return
    lx = importlib.import_module("langextract")

    example = lx.data.ExampleData(
        text="Zorland launched 472 drones, its army said.",
        extractions=[
            lx.data.Extraction(
                "claim",
                "Zorland launched 472 drones",
                attributes={"source": "its army", "manner": "indirect"},
            )
        ],
    )

    def extract(text: str) -> Any:  # noqa: ANN401 - the library's
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return lx.extract(
                text_or_documents=text,
                prompt_description="List every checkable claim of this news draft, with who makes it.",
                examples=[example],
                model_id="gpt-4o-mini",
                api_key="none",
                language_model_params={"base_url": scripted.url},
                fence_output=True,
                use_schema_constraints=False,
                show_progress=False,
            )

    extract("Nobody came.")
    for words, text in drafts.items():
        line(f"langextract, {words:,} words", timed(scripted, partial(extract, text)), None, None)


if __name__ == "__main__":
    main()
