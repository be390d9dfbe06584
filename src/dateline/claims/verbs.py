"""Verb and adjective cues: from a token that may say something to a draft of its claim."""

from dateline.claims import contents
from dateline.claims.contents import Content
from dateline.claims.drafts import Draft, cue_value
from dateline.claims.grammar import (
    Tree,
    agent,
    cue_range,
    is_passive,
    meets,
    negated,
    own_subject,
    wh_word,
)
from dateline.claims.sources import Reader, Source, addressee, fits, source_at, subject_source
from dateline.knowledge.cues import Cue, CueClass
from dateline.records.span import Span

_OPEN_MARKS = frozenset({"if", "unless", "until", "whether", "lest", "before", "once"})
_DEONTIC = frozenset({"should", "must", "ought", "may", "might", "shall", "let"})
_CONFIDENCE = {
    "clause": 0.9,
    "interposed": 0.85,
    "parataxis": 0.85,
    "colon": 0.85,
    "object": 0.7,
    "small": 0.75,
    "blame": 0.85,
}


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
    if not cues or _open(tree, i):
        return []
    if (
        cues[0].group.kind == "adjective"
        and token.upos != "VERB"
        and not tree.children(i, "cop")
        and token.rel not in ("xcomp", "acl", "advcl")
    ):
        return []
    governor = _governor(reader, tree, i)
    if governor == "blocked":
        return []
    no = negated(tree, i) or governor == "withheld"
    quoted = _quoted_as(reader, tree, i)
    if quoted is not None:
        source, cue_span, spare = quoted
        return [*spare, *_drafts(reader, tree, i, cues, source, cue_span, no)]
    if is_passive(tree, i) and cues[0].group.kind == "verb":
        return _passive(reader, tree, i, cues, no)
    source = _source(reader, tree, i, governor)
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
                content = contents.wh_adverbial(tree, reader.text, i)
        if content is not None:
            value = _value(tree, i, group, content, no)
            if value == "none":
                return []
            return [_draft(reader, tree, i, cue, source, cue_span, content, value)]
        if quotable is None and "quote" in group.frames and not no:
            quotable = cue
    if quotable is None:
        return []
    empty = Content((), (), "quote")
    return [_draft(reader, tree, i, quotable, source, cue_span, empty, quotable.group.factuality)]


def _draft(
    reader: Reader, tree: Tree, i: int, cue: Cue, source: Source, cue_span: Span, content: Content, value: str
) -> Draft:
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


def _content(reader: Reader, tree: Tree, i: int, group: CueClass, source: Source) -> Content | None:
    """The first frame of the class that the tree shows."""
    frames, text = group.frames, reader.text
    found: Content | None = None
    if "clause" in frames:
        found = contents.clause(tree, text, i, reader.pack, source.token, group)
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
    if found is None and tree.tokens[i].rel == "xcomp" and "clause" in frames and group.kind == "adjective":
        found = None
    return found if found is not None and found.spans else None


def _mere_question(tree: Tree, i: int, group: CueClass, content: Content) -> bool:
    """ "We know who did it": a wh-clause that says nothing. It counts where the cue asks, denies or withholds."""
    if group.wh or not content.heads:
        return False
    word = wh_word(tree, content.heads[0], i)
    return bool(word) and word not in ("whether",) and not negated(tree, i) and not _withheld(tree, i)


def _value(tree: Tree, i: int, group: CueClass, content: Content, no: bool) -> str:
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


def _with_conjunct(
    reader: Reader, tree: Tree, i: int, group: CueClass, source: Source, cue_span: Span
) -> tuple[Content | None, Span]:
    """ "Neither confirmed nor denied the raid": two negated cues with one content."""
    for c in tree.children(i, "conj"):
        if tree.tokens[c].lemma not in reader.pack.verbs or own_subject(tree, c) is not None:
            continue
        for cue in reader.pack.verbs[tree.tokens[c].lemma]:
            content = _content(reader, tree, c, cue.group, source)
            if content is not None:
                first = min((tree.left[k] for k in tree.sentence.children[i] if k < i and k > source.token), default=i)
                return content, (tree.tokens[first].start, tree.tokens[c].end)
    return None, cue_span


