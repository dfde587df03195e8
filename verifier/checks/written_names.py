"""The capitalised words of a draft, each with the company that it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from verifier.patterns import late

if TYPE_CHECKING:
    from verifier.draft import Draft

_LETTERS = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
# A letter but a to z, by ranges first, which are quick to ask at every place.
_CAPITALISED = late(r"[A-Z\x80-\U0010ffff](?<=[^\W\d_])(?<![\w’'-].)[a-z]*+[^\W\d_]*+(?:['’-][^\W\d_]++)*+")
_WORD_BEFORE = late(rf"(?<!\w)({_LETTERS})([^\w]{{1,3}})$")
_WORD_AFTER = late(rf"(\W{{1,3}})({_LETTERS})")
_REACH = 40
_NAME = late(r"[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_a-z][^\W\d_]*)*")
_POSSESSIVE = late(r"['’]s?$")
_ENDING = late(r"['’]s?(?!\w)")
_INITIAL = late(r"\b([A-Z])\.? $")
_SIC = late(r"\s*[\[(]sic[\])]")

TITLES = (
    "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "sen", "rep", "gov", "gen", "col", "lt",
    "capt", "sgt", "prof", "professor", "rev", "senator", "judge", "justice",
)  # fmt: skip
_TITLED = late(r"\b(?:M[rs]|Mrs|Miss|Dr|Sir|Lord|Lady|Sen|Rep|Gov|Gen)\.? ([A-Z][\w-]+)")
# Words that open a sentence in front of a name and are no part of it.
_OPENERS = frozenset(
    "The A An And But Or So Yet Then Now If As At By For From In Into Of On To With When While Where "
    "After Before Since Until Both Even Only Also Although Though Because Despite During Instead "
    "Meanwhile However Later Earlier Like Unlike That This These Those His Her Its Their Our My Your He "
    "She It They We You I Who What Why How Is Are Was Were Has Had Will Would Can Could Did Does Do Not "
    "No Yes Both Neither Either Perhaps Maybe Today".split()
)
SAYING = frozenset(
    "said says added adds told insisted explained argued argues continued admitted warned claimed replied "
    "believes believed conceded commented recalled joked noted revealed confirmed tweeted wrote".split()
)


@dataclass(frozen=True, slots=True)
class Written:
    """One capitalised word as it stands in the draft.

    Attributes:
        word: the word, without a possessive ending.
        start, end: where the name stands, with the first name or title before it.
        full: that stretch.
        first: the capitalised word directly before, where it is no title and the draft does not write it
            in lower case too; or an initial.
        last: the capitalised word directly after.
        title: the title directly before, in lower case; empty where there is none.
        before, after: the lower-case words next to it, empty across punctuation.
        possessive: whether it ends in an apostrophe, with or without s.
        opens: whether it is the first word of a sentence, which is capitalised anyway.
        in_list: whether commas stand on both sides, as in a line-up.
        sentence: where its sentence starts.
    """

    word: str
    start: int
    end: int
    full: str
    first: str
    last: str
    title: str
    before: str
    after: str
    possessive: bool
    opens: bool
    in_list: bool
    sentence: int


class Words:
    """The words of a draft: which are capitalised, and which of those are also written in lower case.

    Attributes:
        capitalised: capitalised words without possessive endings, and where in the draft they stand (as
            offsets); those in capitals throughout are left out.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self.capitalised: dict[str, list[int]] = {}
        for match in _CAPITALISED.finditer(draft.text):
            word = match[0]
            if not word.isupper():
                bare = word if word.isalpha() else _POSSESSIVE.sub("", word)
                self.capitalised.setdefault(bare, []).append(match.start())

    def is_common(self, word: str) -> bool:
        """Whether the draft also writes the word in lower case."""
        text, word = self._draft.text, word.lower()
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
                return True
            at = text.find(word, end)
        return False

    @cached_property
    def _titled(self) -> frozenset[str]:
        return frozenset(_TITLED.findall(self._draft.text))

    def is_titled(self, word: str) -> bool:
        """Whether the draft anywhere writes the word right after a title."""
        return word in self._titled

    def uses(self, word: str) -> list[Written]:
        """Every use of a capitalised word, apart from those that the draft marks as another's slip."""
        found = (self._written(word, start) for start in self.capitalised[word])
        return [written for written in found if written is not None]

    def _written(self, bare: str, start: int) -> Written | None:
        text = self._draft.text
        end = start + len(bare)
        ending = _ENDING.match(text, end)
        if _SIC.match(text, ending.end() if ending else end):
            return None
        before, gap, origin = self._before(start)
        gap_after, after = self._after(ending.end() if ending else end)
        sentence = self._draft.sentence_at(start)
        opening = sentence.span.start if sentence else 0
        title = before.lower() if before.lower() in TITLES and gap in (" ", ". ") else ""
        first = before if not title and gap == " " and self._is_name(before) else ""
        if not title and not first and (initial := _INITIAL.search(text, max(0, start - 4), start)):
            first = initial[1]
        left = origin if first or title else start
        return Written(
            word=bare,
            start=left,
            end=end,
            full=" ".join(text[left:end].split()),
            first=first,
            last=after if gap_after == " " and ending is None and after[:1].isupper() else "",
            title=title,
            before=before if gap == " " and before.islower() else "",
            after=after if gap_after in (" ", ", ") and after.islower() else "",
            possessive=ending is not None,
            opens=start - opening <= 1,
            in_list=gap.startswith(",") and gap_after.startswith(","),
            sentence=opening,
        )

    def _is_name(self, word: str) -> bool:
        return _NAME.fullmatch(word) is not None and word not in _OPENERS and not self.is_common(word)

    def _before(self, start: int) -> tuple[str, str, int]:
        """The word before, what stands between, and where that word starts."""
        reach = max(0, start - _REACH)
        match = _WORD_BEFORE.search(self._draft.text, reach, start)
        return (match[1], match[2], match.start()) if match else ("", "\n", 0)

    def _after(self, end: int) -> tuple[str, str]:
        """What stands between, and the word after."""
        match = _WORD_AFTER.match(self._draft.text, end)
        return (match[1], match[2]) if match else ("\n", "")
