"""What `addresses` claims: an address of the sentence stands in a quote character for character, or comes with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retrieval.proving.addresses import addresses_in, places_of, untold_address
from retrieval.proving.judging import fault
from tests.retrieval.proving.cases import case, quoted

FUND = "Gifts for Rimal can be made at fund.example or at www.help.example/give until Friday, the mayor said."


@pytest.mark.parametrize(
    ("sentence", "address"),
    [
        ("Gifts for Rimal can be made at fund.example.", None),
        ("Gifts can be made at Fund.example or www.help.example/give.", None),
        ("Gifts for Rimal can be made at funds.example.", "funds.example"),
        ("Gifts for Rimal can be made at fund.example.evil.example.", "fund.example.evil.example"),
        ("Gifts for Rimal can be made at www.help.example/give/more.", "www.help.example/give/more"),
        ("Gifts for Rimal can be made at https://fund.example.", "https://fund.example"),
        ("Gifts for Rimal can be made at help.example/give.", "help.example/give"),
        ("Gifts for Rimal can be made by Friday.", None),
    ],
)
def test_an_address_stands_in_a_quote_as_it_is(sentence: str, address: str | None) -> None:
    assert untold_address(case(sentence, FUND)) == address


@pytest.mark.parametrize("where", ["at login.evil.example", "of https://evil.example", "via discord.gg/abcdef"])
def test_an_address_of_another_passage_is_not_lent_to_a_quote(where: str) -> None:
    found = fault(f"The mill will reopen in March with forty new looms {where}.", [quoted(MILL)])
    assert found is not None
    assert found.reason == "address"


MILL = "The mill will reopen in March with forty new looms."


def test_an_articles_own_places_and_what_it_is_headed_by_may_be_said() -> None:
    one = quoted(MILL, title="Looms for coast.example", outlet="wire.example")
    one = one._replace(article=replace(one.article, url="https://www.news.example/a?b=1"))
    for said in ("wire.example", "coast.example", "news.example", "https://www.news.example/a?b=1"):
        assert untold_address(case(f"The mill will reopen in March, according to {said}.", one)) is None
    assert untold_address(case("The mill will reopen, according to other.example.", one)) == "other.example"


def test_the_places_of_a_url_are_it_and_its_host_and_none_of_what_only_looks_like_one() -> None:
    assert places_of("https://www.a.example/x/") == (
        "https://www.a.example/x/",
        "www.a.example/x",
        "www.a.example",
        "a.example",
    )
    for none in (None, "", "[2]", "javascript:alert(1)", "a.example", "https://a.example/[x](//b)", "https://a b"):
        assert places_of(none) == ()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("See www.a.example/x, or (b.example).", ["www.a.example/x", "b.example"]),
        ("At https://a.example/x?y=1&z=2.", ["https://a.example/x?y=1&z=2"]),
        ("At https://a.example/https://b.example", []),
        ("At www.b[free](tg://resolve?domain=x) and xjavascript://%0aalert(1)", []),
        ("At www.a.example/**free**||x|| and www.a.example/[2]", []),
        ("Amazon.com rose, and St.Petersburg fell 3.5 points.", []),
        ("", []),
    ],
)
def test_only_plain_addresses_are_read(line: str, found: list[str]) -> None:
    assert list(addresses_in(line)) == found
