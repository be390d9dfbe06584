"""First persons."""

from dateline.claims.attribution import find_attributions
from dateline.claims.speakers import is_first_person, resolve_first_person
from dateline.records.entity import Role


def _resolved(text, analysis, resolution, document, entities, **fields):
    parsed, known, given = analysis(text), resolution(analysis(text), entities), document(text, **fields)
    found = find_attributions(given, parsed, known)
    return parsed, resolve_first_person(given, parsed, known, found)


def _entity(parsed, resolved, form):
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.form == form:
                entity = resolved.entity(sentence.index, token.i)
                return None if entity is None else entity.name
    return None


def test_we_in_a_quotation_is_the_body_of_the_speaker(analysis, resolution, document):
    text = 'The envoy said: "We will stay."\nThe embassy welcomed the accord.'
    entities = [
        {"words": ["envoy"], "roles": (Role("envoy", None, organization="the embassy"),)},
        {"words": ["embassy"], "name": "the embassy", "kind": "government"},
    ]
    parsed, resolved = _resolved(text, analysis, resolution, document, entities)
    assert _entity(parsed, resolved, "We") == "the embassy"
    assert [m.form for m in resolved.entities[1].mentions] == ["pronoun", "nominal"]


def test_we_is_the_speaker_where_no_body_is_known(analysis, resolution, document):
    text = 'The envoy said: "We will stay."'
    parsed, resolved = _resolved(text, analysis, resolution, document, [{"words": ["envoy"]}])
    assert _entity(parsed, resolved, "We") == "envoy"


def test_we_in_a_statement_is_the_publisher(analysis, resolution, document):
    text = "We condemn the attack."
    parsed, resolved = _resolved(text, analysis, resolution, document, [], publisher="Ministry of Ports")
    assert _entity(parsed, resolved, "We") == "Ministry of Ports"


def test_we_without_a_publisher_is_the_body_that_speaks(analysis, resolution, document):
    text = "The United States condemns the attack.\nWe condemn the attack."
    entities = [{"words": ["States"], "name": "United States", "kind": "country"}]
    parsed, resolved = _resolved(text, analysis, resolution, document, entities)
    assert _entity(parsed, resolved, "We") == "United States"


def test_nobody_is_invented(analysis, resolution, document):
    text = "We condemn the attack."
    parsed, resolved = _resolved(text, analysis, resolution, document, [])
    assert _entity(parsed, resolved, "We") is None


def test_first_person_is_not_the_country(analysis):
    token = analysis("We condemn the attack.").sentences[0].tokens[0]
    assert is_first_person(token)
    assert not is_first_person(type(token)(0, 0, 2, "US", "us", "PROPN", "", -1, "root"))


def whole(text):
    from dateline.pipeline import code

    coded = code(text, published="2024-06-03")
    names = {e.id: e.name for e in coded.entities}
    return [(e.event, [names[a] for a in e.actors]) for e in coded.events]


def test_on_behalf_of_a_body_we_is_that_body():
    text = (
        '"In the name of the Ministry of Defense, I want to send condolences," Minister Olsen said. '
        '"We remain committed to Jordan."'
    )
    assert whole(text) == [("SUPPORT", ["Olsen"]), ("AGREE", ["Ministry of Defense"])]


def test_soldiers_abroad_are_not_the_body_that_speaks():
    from dateline.pipeline import code

    text = 'U.S. troops are in Niger. Defense Secretary Carl Brown said: "We condemn the attack."'
    coded = code(text, published="2024-06-03")
    who = next(e for e in coded.entities if e.id == coded.events[0].actors[0])
    assert (who.country, who.sector) == ("USA", "GOV")


def test_an_unnamed_author_is_of_the_side_of_we():
    from dateline.pipeline import code

    text = "I have spoken to the premier. The European Union welcomes the truce. We will host talks in Brussels."
    coded = code(text, published="2024-06-03")
    author = next(e for e in coded.entities if e.name == "I")
    assert (author.country, [a.relation for a in author.affiliations]) == ("IGO", ["member_of"])
