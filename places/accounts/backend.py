"""Who logs in: by address, in capitals or not."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.http import HttpRequest

from places.models.colleague import known_as


class ByAddress(ModelBackend):
    """Django's accounts, found by name or address; one that is unknown takes as long to refuse."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        user = known_as(username) if username else None
        name = user.get_username() if user else username
        return super().authenticate(request, username=name, password=password, **kwargs)
