"""One age given again."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.extraction.offline.relations.age_again import age_again


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Anna Roe, composer of songs, dies at 92\n\nAnna Roe, who wrote songs, died on Monday. She was 82.", [("92", "82")], id="headline and body"),
        pytest.param("Anna Roe, composer of songs, dies at 92\n\nRoe, who wrote songs, died on Monday. She was 92.", [("92", "92")], id="right"),
        pytest.param("Anna Roe has died in Leeds at the age of 87. She wrote songs. Roe died aged 78 in her sleep.", [("87", "78")], id="at the age of, aged"),
        pytest.param("Anna Roe has died in Leeds at the age of 87. Roe wrote songs. The 78-year-old was found dead on Monday.", [("87", "78-year-old")], id="the so-many-year-old"),
        pytest.param("Anna Roe has died in Leeds at the age of 87. Lee Poe died aged 78 in his sleep.", [], id="two people"),
        pytest.param("Anna Roe has died in Leeds at the age of 87. Roe's brother died aged 78.", [], id="one of the family"),
        pytest.param("Anna Roe has died in Leeds at the age of 87. Roe met Poe when she was 78.", [], id="an age in life"),
        pytest.param("As Anna Roe turns 70, a look back\n\nFormer mayor Anna Roe marked her 60th birthday on Friday.", [("70", "60th")], id="a birthday"),
        pytest.param("As Anna Roe turns 70, a look back\n\nFormer mayor Anna Roe sang before she turned 60.", [], id="a birthday long past"),
        pytest.param("As Anna Roe turns 70, a look back\n\nIn 2005 Anna Roe marked her 60th birthday in Leeds.", [], id="a birthday of another year"),
        pytest.param("Anna Roe, composer of songs, dies at 92\n\nRoe met a baker in 1950. He died six years later, at 61.", [], id="another death in her life"),
        pytest.param("As Anna Roe turns 70, a look back\n\nLee Poe marked his 60th birthday on Friday.", [], id="somebody else's"),
    ],
)  # fmt: skip
def test_age_again(text: str, expected: list[tuple[str, ...]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    assert [tuple(quotes[f] for f in r.figures) for r in age_again(draft, figures)] == expected
