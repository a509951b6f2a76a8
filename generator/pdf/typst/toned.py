"""Pictures in the colours of printing (CMYK), which PDF/A takes in one document with screens' only by a profile."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.picture_limits import size
from generator.pdf.running.job import Job, Typst
from generator.pdf.typst.literals import string

CMYK = "missing a CMYK profile"
"""Words of Typst's message for a document that holds such pictures."""


def toned(job: Job, typst: Typst) -> Job:
    """The job with its JPEG pictures drawn pixel by pixel in the colours of screens (RGB), as PNG."""
    sizes = {name: size(job.files[name]) for name in job.pictures if job.files[name].startswith(b"\xff\xd8")}
    pages = "".join(
        f"#page(width: {width}pt, height: {height}pt, image({string('/' + name)}, width: 100%, height: 100%))\n"
        for name, (width, height) in sizes.items()
    )
    held = {name: job.files[name] for name in sizes}
    asked = Job(f"#set page(margin: 0pt, fill: none)\n{pages}", job.moment, (), "png", files=held, dpi=72.0)
    text, files = job.text, {name: data for name, data in job.files.items() if name not in sizes}
    for name, drawn in zip(sizes, typst.run(replace(asked, pictures=tuple(held))), strict=True):
        text = text.replace(name, name + ".png")
        files[name + ".png"] = drawn
    return replace(job, text=text, files=files, pictures=tuple(n + ".png" if n in sizes else n for n in job.pictures))
