"""The fuzzer: ``python -m tests.hostile.fuzz --count 20000 --seed 1``.

Every case is made from its seed and number alone. Each runs in a worker process with a time limit and a memory
limit; a worker that hangs or dies is replaced and the case reported. A case is well when it converts, or is refused
with messages a clerk can read; ``--only N`` runs one case here, with its traceback.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
import traceback
import unicodedata
from collections import Counter
from datetime import datetime
from multiprocessing.connection import Connection, wait
from pathlib import Path
from random import Random

from generator.checking.fixing import fix
from generator.checking.remarks import comment_on
from generator.compose import compose
from generator.docx import Template
from generator.dossier import load_dossier
from generator.editing.comments import Comment, annotate
from generator.editing.errors import RefusedError
from generator.errors import ExitCode, Problem, UsageError, VanthuError
from generator.findings import Finding
from generator.layout import read
from generator.layout.workload import check_workload
from generator.opc import PackageError
from generator.pdf import convert
from generator.pdf.typst.source import write_source
from generator.resources import TEMPLATES, example_folders
from generator.service.checking.checked import CheckOptions, check_bytes
from generator.service.checking.terms import Terms
from tests.hostile import corpus
from tests.hostile.mutate import damage_docx, damage_yaml

SECONDS = 30.0
MEMORY = 4 * 1024**3
FULL = 20  # one case in so many is set by Typst as well
_LONGEST = 2_000  # characters of a message someone can still read
_MOST = 2_000  # problems of one file; a dossier names each of its lines


def run_case(seed: int, number: int, full: int = FULL) -> str:
    """``ok``, or ``refused`` with its exit code; raises for whatever a user should never see."""
    rng = Random(f"{seed}:{number}")
    kind = rng.random()
    try:
        if kind < 0.6:
            _document(rng, number % full == 0)
        elif kind < 0.8:
            _judged(rng)
        elif kind < 0.9:
            _dossier(rng)
        else:
            _template(rng)
    except VanthuError as error:
        _check_messages(error)
        return f"refused {ExitCode(error.exit_code).name}"
    return "ok"


def _document(rng: Random, to_pdf: bool) -> None:
    _, docx = rng.choice(corpus.documents()[: rng.choice((4, 20, 99))])
    damaged = damage_docx(docx, rng)
    if to_pdf:
        convert(damaged, bundled_fonts=True)
        return
    document = read(damaged)
    check_workload(document)
    write_source(document, bundled_only=True)


def _judged(rng: Random) -> None:
    """A damaged file is judged; its copies, with comments and put right, say what it says or are refused."""
    _, docx = rng.choice(corpus.documents()[: rng.choice((4, 20, 99))])
    damaged = damage_docx(docx, rng)
    file, options, moment = Path("a.docx"), CheckOptions(pages=False), datetime(2026, 1, 1)

    def judged(data: bytes) -> tuple[Finding, ...]:
        return check_bytes(file, data, options, Terms()).findings

    findings = judged(damaged)
    try:
        comments = [Comment(comment_on(one), one.spot) for one in findings]
        judged(annotate(damaged, comments, moment=moment))
        fix(damaged, findings, judged, tracked=rng.random() < 0.5, moment=moment)
    except (RefusedError, PackageError) as error:
        _check_messages(UsageError(Problem(file.name, error.what, error.fix)))


def _dossier(rng: Random) -> None:
    _, texts = rng.choice(corpus.dossiers())
    with tempfile.TemporaryDirectory() as folder:
        name = rng.choice(list(texts))
        for file, text in texts.items():
            path = Path(folder) / file
            path.parent.mkdir(parents=True, exist_ok=True)
            damaged = damage_yaml(text, rng) if file == name else text
            path.write_bytes(damaged.encode("utf-8", "surrogatepass"))
        dossier = load_dossier(Path(folder))
        for document in dossier.documents:
            compose(dossier, document)


def _template(rng: Random) -> None:
    file = rng.choice(sorted(TEMPLATES.glob("*.docx")))
    template = Template.compile(damage_docx(file.read_bytes(), rng), file.name)
    dossier = load_dossier(rng.choice(example_folders()))
    for document in dossier.documents:
        composed = compose(dossier, document)
        for part in (composed.main, *composed.attachments):
            if part.template == file.stem:
                template.render(part.context)


def _check_messages(error: VanthuError) -> None:
    """The promise of every refusal: something is said, of readable length, in characters a terminal prints."""
    if not error.problems or len(error.problems) > _MOST:
        raise AssertionError(f"{len(error.problems)} problems")
    for problem in error.problems:
        text = str(problem)
        if not problem.what.strip() or len(text) > _LONGEST:
            raise AssertionError(f"message of {len(text)} characters: {text[:200]}")
        if any(unicodedata.category(char) in ("Cc", "Cs") for char in text.replace("\n", " ")):
            raise AssertionError(f"control characters in {text[:200]!r}")


def _forbid_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"):
        raise AssertionError(f"{event} {arguments!r}")


def _work(pipe: Connection, seed: int, full: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.addaudithook(_forbid_network)
    sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115  # panics of Typst print before they arrive
    while True:
        number = pipe.recv()
        try:
            pipe.send((number, run_case(seed, number, full), ""))
        except BaseException as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            name = f"crash {type(error).__name__} {Path(where.filename).name}:{where.lineno}"
            pipe.send((number, name, str(error)[:300]))


class Worker:
    """A process that runs one case at a time."""

    def __init__(self, seed: int, full: int) -> None:
        # A fork of a process in which Typst has drawn has none of its threads, and waits for them for ever.
        fresh = multiprocessing.get_context("spawn")
        self.pipe, theirs = fresh.Pipe()
        self.process = fresh.Process(target=_work, args=(theirs, seed, full), daemon=True)
        self.process.start()
        theirs.close()
        self.number: int | None = None
        self.started = 0.0

    def give(self, number: int) -> None:
        """Start a case."""
        self.number, self.started = number, time.monotonic()
        self.pipe.send(number)

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()


def run(seed: int, numbers: range, *, jobs: int = 2, seconds: float = SECONDS, full: int = FULL) -> dict[int, str]:
    """The outcome of every case by number; details of what is not well are printed as they come."""
    outcomes: dict[int, str] = {}
    waiting = iter(numbers)
    workers = [Worker(seed, full) for _ in range(jobs)]
    busy: list[Worker] = []

    def next_case(worker: Worker) -> None:
        number = next(waiting, None)
        if number is None:
            worker.stop()
        else:
            worker.give(number)
            busy.append(worker)

    for worker in workers:
        next_case(worker)
    while busy:
        ready = wait([worker.pipe for worker in busy], timeout=0.5)
        for worker in list(busy):
            number, detail = worker.number, ""
            assert number is not None
            if worker.pipe in ready:
                try:
                    number, outcome, detail = worker.pipe.recv()
                except EOFError:
                    worker.process.join()
                    outcome = f"crash: worker died with {worker.process.exitcode}"
            elif time.monotonic() - worker.started > seconds:
                outcome = "hang"
            else:
                continue
            busy.remove(worker)
            outcomes[number] = outcome
            if outcome.startswith(("crash", "hang")):
                print(f"{seed}:{number} {outcome} {detail}", flush=True)
            if outcome == "hang" or "died" in outcome:
                worker.stop()
                worker = Worker(seed, full)
            next_case(worker)
    return outcomes


def main() -> int:
    """Run the cases asked for; the exit code says whether all were well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--full", type=int, default=FULL, help="set one case in so many with Typst")
    parser.add_argument("--only", type=int, help="run this one case here")
    given = parser.parse_args()
    if given.only is not None:
        print(run_case(given.seed, given.only, given.full))
        return 0
    numbers = range(given.start, given.start + given.count)
    began = time.monotonic()
    outcomes = run(given.seed, numbers, jobs=given.jobs, seconds=given.seconds, full=given.full)
    for outcome, count in Counter(outcomes.values()).most_common():
        print(f"{count:7} {outcome}")
    print(f"{len(outcomes)} cases in {time.monotonic() - began:.0f} s")
    return int(any(outcome.startswith(("crash", "hang")) for outcome in outcomes.values()))


if __name__ == "__main__":
    sys.exit(main())
