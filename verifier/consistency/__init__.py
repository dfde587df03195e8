"""Which statements of a draft cannot all be true.

`prove` takes the figures and relations of a draft and returns its contradictions: smallest sets of
constraints that no values within the figures' intervals satisfy.
"""

from verifier.consistency.prove import Contradiction, Strength, prove

__all__ = ["Contradiction", "Strength", "prove"]
