"""``vanthu demo``: every example dossier made into its documents."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(options_metavar="[TÙY CHỌN]", help="Tạo văn bản của mọi hồ sơ ví dụ, mỗi hồ sơ một thư mục.")
@click.option("-o", "--output", metavar="THƯ_MỤC", default=Path("output"), show_default=True,
              type=click.Path(path_type=Path, file_okay=False), help="Nơi ghi kết quả.")  # fmt: skip
def command(output: Path) -> None:
    """Make the documents of all examples, with a progress bar, and print the table of results."""
    from rich.progress import track

    from generator.cli.report import print_kept, print_results
    from generator.service import RenderedDocument, example_folders, issue, open_dossier, review, write_files

    results: list[tuple[str, RenderedDocument]] = []
    for folder in track(example_folders(), description="Đang tạo văn bản"):
        documents = issue(review(open_dossier(folder)))
        print_kept(write_files(documents, output / folder.name))
        results += [(f"{folder.name}/{document.name}", document) for document in documents]
    print_results(results, output)
