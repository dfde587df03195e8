"""Shares: "382 of the 472, or 81%", "30% … 27% … the other 53%"."""

from __future__ import annotations

from verifier.extraction.offline.relations.rule import Rule

_NOUNS = r"(?:\s+[\w’'-]+){0,4}?"

RULES = (
    Rule(
        "part of the whole, or share",
        "share",
        rf"{{part:cm}}\s+(?:out\s+)?of\s+(?:the|its|their|those|these)\s+{{whole:cm}}{_NOUNS}\s*(?:,|\(|-|–|—)\s*"
        r"(?:or\s+|which is\s+|that is\s+)?{hedge}{share:pf}(?=\s*(?:,|\)|-|–|—|\.|of the total\b))",
        ("of ",),
        hits=("They shot down 382 of the 472 drones, more than 80%.",
              "They shot down 382 of the 472 drones (81%)."),
        misses=("He won 12 of the 20 games, 30% of them away.",),
    ),
    Rule(
        "of the whole, part did, or share",
        "share",
        rf"\bof\s+(?:the|its|their|those|these)\s+{{whole:cm}}{_NOUNS}(?:\s+[^,<>;:]{{0,40}})?,\s+{{hedge}}{{part:cm}}\s*"
        r"(?:,|\(|-|–|—)\s*(?:or\s+)?{hedge}{share:pf}\s*(?:,|\)|-|–|—)",
        ("of ", "Of "),
        hits=("Out of the 472 drones launched, 382, or more than 80%, were intercepted.",),
        misses=("Out of the 472 drones launched, 382 were intercepted, a 20% rise.",),
    ),
    Rule(
        "of the whole, part did this, or share",
        "share",
        rf"\bof\s+(?:the|its|their|those|these)\s+{{whole:cm}}{_NOUNS}(?:\s+[^,<>;:]{{0,40}})?,\s+{{hedge}}{{part:cm}}\s"
        r"[^<>,;:]{3,60}(?:,|\(|-|–|—)\s*(?:or\s+|which is\s+)?{hedge}{share:pf}(?=\s*(?:\)|\.|of the total\b))",
        ("of ", "Of "),
        hits=("Out of the 472 drones launched, 382 were intercepted or neutralised, more than 80%.",),
        misses=("Of the 472 drones launched, 382 were intercepted, 90% of them by guns.",
                "Of the 472 drones, 382 were intercepted, up 12%."),
    ),
    Rule(
        "this share, that share and the other share",
        "shares_of_one",
        r"{sharea:p}[^<>;:]{3,60}?(?:,|\band\b)\s+(?:and\s+)?{hedge}{shareb:p}[^<>;:]{3,60}?(?:,|\band\b|\bwhile\b)\s+"
        r"(?:and\s+|while\s+)?the\s+(?:other|remaining)\s+{sharec:p}",
        ("other", "remaining"),
        complete=True,
        hits=("30% saw orders rise and 27% saw them fall, while the other 43% reported no change.",),
        misses=("30% saw orders rise and 27% saw other falls of 43%.",),
    ),
    Rule(
        "this share and the other share",
        "shares_of_one",
        r"^(?:[^<>]|<[^p]\d+>)*{sharea:p}[^<>;:]{0,60}?(?:,|\band\b|\bwhile\b)\s+(?:and\s+|while\s+)?the\s+(?:other|remaining)\s+{shareb:p}",
        ("other", "remaining"),
        complete=True,
        hits=("The state holds 60% and the remaining 40% is listed.",),
        misses=("The state holds 60%, the family 20% and the remaining 20% is listed.",),
    ),
)
