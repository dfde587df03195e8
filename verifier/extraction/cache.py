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
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FILE = "answers.sqlite3"
_BUSY_SECONDS = 2.0
_MEGABYTE = 1_000_000
# When the limit is reached so much is kept, so that not every answer has to make room.
_KEPT_SHARE = 0.8
_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600

_SCHEMA = """
create table if not exists answers (
    key text primary key, answer text not null, size integer not null, used real not null
) without rowid;
create index if not exists by_use on answers (used);
pragma user_version = 1;
"""
_VERSION = 1

_log = logging.getLogger("verifier.cache")


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a cache holds."""

    answers: int
    characters: int


class Cache:
    """Answers by the hash of what was asked.

    Args:
        folder: where the database lies, or will; it is made when the first answer is kept.
        megabytes: how large all answers together may grow.
        clock: seconds since the epoch; for tests.
    """

    def __init__(self, folder: Path, megabytes: int, clock: Callable[[], float] = time.time) -> None:
        self.path = folder / FILE
        self._limit = megabytes * _MEGABYTE
        self._clock = clock
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def get(self, key: str) -> str | None:
        """The answer that was kept under this key, if any."""
        with self._using(create=False) as connection:
            if connection is None:
                return None
            row = connection.execute("select answer from answers where key = ?", (key,)).fetchone()
            if row is None:
                return None
            connection.execute("update answers set used = ? where key = ?", (self._clock(), key))
            answer: str = row[0]
            return answer
        return None

    def put(self, key: str, answer: str) -> None:
        """Keep an answer, at the cost of those not used for longest where there is no room."""
        size = len(answer) + len(key)
        if size > self._limit * (1 - _KEPT_SHARE):
            return
        with self._using(create=True) as connection:
            if connection is None:
                return
            row = (key, answer, size, self._clock())
            connection.execute("insert or replace into answers values (?, ?, ?, ?)", row)
            (total,) = connection.execute("select sum(size) from answers").fetchone()
            if total > self._limit:
                self._make_room(connection, total)

    def _make_room(self, connection: sqlite3.Connection, total: int) -> None:
        for key, size in connection.execute("select key, size from answers order by used").fetchall():
            if total <= self._limit * _KEPT_SHARE:
                break
            connection.execute("delete from answers where key = ?", (key,))
            total -= size

    def contents(self) -> Contents:
        """How much there is."""
        with self._using(create=False) as connection:
            if connection is not None:
                count, size = connection.execute("select count(*), sum(size) from answers").fetchone()
                return Contents(count, size or 0)
        return Contents(0, 0)

    def clear(self) -> int:
        """Forget all answers; returns how many there were."""
        count = self.contents().answers
        self.close()
        for path in self._files():
            path.unlink(missing_ok=True)
        return count

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _files(self) -> list[Path]:
        return [self.path.with_name(self.path.name + ending) for ending in ("", "-wal", "-shm")]

    @contextlib.contextmanager
    def _using(self, *, create: bool) -> Iterator[sqlite3.Connection | None]:
        """The open database; None where there is none, or none that can be used."""
        with self._lock:
            try:
                connection = self._opened(create=create)
                if connection is None:
                    yield None
                    return
                with connection:
                    yield connection
            except sqlite3.OperationalError as error:
                # Busy, full, or not ours to write: this answer is done without.
                _log.warning("the cache %s cannot be used at the moment (%s)", self.path, error)
            except (sqlite3.DatabaseError, ValueError) as error:
                self._set_aside(error)
            except OSError as error:
                _log.warning("the cache %s cannot be used (%s)", self.path, error.strerror)

    def _opened(self, *, create: bool) -> sqlite3.Connection | None:
        if self._connection is not None:
            return self._connection
        if not self.path.exists():
            if not create:
                return None
            self.path.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, _PRIVATE_FILE))
        connection = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, check_same_thread=False)
        try:
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        return connection

    def _set_aside(self, error: Exception) -> None:
        """Move a file that is no such database out of the way; a new one is made when it is needed."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        aside = self.path.with_name(f"{self.path.name}.damaged")
        with contextlib.suppress(OSError):
            self.path.replace(aside)
            for path in self._files()[1:]:
                path.unlink(missing_ok=True)
        _log.warning("the cache %s is damaged (%s): set aside as %s", self.path, error, aside.name)


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of a new database, and look whether an old one is ours."""
    (version,) = connection.execute("pragma user_version").fetchone()
    if version not in (0, _VERSION):
        raise sqlite3.DatabaseError(f"its format is {version}, not {_VERSION}")
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    if version == 0:
        connection.executescript(_SCHEMA)
