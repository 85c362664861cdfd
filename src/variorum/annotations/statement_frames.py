"""Where the content of a reporting verb stands, read from the parse: clause, infinitive, object, attribution.

Everything is in token ranges (start, end), half-open. Quotation marks are the business of `quotation_frames`;
speakers that of `statement_speakers`.
"""

from spacy.tokens import Doc, Token

from variorum.annotations.statement_attribution import QUOTATION_MARKS, Range, find_trailing, is_manner, is_speech
from variorum.annotations.statement_cues import Cue, Meaning, is_resumed, load_cues, speaks
from variorum.annotations.statement_far import find_far_clause
from variorum.annotations.syntax import sentence_bounds
from variorum.schema.reports import Span

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_FINITE = ("MD", "VBZ", "VBP", "VBD")


def cue_span(cue: Cue) -> Span:
    """The verb, with the particle that stands right after it."""
    start, end = cue.verb.idx, cue.verb.idx + len(cue.verb)
    if cue.particle is not None and cue.particle.i == cue.verb.i + 1:
        end = cue.particle.idx + len(cue.particle)
    return Span(start=start, end=end)


def find_content(cue: Cue) -> tuple[Meaning, tuple[Range, ...]] | None:
    """The content of a reporting verb and the meaning that its frame selects; None where the parse shows none."""
    readings = (_said_to, _clause, _object_to, _infinitive, _naming, _about, _object, find_trailing, _broken)
    for read in readings:
        found = read(cue)
        if found is not None:
            return found
    return None


def _clause(cue: Cue) -> tuple[Meaning, tuple[Range, ...]] | None:
    """A that-clause or a bare clause to the right of the verb."""
    meaning = cue.meaning("clause")
    verb = cue.verb
    after = verb.doc[verb.i + 1 : verb.i + 2]
    if meaning is None or is_manner(verb) or after.text == ";":
        return None
    for child in verb.rights:
        if child.dep_ != "ccomp" or not (_finite(child) or (is_speech(cue) and not _has_to(child))):
            continue
        part = _widen(verb, child)
        if part[1] - part[0] > 2:
            return meaning, (_cut(verb, (part[0], _and_that(verb, part[1]))),)
    if cue.particle is None and is_speech(cue) and (bare := _misread(verb)):
        return meaning, (bare,)
    if (far := find_far_clause(cue, meaning)) is not None:
        return meaning, (far,)
    return None


def _and_that(verb: Token, end: int) -> int:
    """The end of a second clause with "that" after the first ("..., and that the road was closed")."""
    doc = verb.doc
    _, last = sentence_bounds(verb)
    at = end + (end < last and doc[end].text == ",")
    if at + 1 < last and doc[at].lower_ in ("and", "but") and doc[at + 1].lower_ == "that" and doc[at + 1].tag_ == "IN":
        return min(last, doc[at + 1].head.right_edge.i + 1)
    return end


def _cut(verb: Token, part: Range) -> Range:
    """A clause without the participle by which its speaker goes on speaking (", adding that ...")."""
    doc = verb.doc
    for i in range(part[0] + 1, part[1]):
        token = doc[i]
        if token.tag_ == "VBG" and token.dep_ in ("advcl", "conj", "acl") and speaks(token):
            link = next((k for k in (i - 1, i - 2) if doc[k].text == ","), None)
            if link is not None and link > part[0]:
                return part[0], link
    return part


def _broken(cue: Cue) -> tuple[Meaning, tuple[Range, ...]] | None:
    """The rest of the sentence where the parser found no clause in it ("said mining it would help the town")."""
    meaning, verb = cue.meaning("clause"), cue.verb
    _, last = sentence_bounds(verb)
    if meaning is None or cue.particle is not None or verb.lemma_.lower() not in ("say", "think", "believe"):
        return None
    after = verb.doc[verb.i + 1 : last]
    if not len(after) or after[0].is_punct or after[0].pos_ in ("ADP", "ADV", "PART", "CCONJ", "SCONJ", "INTJ"):
        return None
    end = next((t.i for t in after if t.text in (";", "—", "–") or t.text in QUOTATION_MARKS), last)
    told = [t for t in after if t.tag_ in _FINITE and t.i < end]
    return (meaning, ((verb.i + 1, end),)) if told else None


def _misread(verb: Token) -> Range | None:
    """A clause that the parser hung on the verb under another name, when "that" opens it."""
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if after is None or after.lower_ != "that" or after.is_sent_start or after.tag_ == "DT":
        return None
    end = max(child.right_edge.i for child in (verb, *verb.children)) + 1
    return (after.i, end) if end > after.i + 3 else None


