"""Relations that the words of a report say, taken from its mentions to events (relation_words.v1)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.links.event_gists import EventGist
from variorum.links.relation_choice import Candidate
from variorum.schema.annotations import Annotations
from variorum.schema.linked import Support
from variorum.schema.nodes import NodeKey

RULE = "relation_words.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """Words of one report that say a relation. own: the report says it, and not somebody in it."""

    support: Support
    cue: str
    own: bool


def relations_in_words(
    gists: Mapping[NodeKey, EventGist], annotations: Mapping[str, Annotations], texts: Mapping[str, str]
) -> list[Candidate]:
    """One candidate for each pair of events that reports set in a relation, with all words that do so.

    Args:
        gists: of each node's key, the event that it is of.
    """
    said: dict[tuple[str, NodeKey, NodeKey], list[_Said]] = defaultdict(list)
    for report_id in sorted(annotations):
        own = annotations[report_id]
        for mention in own.relations:
            ends = [gists.get((report_id, own.events[n].chain)) for n in (mention.event, mention.other)]
            if ends[0] is None or ends[1] is None:
                continue
            cue = texts[report_id][mention.cue.start : mention.cue.end].lower()
            told = _Said(
                support=(report_id, mention.span),
                cue=" ".join(cue.split()),
                own=not any(part.covers(mention.cue) for statement in own.statements for part in statement.contents),
            )
            said[mention.relation, ends[0].key, ends[1].key].append(told)
    return [
        Candidate(
            relation=relation,
            event=gists[event],
            other=gists[other],
            rule=RULE,
            basis=_in_words(words),
            supports=tuple(told.support for told in words),
        )
        for (relation, event, other), words in sorted(said.items())
    ]


def _in_words(words: Sequence[_Said]) -> str:
    """Why, in plain words: what only somebody is said to say is told as that."""
    cues = ", ".join(f"“{cue}”" for cue in sorted({told.cue for told in words}))
    return f"the words say so: {cues}" if any(told.own for told in words) else f"in somebody’s words only: {cues}"
