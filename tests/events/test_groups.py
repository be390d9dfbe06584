from typing import get_args

from dateline.events.groups import HAPPENED, SPEECH, SPOKEN
from dateline.knowledge.ontology import load_ontology
from dateline.records.event import Status


def test_the_names_are_those_of_the_records() -> None:
    assert set(get_args(Status)) > HAPPENED
    assert set(load_ontology().types) > SPOKEN


def test_what_is_said_is_verbal() -> None:
    assert {load_ontology().types[name].quad.split()[0] for name in SPEECH} == {"verbal"}
