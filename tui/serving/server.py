"""The server: one explorer for each page that is open, for as long as it is open."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakSet

import textual_serve
from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

from tui.serving.guard import LOOPBACK, Guard

if TYPE_CHECKING:
    from collections.abc import Callable

_PAGE = Path(__file__).parent / "page"
_TERMINAL = Path(textual_serve.__file__).parent / "static"
"""xterm.js with Textual's end of the line, its style sheet and its font."""

_PATIENCE = 3.0
"""Seconds that an explorer has to end when its page is closed."""

_WIDEST, _HIGHEST = 1000, 500
"""Cells that a page may ask for."""


class Session(AppService):
    """One explorer behind one page."""

    async def end(self) -> None:
        """Have it end; one that does not is killed."""
        try:
            await asyncio.wait_for(self.stop(), _PATIENCE)
        except (TimeoutError, ConnectionError):
            if self._process is not None and self._process.returncode is None:
                self._process.kill()


class PageServer(Server):
    """Serves a program that Textual draws, to this machine's browsers alone, on a page of our own."""

    def __init__(self, command: str, title: str, port: int) -> None:
        """Make the server.

        Args:
            command: The shell's command line of the program.
            title: What the browser calls the page.
            port: Where it will listen.
        """
        super().__init__(command, host=LOOPBACK, port=port, title=title, templates_path=_PAGE)
        self.guard = Guard(port)
        self._open: WeakSet[web.WebSocketResponse] = WeakSet()
        self._ending: set[asyncio.Task[None]] = set()

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self.guard.check])
        app.add_routes(
            [
                web.get("/", self._page),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/page", _PAGE),
                web.static("/static", _TERMINAL),
            ]
        )
        app.on_shutdown.append(self.on_shutdown)
        return app

    async def _page(self, request: web.Request) -> web.Response:
        text = (_PAGE / "index.html").read_text(encoding="utf-8")
        filled = text.replace("{title}", escape(self.title)).replace("{socket}", f"ws://{request.host}/ws")
        return web.Response(text=filled, content_type="text/html")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run an explorer for a page, until either of them ends."""
        websocket = web.WebSocketResponse(heartbeat=15)
        await websocket.prepare(request)
        self._open.add(websocket)
        session = Session(
            self.command,
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=lambda: _closed(websocket),
            download_manager=self.download_manager,
        )
        width = min(_WIDEST, max(1, to_int(request.query.get("width", ""), 80)))
        height = min(_HIGHEST, max(1, to_int(request.query.get("height", ""), 24)))
        if self._ending:
            # A page that is loaded anew comes back as it was left, which the one before may still be noting.
            await asyncio.wait(self._ending, timeout=_PATIENCE)
        await session.start(width, height)
        try:
            # What is no message of the page's ends its session and nothing else.
            with suppress(ValueError, AssertionError, KeyError, IndexError, TypeError, AttributeError):
                await self._process_messages(websocket, session)
        finally:
            ending = asyncio.create_task(session.end())
            self._ending.add(ending)
            ending.add_done_callback(self._ending.discard)
            await asyncio.shield(ending)
            await websocket.close()
        return websocket

    async def on_shutdown(self, app: web.Application) -> None:
        """Close every page's line, so that the explorers behind them end."""
        del app
        for websocket in set(self._open):
            await websocket.close(code=WSCloseCode.GOING_AWAY)

    def listen(self, bound: socket.socket, ready: Callable[[], None]) -> None:
        """Serve until Ctrl+C.

        Args:
            bound: A socket that listens on the loopback interface.
            ready: Called when the page can be opened.
        """
        web.run_app(
            self._make_app(),
            sock=bound,
            print=lambda *_: ready(),
            access_log=None,
            shutdown_timeout=_PATIENCE,
        )


def bind(port: int) -> socket.socket:
    """A socket that listens on a port of the loopback interface; on any free one for 0.

    Raises:
        OSError: Another program has the port, or it may not be used.
    """
    return socket.create_server((LOOPBACK, port))


async def _closed(websocket: web.WebSocketResponse) -> None:
    await websocket.close()
