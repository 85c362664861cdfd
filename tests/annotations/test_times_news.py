"""Sentences in the style of conflict news, labelled by hand before they were run: words, type and TIMEX3 value.

The reports are of Wednesday 15 March 2023 unless a case says otherwise. Countries and events are invented.
"""

from datetime import date

import pytest

from variorum.annotations.times import find_times
from variorum.schema.timex import timex_on

PUBLISHED = date(2023, 3, 15)

CASES = [
    ("The two presidents met on Monday.", "Monday DATE 2023-03-13"),
    ("The two presidents will meet Monday.", "Monday DATE 2023-03-20"),
    ("The two presidents will meet on Saturday in Velmar.", "Saturday DATE 2023-03-18"),
    ("Rebels seized the airport last month.", "last month DATE 2023-02"),
    ("Rebels seized the airport earlier this month.", "earlier this month DATE 2023-03"),
    ("Troops must leave by the end of the year.", "the end of the year DATE 2023"),
    ("The visit comes eight months into the offensive.", "eight months DURATION P8M"),
    ("Talks resumed in mid-May last year.", "mid-May last year DATE 2022-05"),
    ("The summit was held a month after border clashes left 90 dead.", "a month DURATION P1M"),
    ("They have fought over the valley since the 1990s.", "the 1990s DATE 199"),
    ("The six-week war ended with a truce.", "six-week DURATION P6W"),
    ("The 44-day conflict cost thousands of lives.", "44-day DURATION P44D"),
    ("The mediators return next week.", "next week DATE 2023-W12"),
    ("Exports fell in the first quarter of 2022.", "the first quarter of 2022 DATE 2022-Q1"),
    ("The front froze in winter.", "winter DATE 2022-WI"),
    ("The offensive began in the spring of 2021.", "the spring of 2021 DATE 2021-SP"),
    ("The forum runs from 3 to 9 May.", "3 to 9 May DATE 2023-05-03"),
    ("The war (27 September-10 November 2020) displaced many.", "27 September-10 November 2020 DATE 2020-09-27"),
    ("The army's budget rose in fiscal year 2021.", "fiscal year 2021 DATE 2021"),
    ("Shells hit the town at 6 pm local time.", "6 pm local time TIME XXXX-XX-XXT18:00"),
    ("The blast was heard at 0603 GMT.", "0603 GMT TIME XXXX-XX-XXT06:03"),
    ("The convoy left at 14:30 UTC+4.", "14:30 UTC+4 TIME XXXX-XX-XXT14:30"),
    ("The truce took effect at midnight on Tuesday.", "midnight on Tuesday TIME 2023-03-14T24:00"),
    ("ON 3 FEBRUARY, REBELS ATTACKED THE BRIDGE.", "3 FEBRUARY DATE 2023-02-03"),
    ("CARANDA, 4 FEB 90 -- THE ARMY CLASHED WITH REBELS.", "4 FEB 90 DATE 1990-02-04"),
    ("GUERRILLAS ATTACKED THE POST LAST NIGHT.", "LAST NIGHT TIME 2023-03-14TNI"),
    (
        "On 3 May 2020 the truce was signed. Two days later it was broken.",
        "3 May 2020 DATE 2020-05-03 | Two days later DATE 2020-05-05",
    ),
    (
        "The town fell on 30 April 1999. The following month aid arrived.",
        "30 April 1999 DATE 1999-04-30 | The following month DATE 1999-05",
    ),
    ("The accord was signed in 1994. It collapsed a year later.", "1994 DATE 1994 | a year later DATE 1995"),
    (
        "Police fired on the crowd on Sunday. That night, the governor fled.",
        "Sunday DATE 2023-03-12 | That night TIME 2023-03-12TNI",
    ),
    ("He was captured the day after the attack.", "the day DATE XXXX-XX-XX"),
    ("Gunmen killed five people on Tuesday night.", "Tuesday night TIME 2023-03-14TNI"),
    ("A bomb exploded early Wednesday morning.", "early Wednesday morning TIME 2023-03-15TMO"),
    ("The governor was shot on the night of 12 September 2019.", "the night of 12 September 2019 TIME 2019-09-12TNI"),
    ("Shelling resumed in the early hours of Tuesday.", "the early hours of Tuesday TIME 2023-03-14TMO"),
    ("At least 200 people a day cross the border.", "a day SET P1D"),
    ("The committee meets twice a week.", "twice a week SET P1W"),
    ("The commission meets every two years.", "every two years SET P2Y"),
    ("Protests take place every Friday.", "every Friday SET XXXX-WXX-5"),
    ("The rebels now control the north.", "now DATE PRESENT_REF"),
    ("The minister recently visited the front.", "recently DATE PAST_REF"),
    ("Refugees could return in the near future.", "the near future DATE FUTURE_REF"),
    ("Hundreds have died in recent weeks.", "recent weeks DURATION PXW"),
    ("The conflict has escalated in recent years.", "recent years DATE PAST_REF"),
    ("The siege lasted more than two years.", "more than two years DURATION P2Y"),
    ("He has ruled for nearly three decades.", "nearly three decades DURATION P3DE"),
    ("The president left the country two days ago.", "two days ago DATE 2023-03-13"),
    ("The ceasefire collapsed three weeks ago.", "three weeks ago DATE 2023-W08"),
    ("The last census was held 10 years ago.", "10 years ago DATE 2013"),
    ("The vote was postponed to 2 April.", "2 April DATE 2023-04-02"),
    ("The mandate was extended until 30 June.", "30 June DATE 2023-06-30"),
    ("Over the weekend, both sides traded fire.", "the weekend DATE 2023-W10-WE"),
    ("The envoys will meet again this weekend.", "this weekend DATE 2023-W11-WE"),
    ("He was born in the 19th century.", "the 19th century DATE 18"),
    ("The treaty was signed in the late 1980s.", "the late 1980s DATE 198"),
    ("The two countries fought a war in 1991-1994.", "1991-1994 DATE 1991"),
    ("The border has been closed since last Thursday.", "last Thursday DATE 2023-03-09"),
    ("They met on Jan. 5, 2021, and again on Feb. 10.", "Jan. 5, 2021 DATE 2021-01-05 | Feb. 10 DATE 2023-02-10"),
    ("The parliament votes tomorrow.", "tomorrow DATE 2023-03-16"),
    ("The two met the day before yesterday.", "the day before yesterday DATE 2023-03-13"),
    ("The prisoners were held for several months.", "several months DURATION PXM"),
    ("The strike on the depot took place around noon on Sunday.", "around noon on Sunday TIME 2023-03-12T12:00"),
    ("The talks lasted four hours.", "four hours DURATION PT4H"),
    ("An hour-long meeting brought no result.", "hour-long DURATION PT1H"),
    ("His five-year term ends in December.", "five-year DURATION P5Y | December DATE 2023-12"),
    ("In August, the army retook the city.", "August DATE 2022-08"),
    ("The army retook the city in late August.", "late August DATE 2022-08"),
    ("Elections are due in June.", "June DATE 2023-06"),
    ("The mission will begin within 48 hours.", "48 hours DURATION PT48H"),
    ("The ambassador was expelled this week.", "this week DATE 2023-W11"),
    ("The current truce has mostly held.", "current DATE PRESENT_REF"),
    ("More than a year ago, the province declared independence.", "More than a year ago DATE 2022"),
    ("The next day, tanks entered the capital.", "The next day DATE XXXX-XX-XX"),
    ("It was the worst attack in a decade.", "a decade DURATION P1DE"),
    ("The general was tried in May 1996 and freed in 2004.", "May 1996 DATE 1996-05 | 2004 DATE 2004"),
    ("Unrest grew between 2011 and 2013.", "2011 and 2013 DATE 2011"),
    ("The attack of September 11, 2001, changed policy.", "September 11, 2001 DATE 2001-09-11"),
    ("Four years of war have ruined the region.", "Four years DURATION P4Y"),
    # What follows was labelled after its first run had shown what was missing.
    ("The siege lasted two and a half years.", "two and a half years DURATION P2.5Y"),
    ("The talks took an hour and a half.", "an hour and a half DURATION PT1.5H"),
    ("The border was drawn half a century ago.", "half a century ago DATE PAST_REF"),
    ("The feud began decades ago.", "decades ago DATE PAST_REF"),
    ("Output fell in Q3 2012.", "Q3 2012 DATE 2012-Q3"),
    ("The funds were spent in FY 2012.", "FY 2012 DATE 2012"),
    ("Prices rose in the first half of the year.", "the first half of the year DATE 2023-H1"),
    ("He was shot in the first week of March.", "the first week of March DATE 2023-03"),
    ("The army advanced overnight.", "overnight TIME 2023-03-14TNI"),
    ("Curfew will be lifted overnight.", "overnight TIME 2023-03-15TNI"),
    ("The overnight raid killed two.", ""),
    ("It struck at 5:30 in the morning.", "5:30 in the morning TIME XXXX-XX-XXT05:30"),
    ("They met at six o'clock.", "six o'clock TIME XXXX-XX-XXT06:00"),
    ("They fled at 2 o'clock at night.", "2 o'clock at night TIME XXXX-XX-XXT02:00"),
    ("Losses grew over the past year.", "the past year DATE 2022"),
    (
        "On Tuesday, shells fell at 6 pm and again at 9 pm.",
        "Tuesday DATE 2023-03-14 | 6 pm TIME 2023-03-14T18:00 | 9 pm TIME 2023-03-14T21:00",
    ),
    ("Talks on Friday, 5 May", "Friday, 5 May DATE 2023-05-05"),
    ("In 2019 a truce was signed. Since then it has held.", "2019 DATE 2019 | then DATE 2019"),
    ("The envoy was freed on Thanksgiving.", "Thanksgiving DATE 2022-11-24"),
    ("The Good Friday Agreement was praised.", ""),
    ("The deal was struck on Easter Sunday 2016.", "Easter Sunday 2016 DATE 2016-03-27"),
    ("The prisoners were held for a three-month period.", "a three-month period DURATION P3M"),
    ("It began two and a half years ago.", "two and a half years ago DATE 2020-09"),
    ("It began two-and-a-half weeks ago.", "two-and-a-half weeks ago DATE PAST_REF"),
    ("She ran in a special election set for June 25.", "June 25 DATE 2023-06-25"),
    ("The truce was extended to Monday.", "Monday DATE 2023-03-20"),
    ("The mission was extended through June 30.", "June 30 DATE 2023-06-30"),
    (
        "Third-quarter profit rose to $4 million from $3 million a year earlier.",
        "Third-quarter DATE 2022-Q3 | a year earlier DATE 2021-Q3",
    ),
    ("Sales fell in the same period last year.", "the same period last year DATE 2022"),
    ("Losses in the year-ago third quarter were small.", "the year-ago third quarter DATE 2022-Q3"),
    ("The war began in January nineteen ninety-seven.", "January nineteen ninety-seven DATE 1997-01"),
    ("Peace came in the year two thousand and five.", "the year two thousand and five DATE 2005"),
    ("The raid followed the truce of March by a week or two.", "March DATE 2023-03"),
    ("At 10.30 p.m. on 4 February 2021, it ended.", "10.30 p.m. on 4 February 2021 TIME 2021-02-04T22:30"),
    ("By mid-afternoon the square was empty.", "mid-afternoon TIME XXXX-XX-XXTAF"),
    ("Unrest marked the 60s and the '70s.", "the 60s DATE 196 | the '70s DATE 197"),
    (
        "SUCRE, 3 SEP 89 (RADIO) -- A BOMB EXPLODED EARLY SUNDAY MORNING.",
        "3 SEP 89 DATE 1989-09-03 | EARLY SUNDAY MORNING TIME 2023-03-12TMO",
    ),
]


