from dateline.events.orders import authorizers
from dateline.language.trees import read_trees

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"


def words(analysis, keys):
    return [analysis.sentences[s].tokens[t].form for s, t in keys]


def test_who_gives_the_order_authorizes(by_hand):
    ordered = read_trees(f"Biden _ PROPN 2 nsubj\nordered order VERB 0 root {FIN}\nairstrikes airstrike NOUN 2 obj")
    assert words(ordered, [f.key for f in authorizers(ordered, 0, (2,))]) == ["Biden"]
    directed = read_trees(
        "At _ ADP 4 case\nBiden _ PROPN 4 nmod:poss\n~'s 's PART 2 case\ndirection _ NOUN 6 obl\nforces force NOUN 6 nsubj\n"
        f"struck strike VERB 0 root {FIN}"
    )
    assert words(directed, [f.key for f in authorizers(directed, 0, (5,))]) == ["Biden"]


def test_nobody_authorizes_what_is_merely_reported():
    analysis = read_trees(f"Biden _ PROPN 2 nsubj\npraised praise VERB 0 root {FIN}\nairstrikes airstrike NOUN 2 obj")
    assert authorizers(analysis, 0, (2,)) == ()


def test_the_giver_of_an_order_beside_the_order():
    from dateline.pipeline import code

    text = "Acting on orders from the palace, port police seized a truck in Gao."
    coded = code(text, published="2024-06-03")
    names = {e.id: e.name for e in coded.entities}
    assert [names[a] for e in coded.events for a in e.authorizers] == ["the palace"]
