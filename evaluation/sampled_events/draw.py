"""Draw events of gold texts at random, for people to judge whether they are real and rightly coded.

    draw.py GOLD [--seed N] [--items 200] [--sheet FILE] > drawn.jsonl

One event a text, of texts that no rule of reading was tuned on. Standard output has no word of the texts: file, id,
offsets of trigger and clause, and the coding as it was when drawn. The sheet has the words, for the readers.
"""

import argparse
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from variorum.evaluate.coding import Coder
from variorum.evaluate.values import Document
from variorum.schema.annotations import Annotations, EventMention, RoleMention
from variorum.schema.ids import digest

SETS = (
    "timelines/egypt/reports.jsonl",
    "timelines/haiti/reports.jsonl",
    "stories/news-cluster.jsonl",
    "stories/basil.jsonl",
)
TEXTS_PER_ITEM = 1.3
CONTEXT = 250


def draw_texts(gold: Path, wanted: int, seed: int) -> list[Document]:
    """Texts of all sets in equal shares, more than are wanted, since some hold no event."""
    chance = random.Random(seed)  # noqa: S311 - a sample, no secret
    share = int(wanted * TEXTS_PER_ITEM / len(SETS))
    return [document for name in SETS for document in _draw(gold, name, share, chance)]


def _draw(gold: Path, name: str, share: int, chance: random.Random) -> Iterator[Document]:
    rows = [json.loads(line) for line in (gold / name).read_text(encoding="utf-8").splitlines()]
    for row in chance.sample(rows, min(share, len(rows))):
        yield Document(id=f"{name}:{row['id']}", text=row["text"], published=row.get("published"), gold=None)


def describe(own: Annotations, event: EventMention, text: str) -> str:
    """The sentence with the trigger marked, words around it, and the coding in plain words."""
    start, end, sentence = event.trigger.start, event.trigger.end, event.sentence
    before = text[max(0, sentence.start - CONTEXT) : sentence.start]
    after = text[sentence.end : sentence.end + CONTEXT // 2]
    marked = f"{text[sentence.start : start]}[[{text[start:end]}]]{text[end : sentence.end]}"
    named = [f"{role.role}: {_words(own, role, text)}" for role in event.roles]
    others = [f"{party.role}: {text[party.span.start : party.span.end]!r}" for party in event.parties]
    roles = "; ".join([*named, *others]) or "none"
    time = own.times[event.time] if event.time is not None else None
    when = f"{text[time.span.start : time.span.end]!r} = {time.value}" if time else "none"
    place = own.entities[event.place].name if event.place is not None else "none"
    return (
        f"{before}>>>{marked}<<<{after}\n"
        f"   type {event.type} ({event.concept}, mode {event.mode}) | realis {event.realis} | voice {event.voice}\n"
        f"   roles: {roles}\n   place: {place} | time: {when}"
    )


def _words(own: Annotations, role: RoleMention, text: str) -> str:
    entity = own.entities[role.entity]
    return f"{text[entity.span.start : entity.span.end]!r} ({entity.name})"


def draw_events(
    documents: Sequence[Document], found: Mapping[str, Annotations], wanted: int, seed: int
) -> list[tuple[Document, EventMention]]:
    """One event that a record would hold of each of some texts, in order of text."""
    chance = random.Random(seed)  # noqa: S311 - a sample, no secret
    held = [(d, chance.choice(events)) for d in documents if (events := found[d.id].events)]
    return sorted(chance.sample(held, min(wanted, len(held))), key=lambda pair: pair[0].id)


def plain_row(number: int, document: Document, event: EventMention) -> dict[str, object]:
    """Where an event stands and how it was coded, without a word of the text."""
    name, _, key = document.id.rpartition(":")
    return {
        "n": number,
        "file": name,
        "id": key,
        "start": event.trigger.start,
        "end": event.trigger.end,
        "text": digest(document.text.encode())[:12],
        "type": event.type,
        "concept": event.concept,
        "realis": event.realis,
        "roles": sorted({r.role for r in (*event.roles, *event.parties)}),
    }


def main() -> None:
    """Write the drawn events, and the sheet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--items", type=int, default=200)
    parser.add_argument("--sheet", type=Path)
    options = parser.parse_args()
    documents = draw_texts(options.gold, options.items, options.seed)
    found = Coder().annotate(documents)
    drawn = list(enumerate(draw_events(documents, found, options.items, options.seed), start=1))
    for number, (document, event) in drawn:
        print(json.dumps(plain_row(number, document, event)))
    if options.sheet:
        told = (f"## {n}\n{describe(found[d.id], event, d.text)}\n" for n, (d, event) in drawn)
        options.sheet.write_text("\n".join(told), encoding="utf-8")


if __name__ == "__main__":
    main()