def found(nlp, text: str) -> str:
    return " | ".join(
        f"{text[m.span.start : m.span.end]} {m.type} {timex_on(m.value, PUBLISHED)}" for m in find_times(nlp(text))
    )


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_times_of_news_are_found_and_read(nlp, text: str, expected: str) -> None:
    assert found(nlp, text) == expected


TOKENS = [
    ("VARNA , June 7 ( Radio ) -- Talks resume in mid - May .", "June 7 DATE 2023-06-07 | mid - May DATE 2023-05"),
    ("The Nov. 15 , 2012 vote was annulled .", "Nov. 15 , 2012 DATE 2012-11-15"),
    ("They were freed on Sept . 11 , 2001 .", "Sept . 11 , 2001 DATE 2001-09-11"),
    (
        "The shell fell at 10:30 a.m. ( 1430 GMT ) on Monday .",
        "10:30 a.m. TIME XXXX-XX-XXT10:30 | 1430 GMT TIME 2023-03-13T14:30 | Monday DATE 2023-03-13",
    ),
    ("Its fourth - quarter loss was small .", "fourth - quarter DATE 2022-Q4"),
    ("The six - week siege ended a half - century ago .", "six - week DURATION P6W | a half - century DURATION P50Y"),
    ("Last year 's truce held until year 's end .", "Last year DATE 2022 | year 's end DATE 2023"),
]
"""Text put together from tokens, with spaces before its marks."""


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_times_are_read_when_marks_stand_apart(nlp, text: str, expected: str) -> None:
    assert found(nlp, text) == expected


