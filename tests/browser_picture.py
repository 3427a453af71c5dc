"""The documentation's picture of the explorer in a browser: `uv run python -m tests.browser_picture` takes it anew."""

import asyncio
import tempfile
from pathlib import Path

from tests.e2e.browser import browser
from tests.e2e.test_browser import served

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "browser.png"


async def take() -> bytes:
    """PNG of a search, an article and what is related to it."""
    with tempfile.TemporaryDirectory() as folder:
        async with served(Path(folder) / "home") as address, browser(Path(folder) / "profile") as page:
            await page.open(address)
            await page.until(lambda text: "31 articles" in text)
            await page.type("/", *"how many soldiers")
            await page.until(lambda text: "/ how many soldiers" in text and "in part" in text)
            await page.type("Enter")
            await page.until(lambda text: '" quote' in text and "figure differs" in text)
            return await page.picture()


if __name__ == "__main__":
    PICTURE.write_bytes(asyncio.run(take()))
