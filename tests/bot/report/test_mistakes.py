from __future__ import annotations

from dataclasses import replace

from bot.report.mistakes import SHOWN_READ, by_class, contents, sections
from corpus.types import Span
from retrieval.evaluation import EvalQuestion, Evaluation, Mistake, System, evaluate
from retrieval.types import Quote, Reading
from tests.bot.report.samples import Page, asked, every_kind
from tests.retrieval.evaluation.fakes import ScriptedSystem, answered, hits, not_found, reading


def entry(evaluation: Evaluation, threshold: float = 0.3) -> Page:
    """The page of the only failure."""
    found = by_class(evaluation.records)
    assert sum(map(len, found.values())) == 1
    return Page(sections(found, lambda _: "", threshold, {"quiz.jsonl": "quiz.jsonl"}))


def test_the_failures_are_grouped_by_the_step_that_lost_the_answer() -> None:
    found = by_class(every_kind().records)
    assert {mistake: [record.asked.text for _, record in members] for mistake, members in found.items()} == {
        Mistake.NOT_FOUND: ["Lost?"],
        Mistake.NOT_READ: ["Unread?"],
        Mistake.NOT_CHOSEN: ["Passed over?"],
        Mistake.WITHHELD: ["Withheld?"],
        Mistake.NOT_THERE: ["Nowhere?"],
    }
    assert list(found) == sorted(found, key=list(Mistake).index)


def test_the_contents_count_each_class_and_lead_to_it() -> None:
    found = by_class(every_kind().records)
    table = Page(contents(found))
    listed = Page(sections(found, lambda _: "", 0.3, {}))
    assert [link.removeprefix("#") for link in table.links] == [
        "not-found",
        "not-read",
        "not-chosen",
        "withheld",
        "not-there",
    ]
    assert {link.removeprefix("#") for link in table.links} <= set(listed.ids)
    assert table.of("td") == ["1"] * 5


def test_each_failure_has_an_anchor_of_its_own_place() -> None:
    listed = Page(sections(by_class(every_kind().records), lambda _: "", 0.3, {}))
    assert [id_ for id_ in listed.ids if id_.startswith("q")] == ["q2", "q3", "q4", "q5", "q6"]
    assert listed.tags.count("details") == 5


def test_an_answered_failure_shows_what_was_said_found_read_and_chosen() -> None:
    read = reading(("Bob ran.", "Bob ran."), ("So Ann won.", "So Ann won."), confidence=0.5)
    chosen = replace(read.passages[0], quote=Quote("Bob ran.", 0, 8, (Span(0, 3),)))
    read = replace(read, passages=(chosen, read.passages[1]))
    said = answered("Bob ran.", confidence=0.5, short_answer="Bob")
    cited = replace(said.citations[0], article=chosen.hit.article)
    page = entry(
        asked(
            ("Who?", ("Ann", "Anna"), replace(said, citations=(cited,), resolved_question="Who won?")),
            found={"Who won?": hits(("x", "Bob ran."), ("y", "Ann won."), ("z", "Ann again."))},
            read={"Who won?": read},
        )
    )
    assert page.of("summary") == ["Who? answered at .50 · id-Who?"]
    assert page.of("dd") == ["Who won?", "Ann · Anna", "Bob"]
    assert page.of("blockquote") == ["Bob ran."]
    assert "dateline show a0 --at 0:8" in page.text
    assert page.text.count("first that contains an answer") == 1
    found, read_rows = page.text.split("Searched")[1].split("Read score")
    assert found.index("Bob ran.") < found.index("first that contains") < found.index("Ann won.")
    assert read_rows.count("chosen") == 1
    assert read_rows.index("chosen") < read_rows.index("So Ann won.")
    assert page.of("b")[-1] == "Bob"
    assert page.of("mark") == ["Ann", "Ann", "Ann"]


def test_a_refused_failure_shows_the_withheld_quote_and_the_threshold() -> None:
    read = reading(("Bob ran. Ann won.", "Ann won."), confidence=0.2)
    page = entry(asked(("Who?", ("Ann",), not_found(0.2)), found={"Who?": hits(("x", "Ann"))}, read={"Who?": read}))
    assert "The confidence .200 is below 0.3." in page.text
    assert page.of("blockquote") == ["Ann won."]
    assert "chosen, then refused" in page.text


def test_a_passage_that_says_it_elsewhere_than_in_its_best_sentence_is_marked_as_such() -> None:
    read = reading(("Bob ran. Ann won.", "Bob ran."), confidence=0.5)
    page = entry(asked(("Who?", ("Ann",), answered("Bob ran.")), read={"Who?": read}))
    assert "its passage contains an answer" in page.text


def test_what_is_not_known_is_said() -> None:
    untold = asked(
        ("Who?", ("Ann",), not_found(0.2)), found={"Who?": hits(("x", "Ann"))}, read={"Who?": Reading((), 0.2)}
    )
    assert "What was read is not known." in entry(untold).text
    assert "What would have been quoted is not known." in entry(untold).text
    system = ScriptedSystem({"Who?": answered("Bob ran.")})
    bare = entry(evaluate({"f": [EvalQuestion("1", "Who?", ("Ann",))]}, System(system.ask), resamples=5))
    assert "What was found is not known." in bare.text


def test_nothing_found_and_nothing_read_are_said() -> None:
    page = entry(asked(("Who?", ("Ann",), not_found(0.0)), read={}))
    for words in ("There was nothing to read.", "Nothing was found.", "Read Nothing."):
        assert words in page.text.replace("ReadNothing", "Read Nothing")


def test_an_unanswerable_question_has_no_known_answer() -> None:
    page = entry(asked(("Who?", (), answered("Bob ran."))))
    assert "none: the archive should not answer it" in page.text


def test_of_many_passages_read_the_first_and_those_with_an_answer_are_shown() -> None:
    rows = [("Bob ran.", "Bob ran.")] * (SHOWN_READ + 5) + [("Ann won.", "Ann won.")]
    page = entry(asked(("Who?", ("Ann",), answered("Bob ran.")), read={"Who?": reading(*rows)}))
    assert "5 more without an answer." in page.text
    assert page.text.count("Ann won.") == 1


def test_the_history_is_shown_and_files_are_named_when_there_are_several() -> None:
    system = ScriptedSystem({"Who?": answered("Bob ran.")})
    questions = [EvalQuestion("7", "Who?", ("Ann",), history=("What?", "When?"))]
    evaluation = evaluate({"/a/one": questions, "two": []}, System(system.ask), resamples=5)
    page = Page(sections(by_class(evaluation.records), lambda _: "", 0.3, {"/a/one": "one", "two": "two"}))
    assert page.of("dd")[0] == "What?When?"
    assert page.of("summary") == ["Who? answered at .90 · one · 7"]
