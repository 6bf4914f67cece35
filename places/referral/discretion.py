"""How every page answers that reads what is asked for a client: it keeps and passes on nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from places.accounts.session import keep_awake

HEADERS = {
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}

View = Callable[..., HttpResponse]


def discreet(view: View) -> View:
    """Let a view be asked by GET, HEAD or POST without a token, and its answer be kept by nobody.

    A POST to such a view changes nothing here; it only keeps what is asked out of the address.
    So it needs no token against forgery, and sets no cookie. A header that the view gave stays.
    """

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @sensitive_post_parameters()
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        keep_awake(request, timezone.now())
        response = view(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return answer
