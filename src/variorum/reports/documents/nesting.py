"""How deep markup nests, measured before any parser sees it: parsers recurse, or crawl, on markup made to do harm."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from variorum.config import Config
from variorum.errors import Quarantine

_TAG = re.compile(r"<!--|<(/?)([a-z][^\s/<>]*)([^<>]*)>")
_QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr keygen frame basefont path use".split()
)
_RAW = frozenset({"script", "style"})
_HIDING = _RAW | {"noscript", "template", "svg"}
_CLOSES_ITSELF = frozenset("p li dt dd tr td th option optgroup thead tbody tfoot colgroup rt rp".split())
_OPEN_ANYHOW = frozenset("div span section article b i em strong font a ul ol table blockquote main aside u s".split())
_MOST_UNCLOSED = 100


def check_nesting(raw: str, config: Config) -> None:
    """Measure markup in one pass.

    Raises:
        Quarantine: it nests deeper than `max_nesting`, an element has more than `max_attributes`, or many comments
            or scripts are never closed.
    """
    raw = raw.lower()
    stack: list[str] = []
    open_names: Counter[str] = Counter()
    at = 0
    while match := _TAG.search(raw, at):
        at = match.end()
        name = match[2] or "!--"
        if name == "!--" or (name in _HIDING and not match[1]):
            at = _skip(raw, name, at)
        if name == "!--" or name in _RAW:
            continue
        if match[1]:
            _close(name, stack, open_names)
        elif name not in _VOID:
            _check_attributes(match[3], config)
            _open(name, match[3], stack, open_names)
        if len(stack) > config.max_nesting:
            raise Quarantine(f"its markup nests deeper than max_nesting = {config.max_nesting}; no page does")


def _skip(raw: str, name: str, at: int) -> int:
    """Where a comment or a raw element ends; what is never closed hides nothing here, nor does what a page may show."""
    if name == "!--" and raw.startswith((">", "->"), at):
        return at
    close = raw.find("-->" if name == "!--" else f"</{name}", at)
    if close >= 0:
        return close if name == "!--" or name in _RAW else at
    if raw.count("<" + name, at) > _MOST_UNCLOSED:
        raise Quarantine(f"more than {_MOST_UNCLOSED} of its <{name} are never closed; no page is made so")
    return at


def _open(name: str, attributes: str, stack: list[str], open_names: Counter[str]) -> None:
    if attributes.endswith("/") and name not in _OPEN_ANYHOW:
        return
    if name in _CLOSES_ITSELF and name in _closable(stack):
        _close(name, stack, open_names)
    stack.append(name)
    open_names[name] += 1


def _closable(stack: list[str]) -> Iterator[str]:
    """The innermost elements that the next of their kind closes: a row of a table ends the cell and row before."""
    return takewhile(_CLOSES_ITSELF.__contains__, reversed(stack))


def _close(name: str, stack: list[str], open_names: Counter[str]) -> None:
    """Close the innermost element of a name and all within it; a close of what is not open is nothing."""
    while open_names[name]:
        inner = stack.pop()
        open_names[inner] -= 1
        if inner == name:
            return


def _check_attributes(attributes: str, config: Config) -> None:
    most = config.max_attributes
    if len(attributes) > 2 * most and len(_QUOTED.sub("=", attributes).split()) > most:
        raise Quarantine(f"one of its elements has more than max_attributes = {most}; no page's has")
