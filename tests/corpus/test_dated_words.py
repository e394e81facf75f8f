"""Which days words in an article mean, and which words mean none that can be told: a table of written cases."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assembly import SHIPPED_CORPUS
from corpus.dated_words import dated_words
from tests.articles import read_articles

THURSDAY = date(2021, 10, 7)
"""The day on which the stories of the table were published, unless a case says another: a Thursday."""

CASES = """
# weekdays: behind, ahead, today
He resigned, the ministry said Thursday. | Thursday = 2021-10-07
A top UN official warned Wednesday. | Wednesday = 2021-10-06
Kabulov was asked whether Russia would deliver aid, a UN official warned Friday. | Friday = 2021-10-01
On Monday, the court ruled against him. | Monday = 2021-10-04
The two leaders met in Moscow on Sunday. | Sunday = 2021-10-03
Parliament will vote on Friday. | Friday = 2021-10-08
The trial is due to start Monday. | Monday = 2021-10-11
The budget will be discussed on Tuesday. | Tuesday = 2021-10-12
On Saturday, the museum will reopen. | Saturday = 2021-10-09
The summit will open Thursday. | Thursday = 2021-10-07
A vote is scheduled for Wednesday. | Wednesday = 2021-10-13
The line will stay closed until at least Friday. | Friday = 2021-10-08
Talks will remain suspended until Monday. | Monday = 2021-10-11
Schools have been closed since Tuesday. | Tuesday = 2021-10-05
The shares fell after Tuesday's report. | Tuesday = 2021-10-05
Fans queued ahead of Sunday's final. | Sunday = 2021-10-10
The army said that on Monday it attacked the town. | Monday = 2021-10-04
# weekdays that tell no one day
He criticised Monday's ruling. |
The vote is on Friday. |
He said the talks would end on Friday. |
The talks were scheduled for Friday. |
The rebels gave them until Friday. |
He said he leaves when parliament meets Friday. |
She said he faces trial Monday. |
The line stayed closed until at least Friday. |
The market opens every Sunday. |
It happened on a Monday. |
The club meets on Tuesdays. |
Shops opened Monday to Friday. |
The Sunday Times reported the sale. |
Crowds came on Black Friday. |
They marched on Bloody Sunday. |
They dance every Friday and Saturday. |
It was held on the fourth Thursday of the month. |
It was a really Happy Friday in Indy. |
He played on Monday Night Football. |
# last, next and this weekday, and of a week
The army attacked last Sunday. | last Sunday = 2021-10-03
The shop closed last Thursday. | last Thursday = 2021-09-30
The army attacked last Tuesday. |
He will fly next Monday. | next Monday = 2021-10-11
He will fly next Thursday. | next Thursday = 2021-10-14
He will fly next Friday. |
They vote on the last Sunday in May, and again last Sunday in May. |
It rained this past Saturday. | this past Saturday = 2021-10-02
The talks begin this Friday. | this Friday = 2021-10-08
He spoke this Tuesday. | this Tuesday = 2021-10-05
The talks begin this coming Tuesday. | this coming Tuesday = 2021-10-12
They voted on Monday last week. | Monday last week = 2021-09-27
They meet on Tuesday of next week. | Tuesday of next week = 2021-10-12
He was arrested on Wednesday of this week. | Wednesday of this week = 2021-10-06
# a day of a month, its year left out
The talks are on Oct. 20. | Oct. 20 = 2021-10-20
He told reporters on October 7 that they were invited. | October 7 = 2021-10-07
She died on 4 September. | 4 September = 2021-09-04
The strike began on Monday, Oct. 4. | Monday, Oct. 4 = 2021-10-04
The law passed on March 3. | March 3 = 2021-03-03
The games will begin on March 3. | March 3 = 2022-03-03
2022-01-05: The lake froze on Dec. 28. | Dec. 28 = 2021-12-28
2021-12-20: The ban starts on Jan. 4. | Jan. 4 = 2022-01-04
The fair is open on October 21st. | October 21st = 2021-10-21
The strike began on Friday, Oct. 4. |
The Jan. 6 committee met. |
It was the worst since the Sept. 11 attacks. |
2022-08-16: Since January 6 it has changed. |
2022-08-16: After July 4 [1976] it grew. |
In 1989 the wall fell, on November 9. | 1989 = 1989-01-01..1989-12-31
A round of March 3 is planned. |
The parade is on Feb. 30. |
# a day with its year
The round took place on April 14, 2017. | April 14, 2017 = 2017-04-14
It was held on September 4, 2018. | September 4, 2018 = 2018-09-04
The treaty is of 11 November 1918. | 11 November 1918 = 1918-11-11
The file is dated 2019-05-06. | 2019-05-06 = 2019-05-06
On Sunday, July 4, 1976 bells rang. | Sunday, July 4, 1976 = 1976-07-04
# spans of days
The forum runs Oct. 12-14. | Oct. 12-14 = 2021-10-12..2021-10-14
The sale is from October 30 to November 2. | October 30 to November 2 = 2021-10-30..2021-11-02
It lasted from December 30 to January 2, 2019. | December 30 to January 2, 2019 = 2018-12-30..2019-01-02
They score Oct. 14-12. |
# months
The group seized power in August. | August = 2021-08
The latest trip took place in July, one month ahead of it. | July = 2021-07
The bridge opened in November. | November = 2020-11
Voting will start in December. | December = 2021-12
The ship will sail in March. | March = 2022-03
The shop closed in late September. | September = 2021-09
Prices have risen since June. | June = 2021-06
The strike began in mid-May. | May = 2021-05
He resigned last December. | last December = 2020-12
She will retire next February. | next February = 2022-02
The war began in March 2003. | March 2003 = 2003-03
An April 2017 round failed. | April 2017 = 2017-04
It was signed in January of 1973. | January of 1973 = 1973-01
# words that are no months, or months that tell no one year
He may go, and Theresa May agreed. |
They march in March Madness. |
The seat went to April Jones in August Wilson's play. |
He resigned last August. |
He resigned last September. |
Elections are held in June. |
Elections were held in October. |
In 1990 he won, and in August he lost. | 1990 = 1990-01-01..1990-12-31
# spans of months
Exports fell from May to July. | from May to July = 2021-05-01..2021-07-31
It will run from November to December. | from November to December = 2021-11-01..2021-12-31
It rained between June and August 2019. | between June and August 2019 = 2019-06-01..2019-08-31
Snow fell from November to March. |
# years and decades
The format was launched in 2017 as part of it. | 2017 = 2017-01-01..2017-12-31
Prices have doubled since 2014. | 2014 = 2014-01-01..2014-12-31
Emissions must halve by 2030. | 2030 = 2030-01-01..2030-12-31
He ruled from 1996 to 2001. | from 1996 to 2001 = 1996-01-01..2001-12-31
The 2014-2018 plan failed. | 2014-2018 = 2014-01-01..2018-12-31
It was between 1990 and 1994. | between 1990 and 1994 = 1990-01-01..1994-12-31
Rents rose in the 1990s. | 1990s = 1990-01-01..1999-12-31
Rents rose in the ’80s. | ’80s = 1980-01-01..1989-12-31
It was a fashion of the 1970s. | 1970s = 1970-01-01..1979-12-31
It was built in the 1900s. |
It cost $2000, or 2014 pounds in 1500 instalments. |
He lives by 2000 trees. |
# weeks, months and years as they run
They will meet later this month. | later this month = 2021-10-07..2021-10-31
A deal is due later this year. | later this year = 2021-10-07..2021-12-31
The vote comes later this week. | later this week = 2021-10-07..2021-10-10
It rained earlier this month. | earlier this month = 2021-10-01..2021-10-07
It rained earlier this week. | earlier this week = 2021-10-04..2021-10-07
He fled earlier this year. | earlier this year = 2021-01-01..2021-10-07
Talks were reported last month. | last month = 2021-09
2022-01-03: Talks were reported last month. | last month = 2021-12
Rain fell last week. | last week = 2021-09-27..2021-10-03
They won last year. | last year = 2020-01-01..2020-12-31
He leaves next week. | next week = 2021-10-11..2021-10-17
He leaves next month. | next month = 2021-11
He leaves next year. | next year = 2022-01-01..2022-12-31
A record was set this year. | this year = 2021-01-01..2021-12-31
They meet this weekend. | this weekend = 2021-10-09..2021-10-10
They met last weekend. | last weekend = 2021-10-02..2021-10-03
That came to pass within the last week. |
2021-10-10: They met last weekend. |
2021-10-31: They will meet later this month. |
# so long ago
It began two days ago. | two days ago = 2021-10-05
It began 10 days ago. | 10 days ago = 2021-09-27
It began a day ago. | a day ago = 2021-10-06
It began three weeks ago. | three weeks ago = 2021-09-13..2021-09-19
It began a month ago. | a month ago = 2021-09
It began 20 years ago. | 20 years ago = 2001-01-01..2001-12-31
It began more than two years ago. |
It began about a week ago. |
It began several days ago. |
It began two hours ago. |
# days by name
He fled yesterday. | yesterday = 2021-10-06
Tomorrow, polls will open. | Tomorrow = 2021-10-08
The bank failed today. | today = 2021-10-07
Shots were heard last night. | last night = 2021-10-06
The bank will close its doors today. | today = 2021-10-07
The bank failed earlier today. | today = 2021-10-07
The crown will reflect the monarch’s role today. |
Hope for a better tomorrow is all he had. |
Tomorrow, it could be your country. |
She told NBC’s “The Today Show” so. |
The game starts tonight. | tonight = 2021-10-07
It snowed this morning. | this morning = 2021-10-07
Today, the city is home to many. |
USA TODAY asked the leaders of tomorrow. |
It stands until today in today's form. |
# counted from a day before
He was shot on Oct. 4 and died the next day. | Oct. 4 = 2021-10-04; the next day = 2021-10-05
He fell on May 2, 2019, and died two days later. | May 2, 2019 = 2019-05-02; two days later = 2019-05-04
He fell on May 2, 2019, and rose the same day. | May 2, 2019 = 2019-05-02; the same day = 2019-05-02
On May 2, 2019 he spoke. The day before, he fell. | May 2, 2019 = 2019-05-02; The day before = 2019-05-01
He died the next day. |
It failed two days earlier. |
He asked for one second of silence. |
"""


def cases() -> list[tuple[str, date, str]]:
    found = []
    for line in CASES.strip().splitlines():
        if line.startswith("#"):
            continue
        text, _, wanted = line.partition(" |")
        published = THURSDAY
        if text[:4].isdigit() and text[10:12] == ": ":
            published, text = date.fromisoformat(text[:10]), text[12:]
        found.append((text, published, wanted.strip()))
    return found


def told(text: str, published: date) -> str:
    """What the words of `text` mean, in the table's notation."""
    return "; ".join(f"{one.text} = {_days(one.first, one.last)}" for one in dated_words(text, published))


