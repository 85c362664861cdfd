"""Who passes on what another said: "according to Tass", "was quoted by Tass as saying", "in remarks translated by Tass"."""

from spacy.tokens import Token

from variorum.annotations.statement_cues import load_cues
from variorum.annotations.statement_drafts import Draft
from variorum.annotations.statement_speakers import MentionFinder
from variorum.annotations.syntax import agents, sentence_bounds

_RELAYING = frozenset(
    {"quote", "translate", "report", "carry", "cite", "publish", "release", "broadcast", "relay", "interpret"}
)


def find_relay(draft: Draft, speaker: Token | None, finder: MentionFinder) -> int | None:
    """Index of the mention that passed a statement on; a news agency that reports is its own relay."""
    first, last = sentence_bounds(draft.governor)
    for token in draft.governor.doc[first:last]:
        relay = _named_by(draft, token)
        if relay is not None and relay != speaker and (found := finder.governing(relay)) is not None:
            return found
    if speaker is not None and speaker.lower_ in load_cues().agencies:
        return finder.governing(speaker)
    return None


def _named_by(draft: Draft, token: Token) -> Token | None:
    if any(content.start <= token.idx < content.end for content in draft.contents):
        return None
    if token.lower_ == "according" and token.idx >= draft.cue.end and draft.governor.lower_ != "according":
        to = next((c for c in token.children if c.lower_ == "to"), None)
        return next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if token.tag_ == "VBN" and token != draft.governor and token.lemma_ in _RELAYING:
        return next(iter(agents(token)), None)
    return None
