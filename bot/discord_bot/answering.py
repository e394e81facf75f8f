"""
From a person's question to the messages that answer it, and back to it from their buttons.

No discord here: whoever asks, and by whichever way, is an `Asker` with a `Reply`. Nothing here decides about a
question; that is the chain's.
"""

from __future__ import annotations

import asyncio
import logging
import statistics
import threading
from collections import Counter, deque
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any, TypeVar

from bot.assembly import Dateline
from bot.discord_bot.answer_sheets import answer_sheets, draft_sheet
from bot.discord_bot.desk import Desk, Refused
from bot.discord_bot.drafts import Drafts
from bot.discord_bot.markdown import excerpt
from bot.discord_bot.pages import Page, pages
from bot.discord_bot.places import Asker, Reply
from bot.discord_bot.sheet import Sheet, notice
from bot.discord_bot.store import ConversationStore
from bot.failures import sentence
from bot.terminal import defect
from config.errors import DatelineError, UsageError
from retrieval.questions import checked
from retrieval.types import NO_FILTERS, Filters, IndexInfo, Question

log = logging.getLogger("dateline.discord")

Offer = TypeVar("Offer")

SORRY = "Something went wrong on my side; the person who runs me can see it in the log. Please try again."
FAILED = notice(SORRY, tone="sorry")
REFUSAL_UNITS = 1000
"""A refusal repeats what a person wrote, which may be longer than a message."""
NOT_KEPT = "That answer is not kept any more, so I cannot go on from it. Please ask your question anew, in full."
OFFER_S = 2.0
TIMES_KEPT = 100
"""Answers whose time `/status` tells the median of."""


