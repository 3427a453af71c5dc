"""Articles as Markdown files that state where they are from, for tests that index their own."""


def clipping(title: str, outlet: str, day: str, *passages: str) -> str:
    """A file's text; of an empty title, outlet or day it says nothing."""
    fields = (("title", title), ("outlet", outlet), ("date", day))
    head = "".join(f"{name}: {value}\n" for name, value in fields if value)
    return f"---\n{head}---\n\n" + "\n\n".join(passages) + "\n"
