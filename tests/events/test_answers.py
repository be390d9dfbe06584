"""Answers over sentences: stated by a word of answering, never by order in time."""

import pytest

from dateline.pipeline import code


def answered(text):
    """Pairs of anchors: what answers, and what it answers."""
    coded = code(text, published="2024-06-03")
    words = {e.id: text[e.anchor[0] : e.anchor[1]] for e in coded.events}
    return [(words[e.id], words[r]) for e in coded.events for r in e.responds_to]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "Rebels attacked an army base near Gao on Monday. In response, the army shelled the town.",
            [("shelled", "attacked")],
        ),
        (
            "Gunmen killed three policemen in Kano. Police retaliated by burning two villages.",
            [("burning", "killed")],
        ),
        ("Al-Shabaab bombed a hotel in Garissa. Kenya retaliated with air strikes on its camps.", [("retaliated", "bombed")]),
        (
            "Iran expelled two French diplomats. France expelled two Iranian diplomats in return.",
            [("expelled", "expelled")],
        ),
        (
            "The rebels ambushed a convoy on Friday. Retaliatory raids by the army killed ten people.",
            [("raids", "ambushed")],
        ),
        (
            "Turkish jets bombed camps in Iraq. The operation came in response to an attack on a police station.",
            [("bombed", "attack")],
        ),
        ("Police arrested the mayor. The move sparked protests in Lima.", [("protests", "arrested")]),
        (
            "Norway imposed sanctions on two generals. The measures are a response to the killing of protesters.",
            [("imposed", "killing")],
        ),
        (
            "The army killed two protesters in Bamako on Monday. Hundreds marched in the capital to protest the killings.",
            [("marched", "killed")],
        ),
        ("Togo recalled its envoy after soldiers seized power in Niger, citing the coup.", [("recalled", "seized")]),
        ("Rebels attacked a base on Monday. On Tuesday the army shelled the town.", []),
        ("Rebels attacked a base on Monday. After that, the army shelled the town.", []),
        ("In return for aid, the generals freed ten men.", []),
        ("The army shelled the town. In response, the army burned a village.", []),
    ],
)  # fmt: skip
def test_answers_to_what_was_told_before(text, links):
    assert answered(text) == links
