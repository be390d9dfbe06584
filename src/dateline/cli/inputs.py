"""Options that say how inputs are read, alike for all commands that read texts."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--published", metavar="DATE", help="Date of publication of all inputs, such as 2021-02-25."),
    click.option("--publisher", metavar="NAME", help="Publisher of all inputs."),
    click.option("--id-field", metavar="FIELD", help="Field of a table that holds the id (else: id)."),
    click.option("--text-field", metavar="FIELD", help="Field of a table that holds the text (else: text)."),
)


_MODEL = (
    click.option("--model", metavar="MODEL", help="A model folder, or spacy:NAME (else: the model in the package)."),
    click.option(
        "--device", type=click.Choice(["cpu", "cuda"]), default="cpu", show_default=True, help="Where the model runs."
    ),
)


def input_options(command: Command) -> Command:
    """The command with `--published`, `--publisher`, `--id-field` and `--text-field`, in this order."""
    return _with(_OPTIONS, command)


def model_options(command: Command) -> Command:
    """The command with `--model` and `--device`."""
    return _with(_MODEL, command)


def _with(options: Sequence[Callable[[Command], Command]], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
