"""Planted errors: how many are caught and pinned, and what is flagged in the clean twins.

    python benchmarks/planted.py --data ../shared/data/planted_dev_a.jsonl ../shared/data/planted_dev_b.jsonl

Caught: a finding on `text` that `clean_text` does not have and that overlaps an edit or a gold span.
Pinned: caught, and its evidence overlaps at least two gold spans (one, where gold has one).
Long drafts (`errors` instead of one error) are scored the same way, error by error.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from typing import Any

from scoring import grave, key, passage, rows, spans, touched

from verifier import Verifier


def errors_of(row: dict[str, Any]) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = row.get("errors") or [row]
    return listed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--engine", choices=("offline", "model"), default="offline")
    parser.add_argument("--missed", action="store_true", help="list what was not pinned")
    parser.add_argument("--alarms", action="store_true", help="list findings on clean texts")
    options = parser.parse_args()
    checker = Verifier(engine=options.engine)
    total: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    pinned: Counter[str] = Counter()
    drafts = alarms = 0
    seconds = 0.0
    for row in rows(options.data):
        drafts += 1
        started = time.perf_counter()
        report = checker.verify(row["text"])
        seconds += time.perf_counter() - started
        clean_text: str = row.get("clean_text") or ""
        before = grave(checker.verify(clean_text)) if clean_text else []
        alarms += len(before)
        if options.alarms:
            for finding in before:
                print("ALARM", row["id"], passage(clean_text, finding))
        known = {key(finding) for finding in before}
        new = [finding for finding in grave(report) if key(finding) not in known]
        for error in errors_of(row):
            kind, gold = error["kind"], spans(error["evidence"])
            near = gold + spans(error["edits"])
            total[kind] += 1
            hits = [finding for finding in new if touched(finding, near)]
            caught[kind] += bool(hits)
            fixed = any(touched(finding, gold) >= min(2, len(gold)) for finding in hits)
            pinned[kind] += fixed
            if options.missed and not fixed:
                print("MISSED", row["id"], kind, error["explanation"])
                for start, end in gold:
                    print("      ", " ".join(row["text"][max(0, start - 70) : end + 70].split()))
                for finding in hits:
                    print("    got", passage(row["text"], finding, 20))
    print(f"{'kind':24}{'n':>4}{'caught':>8}{'pinned':>8}")
    for kind in sorted(total):
        print(f"{kind:24}{total[kind]:4}{caught[kind]:8}{pinned[kind]:8}")
    n = total.total()
    print(f"{'all':24}{n:4}{caught.total():8}{pinned.total():8}   {pinned.total() / n:.0%} pinned")
    print(f"{alarms} findings on {drafts} clean texts, {seconds / drafts * 1000:.1f} ms a draft")


if __name__ == "__main__":
    main()
