import pytest

from dateline.claims.tracing import trace_cues
from dateline.language.trees import read_trees
from dateline.records import Claim

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
SAID = (
    "The the DET 2 det\nmayor _ NOUN 3 nsubj\n"
    f"said say VERB 0 root {FIN}\nrebels rebel NOUN 5 nsubj\nfled flee VERB 3 ccomp {FIN}"
)
CASES = {
    "nobody": (f"Nobody nobody PRON 2 nsubj\nsaid say VERB 0 root {FIN}\nso _ ADV 2 advmod", "its subject is nobody"),
    "a condition": (
        "If if SCONJ 3 mark\nhe he PRON 3 nsubj\nsays say VERB 5 advcl Mood=Ind|Tense=Pres\n"
        f"they they PRON 5 nsubj\nleave _ VERB 0 root {FIN}",
        "nothing is said yet: a condition, a duty, a request or an aim",
    ),
    "one's own words": (
        "I I PRON 2 nsubj\nsay say VERB 0 root Mood=Ind|Tense=Pres\nso _ ADV 2 advmod",
        "the speaker's own words about the speaker: part of the claim that holds them",
    ),
    "nothing said": (
        f"He he PRON 2 nsubj\nsaid say VERB 0 root {FIN}",
        "nothing under it or beside it that is said, or no source that could say it",
    ),
}


def test_the_claim_that_a_cue_signals() -> None:
    analysis = read_trees(SAID)
    token = analysis.sentences[0].tokens[2]
    claim = Claim("c1", None, None, (token.start, token.end), ((15, 26),), "indirect", None, None, "CT+", ())
    (cue,) = trace_cues(analysis, 0, [claim])
    assert (cue.form, cue.claims, cue.reason) == ("said", ("c1",), "")
    assert "say:say" in cue.cues


@pytest.mark.parametrize(("table", "reason"), CASES.values(), ids=CASES)
def test_why_a_cue_signals_none(table: str, reason: str) -> None:
    (cue,) = [c for c in trace_cues(read_trees(table), 0, ()) if c.form.startswith("sa")]
    assert (cue.claims, cue.reason) == ((), reason)
