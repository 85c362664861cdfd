"""JSON: one report, a list of them, an object around a list (a feed, a graph, an answer of a service), or one a line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from variorum.errors import Quarantine
from variorum.reports.containers.json_text import Piece, only_piece, pieces_of_lines, pieces_of_list
from variorum.reports.containers.records import joined_words, make_item
from variorum.reports.containers.record_shapes import JSON_FEED, LISTS, find_shape
from variorum.reports.containers.vessel import Found, Opener, Vessel, member_name
from variorum.reports.lines import Clue

_OBJECT = re.compile(rb'\s*\{\s*["}]')
_LIST = re.compile(rb"\s*\[\s*[\]{]")
_BOM = b"\xef\xbb\xbf"
_MAP_REMEDY = "no report's fields are known in it; name them by --map text=FIELD,title=FIELD"
_MOST_FIELDS = 12
_TRIED = 3


def is_json(vessel: Vessel) -> bool:
    """True of bytes that begin as a JSON object or a list of objects does."""
    head = vessel.head.removeprefix(_BOM)
    return bool(_OBJECT.match(head) or _LIST.match(head))


def read_json(vessel: Vessel, _open_member: Opener) -> Iterator[Found]:
    """Read the reports in a JSON file; what is no report in it is set aside by itself.

    Raises:
        Quarantine: it is one object that is no JSON, too large, or no report.
    """
    if _LIST.match(vessel.head.removeprefix(_BOM)):
        yield from _read_pieces(vessel, pieces_of_list(vessel.rewound(), vessel.config))
    elif _is_one(vessel):
        yield from _read_object(vessel)
    else:
        yield from _read_pieces(vessel, pieces_of_lines(vessel.rewound(), vessel.config))


def _is_one(vessel: Vessel) -> bool:
    """True where the whole is one object, not one a line: of its first lines none is an object beside others."""
    if vessel.ending in {".jsonl", ".ndjson"}:
        return False
    first = list(islice(pieces_of_lines(vessel.rewound(), vessel.config), _TRIED))
    whole = any(isinstance(piece.value, Mapping) for piece in first)
    return not (whole and len(first) > 1) and vessel.size <= vessel.config.max_line_bytes


def _read_object(vessel: Vessel) -> Iterator[Found]:
    piece = only_piece(vessel.rewound(), vessel.config)
    if piece.fault is not None:
        raise Quarantine(piece.fault)
    value = piece.value
    inner = _list_within(value) if isinstance(value, Mapping) and not _is_report(value, vessel) else None
    if inner is not None:
        yield from _read_list(vessel, value, inner)
    else:
        yield _item(vessel, vessel.name, (), value)


def _is_report(value: Mapping[str, Any], vessel: Vessel) -> bool:
    shape = find_shape(frozenset(value), vessel.config.map)
    return shape is not None and not any(isinstance(value.get(name), list) and name in LISTS for name in value)


def _list_within(value: Mapping[str, Any]) -> list[Any] | None:
    found = (value[name] for name in LISTS if isinstance(value.get(name), list))
    return next((inner for inner in found if any(isinstance(one, Mapping) for one in inner)), None)


def _read_list(vessel: Vessel, around: Mapping[str, Any], inner: list[Any]) -> Iterator[Found]:
    """Objects of a list within an object; a feed's title says who published them. Others of a graph are passed over."""
    feed = "jsonfeed.org" in str(around.get("version", ""))
    title = joined_words(around, ("title",), several=False) if feed else ""
    stated = (Clue(kind="source", value=title, basis="feed"),) if title else ()
    for number, value in enumerate(inner, start=1):
        if "@graph" in around and not (isinstance(value, Mapping) and _is_report(value, vessel)):
            continue
        yield _item(vessel, member_name(vessel.name, number), stated, value)


def _read_pieces(vessel: Vessel, pieces: Iterator[Piece]) -> Iterator[Found]:
    for piece in pieces:
        name = member_name(vessel.name, piece.number)
        if piece.value is None:
            yield vessel.issue("bad_record", piece.fault or "is no JSON", name)
        elif isinstance(piece.value, Mapping) and isinstance(piece.value.get("@graph"), list):
            yield from _read_list(vessel, piece.value, piece.value["@graph"])
        else:
            yield _item(vessel, name, (), piece.value)


def _item(vessel: Vessel, name: str, stated: tuple[Clue, ...], value: Any) -> Found:
    if not isinstance(value, Mapping):
        return vessel.lost(name, "is no JSON object, and so no report")
    shape = find_shape(frozenset(value), vessel.config.map)
    if shape is None:
        fields = ", ".join(sorted(str(field) for field in value)[:_MOST_FIELDS])
        return vessel.lost(name, f"{_MAP_REMEDY}; it has {fields or 'none'}")
    basis = "feed" if shape is JSON_FEED else "json"
    item = make_item(vessel, name, value, shape, basis)
    return replace(item, stated=(*item.stated, *stated))
