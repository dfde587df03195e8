"""Dates in order: every joint reads its hits and none of its misses, and what is told on in a next sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import scanned

from verifier.consistency import prove
from verifier.extraction.offline.relations.in_time import JOINTS, Joint, in_time
from verifier.extraction.offline.relations.later import later
from verifier.extraction.offline.relations.read import read_relations
from verifier.extraction.offline.relations.rule import mask
from verifier.extraction.offline.relations.told_on import told_on

if TYPE_CHECKING:
    from verifier.relations.model import Relation

HITS = [pytest.param(j, text, id=f"{j.name}: {text[:40]}") for j in JOINTS for text in j.hits]
MISSES = [pytest.param(j, text, id=f"{j.name}: {text[:40]}") for j in JOINTS for text in j.misses]


def read(text: str) -> list[Relation]:
    draft, figures = scanned(text)
    return list(in_time(mask(draft, draft.sentences[:1], figures)))


@pytest.mark.parametrize(("joint", "text"), HITS)
def test_hits(joint: Joint, text: str) -> None:
    assert [relation.rule for relation in read(text)] == [joint.name]


@pytest.mark.parametrize(("joint", "text"), MISSES)
def test_misses(joint: Joint, text: str) -> None:
    assert joint.name not in [relation.rule for relation in read(text)]


def test_the_table_of_joints() -> None:
    assert len({joint.name for joint in JOINTS}) == len(JOINTS)
    assert all(joint.hits and joint.misses for joint in JOINTS)


ORDERED = [
    pytest.param("The port handled 80 ships in 1996, its best total since 1989.", ("1989", "1996"), id="the most since"),
    pytest.param("Until 1988, the mill had been run by the family since 1931.", ("1931", "1988"), id="until, since"),
    pytest.param("She won the cup in 1986 but lost it in 1988.", ("1986", "1988"), id="and then"),
    pytest.param("She will leave on 3 May before returning to Leeds on 9 June.", ("3 May", "9 June"), id="days without years"),
    pytest.param("He left in May 2003 after a row in 1997.", ("1997", "May 2003"), id="a month and a year"),
    pytest.param("Sales fell in December after rising in November.", ("November", "December"), id="two months"),
    pytest.param("Sales fell in January after rising in May.", None, id="two months far apart"),
    pytest.param("Sales rose in January, their first rise since March.", None, id="a month that may be long ago"),
    pytest.param("The 2003 champion left before the final in 1997.", None, id="a year that tells which"),
    pytest.param("He joined in the 1990s before leaving in 1985.", None, id="a stretch of years"),
    pytest.param("She left on 3 January before she came back on 9 December.", None, id="half a year apart"),
    pytest.param("She left on 3 January before she came back in 1999.", None, id="one of them without a year"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ORDERED)
def test_order(text: str, expected: tuple[str, str] | None) -> None:
    _, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    found = [(quotes[r.one("earlier")], quotes[r.one("later")]) for r in read(text)]
    assert found == ([] if expected is None else [expected])


TOLD_ON = [
    pytest.param("She met them in May 2001. She subsequently moved in July 2002.", True, id="subsequently"),
    pytest.param("He had promised to go in June 2003. The minister then changed his mind in May 2004.", True, id="then"),
    pytest.param("The firm moved in 1999. Later, it was sold in 2001.", True, id="later"),
    pytest.param("The firm moved in 1999. He later said that it had been sold in 1997.", False, id="said later"),
    pytest.param("The firm will move in 2009. It was later sold in 2001.", False, id="what will be"),
    pytest.param("The firm moved in 1999 and 2000. It was later sold in 2001.", False, id="two dates"),
    pytest.param("The firm moved in 1999. It was sold in 2001.", False, id="no word that tells"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD_ON)
def test_told_on(text: str, expected: bool) -> None:
    draft, figures = scanned(text)
    assert bool(list(told_on(mask(draft, draft.sentences[:2], figures)))) is expected


LATER = [
    pytest.param("It opened on 9 May. Ten days later, on 19 May, it shut.", ["Ten days", "9 May", "19 May"], id="beside it"),
    pytest.param("In the 1970s they agreed. Ten years later, in 1985, none had paid.", [], id="a stretch of years"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LATER)
def test_later(text: str, expected: list[str]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    assert [quotes[i] for r in later(draft, figures) for i in r.figures] == expected


JUDGED = [
    pytest.param("He became a director in 1997 after joining the firm in 2003.", {"sequence-contradicted"}, id="after"),
    pytest.param("She met them in May 2002. She subsequently moved in March 2002.", {"sequence-contradicted"}, id="told on"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), JUDGED)
def test_judged(text: str, codes: set[str]) -> None:
    draft, figures = scanned(text)
    found = prove(figures, read_relations(draft, figures))
    assert {contradiction.constraints[0].code for contradiction in found} == codes
