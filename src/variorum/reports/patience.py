"""Patience with the servers of a feed's pages: how long a build waits on links that nobody gave by hand."""

import time
from collections import Counter

from variorum.config import Config
from variorum.errors import Quarantine


class Patience:
    """How often in a row each server used up the time of a fetch, and when the time for the pages of a feed is over."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._end = time.monotonic() + config.feed_seconds
        self._slow: Counter[str] = Counter()

    def check(self, address: str) -> None:
        """Refuse to ask once more.

        Raises:
            Quarantine: this server was too slow too often, or the time for the feed is over.
        """
        config = self._config
        if self._slow[_server(address)] >= config.fetch_patience:
            often = f"fetch_patience = {config.fetch_patience}"
            raise Quarantine(f"was not fetched: its server was too slow {often} times in a row; try again later")
        if time.monotonic() >= self._end:
            most = f"feed_seconds = {config.feed_seconds:g}"
            raise Quarantine(f"was not fetched: the feed took more than {most}; try again later or raise the limit")

    def count(self, address: str, seconds: float) -> None:
        """Count a fetch that took so many seconds."""
        slow = seconds >= self._config.fetch_seconds
        self._slow[_server(address)] = self._slow[_server(address)] + 1 if slow else 0


def _server(address: str) -> str:
    return address.partition("://")[2].partition("/")[0]
