"""Events with two years, and lives: what is read and what is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import scanned

from verifier.consistency import prove
from verifier.extraction.offline.relations.dated_twice import year_twice
from verifier.extraction.offline.relations.lives import lives
from verifier.extraction.offline.relations.read import read_relations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from verifier.relations.model import Relation

READ = [
    pytest.param(year_twice, "Ann Roe founded the Loe Club in 1998. When Ann Roe founded the Loe Club in 1989, it was small.", ["1998", "1989"], id="founded twice"),
    pytest.param(year_twice, "Ann Roe was born in 1958 in Hull. Roe, born in 1985, sings.", ["1958", "1985"], id="born twice"),
    pytest.param(year_twice, "Ann Roe was elected in 1998. Bob Roe was elected in 2004.", [], id="two people"),
    pytest.param(year_twice, "The club won the Loe Cup in 1998. It won the Loe Cup again in 2004.", [], id="again"),
    pytest.param(year_twice, "Jo Roe married Ann Loe in 1940. Jo Roe married Sue Poe in 1967.", [], id="what can be done twice"),
    pytest.param(lives, "Anna Roe, 89, of Hull, died on 8 June 2011. Roe was born in 1912.", ["89", "1912", "8 June 2011"], id="born, and the age at death"),
    pytest.param(lives, "Anna Roe, 89, of Hull, died on 8 June 2011. Bob Loe was born in 1912.", [], id="somebody else was born"),
    pytest.param(lives, "", [], id="empty"),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "text", "expected"), READ)
def test_read(reader: Callable[..., Iterator[Relation]], text: str, expected: list[str]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    assert [quotes[i] for r in reader(draft, figures) for i in r.figures] == expected


JUDGED = [
    pytest.param("Anna Roe, 98, of Hull, died on 8 June 2011. Roe was born on 2 April 1913.", set(), id="an age that fits"),
    pytest.param("Anna Roe, 89, of Hull, died on 8 June 2011. Roe was born on 2 April 1913.", {"age-mismatch"}, id="an age that does not"),
    pytest.param("Shop sales rise in 2005\n\nThe shop said that sales rose in 2004.", {"same-fact-differs"}, id="years of headline and lead"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), JUDGED)
def test_judged(text: str, codes: set[str]) -> None:
    draft, figures = scanned(text)
    found = prove(figures, read_relations(draft, figures))
    assert {contradiction.constraints[0].code for contradiction in found} == codes
