"""Money: signs, codes and names of currencies → ISO 4217 codes.

A bare "$" is the dollar of the house, the US dollar unless it says otherwise, and a bare "£" the pound
sterling, as in nearly all news copy; "A$", "C$", "HK$" say otherwise. "Pounds" may be weight and "won" a
verb, so both need a second sign of money.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from verifier.figures.lexicon import spellings, wordset
from verifier.figures.tokens import JOINED, SPACE, Tokens

_DOLLAR = "$"
SIGNS = {
    _DOLLAR: "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₪": "ILS",
    "₺": "TRY", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₴": "UAH",
}  # fmt: skip
_BARE_DOLLARS = wordset("dollar dollars bucks")
_DOLLARS = spellings(
    """
    USD: us
    AUD: a au aus
    CAD: c ca can
    NZD: nz
    HKD: hk
    SGD: s sg
    BRL: r
    TWD: nt
    TTD: tt
    JMD: j
    ZWD: z
    MXN: mex
    """
)
CODES = wordset(
    "usd gbp eur jpy cny chf aud cad nzd hkd sgd inr krw rub brl mxn zar sek nok dkk pln czk huf try "
    "thb idr myr php vnd uah ils aed sar egp ngn kes pkr bdt"
)
_BEFORE = {"rs": "INR", "dm": "DEM", "rmb": "CNY", "rm": "MYR", "sfr": "CHF"}
"""Names that stand before the number: "Rs 500", "euros" after it are in `NAMES`."""

NAMES = spellings(
    """
    EUR: euro euros
    JPY: yen
    CNY: yuan renminbi rmb
    INR: rupee rupees
    IDR: rupiah rupiahs
    RUB: rouble roubles ruble rubles
    UAH: hryvnia hryvnias
    PLN: zloty zlotys
    HUF: forint forints
    CZK: koruna
    THB: baht
    MYR: ringgit ringgits
    ZAR: rand
    NGN: naira
    BDT: taka
    ILS: shekel shekels
    BRL: real reais
    GRD: drachma drachmas
    GBP: quid sterling
    GHS: cedis
    BGN: lev leva
    CHF: sfr
    VND: dong
    GEL: lari
    ETB: birr
    """
)
_SHARED = wordset(
    "peso pesos franc francs lira liras lire dinar dinars dirham dirhams riyal riyals rial rials "
    "shilling shillings krona kronor krone kroner crowns "
)
"""Names that several countries' currencies share; a nationality before them decides."""

_COUNTRIES = spellings(
    """
    US: us american
    AU: australian
    CA: canadian
    NZ: zealand
    HK: kong
    SG: singapore
    TW: taiwan taiwanese
    JM: jamaican
    ZW: zimbabwe zimbabwean
    CH: swiss
    FR: french
    BE: belgian
    MX: mexican
    AR: argentine
    PH: philippine
    CL: chilean
    CO: colombian
    CU: cuban
    TR: turkish
    IT: italian
    IQ: iraqi
    KW: kuwaiti
    JO: jordanian
    DZ: algerian
    TN: tunisian
    RS: serbian
    AE: emirati uae
    MA: moroccan
    SA: saudi
    IR: iranian
    QA: qatari
    OM: omani
    KE: kenyan
    UG: ugandan
    TZ: tanzanian
    SE: swedish
    DK: danish
    NO: norwegian
    CZ: czech
    SK: slovak
    IS: icelandic
    GB: british
    IE: irish
    EG: egyptian
    SY: syrian
    LB: lebanese
    IN: indian
    PK: pakistani
    LK: sri
    BR: brazilian
    RU: russian
    ZA: south
    IL: israeli
    JP: japanese
    CN: chinese
    KR: korean
    """
)
_NATIONAL = {
    ("dollar", "US"): "USD", ("dollar", "AU"): "AUD", ("dollar", "CA"): "CAD", ("dollar", "NZ"): "NZD",
    ("dollar", "HK"): "HKD", ("dollar", "SG"): "SGD", ("dollar", "TW"): "TWD", ("dollar", "JM"): "JMD",
    ("dollar", "ZW"): "ZWD", ("franc", "CH"): "CHF", ("franc", "FR"): "FRF", ("franc", "BE"): "BEF",
    ("peso", "MX"): "MXN", ("peso", "AR"): "ARS", ("peso", "PH"): "PHP", ("peso", "CL"): "CLP",
    ("peso", "CO"): "COP", ("peso", "CU"): "CUP", ("lira", "TR"): "TRY", ("lira", "IT"): "ITL",
    ("dinar", "IQ"): "IQD", ("dinar", "KW"): "KWD", ("dinar", "JO"): "JOD", ("dinar", "DZ"): "DZD",
    ("dinar", "TN"): "TND", ("dinar", "RS"): "RSD", ("dirham", "AE"): "AED", ("dirham", "MA"): "MAD",
    ("riyal", "SA"): "SAR", ("rial", "IR"): "IRR", ("riyal", "QA"): "QAR", ("rial", "OM"): "OMR",
    ("shilling", "KE"): "KES", ("shilling", "UG"): "UGX", ("shilling", "TZ"): "TZS", ("krona", "SE"): "SEK",
    ("krone", "DK"): "DKK", ("krone", "NO"): "NOK", ("krona", "IS"): "ISK", ("crown", "CZ"): "CZK",
    ("crown", "SK"): "SKK", ("crown", "NO"): "NOK", ("crown", "DK"): "DKK", ("crown", "SE"): "SEK",
    ("pound", "GB"): "GBP", ("pound", "IE"): "IEP", ("pound", "EG"): "EGP", ("pound", "SY"): "SYP",
    ("pound", "LB"): "LBP", ("rupee", "IN"): "INR", ("rupee", "PK"): "PKR", ("rupee", "LK"): "LKR",
    ("real", "BR"): "BRL", ("rouble", "RU"): "RUB", ("ruble", "RU"): "RUB", ("rand", "ZA"): "ZAR",
    ("shekel", "IL"): "ILS", ("yen", "JP"): "JPY", ("yuan", "CN"): "CNY", ("won", "KR"): "KRW",
}  # fmt: skip
_STEMS = {
    "reais": "real", "lire": "lira", "kronor": "krona", "kroner": "krone", "pence": "pence",
    "drachmas": "drachma",
}  # fmt: skip
_SMALL = {"cent": None, "cents": None, "¢": None, "pence": "GBP", "penny": "GBP", "p": "GBP", "c": None}
"""A hundredth of a currency; the draft's other money says which, where the word does not."""

