"""PLOVER's types, modes and contexts as frozen values. It defines no words to find them by: see `schema.concepts`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

QUADS = {
    0: "outside",
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A named value of a closed vocabulary, with its meaning."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One PLOVER type, or NONE for what PLOVER leaves out.

    quad: a key of `QUADS`. cameo: the CAMEO roots that fall under the type, the usual one first.
    """

    name: str
    meaning: str
    quad: int
    modes: tuple[Term, ...]
    cameo: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """All types and contexts, in the order of the file."""

    types: tuple[EventType, ...]
    contexts: tuple[Term, ...]

    def type_of(self, name: str) -> EventType:
        """Look up a type by name.

        Raises:
            KeyError: the ontology has no such type.
        """
        for known in self.types:
            if known.name == name:
                return known
        raise KeyError(name)

    def has_mode(self, type_name: str, mode: str | None) -> bool:
        """Tell whether a mode belongs to a type; no mode belongs to every type."""
        return mode is None or any(term.name == mode for term in self.type_of(type_name).modes)


@cache
def load_ontology() -> Ontology:
    """Read the ontology, once a process.

    Source: `schema/ontology.toml`, after the PLOVER manual; CAMEO root codes.
    """
    tables = tomllib.loads(files("variorum.schema").joinpath("ontology.toml").read_text(encoding="utf-8"))
    types = tuple(
        EventType(
            name=name,
            meaning=table["meaning"],
            quad=table["quad"],
            modes=tuple(Term(name=mode, meaning=meaning) for mode, meaning in table.get("modes", {}).items()),
            cameo=tuple(table["cameo"]),
        )
        for name, table in tables["types"].items()
    )
    contexts = tuple(Term(name=name, meaning=meaning) for name, meaning in tables["contexts"].items())
    return Ontology(types=types, contexts=contexts)
