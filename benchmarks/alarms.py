"""Every error and warning on published articles, with its passage, to be read one by one.

python benchmarks/alarms.py --data ../shared/data/articles_dev.jsonl
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from scoring import grave, passage, rows

from verifier import Verifier


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--engine", choices=("offline", "model"), default="offline")
    parser.add_argument("--notices", metavar="CODE", help="list the notices of this code instead")
    options = parser.parse_args()
    checker = Verifier(engine=options.engine)
    articles = list(rows([options.data]))
    relations = listed = 0
    started = time.perf_counter()
    for article in articles:
        report = checker.verify(article["text"])
        relations += len(report.relations)
        findings = grave(report)
        if options.notices:
            findings = [f for f in report.findings if f.code == options.notices]
        for finding in findings:
            listed += 1
            print(article["id"], passage(article["text"], finding))
    seconds = time.perf_counter() - started
    print(
        f"{listed} findings and {relations} relations in {len(articles)} articles, "
        f"{len(articles) / seconds:.0f} articles/s"
    )


if __name__ == "__main__":
    main()
