import click
import pytest
from click.testing import CliRunner

from dateline.cli.code import code_command
from dateline.cli.explain import explain_command
from dateline.cli.inputs import input_options, model_options

NAMES = ["published", "publisher", "id_field", "text_field"]


def test_options_reach_the_command() -> None:
    @click.command()
    @input_options
    @model_options
    def show(**options: str | None) -> None:
        click.echo([options[name] for name in (*NAMES, "model", "device")])

    run = CliRunner().invoke(show, ["--published", "2024-05-15", "--id-field", "key", "--model", "m"])
    assert run.output == "['2024-05-15', None, 'key', None, 'm', 'cpu']\n"


@pytest.mark.parametrize("command", [code_command, explain_command])
def test_commands_that_read_texts_have_them_in_order(command: click.Command) -> None:
    assert [p.name for p in command.params if p.name in NAMES] == NAMES
