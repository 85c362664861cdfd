"""Capitalised words that no annotator took for a name: a known name in other dress, part of one, or an unknown one."""

from collections.abc import Iterator, Mapping

from variorum.annotations.referent_cast import Cast, Thing, known_names, lower_words
from variorum.annotations.referent_nouns import lemma_of
from variorum.schema.nouns import noun_senses

_PROPER = frozenset({"NNP", "NNPS"})
_SHORT = 2


def find_loose_names(cast: Cast) -> Iterator[Thing]:
    """Find them; those that a known name explains have its chain. What running text has as a name, headings have too."""
    known = dict(known_names(cast))
    runs = _runs(cast)
    for start, end in (run for run in runs if not cast.headings[cast.sentences[run[0]]]):
        for thing in _read_run(cast, start, end, known):
            yield thing
            known.setdefault(lower_words(cast.doc, thing.start, thing.end), thing)
    for start, end in (run for run in runs if cast.headings[cast.sentences[run[0]]]):
        yield from _read_run(cast, start, end, known)


def _runs(cast: Cast) -> list[tuple[int, int]]:
    found, i = [], 0
    while i < len(cast.doc):
        end = _run_end(cast, i)
        found += [(i, end)] if end > i else []
        i = max(end, i + 1)
    return found


def _run_end(cast: Cast, i: int) -> int:
    """The end of the capitalised words that begin at a token, or the token itself."""
    doc = cast.doc
    if not _is_free_capital(cast, i):
        return i
    end = i + 1
    while (
        end < len(doc)
        and _is_free_capital(cast, end)
        and cast.sentences[end] == cast.sentences[i]
        and doc[end].tag_[:2] == "NN"
    ):
        end += 1
    return end


def _is_free_capital(cast: Cast, i: int) -> bool:
    return cast.taken[i] < 0 and (cast.doc[i].text[0].isupper() or _is_numbered(cast.doc[i].text))


def _is_numbered(word: str) -> bool:
    """A number that makes a name, as of a team ("76ers")."""
    letters = word.lstrip("0123456789")
    return letters != word and letters.isalpha() and len(letters) > _SHORT


def _read_run(cast: Cast, start: int, end: int, known: Mapping[str, Thing]) -> Iterator[Thing]:
    while start < end:
        found = _known_at(cast, start, end, known)
        if found is not None:
            yield found
            start = found.end
            continue
        stop = start + 1
        while not cast.headings[cast.sentences[start]] and stop < end and _known_at(cast, stop, end, known) is None:
            stop += 1
        unknown = _unknown(cast, start, stop)
        if unknown is not None:
            yield unknown
        start = stop


def _known_at(cast: Cast, start: int, end: int, known: Mapping[str, Thing]) -> Thing | None:
    """The longest known name that begins at a token; a name before a known single one ("Ada" before "Baker") is its part."""
    for stop in range(end, start, -1):
        thing = known.get(lower_words(cast.doc, start, stop))
        if thing is None and stop - start == 2:
            thing = _completed(cast, start, known)
        if thing is not None and len(cast.doc[start:stop].text) > _SHORT:
            return _name(cast, start, stop, thing)
    return None


def _completed(cast: Cast, start: int, known: Mapping[str, Thing]) -> Thing | None:
    first, last = cast.doc[start], known.get(cast.doc[start + 1].lower_)
    if last is None or last.kind not in ("person", "organization") or last.end - last.start > 1:
        return None
    return last if first.tag_ == "NNP" and lemma_of(first) not in noun_senses() else None


def _unknown(cast: Cast, start: int, end: int) -> Thing | None:
    doc = cast.doc
    tags = {token.tag_ for token in doc[start:end]}
    is_noun = all(lemma_of(token) in noun_senses() for token in doc[start:end])
    heading = cast.headings[cast.sentences[start]]
    begins = start == 0 or cast.sentences[start - 1] != cast.sentences[start]
    after = _beside(cast, start, end)
    is_part = after is not None and (not heading or after.end - after.start == 1)
    if after is not None and is_part and tags == {"NNP"} and not is_noun:
        return _name(cast, start, end, after)
    if is_noun and (heading or begins or after is not None):
        return None
    if _is_numbered(doc[end - 1].text) or (tags <= _PROPER | {"NNS"} and (tags & _PROPER or not begins)):
        return _name(cast, start, end, None)
    return None


def _beside(cast: Cast, start: int, end: int) -> Thing | None:
    """The name of a person or body that stands right after some tokens."""
    if end >= len(cast.doc) or cast.taken[end] < 0 or cast.sentences[end] != cast.sentences[start]:
        return None
    thing = cast.named[cast.taken[end]]
    return thing if thing.form == "name" and thing.kind in ("person", "organization") else None


def _name(cast: Cast, start: int, end: int, of: Thing | None) -> Thing:
    """A name; an unknown one takes in the place before it that is part of it ("Port Vell" before "Rovers")."""
    root = cast.doc[start:end].root
    before = cast.taken[start - 1] if start else -1
    if of is None and before >= 0 and cast.doc[start - 1].head == root and cast.named[before].form == "name":
        start = cast.named[before].start
    return Thing(
        start=start,
        end=end,
        root=root.i,
        sentence=cast.sentences[start],
        kind=of.kind if of else "other",
        form="name",
        chain=of.chain if of else -1,
        plural=of.plural if of else root.tag_ == "NNPS",
    )
