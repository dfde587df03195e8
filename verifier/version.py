"""The version, in one place: the wheel, the report and `verifier --version` read it here."""

__version__ = "0.1.0"
