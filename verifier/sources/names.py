"""What a mention says of its source: bare name, head, kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from verifier.sources.model import SourceKind

if TYPE_CHECKING:
    from collections.abc import Mapping

PERSONAL = frozenset(("he", "she", "who", "i"))
OTHER_PRONOUNS = frozenset(("they", "it", "we", "both"))
PRONOUNS = PERSONAL | OTHER_PRONOUNS

_TITLE = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Prof|Rev|President|Senator|"
    r"Representative|Governor|General|Professor|Secretary|Minister|Chancellor|Judge|Justice|Mayor|Prince|"
    r"Princess|Queen|King|Pope|Chairman|Coach|Captain|Detective|Inspector|Superintendent|Sheriff|Speaker)\.?\s+"
)
_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|some|several|many|one|both)\s+", re.IGNORECASE
)
_APPOSITION = re.compile(r"\s*(?:,|\(|\s[-–—]\s).*$", re.DOTALL)
_OF = re.compile(r"\s+(?:of|for|at|from|in|on|with|to|who|which|that)\s.*$", re.DOTALL)
_CAPITALISED = re.compile(r"\b[A-Z][\w.’'-]*")

_ANONYMOUS = re.compile(
    r"\b(?:sources?|insiders?)\b|\b(?:declined|asked|wished|wanted|refused|requested|preferred)\b.*\b(?:named|identified|anonym\w+)\b|"
    r"\banonymous\w*\b|\bon condition of anonymity\b|\bunnamed\b|\bnot authori[sz]ed to\b",
    re.IGNORECASE,
)
_HEADS: Mapping[SourceKind, frozenset[str]] = MappingProxyType(
    {
        SourceKind.DOCUMENT: frozenset(
            "report reports figures statistics data poll polls survey surveys study studies research statement census "
            "review letter memo document documents filing filings results estimates records indictment complaint "
            "analysis lawsuit tweet email emails e-mail e-mails transcript website numbers book inquiry".split()
        ),
        SourceKind.MEDIA: frozenset(
            "newspaper newspapers magazine broadcaster times post journal guardian telegraph reuters bbc cnn cnbc abc "
            "nbc cbs fox press bloomberg tribune herald independent observer politico afp ap media agency tass "
            "channel paper newswire breitbart buzzfeed".split()
        ),
        SourceKind.OFFICIAL: frozenset(
            "government ministry minister ministers official officials spokesman spokeswoman police army navy "
            "force forces military president department treasury secretary council parliament court senate congress "
            "commission commissioner ambassador embassy governor mayor senator prosecutor prosecutors authority "
            "authorities judge administration house kremlin pentagon fbi cia nasa eu un nato chancellor "
            "whitehall attorney sheriff state agency bureau office regulator bank union committee".split()
        ),
        SourceKind.ORGANISATION: frozenset(
            "company group firm bank union association club party team university institute foundation charity "
            "society organisation organization committee campaign federation corporation trust federation council "
            "school league board fund airline retailer maker giant chain network alliance coalition publisher".split()
        ),
        SourceKind.UNNAMED: frozenset(
            "analysts analyst experts expert critics economists some others many people observers supporters "
            "opponents researchers scientists doctors lawyers campaigners activists residents witnesses traders "
            "dealers investors fans voters commentators historians academics friends colleagues rivals users "
            "customers consumers retailers teachers parents students republicans democrats conservatives aides "
            "advisers advisors players bosses executives managers leaders organizers organisers members".split()
        ),
    }
)
_PERSON_HEADS = frozenset(
    "man woman boy girl spokesman spokeswoman spokesperson leader chief director chairman chairwoman manager coach "
    "captain lawyer analyst economist professor author actor actress singer star player founder owner boss editor "
    "head executive candidate politician scientist researcher adviser advisor father mother son daughter wife "
    "husband brother sister friend striker midfielder defender goalkeeper winger champion".split()
)
_ORG_ENDINGS = frozenset(
    "Inc Ltd Plc PLC Corp Co LLC LLP AG SA NV Group Bank Airlines Association Institute University Party Foundation "
    "Union Council Committee Commission Agency Department Ministry Office Society Federation League Club United City "
    "Labour Conservatives Tories Democrats Republicans Trust Systems Motors Airways Records Pictures Entertainment "
    "Securities Research Partners Media News Technologies Software Telecom Energy Industries Holdings".split()
)
_LEADING_PLACE = re.compile(r"^(?:[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*['’]s?\s+)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What can be read off a mention alone.

    Attributes:
        bare: the mention without determiner, title, apposition.
        name: the capitalised name in it, or "".
        head: its last noun in lower case ("force" of "Ukraine's air force").
        pronoun: its pronoun in lower case, or "".
        kind: what sort of source it seems to be; None where it does not tell.
    """

    bare: str
    name: str
    head: str
    pronoun: str
    kind: SourceKind | None


