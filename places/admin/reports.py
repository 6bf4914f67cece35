"""What people tell staff about a place, in the admin: read, and answered or closed with a word."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from places.admin.suggestions import already_handled
from places.models import Report
from places.models.incoming import WAITING_FIRST
from places.models.suggestion import ReportQuerySet
from places.suggesting.answering import AnswerForm
from places.suggesting.deciding import AlreadyHandledError
from places.suggesting.scope import reports_for


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    """Reports come from outside and stay inside: none is made here, and each is handled once."""

    list_display = ["__str__", "created_at", "status", "handled_by"]
    list_filter = ["status", "tone"]
    list_select_related = ["place", "handled_by"]
    search_fields = ["place__name"]

    def get_queryset(self, request: HttpRequest) -> ReportQuerySet:
        return reports_for(request.user)

    def get_ordering(self, request: HttpRequest) -> Any:
        return WAITING_FIRST

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Report | None = None) -> bool:
        return super().has_view_permission(request, obj) and _in_reach(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Report | None = None) -> bool:
        return super().has_change_permission(request, obj) and _in_reach(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Report | None = None) -> bool:
        return super().has_delete_permission(request, obj) and _in_reach(request, obj)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        title = {"title": _("Meldingen")}
        return super().changelist_view(request, title | (extra_context or {}))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The page on which one report is read and handled, or what became of it."""
        report = self.get_object(request, unquote(object_id))
        if report is None:
            raise Http404(_("Deze melding is er niet, of zij is niet aan jou."))
        form = AnswerForm(report, request.POST if request.method == "POST" else None)
        if form.is_bound:
            handled = self._handled(request, form)
            if handled:
                return handled
        return self._page(request, report, form)

    def _handled(self, request: HttpRequest, form: AnswerForm) -> HttpResponse | None:
        """Back to the list once it is handled, by whomever; None when the form has to say more."""
        try:
            if not form.handle(request.POST.get("besluit", ""), request.user):
                return None
        except AlreadyHandledError as error:
            messages.warning(request, already_handled(error.item))
        else:
            messages.success(request, _("Behandeld: %s.") % form.report)
        return HttpResponseRedirect(reverse("admin:places_report_changelist"))

    def _page(self, request: HttpRequest, report: Report, form: AnswerForm) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": capfirst(str(report)),
            "opts": self.opts,
            "original": report,
            "report": report,
            "form": form,
            "waits": report.status == Report.Status.OPEN,
            "has_view_permission": True,
        }
        return TemplateResponse(request, "admin/places/report/change_form.html", context)


def _in_reach(request: HttpRequest, report: Report | None) -> bool:
    return report is None or reports_for(request.user).contains(report)
