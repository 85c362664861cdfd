"""Which nouns and pronouns of one report are one thing with a named one, or with each other.

Source: the passes go from the surest to the least sure, after the sieves of Lee et al. (2013): apposition, title and
predicate; the same head with modifiers that fit; what a definite noun can mean; pronouns by what is salient.
"""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from variorum.annotations.referent_nouns import Thing, find_nouns, lemma_of, noun_senses
from variorum.schema.annotations import EntityMention, ReferentMention
from variorum.schema.names import is_womans
from variorum.schema.reports import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FITS = {
    "person": frozenset({"person"}),
    "organization": frozenset({"organization", "armed_group", "government", "country"}),
    "place": frozenset({"place", "country"}),
}
_GENERIC = frozenset({"man", "woman", "boy", "girl", "person", "victim", "suspect", "teen", "teenager", "youth", "guy", "lady", "individual"})
_OTHER = frozenset({"other", "another", "second", "third", "fellow", "former", "new", "different", "last", "next", "first", "two", "three","four","five"})
_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_BACK = 4


def find_referents(doc: Doc, entities: Sequence[EntityMention]) -> tuple[ReferentMention, ...]:
    scene = _Scene(doc, entities)
    scene.resolve()
    return scene.emit()


def find_all(doc, entities):
    scene = _Scene(doc, entities)
    scene.resolve()
    return scene.emit(), scene.deeds(), dict(scene.female)


