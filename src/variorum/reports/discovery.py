"""What is read: folders walked in order, files as given, patterns, addresses, standard input.

Symbolic links are followed only inside the folder given. It opens no report: what a file holds is judged when it is read.
"""

import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from variorum.config import Config
from variorum.errors import InputError
from variorum.reports.items import readable_name
from variorum.reports.listing import LISTING, Row, read_listing
from variorum.schema.reports import Issue

STANDARD_INPUT = "-"
"""The word that stands for standard input, and the name of what is read from it."""

_REMEDY = "give a folder, files, a pattern or addresses of reports"
_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")
_WILD = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file, an address or standard input to read.

    path: None for an address and for standard input.
    file: path relative to the folder given, or base name; an address as given; "-" for standard input.
    address: an http(s) address to fetch. row: what a person says of it.
    """

    file: str
    path: Path | None = None
    address: str | None = None
    row: Row | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """The files found, sorted by `file`, and what was not understood on the way."""

    inputs: tuple[Input, ...]
    issues: tuple[Issue, ...] = ()


def discover_inputs(paths: Sequence[Path | str], config: Config) -> Discovery:
    """Find what is to be read.

    Args:
        paths: folders and files; as words also patterns ("dump/*.html", "**/*.warc.gz"), addresses (http or https)
            and "-" for standard input.

    Raises:
        InputError: a path is missing or cannot be listed, a pattern fits nothing, an address is of another kind,
            nothing is there to read, or there are too many files.
    """
    if not paths:
        raise InputError(f"no path was given; {_REMEDY}")
    parts = [_discover(path) for path in dict.fromkeys(paths)]
    inputs = sorted(
        (item for part in parts for item in part.inputs), key=lambda item: (item.file, str(item.path or ""))
    )
    where = ", ".join(str(path) for path in paths)
    if not inputs:
        raise InputError(f"{where}: no report found; {_REMEDY}")
    if len(inputs) > config.max_files:
        raise InputError(f"{where}: {len(inputs)} files, more than max_files = {config.max_files}; split the folder")
    unique, doubles = _distinct(inputs)
    issues = sorted(
        (issue for part in parts for issue in part.issues), key=lambda issue: (issue.file or "", issue.what)
    )
    return Discovery(inputs=unique, issues=(*issues, *doubles))


def _distinct(inputs: Sequence[Input]) -> tuple[tuple[Input, ...], tuple[Issue, ...]]:
    """Keep each file once. Two files of one name from two folders are both kept; the build says so."""
    kept = {(item.file, str(item.path.resolve()) if item.path else ""): item for item in reversed(inputs)}
    return tuple(kept[key] for key in sorted(kept)), ()


def _discover(given: Path | str) -> Discovery:
    if isinstance(given, str):
        if given == STANDARD_INPUT:
            return Discovery(inputs=(Input(file=STANDARD_INPUT),))
        if _ADDRESS.match(given):
            return Discovery(inputs=(_address(given),))
        if _WILD.search(given) and not Path(given).exists():
            return _discover_pattern(given)
    return _discover_path(Path(given))


def _address(given: str) -> Input:
    if not given.lower().startswith(("http://", "https://")):
        raise InputError(f"{given}: only http and https addresses are fetched")
    return Input(file=given, address=given)


def _discover_pattern(pattern: str) -> Discovery:
    """Files that fit, named relative to the folder before the first wildcard; folders that fit are walked."""
    parts = Path(pattern).parts
    wild = next(at for at, part in enumerate(parts) if _WILD.search(part))
    fixed = Path(*parts[:wild])
    found = [path for path in sorted(fixed.glob("/".join(parts[wild:]))) if not _is_hidden(path, fixed)]
    if not found:
        raise InputError(f"{pattern}: no file fits this pattern; check it, and put it in quotation marks")
    issues: list[Issue] = []
    files = [path for path in found if path.is_file() and path.name != LISTING]
    if "**" not in pattern:
        files += [below for path in found if path.is_dir() for below in _walk(path, issues)]
    inputs = [Input(path=path, file=_name(path, fixed)) for path in files]
    listed = _with_rows(fixed, inputs, whole=False)
    return Discovery(inputs=listed.inputs, issues=(*issues, *listed.issues))


def _name(path: Path, folder: Path) -> str:
    return readable_name(path.relative_to(folder).as_posix())


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _discover_path(path: Path) -> Discovery:
    if path.is_dir():
        return _discover_folder(path)
    if path.is_file():
        return _with_rows(path.parent, [Input(path=path, file=readable_name(path.name))], whole=False)
    if path.is_symlink():
        raise InputError(f"{path}: a symbolic link that leads nowhere; mend or remove it")
    if path.exists():
        raise InputError(f"{path}: neither a folder nor a file; {_REMEDY}")
    raise InputError(f"{path}: no such file or folder; check the path")


def _discover_folder(folder: Path) -> Discovery:
    issues: list[Issue] = []
    inputs = [Input(path=found, file=_name(found, folder)) for found in _walk(folder, issues)]
    listed = _with_rows(folder, inputs, whole=True)
    return Discovery(inputs=listed.inputs, issues=(*issues, *listed.issues))


def _walk(folder: Path, issues: list[Issue]) -> Iterator[Path]:
    """Files below a folder in sorted order; hidden names and reports.tsv are ignored by name."""
    root = folder.resolve()
    seen: set[Path] = {root}
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        for path in _entries(current, folder, issues):
            if path.name.startswith(".") or path.name == LISTING:
                continue
            if path.is_symlink() and not _stays_inside(path, root, folder, issues):
                continue
            if path.is_dir():
                real = path.resolve()
                if real not in seen:
                    seen.add(real)
                    waiting.append(path)
            elif _is_regular(path, folder, issues):
                yield path


def _entries(current: Path, folder: Path, issues: list[Issue]) -> list[Path]:
    try:
        return sorted(current.iterdir())
    except OSError as error:
        if current == folder:
            raise InputError(f"{folder}: cannot be listed ({error.strerror}); check its permissions") from error
        issues.append(
            _issue(current, folder, "unreadable_folder", f"cannot be listed ({error.strerror}); check its permissions")
        )
        return []


def _stays_inside(path: Path, root: Path, folder: Path, issues: list[Issue]) -> bool:
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError):
        issues.append(_issue(path, folder, "broken_link", "a symbolic link that leads nowhere; mend or remove it"))
        return False
    if real.is_relative_to(root):
        return True
    issues.append(
        _issue(path, folder, "link_outside", "a symbolic link out of the folder is not followed; copy the file in")
    )
    return False


def _is_regular(path: Path, folder: Path, issues: list[Issue]) -> bool:
    try:
        if stat.S_ISREG(path.stat().st_mode):
            return True
    except OSError as error:
        issues.append(_issue(path, folder, "unreadable", f"cannot be reached ({error.strerror})"))
        return False
    issues.append(_issue(path, folder, "not_a_file", "neither a file nor a folder; not read"))
    return False


def _with_rows(folder: Path, inputs: Sequence[Input], *, whole: bool) -> Discovery:
    """Give inputs their rows of reports.tsv. With `whole`, rows that name no file found are issues."""
    path = folder / LISTING
    if not path.is_file():
        return Discovery(inputs=tuple(inputs))
    listing = read_listing(path)
    rows = dict(listing.rows)
    named = tuple(replace(item, row=rows.get(item.file)) for item in inputs)
    known = {item.file for item in inputs}
    missing = [name for name, _ in listing.rows if whole and name not in known]
    lost = (
        Issue(
            stage="reports", kind="missing_file", what=f"{LISTING}: names {name}, which is not in the folder", file=name
        )
        for name in missing
    )
    return Discovery(inputs=named, issues=(*listing.issues, *lost))


def _issue(path: Path, folder: Path, kind: str, what: str) -> Issue:
    file = _name(path, folder)
    return Issue(stage="reports", kind=kind, what=f"{file}: {what}", file=file)
