"""The words that attribute: verbs of saying, thinking and showing, with what each needs to count.

Many of these forms are nouns too ("reports", "claims", "plans") or take other objects ("found a home",
"read a book"), so that each verb stands with the frame in which it attributes.
"""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Need(Enum):
    """What has to follow, or stand before, for the verb to attribute."""

    ANYTHING = "anything"  # "said": whatever follows is what was said
    OBJECT = "object"  # "praised", "denied": a clause, a noun phrase or a quotation
    CLAUSE = "clause"  # "found": a clause or a quotation
    PHRASE = "phrase"  # "spoke", "railed": one of its prepositions, or a quotation


class Verb(NamedTuple):
    """One form of a verb.

    Attributes:
        base: its base form.
        need: the frame in which it attributes.
        finite: whether the form can be a finite verb ("said", "says", "say").
        plural: whether it is the present form of plurals ("say"), which is the infinitive too.
        past: whether it is the past form, which is mostly the passive participle too.
        noun: whether the form is a noun as well ("reports", "plan").
    """

    base: str
    need: Need
    finite: bool
    plural: bool
    past: bool
    noun: bool


_ANYTHING = """
say/says/said/saying, insist, argue, contend, assert, joke, quip/quips/quipped/quipping, reckon
"""
_OBJECT = """
announce, claim, note, reveal, suggest, confirm, predict, warn, acknowledge,
admit/admits/admitted/admitting, deny, promise, pledge, vow, propose, praise, criticise, criticize, condemn,
blame, accuse, urge, demand, call, describe, dismiss, reject, endorse, welcome, reiterate, defend, cite,
oppose, stress, emphasise, emphasize, highlight, label/labels/labelled/labelling, brand, hail, estimate,
allege, question, mock, blast, denounce, slam/slams/slammed/slamming, decry, lament, mention, recall,
recount, tout, applaud, thank, threaten, favor, favour, support, recommend, repeat, outline, compare,
characterize, characterise, portray, dispute, challenge, echo/echoes/echoed/echoing, boast,
forecast/forecasts/forecast/forecasting, report, pronounce, deem, condone, concede, disclose, declare,
reaffirm, deride, ridicule, assail, bemoan, bash, scold, chide, underline, underscore, tweet, retweet,
cheer, credit, doubt, hope, want, fear, expect, advocate, caution, anticipate, envision, object, invoke,
reference, voice, resent, savage, attack, liken, dub/dubs/dubbed/dubbing, renounce, decline, refuse, back,
discuss, express, encourage, seek/seeks/sought/seeking, aim, rebuke, downplay, rebuff, clarify, contradict,
lambast, lambaste, castigate, rebut, refute, rip/rips/ripped/ripping, knock, deplore, intend, envisage,
foresee/foresees/foresaw/foreseeing, confess, depict, belittle, disavow, congratulate, misstate,
prefer/prefers/preferred/preferring, regret/regrets/regretted/regretting
"""
_CLAUSE = """
add, state, explain, reply, respond, answer, counter, retort, show/shows/showed/showing, ask, wonder,
conclude, find/finds/found/finding, indicate, hold/holds/held/holding, see/sees/saw/seeing,
feel/feels/felt/feeling, read/reads/read/reading, continue, know/knows/knew/knowing,
mean/means/meant/meaning, believe, decide, think/thinks/thought/thinking, learn/learns/learned/learning,
learn/learns/learnt/learning, agree, testify, hear/hears/heard/hearing,
understand/understands/understood/understanding, realise, realize, remember, judge, notice, worry, figure,
guess, assume, determine, discover, imagine, post, signal, imply, hint, complain, observe, remark, shout,
yell, chant, scream, swear/swears/swore/swearing, maintain, rule, point, assure, inform,
write/writes/wrote/writing, tell/tells/told/telling, remind, advise, calculate, exclaim, interject, opine,
muse, murmur, whisper, rejoin, proclaim, reason, speculate, theorise, theorize, quote, request, consider,
accept, recognise, recognize, project, suspect, posit, sneer, snap/snaps/snapped/snapping, stipulate,
specify, concur/concurs/concurred/concurring, demonstrate, instruct, order, beam, laugh, interrupt, reflect,
prove, tease, begin/begins/began/beginning, volunteer, plan/plans/planned/planning, list, cry, intone,
growl, grumble, fume, charge, attest, recite, surmise, gush, rave, scoff, rant, elaborate, relay, convey,
demur/demurs/demurred/demurring, brag/brags/bragged/bragging, disagree, vouch, contest, implore, view,
regard, plead, beg/begs/begged/begging, pray, wish, convince, persuade, inquire, enquire
"""
_PHRASE = """
speak/speaks/spoke/speaking, talk, refer/refers/referred/referring, rail, lash, push, focus, apologise,
apologize, go/goes/went/going, lay/lays/laid/laying, spell, appeal, weigh, comment, email, text,
hit/hits/hit/hitting, shoot/shoots/shot/shooting, fire, take/takes/took/taking, put/puts/put/putting
"""

