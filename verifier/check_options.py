"""The options of `verifier check`: what each is called, what it takes, and what it is for."""

# No postponed annotations here: typer reads these when the command is made.

from typing import Annotated, Literal

import typer

from verifier.screen import Color
from verifier.settings import Engine
from verifier.writing import Format

FailOn = Literal["error", "warning", "notice", "never"]

MODEL = "With a language model"
DraftsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="FILES", help="Drafts: text, .docx, .md or .html; '-' reads text from standard input."
    ),
]
OutputFormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        metavar="FORM",
        help="text for people; json (an array for several files), jsonl (a report a line); html, a page "
        "for one draft; questions, a mail to the reporter; sarif, github, annotations: for tools.",
    ),
]
OutputOption = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        show_default=False,
        help="Write there, not to the screen; a .docx is the Word draft with comments.",
    ),
]
EngineOption = Annotated[
    Engine | None,
    typer.Option(
        "--engine",
        "-e",
        show_default="auto",
        help="Who reads: 'auto' is the model if OPENAI_API_KEY is set.",
    ),
]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", "-m", metavar="PROVIDER/NAME", help="Which model; else VERIFIER_MODEL."),
]
FailOnOption = Annotated[
    FailOn,
    typer.Option(
        "--fail-on",
        metavar="SEVERITY",
        help="The least that makes the exit status 1: error, warning, notice, or never.",
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CODE", help="Leave out findings of this code; may be repeated."),
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help="A line for each draft: how many of what were found.")
]
ColorOption = Annotated[
    Color,
    typer.Option(
        "--color",
        metavar="WHEN",
        help="auto (on a terminal; NO_COLOR and FORCE_COLOR count), always, never.",
    ),
]
DecisionsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="What was dismissed; may be repeated. Else NAME.decisions.json beside the draft.",
    ),
]
NoDecisionsOption = Annotated[
    bool, typer.Option("--no-decisions", help="Show what was dismissed like the rest.")
]
NameOption = Annotated[
    str | None,
    typer.Option("--name", metavar="NAME", help="What the report calls the draft."),
]
TimeoutOption = Annotated[
    float | None,
    typer.Option(
        metavar="SECONDS", help="How long the model may take for a draft (120).", rich_help_panel=MODEL
    ),
]
MaxCallsOption = Annotated[
    int | None,
    typer.Option(metavar="N", help="Ask the model no more often, all drafts.", rich_help_panel=MODEL),
]
MaxCostOption = Annotated[
    float | None,
    typer.Option(metavar="AMOUNT", help="Spend no more, all drafts; needs --price.", rich_help_panel=MODEL),
]
PriceOption = Annotated[
    str | None,
    typer.Option(
        metavar="SENT/RETURNED",
        help="What a million tokens cost, such as 0.25/2; else VERIFIER_PRICE.",
        rich_help_panel=MODEL,
    ),
]
RequestsPerMinuteOption = Annotated[
    float | None, typer.Option(metavar="N", help="The service's limit.", rich_help_panel=MODEL)
]
TokensPerMinuteOption = Annotated[
    float | None, typer.Option(metavar="N", help="The service's limit.", rich_help_panel=MODEL)
]
ConcurrencyOption = Annotated[
    int | None, typer.Option(metavar="N", help="Read so many drafts at once (8).", rich_help_panel=MODEL)
]
NoCacheOption = Annotated[
    bool, typer.Option("--no-cache", help="Ask again what was answered before.", rich_help_panel=MODEL)
]
DryRunOption = Annotated[
    bool,
    typer.Option("--dry-run", help="Say how many calls it would take; ask none.", rich_help_panel=MODEL),
]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", help="Log each call, without its contents.", rich_help_panel=MODEL)
]
ShowContentsOption = Annotated[
    bool,
    typer.Option("--show-contents", help="Log what is sent and answered: the draft.", rich_help_panel=MODEL),
]
DebugOption = Annotated[
    bool,
    typer.Option("--debug", help="Show the traceback of an unexpected error."),
]
