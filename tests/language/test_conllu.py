from pathlib import Path

import pytest

from dateline.errors import TrainingError
from dateline.language.conllu import read_conllu

FILE = """# newdoc id = d1
# newpar
# sent_id = 1
# text = Don't go.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\tMood=Imp\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\tMood=Imp\t0\troot\t_\tSpaceAfter=No
3.1\tghost\tghost\tVERB\t_\t_\t_\t_\t_\t_
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# text = Stay
1\tStay\tstay\tVERB\tVB\t_\t0\troot\t_\t_
"""


def test_sentences_words_and_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(FILE, encoding="utf-8")
    first, second = read_conllu(path)
    assert [w.form for w in first.words] == ["Do", "n't", "go", "."]
    assert [w.head for w in first.words] == [3, 3, 0, 3]
    assert (first.text, first.new_paragraph, first.words[1].feats) == ("Don't go.", True, "")
    assert (second.document, second.new_paragraph, len(second.words)) == ("d1", False, 1)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text("1\tonly\tthree\n", encoding="utf-8")
    with pytest.raises(TrainingError, match=r"a\.conllu:1: 3 columns"):
        list(read_conllu(path))
