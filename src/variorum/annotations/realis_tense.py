"""What the tense of a finite verb tells: over, going on, usual, or told in the present of a title."""

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.realis_cues import HAPPENED, PRESENT, VERBAL, Reading, lemma_of, load_cues

STILL = frozenset({"still", "currently", "now"})
FOLLOWING = frozenset({"come", "follow"})
"""Verbs whose present tense sets news in its frame: "The decision comes as ..."."""

LASTING = frozenset({"continue", "persist", "rage"})
"""Verbs that in the past tense too tell of what is not over."""

DONE = frozenset(
    {"destroy", "kill", "injure", "wound", "hurt", "damage", "devastate", "ruin", "wreck", "maim", "orphan"}
)
"""Verbs whose present passive tells the state after the deed: "the city is destroyed"."""

TIMETABLE = frozenset(
    {"begin", "start", "open", "resume", "close", "end", "arrive", "leave", "depart", "return", "convene"}
)
"""Verbs whose present tense with a day tells of a timetable: "the trial opens on Friday"."""

ANYBODY = frozenset({"anyone", "anybody", "those", "someone", "somebody", "everyone", "people", "person", "whoever"})
POINTING = frozenset({"the", "this", "that", "these", "those"})


def read_tense(verb: Token, *, headline: bool) -> Reading:
    """Read a finite verb by its tense and aspect alone."""
    helping = {t.tag_ for t in syntax.children_of(verb, "aux", "auxpass")}
    if verb.lemma_ == "go" and verb.tag_ == "VBG" and syntax.children_of(verb, "xcomp"):
        return "planned", verb
    if _is_progressive(verb):
        still = any(t.lower_ in STILL for t in syntax.children_of(verb, "advmod"))
        now = helping & {"VBZ", "VBP"} or still or told_of_now(verb)
        return ("ongoing", verb) if now else HAPPENED
    if goes_on(verb):
        return "ongoing", verb
    if _lasts_since(verb):
        return "ongoing", verb
    passive = verb.tag_ == "VBN" and any(t.tag_ in PRESENT for t in syntax.children_of(verb, "auxpass"))
    present = verb.tag_ in PRESENT or (passive and verb.lemma_ not in DONE)
    if verb.tag_ == "VBZ" and verb.lemma_ in FOLLOWING and syntax.children_of(verb, "prep", "advcl"):
        return HAPPENED
    if not present or headline or lemma_of(verb) in load_cues().speech or _shows_picture(verb):
        return HAPPENED
    if verb.tag_ in PRESENT and is_timetabled(verb) and lemma_of(verb) in TIMETABLE:
        return "planned", verb
    usual = _is_generic(verb) or _whenever(verb) or (verb.tag_ in PRESENT and _describes(verb))
    return ("habitual" if usual else "ongoing"), None


def _lasts_since(verb: Token) -> bool:
    """ "Has occupied the town since May", "have fought for ten years": what lasts and is told in the present perfect."""
    if lemma_of(verb) not in load_cues().state_verbs or verb.tag_ != "VBN":
        return False
    if not any(t.lower_ in ("has", "have", "'ve", "’ve") for t in syntax.children_of(verb, "aux")):
        return False
    since = any(t.lower_ == "since" for t in verb.children)
    clause = any(t.lower_ == "since" for c in syntax.children_of(verb, "advcl") for t in c.children)
    lengths = (o for p, o in syntax.prepositional(verb, "for") if o.ent_type_ in ("DATE", "TIME"))
    return since or clause or any(lengths)


def is_timetabled(verb: Token) -> bool:
    """True for a verb with a day or hour of its own ("opens on Friday"), not one with "since" or "every"."""
    times = [
        o for p, o in syntax.prepositional(verb, "on", "at", "in", "until", "till") if o.ent_type_ in ("DATE", "TIME")
    ]
    times += [t for t in syntax.children_of(verb, "npadvmod") if t.ent_type_ in ("DATE", "TIME")]
    usual = any(t.lower_ in ("every", "each") or t.tag_ == "NNS" for time in times for t in (time, *time.children))
    return bool(times) and not usual


