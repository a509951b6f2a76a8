"""What was checked of late, for the one who sent it: in a folder of the server's, an hour, then gone."""

from __future__ import annotations

import hashlib
import pickle
import shutil
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

_HOUR = 3600.0
_MOST = 300  # results kept at once: some megabytes each


class Kept:
    """Results by a hash of who sent what; another person's are not found."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="vanthu-kiem-tra-"))
        self._until: dict[str, float] = {}
        self._lock = threading.Lock()

    def put(self, owner: tuple[int, int], asked: object, docx: bytes, shown: Any, pictures: list[bytes]) -> str:
        """Keeps a result of the owner (user, agency); its name in addresses."""
        key = hashlib.sha256(repr((owner, asked)).encode() + docx).hexdigest()[:32]
        with self._lock:
            self._clear()
            made = Path(tempfile.mkdtemp(dir=self._folder))
            (made / "shown").write_bytes(pickle.dumps((owner, asked, shown)))
            (made / "docx").write_bytes(docx)
            for number, picture in enumerate(pictures, start=1):
                (made / f"{number}.png").write_bytes(picture)
            shutil.rmtree(self._folder / key, ignore_errors=True)
            made.rename(self._folder / key)
            self._until[key] = time.monotonic() + _HOUR
        return key

    def get(self, owner: tuple[int, int], key: str) -> tuple[Any, Any] | None:
        """What was asked and what is shown, None where the owner has nothing of the name any more."""
        with self._lock:
            self._clear()
            if key not in self._until:
                return None
            whose, asked, shown = pickle.loads((self._folder / key / "shown").read_bytes())
        return (asked, shown) if whose == owner else None

    def file(self, key: str, name: str) -> bytes | None:
        """A file of a result that ``get`` has found: ``docx``, or a page as ``<number>.png``."""
        try:
            return (self._folder / key / name).read_bytes()
        except OSError:
            return None

    def close(self) -> None:
        """Throws everything away."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _clear(self) -> None:
        now = time.monotonic()
        oldest = sorted(self._until, key=self._until.__getitem__)
        gone = [key for key in oldest if self._until[key] < now] or oldest[: max(0, len(oldest) - _MOST)]
        for key in gone:
            del self._until[key]
            shutil.rmtree(self._folder / key, ignore_errors=True)