class _Scene:
    def __init__(self, doc: Doc, entities: Sequence[EntityMention]) -> None:
        self.doc = doc
        self.entities = entities
        self.taken = [-1] * len(doc)
        self.sentences = [0] * len(doc)
        for number, sent in enumerate(doc.sents):
            for i in range(sent.start, sent.end):
                self.sentences[i] = number
        self.named = [self._of_entity(i, m) for i, m in enumerate(entities)]
        self.next_chain = 1 + max([m.chain for m in entities] + [c for m in entities for c in m.members], default=-1)
        self.kind_of = {}
        self.female = {}
        for t in self.named:
            self.kind_of.setdefault(t.chain, t.kind)
        self.heads: dict[int, set[str]] = {}
        self.things: list[Thing] = []
        self.pos: dict[int, Thing] = {}

    def _of_entity(self, index: int, m: EntityMention) -> Thing:
        found = self.doc.char_span(m.span.start, m.span.end, alignment_mode="expand")
        for i in range(found.start, found.end):
            self.taken[i] = index
        if m.titles is not None:
            t = self.doc.char_span(m.titles.start, m.titles.end, alignment_mode="expand")
        root = found.root
        return Thing(start=found.start, end=found.end, root=root.i, sentence=self.sentences[found.start], kind=m.kind,
            form=m.form, chain=m.chain, entity=index, head="" if m.form in ("name", "pronoun","metonym","demonym","group") else root.lemma_.casefold(),
            plural=bool(m.members) or m.kind == "people", female=None)

    # ---- passes
    def resolve(self) -> None:
        self.heading = self._headings()
        names = list(self._loose_names())
        taken = list(self.taken)
        for n in names:
            for i in range(n.start, n.end):
                taken[i] = taken[i] if taken[i] >= 0 else 9999
        nouns = list(find_nouns(self.doc, taken, self.sentences))
        loose = {}
        for n in names:
            if n.chain >= 0:
                continue
            key = " ".join(self.doc[i].lower_ for i in range(n.start, n.end))
            if key not in loose:
                loose[key] = self._new(n.kind)
            n.chain = loose[key]
        self.things = sorted(self.named + nouns + names, key=lambda t: t.start)
        for t in self.things:
            self.pos.setdefault(t.root, t)
        self._gender_votes()
        seen: list[Thing] = []
        for t in nouns:
            self._structural(t)
        prons = list(self._pronouns())
        allthings = sorted(self.things + prons, key=lambda t: t.start)
        for t in allthings:
            if t.chain < 0:
                if t.form == "pronoun":
                    self._pronoun(t, seen)
                else:
                    self._noun(t, seen)
            if t.chain >= 0:
                if t.female is not None:
                    self.female.setdefault(t.chain, t.female)
                if t.head:
                    self.heads.setdefault(t.chain, set()).add(t.head)
                seen.append(t)
        self.things = allthings

    def _new(self, kind: str) -> int:
        c = self.next_chain
        self.next_chain += 1
        self.kind_of[c] = kind
        return c

    def _gender_votes(self):
        for t in self.named:
            if t.form == "name" and t.kind == "person":
                f = is_womans(self.entities[t.entity].name)
                if f is not None: self.female.setdefault(t.chain, f)
        for t in self.named:
            if t.form == "pronoun" and t.end - t.start == 1:
                w = self.doc[t.start].lower_
                if w in _HE: self.female.setdefault(t.chain, False)
                if w in _SHE: self.female.setdefault(t.chain, True)

    def _known(self):
        known = {}
        for t in self.named:
            if t.form == "name":
                words = [w.lower_ for w in self.doc[t.start:t.end]]
                known.setdefault(" ".join(words), t)
        for t in self.named:
            if t.form == "name" and t.kind != "place":
                known.setdefault(self.doc[t.end-1].lower_, t)
        return known

    def _loose_names(self):
        """Names that no annotator took: known ones in other dress, parts of a known one, unknown capitalised words."""
        doc, known = self.doc, self._known()
        i = 0
        while i < len(doc):
            if self.taken[i] >= 0 or not doc[i].text[0].isalpha() or not doc[i].text[0].isupper():
                i += 1
                continue
            j = i
            while j + 1 < len(doc) and self.taken[j+1] < 0 and doc[j+1].text[0].isupper() and doc[j+1].text[0].isalpha() and self.sentences[j+1] == self.sentences[i] and doc[j+1].tag_[:2] in ("NN",):
                j += 1
            yield from self._run(i, j + 1, known)
            i = j + 1

    def _run(self, i, j, known):
        doc = self.doc
        heading = self.heading[self.sentences[i]]
        k = i
        while k < j:
            for e in range(j, k, -1):
                t = known.get(" ".join(w.lower_ for w in doc[k:e]))
                if t is None and e - k == 2 and doc[k].tag_ == "NNP" and doc[k].lower_ not in noun_senses():
                    tail = known.get(doc[k+1].lower_)
                    t = tail if tail is not None and tail.kind in ("person", "organization") and tail.end - tail.start == 1 else None
                if t is not None and len(doc[k:e].text) > 2:
                    yield Thing(start=k, end=e, root=doc[k:e].root.i, sentence=self.sentences[k], kind=t.kind, form="name", chain=t.chain, plural=t.plural)
                    k = e
                    break
            else:
                e = k + 1
                while not heading and e < j and not any(" ".join(w.lower_ for w in doc[e:f]) in known for f in range(e+1, j+1)):
                    e += 1
                first = doc[k].is_sent_start or self.sentences[k] != self.sentences[k-1] if k else True
                tags = {w.tag_ for w in doc[k:e]}
                beside = self.named[self.taken[e]] if e < len(doc) and self.taken[e] >= 0 and self.sentences[e] == self.sentences[k] else None
                nounish = all(lemma_of(w) in noun_senses() for w in doc[k:e])
                if beside is not None and beside.kind in ("person", "organization") and beside.form == "name" and tags == {"NNP"} and not nounish and (not heading or beside.end - beside.start == 1):
                    yield Thing(start=k, end=e, root=e-1, sentence=self.sentences[k], kind="person", form="name", chain=beside.chain)
                elif tags <= {"NNP", "NNPS", "NNS"} and not (nounish and (heading or first or beside is not None)) and (tags & {"NNP", "NNPS"} or not first):
                    root = doc[k:e].root
                    before = self.taken[k - 1] if k else -1
                    start = self.named[before].start if before >= 0 and doc[k - 1].head.i == root.i and self.named[before].form == "name" else k
                    yield Thing(start=start, end=e, root=root.i, sentence=self.sentences[k], kind="other", form="name")
                k = e

    def _headings(self):
        out = []
        for sent in self.doc.sents:
            words = [t.text for t in sent if t.text[0].isalpha() and len(t.text) > 3]
            out.append(len(words) >= 2 and sum(w[0].isupper() for w in words) >= 0.75 * len(words))
        return out

    def _fits(self, noun: Thing, kind: str) -> bool:
        return kind in _FITS[noun.kind] or (kind == "other") or (noun.collective and kind in ("organization", "people", "armed_group"))

    def _structural(self, t: Thing) -> None:
        tok = self.doc[t.root]
        cands = []
        # title before a name
        nxt = self.doc[t.end] if t.end < len(self.doc) else None
        if nxt is not None and self.taken[nxt.i] >= 0 and not t.plural and not nxt.is_sent_start and (tok.head.i == nxt.i or self.taken[tok.head.i] == self.taken[nxt.i]):
            cands.append(self.named[self.taken[nxt.i]])
        if tok.dep_ == "appos" and tok.head.i in self.pos:
            cands.append(self.pos[tok.head.i])
        for c in tok.children:
            if c.dep_ == "appos" and c.i in self.pos:
                cands.append(self.pos[c.i])
        if tok.dep_ == "attr" and tok.head.lemma_ == "be" and not any(c.dep_ == "neg" for c in tok.head.children):
            for s in tok.head.children:
                if s.dep_ in _SUBJECTS and s.i in self.pos:
                    cands.append(self.pos[s.i])
        for c in cands:
            if c.chain >= 0 and c.kind in _FITS[t.kind] and c.plural == t.plural and c.form in ("name", "pronoun", "description"):
                t.chain = c.chain
                return

    def _noun(self, t: Thing, seen: Sequence[Thing]) -> None:
        same = [s for s in reversed(seen) if s.head == t.head and s.plural == t.plural and self._agree(s, t)]
        if same:
            t.chain = same[0].chain
            return
        if t.head in {h for hs in () for h in hs}:
            return
        if t.determiner == "definite" and not t.plural and not t.of:
            found = self._salient(t, seen)
            if found is not None:
                t.chain = found
                return
        t.chain = self._new(t.kind)

    def _agree(self, s: Thing, t: Thing) -> bool:
        if s.form == "pronoun":
            return False
        if t.determiner == "indefinite" and s.sentence == t.sentence:
            return False
        if (t.modifiers | s.modifiers) & _OTHER and t.modifiers & _OTHER != s.modifiers & _OTHER:
            return False
        nums = lambda m: {w for w in m if w[0].isdigit()}
        a, b = nums(t.modifiers), nums(s.modifiers)
        if a and b and a != b:
            return False
        return True

    def _salient(self, t: Thing, seen: Sequence[Thing]) -> int | None:
        if t.kind == "person":
            fits = [s for s in seen if not s.plural and t.sentence - s.sentence <= _BACK and self.kind_of.get(s.chain) == "person"
                and self._gender_ok(s.chain, t.female) and s.sentence < t.sentence]
        elif t.head in ("country", "nation"):
            fits = [s for s in seen if self.kind_of.get(s.chain) == "country" and s.form == "name"]
            tally = {}
            for s in fits: tally[s.chain] = tally.get(s.chain, 0) + 1
            return max(tally, key=lambda c: (tally[c], -c)) if tally else None
        elif t.kind == "organization":
            fits = [s for s in seen if self.kind_of.get(s.chain) in ("organization", "armed_group") and t.sentence - s.sentence <= _BACK and s.form in ("name",)]
        else:
            return None
        if not fits:
            return None
        near = max(s.sentence for s in fits)
        last = [s for s in fits if s.sentence == near]
        subj = [s for s in last if self.doc[s.root].dep_ in _SUBJECTS]
        return (subj or last)[0].chain

    def _gender_ok(self, chain, female):
        return female is None or self.female.get(chain, female) == female

    # ---- pronouns
    def _pronouns(self):
        for tok in self.doc:
            if self.taken[tok.i] >= 0:
                continue
            w = tok.lower_
            if tok.tag_ in _RELATIVE or w in _HE | _SHE | _IT | _THEY or (tok.tag_ == "WRB" and w == "where") or (w == "there" and tok.tag_ == "RB"):
                yield Thing(start=tok.i, end=tok.i+1, root=tok.i, sentence=self.sentences[tok.i], kind="person", form="pronoun",
                    plural=w in _THEY, female=True if w in _SHE else False if w in _HE else None)

    def _pronoun(self, t: Thing, seen: Sequence[Thing]) -> None:
        tok = self.doc[t.root]
        w = tok.lower_
        if tok.tag_ in _RELATIVE or w == "where":
            node = tok
            while node.head != node and node.dep_ != "relcl":
                node = node.head
            if node.dep_ == "relcl" and node.head.i in self.pos:
                t.chain = self.pos[node.head.i].chain
                t.plural = self.pos[node.head.i].plural
                t.kind = self.pos[node.head.i].kind
            return
        if w == "there":
            fits = [s for s in seen if self.kind_of.get(s.chain) == "place" and t.sentence - s.sentence <= 2]
            if fits:
                t.chain, t.kind = fits[-1].chain, "place"
            return
        if w in _IT:
            fits = [s for s in seen if self.kind_of.get(s.chain) in ("organization", "country", "armed_group","government") and t.sentence - s.sentence <= 1 and not s.plural]
        elif w in _THEY:
            fits = [s for s in seen if (s.plural or self.kind_of.get(s.chain) == "organization") and t.sentence - s.sentence <= 2 and self.kind_of.get(s.chain) != "place"]
        else:
            fits = [s for s in seen if not s.plural and self.kind_of.get(s.chain) == "person" and t.sentence - s.sentence <= 6 and self._gender_ok(s.chain, t.female)]
        fits = [s for s in fits if not (tok.dep_ in ("dobj", "pobj") and s.sentence == t.sentence and self.doc[s.root].dep_ in _SUBJECTS and self.doc[s.root].head == (tok.head if tok.dep_ == "dobj" else tok.head.head) and not w.endswith("self"))]
        if not fits:
            return
        near = max(s.sentence for s in fits)
        last = [s for s in fits if s.sentence == near]
        subj = [s for s in last if self.doc[s.root].dep_ in _SUBJECTS]
        t.chain = (subj or last)[-1 if near == t.sentence else 0].chain
        t.kind = self.kind_of.get(t.chain, "person")

    def deeds(self):
        out = []
        for t in self.things:
            if t.chain < 0 or (t.form == "pronoun" and self.doc[t.root].tag_ in _RELATIVE):
                continue
            tok = self.doc[t.root]
            verb, side = tok.head, None
            if tok.dep_ in ("nsubj",): side = "does"
            elif tok.dep_ in ("dobj", "nsubjpass", "dative"): side = "suffers"
            elif tok.dep_ == "pobj" and tok.head.dep_ == "agent": verb, side = tok.head.head, "does"
            if side and verb.pos_ == "VERB":
                out.append((t.chain, verb.lemma_.casefold(), side))
            for c in tok.children:
                if c.dep_ == "acl" and c.tag_ == "VBN": out.append((t.chain, c.lemma_.casefold(), "suffers"))
                if c.dep_ == "acl" and c.tag_ == "VBG": out.append((t.chain, c.lemma_.casefold(), "does"))
        return tuple(sorted(set(out)))

    def emit(self):
        out = []
        for t in self.things:
            if t.entity >= 0 or t.chain < 0:
                continue
            a, b = self.doc[t.start], self.doc[t.end-1]
            out.append(ReferentMention(span=Span(start=a.idx, end=b.idx+len(b.text)), kind=t.kind, form=t.form, head=t.head,
               name=self.doc.text[a.idx:b.idx+len(b.text)], modifiers=tuple(sorted(t.modifiers)), plural=t.plural, determiner=t.determiner, chain=t.chain))
        return tuple(out)
