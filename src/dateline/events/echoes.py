"""Echoes: nouns that only name again what was told before - "this operation", "the response", "the incident"."""

import tomllib
from functools import cache
from importlib.resources import files

from dateline.events.coordination import coordinated
from dateline.events.draft import Draft, Filler
from dateline.events.grammar import case_of
from dateline.events.noun_slots import noun_slots
from dateline.events.placing import place_in_slots
from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.operators import load_light
from dateline.language.analysis import Analysis, Sentence
from dateline.records.event import Why
from dateline.resolving.resolution import Resolution

WORDS = load_grammar()


@cache
def load_echoes() -> dict[str, tuple[str, ...]]:
    """Noun lemma to the event types that it may stand for, likeliest first."""
    path = files("dateline.knowledge") / "data" / "echoes.toml"
    return {k: tuple(v) for k, v in tomllib.loads(path.read_text(encoding="utf-8"))["echo"].items()}


def find_echoes(analysis: Analysis, resolution: Resolution, index: int, taken: frozenset[int]) -> tuple[Draft, ...]:
    """Mentions that can only join an earlier event (`echo` lists the types they may join). `taken` are tokens that
    already name an event of their own."""
    sentence = analysis.sentences[index]
    echoes = load_echoes()
    out: list[Draft] = []
    for token in sentence.tokens:
        types = echoes.get(token.lemma) if token.upos == "NOUN" and token.i not in taken else None
        if types is None or token.rel in ("compound", "flat", "fixed"):
            continue
        determiner = _determiner(sentence, token.i)
        if determiner not in WORDS.determiners.pointing or (determiner == "the" and _new(sentence, token.i)):
            continue
        slots, carrier = noun_slots(sentence, token.i, load_light())
        fillers = tuple(
            Filler("actor", (index, t), s.key, s.via)
            for s in slots
            if s.name in ("poss", "subj") or s.key == "nmod:by"
            for t in coordinated(sentence, s.token)
        )
        place = place_in_slots(analysis, resolution, index, slots, ())
        tokens = (token.i,) if carrier is None or carrier in taken else (token.i, carrier)
        out.append(
            Draft(
                sentence=index,
                token=token.i,
                tokens=tokens,
                pos="noun",
                frame=f"echo.{token.lemma}",
                event=types[0],  # type: ignore[arg-type]
                modes=(),
                contexts=(),
                cameo=None,
                reciprocal=False,
                fillers=fillers,
                status="actual",
                historical=False,
                place=None if place is None else place.key,
                time=None,
                effects=(),
                count=None,
                why=(Why("mentions", (token.start, token.end), f"'{determiner} {token.form}' names an event again"),),
                confidence=0.3,
                echo=types,
            )
        )
    return tuple(out)


def _determiner(sentence: Sentence, i: int) -> str:
    for c in sentence.children[i]:
        child = sentence.tokens[c]
        if child.rel == "det":
            return child.lemma.lower()
    return ""


def _new(sentence: Sentence, i: int) -> bool:
    """True for a definite noun whose own complement says which one is meant: "the action of the court", not an echo."""
    return any(
        sentence.tokens[c].rel == "acl"
        or (sentence.tokens[c].rel == "nmod" and case_of(sentence, c) in ("of", "for", "to"))
        for c in sentence.children[i]
    )
