"""One fact in the headline and the body, or in two clauses that read alike."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.extraction.offline.relations.headlines import far_apart

BODY = "\n\nThe bank said on Monday that branches would go.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Bank cuts 4,500 jobs in Leeds{BODY}It will cut 6,400 jobs in Leeds.", [("4,500", "6,400")], id="the headline's figure is nowhere else"),
        pytest.param(f"Bank cuts 4,500 jobs in Leeds{BODY}It will cut 6,400 jobs in Leeds. The 4,500 jobs go first.", [], id="the body has it too"),
        pytest.param(f"Bank cuts 4,500 jobs in Leeds{BODY}Its rival shed 6,400 jobs.", [], id="of another subject"),
        pytest.param(f"Bank cuts 4,500 jobs in Leeds{BODY}It cuts 6,400 jobs in Leeds. It will cut 900 jobs in Leeds.", [], id="two that could be meant"),
        pytest.param(f"Bank cuts 90 jobs{BODY}The bank is axing 60 jobs.", [("90", "60")], id="one word of the lead's is enough"),
        pytest.param(f"Bank cuts 90 jobs{BODY}The bank is axing 60 desk jobs.", [], id="a word between number and noun"),
        pytest.param(f"Bank shuts 3 vaults in Leeds{BODY}The bank shuts two vaults in Leeds.", [], id="two of them"),
        pytest.param(f"Bank cuts 90 desk jobs{BODY}The bank is axing 60 jobs.", [], id="a word between them in the headline"),
        pytest.param(f"Bank cuts 90 jobs in Leeds{BODY}The bank is cutting 11 jobs in Leeds.", [], id="far too few to be a slip"),
        pytest.param(f"Bank cuts 4,500 jobs{BODY}The bank says 4,500 posts are to go. It axed 6,400 jobs.", [], id="the body has it, of another noun"),
        pytest.param(f"Bank sheds 4,500 staff{BODY}The bank is axing 6,400 posts.", [("4,500", "6,400")], id="another noun for the same"),
        pytest.param(f"Bank sheds 4,500 staff{BODY}The bank is axing 6,400 loans.", [], id="a noun for something else"),
        pytest.param(f"Acme to pay $57m in fine{BODY}The firm will pay a fine of $75m.", [("$57m", "$75m")], id="a sum"),
        pytest.param(f"Acme to pay $57m in fine{BODY}Acme will pay $57.3m.", [], id="a sum, rounded"),
        pytest.param(f"Acme to pay $57m in fine{BODY}Acme will pay $30m now and $27m later.", [], id="a sum made up of two"),
        pytest.param(f"Acme to pay $57m in fine{BODY}The last fine, in 2018, was $75m.", [], id="of another year"),
        pytest.param(f"Acme to pay $57m in fine{BODY}It took two years and $70m.", [("$57m", "$70m")], id="the only sum of the draft"),
        pytest.param(f"Bank rate held at 4%{BODY}The bank left its rate at 6% on Monday.", [("4%", "6%")], id="a percentage"),
        pytest.param(f"Bank sheds 50% of shops{BODY}The bank will close half of its shops, and 20% of its offices.", [], id="said in words"),
        pytest.param(f"Two jailed for total of 14 years{BODY}One of the two got nine years.", [], id="a total of"),
        pytest.param(f"Two get 13 years between them{BODY}One of the two got eight years.", [], id="between them"),
        pytest.param(f"Krone hits five-year peak{BODY}The krone has hit an eight-year peak.", [("five-year", "eight-year")], id="a stretch of time"),
        pytest.param(f"Acme to pay $57m in fine.{BODY}The firm will pay a fine of $75m.", [], id="a first line that is a sentence"),
        pytest.param(f"Acme to pay $57m in fine.\n\n{'The firm is an old one, and has its seat in Leeds, where it was founded long ago by the Hall brothers. ' * 2}\n\nThe firm will pay a fine of $75m.", [("$57m", "$75m")], id="a headline with a full stop"),
        pytest.param(f"Mallow sheds 40 waiters{BODY}He parted with 60 waiters.", [("40", "60")], id="the only count of its noun"),
        pytest.param(f"Mallow sheds 40 waiters{BODY}He has 300 waiters.", [], id="of another size"),
        pytest.param(f"Mallow sheds more than 40 waiters{BODY}He parted with more than 60 waiters.", [("40", "60")], id="two bounds"),
        pytest.param(f"Mallow sheds more than 40 waiters{BODY}He parted with 60 waiters.", [], id="a bound, and a value above it"),
        pytest.param("Ms Mallow has backing from 31 percent. Later the poll came out. Ms Mallow has backing from 36 percent, it found.", [("31 percent", "36 percent")], id="short clauses that read alike"),
        pytest.param("Ms Mallow has backing from 31 percent. Later the poll came out. Among women Ms Mallow has backing from 36 percent, it found.", [], id="of another group"),
        pytest.param("Lanes and paths are only 20% of the roads budget. She sat down. Lanes and paths are only 10% of the roads budget, he added.", [("20%", "10%")], id="only, in both"),
        pytest.param("Bank cuts 4,500 jobs in Leeds. It will cut 6,400 jobs in Leeds.", [], id="no headline"),
        pytest.param("In a brief response, Mallow named the network seven times. Later he smiled. In a brief response on tax, Mallow named the network five times.", [("seven", "five")], id="clauses that read alike"),
        pytest.param("In a brief response, Mallow named the network seven times. In a brief response, Porter named the network five times.", [], id="of two people"),
        pytest.param("In a brief response, Mallow named the network seven times. In another brief response, Mallow named the network five times.", [], id="another"),
        pytest.param("Three reasons make Mallow supporters hopeful about winning. Four reasons make Mallow supporters fearful about winning.", [], id="each has a word that the other has not"),
        pytest.param("Mallow spoke after a poor fifth-place finish at the polls. Mallow rebounds after a poor fourth-place finish at the polls.", [("fifth", "fourth")], id="one rank"),
        pytest.param("Mallow spoke after a poor fifth-place finish at the polls. Porter rebounds after a poor fourth-place finish at the polls.", [], id="two people's ranks"),
    ],
)  # fmt: skip
def test_far_apart(text: str, expected: list[tuple[str, ...]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    assert [tuple(quotes[f] for f in r.figures) for r in far_apart(draft, figures)] == expected
