"""Asking for an address to its last byte: of a file that is sent in parts, too."""

from typing import Any

from django.test import Client


def fetched(client: Client, address: str) -> Any:
    """The answer, read to its end: a file that nobody reads stays open."""
    answer = client.get(address)
    answer.getvalue()
    return answer


def statuses(client: Client, addresses: Any) -> dict[str, int]:
    """What each address answers."""
    return {one: fetched(client, one).status_code for one in addresses}
