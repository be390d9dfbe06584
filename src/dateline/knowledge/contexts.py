"""Contexts: which of PLOVER's 37 contexts the words around an event support.

The cues stand in data/contexts.toml: lemmas, or several words side by side.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from msgspec import Struct

from dateline.errors import PackError
from dateline.knowledge.compact import read_pack
from dateline.knowledge.ontology import load_ontology


class Rules(Struct, frozen=True, eq=False):
    """What the participants add to or take from the contexts of the words (data/contexts.toml, `[rules]`)."""

    force: frozenset[str]
    force_keeps: frozenset[str]
    talk: frozenset[str]
    talk_sectors: frozenset[str]
    talk_countries: frozenset[str]


class Contexts(Struct, frozen=True, eq=False):
    """The cues: contexts by a single word, and by the first word of a longer cue (its other words, its contexts).

    `order` ranks the contexts as the ontology lists them.
    """

    words: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
    order: dict[str, int]
    rules: Rules


@cache
def load_contexts() -> Contexts:
    """The built-in cues, read once. PackError if the pack names a context that PLOVER lacks, or leaves one out."""
    pack = read_pack(files("dateline.knowledge") / "data" / "contexts.toml")
    raw = pack["cues"]
    ontology = load_ontology()
    for name in raw:
        ontology.require_context(name, where="contexts.toml")
    missing = [name for name in ontology.contexts if name not in raw]
    if missing:
        raise PackError(f"contexts.toml: no cues for {', '.join(missing)}")
    by_cue: dict[tuple[str, ...], list[str]] = {}
    for name, cues in raw.items():
        for cue in cues.split(", "):
            found = by_cue.setdefault(tuple(_pieces(cue)), [])
            if name not in found:
                found.append(name)
    words: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for (first, *rest), names in by_cue.items():
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), tuple(names)))
        else:
            words[first] = tuple(names)
    return Contexts(
        words=words,
        phrases={first: tuple(found) for first, found in phrases.items()},
        order={name: rank for rank, name in enumerate(ontology.contexts)},
        rules=Rules(**{key: frozenset(value) for key, value in pack["rules"].items()}),
    )


def contexts_of(lemmas: Iterable[str]) -> tuple[str, ...]:
    """The contexts that the words support, in the ontology's order; nothing for words without a cue.

    The words may be in any case, hyphenated words in one piece or in three ("pro", "-", "democracy").
    """
    known = load_contexts()
    pieces = [piece for lemma in lemmas for piece in _pieces(lemma)]
    found: set[str] = set()
    free = 0  # words before it belong to a longer cue: "war crimes" is no cue of crime
    for i, piece in enumerate(pieces):
        for rest, names in known.phrases.get(piece, ()):
            end = i + 1 + len(rest)
            if tuple(pieces[i + 1 : end]) == rest:
                found.update(names)
                free = max(free, end)
        if i >= free:
            found.update(known.words.get(piece, ()))
    return tuple(sorted(found, key=known.order.__getitem__)) if found else ()


def refine_contexts(
    contexts: Iterable[str], event: str, *, sectors: Iterable[str | None], countries: Iterable[str | None] = ()
) -> tuple[str, ...]:
    """The contexts of an event whose actors are known: `sectors` and `countries` are theirs.

    State forces make an event military (and what they do in a fight against terrorists no act of terrorism); talk of
    governments and intergovernmental bodies is diplomatic.
    """
    known = load_contexts()
    rules = known.rules
    acting = set(sectors)
    found = set(contexts)
    if event in rules.force:
        found &= rules.force_keeps
        if "MIL" in acting:
            found.discard("terrorism")
    if "MIL" in acting:
        found.add("military")
    if event in rules.talk and (acting & rules.talk_sectors or set(countries) & rules.talk_countries):
        found.add("diplomatic")
    return tuple(sorted(found, key=known.order.__getitem__))


def _pieces(text: str) -> list[str]:
    """Lower-case words without hyphens, so that both spellings of a hyphenated word meet."""
    return text.lower().replace("’", "'").replace("-", " ").split()
