"""`importeren` and `exporteren`: places out to a spreadsheet and back, first as a trial."""

import uuid
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from places.admin.pages import PlacePages
from places.exchange.files import TYPES, exported, template
from places.exchange.importing import carry_out, try_out
from places.exchange.outcome import Fate
from places.exchange.rights import columns_to_export, columns_to_import, may_exchange
from places.exchange.sheets import MAX_BYTES
from places.exchange.uploads import Upload
from places.models import Place
from places.models.place import PlaceQuerySet
from places.roles import places_to_change

ROWS_PER_PAGE = 50
KINDS = {"csv": gettext_lazy("CSV"), "xlsx": gettext_lazy("Excel")}


class ImportForm(forms.Form):
    """A file and how to read it."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    file = forms.FileField(
        label=gettext_lazy("Bestand"),
        allow_empty_file=True,
        help_text=gettext_lazy("CSV of Excel (.xlsx), hoogstens 10 MB en 10.000 rijen."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.txt"}),
        error_messages={"required": gettext_lazy("Kies een bestand.")},
    )
    empties = forms.BooleanField(
        label=gettext_lazy("Lege cellen maken leeg"),
        required=False,
        help_text=gettext_lazy("Anders laat een lege cel staan wat er staat."),
    )
    ignore_unknown = forms.BooleanField(
        label=gettext_lazy("Kolommen die we niet kennen overslaan"), required=False
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(_("Het bestand is groter dan 10 MB."))
        return file


class ExchangePages(PlacePages):
    """Import and export of places, for whoever may change them."""

    def get_urls(self) -> list[URLPattern]:
        pages = [
            ("exporteren/", self.export_page, "export"),
            ("exporteren/plekken.<slug:kind>", self.export_file, "export_file"),
            ("importeren/", import_page, "import"),
            ("importeren/sjabloon.<slug:kind>", template_file, "import_template"),
            ("importeren/<uuid:token>/", trial_page, "import_trial"),
            ("importeren/<uuid:token>/voortgang/", progress, "import_progress"),
        ]
        ours = [
            path(route, self.admin_site.admin_view(_allowed(view)), name=f"places_place_{name}")
            for route, view, name in pages
        ]
        return [*ours, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        links = {"may_exchange": may_exchange(request.user)}
        return super().changelist_view(request, links | (extra_context or {}))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)
        if may_exchange(request.user) and actions:
            for kind, title in KINDS.items():
                name, words = f"export_{kind}", _("Exporteren als %s") % title
                actions[name] = (export_chosen, name, words)
        return actions

    def export_page(self, request: HttpRequest) -> HttpResponse:
        """How many places the list has as it is filtered now, and the two kinds of file."""
        places = self._listed(request)
        if places is None:
            return redirect("admin:places_place_changelist")
        context = {"count": places.count(), "query": request.GET.urlencode()}
        return _page(request, "exporteren", _("Plekken exporteren"), context)

    def export_file(self, request: HttpRequest, kind: str) -> HttpResponse:
        """The places of the list as it is filtered, as a file."""
        places = self._listed(request)
        if places is None or kind not in TYPES:
            raise Http404
        return _file_of(request, places, kind)

    def _listed(self, request: HttpRequest) -> PlaceQuerySet | None:
        """Those of the filtered list that the user may change; None if the filter is wrong."""
        try:
            listed = self.get_changelist_instance(request).get_queryset(request)
        except IncorrectLookupParameters:
            return None
        keys = listed.order_by().values_list("pk", flat=True)
        return places_to_change(request.user).with_keys(list(keys))


def _allowed(view: Any) -> Any:
    """Only for whoever may change places; others are refused whatever the page."""

    def guarded(request: HttpRequest, **words: Any) -> HttpResponse:
        if not may_exchange(request.user):
            raise PermissionDenied
        answer: HttpResponse = view(request, **words)
        answer["Cache-Control"] = "no-store"
        return answer

    return guarded


def export_chosen(_pages: Any, request: HttpRequest, queryset: PlaceQuerySet) -> HttpResponse:
    """The action on chosen places; which file is in the name of the action."""
    if not may_exchange(request.user):
        raise PermissionDenied
    keys = list(queryset.values_list("pk", flat=True))
    kind = request.POST["action"].removeprefix("export_")
    return _file_of(request, places_to_change(request.user).with_keys(keys), kind)


def _file_of(request: HttpRequest, places: PlaceQuerySet, kind: str) -> HttpResponse:
    columns = columns_to_export(request.user)
    try:
        data = exported(places.with_rows().by_name(), columns, kind)
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect("admin:places_place_changelist")
    return _download(data, kind, f"plekken-{timezone.localdate():%Y-%m-%d}")


@require_safe
def template_file(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty file with the columns that this user may write."""
    if kind not in TYPES:
        raise Http404
    return _download(template(columns_to_import(request.user), kind), kind, "plekken-sjabloon")


