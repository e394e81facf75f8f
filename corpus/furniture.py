"""
What stands in an article's file but is no part of the article: link blocks, page breaks, promotions.

A detector names line numbers; all are taken out in one pass, so that a sentence cut in two by a page number, a
header and a block of links is still made whole. Growth is a row in `NAMED` or a function in `DETECTORS`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise

from corpus.wrapping import (
    ENDS_IN_ABBREVIATION,
    LIST_ITEM,
    SENTENCE_END,
    runs,
    sentence_goes_on,
    typical_width,
)

_LONGEST_FURNITURE = 400  # characters; a longer line is never a promotion, whatever its first words
_LONGEST_WRAPPED = 3  # lines
_LONGEST_PAGE_HEADER = 80  # characters
_LINE_END = 40  # characters that show how a line ends
_PROSE = 60  # characters; a shorter line is a heading, verse or an item

NAMED: tuple[tuple[str, str], ...] = (
    ("advertisement", r"(?:skip )?advertisements?|\[?ad(?:vert)?\]?|sponsored(?: content)?|scroll to continue.*"),
    (
        "the page goes on",
        r"(?:(?:story|article) )?continues? (?:reading )?(?:after|below|following) .*|continue reading",
    ),
    (
        "links to other articles",
        r"(?:related(?: (?:article|stor(?:y|ie)|link|topic|video|coverage|content|news|reading)s?)?"
        r"|read (?:more|also|next)"
        r"|(?:see|read|watch) also|also (?:read|see)|you (?:may|might) (?:also )?(?:like|be interested in)"
        r"|recommended(?: reading| for you)?|more (?:on|from) this (?:story|topic)|up next) ?(?::.*)?"
        r"|more(?: (?:on|from|about) [^:.]{1,40}| coverage| news)? ?:(?:\S.{0,200}|(?!.*[.,;…][\"”’)]*$).{0,150})"
        r"|live updates ?:.*|previously ?:.*"
        r"|read more (?:on|about) [^.]{1,100}|read the (?:whole|full) (?:story|article)\b.{0,200}",
    ),
    (
        "newsletters",
        r"(?:[^.]{0,39}[:?!] ?|[^.?!]{0,80}: ?)?(?-i:Sign up|SIGN UP|Subscribe|SUBSCRIBE)(?: here)? (?:for|to) "
        r".*newsletters?\b.*|\[?want [^.?]{1,80}\? (?:sign up|subscribe) (?:for|to) .*newsletters?\b.*",
    ),
    ("newsletters", r"get .{0,60}newsletter sign up here\b.*|would you like to receive .{0,60}newsletter ?\?"),
    ("social media", r"follow .{1,80} on (?:twitter|facebook|instagram|x|threads|tiktok)\b(?!,(?! formerly)).*"),
    ("share buttons", r"share(?: this)?(?: (?:article|story|page))?|copy link|print(?: this)? article"),
    ("captions' buttons", r"(?:hide|toggle|show) caption|enlarge this image|view gallery|video ad feedback"),
    ("image credits", r"\((?:image|photo|picture) credits?: [^()]*\)"),
    ("surveys about advertisements", r"(?:\d\. )?how relevant is this ad to you\?.*|video player was slow to load .*"),
    ("surveys about advertisements", r"(?:\d\. )?did you encounter any technical issues\?.*"),
    (
        "consent",
        r"we will use the (?:details|information) you have shared .*"
        r"|if you wish to object to the use of your data in this way.*|by signing up,? you agree to .*",
    ),
    (
        "standing promotions of USA TODAY",
        r"follow every game: latest .*|[a-z ]+ (?:stats )?central: .*(?:scores|schedules|odds|stats|standings).*"
        r"|follow the money: .*salaries.*|need a news break\? check out .*|what's the weather today\? check .*"
        r"|support local journalism\. subscribe .*|the short list is a snappy usa today .*"
        r"|make smart choices without hours of googling\..*",
    ),
    ("page numbers", r"(?:page|p\.) ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?|[-–—] ?\d{1,4} ?[-–—]"),
    ("rules between parts", r"(?:[_*=~#•·♦◆■-][ ]?){3,}|[♦◆■•]"),
)
"""
What is furniture when a whole line (with its hard-wrapped rest) reads so, in any case. Name, pattern.

