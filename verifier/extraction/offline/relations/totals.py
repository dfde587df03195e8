"""Sums and differences: "the other 90 got through", "£2.5bn less than the £37.5bn predicted"."""

from __future__ import annotations

from verifier.extraction.offline.relations.rule import Rule

_NOUNS = r"(?:\s+[\w’'-]+){0,6}?"

RULES = (
    Rule(
        "of the total, some and the others",
        "sum",
        rf"\b(?:out\s+)?of\s+(?:the|its|their|those|these|a total of)\s+{{total:cm}}{_NOUNS}(?:\s+[^,<>;:]{{0,40}})?,\s+"
        r"{hedge}{parta:cm}[^<>;:]{0,80}?(?:[,;]|\sand|\swhile|\sbut)\s+(?:and\s+)?the\s+(?:other|remaining)\s+{partb:cm}",
        ("other", "remaining"),
        hits=("Of the 472 drones launched, 382 were intercepted and the other 90 got through.",),
        misses=("Of the 472 drones launched, 382 were intercepted and 90 others were decoys.",),
    ),
    Rule(
        "the total: some and the others",
        "sum",
        rf"{{total:cm}}{_NOUNS}(?:\s+[^,<>;:]{{0,40}})?,\s+(?:of (?:which|whom|them)\s+)?{{hedge}}{{parta:cm}}"
        r"[^<>;:]{0,80}?(?:[,;]|\sand|\swhile|\sbut)\s+(?:and\s+)?the\s+(?:other|remaining)\s+{partb:cm}",
        ("other", "remaining"),
        hits=(
            "It fired seven missiles, three of which were hit while the other four landed in fields.",
            "Russia fired seven missiles, of which three were shot down and the remaining four got through.",
        ),
        misses=("It fired seven missiles, three of which hit the other 12 villages.",),
    ),
    Rule(
        "some and some, a total of all",
        "sum",
        rf"{{parta:cm}}{_NOUNS}\s+and\s+{{hedge}}{{partb:cm}}{_NOUNS},?\s+(?:for\s+|making\s+|or\s+)?"
        r"(?:a|the|in)\s+total\s+of\s+{total:cm}",
        ("total",),
        same_noun=False,
        hits=("They sank 12 ships and eight boats, a total of 20.",),
        misses=("They sank 12 ships and, a total of 20 times, missed.",),
    ),
    Rule(
        "so much less than forecast",
        "difference",
        r"{result:cme}\s*(?:,|-|–|—|\()\s*{hedge}{subtrahend:cme}\s+(?:less|fewer|lower|below|short of)\s+(?:than\s+)?"
        r"(?:the\s+)?{hedge}{minuend:cme}",
        ("less", "fewer", "lower", "below", "short"),
        hits=("Borrowing came to £35bn - £2.5bn less than the £37.5bn predicted.",),
        misses=("Borrowing came to £35bn, less than the £37.5bn predicted.",),
    ),
    Rule(
        "so much more than forecast",
        "difference",
        r"{minuend:cme}\s*(?:,|-|–|—|\()\s*{hedge}{result:cme}\s+(?:more|higher|above)\s+(?:than\s+)?"
        r"(?:the\s+)?{hedge}{subtrahend:cme}",
        ("more", "higher", "above"),
        hits=("Borrowing came to £40bn, £2.5bn more than the £37.5bn predicted.",),
        misses=("Borrowing came to £40bn, more than the £37.5bn predicted.",),
    ),
)
