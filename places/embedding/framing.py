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

    may_be_framed: Any = xframe_options_exempt(answer)
    may_be_framed.framed = True
    return cast(View, may_be_framed)


def is_framed(view: View) -> bool:
    """Whether a frame may show what this view answers."""
    return getattr(view, "framed", False)
