"""The folder beside a record in which a build keeps finished work, so that a killed build resumes.

One append-only file a stage, one line a result; a line torn by a kill is dropped and its work done again.
It holds no state that the record needs: deleting it costs time only.
"""

import fcntl
import json
import os
import re
import shutil
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from variorum.errors import InputError

_STAGE = re.compile(r"[a-z][a-z0-9_]*")


class WorkFolder:
    """Finished work of one build, by stage and key. Only one build of a record holds it at a time.

    Raises:
        InputError: another build of this record is running, or the folder cannot be made.
    """

    def __init__(self, record: Path | str) -> None:
        record = Path(record)
        self.path = record.with_name(record.name + ".work")
        self._record = record
        self._results: dict[str, dict[str, str]] = {}
        self._streams: dict[str, IO[bytes]] = {}
        self._lock = self._take_lock()

    def get(self, stage: str, key: str) -> str | None:
        """Read what a stage has kept under a key, or None."""
        return self._stage(stage).get(key)

    def put(self, stage: str, key: str, payload: str) -> None:
        """Keep a result. It is there after a kill at any later moment; a kill while writing loses this one only."""
        self._stage(stage)[key] = payload
        line = json.dumps([key, payload], ensure_ascii=True, separators=(",", ":")) + "\n"
        stream = self._streams[stage]
        stream.write(line.encode("ascii"))
        stream.flush()

    def close(self, *, done: bool = False) -> None:
        """Let the next build in. With `done`, the work is published and the folder goes; so it does when empty."""
        for stream in self._streams.values():
            stream.close()
        self._streams.clear()
        if done or not any(self.path.glob("*.jsonl")):
            shutil.rmtree(self.path, ignore_errors=True)
        os.close(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close(done=kind is None)

    def _take_lock(self) -> int:
        lock = self.path / "lock"
        while True:
            try:
                self.path.mkdir(exist_ok=True)
                held = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
            except FileNotFoundError as error:
                raise InputError(
                    f"{self.path.parent} is not a folder: make it first, or name a record elsewhere"
                ) from error
            except OSError as error:
                raise InputError(f"{self.path} cannot be made: {error.strerror}; name a record elsewhere") from error
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                os.close(held)
                raise InputError(
                    f"{self._record} is being built by another program: wait until it has finished"
                ) from error
            if lock.exists() and os.fstat(held).st_ino == lock.stat().st_ino:
                return held
            os.close(held)  # the holder before us removed the folder while we waited: it is a new file now

    def _stage(self, stage: str) -> dict[str, str]:
        if stage not in self._results:
            if not _STAGE.fullmatch(stage):
                raise ValueError(f"{stage!r} is no stage's name: lower case letters, digits and underscores")
            path = self.path / f"{stage}.jsonl"
            self._results[stage] = _read_whole_lines(path)
            self._streams[stage] = path.open("ab")
        return self._results[stage]


def _read_whole_lines(path: Path) -> dict[str, str]:
    """Read a stage's file, and cut off a last line that a kill has torn."""
    if not path.exists():
        return {}
    raw = path.read_bytes()
    whole = raw[: raw.rfind(b"\n") + 1]
    if len(whole) < len(raw):
        os.truncate(path, len(whole))
    results = {}
    for line in whole.splitlines():
        try:
            key, payload = json.loads(line)
        except ValueError:
            continue  # a damaged line costs its work only
        results[key] = payload
    return results
