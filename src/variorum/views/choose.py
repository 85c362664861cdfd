"""Which report a user means, by siglum, or by the id or its beginning; and which source, by siglum or name."""

from variorum.errors import InputError
from variorum.views.catalogue import Catalogue
from variorum.views.editions import is_replaced, standing_reports
from variorum.views.explain import complete_id
from variorum.views.sources import source_name


def choose_report(catalogue: Catalogue, named: str | None) -> str | None:
    """The id of the report that is meant; None where none is named.

    A siglum means the one report that stands under it: earlier versions are named by their id.

    Raises:
        InputError: no report is called so, or several are.
    """
    if named is None:
        return None
    name = named.strip()
    bearing = [
        row["report_id"]
        for row in catalogue.rows("reports")
        if row["siglum"] and row["siglum"].casefold() == name.casefold() and not is_replaced(row)
    ]
    if len(bearing) > 1:
        raise InputError(
            f"{name}: {len(bearing)} reports bear this siglum; give the id of one: {', '.join(bearing[:4])}"
        )
    if bearing:
        return str(bearing[0])
    if not name.startswith("r"):
        raise InputError(f"{name or 'an empty name'}: no report is called so; `variorum reports` lists sigla and ids")
    return complete_id(catalogue, name)


def choose_source(catalogue: Catalogue, named: str | None) -> str | None:
    """The name of the source that is meant; None where none is named.

    Raises:
        InputError: no source that was read is called so.
    """
    if named is None:
        return None
    wanted = named.strip().casefold()
    for report in standing_reports(catalogue):
        if wanted in (source_name(report).casefold(), str(report["siglum"]).casefold()):
            return source_name(report)
    raise InputError(f"{named.strip() or 'an empty name'}: no source is called so; `variorum coverage` lists them")