CASES_OF_GUIDELINES = [
    ("The aid was cut over a year ago.", "over a year ago DATE 2022"),
    ("The fort was built 10 to 15 years ago.", "10 to 15 years ago DATE 2013"),
    ("The levy is set every fiscal year.", "every fiscal year SET P1Y"),
    ("They crossed the pass in the past seven days.", "the past seven days DURATION P7D"),
    ("Observers will visit on May 22 and 23.", "May 22 DATE 2023-05-22 | 23 DATE 2023-05-23"),
    ("Observers will visit on June 3, 4 and 5.", "June 3 DATE 2023-06-03 | 4 DATE 2023-06-04 | 5 DATE 2023-06-05"),
    ("On May 22, 23 people died.", "May 22 DATE 2022-05-22"),
    ("He ruled for a quarter of a century.", "a quarter of a century DURATION P25Y"),
    ("She ran for a second term.", ""),
    ("The talks lasted an hour and 22 minutes.", "an hour and 22 minutes DURATION PT1H22M"),
    ("He served two years and three months.", "two years and three months DURATION P2Y3M"),
    ("They fought for two weeks and two years.", "two weeks DURATION P2W | two years DURATION P2Y"),
    ("The patrol passes three times a week.", "three times a week SET P1W"),
    ("It was the third raid in as many days.", ""),
    ("Over the years, trade grew.", "the years DURATION PXY"),
    ("Output fell in the third quarter of fiscal 2021.", "the third quarter of fiscal 2021 DATE 2021-Q3"),
    ("The rebuilding will take some time.", "some time DURATION PXX"),
    ("The border was closed for a while.", "a while DURATION PXX"),
    ("They met once in a while.", ""),
    ("The road was mined some time ago.", "some time ago DATE PAST_REF"),
    ("They left soon after the vote.", ""),
    ("He fell at the moment of victory.", ""),
    ("At the moment, the road is closed.", "the moment DATE PRESENT_REF"),
    ("With a year left in his term, he resigned.", "a year DURATION P1Y"),
    ("Two hours ago the shelling began.", "Two hours ago TIME 2023-03-15TXX"),
    (
        "On Tuesday he won; the night before, he had wept.",
        "Tuesday DATE 2023-03-14 | the night before TIME 2023-03-13TNI",
    ),
    ("On Tuesday shells fell. In the evening it was calm.", "Tuesday DATE 2023-03-14 | the evening TIME 2023-03-14TEV"),
    ("Shells hit the port this past summer.", "this past summer DATE 2022-SU"),
    ("Later that month of 2019 the truce failed.", "Later that month DATE XXXX-XX | 2019 DATE 2019"),
    ("The minister refused to testify Wednesday.", "Wednesday DATE 2023-03-15"),
    ("The storm seemed to weaken Monday.", "Monday DATE 2023-03-13"),
    ("The ruling, expected on Monday, could split the court.", "Monday DATE 2023-03-20"),
    ("A deal by Easter was impossible, the envoy said.", "Easter DATE 2023-04-09"),
    ("The council will discuss the raid of March 1.", "March 1 DATE 2023-03-01"),
    ("The treaty was debated last Christmas.", "Christmas DATE 2022-12-25"),
]
"""What a second reading of the guidelines added."""


@pytest.mark.parametrize(("text", "expected"), CASES_OF_GUIDELINES)
def test_times_are_read_as_the_guidelines_have_them(nlp, text: str, expected: str) -> None:
    assert found(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1914\t2210\t33",
        "Rainfall\t1914\t1915\t23.1",
        "Output 1914 2210 33 1871",
        "| 1914 | 1915 | 1916 |",
        "Yield  1914  1915",
        "1914",
    ],
)
def test_number_in_a_row_of_numbers_is_no_year(nlp, text: str) -> None:
    assert found(nlp, f"The figures are these.\n{text}\nThey are small.") == ""


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 1914, 1915 and 1916, the front held.", "1914 1915 1916"),
        ("VELMAR, 1914", "1914"),
        ("The 1828 race was bitter.", "1828"),
        ("They will wait until at least 2015.", "2015"),
        ("At least 2015 took part.", ""),
    ],
)
def test_year_is_one_where_its_line_is_prose(nlp, text: str, years: str) -> None:
    assert " ".join(text[m.span.start : m.span.end] for m in find_times(nlp(text))) == years
