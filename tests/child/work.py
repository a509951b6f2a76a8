"""What the children of these tests do."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path

from generator.child import Sender

_seen: list[str] = []


def tell(request: bytes, send: Sender) -> None:
    """Does what is asked for, and answers with what this process has seen and how it finds itself."""
    asked = request.decode()
    _seen.append(asked)
    if asked == "eat":
        kept = [bytearray(1_000_000) for _ in range(100)]
        send("ate", str(len(kept)).encode())
    elif asked == "spin":
        send("spinning", b"")
        while True:
            pass
    print("printed", flush=True)
    files = [str(file.readlink()) for file in Path("/proc/self/fd").iterdir() if file.is_symlink()]
    said = {
        "seen": _seen, "place": str(Path.cwd()), "name": os.environ.get("NAME"), "path": sys.path, "files": files,
        "parent": os.getppid(), "hour": time.localtime(0).tm_hour,
    }  # fmt: skip
    send("said", json.dumps(said).encode())


def start_a_thread() -> None:
    """What no nursery may do."""
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
