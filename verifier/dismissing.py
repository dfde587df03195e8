"""`verifier dismiss` and `verifier decisions`: findings that an editor has looked at and let stand."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from verifier.errors import ConfigurationError, InputError
from verifier.options import ConfigFile, NoConfig, settings_of
from verifier.output import save, say, target
from verifier.reading import STANDARD_INPUT, read_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from verifier.decisions import Decision, Decisions
    from verifier.report.model import FindingModel
    from verifier.settings import Settings

_FINGERPRINT = re.compile(r"[0-9a-f]{4,16}")
_WHOLE = 16

DraftOption = Annotated[
    str | None,
    typer.Option(
        "--draft", metavar="FILE", help="The draft; its decisions lie beside it (NAME.decisions.json)."
    ),
]


def dismiss(
    fingerprints: Annotated[
        list[str],
        typer.Argument(
            metavar="FINGERPRINTS", help="Of the findings, as 'check' shows them; the first digits will do."
        ),
    ],
    *,
    why: Annotated[
        str | None, typer.Option("--why", metavar="REASON", help="Why this is no problem.")
    ] = None,
    draft: DraftOption = None,
    decisions: Annotated[
        str | None, typer.Option("--decisions", metavar="FILE", help="The decisions file to write to.")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take dismissals back.")] = False,
    config: ConfigFile = None,
    no_config: NoConfig = False,
) -> None:
    """Dismiss findings, with a reason: they stay so until the sentences that they rest on change."""
    from verifier.decisions import Decisions  # noqa: PLC0415 - `--help` does without

    file = _file(draft, decisions)
    given = [_fingerprint(text) for text in fingerprints]
    made = Decisions.read(file) if file.exists() else Decisions.about(draft)
    if undo:
        gone = [_known(text, made, file) for text in given]
        save(file, made.without(one.fingerprint for one in gone).text(), "--decisions")
        say("".join(f"{_line(one)} is back\n" for one in gone) + f"written to {file}\n")
        return
    if not (why and why.strip()):
        raise ConfigurationError("--why: say why these findings are no problem, such as --why 'two people'")
    new = _checked(given, why, draft, settings_of(config, no_config)) if draft else _unchecked(given, why)
    save(file, made.with_all(new).text(), "--decisions")
    say("".join(f"{_line(one)} dismissed: {one.why}\n" for one in new) + f"written to {file}\n")


def show(
    *,
    draft: DraftOption = None,
    decisions: Annotated[
        list[str] | None,
        typer.Option("--decisions", metavar="FILE", help="A decisions file; may be repeated."),
    ] = None,
    config: ConfigFile = None,
    no_config: NoConfig = False,
) -> None:
    """List the decisions about a draft, and which of them its findings have outgrown."""
    from verifier.decisions import Decisions  # noqa: PLC0415 - `--help` does without

    files = [Path(name) for name in decisions] if decisions else [_file(draft, None)]
    made = Decisions.read(*(file for file in files if decisions or file.exists()))
    names = ", ".join(map(str, files))
    say(f"{names}: {len(made.decisions) or 'no'} decision{'' if len(made.decisions) == 1 else 's'}\n")
    wanted = [one.fingerprint for one in made.decisions]
    seen = _seen(draft, settings_of(config, no_config), wanted.__contains__, len(wanted)) if draft else None
    for one in made.decisions:
        gone = "" if seen is None or one.fingerprint in seen.findings else f"; not found in {draft} any more"
        say(f"  {one.fingerprint}  {_line(one, with_fingerprint=False)}: {one.why} ({one.at}){gone}\n")


class _Seen(NamedTuple):
    """Findings of a draft by fingerprint, and whether all were seen that any reader would find."""

    findings: dict[str, FindingModel]
    all: bool


def _file(draft: str | None, decisions: str | None) -> Path:
    from verifier.decisions import beside  # noqa: PLC0415

    if decisions is not None:
        return target(decisions, [draft] if draft else [], "--decisions")
    if draft is None:
        raise ConfigurationError("name the draft with --draft, or a decisions file with --decisions")
    if draft == STANDARD_INPUT:
        raise ConfigurationError("--draft -: nothing lies beside standard input; name --decisions FILE too")
    return beside(draft)


def _fingerprint(text: str) -> str:
    if not _FINGERPRINT.fullmatch(text.lower()):
        raise ConfigurationError(
            f"{text!r}: expected a fingerprint, as 'verifier check' shows it behind the code of a finding: "
            "its first 4 to 16 digits (0-9, a-f)"
        )
    return text.lower()


def _checked(given: Sequence[str], why: str, draft: str, settings: Settings) -> list[Decision]:
    """Decisions about findings that the draft has.

    Raises:
        InputError: it has no such finding, or several.
    """
    seen = _seen(draft, settings, lambda known: known.startswith(tuple(given)), len(set(given)))
    return [_decision(seen.findings[_match(text, seen, draft)], why) for text in given]


def _match(text: str, seen: _Seen, draft: str) -> str:
    matching = [known for known in seen.findings if known.startswith(text)]
    if len(matching) == 1:
        return matching[0]
    if matching:
        several = ", ".join(matching)
        raise InputError(f"{text}: several findings of {draft} begin so ({several}); give more digits")
    more = "" if seen.all else (
        "; what only a model finds is known while its answers are kept: check the draft again, or write it "
        "unchecked with --decisions FILE and without --draft"
    )  # fmt: skip
    raise InputError(
        f"{text}: no finding of {draft} has this fingerprint; has the draft changed since? 'verifier check "
        f"{draft}' shows what there is{more}"
    )


def _seen(draft: str, settings: Settings, wanted: Callable[[str], bool], number: int) -> _Seen:
    """The findings of a draft, by patterns; if some are missing, also what a model has answered before.

    No model is asked anew: to dismiss costs nothing.
    """
    from verifier.checker import Verifier  # noqa: PLC0415 - loaded only where a draft is looked at

    text = read_draft(draft).text
    report = Verifier(settings=replace(settings, engine="offline")).verify(text)
    findings = {finding.fingerprint: finding for finding in report.findings}
    complete = settings.chosen_engine() == "offline"
    if not complete and sum(map(wanted, findings)) < number:
        report = Verifier(settings=replace(settings, max_calls=0)).verify(text)
        findings |= {finding.fingerprint: finding for finding in report.findings}
        complete = report.complete
    return _Seen(findings, complete)


def _unchecked(given: Collection[str], why: str) -> list[Decision]:
    from verifier.decisions import Decision  # noqa: PLC0415

    for text in given:
        if len(text) < _WHOLE:
            raise ConfigurationError(
                f"{text}: without the draft all {_WHOLE} digits are needed; give them, or --draft FILE"
            )
    return [Decision(fingerprint=text, why=why, at=_today()) for text in given]


def _decision(finding: FindingModel, why: str) -> Decision:
    from verifier.decisions import Decision  # noqa: PLC0415

    quotes = tuple(evidence.quote for evidence in finding.evidence)
    return Decision(fingerprint=finding.fingerprint, code=finding.code, why=why, quotes=quotes, at=_today())


def _known(text: str, made: Decisions, file: Path) -> Decision:
    matching = [one for one in made.decisions if one.fingerprint.startswith(text)]
    if len(matching) == 1:
        return matching[0]
    what = "several decisions begin so; give more digits" if matching else "no decision about such a finding"
    raise InputError(f"{text}: {what} in {file}; 'verifier decisions' lists them")


def _line(one: Decision, *, with_fingerprint: bool = True) -> str:
    from verifier.report.phrasing import shortened  # noqa: PLC0415

    words = ", ".join(f"“{shortened(quote, 40)}”" for quote in one.quotes[:2])
    parts = (one.fingerprint if with_fingerprint else "", one.code, words)
    return " ".join(filter(None, parts)) or "a finding"


def _today() -> str:
    """The day on which it is decided, where the editor is."""
    return dt.datetime.now().astimezone().date().isoformat()
