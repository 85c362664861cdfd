"""A small whole record in plain rows, for tests of the store."""

from typing import Any

from variorum.schema.tables import BY_NAME, CONTRACT

TEXT = "The envoy of Norland met the southern delegation in Port Aster on Monday."


def row(table: str, **values: Any) -> dict[str, Any]:
    """A row with every column of its table, null where not given."""
    made = dict.fromkeys(column.name for column in BY_NAME[table].columns)
    assert set(values) <= set(made)
    return made | values


def evidence(evidence_id: str, item_id: str, quote: str, *, report_id: str = "r1") -> dict[str, Any]:
    start = TEXT.index(quote)
    return row(
        "evidence",
        evidence_id=evidence_id,
        item_id=item_id,
        report_id=report_id,
        start_char=start,
        end_char=start + len(quote),
        quote=quote,
    )


def whole_record() -> dict[str, list[dict[str, Any]]]:
    """One report, one event, one claim, one finding, grounded."""
    return {
        "reports": [row("reports", report_id="r1", file="a.txt", status="read", text=TEXT, published_low="2031-05-02")],
        "events": [row("events", event_id="v1", label="a meeting", type="CONSULT", realis="happened", n_reports=1)],
        "claims": [
            row(
                "claims",
                claim_id="c1",
                report_id="r1",
                event_id="v1",
                attribute="date",
                value="2031-05-02",
                voice="own",
            )
        ],
        "findings": [row("findings", finding_id="n1", subject_id="v1", attribute="date", status="single_origin")],
        "finding_claims": [row("finding_claims", finding_id="n1", claim_id="c1", side="supports")],
        "evidence": [evidence("x1", "v1", "met the southern delegation"), evidence("x2", "c1", "on Monday")],
        "shelf": [row("shelf", kind="report", key="k", payload="{}")],
    }


def run_row(run_id: str = "b1") -> dict[str, Any]:
    return row("runs", run_id=run_id, inputs_hash="h", config_hash="h", config="{}", versions="{}") | {
        "contract": CONTRACT
    }
