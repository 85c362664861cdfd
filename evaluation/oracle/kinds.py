"""Words that name the kinds of happening: their lemma and what an annotator that reads them rightly would call them.

Names of concepts, types and roles are those of the project's ontology and lexicons.
"""

from dataclasses import dataclass

from variorum.schema.concepts import Concept, load_concepts

CONCEPTS = {
    "clashed": ("clash", "clash"),
    "clashes": ("clash", "clash"),
    "clash": ("clash", "clash"),
    "exchanged fire": ("exchange fire", "clash"),
    "fought": ("fight", "battle"),
    "fighting": ("fighting", "battle"),
    "firefight": ("firefight", "clash"),
    "skirmishes": ("skirmish", "clash"),
    "battle": ("battle", "battle"),
    "captured": ("capture", "territorial_capture"),
    "capture": ("capture", "territorial_capture"),
    "took": ("take", "territorial_capture"),
    "took control": ("take control", "territorial_capture"),
    "fell": ("fall", "territorial_capture"),
    "falls": ("fall", "territorial_capture"),
    "seized": ("seize", "territorial_capture"),
    "seizes": ("seize", "territorial_capture"),
    "seizure": ("seizure", "territorial_capture"),
    "offensive": ("offensive", "offensive"),
    "launched an offensive": ("launch offensive", "offensive"),
    "launches offensive": ("launch offensive", "offensive"),
    "went on the offensive": ("go offensive", "offensive"),
    "met": ("meet", "meeting"),
    "meet": ("meet", "meeting"),
    "meeting": ("meeting", "meeting"),
    "sat down": ("sit down", "meeting"),
    "talks": ("talk", "talks"),
    "hold talks": ("hold talk", "talks"),
    "held talks": ("hold talk", "talks"),
    "held a round of talks": ("hold round", "talks"),
    "summit": ("summit", "summit"),
    "signed": ("sign", "signing"),
    "sign": ("sign", "signing"),
    "signing": ("signing", "signing"),
    "exchanged": ("exchange", "prisoner_exchange"),
    "exchange": ("exchange", "prisoner_exchange"),
    "prisoner exchange": ("prisoner exchange", "prisoner_exchange"),
    "prisoner swap": ("prisoner swap", "prisoner_exchange"),
    "swapped": ("swap", "prisoner_exchange"),
    "swap": ("swap", "prisoner_exchange"),
    "withdrew": ("withdraw", "withdrawal"),
    "withdraws": ("withdraw", "withdrawal"),
    "withdrawal": ("withdrawal", "withdrawal"),
    "pulled": ("pull", "withdrawal"),
    "pulled out": ("pull out", "withdrawal"),
    "pullout": ("pullout", "withdrawal"),
    "left": ("leave", "withdrawal"),
    "leave": ("leave", "withdrawal"),
    "protested": ("protest", "demonstration"),
    "protest": ("protest", "demonstration"),
    "protests": ("protest", "demonstration"),
    "marched": ("march", "demonstration"),
    "marches": ("march", "demonstration"),
    "march": ("march", "demonstration"),
    "rallied": ("rally", "demonstration"),
    "rally": ("rally", "demonstration"),
    "demonstrated": ("demonstrate", "demonstration"),
    "demonstration": ("demonstration", "demonstration"),
    "imposed sanctions": ("impose sanction", "sanction"),
    "imposes sanctions": ("impose sanction", "sanction"),
    "sanctioned": ("sanction", "sanction"),
    "sanctions": ("sanction", "sanction"),
    "attack": ("attack", "attack"),
    "agreement": ("agreement", "agreement"),
    "killed": ("kill", "killing"),
    "death toll": ("death toll", "casualties"),
}
"""Words that name a happening -> lemma and concept."""


RELATIONS = {"parent": "part_of", "cause": "responds_to", "terms": "announced_by"}
"""How a happening stands to one that is named beside it, by the form of the word's mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flavour:
    """How an attack was made, in words: finite verb, present, participle of headlines, -ing form, noun with its preposition."""

    past: str
    present: str
    participle: str
    gerund: str
    noun: str
    preposition: str
    concept: str
    lemma: str


FLAVOURS = {
    "shelling": Flavour(past="shelled", present="shell", participle="shelled", gerund="shelling", noun="shelling",
                        preposition="of", concept="shelling", lemma="shell"),
    "drone": Flavour(past="attacked", present="attack", participle="attacked", gerund="attacking", noun="drone attack",
                     preposition="on", concept="drone_attack", lemma="attack"),
    "airstrike": Flavour(past="bombed", present="bomb", participle="bombed", gerund="bombing", noun="airstrike",
                         preposition="on", concept="airstrike", lemma="bomb"),
    "raid": Flavour(past="raided", present="raid", participle="raided", gerund="raiding", noun="raid",
                    preposition="on", concept="raid", lemma="raid"),
}  # fmt: skip


def form_of(flavour: Flavour, form: str) -> str:
    """The word that stands for a form of a template: V, V_PRES, V_PART, G or N."""
    forms = {"V": flavour.past, "V_PRES": flavour.present, "V_PART": flavour.participle, "G": flavour.gerund}
    return forms.get(form, flavour.noun)


def read_word(words: str, flavour: Flavour | None) -> tuple[str, Concept]:
    """Lemma and concept of words that name a happening.

    Raises:
        KeyError: no kind of happening is named by them.
    """
    known = load_concepts().by_name
    if words in CONCEPTS:
        lemma, concept = CONCEPTS[words]
        return lemma, known[concept]
    if flavour is None or words not in (
        flavour.past,
        flavour.present,
        flavour.participle,
        flavour.gerund,
        flavour.noun,
    ):
        raise KeyError(words)
    lemma = flavour.noun if words == flavour.noun else flavour.lemma
    concept = {"attacked": "attack", "attack": "attack", "attacking": "attack", "bombed": "bombing"}.get(
        words, flavour.concept
    )
    return lemma, known[concept]


PACTS = {
    "ceasefire agreement": "ceasefire",
    "truce agreement": "ceasefire",
    "peace agreement": "peace_agreement",
}
"""What is signed -> its concept."""


def read_signed(words: str, pact: str) -> tuple[str, Concept]:
    """Lemma and concept of "signed" and "sign" with what is signed: an agreement, not a gesture; "signing" stays one."""
    if words in ("signed", "sign"):
        return f"sign {pact.split()[0]}", load_concepts().by_name[PACTS[pact]]
    return read_word(words, None)


ROLES = {
    "actor": "actor",
    "recipient": "recipient",
    "parties": "participant",
    "mediator": "mediator",
}
"""Slot of a template -> role of the event."""

FIGURES = {"killed": "killed", "wounded": "wounded", "released": "released", "troops": "troops", "crowd": "people"}
"""Slot of a template -> what is counted."""

NOUNS = {
    "killed": ("people", "person"),
    "wounded": ("people", "person"),
    "released": ("prisoners", "prisoner"),
    "troops": ("soldiers", "soldier"),
    "crowd": ("people", "person"),
}
"""Slot -> what is counted, in the plural and singular."""
