"""The record's table of relations between events."""

from variorum.schema.table_shapes import Table, read_table

RELATION_TABLES: tuple[Table, ...] = (
    read_table(
        "event_relations",
        "How one event stands to another: part of it, following it, announced by it, answering it. No two between the same events, no circles.",
        "relation_id",
        """
        relation_id VARCHAR id
        relation VARCHAR part_of, follows, announced_by or responds_to: read from event_id to other_event_id
        event_id VARCHAR the part, the later one, what is announced, the answer
        other_event_id VARCHAR what holds it, what went before, what announces it, what is answered
        rule VARCHAR versioned name of the rule: relation_words where reports say so, else what it is inferred from
        basis VARCHAR why, in plain words
        n_reports BIGINT reports whose words it rests on
        """,
    ),
)
