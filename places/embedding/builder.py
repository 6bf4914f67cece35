"""The page on which a web editor chooses what to show, sees it, and copies the snippet."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from places.choices import Choice, radius_options, sort_options
from places.embedding.frame import LookForm, frame_url, title_of, without_page
from places.embedding.looks import THEMES
from places.fields import ChoiceOfOne, WholeNumber
from places.filters import PlaceFilter
from places.listing import Listing

FORMS = {
    "kaart": gettext_lazy("Kaart, met de lijst eronder"),
    "lijst": gettext_lazy("Alleen de lijst"),
}
ADDRESSES = {"kaart": "embed_map", "lijst": "embed_list"}
LANGUAGES = {"nl": "Nederlands", "en": "English"}
HEIGHTS = (400, 500, 600, 800)
USUAL_HEIGHT = 600
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
"""What a frame needs: its map, and places that open in a tab of their own. No more than that."""


class BuilderForm(LookForm):
    """What the builder asks besides the filter; every part may be left out."""

    weergave = ChoiceOfOne(choices=FORMS, required=False)
    weergavetaal = ChoiceOfOne(choices=LANGUAGES, required=False)
    hoogte = WholeNumber(min_value=200, max_value=2000, required=False)
    vast = ChoiceOfOne(choices={"ja": "ja"}, required=False)


class Builder:
    """A filter, a look, and the snippet that they make."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.found = PlaceFilter(request.GET, timezone.now())
        self.form = BuilderForm(request.GET)
        self.form.is_valid()

    def context(self) -> dict[str, Any]:
        """What the template of the builder says."""
        listing = Listing(self.found)
        groups = listing.groups
        return {
            "page": listing,
            "totals": listing.totals,
            "groups": groups,
            "wrong_in_groups": any(group.error for group in groups),
            "form": self.found.form,
            "radius_options": radius_options(self.found),
            "sort_options": sort_options(self.found),
            "look": self.form,
            "choices": self._choices(),
            "fixed": self.fixed,
            "snippet": self.snippet(),
            "frame": {"url": self.url(), "title": self.title, "height": self.height},
            "sandbox": SANDBOX,
        }

    @property
    def shape(self) -> str:
        """``kaart`` or ``lijst``."""
        return self.form.cleaned_data.get("weergave") or "kaart"

    @property
    def language(self) -> str:
        """The language of the frame; by default that of this page."""
        return self.form.cleaned_data.get("weergavetaal") or get_language() or "nl"

    @property
    def height(self) -> int:
        """Pixels, before the frame has told its own."""
        return self.form.cleaned_data.get("hoogte") or USUAL_HEIGHT

    @property
    def fixed(self) -> bool:
        """The frame keeps its height; what is longer is scrolled in it."""
        return bool(self.form.cleaned_data.get("vast"))

    @property
    def title(self) -> str:
        """What screen readers call the frame, in its own language."""
        with override(self.language):
            return title_of(self.found, ADDRESSES[self.shape])

    def url(self) -> str:
        """The address of the frame, without the origin."""
        parameters = without_page(self.found)
        if theme := self.form.cleaned_data.get("thema"):
            parameters["thema"] = theme
        with override(self.language):
            return frame_url(ADDRESSES[self.shape], parameters)

    def snippet(self) -> str:
        """The HTML to paste: a frame, and unless its height is fixed a line that lets it grow."""
        frame = format_html(
            '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy" '
            'style="border: 0" sandbox="{}"></iframe>',
            self.request.build_absolute_uri(self.url()),
            self.title,
            self.height,
            SANDBOX,
        )
        growing = self.request.build_absolute_uri(reverse("embed_growing"))
        script = format_html('\n<script src="{}" async></script>', growing)
        return frame if self.fixed else frame + script

    def _choices(self) -> dict[str, list[Choice]]:
        theme = self.form.cleaned_data.get("thema") or ""
        heights = sorted({*HEIGHTS, self.height})
        return {
            "weergave": _chosen(FORMS, self.shape),
            "weergavetaal": _chosen(LANGUAGES, self.language),
            "hoogte": _chosen(
                {str(one): _("%d pixels") % one for one in heights}, str(self.height)
            ),
            "thema": _chosen({"": _("wat de bezoeker prettig vindt")} | THEMES, theme),
        }


def _chosen(options: dict[str, Any], value: str) -> list[Choice]:
    return [Choice(name, str(label), name == value) for name, label in options.items()]
