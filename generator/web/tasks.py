"""What a worker process does with a request: a function of a module, called with values, its result sent back.

Runs in the worker: nothing here may hold what one request leaves for the next. What the service keeps, such as pages,
it finds by all that they are made of.
"""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable
from typing import Any

from generator.child import Sender
from generator.errors import VanthuError

_telling: list[Sender] = []


def progress(done: int, total: int) -> None:
    """Tells whoever waits for the work how far it is; nothing where it is done in the server's own process."""
    for send in _telling:
        send("progress", f"{done} {total}".encode())


def packed(task: Callable[..., Any], given: tuple[Any, ...]) -> bytes:
    """The request, as ``serve`` takes it; the function must be one of a module, the values such as pickle takes."""
    return pickle.dumps((task, given))


def get_ready() -> None:
    """Makes ready what all workers begin with; runs once, in the process that they are forked from."""
    from generator.service.warming import get_ready

    get_ready()


def serve(request: bytes, send: Sender) -> None:
    """Does one request: ``raised`` with an error of the user's, ``done`` with what the function gave."""
    if not request:
        from generator.service.warming import warm_up

        warm_up()
        # What stays for the life of the process is not looked through again and again.
        gc.collect()
        gc.freeze()
        send("ready", b"")
        return
    task, given = pickle.loads(request)
    _telling[:] = [send]
    send("began", b"")  # from here on it is the request's doing if the process dies
    try:
        made = task(*given)
    except VanthuError as error:
        send("raised", pickle.dumps(error))
    else:
        send("done", pickle.dumps(made))
    finally:
        _telling.clear()
