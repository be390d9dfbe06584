"""Attributions: every place where the text says who says so, with source, cue, content, and how sure the source is.

The tree gives the claims of clauses, the quotation marks those of speech; `via` nests them. What decided is in `rule`.
"""

from msgspec import Struct
from msgspec.structs import replace

from dateline.claims.citing import cited_sources
from dateline.claims.drafts import Draft
from dateline.claims.factuality import value_of
from dateline.claims.layout import Layout
from dateline.claims.learned import MODEL, learned_drafts
from dateline.claims.nesting import enclosing
from dateline.claims.nouns import noun_drafts, phrase_drafts
from dateline.claims.quotations import Quotations, find_quotations
from dateline.claims.quoting import attach_quotations
from dateline.claims.sources import FIRST, Reader
from dateline.claims.statements import colon_statements, headline_drafts
from dateline.claims.verbs import verb_drafts
from dateline.knowledge.cues import load_cues
from dateline.language.analysis import Analysis
from dateline.records.claim import Factuality, Style
from dateline.records.document import Document
from dateline.records.span import Span
from dateline.resolving.resolution import Resolution, TokenKey

_FIRST_PERSON_ATTITUDES = frozenset(
    {
        "believe",
        "know",
        "hope",
        "fear",
        "doubt",
        "regard",
        "ask",
        "suggest",
        "recall-quote",
        "predict-object",
        "stress",
        "say",
    }
    | {"hope-adjective", "fear-adjective", "doubt-adjective", "believe-adjective"}
)


class Attribution(Struct, frozen=True):
    """One attribution. `source_key` is sentence and head token of the source, `cue_key` of the cue (None for a bare
    quotation), `heads` the tokens that head the content, `via` the index of the attribution that this one stands in."""

    source_key: TokenKey | None
    source_span: Span | None
    cue_span: Span | None
    cue_key: TokenKey | None
    content: tuple[Span, ...]
    style: Style
    addressee_key: TokenKey | None
    via: int | None
    factuality: Factuality
    rule: str
    confidence: float
    heads: tuple[TokenKey, ...] = ()


def find_attributions(document: Document, analysis: Analysis, resolution: Resolution) -> tuple[Attribution, ...]:
    """All attributions of a text, in the order of their first words. The document's own fields are not looked at."""
    layout = Layout(analysis, find_quotations(analysis.text, analysis.paragraphs))
    reader = Reader(text=analysis.text, pack=load_cues(), resolution=resolution)
    drafts = _from_trees(reader, layout)
    drafts = attach_quotations(reader, layout, drafts)
    drafts = colon_statements(reader, layout, drafts)
    drafts += headline_drafts(reader, layout)
    drafts += cited_sources(reader, layout, drafts)
    drafts += learned_drafts(layout, drafts)
    drafts = [whole for d in drafts if (whole := _settled(layout, d)) is not None]
    drafts = _inside_sentence_claims(drafts)
    statements = [span for d in drafts if d.rule.endswith("/statement") for span in d.spans]
    drafts = _distinct([d for d in drafts if not _own_voice(layout, d, statements)])
    drafts.sort(key=lambda d: (min(_place(d)), d.cue_span or (0, 0)))
    via = enclosing(drafts)
    return tuple(_attribution(layout, d, outer) for d, outer in zip(drafts, via, strict=True))


def _from_trees(reader: Reader, layout: Layout) -> list[Draft]:
    """The claims that single sentences show, quotations aside."""
    pack = reader.pack
    out: list[Draft] = []
    for sentence in layout.analysis.sentences:
        for token in sentence.tokens:
            lemma, upos = token.lemma, token.upos
            if upos == "VERB" or upos == "AUX" or upos == "ADJ":
                if lemma in pack.verbs or lemma in pack.adjectives:
                    out.extend(verb_drafts(reader, layout.tree(sentence.index), token.i))
            elif upos == "NOUN" and lemma in pack.nouns:
                out.extend(noun_drafts(reader, layout.tree(sentence.index), token.i))
            if token.form.lower() in pack.phrases:
                out.extend(phrase_drafts(reader, layout.tree(sentence.index), token.i))
    return out


def _settled(layout: Layout, draft: Draft) -> Draft | None:
    """The draft with its content made whole: quotations it cuts into are taken whole, and a cue inside a quotation
    reaches no further than that. None when nothing is left."""
    if not draft.spans:
        return None
    quotes = layout.quotes
    home = quotes.at(draft.cue_span[0]) if draft.cue_span is not None else None
    if home is not None:
        parts = quotes.items[home].parts
        spans = tuple(clipped for span in draft.spans if (clipped := _clip(span, parts)) is not None)
        if draft.source_span is not None and quotes.at(draft.source_span[0]) != home:
            return None
        return replace(draft, spans=spans) if spans else None
    spans = draft.spans if draft.quotes else tuple(_with_quotes(quotes, span, draft) for span in draft.spans)
    return replace(draft, spans=_merged(layout.text, spans))


