"""An explanation in the terminal, drawn with rich. Color only repeats what the words say."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.claims.tracing import UNFIT, CueTrace
from dateline.events.tracing import Candidate
from dateline.export.explaining import Explanation, Looked, RecordExplanation, SentenceExplanation, Word
from dateline.export.field_reasons import FieldReason
from dateline.export.rule_words import refusal_words
from dateline.export.tree_lines import drawn_heads, plain_signs, tree_lines
from dateline.language.analysis import Token

_NAMED = 3
"""How many of the entries whose words are not there are named; the others are counted."""


def show_explanation(explanation: Explanation, console: Console) -> None:
    """Prints sentence by sentence: the tree, the words that were looked up, and the records that begin there."""
    records = {r.id: r for r in (*explanation.events, *explanation.claims)}
    shown: set[str] = set()
    for sentence in explanation.sentences:
        console.print(Rule(_title(explanation, sentence), align="left", style="dim"))
        console.print(Padding(Text(sentence.text), (0, 0, 1, 2)))
        console.print(_tree(sentence.words, console))
        _lookups(sentence, records, console)
        for id_ in (*sentence.events, *sentence.claims):
            record = records.get(id_)
            if record is None:
                continue
            if id_ in shown:
                console.print(Text(f"\n{id_} {record.title}: see sentence {_first(record, explanation)}", style="dim"))
                continue
            shown.add(id_)
            _record(record, sentence.number, console)
        if sentence.reason:
            console.print(Text.assemble("\n", ("no event: ", "bold"), refusal_words(sentence.reason)))
        console.print()


def _title(explanation: Explanation, sentence: SentenceExplanation) -> Text:
    name = explanation.source or explanation.id
    return Text(f"sentence {sentence.number} of {explanation.of} · {name}")


def _first(record: RecordExplanation, explanation: Explanation) -> int:
    told = {s.number for s in explanation.sentences}
    return next(n for n in record.sentences if n in told)


def _tree(words: Sequence[Word], console: Console) -> Table:
    """One line a word: number, branch and word, word class, relation, and what it stands for."""
    tokens = [Token(w.i - 1, *w.span, w.form, w.lemma, w.upos, "", w.head - 1, w.relation) for w in words]
    lines = tree_lines(tokens)
    moved = {i for i, head in enumerate(drawn_heads(tokens)) if head != tokens[i].head}
    relation = [f"{w.relation} of {w.head}" if n in moved else w.relation for n, w in enumerate(words)]
    branches = [plain_signs(b) if console.options.ascii_only else b for _, b in lines]
    numbers = max(len(str(len(words))), 2)
    classes = max(len(w.upos) for w in words)
    relations = max(len(name) for name in relation)
    marks = min(max(max(len(m) for m in w.marks) if w.marks else 0 for w in words), 20)
    room = max(console.width - numbers - classes - relations - marks - 8, 16)
    width = min(max(cell_len(b) + 1 + cell_len(words[i].form) for (i, _), b in zip(lines, branches, strict=True)), room)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", style="dim", width=numbers, no_wrap=True)
    grid.add_column(width=width, no_wrap=True, overflow="ellipsis")
    grid.add_column(style="dim", width=classes, no_wrap=True)
    grid.add_column(width=relations, no_wrap=True)
    grid.add_column(max_width=max(marks, 1))
    for (i, _), branch in zip(lines, branches, strict=True):
        word = words[i]
        left = width - 1 - min(cell_len(word.form), width - 4)
        # A tree deeper than the terminal is wide: the branches nearest to the word are the ones that count.
        drawn = branch if cell_len(branch) <= left else "…" + branch[len(branch) - left + 1 :]
        named = Text.assemble((drawn, "dim"), " ", (word.form, "bold" if word.marks else ""))
        grid.add_row(str(word.i), named, word.upos, relation[i], Text("\n".join(word.marks), style="cyan"))
    return grid


def _unfit(looked: Looked) -> bool:
    """True for a word that names nothing because each of its entries asks for other words around it."""
    return not looked.events and all(c.verdict == "missing" for c in looked.trace.candidates)


def _lookups(sentence: SentenceExplanation, records: dict[str, RecordExplanation], console: Console) -> None:
    if sentence.looked:
        console.print(Text("\nwords of the event lexicon", style="bold"))
    for looked in sentence.looked:
        if not _unfit(looked):
            _looked(looked, records, console)
    unfit = [
        f"{looked.word} ({_entries(len(looked.trace.candidates))})" for looked in sentence.looked if _unfit(looked)
    ]
    if unfit:
        each = "its entries ask" if len(unfit) == 1 else "the entries of each ask"
        told = Text(f"not here, {each} for words that are not there: {', '.join(unfit)}", style="dim")
        console.print(Padding(told, (0, 0, 0, 2)))
    _cues([cue for cue in sentence.cues if cue.reason != UNFIT], console)


def _looked(looked: Looked, records: dict[str, RecordExplanation], console: Console) -> None:
    named = ", ".join(f"{id_} {records[id_].title}" if id_ in records else id_ for id_ in looked.events)
    head = Text.assemble((looked.word, "bold"), ": ", f"names {named}" if named else "names no event")
    tried = looked.trace.candidates
    told = [c for c in tried if c.verdict in ("matched", "later", "blocked", "unmet")]
    untried = [c for c in tried if c.verdict == "untried"]
    # A refusal that only repeats the reason of a candidate is told there.
    if looked.how:
        head.append(f", {looked.how}")
    if looked.reason and not any(c.verdict in ("blocked", "unmet") for c in told):
        head.append(f": {looked.reason}")
    if untried:
        head.append(f" ({_entries(len(untried))} not tried)")
    console.print(Padding(head, (0, 0, 0, 2)))
    for candidate in told:
        console.print(Padding(_candidate(candidate, names=bool(looked.events) and looked.trace.anchor), (0, 0, 0, 4)))
    missing = [c for c in tried if c.verdict == "missing"]
    if missing:
        console.print(Padding(_missing(missing), (0, 0, 0, 4)))


def _candidate(candidate: Candidate, *, names: bool) -> Table:
    """`names`: the word names an event by this entry if it matched, not only as part of another's words."""
    decided = candidate.verdict == "matched" and names
    sign, style = ("=", "bold") if decided else ("-", "")
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column()
    what = f" {candidate.event}, frame {candidate.frame}"
    reason = candidate.reason or ("matched" if decided else "would fit")
    grid.add_row(sign, Text.assemble((candidate.words, style), (what, "dim"), f": {reason}"))
    return grid


