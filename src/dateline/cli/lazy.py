"""A command group that loads a command's file only when that command runs.

`dateline --help` must not wait for the model's libraries, so the lines of the help stand in the table below and not
in the files of the commands.
"""

from importlib import import_module
from typing import NamedTuple

import click


class LazyCommand(NamedTuple):
    """Where a command is defined, and its line in the help."""

    module: str
    attribute: str
    help: str


class LazyGroup(click.Group):
    """A group whose commands are rows of a table."""

    def __init__(self, *args: object, commands_by_name: dict[str, LazyCommand], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.commands_by_name = commands_by_name

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the table."""
        return list(self.commands_by_name)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, its file loaded now; None for a name that is none."""
        row = self.commands_by_name.get(cmd_name)
        if row is None:
            return None
        command = getattr(import_module(row.module), row.attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with the nearest command named for one that does not exist."""
        if args and args[0] not in self.commands_by_name and not args[0].startswith("-"):
            from dateline.errors import nearest

            ctx.fail(f"there is no command {args[0]!r}{nearest(args[0], list(self.commands_by_name))}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The lines of the help, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, row.help) for name, row in self.commands_by_name.items()])
