"""Which database answers: a streaming standby what the public reads, the primary all else.

One request reads one database. A standby is behind by a moment, and an answer must not be made of
rows of one state under the edition or in the words of another.
"""

import math
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from contextvars import ContextVar
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.core.signals import request_finished
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

PRIMARY = DEFAULT_DB_ALIAS

ACCOUNTS = ("login", "logout", "forgotten_password", "password_mailed", "choose_password")
FORMS = ("suggest_place", "suggest_change", "report", "confirm")
THANKS = ("suggest_place_thanks", "suggest_change_thanks", "report_thanks")
REFERRING = ("referral", "referral_sheet", "referral_place", "referral_place_thanks")
OF_ONES_OWN = frozenset([*ACCOUNTS, *FORMS, *THANKS, *REFERRING])
"""Names of the pages that take a form, or speak of what somebody just did. With them whatever is
below ``/beheer/``; a test asks every address whether it belongs here."""

CHECKED_AGAIN = 5.0
"""Seconds for which a process believes what it last found out about a standby."""

_STATE = """
SELECT pg_is_in_recovery(), EXISTS (SELECT FROM pg_stat_wal_receiver),
  pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn(),
  extract(epoch FROM now() - pg_last_xact_replay_timestamp())::float
"""

_reads: ContextVar[str | None] = ContextVar("reads", default=PRIMARY)
"""The database that this request reads; None until the first statement of one that may choose."""

_found: dict[str, tuple[float, bool]] = {}
"""Per standby until when it is believed, and whether it may be asked."""

_had_all_at: dict[str, float] = {}
"""When this process last saw that a standby had done all that was sent. Its newest transaction says
less: where nobody saved anything for an hour, that is an hour old."""


class Router:
    """What Django asks before every statement of a model, and ``reading()`` before ours."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        """Chosen at the first statement, so that an answer without any costs no connection."""
        if (alias := _reads.get()) is None:
            alias = next(filter(_may_be_asked, _in_turn()), PRIMARY)
            _reads.set(alias)
        return alias

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        """Who writes reads on where it was written."""
        _reads.set(PRIMARY)
        return PRIMARY

    def allow_relation(self, *_rows: Model, **_hints: Any) -> bool:
        """The same rows are everywhere."""
        return True

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool:
        """What is made in the primary comes to a standby by itself."""
        return db == PRIMARY


class Replicas:
    """Lets a visitor without cookies read a standby; before all else that may ask the database.

    We set a cookie for who logs in and for who opens a form, so whoever could miss what they
    themselves just wrote has one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.REPLICA_URLS:
            raise MiddlewareNotUsed
        self.get_response = get_response
        request_finished.connect(_read_the_primary)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        _reads.set(None if _may_lag(request) else PRIMARY)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        asked = request.resolver_match
        if asked is None or asked.url_name in OF_ONES_OWN or asked.namespace == "admin":
            _read_the_primary()


class AskedAgain:
    """Answers from the primary what a standby let go of; the innermost, next to the view.

    It may be stopped, or give up a statement that stands in the way of what the primary sends. A
    statement that took too long there would take too long here.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.REPLICA_URLS:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        alias, asked = _reads.get(), request.resolver_match
        if alias in (None, PRIMARY) or asked is None or not _let_go(error):
            return None
        _read_the_primary()
        with suppress(OperationalError, InterfaceError):
            return cast(HttpResponse, asked.func(request, *asked.args, **asked.kwargs))
        return None


def left_out() -> list[str]:
    """The standbys that are not asked now, because they are away or too far behind."""
    return [alias for alias in _standbys() if not _believed(alias, _is_near(alias))]


def _read_the_primary(**_signal: Any) -> None:
    """The body of an answer is written after its view returned, so only then is it over."""
    _reads.set(PRIMARY)


def _may_lag(request: HttpRequest) -> bool:
    known = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    return request.method in ("GET", "HEAD") and known.isdisjoint(request.COOKIES)


def _standbys() -> list[str]:
    return [alias for alias in connections if alias != PRIMARY]


def _in_turn() -> Iterator[str]:
    """Each process has a standby of its own and knows the next, so that what it keeps by edition
    does not go back and forth, and a thread holds no more than two connections."""
    names = _standbys()
    first = os.getpid() % len(names)
    yield from names[first:] + names[:first]


def _may_be_asked(alias: str) -> bool:
    """Connected, and found near enough a moment ago."""
    until, near = _found.get(alias, (0.0, False))
    due = time.monotonic() >= until
    if due or (near and not _answers(alias)):
        near = _believed(alias, due and _is_near(alias))
    return near


def _believed(alias: str, near: bool) -> bool:
    _found[alias] = time.monotonic() + CHECKED_AGAIN, near
    return near


def _is_near(alias: str) -> bool:
    """A standby that follows, not too far behind. One that lost the primary says the last there
    was, as long as there is no primary to ask."""
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute(_STATE)
            standby, follows, has_all, newest = cursor.fetchone()
    except (OperationalError, InterfaceError):
        connections[alias].close()
        return False
    near = follows and _seconds_behind(alias, has_all, newest) <= settings.REPLICA_LAG
    return standby and (near or not _replies(PRIMARY))


def _seconds_behind(alias: str, has_all: bool | None, newest: float | None) -> float:
    now = time.monotonic()
    if has_all:
        _had_all_at[alias] = now
    return min(now - _had_all_at.get(alias, -math.inf), math.inf if newest is None else newest)


def _answers(alias: str) -> bool:
    """Whether there is a connection; Django looks after one that it kept, once a request."""
    try:
        connections[alias].cursor().close()
    except (OperationalError, InterfaceError):
        return False
    return True


def _replies(alias: str) -> bool:
    """Whether a statement gets an answer, over what connection there is or a new one."""
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT 1")
    except (OperationalError, InterfaceError):
        connections[alias].close()
        return False
    return True


def _let_go(error: Exception) -> bool:
    """No answer at all, or "conflict with recovery"; not the limit of time of a statement."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    return getattr(error.__cause__, "pgcode", None) != "57014"
