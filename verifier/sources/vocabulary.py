"""Words that tell what sort of source a noun phrase names."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from verifier.sources.model import SourceKind

if TYPE_CHECKING:
    from collections.abc import Mapping

MEN_TITLES = frozenset(("mr", "sir", "lord", "king", "prince", "father", "fr"))
WOMEN_TITLES = frozenset(("mrs", "ms", "miss", "dame", "lady", "queen", "princess", "baroness", "mme"))
STATE_TITLES = frozenset(
    "president vice-president senator sen sens representative rep reps governor gov congressman "
    "congresswoman general gen colonel col lieutenant lt captain capt sergeant sgt major maj admiral adm "
    "secretary minister chancellor judge justice mayor ambassador attorney speaker sheriff commissioner "
    "councillor councilman councilwoman inspector superintendent constable detective prosecutor premier "
    "taoiseach mp commander brigadier marshal king queen prince princess".split()
)
TITLES = (
    MEN_TITLES
    | WOMEN_TITLES
    | STATE_TITLES
    | frozenset(
        "dr prof professor rev reverend rabbi imam archbishop bishop pope cardinal chairman chairwoman "
        "chair chief director manager coach executive officer leader analyst economist spokesman "
        "spokeswoman spokesperson editor host columnist author actor actress singer striker captain "
        "defender midfielder goalkeeper candidate nominee adviser advisor strategist lawyer delegate "
        "former ex co-chair deputy head".split()
    )
)
"""Words that stand before a name and are no part of it."""

WOMEN_ROLES = frozenset(
    "woman spokeswoman chairwoman congresswoman businesswoman councilwoman actress mother wife daughter "
    "sister girl grandmother widow queen princess aunt mum mom niece lady".split()
)
MEN_ROLES = frozenset(
    "man businessman congressman councilman father husband son brother boy grandfather widower king prince "
    "uncle dad nephew gentleman".split()
)
OFFICE_ROLES = frozenset(
    "spokesman spokeswoman spokesperson judge minister secretary prosecutor ambassador mayor chancellor "
    "pope premier attorney sheriff commissioner king queen prime prince princess inspector superintendent "
    "coroner regulator general commander ombudsman".split()
)
"""Roles that one person in a story holds: they go to whoever was given that role, and to nobody else."""

PERSON_ROLES = (
    OFFICE_ROLES
    | WOMEN_ROLES
    | MEN_ROLES
    | frozenset(
        "president leader chief director chairman chair manager coach captain lawyer analyst economist "
        "professor author actor singer star player founder co-founder owner boss editor head executive "
        "candidate politician scientist researcher adviser advisor friend striker midfielder defender "
        "goalkeeper winger champion senator governor representative front-runner frontrunner billionaire "
        "tycoon mogul magnate host writer reporter journalist columnist employee speaker nominee lawmaker "
        "officer official doctor teacher activist pilot guitarist drummer rapper musician artist filmmaker "
        "producer novelist poet comedian presenter broadcaster veteran pensioner skipper batsman bowler "
        "jockey boxer golfer sprinter runner hooker prop flanker fly-half teenager student nurse surgeon "
        "consultant strategist pollster aide delegate supporter resident neighbour neighbor witness expert "
        "spokesman banker financier investor trader year-old mp md ceo vice-president republican democrat "
        "conservative liberal justice detective hacker designer".split()
    )
)
BODY_ROLES = frozenset(
    "company group firm bank club party union ministry department agency organisation organization council "
    "charity team committee commission association institute force military army navy police government "
    "body paper newspaper side airline university board court retailer broadcaster magazine campaign "
    "administration network outlet foundation federation manufacturer carmaker maker giant chain publisher "
    "operator carrier studio label website site watchdog regulator think-tank coalition alliance "
    "corporation trust school hospital parliament senate house embassy pair".split()
)
GENERIC_BODIES = frozenset(
    "company group firm organisation organization agency paper newspaper outlet network body charity club "
    "team side magazine broadcaster retailer manufacturer carmaker maker giant chain publisher operator "
    "carrier corporation foundation airline website site watchdog federation association union label "
    "studio bank".split()
)
"""Bodies that “the …” may call back whatever they are called: “the group” for a foundation."""

_HEADS: Mapping[SourceKind, str] = MappingProxyType(
    {
        SourceKind.DOCUMENT: (
            "report reports figures statistics data poll polls polling survey surveys study studies "
            "research statement census review letter memo document documents filing filings results "
            "estimates records indictment complaint analysis lawsuit tweet tweets email emails e-mail "
            "e-mails transcript numbers book inquiry ad ads findings evidence editorial article piece post "
            "column message index petition audit minutes accounts forecast forecasts headline headlines "
            "ruling video story affidavit"
        ),
        SourceKind.MEDIA: (
            "newspaper newspapers magazine broadcaster times post journal guardian telegraph reuters bbc "
            "cnn cnbc abc nbc cbs fox press bloomberg tribune herald independent observer politico afp ap "
            "media tass channel paper msnbc newswire breitbart buzzfeed interfax xinhua globe gazette "
            "chronicle npr itv sky mirror sun express economist news outlet vox gawker slate"
        ),
        SourceKind.OFFICIAL: (
            "government ministry minister ministers official officials police army navy force forces "
            "military department treasury secretary council parliament court senate congress commission "
            "commissioner ambassador embassy governor mayor senator prosecutor prosecutors authority "
            "authorities judge administration house kremlin pentagon fbi cia nasa eu un nato chancellor "
            "whitehall attorney sheriff state bureau regulator committee troops cabinet downing census "
            "watchdog inspectors investigators detectives customs nhs who imf"
        ),
        SourceKind.ORGANISATION: (
            "company group firm bank union association club party team university institute foundation "
            "charity society organisation organization campaign federation corporation trust school league "
            "board fund airline retailer maker giant chain network alliance coalition publisher agency "
            "think-tank manufacturer carmaker"
        ),
        SourceKind.UNNAMED: (
            "analysts analyst experts expert critics economists some others many people observers "
            "supporters opponents researchers scientists doctors lawyers campaigners activists residents "
            "witnesses traders dealers investors fans voters commentators historians academics friends "
            "colleagues rivals users customers consumers retailers teachers parents students republicans "
            "democrats conservatives aides advisers advisors players bosses executives managers leaders "
            "organizers organisers members most several few candidates lawmakers pundits senators "
            "politicians mps respondents percent majority half third women men americans everyone families "
            "relatives workers officers guards soldiers delegates"
        ),
    }
)
HEADS: Mapping[str, SourceKind] = MappingProxyType(
    {word: kind for kind in reversed(list(_HEADS)) for word in _HEADS[kind].split()}
)
"""The kind of source that a noun in lower case names; where two fit, the one that stands first above."""

ORG_WORDS = frozenset(
    "air inc ltd plc corp co llc llp ag sa nv group bank airlines association institute university party "
    "foundation union council committee commission agency department ministry office society federation "
    "league club united city labour conservatives tories democrats republicans trust systems motors "
    "airways records pictures entertainment securities research partners media news technologies software "
    "telecom energy industries holdings house court senate congress parliament times post journal guardian "
    "tribune herald star street court center centre school college hospital states kingdom republic "
    "islands ocean sea river coast valley county avenue road square park stadium cup open championship "
    "championships act bill award awards festival prize war day games army navy force police service press "
    "radio television channel network magazine review report poll pac campaign international national "
    "community movement project program programme administration project fund initiative coalition "
    "alliance church watch caucus convention hall lives matter wing station airport hotel tower bridge "
    "museum gallery theatre treasury reserve exchange index security bureau board authority corporation "
    "company brothers".split()
)
"""Last words that no person's name has."""

SURNAMES_TOO = frozenset("hall church street bridge park house fox post day star force".split())
"""Of these, the words that are surnames after a first name: "Jerry Hall"."""

PLACES = frozenset(
    "new north south east west san los las saint st great united northern southern eastern western upper "
    "lower central middle grand mount lake fort port cape european american british".split()
)
"""First words of names of places and things rather than people."""
