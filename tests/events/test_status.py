import pytest
from msgspec.structs import replace

from dateline.events.status import compose, status_of
from dateline.language.analysis import Marks
from dateline.language.trees import read_tree

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
INF = "VerbForm=Inf"
PART = "Tense=Past|VerbForm=Part"

CASES = {
    "past": (f"Rebels rebel NOUN 2 nsubj\nattacked attack VERB 0 root {FIN}", "attacked", "actual"),
    "negation": (
        f"Rebels rebel NOUN 4 nsubj\ndid do AUX 4 aux\nnot _ PART 4 advmod\nattack _ VERB 0 root {INF}",
        "attack",
        "negated",
    ),
    "will": (f"Rebels rebel NOUN 3 nsubj\nwill _ AUX 3 aux\nattack _ VERB 0 root {INF}", "attack", "future"),
    "may": (f"Rebels rebel NOUN 3 nsubj\nmay _ AUX 3 aux\nattack _ VERB 0 root {INF}", "attack", "hypothetical"),
    "will not": (
        f"Rebels rebel NOUN 4 nsubj\nwill _ AUX 4 aux\nnot _ PART 4 advmod\nattack _ VERB 0 root {INF}",
        "attack",
        "negated",
    ),
    "plan": (
        f"Rebels rebel NOUN 2 nsubj\nplan plan VERB 0 root\nto _ PART 4 mark\nattack _ VERB 2 xcomp {INF}",
        "attack",
        "future",
    ),
    "no plan": (
        f"Rebels rebel NOUN 4 nsubj\ndo _ AUX 4 aux\nnot _ PART 4 advmod\nplan plan VERB 0 root\nto _ PART 6 mark\nattack _ VERB 4 xcomp {INF}",
        "attack",
        "negated",
    ),
    "fail": (
        f"Rebels rebel NOUN 2 nsubj\nfailed fail VERB 0 root {FIN}\nto _ PART 4 mark\ncapture _ VERB 2 xcomp {INF}",
        "capture",
        "negated",
    ),
    "begin": (
        f"Rebels rebel NOUN 2 nsubj\nbegan begin VERB 0 root {FIN}\nto _ PART 4 mark\nwithdraw _ VERB 2 xcomp {INF}",
        "withdraw",
        "ongoing",
    ),
    "may begin": (
        f"Rebels rebel NOUN 3 nsubj\nmay _ AUX 3 aux\nbegin begin VERB 0 root {INF}\nto _ PART 5 mark\nwithdraw _ VERB 3 xcomp {INF}",
        "withdraw",
        "hypothetical",
    ),
    "averted": (
        f"A a DET 2 det\nstrike _ NOUN 4 nsubj:pass\nwas be AUX 4 aux:pass\naverted avert VERB 0 root {PART}",
        "strike",
        "negated",
    ),
    "ruled out": (
        f"He he PRON 2 nsubj\nruled rule VERB 0 root {FIN}\nout _ ADP 2 compound:prt\nan a DET 5 det\ninvasion _ NOUN 2 obj",
        "invasion",
        "negated",
    ),
    "not ruled out": (
        "He he PRON 4 nsubj\ndid do AUX 4 aux\nnot _ PART 4 advmod\nrule rule VERB 0 root VerbForm=Inf\nout _ ADP 4 compound:prt\nan a DET 7 det\ninvasion _ NOUN 4 obj",
        "invasion",
        "hypothetical",
    ),
    "continued": (f"Shelling shelling NOUN 2 nsubj\ncontinued continue VERB 0 root {FIN}", "Shelling", "ongoing"),
    "planned": ("the the DET 3 det\nplanned planned ADJ 3 amod\nwithdrawal _ NOUN 0 root", "withdrawal", "future"),
    "threat of": (
        "the the DET 2 det\nthreat _ NOUN 0 root\nof _ ADP 4 case\nattack _ NOUN 2 nmod",
        "attack",
        "hypothetical",
    ),
    "condition": (
        "if _ SCONJ 3 mark\nrebels rebel NOUN 3 nsubj\nattack _ VERB 4 advcl\nfight _ VERB 0 root",
        "attack",
        "hypothetical",
    ),
    "present progressive": (
        "Forces force NOUN 3 nsubj\nare be AUX 3 aux Mood=Ind|Tense=Pres|VerbForm=Fin\nadvising advise VERB 0 root Tense=Pres|VerbForm=Part",
        "advising",
        "ongoing",
    ),
    "no": ("no no DET 2 det\nwithdrawal _ NOUN 3 nsubj\noccurred occur VERB 0 root", "withdrawal", "negated"),
    "question": (
        f"Did do AUX 3 aux\nthey they PRON 3 nsubj\nattack _ VERB 0 root {INF}\n? ? PUNCT 3 punct",
        "attack",
        "hypothetical",
    ),
}


@pytest.mark.parametrize(("table", "word", "expected"), CASES.values(), ids=CASES)
def test_status(table, word, expected):
    sentence = read_tree(table)
    anchor = next(t.i for t in sentence.tokens if t.form == word)
    assert status_of(sentence, anchor).status == expected


def test_would_is_future_inside_a_past_claim_and_a_condition_outside():
    sentence = read_tree("Iran _ PROPN 3 nsubj\nwould _ AUX 3 aux\nretaliate _ VERB 0 root VerbForm=Inf")
    assert status_of(sentence, 2).status == "hypothetical"
    assert status_of(sentence, 2, reported=True).status == "future"


def test_the_word_that_averts_names_the_event_too():
    table, _, _ = CASES["averted"]
    sentence = read_tree(table)
    assert [sentence.tokens[w].form for w in status_of(sentence, 1).words] == ["averted"]


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("actual", "future", "future"),
        ("future", "negated", "negated"),
        ("negated", "negated", "hypothetical"),
        ("hypothetical", "future", "hypothetical"),
        ("ongoing", "actual", "actual"),
        ("future", "ongoing", "future"),
    ],
)
def test_operators_compose(inner, outer, expected):
    assert compose(inner, outer) == expected


@pytest.mark.parametrize(
    ("chance", "table", "expected"),
    [
        (0.1, f"Ships ship NOUN 2 nsubj\npassed pass VERB 0 root {FIN}", "hypothetical"),
        (0.9, f"Ships ship NOUN 2 nsubj\npassed pass VERB 0 root {FIN}", "actual"),
        (0.1, f"Ships ship NOUN 3 nsubj\nwill _ AUX 3 aux\npass _ VERB 0 root {INF}", "future"),
        (0.9, f"Ships ship NOUN 3 nsubj\nmay _ AUX 3 aux\npass _ VERB 0 root {INF}", "hypothetical"),
    ],
    ids=["doubted", "believed", "an operator decides", "an operator stays"],
)
def test_the_model_is_asked_where_no_operator_speaks(chance: float, table: str, expected: str) -> None:
    sentence = read_tree(table)
    marks = Marks((), (), (chance,) * len(sentence.tokens), 0.0, ())
    reading = status_of(replace(sentence, marks=marks), sentence.root)
    assert reading.status == expected
    assert reading.rule.startswith("model:") == (expected == "hypothetical" and chance < 0.5)
