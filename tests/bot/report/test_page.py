from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.render_eval import figure_text
from bot.report import Setup, report_page
from bot.report.page import STYLE
from retrieval.evaluation import Evaluation, outcomes, threshold_table
from retrieval.types import Reading
from tests.bot.report.samples import SETUP, Page, asked, every_kind, hostile
from tests.retrieval.evaluation.fakes import answered, hits, not_found, reading

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=y>'&\x1b\u202e\ud800</title></style></svg>-->"


def page(evaluation: Evaluation, setup: Setup = SETUP) -> Page:
    return Page(report_page(evaluation, setup))


def test_the_page_says_what_became_of_the_questions() -> None:
    found = page(every_kind())
    assert found.of("h1") == ["1 of 5 answers are right"]
    assert "Of 5 questions that the archive answers, 4 got an answer, 1 with a right first quote." in found.text
    assert "Of 2 that it does not answer, 1 was refused." in found.text


def test_every_figure_of_the_evaluation_stands_in_the_page() -> None:
    evaluation = every_kind()
    found = page(evaluation)
    for name, figure in evaluation.total.figures.items():
        if figure:
            assert found.row(name)[1] == figure_text(figure, unit="words" if name == "quote_words" else "share")
    assert f"Calibration error {figure_text(evaluation.total.figures['calibration_error'])}." in found.text


def test_the_threshold_in_force_joins_the_ten_and_agrees_with_the_figures() -> None:
    evaluation = every_kind()
    found = page(evaluation)
    row = found.row("0.30")
    assert row[0] == "0.30 in force"
    for cell, name in zip(row[2:], ("answered", "refused", "right_of_answered"), strict=True):
        figure = evaluation.total.figures[name]
        assert figure is not None
        assert cell == figure_text(figure).split(" ")[0]
    for each in threshold_table(outcomes(evaluation.records)):
        assert found.row(f"{each.threshold:.2f}")[1] == str(each.answers)


def test_what_was_served_when_it_was_made_and_how_it_was_set_are_told() -> None:
    found = page(every_kind())
    assert "Made 6 May 2024, 07:08 UTC · threshold 0.3" in found.text
    assert "Generation g1 · Archive: 1 article, 1 passage · none of them dated · built 1 January 2024" in found.text
    assert dict(zip(found.of("dt")[-3:], found.of("dd")[-3:], strict=True)) == {
        "questions": "quiz.jsonl",
        "reader.passages": "10",
        "search.dense_weight": "0.4",
    }


def test_an_index_rebuilt_meanwhile_is_told_as_two_generations() -> None:
    one, other = answered("Ann won."), answered("Ann won.")
    other = replace(other, index=replace(other.index, generation="g2"))
    text = page(asked(("a", ("Ann",), one), ("b", ("Ann",), other))).text
    assert "Generation g1 ·" in text
    assert "Generation g2 ·" in text


def test_the_page_needs_nothing_beside_it() -> None:
    markup = report_page(every_kind(), SETUP)
    found = Page(markup)
    assert all(link.startswith("#") for link in found.links)
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & set(found.tags)
    assert "default-src 'none'" in markup
    style = STYLE.read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style


def test_every_link_inside_the_page_leads_somewhere() -> None:
    found = page(every_kind())
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))


@pytest.mark.parametrize("words", [HOSTILE, "x" * 5000, "<!--", "]]>", "&lt;b&gt;"])
def test_foreign_words_stay_words_wherever_they_stand(words: str) -> None:
    setup = replace(SETUP, settings={words: words})
    markup = report_page(hostile(words), setup, lambda _: words)
    markup.encode("utf-8")
    found = Page(markup)
    plain = page(every_kind())
    assert set(found.tags) <= set(plain.tags) | {"small", "q", "b", "mark", "br", "a"}
    assert all(link.startswith("#") for link in found.links)
    assert {name for name, _ in found.attributes} <= {name for name, _ in plain.attributes} | {"rel"}
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e\ud800]", markup)
    shown = " ".join(words.replace("\x1b", "�").replace("\u202e", "").replace("\ud800", "�").split())
    assert found.text.count(shown) >= 8


def test_a_page_of_no_question_says_so() -> None:
    found = page(asked())
    assert found.of("h1") == ["No answer was given"]
    assert "No question was asked." in found.text
    assert "Not drawn: there is no question" in found.text
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)


def test_a_page_of_scores_without_records_shows_the_scores() -> None:
    evaluation = every_kind()
    found = page(Evaluation(evaluation.files, evaluation.total, ()))
    assert found.row("quote@1")[1] == figure_text(evaluation.total.figures["quote@1"])


def test_one_question_is_one_dot_and_one_row() -> None:
    markup = report_page(asked(("Who?", ("Ann",), answered("Ann won."))), SETUP)
    found = Page(markup)
    assert found.of("h1") == ["1 of 1 answer is right"]
    assert "Each dot stands for 1 question of like confidence" in found.text
    assert markup.count('class="whisker" d="M') >= 1
    assert found.row(".90")[:2] == [".90", "1"]


def test_without_failures_and_unanswerable_questions_nothing_is_made_up() -> None:
    found = page(asked(("a", ("Ann",), answered("Ann won.")), ("b", ("Ann",), answered("Ann won.", confidence=0.5))))
    assert "Failures 0" in " ".join(found.of("h2"))
    assert "None." in found.text
    assert "details" in found.tags  # the bins, and no failure
    assert not [id_ for id_ in found.ids if id_.startswith("q")]
    assert "does not answer" not in found.text
    assert found.row("0.05")[3] == "–"


def test_only_unanswerable_questions_have_no_curve() -> None:
    found = page(asked(("a", (), not_found()), ("b", (), answered("Ann won."))))
    assert "Not drawn: no answerable question was answered" in found.text
    assert "that the archive answers" not in found.text


def test_a_confidence_that_is_no_number_breaks_nothing() -> None:
    markup = report_page(
        asked(("a", ("Ann",), answered("Bob ran.", confidence=float("nan"))), ("b", ("Ann",), answered("Ann won."))),
        SETUP,
    )
    found = Page(markup)
    assert "Not drawn: there is no question, or a confidence that is no number" in found.text
    assert not re.search(r'(?:c[xy]|d)="[^"]*nan', markup)
    assert "1 question was answered or refused for another reason than the threshold." in found.text


def test_a_reader_that_does_not_tell_what_it_read_cuts_the_curve_off() -> None:
    questions = (("a", ("Ann",), answered("Ann won.")), ("b", ("Eve",), not_found(0.1)))
    found = {"b": hits(("x", "Eve"))}
    text = page(asked(*questions, found=found, read={"b": Reading((), 0.1)})).text
    assert "it ends where it is not known what would be quoted" in text
    assert "– stands where it is not known" in text
    assert "withheld quotes counted" not in text
    text = page(asked(*questions, found=found, read={"b": reading(("Eve ran.", "Eve ran."))})).text
    assert "broken where quotes would be shown that the threshold now withholds" in text
    assert "the ring counts the quote that was withheld" in text


def test_the_day_is_that_of_utc() -> None:
    made = datetime.fromisoformat("2024-05-07T01:00:00+05:00")
    assert "Made 6 May 2024, 20:00 UTC" in page(every_kind(), replace(SETUP, made_at=made)).text
    assert made.astimezone(UTC).day == 6
