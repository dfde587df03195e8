"""Shares: "382 of the 472, or 81%", "30% … 27% … the other 53%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.competing import NO_MORE
from verifier.extraction.offline.relations.rule import Rule
from verifier.patterns import late

if TYPE_CHECKING:
    from verifier.extraction.offline.relations.rule import Masked

_NOUNS = r"(?:\s+[\w’'-]+){0,4}?"
_BEFORE = 300
"""So far back, in code points, the shares before them of one list may stand."""
_OTHER_SHARE = late(r"<f|\b(?:half|third|quarter|fifth|tenth|one in)\b")
_A_SHARE = late(r"\d\s?%|\bper\s?cent\b")


def _of_several(match: re.Match[str], masked: Masked) -> bool:
    """Whether the remaining share may be what more shares than one leave, some of them told before."""
    before = masked.text[: match.start("sharea") - 1]
    if _OTHER_SHARE.search(before) or before.endswith("the one "):
        return True
    if masked.draft is None:
        return False
    start = masked.place[0]
    return _A_SHARE.search(masked.draft.text, max(0, start - _BEFORE), start) is not None


RULES = (
    Rule(
        "part of the whole, or share",
        "share",
        rf"{{part:cm}}\s+(?:out\s+)?of\s+(?:the|its|their|his|her|those|these|all)\s+{{hedge}}{{whole:cm}}{_NOUNS}\s*(?:,|\(|-|–|—)\s*"
        r"(?:or\s+|which is\s+|that is\s+)?{hedge}{share:pf}(?=\s*(?:,|\)|-|–|—|\.|of\s(?:the|its|their)\s(?:total|whole|workforce|staff|budget|fleet|group|sample|membership)\b(?!\s(?:in|for|of|across|at)\b)))",
        ("of ",),
        hits=(
            "They shot down 382 of the 472 drones, more than 80%.",
            "They shot down 382 of the 472 drones (81%).",
        ),
        misses=(
            "He won 12 of the 20 games, 30% of them away.",
            "She won 12 of the 20 seats, 45% of the vote.",
            "They took 12 of the 20 seats, or 30% of the total in both houses.",
        ),
    ),
    Rule(
        "of the whole, part did, or share",
        "share",
        rf"\bof\s+(?:(?:the|its|their|his|her|those|these|all)\s+)?{{hedge}}{{whole:cm}}{_NOUNS}(?:\s+[^,<>;:]{{0,40}})?,\s+{{hedge}}{{part:cm}}\s*"
        r"(?:,|\(|-|–|—)\s*(?:or\s+)?{hedge}{share:pf}\s*(?:,|\)|-|–|—)",
        ("of ", "Of "),
        hits=("Out of the 472 drones launched, 382, or more than 80%, were intercepted.",),
        misses=("Out of the 472 drones launched, 382 were intercepted, a 20% rise.",),
    ),
    Rule(
        "of the whole, part did this, or share",
        "share",
        rf"\bof\s+(?:(?:the|its|their|his|her|those|these|all)\s+)?{{hedge}}{{whole:cm}}{_NOUNS}(?:\s+[^,<>;:]{{0,40}})?,\s+{{hedge}}{{part:cm}}\s"
        r"[^<>,;:]{3,60}(?:,|\(|-|–|—)\s*(?:or\s+|which is\s+)?{hedge}{share:pf}(?=\s*(?:\)|\.|of the total\b))",
        ("of ", "Of "),
        hits=("Out of the 472 drones launched, 382 were intercepted or neutralised, more than 80%.",),
        misses=(
            "Of the 472 drones launched, 382 were intercepted, 90% of them by guns.",
            "Of the 472 drones, 382 were intercepted, up 12%.",
        ),
    ),
    Rule(
        "this share, that share and the other share",
        "shares_of_one",
        r"{sharea:p}[^<>;:]{3,60}?(?:,|\band\b)\s+(?:and\s+)?{hedge}{shareb:p}[^<>;:]{3,60}?(?:,|\band\b|\bwhile\b)\s+"
        r"(?:and\s+|while\s+)?the\s+(?:other|remaining)\s+{sharec:p}(?!\sof\b)",
        ("other", "remaining"),
        complete=True,
        hits=("30% saw orders rise and 27% saw them fall, while the other 43% reported no change.",),
        misses=(
            "30% saw orders rise and 27% saw other falls of 43%.",
            "About 30% of men and 40% of women agreed, while the other 60% of women did not.",
        ),
    ),
    Rule(
        "this share and the other share",
        "shares_of_one",
        r"^(?:[^<>]|<[^p]\d+>)*{sharea:p}[^<>;:]{0,60}?(?:,|\band\b|\bwhile\b|\bwith\b)\s+(?:and\s+|while\s+|with\s+)?the\s+(?:other|remaining)\s+{shareb:p}(?!\s(?:of|in)\b)",
        ("other", "remaining"),
        complete=True,
        hits=("The state holds 60% and the remaining 40% is listed.",),
        misses=(
            "The state holds 60%, the family 20% and the remaining 20% is listed.",
            "It owns 40% of the shop and the remaining 25% of the farm.",
            "A quarter were for it, 60% against and the other 15% unsure.",
            "Together they make most cars, the one 42% and the other 28%.",
            "The state holds 20%. The family has 45% and the remaining 35% is listed.",
        ),
        unless=_of_several,
    ),
)

_WHOLE = r"(?:(?:its|their|the|a)\s(?:[\w-]+\s)?(?:workforce|staff|budget|payroll|fleet|population|membership|debts?|total)\sof\s|the\s\w+[’']s\s|the\s|its\s|their\s|his\s|her\s|those\s|these\s|all\s|a total of\s|some\s|about\s)*(?:(?:more|fewer|less) than\s)?"
_IS = r"(?:(?:which\s|that\s|this\s|it\s)?(?:is|was|are|were|represents?|represented|representing|makes? up|made up|making up|accounts? for|accounted for|accounting for|amounts? to|amounted to|constitutes?|equals?|equivalent to|equal to)\s)"
_MEN_AND_MEN = r"(?!\s+of\b)"
_NO = (
    r"(?:(?:who\s)?(?:said|say|saying|thought|think|thinking|believed?|believing|felt|feel)\s(?:they\s|it\s|he\s|she\s|that\s|there\s){0,2}(?:did|do|does|was|were|would|should|could|had|have|has|is|are)\s?(?:not|n[’']t)"
    r"|(?:who\s)?(?:disagree[sd]?|disapprove[sd]?|oppose[sd]?|(?:were|was|are|is|being)\s(?:opposed|against)|said no|say no|against|voted against|undecided|(?:were|was|are|is)\s(?:undecided|unsure|not sure)|unsure|did not|do not|would not|said otherwise)\b)"
)
_OF = late(rf"\b(?:of|among)\s{_WHOLE}$", re.IGNORECASE)
_CUT = late(
    r"\b(?:cut|cuts|cutting|reduce|reduces|reduced|reducing|slash|slashed|slashing|shrink|trim|trimmed|trimming)\s"
    r"(?:its|their|the|his|her)\s(?:[\w’'-]+\s){0,3}?(?:of\s)?(?:(?:about|around|some|nearly|almost)\s)?$",
    re.IGNORECASE,
)


def _not_of(match: re.Match[str], masked: Masked) -> bool:
    """Whether the whole is not the one that something is said of: "of the 500 asked, …"."""
    return _OF.search(masked.text[max(0, match.start() - 60) : match.start()]) is None


def _not_cut(match: re.Match[str], masked: Masked) -> bool:
    """Whether nobody cuts the whole."""
    return _CUT.search(masked.text[max(0, match.start() - 80) : match.start()]) is None


def _majority_of_so_many(match: re.Match[str], masked: Masked) -> bool:
    """Whether the share is "a majority of 52", which is a lead and no share."""
    between = masked.text[match.end("share") : match.start("whole")]
    return masked.figures[match["share"][1:]].span.quote.casefold() == "majority" and between == "> of <"


_GROUPS = late(
    r"\b(?:among|both|each|men|women|whites?|blacks?|older|younger|counties|states|districts|if)\b",
    re.IGNORECASE,
)


def _of_groups(match: re.Match[str], masked: Masked) -> bool:
    """Whether one of the shares may be of one group or place only."""
    start = masked.text.rfind("|", 0, match.start()) + 1
    end = masked.text.find("|", match.end())
    return _GROUPS.search(masked.text, start, len(masked.text) if end < 0 else end) is not None


DRAFT_RULES = (
    Rule(
        "so many, or this share of so many",
        "share",
        rf"{{part:cm}}(?:\s[\w’'-]+){{0,5}}?\s?(?:,|\(|[-–—])\s?(?:or\s|{_IS})?{{hedge}}{{share:pf}}\sof\s{_WHOLE}{{whole:cm}}(?!\s?%)",
        (" of ",),
        unless=_majority_of_so_many,
        hits=(
            "It will close 30 shops, or 10% of its 300 branches.",
            "Creditors holding $41bn - 40% of the $102.6bn debt - agreed.",
        ),
        misses=("It will close 30 shops, 10% of its business in 300 towns.",),
        same_noun=False,
    ),
    Rule(
        "this share of so many, or so many",
        "share",
        rf"{{share:pf}}\sof\s{_WHOLE}{{whole:cm}}(?:\s[\w’'-]+){{0,7}}?\s?(?:,\sor\s|\s[-–—]\s(?:or\s|that is\s|which is\s|about\s|some\s|nearly\s|almost\s)*|,\swhich is\s|\s\((?:or\s|about\s|some\s|nearly\s|almost\s)*){{hedge}}{{part:cm}}(?!\s?(?:%|per\b))(?=\s?(?:[),.;]|[-–—]\s|people|men|women|voters|votes|adults|jobs|households|homes|users)|\s[a-z]+\s?[).,-])",
        (" of ",),
        hits=(
            "A survey found that 7% of the 120 million adults, or 8.4 million people, had tried it.",
            "It shut 10% of its 300 shops (30).",
        ),
        misses=(
            "It shut 10% of its 300 shops, or moved 30 of them.",
            "It shut half of its 300 shops, and 40 pubs.",
        ),
        same_noun=False,
    ),
    Rule(
        "of so many, this share, or so many",
        "share",
        r"{whole:c}(?:\s[\w’'-]+){0,7}?,\s{hedge}{share:pf}\s?(?:\(|,\sor\s|[-–—]\s)\s?{hedge}{part:c}(?=\s?(?:[),]|[-–—]\s|people))",
        ("<f", "<p"),
        hits=("Of the 500 people asked, 40% (200) agreed.", "Of 500 homes, 20%, or 100, stood empty."),
        misses=("Of the 500 people asked, 40% (aged 20) agreed.",),
        same_noun=False,
        unless=_not_of,
    ),
    Rule(
        "so many, or this share, of so many",
        "share",
        r"{part:c}(?:\s[\w’'-]+){0,3}?\s?(?:\(|,\s|[-–—]\s)\s?(?:or\s)?{hedge}{share:pf}\s?(?:\)|,|\s[-–—])\sof\s(?:the\s|its\s|their\s|a total of\s){whole:c}",
        (" of ",),
        hits=(
            "Some 200 voters (40%) of the 500 stayed away.",
            "Only 200, or 40%, of its 500 shops were open.",
        ),
        misses=("Some 200 voters (40%) of 18 to 24 stayed away, of the 500 asked.",),
        same_noun=False,
    ),
    Rule(
        "to cut so many by this share, or so many",
        "share",
        r"{whole:c}(?:\s[\w’'-]+){0,3}?\sby\s{hedge}{share:pf}\s?(?:,\sor\s|\(|\s[-–—]\s){hedge}{part:c}",
        (" by <", " by a", " by n", " by m", " by l", " by j", " by o"),
        hits=("The firm is to cut its workforce of 4,000 by a fifth, or 800 jobs.",),
        misses=("The firm is to cut its 4,000 prices by a fifth in 800 shops.",),
        same_noun=False,
        unless=_not_cut,
    ),
    Rule(
        "to cut these by this share; a cut of so many from so many",
        "share",
        r"\b(?:cut|cutting|reduce|reducing|slash|slashing|shrink|trim|raise|increase)\sthe\snumber\sof\s(?P<_what>\w+)\sby\s{hedge}{share:pf}.{0,2500}?\b(?:number\sof\s(?P=_what)|(?P=_what))\b[^|]{0,160}?\b(?:a|the)\s(?:reduction|cut|fall|drop|decrease|rise|increase)\s(?:of|by)\s{hedge}{part:c}\s(?:[\w’'-]+\s){0,2}?from\s(?:the|its|a|their)\s(?:(?:current|present|existing)\s)?(?:total\s(?:of\s)?|level\sof\s|number\sof\s)?{whole:c}",
        ("number of",),
        needs=(
            tuple(
                f"{verb} the number of"
                for verb in "cut cutting reduce reducing slash slashing shrink trim raise increase".split()
            ),
        ),
        hits=(
            "The party would cut the number of judges by about one-fifth. It would save money. The number of judges would fall: a reduction of around 130 from the current total of 659.",
        ),
        misses=(
            "The party would cut the number of judges by about one-fifth. The number of courts would fall too, a reduction of 90 from the current total of 120.",
        ),
        same_noun=False,
    ),
    Rule(
        "a share in words, and as a percentage",
        "conversion",
        r"{figure:f}(?:\sof\s[^<>|,;.()–—-]{1,50}?|(?:\s[\w’'-]+){1,3}?)?\s?(?:,\s|\(|[-–—]\s)\s?(?:or\s|some\s|about\s|around\s|exactly\s)?{other:p}(?=\s?(?:\)|,|\s?[-–—]\s|\.?\s?\||\.$))",
        ("<f",),
        hits=(
            "Nearly two thirds - 65% - of the 1,000 people said so.",
            "More than half (55%) of them agreed.",
            "It lost in 13 out of 52 counties (25%).",
            "More than two-thirds of those questioned, 68%, said so.",
        ),
        misses=(
            "Half of the men, 60% of the women and all children agreed.",
            "A third of voters (70% of the young) agreed.",
        ),
    ),
    Rule(
        "a percentage, and the share in words",
        "conversion",
        r"{figure:p}(?:\sof\s[^<>|,;.()–—-]{1,50}?)?\s?(?:,\sor\s|\((?:or\s|about\s|roughly\s|nearly\s|almost\s)?|\s[-–—]\s(?:or\s|about\s|roughly\s|nearly\s|almost\s|more than\s)){other:f}(?=\s?(?:\)|,|\s?[-–—]\s|\.?\s?\||\.$))",
        ("<f",),
        hits=("Some 25%, or one in four, agreed.", "About 25% of them (one in four) agreed."),
        misses=("Some 25%, or one in four of the men, agreed.",),
    ),
    Rule(
        "this share did, that share did not",
        "shares_of_one",
        rf"{{sharea:pf}}[^<>|;]{{3,90}}?(?:,\s|\s|\s[-–—]\s)(?:and|while|but|with|against|as against|compared (?:with|to)|to)\s(?:only\s|just\s|another\s)?{{hedge}}{{shareb:pf}}{_MEN_AND_MEN}\s{_NO}{NO_MORE}",
        ("<p", "<f"),
        hits=(
            "Some 53% of those polled said they agreed, with 40% saying they did not.",
            "About 43% thought he had done well and 17% disagreed.",
        ),
        misses=(
            "Some 60% of men agreed, while 55% of women disagreed.",
            "Some 53% said they agreed, up from 40% in May.",
            "Some 53% agreed, with 60% saying they did not in a poll last year.",
            "Some 70% back the tax, and 55% disagree with how it is spent.",
        ),
    ),
    Rule(
        "yes, no and undecided",
        "shares_of_one",
        rf"{{sharea:pf}}[^<>|;]{{3,70}}?(?:,\s|\s)(?:and\s|while\s|with\s)?{{shareb:pf}}{_MEN_AND_MEN}\s{_NO}[^<>|;]{{0,40}}?(?:,\s|\s)(?:and\s|while\s|with\s)+(?:the (?:remaining|other)\s)?{{hedge}}{{sharec:pf}}{_MEN_AND_MEN}\s(?:who\s)?(?:(?:were|was|are|is|remain(?:ed)?|said they were)\s)?(?:undecided|unsure|not sure|neutral|did not know|do not know|don[’']t know|didn[’']t know|had no opinion|have no opinion|gave no answer)\b",
        ("<p", "<f"),
        hits=("Some 40% were in favour, 45% were against and 15% were undecided.",),
        misses=("Some 40% were in favour, 45% of women were against and 15% were undecided.",),
    ),
    Rule(
        "shares of the vote",
        "shares_of_one",
        r"(?-i:(?:^|\|\s|\b(?:the|with|had|has|gave|put|puts|gives|giving|putting|that|while|and)\s)?[A-Z])[\w’'.-]*(?:\s[\w’'.-]+){0,4}?\s{hedge}{sharea:p}\s(?:of the (?:popular\s|national\s|total\s)?votes?)\s?(?:,|;)?\s?(?:to|and|against|compared (?:with|to)|while|with|ahead of)?\s?(?:for\s)?(?:the\s)?(?-i:[A-Z])[\w’'.-]*(?:\s(?-i:[A-Z])[\w’'.-]*){0,3}(?:[’']s?)?\s(?:(?:had|has|got|on|with|took|won|polled|received|at|scored|drew|getting|taking)\s)?{hedge}{shareb:p}(?!\sof\s(?!the vote)|\s(?:in|among|for)\b)(?:(?:,|;|\sand|,\sand|,\swith)\s(?:the\s)?(?-i:[A-Z])[\w’'.-]*(?:\s(?-i:[A-Z])[\w’'.-]*){0,3}\s(?:(?:had|has|got|on|with|took|won|polled|received|at|scored|drew|getting|taking)\s)?{hedge}{sharec:p})?",
        ("of the vote", "of the popular", "of the national", "of the total vote"),
        needs=(("> of the vote", "> of the popular vote", "> of the national vote", "> of the total vote"),),
        unless=_of_groups,
        hits=(
            "Labour won 41% of the vote, the Conservatives 38% and the Greens 15%.",
            "Clinton had 53 percent of the vote to Sanders’ 45 percent.",
        ),
        misses=(
            "Labour won 41% of the vote, and turnout was 62%.",
            "Clinton won 53% of the vote in Ohio, and 70% of women.",
            "Among women Clinton won 60% of the vote and Trump 52% among men.",
            "Clinton had 53% of the vote to Hill’s 51% in towns that both carried.",
        ),
    ),
    Rule(
        "parties in one poll",
        "shares_of_one",
        r"\bpolls?\b[^<>|]{0,80}?\b(?:put|puts|putting|gave|gives|giving|showed|shows|showing|has|had|have)\s(?:the\s)?(?-i:[A-Z])[\w’'.-]*(?:\s(?-i:[A-Z])[\w’'.-]*){0,3}\s(?:(?:on|at|with|leading|ahead on|ahead with)\s)?{hedge}{sharea:p}(?:,|;|\sand|\sto|\sagainst|,\swith|,\sand|,\swhile|,\sahead of)\s(?:the\s)?(?-i:[A-Z])[\w’'.-]*(?:\s(?-i:[A-Z])[\w’'.-]*){0,3}(?:[’']s?)?\s(?:(?:on|at|with)\s)?{hedge}{shareb:p}(?!\s(?:of|for|in|among)\b)(?:(?:,|;|\sand|,\sand|,\swith)\s(?:the\s)?(?-i:[A-Z])[\w’'.-]*(?:\s(?-i:[A-Z])[\w’'.-]*){0,3}\s(?:(?:on|at|with)\s)?{hedge}{sharec:p}(?!\s(?:of|for|in|among)\b))?",
        ("poll",),
        unless=_of_groups,
        hits=("A poll for the paper put Labour on 38%, the Conservatives on 32% and the Lib Dems on 22%.",),
        misses=(
            "A poll for the paper put approval of Obama at 56%, and of Clinton at 54%.",
            "A poll put Labour on 38%, up from 34%.",
        ),
    ),
)
