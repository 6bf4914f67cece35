"""What scripts on pages of other sites may read."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]


def readable_anywhere(view: View) -> View:
    """Public data that scripts of any page may read, refusals too, without cookies.

    In a sandbox our own frames are such a page: there they have no origin, and so are not us.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        made = view(request, *args, **kwargs)
        made["Access-Control-Allow-Origin"] = "*"
        return made

    return answer
