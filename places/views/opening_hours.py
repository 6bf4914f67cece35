"""What the week editor of the admin asks while somebody is typing."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import formset_factory
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from places.hours_form import MOST_ROWS, HoursForm
from places.hours_preview import preview
from places.pasted_hours import read_pasted

WeekForm = formset_factory(HoursForm, can_delete=True, max_num=MOST_ROWS, absolute_max=MOST_ROWS)


@require_POST
def preview_hours(request: HttpRequest) -> JsonResponse:
    """The sentences under the rows that were sent, which need not be complete."""
    _only_editors(request)
    formset = WeekForm(request.POST, prefix="hours")
    formset.is_valid()
    deleted = getattr(formset, "deleted_forms", [])
    rows = [
        form.instance
        for form in formset.forms
        if form.has_changed() and form.is_valid() and form not in deleted
    ]
    complete = request.POST.get("hours_complete") == "on"
    return JsonResponse({"lines": preview(rows, complete, timezone.localdate())})


@require_POST
def read_hours(request: HttpRequest) -> JsonResponse:
    """The rows that a pasted text means, or what is wrong with it."""
    _only_editors(request)
    try:
        return JsonResponse(read_pasted(request.POST.get("text", ""), timezone.localdate()))
    except ValidationError as error:
        return JsonResponse({"problems": error.messages})


def _only_editors(request: HttpRequest) -> None:
    if not request.user.has_perm("places.change_place"):
        raise PermissionDenied
