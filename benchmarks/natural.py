"""Real slips in published articles: recall over clear and arguable ones, and what else is flagged.

    python benchmarks/natural.py --data ../shared/data/natural_dev.jsonl

Texts are taken by id from `articles_dev.jsonl` beside the data file.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from scoring import grave, passage, rows, spans, touched

from verifier import Verifier


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--engine", choices=("offline", "model"), default="offline")
    parser.add_argument("--missed", action="store_true", help="list what was not found")
    options = parser.parse_args()
    texts = {row["id"]: row["text"] for row in rows([options.data.with_name("articles_dev.jsonl")])}
    checker = Verifier(engine=options.engine)
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    others = 0
    for row in rows([options.data]):
        text = row.get("text") or texts[row["id"]]
        findings = grave(checker.verify(text))
        slips = row.get("slips") or row.get("errors") or []
        for slip in slips:
            total[slip["class"]] += 1
            hit = any(touched(finding, spans(slip["evidence"])) for finding in findings)
            found[slip["class"]] += hit
            if options.missed and not hit:
                print("MISSED", row["id"], slip["class"], slip["kind"], slip["explanation"])
                for start, end in spans(slip["evidence"]):
                    print("      ", " ".join(text[max(0, start - 70) : end + 70].split()))
        for finding in findings:
            if not any(touched(finding, spans(slip["evidence"])) for slip in slips):
                others += 1
                print("OTHER", row["id"], passage(text, finding))
    for name, count in total.items():
        print(f"{name}: {found[name]} of {count} found ({found[name] / count:.0%})")
    print(f"{others} findings that overlap no listed slip")


if __name__ == "__main__":
    main()
