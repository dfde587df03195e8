"""Answers kept on disk: found again, never in the way, whatever has happened to the file."""

from __future__ import annotations

import ast
import inspect
import logging
import multiprocessing
import os
import sqlite3
import stat
from contextlib import closing
from itertools import count
from threading import Barrier, Thread
from typing import TYPE_CHECKING

import pytest

from verifier.errors import ConfigurationError
from verifier.extraction import cache as module
from verifier.extraction.cache import FILE, Cache, Contents

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SPAWN = multiprocessing.get_context("spawn")


def _kept(folder: Path, key: str) -> str | None:
    """What another process would find."""
    with closing(Cache(folder, 1)) as cache:
        return cache.get(key)


def test_what_is_kept_is_found_by_its_key_alone(tmp_path: Path) -> None:
    with closing(Cache(tmp_path / "new" / "folder", 1)) as cache:
        assert cache.get("a") is None
        assert not cache.path.exists(), "nothing is made until there is something to keep"
        cache.put("a", '{"claims": ["ä😀"]}')
        cache.put("b", "two")
        cache.put("b", "three")
    assert _kept(tmp_path / "new" / "folder", "a") == '{"claims": ["ä😀"]}'
    assert _kept(tmp_path / "new" / "folder", "b") == "three"
    assert _kept(tmp_path / "new" / "folder", "c") is None


def test_the_least_recently_used_go_first_where_there_is_no_room(tmp_path: Path) -> None:
    clock = count()
    with closing(Cache(tmp_path, 1, clock=lambda: float(next(clock)))) as cache:
        for number in range(20):
            cache.put(f"k{number}", "x" * 90_000)
            assert cache.get("k0") is not None, "used all the time, never the one to go"
        kept = [number for number in range(20) if cache.get(f"k{number}") is not None]
        assert cache.contents().characters < 1_000_000
    assert kept[0] == 0
    assert kept[1:] == list(range(kept[1], 20)), "the others go in the order of their use"
    assert 1 < kept[1] < 19
    assert (tmp_path / FILE).stat().st_size < 1_300_000


def test_an_answer_as_large_as_the_cache_is_not_kept(tmp_path: Path) -> None:
    with closing(Cache(tmp_path, 1)) as cache:
        cache.put("small", "x")
        cache.put("large", "x" * 900_000)
        assert cache.get("large") is None
        assert cache.get("small") == "x"


def _garbage(path: Path) -> None:
    path.write_bytes(b"this is no database " * 500)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _truncated(path: Path) -> None:
    with closing(Cache(path.parent, 1)) as cache:
        for number in range(40):
            cache.put(f"k{number}", "x" * 5000)
    path.write_bytes(path.read_bytes()[:20_000])


def _overwritten_inside(path: Path) -> None:
    with closing(Cache(path.parent, 1)) as cache:
        for number in range(40):
            cache.put(f"k{number}", "x" * 5000)
    content = path.read_bytes()
    path.write_bytes(content[:16384] + b"\xff" * (len(content) - 16384))


def _of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("create table bookmarks (url text)")


def _with_another_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("create table answers (number integer)")
        other.execute(f"pragma user_version = {module._VERSION}")


def _marked_by_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("pragma application_id = 7")


def _of_another_version(path: Path) -> None:
    with closing(Cache(path.parent, 1)) as cache:
        cache.put("a", "old")
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("pragma user_version = 99")


def _without_its_table(path: Path) -> None:
    with closing(Cache(path.parent, 1)) as cache:
        cache.put("a", "old")
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("drop table answers")


SET_ASIDE = [
    _garbage,
    _truncated,
    _overwritten_inside,
    _of_another_program,
    _with_another_table,
    _marked_by_another_program,
    _of_another_version,
    _without_its_table,
]


@pytest.mark.parametrize("damage", SET_ASIDE, ids=lambda damage: damage.__name__.strip("_"))
def test_what_is_no_cache_is_set_aside_with_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: Callable[[Path], None]
) -> None:
    path = tmp_path / FILE
    damage(path)
    before = path.read_bytes()
    with closing(Cache(tmp_path, 1)) as cache:
        cache.put("a", "new")
        cache.put("b", "new")
        assert (cache.get("a"), cache.get("b")) == ("new", "new")
    assert (tmp_path / f"{FILE}.damaged").read_bytes()[:16] == before[:16]
    (said,) = [record.getMessage() for record in caplog.records]
    assert str(path) in said
    assert "damaged" in said


def test_an_empty_file_is_made_a_cache(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / FILE).write_bytes(b"")
    with closing(Cache(tmp_path, 1)) as cache:
        assert cache.get("a") is None
        cache.put("a", "new")
        assert cache.get("a") == "new"
    assert caplog.records == []


def test_a_file_that_another_process_has_set_aside_is_not_set_aside_again(tmp_path: Path) -> None:
    _garbage(tmp_path / FILE)
    with closing(Cache(tmp_path, 1)) as slow:
        slow._file = (tmp_path / FILE).stat().st_ino
        (tmp_path / FILE).rename(tmp_path / "elsewhere")
        with closing(Cache(tmp_path, 1)) as fast:
            fast.put("a", "x")
        slow._set_aside(ValueError("damaged"))
        assert slow.get("a") == "x"


