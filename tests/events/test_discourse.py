from dateline.events.discourse import settle
from dateline.language.analysis import Analysis
from dateline.records import Entity, Mention, Place, When
from dateline.resolving.resolution import Resolution

TEXT = "Nine raids in the north. Four raids in Jos. Talks.\nA blast elsewhere."
DAY = When("2024-05-13", "2024-05-14", "day", "0")
GUESS = When(None, "2024-05-15", "unknown", None, True)


def at(words):
    start = TEXT.index(words)
    return start, start + len(words)


def entity(id, name, kind, country="NGA", precision=None):
    place = None if precision is None else Place(9.9, 8.9, None, country, None, None, precision)
    mentions = (Mention(at(name), at(name), "name"),) if name in TEXT else ()
    return Entity(id=id, name=name, kind=kind, mentions=mentions, country=country, place=place)


ENTITIES = (
    entity("0", "north", "place", precision=4),
    entity("1", "Jos", "place", precision=1),
    entity("2", "elsewhere", "place", country="BEN", precision=1),
    entity("3", "army", "military"),
    entity("4", "Nigeria", "country", precision=6),
)


def settled(*events, entities=ENTITIES):
    analysis = Analysis(text=TEXT, sentences=(), paragraphs=(), model="by hand")
    return settle(analysis, Resolution(entities, {}, {}, (), {}, {}), events)


def test_place_and_time_carry_over_inside_a_paragraph_only(event):
    first = event("0", at("Nine raids"), actors=("3",), place="1", when=DAY)
    same = event("1", at("Four raids"), actors=("3",), when=GUESS)
    far = event("2", at("blast"), actors=("3",), when=GUESS)
    _, near, beyond = settled(first, same, far, entities=ENTITIES[:4])
    assert (near.place, near.when) == ("1", DAY)
    assert (beyond.place, beyond.when) == (None, GUESS)


def test_no_time_is_taken_from_other_people_or_from_what_never_happened(event):
    first = event("0", at("Nine raids"), actors=("3",), place="1", when=DAY)
    others = event("1", at("Four raids"), actors=("2",), when=GUESS)
    assert settled(first, others)[1].when == GUESS
    planned = event("1", at("Four raids"), actors=("3",), when=GUESS, status="future")
    assert (settled(first, planned)[1].when, settled(first, planned)[1].place) == (GUESS, None)


def test_what_is_said_at_a_meeting_was_said_there_and_then(event):
    meeting = event("0", at("Four raids"), event="CONSULT", actors=("3", "4"), place="1", when=DAY)
    said = event("1", at("Talks"), event="AGREE", actors=("3",), recipients=("4",), when=GUESS)
    absent = event("2", at("blast"), event="AGREE", actors=("2",), when=GUESS)
    _, there, elsewhere = settled(meeting, said, absent)
    assert (there.place, there.when) == ("1", DAY)
    assert (elsewhere.place, elsewhere.when) == (None, GUESS)


def test_one_country_for_all_is_the_country_of_the_rest(event):
    placed = event("0", at("Four raids"), event="PROTEST", place="1")
    unplaced = event("1", at("blast"), actors=("3",))
    assert settled(placed, unplaced)[1].place == "4"
    abroad = event("2", at("Talks"), event="PROTEST", place="2")
    assert settled(placed, abroad, unplaced)[2].place is None


def test_where_only_one_country_is_told_of_harm_lies_there(event):
    from dateline.pipeline import code

    def placed(text):
        coded = code(text, published="2024-06-03")
        names = {e.id: e.name for e in coded.entities}
        return [(e.event, names.get(e.place)) for e in coded.events if e.event in ("ASSAULT", "RETREAT")]

    report = "The report describes the situation in Chad. It details attacks on farmers by the army."
    assert placed(report) == [("ASSAULT", "Chad")]
    assert placed(report + " The envoys met in Oslo.") == [("ASSAULT", None)]
    fought = (
        "Rebels shelled farmers in Chad. The envoys met in Oslo and called for a ceasefire between the army and rebels."
    )
    assert ("RETREAT", "Chad") in placed(fought)


def test_the_country_is_where_they_stand_not_whose_troops_they_are():
    from dateline.pipeline import code

    text = "Kenyan troops serve in Somalia. U.S. forces are advising Somali forces in the southern half of the country."
    coded = code(text, published="2024-06-03")
    names = {e.id: e.name for e in coded.entities}
    assert [names.get(e.place) for e in coded.events if e.event == "AID"] == ["Somalia"]


def test_what_is_asked_of_the_state_of_one_who_is_there_was_asked_there():
    from dateline.pipeline import code

    text = "The British premier met the Russian president in Geneva. The premier pressed Russia to end the siege."
    coded = code(text, published="2024-06-03")
    names = {e.id: e.name for e in coded.entities}
    assert next(names.get(e.place) for e in coded.events if e.event == "REQUEST") == "Geneva"
