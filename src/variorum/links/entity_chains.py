"""Chains of mentions as linking sees them: what a report calls one thing, boiled down to names, kind and keys."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from variorum.schema.annotations import ANYONE, LOOSE, SERVES, Annotations, EntityMention
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.ids import mint
from variorum.schema.linked import ChainKey
from variorum.schema.names import fold, spelt_alike, state_stem

_NAMED = frozenset({"name", "metonym"})
_CAPITAL = "capital_of:"
_ACTOR = "actor:"
_VALLEYS = (" valley", " river")
_REGION = " region"
_LEXICON = ("disputed", "region", "water", "historical", "organization", "group")


@dataclass(slots=True, kw_only=True)
class Chain:
    """The mentions of one thing in one report.

    block: the key under which others may be the same thing. capital_of: stem of the state, unknown to the
    gazetteer, whose capital the report calls it. disputed: the report calls it so or says that two peoples name it.
    renamed: the report says that it is also known as something else.
    actor: key of the actor of the analyst's list that it is, or empty.
    loose: its report does not show what the name names. serves: words say that it is in the service of a state, not of which.
    anyone: it is described with an indefinite article.
    """

    key: ChainKey
    kind: str
    mentions: tuple[EntityMention, ...]
    names: Counter[str]
    descriptions: Counter[str]
    countries: Counter[str]
    offices: Counter[str]
    ids: tuple[str, ...]
    block: tuple[str, ...] = field(default=())
    capital_of: str = ""
    disputed: bool = False
    renamed: bool = False
    actor: str = ""
    loose: bool = False
    serves: bool = False
    anyone: bool = False

    @property
    def size(self) -> int:
        return len(self.mentions)

    @property
    def name(self) -> str:
        """That of the list of actors, else the fullest, the more frequent of equals; a description where no name is."""
        if self.actor:
            return self.actor.removeprefix(_ACTOR)
        found = self.names or self.descriptions
        return max(sorted(found), key=lambda text: (len(text.split()), found[text]))

    @property
    def country(self) -> str | None:
        return max(sorted(self.countries), key=lambda code: self.countries[code], default=None)

    @property
    def address(self) -> str:
        return f"{self.key[0]}#{self.key[1]}"


def gather_chains(
    annotations: Sequence[Annotations], gazetteer: Gazetteer
) -> tuple[list[Chain], dict[ChainKey, tuple[ChainKey, ...]]]:
    """Sort mentions into chains, in order of report and number.

    Returns:
        Chains of single things; and group chains with the chains that they stand for.
    """
    chains: list[Chain] = []
    groups: dict[ChainKey, tuple[ChainKey, ...]] = {}
    for report in sorted(annotations, key=lambda a: a.report_id):
        mentions: dict[int, list[EntityMention]] = {}
        for mention in report.entities:
            mentions.setdefault(mention.chain, []).append(mention)
        for number in sorted(mentions):
            key = (report.report_id, number)
            members = next((m.members for m in mentions[number] if m.members), ())
            if members:
                groups[key] = tuple((report.report_id, member) for member in members)
            else:
                chains.append(_chain(key, mentions[number], gazetteer))
    return chains, groups


def _chain(key: ChainKey, mentions: Sequence[EntityMention], gazetteer: Gazetteer) -> Chain:
    kinds = Counter(m.kind for m in mentions if m.form != "pronoun") or Counter(m.kind for m in mentions)
    chain = Chain(
        key=key,
        kind=max(sorted(kinds), key=lambda kind: kinds[kind]),
        mentions=tuple(mentions),
        names=Counter(m.name for m in mentions if m.form in _NAMED),
        descriptions=Counter(m.name for m in mentions if m.form not in _NAMED | {"pronoun"})
        or Counter(m.name for m in mentions),
        countries=Counter(m.country for m in mentions if m.country and m.form != "pronoun"),
        offices=Counter(m.office for m in mentions if m.office),
        ids=tuple(sorted({i for m in mentions for i in m.external_ids if i.startswith("geonames:")})),
        capital_of=next(
            (i.removeprefix(_CAPITAL) for m in mentions for i in m.external_ids if i.startswith(_CAPITAL)), ""
        ),
        disputed=any("disputed:named" in m.external_ids for m in mentions),
        renamed=any("alias:named" in m.external_ids for m in mentions),
        actor=next((i for m in mentions for i in m.external_ids if i.startswith(_ACTOR)), ""),
        anyone=any(ANYONE in m.external_ids for m in mentions),
        serves=any(SERVES in m.external_ids for m in mentions),
        loose=all(LOOSE in m.external_ids or m.form == "pronoun" for m in mentions),
    )
    chain.block = _block(chain, gazetteer)
    return chain


def mention_ids(chain: Chain) -> tuple[str, ...]:
    """Ids of a chain's mentions, as decisions hold them."""
    return tuple(mint("mention", chain.key[0], "entity", m.span.start, m.span.end) for m in chain.mentions)


def _block(chain: Chain, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The key of equal things. People, and what has no name of its own, are not decided by a key alone."""
    own = ("alone", chain.key[0], str(chain.key[1]))
    if chain.actor:
        return ("actor", chain.actor)
    if chain.kind == "country":
        return ("country", chain.country) if chain.country else ("state", state_stem(_state_name(chain)))
    if chain.kind == "person":
        return ()
    if (
        chain.kind == "people"
        and chain.country
        and not chain.names
        and all(m.form != "description" for m in chain.mentions)
    ):
        return ("people", chain.country)
    if chain.kind == "people" and not chain.names and all(m.form in ("demonym", "pronoun") for m in chain.mentions):
        return ("people", "state", state_stem(chain.name))
    lexical = next((e for name in sorted(chain.names) if (e := gazetteer.first(name, *_LEXICON)) is not None), None)
    if lexical is not None:
        return ("lexicon", lexical.key)
    if not chain.names:
        return _described(chain, gazetteer) or own
    if chain.kind == "place" and chain.ids:
        return ("place", chain.ids[0])
    if chain.kind == "place":
        return ("place", _bare(spelt_alike(chain.name), gazetteer))
    return ("body", spelt_alike(chain.name))


def _bare(name: str, gazetteer: Gazetteer) -> str:
    """A valley or river goes by its name alone, and a region does where no town is known by its name."""
    head = next((head for head in (*_VALLEYS, _REGION) if name.endswith(head)), "")
    bare = name.removesuffix(head)
    return name if head == _REGION and gazetteer.has_place(bare) else bare


def _state_name(chain: Chain) -> str:
    named = [m.name for m in chain.mentions if m.form == "name"] or [
        m.name for m in chain.mentions if m.form != "metonym"
    ]
    return min(named or [chain.name], key=lambda name: (len(name.split()), name))


def _described(chain: Chain, gazetteer: Gazetteer) -> tuple[str, ...] | None:
    """A body of a state ("Oskian forces") is one across reports; a body of nobody is its report's own."""
    name = min(sorted(chain.descriptions), key=lambda text: (-len(text.split()), text))
    words = name.split()
    bodies = [gazetteer.first(" ".join(words[i:]), "body") for i in range(len(words))]
    body = next((entry.key for entry in bodies if entry is not None), fold(words[-1]))
    body = "forces" if body == "arms" else body
    if chain.country:
        return (chain.kind, chain.country, body)
    if len(words) > 1 and words[0][:1].isupper() and gazetteer.first(words[0], "demonym", "country") is None:
        return (chain.kind, state_stem(words[0]), body)
    if len(words) > 1 and words[0][:1].isupper():
        return (chain.kind, fold(words[0]), body)
    return None