def _shows_picture(verb: Token) -> bool:
    """ "In this file photo, X is led into court": the words of a picture tell in the present what was."""
    start, end = syntax.sentence_bounds(verb)
    words = verb.doc[start:end]
    shown = any(
        t.lower_ in ("photo", "photograph", "picture") and t.nbor(-1).lower_ in ("file", "this", "handout")
        for t in words
        if t.i
    )
    dated = any(p.lower_ == "on" and o.ent_type_ == "DATE" and _has_year(o) for p, o in syntax.prepositional(verb))
    return shown or (dated and lemma_of(verb) not in load_cues().stative)


def _has_year(day: Token) -> bool:
    return any(len(t.text) == len("2000") and t.text.isdigit() for t in day.subtree)


def _describes(verb: Token) -> bool:
    """ "A service which simulates X", "those who attack": a relative clause in the present that says of which kind a thing is."""
    if verb.dep_ != "relcl" or verb.pos_ != "VERB" or lemma_of(verb) in load_cues().stative:
        return False
    kind = verb.head
    if kind.lower_ in ANYBODY:
        return True
    named = kind.pos_ != "NOUN" or any(t.dep_ == "poss" or t.lower_ in POINTING for t in kind.children)
    at_day = any(t.ent_type_ in ("DATE", "TIME") for t in verb.children)
    return not named and not at_day


def _whenever(verb: Token) -> bool:
    """ "When there is an emergency, it triggers ...": two presents joined by "when" tell what is usual."""
    return any(
        clause.tag_ in PRESENT and any(t.lower_ in ("when", "whenever") for t in syntax.children_of(clause, "advmod"))
        for clause in syntax.children_of(verb, "advcl")
    )


def _is_generic(verb: Token) -> bool:
    """ "Pesticides turn safe": bare plurals in the simple present tell how things are, where nothing is named."""
    if verb.lemma_ in ("be", "have") or verb.pos_ != "VERB":
        return False
    if any(t.ent_type_ in ("DATE", "TIME", "GPE", "LOC", "ORG", "NORP", "PERSON") for t in verb.subtree):
        return False
    acting = [t for t in syntax.subjects(verb) if t.tag_ == "NNS" or t.lower_ in ("those", "anyone", "everyone")]
    return bool(acting) and all(not syntax.children_of(t, "det", "nummod", "poss", "amod") for t in acting)


def _is_progressive(verb: Token) -> bool:
    if any(t.lower_ == "being" for t in syntax.children_of(verb, "aux", "auxpass")):
        return True
    return verb.tag_ == "VBG" and any(t.lemma_ == "be" for t in syntax.children_of(verb, "aux"))


def told_of_now(verb: Token) -> bool:
    """ "He said troops were advancing": the past of reported speech is the speaker's present."""
    return first_conjunct(verb).dep_ == "ccomp"


def goes_on(verb: Token) -> bool:
    """True for "continues", "is under way", "is ongoing"."""
    cues = load_cues()
    if lemma_of(verb) in (cues.lasting if verb.tag_ in PRESENT else LASTING):
        return True
    said = {t.lower_ for t in syntax.children_of(verb, "acomp", "advmod", "attr")}
    under_way = any(
        p.lower_ in ("under", "in") and o.lower_ in ("way", "progress") for p, o in syntax.prepositional(verb)
    )
    return verb.lemma_ == "be" and (under_way or bool(said & cues.ongoing))


def first_conjunct(verb: Token) -> Token:
    """The first of joined verbs that share a subject."""
    while verb.dep_ == "conj" and verb.head.pos_ in VERBAL and not syntax.children_of(verb, *syntax.SUBJECTS):
        verb = verb.head
    return verb