class Answering:
    """What the commands, the messages and the buttons of the bot have in common."""

    def __init__(self, dateline: Dateline, store: ConversationStore, desk: Desk) -> None:
        self.dateline = dateline
        self.store = store
        self.desk = desk
        self._times_ms: deque[float] = deque(maxlen=TIMES_KEPT)
        self._forgotten: Counter[int] = Counter()
        self._opening: dict[Reply, bool] = {}  # and whether it is still wanted
        self._under_way: dict[Reply, asyncio.Task[Any]] = {}
        # Offers are asked for with every letter that is typed: they have a thread of their own to wait in.
        self._offers = ThreadPoolExecutor(1, thread_name_prefix="offers")

    async def answer(
        self,
        text: str,
        asker: Asker,
        reply: Reply,
        *,
        filters: Callable[[], Filters] | None = None,
        parent: str | None = None,
        claim: bool = False,
    ) -> None:
        """
        Answer `text` in `reply`, whatever happens: with an answer, or with a sentence that says why there is none.

        Goes on from the answer `parent`, else from the person's last one where the place is a conversation.
        `filters` are made from what the person wrote, and raise `UsageError` like a wrong question; where there is no
        way to write any (None), those of the question before hold.
        """
        with ExitStack() as stack:
            try:
                text = checked(text)
                wanted = filters() if filters else None
                stack.enter_context(self.desk.admitted(asker.person))
            except (UsageError, Refused) as refusal:
                await _refuse(reply, _sorry(refusal))
                return
            self._opening[reply] = True
            try:
                await reply.open()
            except Exception as error:
                log.warning("a question could not be acknowledged: %s", error)
                await _refuse(reply, FAILED)
                return
            finally:
                wanted_still = self._opening.pop(reply)
            if not wanted_still:
                await self._taken_back(reply)
                return
            making = asyncio.ensure_future(self._sheets(text, asker, reply, wanted, parent, claim=claim))
            if await self._made(making, reply):
                await self._finish(reply, *making.result())

    def take_back(self, messages: Collection[int]) -> None:
        """Give up the questions under way that one of these messages asked."""
        for reply, making in self._under_way.items():
            if reply.question in messages:
                making.cancel()
        for reply in self._opening:
            if reply.question in messages:
                self._opening[reply] = False

    async def pages(self, answer_id: str) -> tuple[Page, ...] | None:
        """What stands behind "Sources"; None when the answer is not kept any more."""
        return await asyncio.to_thread(self._pages, answer_id)

    async def outlets(self, beginning: str, most: int) -> list[str]:
        """Outlets of the archive whose name holds `beginning`, the most frequent first."""
        known = await self._offered(self.dateline.outlets)
        return [outlet for outlet in known if beginning.casefold() in outlet.casefold()][:most]

    async def years(self, beginning: str, most: int) -> list[str]:
        """Years in which articles of the archive were published and that begin like `beginning`, the latest first."""
        known = await self._offered(self.dateline.years)
        return [str(year) for year in known if str(year).startswith(beginning[:4])][:most]

    async def index_info(self) -> IndexInfo:
        """
        What is served now.

        Raises:
            IndexStateError: nothing can be.
        """
        return await asyncio.to_thread(self.dateline.index_info)

    @property
    def model(self) -> str | None:
        """The language model that writes the answers; None where they are read out of the articles."""
        return self.dateline.settings.llm.model

    def median_ms(self) -> float | None:
        """The median time of the last answers, in milliseconds, waiting not counted; None before the first."""
        return statistics.median(self._times_ms) if self._times_ms else None

    async def forget(self, person: int) -> int:
        """Delete what is kept of a person, an answer under way included; how many answers that were."""
        self._forgotten[person] += 1
        return await asyncio.to_thread(self.store.forget, person)

    async def _offered(self, list_: Callable[[], list[Offer]]) -> list[Offer]:
        """What `list_` gives; nothing when that takes longer than Discord waits for it."""
        asked = asyncio.get_running_loop().run_in_executor(self._offers, list_)
        try:
            return await asyncio.wait_for(asked, OFFER_S)
        except TimeoutError:
            return []

    async def _sheets(
        self, text: str, asker: Asker, reply: Reply, filters: Filters | None, parent: str | None, *, claim: bool
    ) -> tuple[tuple[Sheet, ...], str | None]:
        """What is shown in the end, and the id of the answer if it is one."""
        unwanted = threading.Event()
        asked = None if asker.sees_question else text
        try:
            async with Drafts(lambda draft: reply.draft(draft_sheet(draft, asked=asked, claim=claim))) as drafts:
                return await self.desk.work(
                    lambda: self._answered(
                        text, asker, filters, parent, drafts, unwanted, private=reply.private, claim=claim
                    ),
                    reply.wait,
                )
        except (Refused, UsageError) as refusal:
            return (_sorry(refusal),), None
        except Exception as error:
            log.error("a question failed: %s", cause(error))
        finally:
            unwanted.set()  # whatever goes on in the thread by now is for nobody
        return (FAILED,), None

    async def _made(self, making: asyncio.Task[Any], reply: Reply) -> bool:
        """Waits for what is to be shown; False when the question was taken back before."""
        self._under_way[reply] = making
        try:
            await asyncio.wait({making})
        finally:
            del self._under_way[reply]
            making.cancel()  # nothing to one that is done
        if making.cancelled():
            await self._taken_back(reply)
        return not making.cancelled()

    async def _taken_back(self, reply: Reply) -> None:
        log.info("a question was taken back")
        await reply.take_back()

    def _answered(
        self,
        text: str,
        asker: Asker,
        filters: Filters | None,
        parent: str | None,
        drafts: Drafts,
        unwanted: threading.Event,
        *,
        private: bool,
        claim: bool,
    ) -> tuple[tuple[Sheet, ...], str]:
        forgotten = self._forgotten[asker.person]
        withdrawn = self.store.withdrawn.ids()
        seen_alone = private or asker.alone
        if parent is None and asker.goes_on and not claim:
            # A thread that was started on an answer has that message's id.
            last = self.store.last(asker.person, asker.place, private=seen_alone)
            parent = last or self.store.answered_in(asker.place)
        before = self.store.get(parent) if parent else None
        if parent and before is None:
            raise Refused(NOT_KEPT)
        if filters:
            self._check_outlet(filters)
        wanted = filters if filters is not None else before.answer.filters if before else NO_FILTERS
        question = Question(text, self.store.history(parent, private=seen_alone), wanted)
        for answer in self.dateline.chain.stream(question, cancelled=unwanted):
            if answer.draft:
                drafts.offer(answer)
        if unwanted.is_set():
            raise Refused("taken back")  # which nobody hears, and nothing is kept of it
        self._times_ms.append(answer.timings_ms.get("total", 0.0))
        log.info("%s in %.0f ms", answer.status.replace("_", " "), self._times_ms[-1])
        if answer.writing and answer.writing.fallback:
            log.warning("no language model wrote that answer: %s", answer.writing.fallback)
        kept = self.store.keep(
            answer,
            person=asker.person,
            place=asker.place,
            private=private,
            parent=before.id if before else None,
            claim=claim,
            withdrawn_before=withdrawn,
        )
        if self._forgotten[asker.person] != forgotten:
            self.store.forget(asker.person)  # asked before they wanted it all forgotten, and kept after
        asked = None if asker.sees_question else kept.answer.question
        return answer_sheets(kept.answer, kept.id, self.dateline.opening, asked=asked, claim=claim), kept.id

    async def _finish(self, reply: Reply, sheets: Sequence[Sheet], answer_id: str | None) -> None:
        try:
            messages, whole = await reply.send(sheets)
        except Exception as error:
            # Discord refused or was not there; whoever asked shall at least not wait for ever.
            log.error("an answer could not be sent: %s", error)
            try:
                await reply.send((FAILED,))
            except Exception:
                await _refuse(reply, FAILED)
            return
        if not whole:
            log.error("a part of an answer could not be sent")
        if answer_id:
            try:
                await asyncio.to_thread(self.store.link, answer_id, messages)
            except DatelineError as error:
                log.error("replies to an answer will not be known as such: %s", cause(error))

    def _check_outlet(self, filters: Filters) -> None:
        if filters.outlet and (near := self.dateline.nearest_outlet(filters.outlet)) != filters.outlet:
            raise UsageError(f"no article is from {filters.outlet}" + (f"; did you mean {near}?" if near else ""))

    def _pages(self, answer_id: str) -> tuple[Page, ...] | None:
        kept = self.store.get(answer_id)
        if kept is None:
            return None
        shown = [citation.passage_id for citation in kept.answer.citations]
        shown += [hit.passage.id for hit in kept.answer.nearest]
        return pages(kept.answer, self.dateline.passages(shown), self.dateline.opening)


def cause(error: Exception) -> str:
    """What the log says of an error: its own sentence, or where the details of a defect are."""
    return sentence(error if isinstance(error, DatelineError) else defect(error))


async def _refuse(reply: Reply, sheet: Sheet) -> None:
    try:
        await reply.refuse(sheet)
    except Exception as error:
        log.warning("a person could not be told: %s", error)


def _sorry(refusal: Exception) -> Sheet:
    """The sentence of a refusal, as a message."""
    text = str(refusal)
    whole = text[:1].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")
    return notice(excerpt(whole, REFUSAL_UNITS)[0], tone="sorry")
