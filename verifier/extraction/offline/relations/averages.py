"""Averages and prices: "25 people were jailed for a total of 75 years … averaged three", "30 at $120m each"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import Rule, noun

if TYPE_CHECKING:
    from verifier.extraction.offline.relations.rule import Masked

_DATED = r"(?:[^<>|]|<[dyt]\d+>)"
_LISTED = re.compile(r"<\w+>(?:,| and|, and) $")
_EACH = r"(?:each|apiece|a share|per share|a head|per head|per person|per ticket|a ticket|a unit|per unit)"
_MEAN = r"(?:an?\s|at an?\s|giving an?\s|making an?\s|which is an?\s|or an?\s|with an?\s)average\s(?:of|price of|cost of|fine of)\s{hedge}{mean:cmeu}"


def _innings(match: re.Match[str], masked: Masked) -> bool:
    """Whether runs are averaged: by how often a batsman was out, not by how often he played."""
    return noun(masked.figures[match["total"][1:]]) in ("run", "wicket")


def _innings_or_list(match: re.Match[str], masked: Masked) -> bool:
    """Whether the total is the last of several: "27, 22, 31 and 38 in the four games"."""
    return _LISTED.search(masked.text[: match.start("total") - 1]) is not None or _innings(match, masked)


RULES = (
    Rule(
        "so many, a total of so much; on average so much",
        "average",
        rf"{{count:c}}{_DATED}{{0,90}}?\b(?:an?\s(?:combined\s|grand\s)?total\sof|totalling|a\scombined)\s{{hedge}}{{total:cmeu}}{_DATED}*\|\s?(?:(?!\b(?:for|of|in|at|from|by|among)\b)[^<>|]){{0,60}}?\b(?:averag\w+|on average|mean)\b[^<>|]{{0,20}}?{{mean:cmeu}}",
        ("total", "combined"),
        hits=(
            "Last May, 25 people were jailed for a total of 75 years. Their sentences averaged three years.",
        ),
        misses=(
            "Last May, 25 people were jailed for a total of 75 years. The courts heard four cases a day on average.",
            "Last May, 25 people were jailed for a total of 75 years. Terms for arson averaged four years.",
        ),
        same_noun=False,
    ),
    Rule(
        "so much from so many, an average of so much",
        "average",
        rf"{{total:cmeu}}[^<>|;:]{{0,50}}?\b(?:from|by|to|for|over|across|among|between|in)\s(?:the\s|its\s|all\s|a\stotal\sof\s)?{{hedge}}{{count:cu}}\s[^<>|;:]{{0,40}}?(?:,|\s[-–—])\s{_MEAN}",
        ("average",),
        unless=_innings_or_list,
        hits=("The fund raised £10,000 from 50 donors, an average of £200 each.",),
        misses=(
            "He has scored 27, 22, 31 and 38 in the four games, an average of 29.5.",
            "The fund raised £10,000 from 50 donors in 12 towns, an average of £200 each.",
            "He scored 320 runs in eight matches, an average of 64 with three not outs.",
        ),
        same_noun=False,
    ),
    Rule(
        "so many did so much, an average of so much",
        "average",
        rf"{{count:c}}\s[^<>|;:,]{{1,40}}?\b(?:raised|gave|paid|scored|sold|spent|earned|received|won|lost|donated|contributed|made|cost|took|shared|served|totalled)\s{{hedge}}{{total:cmeu}}[^<>|;:]{{0,40}}?(?:,|\s[-–—])\s{_MEAN}\s(?:each|apiece|per|a\b|for each)",
        ("average",),
        hits=("The 50 donors gave £10,000 in all, an average of £200 each.",),
        misses=("The 50 donors gave £10,000, against an average of £200 in May.",),
        same_noun=False,
    ),
    Rule(
        "so many at so much each, so much in all",
        "average",
        rf"{{count:c}}(?!\s(?:times|years?|days?|months?|weeks?|per))(?:\s(?!(?:and|but|that|who|which)\b)[\w’'-]+){{0,6}}?,?\s(?:at|for)\s(?:a price of\s)?{{hedge}}{{mean:m}}(?:\s?\([^()|]*\))?\s{_EACH}\b[^<>|;:]{{0,40}}?\b(?:total(?:ling)?(?:\sof)?|raising|in a deal worth|worth|valued at|costing|making|bringing in|to raise|fetching)\s{{hedge}}{{total:m}}(?!\s(?:each|apiece|an?|per)\b)",
        ("each", "apiece", "share", "head", "per ", "ticket", "unit"),
        hits=(
            "It sold 5m shares at £2 each, raising £10m.",
            "It ordered 30 jets at $120m each, in a deal worth $3.6bn.",
        ),
        misses=(
            "It sold 5m shares at £2 each, raising hopes of £10m more.",
            "It has 30 jets and sold parts for $120 each, raising $10m.",
        ),
        same_noun=False,
    ),
    Rule(
        "so much by selling so many at so much each",
        "average",
        rf"{{total:m}}[^<>|;:]{{0,50}}?\b(?:by selling|through the sale of|from the sale of|by issuing|by placing|from selling|selling|for)\s{{hedge}}{{count:c}}\s[^<>|;:]{{0,30}}?\sat\s(?:a price of\s)?{{hedge}}{{mean:m}}(?:\s?\([^()|]*\))?\s{_EACH}\b",
        ("each", "apiece", "share", "head", "per ", "ticket", "unit"),
        hits=("The firm raised £10m by selling 5m shares at £2 each.",),
        misses=("The firm raised £10m by selling 5m shares and bonds worth £2 each.",),
        same_noun=False,
    ),
    Rule(
        "so much for so many, or so much for each",
        "average",
        r"{total:m}[^<>|;:]{0,50}?\b(?:from|to|for|among|between|shared\sby|split\sbetween)\s(?:the\s|its\s|all\s|about\s|some\s){0,2}{count:c}(?:\s[a-z-]+){1,3}?\s?(?:,\sor\s|\s[-–—]\s(?:or\s)?|,\swho\s(?:will\s|would\s)?(?:each\s)?(?:get|gets|got|receive|receives|received)\s|,\sequivalent\sto\s|,\swhich\sis\s){hedge}{mean:m}\s(?:each|apiece|per\s(?!cent|day|week|month|year|hour)\w+|for\seach|for\severy|a\s(?:head|person|pupil|family|ticket))",
        (" each", "apiece", " per ", " a head", " a person", " a pupil", " a family", " for every", "who "),
        hits=(
            "It raised £10,000 from 50 donors, or £200 each.",
            "It costs £6m for 3,000 pupils, or £2,000 per pupil.",
            "The £10,000 is to be shared by 50 families, who get £200 each.",
        ),
        misses=("It raised £10,000 from 50 donors, or £200 a month.",),
        same_noun=False,
    ),
    Rule(
        "so many gave so much each on average, a total of so much",
        "average",
        r"{count:c}\s[^<>|;:,]{1,40}?\ban\saverage\sof\s{mean:m}\s(?:each|apiece|a\shead|per\s\w+)(?:,|\s[-–—]|\sand)\s(?:for\s|making\s|or\s)?(?:a\s(?:combined\s)?total\sof|in\stotal|in\sall)\s{hedge}{total:m}",
        ("average",),
        hits=("The 50 donors gave an average of £200 each, a total of £10,000.",),
        misses=("The 50 donors gave an average of £200 each, up from £100 in May.",),
        same_noun=False,
    ),
    Rule(
        "so many shared so much, or so much each",
        "average",
        r"{count:c}\s[^<>|;:,]{1,40}?\b(?:share|shared|split|divided)\s{hedge}{total:m}(?:\s(?:[\w’'-]+\s?){1,3})?(?:,\sor|,|\s[-–—]\sor|\s[-–—])\s{hedge}{mean:m}\s(?:each|apiece|a\shead|per\s(?:person|head))\b",
        (" each", "apiece", "a head", "per "),
        hits=("The 12 winners shared £6m, or £500,000 apiece.",),
        misses=("The 12 winners shared £6m, and sold £500,000 of bonds each.",),
        same_noun=False,
    ),
)
