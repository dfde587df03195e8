"""Parts named with their whole: "eight of its last nine games", "61 newcomers in a 46-strong team".

One grammar for all: a part, its noun, a word that says "of", a determiner, what describes the whole, the
whole. What differs is the word that says "of", and how sure it is without a look at the nouns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.antecedents import of_persons, other_kind, other_things, vague
from verifier.extraction.offline.relations.rule import Rule

if TYPE_CHECKING:
    import re

    from verifier.extraction.offline.relations.rule import Masked

# A word of a noun phrase: no preposition, no verb that would begin another.
_W = (
    r"(?!(?:of|in|on|at|for|from|to|by|with|and|or|but|than|as|per|each|every|that|who|which|is|are|was|were|has|have|had|a|an|ahead|short|shy|clear|"
    r"instead|because|outside|inside)\b)[\w’'-]+\s"
)
_WHOSE = r"(?!(?:that|this|these|those|it|them|which)\b)(?:[\w’'.&-]+\s){0,3}?[\w.&-]+(?:[’']s|s[’'])\s"
_DET = rf"(?:(?:(?:the|this|that|its|their|his|her|our|my|your|these|those|all|all\sof|all\sthe|some|a\spossible)\b|{_WHOSE})\s?)"
_DESCRIBED = rf"(?:{_W}){{0,5}}?"
_NOT_UNIT = r"(?!-|\s*(?:%|per\b|times\b))"
_GROUP = r"(?:squad|team|party|group|panel|committee|cabinet|crew|list|shortlist|class|delegation|field|staff|fleet|total|cast|jury)"
# What may stand in a clause between two places: no other figure but a time.
_CLAUSE = r"(?:[^<>|;:]|<[dytua]\d+>)"
# A boat of 12 seats may carry 40, a jail of 300 beds 400: what holds so many is no such body.
_BODY = (
    r"(?:strong|member|man|woman|person|team|nation|country|state|club|delegate|"
    r"house|home|ship|vessel|truck|aircraft|horse|runner|rider|player|driver|school|store|shop)"
)
# "The 16m average of the past 20 days", "the 42-point low of its first 20 games": a value, no part.
_VALUE = r"[-\s](?:[\w’'-]+\s)?(?:average|mean|median|record|high|low|peak|maximum|minimum)\b"


def _vague_or_persons(match: re.Match[str], masked: Masked) -> bool:
    return vague(match, masked) or of_persons(match, masked)


RULES = (
    Rule(
        "so many of the described so many",
        "part_of",
        rf"{{part:cm}}(?!{_VALUE})\s(?:{_W}){{0,3}}?of\s{_DET}{_DESCRIBED}{{hedge}}{{whole:cm}}{_NOT_UNIT}",
        (" of ",),
        hits=(
            "They have lost eight of their last 13 games.",
            "It watches 20,000 of Saudi Arabia's 70,000 mosques.",
            "Two of the firm's five directors resigned.",
            "She won three of a possible five prizes.",
        ),
        misses=(
            "There are two from each of the state's nine districts.",
            "Traders sold 5% more than the 16m average of the past 20 days.",
            "They built 300 of the homes in 12 villages.",
            "The 18,135 ballots of the two who were eliminated were looked at again.",
            "Twelve went to Eton and nine to Oxford. Five of them tick both boxes.",
            "She began the day four ahead of the pair who had led.",
            "Roads get £128m of that and children's homes £79m.",
            "He scored 12 of the team's goals in 3 games.",
        ),
        unless=_vague_or_persons,
    ),
    Rule(
        "so many out of so many in all",
        "part_of",
        rf"{{part:cm}}\s?(?:(?!per\b)[\w’'-]+\s){{0,5}}?[-–—,(]?\s?(?:out\sof|from\sout\sof|from\samong)\s(?:{_DET}|an?\s)?{_DESCRIBED}(?:of\s)?{{hedge}}{{whole:cm}}{_NOT_UNIT}",
        ("out of ", "from among "),
        hits=(
            "Some 3,000 jobs - out of a total workforce of 6,500 - may go.",
            "She led by 1,500 votes out of nearly 620,000 cast.",
            "It has £28m in cash out of the nearly £73m raised.",
        ),
        misses=("It moved 300 troops out of 12 towns.",),
        unless=vague,
    ),
    Rule(
        "so many of a total of so many",
        "part_of",
        rf"{{part:cm}}\s{_CLAUSE}{{0,45}}?(?:of|from|in|among)\san?\s(?:{_W}){{0,2}}?total\s(?:{_W}){{0,3}}?(?:of\s)?{{hedge}}{{whole:cm}}{_NOT_UNIT}",
        (" total ",),
        hits=(
            "The winner gets £150,000 from a total pot of £500,000.",
            "It is to cut 277 jobs, the first in a total of 600.",
        ),
        misses=("It made £150,000 in ticket sales and a total of £500,000.",),
        same_noun=False,
        unless=vague,
    ),
    Rule(
        "of so many, so many",
        "part_of",
        rf"(?:^|[.:;,“\"]\s?|\b(?:and|but|that|while|said)\s)(?:of|out\sof|among|from\samong)\s(?:{_DET}|some\s|about\s|a\stotal\sof\s)?{_DESCRIBED}{{hedge}}{{whole:cm}}\s{_CLAUSE}{{1,100}}?,\s(?:(?:[\w’'.-]+\s){{1,5}}(?:said|says|found|showed|shows|reported)\s(?:that\s)?)?(?:only\s|just\s|at\sleast\s|a\stotal\sof\s|as\smany\sas\s|some\s|about\s){{0,2}}{{part:cm}}{_NOT_UNIT}",
        ("Of ", "of ", "Among ", "among "),
        hits=(
            "Of the 15 prizes for work in 2004, 10 went to newcomers.",
            "Among 95 applicants from the city, only 12 were women.",
        ),
        misses=(
            "Of the 12 men in court, 300 people had heard.",
            "Of the 12 men, aged 20 to 30, none was armed.",
            "Among the 12 who signed, 14 languages are spoken.",
        ),
        unless=other_kind,
    ),
    Rule(
        "so many in a body of so many",
        "part_of",
        rf"{{part:c}}\s(?:[\w’'-]+\s){{0,6}}?(?:in|on|of|from|among|at|inside)\s(?:{_DET}|an?\s)(?:{_W}){{0,4}}?{{hedge}}{{whole:c}}[-\s]{_BODY}\b",
        (">-", "> strong", "> member"),
        hits=(
            "There are 16 newcomers in the club's 46-strong team.",
            "Just 28 members of the 112-member committee agreed.",
        ),
        misses=(
            "It is one of 46 firms with 12-seat boats.",
            "Some 46 people were crammed into the 12-seat bus.",
            "The jail keeps 460 men in a 300-bed wing.",
        ),
        same_noun=False,
        unless=vague,
    ),
    Rule(
        "in a body of so many, so many",
        "part_of",
        rf"(?:^|[.:;,“\"]\s?|\b(?:and|but|that)\s)(?:in|of|on|among)\s(?:the|its|a|an|{_WHOSE})\s?(?:{_W}){{0,3}}?{{whole:c}}[-\s](?:seat|member)\b{_CLAUSE}{{1,60}}?\b(?:has|have|had|holds?|held|won|wins?|controls?|gained|took|get|got)\s{{hedge}}{{part:c}}\s(?:seats|MPs|deputies|senators|lawmakers)\b",
        (">-",),
        hits=("In the 100-seat chamber, the party holds 54 seats.",),
        misses=(
            "In the 100-seat hall, the choir sang for 540 children.",
            "In the 60-seat council, the party with 12,000 members has its say.",
        ),
        same_noun=False,
        unless=vague,
    ),
    Rule(
        "a body of so many includes so many",
        "part_of",
        rf"(?:\b{_GROUP}\sof\s(?:just\s|about\s|some\s)?{{whole:c}}(?:\s[\w’'-]+){{0,4}}?|(?<!top\s)(?<!top-){{entire:c}}(?:-{_BODY}|-strong)(?:\s[\w’'-]+){{1,3}}?),?\s(?:includes?|included|including|contains?|contained|features?|featured)\s(?:only\s|just\s|at\sleast\s)?{{part:c}}(?!\s(?:years?|times|per|other)\b)",
        (" includ", " contain", " featur"),
        hits=(
            "The squad of 23 includes 16 players from abroad.",
            "The 23-man squad, including 16 newcomers, flew out.",
        ),
        misses=("A group of 12 islands includes homes for 300 people.",),
        same_noun=False,
    ),
    Rule(
        "jobs to go from a workforce of so many",
        "part_of",
        rf"{{part:c}}\s(?:[\w’'-]+\s){{0,3}}?(?:jobs|posts|positions|staff|workers|employees|people|redundancies)\s{_CLAUSE}{{0,40}}?\b(?:from|of|in|among|out\sof)\s(?:its|their|the|a|his|her)\s(?:[\w’'-]+\s){{0,3}}?(?:workforce|staff|payroll|headcount)\sof\s{{hedge}}{{whole:c}}",
        ("workforce of", "staff of", "payroll of", "headcount of"),
        hits=("The firm will cut 450 jobs from its workforce of 4,000.",),
        misses=("The firm will cut 450 jobs, as has a rival with a workforce of 400.",),
        same_noun=False,
        unless=vague,
    ),
    Rule(
        "a firm that employs so many is to cut so many",
        "part_of",
        r"\b(?:which|that)\s(?:has\s|now\s|currently\s)?employs\s{hedge}{whole:c}\s(?:people|staff|workers|employees)(?:\s(?:worldwide|globally|in\sall|in\stotal))?,\s(?:[\w’'-]+\s){0,4}?(?:cut|axe|shed|lose|slash|scrap|eliminate|lay\soff|cutting|axing|shedding|losing)\s(?:up\sto\s|about\s|some\s|around\s|as\smany\sas\s|more\sthan\s){0,2}{part:c}\s(?:of\sits\s|of\sthe\s)?(?:jobs|posts|positions|staff|workers|employees|them)",
        ("employs ",),
        hits=("The firm, which employs 4,000 people, is to cut 450 jobs.",),
        misses=("The firm, which employs 4,000 people in Leeds, is to cut 4,500 jobs.",),
        same_noun=False,
        unless=vague,
    ),
    Rule(
        "to cut a workforce of so many by so many",
        "part_of",
        r"\b(?:cut|cuts|cutting|reduce|reduces|reduced|reducing|shrink|slash|slashed|trim)\s(?:its|their|the|his|her)\s(?:[\w’'-]+\s){0,2}?(?:(?:workforce|staff|payroll|headcount)\sof\s)?{whole:c}(?:-strong\s(?:[\w’'-]+\s){0,2}?(?:workforce|staff|team|army|fleet|force))?\sby\s(?:up\sto\s|about\s|some\s|around\s|as\smany\sas\s|more\sthan\s){0,2}{part:c}(?!\s?%)",
        (" by ",),
        hits=("The firm will cut its 4,000-strong workforce by 450.",),
        misses=("The firm will cut its 4,000 prices by 450 or so a year by May.",),
        same_noun=False,
        unless=vague,
    ),
    Rule(
        "so many, of whom so many",
        "part_of",
        rf"{{whole:c}}\s{_CLAUSE}{{2,110}}?(?:,|\s[-–—]|\s\()\s?(?:and\s)?(?:of\s(?:whom|which|them)|among\s(?:whom|which|them)|including)\s(?:only\s|just\s|at\sleast\s|about\s|some\s){{0,2}}{{part:c}}(?!\s(?:years?|times|per)\b)",
        ("of wh", "of them", "among ", "including "),
        hits=(
            "The blast in the market killed 120 people, including 30 children.",
            "There were 300 workers at the site in May, of whom 40 were hurt.",
        ),
        misses=(
            "There were 56 passengers and 10 crew on board, among them 30 Swedes.",
            "It hit 12 towns in the north, including 300 homes.",
        ),
        same_noun=False,
        unless=other_things,
    ),
    Rule(
        "so many, so many of them",
        "part_of",
        rf"{{whole:c}}\s{_CLAUSE}{{2,110}}?(?:,|;|\s[-–—]|\s\(|\sand|\sbut|\swith)\s?(?:only\s|just\s|at\sleast\s|about\s|some\s|in\s|for\s|on\s|at\s){{0,3}}{{part:c}}\s(?:more\s)?of\s(?:them|these|those|whom|which)\b",
        (" of them", " of these", " of those", " of whom", " of which"),
        hits=(
            "The blast in the market killed 120 people, 30 of them children.",
            "There have been only three such votes since 1972, and in two of them the favourite won.",
        ),
        misses=("There were 56 passengers and 10 crew on board, 30 of them Swedes.",),
        same_noun=False,
        unless=other_things,
    ),
)

_UP_TO_END = r"(?:[^<>|]|<[dytuo]\d+>)"

PAIR_RULES = (
    Rule(
        "so many; of them so many",
        "part_of",
        rf"^{_UP_TO_END}{{0,120}}?{{whole:c}}\s{_UP_TO_END}*\|\s?(?:Of|Among|Out\sof)\s(?:these|those|them)\b,?{_UP_TO_END}{{0,40}}?{{part:c}}",
        ("Of th", "Among th", "Out of th"),
        hits=("Police held 120 people. Of those held, only 30 were charged.",),
        misses=("Police held 120 people in 12 towns. Of those held, 30 were charged.",),
        same_noun=False,
        unless=other_things,
    ),
    Rule(
        "so many; so many of them",
        "part_of",
        rf"^{_UP_TO_END}{{0,200}}?{{whole:c}}\s{_UP_TO_END}*\|\s?{_UP_TO_END}{{0,80}}?{{part:c}}\s(?:more\s)?of\s(?:the\s)?(?:them|these|those|total|group)\b",
        (" of the", " of those"),
        hits=("Police held 120 people last week. They said that 30 of those were later charged.",),
        misses=("Police held 120 people in 12 towns. They said that 30 of those were charged.",),
        same_noun=False,
        unless=other_things,
    ),
    Rule(
        "so many; of the total, so many",
        "part_of",
        rf"^{_UP_TO_END}{{0,160}}?{{whole:cm}}\s?{_UP_TO_END}*\|\s?(?:Of|Out\sof|From)\s(?:this|that|the)\s(?:total|sum|amount|money|figure|number)(?!\s(?:for|in|of|last|next)\b){_UP_TO_END}{{0,50}}?{{part:cm}}",
        ("Of th", "Out of th", "From th"),
        hits=("The fund has £30m to spend. Of that total, £12m will go to schools.",),
        misses=("The fund has £30m for 12 schools. Of that total, 40 per cent is spent.",),
        unless=vague,
    ),
)