def _missing(missing: Sequence[Candidate]) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column()
    shown = "; ".join(f"{c.words} ({c.event})" for c in missing[:_NAMED])
    more = f"; {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    asks = "asks" if len(missing) == 1 else "ask"
    grid.add_row("-", Text(f"{_entries(len(missing))} {asks} for words that are not there: {shown}{more}", style="dim"))
    return grid


def _entries(count: int) -> str:
    return f"{count} entr{'y' if count == 1 else 'ies'}"


def _cues(cues: Sequence[CueTrace], console: Console) -> None:
    """The words that signal claims, then the others by reason."""
    if cues:
        console.print(Text("\nwords that tell who says so", style="bold"))
    for cue in cues:
        if cue.claims:
            named = f": signals {', '.join(cue.claims)} "
            line = Text.assemble((cue.form, "bold"), named, (f"(cue {', '.join(cue.cues)})", "dim"))
            console.print(Padding(line, (0, 0, 0, 2)))
    for reason in dict.fromkeys(cue.reason for cue in cues if cue.reason):
        words = ", ".join(cue.form for cue in cues if cue.reason == reason)
        console.print(Padding(Text(f"no claim: {words}: {reason}", style="dim"), (0, 0, 0, 2)))


def _record(record: RecordExplanation, here: int, console: Console) -> None:
    others = [str(n) for n in record.sentences if n != here]
    also = f" · also in sentence {', '.join(others)}" if others else ""
    head = Text.assemble("\n", (f"{record.id} {record.title}", "bold"), (also, "dim"))
    console.print(head)
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", min_width=11, no_wrap=True)
    grid.add_column(ratio=1)
    arrow = "<-" if console.options.ascii_only else "←"
    for field in record.fields:
        grid.add_row(field.field, _field(field, arrow, numbered=len(record.sentences) > 1))
    console.print(Padding(grid, (0, 0, 0, 2)))


def _field(field: FieldReason, arrow: str, *, numbered: bool) -> Text:
    out = Text(field.value)
    if field.share is not None:
        out.append(f"  [found so, {field.share.right:.0%} are right]", style="dim")
    told: set[tuple[str, int | None, str]] = set()
    for reason in field.because:
        if (reason.words, reason.sentence, reason.reason) in told:
            continue
        told.add((reason.words, reason.sentence, reason.reason))
        at = f" (sentence {reason.sentence})" if numbered and reason.sentence and reason.words else ""
        words = f"“{reason.words}”{at}: " if reason.words else ""
        out.append(f"\n{arrow} {words}", style="dim")
        out.append(reason.reason, style="dim italic")
    return out