def _has_to(token: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def _finite(token: Token) -> bool:
    return token.tag_ in _FINITE or any(c.tag_ in _FINITE and c.dep_ in ("aux", "auxpass") for c in token.children)


def _widen(verb: Token, clause: Token) -> Range:
    """The clause and what follows it without a comma: the parser often hangs its last phrases on the verb."""
    start = _whole_start(verb, max(clause.left_edge.i, verb.i + 1))
    end = clause.right_edge.i + 1
    resumed = next((c for c in clause.rights if c.dep_ == "conj" and is_resumed(c) == verb), None)
    if resumed is not None:
        return start, next((c.i for c in clause.rights if c.dep_ == "cc" and c.i < resumed.i), resumed.left_edge.i)
    for child in verb.rights:
        gap = child.left_edge.i - end
        near = gap == 0 or (gap == 1 and verb.doc[end].text in QUOTATION_MARKS)
        if near and child.dep_ in ("prep", "npadvmod", "advmod", "dobj", "advcl", "xcomp", "dep"):
            end = child.right_edge.i + 1
    return start, end


def _infinitive(cue: Cue) -> tuple[Meaning, tuple[Range, ...]] | None:
    meaning = cue.meaning("to")
    if meaning is None:
        return None
    for child in cue.verb.rights:
        if (
            child.dep_ in ("xcomp", "ccomp", "advcl")
            and _has_to(child)
            and not any(c.dep_ in _SUBJECTS for c in child.children)
        ):
            return meaning, (_from_to(child, cue.verb),)
    return None


def _whole_start(verb: Token, start: int) -> int:
    """Back to the verb of saying where the parser left the clause's first words to it; such verbs name no hearer."""
    first = verb.doc[verb.i + 1]
    if start == first.i or verb.lemma_.lower() not in ("say", "think", "believe", "claim", "insist", "argue"):
        return start
    begun = first.pos_ in ("DET", "PRON", "PROPN", "NOUN", "NUM") and first.head.dep_ != "npadvmod"
    return first.i if begun and first.dep_ != "npadvmod" else start


def _from_to(child: Token, verb: Token) -> Range:
    """The infinitive, cut before a finite verb that the parser coordinated with it ("vowed to stay and left")."""
    start = max(child.left_edge.i, verb.i + 1)
    for other in child.children:
        if other.dep_ == "conj" and other.tag_ in ("VBD", "VBZ", "VBP", "VBN") and not _has_to(other):
            link = next((c.i for c in child.children if c.dep_ == "cc" and c.i < other.i), other.left_edge.i)
            return start, link
    return start, _whole_word(verb.doc, start, _widen(verb, child)[1])


def _whole_word(doc: Doc, start: int, end: int) -> int:
    """Back to the conjunction before a word that the parser cut at its hyphen."""
    if end >= len(doc) or doc[end].text != "-" or doc[end - 1].whitespace_:
        return end
    return next((i for i in range(end - 1, start, -1) if doc[i].dep_ == "cc"), end)


def _object_to(cue: Cue) -> tuple[Meaning, tuple[Range, ...]] | None:
    """Somebody and what they are to do: "urged the army to withdraw", "called on both to stop"."""
    meaning = cue.meaning("object_to")
    if meaning is None or _passive(cue.verb):
        return None
    first: Token | None = None
    for child in cue.verb.rights:
        if child.dep_ in ("dobj", "prep", "dative") and first is None:
            first = child
        if child.dep_ in ("xcomp", "ccomp", "advcl") and _has_to(child):
            return _person_to(cue, meaning, first, child)
    if first is not None and (inner := _inner_to(first)):
        start = _after_particle(cue, first)
        return meaning, ((start, max(inner.right_edge.i, first.right_edge.i) + 1),)
    return None


def _person_to(
    cue: Cue, meaning: Meaning, first: Token | None, child: Token
) -> tuple[Meaning, tuple[Range, ...]] | None:
    own = any(c.dep_ in _SUBJECTS for c in child.children)
    if first is None and not own:
        return None
    start = child.left_edge.i if first is None else min(_after_particle(cue, first), child.left_edge.i)
    return meaning, ((max(start, cue.verb.i + 1), _widen(cue.verb, child)[1]),)


def _after_particle(cue: Cue, first: Token) -> int:
    return cue.particle.i + 1 if cue.particle is not None and first == cue.particle else first.left_edge.i


def _inner_to(first: Token) -> Token | None:
    """An infinitive that the parser hung on the object ("called on the leader to resign")."""
    hosts = [first, *(c for c in first.children if c.dep_ == "pobj")]
    for host in hosts:
        for child in host.children:
            if child.dep_ in ("relcl", "acl", "xcomp", "pcomp", "ccomp") and _has_to(child):
                return child
    return None


def _is_gerund(verb: Token) -> bool:
    """True for "shelling" and "having shelled"."""
    return verb.tag_ == "VBG" or any(t.dep_ == "aux" and t.lower_ == "having" for t in verb.children)


def _passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children)


