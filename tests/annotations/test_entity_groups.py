"""Words that stand for several name those who are meant."""

from annotations.factory import annotate_text


def test_both_sides_are_the_armed_sides_and_not_who_speaks_for_them():
    text = (
        "Sudan's army and the paramilitary Rapid Support Forces signed a truce, the United States and Saudi Arabia said "
        "in a joint statement. Antony Blinken called on both sides to hold their fire."
    )
    read = annotate_text(text).found
    sides = next(e for e in read.entities if e.form == "group" and text[e.span.start : e.span.end].endswith("sides"))
    names = {e.name for e in read.entities if e.chain in sides.members}
    assert names == {"army", "Rapid Support Forces"}
