"""The pages in docs/ say what is so: what they generate, show, name and link to."""

from __future__ import annotations

import html
import re
import shlex
import shutil
import struct
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import codes
import docx
import pictures
import pytest
import shown

import verifier
from verifier import Settings
from verifier.cli import main
from verifier.findings import CODES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = shown.PAGES
DEVELOPERS = (DOCS / "developers.md").read_text(encoding="utf-8")

MOST_BYTES = 250_000

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)

SECONDS = re.compile(r"\d+\.\d+(?=(?: |&#160;)s\b)")
FENCED = re.compile(r"^ *```(?P<language>\w*)\n(?P<code>.*?)^ *```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)|(?:src|href)=\"(?P<source>[^\"]+)\"")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


# What is generated


def test_the_page_of_codes_is_what_explain_says() -> None:
    assert codes.PAGE.read_text(encoding="utf-8") == codes.page(), "write it anew with: python docs/codes.py"


def test_the_page_of_codes_leaves_nothing_out() -> None:
    page = codes.page()
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == list(CODES)
    for code in CODES.values():
        assert page.count(code.meaning) == 2
        assert code.advice in page


@each_page
def test_what_is_shown_is_what_is_printed(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert SECONDS.sub("…", text) == SECONDS.sub("…", shown.written(text)), "python docs/shown.py"


def test_a_page_shows_output() -> None:
    kinds = {one["what"] for page in PAGES for one in shown.SHOWN.finditer(page.read_text(encoding="utf-8"))}
    assert len(kinds) == 2


# Pictures


def test_the_terminal_is_what_is_printed() -> None:
    drawn = (pictures.IMAGES / "terminal.svg").read_text(encoding="utf-8")
    assert words(drawn) == words(pictures.terminal()), "python docs/pictures.py"
    # Names of namespaces and a comment aside, nothing is fetched.
    assert not re.search(r"url\(['\"]?http|@import|@font-face|href=", drawn)


def words(svg: str) -> list[str]:
    """What an SVG says, however it is laid out."""
    said = re.findall(r"<text[^>]*>([^<]*)</text>", SECONDS.sub("…", svg))
    return " ".join(map(html.unescape, said)).split()


def test_pictures_are_small_and_all_of_them_shown() -> None:
    made = {f"{name}.png": size for name, (size, _) in pictures.PAGES.items()}
    assert {file.name for file in pictures.IMAGES.iterdir()} == {*made, "terminal.svg"}
    editors = (DOCS / "editors.md").read_text(encoding="utf-8")
    for file in pictures.IMAGES.iterdir():
        assert file.stat().st_size < MOST_BYTES, file.name
        assert f"images/{file.name}" in editors
    for name, size in made.items():
        data = (pictures.IMAGES / name).read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", data[16:24]) == size


# Links


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text)}


def dead(page: Path, text: str) -> list[str]:
    """The links of a page's text that lead nowhere, or out of the repository's own files."""
    found = (link["target"] or link["source"] for link in LINK.finditer(FENCED.sub("", text)))
    return [target for target in found if not _leads(page, target)]


def _leads(page: Path, target: str) -> bool:
    if re.match(r"[a-z]+:|/", target):
        return False
    file, _, anchor = target.partition("#")
    path = (page.parent / file.replace("\\", "")).resolve() if file else page
    if not (path.exists() and path.is_relative_to(ROOT)):
        return False
    return not anchor or anchor in anchors(path)


@each_page
def test_every_link_leads_somewhere(page: Path) -> None:
    assert dead(page, page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("[a](nowhere.md)", id="no-file"),
        pytest.param("[a](editors.md#nowhere)", id="no-heading"),
        pytest.param("![a](images/nowhere.png)", id="no-picture"),
        pytest.param('<img src="images/nowhere.png">', id="no-picture-in-html"),
        pytest.param("[a](/docs/editors.md)", id="absolute"),
        pytest.param("[a](https://example.org)", id="elsewhere"),
        pytest.param("[a](../../secret.md)", id="outside"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(link: str) -> None:
    assert len(dead(DOCS / "developers.md", link)) == 1
    assert dead(DOCS / "developers.md", "[a](editors.md#errors-warnings-notices)") == []


# The page for developers


@pytest.mark.parametrize("name", verifier.__all__)
def test_developers_are_told_of_every_public_name(name: str) -> None:
    assert re.search(rf"`[^`\n]*\b{name}\b[^`\n]*`", DEVELOPERS)


@pytest.mark.parametrize(
    "name", [field.name for field in fields(Settings) if field.name != "places"], ids=lambda name: name
)
def test_developers_are_told_of_every_setting(name: str) -> None:
    assert re.search(rf"^\|[^|]*`{name}`", DEVELOPERS, re.MULTILINE)


def test_the_example_with_a_model_works(
    replayed: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = (
        fence["code"]
        for fence in FENCED.finditer(DEVELOPERS)
        if fence["language"] == "python" and ">>>" not in fence["code"]
    )
    monkeypatch.chdir(ROOT)
    replayed("rise-does-not-match")
    exec(compile(code, "developers.md", "exec"), {})  # noqa: S102 - what the page shows is what runs
    assert re.fullmatch(r"2 calls, \d{4} tokens sent\n", capsys.readouterr().out)


# Commands


def commands() -> Iterator[object]:
    """The commands that pages show, without the remarks behind them."""
    for page in PAGES:
        for fence in FENCED.finditer(page.read_text(encoding="utf-8")):
            if fence["language"] not in ("sh", "text"):
                continue
            for line in fence["code"].splitlines():
                if line.strip().startswith("verifier "):
                    command = re.split(r"\s+#\s|\s{2,}", line.strip())[0]
                    yield pytest.param(command, id=f"{page.name}: {command}")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the drafts that the pages speak of."""
    slip = ROOT / "tests" / "drafts" / "intercepted-exceeds-launched.txt"
    for name in ("draft.txt", "other.txt"):
        shutil.copy(slip, tmp_path / name)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    document = docx.Document()
    document.add_paragraph(slip.read_text(encoding="utf-8"))
    document.save(str(tmp_path / "draft.docx"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", [*commands()])
def test_every_command_works(command: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = shlex.split(command)[1:]
    named = [
        file
        for word in arguments
        for file in (sorted(one.name for one in desk.glob(word)) if "*" in word else [word])
    ]
    if named[0] == "decisions":
        draft = named[named.index("--draft") + 1]
        (Path(draft).with_suffix(".decisions.json")).write_text('{"decisions": []}', encoding="utf-8")
    assert main(named) in (0, 1)
    assert capsys.readouterr().err == ""
    if "-o" in named:
        assert (desk / named[named.index("-o") + 1]).stat().st_size


def test_settings_that_are_shown_are_settings(tmp_path: Path) -> None:
    pages = [page.read_text(encoding="utf-8") for page in PAGES]
    files = [
        fence["code"] for page in pages for fence in FENCED.finditer(page) if fence["language"] == "toml"
    ]
    assert files
    for number, text in enumerate(files):
        (file := tmp_path / f"{number}.toml").write_text(text, encoding="utf-8")
        verifier.Verifier(settings=Settings.load(file))


def test_there_are_commands() -> None:
    assert len(list(commands())) > 15
