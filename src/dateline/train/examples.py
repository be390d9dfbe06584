"""Training sentences as numbers: words with the index of every target, -100 where a source says nothing about it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from dateline.language.conllu import TreeSentence
from dateline.language.pieces import shape
from dateline.train import entities
from dateline.train.re3d import KINDS, MentionSentence
from dateline.train.silver_names import UNSURE

IGNORE = -100
# What a word is to the cue of an attribution.
ROLES = ("none", "source", "content", "cue")
# What a word is to a stated reason.
REASONS = ("none", "cause", "effect", "signal")
# The event that a word names: a PLOVER type or none.
ANCHORS = (
    "none", "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
# Targets of single words that only some sources have: the head word of a cue as PolNeAR and as GUM mark it, whether
# what a verb tells has happened, reasons, event anchors.
MARKS = ("cue", "speech", "happened", "reason", "anchor")
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
    reason: tuple[str, ...] = REASONS
    anchor: tuple[str, ...] = ANCHORS
    roles: tuple[str, ...] = ROLES


class Role(Struct):
    """What the words of a sentence are to one cue: indices into `ROLES`, IGNORE where unknown. `cue` counts from 0."""

    cue: int
    values: list[int]


class Example(Struct):
    """One sentence, or several joined. `heads` count from 1 (0: root); lists are as long as `forms`.

    `marks` holds the targets that few sources have (MARKS), `roles` what words are to a cue, `causal` and `kind`
    what is known of the sentence as a whole. `sticks`: the splitting rules would leave the next sentence with it.
    """

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
    marks: dict[str, list[int]] = {}
    roles: list[Role] = []
    causal: int = IGNORE
    kind: int = IGNORE
    sticks: bool = False


def blank(forms: list[str], document: str = "") -> Example:
    """A sentence of which nothing is known but its words."""
    unknown = [IGNORE] * len(forms)
    return Example(
        forms=forms,
        shapes=[shape(form) for form in forms],
        heads=[-1] * len(forms),
        rel=list(unknown),
        upos=list(unknown),
        feats=list(unknown),
        semantic=list(unknown),
        names=list(unknown),
        mentions=list(unknown),
        begins=list(unknown),
        document=document,
    )


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


def from_tree(
    sentence: TreeSentence, labels: Labels, *, with_entities: bool, silver: Sequence[str] | None = None
) -> Example:
    """A treebank sentence; `with_entities` where the file annotates them (GUM), else its names may be `silver`."""
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
    elif silver is not None:
        index = _index(labels.names)
        example.names = [IGNORE if tag == UNSURE else index[tag] for tag in silver]
    else:
        # Without entity annotation only this much is sure: no name where no proper noun is near.
        example.names = [
            IGNORE if w.xpos.startswith("NNP") or w.form.lower() in _LINK_WORDS else 0 for w in sentence.words
        ]
    return example


def from_mentions(sentence: MentionSentence, labels: Labels) -> Example:
    """A re3d sentence: mentions, and the names that follow from their spelling; no tree."""
    forms = list(sentence.forms)
    example = blank(forms, sentence.document)
    example.names = [0 if form[:1].islower() and form.lower() not in _LINK_WORDS else IGNORE for form in forms]
    example.mentions = _tags(len(forms), sentence.mentions, labels.mentions)
    example.begins = [IGNORE] + [0] * (len(forms) - 1)
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
