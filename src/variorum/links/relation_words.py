"""Relations that the words of a report say, taken from its mentions to events (relation_words.v1)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from variorum.links.event_gists import EventGist
from variorum.links.relation_choice import Candidate
from variorum.schema.annotations import Annotations
from variorum.schema.linked import Support
from variorum.schema.nodes import NodeKey

RULE = "relation_words.v1"


def relations_in_words(
    gists: Mapping[NodeKey, EventGist], annotations: Mapping[str, Annotations], texts: Mapping[str, str]
) -> list[Candidate]:
    """One candidate for each pair of events that reports set in a relation, with all words that do so.

    Args:
        gists: of each node's key, the event that it is of.
    """
    said: dict[tuple[str, NodeKey, NodeKey], list[tuple[Support, str]]] = defaultdict(list)
    for report_id in sorted(annotations):
        own = annotations[report_id]
        for mention in own.relations:
            ends = [gists.get((report_id, own.events[n].chain)) for n in (mention.event, mention.other)]
            if ends[0] is None or ends[1] is None:
                continue
            cue = texts[report_id][mention.cue.start : mention.cue.end].lower()
            said[mention.relation, ends[0].key, ends[1].key].append(((report_id, mention.span), cue))
    return [
        Candidate(
            relation=relation,
            event=gists[event],
            other=gists[other],
            rule=RULE,
            basis=_in_words(cue for _, cue in words),
            supports=tuple(support for support, _ in words),
        )
        for (relation, event, other), words in sorted(said.items())
    ]


def _in_words(cues: Iterable[str]) -> str:
    listed = [f"“{' '.join(cue.split())}”" for cue in cues]
    return f"the words say so: {', '.join(dict.fromkeys(sorted(listed)))}"
