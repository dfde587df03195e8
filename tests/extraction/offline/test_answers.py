"""Answers to one question in a sentence or two, and sums that come out but for one digit."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier import verify
from verifier.extraction.offline.relations.answers import answers
from verifier.extraction.offline.relations.rule import mask

ANSWERS = [
    pytest.param("Some 48% said trade was getting better, while 41% said it was getting worse.", [("48%", "41%")], id="better and worse"),
    pytest.param("Some 48% saw orders rise and 41% saw them fall.", [("48%", "41%")], id="rise and fall"),
    pytest.param("About 53% call themselves liberal on tax; 26% say they are conservative.", [("53%", "26%")], id="two leanings"),
    pytest.param("Half of voters said the tunnel would help the town. Just 30% said it would hurt it.", [("Half", "30%")], id="in two sentences"),
    pytest.param("Some 48% were pessimistic, compared to 41% who were optimistic.", [("48%", "41%")], id="compared to those who"),
    pytest.param("Some 48% said it was the right decision and 41% that it was not right.", [], id="no verb of its own"),
    pytest.param("Some 48% said it was the right decision but 41% said it was not right.", [("48%", "41%")], id="said and denied"),
    pytest.param("Some 31% said they were more likely to take the tram for it, while 12% called it a bother. About 44% said it made no difference.", [("31%", "12%", "44%")], id="and no difference"),
    pytest.param("Some 38% think Ms Hill should stay on. Some 44% believe she should go, while 9% think she should be moved.", [("38%", "44%", "9%")], id="three choices"),
    pytest.param("Almost half said they wanted a newcomer, compared with four in 10 who said they preferred an old hand.", [("half", "four in 10")], id="two choices"),
    pytest.param("Some 48% said trade was getting better, while 41% said prices would soar.", [], id="no opposites"),
    pytest.param("Some 72% have a favourable view of Hill, while 48% have an unfavourable view of Reed.", [], id="of two people"),
    pytest.param("Some 70% support the checks, while 55% oppose the ban.", [], id="of two things"),
    pytest.param("Some 70% support the checks, while 25% oppose them.", [("70%", "25%")], id="of one thing"),
    pytest.param("Some 70% had seen it, while 60% were in favour of it. Some 15% had no opinion of it.", [("60%", "15%")], id="what was asked first is another question"),
    pytest.param("Some 60% were in favour of it. Some 55% had no opinion of Ms Hill.", [], id="no opinion of another"),
    pytest.param("Some 45% have an unfavourable view of him. Hill is at 41% favourable.", [], id="another person opens the sentence"),
    pytest.param("Some 60% of women said it was better, while 55% of men said it was worse.", [], id="two groups"),
    pytest.param("Among women 60% said it was better. Among men 55% said it was worse.", [], id="two groups, named before"),
    pytest.param("Some 87% said they did not keep their word, while 92% said they never answered.", [], id="two charges"),
    pytest.param("Some 60% said it was better. Last year 55% said it was worse.", [], id="another year"),
    pytest.param("Some 83% were happy with it, though nearly a quarter said they forgot the number.", [], id="both may be said"),
    pytest.param("Prices fell by 60%, while sales rose 55%.", [], id="no answers"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ANSWERS)
def test_answers(text: str, expected: list[tuple[str, ...]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    read = answers(mask(draft, draft.sentences, figures))
    assert [tuple(quotes[f] for f in r.figures) for r in read] == expected


FINDINGS = [
    pytest.param("Some 48% said trade was getting better, while 61% said it was getting worse.", {"shares-exceed-whole"}, id="opposites above one"),
    pytest.param("The town will pay $72m (£38.5m), including $25m of its own. The remaining $57m comes from the state.", {"parts-do-not-add-up"}, id="the remaining sum"),
    pytest.param("The town will pay $72m (£38.5m), including $25m of its own. The remaining $47m comes from the state.", set(), id="the remaining sum, right"),
    pytest.param("The town will pay $72m (£38.5m), including $75m of its own.", {"part-exceeds-whole"}, id="a sum said twice, and a part"),
    pytest.param("The town has 340 pumps, a report says. Ms Hill said at least 420 of the devices were new.", set(), id="by another noun"),
    pytest.param("In March 40 workers walked out. On Friday 310 of the workers at its other site did so.", set(), id="of others of the name"),
    pytest.param("He spent $3m of the $10m on the roof. He put $2m into heating. The remaining $5m is in the bank.", set(), id="a part between"),
    pytest.param("She scored nine of the team's 12 points from the bench. The first five had the other 59.", set(), id="the others are more than all"),
    pytest.param("The town has 340 pumps and 900 lamps, a report says. Ms Hill said at least 420 of the devices were new.", set(), id="by another noun, two to choose from"),
    pytest.param("She has written 40 films. Sixty of her films are lost.", {"part-exceeds-whole"}, id="of hers"),
    pytest.param("The club has raised roughly £21.4 million, said Ann Hill. That leaves it about £5.2 million short of the £36 million it needs.", {"change-mismatch"}, id="short of the aim"),
    pytest.param("The club has raised roughly £30.8 million, said Ann Hill. That leaves it about £5.2 million short of the £36 million it needs.", set(), id="short of the aim, right"),
    pytest.param("Of the 500 people, more than 200 were men, or 80%.", {"share-mismatch"}, id="more than, by far"),
    pytest.param("Of the 500 people, more than 200 were men, or 48%.", set(), id="more than, by a little"),
    pytest.param("She donated $7m to town causes in 2020. Over the years her donations included $8m to a library.", set(), id="gifts of other years"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), FINDINGS)
def test_findings(text: str, codes: set[str]) -> None:
    found = {
        finding.code for finding in verify(text, engine="offline").findings if finding.severity != "notice"
    }
    assert found == codes