@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: HttpRequest) -> HttpResponse:
    """Take a file in and try it out."""
    token = uuid.uuid4()
    form = ImportForm(
        request.POST or None, request.FILES or None, initial={"token": token}, label_suffix=""
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        upload = Upload.make(
            given["token"],
            request.user,
            given["file"].read(),
            name=given["file"].name[:100],
            empties=given["empties"],
            ignore_unknown=given["ignore_unknown"],
        )
        if upload:
            try_out(upload, request.user)
        return redirect("admin:places_place_import_trial", token=given["token"])
    token = (form.is_bound and form.cleaned_data.get("token")) or token
    context = {"form": form, "token": token}
    return _page(request, "importeren", _("Plekken importeren"), context)


@require_http_methods(["GET", "HEAD", "POST"])
def trial_page(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    """What the file would do; on POST do it."""
    upload = Upload.find(token, request.user)
    if upload is None:
        messages.warning(request, _("Dit bestand is er niet meer. Kies het opnieuw."))
        return redirect("admin:places_place_import")
    if request.method == "POST":
        _carry_out(request, upload)
        return redirect("admin:places_place_import_trial", token=token)
    report = upload.report
    if report is None:
        return _page(request, "bezig", _("Nog bezig"), {"progress": upload.progress})
    title = _("Ingevoerd") if report["done"] else _("Dit gaat er gebeuren")
    context = {"upload": upload, "token": token, "report": report, **_rows(request, report)}
    return _page(request, "proef", title, context)


@require_safe
def progress(request: HttpRequest, token: uuid.UUID) -> JsonResponse:
    """How far the work on a file is, for the page that waits for it."""
    upload = Upload.find(token, request.user)
    if upload is None:
        return JsonResponse({"step": "", "done": 0, "total": 0})
    return JsonResponse(upload.progress)


def _carry_out(request: HttpRequest, upload: Upload) -> None:
    """Once, however often the button is clicked."""
    if upload.data is None:
        return
    if not upload.begin():
        messages.warning(request, _("Dit bestand wordt al ingevoerd. Kijk zo nog eens."))
        return
    done = False
    try:
        done = carry_out(upload, request.user)["done"]
    finally:
        upload.end(done=done)
    if done:
        messages.success(request, _("Het bestand is ingevoerd."))
    else:
        messages.error(request, _("Er is niets ingevoerd. Hieronder staat waarom."))


def _rows(request: HttpRequest, report: dict[str, Any]) -> dict[str, Any]:
    """The rows of one fate, a page at a time; first those that need somebody."""
    counts = report["counts"]
    usual = next((fate.value for fate in _ORDER if counts[fate.value]), Fate.SAME.value)
    chosen = request.GET.get("soort", usual)
    if chosen not in Fate.values:
        chosen = usual
    rows = [row for row in report["rows"] if row["fate"] == chosen]
    since = [row for row in report["rows"] if row["number"] in set(report["since"])]
    fates = [(fate.value, fate.label, counts[fate.value]) for fate in _ORDER]
    page = Paginator(rows, ROWS_PER_PAGE).get_page(request.GET.get("pagina"))
    work = counts[Fate.NEW.value] + counts[Fate.CHANGED.value]
    return {"page": page, "fates": fates, "chosen": chosen, "since": since[:20], "work": work}


_ORDER = (Fate.REFUSED, Fate.CHANGED, Fate.NEW, Fate.SAME)


def _page(request: HttpRequest, name: str, title: str, context: dict[str, Any]) -> HttpResponse:
    around = {**admin.site.each_context(request), "title": title, "opts": Place._meta}
    return render(request, f"admin/places/place/{name}.html", around | context)


def _download(data: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer
