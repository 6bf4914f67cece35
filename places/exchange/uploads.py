"""A file between the trial and the confirmation: kept for one person, for two hours, on disk.

Each has a folder of its own outside of what is served, readable by this process alone: the file,
who brought it and how, what the trial said, and how far the work is.
"""

import json
import os
import shutil
import uuid
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from django.conf import settings
from django.utils import timezone

KEEP = timedelta(hours=2)


class Upload:
    """A file that somebody brought; ``find`` gives it to that person only."""

    def __init__(self, folder: Path, facts: dict[str, Any]) -> None:
        self.folder, self.facts = folder, facts

    @classmethod
    def make(cls, token: uuid.UUID, user: Any, data: bytes, **facts: Any) -> Self | None:
        """Keep a file under this token; None if the token is taken."""
        _sweep()
        folder = _root() / str(token)
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            return None
        upload = cls(folder, {"user": user.pk, "since": timezone.now().isoformat(), **facts})
        upload._write("facts", json.dumps(upload.facts).encode())
        upload._write("file", data)
        return upload

    @classmethod
    def find(cls, token: uuid.UUID, user: Any) -> Self | None:
        """The file that this user brought under this token, if it is still kept."""
        folder = _root() / str(token)
        facts = _json(folder / "facts")
        if facts is None or facts["user"] != user.pk or _is_over(facts):
            return None
        return cls(folder, facts)

    @property
    def data(self) -> bytes | None:
        """The file as it came; None after it was imported."""
        with suppress(FileNotFoundError):
            return (self.folder / "file").read_bytes()
        return None

    @property
    def report(self) -> dict[str, Any] | None:
        """What the trial or the import said; None before it is there."""
        return _json(self.folder / "report")

    @property
    def progress(self) -> dict[str, Any]:
        """``step``, and how many rows of how many."""
        return _json(self.folder / "progress") or {"step": "", "done": 0, "total": 0}

    def keep_report(self, report: dict[str, Any]) -> None:
        """Remember what was said."""
        self._write("report", json.dumps(report).encode())

    def tell(self, step: str, done: int, total: int) -> None:
        """Say how far the work is, to whoever asks from another request."""
        self._write("progress", json.dumps({"step": step, "done": done, "total": total}).encode())

    def begin(self) -> bool:
        """Claim the work; False if somebody (a second click) has begun already."""
        try:
            (self.folder / "busy").touch(mode=0o600, exist_ok=False)
        except FileExistsError:
            return False
        return True

    def end(self, *, done: bool) -> None:
        """Let go of the work; when it is done the file goes at once, only what was said stays."""
        if done:
            (self.folder / "file").unlink(missing_ok=True)
        (self.folder / "busy").unlink(missing_ok=True)

    def _write(self, name: str, data: bytes) -> None:
        """Whole or not at all, for a reader may come at any moment."""
        half = self.folder / f"{name}.{uuid.uuid4().hex}"
        with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
        half.replace(self.folder / name)


def _root() -> Path:
    root = Path(settings.VAR_DIR) / "imports"
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    return root


def _sweep() -> None:
    """Files that nobody confirmed in time go when the next one comes."""
    for folder in _root().iterdir():
        facts = _json(folder / "facts")
        if facts is None or _is_over(facts):
            shutil.rmtree(folder, ignore_errors=True)


def _is_over(facts: dict[str, Any]) -> bool:
    return timezone.now() - datetime.fromisoformat(facts["since"]) > KEEP


def _json(path: Path) -> dict[str, Any] | None:
    with suppress(FileNotFoundError):
        found: dict[str, Any] = json.loads(path.read_bytes())
        return found
    return None
