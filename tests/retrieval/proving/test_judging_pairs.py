"""The verdict on sentences that say nearly what their quotes say, and on those that say as much in other words."""

from __future__ import annotations

from retrieval.proving.judging import fault
from tests.retrieval.proving.cases import quoted, table


def reason(sentence: str, quote: str) -> str | None:
    found = fault(sentence, [quoted(quote)])
    return found.reason if found else None


@table("""
    Italy will build a second canal. | The firm will build a second canal. | name
    France rejected the plan to build a canal. | Norway rejected the plan to build a canal. | name
    Mr. Roberts rejected the plan to build a canal. | Mr. Vint rejected the plan to build a canal. | name
    Beijing will build a second canal. | The firm will build a second canal. | name
    Brussels will build a second canal. | The firm will build a second canal. | name
    Athens will build a second canal. | The firm will build a second canal. | name
    Ahmed will build a second canal. | The firm will build a second canal. | name
    Jones will build a second canal. | The firm will build a second canal. | name
    Roberts will build a second canal. | The firm will build a second canal. | name
    Banks will build a second canal. | The firm will build a second canal. | name
    Prince will build a second canal. | The firm will build a second canal. | name
""")
def test_a_name_that_opens_a_sentence_is_no_common_word(sentence: str, quote: str, words: str | None) -> None:
    assert reason(sentence, quote) == words


@table("""
    Vint sued Derk. | Olin Derk sued Mara Vint. | place
    Mara Vint accused Derk of fraud. | Olin Derk accused Mara Vint of fraud. | place
    Derk was sued by Vint over the mill. | Derk sued Vint over the mill. | doer
    Vint sued Derk over the mill. | Vint was sued by Derk over the mill. | doer
    Vint said the port would close after the storm. | Derk told Vint the port would close after the storm. | doer
""")
def test_who_does_it_to_whom_is_not_turned_round_however_they_are_named(
    sentence: str, quote: str, words: str | None
) -> None:
    assert reason(sentence, quote) == words


@table("""
    The mayor signed the pact. | The mayor will sign the pact. | mood
    The firm buys the mill in Rimal. | The firm will buy the mill in Rimal. | mood
    Rents in Rimal went down. | Rents in Rimal went up. | mood
    Rents in Rimal went up. | Rents in Rimal went down. | mood
    The mill sells less flour than bread. | The mill sells more flour than bread. | mood
""")
def test_what_will_be_is_not_and_less_is_not_more(sentence: str, quote: str, words: str | None) -> None:
    assert reason(sentence, quote) == words


@table("""
    The clerk may have robbed the museum. | The clerk robbed the museum. | mood
    The clerk allegedly robbed the museum. | The clerk robbed the museum. | mood
    The clerk denied robbing the museum. | The clerk robbed the museum. | mood
    The mayor refused to sign the pact on grain. | The mayor signed the pact on grain. | mood
    The mayor failed to sign the pact on grain. | The mayor signed the pact on grain. | mood
    The mayor plans to sign the pact on grain. | The mayor signed the pact on grain. | mood
""")
def test_a_fact_does_not_become_a_doubt_a_plan_or_a_denial(sentence: str, quote: str, words: str | None) -> None:
    assert reason(sentence, quote) == words


@table("""
    Vint resigned as mayor of Rimal. | Vint refused to resign as mayor of Rimal. | mood
    Vint resigned as mayor of Rimal. | Vint failed to resign as mayor of Rimal. | mood
    Vint resigned as mayor of Rimal. | Vint is unlikely to resign as mayor of Rimal. | mood
    Vint resigned as mayor of Rimal. | Vint has yet to resign as mayor of Rimal. | mood
    Vint resigned as mayor of Rimal. | Vint must resign as mayor of Rimal. | mood
    Vint resigned as mayor of Rimal. | Vint nearly resigned as mayor of Rimal. | mood
    Vint resigned as mayor of Rimal. | It is unclear whether Vint resigned as mayor of Rimal. | mood
    Vint resigned as mayor of Rimal. | Police doubt that Vint resigned as mayor of Rimal. | mood
    Vint resigned as mayor of Rimal. | Police think that Vint resigned as mayor of Rimal. | mood
    Vint resigned as mayor of Rimal. | Vint was said to have resigned as mayor of Rimal. | mood
    The clerk robbed the museum. | The clerk was cleared of robbing the museum. | mood
    The clerk robbed the museum. | The clerk was charged with robbing the museum. | mood
    The clerk robbed the museum. | The clerk appears to have robbed the museum. | mood
    The clerk robbed the museum. | Prosecutors said the clerk robbed the museum. | mood
    The mayor signed the pact on grain. | The mayor agreed to sign the pact on grain. | mood
    The mayor signed the pact on grain. | The mayor offered to sign the pact on grain. | mood
    The mayor signed the pact on grain. | The mayor was about to sign the pact on grain. | mood
    The mayor signed the pact on grain. | The mayor is ready to sign the pact on grain. | mood
    The port will close on Friday. | The port will close on Friday unless the strike ends. | mood
    The port will close on Friday. | If the strike goes on, the port will close on Friday. | mood
""")
def test_what_is_less_than_a_fact_does_not_become_one(sentence: str, quote: str, words: str | None) -> None:
    assert reason(sentence, quote) == words


@table("""
    The corrupt mayor opened the new canal. | The mayor opened the new canal. | coverage
    The mayor illegally opened the new canal. | The mayor opened the new canal. | coverage
    The mayor opened the new canal to avoid jail. | The mayor opened the new canal. | coverage
    The mayor died opening the new stone canal. | The mayor opened the new stone canal. | coverage
""")
def test_nothing_is_added_to_what_a_quote_says(sentence: str, quote: str, words: str | None) -> None:
    assert reason(sentence, quote) == words


