"""Word lists as readable TOML, and their one reader. No word list lives in code, and no list is changed once read."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from variorum.errors import ConfigError
from variorum.schema.ids import digest


@cache
def read_lexicon(name: str) -> dict[str, Any]:
    """Read `<name>.toml` of this folder, once a process. Callers must not change what they get.

    Args:
        name: file name without its ending; folders are divided by a slash ("events/assault").

    Raises:
        ConfigError: there is no such lexicon, or it is not TOML.
    """
    place = files(__name__).joinpath(*f"{name}.toml".split("/"))
    try:
        return tomllib.loads(place.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError([(f"{name}.toml", "no such lexicon; reinstall the package")]) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([(f"{name}.toml", f"is not TOML: {error}")]) from error


@cache
def list_lexicons(folder: str) -> tuple[str, ...]:
    """Name the lexicons of one folder in alphabetical order, each as `read_lexicon` wants it."""
    found = files(__name__).joinpath(folder).iterdir()
    return tuple(sorted(f"{folder}/{file.name[:-5]}" for file in found if file.name.endswith(".toml")))


def split_entries(text: str) -> tuple[str, ...]:
    """Split a block of entries at commas; white space is folded, a line's words after `#` are remarks."""
    bare = " ".join(line.split("#", 1)[0] for line in text.splitlines())
    return tuple(" ".join(entry.split()) for entry in bare.split(",") if not entry.isspace() and entry)


@cache
def lexicons_digest() -> str:
    """Hash all lexicons: a changed word list is a changed annotator."""
    root = files(__name__)
    texts = [
        f.read_bytes()
        for folder in (root, root.joinpath("events"))
        for f in sorted(folder.iterdir(), key=lambda f: f.name)
        if f.name.endswith(".toml")
    ]
    return digest(b"\x1f".join(texts))
