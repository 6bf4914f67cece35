"""Who may put our pages in a frame."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.clickjacking import xframe_options_exempt

View = Callable[..., HttpResponseBase]


def framed(view: View) -> View:
    """A page that may stand in a frame: on our builder, and on all that ``EMBED_ORIGINS`` names.

    Every other page of the site refuses that, by the settings.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        ancestors = {"frame-ancestors": ["'self'", *settings.EMBED_ORIGINS]}
        made = csp_replace(ancestors)(view)(request, *args, **kwargs)
        made["Cross-Origin-Resource-Policy"] = "cross-origin"
        return made

    return xframe_options_exempt(answer)
