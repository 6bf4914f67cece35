"""The site asked within this process, for who wants to see what it asks of the database."""

from collections.abc import Callable
from typing import Any


def asker() -> Callable[..., Any]:
    """Asks a path, by POST if there is a body, with further headers; gives the answer, read.

    Repeats are asked over a line of this process's own.
    """
    import django

    django.setup()
    from places import repeats
    from tests.server import OneLine, Visitor

    repeats.line = OneLine()
    visitor = Visitor()

    def ask(path: str, body: str = "", **headers: str) -> Any:
        known = {"HTTP_HOST": "127.0.0.1", **headers}
        if body:
            answer = visitor.post(path, body, "application/x-www-form-urlencoded", **known)
        else:
            answer = visitor.get(path, **known)
        b"".join(answer)
        return answer

    return ask
