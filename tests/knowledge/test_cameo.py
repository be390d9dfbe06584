import pytest

from dateline.knowledge.cameo import load_refinements
from dateline.knowledge.ontology import load_ontology

REFINEMENTS = load_refinements()


@pytest.mark.parametrize(
    ("event", "intent", "code"),
    [
        ("AGREE", "0356", "0356"),
        ("REQUEST", "0331", "1031"),
        ("REQUEST", "036", "106"),
        ("REQUEST", "0343", "1043"),
        ("REQUEST", "039", "107"),
        ("REJECT", "0312", "1212"),
        ("REJECT", "0353", "1243"),
        ("THREATEN", "1312", "1312"),
        ("REQUEST", "138", None),  # an attack that is called for has no code of its own
        ("THREATEN", "033", None),
        ("ASSAULT", "033", None),
    ],
)
def test_of_content(event, intent, code):
    assert REFINEMENTS.of_content(event, intent) == code


@pytest.mark.parametrize(
    ("code", "anchor", "words", "finer"),
    [
        ("030", "pledge", {"aid", "economic"}, "0331"),
        ("030", "pledge", {"visit"}, "030"),
        ("112", "accuse", {"crime"}, "1121"),
        ("112", "accuse", {"crime", "war", "war crime"}, "1124"),
        ("120", "veto", set(), "129"),
        ("172", "blockade", set(), "191"),
        ("195", "blockade", {"aid"}, "195"),
        ("103", "demand", {"food"}, "1033"),
        ("103", "appeal", {"food"}, "0233"),
        ("106", "urge", set(), "026"),
        ("1014", "ask", set(), "0214"),
        ("101", "ask", set(), "021"),
    ],
)
def test_refine(code, anchor, words, finer):
    assert REFINEMENTS.refine(code, anchor=anchor, words=frozenset(words)) == finer


def test_a_finer_code_stays_in_its_type_or_on_its_side():
    ontology = load_ontology()
    for rule in REFINEMENTS.rules:
        for code, finer in rule.codes.items():
            sides = {ontology.quad(ontology.cameo[c].event).split()[1] for c in (code, finer)}
            assert len(sides) == 1, (code, finer)
