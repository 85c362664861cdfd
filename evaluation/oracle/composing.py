"""Composes reports: a title, what the report is about, what is said on it, what went before, and the colour of the place."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from evaluation.oracle.beliefs import Beliefs
from evaluation.oracle.drafts import Draft
from evaluation.oracle.sentences import Claim, Mark, Sentence
from evaluation.oracle.templates import Pieces, lines, parse, patterns, words_of
from evaluation.oracle.values import say_count, say_day
from evaluation.oracle.world import Happening, World
from evaluation.oracle.writing import Telling, Writer, fits, opens_with_figures

ATTRIBUTED, CITED, FOLLOWED, COUNTERED, DATED, JUDGED, QUOTED, LABELLED = 0.25, 0.12, 0.6, 0.2, 0.5, 0.6, 0.5, 0.3
OTHER_WORDS, OTHER_OUTCOME = 0.45, 0.3
WORLDWIDE = -1
"""In place of a happening's number: words that no two reports of a world may share."""

SPEAKERS = ("witnesses", "local officials", "a hospital doctor", "rescue workers", "people in the town")


class Composer:
    """Composes the reports of one world. Every sentence gets a root that is its own."""

    def __init__(self, world: World, beliefs: Beliefs, rng: random.Random) -> None:
        self.world, self.beliefs, self.rng = world, beliefs, rng
        self.written = 0
        self.used: set[tuple[int, Pieces | str]] = set()

    def compose(self, draft: Draft) -> list[Sentence]:
        """Write a report in its outlet's own words."""
        writer = Writer(self.world.cast, self.rng, draft.published, draft.outlet.lean)
        told = self._tell_main(draft, writer)
        title = replace(self.title(draft, writer), agency=draft.cited)
        return self._finish([title, *told, *self._around(draft, writer)])

    def surround(self, draft: Draft, taken: Sequence[Sentence], source: Draft) -> list[Sentence]:
        """Write a report around sentences taken from another."""
        draft.copied, draft.telling, draft.cited = source, source.telling, source.cited
        writer = Writer(self.world.cast, self.rng, draft.published, draft.outlet.lean)
        own = self._finish([self.title(draft, writer), *self._around(draft, writer)])
        return [own[0], *taken, *own[1:]]

    def _finish(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        finished = []
        for place, sentence in enumerate(sentences):
            self.written += 1
            done = sentence if place == 0 else sentence.begun()
            text = done.text[:1].upper() + done.text[1:]
            finished.append(replace(done, text=text, root=f"s{self.written}"))
        return finished

    def title(self, draft: Draft, writer: Writer) -> Sentence:
        """A title of what the report is about."""
        telling = draft.told
        way = {"happened": "headline", "postponed": "headline_planned"}.get(draft.mode, f"headline_{draft.mode}")
        return voiced(self._pick(writer, telling, way, title=True), telling)

    def _pick(self, writer: Writer, telling: Telling, way: str, *, title: bool = False) -> Sentence:
        known = [p for p in patterns(telling.kind, way) if title or not opens_with_figures(p, telling)]
        fitting = [p for p in known if fits(p, telling)]
        if not fitting:
            telling = replace(telling, facts=self._filled(telling))
            fitting = [p for p in known if fits(p, telling)]
        return writer.tell(self._fresh(fitting, telling.happening), telling, title=title)

    def _fresh(self, choices: Sequence[Any], happening: int) -> Any:
        """One that no report has used of the happening, where one is left: independent reports do not write alike."""
        left = [c for c in choices if (happening, c) not in self.used]
        chosen = self.rng.choice(left or list(choices))
        self.used.add((happening, chosen))
        return chosen

    def _is_spent(self, kind: str, way: str, happening: int) -> bool:
        return all((happening, p) in self.used for p in patterns(kind, way))

    def _filled(self, telling: Telling) -> dict[str, Any]:
        """What was to be omitted is told where nothing could be said without it."""
        happening = self.world.happenings[telling.happening]
        sides = {"recipient": happening.recipient, "mediator": happening.mediator}
        return {**{k: v for k, v in sides.items() if v}, **telling.facts}

    def _tell_main(self, draft: Draft, writer: Writer) -> list[Sentence]:
        main = draft.main
        if main.contested and draft.mode == "happened" and draft.outlet.lean != main.recipient:
            draft.mode = "denied" if draft.outlet.lean == main.actor else "alleged"
        if draft.mode in ("alleged", "denied"):
            return self._contested(draft, writer)
        realis = {"postponed": "planned"}.get(draft.mode, draft.mode)
        telling = self.beliefs.tell(draft.outlet, main, draft.published, realis=realis)
        draft.telling = telling
        lead = self._lengthened(self._pick(writer, telling, draft.mode))
        lead = self._on_whose_word(draft, lead, writer)
        found = [lead]
        if draft.mode == "happened" and draft.cited is None:
            found += self._more(draft, telling, writer)
        return [replace(s, agency=draft.cited) if s.happening == main.number else s for s in found]

    def _contested(self, draft: Draft, writer: Writer) -> list[Sentence]:
        """What one side alleges and the other denies; the doer's papers print the denial alone."""
        telling = self.beliefs.tell(draft.outlet, draft.main, draft.published)
        facts = {**telling.facts, "actor": draft.main.actor, "recipient": draft.main.recipient}
        wanted = ("alleged", "denied") if draft.mode == "alleged" else ("denied",)
        found = []
        for realis in wanted:
            one = replace(telling, kind="attack", facts=facts, realis=realis, beside=None, relation="")
            if realis == wanted[0]:
                draft.telling = one
            told = self._pick(writer, one, realis)
            found.append(voiced(self._lengthened(told) if realis == wanted[0] else told, one))
        return found

    def _lengthened(self, sentence: Sentence) -> Sentence:
        """With a clause of the outlet's own that says nothing on the matter, as leads have them."""
        tail = self._fresh(lines("shared", "tails"), WORLDWIDE)
        glue = " " if sentence.text.endswith(",") else ", "
        return replace(sentence, text=sentence.text + glue + tail)

    def _on_whose_word(self, draft: Draft, lead: Sentence, writer: Writer) -> Sentence:
        if draft.mode != "happened":
            return lead
        chance = self.rng.random()
        if chance < CITED and not draft.outlet.agency:
            draft.cited = self.rng.choice(self.beliefs.agencies)
            return writer.frame(self.rng.choice(lines("shared", "cited")), lead, {"agency": draft.cited})
        if chance < CITED + ATTRIBUTED:
            speaker = self.rng.choice(SPEAKERS)
            framed = writer.frame(self.rng.choice(lines("shared", "according")), lead, {"speaker": speaker})
            return replace(framed, voice="unnamed", claims=tuple(replace(c, voice="unnamed") for c in framed.claims))
        return lead

    def _more(self, draft: Draft, telling: Telling, writer: Writer) -> list[Sentence]:
        """What follows the lead: more on the happening, other counts, judgements, quotations."""
        main, found = draft.main, []
        if self.rng.random() < FOLLOWED and not self._is_spent(telling.kind, "follow", main.number):
            found.append(replace(self._pick(writer, telling, "follow"), follow=True))
        if main.tolls and "killed" in telling.facts and self.rng.random() < COUNTERED:
            found.append(self._counter(draft, telling, writer))
        if len(main.tolls) > 1 and "killed" in telling.facts and self.rng.random() < DATED:
            found += self._earlier_toll(draft, telling, writer)
        if main.outcome and self.rng.random() < JUDGED:
            found.append(self._judge(draft, telling, writer))
        if main.kind in ("talks", "signing") and self.rng.random() < QUOTED:
            found.append(self._utterance(main, writer))
        if main.kind == "signing":
            found.append(self._terms(main, writer))
        return found

    def _counter(self, draft: Draft, telling: Telling, writer: Writer) -> Sentence:
        """The count of the side that has reason to give another."""
        main = draft.main
        side = main.actor or self.rng.choice(main.parties)
        count = say_count(max(1, main.toll(draft.published)[0] // 2), self.rng, loose=False)
        facts = {"side": side, "killed": count, "place": telling.facts["place"]}
        one = replace(telling, facts=facts, kind=main.kind, beside=None, relation="")
        pattern = self.rng.choice(lines("shared", "counterclaim"))
        told = writer.tell(parse(pattern), one)
        claims = [Claim(happening=main.number, attribute="killed", value=count, voice=side)]
        claims.append(Claim(happening=main.number, attribute="place", value=facts["place"], voice=side))
        return replace(told, claims=tuple(claims), voice=side, speaker=side, follow=True)

    def _earlier_toll(self, draft: Draft, telling: Telling, writer: Writer) -> list[Sentence]:
        """The toll as it was the day before, where it was another."""
        main, day = draft.main, draft.published - timedelta(days=1)
        before, now = main.toll(day)[0], main.toll(draft.published)[0]
        if day < main.day or before == now or self.beliefs.error(draft.outlet, main, "figure"):
            return []
        count, asof = say_count(before, self.rng, loose=False), say_day(day, draft.published, self.rng)
        one = replace(telling, facts={"asof": asof, "killed": count}, beside=None, relation="")
        told = writer.tell(parse(self.rng.choice(lines("shared", "as_of"))), one)
        claim = Claim(happening=main.number, attribute="killed", value=count, as_of=day)
        return [replace(told, claims=(claim,), follow=True)]

    def _judge(self, draft: Draft, telling: Telling, writer: Writer) -> Sentence:
        """What came of talks, in the outlet's own word."""
        main = draft.main
        other = {"good": "bad", "bad": "good"}[main.outcome or "good"]
        held = other if self.rng.random() < OTHER_OUTCOME else main.outcome or "good"
        word = self.rng.choice(words_of("outcomes", held))
        one = replace(telling, facts={**telling.facts, "outcome": word})
        told = writer.tell(parse(self._fresh(lines("shared", "outcome"), main.number)), one)
        at = told.text.rindex(word)
        label = Mark(kind="label", start=at, end=at + len(word), key=main.number, form="event", value=OUTCOMES[held])
        claim = Claim(happening=main.number, attribute="outcome", value=held)
        return replace(told, marks=(*told.marks, label), claims=(*told.claims, claim), follow=True)

    def _utterance(self, main: Happening, writer: Writer) -> Sentence:
        """What one of those at the table said; the same words in every report."""
        speaker = f"person:{main.number % 2}0"
        said = lines("shared", "utterances")[main.number % len(lines("shared", "utterances"))]
        place = self.world.cast.things[main.place].name
        frame = self.rng.choice(lines("shared", "utterance_frames"))
        slots = {"person": speaker, "place": place}
        return replace(writer.frame(frame, Sentence(text=said), slots), speaker=speaker, quoted=True)

    def _terms(self, main: Happening, writer: Writer) -> Sentence:
        """A sentence of the pact; some outlets have a word of it wrong."""
        term = lines("shared", "terms")[main.numbers["term"]]
        variant = main.numbers["variant"]
        chosen = 1 - variant if self.rng.random() < OTHER_WORDS else variant
        text = re.sub(r"\((\w+)\|(\w+)\)", lambda m: m[1 + chosen], term)
        framed = writer.frame(self.rng.choice(lines("shared", "term_frames")), Sentence(text=text), {})
        claim = Claim(happening=main.number, attribute="wording", value=text)
        return replace(framed, claims=(claim,), quoted=True)

    def _around(self, draft: Draft, writer: Writer) -> list[Sentence]:
        """What went before, whom the report has an eye on, and colour; nothing here is about the main happening."""
        found = self._background(draft, writer)
        if self.rng.random() < LABELLED:
            found.append(self._label(draft, writer))
        mains = self.rng.sample(lines("shared", "colour"), self.rng.randint(1, 4))
        return found + [Sentence(text=self._colour(main)) for main in mains]

    def _colour(self, main: str) -> str:
        """A sentence about nothing in particular, in words that no other report has."""
        opened = [f"{opener}, {main}" for opener in lines("shared", "openers")]
        return str(self._fresh([main, *opened], WORLDWIDE))

    def _background(self, draft: Draft, writer: Writer) -> list[Sentence]:
        day = draft.published - timedelta(days=1)
        past = [h for h in self.world.happenings if h.day < day and h is not draft.main]
        past = [h for h in past if h.status != "called_off" and not h.contested]
        found = []
        for happening in self.rng.sample(past, min(len(past), self.rng.choice((0, 1, 1, 2)))):
            if not self._is_spent(happening.kind, "brief", happening.number):
                telling = self.beliefs.tell(draft.outlet, happening, draft.published)
                found.append(self._pick(writer, telling, "brief"))
        return found

    def _label(self, draft: Draft, writer: Writer) -> Sentence:
        """A sentence on the armed group, by the word that the outlet has for its men."""
        side = self.world.cast.things["group:0"].owner
        lean = draft.outlet.lean
        way = "neutral" if lean is None or draft.outlet.agency else "praising" if lean == side else "blaming"
        word = self.rng.choice(words_of("labels", way))
        telling = Telling(happening=-1, kind="labels", facts={"labelled": word, "group": "group:0"})
        pattern = self.rng.choice(lines("labels", "sentences"))
        told = writer.tell(parse(pattern), telling)
        at = told.text.index(word)
        mark = Mark(kind="label", start=at, end=at + len(word), key="group:0", form="entity", value=way)
        claim = Claim(happening=-1, attribute="label", value=(way, word))
        return replace(told, marks=(*told.marks, mark), claims=(claim,), happening=None)


OUTCOMES = {"good": "praising", "bad": "blaming"}


def voiced(sentence: Sentence, telling: Telling) -> Sentence:
    """What is alleged is the word of those who suffered it, what is denied of those who are said to have done it."""
    if telling.realis not in ("alleged", "denied"):
        return sentence
    voice = telling.facts["recipient" if telling.realis == "alleged" else "actor"]
    claims = sentence.claims
    if telling.realis == "denied":
        claims = tuple(c for c in claims if c.attribute in ("realis", "place"))
    return replace(sentence, voice=voice, speaker=voice, claims=tuple(replace(c, voice=voice) for c in claims))
