"""States that tests start from, and the walls around them."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.test.signals import template_rendered
from django.test.utils import setup_databases, teardown_databases
from django.utils import translation
from pytest_django import DjangoDbBlocker

from huiskamers.jinja import Page
from places import repeats
from tests.server import OneLine


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Every test that reads the database finds the 58 places of Rotterdam in it.

    Where only tests on real connections were chosen, pytest-django sees none that needs a database
    of its own, and they would write to that of the site.
    """
    name = str(connection.settings_dict["NAME"])
    with django_db_blocker.unblock():
        made = [] if name.startswith("test_") else setup_databases(0, interactive=False)
        call_command("load_city", verbosity=0)
    yield
    with django_db_blocker.unblock():
        _let_go()
        teardown_databases(made, 0)


def _let_go() -> None:
    """Whoever still holds the database, such as a server that a test just ended."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture
def one_connection() -> Iterator[None]:
    """Requests stay in the transaction of the test, as those of Django's own client do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture(autouse=True, scope="session")
def _pages_tell_their_context() -> Iterator[None]:
    """To clients of tests, as templates in Django's own language do."""
    render = Page.render

    def told(page: Page, context: dict[str, Any] | None = None, request: Any = None) -> str:
        template_rendered.send(sender=Page, template=page, context=context or {})
        return render(page, context, request)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Page, "render", told)
        yield


@pytest.fixture
def empty_site(db: None) -> None:
    """No places, no areas, no vocabulary; what a city starts from."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables "
            "WHERE schemaname = 'public' AND tablename LIKE 'places\\_%'"
        )
        cursor.execute(f"TRUNCATE {cursor.fetchone()[0]} RESTART IDENTITY CASCADE")


@pytest.fixture(autouse=True, scope="session")
def _no_static_files(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whitenoise goes through its folder anew for every client: 49 of the 50 ms of a small page.

    So pages name their files as they are, without a build; the browser tests have the real ones.
    """
    settings.STATIC_ROOT = tmp_path_factory.mktemp("static")
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True, scope="session")
def _no_limit() -> None:
    """Tests ask faster than anybody may; those of the limit set one."""
    settings.API_REQUESTS_PER_MINUTE = 0


@pytest.fixture(autouse=True)
def _nobody_outside(settings: Any) -> None:
    """No request leaves the machine, and no test waits for a password."""
    settings.LOCATIESERVER_URL = ""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _nothing_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what another test was given, under settings of its own."""
    monkeypatch.setattr(repeats, "shelf", repeats.Shelf())
    monkeypatch.setattr(repeats, "line", OneLine())


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    """A page in English leaves its language behind in the thread; the next test is Dutch again."""
    with translation.override("nl"):
        yield


@pytest.fixture(autouse=True)
def _nothing_leaves_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look-up of any other host than this one fails the test."""
    look_up = socket.getaddrinfo

    def only_here(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host not in ("localhost", "127.0.0.1", "::1", None):
            pytest.fail(f"a request to {host} tried to leave the machine")
        return look_up(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", only_here)
