"""Shares that compete for one whole: "72 percent to 8 percent", "42% approve and 51% disapprove", poll standings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import Rule, mask
from verifier.figures.model import Kind
from verifier.patterns import late
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Figure

_NAME = r"(?-i:[A-Z])[\w’'.-]*(?:\s(?-i:[A-Z])[\w’'.-]*){0,4}"
# Who or what the shares are of: people who answered, votes, or a thing that is divided up.
_ANSWERS = late(
    r"\b(?:polls?|polled|polling|surveys?|surveyed|votes?|voted|voters?|voting|primary|caucus|caucuses|respondents|"
    r"Democrats|Republicans|independents|men|women|adults|electorate|carried|beat|lead(?:s|ing)?|led|margin|"
    r"favou?r(?:s|ed)?|back(?:s|ed)?|oppose[sd]?|support(?:s|ed)?|prefer(?:s|red)?|disagree|agree[sd]?|approve[sd]?)\b"
)
# A rise from one value to another, or two groups: these need not come to one whole.
_NOT_ONE = late(
    r"\b(?:from|between|rose|risen|rise[sn]?|fell|fallen|falls?|grew|grown|climb\w*|dropp\w+|drop|jump\w*|cut|raised?|"
    r"increas\w+|decreas\w+|reduc\w+|up|down|than|range[sd]?|ranging|likel\w+|turnout|growth|inflation|rates?|"
    r"approval|favou?rab\w+|unfavou?rab\w+|same|each|both|respectively)\b"
)


def _not_of_one(match: re.Match[str], masked: Masked) -> bool:
    """Whether the two shares may be of two wholes: a change, two groups of people, two questions."""
    text = masked.text
    start = max(text.rfind(mark, 0, match.start()) for mark in ("|", ";", ". "))
    before = text[max(start + 1, match.start() - 90) : match.start()]
    end = text.find("|", match.end())
    after = text[match.end() : end if end >= 0 else len(text)]
    return _NOT_ONE.search(before[-60:]) is not None or not (
        _ANSWERS.search(before) or _ANSWERS.search(after)
    )


_TO = r"(?:\s?[-–—]\s?|-?\sto\s|-to-|\sversus\s|\svs\.?\s)"
_AFTER = r"(?!\s?(?:from|since|in\s<y|and\s<|each|of\s(?!the\svote|voters|respondents|likely))|[-–]\w)"


_SHARE_TO = late(
    r"\b(?:same|too|also|so|of\s(?!the\svotes?|voters|respondents|them|those|all)\w+|last|earlier|ago|previous\w*)\b|<[dy]\d+>"
)
# "Of the 40% who had read it, 75% were opposed": the second is a share of the first.
_OF_WHICH = late(r"\b(?:of|among)\s(?:the|those|these|its|that)\s(?:[a-z]+\s)?$", re.IGNORECASE)
# What remains may be left by more shares than one: "Toth drew 3%, and the remaining 4% were undecided".
_THE_REST = late(r"\b(?:the\sother|remaining)\b")
# The first answer, to which the second is the opposite: who has heard of a plan, or voted, may be against it.
_STANCE = late(
    r"\b(?:approv|agree|support|back(?:s|ed|ing)?\b|favou?r|for\b|yes|positive|trust|good|right|sympath|satisf|happy|want|"
    r"think|thought|believ|should|like[sd]?\b|prefer|would\b|feel|felt|confident|pro-|opposed|against|oppos)"
)


def _no_stance(match: re.Match[str], masked: Masked) -> bool:
    """Whether the first share takes no side, so that the second need not be the other."""
    between = masked.text[match.end("sharea") : match.start("shareb")]
    return _STANCE.search(between) is None or _not_answers(match, masked)


_END_OF_CLAUSE = late(r"[|;:)(]|,\s|\.\s|$")


def _not_answers(match: re.Match[str], masked: Masked) -> bool:
    """Whether the second share may not be another answer to the question of the first."""
    text = masked.text
    if _OF_WHICH.search(text, max(0, match.start() - 30), match.start()):
        return True
    end = _END_OF_CLAUSE.search(text, match.end())
    after = text[match.end("shareb") : end.start() if end else len(text)]
    between = text[match.end("sharea") : match.start("shareb")]
    if _SHARE_TO.search(after) or _GROUPS.search(between) or _THE_REST.search(between):
        return True
    if text.endswith("including ", 0, match.start()):
        return True
    start = text.rfind("|", 0, match.start()) + 1
    return _NOT_ONE.search(text, max(start, match.start() - 60), match.start()) is not None


_GROUPS = late(
    r"\bof\s(?:men|women|whites?|blacks?|Hispanics|Latinos|Democrats|Republicans|independents|younger|older|those|people\sunder|"
    r"people\sover|people\saged|boys|girls)\b|\bamong\b|<[y]\d+>"
)
_OTHERWISE = (
    r"(?:oppos\w+|disapprov\w+|disagre\w+|against|unfavou?rabl\w+|negativ\w+|dissatisfied|unhappy|reject\w*|undecided|unsure|"
    r"not\ssure|no\b|did\snot|do\snot|does\snot|didn[’']t|don[’']t|would\snot|wouldn[’']t|should\snot|shouldn[’']t|"
    r"(?:was|were|is|are)\snot|wasn[’']t|had\sno\sopinion|have\sno\sopinion|with\sno\sopinion|otherwise)"
)
# What is opposed is not named anew: "70% back the tax, 45% oppose the way it is spent" are two questions.
NO_MORE = (
    r"(?=\s?(?:[,.;:|)(”\"–—-]|$)|\s(?:it|him|her|them|this|that|so|and|while|but|or|with)\b\s?(?:[,.;:|)(”\"–—-]|$|and\b|while\b|but\b|with\b|<)"
    r"|\s(?:with|of)\s(?:it|him|her|them|this|that)\b|\s(?:agree|think\sso|favou?r\sit|support\sit|back\sit|know|approve)\b\s?(?:[,.;|]|$))"
)
_BACK = (
    r"(?:would\s|will\s|plan(?:ned)?\sto\s|intend(?:ed)?\sto\s|said\sthey\s(?:would\s|will\s|were\s)?|say\sthey\s(?:would\s|will\s)?|was\s|are\s|were\s|is\s)?"
    r"(?:support(?:s|ed|ing)?|favou?r(?:s|ed|ing)?|back(?:s|ed|ing)?|prefer(?:s|red)?|chose|choose|pick(?:s|ed)?|vot(?:e|ed|ing)\sfor|going\sfor|for|with|behind|want(?:s|ed)?)"
)
_ONE = rf"(?:the\s)?(?:{_NAME})(?:\s(?:of|from)\s(?:[A-Z][\w]+\s?){{1,2}})?"


def _two_groups(match: re.Match[str], masked: Masked) -> bool:
    """Whether a share after the first is of a group of its own: "28 percent of men … 23 percent of women"."""
    after = masked.text[match.end("sharea") : match.end() + 12]
    return re.search(r"<p\d+>\sof\s", after) is not None


_MUST = late(
    r"\b(?:must|needs?|needed|turnout|approv\w+|trust\w*|likely|average|among|chance|rose|fell|grew|(?<!make\s)(?<!makes\s)(?<!made\s)(?<!making\s)up|down|increase\w*|lost|cut|drop\w*)\b"
)


def _must_have(match: re.Match[str], masked: Masked) -> bool:
    """Whether the shares are no shares of one whole as it is: what each must win, by how much each fell."""
    start = masked.text.rfind("|", 0, match.start()) + 1
    return _MUST.search(masked.text, start, match.end()) is not None


RULES = (
    Rule(
        "these shares of it",
        "shares_of_one",
        r"{sharea:p}(?:,\s{shareb:p})?,?\sand\s{sharec:p}(?:,?\srespectively,?)?\sof\s(?:the|all|its)\s(?:[\w-]+\s){0,2}?(?:market|votes?|shares?|total|company|firm|equity|sales|seats|population|capital|electorate|stock)\b(?!\s(?:in|of|for|at)\b)",
        ("> of ", "respectively"),
        hits=("The three firms hold 45%, 28% and 17% of the market.",),
        misses=(
            "Prices rose by 45%, 28% and 17% in parts of the market.",
            "They hold 45%, 38% and 27% of the shares in Hill, Dale and Reed.",
        ),
        unless=_must_have,
    ),
    Rule(
        "this to that",
        "shares_of_one",
        rf"{{sharea:p}}{_TO}{{shareb:p}}{_AFTER}",
        ("> to <p", ">-<p", "> - <p", ">–<p", ">-to-<p", "versus <p", "vs"),
        hits=(
            "Female troops preferred Hill, 51 percent to 24 percent.",
            "By 58%-33%, voters said it should stay.",
        ),
        misses=(
            "Support for voters rose from 60 percent to 71 percent.",
            "More voters say so of Hill than of Reed, 73 percent to 63 percent.",
        ),
        unless=_not_of_one,
    ),
    Rule(
        "this share said so, that share said otherwise",
        "shares_of_one",
        r"{sharea:pf}\s[^<>|;:]{3,90}?(?:,|\s|\s[-–—])\s?(?:compared\s(?:with|to)|as\sagainst|against|versus|and|while|but|with|to)\s(?:only\s|just\s|the\s|another\s|about\s|some\s)?{shareb:p}\s(?:who|that)\s(?:say|said|think|thought|view\w*|believe\w*|want\w*|felt|feel|prefer\w*|back\w*|favou?r\w*|oppos\w+|disagree\w*|disapprove\w*|would|did|do|were|are|had|have)\b",
        (" who ", " that "),
        hits=("Some 46% said yes, compared with 23% who said it was wrong.",),
        misses=(
            "Some 80% trust her, compared with 60% who say the same of Hill.",
            "Some 80% of men agreed, compared with 60% who did of the women.",
        ),
        unless=_not_answers,
    ),
    Rule(
        "this share, and that share against",
        "shares_of_one",
        rf"{{sharea:p}}\s[^<>|;:]{{3,90}}?(?:,\s|\s|\s[-–—]\s|;\s)(?:and\s|while\s|but\s|with\s|to\s|compared\s(?:with|to)\s)?(?:only\s|just\s|another\s|about\s|some\s|the\sother\s)?{{shareb:p}}\s(?:(?:said|say|saying|were|was|are|is|thought|think|view\w*|had|have|having|of\s(?:voters|respondents|people|them))\s){{0,2}}(?:(?:they|it|he|she|him|her|them|the\splan|this|that|strongly|an?)\s){{0,2}}{_OTHERWISE}\b{NO_MORE}",
        ("> ",),
        hits=(
            "A net rating of 40 percent positive to 51 percent negative.",
            "Some 44% approved of the plan, 51% disapproved.",
        ),
        misses=(
            "Some 80% of men approved and 60% disapproved of the tax.",
            "Some 80% approve, while 60% of women say they disapprove.",
            "Some 70% back the tax, and 55% disagree with how it is spent.",
            "Some 62% trust her on schools, while 48% do not trust her on taxes.",
            "Some 62% support the ban, with 44% opposed to any exceptions.",
            "Some 72% had read of the ban and 61% were unhappy with it.",
            "Some 64% took part, and 71% were against.",
            "Of the 40% who like tea, 75% were opposed.",
            "Some 44% were for it, 12% had no view, and the other 31% were against.",
            "Green Ann Roe was backed by 3% for now, and the remaining 4% were undecided.",
        ),
        unless=_no_stance,
    ),
    Rule(
        "this to that, and so many for others",
        "shares_of_one",
        rf"{{sharea:p}}{_TO}{{shareb:p}},?\s(?:[^<>|;]{{0,40}}?,\s)?(?:with|and|while)\s(?:another\s|the\s(?:other|remaining)\s|only\s|just\s)?{{sharec:p}}\s(?:not\b|undecided|unsure|for\b|back\w+|support\w+|choos\w+|favou?r\w+|going|saying|who\b|want\w+|neither)(?:[^<>|;]{{0,60}}?\sand\s(?:only\s|just\s)?{{shared:p}}\s(?:undecided|unsure|not\ssure|neither))?",
        ("> to <p", ">-<p", "> - <p", ">–<p", ">-to-<p", "versus <p", "vs"),
        hits=(
            "Hill was preferred 51 percent versus 38 percent, with 10 percent not planning to vote.",
            "Hill leads Reed 44 percent to 37 percent, with 13 percent supporting others and only 6 percent undecided.",
        ),
        misses=("It rose from 51 percent to 88 percent, with 40 percent of it abroad.",),
        unless=_not_of_one,
    ),
    Rule(
        "so many back one, so many another",
        "shares_of_one",
        rf"{{sharea:p}}\s(?:of\s[^<>|;:,]{{3,60}}?\s)?{_BACK}\s{_ONE}(?:,|;|,?\sand|,?\swhile|,?\scompared\s(?:with|to))\s(?:and\s|while\s|only\s|just\s|another\s|the\s){{0,2}}{{shareb:p}}\s(?:who\s)?{_BACK}\s{_ONE}(?:(?:,|;|,?\sand|,?\swhile)\s(?:and\s|while\s|only\s|just\s|another\s){{0,2}}{{sharec:p}}\s(?:who\s)?{_BACK}\s{_ONE})?",
        ("support", "favor", "favour", "back", "prefer", "choose", "chose", "pick", "vote", "voting", "for "),
        hits=(
            "It found that 28 percent of voters supported Mr. Hill, while 23 percent favored Mr. Reed and 15 percent backed Ms. Dale.",
            "Some 43% would vote for Hill, 41% for Reed.",
        ),
        misses=(
            "It found that 68 percent of men supported Mr. Hill, while 53 percent of women favored Mr. Reed.",
        ),
        unless=_two_groups,
    ),
    Rule(
        "this share and, within it, that share",
        "part_of",
        r"{whole:p}(?!\s(?:chance|rise|fall|increase))\s?[^<>|;:]{0,100}?(?:,|\s[-–—]+|\s\()\s?(?:including|among\sthem|of\s(?:which|whom))\s(?:the\s|just\s|only\s|about\s)?{part:p}\s(?:who|saying|strongly|very|said|say)\b(?![^<>|.;,]{0,60}\b(?:among|men|women|young\w*|old\w*|live|voted)\b)",
        ("including <", "including the <", "among them <", "of which <", "of whom <"),
        hits=("Some 56% have a negative view, including 18% who are angry.",),
        misses=(
            "Some 33% would be scared, including 60% of Republicans.",
            "Some 33% would be scared, including 71% with a degree.",
            "Some 33% would be scared, including 75% who are angry among the young.",
        ),
    ),
)


def _in_groups(match: re.Match[str], masked: Masked) -> bool:
    """Whether some of the shares are of one group of people only."""
    return _GROUPS.search(masked.text, match.start(), match.end()) is not None


PAIR_RULES = (
    Rule(
        "yes in one sentence; no and unsure in the next",
        "shares_of_one",
        r"{sharea:p}\s(?:of\s(?:voters|respondents|people|Americans|Britons|adults|those\s\w+)\s)?(?:said|say|thought|think|believed?|agree[d]?|were|are)\b(?:[^<>|;]|<[dy]\d+>){0,200}\|\s(?:[\w’'-]+\s){0,3}?{shareb:pf}\s(?:said|say|thought|think|believed?|agree[d]?|disagree[d]?|were|are)\b[^<>|;]{0,120}?(?:,|\sand|\swhile|\swith)\s(?:and\s|while\s|with\s|only\s|just\s|another\s|the\sremaining\s){0,2}{sharec:p}\s(?:(?:were|was|are|is|said\sthey\swere|remain|remained)\s)?(?:unsure|undecided|not\ssure|uncertain|don[’']t\sknow|did\snot\sknow|didn[’']t\sknow|had\sno\sopinion|have\sno\sopinion)\b",
        ("unsure", "undecided", "not sure", "uncertain", "know", "no opinion"),
        hits=(
            "Some 45 percent said it was not. Less than half agreed with him, while 13 percent were unsure.",
        ),
        misses=(
            "Some 45 percent of men said it was not. Less than half of women agreed, while 13 percent were unsure.",
        ),
        unless=_in_groups,
    ),
    Rule(
        "this share; a sentence on, that share against",
        "shares_of_one",
        rf"{{sharea:p}}\s(?:of\s(?:voters|respondents|people|Americans|Britons|adults|those\s\w+)\s)?(?:(?:say|said|think|thought)\sthey\s)?(?:approve|agree|support|back|favou?r|are\sin\sfavou?r|were\sin\sfavou?r|said\syes|say\syes)[^<>|;:]{{0,60}}?\|\s(?:But\s|While\s|Only\s|Just\s|Another\s|Some\s|About\s)?{{shareb:p}}\s(?:(?:said|say|were|was|are|is)\s)?(?:they\s)?{_OTHERWISE}\b{NO_MORE}",
        ("approve", "agree", "support", "back", "favor", "favour", "yes"),
        hits=("Some 55 percent of voters approve of his work. Just 41 percent disapprove.",),
        misses=("Some 55 percent of voters approve of his work. Some 61 percent are women.",),
        unless=_not_answers,
    ),
)

_VERB = (
    r"(?:at|with|on|(?:was|is|were|are)\s(?:at|on|with)|has|had|held|holds|got|gets|earned|earns|received|receives|receiving|took|takes|taking|won|wins|drew|draws|scored|"
    r"polled|polls|snagged|garnered|garnering|gained|attracted|claimed|claiming|commanded|stands\sat|stood\sat|is\sat|was\sat|sits\sat|"
    r"came\sin\sat|finished\swith|registers|registered|would\sget|would\sreceive|leads\swith|led\swith|trails\swith|trailed\swith|"
    r"follows\swith|followed\swith|was\sthird\swith|was\ssecond\swith|was\sthird\sat|was\ssecond\sat|(?:comes|came)\sin\s(?:second|third|next)\s(?:at|with))"
)
_STANDING = late(
    rf"(?P<name>{_NAME})(?:\s\([A-Za-z.,\s-]{{1,12}}\))?(?:[’']s?)?,?\s(?:{_VERB}\s)?(?:(?:just|only|about|around|nearly|almost|a\sdistant|a\spaltry)\s)*<(?P<share>p\d+)>"
    r"(?!\sof\s(?!(?:the\s)?votes?\b|voters\b|the\spopular|likely|support|respondents|the\selectorate|those\s(?:polled|surveyed|questioned))|\s(?:higher|lower|more|less|points|chance|in|increase|rise|fall|approval|favou?rab\w+|unfavou?rab\w+|among)\b|\s?[-–]\s?<|\sto\s<)"
)
_CONTEST = late(
    r"\b(?:polls?|polled|polling|surveys?|vot(?:e|es|ed|ers|ing)|primary|primaries|caucus\w*|support|lead(?:s|ing)?|led|backing|ballot|"
    r"trail(?:s|ed|ing)?|frontrunner|front-runner|elections?|candidates?|nomination|match-?up)\b"
)
_OTHER_SHARES = late(
    r"\b(?:favou?rab\w+|unfavou?rab\w+|approv\w+|disapprov\w+|second\schoice|turnout|must|needs?|needed|each|trust\w*|honest\w*|chances?|odds|"
    r"growth|rose|fell|increase\w*|decrease\w*|up|down|likel(?:y|ihood)\sto|from|states?|counties|among|if|average|precincts|could|"
    r"definitely|delegates|below|above|identical|higher|lower|than|compared|that\syear|rating|female|male|men|women|white|black|Latino|Hispanic|younger|older|reporting|accept\w*|satisf\w+|prefer\w*\sto)\b"
)

# The share of the first of them, which need not stand after a name: "at the top with 36 percent, followed by".
_FOLLOWED = late(
    r"(?:[^<>]|<[^p]\d+>)*<(?P<share>p\d+)>[^<>;:]{0,60}?,?\s(?:followed|trailed)\s(?:\w+ly\s)?by\b"
)


def standings(draft: Draft, figures: Sequence[Figure]) -> Iterator[Relation]:
    """`shares_of_one` for rivals whose shares of one poll or vote stand in one sentence, each after a name.

    Args:
        draft: the draft.
        figures: its figures, in order.
    """
    by_sentence: dict[str, list[Figure]] = {}
    for figure in figures:
        sentence = draft.sentence_at(figure.span.start)
        if sentence is not None:
            by_sentence.setdefault(sentence.id, []).append(figure)
    for sentence in draft.sentences:
        here = by_sentence.get(sentence.id, [])
        if sum(figure.kind is Kind.PERCENT for figure in here) < _RIVALS:
            continue
        masked = mask(draft, [sentence], here)
        if _OTHER_SHARES.search(masked.text) or not _CONTEST.search(masked.text):
            continue
        shares = {
            m["name"].split()[-1]: masked.figures[m["share"][1:]] for m in _STANDING.finditer(masked.text)
        }
        first = _FOLLOWED.match(masked.text)
        if first is not None and shares:
            leader = masked.figures[first["share"][1:]]
            shares = {"": leader} | {name: share for name, share in shares.items() if share is not leader}
        if len(shares) >= _RIVALS:
            roles = (("shares", tuple(figure.id for figure in shares.values())),)
            yield Relation("shares_of_one", roles, proposed_by=("offline",), rule="rivals in one sentence")


_RIVALS = 2
