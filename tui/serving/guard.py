"""Who may see the page: only who has its address, from a page of ours, on this machine."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from hmac import compare_digest
from secrets import token_urlsafe

from aiohttp import web

LOOPBACK = "127.0.0.1"

_NAMES = (LOOPBACK, "localhost")

_STRICT = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}

_WRONG_ADDRESS = "Open the address that `morgue serve` printed: it holds the key to this page.\n"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Guard:
    """Answers only who has the token, asks under this machine's own name and comes from no other page.

    The token keeps out other users of the machine, the name other sites that point a name of theirs at it (DNS
    rebinding), and the origin pages that open a WebSocket across sites, which no browser forbids them.
    """

    def __init__(self, port: int) -> None:
        self.token = token_urlsafe(32)
        self.hosts = frozenset(f"{name}:{port}" for name in _NAMES)
        self.cookie = f"morgue-{port}"
        """By port: browsers send the cookies of one port to all others of the same name."""
        self.address = f"http://{LOOPBACK}:{port}/?token={self.token}"

    @web.middleware
    async def check(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse, or answer with headers that let the page load nothing from elsewhere."""
        if complaint := self.complaint(request):
            return self._sealed(web.Response(status=403, text=complaint), request)
        try:
            response = await handler(request)
        except web.HTTPException as error:
            self._sealed(error, request)
            raise
        if not response.prepared:
            self._sealed(response, request)
            if self._is_token(request.query.get("token")):
                response.set_cookie(self.cookie, self.token, httponly=True, samesite="Strict", path="/")
        return response

    @staticmethod
    def _sealed(response: web.StreamResponse, request: web.Request) -> web.StreamResponse:
        response.headers.update(_STRICT)
        response.headers["Content-Security-Policy"] = _policy(request.host)
        return response

    def complaint(self, request: web.BaseRequest) -> str:
        """What is wrong with a request; empty where nothing is."""
        if request.host not in self.hosts:
            return "This page is for this machine alone.\n"
        origin = request.headers.get("Origin")
        opens_socket = request.headers.get("Upgrade", "").lower() == "websocket"
        if origin != f"http://{request.host}" and (origin is not None or opens_socket):
            return "This page answers no other page.\n"
        if self._is_token(request.cookies.get(self.cookie)):
            return ""
        # The address opens the page and nothing else: what the page asks for has the cookie.
        if request.path == "/" and self._is_token(request.query.get("token")):
            return ""
        return _WRONG_ADDRESS

    def _is_token(self, said: str | None) -> bool:
        return said is not None and compare_digest(said.encode(), self.token.encode())


def _policy(host: str) -> str:
    """Content-Security-Policy: everything from this server, and styles that xterm.js writes into the page."""
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self'; "
        f"connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
