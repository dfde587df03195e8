"""Answers of models, kept on this machine: nothing is asked twice.

An SQLite database in the user's cache folder, which several processes may use at once. What goes wrong
with it never stops a check: a damaged file is set aside, a busy or full one is done without.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import threading
import time
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from verifier.errors import ConfigurationError
from verifier.settings import CACHE_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")

FILE = "answers.sqlite3"
_BUSY_SECONDS = 2.0
_RETRY_SECONDS = 0.01
_MEGABYTE = 1_000_000
# When the limit is reached so much is kept, so that not every answer has to make room.
_KEPT_SHARE = 0.8
_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600

# The index holds all that making room has to look at: no answer is read for it.
_SCHEMA = (
    """create table if not exists answers (
        key text primary key, answer text not null, size integer not null, used real not null
    )""",
    "create index if not exists by_use on answers (used, size)",
)
_VERSION = 2
_OURS = 0x56465243
"""What tells our database from another program's: SQLite's ``application_id``, "VFRC"."""

_log = logging.getLogger("verifier.cache")


class _Damaged(Exception):  # noqa: N818 - a finding about a file
    """The file is a database, but not one that can be used."""


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a cache holds."""

    answers: int
    characters: int


class Cache:
    """Answers by the hash of what was asked.

    Args:
        folder: where the database lies, or will; it is made when the first answer is kept.
        megabytes: how large the database may grow.
        clock: seconds since the epoch; for tests.
    """

    def __init__(self, folder: Path, megabytes: int, clock: Callable[[], float] = time.time) -> None:
        self.path = folder / FILE
        self._limit = megabytes * _MEGABYTE
        self._clock = clock
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._file = 0
        self._warned: set[str] = set()

    def get(self, key: str) -> str | None:
        """The answer that was kept under this key, if any."""

        def look_up(connection: sqlite3.Connection) -> str | None:
            row = connection.execute("select answer from answers where key = ?", (key,)).fetchone()
            return None if row is None else row[0]

        answer = self._with_database(look_up, create=False)
        if answer is not None:
            self._with_database(lambda connection: self._touch(connection, key), create=False)
        return answer

    def _touch(self, connection: sqlite3.Connection, key: str) -> None:
        connection.execute("update answers set used = ? where key = ?", (self._clock(), key))

    def put(self, key: str, answer: str) -> None:
        """Keep an answer, at the cost of those not used for longest where there is no room."""
        size = len(answer.encode(errors="surrogatepass")) + len(key)
        if size > self._limit * (1 - _KEPT_SHARE):
            return

        def keep(connection: sqlite3.Connection) -> None:
            row = (key, answer, size, self._clock())
            connection.execute("insert or replace into answers values (?, ?, ?, ?)", row)
            if (taken := _bytes_taken(connection)) > self._limit:
                _make_room(connection, taken - round(self._limit * _KEPT_SHARE))

        self._with_database(keep, create=True)

    def contents(self) -> Contents:
        """How much there is."""

        def count(connection: sqlite3.Connection) -> Contents:
            answers, size = connection.execute("select count(*), sum(size) from answers").fetchone()
            return Contents(answers, size or 0)

        return self._with_database(count, create=False) or Contents(0, 0)

    def clear(self) -> int:
        """Forget all answers, also those in damaged files; returns how many could be counted.

        Raises:
            ConfigurationError: a file of the cache cannot be removed.
        """
        count = self.contents().answers
        self.close()
        for path in (*self._files(self.path), *self._files(self._aside())):
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise ConfigurationError(
                    f"the cache {path} cannot be removed ({error.strerror}): remove it by hand, "
                    f"or set {CACHE_VARIABLE} to another folder"
                ) from None
        return count

    def close(self) -> None:
        """Let go of the file; it is opened again when it is needed."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _aside(self) -> Path:
        return self.path.with_name(f"{self.path.name}.damaged")

    def _files(self, path: Path) -> list[Path]:
        return [path.with_name(path.name + ending) for ending in ("", "-wal", "-shm", "-journal")]

    def _with_database(self, work: Callable[[sqlite3.Connection], T], *, create: bool) -> T | None:
        """What the work in one transaction returns; None where there is no database, or no use in it."""
        with self._lock:
            try:
                return self._attempt(work, create=create)
            except (sqlite3.DatabaseError, _Damaged, ValueError) as error:
                self._set_aside(error)
            try:
                return self._attempt(work, create=create)
            except (sqlite3.DatabaseError, _Damaged, ValueError):
                return None

    def _attempt(self, work: Callable[[sqlite3.Connection], T], *, create: bool) -> T | None:
        """The same, but for a damaged database.

        Raises:
            DatabaseError, _Damaged, ValueError: the file is no such database.
        """
        try:
            connection = self._opened(create=create)
            if connection is None:
                return None
            with connection:
                return work(connection)
        except OSError as error:
            self._warn(f"cannot be used ({error.strerror})")
        except (sqlite3.OperationalError, sqlite3.ProgrammingError, sqlite3.InterfaceError) as error:
            # Busy, full, or not ours to write: this answer is done without.
            self._close()
            self._warn(f"cannot be used at the moment ({error})")
        return None

    def _warn(self, what: str) -> None:
        """Say so once: a check asks many times."""
        if what not in self._warned:
            self._warned.add(what)
            _log.warning("the cache %s %s", self.path, what)

    def _opened(self, *, create: bool) -> sqlite3.Connection | None:
        if self._connection is not None:
            return self._connection
        if not self.path.exists():
            if not create:
                return None
            self.path.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, _PRIVATE_FILE))
        self._file = self.path.stat().st_ino
        connection = sqlite3.connect(
            self.path, timeout=_BUSY_SECONDS, check_same_thread=False, isolation_level="IMMEDIATE"
        )
        try:
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        return connection

    def _set_aside(self, error: Exception) -> None:
        """Move a file that is no such database out of the way; a new one is made when it is needed."""
        self._close()
        aside = self._aside()
        try:
            if self.path.stat().st_ino != self._file:
                return  # another process was faster, and has made a new one
            self.path.replace(aside)
        except OSError as failed:
            self._warn(f"is damaged ({error}), and cannot be moved away ({failed.strerror})")
            return
        for path in self._files(self.path)[1:]:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        self._warn(f"is damaged ({error}): set aside as {aside.name}")


def _bytes_taken(connection: sqlite3.Connection) -> int:
    """How much of the file is in use; what answers left behind that were deleted is used again."""
    (pages,), (free,), (size,) = (
        connection.execute(f"pragma {name}").fetchone()
        for name in ("page_count", "freelist_count", "page_size")
    )
    taken: int = (pages - free) * size
    return taken


def _make_room(connection: sqlite3.Connection, needed: int) -> None:
    """Delete the answers not used for longest, so many bytes of them."""
    rows = connection.execute("select rowid, size from answers order by used").fetchall()
    freed = accumulate((size for _, size in rows), initial=0)
    going = [(row,) for (row, _), before in zip(rows, freed, strict=False) if before < needed]
    connection.executemany("delete from answers where rowid = ?", going)


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of a new database, and look whether an old one is ours.

    Raises:
        _Damaged: it is another program's, or another version's.
    """
    # An answer is a few kilobytes long: in small pages half of the room would stay empty.
    connection.execute("pragma page_size = 16384")
    with connection:
        connection.execute("begin")
        made = _is_made(connection)
    if not made:
        with connection:
            connection.execute("begin immediate")
            if not _is_made(connection):  # no other process was faster
                _make(connection)
    _write_ahead(connection)
    connection.execute("pragma synchronous = normal")


