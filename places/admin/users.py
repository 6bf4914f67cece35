"""Who has an account: an administrator adds people by address and role; they choose a password."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from places.accounts.letters import invite
from places.accounts.person import PersonForm
from places.accounts.roles import role_of
from places.models.colleague import people

NAME = (gettext_lazy("Wie"), {"fields": ["first_name", "last_name", "email"]})
MAY = (gettext_lazy("Wat mag iemand"), {"fields": ["role", "areas", "is_active"]})
MAIL = (gettext_lazy("Mail"), {"fields": ["notices"]})
ONLY_READ = (None, {"fields": ["first_name", "last_name", "email", "its_role", "is_active"]})

admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class PersonAdmin(admin.ModelAdmin):
    """People are switched off, never deleted; only a superuser touches a superuser."""

    form = PersonForm
    list_display = ["name", "email", "its_role", "its_areas", "is_active", "last_login"]
    list_display_links = ["name", "email"]
    list_filter = ["is_active", "groups"]
    search_fields = ["first_name", "last_name", "email", "username"]
    ordering = ["first_name", "last_name", "email"]
    actions = None
    change_form_template = "admin/auth/user/change_form.html"

    @admin.display(description=gettext_lazy("naam"), ordering="first_name")
    def name(self, person: User) -> str:
        return person.get_full_name() or person.get_username()

    @admin.display(description=gettext_lazy("rol"))
    def its_role(self, person: User) -> str:
        return role_of(person) or "-"

    @admin.display(description=gettext_lazy("gebieden"))
    def its_areas(self, person: User) -> str:
        colleague = getattr(person, "colleague", None)
        areas = [area.name for area in colleague.areas.all()] if colleague else []
        return ", ".join(areas) or _("de hele stad")

    def get_queryset(self, request: HttpRequest) -> Any:
        return people().order_by(*self.ordering)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """A filter on passwords would let them be guessed letter by letter."""
        return "password" not in lookup and super().lookup_allowed(lookup, value, request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        may = super().has_change_permission(request, obj)
        return may and (obj is None or request.user.is_superuser or not obj.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj and not self.has_change_permission(request, obj):
            return [ONLY_READ]
        return [NAME, MAY, MAIL]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kw: Any
    ) -> Any:
        """Django makes a class for every request; ours knows who fills it in."""
        if obj and not self.has_change_permission(request, obj):
            return super().get_form(request, obj, change, form=admin.ModelAdmin.form, **kw)  # type: ignore[misc]
        form = super().get_form(request, obj, change, **kw)
        return type("PersonForm", (form,), {"editor": request.user})

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(require_POST(self.invite))
        return [path("<int:key>/uitnodigen/", view, name="auth_user_invite"), *super().get_urls()]

    def response_add(self, request: HttpRequest, obj: User, *args: Any) -> HttpResponse:
        self._mail(request, obj)
        return redirect("admin:auth_user_change", obj.pk)

    def invite(self, request: HttpRequest, key: int) -> HttpResponse:
        """Mail a link to choose a password, again."""
        person = get_object_or_404(User, pk=key)
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        if person.is_active:
            self._mail(request, person)
        else:
            messages.error(request, _("Deze persoon mag niet inloggen. Zet dat eerst aan."))
        return redirect("admin:auth_user_change", person.pk)

    def _mail(self, request: HttpRequest, person: User) -> None:
        if invite(person):
            said = _("Er is een mail met een link voor een wachtwoord gestuurd naar %(address)s.")
            messages.success(request, said % {"address": person.email})
        else:
            said = _(
                "De mail ging niet weg. Het account is er wel: stuur de link later nog een keer."
            )
            messages.error(request, said)
