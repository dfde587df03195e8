"""One quotation that the draft gives to two speakers."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from verifier.extraction.offline.quotations import find_quotations
from verifier.findings import Evidence, Finding, Severity, place
from verifier.sources import SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from verifier.claims import Claim
    from verifier.draft import Draft, Span
    from verifier.sources import Source

_FEWEST_WORDS = 5
# Marks that a repeated quotation may change.
_MARKS = re.compile(r"[\"“”‘’'.,!?;:…]+")
# How far from a quotation its speaker's name may stand: "," and a verb of saying.
_BESIDE = 30
_AGREES = re.compile(
    r"\b(?:agree[sd]?|echo\w*|repeat\w*|same|chant\w*|slogan|too|also|like this|quot(?:es?|ed|ing)|told|"
    r"read|paraphras\w+)\b"
)
_HEADLINE_SPEAKER = re.compile(
    r"(?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}?)(?: [Oo]n [^:‘’“”\"\n]{2,40})?: "
)
_ROLES = frozenset(
    "President Chairman Chairwoman CEO Chief Minister Secretary Senator Governor Mayor Spokesman".split()
)
_PEOPLE = frozenset((SourceKind.PERSON, SourceKind.OFFICIAL))


def two_speakers(
    draft: Draft,
    claims: Iterable[Claim],
    sources: Iterable[Source],
    voices: Mapping[str, str | None],
) -> Iterator[Finding]:
    """A `quote-has-two-speakers` warning for each quotation that two people are said to have spoken.

    Only whole quotations of five words and more that stand twice, word for word, and only where both
    speakers are people whom the draft names: a slogan that a company and its boss both use is theirs.
    """
    repeated = _repeated(draft)
    if not repeated:
        return
    people = {source.id: source for source in sources if source.kind in _PEOPLE and _surname(source.name)}
    spoken = [
        (claim, people[voice])
        for claim in claims
        if claim.attribution.cue is not None
        and (voice := voices.get(claim.id)) is not None
        and voice in people
    ]
    headline = draft.paragraphs[0]
    for spans in repeated:
        speakers = [(span, row) for span in spans if (row := _speaker(span, spoken)) is not None]
        for (one, first), (other, second) in combinations(speakers, 2):
            names = {_surname(first[1].name), _surname(second[1].name)}
            if len(names) > 1 and not any(_echoed(draft, span) for span in (one, other)):
                yield _finding(draft, (one, *first), (other, *second))
                break
        if (
            headline.covers(spans[0])
            and len({_surname(row[1].name) for _, row in speakers}) == 1
            and not headline.covers(speakers[0][0])
        ):
            said, (claim, source) = speakers[0]
            other_speaker = _in_headline(draft, spans[0], claim, source)
            if other_speaker is not None:
                yield _finding_in_headline(draft, (spans[0], other_speaker), (said, claim))


def _echoed(draft: Draft, span: Span) -> bool:
    """Whether the sentence of a quotation says that the speaker repeats another's words."""
    sentence = draft.sentence_at(span.start)
    return sentence is not None and _AGREES.search(sentence.span.quote) is not None


def _repeated(draft: Draft) -> list[list[Span]]:
    """Quotations that stand in the draft more than once, case and marks aside."""
    by_words: dict[str, list[Span]] = defaultdict(list)
    for quotation in find_quotations(draft):
        span = draft.span(quotation.start, quotation.end)
        words = _MARKS.sub("", span.quote).lower().split()
        if len(words) >= _FEWEST_WORDS:
            by_words[" ".join(words)].append(span)
    return [spans for spans in by_words.values() if len(spans) > 1]


def _speaker(span: Span, spoken: Iterable[tuple[Claim, Source]]) -> tuple[Claim, Source] | None:
    """Who is named right beside the quotation as its speaker; a name further off may be a guess."""
    for claim, source in spoken:
        mention = claim.attribution.mention
        if mention is None or not claim.span.overlaps(span):
            continue
        if max(mention.start - span.end, span.start - mention.end) <= _BESIDE:
            return claim, source
    return None


def _in_headline(draft: Draft, quote: Span, claim: Claim, source: Source) -> Span | None:
    """The speaker that the headline names, if the body gives its quotation to somebody else.

    "Fox News President: ‘…’" over "CNN President Jeff Zucker said", or a surname that the body introduces
    as another person's.
    """
    match = _HEADLINE_SPEAKER.match(draft.text, draft.paragraphs[0].start)
    mention = claim.attribution.mention
    if match is None or mention is None or match.end() > quote.start:
        return None
    who = match["who"].split()
    # "CNN President Jeff Zucker": what the draft calls him where it names him in full.
    called = re.search(rf"(?:\b[A-Z][\w’'-]* ){{1,3}}(?={re.escape(source.name)})", draft.text[quote.end :])
    described = f"{called[0] if called else ''}{source.name} {mention.quote}".split()
    if who[-1] in _ROLES and who[-1] in described:
        before = described[: described.index(who[-1])]
        named = all(word[:1].isupper() for word in (*who, *before))
        differ = named and before and who[:-1] and not {*who[:-1]} & {*before}
        acronyms = {"".join(word[0] for word in words) for words in (who[:-1], before)}
        if not differ or acronyms & {*who, *before}:
            return None
    elif who[-1] in described or not re.search(
        rf"\b[A-Z][a-z]+ {re.escape(who[-1])}\b", draft.text[quote.end :]
    ):
        return None
    return draft.span(match.start("who"), match.end("who"))


def _surname(name: str) -> str | None:
    """The last word of a name of two words or more; None for what is no name."""
    words = name.split()
    if len(words) > 1 and words[-1][:1].isupper() and words[-2][:1].isupper():
        return words[-1].casefold()
    return None


def _finding(draft: Draft, one: tuple[Span, Claim, Source], other: tuple[Span, Claim, Source]) -> Finding:
    evidence = []
    for span, claim, _ in (one, other):
        evidence.append(Evidence(span, None, claim.id))
        if claim.attribution.mention is not None:
            evidence.append(Evidence(claim.attribution.mention, None, claim.id))
    places = [f"{source.name} ({place(draft, span)})" for span, _, source in (one, other)]
    words = " ".join(one[0].quote.split())
    return Finding(
        code="quote-has-two-speakers",
        severity=Severity.WARNING,
        message=f"{words} is given to {places[0]} and to {places[1]}.",
        working=f"{one[2].name} ≠ {other[2].name}",
        question=f"Who said it, {one[2].name} or {other[2].name}?",
        evidence=tuple(sorted(evidence, key=lambda item: item.span)),
    )


def _finding_in_headline(draft: Draft, headline: tuple[Span, Span], body: tuple[Span, Claim]) -> Finding:
    quote, who = headline
    said, claim = body
    spans = [(who, None), (quote, None), (said, claim.id)]
    if claim.attribution.mention is not None:
        spans.append((claim.attribution.mention, claim.id))
    mention = " ".join((claim.attribution.mention or said).quote.split())
    return Finding(
        code="quote-has-two-speakers",
        severity=Severity.WARNING,
        message=f"The headline gives {quote.quote} to {who.quote}; "
        f"{place(draft, said)} gives it to {mention}.",
        working=f"{who.quote} ≠ {mention}",
        question=f"Who said it, {who.quote} or {mention}?",
        evidence=tuple(Evidence(span, None, id_) for span, id_ in sorted(spans, key=lambda row: row[0])),
    )
