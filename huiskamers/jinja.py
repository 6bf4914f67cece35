"""Jinja2 as the pages of the site use it: what its templates know beside their context.

Django's own template language remains for the admin, which is written in it, and for mail.
"""

from collections.abc import Callable
from functools import cache, cached_property
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.http import HttpRequest
from django.template import defaultfilters
from django.template.backends import jinja2 as backend
from django.template.loader import get_template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import get_language, gettext
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from huiskamers.fixed_urls import fixed_url, slug_url

FILTERS = (
    "cut",
    "date",
    "default_if_none",
    "floatformat",
    "force_escape",
    "json_script",
    "linebreaks",
    "linebreaksbr",
    "truncatewords",
    "urlencode",
    "urlize",
)
"""Filters of Django's templates that ours use by the same name."""


class Page(backend.Template):
    """A template that knows what every page knows, unless its view says otherwise."""

    backend: "Pages"

    def render(
        self, context: dict[str, Any] | None = None, request: HttpRequest | None = None
    ) -> str:
        """As Django does for its own templates; its backend of Jinja2 overrules the view."""
        known: dict[str, Any] = {}
        if request is not None:
            for processor in self.backend.of_every_page:
                known |= processor(request)
        page: str = super().render(known | (context or {}), request)
        return page


class Pages(backend.Jinja2):
    """Django's backend of Jinja2, with context processors as Django's own templates have them."""

    template_context_processors: list[Callable[[HttpRequest], dict[str, Any]]] = []
    """What Django's template would put over what the view says."""

    @cached_property
    def of_every_page(self) -> list[Callable[[HttpRequest], dict[str, Any]]]:
        return [import_string(path) for path in self.context_processors]

    def get_template(self, template_name: str) -> Page:
        """TemplateDoesNotExist: Django's own language may have it."""
        return Page(super().get_template(template_name).template, self)


def environment(**options: Any) -> Environment:
    """The one environment of a process; what a template names must be there."""
    extensions = ["huiskamers.translation_tags.TranslationTags", "huiskamers.kept_tag.KeptTag"]
    strict = {**options, "autoescape": True, "undefined": StrictUndefined}
    made = Environment(**strict, extensions=extensions)  # noqa: S701
    made.globals |= {
        "_": translated,
        "get_language": get_language,
        "slug_url": slug_url,
        "static": static_url,
        "url": url,
    }
    made.filters |= {name: defaultfilters.register.filters[name] for name in FILTERS}
    made.filters["intcomma"] = intcomma
    return made


def macro(template_name: str, name: str) -> Callable[..., Markup]:
    """A macro of a template, for where markup is wanted without a page around it."""
    template: Any = get_template(template_name)
    made: Callable[..., Markup] = getattr(template.template.module, name)
    return made


def translated(text: str) -> Markup:
    """A text of ours in the active language, for where a tag cannot stand."""
    return Markup(gettext(text))  # noqa: S704


@cache
def static_url(path: str) -> str:
    """The address of a static file, the same for as long as a process lives."""
    return static(path)


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a view; one without arguments is looked up once per language."""
    if args or kwargs:
        return reverse(name, args=args, kwargs=kwargs)
    return fixed_url(name)
