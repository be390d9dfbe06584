from dateline.resolving.clusters import Clusters, Item, agrees
from dateline.resolving.readings import Reading
from dateline.resolving.resolution import Phrase


def item(words, sentence=0, head=0, *, form="name", kind="organization", key=None, **more):
    phrase = Phrase(sentence, head, head, head + 1, form)
    reading = Reading(
        phrase,
        form,
        kind,
        words,
        words.lower(),
        country=more.pop("country", None),
        proper=words if form == "name" else None,
    )
    return Item(reading=reading, sentence=sentence, head=head, kind=kind, key=key, **more)


def put(clusters, found):
    number = clusters.new(found)
    clusters.put(found, number)
    return number


def test_a_participant_is_found_by_key_surname_and_initials():
    clusters = Clusters()
    body = put(clusters, item("Salt River Brigade", key="name:salt river brigade"))
    person = put(clusters, item("Ana Ruiz", 1, 3, kind="person"))
    assert clusters.by_key("name:salt river brigade") == body
    assert clusters.by_initials("srb") == body
    assert clusters.by_surname("ruiz") == person
    assert clusters.by_surname("ana") is None
    assert clusters.at(1, 3) == person
    assert clusters.at(1, 4) is None


def test_two_become_one_and_old_numbers_still_lead_there():
    clusters = Clusters()
    named, described = (
        put(clusters, item("Ruiz", kind="person")),
        put(clusters, item("minister", 0, 4, form="nominal", kind="person")),
    )
    clusters.union(described, named)
    assert clusters.find(described) == clusters.find(named) == named


def test_two_known_names_stay_two():
    clusters = Clusters()
    one, two = put(clusters, item("A", key="actor:1")), put(clusters, item("B", 0, 2, key="actor:2"))
    clusters.union(one, two)
    assert clusters.find(one) != clusters.find(two)


def test_what_is_long_past_is_forgotten():
    clusters = Clusters()
    old, new = put(clusters, item("Alpha")), put(clusters, item("Beta", 9))
    clusters.forget_before(9)
    assert [cluster.number for cluster in clusters.recent()] == [new]
    assert old not in {cluster.number for cluster in clusters.recent()}


def test_an_adjective_in_passing_is_not_recent():
    clusters = Clusters()
    iran = put(clusters, item("Iran", kind="country", key="country:IRN"))
    clusters.put(item("Iranian", 3, 2, kind="country", key="country:IRN", adjective=True), iran)
    assert clusters[iran].last.sentence == 0


def test_agreement():
    clusters = Clusters()
    army = clusters[put(clusters, item("army", kind="military", form="nominal", country="IRQ"))]
    assert agrees(army, item("forces", kind="military"))
    assert not agrees(army, item("forces", kind="military", country="SYR"))
    assert not agrees(army, item("Iraq", kind="country"))
    assert not agrees(army, item("house", kind="facility"))
