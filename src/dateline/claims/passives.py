"""Passive cues, and "quoted as saying", where the one quoted is the source."""

from dateline.claims.contents import passive_subject, runs
from dateline.claims.drafts import Draft, draft_value, make_draft
from dateline.claims.grammar import Tree, agent, cue_range, is_passive, own_subject
from dateline.claims.sources import Reader, Source, fits, source_at, subject_source
from dateline.knowledge.cues import Cue
from dateline.records.span import Span


def quoted_as(reader: Reader, tree: Tree, i: int) -> tuple[Source, Span, list[Draft]] | None:
    """ "Was quoted by a weekly as saying", "his aide quoted the envoy as saying": the one quoted is the source.

    The active form is itself a claim of the one who quotes."""
    token = tree.tokens[i]
    if token.head < 0 or not token.form.endswith("ing") or tree.preposition(i) != "as":
        return None
    head = token.head
    if tree.tokens[head].lemma not in ("quote", "cite", "report"):
        head = tree.tokens[head].head
        if head < 0 or tree.tokens[head].lemma not in ("quote", "cite", "report"):
            return None
    first, _ = cue_range(tree, head)
    if is_passive(tree, head):
        subject = own_subject(tree, head)
        source = None if subject is None else source_at(reader, tree, subject, head)
        return None if source is None else (source, tree.span(first, i), [])
    objects = tree.children(head, "obj", "iobj")
    if not objects:
        return None
    source = source_at(reader, tree, objects[0], i)
    if source is None:
        return None
    quoter = subject_source(reader, tree, head)
    spare: list[Draft] = []
    if quoter is not None and tree.tokens[head].lemma == "quote":
        spans = runs(tree, reader.text, tree.left[objects[0]], tree.right[i], set())
        index = tree.sentence.index
        spare.append(
            Draft(
                sentence=index,
                cue=head,
                cue_span=tree.span(first, head),
                spans=spans,
                heads=((index, i),),
                source=(index, quoter.token),
                source_span=quoter.span,
                addressee=None,
                value="CT+",
                rule="say:quote/quoted as",
                confidence=0.7,
            )
        )
    return source, tree.span(i, i), spare


def passive_drafts(reader: Reader, tree: Tree, i: int, cues: tuple[Cue, ...], no: bool) -> list[Draft]:
    """A passive cue is a claim only of its by-agent: "the raid was claimed by the group"."""
    by = agent(tree, i)
    if by is None:
        return []
    source = source_at(reader, tree, by, i)
    if source is None:
        return []
    span = tree.tokens[by]
    first, last = cue_range(tree, i)
    case = [c for c in tree.sentence.children[by] if tree.tokens[c].lemma == "by"]
    cue_span = (tree.tokens[first].start, tree.tokens[case[0] if case and case[0] > last else last].end)
    for cue in cues:
        group = cue.group
        if not group.frames & {"clause", "object", "small", "blame", "raise"} or not fits(
            reader, tree, source, group, i
        ):
            continue
        if tree.tokens[i].rel == "acl" and "object" not in group.frames:
            continue
        content = passive_subject(tree, reader.text, i)
        if content is None or not content.spans:
            continue
        if content.frame == "described" or tree.tokens[content.heads[0]].rel == "nsubj":
            # A noun phrase is content only for cues that take one: not "he is known by many".
            if not group.frames & {"object", "small", "blame"}:
                continue
            if "object" not in group.frames and len(content.spans) < 2:
                continue
        noun = tree.tokens[content.heads[0]].lemma
        if "object" in group.frames and (noun in group.not_objects or (group.objects and noun not in group.objects)):
            continue
        value = draft_value(tree, i, group, content, no)
        if value == "none" or span.upos == "VERB":
            continue
        return [make_draft(tree, i, cue, source, cue_span, content, value)]
    return []
