"""Short forms of names."""

from __future__ import annotations

import pytest

from verifier.sources.names import abbreviates

PAIRS = [
    pytest.param("NAO", "National Audit Office", True, id="initials"),
    pytest.param("DoJ", "Department of Justice", False, id="a-small-letter-in-it"),
    pytest.param("Post", "Washington Post", True, id="last-word"),
    pytest.param("post", "Washington post", False, id="last-word-in-small-letters"),
    pytest.param("Post", "the Post", False, id="last-word-after-a-small-one"),
    pytest.param("Post", "Post", False, id="one-word"),
    pytest.param("W", "Wide world", False, id="one-initial"),
    pytest.param("3M", "3 Men", False, id="a-figure-is-no-initial"),
    pytest.param("Audit Office", "National Audit Office", False, id="two-words"),
    pytest.param("NAO", "", False, id="nothing"),
]


@pytest.mark.parametrize(("short", "name", "is_short"), PAIRS)
def test_what_abbreviates_a_name(short: str, name: str, *, is_short: bool) -> None:
    assert abbreviates(short, name) is is_short
    assert abbreviates(name, short) is is_short
