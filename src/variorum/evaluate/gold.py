"""Gold sets of a folder: found by task and file name, read line by line, and checked before anything is scored."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from variorum.errors import InputError
from variorum.evaluate.values import Beside, Document

Row = TypeVar("Row", bound="GoldRow")


class GoldSpan(BaseModel):
    """Part of a gold text: code points, half-open. `surface`, where given, must be the words there."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    start: Annotated[int, Field(ge=0)]
    end: int
    surface: str | None = None


def _read_pair(value: object) -> object:
    return {"start": value[0], "end": value[1]} if isinstance(value, list | tuple) and len(value) == 2 else value


GoldPair = Annotated[GoldSpan, BeforeValidator(_read_pair)]
"""A span written as [start, end]."""


class GoldRow(BaseModel):
    """What every line of every set has."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    id: str
    text: str
    published: Annotated[str | None, Field(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$")] = None

    def spans(self) -> Sequence[GoldSpan]:
        """All spans that must lie in the text."""
        return ()

    @model_validator(mode="after")
    def check_spans(self) -> Self:
        """Every span lies in the text and says what stands there."""
        for span in self.spans():
            if not span.start < span.end <= len(self.text):
                raise ValueError(f"span {span.start}-{span.end} is not in the text of {len(self.text)} code points")
            if span.surface is not None and self.text[span.start : span.end] != span.surface:
                raise ValueError(f"at {span.start} stands {self.text[span.start : span.end]!r}, not {span.surface!r}")
        return self


def find_files(folder: Path, patterns: Sequence[str]) -> list[Path]:
    """The files of a gold folder that match any of some patterns, in order of name."""
    return sorted({path for pattern in patterns for path in folder.glob(pattern) if path.is_file()})


def read_gold(path: Path, model: type[Row], *, beside: Beside | None = None) -> list[Document]:
    """Read and check a file of gold documents, one JSON object a line, and what stands beside it.

    Raises:
        InputError: a line is no JSON, breaks the layout, or its id was there before; says which and why.
    """
    documents: dict[str, Document] = {}
    held = {found.stem: beside.read(found) for found in beside.files(path)} if beside else {}
    for number, line in read_lines(path):
        row = _read_row(line, model, f"{path}:{number}")
        if row.id in documents:
            raise InputError(f"{path}:{number}: id {row.id} was there before; ids must be unique")
        documents[row.id] = Document(id=row.id, text=row.text, published=row.published, gold=row, beside=held)
    return list(documents.values())


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file that hold something, with their numbers from 1.

    Raises:
        InputError: the file can't be read as UTF-8.
    """
    try:
        with path.open(encoding="utf-8") as stream:
            yield from ((number, line) for number, line in enumerate(stream, start=1) if line.strip())
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: can't be read: {error}") from error


def _read_row(line: str, model: type[Row], where: str) -> Row:
    try:
        read: Any = json.loads(line)
        return model.model_validate(read)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}: is not JSON: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(
            f"{where}: breaks the layout of gold sets: {place + ': ' if place else ''}{first['msg']}"
        ) from error
