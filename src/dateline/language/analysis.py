"""What the language stage hands on: sentences of tokens with their UD tree, and the mentions that the model saw."""

from msgspec import Struct

from dateline.records.span import Span


class Token(Struct, frozen=True, gc=False):
    """One syntactic word. `i` and `head` count inside the sentence, `head` is -1 for the root.

    `start`/`end` are offsets into the document's text. `feats` is a UD FEATS string holding what status needs (Mood,
    Number, Tense, VerbForm, Voice ...), keys sorted, empty when none. `deprel` keeps its subtype (`nsubj:pass`).
    """

    i: int
    start: int
    end: int
    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    semantic: str = ""

    @property
    def rel(self) -> str:
        """The relation without its subtype: `nsubj:pass` -> `nsubj`."""
        return self.deprel.partition(":")[0]


class NameMention(Struct, frozen=True, gc=False):
    """A name that the model saw: token range `[first, last)` inside the sentence, kind, and the model's confidence."""

    first: int
    last: int
    kind: str
    score: float


class AttributionMark(Struct, frozen=True, gc=False):
    """Words that the model takes for an attribution: token indices of source, content and cue; `head` is the cue's main
    word. `score` is its chance of being one in a broad sense (attitudes and intentions too), `speech` in the narrow one
    of saying, thinking and knowing."""

    head: int
    score: float
    speech: float
    source: tuple[int, ...]
    content: tuple[int, ...]
    cue: tuple[int, ...]


class AnchorMark(Struct, frozen=True, gc=False):
    """A word that the model takes for the name of an event of a PLOVER type, with the chance."""

    token: int
    event: str
    score: float


class Marks(Struct, frozen=True, gc=False):
    """What the model says of a sentence beyond its tree.

    `happened[i]`: the chance that what token i tells has happened (to be asked of verbs). `causal`: the chance that the
    sentence states a cause. `reasons[i]`: none, cause, effect or signal; empty when all are none.
    """

    attributions: tuple[AttributionMark, ...]
    anchors: tuple[AnchorMark, ...]
    happened: tuple[float, ...]
    causal: float
    reasons: tuple[str, ...]


class Sentence(Struct, frozen=True):
    """Tokens of one sentence with their tree; `children[i]` are the dependents of token i in text order.

    `marks` is None where the model has no heads for them (other models, trees written by hand).
    """

    index: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    names: tuple[NameMention, ...]
    children: tuple[tuple[int, ...], ...]
    root: int
    marks: Marks | None = None


class Analysis(Struct, frozen=True):
    """A whole text: its sentences in order. `paragraphs` are spans of text between blank lines or line breaks."""

    text: str
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Span, ...]
    model: str


def make_sentence(
    index: int,
    tokens: list[Token] | tuple[Token, ...],
    names: tuple[NameMention, ...] = (),
    marks: Marks | None = None,
) -> Sentence:
    """A sentence from its tokens, with the children of every token worked out. Needs at least one token."""
    children: list[list[int]] = [[] for _ in tokens]
    root = 0
    for token in tokens:
        if token.head < 0:
            root = token.i
        else:
            children[token.head].append(token.i)
    return Sentence(
        index=index,
        start=tokens[0].start,
        end=tokens[-1].end,
        tokens=tuple(tokens),
        names=names,
        children=tuple(tuple(c) for c in children),
        root=root,
        marks=marks,
    )