PREPOSITIONS_OF: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        verb: frozenset(words.split())
        for verb, words in {
            "call": "for on upon", "point": "to out", "warn": "of about against", "argue": "for against",
            "complain": "of about", "refer": "to", "hint": "at", "agree": "with to on",
            "speak": "of about out against", "talk": "about of", "joke": "about", "write": "about of",
            "object": "to", "ask": "for about", "push": "for back", "rule": "out", "rail": "against",
            "focus": "on", "boast": "of about", "worry": "about", "think": "of about", "lash": "out",
            "hit": "out back", "shoot": "back", "fire": "back", "lay": "out", "spell": "out",
            "apologise": "for", "apologize": "for", "appeal": "for to", "go": "on", "remark": "on",
            "insist": "on", "weigh": "in", "wonder": "about", "take": "aim issue", "aim": "to",
            "seek": "to", "hope": "for to", "speculate": "about on", "decline": "to", "refuse": "to",
            "plan": "to", "want": "to", "promise": "to", "expect": "to", "plead": "for with",
            "pledge": "to", "vow": "to", "threaten": "to", "claim": "to", "muse": "about", "pray": "for",
            "wish": "for", "caution": "against", "advise": "against", "testify": "about to",
        }.items()
    }
)  # fmt: skip
"""The prepositions and particles with which a verb attributes: "called for", "pointed to", "laid out"."""

TAKES_LISTENER = frozenset(
    "tell assure inform remind warn advise ask email text urge instruct order challenge promise beg persuade "
    "convince".split()
)
"""Verbs that put a listener between themselves and what is said."""

THAT_ONLY = frozenset(
    "hold feel mean see know hear learn discover understand prove consider accept read begin email judge "
    "rule realise realize remember imagine reflect notice figure guess determine".split()
)
"""Verbs of so many other objects that only “that”, a question word or a quotation shows a statement."""

AS_VERBS = frozenset("see view regard know cast frame paint remember".split())
"""Verbs that attribute in “saw it as a threat”."""

SHOWS = frozenset(
    "show suggest mean indicate reveal demonstrate prove highlight underline underscore signal imply find "
    "confirm reflect hold see support back project threaten attack challenge hit read list question".split()
)
"""Verbs whose subject may be a thing or an event; they attribute only where it is a speaker or document."""

RAISING = frozenset("went goes go going continued continues proceeded continue".split())
"""What stands before "(on) to say": the speaker is the subject of this verb."""

# Forms that are nouns at least as often as verbs, where they are no past form.
_NOUNS = frozenset(
    "claim report plan call attack show state note demand answer reply hope fear promise doubt estimate "
    "forecast project view aim question support comment remark post tweet charge challenge label brand "
    "rule point counter mention thank pledge vow cheer credit object reference voice echo boast signal "
    "shout order reason list back want request cry text email judge figure guess worry volunteer fire hit "
    "push talk focus savage quote laugh beam tease wish wonder hold find blast read recall appeal dispute "
    "regret".split()
)


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if base.endswith("y") and base[-2] not in "aeiou" else base + "ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _participle(base: str) -> str:
    return base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else base + "ing"


def _forms(need: Need, lemmas: str) -> Iterator[tuple[str, Verb]]:
    """Each form of verbs that stand separated by commas, irregular ones as base/third/past/participle."""
    for lemma in lemmas.replace("\n", " ").split(","):
        forms = lemma.strip().split("/")
        base = forms[0]
        if len(forms) == 1:
            forms = [base, _third(base), _past(base), _participle(base)]
        for form, plural, past, last in zip(
            forms,
            (True, False, False, False),
            (False, False, True, False),
            (False, False, False, True),
            strict=True,
        ):
            noun = base in _NOUNS and not past and not last
            yield form, Verb(base, need, finite=not last, plural=plural, past=past, noun=noun)


VERBS: Mapping[str, Verb] = MappingProxyType(
    dict(
        [
            *_forms(Need.PHRASE, _PHRASE),
            *_forms(Need.CLAUSE, _CLAUSE),
            *_forms(Need.OBJECT, _OBJECT),
            *_forms(Need.ANYTHING, _ANYTHING),
        ]
    )
)
"""Verb forms in lower case."""

OTHER_PASTS = frozenset(
    "went took made came gave got began kept left ran put set stood sent fought shot hit struck won lost "
    "fell rose became met broke brought built bought sold cut led drew drove flew grew paid rang sat spent "
    "threw wore chose lay let beat bore blew caught fed fled forgot hid hurt rode sang sank slept stole "
    "stuck swung taught tore woke".split()
)
"""Irregular past forms of other common verbs: signs of a clause."""
