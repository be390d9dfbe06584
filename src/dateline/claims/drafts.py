"""A claim while it is being read: cue, source and content by tokens, before quotations and nesting are settled."""

from msgspec import Struct

from dateline.claims.contents import Content
from dateline.claims.grammar import Tree, wh_word
from dateline.claims.sources import Source, addressee
from dateline.knowledge.cues import Cue, CueClass
from dateline.records.span import Span
from dateline.resolving.resolution import TokenKey

_CONFIDENCE = {
    "clause": 0.9,
    "final": 0.9,
    "interposed": 0.85,
    "parataxis": 0.85,
    "colon": 0.85,
    "object": 0.7,
    "small": 0.75,
    "blame": 0.85,
}


class Draft(Struct, frozen=True, eq=False):
    """What one cue gives. `spans` is empty while only a quotation beside the cue can be its content.

    `value` is the FactBank value of the cue after its own negation. `outer` is the cue that this draft hangs on when
    the nesting does not show in the text ("Al Noor, citing a witness, said").
    """

    sentence: int
    cue: int | None
    cue_span: Span | None
    spans: tuple[Span, ...]
    heads: tuple[TokenKey, ...]
    source: TokenKey | None
    source_span: Span | None
    addressee: TokenKey | None
    value: str
    rule: str
    confidence: float
    quotes: tuple[int, ...] = ()
    outer: TokenKey | None = None
    direct: bool = False

    @property
    def key(self) -> TokenKey | None:
        """Sentence and token of the cue."""
        return None if self.cue is None else (self.sentence, self.cue)


def make_draft(tree: Tree, i: int, cue: Cue, source: Source, cue_span: Span, content: Content, value: str) -> Draft:
    """The draft of one attribution; its rule names the cue and where its content was found."""
    index = tree.sentence.index
    return Draft(
        sentence=index,
        cue=i,
        cue_span=cue_span,
        spans=content.spans,
        heads=tuple((index, h) for h in content.heads),
        source=(index, source.token),
        source_span=source.span,
        addressee=addressee(tree, i, source.token),
        value=value,
        rule=f"{cue.name}/{content.frame}",
        confidence=_CONFIDENCE.get(content.frame, 0.75) - (0.05 if source.borrowed else 0.0),
    )


def cue_value(group: CueClass, negated: bool) -> str:
    """The class's FactBank value, or the one it takes under negation; "none" means that there is no claim."""
    return group.negated if negated else group.factuality


def draft_value(tree: Tree, i: int, group: CueClass, content: Content, no: bool) -> str:
    """The FactBank value of the cue, `Uu` for an open question ("did not say whether"); "none" for no claim at all."""
    value = cue_value(group, no)
    if value == "none":
        asked = content.frame == "clause" and content.heads and wh_word(tree, content.heads[0], i)
        withheld = tree.tokens[i].rel in ("xcomp", "ccomp")
        return "Uu" if no and (asked or withheld) and "clause" in group.frames else value
    if content.frame == "clause" and content.heads and value in ("CT+", "PR+"):
        word = wh_word(tree, content.heads[0], i)
        if word in ("whether", "if"):
            return "Uu"
    return value
