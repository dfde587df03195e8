"""Relations over two sentences that follow each other: the second speaks of a figure in the first.

The bar in a pattern is the end of the first sentence.
"""

from __future__ import annotations

from verifier.extraction.offline.relations.antecedents import doubtful
from verifier.extraction.offline.relations.changes import MOVED, NOUN_MOVED
from verifier.extraction.offline.relations.rule import Rule
from verifier.relations.model import Direction

# What may stand between two places of a sentence without changing what is spoken of.
_NO_COUNT = r"(?:[^<>|]|<[^c]\d+>)*"
_NO_SUM = r"(?:[^<>|]|<[^m]\d+>)*"
_DATED = r"(?:[^<>|]|<[dyt]\d+>)*"
_ANY = r"(?:[^<>|]|<[^cmpe]\d+>)*?"
# The other time to which a change is measured, as the second sentence takes it up.
_BACK_THEN = (
    r"(?:(?:In|During|For)\s+(?:the\s+)?(?:same|previous|preceding|corresponding|prior)\s+(?:<[udy]\d+>|[\w-]+)(?:\s+(?:of|in|last|the)\s*(?:<[dy]\d+>|[\w-]+)){0,2}"
    r"|(?:The\s+)?<y\d+>|(?:The\s+)?(?:previous|preceding)\s+(?:year|month|quarter|week)|A\s+(?:year|month|week)\s+(?:earlier|before|ago))"
)
_NO_RIVAL = r"(?:(?!\b(?:rivals?|competitors?|others?|another)\b)[^<>|])"
_VERB = r"(?:sold|made|spent|sent|earned|lost|had|was|were|came|stood|reached|totalled|totaled|recorded|posted|reported|took|raised|built|paid|shipped|exported|imported|shoppers|profits?|sales|revenues?|the figure|it|they)"

