"""Roles: from the slots around an anchor to its participants, as the frame assigns them."""

from dateline.events.classes import classes_of
from dateline.events.deep_slots import deep_fillers
from dateline.events.draft import Filler
from dateline.events.issuers import is_document, issuers
from dateline.events.means import means, targets_of_means
from dateline.events.members import members_of
from dateline.events.orders import is_direction
from dateline.events.owners import owners
from dateline.events.slots import Slot
from dateline.knowledge.frames import Entry, Frames
from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.nouns import load_nouns
from dateline.language.analysis import Analysis
from dateline.resolving.resolution import Resolution, TokenKey

WORDS = load_grammar()

THINGS = frozenset({"FACILITY", "VEHICLE", "WEAPON", "THING", "PLACE", "MONEY"})


def fill_roles(
    analysis: Analysis,
    resolution: Resolution,
    index: int,
    anchor: int,
    entry: Entry,
    slots: tuple[Slot, ...],
    frames: Frames,
    consumed: tuple[int, ...] = (),
) -> tuple[Filler, ...]:
    """The participants of one anchor. People, groups and countries act and are acted on; things are objects or
    instruments, and their owners take the personal role."""
    noun = entry.pos == "noun"
    table = entry.frame.noun_roles if noun else entry.frame.verb_roles
    out: list[Filler] = []
    political = entry.frame.event in POLITICAL
    aimed = targets_of_means(analysis.sentences[index], anchor)
    for slot in (*slots, *(s for s in aimed if s.prep not in {have.prep for have in slots})):
        role = table.get(slot.key, table.get(f"obl:{slot.prep}") if slot in aimed else None)
        if role is None and noun:
            if slot.name == "subj":
                role = "actor"
            elif slot.name == "undergoer":
                role = "object_or_recipient"
            elif slot.name == "iobj":
                role = "recipient"
            elif slot.name == "nmod":
                # what the pattern says of the verb's oblique holds for the light verb's too
                role = entry.frame.verb_roles.get(f"obl:{slot.prep}") if "light verb" in slot.via else None
        if role is None or role == "none" or (index, slot.token) in resolution.time_of:
            continue
        if is_direction(analysis.sentences[index], slot):
            continue
        for token in members_of(analysis.sentences[index], slot.token):
            if token != anchor and not (token in consumed and _is_name_of_act(analysis, resolution, index, token)):
                owner = table.get(f"{slot.key}.owner", "recipient")
                # one bans or raids a party, and throws stones at its house
                body = political or (entry.frame.event == "COERCE" and _is_body(analysis, index, token))
                out.extend(_assign(analysis, resolution, index, token, slot, role, owner, political, body=body))
    out.extend(means(analysis, resolution, index, anchor, table))
    if noun and not any(f.role == "recipient" for f in out):
        out.extend(_victims(analysis, index, anchor))
    filled = {f.role for f in out}
    taken = {f.key for f in out if f.role != "topic"}
    deep = deep_fillers(analysis, resolution, index, slots, table, frames)
    out.extend(f for f in deep if f.role not in filled and f.key not in taken)
    return _without_own(resolution, _distinct(out))


def _victims(analysis: Analysis, index: int, anchor: int) -> list[Filler]:
    """ "The victims of the raid", "the wounded in the attack", whatever the parser hangs the act on."""
    sentence = analysis.sentences[index]
    prep = next((c for c in sentence.children[anchor] if sentence.tokens[c].rel == "case" and c < anchor), 0)
    before = sentence.tokens[prep - 1] if prep > 0 else None
    if before is None or sentence.tokens[prep].lemma not in ("of", "in", "from"):
        return []
    if before.lemma not in WORDS.nouns.victims and before.form.lower() not in WORDS.nouns.victims:
        return []
    return [Filler("recipient", (index, before.i), f"nmod:{sentence.tokens[prep].lemma}", "who suffered it")]


POLITICAL = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"}
)
"""Types in which the name of a place stands for those who govern there ("condemned Ankara")."""


def _is_name_of_act(analysis: Analysis, resolution: Resolution, index: int, token: int) -> bool:
    """True for a required word that names the act ("made an *offer*"), not a thing in it ("fired *rockets*")."""
    return not classes_of(analysis, resolution, index, token) & TANGIBLE


TANGIBLE = frozenset({"WEAPON", "VEHICLE", "FACILITY", "HUMAN", "GROUP", "PLACE", "COUNTRY"})


