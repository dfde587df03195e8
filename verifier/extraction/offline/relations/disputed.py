"""One figure put at different values by different sources: "police put it at 2,000, the organisers at 10,000"."""

from __future__ import annotations

from verifier.extraction.offline.relations.rule import Rule

RULES = (
    Rule(
        "one puts it at this, another at that",
        "same_fact",
        r"\bputs?\s[^<>;:]{3,60}?\sat\s{hedge}{figure:cmpe}[^<>]{0,40}?(?:,|;|\bwhile\b|\bbut\b|\band\b)\s[^<>]{3,60}?"
        r"(?:\bputs?\s(?:it|them|the\s[\w\s]{3,30})\s(?:at|as\shigh\sas)|\bsaid\sit\swas|\bsaid)\s{hedge}{other:cmpe}",
        ("put ", "puts "),
        hits=("Police put the number of marchers at 2,000, while the organisers put it at 10,000.",),
        misses=("Police put the number of marchers at 2,000, while 10,000 stayed at home.",),
    ),
)
