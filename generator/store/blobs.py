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
    """Keeps the bytes with their row; their hash. Long ones are better put on the disk (``write``) before."""
    sha = write(store.files, data)
    insert_new(session, Blob, sha=sha, size=len(data), media_type=media_type, created=now())
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
