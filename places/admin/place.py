"""A place in the admin: one page of one's own making, with the pages around it as bases."""

from typing import Any

from django.contrib import admin, messages
from django.forms import CheckboxSelectMultiple, Field, ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from leaflet.admin import LeafletGeoAdminMixin

from places.admin.archive import ArchivePages
from places.admin.confidential import DossierInline, ReferralInline
from places.admin.confirmations import ConfirmationInline, ConfirmationPages
from places.admin.door import DoorPages
from places.admin.exchange import ExchangePages
from places.admin.history import HistoryPages
from places.admin.hours import HoursPages, OpeningHoursInline, SpecialDayInline
from places.admin.merge import MergePages
from places.admin.pages import PlacePages
from places.admin.photos import PhotoInline, PhotoPages
from places.admin.place_actions import PlaceActions
from places.admin.place_form import PlaceForm
from places.admin.place_list import PlaceList
from places.admin.preview import PreviewPages
from places.admin.rights import is_among
from places.admin.sections import arranged, fieldsets
from places.admin.stands import DilemmaInline, QuoteInline, TraitInline, ValueInline
from places.admin.words import without_shortcuts
from places.models import Place, Source
from places.models.place import PlaceQuerySet
from places.roles import places_to_change, places_to_see

ONLY_FOR_EDITORS = {
    "slug",
    "location",
    "location_precision",
    "hours_complete",
    "holiday_policy",
    *(field.name for field in Place._meta.get_fields() if field.name.endswith("_en")),
}
"""Fields that steer the site, or repeat it: whoever may only look reads the page itself."""

FAREWELL = ("archived_on", "archived_because", "archived_words", "successor")


class SourceInline(admin.StackedInline):
    model = Source
    extra = 0
    fields = [("title", "as_of", "position")]


@admin.register(Place)
class PlaceAdmin(
    HoursPages,
    ConfirmationPages,
    DoorPages,
    ExchangePages,
    PhotoPages,
    PreviewPages,
    PlaceActions,
    PlaceList,
    HistoryPages,
    MergePages,
    ArchivePages,
    PlacePages,
    LeafletGeoAdminMixin,
    admin.ModelAdmin,
):
    """Everything of a place on one page; the pages around it are bases of this class."""

    form = PlaceForm
    change_form_template = "admin/places/place/change_form.html"
    modifiable = False  # our own script moves the pin; the widget draws it
    view_on_site = False
    save_on_top = True
    prepopulated_fields = {"slug": ["name"]}
    inlines = [
        OpeningHoursInline,
        SpecialDayInline,
        PhotoInline,
        ValueInline,
        DilemmaInline,
        TraitInline,
        QuoteInline,
        SourceInline,
        ConfirmationInline,
        ReferralInline,
        DossierInline,
    ]

    def get_queryset(self, request: HttpRequest) -> PlaceQuerySet:
        return places_to_see(request.user).by_name().with_gaps()

    def has_view_permission(self, request: HttpRequest, obj: Place | None = None) -> bool:
        allowed = super().has_view_permission(request, obj)
        return allowed and is_among(request, obj, places_to_see)

    def has_change_permission(self, request: HttpRequest, obj: Place | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and is_among(request, obj, places_to_change)

    def has_delete_permission(self, request: HttpRequest, obj: Place | None = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and is_among(request, obj, places_to_change)

    def get_form(self, request: HttpRequest, *args: Any, **options: Any) -> type[ModelForm]:
        form: type[ModelForm] = super().get_form(request, *args, **options)
        form.user = request.user  # type: ignore[attr-defined]
        return form

    def formfield_for_dbfield(self, *args: Any, **options: Any) -> Field | None:
        field: Field | None = without_shortcuts(super().formfield_for_dbfield(*args, **options))
        return field

    def formfield_for_manytomany(self, *args: Any, **options: Any) -> Any:
        return super().formfield_for_manytomany(*args, widget=CheckboxSelectMultiple, **options)

    def get_fieldsets(self, request: HttpRequest, obj: Place | None = None) -> list[Any]:
        """Why a place left only when it did; no switches for whoever only looks."""
        without = set() if obj and obj.status == Place.Status.ARCHIVED else set(FAREWELL)
        may_write = obj is None or self.has_change_permission(request, obj)
        return fieldsets(without if may_write else without | ONLY_FOR_EDITORS)

    def get_readonly_fields(self, request: HttpRequest, obj: Place | None = None) -> list[str]:
        """Archiving and coming back have a page of their own."""
        archived = obj is not None and obj.status == Place.Status.ARCHIVED
        return [*FAREWELL, *(["status"] if archived else [])]

    def save_model(self, request: HttpRequest, obj: Place, form: Any, change: bool) -> None:
        """What nobody touched is not written: the history is of what changed."""
        if not change or form.has_changed() or form.derived:
            super().save_model(request, obj, form, change)
        if form.derived:
            words = _("De punt op de kaart ligt in %(area)s; dat is nu de wijk van deze plek.")
            messages.info(request, words % {"area": form.derived})

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Rows belong to the place: it changed when one of them did."""
        super().save_related(request, form, formsets, change)
        if any(formset.has_changed() for formset in formsets):
            Place.objects.with_key(form.instance.pk).touch(timezone.now())

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> HttpResponse:
        place = options.get("obj")
        context["object_links"] = self.object_links(request, place) if place else []
        context["parts"] = arranged(context["adminform"], context["inline_admin_formsets"])
        return super().render_change_form(request, context, *args, **options)
