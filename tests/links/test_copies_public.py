"""Public words: quotations and printed statements that reports share without copying each other."""

from dataclasses import replace

from links.factory import make_report
from links.test_copies import OTHER, OWN, lineage, sentences

from variorum.links.quoted import find_public_words
from variorum.schema.reports import Part, Span

SAID = "We shall keep the lamps of the lighthouse burning until the last of our miners has come home"
CLAUSE = "The parties shall withdraw their patrols from both banks of the river within nine days of signature."


def words(report, span):
    return report.text[span.start : span.end]


def test_shared_quotation_is_a_row_of_shared_words_with_both_offsets():
    one = make_report("r1", f"“{SAID},” the steward told a crowd of dyers.")
    two = make_report("r2", f"A bulletin closed with the hoarse words of the steward: “{SAID}.”")
    found = lineage(one, two)
    assert found.copies == ()
    (row,) = found.shared_words
    assert row.reason == "quotation"
    assert words(two, row.of_span) == words(one, row.span) == SAID


def test_reporters_sentence_copied_with_its_quotation_is_a_copy_that_covers_it():
    text = f"“{SAID},” the steward told a crowd of angry dyers gathered outside the tannery after sunset."
    found = lineage(make_report("r1", text), make_report("r2", text))
    (copy,) = found.copies
    assert (copy.span, copy.of_span) == (Span(start=0, end=len(text)), Span(start=0, end=len(text)))
    assert found.shared_words == ()


def test_quotation_over_two_paragraphs_is_public_in_both():
    second = "Nobody who has seen the harbour by night would ask us to put out a single one of them"
    text = f"“{SAID}.\n“{second},” the steward said."
    found = lineage(make_report("r1", text), make_report("r2", f"{OWN}\n{text}"))
    assert found.copies == ()


def test_unclosed_quotation_is_public_as_far_as_its_paragraph_goes():
    report = make_report("r1", f"He said: “{SAID}.\n{OWN}")
    (span,) = find_public_words(report).spans
    assert words(report, span) == f"{SAID}."


def test_printed_document_is_shared_and_says_so():
    reports = []
    for name, head in (("r1", OWN), ("r2", OTHER)):
        report = make_report(name, f"{head} {CLAUSE}")
        part = Part(kind="document", span=Span(start=len(head) + 1, end=len(report.text)))
        reports.append(replace(report, parts=(part,)))
    found = lineage(*reports)
    assert found.copies == ()
    assert [row.reason for row in found.shared_words] == ["document"]


def test_lines_after_the_introduction_of_a_statement_are_a_document():
    report = make_report("r1", f"The text of the joint statement reads as follows:\n1. {CLAUSE}\n2. {SAID}.\n{OWN}")
    public = find_public_words(report)
    assert public.kinds == ("document", "document")
    assert [words(report, s)[:2] for s in public.spans] == ["1.", "2."]


def test_words_that_two_reports_quote_are_public_without_marks_too():
    quoting = [make_report(f"r{n}", f"“{SAID},” a voice said over line {n}.") for n in (1, 2)]
    bare = [make_report(f"r{n}", f"{SAID}. {own}") for n, own in ((3, OWN), (4, OTHER))]
    assert lineage(*quoting, *bare).copies == ()
    assert len(lineage(*bare).copies) == 1


def test_parts_of_a_sentence_cover_it_without_overlap():
    report = make_report("r1", f"He said “{SAID}” and left the “old” hall.")
    (sentence,) = sentences(report)
    parts = find_public_words(report).part(sentence)
    assert "".join(words(report, span) for span, _ in parts) == words(report, sentence)
    assert [kind for _, kind in parts] == ["own", "quotation", "own", "quotation", "own"]
