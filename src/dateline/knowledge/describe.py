"""The ontology in words: `python -m dateline.knowledge.describe` prints docs/ontology.md."""

from collections.abc import Iterator

from dateline.knowledge.ontology import EventType, Ontology, load_ontology

_HEAD = """# Ontology

Generated from `src/dateline/knowledge/data/ontology.toml` by `python -m dateline.knowledge.describe`; edit the pack,
not this page. Types, modes, contexts, sectors and scores are those of PLOVER 2021, the definitions are our own words.
Scores run from -10 (conflict) to 10 (cooperation); a mode without a score has that of its type.
"""


def describe(ontology: Ontology) -> str:
    """The text of docs/ontology.md."""
    return "\n".join([_HEAD, *_types(ontology), *_codes(ontology), *_cameo(ontology)]) + "\n"


def _types(ontology: Ontology) -> Iterator[str]:
    yield "## Event types\n"
    yield from _table(
        ["type", "quad class", "score", "recipient", "CAMEO", "meaning"],
        [
            [t.name, t.quad, _number(t.score), "required" if t.recipient else "", t.cameo, t.means]
            for t in ontology.types.values()
        ],
    )
    for event in ontology.types.values():
        if event.modes:
            yield from _modes(event)
        if event.note:
            yield f"Note on {event.name}: {event.note}\n"


def _modes(event: EventType) -> Iterator[str]:
    yield f"### {event.name}: modes\n"
    yield from _table(
        ["mode", "score", "CAMEO", "meaning"],
        [
            [name, "" if m.score is None else _number(m.score), m.cameo or "", m.means]
            for name, m in event.modes.items()
        ],
    )


def _codes(ontology: Ontology) -> Iterator[str]:
    for title, codes in (
        ("Contexts", ontology.contexts),
        ("Sectors", ontology.sectors),
        ("International codes", ontology.international),
    ):
        yield f"## {title}\n"
        yield from _table([title.lower().rstrip("s"), "meaning"], [[code, means] for code, means in codes.items()])


def _cameo(ontology: Ontology) -> Iterator[str]:
    yield "## CAMEO codes in PLOVER's terms\n"
    yield "A note tells where a row leaves the published CAMEO-to-PLOVER table of 2021, and why.\n"
    yield "An act with the status `future` or `hypothetical` is coded as in the column `meant`: CAMEO has no status.\n"
    yield from _table(
        ["code", "label", "meant", "type", "mode", "contexts", "note"],
        [
            [c.code, c.label, _meant(ontology, c.code), c.event or "", c.mode or "", " ".join(c.contexts), c.note or ""]
            for c in ontology.cameo.values()
        ],
    )


def _meant(ontology: Ontology, code: str) -> str:
    intent = ontology.intended(code)
    return "" if intent == code else intent


def _table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + " --- |" * len(head)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def _number(score: float) -> str:
    return f"{score:g}"


if __name__ == "__main__":
    print(describe(load_ontology()), end="")
