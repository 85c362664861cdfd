"""The record's table of event mentions: all that reports tell of happenings, those that make no event included."""

from variorum.schema.table_shapes import Table, read_table

MENTION_TABLES: tuple[Table, ...] = (
    read_table(
        "event_mentions",
        "Words that tell of a happening, one row a mention: what was only threatened, demanded or usual too.",
        "mention_id",
        """
        mention_id VARCHAR as in mentions
        report_id VARCHAR the report
        event_id VARCHAR the event that it is told of, or null where the record has none
        words VARCHAR the words that name the happening
        type VARCHAR PLOVER type
        mode VARCHAR PLOVER mode, or null
        concept VARCHAR finer kind of happening (meeting, clash, ceasefire, ...)
        realis VARCHAR happened, ongoing, planned, called_off, alleged, denied, hypothetical or habitual
        realis_cue VARCHAR the word that shows the realis, or null where tense alone does
        voice VARCHAR own or quoted
        statement_id VARCHAR the statement that asserts it, the innermost of several, or null where the report itself does
        asserted_by VARCHAR entity_id of who says so, or null where the report itself does or none is named
        actors VARCHAR JSON list of entity_ids: actors and participants
        recipients VARCHAR JSON list of entity_ids: recipients and victims
        place_id VARCHAR entity_id of the place, or null
        date_low DATE first possible day, null where no day is said
        date_high DATE last possible day, null where no day is said
        main BOOLEAN told as the day's news rather than as background
        left_out VARCHAR why it makes no event: hypothetical, habitual, intent, said or points_back; null where it may
        """,
    ),
)
