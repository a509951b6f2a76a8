"""Small programs that take LibreOffice's place, each with one way to fail; a file beside them says which."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pypdf

_PROGRAM = """\
#!{python} -IS
import os, pathlib, signal, subprocess, sys, time
home = pathlib.Path({home!r})
profile = pathlib.Path(sys.argv[1].partition("file://")[2])
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1]) / "van-ban.pdf"
good = (home / "good.pdf").read_bytes()

def note(file, text):
    with open(home / file, "a") as stream:
        stream.write(str(text) + "\\n")

def started():
    (profile / ".lock").touch()

def child():
    note("pids", subprocess.Popen(["sleep", "600"], stdin=subprocess.DEVNULL).pid)

note("pids", os.getpid())
note("profiles", profile)
"""

FAULTS = {
    "hangs before it has started": "time.sleep(600)",
    "hangs at work": "started(); time.sleep(600)",
    "ignores SIGTERM": "signal.signal(signal.SIGTERM, signal.SIG_IGN); started(); time.sleep(600)",
    "crashes": "started(); os.kill(os.getpid(), signal.SIGKILL)",
    "is killed with its PDF written": "started(); out.write_bytes(good); os.kill(os.getpid(), signal.SIGSEGV)",
    "says 0 without a file": "started()",
    "says 1 without a file": "started(); sys.exit(1)",
    "writes half a PDF": "started(); out.write_bytes(good[:len(good) // 2])",
    "writes no PDF at all": "started(); out.write_bytes(b'%PDF-1.7 h' + bytes(2000))",
    "writes a PDF of no pages": "started(); out.write_bytes((home / 'empty.pdf').read_bytes())",
    "writes an empty file": "started(); out.touch()",
    "makes a folder of the name": "started(); out.mkdir()",
    "floods its outputs": "started(); [os.write(n, b'x' * 65536) for _ in range(200) for n in (1, 2)]",
    "leaves a child behind": "started(); child()",
    "hangs with a child": "started(); child(); time.sleep(600)",
    "litters its folder": "started(); (out.parent / 'lu').mkdir(); (out.parent / 'lu' / 'x.tmp').write_bytes(good)",
}
GOOD = {
    "works": "started(); out.write_bytes(good)",
    "works, and floods its outputs": f"{FAULTS['floods its outputs']}; out.write_bytes(good)",
    "works, and leaves temporary files": (
        "started(); pathlib.Path(os.environ['TMPDIR'], 'lu1.tmp').mkdir(); out.write_bytes(good)"
    ),
    "works, and leaves a child behind": "started(); child(); out.write_bytes(good)",
}


class FakeOffice:
    """A program in a folder of its own; ``behave`` chooses what its next runs do."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.program = str(folder / "soffice")
        (folder / "good.pdf").write_bytes(blank_pdf(1))
        (folder / "empty.pdf").write_bytes(blank_pdf(0))

    def behave(self, how: str) -> None:
        script = Path(self.program)
        text = _PROGRAM.format(python=sys.executable, home=str(self._folder)) + {**FAULTS, **GOOD}[how]
        script.write_text(text + "\n", encoding="utf-8")
        script.chmod(0o755)

    @property
    def profiles(self) -> list[str]:
        """The profile of each run so far."""
        return (self._folder / "profiles").read_text().split()

    def alive(self) -> list[str]:
        """The processes of all runs, children included, that still run."""
        pids = (self._folder / "pids").read_text().split()
        done = subprocess.run(["ps", "-o", "pid=,stat=", "-p", ",".join(pids)], capture_output=True, text=True)
        return [line for line in done.stdout.splitlines() if not line.split()[1].startswith("Z")]


def blank_pdf(pages: int) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
