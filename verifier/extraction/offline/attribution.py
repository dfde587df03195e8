"""Who says what, sentence by sentence: the content, the words that name the source, and the cue."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verifier.claims import Manner
from verifier.extraction.offline.cues import DOCUMENTS, VERBS, Need
from verifier.extraction.offline.phrases import subject_after, subject_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.draft import Draft, Sentence
    from verifier.extraction.offline.quotations import Quotation

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|got)\s+(?:\w+ly\s+|not\s+|also\s+)?$", re.IGNORECASE
)
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|our|my|this|that|these|those|no|any|some|of|with|for|in|by|from|new|other|"
    r"to|into|on|at|first|last|latest|fresh|more|such)|['’]s)\s+$",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\b(?:to|not|n['’]t|never)\s+$", re.IGNORECASE)
_ADJUNCT = re.compile(
    r"\s*(?:(?:on|in|at|during|after|before|to|of|by|from|about|late|earlier|later|last|this|yesterday|today|"
    r"through|via|following|as|with|while|when|when asked|outside|ahead|again|recently|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday)\b[^\"“”]*)?[.,;:!?)\"”'’\s—–-]*$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\s*(?:,|:|that\b|how\b|whether\b|why\b|what\b|[“\"‘]|''|(?:he|she|it|they|there|we|i|you|this|these|those|nearly|"
    r"almost|about|more than|fewer than|less than|up to|only|just over|some)\b|[£$€\d]|"
    r"(?:the|a|an|its|his|her|their|no|most|many)\s+[^.,;]{1,60}?\b(?:is|are|was|were|has|have|had|will|would|could|"
    r"should|can|may|might|must|did|does|do|rose|fell|went|came|made|said|took|became|\w+ed)\b|"
    r"[A-Z][^.,;]{1,50}?\b(?:is|are|was|were|has|have|had|will|would|could|should|can|may|might|must|did|does)\b)",
    re.IGNORECASE,
)
_TO_THAT = re.compile(r"\s*(?:[^.;:“\"]{0,90}?)\bthat\s+", re.IGNORECASE)
_LEAD_IN = re.compile(r"(?:\s|,|:|[-—–])*(?:that\s+)?", re.IGNORECASE)
_LISTENER = re.compile(
    r"\s*(?P<listener>(?:[A-Z][\w.’'-]*|the|a|his|her|its|their|[a-z]+s|MPs|BBC|me|us|him|them|you|[a-z]+)"
    r"(?:\s+(?:[A-Z][\w.’'-]*|[\w’'-]+(?=\s+(?:that|in|on|at|,|[“\"])))){0,6}?)"
    r"(?=\s+(?:that|he|she|it|they|there|the|a|his|her|its|in|on|at|of|[A-Z])\b|\s*[,:“\"])"
)
_ACCORDING = re.compile(
    r"\s+to\s+(?P<source>[^,;.“\"]+(?:\.(?=\w|\s[A-Z]\w+\b\s?[A-Z])[^,;.“\"]*)*)", re.IGNORECASE
)
_JOINED = re.compile(
    r"(?:,\s+|\b)(?:and|but|or|then)\s+(?:also\s+|has\s+|have\s+|later\s+|then\s+)?$", re.IGNORECASE
)
_CLOSERS = "\"”’'"


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attributed statement; all pairs are offsets in the draft.

    Attributes:
        content: what is said.
        mention: the words that name who says it.
        cue: the words that attribute; None in a quotation that goes on from an earlier one.
        manner: direct, indirect or mixed.
        verb: the base form of the cue ("say"), "according" or "".
    """

    content: tuple[int, int]
    mention: tuple[int, int]
    cue: tuple[int, int] | None
    manner: Manner
    verb: str


