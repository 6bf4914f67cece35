"""What went wrong, as RFC 9457 says it to machines."""

from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

PROBLEM = "application/problem+json"


def problem(status: int, title: str = "", detail: str = "", **more: Any) -> HttpResponse:
    """An answer with this status; ``more`` are members of the problem's own."""
    body = {"type": "about:blank", "title": title or HTTPStatus(status).phrase, "status": status}
    if detail:
        body["detail"] = detail
    return JsonResponse({**body, **more}, status=status, content_type=PROBLEM)


def unreadable(errors: dict[str, list[str]]) -> HttpResponse:
    """400 with the reasons per parameter."""
    return problem(400, _("Dit kunnen we niet lezen"), errors=errors)
