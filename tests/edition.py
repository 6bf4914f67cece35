"""What happens at the end of a transaction, without ending it."""

from django.db import connection
from django.test import Client

from tests.entries import changed, entry
from tests.server import Visitor

NAMING_IT = ["/", "/plekken/bij-de-provenier/", "/api/v1/plekken/bij-de-provenier"]
"""Addresses whose answers name the place that ``shows_an_edit`` gives another name."""


def settle() -> None:
    """Let everything that waits for the commit happen now, as if this were one."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def shows_an_edit(client: Client | Visitor, address: str) -> bool:
    """Whether an answer that was given before has the new name on the next request."""
    client.get(address)
    changed(entry(), name="Bij de Nieuwe Naam")
    settle()
    return "Bij de Nieuwe Naam" in client.get(address).content.decode()
