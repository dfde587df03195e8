"""Relations read by patterns. A pattern that is not nearly always right has no place here."""

from verifier.extraction.offline.relations.read import read_relations

__all__ = ["read_relations"]
