"""Training sentences as numbers: words with the index of every target, -100 where a source says nothing about it."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from dateline.errors import TrainingError
from dateline.language.conllu import TreeSentence, read_conllu
from dateline.language.pieces import shape
from dateline.train import entities
from dateline.train.re3d import KINDS, MentionSentence, read_re3d

IGNORE = -100
TREEBANKS = {
    "ewt": "ud_ewt/train.conllu",
    "gum": "ud_gum/train.conllu",
    "ewt_dev": "ud_ewt/dev.conllu",
    "gum_dev": "ud_gum/dev.conllu",
}
MENTIONS = "re3d/train.jsonl"
FEATURES = frozenset(("Tense", "Mood", "VerbForm", "Voice", "Number", "Person", "Degree", "PronType", "Polarity"))
_LINK_WORDS = frozenset("of the for and & in on - ' ’ 's ’s de al".split())


class Labels(Struct, frozen=True):
    """The inventories, in the order of the model's outputs. `names` and `mentions` are tags: O, B-kind, I-kind ..."""

    rel: tuple[str, ...]
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    semantic: tuple[str, ...]
    names: tuple[str, ...]
    mentions: tuple[str, ...]


class Example(Struct):
    """One sentence, or several joined. `heads` count from 1 (0: root); lists are as long as `forms`."""

    forms: list[str]
    shapes: list[int]
    heads: list[int]
    rel: list[int]
    upos: list[int]
    feats: list[int]
    semantic: list[int]
    names: list[int]
    mentions: list[int]
    begins: list[int]
    document: str = ""


def kept_features(feats: str) -> str:
    """The part of a FEATS string that the model learns."""
    return "|".join(f for f in feats.split("|") if f.partition("=")[0] in FEATURES)


def bio(kinds: Iterable[str]) -> tuple[str, ...]:
    """The tag set of some kinds of mention."""
    return ("O", *(f"{side}-{kind}" for kind in kinds for side in "BI"))


def learn_labels(sentences: list[TreeSentence]) -> Labels:
    """The inventories found in the treebanks; a bundle of features seen less than three times has no label."""
    words = [word for sentence in sentences for word in sentence.words]
    feats = Counter(kept_features(word.feats) for word in words)
    types = Counter(kind for sentence in sentences for _, _, kind in entities.spans(sentence))
    return Labels(
        rel=tuple(sorted({word.deprel for word in words})),
        upos=tuple(sorted({word.upos for word in words})),
        feats=("", *sorted(f for f, n in feats.items() if f and n >= 3)),
        semantic=("", *sorted(t for t, n in types.items() if n >= 20)),
        names=bio(entities.NAME_KINDS),
        mentions=bio(dict.fromkeys(KINDS.values())),
    )


def from_tree(sentence: TreeSentence, labels: Labels, *, with_entities: bool) -> Example:
    """A treebank sentence; `with_entities` where the file annotates them (GUM)."""
    rel, upos = _index(labels.rel), _index(labels.upos)
    feats, semantic = _index(labels.feats), _index(labels.semantic)
    forms = [word.form for word in sentence.words]
    example = Example(
        forms=forms,
        shapes=[shape(form) for form in forms],
        heads=[word.head for word in sentence.words],
        rel=[rel.get(word.deprel, IGNORE) for word in sentence.words],
        upos=[upos.get(word.upos, IGNORE) for word in sentence.words],
        feats=[feats.get(kept_features(word.feats), IGNORE) for word in sentence.words],
        semantic=[IGNORE] * len(forms),
        names=[IGNORE] * len(forms),
        mentions=[IGNORE] * len(forms),
        begins=[IGNORE] + [0] * (len(forms) - 1),
        document=sentence.document,
    )
    if with_entities:
        example.semantic = [0] * len(forms)
        for head, (_, _, kind) in entities.phrase_heads(sentence).items():
            example.semantic[head] = semantic.get(kind, IGNORE)
        example.names = _tags(len(forms), entities.names(sentence), labels.names)
    else:
        # Without entity annotation only this much is sure: no name where no proper noun is near.
        example.names = [
            IGNORE if w.xpos.startswith("NNP") or w.form.lower() in _LINK_WORDS else 0 for w in sentence.words
        ]
    return example


def from_mentions(sentence: MentionSentence, labels: Labels) -> Example:
    """A re3d sentence: mentions, and the names that follow from their spelling; no tree."""
    forms = list(sentence.forms)
    blank = [IGNORE] * len(forms)
    example = Example(
        forms=forms,
        shapes=[shape(form) for form in forms],
        heads=[-1] * len(forms),
        rel=list(blank),
        upos=list(blank),
        feats=list(blank),
        semantic=list(blank),
        names=[0 if form[:1].islower() and form.lower() not in _LINK_WORDS else IGNORE for form in forms],
        mentions=_tags(len(forms), sentence.mentions, labels.mentions),
        begins=[IGNORE] + [0] * (len(forms) - 1),
        document=sentence.document,
    )
    index = _index(labels.names)
    for first, last, kind in sentence.mentions:
        start = first
        while start < last and forms[start].lower() in ("the", "a", "an"):
            example.names[start] = 0
            start += 1
        capital = all(f[:1].isupper() or f.lower() in _LINK_WORDS or f[:1].isdigit() for f in forms[start:last])
        proper = start < last and capital and forms[start][:1].isupper() and forms[start].lower() not in _PRONOUNS
        if kind in entities.NAME_KINDS and proper and (first > 0 or last - start > 1):
            example.names[start:last] = [index[f"B-{kind}"]] + [index[f"I-{kind}"]] * (last - start - 1)
    return example


_PRONOUNS = frozenset("i we he she they you it who this that these those there here".split())


def _tags(size: int, spans: Iterable[tuple[int, int, str]], inventory: tuple[str, ...]) -> list[int]:
    index = _index(inventory)
    tags = [0] * size
    for first, last, kind in spans:
        tags[first:last] = [index[f"B-{kind}"]] + [index[f"I-{kind}"]] * (last - first - 1)
    return tags


def _index(inventory: tuple[str, ...]) -> dict[str, int]:
    return {name: i for i, name in enumerate(inventory)}


class Corpus(Struct):
    """All training material; `repeated` comes several times in an epoch."""

    trees: list[Example]
    repeated: list[Example]
    dev: dict[str, list[Example]]
    labels: Labels


def load_corpus(data: Path, *, limit: int = 0) -> Corpus:
    """UD EWT, UD GUM (open texts) and re3d below `data`. `limit` keeps only so many sentences of each file.

    Raises TrainingError that names every missing file at once, before anything is read.
    """
    missing = [file for file in (*TREEBANKS.values(), MENTIONS) if not (data / file).is_file()]
    if missing:
        raise TrainingError(f"{data}: training needs {', '.join(missing)} there")
    read = {name: list(read_conllu(data / file))[: limit or None] for name, file in TREEBANKS.items()}
    labels = learn_labels(read["ewt"] + read["gum"])
    mentions = read_re3d(data / MENTIONS)[: limit or None]
    return Corpus(
        trees=[from_tree(s, labels, with_entities=False) for s in read["ewt"]]
        + [from_tree(s, labels, with_entities=True) for s in read["gum"]],
        repeated=[from_mentions(s, labels) for s in mentions],
        dev={
            "ewt": [from_tree(s, labels, with_entities=False) for s in read["ewt_dev"]],
            "gum": [from_tree(s, labels, with_entities=True) for s in read["gum_dev"]],
        },
        labels=labels,
    )
