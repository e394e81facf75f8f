"""Numbers: each one that the sentence says must stand in its quotes, of the same thing."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from retrieval.proving.numbers import untold_number
from tests.retrieval.proving.cases import case, quoted, table


@table("""
    The ferry carried 12 passengers. | The ferry carried twelve passengers.
    The ferry carried twelve passengers. | The ferry carried 12 passengers.
    The ferry carried a dozen passengers. | The ferry carried 12 passengers.
    The ferry carried twenty-five passengers. | The ferry carried 25 passengers.
    The ferry carried a hundred passengers. | The ferry carried 100 passengers.
    The ferry carried 12 passengers. | The ferry, with 12 passengers and 30 crates, left.
    The ferry carried 13 passengers. | The ferry carried twelve passengers. | 13
    The ferry carried twenty passengers. | The ferry carried twelve passengers. | twenty
    The ferry carried 12 passengers. | The ferry carried passengers. | 12
    The ferry carried 1 passenger. | The ferry carried 12 passengers. | 1
    The ferry carried 12 passengers and 30 crates. | The ferry carried 12 passengers and crates. | 30
""")
def test_a_number_is_told_in_digits_or_in_words(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    The mill sold 3,000,000 sacks. | The mill sold 3 million sacks.
    The mill sold 3 million sacks. | The mill sold 3,000,000 sacks.
    The mill sold three million sacks. | The mill sold 3m sacks.
    The mill sold 1,200,000 sacks. | The mill sold 1.2 million sacks.
    The mill sold 20,000 sacks. | The mill sold twenty thousand sacks.
    The mill sold 1500 sacks. | The mill sold 1,500 sacks.
    The mill sold 1.50 tonnes. | The mill sold 1.5 tonnes.
    The mill sold 3 million sacks. | The mill sold 3 billion sacks. | 3 million
    The mill sold 3 million sacks. | The mill sold 3,000 sacks. | 3 million
    The mill sold 3 sacks. | The mill sold 3 million sacks. | 3
    The mill sold 1.2 million sacks. | The mill sold 12 million sacks. | 1.2 million
    The mill sold 1.5 tonnes. | The mill sold 15 tonnes. | 1.5
    The mill sold 1.2 million sacks. | The mill sold 1.25 million sacks. | 1.2 million
""")
def test_a_number_is_the_same_however_its_size_is_written(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    At least 12 sailors left. | At least 12 sailors left.
    Not fewer than 12 sailors left. | At least 12 sailors left.
    At least 12 sailors left. | 12 or more sailors left.
    More than 12 sailors left. | Over 12 sailors left.
    Up to 12 sailors left. | No more than 12 sailors left.
    Nearly 300 sailors left. | Almost 300 sailors left.
    About 300 sailors left. | Roughly 300 sailors left.
    About 300 sailors left. | Exactly 300 sailors left.
    As the port said, 12 sailors left. | As the port said, at least 12 sailors left. | 12
    At least 12 sailors left. | As the port said, 12 sailors left. | 12
    More than 12 sailors left. | Fewer than 12 sailors left. | 12
    At least 12 sailors left. | Up to 12 sailors left. | 12
    Nearly 300 sailors left. | More than 300 sailors left. | 300
    As the port said, 300 sailors left. | Nearly 300 sailors left. | 300
    As the port said, 300 sailors left. | About 300 sailors left. | 300
""")
def test_a_bound_makes_another_number_of_it(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    Dozens of sailors left. | Dozens of sailors left.
    The port counts hundreds of sailors. | Hundreds of sailors left.
    Dozens of sailors left. | Hundreds of sailors left. | Dozens
    The port counts 100 sailors. | Hundreds of sailors left. | 100
    Hundreds of sailors left. | The port counts 100 sailors. | Hundreds
    Several hundred sailors left. | Several sailors left. | Several hundred
""")
def test_dozens_and_hundreds_are_no_number_and_no_number_is_them(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    Rents rose 12%. | Rents rose 12 percent.
    Rents rose 12 per cent. | Rents rose 12%.
    Rents rose 12 percent. | Rents rose 10-12 percent.
    The club has 12 seats. | The club has 12 percent of the seats. | 12
    The club has 12 percent of the seats. | The club has 12 of the seats. | 12
    Rents rose 12 percent to $40. | Rents rose $40 to $12. | 12
""")
def test_a_percentage_is_not_a_count(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    The bridge cost $12 million. | The bridge cost 12 million dollars.
    The bridge cost 12 million dollars. | The bridge cost US$12 million.
    The bridge cost £4 million. | The bridge cost 4 million pounds.
    The bridge cost €5 million. | The bridge cost €5 million to €7 million.
    The bridge cost $12 million. | The bridge cost €12 million. | 12 million
    The bridge cost $12 million. | The bridge cost 12 million euros. | 12 million
    The bridge cost $12. | The bridge has 12 arches. | 12
    The bridge has 12 arches. | The bridge cost $12. | 12
""")
def test_money_is_told_in_its_own_currency(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    The work took nine days. | The work took 9 days.
    The work took nine days. | The nine-day work was done.
    The road is 12 km long. | The road is 12 kilometres long.
    The road is 12 kilometers long. | The road is 12 kilometres long.
    The track is 3 feet wide. | A 3-foot track was laid.
    The stone weighs 5 tons. | The stone weighs 5 tonnes.
    The work took nine days. | The work took nine weeks. | nine day
    The work took nine hours. | The work took nine days. | nine hour
    The road is 12 miles long. | The road is 12 kilometres long. | 12 mile
    The stone weighs 5 tonnes. | The stone weighs 5 grams. | 5 tonn
""")
def test_nine_days_are_not_nine_weeks(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    The storm killed 12 people and injured 30 people. | The storm killed 12 people and injured 30 people.
    30 people were injured and 12 people were killed. | The storm killed 12 people and injured 30 people.
    The firm earned 5 million euros. | The firm earned 5 million euros and lost 3 million euros.
    The storm killed 30 people and injured 12 people. | The storm killed 12 people and injured 30 people. | 30
    The firm earned 3 million euros. | The firm earned 5 million euros and lost 3 million euros. | 3 million
    The club sold 30 boats. | The club sold 12 boats and bought 30 houses. | 30
""")
def test_two_numbers_of_two_things_do_not_change_places(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    The club won 30 home games. | The club won 30 home games and 12 away games.
    The club won 42 games. | The club won 30 home games and 12 away games. | 42
    The clinic treated five children. | The clinic treated two boys and three girls. | five
    Rents rose by 20 euros. | Rents rose from 100 to 120 euros. | 20
""")
def test_nothing_is_added_up(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    The club sent 10 to 12 players. | The club sent between 10 and 12 players.
    The club sent 10-12 players. | The club sent 10–12 players.
    The firm hired 2 million to 3 million pickers. | The firm hired 2 to 3 million pickers.
    The firm paid $5 million to $7 million. | The firm paid $5 to $7 million.
    The club sent 10 to 14 players. | The club sent 10 to 12 players. | 14
    The club sent 8-12 players. | The club sent 10-12 players. | 8
    The firm hired 2 to 3 pickers. | The firm hired 2 to 3 million pickers. | 2
""")
def test_each_end_of_a_range_is_a_number(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    It was his third win. | It was his 3rd win.
    The club came 21st. | The club came 21st of 30.
    The first bridge opened. | It was the first bridge.
    The work comes first. | The work goes on.
    It was his third win. | It was his fourth win. | third
    The club came 22nd. | The club came 21st. | 22nd
    The first bridge opened. | The bridge opened. | first
    Vint was her first coach. | Vint was her coach. | first
""")
def test_an_ordinal_is_told_by_the_same_one(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    One sailor left. | One sailor left.
    One of them left. | A sailor left.
    No one left, which one may regret. | Nobody left.
    It is the one that sank. | The ferry sank.
    One sailor left. | Two sailors left. | One
    Vint has one boat. | Vint has a boat. | one
""")
def test_one_is_a_number_only_where_it_counts(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    Half the crew left. | The crew halved.
    All of the crew left. | Every sailor of the crew left.
    The fleet doubled. | The fleet is twice as large.
    Most of the crew left. | The majority of the crew left.
    Half the crew left. | The crew left. | Half
    All of the crew left. | The crew left. | All
    The fleet tripled. | The fleet doubled. | tripled
    Most of the crew left. | Some of the crew left. | Most
    Rents fell by a quarter. | Rents fell by half. | quarter
    Both mills burned. | The mills burned. | Both
""")
def test_words_that_say_how_many_must_be_told_by_one_that_says_alike(
    sentence: str, quote: str, words: str | None
) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    Two mills burned. | Both mills burned.
    Two mills burned. | Both the mills burned.
    Three mills burned. | Both mills burned. | Three
    Two mills burned. | Both the baker and the miller burned. | Two
""")
def test_both_tells_two_of_what_stands_behind_it(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    It opens at 10:30. | Doors open at 10:30.
    An F-16 flew over. | The jet, an F-16, flew over.
    The G20 met. | The G20 met in Rimal.
    Rimal won 3-2. | Rimal won 3–2 at home.
    It opens at 10:30. | Doors open at 9:30. | 10:30
    An F-16 flew over. | A jet flew over. | F-16
    The G20 met. | The G7 met. | G20
    Rimal won 3-2. | Rimal won 2-1. | 3
""")
def test_an_hour_a_score_and_a_word_with_digits_must_stand_in_a_quote(
    sentence: str, quote: str, words: str | None
) -> None:
    assert untold_number(case(sentence, quote)) == words


@table("""
    The ferry sank on 8 June 2023. | The ferry sank on Thursday.
    The ferry sank on June 8. | The ferry sank on Thursday.
    The ferry sank in 2022. | The ferry sank last year.
    At the end of 2023 it sails. | At the end of the year it sails.
    The ferry sank in 2019. | The ferry sank in 2019.
    The ferry sank in 2018. | The ferry sank in 2019. | 2018
    The ferry sank with 8 sailors. | The ferry sank on Thursday. | 8
    The ferry sank with 2023 sailors. | The ferry sank on Thursday. | 2023
""")
def test_the_numbers_of_a_day_that_is_told_need_no_other_proof(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words


def test_each_number_may_stand_in_another_quote() -> None:
    sentence = "The ferry carried 12 passengers and 30 crates."
    quotes = ("The ferry carried 12 passengers.", "The ferry carried 30 crates.")
    assert untold_number(case(sentence, *quotes)) is None
    assert untold_number(case(sentence, quotes[0])) == "30"
    assert untold_number(case(sentence, quotes[1])) == "12"


def test_a_number_of_the_headline_is_not_told() -> None:
    assert untold_number(case("12 sailors left.", quoted("Sailors left.", title="12 sailors leave"))) == "12"


def test_a_sentence_without_numbers_has_none_untold_and_nothing_tells_any() -> None:
    assert untold_number(case("", "12 sailors left.")) is None
    assert untold_number(case("Sailors left.", "12 sailors left.")) is None
    assert untold_number(case("Sailors left.")) is None
    assert untold_number(case("12 sailors left.")) == "12"


COUNTS = st.integers(2, 999_999)
THINGS = st.sampled_from("sacks boats crates houses sailors".split())
WRITTEN = st.sampled_from(["{:d}", "{:,d}"])


@settings(deadline=None)
@given(COUNTS, THINGS, WRITTEN, WRITTEN)
def test_a_number_of_the_quote_is_told_however_its_digits_are_parted(
    count: int, thing: str, ours: str, theirs: str
) -> None:
    said, told = (f"Mara Vint has {form.format(count)} {thing}." for form in (ours, theirs))
    assert untold_number(case(said, told)) is None


@settings(deadline=None)
@given(COUNTS, st.lists(st.tuples(COUNTS, THINGS), max_size=3), THINGS, WRITTEN)
def test_a_number_that_no_quote_has_is_never_told(
    count: int, others: list[tuple[int, str]], thing: str, form: str
) -> None:
    assume(count not in [other for other, _ in others])
    quotes = [f"Mara Vint has {other} {of}." for other, of in others]
    assert untold_number(case(f"Mara Vint has {form.format(count)} {thing}.", *quotes)) == form.format(count)


@table(
    """
    The mill cut 10% of its jobs. | The mill cut a tenth of its jobs.
    The mill cut a tenth of all jobs. | The mill cut 10 percent of all jobs.
    The mill cut 20% of its jobs. | The mill cut a tenth of its jobs. | 20
    Vint scored two goals. | Vint scored twice.
    Vint scored three goals. | Vint scored twice. | three
    """
)
def test_a_part_may_be_a_percentage_and_so_many_times_a_number(sentence: str, quote: str, words: str | None) -> None:
    assert untold_number(case(sentence, quote)) == words
