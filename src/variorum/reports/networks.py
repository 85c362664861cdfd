"""Networks that may be asked: http and https only, and only names whose every address is public.

What is public is what the IANA registries of special-purpose addresses leave, as `ipaddress` of the standard library
holds them; addresses that carry another one within (mapped, 6to4, Teredo, NAT64) are judged by that too.
"""

import ipaddress
import socket
import threading
from dataclasses import dataclass
from urllib.parse import urlsplit

from variorum.errors import Quarantine

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NOT_PUBLIC = tuple(
    map(ipaddress.ip_network, ("192.0.0.0/24", "64:ff9b:1::/48", "3fff::/20", "5f00::/16", "fec0::/10"))
)
"""In the registries too, but not yet in `ipaddress` of every Python that is served, or deprecated (site-local)."""

_PORTS = {"http": 80, "https": 443}
_REMEDY = "set fetch_private = true, or give --allow-private, if that is meant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address taken apart. netloc: host and port as the server is told. path: with its query."""

    scheme: str
    host: str
    port: int
    netloc: str
    path: str


def split_address(address: str) -> Target:
    """Take an address apart.

    Raises:
        Quarantine: it is no http(s) address, or holds a user's name.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise Quarantine(f"is no address ({error}); check it") from error
    if parts.scheme not in _PORTS or not host:
        raise Quarantine("leads to what is neither http nor https; only those are fetched")
    if parts.username is not None:
        raise Quarantine("holds a user's name; give an address without it")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(
        scheme=parts.scheme,
        host=host,
        port=port or _PORTS[parts.scheme],
        netloc=parts.netloc,
        path=_escaped(path),
    )


def _escaped(path: str) -> str:
    """The path in ASCII without blanks, as HTTP asks."""
    from urllib.parse import quote

    return quote(path, safe="/%:=&?~#+!$,;'@()*[]")


def resolve_host(target: Target, *, seconds: float, private: bool) -> str:
    """Look a name up and check every address that it has.

    Args:
        seconds: to wait for the look-up.
        private: True where addresses that are not public are allowed.

    Returns:
        The first address; the connection must go to this one, so that a second look-up cannot give another.

    Raises:
        Quarantine: the name is unknown, the look-up takes too long, or an address is not public.
    """
    found = _look_up(target, seconds)
    for address in found:
        if not private and not is_public(address):
            raise Quarantine(f"leads to {address}, which is no public address; {_REMEDY}")
    return found[0]


def _look_up(target: Target, seconds: float) -> list[str]:
    """Look a name up in a thread of its own: the system's look-up has no time limit."""
    found: list[str] = []
    faults: list[str] = []

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(row[4][0]) for row in rows))
        except (OSError, UnicodeError) as error:
            faults.append(str(error))

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise Quarantine("could not be looked up in fetch_seconds; try again")
    if faults or not found:
        raise Quarantine(f"could not be looked up ({'; '.join(faults) or 'no address'}); check its name")
    return found


def is_public(address: str) -> bool:
    """True of an address of the public internet, and of no other network within it."""
    one = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(one, ipaddress.IPv4Address):
        return _is_plain(one)
    within = [one.ipv4_mapped, one.sixtofour, *(one.teredo or ())]
    if one in _NAT64:
        within.append(ipaddress.IPv4Address(int(one) & 0xFFFFFFFF))
    inner = [address for address in within if address is not None]
    return all(_is_plain(address) for address in inner) if inner else _is_plain(one)


def _is_plain(one: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if any(one in network for network in _NOT_PUBLIC):
        return False
    return one.is_global and not (one.is_multicast or one.is_reserved or one.is_loopback or one.is_link_local)
