import threading
from pathlib import Path

from index.home import collection_home
from index.session import SessionFile
from models.key import ArticleKey
from models.session import Session, Stop

STOP = Stop(key=ArticleKey("a.mbox", 3), passage=4, scroll=12, focus=(3, 9))


def test_a_session_is_read_as_it_was_written(tmp_path: Path) -> None:
    session = Session(
        columns=120, query="kern", ranked="newest", selected=STOP.key, row=3, pane="related", open=STOP,
        behind=(STOP, STOP), queries_behind=(("", "kern"),),
    )  # fmt: skip
    SessionFile(tmp_path).write(session)
    assert SessionFile(tmp_path).read() == session
    assert SessionFile(tmp_path / "other").read() is None
    (written,) = collection_home(tmp_path).iterdir()
    assert written.stat().st_mode & 0o077 == 0


def test_a_query_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    file = SessionFile(tmp_path)
    file.write(Session(query="kern"))
    file.write(Session(query="ker\udcffn"))
    assert file.read() == Session(query="kern")


def test_two_explorers_never_tear_it(tmp_path: Path) -> None:
    files = [SessionFile(tmp_path), SessionFile(tmp_path)]
    sessions = [Session(query=letter * 2000, behind=(STOP,) * 200) for letter in "ab"]
    files[0].write(sessions[0])

    def keep_writing(number: int) -> None:
        for _ in range(50):
            files[number].write(sessions[number])

    threads = [threading.Thread(target=keep_writing, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert files[0].read() in sessions
    assert [file.name for file in collection_home(tmp_path).iterdir()] == ["session.json"]
