"""The public surface: a short sorted list, all of it there, and nothing loaded before it is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import verifier

NAMES = [
    "AnswerError",
    "ConfigurationError",
    "Decisions",
    "DraftFile",
    "InputError",
    "InternalError",
    "Outcome",
    "Price",
    "ProviderError",
    "Report",
    "Settings",
    "Verifier",
    "VerifierError",
    "__version__",
    "averify",
    "read_draft",
    "verify",
]


def test_the_public_names() -> None:
    assert verifier.__all__ == NAMES == sorted(NAMES)
    for name in NAMES:
        assert getattr(verifier, name) is not None
    assert dir(verifier) == NAMES


def test_other_names_are_unknown() -> None:
    assert not hasattr(verifier, "utils")


def loaded_after(code: str) -> set[str]:
    program = f"{code}\nimport sys; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    return set(done.stdout.split())


def test_importing_the_package_loads_no_pipeline() -> None:
    assert not {"pydantic", "nupunkt", "verifier.pipeline"} & loaded_after("import verifier")


def test_the_offline_path_loads_no_vendor_and_no_solver() -> None:
    loaded = loaded_after("import verifier; verifier.verify('It sold 12 of its 30 cars.', engine='offline')")
    assert not {"openai", "instructor", "tenacity", "z3", "asyncio"} & loaded


DRAFT = Path(__file__).parent / "drafts" / "intercepted-exceeds-launched.txt"
FORMATS = {"docx", "lxml", "pyromark", "justhtml"}


def test_plain_text_loads_no_reader_of_other_formats() -> None:
    check = f"from verifier.cli import main; main(['check', {str(DRAFT)!r}])"
    plain = "import verifier; verifier.verify(verifier.read_draft(b'Of 7, 9 sank.').text, engine='offline')"
    assert not FORMATS & loaded_after(plain)
    assert not FORMATS & loaded_after(check)


def test_each_format_loads_its_own_reader_alone() -> None:
    html = "import verifier; verifier.read_draft(b'<p>x', name='x.html')"
    assert FORMATS & loaded_after(html) == {"justhtml"}
    markdown = "import verifier; verifier.read_draft(b'*x*', name='x.md')"
    assert FORMATS & loaded_after(markdown) == {"justhtml", "pyromark"}


def test_a_report_prints_as_one_line() -> None:
    report = verifier.verify("Of the 7 ships, 9 sank.", engine="offline", name="ships.txt")
    assert repr(report) == str(report) == "<Report of ships.txt: 1 errors, 0 warnings, 0 notices, 1 claims>"


def test_a_form_of_the_report_is_loaded_when_it_is_asked_for() -> None:
    forms = {
        f"verifier.report.{name}" for name in ("annotations", "github", "html", "jsonl", "questions", "sarif")
    }
    check = f"from verifier.cli import main; main(['check', {str(DRAFT)!r}])"
    assert not forms & loaded_after(check)
    assert not {"rich", *forms} & loaded_after("import verifier.cli")
    assert forms & loaded_after(check.replace("])", ", '-f', 'sarif'])")) == {"verifier.report.sarif"}
