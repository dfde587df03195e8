"""Names that a number takes up in the next sentence."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.checks import names_taken_up

CASES = [
    pytest.param("Ann Hill and Bob Reed have been charged. The trio were held in May.", ["The trio", "Ann Hill and Bob Reed"], id="a trio of two"),
    pytest.param("But Ann Hill, Bob Reed and Carl Low won the relay. The pair had trained in Leeds.", ["The pair", "Ann Hill, Bob Reed and Carl Low"], id="a pair of three"),
    pytest.param("The court cleared Ann Hill, Bob Reed and Carl Low of it. The duo have denied it.", ["The duo", "cleared Ann Hill, Bob Reed and Carl Low"], id="a duo, the list last"),
    pytest.param("Uno and Due are to merge. The three companies said so in May.", ["The three companies", "Uno and Due"], id="three companies"),
    pytest.param("Leeds, Hull and York are in the final. Both teams have won before.", ["Both teams", "Leeds, Hull and York"], id="both of three"),
    pytest.param("Ann Hill and Bob Reed have been charged. The pair were held in May.", [], id="a pair of two"),
    pytest.param("Ann Hill, Bob Reed and Carl Low won. All three have denied it.", [], id="all three"),
    pytest.param("Ann Hill, Bob Reed and Carl Low lost. Both men have left.", [], id="two of them may be men"),
    pytest.param("Ann Hill and Bob Reed met Carl Low in May. The trio have denied it.", [], id="another beside the list"),
    pytest.param("Ann Hill and Bob Reed were with him in May. The trio have denied it.", [], id="a pronoun beside the list"),
    pytest.param("He praised Leeds, Hull and York. Both teams have won before.", [], id="no subject, and no group"),
    pytest.param("Ann Hill and Bob Reed won.\n\nCarl Low lost. The trio have denied it.", [], id="a sentence between"),
    pytest.param("Ann Hill and Bob Reed won. The three judges have denied it.", [], id="of others"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotes"), CASES)
def test_names(text: str, quotes: list[str]) -> None:
    found = list(names_taken_up(scanned(text)[0]))
    assert [part.span.quote for finding in found for part in finding.evidence] == quotes
    assert all(finding.code == "parts-do-not-add-up" for finding in found)
