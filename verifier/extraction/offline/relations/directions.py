"""The words for up and down: verbs, nouns, and what stands between them and a figure.

Fragments of patterns over masked text. In each, the group ``up`` or ``down`` that matches tells the way.
"""

from __future__ import annotations

VERB_UP = (
    r"rose|risen|rises?|rising|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|grew|grown|grows?|growing|increas(?:ed|es|e|ing)|"
    r"soar(?:ed|s|ing)?|surg(?:ed|es|e|ing)|gain(?:ed|s|ing)?|advanc(?:ed|es|e|ing)|leap(?:t|ed|s|ing)?|swell(?:ed|s|ing)?|"
    r"swollen|(?:sky)?rocket(?:ed|s|ing)?|shot up|shoot(?:s|ing)? up|balloon(?:ed|s|ing)?|expand(?:ed|s|ing)?|widen(?:ed|s|ing)?|rais(?:ed|es|e|ing)|"
    r"lift(?:ed|s|ing)?|boost(?:ed|s|ing)?|hik(?:ed|es|e|ing)|accelerat(?:ed|es|e|ing)|quicken(?:ed|s|ing)?|rebound(?:ed|s|ing)?|"
    r"recover(?:ed|s|ing)?|rall(?:ied|ies|y|ying)|mushroom(?:ed|s|ing)?|(?:went|gone|going|go|goes|edged|crept|inched|"
    r"ticked|nudged|moved|bumped|pushed) (?:up|higher)"
)
VERB_DOWN = (
    r"fell|fallen|falls?|falling|dropp?(?:ed|s|ing)?|declin(?:ed|es|e|ing)|decreas(?:ed|es|e|ing)|slipp?(?:ed|s|ing)?|slid|"
    r"slid(?:es|e|ing)|slump(?:ed|s|ing)?|plung(?:ed|es|e|ing)|tumbl(?:ed|es|e|ing)|sank|sunk|sink(?:s|ing)?|shrank|"
    r"shrunk|shrink(?:s|ing)?|dipp?(?:ed|s|ing)?|dwindl(?:ed|es|e|ing)|div(?:ed|es|ing)|dove|plummet(?:ed|s|ing)?|crash(?:ed|es|ing)?|"
    r"contract(?:ed|ing)|narrow(?:ed|s|ing)?|cut(?:s|ting)?|reduc(?:ed|es|e|ing)|lower(?:ed|s|ing)?|slash(?:ed|es|ing)?|trimm?(?:ed|s|ing)?|"
    r"halv(?:ed|es|e|ing)|slow(?:ed|s|ing)?|eas(?:ed|es|ing)|"
    r"(?:went|gone|going|go|goes|edged|crept|inched|ticked|nudged|moved|eased|drifted|pushed) (?:down|lower|back)"
)
ING_UP = (
    r"rising|climbing|jumping|growing|increasing|soaring|surging|advancing|swelling|ballooning|expanding|widening|leaping|"
    r"accelerating|rebounding|recovering|rallying|(?:going|edging|creeping|moving|bouncing|picking|shooting|bouncing back|picking back) (?:up|back|back up|higher)"
)
ING_DOWN = (
    r"falling|dropping|declining|decreasing|slipping|sliding|slumping|plunging|tumbling|sinking|shrinking|dipping|dwindling|"
    r"plummeting|narrowing|slowing|easing|(?:going|edging|creeping|moving|drifting) (?:down|lower)"
)
PAST_UP = r"raised|increased|lifted|upped|revised up|revised upwards"
PAST_DOWN = (
    r"reduced|cut|lowered|slashed|trimmed|revised down|revised downwards|whittled down|scaled back|pared"
)
NOUN_UP = r"rises?|increases?|jump|gains?|surge|leap|climb|improvement|rebound|hike|uplift|upturn"
NOUN_DOWN = r"falls?|drops?|declines?|decreases?|cut|reductions?|slump|dip|slide|plunge|downturn|slowdown"

_ADVERB = (
    r"(?:\w+ly|well|far|much|a little|a bit|a lot|a good deal|a great deal|slightly|just|still|even|"
    r"way|a long way|a touch|a shade|a fraction)"
)
ADVERBS = rf"(?:{_ADVERB} ){{0,2}}"
HEDGES = (
    r"(?:(?:about|around|some|roughly|nearly|almost|just|under|over|more|less|fewer|than|at least|as much as|as many as|up to|"
    r"only|approximately|well|slightly|a little|little|or|an?|the|a further|another|a total of|an estimated|an expected|estimated|a massive|"
    r"a whopping|a mere|a meagre|a modest|a record|a healthy|a staggering|a hefty) ){0,4}"
)
ADJECTIVES = r"(?:(?!in |of |to |from |on |for |and |or )[\w’'-]+ ){0,3}"

TIME = r"<[dyut]\d+>"
# Up to five words that may stand before a figure without making it another one: "the previous year's".
_NOT_BEFORE = (
    r"(?!(?:in|at|for|with|to|by|from|on|into|than|who|that|which|when|where|while|as|and|or|but|if|is|are|was|were|has|have|had|"
    r"loss|losses|profits?|deficit|surplus|lead|ahead|behind|between|target|forecast|forecasts|expected|expectations?|predicted|consensus|"
    r"projected|hoped|planned|budgeted|possible|potential|maximum|minimum|least|most|rises?|increases?|falls?|drops?|gain|growth|decline|"
    r"another|other|others|remaining|rival|rivals|combined|people|men|women|voters|those)\b)"
)
BEFORE = rf"(?:(?:{_NOT_BEFORE}[\w’'.-]+|{TIME}[’']?s?) ){{0,6}}?"
WHEN = rf"(?:[^<>|;:,]|{TIME}){{0,60}}?"
# "Half a dollar below", "a quarter of a point": a size, no factor.
NO_UNIT = (
    r"(?!(?:an?|one) (?:\w+ )?(?:dollars?|pounds?|euros?|cents?|penny|pence|points?|percentage|per|million|billion|trillion|miles?|"
    r"kilometres?|metres?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decade|century|dozen|tonnes?|tons?|degrees?)\b)"
)
