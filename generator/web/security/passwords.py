"""Passwords: kept as argon2 writes them, never as typed; which are too easily guessed."""

from __future__ import annotations

import secrets
import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from generator.store.people.accounts import folded

SHORTEST = 10
_LONGEST = 200
_FEWEST_SIGNS = 5
_GUESSED = ("matkhau", "password", "12345", "qwerty", "abcde", "vanthu", "admin")
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is read as another
_HASHER = PasswordHasher()
# Each takes 64 MiB while it works: a crowd at the door waits, the machine does not swap.
_AT_ONCE = threading.BoundedSemaphore(4)


def hashed(password: str) -> str:
    """The password as it is kept."""
    with _AT_ONCE:
        return _HASHER.hash(_typed(password))


def matches(kept: str, given: str) -> bool:
    """Whether the password is the one kept; it takes as long where none is kept, so that nobody learns who is there."""
    with _AT_ONCE:
        try:
            return _HASHER.verify(kept or _nobodys(), _typed(given)) and bool(kept)
        except (VerificationError, InvalidHashError):
            return False


def outdated(kept: str) -> bool:
    """Whether argon2 has since been set to take more work than it did for this one."""
    return _HASHER.check_needs_rehash(kept)


def weakness(password: str, login: str) -> str:
    """Why the password is too easily guessed, in Vietnamese; empty where it is not."""
    typed = _typed(password)
    if not SHORTEST <= len(typed) <= _LONGEST:
        return f"mật khẩu phải có từ {SHORTEST} đến {_LONGEST} ký tự; một câu ngắn dễ nhớ là tốt nhất"
    small = typed.lower()
    if folded(login) in small:
        return "mật khẩu chứa tên đăng nhập; chọn mật khẩu khác"
    if len(set(small)) < _FEWEST_SIGNS or (len(small) < 2 * SHORTEST and any(one in small for one in _GUESSED)):
        return "mật khẩu này dễ đoán; chọn mật khẩu khác, ví dụ vài từ không liên quan đến nhau"
    return ""


def new_password() -> str:
    """A password to hand to someone, who must change it: easy to read out."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


def _typed(password: str) -> str:
    # Vietnamese keyboards write one letter in several ways; who typed the same has typed the same.
    return unicodedata.normalize("NFC", password)


@cache
def _nobodys() -> str:
    return _HASHER.hash(secrets.token_urlsafe(16))
