"""Relations of dates and ages that stand apart in a draft: what is read, what is left alone, what is judged."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.consistency import prove
from verifier.extraction.offline.relations.events import related_dates
from verifier.extraction.offline.relations.read import read_relations

LEAD = "Minister names {above} for harbour Budget\n\nThe minister will present the harbour Budget {below}, her office said.\n\nIt is her first."
READ = [
    pytest.param(LEAD.format(above="26 March", below="on 16 March"), [("same_fact", ["26 March", "16 March"])], id="headline and lead"),
    pytest.param(LEAD.format(above="April", below="on 16 April"), [("same_fact", ["April", "16 April"])], id="a month in the headline"),
    pytest.param(LEAD.format(above="26 March", below="on 16 March or 17 March"), [], id="two dates in the lead"),
    pytest.param(LEAD.format(above="Anna", below="on 16 March"), [], id="no date in the headline"),
    pytest.param("Boats set sail in June\n\nThe harbour was shut in May, her office said.\n\nIt opens soon.", [], id="nothing shared with the lead"),
    pytest.param("The book is new. Its release date - 16 July - is known. Fans wait for the book's release next June.", [("same_fact", ["16 July", "next June"])], id="a release dated twice"),
    pytest.param("Its release in the US is on 16 July. Its release in Japan is on 3 August.", [], id="two markets"),
    pytest.param("The general election is on 5 May. Students can vote before the 15 May general election.", [("same_fact", ["5 May", "15 May"])], id="an election dated twice"),
    pytest.param("Ohio's March 15 primary is near. He will skip the Utah primary on March 22.", [], id="two primaries"),
    pytest.param("Ohio's March 15 primary is near. He will skip the Ohio primary on March 22.", [("same_fact", ["March 15", "March 22"])], id="one primary dated twice"),
    pytest.param("The Democratic primary in Ohio is near. The Ohio Republican primary on March 15 and the Ohio Democratic primary on March 22 differ.", [], id="two parties"),
    pytest.param("It polled from 3 May 2004 to 9 June 2004. Calls were made between 3 May 2004 and 19 June 2004.", [("same_fact", ["9 June 2004", "19 June 2004"])], id="two stretches from one day"),
    pytest.param("It polled from 3 May 2004 to 9 June 2004. Calls were made between 4 May 2004 and 19 June 2004.", [], id="two stretches from two days"),
    pytest.param("On 20 May, a judge ordered his arrest. He was calm. His lawyer wept. He appealed the judge's decision but lost on 1 May.", [("sequence", ["20 May", "1 May"])], id="a ruling and the appeal"),
    pytest.param("On 20 May, a crowd gathered. He appealed the judge's decision but lost on 1 May.", [], id="no ruling"),
    pytest.param("Born in 1924 in Hull, he went to sea. He became mayor in 1970, at the age of just 28.", [("age", ["28", "1924", "1970"])], id="born, and an age"),
    pytest.param("Born in 1924 in Hull, he went to sea. His son became mayor in 1970, at the age of just 28.", [], id="somebody else's age"),
    pytest.param("Born in 1924, he went to sea. Ann, born in 1942, followed. She was mayor in 1970, at the age of 28.", [], id="two births"),
    pytest.param("The 18-year-old Spaniard won. Cheers rose for the 19-year-old Spaniard.", [], id="no names"),
    pytest.param("An 18-year-old Leeds man won. A 19-year-old Leeds woman lost.", [], id="a town"),
    pytest.param("", [], id="empty"),
    pytest.param("Lee Roe, 41, and his cousin Dean Roe, 36, were held. Their uncle, Alan Roe, 68, was not.", [], id="three of one surname"),
    pytest.param("Mr Roe, 45, said that Ann Roe, 12, was at school.", [], id="a first name after a title"),
    pytest.param("Tom Roe, 61, runs it with his son Tom Roe, 34.", [], id="father and son of one name"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ)
def test_read(text: str, expected: list[tuple[str, list[str]]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    found = [(r.kind, [quotes[i] for i in r.figures]) for r in related_dates(draft, figures)]
    assert found == expected


JUDGED = [
    pytest.param("He ran the club for six years, from 1997 to 2003.", set(), id="six years"),
    pytest.param("He ran the club for nine years, from 1997 to 2003.", {"duration-mismatch"}, id="nine years"),
    pytest.param("He ran the club from 2003 to 1997.", {"sequence-contradicted"}, id="backwards"),
    pytest.param("Cheers rose for 16-year-old Roe, who won. They hugged Roe, who at 16 years and 92 days is the youngest.", set(), id="to the day, and the same"),
    pytest.param("Cheers rose for 16-year-old Roe, who won. They hugged Roe, who at 17 years and 92 days is the youngest.", {"same-fact-differs"}, id="to the day, and another"),
    pytest.param("It is shut from 1 November to 31 January.", set(), id="over the new year"),
    pytest.param("It opened in 1997. Six years later, in 2003, it closed.", set(), id="six years later"),
    pytest.param("It opened in 1997. Nine years later, in 2003, it closed.", {"duration-mismatch"}, id="nine years later"),
    pytest.param("She was born in 1924 and died in 1999 at the age of 75.", set(), id="an age that fits"),
    pytest.param("She was born in 1924 and died in 1999 at the age of 57.", {"age-mismatch"}, id="an age that does not"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), JUDGED)
def test_judged(text: str, codes: set[str]) -> None:
    draft, figures = scanned(text)
    found = prove(figures, read_relations(draft, figures))
    assert {contradiction.constraints[0].code for contradiction in found} == codes
