from pathlib import Path

from msgspec.structs import replace

from dateline.language.conllu import TreeSentence
from dateline.train.lemmas import learn_lemmas, write_lemmas


def test_only_what_the_rules_get_wrong_is_kept(flight: TreeSentence) -> None:
    troops = replace(flight.words[1], form="Geese", lemma="goose")
    odd = replace(flight, words=(flight.words[0], troops, *flight.words[2:]))
    lines = learn_lemmas([odd, odd])
    assert "NOUN\tgeese\tgoose" in lines
    assert not any("towns" in line for line in lines)
    assert lines[0] == "verbs\t-\tleave"


def test_written_table(flight: TreeSentence, tmp_path: Path) -> None:
    path = tmp_path / "lemmas.tsv"
    write_lemmas([flight, flight], path)
    assert path.read_text(encoding="utf-8").splitlines()[1] == "verbs\t-\tleave"
