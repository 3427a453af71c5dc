"""The README's picture: `uv run python -m tests.pictures` takes it anew of the explorer on the demo collection."""

import asyncio
import os
import re
import tempfile
import threading
from pathlib import Path

from textual.pilot import Pilot

_DOCS = Path(__file__).resolve().parents[1] / "docs"
_SIZE = (150, 44)
_STEPS = ("slash", *"hold border choose", "enter", "quotation_mark")


def _as_text(key: str) -> str:
    return {" ": "space"}.get(key, key)


async def _settled(pilot: Pilot[None]) -> None:
    """Searches and related passages are asked on a thread of their own; let them come."""
    for _ in range(30):
        await pilot.pause(0.05)


async def take() -> str:
    """The screen as SVG."""
    from index.demo import demo_folder
    from index.refreshing import refresh
    from tui.app import Explorer
    from tui.archive import Archive

    folder = demo_folder()
    refresh(folder, lambda _: None, threading.Event())
    app = Explorer(Archive(folder), name="demo")
    async with app.run_test(size=_SIZE) as pilot:
        await _settled(pilot)
        for key in _STEPS:
            await pilot.press(_as_text(key))
        await _settled(pilot)
        return app.export_screenshot(title="morgue demo")


def plain(svg: str) -> str:
    """Without fonts from the web: a picture must not fetch anything where it is shown."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return svg.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(MORGUE_HOME=home, TERM="xterm-256color", COLORTERM="truecolor")
        (_DOCS / "morgue.svg").write_text(plain(asyncio.run(take())), encoding="utf-8")
