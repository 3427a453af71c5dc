"""A web server of invented pages, asked through a proxy, so that they have addresses of an invented outlet."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PROSE = (
    "The weir at Brod will hold through the winter, the water board said on Wednesday after a second inspection.",
    "Divers found no cracks below the waterline, and the two gates on the northern side were closed by hand.",
    "Warden Žarko Ilić told the Courier that nobody in the valley needed to leave, whatever the river did.",
    "The board meets again on Friday to decide whether the road over the weir can be opened to lorries.",
)
_PAGE = (
    "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"
    "<title>Weir holds, board says | The Sava Courier</title>"
    "<meta property='article:published_time' content='2021-07-28T11:57:00+01:00'>"
    "<link rel='stylesheet' href='/look.css'></head>"
    "<body><nav><a href='/'>Home</a></nav><article><h1>Weir holds, board says</h1>"
    + "".join(f"<p>{text}</p>" for text in PROSE)
    + "</article></body></html>"
).encode()
_ANSWERS = {
    "/2021/weir.php": ("text/html; charset=utf-8", _PAGE),
    "/look.css": ("text/css", b"p { margin: 0 }"),
    "/notes.txt": ("text/plain", "\n\n".join(("The board's notes", *PROSE)).encode()),
}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = "/" + self.path.split("://")[-1].partition("/")[2]
        kind, body = _ANSWERS.get(path, ("text/html", b""))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for start in range(0, len(body), 700):
            piece = body[start : start + 700]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


@contextmanager
def served() -> Iterator[str]:
    """The address of the proxy, while it answers."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
