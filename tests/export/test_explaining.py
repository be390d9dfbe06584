from dateline.export.explaining import Explanation, explain
from dateline.pipeline import Traced


def explained(traced: Traced, **what: object) -> Explanation:
    return explain(traced.coded, traced.analysis, traced.resolution, **what)  # type: ignore[arg-type]


def test_all_sentences_and_records(traced: Traced) -> None:
    told = explained(traced)
    assert [s.number for s in told.sentences] == [1, 2, 3, 4]
    assert [e.id for e in told.events] == [e.id for e in traced.coded.events]
    assert [c.id for c in told.claims] == [c.id for c in traced.coded.claims]


def test_words_stand_in_their_tree_and_know_their_records(traced: Traced) -> None:
    words = {w.form: w for w in explained(traced).sentences[0].words}
    assert words["Rebels"].head == words["shelled"].i
    assert (words["Rebels"].relation, words["Rebels"].marks) == ("nsubj", ("e1 actors",))
    assert words["shelled"].marks == ("e1 ASSAULT",)
    assert words["said"].marks == ("c1 cue",)


def test_the_entry_behind_a_word(traced: Traced) -> None:
    looked = next(w for w in explained(traced).sentences[0].looked if w.word == "shelled")
    assert (looked.events, looked.how, looked.reason) == (("e1",), "", "")
    assert "assault.shell" in [c.frame for c in looked.trace.candidates if c.verdict == "matched"]


def test_a_sentence_without_an_event_says_why(traced: Traced) -> None:
    told = explained(traced)
    assert [bool(s.reason) for s in told.sentences] == [not s.events for s in told.sentences]
    assert told.sentences[1].reason == "no entry fits: each asks for words that are not there"
    described = next(w for w in told.sentences[3].looked if w.word == "airstrike")
    assert described.events == ()
    assert described.reason


def test_one_sentence(traced: Traced) -> None:
    told = explained(traced, sentence=1)
    assert [s.number for s in told.sentences] == [1]
    assert [e.id for e in told.events] == ["e1"]
    assert [c.id for c in told.claims] == ["c1"]
    assert told.of == 4


def test_one_event_with_the_sentences_that_name_it(traced: Traced) -> None:
    told = explained(traced, event="e1")
    assert [e.id for e in told.events] == ["e1"]
    assert told.claims == ()
    assert [s.number for s in told.sentences] == list(told.events[0].sentences)
    assert all(w.events == ("e1",) for s in told.sentences for w in s.looked)
    assert all(s.cues == () and s.reason == "" for s in told.sentences)


def test_one_claim(traced: Traced) -> None:
    told = explained(traced, claim="c1")
    assert ([c.id for c in told.claims], told.events) == (["c1"], ())
    assert [entity.id for entity in told.entities] == [told.claims[0].record.source]
    assert [cue.form for s in told.sentences for cue in s.cues] == ["said"]
