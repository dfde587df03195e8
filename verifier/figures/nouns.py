"""The counted noun: what a bare number counts ("472 Russian drones" → "drones").

There is no tagger. The noun phrase runs from the number to the first word that cannot be part of it;
its head is the last plural of the first run of plurals. Where no plural is found the noun is unknown,
which is safer than a wrong one: two counts of unknown things are never compared by their unit.
"""

from __future__ import annotations

from verifier.figures.lexicon import wordset
from verifier.figures.tokens import DIGITS, SPACE, Tokens
from verifier.figures.words import SMALL

_WINDOW = 6
"""Words between a number and its noun, at most: "two former senior Russian intelligence officers"."""

STOPS = wordset(
    "a an the this that these those his her its their our your my and or but nor so yet as at by for "
    "from in into of off on onto out over to than through under until up upon with within without "
    "about above after against along among around before behind below beneath beside between beyond "
    "despite down during except inside like near outside past since throughout toward towards via per "
    "is are was were be been being am has have had do does did will would shall should can could may "
    "might must not no if when while where who whom whose which what why how because although though "
    "unless whether there here then also just only even still already ever never often again away "
    "back he she it they we you i him them us me said says say told added came come comes went go "
    "goes got get gets made make makes took take takes gave give won lost beat hit left led held took "
    "put set saw see sees became become remain remained including according compared each every both "
    "either neither whereas plus minus versus v vs ago later earlier today yesterday tomorrow now "
    "down once twice together alone instead too very quite rather"
)
"""Words that end a noun phrase (determiners, prepositions, auxiliaries, common verbs, adverbs)."""

_IRREGULAR = wordset(
    "people men women children police mice geese teeth feet oxen cattle sheep fish deer aircraft "
    "troops lives wives criteria phenomena media data alumni fans staff personnel crew servicemen "
    "policemen policewomen businessmen businesswomen congressmen congresswomen councilmen spokesmen "
    "chairmen firemen gunmen fishermen frenchmen englishmen irishmen crewmen craftsmen freshmen "
    "salesmen sportsmen sportswomen statesmen workmen countrymen grandchildren schoolchildren "
    "stepchildren salmon offspring series species headquarters clergy folk youth candidates crises "
    "analyses theses bacteria hovercraft spacecraft helicopters counsel faithful"
)
_NOT_PLURAL = wordset(
    "less previous various business its this was is has his us as yes plus versus always perhaps "
    "across towards afterwards besides sometimes otherwise nonetheless nevertheless whereas thus gas "
    "bus press class process success access congress glass cross boss loss mass pass address express "
    "princess actress witness illness fitness wilderness tennis crisis basis analysis virus campus "
    "status bonus census focus consensus corpus genius minus apparatus surplus chorus stimulus "
    "cannabis arthritis oasis thesis emphasis diagnosis politics economics mathematics physics "
    "athletics news texas dallas kansas arkansas massachusetts illinois paris brussels wales athens "
    "james thomas charles lewis harris williams davis jones hughes evans collins roberts adams rogers "
    "edwards phillips stevens atlas canvas christmas alias bias chaos cosmos ethos pathos asbestos "
    "lens sans does goes says means serious famous dangerous enormous religious precious obvious "
    "overseas downstairs upstairs indoors outdoors nowadays backwards forwards upwards downwards laos "
    "barbados honduras cyprus mars venus zeus jesus moses gross cross across fewer"
)
_ENDINGS = ("ss", "us", "is", "ous", "'s")
_SINGULAR = wordset(
    "person man woman child boy girl soldier officer policeman civilian passenger vote seat goal "
    "point try game match set win death job company firm country state city school hospital house "
    "home car ship plane drone missile judge member worker employee student teacher patient doctor "
    "driver player candidate senator bill law case count charge penalty ticket dollar percent bedroom "
    "victim suspect survivor fatality casualty arrest injury"
)
_VICTIMS = wordset(
    "killed dead injured wounded hurt missing homeless hospitalised hospitalized arrested detained "
    "displaced infected unemployed"
)
_DETERMINERS = wordset("the its their his her our those these")
_WITHIN = SPACE | frozenset(("-", ' "', " “", " '", " ‘", "/"))
"""Gaps within a noun phrase: blanks, hyphens, an opening quotation mark."""

_SUFFIXES = STOPS | wordset("strong odd something way time times fold tier star ish thirds plus sided")


def is_plural(word: str) -> bool:
    """Whether the word looks like a plural noun."""
    if word in _IRREGULAR:
        return True
    return word.endswith("s") and len(word) > 3 and word not in _NOT_PLURAL and not word.endswith(_ENDINGS)  # noqa: PLR2004


def counted_noun(tokens: Tokens, stop: int, *, singular: bool = False) -> str | None:
    """The head of the noun that the number before token `stop` counts, in lower case as printed.

    Args:
        tokens: the text.
        stop: the token after the number.
        singular: whether the number is one, which counts a singular.
    """
    words, gaps = tokens.words, tokens.gaps
    if words[stop] == "of" and words[stop + 1] in _DETERMINERS:
        if gaps[stop] not in SPACE:
            return None
        stop += 2
        if words[stop][:1] in DIGITS or words[stop] in SMALL:
            stop += 1
    if gaps[stop] == "-" and gaps[stop + 1] != "-" and words[stop].isalpha() and words[stop] not in _SUFFIXES:
        return words[stop]  # "an eight-point lead"
    if words[stop] in _VICTIMS and gaps[stop] in SPACE:
        return "people"
    head, at = _head(tokens, stop, singular=singular)
    if head is None and words[at] in ("and", "or") and at > stop:
        return _shared(tokens, stop, at)
    return head


def _head(tokens: Tokens, stop: int, *, singular: bool) -> tuple[str | None, int]:
    """The head of the noun phrase that begins at a token, and where reading stopped."""
    words, gaps = tokens.words, tokens.gaps
    head: str | None = None
    for at in range(stop, stop + _WINDOW):
        word = words[at]
        initial = gaps[at] in (".", ". ") and len(words[at - 1]) == 1
        if (
            (gaps[at] not in _WITHIN and not initial)
            or (word in STOPS and word != "more")
            or word[:1] in DIGITS
        ):
            return head, at
        if is_plural(word) and not (gaps[at] == "-" and head is None and gaps[at + 1] == "-"):
            if gaps[at + 1] in ("'", "’"):  # "two weeks' wages": the wages are not counted
                return None, stop
            head = word
        elif head is not None:
            return head, at
        elif singular and word in _SINGULAR:
            return word, at
    return head, stop


def _shared(tokens: Tokens, stop: int, at: int) -> str | None:
    """The noun of the next number after adjectives alone: "three Russian and two Chinese ships"."""
    if not all(tokens.capital(here) for here in range(stop, at)):
        return None
    following = tokens.words[at + 1]
    if following in SMALL or following[:1] in DIGITS:
        return _head(tokens, at + 2, singular=False)[0]
    return None
