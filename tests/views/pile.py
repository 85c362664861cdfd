"""An invented pile: a wire story printed and cut by others, versions of one report, and what was read of each."""

from datetime import date
from typing import Any

from variorum.schema.ids import digest, mint
from variorum.schema.tables import BY_NAME

Rows = dict[str, list[dict[str, Any]]]

DAM = "Engineers opened two of the nine gates of the Orlo dam before dawn on Monday, three officials said."
FLOOD = "At least 14 villages below the dam were under water by noon, and some 6,000 people had left their homes."
VOW = "“Not one family will spend the winter in a tent,” Governor Inga Tal said."
BRIDGE = "The road bridge at Tarl, the only crossing for forty kilometres, was carried away in the night."

TEXTS = {
    "NW": f"Gates opened at Orlo dam\nORLO, March 3 (North Wire) - {DAM}\n{FLOOD}\nGovernor Inga Tal is to visit the valley.",
    "HP": (
        "Villages under water\nBy Lena Korr, with North Wire\n"
        "Engineers opened two of the nine gates of the Orlo dam before dawn on Monday, the water office confirmed.\n"
        f"{FLOOD}\nOur reporter saw boats tied to the church tower in Tarl.\n{VOW}\n"
        "Boats tied to the church tower in Tarl. Photo: Lena Korr"
    ),
    "DL": (
        "Thousands flee below Orlo\n"
        "At least 14 villages below the dam were under water by noon, and 6,000 people had fled their homes.\n"
        "The Daily Lock's readers have sent pictures from six places."
    ),
    "RS1": (
        "Dam breaks at Orlo\nA wall of the Orlo dam broke on Monday. Twenty people are missing.\n"
        "The army has sent boats.\nThe minister has not spoken."
    ),
    "RS2": (
        "Gates opened at Orlo, twenty missing\nTwo gates of the Orlo dam were opened on Monday. Twenty people are missing.\n"
        "The army has sent boats and two helicopters.\nMinister Odo Renn arrived in the evening.\n"
        "Correction: An earlier version of this report said that a wall of the dam broke. Gates were opened."
    ),
    "EN": f"What Tal promised\nThe governor spoke in Tarl on Tuesday. {VOW}\n{BRIDGE}\nWater stood at nine metres.",
    "R1": f"Bridge gone\n{BRIDGE}\nNo one was on it.",
    "VT": "Weather for the week\nRain is expected in the north until Friday.",
}
SIGLA = {"RS1": "RS", "RS2": "RS"}
SOURCES = {
    "NW": ("North Wire", "NOR", "northwire.example"),
    "HP": ("Harbour Post", "VLM", "harbourpost.example"),
    "DL": ("Daily Lock", None, "dailylock.example"),
    "RS1": ("Radio Selm", "OSR", "radioselm.example"),
    "RS2": ("Radio Selm", "OSR", "radioselm.example"),
    "EN": ("Evening News", None, None),
    "R1": (None, None, None),
    "VT": ("Valley Times", None, None),
}
PUBLISHED: dict[str, tuple[date | None, date | None, str | None]] = {
    "NW": (date(2031, 3, 3), date(2031, 3, 3), "2031-03-03T13:05:00+01:00"),
    "HP": (date(2031, 3, 4), date(2031, 3, 4), None),
    "DL": (date(2031, 3, 6), date(2031, 3, 6), None),
    "RS1": (date(2031, 3, 3), date(2031, 3, 3), "2031-03-03T15:00:00+01:00"),
    "RS2": (date(2031, 3, 3), date(2031, 3, 3), "2031-03-03T15:00:00+01:00"),
    "EN": (date(2031, 3, 4), date(2031, 3, 9), None),
    "R1": (None, None, None),
    "VT": (None, date(2031, 3, 31), None),
}
CREDITED = ("NW", "HP", "DL")
WIRE = mint("origin", "North Wire")

COPIES = (
    ("HP", DAM[:77], "NW", DAM[:77], "credit", WIRE),
    ("HP", FLOOD, "NW", FLOOD, "credit", WIRE),
    ("DL", TEXTS["DL"].split("\n")[1], "HP", FLOOD, "date", WIRE),
    ("R1", BRIDGE, "EN", BRIDGE, "shared", mint("origin", "bridge")),
    ("EN", BRIDGE, "R1", BRIDGE, "shared", mint("origin", "bridge")),
)


def report_of(name: str) -> str:
    """The id of a report of the pile."""
    return mint("report", f"pile {name}")


def make_pile() -> Rows:
    """All tables of the pile; those that tell of events are empty."""
    rows: Rows = {name: [] for name in BY_NAME}
    _add_reports(rows)
    _add_set_aside(rows)
    _add_readings(rows)
    _add_alike(rows)
    return rows


def _add(rows: Rows, table: str, **values: Any) -> None:
    names = [column.name for column in BY_NAME[table].columns]
    assert set(values) <= set(names), set(values) - set(names)
    rows[table].append({name: values.get(name) for name in names})


