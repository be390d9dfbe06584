"""`dateline code`: reports in, records out."""

from contextlib import ExitStack
from pathlib import Path

import click

from dateline.cli.inputs import input_options, model_options
from dateline.cli.outputs import (
    Writer,
    card_writer,
    complain,
    file_writer,
    json_writer,
    page_writer,
    refuse_overwriting_inputs,
)
from dateline.cli.progress import progress


@click.command("code")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@input_options
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a document, one a line.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write FILE.jsonl or FILE.csv.")
@click.option("--html", "page", type=click.Path(path_type=Path), metavar="FILE", help="Write one page for a browser.")
@click.option("--why", is_flag=True, help="Show the reason for every field, and for sentences without an event.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes to share the work.")
@model_options
@click.pass_context
def code_command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    *,
    published: str | None,
    publisher: str | None,
    id_field: str | None,
    text_field: str | None,
    as_json: bool,
    output: Path | None,
    page: Path | None,
    why: bool,
    workers: int,
    model: str | None,
    device: str,
) -> int:
    """Reads INPUT (files, folders, globs, "-" for standard input) and codes it.

    Text, Markdown, HTML, JSON Lines, JSON, CSV and TSV are understood. Without --json, -o or --html the records are
    shown as cards. What cannot be read is reported, the rest goes on, and the exit status is 1.
    """
    from dateline.language import choose_model
    from dateline.pipeline import code_all
    from dateline.reading import read
    from dateline.records.document import CodedDocument
    from dateline.settings import Settings

    refuse_overwriting_inputs([path for path in (output, page) if path], inputs)
    settings = Settings(model=model, device=device)
    if settings != Settings():
        # A model that cannot be had is told before an output file is begun.
        choose_model(model, device=device)
    documents = read(inputs, published=published, publisher=publisher, id_field=id_field, text_field=text_field)
    coded = failed = 0
    with ExitStack() as stack:
        writers: list[Writer] = [json_writer()] if as_json else []
        if output:
            writers.append(stack.enter_context(file_writer(output)))
        if page:
            writers.append(stack.enter_context(page_writer(page)))
        advance = stack.enter_context(progress(wanted=bool(output or page)))
        if not writers:
            writers = [card_writer(why=why)]
        for result in code_all(documents, workers=workers, settings=settings):
            if isinstance(result, CodedDocument):
                coded += 1
                for write in writers:
                    write(result)
                advance(len(result.text.split()))
            else:
                failed += 1
                complain(result)
    if failed or output or page:
        click.echo(_summary(coded, failed), err=True)
    ctx.exit(1 if failed else 0)


def _summary(coded: int, failed: int) -> str:
    done = f"{coded} document{'' if coded == 1 else 's'} coded"
    return f"{done}, {failed} error{'' if failed == 1 else 's'}" if failed else done
