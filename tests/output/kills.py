"""``vanthu render`` killed while it writes, and two at once: ``python -m tests.output.kills --count 300 --pairs 200``.

Half of the kills come at a chosen system call of the write, from its first to its last, the others at any moment after
its first trace in the folder. What must hold after each is said in ``judge``.
"""

from __future__ import annotations

import argparse
import os
import pickle
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import generator.cli.render
import generator.cli.report
import generator.output
import generator.render
from generator.cli import main
from generator.dossier import load_dossier
from generator.output import mend
from generator.pdf import PdfResult, convert
from generator.resources import DATA
from tests.output.harness import HIDDEN, Calls, Child, Tree, lay_out, tree
from tests.rendering import render_dossier

DOSSIER = "khe-tre-2027"
KEPT = "quyet-dinh.sua-tay-1.docx"


def render(dossier: Path, folder: Path, barrier: tuple[int, int] | None = None) -> None:
    """The command as typed; with a barrier, it says when it is about to write and waits for the word."""
    write = generator.output.write_set

    def waiting(*args: object, **options: object) -> object:
        if barrier:
            os.write(barrier[0], b".")
            os.read(barrier[1], 1)
        return write(*args, **options)  # type: ignore[arg-type]

    generator.output.write_set = waiting  # type: ignore[assignment]
    sys.argv = ["vanthu", "render", str(dossier), "-o", str(folder)]
    main()


def _converted(dossier: Path) -> dict[bytes, PdfResult]:
    """The PDF of each document of the dossier, by its DOCX."""
    made = render_dossier(load_dossier(dossier), formats=["docx"])
    return {document.docx: convert(document.docx) for document in made}


def _known(docx: bytes, **_: object) -> PdfResult:
    return _PDFS[docx]


# Each PDF is drawn once, in a child: what is killed here is the writing, and threads of Typst would not outlive a fork.
_PDFS: dict[bytes, PdfResult] = {}
generator.render.convert = _known  # type: ignore[attr-defined]


class Scene:
    """Two dossiers that differ, a folder for what they make, and what each makes of it alone."""

    def __init__(self, place: Path) -> None:
        self.folder = place / "ra"
        self.folder.mkdir()
        self.dossiers, self.sets = [], []
        for number in range(2):
            dossier = Path(shutil.copytree(DATA / DOSSIER, place / f"ho-so-{number}"))
            for file in (dossier / "van-ban").glob("*.yaml"):
                said = file.read_text(encoding="utf-8")
                file.write_text(said.replace("chất lượng", "chất lượng" if number else "công việc"), encoding="utf-8")
            self.dossiers.append(dossier)
            self.sets.append(self._made(dossier))
        assert self.sets[0].keys() == self.sets[1].keys()
        assert all(self.sets[0][name] != self.sets[1][name] for name in self.sets[0])

    def _made(self, dossier: Path) -> Tree:
        lay_out(self.folder, {})
        kept = self.folder.parent / "pdf"
        code, _ = Child(lambda: kept.write_bytes(pickle.dumps(_converted(dossier)))).wait()
        assert code == 0, f"conversion ended with {code}"
        _PDFS.update(pickle.loads(kept.read_bytes()))
        list(render_dossier(load_dossier(dossier)))  # its templates are compiled now, once for all children
        code, _ = Child(lambda: render(dossier, self.folder)).wait()
        assert code == 0, f"render ended with {code}"
        return tree(self.folder)

    def before(self, chance: random.Random) -> tuple[Tree, Tree]:
        """What is in the folder, and what a render of the second dossier makes of it: at times one file is edited."""
        old, new = dict(self.sets[0]), dict(self.sets[1])
        if chance.random() < 0.3:
            new[KEPT] = old["quyet-dinh.docx"] = edited(old["quyet-dinh.docx"])
        if chance.random() < 0.3:
            old = {}
            new.pop(KEPT, None)
        return old, new


