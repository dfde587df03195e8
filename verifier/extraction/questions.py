"""The questions that are put to a model about a draft, and the desks that its answers come to."""

from __future__ import annotations

import inspect
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from verifier.draft import count_words
from verifier.extraction import prompts
from verifier.extraction.asking import Question
from verifier.extraction.claims_desk import ClaimsDesk
from verifier.extraction.relations_desk import RelationsDesk
from verifier.extraction.schema import ClaimsAnswer, known_relations_answer, shape
from verifier.extraction.shown import Shown, escaped
from verifier.extraction.windows import cut
from verifier.relations import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.draft import Draft, Sentence
    from verifier.figures.model import Scan
    from verifier.relations import RelationKind
    from verifier.settings import Settings

# A window shorter than this that the model cannot take is left to the patterns.
_SMALLEST_WINDOW = 80
# What is shown of the opening along with a later part of a draft that had to be divided.
_OPENING_WORDS = 120

D = TypeVar("D", ClaimsDesk, RelationsDesk)


def questions_about(draft: Draft, scan: Scan, settings: Settings) -> tuple[Question, ...]:
    """All questions of a first round: the claims of each window, and the relations of the whole draft."""
    return tuple(
        [about_claims(desk) for desk in claims_desks(draft, scan, settings)]
        + [about_relations(desk) for desk in relations_desks(draft, scan)]
    )


def claims_desks(draft: Draft, scan: Scan, settings: Settings) -> list[ClaimsDesk]:
    """One desk for each window of the draft."""
    return [
        ClaimsDesk(Shown(draft, scan.figures, window.sentences), window.introduced)
        for window in cut(draft, settings.window_words)
    ]


def relations_desks(draft: Draft, scan: Scan) -> list[RelationsDesk]:
    """One desk; none for a draft that has nothing to relate."""
    enough = len(draft.sentences) > 1 or len(scan.figures) > 1
    return [RelationsDesk(Shown(draft, scan.figures))] if draft.sentences and enough else []


def question_of(desk: ClaimsDesk | RelationsDesk) -> Question:
    """What is asked at a desk."""
    return about_claims(desk) if isinstance(desk, ClaimsDesk) else about_relations(desk)


def halves(desk: D) -> list[D]:
    """Desks for two halves of what a desk shows; none where that is short already.

    Relations of the second half may reach back to the opening of the draft, which is shown again.
    """
    first, second = _in_two(tuple(desk.shown.sentences.values()))
    if not second:
        return []
    if isinstance(desk, ClaimsDesk):
        return [ClaimsDesk(desk.shown.of(part), desk.introduced) for part in (first, second)]
    again = _opening(first) + second
    return [RelationsDesk(desk.shown.of(first)), RelationsDesk(desk.shown.of(again))]


def _in_two(sentences: Sequence[Sentence]) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    """The sentences in two parts of about as many words; all in the first where they are few."""
    reached = list(accumulate(count_words(sentence.span.quote) for sentence in sentences))
    if len(sentences) < 2 or reached[-1] < _SMALLEST_WINDOW:  # noqa: PLR2004 - two parts
        return tuple(sentences), ()
    middle = 1 + min(range(len(sentences) - 1), key=lambda at: abs(2 * reached[at] - reached[-1]))
    return tuple(sentences[:middle]), tuple(sentences[middle:])


def _opening(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Headline and lead, where they are but a small part of these sentences."""
    reached = list(accumulate(count_words(sentence.span.quote) for sentence in sentences))
    if reached[-1] < 2 * _OPENING_WORDS:
        return ()
    return tuple(s for s, words in zip(sentences, reached, strict=True) if words <= _OPENING_WORDS)


def about_claims(desk: ClaimsDesk) -> Question:
    """The question about the claims of a window."""
    prompt = prompts.load("claims")
    user = prompt.user_text(
        introduced="\n".join(escaped(name) for name in desk.introduced) or "(nothing)",
        draft=desk.shown.text(),
    )
    return Question(f"claims of {_sentences(desk)}", prompt.system_text(), user, ClaimsAnswer, desk)


def about_relations(desk: RelationsDesk) -> Question:
    """The question about relations and conflicts."""
    prompt = prompts.load("relations")
    user = prompt.user_text(draft=desk.shown.text())
    system = prompt.system_text(kinds=kinds_text(prompt))
    return Question(f"relations of {_sentences(desk)}", system, user, known_relations_answer(), desk)


def _sentences(desk: ClaimsDesk | RelationsDesk) -> str:
    count = len(desk.shown.sentences)
    return "1 sentence" if count == 1 else f"{count} sentences"


def kinds_text(prompt: prompts.Prompt) -> str:
    """The kinds of relation as the prompt lists them: name, shape, meaning."""
    return "\n".join(
        f"- {name} {shape(kind)}: {prompt.kinds.get(name) or _says(kind)}" for name, kind in KINDS.items()
    )


def _says(kind: RelationKind) -> str:
    """What a kind's own page says it says, for a kind that the prompt does not know yet."""
    _, _, rest = (inspect.getdoc(kind) or "").partition("What it says:")
    return " ".join(rest.partition("\n\n")[0].split())
