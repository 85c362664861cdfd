"""Tables that lay a page out, as old pages do: their cells are parts of the page and hold no table of figures."""

from typing import Any

_LONG = 400
_SHORT = 200
_BREAKS = 3


def unfold_tables(tree: Any) -> None:
    """Turn layout tables of a page's tree into plain blocks, in place.

    A table lays out where one of its cells holds running text: 400 characters or more, or 200 broken
    into paragraphs, most of them not in links.
    """
    for table in tree.xpath("//table"):
        if any(_is_running(cell) for cell in table.xpath("./tr/td | ./tbody/tr/td")):
            _unfold(table)


def _is_running(cell: Any) -> bool:
    words = len("".join(cell.itertext()).strip())
    linked = sum(len("".join(link.itertext())) for link in cell.iter("a"))
    least = _SHORT if len(cell.xpath("./br | ./p")) >= _BREAKS else _LONG
    return words >= least and linked < words / 2


def _unfold(table: Any) -> None:
    table.tag = "div"
    for part in table.xpath("./tr | ./tbody | ./thead | ./tfoot | ./tbody/tr | ./thead/tr | ./tr/td | ./tbody/tr/td"):
        part.tag = "div"
