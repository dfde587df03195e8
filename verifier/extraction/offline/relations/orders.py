"""What the words put above what: "more than the 9.8% of a month before", records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.extraction.offline.relations.rule import Rule
from verifier.figures.model import Hedge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.extraction.offline.relations.rule import Masked

_FAR = (
    r"(?:(?:but|and|though|although|still|which|is|was|were|are|it|that|well|far|slightly|just|marginally|comfortably|only|"
    r"significantly|considerably|sharply|much|a|little|narrowly|easily|way)\s){0,4}"
)
_MORE = r"(?:(?:more|higher|greater|bigger|larger)\sthan|above|exceeding|up\son|ahead\sof)"
_LESS = r"(?:(?:less|lower|fewer|smaller)\sthan|below|short\sof|down\son|under)"
_BEAT = r"(?:beat|beats|exceeded|exceeds|topped|tops|surpassed|bettered|outstripped|eclipsed)"
_MISSED = r"(?:fell\sshort\sof|falls\sshort\sof|missed|undershot)"
_THAT_IS = tuple(
    f"| {that} {verb} "
    for that in (
        "This",
        "That",
        "The figure",
        "The result",
        "The rate",
        "The total",
        "The number",
        "The sum",
        "The amount",
    )
    for verb in ("is", "was", "came")
)
# Whose figure it is: "the £1.4bn expected", "analysts' forecasts of £2bn", "last year's 300".
_WHOSE = (
    r"\s(?:the|its|their|an?|last\s(?:year|month|week|quarter|season)[’']s|(?:[\w-]+\s)?(?:[\w-]+[’']s?))"
    r"(?:\s(?!(?:in|on|at|for|to|by|with|when|as|than|who|that)\b)[\w’'-]+){0,4}?\s"
)
_PEAKED = tuple(
    f"{peak} {audience}{at} "
    for peak in ("peak", "peaked", "peaking")
    for audience in ("", "audience ")
    for at in ("at", "of", "with")
)
_THE_LAST = tuple(
    f" {whose} {last} "
    for whose in ("the", "its", "a", "his", "their", "her")
    for last in ("previous", "old", "earlier", "existing", "last", "former")
)
_BETWEEN = {kind: rf"(?:[^<>|;:]|<[^{kind}]\d+>){{0,90}}?" for kind in "cmpe"}


def _compared(kind: str) -> Iterator[Rule]:
    """The rules for one kind of amount: what stands nearest before the comparison is compared.

    In one sentence, what is less than the other is read of sums alone: of others it is hardly ever said so.
    """
    names = {"c": "number", "m": "sum", "p": "percentage", "e": "measure"}
    middle = rf"{_BETWEEN[kind]}(?:,|\s[-–—]|\()\s?{_FAR}"
    # Not "more than the 3% and 4% of …", whose figures belong together.
    end = r"(?!\s?(?:%|and\b|to\b|or\b))"
    examples = {
        "c": ("300 cars", "250 cars", "350 cars"),
        "m": ("£1.5bn", "£1.4bn", "£1.6bn"),
        "p": ("10.7%", "9.8%", "13.7%"),
        "e": ("30 miles", "25 miles", "40 miles"),
    }[kind]
    ways = (
        ("more", "greater", "less", _MORE, _BEAT, examples[1]),
        ("less", "less", "greater", _LESS, _MISSED, examples[2]),
    )
    for word, first, second, than, verb, other in ways:
        if word == "more" or kind == "m":
            yield Rule(
                f"a {names[kind]}, {word} than that one",
                "order",
                rf"{{{first}:{kind}}}(?:{middle}{than}|\s(?:[\w’'-]+\s){{0,2}}?(?:{verb}|(?:is|was|were|came\sin)\s{_FAR}{than})){_WHOSE}{{hedge}}{{{second}:{kind}}}{end}",
                (f"<{kind}",),
                hits=(f"It rose by {examples[0]} in May, slightly {word} than the {other} expected.",),
                misses=(
                    f"It rose by {examples[0]} in May, {word} than in June, when {other} came.",
                    f"It rose by {examples[0]} in May, no {word} than the {other} expected.",
                ),
                unless=_open_ended,
            )
        yield Rule(
            f"a {names[kind]}; that is {word} than that one",
            "order",
            rf"{{{first}:{kind}}}(?:[^<>|]++|<[^{kind}]\d+>)*+\|\s?(?:This|That|The\s(?:figure|result|rate|total|number|sum|amount))\s(?:is|was|were|came\sin)\s{_FAR}{than}{_WHOSE}{{hedge}}{{{second}:{kind}}}{end}",
            _THAT_IS,
            hits=(f"It rose by {examples[0]} in May. That was {word} than the {other} expected.",),
            misses=(
                f"It rose by {examples[0]} in May, not {other}. That was {word} than the {other} expected.",
            ),
            unless=_not_alone,
        )


def _not_alone(match: re.Match[str], masked: Masked) -> bool:
    """Whether the sentence before has another amount of that kind, which "that" may speak of."""
    earlier = masked.text[masked.text.rfind("|", 0, match.start()) + 1 : match.start()]
    kind = match["greater"][0]
    return f"<{kind}" in earlier or _open_ended(match, masked)


# "That is £1.2bn, or 8%, above the £15.3bn of last year": so much is the step.
_A_STEP = re.compile(
    r"(?: [\w’'-]+){0,2},? ?(?:or|\() ?(?:about |around |some |nearly |almost |just over )?<[pf]\d+>"
)


def _open_ended(match: re.Match[str], masked: Masked) -> bool:
    """Whether one side is a range, whose ends the words may mean either of, or a word such as "dozens".

    Or whether the first is what the second was surpassed by.
    """
    first = min(match.end("greater"), match.end("less"))
    return _A_STEP.match(masked.text, first + 1) is not None or any(
        masked.figures[match[role][1:]].hedge in (Hedge.VAGUE, Hedge.BETWEEN) for role in ("greater", "less")
    )


RULES = (
    *(rule for kind in "cmpe" for rule in _compared(kind)),
    Rule(
        "a peak and an average",
        "order",
        r"\bpeak(?:ed|ing)?\s(?:audience\s)?(?:at|of|with)\s{hedge}{greater:c}[^<>|;]{0,50}?\b(?:averag(?:ed|ing)|average\s(?:audience\s)?(?:of|was))\s{hedge}{less:c}",
        ("peak",),
        needs=(
            _PEAKED,
            (
                "averaged ",
                "averaging ",
                "average of ",
                "average was ",
                "average audience of ",
                "average audience was ",
            ),
        ),
        hits=("The show peaked at 8.3m viewers, with an average of 7.2m.",),
        misses=("The show peaked at 8.3m viewers. The average of 9m is for films.",),
    ),
    Rule(
        "so many, beating the record of so many",
        "order",
        r"{greater:cmp}[^<>|;:]{0,80}?\b(?:beat|beats|beating|broke|breaking|smash(?:ed|ing)|surpass(?:ed|ing)|topp(?:ed|ing)|eclips(?:ed|ing)|exceed(?:ed|ing)|pass(?:ed|ing)|overtak(?:en|ing))\s(?:the|its|a|his|their|her)\s(?:previous|old|earlier|existing|last|former)\s(?:[\w’'-]+\s){0,2}?(?:record|high|best|peak|mark|total)(?:[^<>|;]|<[dy]\d+>){0,40}?\s(?:of|at)\s{hedge}{less:cmp}",
        ("previous ", "old ", "earlier ", "existing ", "last ", "former "),
        needs=(
            ("beat", "broke", "breaking", "smash", "surpass", "topp", "eclips", "exceed", "pass", "overtak"),
            ("record", "high", "best", "peak", "mark", "total"),
            _THE_LAST,
        ),
        hits=("The film took $114m in its first week, beating the previous record of $109m.",),
        misses=("He ran 10 miles in May, beating the previous record by 12 minutes.",),
    ),
    Rule(
        "a record; the previous record",
        "order",
        r"\brecord\s(?:high\sof\s|of\s)?{greater:cmp}[^|]*\|[^<>|]*?\bprevious\s(?:highest|biggest|largest|record|best|high)\b(?:[^<>|;]|<[dy]\d+>){0,60}?\s(?:of|was|at|when)\s{hedge}{less:cmp}",
        ("previous ",),
        needs=(("record <", "record of <", "record high of <"),),
        hits=("Imports reached a record £27.9bn in May. The previous high was £26.4bn in March.",),
        misses=("Imports reached a record £27.9bn in May. Exports were £24bn, short of the previous best.",),
    ),
)