def _naming(cue: Cue) -> tuple[Meaning, tuple[Range, ...]] | None:
    """Something and a name for it: "called the vote a farce", "described them as tired"."""
    meaning = cue.meaning("naming", "as")
    if meaning is None:
        return None
    if _passive(cue.verb):
        return _taken_for(cue.verb, meaning)
    parts = [
        c for c in cue.verb.rights if c.dep_ in ("dobj", "oprd", "ccomp", "prep", "xcomp", "acomp", "attr", "dative")
    ]
    kinds = {c.dep_ for c in parts}
    if "as" in meaning.frames and not any(c.lower_ == "as" and c.dep_ == "prep" for c in parts):
        return None
    named = kinds & {"oprd", "ccomp", "attr", "acomp", "xcomp"} or any(c.lower_ in ("as", "to", "like") for c in parts)
    named = named or any(t.text in QUOTATION_MARKS for c in parts if c.dep_ == "dobj" for t in c.subtree)
    relative = any(c.dep_ in ("dobj", "pobj") and c.tag_ in ("WDT", "WP", "IN") for c in cue.verb.lefts)
    if not named or not (cue.particle is not None or relative or kinds & {"dobj", "ccomp"}):
        return None
    start = parts[0].left_edge.i if cue.particle is None else cue.particle.i + 1
    return meaning, ((start, max(c.right_edge.i for c in parts) + 1),)


def _taken_for(verb: Token, meaning: Meaning) -> tuple[Meaning, tuple[Range, ...]] | None:
    """The passive: "the pass is seen as the key to the valley"; content is the thing and what it is taken for."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    name = next((c for c in verb.rights if c.dep_ in ("prep", "oprd") and c.lower_ != "by"), None)
    if subject is None or name is None or (name.dep_ == "prep" and name.lower_ != "as"):
        return None
    return meaning, ((subject.left_edge.i, subject.right_edge.i + 1), (name.left_edge.i, name.right_edge.i + 1))


def _about(cue: Cue) -> tuple[Meaning, tuple[Range, ...]] | None:
    """Somebody and what for: "thanked them for coming", "accused the army of looting"."""
    meaning = cue.meaning("about")
    verb = cue.verb
    if meaning is None:
        return None
    if _passive(verb):
        return _suffered(verb, meaning)
    parts = [c for c in verb.rights if c.dep_ in ("dobj", "prep", "dative", "ccomp")]
    if cue.particle is not None:
        parts = [c for c in parts if c == cue.particle] or parts
        start = cue.particle.i + 1
    else:
        start = parts[0].left_edge.i if parts else 0
        if not any(c.dep_ in ("dobj", "ccomp") for c in parts):
            return None
    kept = [
        c
        for c in parts
        if c.dep_ != "prep" or c == cue.particle or c.lower_ in ("for", "of", "as", "over", "on", "with")
    ]
    end = max((c.right_edge.i for c in kept), default=0) + 1
    if end <= start or (verb.lemma_ in load_cues().bodily and not _spoken(verb)):
        return None
    return meaning, ((start, end),)


def _spoken(verb: Token) -> bool:
    """True where a verb of deeds is used of words: "attacked them for lying"."""
    return any(c.lower_ == "for" and any(g.tag_ == "VBG" for g in c.children) for c in verb.children)


def _suffered(verb: Token, meaning: Meaning) -> tuple[Meaning, tuple[Range, ...]] | None:
    """The passive: "the mission was criticized by many"; content is what was criticized, with the reason."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    agent = next((c for c in verb.rights if c.dep_ == "agent"), None)
    saying = any(c.lower_ == "as" and any(g.dep_ == "pcomp" for g in c.children) for c in verb.rights)
    if subject is None or agent is None or saying or verb.lemma_ in load_cues().bodily:
        return None
    return meaning, ((subject.left_edge.i, subject.right_edge.i + 1),)


def _object(cue: Cue) -> tuple[Meaning, tuple[Range, ...]] | None:
    """A noun phrase: "rejected the plan", "called for a ceasefire"."""
    meaning = cue.meaning("object")
    verb = cue.verb
    if meaning is None:
        return None
    if _passive(verb):
        return _suffered(verb, meaning)
    if cue.particle is not None:
        end = (
            max([cue.particle.right_edge.i, *(c.right_edge.i for c in verb.rights if c.dep_ in ("pobj", "pcomp"))]) + 1
        )
        ends = [c for c in verb.rights if c.dep_ in ("dobj", "ccomp") and c.i > cue.particle.i]
        end = max([end, *(c.right_edge.i + 1 for c in ends)])
        return (meaning, ((cue.particle.i + 1, end),)) if end > cue.particle.i + 1 else None
    thing = next((c for c in verb.rights if c.dep_ in ("dobj", "xcomp", "ccomp")), None)
    if thing is None or thing.tag_ in ("WDT", "WP") or (thing.dep_ == "xcomp" and not _is_gerund(thing)):
        return None
    light = load_cues().light.get(verb.lemma_)
    if light is not None and thing.lemma_ not in light and not any(t.text in QUOTATION_MARKS for t in thing.subtree):
        return None
    return meaning, ((thing.left_edge.i, _widen(verb, thing)[1]),)


def _said_to(cue: Cue) -> tuple[Meaning, tuple[Range, ...]] | None:
    """The passive "X is said to be ill": content is subject and infinitive, and nobody is named as its speaker."""
    meaning = cue.meaning("clause")
    verb = cue.verb
    subject = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    if meaning is None or subject is None:
        return None
    clause = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp") and _has_to(c)), None)
    if clause is None or verb.lemma_ in ("tell", "advise", "inform"):
        return None
    return meaning, ((subject.left_edge.i, subject.right_edge.i + 1), (clause.left_edge.i, clause.right_edge.i + 1))
