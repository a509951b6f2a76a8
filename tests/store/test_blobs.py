from __future__ import annotations

import hashlib

import pytest

from generator.media_types import DOCX
from generator.store import blobs
from generator.store.engine import Store
from generator.store.models import Blob


def test_bytes_are_kept_once_and_read_as_they_were(store: Store) -> None:
    with store.begin() as session:
        sha = blobs.keep(store, session, b"van ban", DOCX)
        assert blobs.keep(store, session, b"van ban", DOCX) == sha == hashlib.sha256(b"van ban").hexdigest()
    with store.read() as session:
        assert session.get_one(Blob, sha).size == 7
    assert blobs.read(store.files, sha) == b"van ban"


def test_bytes_that_changed_on_the_disk_are_not_handed_out_and_are_mended_when_kept_again(store: Store) -> None:
    sha = blobs.write(store.files, b"ban goc")
    blobs.path_of(store.files, sha).write_bytes(b"ban sua")
    with pytest.raises(blobs.DamagedError, match="bị đổi"):
        blobs.read(store.files, sha)
    blobs.write(store.files, b"ban goc")
    assert blobs.read(store.files, sha) == b"ban goc"


def test_bytes_that_are_gone_are_said_to_be(store: Store) -> None:
    with pytest.raises(blobs.DamagedError, match="không còn"):
        blobs.read(store.files, "0" * 64)


def test_nothing_half_written_takes_the_place_of_a_file(store: Store) -> None:
    sha = hashlib.sha256(b"day du").hexdigest()
    place = blobs.path_of(store.files, sha)
    place.parent.mkdir()
    (place.parent / ".dang-ghi-abc").write_bytes(b"day")  # what a kill left
    with pytest.raises(blobs.DamagedError):
        blobs.read(store.files, sha)
    assert blobs.write(store.files, b"day du") == sha
    assert blobs.read(store.files, sha) == b"day du"
