"""How long an answer for followers holds."""

from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from places.validators import View, validated


def kept(view: View) -> View:
    """Validators of data and day for the answer, unless it is about this very moment."""
    validator = validated(daily=True)(view)

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        about_now = "nu" in map(str.strip, request.GET.getlist("open"))
        return (view if about_now else validator)(request, *args, **kwargs)

    return answer
