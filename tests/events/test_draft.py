from dateline.events.draft import Filler


def test_keys_of_a_role_come_in_order_and_once(draft):
    fillers = tuple(
        Filler(role, key, "subj", "subject")
        for role, key in (("actor", (0, 4)), ("recipient", (0, 2)), ("actor", (0, 1)), ("actor", (0, 4)))
    )
    made = draft(fillers=fillers)
    assert made.keys("actor") == ((0, 4), (0, 1))
    assert made.keys("recipient") == ((0, 2),)
    assert made.keys("instrument") == ()
