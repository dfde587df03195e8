"""The report: the contract that other programs read, and its renderers."""

from verifier.report.model import Report

__all__ = ["Report"]
