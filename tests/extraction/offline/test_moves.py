"""Rises and falls whose size and ends stand apart."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.extraction.offline.relations import read_relations
from verifier.extraction.offline.relations.moves import DRAFT_RULES
from verifier.extraction.offline.relations.rule import Rule, mask


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mallow saw annual profits drop 23%. Mallow's net income fell to €537m from €698m.", ["€698m", "€537m", "23%"], id="the lead's size, the body's ends"),
        pytest.param("Mallow saw annual profits drop 23%. Porter's net income fell to €537m from €698m.", None, id="another firm"),
        pytest.param("Mallow saw annual sales drop 23%. Mallow's net income fell to €537m from €698m.", None, id="another quantity"),
        pytest.param("Mallow saw profits rise 23%. Mallow's net income fell to €537m from €698m.", None, id="the other way"),
        pytest.param("Mallow saw annual profits drop 23%. In the quarter, Mallow's profits fell to €537m from €698m.", None, id="another period"),
        pytest.param("Mallow could see profits drop 23%. Mallow's net income fell to €537m from €698m.", None, id="a forecast"),
        pytest.param("The Mallow index fell to 93.5 in May from 97.5 in April. He called the four-point dip in the Mallow index mild.", ["97.5", "93.5", "four"], id="points of an index"),
        pytest.param("Firm Mallow says debt is down by about €28bn. Mallow let debt soar to €72bn. This has now been cut to €43.9bn.", ["€72bn", "€43.9bn", "€28bn"], id="an amount"),
    ],
)  # fmt: skip
def test_distant_moves(text: str, expected: list[str] | None) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    found = [r for r in read_relations(draft, figures) if r.kind == "change" and r.role("by")]
    assert [[quotes[f] for f in r.figures] for r in found] == ([expected] if expected else [])


@pytest.mark.parametrize("rule", DRAFT_RULES, ids=lambda rule: str(rule.name))
def test_rules_over_the_draft(rule: Rule) -> None:
    def read(text: str) -> int:
        draft, figures = scanned(text)
        return len(list(rule.read(mask(draft, draft.sentences, figures))))

    assert all(read(text) == 1 for text in rule.hits)
    assert not any(read(text) for text in rule.misses)
