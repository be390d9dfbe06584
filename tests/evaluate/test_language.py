from pathlib import Path

import pytest

from dateline.evaluate.language import documents, lay_out, score_gold_words, score_raw_text, universal
from dateline.language.conllu import read_conllu

FILE = """# newdoc id = a
# newpar
# text = They don't know.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tknow\tknow\tVERB\tVB\t_\t0\troot\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = We left.
1\tWe\twe\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newdoc id = b
# text = Wanna go?
1\tWant\twant\tVERB\tVBP\t_\t0\troot\t_\t_
2\tto\tto\tPART\tTO\t_\t3\tmark\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t1\txcomp\t_\t_
4\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_

"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "gold.conllu"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_lay_out_places_every_word(path: Path) -> None:
    first, second = documents(read_conllu(path))
    text, words, bounds = lay_out(first)
    assert text == "They don't know. We left."
    assert [text[w.span[0] : w.span[1]] for w in words][:4] == ["They", "do", "n't", "know"]
    assert words[0].head == words[3].span
    assert words[3].head is None
    assert bounds == {(0, 16), (17, 25)}
    text, words, _ = lay_out(second)
    assert all(0 <= a < b <= len(text) for a, b in (w.span for w in words))


def test_easy_sentences_are_parsed_right(path: Path) -> None:
    gold = score_gold_words(path)
    assert gold.words == 12
    assert gold.las >= 90
    raw = score_raw_text(path)
    assert raw.words >= 80
    assert raw.sentences == 100


def test_universal() -> None:
    assert universal("nsubj:pass") == "nsubj"
