"""Shares that compete for one whole: "72 percent to 8 percent", "42% approve and 51% disapprove", poll standings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import Rule, mask
from verifier.figures.model import Kind
from verifier.relations.model import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft
    from verifier.extraction.offline.relations.rule import Masked
    from verifier.figures.model import Figure

_CLAUSE = r"(?:[^<>|;]|<[dytuacoq]\d+>)"
_NAME = r"(?-i:[A-Z])[\w’'.-]*(?:\s(?-i:[A-Z])[\w’'.-]*){0,4}"
# Who or what the shares are of: people who answered, votes, or a thing that is divided up.
_ANSWERS = re.compile(
    r"\b(?:polls?|polled|polling|surveys?|surveyed|votes?|voted|voters?|voting|primary|caucus|caucuses|respondents|"
    r"Democrats|Republicans|independents|men|women|adults|electorate|carried|beat|lead(?:s|ing)?|led|margin|"
    r"favou?r(?:s|ed)?|back(?:s|ed)?|oppose[sd]?|support(?:s|ed)?|prefer(?:s|red)?|disagree|agree[sd]?|approve[sd]?)\b"
)
# A rise from one value to another, or two groups: these need not come to one whole.
_NOT_ONE = re.compile(
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
    return _NOT_ONE.search(before[-60:]) is not None or not (_ANSWERS.search(before) or _ANSWERS.search(after))


_TO = r"(?:\s?[-–—]\s?|-?\sto\s|-to-|\sversus\s|\svs\.?\s)"
_AFTER = r"(?!\s?(?:from|since|in\s<y|and\s<|each|of\s(?!the\svote|voters|respondents|likely))|[-–]\w)"


_SHARE_TO = re.compile(
    r"\b(?:same|too|also|so|of\s(?!the\svotes?|voters|respondents|them|those|all)\w+|last|earlier|ago|previous\w*)\b|<[dy]\d+>"
)
_END_OF_CLAUSE = re.compile(r"[|;:)(]|,\s|\.\s|$")


def _not_answers(match: re.Match[str], masked: Masked) -> bool:
    """Whether the second share may not be another answer to the question of the first."""
    text = masked.text
    end = _END_OF_CLAUSE.search(text, match.end())
    after = text[match.end("shareb") : end.start() if end else len(text)]
    between = text[match.end("sharea") : match.start("shareb")]
    if _SHARE_TO.search(after) or _GROUPS.search(between):
        return True
    if text.endswith("including ", 0, match.start()):
        return True
    start = text.rfind("|", 0, match.start()) + 1
    return _NOT_ONE.search(text, max(start, match.start() - 60), match.start()) is not None


_GROUPS = re.compile(
    r"\bof\s(?:men|women|whites?|blacks?|Hispanics|Latinos|Democrats|Republicans|independents|younger|older|those|people\sunder|"
    r"people\sover|people\saged|boys|girls)\b|\bamong\b|<[y]\d+>"
)
_OTHERWISE = (
    r"(?:oppos\w+|disapprov\w+|disagre\w+|against|unfavou?rabl\w+|negativ\w+|dissatisfied|unhappy|reject\w*|undecided|unsure|"
    r"not\ssure|no\b|did\snot|do\snot|does\snot|didn[’']t|don[’']t|would\snot|wouldn[’']t|should\snot|shouldn[’']t|"
    r"(?:was|were|is|are)\snot|wasn[’']t|had\sno\sopinion|have\sno\sopinion|with\sno\sopinion|otherwise)"
)

RULES = (
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
        rf"{{sharea:pf}}\s[^<>|;:]{{3,90}}?(?:,|\s|\s[-–—])\s?(?:compared\s(?:with|to)|as\sagainst|against|versus|and|while|but|with|to)\s(?:only\s|just\s|the\s|another\s|about\s|some\s)?{{shareb:p}}\s(?:who|that)\s(?:say|said|think|thought|view\w*|believe\w*|want\w*|felt|feel|prefer\w*|back\w*|favou?r\w*|oppos\w+|disagree\w*|disapprove\w*|would|did|do|were|are|had|have)\b",
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
        rf"{{sharea:p}}\s[^<>|;:]{{3,90}}?(?:,\s|\s|\s[-–—]\s|\|\s)(?:and\s|while\s|but\s|with\s|to\s|compared\s(?:with|to)\s)?(?:only\s|just\s|another\s|about\s|some\s|the\sother\s)?{{shareb:p}}\s(?:(?:said|say|saying|were|was|are|is|thought|think|view\w*|had|have|having|of\s(?:voters|respondents|people|them))\s){{0,2}}(?:(?:they|it|he|she|him|her|them|the\splan|this|that|strongly|an?)\s){{0,2}}{_OTHERWISE}\b",
        ("> ",),
        hits=(
            "A net rating of 40 percent positive to 51 percent negative.",
            "Some 44% approved of the plan, 51% disapproved.",
        ),
        misses=(
            "Some 80% of men approved and 60% disapproved of the tax.",
            "Some 80% approve, while 60% of women say they disapprove.",
        ),
        unless=_not_answers,
    ),
)

_VERB = (
    r"(?:at|with|on|has|had|held|holds|got|gets|earned|earns|received|receives|receiving|took|takes|taking|won|wins|drew|draws|scored|"
    r"polled|polls|snagged|garnered|garnering|gained|attracted|claimed|claiming|commanded|stands\sat|stood\sat|is\sat|was\sat|sits\sat|"
    r"came\sin\sat|finished\swith|registers|registered|would\sget|would\sreceive|leads\swith|led\swith|trails\swith|trailed\swith|"
    r"follows\swith|followed\swith|was\sthird\swith|was\ssecond\swith|was\sthird\sat|was\ssecond\sat|(?:comes|came)\sin\s(?:second|third|next)\s(?:at|with))"
)
_STANDING = re.compile(
    rf"(?P<name>{_NAME})(?:\s\([A-Za-z.,\s-]{{1,12}}\))?(?:[’']s?)?,?\s(?:{_VERB}\s)?(?:(?:just|only|about|around|nearly|almost|a\sdistant|a\spaltry)\s)*<(?P<share>p\d+)>"
    r"(?!\sof\s(?!the\svotes?\b|voters\b|the\spopular|likely|support|respondents|the\selectorate|those\s(?:polled|surveyed|questioned))|\s(?:higher|lower|more|less|points|chance|in|increase|rise|fall|approval|favou?rab\w+|unfavou?rab\w+|among)\b|\s?[-–]\s?<|\sto\s<)"
)
_CONTEST = re.compile(
    r"\b(?:polls?|polled|polling|surveys?|vot(?:e|es|ed|ers|ing)|primary|primaries|caucus\w*|support|lead(?:s|ing)?|led|backing|ballot|"
    r"trail(?:s|ed|ing)?|frontrunner|front-runner|elections?|candidates?|nomination|match-?up)\b"
)
_OTHER_SHARES = re.compile(
    r"\b(?:favou?rab\w+|unfavou?rab\w+|approv\w+|disapprov\w+|second\schoice|turnout|must|needs?|needed|each|trust\w*|honest\w*|chances?|odds|"
    r"growth|rose|fell|increase\w*|decrease\w*|up|down|likel(?:y|ihood)\sto|from|states?|counties|among|if|average|precincts|could|"
    r"definitely|delegates|below|above|identical|higher|lower|than|compared|that\syear|rating|female|male|men|women|white|black|Latino|Hispanic|younger|older|reporting|accept\w*|satisf\w+|prefer\w*\sto)\b"
)

# The share of the first of them, which need not stand after a name: "at the top with 36 percent, followed by".
_FOLLOWED = re.compile(r"(?:[^<>]|<[^p]\d+>)*<(?P<share>p\d+)>[^<>;:]{0,60}?,?\s(?:followed|trailed)\s(?:\w+ly\s)?by\b")


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
        shares = {m["name"].split()[-1]: masked.figures[m["share"][1:]] for m in _STANDING.finditer(masked.text)}
        first = _FOLLOWED.match(masked.text)
        if first is not None and shares:
            leader = masked.figures[first["share"][1:]]
            shares = {"": leader} | {name: share for name, share in shares.items() if share is not leader}
        if len(shares) >= _RIVALS:
            roles = (("shares", tuple(figure.id for figure in shares.values())),)
            yield Relation("shares_of_one", roles, proposed_by=("offline",), rule="rivals in one sentence")


_RIVALS = 2
READERS = (standings,)
