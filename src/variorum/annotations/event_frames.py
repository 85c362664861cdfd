"""Which grammatical place fills which role: frames of verbs, light verbs and event nouns, and prepositions by type.

General English, as grammars and dictionaries of verbs and their complements list it.
"""

from collections.abc import Mapping

Frame = Mapping[str, str]
"""Role by grammatical place: subject, object, agent, holder, present, or a preposition."""

FRAMES: Mapping[str, Frame] = {
    "actor-recipient": {
        "subject": "actor",
        "object": "recipient",
        "against": "recipient",
        "on": "recipient",
        "at": "recipient",
        "inviting": "host",
    },
    "mutual": {
        "subject": "participant",
        "object": "participant",
        "with": "participant",
        "between": "participant",
        "among": "participant",
        "mediating": "mediator",
        "inviting": "host",
    },
    "host": {"subject": "host", "object": "participant", "with": "participant", "between": "participant"},
    "broker": {"subject": "mediator", "between": "participant", "with": "participant"},
    "experiencer": {"subject": "recipient", "agent": "actor", "from": "actor", "to": "actor"},
    "transfer": {"subject": "actor", "to": "recipient", "for": "recipient"},
    "from": {"subject": "actor", "from": "recipient"},
    "actor-theme": {"subject": "actor", "from": "recipient", "against": "recipient"},
    "against": {"subject": "actor", "against": "recipient"},
    "held": {"holder": "actor"},
    "open": {"subject": "actor", "object": "recipient", "with": "participant", "to": "recipient", "into": "recipient"},
}
LIGHT: Mapping[str, Frame] = {
    "broker": {"subject": "mediator", "between": "participant", "with": "participant"},
    "host": {"subject": "host", "between": "participant", "with": "participant"},
    "attend": {"subject": "participant"},
    "suffer": {"subject": "recipient", "from": "actor", "by": "actor"},
    "repel": {"subject": "recipient"},
}
"""Frames of light verbs that say themselves who does what; all others carry the frame of their noun."""

CARRIED: Frame = {
    "between": "participant",
    "with": "participant",
    "against": "recipient",
    "on": "recipient",
    "present": "participant",
    "mediating": "mediator",
    "inviting": "host",
}
"""What beside its subject a light verb gives that adds nothing of its own."""

NOUN_PLACES: Frame = {
    "between": "participant",
    "among": "participant",
    "with": "participant",
    "against": "recipient",
    "on": "recipient",
    "by": "actor",
}

TOWARDS: Mapping[str, tuple[str, ...]] = {
    "ACCUSE": ("against", "into"),
    "AGREE": ("with",),
    "AID": ("to",),
    "ASSAULT": ("against", "on", "at"),
    "COERCE": ("against", "on"),
    "CONCEDE": ("to", "on"),
    "COOPERATE": ("with", "to"),
    "MOBILIZE": ("against",),
    "PROTEST": ("against",),
    "REJECT": ("to",),
    "REQUEST": ("to", "from", "of", "on"),
    "RETREAT": ("to",),
    "SANCTION": ("against", "on", "with"),
    "SUPPORT": ("for", "to", "with"),
    "THREATEN": ("to", "against"),
}
"""Prepositions before whom something of a type is directed at: "issued an ultimatum to", "sent aid to", "demand from"."""

ABOUT: Mapping[str, tuple[str, ...]] = {
    "ACCUSE": ("of", "over", "to", "with", "for"),
    "AGREE": ("to", "on", "for", "over", "in"),
    "AID": ("for", "in"),
    "ASSAULT": ("of",),
    "COERCE": ("in", "at", "of", "from"),
    "CONCEDE": ("for", "from", "of", "in"),
    "CONSULT": ("to", "in"),
    "COOPERATE": ("for", "of", "in"),
    "MOBILIZE": ("to", "in", "at", "near", "along", "into", "for", "on"),
    "PROTEST": ("with", "at", "outside", "over"),
    "REJECT": ("from", "of", "for", "with"),
    "REQUEST": ("in", "for", "with", "over"),
    "RETREAT": ("from", "of", "in", "into"),
    "SANCTION": ("to", "for", "from", "in", "over", "with"),
    "SUPPORT": ("of", "behind"),
    "THREATEN": ("with", "of", "over"),
}
"""Prepositions before what something of a type is about or where it strikes, where nothing else says so; surest first."""

MEDIATED = frozenset({"broker", "mediate", "sponsor", "facilitate", "moderate", "arrange"})
LED = frozenset({"lead", "host", "organize", "organise", "chair", "convene"})
CLAIMED = frozenset({"claim", "launch", "conduct", "impose", "direct"})
"""Participles after the name of who did it: "a Taliban-claimed bombing"."""

ATTENDED = frozenset({"attend", "join"})
ANNOUNCING = frozenset({"announce", "propose", "expect", "suggest", "call", "see", "witness", "follow"})
"""Light verbs whose subject takes no part in the event."""

DOING = frozenset(
    "head lead release issue file submit spearhead join resume express voice pledge offer open lodge launch direct begin "
    "press pursue wage reiterate renew order "
    "donate dispatch ship supply prolong extend maintain tighten toughen continue widen expand approve declare".split()
)
"""Verbs whose subject does what the event noun that is their object names: "heads an inquiry", "filed a complaint"."""

RECEIVING = frozenset("receive get obtain win secure enjoy draw attract".split())
"""Verbs whose subject is given what the event noun that is their object names: "received aid from"."""

RECEIVED: Frame = {"subject": "recipient", "from": "actor"}

TRANSITIVE = frozenset(
    "kill injure wound arrest detain jail imprison kidnap abduct expel deport convict behead execute assassinate "
    "acquit oust evict".split()
)
"""Verbs that are hardly ever without an object: where one is, its subject suffers what it tells."""

GATHERING = frozenset("join host receive invite welcome meet see summon convene gather assemble".split())
"""Verbs that bring their subject and object together "for talks"."""

WITHDRAWING = frozenset({"withdraw", "recall", "pull", "evacuate", "remove"})
"""Verbs whose object is the actor's own, and is taken from whom "from" names."""

HITTING = frozenset("hit strike rock target pound destroy damage devastate flatten shake batter level".split())
"""Verbs that say of an attack, or of who carries it out, whom it met: "airstrikes hit X", "a raid targeting X"."""

HELD = frozenset({"control", "occupation", "rule", "administration"})
"""What a place is under, of somebody."""

GIVEN = frozenset({"transfer", "actor-theme", "from"})
"""Frames whose object is what is given, moved or left."""