def _clip(span: Span, parts: tuple[Span, ...]) -> Span | None:
    for start, end in parts:
        low, high = max(span[0], start), min(span[1], end)
        if low < high:
            # The mark that closes the quotation around the cue is not part of what is nested in it.
            if high == end and high - low > 1:
                high -= 1
            return (low, high)
    return None


def _with_quotes(quotes: Quotations, span: Span, draft: Draft) -> Span:
    start, end = span
    for at in (start, end - 1):
        n = quotes.at(at)
        if n is None:
            continue
        low, high = quotes.items[n].start, quotes.items[n].end
        held = min(end, high) - max(start, low)
        if held * 3 >= high - low and not _holds(draft, low, high):
            start, end = min(start, low), max(end, high)
    return (start, end)


def _holds(draft: Draft, low: int, high: int) -> bool:
    points = [s[0] for s in (draft.cue_span, draft.source_span) if s is not None]
    return any(low <= p < high for p in points)


def _merged(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans in text order; those that overlap, or are parted by nothing but blanks, become one."""
    out: list[Span] = []
    for start, end in sorted(set(spans)):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        elif out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return tuple(out)


def _inside_sentence_claims(drafts: list[Draft]) -> list[Draft]:
    """No content reaches over the cue that closes its sentence: "X agreed that Y, the release said"."""
    closing = {d.sentence: d for d in drafts if d.rule.endswith(("/final", "/sentence")) and len(d.spans) == 1}
    out: list[Draft] = []
    for draft in drafts:
        outer = closing.get(draft.sentence)
        if outer is not None and outer is not draft and draft.cue_span is not None:
            low, high = outer.spans[0]
            if low <= draft.cue_span[0] < high:
                cut = tuple((max(a, low), min(b, high)) for a, b in draft.spans if a < high and b > low)
                draft = replace(draft, spans=cut) if cut else draft
        out.append(draft)
    return out


def _own_voice(layout: Layout, draft: Draft, statements: list[Span]) -> bool:
    """ "I think", "we know" inside the speaker's own words: no claim beside the one that holds it."""
    if draft.source is None:
        return draft.cue is not None and not draft.quotes
    if layout.token(draft.source).form.lower() not in FIRST or draft.cue_span is None:
        return False
    at = draft.cue_span[0]
    spoken = layout.quotes.at(at) is not None or any(a <= at < b for a, b in statements)
    return spoken and (draft.rule == MODEL or draft.rule.partition(":")[0] in _FIRST_PERSON_ATTITUDES)


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """One draft a cue and a content: where two cues give one source the same content, the surer one stays."""
    best: dict[object, Draft] = {}
    for draft in sorted(drafts, key=lambda d: -d.confidence):
        same = (draft.source, draft.spans) if draft.source is not None else (draft.key, draft.spans)
        if same not in best:
            best[same] = draft
    return list(best.values())


def _place(draft: Draft) -> list[Span]:
    return [*draft.spans, *(s for s in (draft.cue_span, draft.source_span) if s is not None)]


def _attribution(layout: Layout, draft: Draft, via: int | None) -> Attribution:
    operator = draft.heads[0] if len(draft.heads) == 1 else None
    tree = None if operator is None else layout.tree(operator[0])
    value = value_of(draft.value, tree, None if operator is None else operator[1])
    return Attribution(
        source_key=draft.source,
        source_span=draft.source_span,
        cue_span=draft.cue_span,
        cue_key=draft.key,
        content=draft.spans,
        style=_style(layout, draft),
        addressee_key=draft.addressee,
        via=via,
        factuality=value,
        rule=draft.rule,
        confidence=draft.confidence,
        heads=draft.heads,
    )


def _style(layout: Layout, draft: Draft) -> Style:
    """Direct: all in quotation marks, or a statement given whole after a colon; mixed: in part. Inside a quotation only
    the marks nested in it count."""
    if draft.rule.endswith("/statement"):
        return "direct"
    text, quotes = layout.text, layout.quotes
    home = quotes.at(draft.spans[0][0])
    inside_cue = draft.cue_span is not None and quotes.at(draft.cue_span[0]) is not None
    if inside_cue and home is not None:
        nested = sum(end - start for start, end in quotes.nested(draft.spans[0][0], draft.spans[-1][1]))
        if not nested:
            return "indirect"
        return "direct" if nested >= sum(b - a for a, b in draft.spans) - 2 else "mixed"
    quoted = sum(quotes.quoted(a, b) for a, b in draft.spans)
    if not quoted:
        return "indirect"
    blank = sum(1 for a, b in draft.spans for n in range(a, b) if not text[n].isalnum() and quotes.at(n) is None)
    return "direct" if quoted + blank >= sum(b - a for a, b in draft.spans) else "mixed"
