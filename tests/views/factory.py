"""An invented case as a whole record: five reports on two states and their mediator, every table filled."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from variorum.schema.ids import digest, mint
from variorum.schema.tables import BY_NAME

Rows = dict[str, list[dict[str, Any]]]

HOSTILE = 'Lantern <script>alert("x")</script> & Sons'

TEXTS = {
    "HP": (
        "Velm and Osrin meet on the island of Tarn\n"
        "President Ada Morn of Velm and Premier Ilo Sand of Osrin met on Tarn on 4 March 2031, and agreed to keep the "
        "truce at the Lower Weir.\n"
        "“We shall open the locks within a month,” Morn told reporters after the talks.\n"
        "The talks followed an attack by Osrin on the weir in February, in which at least 41 people were killed.\n"
        "The truce was first signed in the autumn of 2027, after a river war that left more than 900 dead.\n"
        "A further round is planned for April in the city of Karst."
    ),
    "DL": (
        "Island talks end with a promise\n"
        "Velm’s leader Ada Morn and the Osrin premier Ilo Sand met on Tarn on Tuesday under the eyes of the Tarnian "
        "mediator, Bela Quist.\n"
        "Clashes at the weir in February killed 41 people from both sides, according to hospital lists.\n"
        "“We will open the locks inside one month,” Morn said.\n"
        "A spokesman said </script> was found in a copy of the text.\n"
        "The joint statement speaks of respect for the river border."
    ),
    "RS": (
        "Morn, Sand on Tarn\n"
        "Clashes at the weir in February killed 41 people from both sides, hospital lists show.\n"
        "The usurper Morn met Sand on Tarn on Tuesday. Osrin denies that its troops began it.\n"
        "The joint statement speaks of respect for the river line."
    ),
    "R1": (
        "Locks to open, says Morn\n"
        "Ada Morn and Ilo Sand are to meet on Tarn. Sand would demand “the return of all prisoners” there.\n"
        "A visit of the mediator to Karst was called off."
    ),
}

SOURCES = {"HP": "Harbour Post", "DL": HOSTILE, "RS": "Radio Selm", "R1": None}
PUBLISHED = {"HP": date(2031, 3, 5), "DL": date(2031, 3, 5), "RS": date(2031, 3, 6), "R1": None}
TITLES = {siglum: text.split("\n")[0] for siglum, text in TEXTS.items()}


class Case:
    """Rows in the making; ids are minted from readable names."""

    def __init__(self) -> None:
        self.rows: Rows = {name: [] for name in BY_NAME}
        self.reports = {siglum: mint("report", siglum) for siglum in TEXTS}

    def add(self, table: str, **values: Any) -> None:
        known = {column.name for column in BY_NAME[table].columns}
        assert set(values) <= known, set(values) - known
        self.rows[table].append({name: values.get(name) for name in (c.name for c in BY_NAME[table].columns)})

    def words(self, item_id: str, siglum: str, *quotes: str) -> str:
        """Add evidence for an item; returns the id of the first."""
        ids = []
        for quote in quotes:
            start = TEXTS[siglum].index(quote)
            report_id, end = self.reports[siglum], start + len(quote)
            evidence_id = mint("evidence", item_id, report_id, start, end)
            ids.append(evidence_id)
            self.add(
                "evidence",
                evidence_id=evidence_id,
                item_id=item_id,
                report_id=report_id,
                start_char=start,
                end_char=end,
                quote=quote,
            )
        return ids[0]

    def mention(self, kind: str, subject_id: str, siglum: str, quote: str) -> str:
        start = TEXTS[siglum].index(quote)
        mention_id = mint("mention", kind, self.reports[siglum], start, start + len(quote))
        self.add(
            "mentions",
            mention_id=mention_id,
            report_id=self.reports[siglum],
            kind=kind,
            start_char=start,
            end_char=start + len(quote),
            subject_id=subject_id,
            annotator=f"{kind}s.v1",
        )
        return mention_id


def make_rows() -> Rows:
    """All tables of the invented case."""
    case = Case()
    _add_reports(case)
    _add_entities(case)
    _add_events(case)
    _add_claims(case)
    _add_speech(case)
    _add_disagreements(case)
    _add_rest(case)
    return case.rows


def write_record(path: Path, rows: Rows | None = None) -> Path:
    """Write a record file through the store."""
    from variorum.store import publish

    tables = {name: found for name, found in (rows or make_rows()).items() if name not in ("runs", "retired")}
    publish(path, tables, run=RUN)
    return path


RUN = {
    "run_id": mint("run", "one"),
    "inputs_hash": "00",
    "config_hash": "00",
    "config": "{}",
    "versions": "{}",
}


def _add_reports(case: Case) -> None:
    wire = mint("origin", "North Wire")
    case.add("origins", origin_id=wire, name="North Wire", basis="credited")
    for siglum, text in TEXTS.items():
        credited = siglum in ("DL", "RS")
        own = wire if credited else mint("origin", siglum)
        if not credited:
            case.add("origins", origin_id=own, name=SOURCES[siglum] or siglum, basis="presumed")
        day = PUBLISHED[siglum]
        case.add(
            "reports",
            report_id=case.reports[siglum],
            file=f"{siglum.lower()}.txt",
            source=SOURCES[siglum],
            siglum=siglum,
            title=TITLES[siglum],
            author="Nia <b>Holt</b>" if siglum == "HP" else None,
            credit="North Wire" if credited else None,
            published=day.isoformat() if day else None,
            published_low=day,
            published_high=day,
            published_basis="stated in the text" if day else None,
            language="en",
            origin_id=own,
            origin_basis="credited" if credited else "presumed",
            status="read",
            raw_digest=digest(text.encode()),
            text=text,
        )
    case.add(
        "reports",
        report_id=mint("report", "broken"),
        file="broken.txt",
        siglum="R2",
        origin_basis="presumed",
        status="set_aside",
        reason="the file is binary",
        raw_digest="00",
        text="",
    )
    case.add("removals", report_id=case.reports["DL"], raw_start=0, raw_end=80, reason="furniture")


ENTITIES = {
    "Ada Morn": ("person", "VLM", {"HP": "Ada Morn", "DL": "Ada Morn", "RS": "Morn", "R1": "Ada Morn"}),
    "Ilo Sand": ("person", "OSR", {"HP": "Ilo Sand", "DL": "Ilo Sand", "RS": "Sand", "R1": "Ilo Sand"}),
    "Bela Quist": ("person", "TRN", {"DL": "Bela Quist", "R1": "the mediator"}),
    "Osrin": ("government", "OSR", {"HP": "Osrin", "DL": "Osrin", "RS": "Osrin"}),
    "Velm": ("government", "VLM", {"HP": "Velm", "DL": "Velm"}),
    "Tarn": ("place", "TRN", {"HP": "Tarn", "DL": "Tarn", "RS": "Tarn", "R1": "Tarn"}),
    "Lower Weir": ("place", None, {"HP": "Lower Weir", "DL": "the weir"}),
}


def entity_id(name: str) -> str:
    return mint("entity", name)


def event_id(name: str) -> str:
    return mint("event", name)


def _add_entities(case: Case) -> None:
    for name, (kind, country, names) in ENTITIES.items():
        case.add(
            "entities",
            entity_id=entity_id(name),
            name=name,
            kind=kind,
            country=country,
            sector="GOV" if kind in ("person", "government") else None,
            office="president" if name == "Ada Morn" else None,
            disputed=name == "Lower Weir",
            external_ids="[]",
        )
        counts: dict[str, int] = {}
        ids = []
        for siglum, words in names.items():
            counts[words] = counts.get(words, 0) + 1
            ids.append(case.mention("entity", entity_id(name), siglum, words))
            case.words(entity_id(name), siglum, words)
        for words, count in counts.items():
            case.add("entity_names", entity_id=entity_id(name), name=words, n_mentions=count)
        _link(case, "entity", ids, "same family name; both meet on Tarn")


def _link(case: Case, kind: str, ids: list[str], why: str) -> None:
    for left, right in zip(sorted(ids), sorted(ids)[1:], strict=False):
        case.add(
            "links",
            kind=kind,
            left_id=left,
            right_id=right,
            judgement="same",
            score=0.86,
            evidence=why,
            decided_by=f"{kind}.v1",
        )


EVENTS: dict[str, dict[str, Any]] = {
    "talks": {
        "label": "Velm and Osrin hold talks on Tarn",
        "type": "CONSULT",
        "concept": "meeting",
        "realis": "happened",
        "date": ("2031-03-04", date(2031, 3, 4), date(2031, 3, 4)),
        "origins": 3,
        "salience": 1.0,
        "words": {
            "HP": "met on Tarn on 4 March 2031",
            "DL": "met on Tarn on Tuesday under the eyes of the Tarnian mediator, Bela Quist",
            "RS": "The usurper Morn met Sand on Tarn on Tuesday.",
            "R1": "Ada Morn and Ilo Sand are to meet on Tarn.",
        },
    },
    "clash": {
        "label": "Fighting at the Lower Weir",
        "type": "ASSAULT",
        "concept": "clash",
        "realis": "happened",
        "date": ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        "origins": 2,
        "salience": 0.9,
        "words": {
            "HP": "an attack by Osrin on the weir in February, in which at least 41 people were killed",
            "DL": "Clashes at the weir in February killed 41 people from both sides",
            "RS": "Clashes at the weir in February killed 41 people from both sides",
        },
    },
    "truce": {
        "label": "Truce of the Lower Weir signed",
        "type": "AGREE",
        "concept": "ceasefire",
        "realis": "happened",
        "date": ("2027-23", date(2027, 9, 1), date(2027, 11, 30)),
        "origins": 1,
        "salience": 0.5,
        "words": {"HP": "The truce was first signed in the autumn of 2027"},
    },
    "war": {
        "label": "River war between Velm and Osrin",
        "type": "ASSAULT",
        "concept": "war",
        "realis": "happened",
        "date": ("../2027-11-30", None, date(2027, 11, 30)),
        "origins": 1,
        "salience": 0.4,
        "words": {"HP": "a river war that left more than 900 dead"},
    },
    "next": {
        "label": "Further round of talks in Karst",
        "type": "AGREE",
        "concept": "meeting",
        "realis": "planned",
        "date": ("2031-04", date(2031, 4, 1), date(2031, 4, 30)),
        "origins": 1,
        "salience": 0.6,
        "words": {"HP": "A further round is planned for April in the city of Karst."},
    },
    "visit": {
        "label": "Mediator’s visit to Karst",
        "type": "CONSULT",
        "concept": "visit",
        "realis": "called_off",
        "date": (None, None, None),
        "origins": 1,
        "salience": 0.3,
        "words": {"R1": "A visit of the mediator to Karst was called off."},
    },
}
ROLES = {
    "talks": (("Ada Morn", "participant"), ("Ilo Sand", "participant"), ("Bela Quist", "mediator")),
    "clash": (("Osrin", "actor"), ("Velm", "recipient")),
    "truce": (("Osrin", "signatory"), ("Velm", "signatory")),
    "visit": (("Bela Quist", "actor"),),
}
PLACES = {"talks": "Tarn", "clash": "Lower Weir"}


def _add_events(case: Case) -> None:
    for name, facts in EVENTS.items():
        edtf, low, high = facts["date"]
        case.add(
            "events",
            event_id=event_id(name),
            contexts="[]",
            **{key: facts[key] for key in ("label", "type", "concept", "realis", "salience")},
            date=edtf,
            date_low=low,
            date_high=high,
            date_basis="stated" if low else None,
            place_id=entity_id(PLACES[name]) if name in PLACES else None,
            n_reports=len(facts["words"]),
            n_origins=facts["origins"],
            all_presumed=facts["origins"] == 1,
            story_id=mint("story", "tarn"),
        )
        ids = []
        for siglum, words in facts["words"].items():
            case.words(event_id(name), siglum, words)
            ids.append(case.mention("event", event_id(name), siglum, words))
        _link(case, "event", ids, "same place; same day; two of the same participants")
        for entity, role in ROLES.get(name, ()):
            case.add("event_roles", event_id=event_id(name), entity_id=entity_id(entity), role=role)
    relation_id = mint("relation", "follows", event_id("talks"), event_id("clash"))
    case.words(relation_id, "HP", "The talks followed an attack by Osrin on the weir")
    case.add(
        "event_relations",
        relation_id=relation_id,
        relation="follows",
        event_id=event_id("talks"),
        other_event_id=event_id("clash"),
        rule="relation_words.v1",
        basis="the words say so: “followed”",
        n_reports=1,
    )


def _claim(case: Case, event: str, siglum: str, attribute: str, value: str, *, words: str) -> str:
    claim_id = mint("claim", event, siglum, attribute, value)
    case.words(claim_id, siglum, words)
    case.add(
        "claims",
        claim_id=claim_id,
        report_id=case.reports[siglum],
        event_id=event_id(event),
        attribute=attribute,
        value=value,
        original_value=words,
        polarity="affirmed",
        realis="happened",
        attributed_to=None,
        voice="own",
        annotator="events.v1",
    )
    return claim_id


def _finding(
    case: Case, event: str, attribute: str, value: str, claims: Iterable[tuple[str, str]], *, status: str, origins: int
) -> str:
    finding_id = mint("finding", event, attribute)
    case.add(
        "findings",
        finding_id=finding_id,
        subject_id=event_id(event),
        attribute=attribute,
        value=value,
        status=status,
        n_origins=origins,
        all_presumed=False,
        rule=f"{attribute}.v1",
    )
    for claim_id, side in claims:
        case.add("finding_claims", finding_id=finding_id, claim_id=claim_id, side=side)
    return finding_id


KILLED = (("HP", "at least 41 people", "at_least"), ("DL", "41 people", "exact"), ("RS", "41 people", "exact"))


def _add_claims(case: Case) -> None:
    days = [
        (_claim(case, "talks", "HP", "date", "2031-03-04", words="on 4 March 2031"), "supports"),
        (_claim(case, "talks", "DL", "date", "2031-03-04", words="on Tuesday"), "supports"),
    ]
    _finding(case, "talks", "date", "2031-03-04", days, status="agreed", origins=2)
    place = [(_claim(case, "talks", "HP", "place", entity_id("Tarn"), words="on Tarn"), "supports")]
    _finding(case, "talks", "place", entity_id("Tarn"), place, status="single_origin", origins=1)
    sides = [
        (_claim(case, "clash", "HP", "direction", "osrin_attacks", words="an attack by Osrin"), "supports"),
        (_claim(case, "clash", "DL", "direction", "mutual", words="Clashes at the weir"), "opposes"),
        (_claim(case, "clash", "RS", "direction", "mutual", words="Clashes at the weir"), "opposes"),
    ]
    _finding(case, "clash", "direction", "osrin_attacks", sides, status="disputed", origins=1)
    tolls = []
    for siglum, words, qualifier in KILLED:
        claim_id = _claim(case, "clash", siglum, "killed", "41", words=words)
        tolls.append((claim_id, "supports"))
        figure_id = mint("figure", siglum, words)
        case.words(figure_id, siglum, words)
        case.add(
            "figures",
            figure_id=figure_id,
            event_id=event_id("clash"),
            report_id=case.reports[siglum],
            claim_id=claim_id,
            what="killed",
            low=41.0,
            best=41.0,
            high=None if qualifier == "at_least" else 41.0,
            qualifier=qualifier,
            scope="event",
            realis="happened",
            basis="number",
            as_of=PUBLISHED[siglum],
        )
    _finding(case, "clash", "killed", "41..", tolls, status="compatible", origins=2)


def _add_speech(case: Case) -> None:
    locks = mint("statement", "locks")
    said = (
        ("HP", "We shall open the locks within a month", "Morn told reporters", "Ada Morn", "commit", "direct", locks),
        ("DL", "We will open the locks inside one month", "Morn said", "Ada Morn", "commit", "direct", locks),
        ("R1", "the return of all prisoners", "Sand would demand", "Ilo Sand", "demand", "mixed", None),
        ("RS", "its troops began it", "Osrin denies", "Osrin", "deny", "indirect", None),
        ("DL", "was found in a copy of the text", "A spokesman said", None, "state", "indirect", None),
    )
    for siglum, content, cue, speaker, position, kind, utterance in said:
        statement_id = mint("statement", siglum, content)
        case.words(statement_id, siglum, content, cue)
        case.add(
            "statements",
            statement_id=statement_id,
            report_id=case.reports[siglum],
            speaker_id=entity_id(speaker) if speaker else None,
            kind=kind,
            cue=cue,
            content=content,
            said_low=date(2031, 3, 4),
            said_high=date(2031, 3, 4),
            position=position,
            target_id=entity_id("Velm") if position == "demand" else None,
            utterance_id=utterance or statement_id,
            attitude="denies" if position == "deny" else "neutral",
            issue="troops" if position == "demand" else None,
            condition="if the text is signed" if position == "demand" else None,
            polarity="negative" if position == "deny" else "affirmative",
            addressee="reporters" if position == "demand" else None,
            venue="a press conference" if position == "demand" else None,
        )
    for siglum, subject, label, loaded in (
        ("HP", "Ada Morn", "President", None),
        ("DL", "Ada Morn", "leader", None),
        ("RS", "Ada Morn", "usurper", "blaming"),
        ("DL", "Ilo Sand", "premier", None),
    ):
        label_id = mint("label", siglum, subject, label)
        case.words(label_id, siglum, label)
        voice = "quoted" if label == "leader" else "own"
        case.add(
            "labels",
            label_id=label_id,
            report_id=case.reports[siglum],
            subject_id=entity_id(subject),
            label=label,
            voice=voice,
            loaded=loaded,
        )


PARTINGS = (
    (
        "direction",
        event_id("clash"),
        "Fighting at the Lower Weir: an attack, or clashes",
        0.9,
        (
            ("HP", "an attack by Osrin", "attack by Osrin", "a"),
            ("DL", "Clashes", "clashes", "b"),
            ("RS", "Clashes", "clashes", "b"),
        ),
    ),
    (
        "wording",
        mint("statement", "locks"),
        "When the locks are to open, in Morn’s words",
        0.6,
        (
            ("HP", "We shall open the locks within a month", "We shall open the locks within a month", "a"),
            ("DL", "We will open the locks inside one month", "We will open the locks inside one month", "b"),
        ),
    ),
    (
        "label",
        entity_id("Ada Morn"),
        "What Ada Morn is called",
        0.4,
        (("HP", "President", "President", "a"), ("RS", "usurper", "usurper", "b")),
    ),
)


def _add_disagreements(case: Case) -> None:
    for kind, subject, summary, weight, values in PARTINGS:
        disagreement_id = mint("disagreement", kind, subject)
        case.add(
            "disagreements",
            disagreement_id=disagreement_id,
            kind=kind,
            subject_id=subject,
            summary=summary,
            weight=weight,
            rule=f"{kind}s.v1",
        )
        for siglum, words, value, side in values:
            case.add(
                "disagreement_values",
                disagreement_id=disagreement_id,
                value=value,
                report_id=case.reports[siglum],
                evidence_id=case.words(disagreement_id, siglum, words),
                voice="quoted" if kind == "wording" else "own",
                side=side,
            )


COPIED = (
    ("Clashes at the weir in February killed 41 people from both sides, according to hospital lists.", 0.82),
    ("The joint statement speaks of respect for the river border.", 0.9),
)
COPIES = (
    ("Clashes at the weir in February killed 41 people from both sides, hospital lists show.", 0.82),
    ("The joint statement speaks of respect for the river line.", 0.9),
)


def _add_rest(case: Case) -> None:
    for (of, _), (here, similarity) in zip(COPIED, COPIES, strict=True):
        start, of_start = TEXTS["RS"].index(here), TEXTS["DL"].index(of)
        case.add(
            "copies",
            report_id=case.reports["RS"],
            start_char=start,
            end_char=start + len(here),
            origin_id=mint("origin", "North Wire"),
            of_report_id=case.reports["DL"],
            of_start_char=of_start,
            of_end_char=of_start + len(of),
            similarity=similarity,
            basis="date",
        )
    for name, facts in EVENTS.items():
        for siglum in TEXTS:
            how = "states" if siglum in facts["words"] else "omits"
            how = "could_not_know" if siglum == "R1" and name == "clash" else how
            how = "copies" if siglum == "RS" and name == "clash" else how
            how = "contradicts" if siglum == "R1" and name == "talks" else how
            case.add("coverage", report_id=case.reports[siglum], subject_id=event_id(name), how=how)
        told = [siglum for siglum in TEXTS if siglum in facts["words"]]
        silent = [siglum for siglum in TEXTS if siglum not in facts["words"]]
        lonely = told if len(told) == 1 else silent if len(silent) == 1 else []
        for siglum in lonely:
            how = "has" if len(told) == 1 else "leaves_out"
            case.add("alone", source=SOURCES[siglum] or siglum, subject_id=event_id(name), how=how)
    _add_frame(case)


def _add_frame(case: Case) -> None:
    story, process = mint("story", "tarn"), mint("process", "river")
    case.add(
        "stories",
        story_id=story,
        label="Talks on Tarn",
        date_low=date(2031, 3, 4),
        date_high=date(2031, 3, 6),
        process_id=process,
    )
    case.add("processes", process_id=process, label="Velm – Osrin: river talks under Tarnian mediation")
    for siglum in TEXTS:
        case.add("story_reports", story_id=story, report_id=case.reports[siglum])
    truce = mint("instrument", "truce")
    case.add(
        "instruments",
        instrument_id=truce,
        kind="ceasefire",
        name="truce at the Lower Weir",
        parties=f'["{entity_id("Osrin")}", "{entity_id("Velm")}"]',
        event_id=event_id("truce"),
    )
    case.words(truce, "HP", "truce at the Lower Weir")
    case.add("instrument_statuses", instrument_id=truce, status="agreed", event_id=event_id("truce"))
    case.add(
        "issues",
        issue_id=mint("issue", "broken"),
        stage="reports",
        kind="binary",
        what="broken.txt holds bytes that are no text: convert it and build again",
        file="broken.txt",
    )
    case.add(
        "issues",
        issue_id=mint("issue", "undated"),
        stage="reports",
        kind="undated",
        what="nothing in r1.txt says when it was published: give its date in reports.tsv",
        report_id=case.reports["R1"],
        file="r1.txt",
    )
