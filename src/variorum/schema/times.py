"""Time expressions as values that resolve against the day a report was published.

A value says what the words say and no more; without a publication date it stays relative.
`schema.resolution` turns values into bounds. Source: TIMEX3 (TimeML 1.2.1) for `timex`; EDTF for what it resolves to.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeValue:
    """The meaning of a time expression.

    timex: TIMEX3 value with unknown parts as X: "2022-10-31", "XXXX-10-31", "XXXX-WXX-1", "2020-FA", "P44D", "PAST_REF".
    feast: a day that moves from year to year: (month, weekday, which of the month) or (days from Easter Sunday,).
    year, month, day, weekday (1 Monday to 7 Sunday), season: parts said in the words. A season is spring, summer,
    autumn, winter, a quarter (Q1 to Q4) or a half year (H1, H2).
    unit and shift: distance from the publication date in hour, day, week, weekend, month, quarter, year, decade
    ("last month": month, -1; "this year": year, 0). A unit of year with a month, day or season says the year of those
    ("June last year"). A unit of decade or century with a year and no shift says that decade or century.
    A weekday with a shift and no unit is the one strictly before (-1, "last Tuesday"), of this week (0) or strictly
    after (1).
    part: start, mid, end of the unit named; earlier, later: what of it lies before or after the publication date.
    direction: past, future or None, from the tense of the governing verb or the words ("last", "next").
    bound: since (begins then), until (ends by then), after, before, or None.
    until: the closing value of a range, else None.
    offset and base: distance in `unit` from another time of the text instead of from the publication date ("two days
    later": day, 2). Without a base it is not known from which.
    zone: what a clock time with a zone stands off UTC ("+04:00"), or "local"; None where no zone is said.
    """

    timex: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    unit: str | None = None
    shift: int | None = None
    part: str | None = None
    direction: str | None = None
    bound: str | None = None
    until: "TimeValue | None" = None
    offset: int | None = None
    base: "TimeValue | None" = None
    zone: str | None = None
    feast: tuple[int, ...] = ()

    @property
    def absolute(self) -> bool:
        """True where the words say the year themselves, or hang on others that do."""
        return self.year is not None or (self.hangs and self.base is not None and self.base.absolute)

    @property
    def hangs(self) -> bool:
        """True where the value is counted from another time of the text, and it is known from which."""
        return self.base is not None and self.offset is not None

    @property
    def grain(self) -> str | None:
        """The unit that the words name: day, week, weekend, month, quarter, half, season, year, decade, century."""
        if self.day is not None or self.weekday is not None or self.feast:
            return "day"
        if self.month is not None:
            return "month"
        if self.season is not None:
            return {"Q": "quarter", "H": "half"}.get(self.season[0], "season")
        if self.unit is not None:
            return self.unit if self.shift is not None or self.year is not None or self.hangs else None
        return "year" if self.year is not None else None
