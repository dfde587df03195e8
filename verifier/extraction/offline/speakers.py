"""Nouns that can speak: people by their form or role, bodies, and documents."""

from __future__ import annotations

import re

DOCUMENTS = frozenset(
    "figures figure data statistics report reports poll polls polling survey surveys study studies "
    "research results statement document documents record records analysis review census numbers estimate "
    "estimates forecast forecasts evidence memo letter email emails e-mail e-mails paper papers index "
    "inquiry filing filings minutes article book transcript transcripts ad ads advert complaint lawsuit "
    "indictment ruling tweet tweets post message messages note release editorial headline headlines sign "
    "signs banner banners petition website caption average averages tally tallies count counts videos "
    "interview speech remarks comments affidavit audit assessment findings testimony chart graph map video "
    "footage bill law constitution column story stories notice manifesto communique communiqué dossier "
    "accounts test tests biography memoir essay blog advertisement leaflet placard log logs text texts "
    "disclosures disclosure".split()
)
"""Heads of noun phrases that name a document: what they say or show is attributed to them."""

_BODIES = frozenset(
    "government ministry company group firm bank club party union department agency organisation "
    "organization council charity committee commission association institute force forces military army "
    "navy police body newspaper airline university board court retailer broadcaster magazine team campaign "
    "administration parliament senate congress house embassy regulator federation foundation society "
    "league network channel alliance coalition corporation trust school hospital panel jury opposition "
    "state states office bureau command watchdog press media outlet kremlin pentagon treasury cabinet "
    "church publisher maker giant chain studio label prosecution defence defense family families public "
    "crowd audience world country nation city town community industry side couple pair trio duo band "
    "electorate majority minority lobby tribunal operator carrier pac delegation mission leadership "
    "management authority authorities staff service services unit troops rebels paper fund body think-tank "
    "thinktank startup supplier lender insurer".split()
)
_PEOPLE = frozenset(
    "people man woman men women boy girl child children person police everyone official officials "
    "spokesman spokeswoman spokesperson spokespeople spokesmen chief chiefs head heads captain coach boss "
    "bosses analyst analysts economist guard president vice-president premier king queen prince princess "
    "pope bishop judge judges attorney attorneys witness witnesses victim victims candidate candidates "
    "nominee nominees delegate delegates senator congressman congresswoman lawmaker mogul billionaire "
    "tycoon magnate star stars host hosts author hero ally allies rival rivals friend friends colleague "
    "colleagues critic critics source sources expert experts pundit pundits republican republicans "
    "democrat democrats conservative conservatives liberal liberals aide aides adviser advisor insider "
    "insiders fan fans family wife husband mother father mum dad son daughter brother sister parent "
    "parents aunt uncle cousin client clients ceo executive executives hopeful frontrunner front-runner "
    "runner-up champion opponent opponents some many others most several few both all neither none student "
    "students resident residents patient patients agent agents patron diplomat diplomats mp mps peer peers "
    "architect surgeon sergeant lieutenant colonel general generals admiral major marshal sheriff cop cops "
    "chancellor secretary secretaries ambassador envoy envoys mayor governor minister ministers lord lady "
    "celebrity celebrities guest guests correspondent correspondents assistant applicant defendant "
    "defendants participant accountant consultant consultants servant servants tenant tenants immigrant "
    "immigrants migrant migrants veteran veterans activist elite elites establishment voters youth "
    "respondents percent % half majority third chair chairman chairwoman duo mastermind comic chef cook "
    "chairperson youngster nurse nurses relatives relative neighbour neighbours neighbor neighbors "
    "midfielder striker psychiatrist academic academics".split()
)
_AGENT = re.compile(
    r"(?:[a-z]{3,}(?:er|or|ist|ian|eer|man|woman|person|men|women|people|ees?)|[a-z]{3,}(?:ers|ors|ists|ians|eers))$"
)
_NO_AGENTS = frozenset(
    "order orders matter matters number numbers water winter summer quarter quarters corner corners factor "
    "factors error errors sector sectors murder murders danger dangers offer offers power powers river "
    "rivers border borders shoulder shoulders chapter chapters cover covers tower towers flower flowers "
    "dinner dinners finger fingers silver fever laser lasers gender genders chamber chambers september "
    "october november december minor major color colors labor favor honor behavior horror horrors terror "
    "mirror mirrors tumor tumors rumor rumors humor prior layer layers meter meters liter liters server "
    "servers browser browsers router routers paper letter letters answer answers center centers centre "
    "theater theaters character characters disaster disasters barrier barriers career careers computer "
    "computers counter counters filter filters helicopter helicopters monitor monitors motor motors "
    "trailer trailers weather other another either neither rather former latter after over under ever "
    "never together however further greater larger smaller higher lower better later earlier older newer "
    "longer shorter stronger weaker bigger fewer upper inner outer super poor door doors floor floors "
    "anger hunger indicator indicators figure manner remainder reminder encounter encounters starter "
    "engineer's trigger triggers sister consumer's interior exterior superior junior senior human humans "
    "yen then when open women's committee committees fee fees degree degrees guarantee guarantees tree "
    "trees coffee employee's german roman christian republican median asian indian italian russian "
    "civilian cancer cancers folder folders poster posters master charter charters user's newsletter "
    "newsletters twitter flier tractor tractors reactor reactors vector sensor sensors surrender takeover "
    "hangover turnover rollover over crossover bumper paper".split()
)


def is_document(noun: str) -> bool:
    """Whether a noun in lower case names something written, counted or broadcast."""
    return noun.rpartition("-")[2] in DOCUMENTS


def is_role(noun: str) -> bool:
    """Whether a noun in lower case names people by what they do or are."""
    last = noun.rpartition("-")[2] or noun
    agent = _AGENT.fullmatch(last) is not None and last not in _NO_AGENTS
    return noun in _PEOPLE or last in _PEOPLE or agent


def can_speak(noun: str) -> bool:
    """Whether a noun in lower case names people, a body or a document."""
    last = noun.rpartition("-")[2] or noun
    if noun in _BODIES or last in _BODIES or last in DOCUMENTS or is_role(noun):
        return True
    return last.endswith("s") and last[:-1] in _BODIES
