"""Statements after a colon without quotation marks ("The minister said:" and then paragraphs of text), and headlines
that name their source ("Gunmen hold refinery - AU envoy")."""

from msgspec.structs import replace

from dateline.claims.drafts import Draft
from dateline.claims.grammar import NOMINAL, trimmed
from dateline.claims.layout import Layout
from dateline.claims.sources import Reader, source_at
from dateline.claims.verbs import quote_cue
from dateline.knowledge.claim_words import load_claim_words
from dateline.records.span import Span
from dateline.resolving.resolution import TokenKey

WORDS = load_claim_words()

_FIRST_PERSON = WORDS.statements.first_person
_ENDINGS = WORDS.statements.endings
_TRAILERS = WORDS.statements.trailers
_SIDES = WORDS.statements.joints


def colon_statements(reader: Reader, layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """The drafts; a cue before a colon that ends its line, or before the first person, covers all that follows."""
    out: list[Draft] = []
    for draft in drafts:
        spans = None if draft.quotes or draft.cue_span is None else _statement_after(reader, layout, draft)
        if spans is None:
            out.append(draft)
        else:
            heads = tuple((s, layout.analysis.sentences[s].root) for s in layout.sentences_in(spans[0][0], spans[0][1]))
            rule = draft.rule.partition("/")[0] + "/statement"
            out.append(replace(draft, spans=spans, heads=heads, rule=rule, direct=True, confidence=0.9))
    return out


def _statement_after(reader: Reader, layout: Layout, draft: Draft) -> tuple[Span, ...] | None:
    """What stands after "The minister said:", if it is no quotation and no mere rest of the sentence."""
    assert draft.cue_span is not None
    if draft.cue is None or quote_cue(reader, layout.tree(draft.sentence), draft.cue) is None:
        return None
    token = layout.token((draft.sentence, draft.cue))
    if layout.quotes.at(draft.cue_span[0]) is not None or "VerbForm=Fin" not in token.feats or token.rel == "acl":
        return None
    paragraph = layout.paragraph_at(draft.cue_span[0])
    end = layout.paragraph(paragraph)[1]
    line = layout.text[draft.cue_span[1] : end].rstrip()
    if line.endswith(":") and line.count(". ") == 0:
        return _paragraphs_after(reader, layout, draft, paragraph + 1)
    colon = line.find(":")
    if colon < 0 or colon > 60 or ". " in line[:colon]:
        return None
    start = draft.cue_span[1] + colon + 1
    if layout.after(start, end) in "\"“'‘«":
        return None
    opening = {layout.token(k).lemma.lower() for k in layout.tokens_between(start, end)[:40]}
    if not opening & _FIRST_PERSON:
        return None
    span = trimmed(layout.text, start, end, keep_final=True)
    if span is None:
        return None
    more = _paragraphs_after(reader, layout, draft, paragraph + 1)
    return (span[0], more[-1][1]) and ((span[0], more[-1][1]),) if more else (span,)


def _paragraphs_after(reader: Reader, layout: Layout, draft: Draft, first: int) -> tuple[Span, ...] | None:
    """The paragraphs of the statement as one span: up to the end of the text, or to where somebody else speaks on."""
    last = None
    for k in range(first, len(layout.analysis.paragraphs)):
        start, end = layout.paragraph(k)
        text = layout.text[start:end].strip()
        if k == first and text[:1] in "\"“'‘«":
            return None
        if _speaks_on(reader, layout, draft, k, text, opening=k == first):
            break
        last = k
    if last is None:
        return None
    span = trimmed(layout.text, layout.paragraph(first)[0], layout.paragraph(last)[1], keep_final=True)
    return None if span is None else (span,)


def _speaks_on(reader: Reader, layout: Layout, draft: Draft, k: int, text: str, *, opening: bool) -> bool:
    """True for a paragraph of the publisher's again: notes, another speaker, or the speaker in the third person."""
    lower = text.lower()
    if lower.startswith(_ENDINGS) or any(t in lower for t in _TRAILERS):
        return True
    if opening:
        return False
    if text.rstrip().endswith(":") and any(w in lower for w in ("said", "statement", "added")):
        return True
    if draft.source is None:
        return False
    source = layout.token(draft.source)
    title = {t.form for t in layout.tree(draft.source[0]).tokens if t.head == draft.source[1] or t.i == draft.source[1]}
    start, end = layout.paragraph(k)
    keys = layout.tokens_between(start, end)
    words = {layout.token(key).lemma.lower() for key in keys}
    if words & _FIRST_PERSON:
        return False
    speaker = reader.resolution.entity_of.get(draft.source)
    for n, key in enumerate(keys):
        token = layout.token(key)
        same = speaker is not None and reader.resolution.entity_of.get(key) == speaker
        if token.rel == "nsubj" and ((n == 0 and token.lemma in ("he", "she")) or (same and token.upos != "PRON")):
            return True
        named = token.form == source.form or token.form in title
        if named and token.rel == "nsubj" and token.upos in ("NOUN", "PROPN") and token.form[:1].isupper():
            return True
    return False


def headline_drafts(reader: Reader, layout: Layout) -> list[Draft]:
    """The claim of a first line that names its source beside a dash or a colon and has no final period."""
    if not layout.analysis.paragraphs:
        return []
    start, end = layout.paragraph(0)
    line = layout.text[start:end].rstrip()
    if len(line) > 160 or line[-1:] in '.?!"”' or not line:
        return []
    end = start + len(line)
    for mark, source_first in ((" - ", False), (" – ", False), (" — ", False), (": ", True)):
        at = line.find(mark) if source_first else line.rfind(mark)
        if at <= 0:
            continue
        left, right = (start, start + at), (start + at + len(mark), end)
        side, content = (left, right) if source_first else (right, left)
        key = _headline_source(reader, layout, side)
        if key is None or not _says_something(layout, content):
            continue
        spans = (content,)
        heads = tuple((s, layout.analysis.sentences[s].root) for s in layout.sentences_in(*content))
        tree = layout.tree(key[0])
        source = source_at(reader, tree, key[1], key[1])
        span = side if source is None or source.span[0] < side[0] or source.span[1] > side[1] else source.span
        return [
            Draft(
                sentence=key[0],
                cue=None,
                cue_span=None,
                spans=spans,
                heads=heads,
                source=key,
                source_span=span,
                addressee=None,
                value="CT+",
                rule="headline",
                confidence=0.7,
            )
        ]
    return []


def _headline_source(reader: Reader, layout: Layout, side: Span) -> TokenKey | None:
    """The head of a short noun phrase that can be a source: a name, or a noun of the pack's list."""
    keys = layout.tokens_between(*side)
    if not keys or len(keys) > 6:
        return None
    tokens = [layout.token(k) for k in keys]
    if any(t.upos in ("VERB", "AUX") for t in tokens) or any(
        t.upos not in NOMINAL and t.form.lower() not in _SIDES for t in tokens
    ):
        return None
    inside = set(keys)
    tops = [k for k in keys if (k[0], layout.token(k).head) not in inside and layout.token(k).upos in ("NOUN", "PROPN")]
    if not tops:
        return None
    key = tops[-1]
    token = layout.token(key)
    known = token.lemma.lower() in reader.pack.words.headline_sources
    entity = reader.resolution.entity(*key)
    speaker = entity is not None and entity.kind in ("person", "organization", "government", "military", "armed_group")
    return key if known or speaker else None


def _says_something(layout: Layout, content: Span) -> bool:
    """A headline's verb is easily taken for a noun: three words are enough beside a known source."""
    return len(layout.text[content[0] : content[1]].split()) >= 3
