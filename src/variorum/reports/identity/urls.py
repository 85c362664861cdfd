"""Addresses of reports: the canonical form, the host, and what their paths say of day and section."""

import re
from datetime import date
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from variorum.reports.lexicon import fold, load_furniture
from variorum.reports.lines import Clue
from variorum.schema.dates import Bounds, in_month, on_day

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|mc_[ce]id|_ga|_gl|cmpid|ncid|ocid|ito|ref|ref_src"
    r"|ref_url|referrer|spm|sharetype|ns_\w+|at_(?:medium|campaign|custom\d?|link\w*|format|type)|xtor|wt_\w+|smid"
    r"|sr_share|__twitter_impression|mkt_tok|feedtype|feedname|traffic_source|guccounter|guce_\w+)",
    re.IGNORECASE,
)
_PAGES = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)", re.IGNORECASE)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_FIRST, _LAST = 1990, 2199
_PATH_SECTIONS = 3


@cache
def _dates() -> tuple[re.Pattern[str], ...]:
    """Forms of a day in a path, the surest first: each with named parts year, month and perhaps day."""
    month = r"(?P<month>0?[1-9]|1[0-2]|" + "|".join(f"{name}[a-z]{{0,6}}" for name in _MONTHS) + ")"
    day = r"(?P<day>0?[1-9]|[12]\d|3[01])"
    return tuple(
        re.compile(form, re.IGNORECASE)
        for form in (
            rf"/{_YEAR}[/_-]{month}[/_-]{day}(?=[/_.-]|$)",
            rf"(?<![\d]){_YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
            rf"(?<![\d]){_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
            rf"/{_YEAR}[/-]?(?P<month>0[1-9]|1[0-2])(?=/)",
            rf"/{_YEAR}[/-](?P<month>{'|'.join(_MONTHS)})(?=/)",
        )
    )


def clean_address(url: str) -> str | None:
    """Bring an address to the form in which two links to one page are equal; None where it is no web address.

    Fragments and parameters that only follow readers about go; the order of the others stays.
    """
    try:
        parts = urlsplit(" ".join(url.split()))
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or "." not in host:
        return None
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(key)]
    query = parts.query if len(kept) == len(parse_qsl(parts.query, keep_blank_values=True)) else urlencode(kept)
    return urlunsplit((parts.scheme.lower(), host + port, parts.path, query, ""))


def _is_tracking(key: str) -> bool:
    return _TRACKING.fullmatch(key) is not None


def find_domain(url: str | None) -> str | None:
    """The host of an address or a bare host, lower case, without www or the mark of pages for telephones."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    bare = _PAGES.sub("", host.lower())
    return bare if re.fullmatch(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[\w-]+)*\.[^\W\d_]{2,}", bare) else None


def find_address_date(url: str) -> Clue | None:
    """Read the day, or month, that an address holds ("/2022/11/01/"); None where it holds none or a false one."""
    path = _path(url)
    for pattern in _dates():
        match = pattern.search(path)
        bounds = _bounds(match) if match else None
        if match and bounds:
            return Clue(kind="published", value=match[0].strip("/"), basis="address", bounds=bounds)
    return None


def _path(url: str) -> str:
    """An address's path; empty where it is no address."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _bounds(match: re.Match[str]) -> Bounds | None:
    parts = match.groupdict()
    name = parts["month"].casefold()
    month = int(name) if name.isdigit() else _MONTHS.index(name[:3]) + 1
    year = int(parts["year"])
    if not _FIRST <= year <= _LAST:
        return None
    if parts.get("day") is None:
        return in_month(year, month)
    try:
        return on_day(date(year, month, int(parts["day"])))
    except ValueError:
        return None


def find_address_section(url: str) -> str | None:
    """The section that an address's first parts name ("/world/..."), where it is a known section's word."""
    parts = [part for part in _path(url).split("/") if part][:-1]
    known = load_furniture().sections
    for part in parts[:_PATH_SECTIONS]:
        words = fold(part.replace("-", " ").replace("_", " "))
        if words in known:
            return words
    return None
