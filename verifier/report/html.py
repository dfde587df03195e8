"""The report as a page: one file that holds all it needs, asks no network and runs no script but its own.

The draft and all that is said of it may come from anywhere. It enters the page as text, escaped by the
template engine; and should something get through, the page's Content-Security-Policy names the one script
and the one style sheet that a browser may run, by their hashes, and forbids everything else.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from verifier.report import phrasing
from verifier.report.marked import marked
from verifier.report.view import View

if TYPE_CHECKING:
    from jinja2 import Template

    from verifier.report.model import Report

_FRAME_HEIGHT = 720


def to_html(report: Report, text: str) -> str:
    """The page for a report.

    Args:
        report: what `verify` returned.
        text: the draft that it is about, exactly as it was checked.
    """
    return _template().render(report=report, view=View(report, text), data=_data(report))


def frame(report: Report, text: str) -> str:
    """The page in a frame, so that neither it nor the notebook around it can change the other."""
    title = escape(f"verifier report: {phrasing.printable(report.draft.name or 'draft')}")
    # Without allow-same-origin: scripts in the frame cannot reach the notebook, nor its cookies.
    return (
        f'<iframe title="{title}" sandbox="allow-scripts allow-downloads allow-modals" width="100%" '
        f'height="{_FRAME_HEIGHT}" frameborder="0" srcdoc="{escape(to_html(report, text))}"></iframe>'
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("verifier.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    style, script = _asset("report.css"), _asset("decisions.js") + _asset("report.js")
    environment.globals |= {
        "policy": _policy(style, script),
        "style": Markup(style),  # noqa: S704 - files of this package
        "script": Markup(script),  # noqa: S704 - files of this package
        "marked": marked,
        "count": phrasing.count,
        "engine": phrasing.engine,
        "cost": phrasing.cost,
    }
    environment.filters["line"] = phrasing.printable
    return environment.get_template("report.html.j2")


def _asset(name: str) -> str:
    return (resources.files("verifier.report") / "templates" / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """What a browser may do with the page: run this script, apply this style, and nothing else."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def _data(report: Report) -> dict[str, object]:
    """What the page's script needs to know for the decisions file."""
    return {
        "name": report.draft.name,
        "sha256": report.draft.sha256,
        "findings": [
            {
                "fingerprint": finding.fingerprint,
                "code": finding.code,
                "quotes": [evidence.quote for evidence in finding.evidence],
            }
            for finding in (*report.findings, *report.dismissed)
        ],
        "dismissed": [
            {"fingerprint": finding.fingerprint, "why": finding.why, "at": finding.at}
            for finding in report.dismissed
        ],
    }
