from dateline.resolving.entities import quotations
from dateline.resolving.speakers import speakers_of


def speakers(analysis):
    return speakers_of(analysis, quotations(analysis.text))


def test_the_subject_over_the_clause_speaks(parsed):
    analysis = parsed(
        "We/PRON/3/nsubj will/AUX/3/aux act/VERB/5/ccomp Ruiz/PROPN/5/nsubj said/VERB/0/root/say ./PUNCT/5/punct"
    )
    assert speakers(analysis) == {(0, 0): (0, 3)}


def test_a_quotation_that_goes_on_keeps_its_speaker(parsed):
    analysis = parsed(
        (
            '"~/PUNCT/2/punct Yes~/INTJ/5/ccomp ,~/PUNCT/2/punct "/PUNCT/2/punct'
            " Ruiz/PROPN/6/nsubj said~/VERB/0/root/say ./PUNCT/6/punct"
        ),
        '"~/PUNCT/3/punct I/PRON/3/nsubj agree~/VERB/0/root .~/PUNCT/3/punct "/PUNCT/3/punct',
    )
    assert speakers(analysis) == {(1, 1): (0, 4)}


def test_what_follows_a_colon_is_the_speakers(parsed):
    analysis = parsed(
        "The/DET/2/det minister/NOUN/3/nsubj said~/VERB/0/root/say :/PUNCT/3/punct",
        "I/PRON/2/nsubj welcome/VERB/0/root peace/NOUN/2/obj",
        "Our/PRON/2/nmod:poss door/NOUN/4/nsubj is/AUX/4/cop open/ADJ/0/root",
    )
    assert speakers(analysis) == {(1, 0): (0, 1), (2, 0): (0, 1)}


def test_the_we_of_a_statement_is_the_body_that_condemns(parsed):
    analysis = parsed(
        "Norway/PROPN/2/nsubj condemns/VERB/0/root/condemn violence/NOUN/2/obj",
        "We/PRON/2/nsubj mourn/VERB/0/root",
    )
    assert speakers(analysis) == {(1, 0): (0, 0)}


def test_without_a_speaker_there_is_none(parsed):
    assert speakers(parsed("We/PRON/2/nsubj left/VERB/0/root/leave")) == {}
    assert speakers(parsed("Ruiz/PROPN/2/nsubj left/VERB/0/root/leave")) == {}
