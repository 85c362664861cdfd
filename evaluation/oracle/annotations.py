"""Planted annotations: what annotators that err in nothing would find in the printed reports, with exact spans."""

import re
from collections.abc import Sequence
from typing import Any

from evaluation.oracle.kinds import FIGURES, RELATIONS, ROLES
from evaluation.oracle.printing import Printed
from evaluation.oracle.sentences import Mark, Sentence
from evaluation.oracle.things import Cast
from evaluation.oracle.values import Count
from variorum.schema.annotations import (
    Annotations,
    EntityMention,
    EventMention,
    FigureMention,
    LabelMention,
    RelationMention,
    RoleMention,
    StatementMention,
    TimeMention,
    ToponymMention,
)
from variorum.schema.reports import Span

_VERBS = re.compile(r"\b(accused|accuses|alleged|alleges|denied|denies|said|gave|put)\b")


class Planter:
    """Gathers the mentions of one report."""

    def __init__(self, printed: Printed, cast: Cast) -> None:
        self.printed, self.cast = printed, cast
        self.entities: list[EntityMention] = []
        self.times: list[TimeMention] = []
        self.figures: list[FigureMention] = []
        self.statements: list[StatementMention] = []
        self.events: list[EventMention] = []
        self.labels: list[LabelMention] = []
        self.relations: list[RelationMention] = []
        self.toponyms: list[ToponymMention] = []
        self.chains: dict[str, int] = {}

    def plant(self) -> Annotations:
        """All mentions of the report, in text order."""
        for place, (sentence, span) in enumerate(zip(self.printed.draft.sentences, self.printed.spans, strict=True)):
            Line(self, sentence, span, place).plant()
        return Annotations(
            report_id=self.printed.report_id,
            annotators=("planted.v1",),
            sentences=self.printed.spans,
            entities=tuple(self.entities),
            toponyms=tuple(self.toponyms),
            times=tuple(self.times),
            figures=tuple(self.figures),
            statements=tuple(self.statements),
            events=tuple(self.events),
            relations=tuple(self.relations),
            labels=tuple(self.labels),
        )

    def chain(self, key: str) -> int:
        """The number under which a thing goes in this report."""
        return self.chains.setdefault(key, len(self.chains))