def read_mention(mention: str) -> Reading:
    """Read a mention on its own."""
    line = " ".join(mention.split()).strip(' ,;:"“”()')
    first = line.split()[0].casefold() if line else ""
    if first in PRONOUNS and (len(line.split()) == 1 or first in ("he", "she")):
        return Reading(line, "", "", first, None)
    short = _APPOSITION.sub("", line).strip()
    core = _DETERMINER.sub("", short)
    untitled = _TITLE.sub("", core)
    phrase = _OF.sub("", untitled).strip(" '\"‘’") or untitled
    words = phrase.split()
    head = re.sub(r"['’]s$", "", words[-1]).casefold() if words else ""
    return Reading(core, _name_in(line, phrase), head, "", _kind(line, short, phrase, head))


def _name_in(line: str, phrase: str) -> str:
    """The run of capitalised words that the noun phrase ends in: "Alex Bannister" of "Nationwide economist …"."""
    run: list[str] = []
    for word in reversed(phrase.split()):
        if word[:1].isupper() or (
            run and word.casefold() in ("de", "van", "von", "der", "al", "bin", "la", "le", "di")
        ):
            run.append(word)
        else:
            break
    while run and run[-1][:1].islower():
        run.pop()
    name = re.sub(r"['’]s$", "", " ".join(reversed(run)))
    if name or "," not in line:
        return name
    # "a spokeswoman, Anna White,": the name stands in the apposition.
    for piece in line.split(",")[1:]:
        words = piece.split()
        if len(words) in (2, 3) and all(word[:1].isupper() for word in words):
            return " ".join(words)
    return ""


def _kind(line: str, short: str, phrase: str, head: str) -> SourceKind | None:
    if _ANONYMOUS.search(line):
        return SourceKind.ANONYMOUS
    if head in _HEADS[SourceKind.DOCUMENT]:
        return SourceKind.DOCUMENT
    if head in _HEADS[SourceKind.MEDIA] and (short[:1].isupper() or head not in ("press", "media", "paper")):
        return SourceKind.MEDIA
    if (
        head in ("spokesman", "spokeswoman", "spokesperson", "official", "officials")
        or head in _HEADS[SourceKind.OFFICIAL]
    ):
        company = re.search(r"\b(?:company|firm|group)\b", short) or head in ("bank", "union", "agency")
        return SourceKind.ORGANISATION if company else SourceKind.OFFICIAL
    words = phrase.split()
    if words and words[-1] in _ORG_ENDINGS or head in _HEADS[SourceKind.ORGANISATION]:
        return SourceKind.ORGANISATION
    if head in _HEADS[SourceKind.UNNAMED] and not _CAPITALISED.search(phrase.split()[-1] if words else ""):
        return SourceKind.UNNAMED
    if head in _PERSON_HEADS:
        return SourceKind.PERSON
    return None


def is_person_name(name: str, mention: str) -> bool:
    """Whether a capitalised name is a person's, as far as its form tells."""
    words = name.split()
    if _TITLE.match(_DETERMINER.sub("", mention.strip())):
        return True
    if not 2 <= len(words) <= 4 or words[-1] in _ORG_ENDINGS:  # noqa: PLR2004
        return False
    return all(word[:1].isupper() and not word.isupper() or re.fullmatch(r"[A-Z]\.?", word) for word in words)


def without_place(phrase: str) -> str:
    """A body's own name, without the country or place before it: "Ukraine's air force" → "air force"."""
    return _LEADING_PLACE.sub("", phrase)
