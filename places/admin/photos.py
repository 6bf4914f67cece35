"""Photos in the form of a place, and the page on which one is taken down."""

import uuid
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from places.admin.pages import PlacePages
from places.models import Photo
from places.models.history import Door, one_change
from places.photos.files import Unplaced
from places.photos.upload import prepared
from places.roles import places_to_change

MOST_PHOTOS = 12
"""Photos that a place has at most."""


class KeptField(forms.CharField):
    """Brings a photo back of which the form was not right yet; keeps it when shown again."""

    sizes: Unplaced | None = None
    widget = forms.HiddenInput

    def bound_data(self, data: Any, initial: Any) -> Any:
        return self.sizes.keep() if self.sizes else ""


class PhotoForm(forms.ModelForm):
    """What is said about a photo; the file only when it is new: another file is another photo."""

    file = forms.FileField(
        label=_("Bestand"),
        required=False,
        help_text=_(
            "JPEG, PNG, WebP of AVIF, hoogstens 15 MB. Waar en wanneer de foto is gemaakt halen we "
            "eruit. Het bestand zelf bewaren we niet, alleen een verkleinde foto."
        ),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif"}),
    )
    kept = KeptField(required=False)

    class Meta:
        model = Photo
        fields = ["alt", "alt_en", "credit", "consent", "position"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("file", "kept") if self.instance.pk else ():
            self.fields[name].widget, self.fields[name].disabled = forms.HiddenInput(), True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk or "file" in self.errors:
            return cleaned
        try:
            sizes = self._sizes(cleaned)
        except forms.ValidationError as reason:
            self.add_error("file", reason)
        else:
            self.sizes = sizes
            self._say_that_it_is_there()
        return cleaned

    def save(self, commit: bool = True) -> Photo:
        """Files get their names when the whole form is certain."""
        if not self.instance.pk:
            self.sizes.place_on_commit(self.instance.key)
        photo: Photo = super().save(commit)
        return photo

    def _sizes(self, cleaned: dict[str, Any]) -> Unplaced:
        if cleaned.get("file"):
            return prepared(cleaned["file"])
        sizes = Unplaced.kept(cleaned.get("kept", ""))
        if sizes is None:
            raise forms.ValidationError(_("Kies een foto."), code="required")
        return sizes

    def _say_that_it_is_there(self) -> None:
        """For when the form is shown again because something else is wrong."""
        self.instance.width, self.instance.height = self.sizes.width, self.sizes.height
        kept = self.fields["kept"]
        assert isinstance(kept, KeptField)
        kept.sizes = self.sizes
        self["file"].help_text = _(
            "Je foto is er nog: je hoeft hem niet opnieuw te kiezen. Een andere kiezen mag."
        )


class PhotoFormSet(BaseInlineFormSet):
    """Knows who adds photos."""

    user: Any

    def save_new(self, form: Any, commit: bool = True) -> Any:
        form.instance.added_by = self.user
        return super().save_new(form, commit)

    def is_multipart(self) -> bool:
        """Also when the first form, which Django asks, is of a photo that is there already."""
        return True


class PhotoInline(admin.StackedInline):
    """Photos of a place; they go by a page of their own, that says what going means."""

    model = Photo
    form = PhotoForm
    formset = PhotoFormSet
    fields = ["picture", "file", "kept", "alt", "alt_en", "credit", "consent", "position"]
    readonly_fields = ["picture"]
    extra = 0
    max_num = MOST_PHOTOS
    can_delete = False

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        formset.user = request.user  # type: ignore[attr-defined]
        return formset

    @admin.display(description=_("foto"))
    def picture(self, photo: Photo) -> str | SafeString:
        """The smallest size, and the way to take it down."""
        if not photo.pk:
            return "–"
        return format_html(
            '<img src="{}" alt="{}" width="240"> <a href="{}">{}</a>',
            photo.smallest,
            photo.alt,
            reverse("admin:places_place_photo", args=[photo.place_id, photo.key]),
            _("Foto weghalen"),
        )


class PhotoPages(PlacePages):
    """The page of a place's form on which a photo is taken down."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(take_down)
        own = path("<int:pk>/fotos/<uuid:key>/weghalen/", view, name="places_place_photo")
        return [own, *super().get_urls()]


class TakeDownForm(forms.Form):
    """Why a photo goes; the words stay in the history, the photo does not."""

    REASONS = [
        ("verzoek", _("op verzoek weggehaald")),
        ("oud", _("klopt niet meer, of er is een betere")),
    ]
    reason = forms.ChoiceField(label=_("Waarom?"), choices=REASONS, widget=forms.RadioSelect)


def take_down(request: HttpRequest, pk: int, key: uuid.UUID) -> HttpResponse:
    """Ask, then remove every size of a photo and all that was noted about it."""
    place = get_object_or_404(places_to_change(request.user), pk=pk)
    photo = get_object_or_404(place.photos, key=key)
    if not request.user.has_perm("places.delete_photo"):
        raise PermissionDenied
    form = TakeDownForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reason = str(dict(TakeDownForm.REASONS)[form.cleaned_data["reason"]])
        with one_change(Door.ADMIN, by=request.user, words=reason):
            photo.delete()
        messages.success(request, _("De foto is weg, in alle formaten."))
        return redirect("admin:places_place_change", pk)
    title, header = _("Foto weghalen"), admin.site.each_context(request)
    context = {**header, "title": title, "place": place, "photo": photo, "form": form}
    return render(request, "admin/places/photo_take_down.html", context)
