import pytest

from dateline.knowledge.effects import load_effects


@pytest.mark.parametrize(
    ("words", "lemma", "requires", "kind", "affected", "things"),
    [
        ("verbs", "kill", 0, "killed", ("obj",), False),
        ("verbs", "die", 0, "killed", ("subj",), False),
        ("verbs", "shoot", 1, "killed", ("obj",), False),
        ("verbs", "perish", 0, "killed", ("subj",), False),
    ],
)
def test_what_a_word_states(words, lemma, requires, kind, affected, things):
    first = getattr(load_effects(), words)[lemma][0]
    assert (len(first.requires), first.kind, first.affected, first.things) == (requires, kind, affected, things)


def test_the_entry_that_asks_for_most_comes_first():
    pack = load_effects()
    for table in (pack.verbs, pack.nouns, pack.adjectives):
        for lemma, entries in table.items():
            sizes = [len(e.requires) for e in entries]
            assert sizes == sorted(sizes, reverse=True), lemma


def test_losing_men_and_losing_tanks():
    kinds = {
        (e.kind, e.things, "soldier" in r.words, "tank" in r.words)
        for e in load_effects().verbs["lose"]
        for r in e.requires
    }
    assert ("killed", False, True, False) in kinds
    assert ("destroyed", True, False, True) in kinds
