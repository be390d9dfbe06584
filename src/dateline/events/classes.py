"""The class of a participant, for the conditions of frames: HUMAN, GROUP, COUNTRY, PLACE, FACILITY, WEAPON ..."""

from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.nouns import load_nouns
from dateline.language.analysis import Analysis
from dateline.resolving.resolution import Resolution

WORDS = load_grammar()

KIND_CLASSES: dict[str, tuple[str, ...]] = {
    "person": ("HUMAN",),
    "population": ("HUMAN",),
    "organization": ("GROUP",),
    "armed_group": ("GROUP", "FORCE"),
    "military": ("GROUP", "FORCE"),
    "government": ("GROUP",),
    "country": ("COUNTRY", "PLACE"),
    "place": ("PLACE",),
    "facility": ("FACILITY",),
    "weapon": ("WEAPON",),
    "other": ("THING",),
}
AGENT_CLASSES = frozenset({"HUMAN", "GROUP", "COUNTRY"})


def classes_of(analysis: Analysis, resolution: Resolution, sentence: int, token: int) -> frozenset[str]:
    """All classes that the phrase headed by this token belongs to; AGENT stands for HUMAN, GROUP or COUNTRY.

    Personal pronouns and names that nothing is known of count as agents: leaving out an unknown actor loses an event,
    and the frames' other conditions still hold.
    """
    t = analysis.sentences[sentence].tokens[token]
    out: set[str] = set()
    entity = resolution.entity(sentence, token)
    noun = load_nouns().get(t.lemma) if t.upos in ("NOUN", "PROPN") else None
    if noun is not None:
        out.add(noun.thing)
        company = noun.sector == "BUS" and noun.thing in ("GROUP", "COMPANY")
        if noun.kind in ("military", "armed_group"):
            out.add("FORCE")
        if company:
            out.add("COMPANY")
    guessed = {"person": "HUMAN", "organization": "GROUP"}.get(t.semantic)
    if entity is not None and entity.kind == "other" and noun is None and guessed:
        # a noun that the lexicon lacks ("defector"): the model's class of the phrase decides
        out.add(guessed)
    elif entity is not None and not (noun is not None and entity.kind == "other"):
        out.update(KIND_CLASSES.get(entity.kind, ()))
        if entity.sector == "BUS" and entity.kind != "person":
            out.add("COMPANY")
        if entity.place is not None:
            out.add("PLACE")
    if t.lemma.lower() in WORDS.pronouns.personal:
        out.add("HUMAN")
    elif not out:
        semantic = t.semantic
        if semantic == "person":
            out.add("HUMAN")
        elif semantic == "organization":
            out.add("GROUP")
        elif semantic == "place":
            out.add("PLACE")
        elif semantic == "event":
            out.add("EVENT")
        elif t.upos == "PROPN":
            out.add("GROUP")
        else:
            out.add("THING")
    if out & AGENT_CLASSES:
        out.add("AGENT")
    return frozenset(out)
