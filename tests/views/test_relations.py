"""How events stand to each other, in words and links."""

from views.factory import event_id, make_rows

from variorum.schema.ids import mint
from variorum.views.catalogue import Catalogue
from variorum.views.dossier import make_dossier, render_dossier
from variorum.views.explain import explain_item
from variorum.views.relations import relations_of
from variorum.views.show import show_record

TALKS, CLASH = event_id("talks"), event_id("clash")


def test_relation_is_told_from_both_sides():
    catalogue = Catalogue(make_rows())
    (own,), (back,) = relations_of(catalogue, TALKS), relations_of(catalogue, CLASH)
    assert (own.text, own.event_id, own.own) == ("follows Fighting at the Lower Weir (Feb 2031)", CLASH, True)
    assert (back.text, back.event_id, back.own) == (
        "followed by Velm and Osrin hold talks on Tarn (4 Mar 2031)",
        TALKS,
        False,
    )


def test_relation_to_an_event_that_is_gone_is_not_told():
    rows = make_rows()
    rows["events"] = [row for row in rows["events"] if row["event_id"] != CLASH]
    assert relations_of(Catalogue(rows), TALKS) == ()


def test_explanation_of_an_event_says_why():
    told = explain_item(Catalogue(make_rows()), TALKS)
    relation_id = mint("relation", "follows", TALKS, CLASH)
    line = f"follows Fighting at the Lower Weir (Feb 2031): the words say so: “followed” ({relation_id})"
    assert ("relation", line) in told.facts


def test_relation_is_explained_with_its_words_and_what_would_change_it():
    told = explain_item(Catalogue(make_rows()), mint("relation", "follows", TALKS, CLASH))
    assert told.what == "Velm and Osrin hold talks on Tarn: follows Fighting at the Lower Weir"
    assert [w.quote for w in told.witnesses] == ["The talks followed an attack by Osrin on the weir"]
    assert "rule it out" in told.change


def test_terminal_and_dossier_show_it_once_at_the_event_and_link_to_the_other():
    catalogue = Catalogue(make_rows())
    page = show_record(catalogue, width=100, color=False, unicode=True)
    assert page.count("follows Fighting at the Lower Weir (Feb 2031)") == 1
    assert "followed by" not in page
    html = render_dossier(make_dossier(catalogue))
    assert f'<dt>follows</dt><dd><a class="go" href="#{CLASH}"' in html
    assert f'<dt>followed by</dt><dd><a class="go" href="#{TALKS}"' in html
