"""Where results go: standard output, or a file that is either whole or untouched."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from io import FileIO

WORD = ".docx"


def say(text: str) -> None:
    """Write text to standard output, as UTF-8 where it is not a terminal's.

    Whoever reads it may have heard enough (``verifier … | head``): that is no failure of the check.
    """
    try:
        if sys.stdout.isatty() or not hasattr(sys.stdout, "buffer"):
            with contextlib.suppress(AttributeError):
                sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered would fail again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str) -> None:
    """One line on standard error."""
    with contextlib.suppress(OSError, ValueError):
        print(f"verifier: {' '.join(message.split())}", file=sys.stderr, flush=True)  # noqa: T201


def target(path: str, drafts: Iterable[str], option: str = "--output") -> Path:
    """The file that a report goes to, looked at before anything is checked.

    Args:
        path: what the user names.
        drafts: the files that are being checked.
        option: the option that names it.

    Raises:
        ConfigurationError: it is a folder, lies in none, cannot be written, or is one of the drafts.
    """
    given = Path(path)
    # Through links, so that writing beside and renaming replaces the file and not the link to it; a pipe
    # or a device (/dev/stdout) is written to as it is.
    file = given if _is_device(given) else given.resolve()
    if file.is_dir():
        raise ConfigurationError(f"{option} {path}: a folder; name a file in it")
    if not file.parent.is_dir():
        raise ConfigurationError(f"{option} {path}: there is no folder {file.parent}; create it first")
    if any(_same_file(file, draft) for draft in drafts):
        raise ConfigurationError(f"{option} {path}: that is a draft being checked; name another file")
    written = [file] if _is_device(file) else [file.parent, file] if file.exists() else [file.parent]
    if not all(os.access(place, os.W_OK) for place in written):
        raise ConfigurationError(f"{option} {path}: no permission to write there; name another file")
    return file


def takes_comments(file: Path, drafts: Sequence[str], output_format: str) -> bool:
    """Whether what goes to the file is a Word draft with comments; its ending says so.

    Raises:
        ConfigurationError: it is, and something else is asked for than to check one Word draft.
    """
    if file.suffix.lower() != WORD:
        return False
    if len(drafts) > 1 or Path(drafts[0]).suffix.lower() != WORD:
        raise ConfigurationError(
            f"--output {file.name}: a .docx is one Word draft with comments; check one .docx, or name a .txt"
        )
    if output_format != "text":
        raise ConfigurationError(
            f"--output {file.name}: comments are not {output_format}; leave out --format"
        )
    return True


def save(file: Path, content: str | bytes, option: str = "--output") -> None:
    """Write a file so that it is never seen half written; text as UTF-8.

    Args:
        file: where to.
        content: what it is to hold.
        option: the option that names the file.

    Raises:
        ConfigurationError: it cannot be written; what stood there before is still there.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if _is_device(file):
            file.write_bytes(data)
        else:
            _replace(file, data)
    except OSError as error:
        raise ConfigurationError(f"{option} {file}: cannot be written ({error.strerror})") from None


class LineFile:
    """A file that grows by whole lines, for what takes long and may be interrupted.

    With the first line it is begun anew; until then, what stood there before still stands. A line is handed
    to the system in one piece, and taken back where the disk has no room for all of it.

    Args:
        file: where to.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._begun = False

    def add(self, line: str) -> None:
        """Write a line, which ends with its break, as UTF-8.

        Raises:
            ConfigurationError: it cannot be written; the lines before it are.
        """
        data = line.encode("utf-8")
        try:
            # Unbuffered: nothing is left to be written when the program ends, however it does.
            with self._file.open("ab" if self._begun else "wb", buffering=0) as out:
                self._begun = True
                before = None if _is_device(self._file) else out.seek(0, os.SEEK_END)
                try:
                    _whole(out, data)
                except BaseException:
                    if before is not None:
                        out.truncate(before)
                    raise
        except OSError as error:
            raise ConfigurationError(f"--output {self._file}: cannot be written ({error.strerror})") from None


def _whole(out: FileIO, data: bytes) -> None:
    done = 0
    while done < len(data):
        done += out.write(data[done:])


def _replace(file: Path, data: bytes) -> None:
    handle, beside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(beside).chmod(_mode(file))
        Path(beside).replace(file)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _mode(file: Path) -> int:
    """The permissions that the file has, or that a new one would get."""
    if file.exists():
        return file.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _is_device(file: Path) -> bool:
    return file.exists() and not file.is_file() and not file.is_dir()


def _same_file(one: Path, other: str) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
