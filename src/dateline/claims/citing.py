"""Sources behind a source: "Al Noor, citing a witness, said that ..."."""

from dateline.claims.drafts import Draft
from dateline.claims.layout import Layout
from dateline.claims.sources import Reader, source_at
from dateline.knowledge.claim_words import load_claim_words

WORDS = load_claim_words()

_CITING = WORDS.quoting.citing


def cited_sources(reader: Reader, layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """For every claim whose source or cue carries "citing X", a second one of X with the same content, nested in it."""
    out: list[Draft] = []
    for draft in drafts:
        if draft.cue is None or draft.source is None or not draft.spans:
            continue
        tree = layout.tree(draft.sentence)
        holders = [draft.cue] + ([draft.source[1]] if draft.source[0] == draft.sentence else [])
        for holder in holders:
            for c in tree.children(holder, "advcl", "acl"):
                objects = tree.children(c, "obj")
                if tree.tokens[c].form.lower() not in _CITING or not objects:
                    continue
                source = source_at(reader, tree, objects[0], c)
                if source is not None:
                    out.append(
                        Draft(
                            sentence=draft.sentence,
                            cue=c,
                            cue_span=(tree.tokens[c].start, tree.tokens[c].end),
                            spans=draft.spans,
                            heads=draft.heads,
                            source=(draft.sentence, source.token),
                            source_span=source.span,
                            addressee=None,
                            value=draft.value,
                            rule="citing",
                            confidence=0.6,
                            quotes=draft.quotes,
                            outer=draft.key,
                            direct=draft.direct,
                        )
                    )
    return out
