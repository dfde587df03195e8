"""How a house writes: whose dollar a bare "$" is, and which way round 03/04/2005 is."""

from __future__ import annotations

from typing import Any

import pytest

from verifier import ConfigurationError
from verifier.figures import scan
from verifier.house import DOLLARS, House


@pytest.mark.parametrize(
    ("text", "in_australia", "elsewhere"),
    [
        pytest.param("It cost $5m.", "AUD", "USD", id="bare-sign"),
        pytest.param("It cost -$5m.", "AUD", "USD", id="bare-sign-after-minus"),
        pytest.param("It cost 5 million dollars.", "AUD", "USD", id="name"),
        pytest.param("It cost a billion dollars.", "AUD", "USD", id="name-after-scale-in-words"),
        pytest.param("It cost 500 bucks.", "AUD", "USD", id="slang"),
        pytest.param("Of dollars it rose 5 cents.", "AUD", "USD", id="cents"),
        pytest.param("It cost US$5m.", "USD", "USD", id="prefix-says-it"),
        pytest.param("It cost C$5m.", "CAD", "CAD", id="another-prefix"),
        pytest.param("It cost 5 million US dollars.", "USD", "USD", id="nationality-says-it"),
        pytest.param("It cost 5m USD.", "USD", "USD", id="code-says-it"),
        pytest.param("It cost £5m.", "GBP", "GBP", id="pounds"),
        pytest.param("Of euros it rose 5 cents.", "EUR", "EUR", id="cents-of-euros"),
    ],
)
def test_whose_dollar(text: str, in_australia: str, elsewhere: str) -> None:
    for house, expected in ((House("AUD"), in_australia), (House(), elsewhere)):
        (figure,) = scan(text, house=house).figures
        assert figure.unit == expected


@pytest.mark.parametrize(
    ("printed", "day_first", "month_first", "left_open"),
    [
        pytest.param("03/04/2005", "2005-04-03", "2005-03-04", "2005", id="open"),
        pytest.param("3/4/05", "2005-04-03", "2005-03-04", "2005", id="short"),
        pytest.param("03.04.2005", "2005-04-03", "2005-03-04", "2005", id="dots"),
        pytest.param("03-04-2005", "2005-04-03", "2005-03-04", "2005", id="hyphens"),
        pytest.param("18/05/2025", "2025-05-18", "2025-05-18", "2025-05-18", id="day-says-it"),
        pytest.param("5/18/2025", "2025-05-18", "2025-05-18", "2025-05-18", id="month-last-says-it"),
        pytest.param("2005-04-03", "2005-04-03", "2005-04-03", "2005-04-03", id="iso"),
        pytest.param("4 March 2005", "2005-03-04", "2005-03-04", "2005-03-04", id="month-in-words"),
    ],
)
def test_which_way_round(printed: str, day_first: str, month_first: str, left_open: str) -> None:
    styles = {"day-first": day_first, "month-first": month_first, None: left_open}
    for style, expected in styles.items():
        (figure,) = scan(f"It opened on {printed}.", house=House(date_style=style)).figures  # type: ignore[arg-type]
        assert figure.date is not None
        assert figure.date.isoformat() == expected


def test_every_dollar_is_one() -> None:
    assert all(House(currency).currency == currency for currency in DOLLARS)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        pytest.param({"currency": "EUR"}, "currency 'EUR': expected what a bare '$' means", id="no-dollar"),
        pytest.param({"date_style": "iso"}, "expected 'day-first' or 'month-first'", id="no-style"),
    ],
)
def test_what_cannot_be(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigurationError, match=said.replace("$", r"\$")):
        House(**wrong)
