"""Options that say how inputs are read, alike for all commands that read texts."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--published", metavar="DATE", help="Date of publication of all inputs, such as 2021-02-25."),
    click.option("--publisher", metavar="NAME", help="Publisher of all inputs."),
    click.option("--id-field", metavar="FIELD", help="Field of a table that holds the id (else: id)."),
    click.option("--text-field", metavar="FIELD", help="Field of a table that holds the text (else: text)."),
)


def input_options(command: Command) -> Command:
    """The command with `--published`, `--publisher`, `--id-field` and `--text-field`, in this order."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


model_option = click.option("--model", metavar="FOLDER", help="Another language model than the one in the package.")