def _open(tree: Tree, i: int) -> bool:
    """True where nothing is said yet: "if he says", "should admit", "may argue", "do say", "to say" as a purpose."""
    token = tree.tokens[i]
    plain_no = False
    for c in tree.sentence.children[i]:
        child = tree.tokens[c]
        if child.rel == "mark" and c < i and child.lemma in _OPEN_MARKS:
            return True
        if child.rel == "aux" and child.lemma in _DEONTIC:
            plain_no = True
    if plain_no:
        return True
    if "Mood=Imp" in token.feats and own_subject(tree, i) is None:
        return True
    if token.rel == "conj" and token.head >= 0 and own_subject(tree, i) is None:
        head = tree.tokens[token.head]
        # "neither confirmed nor denied": the first verb has taken the content of both.
        if any(tree.tokens[c].lemma == "nor" for c in tree.children(i, "cc")) and head.upos == "VERB":
            return True
        return any(
            tree.tokens[c].rel == "aux" and tree.tokens[c].lemma in _DEONTIC for c in tree.sentence.children[token.head]
        )
    return token.rel == "acl" and any(tree.tokens[c].lemma == "to" for c in tree.children(i, "mark"))


def _governor(reader: Reader, tree: Tree, i: int) -> str:
    """What an infinitive cue hangs on: "withheld" (declined to say), "light" (went on to say), "blocked" (wanted to say),
    or "" for a cue that is no infinitive."""
    token = tree.tokens[i]
    if token.rel == "advcl" and any(tree.tokens[c].lemma == "to" for c in tree.children(i, "mark")):
        return "blocked" if token.head < 0 or not _predicate(tree, token.head) else _by_head(reader, tree, token.head)
    if token.rel not in ("xcomp", "ccomp") or token.head < 0:
        return ""
    infinitive = any(tree.tokens[c].lemma == "to" and tree.tokens[c].rel == "mark" for c in tree.sentence.children[i])
    if not infinitive and not token.form.endswith("ing"):
        return "blocked" if tree.tokens[token.head].lemma == "let" else ""
    if own_subject(tree, i) is not None:
        return ""
    return _by_head(reader, tree, token.head)


def _by_head(reader: Reader, tree: Tree, head: int) -> str:
    words = reader.pack.words
    lemma = tree.tokens[head].lemma
    if lemma in words.withhold or tree.tokens[head].form.lower() in words.withhold:
        return "withheld"
    if lemma == "have" and any(tree.tokens[c].lemma == "yet" for c in tree.sentence.children[head]):
        return "withheld"
    if lemma in words.light:
        return "withheld" if negated(tree, head) else "light"
    if lemma in ("quote", "cite", "report") and lemma in reader.pack.verbs or lemma in ("quote", "cite"):
        return ""
    return "blocked"


def _predicate(tree: Tree, head: int) -> bool:
    return tree.tokens[head].upos in ("ADJ", "VERB")


def _withheld(tree: Tree, i: int) -> bool:
    return tree.tokens[i].rel in ("xcomp", "ccomp", "advcl")


def _source(reader: Reader, tree: Tree, i: int, governor: str) -> Source | None:
    if governor in ("withheld", "light"):
        head = tree.tokens[i].head
        found = subject_source(reader, tree, head)
        if found is not None:
            return found
        return None
    around = contents.interposed_subject(tree, i)
    if around is not None:
        return source_at(reader, tree, around, i)
    token = tree.tokens[i]
    if own_subject(tree, i) is None and token.rel != "xcomp" and not token.form.endswith("ing"):
        inverted = _inverted_subject(tree, i)
        if inverted is not None:
            return source_at(reader, tree, inverted, i)
    if contents.is_adding(tree, i):
        speaker = _speaker_above(reader, tree, i)
        if speaker is not None:
            return speaker
    found = subject_source(reader, tree, i)
    if token.rel == "parataxis" and found is not None and found.borrowed and not token.form.endswith("ing"):
        found = None
    if found is None and token.rel in ("root", "parataxis", "conj", "ccomp") and "VerbForm=Fin" in token.feats:
        return _surface_subject(tree, i)
    return found


