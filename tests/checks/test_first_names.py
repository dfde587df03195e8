"""One surname with two first names, and titles that do not fit a first name."""

from __future__ import annotations

import pytest

from verifier.checks import mistaken_titles, varying_first_names
from verifier.draft import Draft

FIRST_NAMES = [
    pytest.param("The host is Martin Hill. Mr Hill is tall. He made “This is Marvin Hill”.", [], id="short-for"),
    pytest.param("The host is Jose Hill. Mr Hill is tall. He made “This is Jorge Hill”.", ["Jose Hill", "Jorge Hill"], id="alike"),
    pytest.param("The host is Maria Hill. Then it was Hill who left. We met Marina Hill.", [], id="one-within-the-other"),
    pytest.param("The host is Diana Hill. Then it was Hill who left. We met Donna Hill.", ["Diana Hill", "Donna Hill"], id="women"),
    pytest.param("The host is Jose Hill. He is tall. He made “This is Jorge Hill”.", [], id="never-alone"),
    pytest.param("The host is Jose Hill. Mr Hill left. His brother Jorge Hill stayed.", [], id="brothers"),
    pytest.param("The host is Jose Hill. Mr Hill left. We met Ann Moss, Jorge Hill and Al Cole.", [], id="in-a-list"),
    pytest.param("The host is Steve Hill. Mr Hill left. He made “This is Steven Hill”.", [], id="a-short-form"),
    pytest.param("The host is Peter Hill. Mr Hill left. We met Martin Hill.", [], id="another-letter"),
    pytest.param("The host is Jose Hill. Mr Hill left. We met Julia Hill.", [], id="a-man-and-a-woman"),
]  # fmt: skip

TITLES = [
    pytest.param("Anna Hill runs it. It is old, Mr Hill said.", ["Anna Hill", "Mr Hill"], id="a-woman"),
    pytest.param("Peter Hill runs it. It is old, Ms Hill said.", ["Peter Hill", "Ms Hill"], id="a-man"),
    pytest.param("Anna Hill runs it. It is old, Ms Hill said.", [], id="right"),
    pytest.param("Peter Hill runs it. It is old, Mrs Hill said.", [], id="a-wife"),
    pytest.param("Anna Hill runs it. Mr Hill left, Mrs Hill said.", [], id="a-couple"),
    pytest.param("Anna Hill runs it with her husband. Mr Hill said so.", [], id="a-husband"),
    pytest.param("Lesley Hill runs it. It is old, Mr Hill said.", [], id="a-name-for-both"),
    pytest.param("Anna Hill and Peter Hill run it, Mr Hill said.", [], id="two-people"),
    pytest.param("It is old, Mr Hill said. Anna Hill runs it.", [], id="named-later"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIRST_NAMES)
def test_varying_first_names(text: str, expected: list[str]) -> None:
    findings = list(varying_first_names(Draft.parse(text)))
    assert [evidence.span.quote for finding in findings for evidence in finding.evidence] == expected
    assert all(finding.code == "name-varies" for finding in findings)


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_mistaken_titles(text: str, expected: list[str]) -> None:
    findings = list(mistaken_titles(Draft.parse(text)))
    assert [evidence.span.quote for finding in findings for evidence in finding.evidence] == expected
    assert all(finding.code == "name-varies" for finding in findings)