def _days(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    whole_month = first.day == 1 and (last.replace(day=28) - first).days == 27 and last.day >= 28
    return f"{first:%Y-%m}" if whole_month else f"{first}..{last}"


@pytest.mark.parametrize(("text", "published", "wanted"), cases(), ids=[case[0] for case in cases()])
def test_words_of_time_mean_the_right_days_or_none(text: str, published: date, wanted: str) -> None:
    assert told(text, published) == wanted


SHIPPED = {
    "000_fb3d9519ca0be116": """later this month = 2021-10-07..2021-10-31; Thursday = 2021-10-07; August = 2021-08;
 Oct. 20 = 2021-10-20; last month = 2021-09; Oct. 12 = 2021-10-12; Wednesday = 2021-10-06; July = 2021-07""",
    "004_02f4d93758813a8a": """October 7 = 2021-10-07; October 20 = 2021-10-20; October 6 = 2021-10-06;
 October 12 = 2021-10-12; October 4 = 2021-10-04; 2017 = 2017-01-01..2017-12-31; April 14, 2017 = 2017-04-14;
 September 4, 2018 = 2018-09-04""",
}
"""Every dated phrase of the two articles; the second has no date of its own, and would mean these on the same day."""


@pytest.mark.parametrize("article_id", SHIPPED)
def test_every_dated_phrase_of_the_shipped_articles_means_its_day(article_id: str) -> None:
    (text,) = (one.text for one in read_articles(SHIPPED_CORPUS, lambda _: None) if one.id == article_id)
    assert told(text, THURSDAY) == SHIPPED[article_id].replace("\n", "")


def test_words_that_name_the_year_are_spelled_out_and_others_are_not() -> None:
    said = "He fell on April 14, 2017, rose in 2018, and died Thursday, a month after the ’80s in Oct. 2020."
    assert [(one.text, one.spelled_out) for one in dated_words(said, THURSDAY)] == [
        ("April 14, 2017", True),
        ("2018", True),
        ("Thursday", False),
        ("’80s", True),
        ("Oct. 2020", True),
    ]


def test_words_that_a_line_break_parts_are_found_as_they_stand() -> None:
    text = "They will meet later this\nmonth, on Oct.\u00a020."
    assert [(one.text, one.start, one.end) for one in dated_words(text, THURSDAY)] == [
        ("later this\nmonth", 15, 31),
        ("Oct.\u00a020", 36, 43),
    ]


WORDS = st.sampled_from(
    "Thursday May 7 2021 Oct. 20, - to from in on last next this week month year ago two days the 1990s 31 Feb."
    " said will since today later earlier day previous 9999 1500 a weekend between and".split()
)


@given(st.lists(WORDS, max_size=12).map(" ".join), st.dates(date(1600, 1, 1), date(2100, 12, 31)))
def test_no_words_raise_and_all_are_in_place_in_order(text: str, published: date) -> None:
    at = 0
    for one in dated_words(text, published):
        assert text[one.start : one.end] == one.text
        assert at <= one.start < one.end
        assert one.first <= one.last
        at = one.end