"More…:" is a link when its title follows without a blank; else only when the rest is short and ends like a title.
"""

_NAMED = re.compile("|".join(f"(?:{pattern})" for _, pattern in NAMED), re.IGNORECASE)
_RULE = re.compile(dict(NAMED)["rules between parts"])
_SHARE_BUTTON = re.compile(dict(NAMED)["share buttons"], re.IGNORECASE)
_MAYBE_SHARE_BUTTON = re.compile(r"facebook|email|print", re.IGNORECASE)  # alone each may be a word of the article
_NUMBER_BESIDE_PAGE_BREAK = re.compile(r"(?:page )?\d{1,4}", re.IGNORECASE)
_PAGE_OF_HEADER = re.compile(r" ?(?:[|·•–—] ?(?:page )?|\bpage )\d{1,4}(?: ?(?:of|/) ?\d{1,4})?$", re.IGNORECASE)
_LINK = re.compile(r"[<(\[]?((?:https?://|www\.)[^\s<>]+?)[>)\].,;]*", re.IGNORECASE)
_LINK_NUMBER = re.compile(r"[\[(]?\d{1,3}[\])]?[.:]?|[•*–—-]")
_EXPECTS_MORE = re.compile(
    r"(?:[,(“‘–—-]|\b(?:a|an|the|of|in|on|at|to|by|for|from|with|and|or|but|as|that|which|who|its|his|her|their|is|was"
    r"|are|were|has|have|had|will|would|be|been|not|than|into|after|before|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\.?)$"
)

Detector = Callable[[list[str]], set[int]]


def links_of(line: str) -> tuple[str, ...] | None:
    """The links of a line that holds nothing else (but their number in the notes); None for every other line."""
    if "://" not in line and "www." not in line.lower():
        return None
    words = line.split()
    if len(words) > 1 and _LINK_NUMBER.fullmatch(words[0]):
        words = words[1:]
    found = [_LINK.fullmatch(word) for word in words]
    return tuple(link[1] for link in found if link) if found and all(found) else None


def link_lines(lines: list[str]) -> set[int]:
    """
    Lines that hold only links.

    One such line with words right above and right below is a link in the middle of a hard-wrapped sentence: it stays.
    """
    only_links = {number for number, line in enumerate(lines) if links_of(line)}

    def is_words(number: int) -> bool:
        return 0 <= number < len(lines) and bool(lines[number].strip()) and number not in only_links

    return {number for number in only_links if not (is_words(number - 1) and is_words(number + 1))}


def page_breaks(lines: list[str]) -> set[int]:
    """Lines with a form feed, and the bare page number right above or below it."""
    breaks = {number for number, line in enumerate(lines) if line == "\f"}
    filled = [number for number, line in enumerate(lines) if line.strip() or line == "\f"]
    numbers = set()
    for here, after in pairwise(filled):
        for beside, other in ((here, after), (after, here)):
            if other in breaks and _NUMBER_BESIDE_PAGE_BREAK.fullmatch(lines[beside].strip()):
                numbers.add(beside)
    return breaks | numbers


def named_lines(lines: list[str]) -> set[int]:
    """
    Lines that `NAMED` knows, each with the lines that it was wrapped onto.

    Only a line that opens a block is looked at: any words may stand at the beginning of a line of wrapped prose.
    """
    width = typical_width(lines)
    found: set[int] = set()
    above = ""
    for run in runs(lines, width) if width else (range(number, number + 1) for number in range(len(lines))):
        first = lines[run.start].strip()
        # Of a longer run only a first line that ends by itself can be furniture, set without an empty line above text.
        parts = [run] if len(run) <= _LONGEST_WRAPPED else []
        parts += [run[:1]] if len(run) > 1 and SENTENCE_END.search(first) else []
        if first and not _is_inside_sentence(above, first):
            found.update(next((part for part in parts if _is_named(lines, part)), ()))
        last = run[-1]
        above = "" if last in found or links_of(lines[last]) else lines[last].strip()
    # A rule has no words that a sentence could lose.
    return found | {number for number, line in enumerate(lines) if _RULE.fullmatch(line.strip())}


def _is_named(lines: list[str], run: range) -> bool:
    whole = " ".join(lines[number].strip() for number in run)
    return len(whole) <= _LONGEST_FURNITURE and bool(_NAMED.fullmatch(whole))


def _is_inside_sentence(above: str, line: str) -> bool:
    """Whether the line above looks like prose whose sentence goes on in `line`, whatever the width of the page."""
    return not SENTENCE_END.search(above) and (len(above) >= _PROSE or (bool(above) and line[0].islower()))


def share_buttons(lines: list[str]) -> set[int]:
    """Lines that hold only the name of a share button, where another one stands right above or below."""
    filled = [number for number, line in enumerate(lines) if line.strip()]

    def is_button(number: int) -> bool:
        return any(button.fullmatch(lines[number].strip()) for button in (_SHARE_BUTTON, _MAYBE_SHARE_BUTTON))

    return {number for pair in pairwise(filled) if all(map(is_button, pair)) for number in pair}


def repeated_lines(lines: list[str]) -> set[int]:
    """
    Headers and footers of printed pages: a short line without an end mark, three times or more, set into prose.

    Names of speakers ("Anna Smith:", or "Q" and "A"), items of lists, headings and refrains come back too, and stay:
    a single word is a header only beside a page break or with a page number.
    """
    filled = [number for number, line in enumerate(lines) if line.strip()]
    seen: dict[str, list[int]] = defaultdict(list)  # places in `filled`
    for place, number in enumerate(filled):
        stripped = lines[number].strip()
        if len(stripped) > _LONGEST_PAGE_HEADER or ":" in stripped or LIST_ITEM.match(lines[number]):
            continue
        header = _PAGE_OF_HEADER.sub("", stripped)
        if any(map(str.isalpha, header)) and not SENTENCE_END.search(header):
            seen[header].append(place)

    def is_prose(place: int) -> bool:
        return not 0 <= place < len(filled) or len(lines[filled[place]].strip()) >= _PROSE

    def is_page_header(place: int) -> bool:
        number = filled[place]
        stripped = lines[number].strip()
        if len(_PAGE_OF_HEADER.sub("", stripped).split()) > 1 or _PAGE_OF_HEADER.search(stripped):
            return True
        before = filled[place - 1] if place else -1
        after = filled[place + 1] if place + 1 < len(filled) else len(lines)
        return "\f" in lines[before + 1 : after]

    found: set[int] = set()
    for places in seen.values():
        if not all(map(is_page_header, places)):
            continue
        set_into_prose = sum(is_prose(place - 1) and is_prose(place + 1) for place in places)
        if len(places) >= 3 and set_into_prose > len(places) / 2:
            found.update(filled[place] for place in places)
    return found


DETECTORS: tuple[Detector, ...] = (page_breaks, link_lines, named_lines, share_buttons, repeated_lines)


def take_out_furniture(text: str) -> str:
    """
    The text without its furniture.

    Where a sentence runs on across what was taken out, its halves become one line; elsewhere the parts stay
    separate paragraphs.
    """
    lines = text.replace("\f", "\n\f\n").split("\n")
    gone = set().union(*(detect(lines) for detect in DETECTORS))
    kept: list[str] = []
    number = 0
    while number < len(lines):
        if number not in gone:
            kept.append(lines[number])
            number += 1
            continue
        while number < len(lines) and (number in gone or not lines[number].strip()):
            number += 1
        while kept and not kept[-1].strip():
            kept.pop()
        if kept and number < len(lines):
            if not _runs_on(kept, lines[number]):
                kept.append("")
            elif not kept[-1].rstrip().endswith("-"):  # a broken word is joined by the step that knows how
                kept[-1] = f"{kept[-1].rstrip()} {lines[number].strip()}"
                number += 1
    return "\n".join(kept)


def _runs_on(above: list[str], below: str) -> bool:
    """Whether the sentence at the end of `above` goes on in the line `below`."""
    left, right = above[-1].rstrip(), below.lstrip()
    end = left[-_LINE_END:]
    if LIST_ITEM.match(right):
        return bool(_EXPECTS_MORE.search(end) or SENTENCE_END.search(end)) and sentence_goes_on(end, right)
    if SENTENCE_END.search(end):
        return right[0].islower() and bool(ENDS_IN_ABBREVIATION.search(end))
    if right[0].islower() or right[0] in ",;)”’" or _EXPECTS_MORE.search(end):
        return True
    before = above[-2].strip() if len(above) > 1 else ""
    in_wrapped_paragraph = len(before) >= _PROSE and len(left) >= 0.75 * len(before)
    return in_wrapped_paragraph or left.count("“") > left.count("”")
