"""Reading CoNLL-U: the treebanks that the model learns from."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from dateline.errors import TrainingError


class Word(Struct, frozen=True):
    """One syntactic word; `head` counts from 1, 0 is the root. `misc` is the raw last column."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: str


class TreeSentence(Struct, frozen=True):
    """One sentence of a treebank. `document` is empty where the file has no `newdoc`; `text` and `id` may be empty."""

    document: str
    text: str
    words: tuple[Word, ...]
    new_paragraph: bool = False
    id: str = ""


def read_conllu(path: Path) -> Iterator[TreeSentence]:
    """Every sentence of a file in order; empty nodes are left out."""
    document, text, name_of, paragraph = "", "", "", False
    words: list[Word] = []
    with path.open(encoding="utf-8") as file:
        for number, raw in enumerate(file, 1):
            line = raw.rstrip("\n")
            if not line:
                if words:
                    yield TreeSentence(document, text, tuple(words), paragraph, name_of)
                words, text, name_of, paragraph = [], "", "", False
            elif line.startswith("#"):
                name, _, value = line[1:].partition("=")
                name = name.strip()
                if name == "newdoc id":
                    document = value.strip()
                elif name == "text":
                    text = value.strip()
                elif name == "sent_id":
                    name_of = value.strip()
                paragraph = paragraph or name.startswith(("newpar", "newdoc"))
            else:
                columns = line.split("\t")
                if len(columns) != 10:
                    raise TrainingError(f"{path}:{number}: {len(columns)} columns, CoNLL-U has 10")
                if columns[0].isdigit():
                    words.append(_word(columns))
    if words:
        yield TreeSentence(document, text, tuple(words), paragraph, name_of)


def _word(columns: list[str]) -> Word:
    return Word(
        form=columns[1],
        lemma=columns[2],
        upos=columns[3],
        xpos=columns[4],
        feats="" if columns[5] == "_" else columns[5],
        head=int(columns[6]),
        deprel=columns[7],
        misc=columns[9],
    )
