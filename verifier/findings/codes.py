"""Every code that a finding can carry: what it means, an example, and what to do.

Codes are part of the contract: other programs rely on them, so they are never renamed.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from verifier.errors import ConfigurationError
from verifier.findings.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Code:
    """One code.

    Attributes:
        name: the code.
        severity: the gravest that it comes with.
        meaning: one plain sentence.
        example: words that would be flagged.
        advice: what an editor does about it.
        kind: the relation kind whose documentation says more, if any.
    """

    name: str
    severity: Severity
    meaning: str
    example: str
    advice: str
    kind: str | None = None


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTICE

_ROWS = (
    # figures
    Code(
        "part-exceeds-whole",
        _E,
        "A part is larger than the whole it belongs to.",
        "Out of the 472 drones launched, 482 were intercepted.",
        "Ask which of the two figures is wrong, or whether the part belongs to another whole.",
        "part_of",
    ),
    Code(
        "parts-do-not-add-up",
        _E,
        "Parts that make up a total do not come to it.",
        "Of the 472 drones, 382 were shot down and the other 80 got through.",
        "Ask for the missing part, or for the figure that was not updated.",
        "sum",
    ),
    Code(
        "share-mismatch",
        _E,
        "A percentage or fraction does not fit the part and the whole beside it.",
        "382 of the 472 drones, more than 90%, were shot down.",
        "Work the share out again and ask which of the three is wrong.",
        "share",
    ),
    Code(
        "shares-exceed-whole",
        _E,
        "Shares of one whole come to more than 100%.",
        "Labour is on 48%, the Conservatives on 41% and the Lib Dems on 22%.",
        "Check each share at its source, and whether the answers could overlap.",
        "shares_of_one",
    ),
    Code(
        "change-mismatch",
        _E,
        "A rise, fall or difference does not fit the figures it is worked out from.",
        "Sales rose 40% to 300 from 200.",
        "Work the change out again and ask which of the three is wrong.",
        "change",
    ),
    Code(
        "direction-mismatch",
        _E,
        "The words say up and the figures go down, or the other way round.",
        "The rate is down to 10.2%, from 9.6% a year ago.",
        "Ask which way it went, and whether the two figures were swapped.",
        "change",
    ),
    Code(
        "ratio-mismatch",
        _E,
        "“Twice”, “half” or “three times” does not fit the two figures.",
        "It pays $9.68 an hour, three times the minimum wage of $5.15.",
        "Divide the one by the other and correct the word or the figure.",
        "ratio",
    ),
    Code(
        "average-mismatch",
        _E,
        "An average does not fit the total and the number it is taken over.",
        "25 people were jailed for a total of 75 years, less than a year and a half each on average.",
        "Divide the total by the number and ask which of the three is wrong.",
        "average",
    ),
    Code(
        "same-fact-differs",
        _E,
        "One fact is stated in two different ways.",
        "Russia launched 472 drones overnight … Of the 427 drones launched, 382 were shot down.",
        "Ask which is right and make both places agree.",
        "same_fact",
    ),
    Code(
        "order-contradicted",
        _E,
        "The words rank two figures the other way round than the figures do.",
        "She is second on the list with £800m, ahead of the £900m of the man in third place.",
        "Check both figures and the ranking.",
        "order",
    ),
    Code(
        "conversion-mismatch",
        _E,
        "An amount and its conversion do not match.",
        "The race is 26 miles (26km) long.",
        "Convert again; for currencies, check which pair does not fit the rate of the others.",
        "conversion",
    ),
    Code(
        "impossible-value",
        _E,
        "A figure that cannot be true whatever it refers to.",
        "130% of those asked agreed.",
        "Check the figure at its source.",
    ),
    Code(
        "joint-contradiction",
        _E,
        "Several statements, each possible, cannot all be true together.",
        "120 went to Leeds, 85 to York and 60 to Hull; of the 300, 41 stayed behind.",
        "Go through the steps shown; one of the figures in them is wrong.",
    ),
    # dates
    Code(
        "weekday-mismatch",
        _E,
        "A weekday does not go with its date.",
        "on Thursday, 17 December 2005",
        "Look at a calendar, then ask for the right day.",
    ),
    Code("impossible-date", _E, "A date that does not exist.", "on 31 June", "Ask for the date."),
    Code(
        "duration-mismatch",
        _E,
        "A stretch of time does not fit its start and end.",
        "the war of 1939 to 1945, which lasted eight years",
        "Count again, and ask which is wrong.",
        "duration",
    ),
    Code(
        "age-mismatch",
        _E,
        "An age does not fit the years of birth and event.",
        "Born in 1924, he became an MP in 1970 at the age of 28.",
        "Check the year of birth.",
        "age",
    ),
    Code(
        "sequence-contradicted",
        _E,
        "Events are dated in an order that the words rule out.",
        "The ruling of 20 January was upheld on appeal on 1 January.",
        "Check both dates.",
        "sequence",
    ),
    # names and words
    Code(
        "name-varies",
        _W,
        "One name is spelled in two ways.",
        "Jiri Novak … Novack won the second set.",
        "Check the spelling and make it one.",
    ),
    Code(
        "role-varies",
        _W,
        "One person is given two roles.",
        "guitarist Mick Mars … the drummer's home",
        "Check which is right, or say when the role changed.",
    ),
    Code(
        "quote-has-two-speakers",
        _W,
        "One quotation is given to two speakers.",
        "“We will appeal,” said Mr Hall … “We will appeal,” said Ms Reed.",
        "Ask who said it.",
    ),
    Code(
        "statements-conflict",
        _W,
        "Two statements contradict each other in words; a model proposes it.",
        "The board accepted the offer … The offer, which the board rejected, …",
        "Read both sentences, which the finding quotes, and decide.",
    ),
    # sources
    Code(
        "sources-disagree",
        _N,
        "Two sources give different figures for one fact.",
        "Police counted 2,000 marchers; the organisers said 10,000.",
        "Nothing is wrong with that; make sure that the draft says whose figure is whose.",
    ),
    Code(
        "vague-source",
        _N,
        "A statement rests on a source that the reader cannot place.",
        "sources say the plan includes prisoner exchanges",
        "Ask who they are, and whether the draft can say more about them.",
    ),
    Code(
        "no-source",
        _N,
        "A figure that a reader would ask about has no source near it.",
        "The scheme has cost 4.2 million pounds so far.",
        "Ask where the figure comes from.",
    ),
    Code(
        "source-not-introduced",
        _N,
        "A source is named by surname or role and never introduced.",
        "“It is a disgrace,” said Hall.",
        "Give the full name and role at first mention.",
    ),
    # the check itself
    Code(
        "figure-unchecked",
        _N,
        "Figures that no claim uses, so that nothing was checked about them.",
        "",
        "Read the sentences yourself.",
    ),
    Code(
        "passage-unread",
        _W,
        "A passage that the model did not read; patterns read it instead.",
        "",
        "Check again when the service answers, or read the passage yourself.",
    ),
)

CODES: Mapping[str, Code] = MappingProxyType({row.name: row for row in _ROWS})


def code_named(name: str) -> Code:
    """The code of that name.

    Raises:
        ConfigurationError: there is none; the message names the nearest.
    """
    code = CODES.get(name)
    if code is None:
        raise ConfigurationError(f"no finding has the code {name!r}; {_nearest(name)}")
    return code


def known_codes(names: Iterable[str]) -> frozenset[str]:
    """The names, each of them proved to be a code.

    Raises:
        ConfigurationError: one of them is not.
    """
    return frozenset(code_named(name).name for name in names)


def _nearest(name: str) -> str:
    near = difflib.get_close_matches(name.lower().replace("_", "-"), CODES, n=3, cutoff=0.5)
    if not near:
        return "'verifier explain' lists all codes"
    *first, last = near
    return f"did you mean {', '.join(first) + ' or ' if first else ''}{last}?"
