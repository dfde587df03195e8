"""Countries and what their people and institutions are called, so that "Ukraine's" and "Ukrainian" meet."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAIRS = """
afghan afghanistan, albanian albania, algerian algeria, american america, american us, argentine
argentina, argentinian argentina, armenian armenia, australian australia, austrian austria, azerbaijani
azerbaijan, bangladeshi bangladesh, belarusian belarus, belgian belgium, bolivian bolivia, bosnian
bosnia, brazilian brazil, british britain, british uk, bulgarian bulgaria, cambodian cambodia, canadian
canada, chilean chile, chinese china, colombian colombia, congolese congo, croatian croatia, cuban cuba,
cypriot cyprus, czech czechia, danish denmark, dutch netherlands, ecuadorian ecuador, egyptian egypt,
english england, estonian estonia, ethiopian ethiopia, european europe, finnish finland, french france,
georgian georgia, german germany, ghanaian ghana, greek greece, haitian haiti, hungarian hungary,
icelandic iceland, indian india, indonesian indonesia, iranian iran, iraqi iraq, irish ireland, israeli
israel, italian italy, jamaican jamaica, japanese japan, jordanian jordan, kazakh kazakhstan, kenyan
kenya, kuwaiti kuwait, latvian latvia, lebanese lebanon, libyan libya, lithuanian lithuania, malaysian
malaysia, maltese malta, mexican mexico, moldovan moldova, moroccan morocco, nepalese nepal, nigerian
nigeria, norwegian norway, pakistani pakistan, palestinian palestine, peruvian peru, philippine
philippines, polish poland, portuguese portugal, qatari qatar, romanian romania, russian russia, rwandan
rwanda, saudi arabia, scottish scotland, serbian serbia, singaporean singapore, slovak slovakia,
slovenian slovenia, somali somalia, spanish spain, sudanese sudan, swedish sweden, swiss switzerland,
syrian syria, taiwanese taiwan, tanzanian tanzania, thai thailand, tunisian tunisia, turkish turkey,
ugandan uganda, ukrainian ukraine, venezuelan venezuela, vietnamese vietnam, welsh wales, yemeni yemen,
zimbabwean zimbabwe
"""

DEMONYMS: Mapping[str, str] = MappingProxyType(
    {pair.split()[0]: pair.split()[1] for pair in _PAIRS.split(",")}
)
"""Adjective → country, both in lower case."""

_COUNTRIES = frozenset(DEMONYMS.values())


def is_country(word: str) -> bool:
    """Whether a word, in lower case, is a country or one of its people."""
    return word in _COUNTRIES or word in DEMONYMS


def country(word: str) -> str:
    """The country that a word speaks of, in lower case; the word itself if it is none."""
    bare = word.casefold().removesuffix("'s").removesuffix("’s").rstrip("'’")
    return DEMONYMS.get(bare, "uk" if bare == "britain" else bare)
