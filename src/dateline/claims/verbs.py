"""Verb and adjective cues: from a token that may say something to a draft of its claim."""

from dateline.claims import contents
from dateline.claims.actuality import governor_of, is_open
from dateline.claims.clauses import clause, wh_adverbial
from dateline.claims.contents import Content
from dateline.claims.drafts import Draft, draft_value, make_draft
from dateline.claims.grammar import Tree, agent, cue_range, is_passive, meets, negated, nobody, own_subject, wh_word
from dateline.claims.passives import passive_drafts, quoted_as
from dateline.claims.sources import Reader, Source, fits
from dateline.claims.subjects import cue_source
from dateline.claims.wordorder import after_that, final_clause
from dateline.knowledge.cues import Cue, CueClass
from dateline.records.span import Span


def verb_drafts(reader: Reader, tree: Tree, i: int) -> list[Draft]:
    """The claims that token i signals: usually one or none. A cue whose content can only be a quotation beside it gives
    a draft without spans."""
    token = tree.tokens[i]
    if token.upos == "VERB" or (token.upos == "AUX" and token.rel not in ("aux", "cop")):
        cues = reader.pack.verbs.get(token.lemma, ())
    elif token.upos in ("ADJ", "ADV") or (token.upos == "VERB" and tree.children(i, "cop")):
        cues = reader.pack.adjectives.get(token.lemma, ())
    else:
        return []
    participle = token.form.lower()
    if token.upos == "VERB" and participle in reader.pack.adjectives and is_passive(tree, i) and agent(tree, i) is None:
        # "is convinced that" is tagged as a passive.
        cues = reader.pack.adjectives[participle]
    cues = tuple(cue for cue in cues if meets(tree, i, cue))
    if not cues or is_open(tree, i) or nobody(tree, i):
        return []
    if (
        cues[0].group.kind == "adjective"
        and token.upos != "VERB"
        and not tree.children(i, "cop", "aux")
        and token.rel not in ("xcomp", "acl", "advcl")
    ):
        return []
    governor = governor_of(reader, tree, i)
    if governor == "blocked":
        return []
    no = negated(tree, i) or governor == "withheld"
    quoted = quoted_as(reader, tree, i)
    if quoted is not None:
        said_by, cue_span, spare = quoted
        return [*spare, *_drafts(reader, tree, i, cues, said_by, cue_span, no)]
    if is_passive(tree, i) and cues[0].group.kind == "verb":
        return passive_drafts(reader, tree, i, cues, no)
    if _speaks(cues) and governor == "":
        final = final_clause(tree, reader.text, i)
        if final is not None and fits(reader, tree, final[0], cues[0].group, i):
            value = draft_value(tree, i, cues[0].group, final[1], no)
            first, last = cue_range(tree, i)
            return (
                []
                if value == "none"
                else [make_draft(tree, i, cues[0], final[0], tree.span(first, last), final[1], value)]
            )
    source = cue_source(reader, tree, i, governor)
    if source is None:
        return []
    return _drafts(reader, tree, i, cues, source, _cue_span(tree, i, governor), no)


def _drafts(
    reader: Reader, tree: Tree, i: int, cues: tuple[Cue, ...], source: Source, cue_span: Span, no: bool
) -> list[Draft]:
    quotable: Cue | None = None
    for cue in cues:
        group = cue.group
        if not fits(reader, tree, source, group, i):
            continue
        content = _content(reader, tree, i, group, source)
        if content is None and no:
            content, cue_span = _with_conjunct(reader, tree, i, group, source, cue_span)
            if content is None and "clause" in group.frames:
                content = wh_adverbial(tree, reader.text, i)
        if content is None and "clause" in group.frames:
            content = after_that(tree, reader.text, i, reader.pack.nouns)
        if content is not None:
            value = draft_value(tree, i, group, content, no)
            if value == "none":
                return []
            return [make_draft(tree, i, cue, source, cue_span, content, value)]
        if quotable is None and "quote" in group.frames and not no:
            quotable = cue
    if quotable is None:
        return []
    empty = Content((), (), "quote")
    return [make_draft(tree, i, quotable, source, cue_span, empty, quotable.group.factuality)]


def _content(reader: Reader, tree: Tree, i: int, group: CueClass, source: Source) -> Content | None:
    """The first frame of the class that the tree shows."""
    frames, text = group.frames, reader.text
    found: Content | None = None
    if "clause" in frames:
        found = clause(tree, text, i, reader.pack, source.token, group)
        if found is not None and found.frame == "clause" and _mere_question(tree, i, group, found):
            return None
    if found is None and "raise" in frames:
        found = contents.raised(tree, text, i)
    if found is None and "blame" in frames:
        found = contents.blame(tree, text, i)
    if found is None and "small" in frames:
        comparative = tree.tokens[i].lemma in ("put", "estimate")
        found = contents.small(tree, text, i, comparative=comparative) if not _in_relative(tree, i) else None
    if found is None and "infinitive" in frames:
        found = contents.infinitive(tree, text, i)
    if found is None and "gerund" in frames:
        found = contents.gerund(tree, text, i)
    if found is None and group.prepositions:
        found = contents.after_preposition(tree, text, i, group)
    if found is None and "object" in frames:
        found = contents.noun_object(tree, text, i, group)
    return found if found is not None and found.spans else None


def _speaks(cues: tuple[Cue, ...]) -> bool:
    """Whether the cue can close a sentence that is its content."""
    return cues[0].group.kind == "verb" and {"clause", "quote"} <= cues[0].group.frames


def _mere_question(tree: Tree, i: int, group: CueClass, content: Content) -> bool:
    """ "We know who did it": a wh-clause that says nothing. It counts where the cue asks, denies or withholds."""
    if group.wh or not content.heads:
        return False
    word = wh_word(tree, content.heads[0], i)
    return bool(word) and word not in ("whether",) and not negated(tree, i) and not _withheld(tree, i)


def _with_conjunct(
    reader: Reader, tree: Tree, i: int, group: CueClass, source: Source, cue_span: Span
) -> tuple[Content | None, Span]:
    """ "Neither praised nor denounced the raid": two negated cues with one content."""
    for c in tree.children(i, "conj"):
        if tree.tokens[c].lemma not in reader.pack.verbs or own_subject(tree, c) is not None:
            continue
        for cue in reader.pack.verbs[tree.tokens[c].lemma]:
            content = _content(reader, tree, c, cue.group, source)
            if content is not None:
                first = min((tree.left[k] for k in tree.sentence.children[i] if k < i and k > source.token), default=i)
                return content, (tree.tokens[first].start, tree.tokens[c].end)
    return None, cue_span


def _withheld(tree: Tree, i: int) -> bool:
    return tree.tokens[i].rel in ("xcomp", "ccomp", "advcl")


def _cue_span(tree: Tree, i: int, governor: str) -> Span:
    first, last = cue_range(tree, i)
    if governor == "withheld":
        head_first, _ = cue_range(tree, tree.tokens[i].head)
        first = min(first, head_first)
    return tree.span(first, last)


def _in_relative(tree: Tree, i: int) -> bool:
    """ "The alley that sailors call the funnel": a name, not a statement."""
    token = tree.tokens[i]
    return token.rel == "acl" and not any(tree.tokens[c].rel == "obj" and c > i for c in tree.sentence.children[i])


def quote_cue(reader: Reader, tree: Tree, i: int) -> Cue | None:
    """The entry by which token i can introduce a quotation, or None."""
    for cue in reader.pack.verbs.get(tree.tokens[i].lemma, ()):
        if "quote" in cue.group.frames and meets(tree, i, cue):
            return cue
    return None
