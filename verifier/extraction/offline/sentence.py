"""One sentence: who says what in it, whom it gives the floor to."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from verifier.claims import Manner
from verifier.extraction.offline.attributed import Announced, Attributed
from verifier.extraction.offline.contents import Place, count_words, ends_here, place, trimmed
from verifier.extraction.offline.cues import VERBS, Need
from verifier.extraction.offline.edges import Phrase
from verifier.extraction.offline.following import phrase_after
from verifier.extraction.offline.frames import POSSESSED, according, in_document, passive_agent, possessed
from verifier.extraction.offline.governing import Governed, Governors, is_cue
from verifier.extraction.offline.inverted import inverted
from verifier.extraction.offline.speakers import is_document
from verifier.extraction.offline.subjects import may_say, speaks
from verifier.extraction.offline.words import COORDINATORS, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verifier.extraction.offline.cues import Verb
    from verifier.extraction.offline.frames import Framed
    from verifier.extraction.offline.marks import Marks
    from verifier.extraction.offline.words import Words

_MOST_ATTRIBUTIONS = 24
"""Attributions that are read from one sentence; what holds more is no sentence."""

_MOST_WORDS = 1500
"""Words of one sentence that are read for cues: the longest sentences of news have some 150."""

_ANNOUNCES = 30
"""Words before a closing colon that are searched for the verb that announces."""

_NAMELESS = re.compile(r"(?:not )?(?:to )?be (?:named|identified|quoted)\b|anonymity\b")
_CUES = frozenset(VERBS) | POSSESSED | {"according"}
_TRIGGERS = _CUES | {"in"}
_LETTERS = re.compile(r"[a-z_]+")
_LEADING = 4
_FEWEST_WORDS = 2
_QUOTED_WORDS = 4
_ECHOES = frozenset("he she they i we it you who".split())
_BELIEFS = frozenset(
    "want think believe plan hope support expect know see feel oppose prefer fear doubt consider decide "
    "understand agree intend wish mean realise realize refuse".split()
)


def may_attribute(quote: str) -> bool:
    """Whether a sentence without quotations can attribute anything: cheap, as reading it is not."""
    words = _LETTERS.findall(quote.lower())
    if not _CUES.isdisjoint(words) or quote.endswith(":"):
        return True
    return "in" in words[:_LEADING] and all(
        word in COORDINATORS or word[0] == "_" for word in words[: words.index("in")]
    )


class SentenceReading:
    """One sentence while it is being read."""

    def __init__(self, text: str, words: Words, marks: Marks) -> None:
        self._text = text
        self._words = words
        self._marks = marks
        self._before = marks.closing_at(text, words.start)
        self._heading = words.heading
        self._governors = Governors(words, heading=self._heading)
        self._pending: list[Attributed] = []
        self._rows: list[Attributed] = []

    def all(self) -> list[Attributed]:
        """Every attribution of the sentence, in the order of their cues."""
        found: list[Attributed] = []
        words = self._words.words[:_MOST_WORDS]
        triggers = [k for k, word in enumerate(words) if word.lower in _TRIGGERS and word.quoted < 0]
        for index in triggers:
            if index >= _LEADING and words[index].lower == "in":
                continue
            if len(found) + len(self._pending) >= _MOST_ATTRIBUTIONS:
                break
            attributed = self._at(index)
            if attributed is not None:
                found.append(attributed)
        found.extend(row._replace(mention=found[0].mention) for row in self._pending if found)
        rows = _without_echoes(self._text, found)
        if len(rows) > 1 and rows[0].verb == "in" and rows[1].mention[0] == rows[0].content[0]:
            del rows[0]  # "In a poll by X, critics said": the critics said it
        if self._marks.within(self._words.start, self._words.end):
            rows.extend(self._before_quotation(rows))
        return sorted(rows, key=lambda row: row.cue or row.content)

    def announced(self) -> Announced | None:
        """Who a sentence that ends in a colon gives the floor to."""
        words = self._words
        last = len(words) - 1
        if last < 1 or words.lower(last) != ":" or words[last].quoted >= 0:
            return None
        for index in range(last - 1, max(-1, last - _ANNOUNCES), -1):
            verb = VERBS.get(words.lower(index))
            if verb is not None and words[index].quoted < 0:
                subject = self._governors.of_finite(index, verb) or phrase_after(
                    words, index + 1, inverted=True
                )
                if subject is not None:
                    return Announced(self._span(subject), (words[index].start, words[index].end))
        subject = self._governors.main(last) or self._governors.before_colon(last)
        if subject is None or not speaks(words, subject):
            return None
        return Announced(self._span(subject), (words[last].start, words[last].end))

    def _at(self, index: int) -> Attributed | None:
        words, lower = self._words, self._words.lower(index)
        if lower in POSSESSED and words.lower(index + 1) in ("that", "to", "for"):
            owned = self._framed(index, possessed(words, index), lower)
            if owned is not None:
                return owned
        if is_cue(words, index, heading=self._heading):
            verb = VERBS[lower]
            return self._finite(index, verb) if verb.finite else self._participle(index, verb)
        if lower == "according":
            return self._framed(index, according(words, index), lower)
        if lower == "in" and index == self._first():
            return self._framed(index, in_document(words, index), lower)
        return None

    def _first(self) -> int:
        """The index of the first word that is no mark or conjunction."""
        leading = (k for k in range(min(_LEADING, len(self._words))))
        return next((k for k in leading if self._words.tag(k) not in (Tag.MARK, Tag.COORDINATOR)), 0)

    def _framed(self, index: int, row: Framed | None, verb: str) -> Attributed | None:
        if row is None:
            return None
        phrase, cue, content = row
        start, end = trimmed(self._text, *content)
        if count_words(self._text, start, end) < _FEWEST_WORDS:
            return None
        self._governors.add(Governed(index, finite=False, subject=phrase))
        return Attributed((start, end), self._span(phrase), cue, Manner.INDIRECT, verb)

    def _finite(self, index: int, verb: Verb) -> Attributed | None:
        words = self._words
        if verb.past and words.lower(index + 1) == "by":
            agent = passive_agent(words, index, verb)
            if agent is None or not speaks(words, agent[0]):
                return None
            return self._made(Place(trimmed(self._text, *agent[1]), index + 1), index, verb, agent[0])
        turned = inverted(self._text, words, self._marks, index, verb, self._clause_start(index))
        if turned is not None:
            return self._made(Place(turned.content, index + 1), index, verb, turned.subject)
        subject = self._governors.of_finite(index, verb)
        if subject is None or not may_say(words, subject, verb):
            return None
        if subject.left == 0 and self._before is not None and ends_here(words, index + 1):
            # “…?” he asked. The stop within the marks ended the sentence before.
            return self._made(Place((self._before.start, self._before.end), index + 1), index, verb, subject)
        where = self._place(index, verb, subject)
        if where is None or _NAMELESS.match(self._text, where.content[0]):
            return None  # "who declined to be named": that is about the source, and not said by it
        return self._made(where, index, verb, subject)

    def _clause_start(self, index: int) -> int:
        """Where the clause before the verb at `index` begins: the sentence, or what a last one leaves."""
        for row in reversed(self._rows):
            if row.cue is not None and row.content[1] <= self._words[index - 1].start:
                return max(row.content[1], row.cue[1])
        return self._words.start

    def _participle(self, index: int, verb: Verb) -> Attributed | None:
        words = self._words
        subject, pending = self._governors.of_participle(index, verb)
        if subject is None and not pending:
            return None
        if subject is not None and not speaks(words, subject) and verb.need is not Need.ANYTHING:
            return None
        stand_in = subject or Phrase(index, index + 1, index)
        where = self._place(index, verb, stand_in, participle=True)
        if where is None:
            return None
        if pending:
            self._pending.append(self._row(where, index, verb, stand_in))
            return None
        return self._made(where, index, verb, stand_in)

    def _place(self, index: int, verb: Verb, subject: Phrase, *, participle: bool = False) -> Place | None:
        return place(
            self._text,
            self._words,
            self._marks,
            index,
            verb,
            subject,
            document=is_document(self._words.lower(subject.head)),
            participle=participle,
        )

    def _made(self, where: Place, index: int, verb: Verb, subject: Phrase) -> Attributed:
        self._governors.add(Governed(index, verb.finite, subject))
        row = self._row(where, index, verb, subject)
        self._rows.append(row)
        return row

    def _row(self, where: Place, index: int, verb: Verb, subject: Phrase) -> Attributed:
        word = self._words[index]
        end = self._words[where.cue_end - 1].end if where.cue_end > index else word.end
        return Attributed(where.content, self._span(subject), (word.start, end), Manner.INDIRECT, verb.base)

    def _before_quotation(self, rows: Sequence[Attributed]) -> Iterator[Attributed]:
        """A quotation after a comma or colon that no cue has: the subject of its sentence says it."""
        words = self._words
        for index, (mark, word) in enumerate(pairwise(words.words), 1):
            if word.quoted < 0 or mark.quoted == word.quoted or mark.lower not in (":", ","):
                continue
            quotation = self._marks.quotations[word.quoted]
            span = (quotation.start, quotation.end)
            if quotation.start != word.start or count_words(self._text, *span) < _QUOTED_WORDS:
                continue
            if any(row.content[0] < span[1] and span[0] < row.content[1] for row in rows):
                continue
            subject = self._governors.main(index) or self._governors.before_colon(index - 1)
            if subject is not None and speaks(words, subject):
                yield Attributed(span, self._span(subject), (mark.start, mark.end), Manner.DIRECT, "")

    def _span(self, phrase: Phrase) -> tuple[int, int]:
        """Where a subject stands, without what only goes along with it: “Hall, however,”, “he's”."""
        words = self._words
        only = words[phrase.left]
        if phrase.right - phrase.left == 1 and only.tag is Tag.PRONOUN:
            cut = min(
                (k for k in (only.lower.find("'"), only.lower.find("’")) if k > 0), default=len(only.lower)
            )
            return only.start, only.start + cut
        last = phrase.right - 1
        while last > phrase.left and (
            words[last].lower == "," or (words[last].tag is Tag.ADVERB and words.lower(last - 1) == ",")
        ):
            last -= 1
        return only.start, words[last].end


def _without_echoes(text: str, rows: Sequence[Attributed]) -> list[Attributed]:
    """“He said he believes that …” is one statement by one speaker: the pronoun within goes."""
    kept: list[Attributed] = []
    for row in rows:
        pronoun = row.verb in _BELIEFS and text[slice(*row.mention)].casefold() in _ECHOES
        if not (pronoun and any(_holds(other, row) for other in kept)):
            kept.append(row)
    return kept


def _holds(outer: Attributed, inner: Attributed) -> bool:
    """Whether the one is said within what the other says after its cue."""
    start, end = outer.content
    return outer.cue is not None and max(start, outer.cue[1]) <= inner.mention[0] < end
