"""What went wrong, as RFC 9457 says it to machines."""

from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

PROBLEM = "application/problem+json"


def problem(status: int, title: str = "", detail: str = "", **more: Any) -> HttpResponse:
    """An answer with this status; ``more`` are members of the problem's own.

    The API Design Rules want a detail always: where there is no more to say, the title says it.
    """
    title = title or HTTPStatus(status).phrase
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail or title}
    answer = JsonResponse({**body, **more}, status=status, content_type=PROBLEM)
    answer["Cache-Control"] = "no-store"
    return answer


def unknown(what: str) -> HttpResponse:
    """404 that says what is not known."""
    return problem(404, "Dit is er niet", what)


def unreadable(errors: dict[str, list[str]]) -> HttpResponse:
    """400 with the reasons per parameter."""
    told = " ".join(f"{name}: {' '.join(why)}" for name, why in errors.items())
    return problem(400, _("Dit kunnen we niet lezen"), told, errors=errors)