RULES = (
    Rule(
        "a number; some of those",
        "part_of",
        rf"^{_NO_COUNT}{{whole:c}}\s+[a-z]{_NO_COUNT}\|\s*(?:In|About|Around|Nearly|Almost|Some|Only|Just|At least|More than|Up to|Of those,|Of these,|Of them,|\s)*"
        r"{part:c}\s+of\s+(?:these|those|them)\b",
        ("of these", "of those", "of them"),
        unless=doubtful,
        hits=(
            "Police stopped 31,000 drivers last year. In almost 41,000 of those cases, nothing was found.",
            "Last year 300 people applied. Only 40 of them were accepted.",
        ),
        misses=(
            "It has 40 shops and 12 depots. Three of them will close.",
            "He had 12 dogs. Then the 40 friends left, three of them in tears.",
        ),
        same_noun=False,
    ),
    Rule(
        "a number; of these, some",
        "part_of",
        rf"^{_NO_COUNT}{{whole:c}}\s+[a-z]{_NO_COUNT}\|\s*(?:Of|Among)\s+(?:these|those|them),?\s+{{hedge}}{{part:c}}(?=\s)",
        ("Of these", "Of those", "Of them", "Among them", "Among these", "Among those"),
        unless=doubtful,
        hits=("Police arrested 120 people. Of these, 30 were charged.",),
        misses=("Police arrested 120 people and 12 dealers. Of these, 30 were charged.",),
    ),
    Rule(
        "a sum; within this, so much",
        "part_of",
        rf"{{whole:m}}{_NO_SUM}\|\s*(?:Of|Within|Out of)\s+(?:this|that|which|it|the total|this (?:sum|amount|total|figure)|that (?:sum|amount|total|figure)),?\s+(?:[^<>|]{{0,60}}?\s)?{{hedge}}{{part:m}}",
        ("Of ", "Within ", "Out of "),
        hits=(
            "Card fraud rose to £116.4m. Within this, fraud on the internet came to £43m.",
            "The council has £3m to spend. Of this, £1m will go to schools.",
        ),
        misses=("The council has £3m. This week it spent £4m.",),
    ),
    Rule(
        "so much collected; so much short of the aim",
        "difference",
        r"{result:m}[^<>|]*\|[^<>|]{0,60}?{hedge}{subtrahend:m}\s+(?:short|shy)\s+of\s+(?:the|its|their|his|her|a)\s+{hedge}{minuend:m}",
        ("short of", "shy of"),
        hits=(
            "The committee has collected $56.5 million. That puts it $7.5 million short of the $64 million it needs.",
        ),
        misses=("The committee collected $56.5 million. It fell short of the $64 million it needs.",),
    ),
    Rule(
        "up so much to this; back then it was that",
        "change",
        rf"{MOVED}\s+(?:by\s+)?{{hedge}}{{by:p}}(?!\s+(?:per|a|each|of)\b){_ANY}\bto\s+{{hedge}}{{to:cm}}{_DATED}\|\s*{_BACK_THEN}{_NO_RIVAL}{{0,60}}\b{_VERB}\b[^<>|]{{0,40}}?{{start:cm}}",
        ("%", "<p"),
        hits=(
            "Online sales surged 25% over the holiday season to $23.2bn. In the same period of 2003, shoppers had spent $18.6bn.",
        ),
        misses=("Online sales surged 25% to $23.2bn. Shops spent $18.6bn on posters.",),
    ),
    Rule(
        "this, up so much; back then it was that",
        "change",
        rf"{{to:cm}}[^<>|]*?(?:,|\(|-|–)\s*(?:which\s+is\s+)?(?:(?P<up>up)|(?P<down>down))\s+(?:by\s+)?{{hedge}}{{by:p}}{_DATED}\|\s*{_BACK_THEN}{_NO_RIVAL}{{0,60}}\b{_VERB}\b[^<>|]{{0,40}}?{{start:cm}}",
        ("up ", "down "),
        hits=("The company sold 1,100 cars, up 10% on last year. The previous year it sold 1,000 cars.",),
        misses=(
            "The company sold 1,100 cars, up 10% on last year. Its rival sold 1,000 cars.",
            "The company sold 1,100 cars, up 10% on last year. In 2003 it sold 700 cars.",
            "The company sold 1,100 cars, up 10% on last year. The previous year its rival sold 900 cars.",
        ),
    ),
    Rule(
        "this; that is so much more than then",
        "change",
        rf"^{_NO_COUNT}{{to:c}}{_NO_COUNT}\|\s*(?:It|That|This|The figure)\s+(?:is|was|represents|represented|marks|marked|amounts to)\s+(?:an?\s+){NOUN_MOVED}\s+of\s+{{hedge}}{{by:p}}\s+(?:on|from|over|compared\s+(?:with|to))\s+{{hedge}}{{start:c}}",
        ("It ", "That ", "This ", "figure"),
        hits=("Some 1,200 people applied. That was a rise of 20% on the 1,000 of a year before.",),
        misses=("Some 1,200 people applied. That was a rise of 20% on last year.",),
    ),
    Rule(
        "fell to this; later strengthened to that",
        "change",
        rf"\b(?:dropped|fell|slipped|sank|weakened|slid)\s+to\s+{{start:cme}}(?!\s+(?:per|to|against|versus)\b){_DATED}\|\s*It\s+(?:later|then|subsequently)\s+(?P<_way>rose|climbed|recovered|rallied|rebounded|bounced\s+back)\s+to\s+{{to:cme}}",
        ("later", "then", "subsequently"),
        direction=Direction.UP,
        hits=("The index fell to 4,120 at noon. It later recovered to 4,180.",),
        misses=("The index fell to 4,120 at noon. Shares later rose to 4,180 pence.",),
        same_noun=False,
    ),
    Rule(
        "a currency that fell to so many for another, and later rose to so many",
        "change",
        rf"\b(?:dropped|fell|slipped|sank|weakened|slid|declined|tumbled)\s+to\s+{{start:cm}}\s+(?:yen\s+)?(?:per|to\s+the|against\s+the|versus\s+the)\s+(?:euro|dollar|pound){_DATED}\|\s*It\s+(?:later|then|subsequently)\s+(?P<_way>strengthened|rose|climbed|recovered|rallied|rebounded|firmed|gained|bounced\s+back)\s+to\s+{{to:cm}}",
        ("later", "then", "subsequently"),
        direction=Direction.DOWN,
        hits=("The yen dropped to 141.60 per euro. It later strengthened to 140.55.",),
        misses=("The yen dropped to 141.60 per euro. The won later strengthened to 142.55.",),
        same_noun=False,
    ),
    Rule(
        "a currency that rose to so many for another, and later fell to so many",
        "change",
        rf"\b(?:strengthened|firmed|appreciated)\s+to\s+{{start:cm}}\s+(?:yen\s+)?(?:per|to\s+the|against\s+the|versus\s+the)\s+(?:euro|dollar|pound){_DATED}\|\s*It\s+(?:later|then|subsequently)\s+(?P<_way>weakened|fell|dropped|slipped|slid|sank|eased)\s+(?:back\s+)?to\s+{{to:cm}}",
        ("later", "then", "subsequently"),
        direction=Direction.UP,
        hits=("The yen strengthened to 104.20 to the dollar. It later slipped to 104.85.",),
        misses=("The yen strengthened against the dollar. It later slipped to 104.85.",),
        same_noun=False,
    ),
)
