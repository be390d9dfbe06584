import pytest

from dateline.knowledge.nouns import load_nouns
from dateline.resolving.clusters import Item
from dateline.resolving.readings import Reading
from dateline.resolving.resolution import Phrase
from dateline.resolving.surroundings import Surroundings, is_state_body


def body(words, sentence, head, *, kind="military", sector="MIL", country=None, key=None, traits=()):
    reading = Reading(
        Phrase(sentence, head, head, head + 1, "nominal"),
        "nominal",
        kind,
        words,
        words,
        country,
        sector,
        noun=load_nouns().get(words),
        traits=frozenset(traits),
    )
    return Item(reading=reading, sentence=sentence, head=head, kind=kind, key=key)


def test_a_bare_body_goes_with_its_sector_then_with_the_land(parsed):
    sentences = parsed(*["x/NOUN/0/root y/NOUN/1/obj z/NOUN/1/obl"] * 5).sentences
    soldiers, syria = (
        body("soldier", 0, 0, country="TUR"),
        body("syria", 0, 2, kind="country", sector=None, key="country:SYR"),
    )
    clusters = {(0, 0): 0, (0, 2): 1}
    surroundings = Surroundings(sentences, [soldiers, syria], clusters, {})
    assert surroundings.land_near(body("army", 1, 0)) == "TUR"
    assert surroundings.land_near(body("police", 1, 0, kind="organization", sector="COP")) == "SYR"
    assert surroundings.land_near(body("army", 4, 0)) is None


def test_the_country_of_the_owner(parsed):
    sentences = parsed("its/PRON/2/nmod:poss people/NOUN/0/root").sentences
    clusters = {(0, 0): 7}
    surroundings = Surroundings(sentences, [], clusters, {})
    people = body("people", 0, 1, kind="population", sector="CVL")
    assert surroundings.owner_country(people) is None
    surroundings.learn(7, "IRQ")
    assert surroundings.owner_country(people) == "IRQ"


@pytest.mark.parametrize(
    ("words", "traits", "expected"),
    [
        ("army", (), True),
        ("police", (), True),
        ("army", ("christian",), False),
        ("coalition", (), False),
        ("militia", (), False),
    ],
)
def test_is_state_body(words, traits, expected):
    noun = load_nouns().get(words)
    found = body(words, 0, 0, kind=noun.kind, sector=noun.sector, traits=traits)
    assert is_state_body(found.reading) is expected
