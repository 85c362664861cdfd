"""Draw the statements whose positions are labelled: spans of the gold sets, found without this software.

`python evaluation/positions/draw.py ../shared/gold` prints one JSON line a statement: file, id, start, end, half
and batch. Contents of PolNeAR are the gold's own; elsewhere a speech verb and a quotation or a that-clause is
looked for with one regular expression. One batch is drawn at random ("any"), one among statements with a word that
may do more than state ("act"), a smaller one among those with a word of the rarest positions ("rare"): offers,
threats, refusals, denials.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

SEED = 20261122
GOLD_CONTENTS = ("quotations/polnear-train.jsonl", "quotations/polnear-dev.jsonl")
SIZES = {"quotations": 70, "stories": 40, "timelines": 30, "incidents": 24, "coreference": 14}
"""Statements to draw of each folder in each of the first two batches; half as many in the third."""

_SPEECH = (
    r"(?:said|says|say|saying|told|tells|telling|stated|added|adds|adding|insist(?:ed|s|ing)|claim(?:ed|s|ing)"
    r"|argu(?:ed|es|ing)|warn(?:ed|s|ing)|vow(?:ed|s|ing)|promise[sd]|promising|pledg(?:ed|es|ing)|den(?:ied|ies|ying)"
    r"|demand(?:ed|s|ing)|urg(?:ed|es|ing)|call(?:ed|s|ing)|announc(?:ed|es|ing)|declare[sd]|declaring"
    r"|accus(?:ed|es|ing)|reject(?:ed|s|ing)|threaten(?:ed|s|ing)|prais(?:ed|es|ing)|ask(?:ed|s|ing)|wrote|writes"
    r"|tweeted|stressed|noted|notes|replied|admit(?:ted|s)|acknowledged|offer(?:ed|s)|refus(?:ed|es|ing)|condemn(?:ed|s|ing)"
    r"|criticiz(?:ed|es|ing)|slam(?:med|s|ming)|blam(?:ed|es|ing)|explained|suggested|assur(?:ed|es|ing)|reiterated)"
)
_ACT = re.compile(
    r"\b(?:must|should|shall|need(?:s|ed)? to|ha(?:s|ve|d) to|will|won't|won’t|never|ready|willing|prepared|if|unless"
    r"|promise[sd]?|promising|commit\w*|accept\w*|reject\w*|refus\w+|den(?:y|ied)|lie[sd]?|lying|blame\w*|fault|fail\w*|thank\w*"
    r"|welcome[sd]?|great|proud|congratulat\w+|stop|end|call\w*|demand\w*|urge[sd]?|let's|let’s|not|offer\w*|propos\w+"
    r"|regret|consequences|respon(?:d|se|sible)|violat\w+|accus\w+|support\w*|guarantee\w*)\b",
    re.IGNORECASE,
)
_RARE = re.compile(
    r"\b(?:(?:ready|prepared|willing|open) to|willingness|readiness|offer(?:ed|s|ing)?|propos(?:e[ds]?|ing|als?)|let's|let’s"
    r"|threat\w*|consequences|retaliat\w+|punish\w*|revenge|destroy|attack|respond|force[ds]?|pay|never|refus\w+|reject\w*"
    r"|oppos\w+|unacceptable|cannot|can't|can’t|won't|won’t|rul(?:e|es|ed|ing) out|den(?:y|ies|ied)|untrue|false|not true"
    r"|no truth|nonsense|didn't|didn’t|did not|if|unless)\b",
    re.IGNORECASE,
)
_BATCHES = {"any": re.compile(""), "act": _ACT, "rare": _RARE}
_FOUND = re.compile(
    rf"\b{_SPEECH}\b[^.!?\n“\"]{{0,40}}[“\"](?P<after>[^”\"\n]{{25,300}})[”\"]"
    rf"|[“\"](?P<before>[^”\"\n]{{25,300}})[”\"],?\s+[^.!?\n]{{0,40}}?\b{_SPEECH}\b"
    rf"|\b{_SPEECH}\b(?: [\w’']+){{0,4}}? that (?P<that>[^.!?\n“\"]{{25,250}})(?=[.!?\n])",
    re.IGNORECASE,
)


def half_of(file: str, document: str) -> str:
    """Tell whether a document serves for building or for scoring."""
    return "build" if sha256(f"{file} {document}".encode()).digest()[0] % 2 == 0 else "score"


def spoken(name: str, row: dict) -> Iterator[tuple[int, int]]:
    """Yield the spans of a document's statements, in code points of its text."""
    text = row["text"]
    if name not in GOLD_CONTENTS:
        for found in _FOUND.finditer(text):
            yield found.span(found.lastgroup)
        return
    for said in row["attributions"]:
        cue = " ".join(text[a:b] for a, b in said["cue"])
        if re.search(rf"\b{_SPEECH}\b", cue, re.IGNORECASE) and len(said["content"]) == 1:
            start, end = said["content"][0]
            if 20 <= end - start <= 450:
                yield start, end


def draw(gold: Path, folder: str, size: int) -> list[dict]:
    """Draw `size` statements for each batch (half as many of the rarest), one a document and batch."""
    pool = []
    for path in sorted((gold / folder).rglob("*.jsonl")):
        name = path.relative_to(gold).as_posix()
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            pool += [(name, row["id"], a, b, row["text"][a:b]) for a, b in spoken(name, row)]
    rng = random.Random(f"{SEED} {folder}")  # noqa: S311 - a draw, no secret
    rng.shuffle(pool)
    taken: list[dict] = []
    for batch, words in _BATCHES.items():
        wanted = size // 2 if batch == "rare" else size
        documents: set[tuple[str, str]] = set()
        texts = {said[-1] for said in pool if any((said[0], *said[1:4]) == tuple(t.values())[:4] for t in taken)}
        for name, document, start, end, text in pool:
            if len(documents) == wanted:
                break
            if (name, document) in documents or text in texts or not words.search(text):
                continue
            documents.add((name, document))
            texts.add(text)
            half = half_of(name, document)
            taken.append({"file": name, "id": document, "start": start, "end": end, "half": half, "batch": batch})
    return taken


def main() -> None:
    """Print what is drawn, in order of file, document and place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    gold = parser.parse_args().gold
    rows = [row for folder, size in SIZES.items() for row in draw(gold, folder, size)]
    for row in sorted(rows, key=lambda r: (r["file"], r["id"], r["start"])):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
