"""The articles of the written cases: news that nobody printed, told by several reporters in words of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Self

_HERE = Path(__file__).parent
_SENTENCE_END = re.compile(r"(?<=[.!?”]) (?=[A-Z“])")


@dataclass(frozen=True, slots=True)
class Story:
    """An article as an archive gets it. `text` has its paragraphs apart by an empty line; `published` is ISO."""

    title: str | None
    outlet: str
    published: str | None
    url: str
    text: str

    def on(self, day: str | None) -> Self:
        """The same article of another day, or of a day that nobody knows."""
        return replace(self, published=day)

    def printed_by(self, outlet: str, day: str) -> Self:
        """The same words at another outlet, under an address of its own."""
        return replace(self, outlet=outlet, published=day, url=_address(outlet, self.title or "untitled"))

    def headed(self, title: str | None) -> Self:
        """The same words under another headline, or under none."""
        return replace(self, title=title)

    def linked(self, url: str) -> Self:
        """The same article at another address."""
        return replace(self, url=url)

    def cut(self) -> Self:
        """Its first half, as an outlet prints it that is short of room: whole sentences, at least half of them."""
        paragraphs = self.text.split("\n\n")
        wanted = -(-sum(len(_sentences(one)) for one in paragraphs) // 2)
        kept: list[str] = []
        for paragraph in paragraphs:
            kept += [" ".join(_sentences(paragraph)[:wanted])]
            wanted -= len(_sentences(paragraph))
            if wanted <= 0:
                break
        return replace(self, text="\n\n".join(kept))

    def with_last(self, paragraph: str) -> Self:
        """With a paragraph more at its end."""
        return replace(self, text=f"{self.text}\n\n{paragraph}")

    def with_first(self, paragraph: str) -> Self:
        """With a paragraph more in front."""
        return replace(self, text=f"{paragraph}\n\n{self.text}")

    def as_json(self) -> dict[str, str | None]:
        """The line of a `.jsonl` file, without the id."""
        return {
            "title": self.title,
            "outlet": self.outlet,
            "published": self.published,
            "url": self.url,
            "text": self.text,
        }


def told(name: str, says: str) -> Story:
    """The story of the file `stories/name.txt`, in which the case's own sentences stand at the end of the opening."""
    story = _read(_HERE / "stories" / f"{name}.txt")
    before, after = story.text.split("{says}")
    return replace(story, text=before + says + after)


def round_up(title: str, outlet: str, day: str, *stories: Story) -> Story:
    """One article that holds the words of several."""
    return Story(title, outlet, day, _address(outlet, title), "\n\n".join(one.text for one in stories))


@cache
def others() -> dict[str, Story]:
    """The articles that every archive has beside those of its case, by id: they are about something else."""
    return {f"other-{file.stem}": _read(file) for file in sorted((_HERE / "others").glob("*.txt"))}


def _read(file: Path) -> Story:
    """A file holds the headline, a line "outlet, day", and the text after an empty line."""
    head, text = file.read_text(encoding="utf-8").strip().split("\n\n", 1)
    title, source = head.split("\n")
    outlet, day = source.rsplit(", ", 1)
    return Story(title, outlet, day, _address(outlet, title), text)


def _sentences(paragraph: str) -> list[str]:
    return _SENTENCE_END.split(paragraph)


def _address(outlet: str, title: str) -> str:
    return f"https://www.{_slug(outlet).replace('-', '')}.example/news/{_slug(title)}"


def _slug(words: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", words.casefold()))