class AttributionReader:
    """Reads the attributions of one draft."""

    def __init__(self, draft: Draft, quotations: Sequence[Quotation]) -> None:
        self._text = draft.text
        self._quotations = quotations
        self._starts = [quotation.start for quotation in quotations]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that holds the code point at `offset`."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._quotations[index].end:
            return self._quotations[index]
        return None

    def read(self, sentence: Sentence) -> tuple[Attributed, ...]:
        """The attributions of one sentence, in order of their cues."""
        start, end = sentence.span.start, sentence.span.end
        found: list[Attributed] = []
        for match in _WORD.finditer(self._text, start, end):
            word = match.group().casefold()
            if word not in VERBS and word != "according":
                continue
            if self.quotation_at(match.start()) is not None:
                continue
            if word == "according":
                attributed = self._according(match, start, end)
            else:
                attributed = self._verb(match, start, end, found)
            if attributed is not None:
                found.append(self._marked(attributed))
        return tuple(_without_overlap(self._text, found))

    def _marked(self, attributed: Attributed) -> Attributed:
        return replace(attributed, manner=self.manner(*attributed.content))

    def manner(self, start: int, end: int) -> Manner:
        """Direct where all of it is quoted, mixed where part of it is."""
        first = max(0, bisect_right(self._starts, start) - 1)
        quoted = 0
        for quotation in self._quotations[first:]:
            if quotation.start >= end:
                break
            quoted += max(0, min(end, quotation.end) - max(start, quotation.start))
        if quoted == 0:
            return Manner.INDIRECT
        return Manner.DIRECT if quoted >= (end - start) - 3 else Manner.MIXED

    def _according(self, match: re.Match[str], start: int, end: int) -> Attributed | None:
        source = _ACCORDING.match(self._text, match.end(), end)
        if source is None:
            return None
        mention = _trimmed(self._text, *source.span("source"))
        cue = (match.start(), source.start("source"))
        cue = (cue[0], cue[0] + len(self._text[cue[0] : cue[1]].rstrip()))
        before = _trimmed(self._text, start, match.start())
        content = before if len(self._text[before[0] : before[1]].split()) > 1 else (source.end(), end)
        content = _trimmed(self._text, *content)
        if content[1] - content[0] < 2 or mention[1] <= mention[0]:
            return None
        return Attributed(content, mention, cue, Manner.INDIRECT, "according")

    def _verb(
        self, match: re.Match[str], start: int, end: int, found: Sequence[Attributed]
    ) -> Attributed | None:
        text = self._text
        need, base = VERBS[match.group().casefold()]
        if match.group()[0].isupper():
            return None
        before = text[max(start, match.start() - 30) : match.start()]
        form = match.group().casefold()
        if form.endswith("ing"):
            return self._participle(match, need, base, before, end, found)
        if _INFINITIVE.search(before) or _NOUN_BEFORE.search(before):
            return None
        if _PASSIVE.search(before):
            return None
        boundary = self._boundary(start, match.start())
        inverted = self._inverted(match, need, base, boundary, end)
        if inverted is not None:
            return inverted
        mention = self._shared_subject(before, found) or subject_before(text, boundary, match.start())
        if mention is None:
            return None
        return self._placed(match, need, base, mention, start, end)

    def _shared_subject(self, before: str, found: Sequence[Attributed]) -> tuple[int, int] | None:
        """The subject of the verb before, where a second one is joined to it: "praised … and reiterated"."""
        if found and _JOINED.search(before):
            return found[-1].mention
        return None

    def _boundary(self, start: int, position: int) -> int:
        """The end of the last quotation before `position` in the sentence, or the sentence's start."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and self._quotations[index].end > start:
            return self._quotations[index].end
        return start

    def _inverted(
        self, match: re.Match[str], need: Need, base: str, boundary: int, end: int
    ) -> Attributed | None:
        """“…,” said Ms White. The quotation stands right before the verb."""
        if need is Need.OBJECT or need is Need.LISTENER:
            return None
        text = self._text
        gap = text[boundary : match.start()].strip()
        quoted = self.quotation_at(boundary - 1) if boundary > 0 else None
        if quoted is None and not text[: match.start()].rstrip().endswith(","):
            return None
        if gap not in ("", ",", "also", "later") and quoted is not None:
            return None
        mention = subject_after(text, match.end(), end)
        if mention is None:
            return None
        rest = text[mention[1] : end].strip()
        if quoted is None:
            # Without a quotation only a short ending shows that this is no "X, the owner, said Y".
            if len(rest.split()) > 2 or re.search(
                r"\b(?:is|are|was|were|had|has|would|will)\b", text[mention[0] : mention[1]]
            ):
                return None
            content = _trimmed(text, max(boundary, _sentence_start(text, boundary)), match.start())
            if len(text[content[0] : content[1]].split()) < 4:
                return None
        else:
            content = (quoted.start, quoted.end)
        return Attributed(content, mention, match.span(), Manner.DIRECT, base)

    def _placed(
        self, match: re.Match[str], need: Need, base: str, mention: tuple[int, int], start: int, end: int
    ) -> Attributed | None:
        """Content before ("…, he said") or after ("he said that …")."""
        text = self._text
        before = _trimmed(text, start, mention[0])
        words_before = len(text[before[0] : before[1]].split())
        closed = text[: mention[0]].rstrip()[-1:] in {",", *_CLOSERS}
        rest = text[match.end() : end]
        quoted = self.quotation_at(before[1] - 1) or self.quotation_at(before[1])
        ends = _ADJUNCT.fullmatch(rest) is not None or (
            quoted is not None and not _CLAUSE.match(rest.lstrip(" ,"))
        )
        if closed and words_before > 2 and need is not Need.OBJECT and ends:
            content = (quoted.start, quoted.end) if quoted is not None else before
            return Attributed(content, mention, match.span(), Manner.DIRECT, base)
        content_start = self._content_start(match, need, end)
        if content_start is None:
            return None
        content = _trimmed(text, content_start, end)
        if len(text[content[0] : content[1]].split()) < 2:
            return None
        if need is Need.CLAUSE and not self._takes_clause(match, mention, end):
            return None
        if closed and words_before > 2 and rest.lstrip().startswith(","):
            # "The tag, he said, was popular": the statement goes on after the cue.
            content = (before[0], content[1])
        return Attributed(content, mention, match.span(), Manner.INDIRECT, base)

    def _takes_clause(self, match: re.Match[str], mention: tuple[int, int], end: int) -> bool:
        if _CLAUSE.match(self._text, match.end(), end) or _TO_THAT.match(self._text, match.end(), end):
            return True
        head = self._text[mention[0] : mention[1]].split()[-1].casefold()
        return head in DOCUMENTS

    def _content_start(self, match: re.Match[str], need: Need, end: int) -> int | None:
        text = self._text
        position = match.end()
        if need is Need.LISTENER:
            listener = _LISTENER.match(text, position, end)
            if listener is None:
                return None
            position = listener.end()
        that = _TO_THAT.match(text, position, end)
        opening = min(
            (text.find(mark, position, end) for mark in '"“' if text.find(mark, position, end) >= 0),
            default=end,
        )
        if that is not None and that.end() <= opening:
            words = text[position : that.end()].split()
            if len(words) <= 1 or _ADJUNCT.fullmatch(text[position : that.end() - 5]):
                return that.end()
        lead = _LEAD_IN.match(text, position, end)
        return lead.end() if lead is not None else position

    def _participle(
        self, match: re.Match[str], need: Need, base: str, before: str, end: int, found: Sequence[Attributed]
    ) -> Attributed | None:
        """“…, adding that …”: the subject is that of the attribution before."""
        if not found or not before.rstrip().endswith((",", *_CLOSERS)):
            return None
        start = self._content_start(match, need, end)
        if start is None:
            return None
        content = _trimmed(self._text, start, end)
        if len(self._text[content[0] : content[1]].split()) < 2:
            return None
        return Attributed(content, found[-1].mention, match.span(), Manner.INDIRECT, base)


def _sentence_start(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip()) if start < len(text) else start


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space and the punctuation that belongs to the sentence around it."""
    while start < end and text[start] in " \t\n\r\u00a0,;:—–-":
        start += 1
    while end > start and text[end - 1] in " \t\n\r\u00a0,;:—–-":
        end -= 1
    if end > start and text[end - 1] == "." and not re.search(r"\b[A-Z]\.$", text[max(start, end - 4) : end]):
        end -= 1
    return start, end


def _without_overlap(text: str, found: Sequence[Attributed]) -> Iterator[Attributed]:
    """Cut each content where the next statement of another source begins, unless that one lies within it."""
    for index, attributed in enumerate(found):
        content = attributed.content
        for later in found[index + 1 :]:
            start = later.mention[0]
            if not content[0] < start < content[1] or later.mention == attributed.mention:
                continue
            joint = re.search(
                r"(?:[,;]\s+(?:but|and|while|although|though|whereas)\s+|;\s+)$", text[content[0] : start]
            )
            if joint is not None:
                content = _trimmed(text, content[0], content[0] + joint.start())
                break
        participle = next(
            (
                x
                for x in found[index + 1 :]
                if x.mention == attributed.mention and x.cue and content[0] < x.cue[0] < content[1]
            ),
            None,
        )
        if participle is not None and participle.cue is not None:
            content = _trimmed(text, content[0], participle.cue[0])
        yield replace(attributed, content=content)
