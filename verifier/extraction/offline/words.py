"""Words of a sentence with the little that their form tells: no tagger and no model, closed classes only.

English has few words that are neither nouns, verbs, adjectives nor adverbs, and they are all listed here.
What is not listed is a content word; whether it is a name shows in its capital.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.extraction.offline.quotations import Quotation


class Tag(str):
    """What sort of word it is, as far as a list or its first letter tells; one object each.

    No `Enum`, whose members Python 3.11 takes ten times as long to look up: the reader does little else.
    """

    __slots__ = ()

    WORD: ClassVar[Tag]  # a content word in lower case
    NAME: ClassVar[Tag]  # a capitalised word
    NUMBER: ClassVar[Tag]
    MARK: ClassVar[Tag]  # punctuation
    DETERMINER: ClassVar[Tag]
    PRONOUN: ClassVar[Tag]  # of those that can be a subject
    RELATIVE: ClassVar[Tag]  # who, which
    PREPOSITION: ClassVar[Tag]
    SUBORDINATOR: ClassVar[Tag]  # opens a clause
    COORDINATOR: ClassVar[Tag]
    AUXILIARY: ClassVar[Tag]
    ADVERB: ClassVar[Tag]
    TIME: ClassVar[Tag]  # weekdays, today, yesterday


for _name in Tag.__annotations__:
    setattr(Tag, _name, Tag(_name.lower()))


class Word(NamedTuple):
    """One word or mark: offsets in the draft, its text in lower case, its tag, and the quotation it is in.

    `quoted` is the index of the quotation, -1 outside.
    """

    start: int
    end: int
    lower: str
    tag: Tag
    quoted: int


DETERMINERS = frozenset(
    "a an the this that these those his her its their our my your some many most several all both "
    "each every any no another other few two three four five six seven eight nine ten dozens one "
    "either neither".split()
)
SUBJECT_PRONOUNS = frozenset(
    "he she they it we i you he's she's they're it's we're i'm he'd she'd they'd he’s she’s they’re it’s "
    "we’re i’m he’d she’d they’d i've i’ve we've we’ve they've they’ve he'll he’ll she'll she’ll they'll "
    "they’ll others everyone everybody nobody someone somebody anyone none".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for from with without to into onto over under during after before since until about "
    "against among between through via despite following outside inside near across around behind beyond "
    "within per like amid towards toward upon off up down out alongside regarding including concerning "
    "versus besides except throughout along above below beneath beside".split()
)
SUBORDINATORS = frozenset(
    "that because while when if although though unless as than whereas whether where how why what whenever "
    "wherever once lest".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would could should can may "
    "might must shall cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't "
    "wouldn't couldn't shouldn't can't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t "
    "didn’t won’t wouldn’t couldn’t shouldn’t can’t not never n't 's 'd".split()
)
BE = frozenset(
    "is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t got get".split()
)
MODALS = frozenset(
    "would could should might may can must will shall cannot can't can’t couldn't couldn’t wouldn't "
    "wouldn’t shouldn't shouldn’t won't won’t".split()
)
ADVERBS = frozenset(
    "also later then now still already soon often always again once even just too instead however "
    "therefore meanwhile moreover furthermore nevertheless nonetheless thus hence further earlier "
    "himself herself itself themselves ever there here perhaps maybe long first yet only quite rather "
    "indeed likewise otherwise afterwards afterward eventually back so together well far almost "
    "nearly simply".split()
)
COORDINATORS = ("and", "or", "but", "nor", "yet", "&")
TIMES = frozenset(
    "today yesterday tonight tomorrow monday tuesday wednesday thursday friday saturday sunday".split()
)
TIME_NOUNS = TIMES | frozenset(
    "week month year day night morning afternoon evening weekend january february march april may june "
    "july august september october november december spring summer autumn winter weeks months years days "
    "hours time century decade minute minutes hour moment season".split()
)
_NO_ADVERBS = frozenset(
    "family ally assembly supply reply july italy monopoly rally fly bully early daily weekly monthly "
    "only billy kelly sally emily molly holly polly elderly friendly likely deadly costly anomaly "
    "butterfly".split()
)

# The blanks before a token, and the token; first the plain words, which are found at once.
_TOKEN = re.compile(
    r"(\s*+)("
    r"[a-z]{2,}+(?![\w\-’'.&/])"
    r"|(?:Mrs?|Ms|Dr|St|Sens?|Reps?|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Jr|Sr|Pres|Inc|Corp|Ltd|Co)\.(?=[\s,])"
    r"|(?:[^\W\d_]\.){2,}|[A-Z]\.(?=\s[A-Z])"
    r"|--+"
    r"|[£$€]?\d(?:[\d.,]*\d)?[\w%]*(?:[-–/]\w+)*"
    r"|\w++(?:[-’'.&/]\w++)*+|&|\S)"
)
NEAR_TIMES = frozenset("last this next earlier late early later that the".split())
"""What stands before a stretch of time: "last week", "earlier this month"."""

DASHES = frozenset(("—", "–", "-", "--"))
NOUNS = (Tag.WORD, Tag.NAME, Tag.NUMBER, Tag.TIME)
"""What a noun can be tagged as."""

_HEADING_WORDS = 28
_OPENING = 6
_CACHED = 40
"""Longer words are no words; they are not kept."""
_MAY_BE_NAMES = (Tag.AUXILIARY, Tag.PREPOSITION, Tag.ADVERB, Tag.SUBORDINATOR)
_CLASSES: Mapping[str, Tag] = MappingProxyType(
    {
        **dict.fromkeys(ADVERBS, Tag.ADVERB),
        **dict.fromkeys(TIMES, Tag.TIME),
        **dict.fromkeys(PREPOSITIONS, Tag.PREPOSITION),
        **dict.fromkeys(AUXILIARIES, Tag.AUXILIARY),
        **dict.fromkeys(DETERMINERS, Tag.DETERMINER),
        **dict.fromkeys(SUBORDINATORS, Tag.SUBORDINATOR),
        **dict.fromkeys(SUBJECT_PRONOUNS, Tag.PRONOUN),
        **dict.fromkeys(("who", "which"), Tag.RELATIVE),
        **dict.fromkeys(COORDINATORS, Tag.COORDINATOR),
    }
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence, in order, where it stands, and whether it is a headline."""

    words: tuple[Word, ...]
    start: int
    end: int
    heading: bool

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, index: int) -> Word:
        return self.words[index]

    def lower(self, index: int) -> str:
        """The word at an index in lower case; "" outside the sentence."""
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def tag(self, index: int) -> Tag | None:
        """The tag of the word at an index; None outside the sentence."""
        return self.words[index].tag if 0 <= index < len(self.words) else None


