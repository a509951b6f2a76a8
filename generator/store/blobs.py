"""Bytes kept once, by their hash: on the disk before the row that names them, checked whenever they are read."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy.orm import Session

from generator.errors import DataError, Problem
from generator.media_types import DOCX, PDF, ZIP
from generator.store.engine import Store
from generator.store.hashes import sha_of
from generator.store.inserting import insert_new
from generator.store.models import Blob
from generator.store.models.base import now
from generator.store.replacing import replacing

SUFFIXES = {DOCX: ".docx", PDF: ".pdf", ZIP: ".zip"}


class DamagedError(DataError):
    """Bytes that are kept are gone, or are no longer what they were."""

    heading = "Tệp đã lưu bị hỏng"


def path_of(files: Path, sha: str) -> Path:
    """Where the bytes of the hash stand."""
    return files / sha[:2] / sha


def write(files: Path, data: bytes) -> str:
    """Puts the bytes on the disk, safe from a crash once this returns; their hash."""
    sha = sha_of(data)
    target = path_of(files, sha)
    if _sound(target, sha):
        return sha
    made = not target.parent.exists()
    target.parent.mkdir(exist_ok=True)
    if made:
        _sync(files)
    with replacing(target, ".dang-ghi-") as stream:
        stream.write(data)
    _sync(target.parent)
    return sha


def keep(store: Store, session: Session, data: bytes, media_type: str) -> str:
    """Keeps the bytes with their row; their hash. Long ones are better put on the disk (``write``) before.

    The row comes first and is held until the transaction ends: who sweeps (``sweeping``) waits for it and finds it new,
    or has swept before, and the bytes are written again. Nobody sees the row before they are there.
    """
    sha = sha_of(data)
    insert_new(session, Blob, renew="created", sha=sha, size=len(data), media_type=media_type, created=now())
    write(store.files, data)
    return sha


def read(files: Path, sha: str) -> bytes:
    """The bytes of the hash; DamagedError where they are gone or have another hash."""
    try:
        data = path_of(files, sha).read_bytes()
    except FileNotFoundError:
        raise DamagedError(Problem(sha, "không còn tệp này trong kho", "phục hồi từ bản sao lưu")) from None
    if sha_of(data) != sha:
        raise DamagedError(Problem(sha, "nội dung tệp đã bị đổi so với lúc lưu", "phục hồi từ bản sao lưu"))
    return data


def _sound(path: Path, sha: str) -> bool:
    try:
        return sha_of(path.read_bytes()) == sha
    except FileNotFoundError:
        return False


def _sync(folder: Path) -> None:
    if os.name == "nt":  # folders are not opened there
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
