"""What people outside propose, in the admin: a list of what waits, and a page to decide."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from places.models import Place, Suggestion
from places.models.suggestion import PEOPLE_FIRST, SuggestionQuerySet
from places.osm_import.licence import licence_note
from places.roles import places_to_see
from places.suggesting.deciding import AlreadyHandledError, decline_unread
from places.suggesting.handling import HandlingForm
from places.suggesting.newcomers import like_it
from places.suggesting.scope import suggestions_for


@admin.register(Suggestion)
class SuggestionAdmin(admin.ModelAdmin):
    """Suggestions come from outside: none is made here, and each is handled once."""

    list_display = ["__str__", "origin", "created_at", "status", "handled_by"]
    list_filter = ["status", "kind", "origin"]
    list_select_related = ["place", "handled_by"]
    search_fields = ["place__name", "proposed__name", "reference"]
    actions = ["decline_openstreetmap"]

    def get_queryset(self, request: HttpRequest) -> SuggestionQuerySet:
        return suggestions_for(request.user)

    def get_ordering(self, request: HttpRequest) -> Any:
        return PEOPLE_FIRST

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Suggestion | None = None) -> bool:
        return super().has_view_permission(request, obj) and _in_reach(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Suggestion | None = None) -> bool:
        return super().has_change_permission(request, obj) and _in_reach(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Suggestion | None = None) -> bool:
        return super().has_delete_permission(request, obj) and _in_reach(request, obj)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        title = {"title": _("Voorstellen")}
        return super().changelist_view(request, title | (extra_context or {}))

    @admin.action(
        description=gettext_lazy("Wijs af wat uit OpenStreetMap komt"), permissions=["change"]
    )
    def decline_openstreetmap(self, request: HttpRequest, chosen: SuggestionQuerySet) -> None:
        """Many at once; what a person sent is left, and gets an answer of its own."""
        count = decline_unread(chosen.from_openstreetmap(), request.user, _("Met andere tegelijk."))
        words = ngettext("%d voorstel afgewezen.", "%d voorstellen afgewezen.", count)
        messages.success(request, words % count)
        if chosen.from_people().exists():
            words = _("Wat mensen stuurden, is blijven staan: dat behandel je een voor een.")
            messages.warning(request, words)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The page on which one suggestion is weighed, or what became of it."""
        suggestion = self.get_object(request, unquote(object_id))
        if suggestion is None:
            raise Http404(_("Dit voorstel is er niet, of het is niet aan jou."))
        posted = request.POST if request.method == "POST" else None
        form = HandlingForm(suggestion, posted)
        if posted is not None:
            handled = self._handled(request, form)
            if handled:
                return handled
        return self._page(request, suggestion, form)

    def _handled(self, request: HttpRequest, form: HandlingForm) -> HttpResponse | None:
        """Back to the list once it is decided, by whomever; None when the form has to say more."""
        try:
            if not form.decide(request.POST.get("besluit", ""), request.user):
                return None
        except AlreadyHandledError as error:
            messages.warning(request, already_handled(error.item))
        else:
            messages.success(request, _("Behandeld: %s.") % form.suggestion)
        return HttpResponseRedirect(reverse("admin:places_suggestion_changelist"))

    def _page(
        self, request: HttpRequest, suggestion: Suggestion, form: HandlingForm
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": capfirst(str(suggestion)),
            "opts": self.opts,
            "original": suggestion,
            "suggestion": suggestion,
            "form": form,
            "waits": suggestion.status == Suggestion.Status.WAITING,
            "licence_note": licence_note() if suggestion.object_url else "",
            "lookalikes": _lookalikes(request, suggestion),
            "has_view_permission": True,
        }
        return TemplateResponse(request, "admin/places/suggestion/change_form.html", context)


def _in_reach(request: HttpRequest, suggestion: Suggestion | None) -> bool:
    return suggestion is None or suggestions_for(request.user).contains(suggestion)


def _lookalikes(request: HttpRequest, suggestion: Suggestion) -> list[Place]:
    """Entries that may be the proposed place, as far as this colleague may see them."""
    if suggestion.kind != Suggestion.Kind.NEW or suggestion.place:
        return []
    return like_it(places_to_see(request.user), suggestion.proposed)


def _name(user: Any) -> str:
    return str(user.get_full_name() or user) if user else ""


def already_handled(item: Any) -> str:
    """Who was first, and what that colleague decided about a suggestion or report."""
    return _("%(who)s was je voor: %(item)s is %(status)s.") % {
        "who": _name(item.handled_by) or _("Iemand anders"),
        "item": item,
        "status": item.get_status_display(),
    }
