"""The page as a whole: one file that needs no script, no network and nothing beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from bot.render_eval import figure_text
from bot.report.markup import count, decimal, safe, short_names
from bot.report.mistakes import by_class, contents, sections
from bot.report.plots import calibration_plot, coverage_plot
from bot.report.tables import bins_table, figures_table, questions_words, settings_list, thresholds_table
from bot.wording import Opening, archive_line, day_words
from retrieval.evaluation import (
    Bin,
    CurvePoint,
    Evaluation,
    Outcomes,
    calibration_bins,
    outcomes,
    precision_coverage,
    threshold_table,
)
from retrieval.evaluation.thresholds import THRESHOLDS

STYLE = Path(__file__).with_name("page.css")
# Should a foreign word ever get past the escaping, the browser still loads nothing and runs nothing.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Setup:
    """
    What was measured, beside what the answers themselves tell.

    `min_confidence` is the threshold in force; `settings` are names and values to show; `made_at` has a time zone.
    """

    min_confidence: float
    settings: Mapping[str, object]
    made_at: datetime


def report_page(evaluation: Evaluation, setup: Setup, opening: Opening = lambda article_id: "") -> str:
    """
    The HTML of the report. `opening` gives the first words of an article without a title.

    What there is nothing to tell of, as the bins of no question, is left out with a line that says so.
    """
    records = evaluation.records
    found = by_class(records)
    failed = sum(map(len, found.values()))
    listed = sections(found, opening, setup.min_confidence, short_names(tuple(evaluation.files)))
    measured = {"questions": ", ".join(evaluation.files) or "none", **setup.settings}
    none = "None." if records else "No question was asked."
    body = "\n".join(
        [
            f'<header><p class="kicker">Dateline · evaluation</p><h1>{_verdict(evaluation)}</h1>',
            f'<p class="lead">{_lead(evaluation)}</p>{_made(evaluation, setup)}</header>',
            f'<nav aria-label="Contents"><ol>{_links(failed, bool(records))}</ol></nav><main>',
            f'<section id="figures"><h2>Figures</h2>{figures_table(evaluation)}{FIGURES_NOTE}</section>',
            f'<section id="confidence"><h2>Confidence</h2>{_confidence(evaluation, setup.min_confidence)}</section>',
            f'<section id="failures"><h2>Failures <span class="count">{failed:,}</span></h2>',
            f"{contents(found)}{LEGEND}{listed}" if found else f'<p class="none">{none}</p>',
            f'</section><section id="settings"><h2>Settings</h2>{settings_list(measured)}</section></main>',
        ]
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>Dateline evaluation, {day_words(setup.made_at.astimezone(UTC))}</title>\n"
        f"<style>\n{STYLE.read_text(encoding='utf-8')}</style></head>\n<body>\n{body}\n</body></html>\n"
    )


FIGURES_NOTE = (
    '<p class="note">Value [95 % bootstrap interval over questions]. A text contains an answer when a known answer '
    "stands in it between word boundaries, whatever its case and quotation marks.</p>"
)
LEGEND = (
    '<p class="note legend"><b>Bold</b> are the words that the reader emphasised, <mark>marked</mark> those of a known '
    "answer.</p>"
)


def _verdict(evaluation: Evaluation) -> str:
    """What says how far to trust an answer, as counts: a share of few answers would say more than is known."""
    right = sum(record.first_quote_right for record in evaluation.records)
    given = sum(record.answered for record in evaluation.records)
    return (
        f"{right:,} of {count(given, 'answer')} {'is' if given == 1 else 'are'} right"
        if given
        else "No answer was given"
    )


def _lead(evaluation: Evaluation) -> str:
    """What became of the questions, in words."""
    records = evaluation.records
    answerable = [record for record in records if record.asked.answers]
    others = [record for record in records if not record.asked.answers]
    if not records:
        return "No question was asked."
    sentences = []
    if answerable:
        answered = sum(record.answered for record in answerable)
        right = sum(record.first_quote_right for record in answerable)
        sentences.append(
            f"Of {count(len(answerable), 'question')} that the archive answers, {answered:,} got an answer, "
            f"{right:,} with a right first quote."
        )
    if others:
        refused = sum(not record.answered for record in others)
        sentences.append(f"Of {len(others):,} that it does not answer, {refused:,} {_were(refused)} refused.")
    figure = evaluation.total.figures.get("right_of_answered")
    if figure:
        sentences.append(f"Right of all answers given: {figure_text(figure)}.")
    return " ".join(sentences)


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _made(evaluation: Evaluation, setup: Setup) -> str:
    """When it was made, and what was served; more than one generation when the index was rebuilt meanwhile."""
    made = setup.made_at.astimezone(UTC)
    lines = [f"Made {day_words(made)}, {made:%H:%M} UTC · threshold {setup.min_confidence:g}"]
    served = {record.answer.index.generation: record.answer.index for record in evaluation.records}
    lines += [f"Generation {safe(name)} · {safe(archive_line(index))}" for name, index in served.items()]
    return f'<p class="made">{"<br>".join(lines)}</p>'


def _links(failed: int, asked: bool) -> str:
    """The way to each part of the page; without a question there are no thresholds."""
    rooms = [("figures", "Figures"), ("confidence", "Confidence")]
    rooms += [("thresholds", "Thresholds")] if asked else []
    rooms += [("failures", f"Failures ({failed:,})"), ("settings", "Settings")]
    return "".join(f'<li><a href="#{name}">{words}</a></li>' for name, words in rooms)


def _confidence(evaluation: Evaluation, threshold: float) -> str:
    records = evaluation.records
    confidences = [record.answer.confidence for record in records]
    bins = calibration_bins(confidences, [record.first_quote_right for record in records])
    measured = outcomes(records)
    known = not np.isnan(measured.right).any()
    withheld = calibration_bins(confidences, measured.right) if known else ()
    return (
        f'<div class="plots">{_calibration(evaluation, bins, withheld)}{_coverage(measured, threshold)}</div>'
        + (f"<details><summary>The bins as a table</summary>{bins_table(bins, withheld)}</details>" if bins else "")
        + _thresholds(evaluation, measured, threshold)
    )


def _calibration(evaluation: Evaluation, bins: tuple[Bin, ...], withheld: tuple[Bin, ...]) -> str:
    if not bins:
        return _undrawn("Is the confidence true?", "there is no question, or a confidence that is no number")
    error = figure_text(evaluation.total.figures.get("calibration_error"))
    each = f"Each dot stands for {questions_words(bins)} of like confidence, the line for its 95 % interval. "
    ring = any(other.right > one.right for one, other in zip(bins, withheld, strict=False))
    return _figure(
        "Is the confidence true?",
        f"Calibration error {error}.",
        calibration_plot(bins, withheld),
        f"{each}On the diagonal a confidence of .7 is right 7 times in 10. A refusal counts as wrong"
        + ("; the ring counts the quote that was withheld." if ring else "."),
    )


def _coverage(measured: Outcomes, threshold: float) -> str:
    points = precision_coverage(measured)
    if not points:
        return _undrawn("What does answering more cost?", "no answerable question was answered")
    [now] = threshold_table(measured, [threshold])
    shares = now.answered, now.right_of_answered
    at = None if shares[0] is None or shares[1] is None else CurvePoint(threshold, shares[0], shares[1])
    whole = not np.isnan(measured.right).any()
    beyond = (
        "broken where quotes would be shown that the threshold now withholds."
        if whole
        else "it ends where it is not known what would be quoted."
    )
    comes_to = f"{decimal(at.coverage)} answered, {decimal(at.precision)} right" if at else "not known"
    return _figure(
        "What does answering more cost?",
        f"At {threshold:g}, in force: {comes_to}.",
        coverage_plot(points, threshold, at),
        "At every threshold, the share of answerable questions that are answered against the share of right first "
        f"quotes among all answers given, those to unanswerable questions included; {beyond}",
    )


def _thresholds(evaluation: Evaluation, measured: Outcomes, threshold: float) -> str:
    if not evaluation.records:
        return ""
    given = measured.given_at(threshold)
    odd = sum(record.answered != bool(would) for record, would in zip(evaluation.records, given, strict=True))
    notes = ["A question is answered when its confidence is at least the threshold."]
    if np.isnan(measured.right).any():
        notes.append("– stands where it is not known what would have been quoted.")
    if odd:
        notes.append(
            f"{count(odd, 'question')} {_were(odd)} answered or refused for another reason than the threshold."
        )
    rows = threshold_table(measured, sorted({*THRESHOLDS, threshold}))
    table = thresholds_table(rows, threshold)
    return f'<div id="thresholds"><h3>Thresholds</h3>{table}<p class="note">{" ".join(notes)}</p></div>'


def _figure(title: str, number: str, drawing: str, caption: str) -> str:
    return (
        f"<figure><figcaption><h3>{title}</h3><p>{number}</p></figcaption>{drawing}"
        f'<p class="note">{caption}</p></figure>'
    )


def _undrawn(title: str, reason: str) -> str:
    return f'<figure><figcaption><h3>{title}</h3></figcaption><p class="none">Not drawn: {reason}.</p></figure>'
