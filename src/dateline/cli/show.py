"""`dateline show`: a file of coded documents, shown again."""

from contextlib import ExitStack
from pathlib import Path

import click

from dateline.cli.outputs import Writer, card_writer, file_writer, page_writer, refuse_overwriting_inputs


@click.command("show")
@click.argument("file", metavar="FILE.jsonl")
@click.option("--why", is_flag=True, help="Show the reason for every field, and for sentences without an event.")
@click.option("--html", "page", type=click.Path(path_type=Path), metavar="FILE", help="Write one page for a browser.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write FILE.jsonl or FILE.csv.")
def show_command(*, file: str, why: bool, page: Path | None, output: Path | None) -> None:
    """Shows coded documents ("-": from standard input) as cards, or writes them as a page or a table."""
    from dateline.errors import InputError, nearest
    from dateline.export.jsonl import read_coded

    refuse_overwriting_inputs([path for path in (output, page) if path], (file,))
    path = Path(file)
    if file != "-" and not path.is_file():
        folder = path.parent if path.parent.is_dir() else Path()
        close = nearest(path.name, [other.name for other in folder.iterdir()])
        raise InputError(f"there is no such file{close}", where=file)
    with ExitStack() as stack:
        stream = stack.enter_context(click.open_file(file, "rb"))
        writers: list[Writer] = []
        if output:
            writers.append(stack.enter_context(file_writer(output)))
        if page:
            writers.append(stack.enter_context(page_writer(page)))
        writers = writers or [card_writer(why=why)]
        shown = 0
        for document in read_coded(stream, where=file):
            shown += 1
            for write in writers:
                write(document)
        if not shown:
            raise InputError("the file holds no coded document", where=file)
