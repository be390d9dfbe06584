"""`dateline train`: makes the language model from treebanks."""

from pathlib import Path

import click


@click.command("train")
@click.option(
    "--data",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with the sets that the tasks of the recipe need (a missing file is named).",
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for checkpoints, the log and the exported model (OUT/model).",
)
@click.option(
    "--recipe",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="TOML file; without it the recipe of the shipped model.",
)
@click.option("--resume", is_flag=True, help="Go on from the last checkpoint in OUT.")
@click.option("--export-only", is_flag=True, help="Only export the last checkpoint in OUT.")
def train_command(data: Path, out: Path, recipe: Path | None, resume: bool, export_only: bool) -> None:
    """Trains the language model and exports it as ONNX int8.

    Needs the extra: pip install 'dateline[train]'. A run takes the minutes that the stages of its recipe say, however
    fast the machine is. OUT/log.jsonl has a line every half minute, ready to plot.
    """
    from dateline.errors import DatelineError, TrainingError

    try:
        try:
            from dateline.train.export import export
            from dateline.train.recipe import read_recipe
            from dateline.train.run import train
        except ImportError as error:
            raise TrainingError(f"training needs the extra: pip install 'dateline[train]' ({error})") from error
        if not export_only:
            train(data, out, read_recipe(recipe), resume=resume)
        click.echo(export(out, out / "model"), err=True)
    except DatelineError as error:
        raise click.ClickException(str(error)) from error
