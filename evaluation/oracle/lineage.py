"""Whose words a sentence truly has: of the report, of the one it was copied from, or of the agency that is credited.

By the record's contract: a credit to an agency makes it the origin of what is credited, and one voice with its own
reports; where only sentences name it, it is one voice with what it tells itself of the same happening. A report without
credit and without shared words is an origin of its own, also beside other reports of its outlet.
"""

from collections.abc import Sequence

from evaluation.oracle.drafts import Draft
from evaluation.oracle.sentences import Sentence


class Authors:
    """Says who wrote the sentences of a world's reports."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.credited = {d.credit for d in drafts if d.credit}
        self.cited = {(s.agency, s.happening) for d in drafts for s in d.sentences if s.agency}

    def of(self, draft: Draft, sentence: Sentence) -> str:
        """The origin of a sentence. What a copier says of the happening that it copied is its source's too."""
        if sentence.agency:
            return f"agency:{sentence.agency}"
        if draft.credit:
            return f"agency:{draft.credit}"
        if draft.copied is not None and sentence.happening == draft.main.number:
            return self.of(draft.copied, self._first(draft.copied, sentence))
        name = draft.outlet.name
        if draft.outlet.agency and (name in self.credited or (name, sentence.happening) in self.cited):
            return f"agency:{name}"
        return f"report:{draft.number}"

    def _first(self, source: Draft, sentence: Sentence) -> Sentence:
        """The sentence as the source has it; of a title of one's own, the source's title."""
        return next((s for s in source.sentences if s.root == sentence.root), source.sentences[0])
