"""Tests over real sockets: coroutines, each on a loop of its own and never longer than four minutes."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

import pytest

LONGEST_S = 240.0
"""Of one test; every wait inside has a shorter bound and says what it waited for."""


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a coroutine test to its end. A plugin for that is not needed, and none is relied on."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    asyncio.run(_bounded(pyfuncitem.obj, {name: pyfuncitem.funcargs[name] for name in names}))
    return True


async def _bounded(test: Any, arguments: dict[str, Any]) -> None:
    async with asyncio.timeout(LONGEST_S):
        await test(**arguments)
