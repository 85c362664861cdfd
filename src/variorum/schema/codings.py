"""Codes of CAMEO and WEIS for kinds of happening and for what statements do.

Reads `codings.toml`, whose head says after what. The two schemes use the same digits for different things; a code is
never to be read without its scheme.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from variorum.schema.open_acts import is_open_act


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """One kind of happening in both schemes; empty where a scheme has no plain place for it.

    cameo: three digits, the first two its root. weis: two digits, the category.
    """

    cameo: str
    weis: str

    @property
    def root(self) -> str:
        """CAMEO's root, or empty."""
        return self.cameo[:2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codings:
    """The crosswalk. cameo_roots, weis_categories: meanings by two digits. The others: codes by name or lemma."""

    cameo_roots: Mapping[str, str]
    weis_categories: Mapping[str, str]
    concepts: Mapping[str, Codes]
    positions: Mapping[str, Codes]
    verbs: Mapping[str, Codes]
    called_off: Codes

    def of_position(self, position: str, cue: str) -> Codes:
        """Codes of a statement by what it does and, where that is to ask, to warn or just to say, by the words of its cue.

        Raises:
            KeyError: `position` is no position of a statement.
        """
        own = self.positions[position]
        return (self._of_verb(cue) if own.weis in _SPOKEN else None) or own

    def of_concept(self, concept: str, words: str = "") -> Codes:
        """Codes of an event by its concept and, where that is to ask or to warn, by the words of its trigger.

        An act that only its own verb names has none.

        Raises:
            KeyError: the crosswalk has no such concept.
        """
        if is_open_act(concept):
            return Codes(cameo="", weis="")
        own = self.concepts[concept]
        spoken = self._of_verb(words) if own.weis in _SPOKEN else None
        return spoken or own

    def _of_verb(self, words: str) -> Codes | None:
        verb, *rest = words.lower().split() or [""]
        for lemma in _bases(verb):
            found = self.verbs.get(" ".join((lemma, *rest[:1]))) or self.verbs.get(lemma)
            if found:
                return found
        return None


def _bases(verb: str) -> list[str]:
    """What the form of a regular verb may be a form of, itself first: "urging" of "urge", "asks" of "ask"."""
    bases = [verb]
    for ending in ("s", "es", "ed", "ing"):
        if verb.endswith(ending):
            stem = verb.removesuffix(ending)
            bases += [stem, f"{stem}e"]
    return bases


_SPOKEN = frozenset({"02", "09", "10", "15", "16", "17"})
"""WEIS' categories of saying, asking and warning, which a verb tells better than a concept or position."""


@cache
def load_codings() -> Codings:
    """Read the crosswalk, once a process.

    Source: `schema/codings.toml`, after the codebooks of CAMEO (Schrodt 2012) and WEIS (McClelland 1976).
    """
    tables = tomllib.loads(files("variorum.schema").joinpath("codings.toml").read_text(encoding="utf-8"))
    concepts, positions, verbs, called_off = (
        {name: Codes(cameo=cameo, weis=weis) for name, (cameo, weis) in tables[key].items()}
        for key in ("concepts", "positions", "verbs", "called_off")
    )
    return Codings(
        cameo_roots=tables["cameo"],
        weis_categories=tables["weis"],
        concepts=concepts,
        positions=positions,
        verbs=verbs,
        called_off=called_off["any"],
    )
