"""The record's tables about reports: what was read, cut, dated, and who copied whom."""

from variorum.schema.table_shapes import Table, read_table

REPORT_TABLES: tuple[Table, ...] = (
    read_table(
        "reports",
        "One row a report given: read, or set aside with a reason.",
        "report_id",
        """
        report_id VARCHAR content hash of the raw bytes
        file VARCHAR path relative to the folder given, or base name of a file given
        source VARCHAR who published it, or null where nothing says so
        siglum VARCHAR short stable name of the source (KH, OP), R1, R2, ... where no source is known
        domain VARCHAR host name of its address without www, or null
        country VARCHAR ISO 3166-1 alpha-3 code of the country the source is based in, where known
        title VARCHAR headline, or null
        subtitle VARCHAR standfirst below the headline, or null
        section VARCHAR section or category that the source files it under, or null
        author VARCHAR byline, or null
        credit VARCHAR agency or outlet that the report credits, or null
        url VARCHAR canonical address, or null
        published VARCHAR EDTF text of when it was published; null where unknown
        published_low DATE first possible day
        published_high DATE last possible day
        published_basis VARCHAR what the bounds rest on, in plain words
        published_time VARCHAR ISO 8601 time of day with its zone as stated, or null
        updated VARCHAR EDTF text of when it was last changed, as it says; null where it does not
        updated_low DATE first possible day of that change
        updated_high DATE last possible day of that change
        updated_time VARCHAR ISO 8601 time of that change with its zone as stated, or null
        dateline VARCHAR place, day and agency at its start as written ("BAKU, Nov 1 (Reuters)"), or null
        translation VARCHAR words that say what it was translated or adapted from, or null
        language VARCHAR ISO 639-1 code, or null
        version_of VARCHAR first version of the same report; null where it is the only one
        superseded_by VARCHAR next version of the same report; null for the current one
        origin_id VARCHAR where its words come from as a whole: the agency credited, or itself
        origin_basis VARCHAR credited, shared or presumed
        status VARCHAR read or set_aside
        reason VARCHAR why it was set aside; null where read
        raw_digest VARCHAR hash of the raw bytes (blake2b, 128 bits)
        text VARCHAR cleaned body, NFC; empty where set aside
        """,
    ),
    read_table(
        "removals",
        "What cleaning took away, and why.",
        "report_id raw_start raw_end",
        """
        report_id VARCHAR the report
        raw_start BIGINT first code point in the decoded raw text
        raw_end BIGINT end, half-open
        reason VARCHAR furniture, breadcrumb, markup, date_line, ...
        """,
    ),
    read_table(
        "report_parts",
        "Stretches of a report that are not its ordinary body.",
        "report_id start_char kind",
        """
        report_id VARCHAR the report
        kind VARCHAR correction, retraction, editors_note, update_note, caption, embedded, document or other_language
        start_char BIGINT first code point
        end_char BIGINT end, half-open
        language VARCHAR ISO 639-1 code where it is not the report's, or null
        detail VARCHAR what a correction corrects, what is embedded; or null
        earlier VARCHAR the words that a correction takes back, or null
        corrected VARCHAR the words that hold instead, or null
        """,
    ),
    read_table(
        "date_evidence",
        "Everything that says when a report was published, also what was not followed.",
        "report_id role basis words",
        """
        report_id VARCHAR the report
        role VARCHAR published, updated or seen (it existed by then)
        basis VARCHAR where it stands: page metadata, dateline, text, linked report, ...
        words VARCHAR as written, or what was concluded from
        low DATE first possible day of publication by this evidence alone
        high DATE last possible day of publication by this evidence alone
        verdict VARCHAR used, agrees or contradicts
        """,
    ),
    read_table(
        "origins",
        "Where words come from: an agency, an outlet, or the reports that share a passage.",
        "origin_id",
        """
        origin_id VARCHAR id
        name VARCHAR agency or source; for a shared passage the sigla of its reports
        basis VARCHAR credited, shared or presumed
        """,
    ),
    read_table(
        "copies",
        "Passages that reproduce another.",
        "report_id start_char of_report_id of_start_char",
        """
        report_id VARCHAR the report that has the copy
        start_char BIGINT first code point
        end_char BIGINT end, half-open
        origin_id VARCHAR where the words come from
        of_report_id VARCHAR the other report that has them
        of_start_char BIGINT first code point there
        of_end_char BIGINT end there
        similarity DOUBLE 0 to 1, share of words alike
        basis VARCHAR credit, date, containment (the other has all of it and more) or shared (direction unknown)
        """,
    ),
    read_table(
        "credits",
        "Sentences in which a report names another source as whose word it gives, in whatever words.",
        "report_id start_char",
        """
        report_id VARCHAR the report
        start_char BIGINT first code point of the sentence
        end_char BIGINT end, half-open
        origin_id VARCHAR whose word it is
        """,
    ),
    read_table(
        "shared_words",
        "Passages alike because two reports quote one public statement: no copying.",
        "report_id start_char of_report_id of_start_char",
        """
        report_id VARCHAR one report
        start_char BIGINT first code point
        end_char BIGINT end, half-open
        of_report_id VARCHAR the other report
        of_start_char BIGINT first code point there
        of_end_char BIGINT end there
        similarity DOUBLE 0 to 1, share of words alike
        reason VARCHAR quotation or document (the text of a statement)
        """,
    ),
)
