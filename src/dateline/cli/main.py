"""`dateline`: the commands, and how a run ends.

Exit status: 0 all went well; 1 something could not be read or coded; 2 the command line was wrong; 130 interrupted.
"""

import os
import sys

import click

from dateline.cli.lazy import LazyCommand, LazyGroup
from dateline.errors import DatelineError

COMMANDS = {
    "code": LazyCommand(
        "dateline.cli.code", "code_command", "Read reports and write down what happened, by whose word."
    ),
    "explain": LazyCommand(
        "dateline.cli.explain", "explain_command", "Tell why a text was coded as it was: trees, entries, rules."
    ),
    "show": LazyCommand("dateline.cli.show", "show_command", "Show coded documents from a file again."),
    "evaluate": LazyCommand("dateline.cli.evaluate", "evaluate_command", "Score coded documents against gold records."),
    "train": LazyCommand("dateline.cli.train", "train_command", "Train the language model (needs dateline[train])."),
}

INTERRUPTED = 130


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    from dateline.pipeline import version

    click.echo(f"dateline {version()}")
    ctx.exit()


@click.group(cls=LazyGroup, commands_by_name=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_print_version, help="Print the version."
)
def cli() -> None:
    """Reads reports and official statements and writes down who did what to whom, when, where, and according to whom.

    \b
    dateline code report.txt               cards in the terminal
    dateline code reports/ -o events.csv   a table, one row an event
    dateline code report.txt --html r.html a page with the text beside its records
    dateline explain report.txt            why each field is what it is
    """


def main() -> None:
    """The entry point: runs the command and turns what it raises into a message and an exit status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Runs the command line and gives its exit status."""
    try:
        status = cli.main(args=arguments, prog_name="dateline", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except DatelineError as error:
        click.echo(f"error: {error}", err=True)
        return 1
    except BrokenPipeError:
        # The reader (head, less) has gone. Python would complain once more when it flushes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status if isinstance(status, int) else 0


if __name__ == "__main__":
    main()
