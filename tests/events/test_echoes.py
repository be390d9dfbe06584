from typing import get_args

import pytest

from dateline.events.echoes import find_echoes, load_echoes
from dateline.language.trees import read_trees
from dateline.records.event import EventType

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"


def tail(determiner):
    return f"{determiner} DET 2 det\noperation _ NOUN 3 nsubj\nended end VERB 0 root {FIN}"


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (tail("This this"), True),
        (tail("The the"), True),
        (tail("Such such"), True),
        (tail("An a"), False),
        (tail("Every every"), False),
        (f"Operations operation NOUN 2 nsubj\nended end VERB 0 root {FIN}", False),
        # its own complement says which one is meant
        (
            f"The the DET 2 det\noperation _ NOUN 5 nsubj\nof _ ADP 4 case\nports port NOUN 2 nmod\nended end VERB 0 root {FIN}",
            False,
        ),
        (f"The the DET 3 det\noperation _ NOUN 3 compound\nroom _ NOUN 4 nsubj\nburned burn VERB 0 root {FIN}", False),
    ],
)
def test_only_a_pointed_noun_echoes(by_hand, table, found):
    analysis = read_trees(table)
    echoes = find_echoes(analysis, by_hand(analysis), 0, frozenset())
    assert [e.echo for e in echoes] == ([load_echoes()["operation"]] if found else [])


def test_a_word_that_names_an_event_itself_is_no_echo(by_hand):
    analysis = read_trees(tail("This this"))
    assert find_echoes(analysis, by_hand(analysis), 0, frozenset({1})) == ()


def test_whose_operation_it_was(by_hand):
    analysis = read_trees(
        f"The the DET 2 det\noperation _ NOUN 6 nsubj\nby _ ADP 5 case\nthe the DET 5 det\nnavy _ NOUN 2 nmod\nended end VERB 0 root {FIN}"
    )
    (echo,) = find_echoes(analysis, by_hand(analysis), 0, frozenset())
    assert echo.keys("actor") == ((0, 4),)


def test_the_pack_names_types_that_exist():
    assert {t for types in load_echoes().values() for t in types} <= set(get_args(EventType))
