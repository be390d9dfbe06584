"""Content in finite clauses, where the tree is right and where it is not."""

import pytest

from dateline.claims.clauses import clause, interposed_subject, is_adding, wh_adverbial
from dateline.knowledge.cues import load_cues

PACK = load_cues()
SAY = next(c for c in PACK.classes if c.id == "say")


@pytest.mark.parametrize(
    ("text", "cue", "source", "expected"),
    [
        ("The navy denied that it had rammed the trawler.", "denied", "navy", ["it had rammed the trawler"]),
        ("Troops opened fire, the report said.", "said", "report", ["Troops opened fire"]),
        ("The port, said the operator, would stay shut.", "said", "operator", ["The port", "would stay shut"]),
        ("Five soldiers, police said, were killed.", "said", "police", ["Five soldiers", "were killed"]),
        (
            "The mayor said the toll would end, adding that nobody would be refunded.",
            "said",
            "mayor",
            ["the toll would end"],
        ),
        ("The minister made clear that the garrison would stay.", "made", "minister", ["the garrison would stay"]),
        (
            "The group said in a statement that it had fired the rockets.",
            "said",
            "group",
            ["it had fired the rockets"],
        ),
        ("The governor told residents to leave.", "told", "governor", None),
        ("Rebels shelled the town.", "shelled", "Rebels", None),
    ],
)
def test_clause(tree, words, text, cue, source, expected):
    made, at = tree(text)
    found = clause(made, text, at(cue), PACK, at(source), SAY)
    assert (None if found is None else words(text, found.spans)) == expected


def test_interposed_subject(tree):
    made, at = tree("The port, said the operator, would stay shut.")
    assert interposed_subject(made, at("said")) == at("operator")
    made, at = tree("The minister, who said the damage was severe, resigned.")
    assert interposed_subject(made, at("said")) is None


def test_adding(tree):
    made, at = tree("The mayor said the toll would end, adding that nobody would be refunded.")
    assert is_adding(made, at("adding"))
    assert not is_adding(made, at("said"))


def test_no_question_no_adverbial(tree):
    text = "If the envoy says that the talks failed, the truce ends."
    made, at = tree(text)
    assert wh_adverbial(made, text, at("ends")) is None
