"""Event type, actor and recipient of single sentences in the PLOVER gold standard records."""

from coding import code
from data import Data, Item, span
from figures import f1

from dateline.evaluate.counting import Found
from dateline.evaluate.floors import Figure
from dateline.evaluate.spans import common, one_to_one
from dateline.records import CodedDocument, Entity

FILES = ("plover_gsr/dev.jsonl",)


def measure(data: Data) -> list[Figure]:
    """Micro F1 of the set of types; F1 of actors and recipients by head."""
    types, actors, recipients = Found(), Found(), Found()
    for item in data.items(FILES[0]):
        coded, gold = code(item["text"], item["date"]), item["gold"]
        found = {event.event for event in coded.events}
        types += Found(gold["event_type_2021"] in found, len(found), 1)
        of_actors, of_recipients = score_roles(gold, coded)
        actors += of_actors
        recipients += of_recipients
    return [
        f1("plover_gsr", "type_f1", types),
        f1("plover_gsr", "actor_head_f1", actors),
        f1("plover_gsr", "recipient_head_f1", recipients),
    ]


def score_roles(gold: Item, coded: CodedDocument) -> tuple[Found, Found]:
    """Actors and recipients. Where gold is reciprocal, who stands in which role does not count."""
    entities = {entity.id: entity for entity in coded.entities}
    coded_actors = dict.fromkeys(id_ for event in coded.events for id_ in event.actors)
    coded_recipients = dict.fromkeys(id_ for event in coded.events for id_ in event.recipients)
    if gold.get("reciprocal"):
        both = dict.fromkeys([*coded_actors, *coded_recipients])
        found = score_agents([*gold["actors"], *gold["recipients"]], [entities[i] for i in both], coded.text)
        return found, Found()
    return (
        score_agents(gold["actors"], [entities[i] for i in coded_actors], coded.text),
        score_agents(gold["recipients"], [entities[i] for i in coded_recipients], coded.text),
    )


def score_agents(gold: list[Item], entities: list[Entity], text: str) -> Found:
    """A participant is right when one of its mentions overlaps the gold span and ends in the same word."""
    wanted = [span(agent["span"]) for agent in gold if agent.get("span")]

    def likeness(one: tuple[int, int], entity: Entity) -> int:
        spans = [mention.span for mention in entity.mentions]
        same_head = [s for s in spans if last_word(text, s) == last_word(text, one)]
        return max((common(one, s) for s in same_head), default=0)

    return Found(len(one_to_one(wanted, entities, likeness)), len(entities), len(wanted))


def last_word(text: str, where: tuple[int, int]) -> str:
    """The last word of a span, without case and marks."""
    words = text[where[0] : where[1]].split()
    return words[-1].casefold().strip(".,;:()'\"") if words else ""
