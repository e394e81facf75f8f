"""What `tidying` claims: nothing is left of a sentence that acts or that only Dateline may say, and its words stay."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.writing.tidying import LONGEST, literals, tidied

SANK = "The ferry sank off Lund."
OWN = "https://www.gazette.example/2024/03/05/ferry?page=2"


@pytest.mark.parametrize(
    "marker",
    [
        *("[3]", "[12]", "[1, 2]", "[1,2]", "[1;2]", "[1-3]", "[1–3]", "(1)", "(2, 3)", "[^1]", "[^note]"),
        *("【1†source】", "【12】", "〔2〕", "[source 2]", "[Source: 2]", "(source 2)"),
        *("[citation 4]", "[passage 3]", "(Passage 3)", "[passages 3, 4]", "[ref 1]", "[ref. 1]"),
    ],
)
def test_an_invented_marker_goes(marker: str) -> None:
    assert tidied(f"The ferry sank off Lund {marker}.", ()) == SANK
    assert tidied(f"The ferry sank off Lund{marker}.", ()) == SANK
    assert tidied(f"The ferry sank off Lund. {marker}", ()) == SANK
    assert tidied(f"The ferry {marker} sank off Lund.", ()) == SANK


@pytest.mark.parametrize(
    "link",
    [
        "[The ferry](https://e.example/a?q=1)",
        "[The ferry](<https://e.example/a>)",
        '[The ferry](https://e.example/a "title")',
        "[The ferry](/relative)",
        "[The ferry](javascript:alert)",
        "[The ferry][home]",
        "[**The ferry**](https://e.example)",
        "<a href='https://e.example'>The ferry</a>",
    ],
)
def test_what_a_link_said_stays_and_where_it_led_goes(link: str) -> None:
    assert tidied(f"{link} sank off Lund.", ()) == SANK


def test_a_link_that_says_one_address_and_leads_to_another_says_neither() -> None:
    assert tidied("[https://bank.example](https://e.example/steal) sank off Lund.", ()) == "sank off Lund."


@pytest.mark.parametrize(
    "address",
    [
        *("https://e.example", "http://e.example/a/b.html?q=1&r=2#c", "HTTPS://E.EXAMPLE", "ftp://e.example/a"),
        *("https:/e.example", "https ://e.example", "hxxps://e.example/a", "https[:]//e.example", "file:///etc/passwd"),
        *("www.e.example", "e-bank.example", "e-bank.example/pay", "login.bank.example:8080/a", "bank.example?key=1"),
        *("bank[.]example", "bank(.)example", "bank (dot) example", "<https://e.example>", "mailto:a@bank.example"),
        *("//bank.example/pay", "// bank.example"),
        *("javascript:alert(1)", "data:text/html;base64,PHNjcmlwdD4=", "vbscript:x", "tel:+4712345678"),
    ],
)
def test_an_address_goes_however_it_is_disguised(address: str) -> None:
    assert tidied(f"The ferry sank {address} off Lund.", ()) == SANK
    assert tidied(f"{address} The ferry sank off Lund.", (OWN,)) == SANK


@pytest.mark.parametrize("around", ["{}", "({})", "{},", "({}),", "{}."])
def test_an_address_of_the_articles_own_stays_as_text(around: str) -> None:
    text = f"The ferry sank, {around.format(OWN)}"
    assert tidied(text, (OWN,)) == (text if text.endswith(".") else text.rstrip(",") + ".")
    assert "gazette" not in tidied(text, ("https://www.gazette.example/",))


@pytest.mark.parametrize("more", "&to=evil /more .evil.example #x !@evil.example ;@evil.example ,evil".split())
def test_an_address_that_only_begins_like_an_own_one_goes(more: str) -> None:
    assert tidied(f"The ferry sank {OWN}{more} off Lund.", (OWN,)) == SANK


@pytest.mark.parametrize(
    "image",
    ["![a chart](https://e.example/a.png?q=secret)", "![](https://e.example/a.png)", "![a chart][1]", "![a chart]"],
)
def test_an_image_goes_with_its_words(image: str) -> None:
    assert tidied(f"The ferry sank {image} off Lund.", ()) == SANK


@pytest.mark.parametrize(
    ("marked_up", "plain"),
    [
        ("<b>The ferry</b> sank<br> off <i class='x'>Lund</i>.", SANK),
        ("The ferry sank <img src=x onerror=alert(1)>off Lund.", SANK),
        ("The ferry sank <script>alert('off Lund')</script>off Lund.", SANK),
        ("The ferry sank <STYLE type='a'>p {color: red}\n</STYLE>off Lund.", SANK),
        ("The ferry sank <!-- and what not -->off Lund.", SANK),
        ("The ferry <iframe src='https://e.example'></iframe>sank off Lund.", SANK),
        ("<sup>1</sup>", ""),
    ],
)
def test_tags_go_and_the_words_between_them_stay(marked_up: str, plain: str) -> None:
    assert tidied(marked_up, ()) == plain


@pytest.mark.parametrize(
    "mention", ["@everyone", "@here", "@Everyone", "<@123456789>", "<@!123456789>", "<@&123456789>", "<#123456789>"]
)
def test_a_mention_goes(mention: str) -> None:
    assert tidied(f"The ferry sank {mention} off Lund.", ()) == SANK
    assert tidied(f"{mention} The ferry sank off Lund.", ()) == SANK


@pytest.mark.parametrize(
    "marked_up",
    [
        *("**The ferry** sank off Lund.", "The *ferry* sank off Lund.", "***The ferry sank*** off Lund."),
        *("The __ferry__ sank off Lund.", "The ferry ~~sank~~ off Lund.", "The ferry `sank` off Lund."),
        *(
            "||The ferry sank off Lund.||",
            "```text\nThe ferry sank off Lund.\n```",
            "~~~\nThe ferry sank off Lund.\n~~~",
        ),
        *("# The ferry sank off Lund.", "### The ferry sank off Lund.", "> The ferry sank off Lund."),
        *("- The ferry sank off Lund.", "* The ferry sank off Lund.", "• The ferry sank off Lund."),
        *("1. The ferry sank off Lund.", "12) The ferry sank off Lund.", "| The ferry sank off Lund."),
    ],
)
def test_markdown_goes_and_its_words_stay(marked_up: str) -> None:
    assert tidied(marked_up, ()) == SANK


def test_a_definition_of_a_reference_goes() -> None:
    assert tidied("The ferry sank off Lund.\n[1]: https://e.example/a\n[home]: /b", ()) == SANK


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The ferry\nsank\r\n\toff   Lund.", SANK),
        ("The\u2028ferry\u2029sank\x85off\x0bLund.", SANK),
        ("The fer\u200bry sa\u00adnk o\u2060ff L\ufeffund.", SANK),
        ("\u202eThe ferry\u202c sank \u2066off\u2069 Lund.", SANK),
        ("The ferry\x00 sank\x07 off\x08 Lund.", SANK),
        ("\x1b[31mThe ferry\x1b[0m sank off \x1b]8;;https://e.example\x07Lund\x1b]8;;\x07.", SANK),
        ("The ferry\U000e0041\U000e0042 sank\ufe0f off\u3164 Lund.", SANK),
        ("The ferry sank off \ud83dLund.", SANK),
        ("The ferry sank off Lund\ue000.", SANK),
    ],
    ids=ascii,
)
def test_what_prints_nothing_goes_and_all_white_space_is_a_blank(text: str, plain: str) -> None:
    assert tidied(text, ()) == plain


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("The ferry sank off Lund", SANK),
        ("The ferry sank off Lund ,", SANK),
        ("The ferry sank off Lund –", SANK),
        ("The ferry sank off Lund:", SANK),
        ("Did the ferry sink off Lund?", "Did the ferry sink off Lund?"),
        ("It sank!", "It sank!"),
        ("It sank…", "It sank…"),
        ("He said: “It sank.”", "He said: “It sank.”"),
        ("It sank (so he said.)", "It sank (so he said.)"),
        ("He called it “unsinkable”", "He called it “unsinkable”."),
        ("It sank , he said .", "It sank, he said."),
    ],
)
def test_a_sentence_ends_as_one(text: str, ended: str) -> None:
    assert tidied(text, ()) == ended


@pytest.mark.parametrize(
    "nothing", ["", "   ", "...", "[3]", "**", "—", "https://e.example/a", "![x](y)", "@everyone", "()"]
)
def test_what_has_no_word_left_is_empty(nothing: str) -> None:
    assert tidied(nothing, ()) == ""


def test_what_is_longer_than_a_sentence_is_empty() -> None:
    assert tidied("x" * (LONGEST - 1), ()) == "x" * (LONGEST - 1) + "."
    assert tidied("x" * LONGEST + ".", ()) == ""
    assert tidied("The ferry sank. " * 100_000, ()) == ""


@pytest.mark.parametrize(
    "prose",
    [
        "The ferry, which was built in 1974 (or 1975), sank on 4 March 2024.",
        "In 2018 (when he was in Lund) he resigned.",
        "It happened before the war (1939) and after it (1946).",
        "Some (12 of them) were hurt, and 3 (a fifth) died.",
        "Turnout fell to 41.5 percent (from 52.3), or 1,204,300 votes.",
        "The plan (Article 5) costs $5bn (£4bn), 12% more.",
        "He “[will] go”, she said [sic], and [the mayor] agreed.",
        "Rule 4(a) and clause [b] stay.",
        "The U.S. and the U.K. met at 10:30 a.m., i.e. before the E.U. did.",
        "It opened at 10.30am and rose 0.5 points to 3.14.",
        "The Mi-17, an F-16 and 4 x 4 cars were seen on the A1 near St. Gallen.",
        "“We can’t,” he said – ‘not now’ … and left; nobody followed!",
        "Was it 5 < 6 or 7 > 2?",
        "It cost 20 * 3 crowns, or 5 * 12.",
        "Müller, Łukasz and Søren met Владимир in Zürich; 北京 was far.",
        "The snake_case_name and C# stay as they are.",
        "Source: the ministry said so in its reference work.",
        "Write to the editor @gazette, he said.",
        "The passage of time changes sources.",
        "Nobody is everyone, and here is there.",
        "Half of it (½) is 50%; H2O & CO2.",
        "Dr. Berg's ship-owner O'Neill paid in full.",
        "3 May was a Friday.",
        "1,200 people came.",
    ],
)
def test_ordinary_prose_stays_as_it_is(prose: str) -> None:
    assert tidied(prose, ()) == prose


WORDS = SANK.split()
VANISHES = [
    *("[3]", "(1)", "【1†source】", "[source 2]", "![x](https://e.example/x.png)", "https://e.example/x?y=[z]"),
    *("www.e.example", "<script>alert(1)</script>", "<br>", "<@123>", "@everyone", "\u200b", "\x1b[31m", "\n"),
]


@given(st.lists(st.tuples(st.integers(0, len(WORDS)), st.sampled_from(VANISHES)), max_size=6))
def test_the_words_stay_wherever_it_is_put_and_however_much_of_it(added: list[tuple[int, str]]) -> None:
    words = list(WORDS)
    for place, what in sorted(added, reverse=True):
        words.insert(place, what)
    assert tidied(" ".join(words), ()) == SANK


PIECES = st.sampled_from(
    [*VANISHES, "<", ">", "[", "]", "(", ")", "*", "`", "|", "\x1b", "\x00", " ", "ferry", "7", "a.b"]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=20).map("".join))
def test_whatever_comes_what_is_left_is_one_line_that_can_be_printed(text: str) -> None:
    left = tidied(text, ())
    assert left == " ".join(left.split())
    assert len(left) <= LONGEST + 1
    assert not left or any(map(str.isalnum, left))
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"} for char in left)


@pytest.mark.parametrize(
    "markers",
    [
        *("[1][2]", "[1], [2]", "[1] [2]", "[1–3][5]", "[1](https://e.example/a)", "[[1]](https://e.example/a)"),
        *("**[3]**", "`[3]`", "[**3**]", "[1 ]", "［1］", "(see passage 2)", "[passage 2, 3]", "<sup>[1]</sup>"),
    ],
)
def test_markers_go_in_whatever_company(markers: str) -> None:
    assert tidied(f"The ferry sank off Lund {markers}.", ()) == SANK


@pytest.mark.parametrize(
    "hidden",
    [
        *("__https://t.co/a__", "_https://t.co/a_", "ht**tps**://t.co/x", "h~~tt~~ps://t.co", "steam://run/4"),
        *("@**everyone**", "@__here__", "<:smile:123456>", "<a:wave:123456>", "||@everyone||", "evil (dot) example"),
    ],
)
def test_what_one_mark_hides_of_another_goes_too(hidden: str) -> None:
    assert tidied(f"The ferry sank {hidden} off Lund.", ()) == SANK


@pytest.mark.parametrize(
    "prose",
    [
        "The MP (Reform UK) resigned.",
        "The offer (refused by all) and the aid (refugees and others) failed.",
        "What they said (sources differ) is unclear.",
        "They released the data: 12 people died.",
        "He said [in Russian]: “No way” at noon.",
        "Mr.Trump left St.Petersburg, and Amazon.com fell.",
        "A .22 rifle was found.",
        "The product 2*3*4 is 24.",
        "He said that s*** happens.",
        "Lind (29) won (2-1) and (31–28).",
    ],
)
def test_prose_that_looks_like_markup_stays(prose: str) -> None:
    assert tidied(prose, ()) == prose


@pytest.mark.parametrize("led", ["at", "to", "on", "via", "from", "visit", "see", "is", "and"])
def test_an_address_that_a_sentence_goes_on_with_is_left_to_the_proof_where_it_does_nothing(led: str) -> None:
    for plain in ("https://evil.example/x", "evil.example"):
        assert tidied(f"Readers register {led} {plain} now.", (OWN,)) == f"Readers register {led} {plain} now."
    for acts in ("javascript:alert(1)", "hxxps://evil.example", "evil[.]example"):
        assert tidied(f"Readers register {led} {acts} now.", (OWN,)) == ""
    assert tidied(f"Readers register {led} {OWN} now.", (OWN,)) == f"Readers register {led} {OWN} now."


def test_literals_are_what_looks_like_an_address_or_a_marker_and_nothing_that_acts() -> None:
    text = (
        "See www.a.example/x, b.example (2). Rovers beat United 3 (2) to 1. javascript:alert(1) [7] Amazon.com is it."
    )
    assert literals(text) == {"www.a.example/x", "b.example", "example (2)", "3 (2)"}
    assert literals("") == literals("Nothing.") == frozenset()


def test_an_own_address_with_marks_in_it_stays_whole() -> None:
    own = {"https://w.example/a_(b)", "https://w.example/__c__"}
    for address in own:
        for around in ("“{}”", "‹{}›", "<{}>", "{}"):
            shown = around.format(address)
            assert tidied(f"More at {shown} now.", own) == f"More at {shown} now."


@pytest.mark.parametrize("piece", ["a-", "*a ", "[", "a.", "(source ", "`a", "<a", "h", "@", "](", "_a"])
def test_no_text_takes_long(piece: str) -> None:
    started = time.process_time()
    tidied(piece * (LONGEST * 8 // len(piece)), ())
    tidied(piece * 50_000, ())
    assert time.process_time() - started < 2
