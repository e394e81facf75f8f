"""`dateline verify`: saved answers read back and proved again, one verdict an answer."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from bot.wording import visible
from config.errors import AnswerFormatError, UsageError
from corpus.types import Article
from retrieval.citing import Finding, verify
from retrieval.serialise import answer_from_json
from retrieval.types import Answer, Json


@dataclass(frozen=True, slots=True)
class Proof:
    """A saved answer and what its check found; `id` is that of a line of `ask --jsonl`, None for a single answer."""

    id: Any
    answer: Answer
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        return all(finding.status == "proved" for finding in self.findings)


def proofs_of(file: str, article_of: Callable[[str], Article | None], withdrawn: Collection[str]) -> list[Proof]:
    """
    The proof of every answer in `file`; lines that hold an error instead of an answer are passed over.

    `withdrawn` are the ids of the articles that were taken down: an answer that cites one does not hold.

    Raises:
        AnswerFormatError: the file cannot be read, or holds something that is no answer.
    """
    proofs = []
    for row in _rows(file):
        if "error" in row and "citations" not in row:
            continue
        try:
            answer = answer_from_json(row)
        except UsageError as exc:
            raise AnswerFormatError(str(exc)) from exc
        findings = verify(answer, article_of, text=row["text"], withdrawn=withdrawn)
        proofs.append(Proof(row.get("id"), answer, findings))
    if not proofs:
        raise AnswerFormatError(f"{file} holds no answer")
    return proofs


def proofs_to_json(proofs: Sequence[Proof]) -> Json:
    return {
        "ok": all(proof.holds for proof in proofs),
        "answers": [
            {
                "id": proof.id,
                "question": proof.answer.question,
                "ok": proof.holds,
                "findings": [
                    {"status": finding.status, "citation": finding.citation, "message": finding.message}
                    for finding in proof.findings
                ],
            }
            for proof in proofs
        ],
    }


def render_proofs(proofs: Sequence[Proof]) -> RenderableType:
    """Each answer's question with every finding below it, and how many answers hold."""
    lines: list[Text] = []
    for proof in proofs:
        lines.append(Text(visible(proof.answer.question), "bold"))
        for finding in proof.findings:
            holds = finding.status == "proved"
            mark = f"[{finding.citation}] " if finding.citation else ""
            lines.append(
                Text(f"  {'✓' if holds else '✗'} {mark}{visible(finding.message)}", "green" if holds else "red")
            )
        if not proof.findings:
            lines.append(Text("  ✓ Nothing was claimed.", "green"))
    held = sum(proof.holds for proof in proofs)
    lines.append(Text(f"{held} of {len(proofs)} answers proved.", "bold green" if held == len(proofs) else "bold red"))
    return Text("\n").join(lines)


def _rows(file: str) -> Iterator[Json]:
    """The objects of a file that is one JSON object, or one on each line."""
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as exc:
        reason = exc.strerror if isinstance(exc, OSError) and exc.strerror else str(exc)
        raise AnswerFormatError(f"{file} cannot be read: {reason.lower()}") from exc
    try:
        yield _object(json.loads(text))
        return
    except (ValueError, RecursionError):
        pass  # then it is one object a line
    # Not splitlines(): JSON may hold other line ends of Unicode as they are.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield _object(json.loads(line))
            except (ValueError, RecursionError) as exc:
                raise AnswerFormatError(f"{file}:{number} is not JSON") from exc


def _object(value: object) -> Json:
    if not isinstance(value, dict):
        raise AnswerFormatError("a saved answer is a JSON object")
    return value
