"""`morgue serve`: what it refuses, and a reader's minute in a real browser."""

import asyncio
import os
import re
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar, WSServerHandshakeError

from tests.e2e.browser import CHROMIUM, browser

ROOT = Path(__file__).resolve().parents[2]


@asynccontextmanager
async def served(home: Path) -> AsyncIterator[str]:
    """The address that `morgue serve demo` prints."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tui", "serve", "demo", "--port", "0",
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "MORGUE_HOME": str(home), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout is not None
    try:
        said = b""
        while b"stops them all" not in said:
            said += await asyncio.wait_for(process.stdout.read(4096), 60)
        found = re.search(rb"http://\S+", said)
        assert found
        yield found.group().decode()
    finally:
        process.send_signal(2)
        await asyncio.wait_for(process.wait(), 30)


async def test_only_who_has_the_address_on_this_machine_is_answered(tmp_path: Path) -> None:
    async with served(tmp_path) as address:
        base, host = address.split("/?")[0], address.split("/")[2]

        async def status(path: str = "/", **headers: str) -> int:
            async with ClientSession() as stranger, stranger.get(base + path, headers=headers) as response:
                assert response.headers["Cache-Control"] == "no-store"
                assert "default-src 'none'" in response.headers["Content-Security-Policy"]
                return response.status

        token = "/?" + address.split("/?")[1]
        assert await status(token) == 200
        assert await status() == 403
        assert await status(token[:-1] + ("x" if token[-1] != "x" else "y")) == 403
        assert await status("/static/js/textual.js") == 403
        assert await status(token.replace("/?", "/static/js/textual.js?")) == 403
        assert await status(token, Host="attacker.example") == 403
        assert await status(token, Host=host.replace("127.0.0.1", "attacker.example")) == 403
        assert await status(token, Origin="http://attacker.example") == 403
        assert await status(token, Origin=f"http://{host}") == 200


async def test_the_line_to_the_explorer_is_opened_by_our_own_page_only(tmp_path: Path) -> None:
    async with (
        served(tmp_path) as address,
        ClientSession(cookie_jar=CookieJar(unsafe=True)) as reader,
        ClientSession() as stranger,
    ):
        base = address.split("/?")[0]
        async with reader.get(address) as page:
            cookie = page.headers["Set-Cookie"]
            assert "HttpOnly" in cookie
            assert "SameSite=Strict" in cookie
        refused = [
            (reader, "http://attacker.example"),  # with the cookie, from another page
            (reader, None),  # no browser leaves the origin out
            (stranger, base),  # our page's origin without the cookie
        ]
        for session, origin in refused:
            with pytest.raises(WSServerHandshakeError) as error:
                await session.ws_connect(f"{base}/ws", origin=origin)
            assert error.value.status == 403
        async with reader.ws_connect(f"{base}/ws?width=100&height=30", origin=base) as line:
            drawn = await asyncio.wait_for(line.receive_bytes(), 60)
            assert drawn


async def explorers(server: int) -> list[int]:
    """The processes that a server started and that still run."""
    listing = await asyncio.create_subprocess_exec(
        "ps", "-ax", "-o", "pid=,ppid=", stdout=asyncio.subprocess.PIPE
    )
    said, _ = await listing.communicate()
    rows = [tuple(map(int, line.split())) for line in said.decode().splitlines()]
    return [process for process, parent in rows if parent == server and process != listing.pid]


async def test_each_page_has_an_explorer_that_ends_with_it(demo_home: Path) -> None:
    others = await explorers(os.getpid())
    async with served(demo_home) as address, ClientSession(cookie_jar=CookieJar(unsafe=True)) as reader:
        base = address.split("/?")[0]
        (await reader.get(address)).release()
        (server,) = set(await explorers(os.getpid())).difference(others)

        async def opened() -> ClientWebSocketResponse:
            line = await reader.ws_connect(f"{base}/ws?width=100&height=30", origin=base)
            assert await asyncio.wait_for(line.receive_bytes(), 60)
            return line

        async def are(number: int) -> list[int]:
            for _ in range(400):
                if len(running := await explorers(server)) == number:
                    return running
                await asyncio.sleep(0.05)
            raise AssertionError(f"{running} are not {number}")

        first, second = await opened(), await opened()
        both = await are(2)
        await first.close()
        (left,) = await are(1)
        assert left in both
        # A page that is loaded anew closes its line without a word.
        assert second._response.connection is not None
        second._response.connection.transport.abort()  # type: ignore[union-attr]
        third = await opened()
        await are(1)
        # What is no message ends that page's explorer, and no other.
        fourth = await opened()
        await are(2)
        await fourth.send_str("[]")
        await are(1)
        await third.close()
        await are(0)


async def test_no_other_interface_listens(tmp_path: Path) -> None:
    async with served(tmp_path) as address:
        port = int(address.split("/")[2].split(":")[1])
        with socket.socket() as other:
            # All of 127/8 is this machine; a server bound to all interfaces would answer here.
            assert other.connect_ex(("127.0.0.2", port)) != 0


async def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tui", "serve", "demo", "--port", str(port),
            stderr=asyncio.subprocess.PIPE,
            env={**os.environ, "MORGUE_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        _, said = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 1
    assert f"Port {port} cannot be used" in said.decode()


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
async def test_search_open_and_bookmark_in_a_browser(demo_home: Path, tmp_path: Path) -> None:
    async with served(demo_home) as address, browser(tmp_path / "profile") as page:
        await page.open(address)
        await page.until(lambda text: "31 articles" in text)
        # The key to the page does not stay in the address bar, and nothing comes from elsewhere.
        assert await page.evaluate("location.search") == ""
        host = address.split("/")[2]
        assert all(asked.split("/")[2] == host for asked in page.asked if not asked.startswith("data:"))

        await page.type("/", *"dam warning")
        await page.until(lambda text: "/ dam warning" in text and "passages in" in text)
        await page.type("Enter")
        await page.until(lambda text: "Related to" in text and '" quote' in text)
        await page.type('"', "b")
        await page.until(lambda text: "◆" in text)
        await page.type("B")
        await page.until(lambda text: "Bookmarks" in text and " kept " in text)
        assert len(await page.picture()) > 20_000

        await page.type("Escape")
        # What follows an Escape at once would be one key with it, as in any terminal.
        await page.until(lambda text: "Related to" in text)
        await page.type("q")
        await page.met("document.body.classList.contains('-closed')")
        shown = await page.evaluate("getComputedStyle(document.querySelector('#ended')).display")
        assert shown == "block"
        # Ended by its reader, it can be opened again.
        await page.met("document.body.classList.contains('-served')")
        # xterm's own style is for the terminal, not for the heading of this sheet.
        assert (
            await page.evaluate("getComputedStyle(document.querySelector('#ended h1')).backgroundColor")
            == "rgba(0, 0, 0, 0)"
        )
        await page.evaluate("document.querySelector('#again').click()")
        await page.until(lambda text: "31 articles" in text)
        # The browser was refused nothing that the page needs.
        assert not [
            said for said in page.complaints if "Policy" in said or "Refused" in said or "404" in said
        ]


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
async def test_a_page_whose_server_is_gone_says_what_to_do(demo_home: Path, tmp_path: Path) -> None:
    async with browser(tmp_path / "profile") as page:
        async with served(demo_home) as address:
            await page.open(address)
            await page.until(lambda text: "31 articles" in text)
        await page.met("document.body.classList.contains('-unserved')")
        await page.evaluate("document.querySelector('#again').click()")
        shown = await page.evaluate("document.querySelector('#ended').innerText")
        assert "Start it again in a terminal" in shown
        assert "Open again" not in shown


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
async def test_a_page_that_is_loaded_anew_comes_back_as_it_was(demo_home: Path, tmp_path: Path) -> None:
    async with served(demo_home) as address, browser(tmp_path / "profile") as page:
        await page.open(address)
        await page.until(lambda text: "31 articles" in text)
        await page.type("/", *"dam warning")
        await page.until(lambda text: "/ dam warning" in text and "passages in" in text)
        await page.command("Page.reload")
        await page.until(lambda text: "/ dam warning" not in text)
        await page.until(lambda text: "/ dam warning" in text and "passages in" in text)
