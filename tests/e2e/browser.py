"""A real browser for tests: Chromium without a window, driven over its DevTools protocol.

What the page shows is drawn on a canvas, so its text is read where it comes in: from the frames of its WebSocket, into
a terminal's screen.
"""

import asyncio
import base64
import contextlib
import re
import shutil
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pyte
from aiohttp import ClientSession, ClientWebSocketResponse

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

_PATIENCE = 60.0
_KEYS = {"Enter": ("Enter", 13, "\r"), "Escape": ("Escape", 27, ""), "Tab": ("Tab", 9, "")}


class Browser:
    """One page."""

    def __init__(self, line: ClientWebSocketResponse) -> None:
        self._line = line
        self._numbers = count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._session = ""
        self._screen = pyte.Screen(140, 45)
        self._stream = pyte.ByteStream(self._screen)
        self.asked: list[str] = []
        """The addresses of everything that the page asked for."""
        self.complaints: list[str] = []
        """What the browser's console says is wrong."""
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self._line:
            said = message.json()
            if "id" in said:
                self._answers.pop(said["id"]).set_result(said)
            else:
                self._note(said["method"], said["params"])

    def _note(self, method: str, params: dict[str, Any]) -> None:
        match method:
            case "Network.webSocketFrameReceived" if params["response"]["opcode"] == 2:
                self._stream.feed(base64.b64decode(params["response"]["payloadData"]))
            case "Network.requestWillBeSent":
                self.asked.append(params["request"]["url"])
            case "Network.webSocketCreated":
                self._screen.reset()
                self.asked.append(params["url"])
                if size := re.search(r"width=(\d+)&height=(\d+)", params["url"]):
                    self._screen.resize(lines=int(size[2]), columns=int(size[1]))
            case "Log.entryAdded":
                self.complaints.append(params["entry"]["text"])

    async def command(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command of the protocol and wait for what it gives."""
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        envelope = {"id": number, "method": method, "params": params}
        await self._line.send_json({**envelope, "sessionId": self._session} if self._session else envelope)
        said = await asyncio.wait_for(self._answers[number], _PATIENCE)
        assert "error" not in said, said
        result: dict[str, Any] = said["result"]
        return result

    async def open(self, address: str) -> None:
        """Open a page of the size of a desktop's window."""
        page = await self.command("Target.createTarget", url="about:blank")
        attached = await self.command("Target.attachToTarget", targetId=page["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            await self.command(f"{domain}.enable")
        await self.command(
            "Emulation.setDeviceMetricsOverride", width=1280, height=800, deviceScaleFactor=1, mobile=False
        )
        await self.command("Page.navigate", url=address)

    async def type(self, *keys: str) -> None:
        """Press keys: characters, or a key by its name."""
        for key in keys:
            name, code, text = _KEYS.get(key, (key, ord(key[0].upper()), key))
            pressed = {"key": name, "windowsVirtualKeyCode": code, "text": text}
            await self.command("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **pressed)
            await self.command("Input.dispatchKeyEvent", type="keyUp", key=name, windowsVirtualKeyCode=code)

    @property
    def text(self) -> str:
        """What the explorer shows."""
        return "\n".join(self._screen.display)

    async def until(self, true: Callable[[str], bool]) -> str:
        """Wait until what is shown is as it should be; gives it."""
        end = time.monotonic() + _PATIENCE
        while not true(self.text):
            if time.monotonic() > end:
                raise AssertionError(f"this never came:\n{self.text}")
            await asyncio.sleep(0.05)
        return self.text

    async def met(self, condition: str) -> None:
        """Wait until a JavaScript expression in the page is true."""
        end = time.monotonic() + _PATIENCE
        while not await self.evaluate(condition):
            assert time.monotonic() < end, f"this never came: {condition}"
            await asyncio.sleep(0.05)

    async def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page."""
        return (await self.command("Runtime.evaluate", expression=expression))["result"].get("value")

    async def picture(self) -> bytes:
        """The page as PNG."""
        return base64.b64decode((await self.command("Page.captureScreenshot"))["data"])

    def close(self) -> None:
        """Read no more."""
        self._reading.cancel()


@asynccontextmanager
async def browser(profile: Path) -> AsyncIterator[Browser]:
    """A browser with a profile of its own, until the end of the block."""
    assert CHROMIUM is not None
    process = await asyncio.create_subprocess_exec(
        CHROMIUM,
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--remote-debugging-port=0",
        f"--user-data-dir={profile}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        port = profile / "DevToolsActivePort"
        end = time.monotonic() + _PATIENCE
        while not (port.exists() and port.read_text().count("\n")):
            assert process.returncode is None, "the browser ended"
            assert time.monotonic() < end, "the browser does not start"
            await asyncio.sleep(0.05)
        number, path = port.read_text().split("\n")[:2]
        async with (
            ClientSession() as session,
            session.ws_connect(f"ws://127.0.0.1:{number}{path}", max_msg_size=0) as line,
        ):
            page = Browser(line)
            try:
                yield page
            finally:
                page.close()
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.wait()