def _inverted_subject(tree: Tree, i: int) -> int | None:
    """ "..., insisted a guard": a subject after the cue that the parser took for an object."""
    tokens = tree.tokens
    if i == 0 or tokens[i - 1].form not in (",", '"', "”", "’", "'", "—", "–", "-") or tree.children(i, "ccomp"):
        return None
    for c in tree.children(i, "iobj", "obj", "obl"):
        if c > i and not tree.preposition(c) and tokens[c].upos in ("NOUN", "PROPN", "PRON") and tree.left[c] == i + 1:
            return c
    return None


def _speaker_above(reader: Reader, tree: Tree, i: int) -> Source | None:
    """For ", adding that" at the end of what somebody said: that somebody."""
    at = tree.tokens[i].head
    while at >= 0:
        if tree.tokens[at].lemma in reader.pack.verbs and tree.children(at, "ccomp", "parataxis"):
            found = subject_source(reader, tree, at)
            if found is not None:
                return Source(found.token, found.span, borrowed=True)
        at = tree.tokens[at].head
    return None


def _surface_subject(tree: Tree, i: int) -> Source | None:
    """The noun phrase right before a finite cue to which the tree gives no subject."""
    tokens = tree.tokens
    last = i - 1
    while last >= 0 and tokens[last].upos in ("AUX", "ADV", "PART"):
        last -= 1
    first = last
    while first >= 0 and tokens[first].rel != "punct" and tokens[first].upos not in ("CCONJ", "VERB", "SCONJ"):
        first -= 1
    first += 1
    heads = [t for t in range(first, last + 1) if tokens[t].upos in ("NOUN", "PROPN", "PRON")]
    if not heads or last - first > 12:
        return None
    tops = [t for t in heads if tokens[t].head not in range(first, last + 1)] or heads
    while first < tops[0] and tokens[first].upos in ("ADP", "PUNCT"):
        return None
    return Source(tops[0], tree.span(first, last))


def _cue_span(tree: Tree, i: int, governor: str) -> Span:
    first, last = cue_range(tree, i)
    if governor == "withheld":
        head_first, _ = cue_range(tree, tree.tokens[i].head)
        first = min(first, head_first)
    return tree.span(first, last)


def _quoted_as(reader: Reader, tree: Tree, i: int) -> tuple[Source, Span, list[Draft]] | None:
    """ "Was quoted by state radio as saying", "her lawyer quoted the prisoner as saying": the one quoted is the source.

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
        spans = contents.runs(tree, reader.text, tree.left[objects[0]], tree.right[i], set())
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


def _passive(reader: Reader, tree: Tree, i: int, cues: tuple[Cue, ...], no: bool) -> list[Draft]:
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
        content = contents.passive_subject(tree, reader.text, i)
        if content is None or not content.spans:
            continue
        noun = tree.tokens[content.heads[0]].lemma
        if "object" in group.frames and (noun in group.not_objects or (group.objects and noun not in group.objects)):
            continue
        value = _value(tree, i, group, content, no)
        if value == "none" or span.upos == "VERB":
            continue
        return [_draft(reader, tree, i, cue, source, cue_span, content, value)]
    return []


def _in_relative(tree: Tree, i: int) -> bool:
    """ "The checkpoint that locals call the oven": a name, not a statement."""
    token = tree.tokens[i]
    return token.rel == "acl" and not any(tree.tokens[c].rel == "obj" and c > i for c in tree.sentence.children[i])


def quote_cue(reader: Reader, tree: Tree, i: int) -> Cue | None:
    """The entry by which token i can introduce a quotation, or None."""
    for cue in reader.pack.verbs.get(tree.tokens[i].lemma, ()):
        if "quote" in cue.group.frames and meets(tree, i, cue):
            return cue
    return None
