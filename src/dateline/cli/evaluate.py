"""`dateline evaluate`: coded documents against gold."""

from pathlib import Path

import click

from dateline.evaluate.gold import GoldDocument, read_gold, read_structs
from dateline.records import CodedDocument, Document


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("predicted", type=click.Path(path_type=Path), required=False)
@click.option("--show", is_flag=True, help="List every field that came out wrong, every miss and every extra event.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
def evaluate_command(gold: Path, predicted: Path | None, *, show: bool, as_json: bool) -> None:
    """Score coded documents against GOLD (records coded by hand, JSON or JSON Lines).

    PREDICTED is what `dateline code -o FILE.jsonl` wrote. Without it, the texts of GOLD are coded now.
    """
    import msgspec

    from dateline.evaluate.records import score_all
    from dateline.evaluate.report import as_figures, as_lines, miss_line

    wanted = read_gold(gold)
    coded = read_structs(predicted, CodedDocument) if predicted else code_gold(wanted)
    scores = score_all(wanted, coded)
    lost = [miss for miss in scores.misses if miss.what == "document"]
    for miss in scores.misses if show else lost:
        # With --json, standard output holds the object and nothing else.
        click.echo(miss_line(miss), err=as_json)
    if as_json:
        click.echo(msgspec.json.encode(as_figures(scores)).decode())
        return
    for line in as_lines(scores):
        click.echo(line)


def code_gold(gold: list[GoldDocument]) -> list[CodedDocument]:
    """The texts of gold, coded with their dates of publication."""
    from dateline.pipeline import code_document

    return [code_document(as_document(document)) for document in gold]


def as_document(gold: GoldDocument) -> Document:
    """A gold text as it would have been read from a table with `id`, `text` and `published`."""
    return Document(
        id=gold.id,
        text=gold.text,
        published=gold.date,
        published_from="metadata" if gold.date else None,
    )
