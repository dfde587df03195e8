"""Parts in a list, and totals near by: "four people, three men and one woman", "36 of his 50 … the other 14"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import Rule
from verifier.figures.model import Hedge

if TYPE_CHECKING:
    import re

    from verifier.extraction.offline.relations.rule import Masked

_OUR = r"(?:the|its|his|her|their|our|my|your|those|these)"
_GROUP = (
    r"(?:people|persons|others|suspects|victims|passengers|protesters|demonstrators|defendants|students|pupils|"
    r"hostages|prisoners|detainees|patients|survivors|workers|employees|candidates|jurors|arrests|deaths|"
    r"casualties|fatalities|bodies|civilians|Britons|Americans|Palestinians|Israelis|Iraqis|migrants|refugees)"
)
_MEN = r"(?:men|women|man|woman|boys?|girls?|children|child|adults?|males?|females?|teenagers?|toddlers?|bab(?:y|ies))"
_WORDS = r"(?:\s[\w’'-]+)"
_AT = r"(?:in|for|from|at|against|by|on|to|with|under|over|as)"
_END = r"\s?(?=[,.;:|)–—-])"


def _vague(match: re.Match[str], masked: Masked) -> bool:
    """Whether the total is a word such as "dozens" or a range."""
    return masked.figures[match["total"][1:]].hedge in (Hedge.VAGUE, Hedge.BETWEEN)


def _month(name: str, masked: Masked) -> tuple[int | None, int | None]:
    """Year and month of a masked date, each as far as it is known."""
    date = masked.figures[name[2:-1]].date
    return (None, None) if date is None else (date.year, date.month)


def _not_two_months(match: re.Match[str], masked: Masked) -> bool:
    """Whether the two stretches of time may not be two months of one year."""
    (_, month), (_, other) = _month(match["_month"], masked), _month(match["_other"], masked)
    return month is None or other is None or month == other


_AREAS = r"(?:countries|states|nations|regions|cities|counties|towns|districts)"

DRAFT_RULES = (
    Rule(
        "people: men and women",
        "sum",
        rf"{{total:c}}\s(?:[\w’'-]+\s){{0,2}}?{_GROUP}\s?(?:,|\(|:|[-–—])\s?{{hedge}}{{parta:c}}(?:\s[\w’'-]+){{0,2}}?\s{_MEN}(?:,\s{{partb:c}}(?:\s[\w’'-]+){{0,2}}?\s{_MEN})?,?\s(?:and|plus)\s{{partc:c}}(?:\s[\w’'-]+){{0,2}}?\s{_MEN}{_END}",
        ("man", "men", "girl", "child", "adult", "male", "teenager", "bab"),
        hits=(
            "Four people, three men and one woman, were arrested.",
            "Police found 12 bodies - five men, four women and three children - in the house.",
        ),
        misses=("He has four people, 12 cats and three dogs in the house.",),
        same_noun=False,
        unless=_vague,
    ),
    Rule(
        "medals: gold, silver and bronze",
        "sum",
        r"{total:c}\smedals\b\s?(?:,|\(|:|[-–—]|\swere|\s(?:were\s|are\s)?made\sup\sof|\scomprised?)\s?{parta:c}\sgolds?(?:\smedals)?(?:,|\sand)\s{partb:c}\ssilvers?(?:\smedals)?(?:,?\sand\s{partc:c}\sbronzes?)?\b",
        ("medals",),
        hits=("The team came home with nine medals: three gold, four silver and two bronze.",),
        misses=(
            "The team came home with nine medals and three new records.",
            "The team came home with nine medals, including two gold and four silver.",
        ),
        same_noun=False,
    ),
    Rule(
        "gold, silver and bronze; medals",
        "sum",
        r"{parta:c}\sgolds?(?:,|\sand)\s{partb:c}\ssilvers?,?\sand\s{partc:c}\sbronzes?(?:\smedals)?\s?(?:,|[-–—]|\()\s?(?:a\stotal\sof|for\sa\stotal\sof|in\sall|making|for)\s{total:c}(?![^<>|.;]{0,30}\b(?:with|including|since|counting)\b)",
        ("bronze",),
        hits=("They won three gold, four silver and two bronze medals, a total of nine.",),
        misses=(
            "They won three gold, four silver and two bronze medals, up from eight.",
            "They won three gold, four silver and two bronze medals, a total of 12 with the juniors.",
        ),
        same_noun=False,
    ),
    Rule(
        "so many: some here and some there",
        "sum",
        rf"{{total:c}}\s(?:[\w’'-]+\s){{0,2}}?(?P<_noun>[a-z]{{4,}}s)\s?(?::|\(|[-–—])\s?{{parta:c}}\s(?:{_AT}\b|(?P=_noun)){_WORDS}{{0,5}}(?:,\s{{partb:c}}\s{_AT}\b{_WORDS}{{0,5}})?,?\s(?:and|plus)\s{{partc:c}}\s{_AT}\b{_WORDS}{{0,5}}{_END}",
        ("s: <c", "s (<c", "s - <c", "s – <c", "s — <c"),
        hits=("It will shut 33 branches - 12 in Leeds and 19 in York - by May.",),
        misses=("It will shut 33 branches - 12 banks, and 190 to 200 jobs go.",),
        partial=True,
        same_noun=False,
        unless=_vague,
    ),
    Rule(
        "so many jobs; some here, some there and some elsewhere",
        "sum",
        r"{total:c}\s(?:[\w’'-]+\s){0,2}?(?:jobs|posts|positions|redundancies|lay-?offs|job\s(?:cuts|losses))\b(?:[^<>|]|<[dytu]\d+>){0,120}(?:\|\s(?![^<>|]*\b(?:another|further|additional|addition|also|more)\b)(?:[^<>|]|<[dytu]\d+>){0,60}?|[^<>|]{0,10}(?::|[-–—])\s){parta:c}\s(?:(?:jobs|posts|will|would|are)\s)?(?:(?:go|be\s(?:cut|lost|axed))\s)?(?:in|at|from)\b(?:[^<>|;]|<[dytu]\d+>){0,40}?,\s{partb:c}\s(?:in|at|from)\b(?:[^<>|;]|<[dytu]\d+>){0,40}?,?\sand\s{partc:c}\s(?:in|at|from|across)\b",
        ("jobs", "posts", "positions", "redundancies", "lay"),
        hits=("The bank will cut 900 jobs. Some 300 will go in Leeds, 200 in York and 350 in Hull.",),
        misses=(
            "The bank will cut 900 jobs. Some 300 staff in Leeds, 200 of them young, met 350 others.",
            "The bank will cut 900 jobs. Another 300 will go in Leeds, 200 in York and 550 in Hull.",
        ),
        partial=True,
        same_noun=False,
        unless=_vague,
    ),
    Rule(
        "some of the total, and the others",
        "sum",
        rf"{{parta:cm}}\s(?:out\s)?of\s{_OUR}\s{{total:cm}}(?:[^<>|]|<[dytu]\d+>){{0,140}}?(?:,|;|\sand|\swhile|\sbut|\swith|[-–—])\s(?:[a-z]+\s){{0,3}}?the\s(?:other|remaining)\s{{partb:cm}}(?!%)",
        ("the other <", "the remaining <"),
        hits=(
            "He won 36 of his 50 matches and lost the other 14.",
            "Some 36 of the 50 drones were hit, while the remaining 14 got away.",
        ),
        misses=("He won 36 of his 50 matches, the other 14-year-old did not.",),
        same_noun=False,
    ),
    Rule(
        "some of the total, leaving so many",
        "sum",
        rf"{{parta:cm}}\s(?:out\s)?of\s{_OUR}\s{{total:cm}}(?:[^<>|]|<[dytu]\d+>){{0,100}}?,\sleaving\s(?:just\s|only\s|about\s|another\s)?{{partb:cm}}",
        ("leaving ",),
        hits=("It sold 36 of its 50 pubs, leaving only 14.",),
        misses=("It sold 36 of its 50 pubs, leaving the other side 40% of the trade.",),
        partial=True,
        same_noun=False,
    ),
    Rule(
        "so many, only some of which; the others",
        "sum",
        r"{total:c}(?:\s[a-z’'-]+){1,3}\b(?:[^<>|]|<[dytu]\d+>){0,30}(?:<[uyd]\d+>(?:[^<>|]|<[dytu]\d+>){0,30})?\s?,\s(?:and\s|but\s)?(?:only|just)\s{parta:c}\s(?:of\s(?:which|them)\s)?(?:has|have|had|was|were|is|are|failed|broke|died|survived|needed)\b[^<>]{0,200}?\bthe\s(?:other|remaining)\s{partb:c}",
        ("the other <", "the remaining <"),
        hits=(
            "The school bought 25 desks two years ago, only three have been broken. He said the other 22 were in use.",
        ),
        misses=("The school bought 25 desks, only one teacher said. The other 30 schools had none.",),
        same_noun=False,
    ),
    Rule(
        "in so many countries this, in so many that, in so many they were split",
        "sum",
        rf"\b(?:in|across|from)\s{{total:c}}\s(?P<_noun>{_AREAS})\b(?:[^<>|]|<[dytu]\d+>){{0,40}}?\b(?:questioned|surveyed|polled|interviewed).{{0,900}}?"
        r"\bin\s{parta:c}\s(?P=_noun)\b(?:[^<>|]|<[dytu]\d+>){3,90}?\bin\s(?:the\sother\s|only\s|just\s|another\s)?{partb:c}\s(?:(?P=_noun)\b)?"
        r"(?=(?:[^<>|]|<[dytu]\d+>){0,90}(?:\||,|and|while)[^|]{0,70}\b(?:split|evenly\sdivided|undecided)\b)"
        r"(?:[^<>|]|<[dytu]\d+>){0,90}(?:\||,|and|while)(?:[^<>|]|<[dytu]\d+>){0,50}?\bin\s(?:the\sother\s|only\s|just\s|another\s)?{partc:c}\s(?:(?P=_noun)\b)?",
        ("questioned", "surveyed", "polled", "interviewed"),
        needs=(("split", "divided", "undecided"),),
        hits=(
            "People in 22 countries were polled. A majority in 13 countries said yes, compared with no in six countries. In three countries they were split.",
        ),
        misses=(
            "People in 22 countries were polled. A majority in 13 countries said yes, and in 18 countries turnout rose. In three countries it fell.",
        ),
        partial=True,
    ),
    Rule(
        "so much with the EU and so much outside it; for goods so much",
        "sum",
        r"\b(?:deficit|gap|shortfall)\s(?:for|in|on)\s(?:trade\sin\s)?goods\s(?:alone\s)?(?:was|stood\sat|came\sto|fell\sto|rose\sto|widened\sto|narrowed\sto|of)\s{total:m}.{0,2000}?\b(?:deficit|gap|shortfall)\swith\s(?:the\s)?(?:rest\sof\sthe\s)?(?:EU|European\sUnion)\s(?:countries\s)?(?:\w+\s){1,2}(?:to|at)\s{parta:m}[^|]{0,60}?\b(?:non-EU|rest\sof\sthe\sworld)\b(?:[^<>|]|<[dytu]\d+>){0,60}?(?:to|at|was)\s{partb:m}",
        ("non-EU", "rest of the world"),
        hits=(
            "The deficit for goods alone was £4.6bn. Exports rose. The deficit with the EU fell to £1.9bn from £2.1bn, while its non-EU shortfall dropped to £2.7bn.",
        ),
        misses=(
            "The deficit for services was £4.6bn. The deficit with the EU fell to £1.9bn, while non-EU exports were £2.7bn.",
        ),
    ),
    Rule(
        "so many in a year; so many in each of two months",
        "sum",
        r"{total:cm}\s(?:[\w’'-]+\s){0,4}?in\s(?:total|all)\s(?:in|during|for|over)\s<d\d+>.{0,400}?{parta:cm}\s(?:[\w’'-]+\s){0,4}?in\s(?P<_month><[yd]\d+>)\salone\b.{0,600}?\bin\s(?P<_other><d\d+>)(?:,\swhen|\swhen|,)\s{partb:cm}\s(?:[\w’'-]+\s){0,2}?(?:were|was|had|had\sbeen)\b",
        (" alone",),
        hits=(
            "Some 26 billion texts were sent in total in 2004. Some 2.4 billion were fired off in December alone. The record had been set in October 2004, when 2.3 billion were sent.",
        ),
        misses=(
            "Some 26 billion texts were sent in total in 2004. Some 2.4 billion were fired off in December alone. In 2003, 20 billion were sent.",
        ),
        partial=True,
        same_noun=False,
        unless=_not_two_months,
    ),
)
