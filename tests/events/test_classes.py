import pytest

from dateline.events.classes import classes_of
from dateline.language.trees import read_trees

PLACE = {"kind": "place"}

CASES = [
    ("soldiers soldier NOUN 0 root", {}, {"HUMAN", "AGENT"}, {"PLACE", "THING"}),
    ("Marhit _ PROPN 0 root", {"Marhit": PLACE}, {"PLACE"}, {"AGENT"}),
    (
        "Norway _ PROPN 0 root",
        {"Norway": {"kind": "country", "country": "NOR"}},
        {"COUNTRY", "PLACE", "AGENT"},
        {"GROUP"},
    ),
    ("Brigade _ PROPN 0 root", {"Brigade": {"kind": "armed_group"}}, {"GROUP", "FORCE", "AGENT"}, {"HUMAN"}),
    ("Acme _ PROPN 0 root", {"Acme": {"kind": "organization", "sector": "BUS"}}, {"GROUP", "COMPANY"}, {"FORCE"}),
    ("they they PRON 0 root", {}, {"HUMAN", "AGENT"}, {"GROUP"}),
    ("knife _ NOUN 0 root", {}, {"WEAPON"}, {"AGENT"}),
    ("defector _ NOUN 0 root _ person", {"defector": {"kind": "other"}}, {"HUMAN", "AGENT"}, {"THING"}),
    ("Zorbax _ PROPN 0 root", {}, {"GROUP", "AGENT"}, {"THING"}),
    ("zorbax _ NOUN 0 root", {}, {"THING"}, {"AGENT"}),
    ("zorbax _ NOUN 0 root _ place", {}, {"PLACE"}, {"AGENT"}),
]


@pytest.mark.parametrize(
    ("line", "entities", "are", "are_not"), CASES, ids=[c[0].split(" ")[0] + str(n) for n, c in enumerate(CASES)]
)
def test_classes_of_a_word(by_hand, line, entities, are, are_not):
    analysis = read_trees(line)
    found = classes_of(analysis, by_hand(analysis, **entities), 0, 0)
    assert are <= found
    assert not are_not & found