class Line:
    """One sentence of a report, with the indexes of its mentions by their marks."""

    def __init__(self, planter: Planter, sentence: Sentence, span: Span, place: int) -> None:
        self.to, self.sentence, self.span, self.place = planter, sentence, span, place
        self.index: dict[Mark, int] = {}

    def plant(self) -> None:
        """Add the mentions of the sentence."""
        marks = sorted(self.sentence.marks, key=lambda m: m.start)
        for mark in marks:
            if mark.kind == "name":
                self.note(mark, self.to.entities, self.entity(mark))
                if self.to.cast.things[mark.key].kind == "place":
                    self.to.toponyms.append(self.toponym(mark, marks))
            elif mark.kind == "time":
                value = TimeMention(span=self.at(mark), type="DATE", value=mark.value.meaning, rule="planted")
                self.note(mark, self.to.times, value)
        for mark in (m for m in marks if m.kind == "count"):
            self.note(mark, self.to.figures, self.figure(mark, marks))
        statement = self.statement(marks)
        first: set[int] = set()
        for mark in (m for m in marks if m.kind == "word"):
            self.note(mark, self.to.events, self.event(mark, statement, first=mark.key not in first))
            first.add(mark.key)
        self.to.relations += self.relations()
        for mark in (m for m in marks if m.kind == "label"):
            self.to.labels.append(self.label(mark))

    def note(self, mark: Mark, held: list[Any], mention: Any) -> None:
        self.index[mark] = len(held)
        held.append(mention)

    def at(self, mark: Mark) -> Span:
        return Span(start=self.span.start + mark.start, end=self.span.start + mark.end)

    def words(self, mark: Mark) -> str:
        return self.sentence.text[mark.start : mark.end]

    def entity(self, mark: Mark) -> EntityMention:
        thing, own = self.to.cast.things[mark.key], self.at(mark)
        introduced = mark.form in ("titled", "")
        titles = self.titles(mark) if mark.form == "titled" else None
        return EntityMention(
            span=own,
            kind=thing.kind,
            form="demonym" if mark.form == "demonym" else "name",
            name=self.words(mark) if mark.form != "demonym" else thing.name,
            chain=self.to.chain(thing.key),
            office=thing.office if introduced else None,
            titles=titles,
            owner=self.to.chain(thing.owner) if introduced and thing.owner else None,
            extent=Span(start=titles.start, end=own.end) if titles else own,
            sense=None if thing.kind != "country" else "adjective" if mark.form == "demonym" else "actor",
        )

    def toponym(self, mark: Mark, marks: Sequence[Mark]) -> ToponymMention:
        """The place's name, with the region that the words say it lies in."""
        within = next((m for m in marks if m.value == "within" and m is not mark), None)
        admin1 = self.words(within) if within is not None and mark.value == "place" else None
        return ToponymMention(span=self.at(mark), name=self.words(mark), form="name", literal=True, admin1=admin1)

    def titles(self, mark: Mark) -> Span:
        """The words before a person's name that say who it is."""
        thing = self.to.cast.things[mark.key]
        before = self.sentence.text[: mark.start].rstrip()
        start = before.rfind(thing.title)
        adjective = self.to.cast.things[thing.owner or ""].adjective
        if before[:start].endswith(adjective + " "):
            start -= len(adjective) + 1
        return Span(start=self.span.start + start, end=self.span.start + len(before))

    def figure(self, mark: Mark, marks: Sequence[Mark]) -> FigureMention:
        count: Count = mark.value
        governor = next((m for m in marks if m.kind == "word"), mark)
        schema_low = count.best if count.best is not None else count.low
        return FigureMention(
            span=self.at(mark),
            governor=self.at(governor).start,
            what=FIGURES[mark.key],
            qualifier=count.qualifier,
            low=schema_low,
            best=count.best,
            high=None if count.high == float("inf") else count.best,
            realis=self.sentence.realis,
            time=next((i for m, i in self.index.items() if m.kind == "time"), None),
        )

    def statement(self, marks: Sequence[Mark]) -> int | None:
        """The index of the statement that the sentence is or holds, None where it has none."""
        cue = next((m for m in marks if m.kind == "cue"), None)
        content = next((m for m in marks if m.kind == "content"), None)
        if cue is not None and content is not None:
            found = (self.at(cue), self.at(content))
        elif self.sentence.voice != "own" and (verb := _VERBS.search(self.sentence.text)):
            start = self.span.start
            rest = Span(start=start + verb.end() + 1, end=self.span.end)
            found = (Span(start=start + verb.start(), end=start + verb.end()), rest)
        else:
            return None
        position = {"alleged": "accuse", "denied": "deny"}.get(self.sentence.realis, "state")
        speaker = next((self.index[m] for m in marks if m.kind == "name" and m.key == self.sentence.speaker), None)
        self.to.statements.append(
            StatementMention(
                sentence=self.span,
                cue=found[0],
                contents=(found[1],),
                kind="direct" if self.sentence.quoted else "indirect",
                position=position,
                speaker=speaker,
            )
        )
        return len(self.to.statements) - 1

    def event(self, mark: Mark, statement: int | None, *, first: bool) -> EventMention:
        """The first word for a happening in a sentence holds all that the sentence says of it."""
        lemma, concept = mark.value
        beside = mark.form in RELATIONS
        parent = mark.form == "parent"
        held = self.held({"parent": "region", "": "place"}.get(mark.form, "site")) if first else {}
        return EventMention(
            trigger=self.at(mark),
            clause=self.span,
            sentence=self.span,
            lemma=lemma,
            concept=concept.name,
            type=concept.type,
            mode=concept.mode,
            contexts=concept.contexts,
            cameo=concept.cameo,
            realis="happened" if beside else self.sentence.realis,
            direction=concept.direction,
            voice="own" if self.sentence.voice == "own" else "quoted",
            statement=None if self.sentence.voice == "own" else statement,
            roles=self.roles() if first and (parent or not beside) else (),
            time=held.get("time") if not beside else None,
            place=held.get("place"),
            figures=tuple(i for m, i in self.index.items() if m.kind == "count") if first and not beside else (),
            main=self.place <= 1 and mark.key == self.to.printed.draft.main.number,
            definite=self.sentence.follow or not first,
            chain=mark.key,
        )

    def held(self, slot: str) -> dict[str, int]:
        """Indexes of the time and place that a sentence gives."""
        times = [("time", i) for m, i in self.index.items() if m.kind == "time" and m.key == "date"]
        places = [("place", i) for m, i in self.index.items() if m.kind == "name" and m.value == slot]
        return dict(times + places)

    def roles(self) -> tuple[RoleMention, ...]:
        named = [(m, i) for m, i in self.index.items() if m.kind == "name" and m.value in ROLES]
        return tuple(RoleMention(role=ROLES[m.value], entity=i) for m, i in named)

    def relations(self) -> list[RelationMention]:
        """How the happening that the sentence tells stands to the one that it names beside it."""
        told = {m.key: (m, i) for m, i in sorted(self.index.items(), key=lambda x: -x[0].start) if m.kind == "word"}
        beside = next((m.key for m in self.sentence.marks if m.form in RELATIONS), None)
        own = next((key for key in told if key != beside), None)
        if beside is None or own is None:
            return []
        (one, event), (two, other) = told[own], told[beside]
        hull = Span(start=self.span.start + min(one.start, two.start), end=self.span.start + max(one.end, two.end))
        relation = RELATIONS[two.form]
        return [RelationMention(relation=relation, event=event, other=other, cue=self.at(two), span=hull)]

    def label(self, mark: Mark) -> LabelMention:
        event = next((i for m, i in self.index.items() if m.kind == "word"), None)
        named = next((i for m, i in self.index.items() if m.kind == "name" and m.key == mark.key), None)
        return LabelMention(
            span=self.at(mark),
            label=self.words(mark),
            voice="own",
            loaded=None if mark.value == "neutral" else mark.value,
            entity=named if mark.form == "entity" else None,
            event=event if mark.form == "event" else None,
        )


def plant_annotations(printed: Printed, cast: Cast) -> Annotations:
    """The annotations of one printed report."""
    return Planter(printed, cast).plant()