def _is_made(connection: sqlite3.Connection) -> bool:
    """Whether the database has our tables; not so if it is new.

    Asked within a transaction: another process may be making them.

    Raises:
        _Damaged: it is another program's, or another version's.
    """
    (owner,) = connection.execute("pragma application_id").fetchone()
    (version,) = connection.execute("pragma user_version").fetchone()
    tables = {name for (name,) in connection.execute("select name from sqlite_master")}
    if owner not in (0, _OURS) or (owner == 0 and tables):
        raise _Damaged("it belongs to another program")
    if version not in (0, _VERSION):
        raise _Damaged(f"its format is {version}, not {_VERSION}")
    if (owner, version) != (_OURS, _VERSION):
        return False
    if "answers" not in tables:
        raise _Damaged("its table is missing")
    return True


def _make(connection: sqlite3.Connection) -> None:
    for statement in _SCHEMA:
        connection.execute(statement)
    connection.execute(f"pragma application_id = {_OURS}")
    connection.execute(f"pragma user_version = {_VERSION}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Readers and writers of several processes do not wait for each other in this mode, which lasts.

    To change to it the database must be free, and SQLite does not wait for that. Where it is never free, or
    its file system does not know the mode, the old mode does.
    """
    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                return
            time.sleep(_RETRY_SECONDS)
        else:
            return
