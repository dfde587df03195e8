"""Events with two dates, arrests and what they were for, lives: what is read and what is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import scanned

from verifier.consistency import prove
from verifier.extraction.offline.relations.dated_twice import aftermath, dated_twice, year_twice
from verifier.extraction.offline.relations.lives import lives
from verifier.extraction.offline.relations.read import read_relations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from verifier.relations.model import Relation

READ = [
    pytest.param(dated_twice, "They end by playing Wales in Cardiff on 5 May 2001. They close the series on 15 May 2001, with a visit to Wales.", ["5 May 2001", "15 May 2001"], id="a match"),
    pytest.param(dated_twice, "The Iowa caucuses are on Feb. 1. He was in Boone ahead of the Feb. 11 caucuses in Iowa.", ["Feb. 1", "Feb. 11"], id="caucuses"),
    pytest.param(dated_twice, "They play Wales in Cardiff on 12 October. They play Malta at home on 21 October.", [], id="two matches"),
    pytest.param(dated_twice, "Anna Roe proposed a Leeds debate on 12 October. She would debate in Leeds on 21 October.", [], id="proposals"),
    pytest.param(dated_twice, "They play Wales at home on 12 October. The replay against Wales is on 21 October.", [], id="a replay"),
    pytest.param(dated_twice, "They play Wales on 12 October. They play Wales on 21 November.", [], id="two months"),
    pytest.param(year_twice, "Ann Roe founded the Loe Club in 1998. When Ann Roe founded the Loe Club in 1989, it was small.", ["1998", "1989"], id="founded twice"),
    pytest.param(year_twice, "Ann Roe was born in 1958 in Hull. Roe, born in 1985, sings.", ["1958", "1985"], id="born twice"),
    pytest.param(year_twice, "Ann Roe was elected in 1998. Bob Roe was elected in 2004.", [], id="two people"),
    pytest.param(year_twice, "The club won the Loe Cup in 1998. It won the Loe Cup again in 2004.", [], id="again"),
    pytest.param(year_twice, "Jo Roe married Ann Loe in 1940. Jo Roe married Sue Poe in 1967.", [], id="what can be done twice"),
    pytest.param(aftermath, "The men were arrested in April after climbing in. The 9 May protest was loud.", ["9 May", "April"], id="arrested before the protest"),
    pytest.param(aftermath, "The men were arrested in April. The 9 May concert was loud.", [], id="nobody is arrested for a concert"),
    pytest.param(aftermath, "The men were arrested in April. The 9 May protest was loud, the 1 June riot was not.", [], id="two events"),
    pytest.param(aftermath, "The men were arrested in November. The 9 May protest was loud.", [], id="half a year apart"),
    pytest.param(lives, "Anna Roe, 89, of Hull, died on 8 June 2011. Roe was born in 1912.", ["89", "1912", "8 June 2011"], id="born, and the age at death"),
    pytest.param(lives, "Anna Roe, 89, of Hull, died on 8 June 2011. Bob Loe was born in 1912.", [], id="somebody else was born"),
    pytest.param(lives, "“I sing,” Anna Roe, 39, said. “I found, in my 40s, a voice.”", ["39", "40s"], id="a decade to come"),
    pytest.param(lives, "“I sing,” Anna Roe, 39, said. “I will find, in my 40s, a voice.”", [], id="what will be"),
    pytest.param(lives, "Anna Roe, 39, left. Her mother sang, in her 40s, at home.", [], id="her mother"),
    pytest.param(lives, "", [], id="empty"),
    pytest.param(dated_twice, "The trial of Roe starts on 3 May. The trial of his brother, Tom Roe, starts on 12 May.", [], id="two trials"),
    pytest.param(aftermath, "The 9 May attack was the second. Two men were arrested on 2 May over another.", [], id="another attack"),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "text", "expected"), READ)
def test_read(reader: Callable[..., Iterator[Relation]], text: str, expected: list[str]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    assert [quotes[i] for r in reader(draft, figures) for i in r.figures] == expected


JUDGED = [
    pytest.param("Anna Roe, 98, of Hull, died on 8 June 2011. Roe was born on 2 April 1913.", set(), id="an age that fits"),
    pytest.param("Anna Roe, 89, of Hull, died on 8 June 2011. Roe was born on 2 April 1913.", {"age-mismatch"}, id="an age that does not"),
    pytest.param("“I sing,” Anna Roe, 39, said. “I found, in my 40s, a voice.”", {"order-contradicted"}, id="a decade to come"),
    pytest.param("“I sing,” Anna Roe, 49, said. “I found, in my 40s, a voice.”", set(), id="her decade"),
    pytest.param("The men were arrested in April. The 9 May protest was loud.", {"sequence-contradicted"}, id="arrested before"),
    pytest.param("The men were arrested in April. The 9 April protest was loud.", set(), id="arrested in that month"),
    pytest.param("Shop sales rise in 2005\n\nThe shop said that sales rose in 2004.", {"same-fact-differs"}, id="years of headline and lead"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), JUDGED)
def test_judged(text: str, codes: set[str]) -> None:
    draft, figures = scanned(text)
    found = prove(figures, read_relations(draft, figures))
    assert {contradiction.constraints[0].code for contradiction in found} == codes
