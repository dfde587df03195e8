"""The people whom a poll asked, and a part of them: "surveying 1,737 voters … among the 578 Democrats surveyed"."""

from __future__ import annotations

from verifier.extraction.offline.relations.rule import Rule

_ASKED = (
    r"(?:survey(?:ed|ing)?|poll(?:ed|ing)?|interview(?:ed|ing)|question(?:ed|ing)|canvass(?:ed|ing)|among)"
)
_ALL = r"(?:voters|adults|people|Americans|Britons|residents|respondents|households|consumers)"
_PARTY = r"(?:Democrat\w*|Republicans?|GOP|primary|Labour|Tory|Conservative|Latino|Hispanic|black|white)"
_KIND = rf"(?:(?!{_PARTY}\b)[\w’'-]+\s){{0,3}}?"
_ANOTHER = r"(?:polls?|surveys?)\s(?:of|by|from)\b"
_SOME = r"(?:among|out\sof|of|including|included|includes|for|with|consisted\sof)\s(?:the\s|registered\s|likely\s|a\ssubsample\sof\s)*"

DRAFT_RULES = (
    Rule(
        "a poll of so many; of whom so many are a part",
        "part_of",
        rf"\b{_ASKED}(?:\sof)?\s{{hedge}}{{whole:c}}\s{_KIND}{_ALL}\b(?:(?!\b{_ANOTHER})(?:[^<]|<(?!c))){{0,300}}?\b{_SOME}"
        rf"{{part:c}}\s(?:[\w’'-]+\s){{0,4}}?(?:{_ALL}|Democrats|Republicans|women|men|independents)\b"
        r"(?=(?:[^<|]|<(?!c)){0,60}\b(?:surveyed|polled|interviewed|margin|sample|was\sconducted)\b|\.\s\|[^|]{0,60}\b(?:margin|sub-?sample)\b|[^<|]{0,3}\.)",
        ("urvey", "oll"),
        needs=(("margin", "sampl"),),
        hits=(
            "The firm surveyed 1,737 registered voters by phone. Among the 578 Republican voters surveyed, he leads, with a margin of error of 4 points.",
            "It was a poll of 1,200 adults, with a margin of error of 3 points. Out of 540 Republican primary voters, the margin of error is 4.2 points.",
        ),
        misses=(
            "The firm surveyed 537 likely Democratic voters. The poll included 996 voters in another race, with a margin of error of 4 points.",
            "The firm surveyed 537 registered voters. A poll of 996 voters surveyed in May has a margin of error of 4 points.",
        ),
        same_noun=False,
    ),
)