def words_of(
    draft: Draft, sentence: Sentence, quotations: Sequence[Quotation], starts: Sequence[int]
) -> Words:
    """The words of a sentence.

    Args:
        draft: the draft.
        sentence: one of its sentences.
        quotations: all its quotations, in order.
        starts: where they start.
    """
    text, (left, right) = draft.text, (sentence.span.start, sentence.span.end)
    found: list[Word] = []
    capitals: list[int] = []
    index = max(0, bisect_right(starts, left) - 1)
    opens, closes = _bounds(quotations, index)
    end = left
    quoted, new = -1, tuple.__new__
    for gap, printed in _TOKEN.findall(text, left, right):
        start = end + len(gap)
        end = start + len(printed)
        if start >= opens:
            while closes <= start:
                index += 1
                opens, closes = _bounds(quotations, index)
            quoted = index if opens <= start else -1
        lower, tag, may_be_name = (
            _classified(printed) if end - start < _CACHED else (printed, Tag.WORD, False)
        )
        if may_be_name and found and (found[-1].tag is not Tag.MARK or quoted < 0 <= found[-1].quoted):
            capitals.append(len(found))
        # Word(...) takes twice the time, in the busiest loop of the reader.
        found.append(new(Word, (start, end, lower, tag, quoted)))
    heading = _is_heading(found)
    if capitals and not heading:
        for place in capitals:  # "Will Hall", "Anna From": names that look like small words
            found[place] = found[place]._replace(tag=Tag.NAME)
    return Words(tuple(found), left, right, heading)


def _bounds(quotations: Sequence[Quotation], index: int) -> tuple[int, int]:
    """Where a quotation starts and ends; beyond all text where there is none."""
    if index >= len(quotations):
        return sys.maxsize, sys.maxsize
    return quotations[index].start, quotations[index].end


def _is_heading(words: Sequence[Word]) -> bool:
    """Whether nearly every long word has a capital, as in American headlines: verbs have one there too."""
    if len(words) > _HEADING_WORDS or [word.tag for word in words[:_OPENING]].count(Tag.WORD) > _OPENING // 2:
        return False
    content = [word.tag for word in words if word.tag in (Tag.WORD, Tag.NAME) and len(word.lower) > 3]  # noqa: PLR2004
    return len(content) > 2 and content.count(Tag.NAME) >= 0.8 * len(content)  # noqa: PLR2004


@lru_cache(maxsize=20_000)
def _classified(printed: str) -> tuple[str, Tag, bool]:
    """The word in lower case, its tag, and whether it is a small word with a capital, which may be a name.

    Kept, because a draft repeats most of its words.
    """
    lower = printed.lower()
    tag = _tag(printed, lower)
    return lower, tag, tag in _MAY_BE_NAMES and printed[0].isupper()


def _tag(printed: str, lower: str) -> Tag:
    first = printed[0]
    known = _CLASSES.get(lower)
    if known is not None and (first.islower() or printed != printed.upper() or len(printed) == 1):
        return known
    if first.isdigit() or first in "£$€":
        return Tag.NUMBER
    if not first.isalnum():
        return Tag.MARK
    if lower.endswith("ly") and lower not in _NO_ADVERBS and (first.islower() or len(lower) > 6):  # noqa: PLR2004
        return Tag.ADVERB
    return Tag.NAME if first.isupper() else Tag.WORD