@table("""
    The union sued the company over the strike. | The company sued the union over the strike. | place
    The strike caused the storm. | The storm caused the strike. | place
    The wharf lies north of the bridge. | The bridge lies north of the wharf. | place
    The Rimal firm bought the mill of the Ostby firm. | The Ostby firm bought the mill of the Rimal firm. | place
    The talks on grain were held in Doha. | The talks on grain were held in Marwick, and later ones in Doha. | place
    The ferry sails from Ostby to Rimal. | The ferry sails from Rimal to Ostby. | place
    The ferry left Ostby for Rimal on Friday. | The ferry left Rimal for Ostby on Friday. | place
    Rimal won 3-2. | Rimal won 2-3. | place
""")
def test_no_two_things_of_a_sentence_change_places(sentence: str, quote: str, words: str | None) -> None:
    assert reason(sentence, quote) == words


@table("""
    More than 300 sailors left. | At least 300 sailors left. | number
    Just over 300 sailors left. | At least 300 sailors left. | number
    Nearly 300 sailors left. | Up to 300 sailors left. | number
    Fewer than 300 sailors left. | Up to 300 sailors left. | number
    Nearly 300 sailors left the port. | Fewer than 300 sailors left the port. | number
    Another 12 sailors left the port. | 12 sailors left the port. | number
    The firm has 3 million more customers. | The firm has 3 million customers. | number
    The mill sells 12 sacks a day. | The mill sells 12 sacks. | number
    One in five sailors left. | One of the five sailors left. | number
    It was -5 degrees in Rimal. | It was 5 degrees in Rimal. | number
    The mill sold 1,2 million sacks. | The mill sold 12 million sacks. | number
    A third of the club left. | The third of the club left. | number
    It has 12 boats. | It has the 12th of the boats. | number
    The club won 2022 boats. | The club won boats last year. | number
""")
def test_a_number_with_another_bound_or_of_another_kind_is_another_one(
    sentence: str, quote: str, words: str | None
) -> None:
    assert reason(sentence, quote) == words


@table("""
    The ferry sank last summer. | The ferry sank this summer. | date
    The ferry sank next summer. | The ferry sank this summer. | date
    The club lost last season. | The club lost this season. | date
    The ferry sailed from 2008 to 2015. | The ferry sailed in 2010. | date
    On Friday, 8 June 2023, the ferry sank. | The ferry sank on Thursday. | date
    May was wet. | June was wet. | date
""")
def test_a_day_or_a_season_is_no_other_one(sentence: str, quote: str, words: str | None) -> None:
    assert reason(sentence, quote) == words


@table("""
    Nigerian ships carried the grain to the port. | Ships from Niger carried the grain to the port. | name
    Roman officials carried the grain to the port. | Romanian officials carried the grain to the port. | name
    Mr Williams carried the grain to the port. | Mr William carried the grain to the port. | name
    Then Julian carried the grain to the port. | Then Julia carried the grain to the port. | name
    Then Martin carried the grain to the port. | Then Martian carried the grain to the port. | name
""")
def test_what_sounds_alike_is_not_one_people_or_name(sentence: str, quote: str, words: str | None) -> None:
    assert reason(sentence, quote) == words


@table("""
    The mayor called it 'a folly that is costly'. | The mayor called it a costly folly. | quotation
    The mayor called it «a folly that is costly». | The mayor called it a costly folly. | quotation
    The mayor called it „a folly that is costly“. | The mayor called it a costly folly. | quotation
    The mayor called it “a folly that is costly. | The mayor called it a costly folly. | quotation
    The mayor called it a folly that is costly”. | The mayor called it a costly folly. | quotation
    The mayor called it "a folly that is costly. | The mayor called it a costly folly. | quotation
    The crew was given a warning. | The crew was given no warning. | mood
    Rimal lost to Ostby in the cup final on the coast. | Rimal defeated Ostby in the cup final on the coast. | doer
    The mill closes. | The mill may close, and the port closed. | mood
""")
def test_other_marks_and_rarer_words_tell_too(sentence: str, quote: str, words: str | None) -> None:
    assert reason(sentence, quote) == words


@table("""
    The mayor will sign the pact. | The mayor plans to sign the pact.
    Mara Vint never saw the canal near Rimal. | Mara Vint never saw the canal near Rimal. “We never slept,” a cook said.
    Vint sued Derk in May, and Derk sued Vint in June. | Vint sued Derk in May, and Derk sued Vint in June.
    The mill sold 3,000,000 sacks in Rimal. | The mill sold 3 million sacks in Rimal.
    The mill sold 20,000 sacks in Rimal. | The mill sold twenty thousand sacks in Rimal.
    Rimal defeated Ostby in the cup final. | Rimal beat Ostby in the cup final.
    Ukrainian ships carried the grain to the port. | Ships from Ukraine carried the grain to the port.
    Mexican ships carried the grain to the port. | Ships from Mexico carried the grain to the port.
    Belgian ships carried the grain to the port. | Ships from Belgium carried the grain to the port.
    Kazakh ships carried the grain to the port. | Ships from Kazakhstan carried the grain to the port.
    The UK sent the ferry to the port. | Britain sent the ferry to the port.
    Britain sent the ferry to the port. | The UK sent the ferry to the port.
    American ships carried the grain to the port. | Ships from the U.S. carried the grain to the port.
    The mill sold half a million sacks. | The mill sold 500,000 sacks.
    The mill burned twice. | The mill burned two times.
    Both clubs won the cup. | Two clubs won the cup.
    Two mills burned. | Both of the mills burned.
    It was 3-2. | It was 3-2.
""")
def test_what_says_as_much_in_other_words_holds(sentence: str, quote: str, words: str | None) -> None:
    assert reason(sentence, quote) == words
