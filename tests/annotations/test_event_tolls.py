"""Tolls of accidents: which event a count of victims belongs to, and what makes one event of an accident."""

import pytest
from annotations.factory import annotate_text


def told(found, word: str) -> set[tuple[str, float | None]]:
    """The counts of the event, in all its mentions, that a word names."""
    chain = next(e.chain for e in found.events if word in found.words(e.trigger).lower())
    return {count for e in found.events if e.chain == chain for count in found.counts(e)}


@pytest.mark.parametrize(
    ("text", "word", "counts"),
    [
        (
            "Two ferries collided off Ostravia on Friday. At least 36 people died.",
            "collided",
            {("killed", 36.0)},
        ),
        (
            "At least 36 people were killed and 85 injured when two trams collided in Ostravia on Friday.",
            "collided",
            {("killed", 36.0), ("wounded", 85.0)},
        ),
        (
            "A bus crash shook Ostravia on Friday. The number of those who lost their lives has risen to 46.",
            "crash",
            {("killed", 46.0)},
        ),
        (
            "A bus crash shook Ostravia on Friday. Of the 900 injured, 400 have left hospital.",
            "crash",
            {("wounded", 900.0)},
        ),
        (
            "Some 85 people have died in five weeks of fighting.",
            "fighting",
            {("killed", 85.0)},
        ),
    ],
)
def test_a_toll_belongs_to_what_killed(nlp, text, word, counts):
    assert told(annotate_text(text), word) == counts


@pytest.mark.parametrize(
    "text",
    [
        "Two ferries collided off Ostravia on Friday. In 1994 a similar voyage killed 12 people.",
        "Rebels attacked Ostravia on Friday. A bus crash held up the army. At least 36 people died.",
        "Two ferries collided off Ostravia on Friday. Rescuers carried out four bodies.",
    ],
)
def test_a_toll_of_something_else_is_not_the_accidents(nlp, text):
    found = annotate_text(text)
    crash = next(e for e in found.events if e.concept == "crash")
    assert {c for e in found.events if e.chain == crash.chain for c in found.counts(e)} == set()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Two ferries collided off Ostravia on Friday. The disaster was the worst in years. The accident is a mystery.",
            ["collided", "disaster", "accident"],
        ),
        (
            "A tram left the rails in Ostravia on Friday and ploughed into a shop.",
            ["left the rails", "ploughed into"],
        ),
    ],
)
def test_an_accident_is_one_event_by_whatever_word(nlp, text, words):
    found = annotate_text(text)
    assert len({found.event(word).chain for word in words}) == 1


def test_an_accident_of_another_year_is_another(nlp):
    found = annotate_text("Two trams collided in Ostravia on Friday. In 2007 a tram left the rails in Belmora.")
    assert found.event("collided").chain != found.event("left the rails").chain


def test_the_crash_of_a_report_that_tells_no_more_of_it_is_told(nlp):
    found = annotate_text("The minister stepped down a day after the crash.")
    assert found.event("crash").realis == "happened"


def test_what_is_not_to_be_called_an_accident_is_not_denied(nlp):
    found = annotate_text("Two ferries collided off Ostravia on Friday. It was not an accident, the drivers say.")
    assert {e.realis for e in found.events if e.type == "NONE"} == {"happened"}


def test_a_crash_stands_whatever_is_denied_of_it(nlp):
    found = annotate_text(
        "A tram crash shook Ostravia on Friday. The mayor denied that the crash had anything to do with the brakes."
    )
    assert {e.realis for e in found.events if e.concept == "crash"} == {"happened"}


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The death toll from the tram crash in Ostravia has risen to 40.", "event"),
        ("A tram crash in Ostravia killed 40 people.", "event"),
    ],
)
def test_the_sum_told_of_an_accident_is_its_own_toll(nlp, text, scope):
    assert {f.scope for f in annotate_text(text).found.figures if f.what == "killed"} == {scope}


@pytest.mark.parametrize(
    ("text", "word", "concept"),
    [
        ("Rescuers searched the wreckage for a second night.", "searched", "evacuation"),
        ("On Sunday they buried Ada Ferro in Belmora.", "buried", "funeral"),
        ("The government of Ostravia declared three days of national mourning.", "mourning", "funeral"),
        ("The tram drivers walked out for 24 hours on Friday.", "walked out", "labour_strike"),
        ("Ada Ferro was dismissed on Friday by the president.", "dismissed", "dismissal"),
        ("Two men were questioned by the police on Friday.", "questioned", "investigation"),
        ("President Ada Ferro visited the site on Friday.", "visited", "visit"),
    ],
)
def test_what_follows_an_accident_is_told(nlp, text, word, concept):
    assert annotate_text(text).event(word).concept == concept


def test_a_train_named_after_a_town_may_crash_elsewhere(nlp):
    found = annotate_text("A Lisbon train derailed near Porto on Friday.")
    assert found.place(found.event("derailed")) == "Porto"


@pytest.mark.parametrize(
    ("text", "word", "counts"),
    [
        ("In March rebels shelled the barracks at Kora. Nine men were dead by morning.", "shelled", {("killed", 9.0)}),
        ("Rebels shelled the town of Kora. Nine people were killed.", "shelled", {("killed", 9.0)}),
        ("Rebels shelled the town of Kora; nine people were killed.", "shelled", {("killed", 9.0)}),
        (
            "A drone struck a hospital in Kora. It was a clear night. He put the number of dead at three.",
            "struck",
            {("killed", 3.0)},
        ),
        (
            "A liner collided with a tanker off Mindoro in 1987; some 4,300 people perished.",
            "collided",
            {("killed", 4300.0)},
        ),
        ("Divers recovered 16 bodies on Thursday.", "recovered", {("killed", 16.0)}),
        ("A ferry sank off Lagos on Friday. By noon 41 bodies lay in the hall.", "sank", {("killed", 41.0)}),
    ],
)
def test_a_toll_goes_to_the_violence_told_just_before(nlp, text, word, counts):
    assert told(annotate_text(text), word) == counts


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rebels shelled the town of Kora.\n\nThe mayor spoke. The number of dead stood at three.", "shelled"),
        ("Rebels shelled the town of Kora. Three people died when their car left the road.", "shelled"),
        ("Rebels shelled the town of Kora. In 1994 a similar night left nine dead.", "shelled"),
        ("Rebels captured the town of Kora. Nine people were killed.", "captured"),
        ("A ferry sank off Lagos on Friday. Divers found 16 bodies.", "sank"),
    ],
)
def test_a_toll_of_something_else_is_not_that_of_the_violence_before(nlp, text, word):
    assert told(annotate_text(text), word) == set()


def test_a_toll_is_of_the_subject_of_the_clause_before_a_colon(nlp):
    found = annotate_text("The raid of 3 May was the worst since the war: 30 people were killed.")
    assert told(found, "raid") == {("killed", 30.0)}


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Sudan carried out a prisoner exchange at Kayes, and 24 prisoners went home.",
        "The prisoner swap at Kayes involved 24 prisoners.",
    ],
)
def test_prisoners_counted_beside_an_exchange_are_of_it(nlp, text):
    found = annotate_text(text)
    (event,) = [e for e in found.events if e.concept == "prisoner_exchange"]
    assert found.counts(event) == [("prisoner", 24.0)]
