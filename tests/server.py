"""The site as a server asks it: with what stands in front of Django's handler, too."""

from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpResponse
from django.http.response import ResponseHeaders
from django.test import RequestFactory

from huiskamers.line import Line, Row
from places.repeats import Remembers, Repeats


class OneLine(Line):
    """Over the connection of the test, whose changes nobody else sees."""

    def row(self, statement: str) -> Row:
        """The first row of a statement."""
        with connection.cursor() as cursor:
            cursor.execute(statement)
            found: Row = cursor.fetchone()
        return found


class Visitor(RequestFactory):
    """Who asks by way of the server; with the words of Django's own client, which goes past it."""

    def __init__(self) -> None:
        super().__init__()
        self.application = Repeats(Remembers(WSGIHandler()))

    def request(self, **asked: Any) -> Any:
        """The answer as it would be sent, instead of a request."""
        told: list[Any] = []
        pieces = self.application(self._base_environ(**asked), lambda *head: told.extend(head))
        answer = HttpResponse(b"".join(pieces), status=int(told[0].split()[0]))
        answer.headers = ResponseHeaders(dict(told[1]))
        if hasattr(pieces, "close"):
            pieces.close()
        return answer
