"""`dateline feedback`: what people said of answers in Discord, for a person and as JSON. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from bot.discord_bot.store import Feedback
from bot.wording import visible
from retrieval.serialise import answer_to_json
from retrieval.types import Json

STYLES = {"helpful": "bold green", "wrong": "bold red"}


def feedback_to_json(feedback: Sequence[Feedback]) -> Json:
    """The counts, and each vote with what it is about: the cited articles, each once, and the quotes to prove again."""
    return {
        **_counts(feedback),
        "feedback": [
            {
                "at": entry.at.isoformat(),
                "vote": entry.vote,
                "reason": entry.reason,
                "note": entry.note,
                "question": entry.answer.question,
                "resolved_question": entry.answer.resolved_question,
                "claim": entry.claim,
                "status": entry.answer.status,
                "text": entry.answer.text,
                "confidence": entry.answer.confidence,
                "generation": entry.answer.index.generation,
                "articles": _articles(entry),
                "withdrawn": list(entry.answer.withdrawn),
                "citations": answer_to_json(entry.answer)["citations"],
            }
            for entry in feedback
        ],
    }


def render_feedback(feedback: Sequence[Feedback]) -> RenderableType:
    """Each vote over its question and answer, in the order given, and how many there are of each."""
    if not feedback:
        return Text("Nobody has voted on an answer yet.", "dim")
    lines = [line for entry in feedback for line in _entry(entry)]
    counts = _counts(feedback)
    return Text("\n").join([*lines, Text(f"{counts['helpful']:,} helpful, {counts['wrong']:,} wrong.", "bold")])


def _entry(entry: Feedback) -> list[Text]:
    answer = entry.answer
    reason = f" ({visible(entry.reason)})" if entry.reason else ""
    head = Text.assemble(
        (f"{entry.vote.capitalize()}{reason}", STYLES[entry.vote]), f" · {entry.at:%Y-%m-%d %H:%M} UTC"
    )
    told = [
        ("Note: ", entry.note),
        ("Claim: " if entry.claim else "Question: ", answer.question),
        ("Understood as: ", answer.resolved_question),
        ("Answer: ", answer.text or ("Withdrawn." if answer.emptied else "Not in the archive.")),
        ("Articles: ", ", ".join(_articles(entry))),
        ("Withdrawn: ", ", ".join(answer.withdrawn)),
    ]
    about = f"confidence {answer.confidence:.2f} · generation {answer.index.generation}"
    return [
        head,
        *(Text.assemble((f"  {name}", "dim"), visible(words)) for name, words in told if words),
        Text(f"  {visible(about)}", "dim"),
        Text(),
    ]


def _counts(feedback: Sequence[Feedback]) -> dict[str, int]:
    return {vote: sum(entry.vote == vote for entry in feedback) for vote in STYLES}


def _articles(entry: Feedback) -> list[str]:
    return list(dict.fromkeys(citation.article.id for citation in entry.answer.citations))
