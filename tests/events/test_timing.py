from dateline.events.timing import times_of_sentence
from dateline.language.trees import read_tree
from dateline.records import Time
from dateline.resolving.resolution import FoundTime

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"


def found(sentence, word, precision="day"):
    token = next(t for t in sentence.tokens if t.form == word)
    time = Time(
        id="t1",
        span=(token.start, token.end),
        type="DATE",
        value="2024-05-06",
        from_="2024-05-06",
        to="2024-05-07",
        precision=precision,
    )
    return FoundTime(time=time, sentence=0, head=token.i, first=token.i, last=token.i + 1)


def owned(sentence, times, anchors):
    owners = {t.i: anchors.index(t.form) for t in sentence.tokens if t.form in anchors}
    return {anchors[n]: index for n, (index, _) in times_of_sentence(sentence, times, owners).items()}


def test_the_time_of_saying_is_not_the_time_of_what_is_said():
    sentence = read_tree(
        f"He he PRON 2 nsubj\nsaid say VERB 0 root {FIN}\nMonday _ PROPN 2 obl:unmarked\nthat that SCONJ 6 mark\nrebels rebel NOUN 6 nsubj\n"
        f"attacked attack VERB 2 ccomp {FIN}"
    )
    assert owned(sentence, {0: found(sentence, "Monday")}, ["attacked"]) == {}


def test_a_time_climbs_to_its_own_clause():
    sentence = read_tree(
        f"Rebels rebel NOUN 2 nsubj\nattacked attack VERB 0 root {FIN}\nand _ CCONJ 4 cc\nwithdrew withdraw VERB 2 conj {FIN}\nTuesday _ PROPN 4 obl:unmarked"
    )
    assert owned(sentence, {0: found(sentence, "Tuesday")}, ["attacked", "withdrew"]) == {"withdrew": 0}


def test_a_noun_owns_the_time_in_its_phrase_and_the_finer_time_wins():
    sentence = read_tree(
        f"Monday _ PROPN 3 nmod:poss\n~'s 's PART 1 case\nraid _ NOUN 4 nsubj\nbegan begin VERB 0 root {FIN}\ndawn _ NOUN 4 obl"
    )
    times = {0: found(sentence, "Monday"), 1: found(sentence, "dawn", "part_of_day")}
    assert owned(sentence, times, ["raid"]) == {"raid": 1}
