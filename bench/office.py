"""LibreOffice kept warm by unoserver, as those who convert many files run it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import xmlrpc.client
from pathlib import Path

from bench.tools import TOOLS, soffice, uno_python

_START_SECONDS = 60


class UnoServer:
    """A running unoserver; ``convert`` is its own call, without the cost of its command line."""

    def __init__(self, folder: Path) -> None:
        python, program = uno_python(), soffice()
        if python is None or program is None:
            raise RuntimeError("unoserver")
        port, inner = _free_port(), _free_port()
        profile = str(folder / "uno-profile")
        command = [python, "-m", "unoserver.server", "--port", str(port), "--uno-port", str(inner)]
        command += ["--executable", program, "--user-installation", profile]
        environment = {**os.environ, "PYTHONPATH": str(TOOLS / "unoserver")}
        silent = subprocess.DEVNULL
        # A session of its own: LibreOffice's programs end with it.
        self._process = subprocess.Popen(command, env=environment, stdout=silent, stderr=silent, start_new_session=True)
        self._server = xmlrpc.client.ServerProxy(f"http://127.0.0.1:{port}", allow_none=True)
        self.version = self._wait()

    def _wait(self) -> str:
        end = time.monotonic() + _START_SECONDS
        while time.monotonic() < end and self._process.poll() is None:
            try:
                info = self._server.info()
            except OSError:
                time.sleep(0.5)
            else:
                assert isinstance(info, dict)
                return str(info["unoserver"])
        self.close()
        raise RuntimeError("unoserver không khởi động được")

    def convert(self, source: Path, target: Path) -> float:
        """The seconds of one conversion."""
        begin = time.perf_counter()
        self._server.convert(str(source), None, str(target))
        return time.perf_counter() - begin

    def close(self) -> None:
        """End the server and its LibreOffice."""
        if self._process.poll() is None:
            self._process.terminate()  # it hands the signal on to its LibreOffice
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, 9)
            self._process.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
