"""`dateline explain`: why a text was coded as it was."""

from typing import TYPE_CHECKING

import click

from dateline.cli.inputs import input_options, model_options
from dateline.cli.outputs import complain

if TYPE_CHECKING:
    from dateline.export.explaining import Explanation
    from dateline.pipeline import Traced
    from dateline.records.document import Document


@click.command("explain")
@click.argument("file", metavar="FILE")
@click.option("--sentence", type=click.IntRange(1), metavar="N", help="Only this sentence, counted from 1.")
@click.option("--event", metavar="ID", help="Only this event, such as e3, and the sentences it stands in.")
@click.option("--claim", metavar="ID", help="Only this claim, such as c2, and the sentences it stands in.")
@click.option("--document", metavar="ID", help="Only this document of a file that holds several.")
@input_options
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a document, one a line.")
@model_options
@click.pass_context
def explain_command(
    ctx: click.Context,
    file: str,
    *,
    sentence: int | None,
    event: str | None,
    claim: str | None,
    document: str | None,
    published: str | None,
    publisher: str | None,
    id_field: str | None,
    text_field: str | None,
    as_json: bool,
    model: str | None,
    device: str,
) -> int:
    """Codes FILE ("-": standard input) and tells why: the tree of each sentence, the lexicon entries that were tried
    for its words, what decided each field of each record, and why a sentence gave nothing.
    """
    from dateline.errors import SettingError
    from dateline.pipeline import trace_document
    from dateline.reading import read
    from dateline.reading.read_error import ReadError
    from dateline.settings import Settings

    chosen = [name for name, value in (("sentence", sentence), ("event", event), ("claim", claim)) if value is not None]
    if len(chosen) > 1:
        raise click.UsageError(f"--{chosen[0]} and --{chosen[1]} cannot be used together")
    failed = False
    documents: list[Document] = []
    for read_ in read(file, published=published, publisher=publisher, id_field=id_field, text_field=text_field):
        if isinstance(read_, ReadError):
            failed = True
            complain(read_)
        else:
            documents.append(read_)
    if document is not None:
        documents = [_document(documents, document)]
    if chosen and len(documents) > 1:
        ids = ", ".join(d.id for d in documents[:5])
        raise SettingError(
            f"{file} holds {len(documents)} documents ({ids}{' ...' if len(documents) > 5 else ''}): "
            f"choose one with --document ID to use --{chosen[0]}"
        )
    for one in documents:
        traced = trace_document(one, settings=Settings(model=model, device=device))
        _print(_explain(traced, sentence, event, claim), as_json=as_json)
    ctx.exit(1 if failed else 0)


def _document(documents: list["Document"], wanted: str) -> "Document":
    found = next((d for d in documents if d.id == wanted), None)
    if found is None:
        raise _unknown("document", wanted, [d.id for d in documents])
    return found


def _explain(traced: "Traced", sentence: int | None, event: str | None, claim: str | None) -> "Explanation":
    from dateline.errors import SettingError
    from dateline.export.explaining import explain

    coded = traced.coded
    count = len(coded.sentences)
    if sentence is not None and sentence > count:
        raise SettingError(f"there is no sentence {sentence}: the text has {count} sentence{'' if count == 1 else 's'}")
    for kind, wanted, records in (("event", event, coded.events), ("claim", claim, coded.claims)):
        ids = [record.id for record in records]
        if wanted is not None and wanted not in ids:
            raise _unknown(kind, wanted, ids)
    return explain(coded, traced.analysis, traced.resolution, sentence=sentence, event=event, claim=claim)


def _unknown(kind: str, wanted: str, ids: list[str]) -> Exception:
    from dateline.errors import SettingError, nearest

    if not ids:
        return SettingError(f"there is no {kind} {wanted!r}: the text has no {kind}s")
    there = f"{ids[0]} to {ids[-1]}" if len(ids) > 3 else " and ".join(ids)
    hint = nearest(wanted, ids)
    return SettingError(f"there is no {kind} {wanted!r}{hint}; there {'is' if len(ids) == 1 else 'are'} {there}")


def _print(explanation: "Explanation", *, as_json: bool) -> None:
    if as_json:
        import sys

        import msgspec

        sys.stdout.buffer.write(msgspec.json.encode(explanation) + b"\n")
        sys.stdout.buffer.flush()
        return
    from rich.console import Console

    from dateline.export.explained import show_explanation

    show_explanation(explanation, Console(highlight=False))