def _assign(
    analysis: Analysis,
    resolution: Resolution,
    index: int,
    token: int,
    slot: Slot,
    role: str,
    owner: str,
    political: bool,
    *,
    body: bool,
) -> list[Filler]:
    key = (index, token)
    if analysis.sentences[index].tokens[token].form.lower() in WORDS.pronouns.reflexive:
        return []
    classes = classes_of(analysis, resolution, index, token)
    agent = "AGENT" in classes
    if slot.name in ("amod", "compound") and not (agent and resolution.entity(*key) is not None):
        if role in ("instrument", "actor_or_instrument") and "WEAPON" in classes:
            return [Filler("instrument", key, slot.key, slot.via)]
        if role == "topic":
            return [Filler(role, key, slot.key, slot.via)]
        return []
    if role == "actor_or_instrument" and not agent and not classes & {"PLACE", "EVENT"} and slot.name != "subj":
        return [Filler("instrument", key, slot.key, slot.via)]
    if role in ("actor", "actor_or_instrument"):
        return _actor(analysis, resolution, key, classes, slot)
    if role == "object_or_recipient":
        if not body and _stands_somewhere(resolution, key):
            return _thing(analysis, resolution, key, classes, slot, owner)
        if (agent or (political and "PLACE" in classes)) and not ("PLACE" in classes and slot.prep == "in"):
            return [Filler("recipient", key, slot.key, slot.via)]
        return _thing(analysis, resolution, key, classes, slot, owner)
    if "EVENT" in classes and not agent and role in ("recipient", "object_or_recipient", "object"):
        return [Filler("topic", key, slot.key, slot.via)]
    if role == "recipient":
        named_place = "PLACE" in classes and analysis.sentences[index].tokens[token].upos == "PROPN"
        received = "FACILITY" in classes and slot.prep in ("to", "on", "at")
        if not agent and analysis.sentences[index].tokens[token].lemma in WORDS.nouns.control:
            return [Filler(role, o, slot.key, "who had control") for o in owners(analysis, resolution, key)]
        if not agent and not named_place and not received:
            return [Filler("topic", key, slot.key, slot.via)]
        return [Filler("recipient", key, slot.key, slot.via)]
    if role == "object" and "FORCE" in classes and not classes & {"PLACE", "FACILITY", "VEHICLE", "WEAPON"}:
        # "pushed the rebels out of the town": fighters are no thing
        role = "recipient"
    if (
        role == "instrument"
        and not classes & {"WEAPON", "VEHICLE", "FACILITY"}
        and not _is_tool(analysis, key, classes)
    ):
        return []
    return [Filler(role, key, slot.key, slot.via)]


def _is_tool(analysis: Analysis, key: TokenKey, classes: frozenset[str]) -> bool:
    """True for a thing that the lexicon knows ("with clubs"), not for what only goes along ("with the support of")."""
    if classes & {"AGENT", "EVENT", "PLACE", "MONEY"}:
        return False
    token = analysis.sentences[key[0]].tokens[key[1]]
    return token.semantic == "object" or load_nouns().get(token.lemma) is not None


def _is_body(analysis: Analysis, index: int, token: int) -> bool:
    """True for a noun that names people together: "party", "union"; not for their house."""
    noun = load_nouns().get(analysis.sentences[index].tokens[token].lemma)
    return noun is not None and noun.thing == "GROUP"


def _stands_somewhere(resolution: Resolution, key: TokenKey) -> bool:
    """True for a body that is named only by its house: "a party office", "the studios of a broadcaster"."""
    entity = resolution.entity(*key)
    if entity is None or entity.kind != "organization" or entity.sector in ("MIL", "REB", "COP", "GOV"):
        return False
    return not any(m.form == "name" for m in entity.mentions)


def _actor(
    analysis: Analysis, resolution: Resolution, key: TokenKey, classes: frozenset[str], slot: Slot
) -> list[Filler]:
    if "AGENT" in classes:
        return [Filler("actor", key, slot.key, slot.via)]
    named_place = "PLACE" in classes and analysis.sentences[key[0]].tokens[key[1]].upos == "PROPN"
    if ("PLACE" in classes and slot.name in ("subj", "poss")) or (named_place and slot.name == "obj"):
        return [Filler("actor", key, slot.key, slot.via)]
    if slot.name == "subj" and is_document(analysis, key):
        return [Filler("actor", who, slot.key, "issuer of the document") for who in issuers(analysis, resolution, key)]
    if classes & {"WEAPON", "VEHICLE", "THING"} and slot.name == "subj":
        # "shells hit", "Israeli jets struck": the thing is the instrument, whoever owns it acts
        out = [
            Filler("actor", owner, slot.key, "owner of the instrument") for owner in owners(analysis, resolution, key)
        ]
        if classes & {"WEAPON", "VEHICLE"}:
            out.append(Filler("instrument", key, slot.key, slot.via))
        return out
    return []


def _thing(
    analysis: Analysis, resolution: Resolution, key: TokenKey, classes: frozenset[str], slot: Slot, owner: str
) -> list[Filler]:
    out = [] if classes == {"EVENT"} else [Filler("object", key, slot.key, slot.via)]
    if owner != "none":
        out.extend(Filler(owner, o, slot.key, "owner of the object") for o in owners(analysis, resolution, key))
    return out


GUESSED = frozenset({"participle", "subject of the governing clause", "infinitive of the noun"})
"""Ways to a subject that stands in another clause."""


def _without_own(resolution: Resolution, fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Without recipients that are the actor again ("offered *his* condolences", "renewed *its* pledge")."""
    struck = {resolution.entity_of.get(f.key) for f in fillers if f.role == "recipient" and f.slot == "obj"} - {None}
    # "to arm those fighting the militia": the object is sure, the subject only guessed from another clause
    fillers = tuple(
        f for f in fillers if f.role != "actor" or f.via not in GUESSED or resolution.entity_of.get(f.key) not in struck
    )
    actors = {resolution.entity_of.get(f.key) for f in fillers if f.role == "actor"} - {None}
    return tuple(f for f in fillers if f.role != "recipient" or resolution.entity_of.get(f.key) not in actors)


def _distinct(fillers: list[Filler]) -> tuple[Filler, ...]:
    """One filler a role and token; a token that acts is not acted on by the same mention."""
    seen: set[tuple[str, TokenKey]] = set()
    actors = {f.key for f in fillers if f.role == "actor" and f.via != "owner of the instrument"}
    out: list[Filler] = []
    for filler in fillers:
        if (filler.role, filler.key) in seen or (filler.role == "recipient" and filler.key in actors):
            continue
        seen.add((filler.role, filler.key))
        out.append(filler)
    return tuple(out)