def test_a_folder_in_the_place_of_the_file_is_done_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE).mkdir()
    with closing(Cache(tmp_path, 1)) as cache:
        for _ in range(3):
            cache.put("a", "x")
            assert cache.get("a") is None
        assert cache.contents() == Contents(0, 0)
    (said,) = {record.getMessage() for record in caplog.records}
    assert len(caplog.records) == 1, "said once, not with every call"
    assert str(tmp_path / FILE) in said


def test_a_file_in_the_place_of_the_folder_is_done_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("mine")
    with closing(Cache(tmp_path / "file", 1)) as cache:
        cache.put("a", "x")
        assert cache.get("a") is None
    assert str(tmp_path / "file") in caplog.text
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="every folder can be written to")
def test_a_folder_that_cannot_be_written_to_is_done_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    tmp_path.chmod(0o500)
    try:
        with closing(Cache(tmp_path, 1)) as cache:
            cache.put("a", "x")
            assert cache.get("a") is None
    finally:
        tmp_path.chmod(0o700)
    assert str(tmp_path) in caplog.text


def _refusing(path: Path, monkeypatch: pytest.MonkeyPatch, verb: str, words: str) -> None:
    """Have SQLite refuse statements that begin so."""

    class Connection(sqlite3.Connection):
        def execute(self, sql: str, *args: object) -> sqlite3.Cursor:
            if sql.startswith(verb):
                raise sqlite3.OperationalError(words)
            return super().execute(sql, *args)  # type: ignore[arg-type]

    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *args, **options: connect(*args, factory=Connection, **options)
    )


def test_what_was_kept_is_read_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(Cache(tmp_path, 1)) as cache:
        cache.put("a", "x")
    _refusing(tmp_path, monkeypatch, "update", "attempt to write a readonly database")
    with closing(Cache(tmp_path, 1)) as cache:
        assert cache.get("a") == "x", "that its use cannot be noted is no reason to ask again"
    assert str(tmp_path / FILE) in caplog.text


def test_a_full_disk_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _refusing(tmp_path, monkeypatch, "insert", "database or disk is full")
    with closing(Cache(tmp_path, 1)) as cache:
        cache.put("a", "x")
        assert cache.get("a") is None
    assert "disk is full" in caplog.text
    assert str(tmp_path / FILE) in caplog.text
    assert (tmp_path / FILE).exists(), "it is not damaged"


def _write(folder: Path, writer: int) -> None:
    with closing(Cache(folder, 50)) as cache:
        for number in range(30):
            cache.put(f"{writer}-{number}", f"answer {number}")
            assert cache.get(f"{writer}-{number}") == f"answer {number}"


def test_several_processes_lose_nothing(tmp_path: Path) -> None:
    processes = [SPAWN.Process(target=_write, args=(tmp_path, writer)) for writer in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(30)
    assert [process.exitcode for process in processes] == [0] * 3
    with closing(Cache(tmp_path, 50)) as cache:
        assert cache.contents().answers == 3 * 30
    assert not (tmp_path / f"{FILE}.damaged").exists()


@pytest.mark.parametrize("attempt", range(10))
def test_a_new_database_is_opened_by_many_at_once(tmp_path: Path, attempt: int) -> None:
    start = Barrier(6)

    def write(writer: int) -> None:
        with closing(Cache(tmp_path, 50)) as cache:
            start.wait()
            cache.put(f"{attempt}-{writer}", "answer")

    writers = [Thread(target=write, args=(writer,)) for writer in range(6)]
    for thread in writers:
        thread.start()
    for thread in writers:
        thread.join()
    with closing(Cache(tmp_path, 50)) as cache:
        assert cache.contents().answers == 6
    assert not (tmp_path / f"{FILE}.damaged").exists()


def test_a_database_that_is_in_use_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "_BUSY_SECONDS", 0.01)
    with closing(Cache(tmp_path, 1)) as cache:
        cache.put("a", "x")
        with closing(sqlite3.connect(tmp_path / FILE)) as other:
            other.execute("begin exclusive")
            cache.put("b", "y")
            assert cache.get("a") == "x"
        assert cache.get("b") is None
        cache.put("b", "y")
        assert cache.get("b") == "y"
    assert "locked" in caplog.text


@pytest.mark.skipif(os.name != "posix", reason="permissions are another matter there")
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with closing(Cache(tmp_path / "folder", 1)) as cache:
            cache.put("a", "x")
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in cache.path.parent.iterdir()}
    finally:
        os.umask(before)
    assert FILE in modes
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE((tmp_path / "folder").stat().st_mode) == 0o700


def test_clearing_forgets_everything(tmp_path: Path) -> None:
    _garbage(tmp_path / FILE)
    logging.disable()
    try:
        with closing(Cache(tmp_path, 1)) as cache:
            for number in range(3):
                cache.put(str(number), "x")
            cache.get("0")
            assert cache.clear() == 3
            assert list(tmp_path.iterdir()) == [], "what was set aside holds answers, too"
            assert cache.get("0") is None
            cache.put("0", "again")
            assert cache.get("0") == "again"
    finally:
        logging.disable(logging.NOTSET)
    with closing(Cache(tmp_path / "nowhere", 1)) as cache:
        assert cache.clear() == 0


def test_what_cannot_be_cleared_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(ConfigurationError, match=r"answers\.sqlite3 cannot be removed .*VERIFIER_CACHE_DIR"):
        Cache(tmp_path, 1).clear()


def test_nothing_that_is_read_back_can_run() -> None:
    imported = {
        name
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None), *(alias.name for alias in node.names)]
    }
    assert not imported & {"pickle", "marshal", "shelve", "dill", "diskcache"}