_WON = frozenset(("won",))
_POUNDS = frozenset(("pound", "pounds"))
# Where nobody pays in sterling, a bare "million pounds" is of the country.
_OTHER_POUNDS = re.compile(r"\b(?:Egypt|Leban|Syria|Sudan)\w*")
_DOUBTFUL = _SHARED | _POUNDS | _WON
_VERB_LIMIT = 1000


class Currency(NamedTuple):
    """A currency that was read after a number: the token after it, its code, and its decimal shift."""

    stop: int
    code: str | None
    shift: int = 0


def sign_before(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """The currency sign or code right before a number: the first token of it, and the ISO code."""
    word, gap = tokens.words[index - 1], tokens.gaps[index]
    if word in SIGNS:
        return _sign(tokens, index) if not gap or gap in SPACE or gap in ("-", "−") else None
    if gap and gap not in SPACE and gap != ". ":
        return None
    if word in _BEFORE and tokens.capital(index - 1):
        return index - 1, _BEFORE[word]
    return (index - 1, word.upper()) if _is_code(tokens, index - 1) else None


def _sign(tokens: Tokens, index: int) -> tuple[int, str]:
    """The sign before a number, with the letters that say whose dollar it is: "A$", "HK$"."""
    word, prefix = tokens.words[index - 1], tokens.words[index - 2]
    if word != _DOLLAR:
        return index - 1, SIGNS[word]
    if not tokens.gaps[index - 1] and prefix in _DOLLARS:
        return index - 2, _DOLLARS[prefix]
    return index - 1, tokens.house.currency


def _is_code(tokens: Tokens, at: int) -> bool:
    """Whether the token is an ISO 4217 code, in capitals."""
    return tokens.words[at] in CODES and tokens.text[tokens.starts[at] : tokens.ends[at]].isupper()


def name_after(tokens: Tokens, at: int, value: int, *, scaled: bool) -> Currency | None:
    """The currency name or code that begins at a token, right after a number.

    Args:
        tokens: the text.
        at: the token after the number.
        value: the number's whole part, to tell "1,500 won" from "two won".
        scaled: whether the number has a scale word ("million"), which makes "pounds" money.
    """
    word, gap = tokens.words[at], tokens.gaps[at]
    if not gap:
        return _glued(tokens, at)
    if gap not in JOINED:
        return None
    if word in _DOUBTFUL:
        return _doubtful(tokens, at, value, scaled=scaled)
    if word in _BARE_DOLLARS:
        return Currency(at + 1, tokens.house.currency)
    if word in NAMES:
        return Currency(at + 1, NAMES[word])
    if word in _SMALL and len(word) > 1:
        return Currency(at + 1, _SMALL[word] or tokens.cents, -2)
    return Currency(at + 1, word.upper()) if _is_code(tokens, at) else _national(tokens, at)


def _doubtful(tokens: Tokens, at: int, value: int, *, scaled: bool) -> Currency | None:
    """Names that may mean something else ("pounds", "won") or several currencies ("francs")."""
    word = tokens.words[at]
    if word in _POUNDS:
        return _pounds(tokens, at, scaled=scaled)
    if word in _WON:
        return Currency(at + 1, "KRW") if scaled or value >= _VERB_LIMIT else None
    return Currency(at + 1, None)


def _glued(tokens: Tokens, at: int) -> Currency | None:
    word = tokens.words[at]
    if word in ("p", "c", "¢") and not (word == "c" and tokens.capital(at)):
        return Currency(at + 1, _SMALL[word] or tokens.cents, -2)
    if word in SIGNS and word not in "$£":
        return Currency(at + 1, SIGNS[word])
    return None


def _pounds(tokens: Tokens, at: int, *, scaled: bool) -> Currency | None:
    """The pound, after a scale, with "sterling", or where the draft uses the sign; else it is weight."""
    if tokens.words[at + 1] == "sterling":
        return Currency(at + 2, "GBP")
    if (
        tokens.words[at + 1] == "of"
        and not tokens.sterling
        and tokens.words[at + 2] not in ("the", "debt", "public")
    ):
        return None
    if tokens.sterling:
        return Currency(at + 1, "GBP")
    if scaled:
        return Currency(at + 1, None if _OTHER_POUNDS.search(tokens.text) else "GBP")
    return None


def _national(tokens: Tokens, at: int) -> Currency | None:
    """A nationality and a currency: "Australian dollars", "US dollars", "Hong Kong dollars"."""
    for step in (1, 2):
        if tokens.gaps[at + step] not in SPACE:
            return None
        country = _COUNTRIES.get(tokens.words[at + step - 1])
        if country is not None:
            name = tokens.words[at + step]
            code = _NATIONAL.get((_STEMS.get(name, name.removesuffix("s")), country))
            if code is not None:
                return Currency(at + step + 1, code)
    return None