def edited(data: bytes) -> bytes:
    """The DOCX as if someone had put a part into it."""
    import io
    import zipfile

    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("word/ghi-chu.xml", "<a/>")
    return buffer.getvalue()


def judge(folder: Path, old: Tree, new: Tree, chance: random.Random) -> str:
    """What became of the folder after a kill; an AssertionError when it is neither set, or holds more than a set."""
    at_once = tree(folder)
    for name, data in at_once.items():
        if not name.startswith(HIDDEN):
            assert data in (old.get(name), new.get(name)), f"{name} is neither old nor new"
    clean = at_once in (old, new)
    code, count = Child(lambda: mend(folder), Calls(folder, None)).wait() if chance.random() < 0.5 else (0, 0)
    assert code == 0
    if not count:
        mend(folder)
    after = tree(folder)
    assert after in (old, new), f"a mixture: {sorted(after)}"
    return f"{'new' if after == new else 'old'} set {'at once' if clean else 'after the next command'}"


def kill_one(scene: Scene, number: int, count: int, steps: int, chance: random.Random) -> str:
    """Kill one render while it writes: at a call of its own, or from outside at some moment."""
    old, new = scene.before(chance)
    lay_out(scene.folder, old)
    if number % 2:
        last = (number // 2) * steps // max(count // 2, 1) + chance.randrange(2)
        Child(lambda: render(scene.dossiers[1], scene.folder), Calls(scene.folder, last)).wait()
    else:
        child = Child(lambda: render(scene.dossiers[1], scene.folder))
        until = time.monotonic() + 60
        while time.monotonic() < until and not any(item.name.startswith(HIDDEN) for item in os.scandir(scene.folder)):
            pass
        time.sleep(chance.random() ** 2 * 0.04)
        child.kill()
        child.wait()
    return judge(scene.folder, old, new, chance)


def two_at_once(scene: Scene, number: int, steps: int, chance: random.Random) -> str:
    """Two renders released together; at times one of them is killed on its way."""
    lay_out(scene.folder, scene.sets[chance.randrange(2)] if chance.random() < 0.7 else {})
    killed = number % 4 == 3
    (ready, say), (hear, release) = os.pipe(), os.pipe()
    calls = Calls(scene.folder, chance.randrange(steps)) if killed else None
    children = [
        Child(lambda: render(scene.dossiers[0], scene.folder, (say, hear))),
        Child(lambda: render(scene.dossiers[1], scene.folder, (say, hear)), calls),
    ]
    for _ in children:
        os.read(ready, 1)
    os.write(release, b"..")
    codes = [child.wait()[0] for child in children]
    for end in (ready, say, hear, release):
        os.close(end)
    assert codes[0] == 0, f"the one left alone ended with {codes[0]}"
    assert killed or codes[1] == 0, f"the second ended with {codes[1]}"
    mend(scene.folder)
    after = tree(scene.folder)
    assert after in scene.sets, f"a mixture: {sorted(after)}"
    whose = "second" if after == scene.sets[1] else "first"
    return f"{'one killed' if codes[1] else 'both done'}: the {whose} one's set"


def run(kills: int, pairs: int, seed: int) -> Counter[str]:
    """How often each outcome came; an AssertionError at the first that must not be, the folder left as it is."""
    chance = random.Random(seed)
    outcomes: Counter[str] = Counter()
    place = Path(tempfile.mkdtemp(prefix="vanthu-kills-"))
    scene = Scene(place)
    lay_out(scene.folder, scene.sets[0])
    _, steps = Child(lambda: render(scene.dossiers[1], scene.folder), Calls(scene.folder, None)).wait()
    assert steps > 30, steps
    for number in range(kills):
        outcomes[f"killed: {kill_one(scene, number, kills, steps, chance)}"] += 1
    for number in range(pairs):
        outcomes[f"two at once, {two_at_once(scene, number, steps, chance)}"] += 1
    shutil.rmtree(place)
    return outcomes


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for outcome, times in sorted(run(given.count, given.pairs, given.seed).items()):
        print(f"{times:5}  {outcome}")