def _add_reports(rows: Rows) -> None:
    _add(rows, "origins", origin_id=WIRE, name="North Wire", basis="credited")
    _add(rows, "origins", origin_id=mint("origin", "bridge"), name="EN R1", basis="shared")
    for name, text in TEXTS.items():
        source, country, domain = SOURCES[name]
        low, high, time = PUBLISHED[name]
        own = WIRE if name in CREDITED else mint("origin", f"pile {SIGLA.get(name, name)}")
        if own not in {row["origin_id"] for row in rows["origins"]}:
            _add(rows, "origins", origin_id=own, name=source or "r1.txt", basis="presumed")
        _add(
            rows,
            "reports",
            report_id=report_of(name),
            file=f"pile/{name.lower()}.html",
            source=source,
            siglum=SIGLA.get(name, name),
            domain=domain,
            country=country,
            title=text.split("\n")[0],
            subtitle="Six thousand leave their homes" if name == "HP" else None,
            section="Valley" if name == "HP" else None,
            author="Lena Korr" if name == "HP" else None,
            credit="North Wire" if name in CREDITED else None,
            translation="Translated from Osrin by the desk" if name == "EN" else None,
            dateline="ORLO, March 3 (North Wire)" if name == "NW" else None,
            url=f"https://{domain}/orlo" if domain else None,
            published=_edtf(low, high),
            published_low=low,
            published_high=high,
            published_time=time,
            published_basis="page metadata" if time else "the day it was seen" if name == "VT" else "dateline",
            updated="2031-03-04" if name == "RS2" else None,
            updated_low=date(2031, 3, 4) if name == "RS2" else None,
            updated_high=date(2031, 3, 4) if name == "RS2" else None,
            updated_time="2031-03-04T09:30:00+01:00" if name == "RS2" else None,
            version_of=report_of("RS1") if name in SIGLA else None,
            superseded_by=report_of("RS2") if name == "RS1" else None,
            language="en",
            origin_id=own,
            origin_basis="credited" if name in CREDITED else "presumed",
            status="read",
            raw_digest=digest(text.encode()),
            text=text,
        )


def _edtf(low: date | None, high: date | None) -> str | None:
    if low == high:
        return low.isoformat() if low else None
    return f"{low or '..'}/{high or '..'}"


def _add_set_aside(rows: Rows) -> None:
    gone = [(f"pile/scan{n}.pdf", "the PDF holds no text: run OCR on it and build again") for n in range(1, 6)]
    for file, reason in [*gone, ("pile/late.gz", "the archive ends too early: fetch it again")]:
        _add(
            rows,
            "reports",
            report_id=mint("report", file),
            file=file,
            origin_basis="presumed",
            status="set_aside",
            reason=f"{file}: {reason}",
            raw_digest="00",
            text="",
        )


def _add_readings(rows: Rows) -> None:
    for start, end, reason in (
        (0, 120, "menu"),
        (400, 430, "caption"),
        (2000, 2310, "menu"),
        (2310, 2400, "newsletter"),
    ):
        _add(rows, "removals", report_id=report_of("HP"), raw_start=start, raw_end=end, reason=reason)
    clues = (
        ("HP", "published", "dateline", "March 4, 2031", date(2031, 3, 4), date(2031, 3, 4), "used"),
        ("HP", "published", "text", "on Monday", date(2031, 3, 3), date(2031, 3, 9), "agrees"),
        ("HP", "published", "address", "/2031/02/27/", date(2031, 2, 27), date(2031, 2, 27), "contradicts"),
        ("VT", "seen", "crawl", "2031-03-31", None, date(2031, 3, 31), "used"),
    )
    for name, role, basis, words, low, high, verdict in clues:
        _add(
            rows,
            "date_evidence",
            report_id=report_of(name),
            role=role,
            basis=basis,
            words=words,
            low=low,
            high=high,
            verdict=verdict,
        )
    _add_part(rows, "RS2", "correction", TEXTS["RS2"].split("\n")[-1], detail="a wall of the dam broke")
    _add_part(rows, "HP", "caption", TEXTS["HP"].split("\n")[-1])
    _add(
        rows,
        "issues",
        issue_id=mint("issue", "two dates"),
        stage="reports",
        kind="two_dates",
        what="hp.html: its address says 27 February, its dateline 4 March: give its date in reports.tsv",
        report_id=report_of("HP"),
        file="pile/hp.html",
    )


def _add_part(rows: Rows, name: str, kind: str, words: str, *, detail: str | None = None) -> None:
    start = TEXTS[name].index(words)
    end = start + len(words)
    _add(rows, "report_parts", report_id=report_of(name), kind=kind, start_char=start, end_char=end, detail=detail)


def _add_alike(rows: Rows) -> None:
    for name, here, of, there, basis, origin in COPIES:
        _add(rows, "copies", **_pair(name, here, of, there), origin_id=origin, basis=basis)
    _add(rows, "shared_words", **_pair("EN", VOW[1:47], "HP", VOW[1:47]), reason="quotation")


def _pair(name: str, here: str, of: str, there: str) -> dict[str, Any]:
    start, of_start = TEXTS[name].index(here), TEXTS[of].index(there)
    return {
        "report_id": report_of(name),
        "start_char": start,
        "end_char": start + len(here),
        "of_report_id": report_of(of),
        "of_start_char": of_start,
        "of_end_char": of_start + len(there),
        "similarity": 1.0 if here == there else 0.9,
    }
