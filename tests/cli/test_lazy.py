import sys

import click
import pytest
from click.testing import CliRunner

from dateline.cli.lazy import LazyCommand, LazyGroup

GROUP = LazyGroup(
    commands_by_name={
        "show": LazyCommand("dateline.cli.show", "show_command", "Render a coded file again."),
        "gone": LazyCommand("dateline.cli.no_such_file", "gone", "Stands in the table only."),
    }
)


def test_the_help_comes_from_the_table_and_loads_nothing() -> None:
    result = CliRunner().invoke(GROUP, ["--help"])
    assert result.exit_code == 0
    assert result.output.index("show") < result.output.index("gone")
    assert "Stands in the table only." in result.output
    assert "dateline.cli.no_such_file" not in sys.modules


def test_a_command_is_loaded_when_it_is_asked_for() -> None:
    context = click.Context(GROUP)
    assert isinstance(GROUP.get_command(context, "show"), click.Command)
    assert GROUP.get_command(context, "shows") is None
    with pytest.raises(ModuleNotFoundError):
        GROUP.get_command(context, "gone")


@pytest.mark.parametrize(("name", "words"), [("shwo", "did you mean 'show'?"), ("zzz", "there is no command 'zzz'")])
def test_an_unknown_command_names_the_nearest(name: str, words: str) -> None:
    result = CliRunner().invoke(GROUP, [name])
    assert result.exit_code == 2
    assert words in result.output
