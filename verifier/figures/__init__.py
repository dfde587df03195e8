"""Text → figures: every number, date and duration of a draft, where it stands and which values it allows.

No model, no network. `scan` is the one way in; the names of `verifier.figures.model` are exported with it.
"""

from __future__ import annotations

from verifier.figures.model import (
    UNBOUNDED,
    DatePoint,
    Exact,
    Figure,
    Hedge,
    Interval,
    KeptOut,
    Kind,
    Scan,
)
from verifier.figures.scanner import scan

__all__ = [
    "UNBOUNDED",
    "DatePoint",
    "Exact",
    "Figure",
    "Hedge",
    "Interval",
    "KeptOut",
    "Kind",
    "Scan",
    "scan",
]
