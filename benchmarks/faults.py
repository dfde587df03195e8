"""What faults cost: every fault at the first, a middle and the last call of a draft, once and for good.

    python benchmarks/faults.py [--only WORDS]

A scripted model on this machine does to one of a draft's four calls what tests/mishaps.py lists. For each
fault: what became of the report (complete, marked, or one line of error where every call fails), how many
findings were lost that the patterns prove, calls, and seconds. The draft has three windows, a slip in each.
Exits with 1 if a finding is lost, a hole is not marked, or a draft takes longer than it may.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import mishaps
from stub import Stub

from verifier import verify
from verifier.errors import ProviderError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.report import Report

PLACES = {"first": 0, "middle": 1, "last": 2, "relations": 3}
# What building a client, and reading by patterns, may take beside the time for the draft.
ALLOWANCE = 2.0


@dataclass(frozen=True)
class Row:
    """What became of one draft."""

    end: str
    lost: int
    calls: int
    seconds: float
    fine: bool


def main() -> None:
    """Measure, print, and exit with 1 if something is not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--only", default="", help="faults whose name holds these words")
    options = parser.parse_args()
    os.environ["OPENAI_API_KEY"] = mishaps.KEY
    offline = verify(mishaps.DRAFT, engine="offline")
    assert len(offline.errors) == 3
    with Stub(ClaimsAnswer=mishaps.good, RelationsAnswer={}) as stub:
        checked(stub, offline, timeout=60)  # loads the vendor's libraries
    print(f"{'fault':<34}{'where':<11}{'how often':<11}{'report':<10}{'lost':>5}{'calls':>7}{'seconds':>9}")
    rows = []
    for name in mishaps.FAULTS:
        if options.only in name:
            for where, often, row in measured(name, offline):
                wrong = "" if row.fine else "  WRONG"
                print(
                    f"{name:<34}{where:<11}{often:<11}{row.end:<10}{row.lost:>5}{row.calls:>7}{row.seconds:>9.2f}{wrong}"
                )
                rows.append(row)
    ends = {end: sum(1 for row in rows if row.end == end) for end in ("complete", "marked", "error")}
    print(f"\n{len(rows)} checks: {', '.join(f'{count} {end}' for end, count in ends.items())}")
    print(f"findings lost that the patterns prove: {sum(row.lost for row in rows)}")
    print(f"longest: {max(row.seconds for row in rows):.2f} s")
    sys.exit(not all(row.fine for row in rows))


def measured(name: str, offline: Report) -> Iterator[tuple[str, str, Row]]:
    """A fault in every place, once and always; and in all places at the same time."""
    fault = mishaps.FAULTS[name]
    for where, position in PLACES.items():
        for often, times in (("once", 1), ("always", None)):
            with mishaps.at(position, fault.answer, times=times) as stub:
                row = checked(stub, offline, fault.timeout)
            marked = fault.why is not None and times is None
            yield where, often, replace(row, fine=row.fine and (row.end == "marked" or not marked))
    with Stub(ClaimsAnswer=fault.answer, RelationsAnswer=fault.answer) as stub:
        row = checked(stub, offline, fault.timeout)
    ended = row.end == ("error" if fault.stops else "complete" if fault.why is None else "marked")
    yield "everywhere", "always", replace(row, fine=row.fine and ended)


def checked(stub: Stub, offline: Report, timeout: float) -> Row:
    """What became of the draft with the model that a stub plays."""
    os.environ["OPENAI_BASE_URL"] = stub.url
    started = time.perf_counter()
    try:
        report = mishaps.check(replace(mishaps.SETTINGS, timeout=timeout))
    except ProviderError as error:
        seconds = time.perf_counter() - started
        line = str(error)
        fine = "\n" not in line and mishaps.KEY not in line and seconds < timeout + ALLOWANCE
        return Row("error", 0, len(stub.requests), seconds, fine)
    seconds = time.perf_counter() - started
    lost = len(mishaps.lost(report, offline))
    marked = any(finding.code == "passage-unread" for finding in report.findings)
    fine = not lost and report.complete is not marked and seconds < timeout + ALLOWANCE
    return Row("marked" if marked else "complete", lost, report.usage.calls, seconds, fine)


if __name__ == "__main__":
    main()
